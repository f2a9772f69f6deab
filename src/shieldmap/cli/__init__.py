"""The command line: ``shieldmap run``, ``fly``, ``defend``, ``catalog``, ``cite``, ``bench``.

Bad input gets one clear sentence on standard error and exit code 2.
"""

import os
import signal

from shieldmap.cli import leaving

__all__ = ["main"]


def main() -> None:
    """Run the command line; every foreseeable failure is one sentence and an exit code."""
    leaving.prepare_streams()
    _settle_surroundings()
    try:
        # Imported here: it takes a third of a second, in which Ctrl-C may come already.
        from shieldmap.cli import app
    except KeyboardInterrupt:
        leaving.stop(signal.SIGINT)
    app.main()


def _settle_surroundings() -> None:
    """Let no variable of the surroundings decide what a command can do.

    A width of 0 columns is what containers say that have no terminal; tables would vanish. Figures go
    into files only, so that a notebook's way of showing them, or one without a display, has no say.
    """
    if not os.environ.get("COLUMNS", "1").strip().strip("0"):
        del os.environ["COLUMNS"]
    os.environ["MPLBACKEND"] = "agg"
