"""What the shell offers after a tab: studies, systems and questions by the first letters of their names.

Names of files are asked and no study is read, so that the answer comes at once; where nothing begins
so, the shell offers files, which is how a study of one's own is named.
"""

from pathlib import Path
from typing import Final

_DATA: Final = Path(__file__).parents[1] / "data"


def studies(incomplete: str) -> list[str]:
    """Embedded studies whose names begin so."""
    return _files(incomplete, "scenarios")


def missiles(incomplete: str) -> list[str]:
    """Missiles of the catalogue whose ids begin so."""
    return _files(incomplete, "missiles")


def radars(incomplete: str) -> list[str]:
    """Radars of the catalogue whose ids begin so."""
    return _files(incomplete, "radars")


def systems(incomplete: str) -> list[str]:
    """Whatever the catalogue has whose id begins so."""
    return _files(incomplete, "missiles", "defences", "radars")


def questions(incomplete: str) -> list[str]:
    """Questions of ``shieldmap ask`` whose names begin so."""
    from shieldmap import terms

    return sorted(name for name in terms.QUESTIONS if name.startswith(incomplete))


def _files(begin: str, *folders: str) -> list[str]:
    found = (path.stem for folder in folders for path in (_DATA / folder).glob("*.toml"))
    return sorted(name for name in found if name.startswith(begin))
