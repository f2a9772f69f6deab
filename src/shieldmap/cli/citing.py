"""``shieldmap cite``: the bibliography of a run, as BibTeX for pdfLaTeX and any style.

Texts of sources are plain Unicode; here they become TeX. What plain styles need is there: a word for
sorting where nobody is named, the address where they print it, and capitals that they leave alone.
An entry that lacks what its kind must have becomes ``@misc`` and says the same in words.

Limits: pdfLaTeX sets Latin letters. Hangul is romanised letter by letter, and a letter of another
script becomes its code point; ``--json`` has every text as it is.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final
from urllib.parse import quote

from shieldmap import archive
from shieldmap.results import UsedSource

_NEEDED: Final = {
    "article": ("author", "title", "journal", "year"),
    "book": ("author", "title", "publisher", "year"),
    "incollection": ("author", "title", "booktitle", "publisher", "year"),
    "inproceedings": ("author", "title", "booktitle", "year"),
    "techreport": ("author", "title", "institution", "year"),
    "misc": (),
}
"""What plain styles miss with a warning, by kind."""

_TEX: Final = {
    "\\": r"\textbackslash",
    "{": r"\textbraceleft",
    "}": r"\textbraceright",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "~": r"\textasciitilde",
    "^": r"\textasciicircum",
    "<": r"\textless",
    ">": r"\textgreater",
    "|": r"\textbar",
    '"': r"\textquotedblright",
    "ø": r"\o",
    "Ø": r"\O",
    "ł": r"\l",
    "Ł": r"\L",
    "ß": r"\ss",
    "æ": r"\ae",
    "Æ": r"\AE",
    "œ": r"\oe",
    "Œ": r"\OE",
    "ı": r"\i",
    "§": r"\S",
    "°": r"$^\circ$",
    "²": "$^2$",
    "³": "$^3$",
    "×": r"$\times$",
    "±": r"$\pm$",
    "≤": r"$\leq$",
    "≥": r"$\geq$",
    "µ": r"$\mu$",
    "μ": r"$\mu$",
    "‘": "`",
    "’": "'",
    "“": "``",
    "”": "''",
    "„": r"\textquotedblright",
    "–": "--",
    "—": "---",
    "‐": "-",
    "−": "--",
    "…": r"\ldots",
    "·": r"$\cdot$",
    "đ": "d",
    "Đ": "D",
    "ð": "d",
    "þ": "th",
}
_ACCENTS: Final = {
    "\u0300": "`",
    "\u0301": "'",
    "\u0302": "^",
    "\u0303": "~",
    "\u0304": "=",
    "\u0306": "u",
    "\u0307": ".",
    "\u0308": '"',
    "\u030a": "r",
    "\u030b": "H",
    "\u030c": "v",
    "\u0323": "d",
    "\u0327": "c",
    "\u0331": "b",
}
_LEADS: Final = "g kk n d tt r m b pp s ss - j jj ch k t p h".replace("-", "").split(" ")
_VOWELS: Final = [
    "a",
    "ae",
    "ya",
    "yae",
    "eo",
    "e",
    "yeo",
    "ye",
    "o",
    "wa",
    "wae",
    "oe",
    "yo",
    "u",
    "wo",
    "we",
    "wi",
    "yu",
    "eu",
    "ui",
    "i",
]
_TAILS: Final = [
    "",
    *[
        "k",
        "k",
        "k",
        "n",
        "n",
        "n",
        "t",
        "l",
        "k",
        "m",
        "l",
        "l",
        "l",
        "p",
        "l",
        "m",
        "p",
        "p",
        "t",
        "t",
        "ng",
        "t",
        "t",
        "k",
        "t",
        "p",
        "t",
    ],
]
_HANGUL: Final = range(0xAC00, 0xD7A4)

_PREAMBLE: Final = (
    r'@preamble{"\ifdefined\url\else\def\url{\begingroup\catcode`\%=12\catcode`\#=12\catcode`\_=12'
    r"\catcode`\&=12\catcode`\~=12\catcode`\^=12\catcode`\$=12\relax\writtenurl}"
    r'\def\writtenurl#1{\texttt{#1}\endgroup}\fi"}'
)
"""For documents that load no package with ``\\url``."""


_PLACED: Final = ("journal", "booktitle", "publisher", "institution", "volume", "number", "pages")
"""Fields that say where a work stands."""


def bibliography_of(run_dir: Path) -> tuple[UsedSource, ...]:
    """The sources of a run; those that its scenario defines are among them."""
    return archive.Run(run_dir).bibliography


def as_bibtex(entries: Iterable[UsedSource]) -> str:
    """The sources as BibTeX."""
    written = [_entry(entry.as_json()) for entry in entries]
    has_address = any(r"\url{" in entry for entry in written)
    return "\n\n".join([_PREAMBLE, *written] if has_address else written)


def _entry(entry: Mapping[str, object]) -> str:
    given = {name: str(value) for name, value in entry.items() if value not in (None, "")}
    kind = given["type"].lower()
    if any(name not in given for name in _NEEDED.get(kind, ("never",))):
        kind = "misc"
    fields: dict[str, str] = {}
    if "author" in given:
        fields["author"] = _authors(given["author"])
    else:
        fields["key"] = given["key"]
    fields["title"] = _title(given.get("title", given["key"]))
    told = [name for name in _PLACED if name in given]
    if kind != "misc":
        fields |= {name: tex(given[name]) for name in told}
    address = [rf"\url{{{_url(given['url'])}}}"] if "url" in given else []
    where = [_worded(name, given[name]) for name in told] if kind == "misc" else []
    if "howpublished" in given:
        where.append(tex(given["howpublished"]))
    notes = [tex(given["note"]).rstrip(".")] if "note" in given else []
    if kind == "misc":
        where += address
    else:
        notes += where + address
    if where and kind == "misc":
        fields["howpublished"] = ", ".join(where)
    if "year" in given:
        fields["year"] = tex(given["year"])
    if "urldate" in given and address:
        notes.append(f"Read on {tex(given['urldate'])}")
    if notes:
        fields["note"] = ". ".join(notes)
    for name in ("urldate", "confidence"):
        if name in given:
            fields[name] = tex(given[name])
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@{kind}{{{given['key']},\n{lines}\n}}"


def _worded(name: str, value: str) -> str:
    """A field of a kind that has no place for it, in words."""
    word = {"volume": "volume ", "number": "number ", "pages": "pages "}.get(name, "")
    return word + tex(value)


def _authors(text: str) -> str:
    """Names that BibTeX takes apart; what is no list of names is one name as a whole."""
    if text.startswith("{") and text.endswith("}"):
        return f"{{{tex(text[1:-1])}}}"
    names = re.split(r"\s+and\s+", text.strip())
    for name in names:
        parts = [part.strip() for part in name.split(",")]
        if not all(parts) or len(parts) > 2 or name.lower() in ("and", "others"):
            return f"{{{tex(text)}}}"
    return " and ".join(tex(name) for name in names)


def _title(text: str) -> str:
    """A title whose capitals plain styles leave alone, but for the first letter."""
    words = text.split()
    kept = []
    for number, word in enumerate(words):
        capitals = word[1:] if number == 0 else word
        has = any(letter.isupper() for letter in capitals)
        kept.append(f"{{{tex(word)}}}" if has else tex(word))
    return " ".join(kept)


def _url(text: str) -> str:
    r"""An address that ``\url`` prints as it is: ASCII, without braces and backslashes."""
    return quote(text.strip(), safe="!#$%&'()*+,-./:;=?@[]_~|^`\"<>")


def tex(text: str) -> str:
    """A plain text as TeX of pdfLaTeX, with braces that match."""
    return "".join(_letter(letter) for letter in " ".join(text.split()))


def _letter(letter: str) -> str:
    if letter in _TEX:
        written = _TEX[letter]
        return f"{{{written}}}" if written[0] in "\\$" else written
    if letter.isascii():
        return letter if letter.isprintable() else ""
    if ord(letter) in _HANGUL:
        place = ord(letter) - _HANGUL.start
        return _LEADS[place // 588] + _VOWELS[place // 28 % 21] + _TAILS[place % 28]
    base, *marks = list(unicodedata.normalize("NFKD", letter))
    if base.isascii() and base.isalpha() and len(marks) == 1 and marks[0] in _ACCENTS:
        accent = _ACCENTS[marks[0]]
        return f"{{\\{accent}{{{base}}}}}"
    simple = unicodedata.normalize("NFKD", letter)
    if simple != letter:
        return "".join(_letter(part) for part in simple if not unicodedata.combining(part))
    if unicodedata.combining(letter) or unicodedata.category(letter).startswith("C"):
        return ""
    return f"[U+{ord(letter):04X}]"
