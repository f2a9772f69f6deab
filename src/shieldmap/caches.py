"""Where compiled kernels, aims and answers are kept between runs.

Question: in which folder may this user write, and which files there belong to these sources?

The first of these folders that can be written is taken: the one named by ``SHIELDMAP_CACHE_DIR``,
the one named by ``NUMBA_CACHE_DIR``, ``XDG_CACHE_HOME`` or ``~/.cache``, and a private folder of the
user among the temporary files. Where there is none, kernels are compiled anew each time. Nothing
here raises: a machine without home, without passwd entry or with a full disk still starts.
"""

import contextlib
import hashlib
import os
import secrets
import stat
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

_SEAL_BYTES: Final = hashlib.sha256().digest_size
_PHYSICS: Final = (
    "kernels",
    "model",
    "earth",
    "flight",
    "threat",
    "interceptor",
    "sensor",
    "stability",
    "track",
    "engagement",
    "battle",
    "fragments",
)
KERNEL: Final = ".kernel"
"""The ending of a file that holds one compiled kernel."""


@cache
def kernel_folder() -> Path | None:
    """The folder of the kernels of these sources, made if needed; nothing where none can be written."""
    name = f"kernels-{physics().decode()}"
    for parent in _parents():
        folder = parent / name
        if _is_usable(folder):
            return folder
    return None


def beside_kernels(name: str) -> Path | None:
    """A folder for other things that are kept, not yet made; nothing where none can be written."""
    kernels = kernel_folder()
    return None if kernels is None else kernels.parent / name


def find(path: Path, of: bytes = b"") -> bytes | None:
    """What was kept in a file for the sources ``of``; nothing where it is not there or not whole."""
    try:
        held = path.read_bytes()
    except OSError:
        return None
    seal, content = held[:_SEAL_BYTES], held[_SEAL_BYTES:]
    return content if seal == _seal(of, content) else None


def keep(path: Path, content: bytes, of: bytes = b"") -> bool:
    """Keep something for the sources ``of``, whole or not at all; whether the disk could take it."""
    unfinished = path.with_suffix(f".{secrets.token_hex(8)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(_seal(of, content) + content)
        os.replace(unfinished, path)  # noqa: PTH105
    except OSError:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        return False
    return True


def _seal(of: bytes, content: bytes) -> bytes:
    return hashlib.sha256(of + content).digest()


def is_cold() -> bool:
    """Whether the kernels have to be compiled: those of engagements need all others and come last."""
    folder = kernel_folder()
    return folder is None or not any(folder.glob(f"engagement*{KERNEL}"))


def _parents() -> Iterator[Path]:
    """Folders to try, the user's own choice first."""
    for variable, below in (
        ("SHIELDMAP_CACHE_DIR", ""),
        ("NUMBA_CACHE_DIR", "shieldmap"),
        ("XDG_CACHE_HOME", "shieldmap"),
    ):
        given = os.environ.get(variable, "").strip()
        if given:
            yield Path(os.path.abspath(given)) / below  # noqa: PTH100 (resolve() would ask the disk)
    home = os.path.expanduser("~")  # noqa: PTH111 (Path.home() raises without HOME and passwd entry)
    if os.path.isabs(home):  # noqa: PTH117
        yield Path(home) / ".cache" / "shieldmap"
    private = _private()
    if private is not None:
        yield private


def _private() -> Path | None:
    """A folder of this user alone among the temporary files: what lies in it is run as code."""
    try:
        owner = os.getuid() if hasattr(os, "getuid") else None
        folder = Path(tempfile.gettempdir()) / f"shieldmap-{'user' if owner is None else owner}"
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return None
    is_ours = stat.S_ISDIR(found.st_mode) and (
        owner is None or (found.st_uid == owner and not found.st_mode & 0o077)
    )
    return folder if is_ours else None


def _is_usable(folder: Path) -> bool:
    """Whether files can be written there; only trying it is certain."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except (OSError, ValueError):
        return False


@cache
def physics() -> bytes:
    """What names the sources of the kernels, for what was computed with them."""
    return _fingerprint().encode()


def _fingerprint() -> str:
    """Sixteen digits of everything that a kernel is compiled from.

    Numba itself does not see an edit in a file that another one imports (numba issues 1833 and
    9483), so an edited callee would keep running in its old form.
    """
    digest = hashlib.sha256(f"{version('numba')} {sys.version_info[:2]}".encode())
    here = Path(__file__).parent
    for module in _PHYSICS:
        for path in (here / f"{module}.py", *sorted((here / module).glob("*.py"))):
            if path.exists():
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
