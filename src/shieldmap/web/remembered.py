"""Answers about studies as they are, kept on disk: the next server has them before it has a kernel.

Most who open the page ask what many asked before: an embedded study, nothing changed. Such an
answer hangs on this package alone, so it is kept beside the kernels, one file for each question: there
are as many files as questions, however often the sources change. A file names the sources that it is
of and holds a checksum; one that does not agree, or cannot be read, is computed again.
"""

import hashlib
import json
from collections.abc import Mapping
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from shieldmap import caches, scenario
from shieldmap.answers import page

_PACKAGE: Final = Path(__file__).parent.parent
_LIBRARIES: Final = ("shieldmap", "numba", "numpy", "scipy")
_VERBS: Final = (
    *("area", "coverage", "tracks", "quoted", "foreign", "trade"),
    *("version", "scenarios", "scenario", "places"),
)
_ASKER: Final = "client"
_AS_IT_IS: Final = frozenset({"scenario", "spacing_km"})
_SPACINGS_KM: Final = (None, 5.0, 10.0, 25.0)
_DRAWS: Final = (None, page.FIRST_DRAWS, page.ALL_DRAWS)
"""What the page itself asks for: with any other number the files would have no end."""


class Remembered:
    """Answers by question; without a folder, none.

    Parameters
    ----------
    folder : where they lie; made if needed.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def find(self, name: str, given: Mapping[str, Any]) -> bytes | None:
        """The answer to a question, as it was when these very sources gave it."""
        path = self._path(name, given)
        return None if path is None else caches.find(path, self._sources)

    def keep(self, name: str, given: Mapping[str, Any], content: bytes) -> None:
        """Keep an answer where its question is one of those kept; a disk that cannot take it is no fault."""
        path = self._path(name, given)
        if path is not None:
            caches.keep(path, content, self._sources)

    def _path(self, name: str, given: Mapping[str, Any]) -> Path | None:
        """The file of a question; none where the study was changed or is nobody's but the asker's."""
        state = given.get("state", given)
        study = state.get("scenario") or given.get("name")
        is_kept = (
            name in _VERBS
            and (study is None or study in self._studies)
            and (state is given or state.keys() <= _AS_IT_IS)
            and state.get("spacing_km") in _SPACINGS_KM
            and given.get("draws") in _DRAWS
        )
        if self.folder is None or not is_kept:
            return None
        asked = {key: value for key, value in given.items() if key != _ASKER}
        told = hashlib.sha256(json.dumps([name, asked], sort_keys=True).encode()).hexdigest()
        return self.folder / f"{study or 'all'}-{name}-{told[:16]}.json"

    @cached_property
    def _studies(self) -> frozenset[str]:
        return frozenset(scenario.names())

    @cached_property
    def _sources(self) -> bytes:
        """Everything that an answer hangs on: sources, data and words, 13 MB, and the libraries."""
        told = " ".join(f"{name} {version(name)}" for name in _LIBRARIES)
        digest = hashlib.sha256(told.encode())
        shown = _PACKAGE / "data" / "web"
        for path in sorted(_PACKAGE.rglob("*")):
            if path.suffix != ".pyc" and shown not in path.parents and path.is_file():
                digest.update(path.read_bytes())
        return digest.digest()


def here() -> Remembered:
    """Those of this user, beside the kernels."""
    return Remembered(caches.beside_kernels("answers"))
