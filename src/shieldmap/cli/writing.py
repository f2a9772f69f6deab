"""Files that a command writes: names checked first, contents written together."""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Final

from shieldmap import catalog, export, files, folders
from shieldmap.answers.places import InputError

PICTURES: Final = (".svg", ".pdf", ".png")


def check_ending(option: str, path: Path, endings: tuple[str, ...]) -> None:
    """Refuse a name whose ending does not say what will be in the file."""
    if path.suffix.lower() not in endings:
        *first, last = endings
        listed = f"{', '.join(first)} or {last}" if first else last
        raise InputError(f"--{option} is '{path}': expected a name that ends in {listed}")


def check_writable(option: str, path: Path) -> None:
    """Try the folder with a file that is removed at once: only this is certain."""
    if not path.parent.is_dir():
        raise InputError(f"--{option} is '{path}': the folder {path.parent} does not exist")
    try:
        if path.exists() and not stat.S_ISREG(path.stat().st_mode):
            raise InputError(f"--{option} is '{path}': that is no plain file")
        if path.exists() and not os.access(path, os.W_OK):
            raise InputError(f"--{option} is '{path}': that file must not be changed")
        trial = files.beside(path)
        trial.touch()
        trial.unlink()
    except OSError as error:
        raise InputError(f"--{option} is '{path}': {error.strerror or error}") from None


@contextmanager
def folder_made(folder: Path) -> Iterator[None]:
    """Make the folder of ``-o`` and try it; what was made leaves again where the block fails."""
    with ExitStack() as held:
        try:
            held.enter_context(folders.made(folder))
            trial = files.beside(folder / "trial")
            trial.touch()
            trial.unlink()
        except OSError as error:
            raise InputError(f"-o is '{folder}': {error.strerror or error}") from None
        yield


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write every file beside its place, then rename them all; on the way out nothing stays."""
    try:
        files.write_whole(contents)
    except OSError as error:
        raise InputError(f"'{error.filename}' was not written: {error.strerror}") from None


def about(sources: Iterable[str], limits: str) -> export.About:
    """The version, the titles of the sources cited by key, each once, and the limits."""
    known = catalog.bibliography()
    keys = dict.fromkeys(source.partition("#")[0] for source in sources)
    titles = tuple(f"{key}: {known[key].title}" for key in keys if key in known)
    return export.About(version("shieldmap"), titles, limits)
