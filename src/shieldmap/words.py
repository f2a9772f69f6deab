"""What Shieldmap says, in English and Korean: terminal, report and page take their words from here.

Messages stand in ``data/words/en`` and ``data/words/ko``, a file for each face, in the format of
Project Fluent (https://projectfluent.org), which translators and their tools know and which the page
reads with its own runtime.  The names of assumptions, reasons and the like stand in ``terms.toml`` and
join the messages as ``assumption_reaction``, ``assumption_reaction_long`` and so on.

A message may call ``JOSA``, which adds a Korean particle in the form that its word asks for::

    reaches = { JOSA($place, "을/를") } 방어합니다

The language is that of the reader for as long as an answer is written, so that it does not travel
through every function:  ``with words.using("ko"): ...``.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

    # Not at run time: a command knows its language before it needs a word.
    from shieldmap.terms import Language, Words

_FOLDER: Final = files("shieldmap") / "data" / "words"
_START: Final = re.compile(r"^(?=[a-zA-Z][\w-]* =)", re.MULTILINE)
_current: "ContextVar[Language]" = ContextVar("language", default="en")


def language() -> "Language":
    """The language of the reader."""
    return _current.get()


@contextmanager
def using(asked: "Language") -> Iterator[None]:
    """Speak a language for as long as the block lasts."""
    before = _current.set(asked)
    try:
        yield
    finally:
        _current.reset(before)


def t(message: str, **values: Any) -> str:
    """A message in the reader's language.

    Parameters
    ----------
    values : what stands in it; texts as they are, whole numbers with their thousands apart.

    Raises
    ------
    KeyError : no such message.
    ValueError : a value that the message names was not given.
    """
    bundle = _parsed(language(), message)
    pattern = bundle.get_message(message).value
    assert pattern is not None, message
    text, problems = bundle.format_pattern(pattern, values)
    if problems:
        raise ValueError(f"message '{message}': {problems[0]}")
    return str(text)


def english(message: str, **values: Any) -> str:
    """A message as records keep it: in English, whoever reads."""
    with using("en"):
        return t(message, **values)


def file_name(name: str) -> str:
    """The name of a file for people: ``report.html``, and ``report.ko.html`` in another language.

    So what is written in one language leaves what was written in another.
    """
    if language() == "en":
        return name
    stem, dot, ending = name.rpartition(".")
    return f"{stem}.{language()}{dot}{ending}"


def said(text: str, kind: str = "", names: Mapping[str, str] | None = None) -> str:
    """A sentence that a record keeps in English, in the reader's language.

    It is found by the English text of the messages in ``records.ftl``; one that none of them makes
    stays as it is, and so do texts of studies without a translation.

    Parameters
    ----------
    kind : begins the names of the messages among which it is looked for.
    names : names of things in the reader's language, by the English.
    """
    if language() == "en" or not text:
        return text
    if names and text in names:
        return names[text]
    if (own := translated(text)) != text:
        return own
    if "\n" in text:
        return "\n".join(said(line, kind, names) for line in text.split("\n"))
    if _listed_countries().fullmatch(text):
        return _countries_said(text)
    for message, made in _records():
        if message.startswith(kind or _SENTENCES) and (found := made.fullmatch(text)):
            values = {name: said(part, names=names) for name, part in found.groupdict().items()}
            return t(message, **values)
    return text


_SENTENCES: Final = ("said_", "questions_")


def _countries_said(text: str) -> str:
    """``Oman`` or ``Iran, Iraq and Oman`` in the reader's language."""
    first, *last = [_countries()[one] for one in _country().findall(text)]
    if not last:
        return t(first)
    return t("listed", most=", ".join(t(one) for one in (first, *last[:-1])), last=t(last[-1]))


@cache
def _countries() -> dict[str, str]:
    """The message of each country by its English name."""
    found = (re.match(r"(country_[A-Z]{3}) = (.+)", one) for one in _index("en").values())
    return {one[2]: one[1] for one in found if one}


@cache
def _country() -> re.Pattern[str]:
    """One of the countries, the longest name first."""
    return re.compile("|".join(map(re.escape, sorted(_countries(), key=len, reverse=True))))


@cache
def _listed_countries() -> re.Pattern[str]:
    one = f"(?:{_country().pattern})"
    return re.compile(f"{one}(?:, {one})*(?: and {one})?")


@cache
def _records() -> list[tuple[str, re.Pattern[str]]]:
    """What each English message of ``records.ftl`` makes, by its name, in the order of the file."""
    rows = re.findall(r"^([a-z][\w-]*) = (.+)$", _file("en", "records"), re.MULTILINE)
    return [(name, re.compile(_pattern(text))) for name, text in rows]


def _pattern(text: str) -> str:
    """A regular expression of a message, whose values are groups."""
    first, *rest = re.split(r"\{ \$(\w+) \}", text)
    out, seen = re.escape(first), set[str]()
    for name, after in zip(rest[::2], rest[1::2], strict=True):
        # A value that stands twice is found once more as it was.
        out += (f"(?P={name})" if name in seen else f"(?P<{name}>.+?)") + re.escape(after)
        seen.add(name)
    return out


def of(pair: "Words") -> str:
    """A text of ``terms`` in the reader's language."""
    return pair[language()]


