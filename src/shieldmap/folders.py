"""A run folder is made beside its place and put there whole.

Question: how do many processes, threads and containers write into one folder, how does a killed one
leave nothing that looks finished, and who cleans up after it?

An unfinished folder has a name that nobody else draws and is held by a lock of the operating system
(``flock`` on the folder itself), which the system lets go when its holder ends, however it ends. What
is not held is what a dead process left, and the next start removes it, whichever study it makes.
Beginning, cleaning up and putting in place are done one at a time, under a lock on the parent folder.
A whole folder of the same name is exchanged in one step where the system can; else it steps aside
under a hidden name, from which the next start brings it back if its owner died in between.

Limits: local file systems; locks of network ones are not covered. Where there is no such lock
(Windows), folders of dead processes stay.
"""

import ctypes
import errno
import os
import re
import shutil
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from shieldmap import files

_lock_of: Any
try:
    import fcntl as _lock_of
except ImportError:  # Windows
    _lock_of = None

_HIDDEN: Final = re.compile(r"\.(?P<name>.+)\.(?P<kind>part|old)-[0-9a-f]{16}")
_TRIES: Final = 100
_AT_CWD: Final = -100  # AT_FDCWD and RENAME_EXCHANGE of renameat2(2)
_EXCHANGE: Final = 2


@contextmanager
def unfinished(target: Path, ours: Collection[str]) -> Iterator[Path]:
    """A hidden folder beside the target, which takes its place when the block ends well.

    Parameters
    ----------
    target : the folder to be. A folder that is there already is replaced.
    ours : names of the files that a replaced folder loses; all others are taken along.

    Raises
    ------
    OSError : with the name of the folder or file. Then nothing is left behind, folders made for it
        included, and what was there is as it was.
    """
    _check(target)
    made = _missing(target.parent)
    folder, held = None, None
    try:
        try:
            folder, held = _begin(target)
        except OSError as error:
            raise files.named(error, target.parent) from None
        yield folder
        _put_in_place(folder, target, ours)
    except BaseException:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
        _remove_empty(made)
        raise
    finally:
        if held is not None:
            os.close(held)


@contextmanager
def made(folder: Path) -> Iterator[None]:
    """Make a folder; where the block fails, it and those made for it leave again while they are empty.

    Raises
    ------
    OSError : with the name of the folder.
    """
    new = _missing(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        _remove_empty(new)
        raise


def _check(target: Path) -> None:
    """Refuse a place that is taken by something else, and files that could not be taken along."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        kind = "a link" if target.is_symlink() else "no folder"
        raise FileExistsError(
            errno.EEXIST, f"is {kind}, but its name belongs to a run: move it away", str(target)
        )


def _begin(target: Path) -> tuple[Path, int | None]:
    """A fresh folder and its lock; what dead processes left beside it is removed."""
    with _one_at_a_time(target.parent):
        _clear_after_the_dead(target.parent)
        folder = target.with_name(f".{target.name}.part-{files.token()}")
        folder.mkdir()
        return folder, _take(folder)


def _put_in_place(folder: Path, target: Path, ours: Collection[str]) -> None:
    with _one_at_a_time(target.parent):
        _check(target)
        if not target.exists():
            folder.rename(target)
            return
        _take_along(target, folder, ours)
        if _exchange(folder, target):
            shutil.rmtree(folder, ignore_errors=True)
            return
        old = target.with_name(f".{target.name}.old-{files.token()}")
        target.rename(old)
        try:
            folder.rename(target)
        except BaseException:
            old.rename(target)
            raise
        shutil.rmtree(old, ignore_errors=True)


def _take_along(old: Path, new: Path, ours: Collection[str]) -> None:
    """Copy what others put into a run folder into the one that replaces it."""
    for path in sorted(old.iterdir()):
        if path.name in ours or (new / path.name).exists():
            continue
        try:
            if path.is_dir() and not path.is_symlink():
                shutil.copytree(path, new / path.name, symlinks=True)
            else:
                shutil.copy2(path, new / path.name, follow_symlinks=False)
        except OSError as error:
            reason = error.strerror or "not all of it can be copied"
            raise OSError(
                error.errno or errno.EIO,
                f"cannot be taken along into the new run ({reason}): move it away",
                str(path),
            ) from None


def _clear_after_the_dead(parent: Path) -> None:
    """Remove unfinished folders that nobody holds, and bring back what stepped aside."""
    for left in sorted(parent.iterdir()):
        found = _HIDDEN.fullmatch(left.name)
        if found is None or left.is_symlink() or not left.is_dir():
            continue
        if found["kind"] == "old":
            # Who lets a folder step aside holds the parent, as we do now: its owner is dead.
            target = parent / found["name"]
            if target.exists():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.rename(target)
            continue
        held = _take(left)
        if held is not None:
            shutil.rmtree(left, ignore_errors=True)
            os.close(held)


@contextmanager
def _one_at_a_time(parent: Path) -> Iterator[None]:
    """Hold the parent folder, made if needed; others wait here."""
    held: int | None = None
    for _ in range(_TRIES):
        held = None
        parent.mkdir(parents=True, exist_ok=True)
        try:
            held = _take(parent, waits=True)
            if held is None or os.path.samestat(os.fstat(held), parent.stat()):
                break
            os.close(held)
        except FileNotFoundError:
            pass  # another process has removed the folder, empty again, while we waited
    try:
        yield
    finally:
        if held is not None:
            os.close(held)


def _take(folder: Path, *, waits: bool = False) -> int | None:
    """Lock a folder until the number that is returned is closed; nothing where it cannot be had."""
    if _lock_of is None:
        return None
    number = os.open(folder, os.O_RDONLY)
    try:
        _lock_of.flock(number, _lock_of.LOCK_EX | (0 if waits else _lock_of.LOCK_NB))
    except OSError:  # held by a living process, or a file system without locks
        os.close(number)
        return None
    except BaseException:  # Ctrl-C while waiting
        os.close(number)
        raise
    return number


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; false where the system cannot do that."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    result = renameat2(_AT_CWD, os.fsencode(one), _AT_CWD, os.fsencode(other), _EXCHANGE)
    return bool(result == 0)


def _missing(parent: Path) -> list[Path]:
    """The folders that have to be made for the parent, the innermost first."""
    return [folder for folder in (parent, *parent.parents) if not folder.exists()]


def _remove_empty(made: list[Path]) -> None:
    """Remove the folders that were made, as far as nobody has put anything into them."""
    for folder in made:
        held = None
        try:
            # Held, so that nobody begins in a folder that goes away.
            held = _take(folder, waits=True)
            folder.rmdir()
        except OSError:
            return
        finally:
            if held is not None:
                os.close(held)
