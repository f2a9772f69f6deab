"""The reader's language: ``--lang`` of every command, and what records say in that language.

Records and files are English.  What stands in one ready-made is found again by the English text of the
messages ``said_...``, by the names of the catalogue and by the Korean of the embedded scenarios; what
is being done by ``doing_...``, which would be found in other texts too.
"""

import inspect
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import cache, wraps
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from shieldmap.cli import completing

if TYPE_CHECKING:
    # Not at run time: it takes as long as all the rest of `shieldmap --help`.
    from shieldmap.terms import Language


def _language(given: str) -> str:
    if given == "en":
        return given  # what the tables of terms, which take their time, need not say
    from shieldmap.terms import LANGUAGES

    if given not in LANGUAGES:
        raise typer.BadParameter(f"is '{given}': expected {' or '.join(LANGUAGES)}")
    return given


_Lang = Annotated[
    str,
    typer.Option(
        "--lang",
        envvar="SHIELDMAP_LANG",
        show_envvar=False,
        callback=_language,
        autocompletion=completing.languages,
        metavar="en|ko",
        help="Language of what is printed and drawn; SHIELDMAP_LANG says it for all commands.",
    ),
]


class App(typer.Typer):
    """Commands that have ``--lang`` and speak that language while they work."""

    def command(self, *names: Any, **options: Any) -> Callable[[Any], Any]:
        """Register a function as a command."""
        register = super().command(*names, **options)

        def spoken(function: Callable[..., Any]) -> Callable[..., Any]:
            @wraps(function)
            def work(*, lang: "Language", **given: Any) -> Any:
                from shieldmap import words

                with words.using(lang):
                    _tell_renamed(given.values())
                    return function(**given)

            own = inspect.signature(function)
            lang = inspect.Parameter(
                "lang", inspect.Parameter.KEYWORD_ONLY, default="en", annotation=_Lang
            )
            work.__signature__ = own.replace(  # type: ignore[attr-defined]
                parameters=[*own.parameters.values(), lang]
            )
            work.__annotations__ = {**function.__annotations__, "lang": _Lang}
            register(work)
            return function

        return spoken


def _tell_renamed(given: Iterable[object]) -> None:
    """Say of a study that is asked for by a former name which one is opened, on standard error."""
    for old in given:
        if not (isinstance(old, str) and _STUDY.fullmatch(old)):
            continue
        # Only here: an address needs no studies, and the worker of its page can begin before them.
        from shieldmap import scenario
        from shieldmap.words import t

        if (name := scenario.current(old)) != old:
            print(t("study_renamed", old=old, name=name), file=sys.stderr)


_STUDY: Final = re.compile(r"[\w-]+")
"""What the name of an embedded study looks like."""


def said(text: str, kind: str = "") -> str:
    """A text of a record in the reader's language; one that is not known stays as it is.

    ``kind`` begins the names of the messages among which it is looked for.
    """
    from shieldmap import words

    return text if words.language() == "en" else words.said(text, kind, _known())


def said_each(text: str) -> str:
    """A text of parts with commas between them, each said for itself."""
    return ", ".join(said(part) for part in text.split(", "))


@cache
def _known() -> Mapping[str, str]:
    """The Korean of names and notes, by the English."""
    from shieldmap import catalog, scenario

    studies = [scenario.load_study(name) for name in scenario.names()]
    assets = [asset for study in studies for asset in getattr(study, "assets", ())]
    starts = [point for study in studies for point in getattr(study, "launch_points", ())]
    named = [*assets, *starts, *catalog.entries()]
    # Tables tell launch points by their ids.
    known = {point.id: point.name_ko for point in starts if point.name_ko}
    return known | {one.name: one.name_ko for one in named if one.name_ko}