def named(kind: str, name: str, otherwise: str) -> str:
    """What a thing of some kind is called where there is a message for it: ``launch``, ``hwangju``."""
    message = f"{kind}_{name}"
    return t(message) if message in _index(language()) else otherwise


def translated(text: str) -> str:
    """A text of a study or of the catalogue in the reader's language; itself where it has no other."""
    message = f"text-{hashlib.sha256(text.encode()).hexdigest()[:10]}"
    return t(message) if message in _index(language()) else text


def name_of(name: str, name_ko: str | None) -> str:
    """The name of a thing in the reader's language; the English one where it has no other."""
    return name_ko if name_ko and language() == "ko" else name


def inline(name: str) -> str:
    """``An Aegis destroyer`` -> ``an Aegis destroyer``: a name inside a sentence."""
    first, space, rest = name.partition(" ")
    return f"{first.lower()}{space}{rest}" if first in {"A", "An", "The"} else name


def with_particle(word: Any, forms: str) -> str:
    """A word with its Korean particle: ``화성-7``, ``을/를`` gives ``화성-7을``.

    The form hangs on the last sound of the word as it is read: a syllable by its final consonant, a
    digit by its Sino-Korean name, a Latin letter by whether a word that ends so closes with a
    consonant (an approximation: l, m and n do).  What stands in brackets at the end is not heard.

    Parameters
    ----------
    forms : after a consonant and after a vowel: ``을/를``, ``은/는``, ``이/가``, ``과/와``, ``으로/로``.
    """
    text = str(word)
    heard = re.sub(r"\s*[(（][^()（）]*[)）]$|[\s\"'’”)\]]+$", "", text) or text
    closed, opened = forms.split("/")
    final = "" if _READ_UNIT.search(heard) else _final(heard[-1])
    # 으로 is 로 after the consonant ㄹ as well: 서울로, 7로.
    is_open = final == "" or (final == "ㄹ" and closed == "으로")
    return text + (opened if is_open else closed)


# Kilometres, metres a second, degrees and percent are read as words that end in a vowel.
_READ_UNIT: Final = re.compile(r"\d\s*(?:[kc]?m[²³]?(?:/s)?|°|%)$")
_HANGUL: Final = range(ord("가"), ord("힣") + 1)
_RIEUL: Final = 8
_DIGITS: Final = dict(
    zip("0123456789", ("ㅇ", "ㄹ", "", "ㅁ", "", "", "ㄱ", "ㄹ", "ㄹ", ""), strict=True)
)
_LATIN: Final = {"l": "ㄹ", "r": "", "m": "ㅁ", "n": "ㄴ"}


def _final(letter: str) -> str:
    """The consonant that a letter closes with; nothing where it ends in a vowel."""
    if ord(letter) in _HANGUL:
        place = (ord(letter) - _HANGUL.start) % 28
        return "ㄹ" if place == _RIEUL else "ㄱ" if place else ""
    return _DIGITS.get(letter, _LATIN.get(letter.lower(), ""))


def source(asked: "Language", *parts: str) -> str:
    """The text of some files of messages in Fluent's format, with those of ``terms`` before them."""
    return "\n".join([_of_terms(asked), *(_file(asked, part) for part in parts)])


def message_ids(asked: "Language") -> list[str]:
    """Every message of a language, those of ``terms`` as well."""
    return list(_index(asked))


@cache
def _file(asked: "Language", part: str) -> str:
    return _FOLDER.joinpath(asked, f"{part}.ftl").read_text(encoding="utf-8")


@cache
def _of_terms(asked: "Language") -> str:
    from shieldmap import terms

    tables: dict[str, Any] = {
        "assumption": terms.ASSUMPTIONS,
        "reason": terms.REASONS,
        "outcome": terms.OUTCOMES,
        "doctrine": terms.DOCTRINES,
        "class": terms.CLASSES,
        "question": terms.QUESTIONS,
    }
    lines = []
    for kind, rows in tables.items():
        for name, row in rows.items():
            if hasattr(row, "short"):
                lines.append(f"{kind}_{name} = {row.short[asked]}")
            lines.append(f"{kind}_{name}_long = {row.long[asked]}")
    return "\n".join(lines) + "\n"


@cache
def _index(asked: "Language") -> dict[str, str]:
    """Message -> its text in Fluent's format: only what is said is parsed, which takes 0.3 ms each."""
    parts = sorted(one.name for one in _FOLDER.joinpath(asked).iterdir())
    whole = source(asked, *(part.removesuffix(".ftl") for part in parts))
    found = [part for part in _START.split(whole) if "=" in part and not part.startswith("#")]
    return {part.partition(" =")[0]: part for part in found}


@cache
def _bundle(asked: "Language") -> "FluentBundle":
    from fluent.runtime import FluentBundle

    # Marks that isolate directions of writing serve no language here and would stand in texts.
    functions: dict[str, Any] = {"JOSA": with_particle}
    locale = {"en": "en-GB", "ko": "ko-KR"}[asked]
    return FluentBundle([locale], use_isolating=False, functions=functions)


@cache
def _parsed(asked: "Language", message: str) -> "FluentBundle":
    """The bundle of a language, once it knows a message."""
    from fluent.runtime import FluentResource

    bundle = _bundle(asked)
    bundle.add_resource(FluentResource(_index(asked)[message]))
    return bundle
