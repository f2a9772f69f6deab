"""How a command ends when it cannot go on: one sentence on standard error and an exit code.

Nothing heavy is imported here, so that Ctrl-C is answered from the first moment on.
"""

import contextlib
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from shieldmap import texts

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

FAILED: Final = 2
"""The exit code for everything foreseeable that goes wrong."""
STANDARD_OUTPUT: Final = "standard output"


def fail(sentence: str) -> NoReturn:
    """Say what is wrong."""
    print(f"shieldmap: {texts.sentence(sentence)}", file=sys.stderr)
    sys.exit(FAILED)


def stop(number: int) -> NoReturn:
    """Say that a signal of this number came."""
    # A closed terminal takes no sentence, and may be why we stop.
    with contextlib.suppress(OSError):
        print("shieldmap: stopped; nothing unfinished was left behind", file=sys.stderr, flush=True)
    sys.exit(128 + number)


def fail_system(error: OSError) -> NoReturn:
    """Say what the system refused, with the name of the file or stream."""
    reason = error.strerror or str(error)
    if error.filename == STANDARD_OUTPUT:
        drop_output()
        fail(f"{STANDARD_OUTPUT} cannot be written: {reason}")
    if error.filename is None:
        fail(f"the system refused: {reason}")
    fail(f"{os.fsdecode(error.filename)}: {reason}")


def prepare_streams() -> None:
    """Make the standard streams take every text, and name themselves when they fail.

    Into a file or a pipe goes UTF-8, whatever the console's letters are: what is printed can be read
    back. A console that lacks a letter shows its number in its place. Streams that the caller closed
    take everything and keep nothing.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
        elif _is_plain(stream):
            setattr(sys, name, _whole_stream(stream, STANDARD_OUTPUT if name == "stdout" else name))


def _is_plain(stream: io.TextIOWrapper) -> bool:
    """Whether a stream is one of the system's, and not what a test or a notebook put there."""
    buffer = getattr(stream, "buffer", None)
    return type(getattr(buffer, "raw", buffer)) is io.FileIO  # without a buffer after python -u


def _whole_stream(stream: io.TextIOWrapper, name: str) -> io.TextIOWrapper:
    """The same stream in UTF-8, or as a console in its own letters."""
    stream.flush()
    number = stream.fileno()
    return io.TextIOWrapper(
        io.BufferedWriter(_Named(number, name)),
        encoding=stream.encoding if stream.isatty() else "utf-8",
        errors="backslashreplace",
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )


class _Named(io.FileIO):
    """A stream whose errors tell which stream it is: the system knows only a number."""

    def __init__(self, number: int, name: str) -> None:
        super().__init__(number, "w", closefd=False)
        self._said = name

    def write(self, content: "ReadableBuffer") -> int:
        try:
            return super().write(content)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OSError(error.errno, error.strerror, self._said) from None


def drop_output() -> None:
    """Throw away what is not written yet: Python would try, and complain, once more at its end."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
