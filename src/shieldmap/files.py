"""Files that are whole or not there, and errors that name the file.

A file is written beside its place under a name that nobody else takes, forced onto the disk and
renamed, so that a reader finds the old content or the new one and never a part. The system's own
words on a failed write name no file (a full disk does not know whose it is): here they always do.

Limits: several files written together are renamed one after the other. Network file systems may
order these steps otherwise and are not covered.
"""

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Mapping
from pathlib import Path


def read(path: Path, most_bytes: int) -> bytes:
    """The content of a plain file of at most so many bytes, and one more byte of a longer one.

    A pipe would wait for ever, and a device may never end: both are asked for before they are opened.

    Raises
    ------
    OSError : it cannot be read or is no plain file, with the name of the file.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise OSError(errno.EINVAL, "not a plain file")
        with path.open("rb") as file:
            return file.read(most_bytes + 1)
    except OSError as error:
        raise named(error, path) from None


def write(path: Path, content: bytes) -> None:
    """Write a file in place, for a folder that nobody looks into yet.

    Raises
    ------
    OSError : with the name of the file.
    """
    try:
        with path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise named(error, path) from None


def write_whole(contents: Mapping[Path, bytes]) -> None:
    """Write every file beside its place, then rename them all; on the way out nothing stays.

    Raises
    ------
    OSError : with the name of the file.
    """
    unfinished = {path: beside(path) for path in contents}
    try:
        for path, content in contents.items():
            try:
                write(unfinished[path], content)
            except OSError as error:
                raise named(error, path) from None
        for path, made in unfinished.items():
            try:
                made.replace(path.resolve())
            except OSError as error:
                raise named(error, path) from None
    finally:
        for made in unfinished.values():
            with contextlib.suppress(OSError):
                made.unlink(missing_ok=True)


def beside(path: Path) -> Path:
    """A hidden name in the same folder that nobody else has; a link is followed to what it names."""
    whole = path.resolve()
    return whole.with_name(f".{whole.name[:100]}.{token()}")


def token() -> str:
    """Sixteen digits that no other process, thread or container draws."""
    return secrets.token_hex(8)


def named(error: OSError, path: Path) -> OSError:
    """The same error, with the name of this file."""
    return OSError(error.errno, error.strerror or str(error), str(path))
