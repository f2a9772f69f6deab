"""What the shell offers after a tab: studies, systems and questions by the first letters of their names.

Names of files are asked and no study is read, so that the answer comes at once; where nothing begins
so, the shell offers files, which is how a study of one's own is named.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

# Said once more, since asking for them would bring in all that exports: a test holds them together.
LANGUAGES: Final = ("en", "ko")
KINDS: Final = (
    "geojson", "kml", "csv", "czml", "oem", "netcdf", "parquet", "toml", "bibtex",
)  # fmt: skip

_DATA: Final = Path(__file__).parents[1] / "data"


def studies(incomplete: str) -> list[str]:
    """Embedded studies whose names begin so."""
    return _files(incomplete, "scenarios")


def missiles(incomplete: str) -> list[str]:
    """Missiles of the catalogue whose ids or aliases begin so."""
    return _systems(incomplete, "missiles")


def radars(incomplete: str) -> list[str]:
    """Radars of the catalogue whose ids or aliases begin so."""
    return _systems(incomplete, "radars")


def systems(incomplete: str) -> list[str]:
    """Whatever the catalogue has whose id or alias begins so."""
    return _systems(incomplete, "missiles", "defences", "radars")


def claims(incomplete: str) -> list[str]:
    """Public statements whose ids begin so."""
    return _files(incomplete, "claims")


def analyses(incomplete: str) -> list[str]:
    """Published analyses that are done again whose ids begin so."""
    return [name for name in _files(incomplete, "reproduced") if name != "not_reproduced"]


def languages(incomplete: str) -> list[str]:
    """Languages that begin so."""
    return [name for name in LANGUAGES if name.startswith(incomplete)]


def kinds(incomplete: str) -> list[str]:
    """Formats of a finished run, of which several stand with commas; the last one is completed."""
    before, comma, last = incomplete.rpartition(",")
    return [before + comma + name for name in KINDS if name.startswith(last)]


def questions(incomplete: str) -> list[str]:
    """Questions of ``shieldmap ask`` whose names begin so."""
    from shieldmap import terms

    return sorted(name for name in terms.QUESTIONS if name.startswith(incomplete))


def _systems(begin: str, *folders: str) -> list[str]:
    """Ids; once something is typed also aliases, which nobody wants to see all of."""
    known = _files(begin, *folders)
    if begin:
        aliases = (name for folder in folders for name in _aliases(folder))
        known = sorted({*known, *(name for name in aliases if name.startswith(begin))})
    return known


def _aliases(folder: str) -> Iterator[str]:
    """The aliases of every entry; the line that holds them is found without reading the rest."""
    for path in (_DATA / folder).glob("*.toml"):
        line = _ALIASES.search(path.read_text(encoding="utf-8"))
        if line is not None:
            yield from tomllib.loads(line[0])["aliases"]


_ALIASES: Final = re.compile(r"^aliases = \[[^\]]*\]", re.MULTILINE)


def _files(begin: str, *folders: str) -> list[str]:
    found = (path.stem for folder in folders for path in (_DATA / folder).glob("*.toml"))
    return sorted(name for name in found if name.startswith(begin))
