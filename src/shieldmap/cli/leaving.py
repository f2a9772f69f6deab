"""How a command ends when it cannot go on: one sentence on standard error and an exit code.

Nothing heavy is imported here, so that Ctrl-C is answered from the first moment on.
"""

import contextlib
import os
import sys
from pathlib import Path
from typing import NoReturn

from shieldmap import texts

FAILED = 2
"""The exit code for everything foreseeable that goes wrong."""


def fail(sentence: str) -> NoReturn:
    """Say what is wrong."""
    print(f"shieldmap: {texts.sentence(sentence)}", file=sys.stderr)
    sys.exit(FAILED)


def stop(number: int) -> NoReturn:
    """Say that a signal of this number came."""
    print("shieldmap: stopped; nothing was left behind", file=sys.stderr)
    sys.exit(128 + number)


def fail_system(error: OSError) -> NoReturn:
    """Say what the system refused: a file by its name, else standard output."""
    reason = error.strerror or str(error)
    if error.filename is not None:
        fail(f"{os.fspath(error.filename)!s}: {reason}")
    drop_output()
    fail(f"standard output cannot be written: {reason}")


def open_closed_streams() -> None:
    """Let what is printed go nowhere where the caller has closed the streams."""
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115


def drop_output() -> None:
    """Throw away what is not written yet: Python would try, and complain, once more at its end."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
