"""The command line: ``shieldmap run``, ``fly``, ``defend``, ``catalog``, ``cite``, ``bench``.

Bad input gets one clear sentence on standard error and exit code 2.
"""

import signal

from shieldmap.cli import leaving

__all__ = ["main"]


def main() -> None:
    """Run the command line; every foreseeable failure is one sentence and an exit code."""
    leaving.open_closed_streams()
    try:
        # Imported here: it takes a third of a second, in which Ctrl-C may come already.
        from shieldmap.cli import app
    except KeyboardInterrupt:
        leaving.stop(signal.SIGINT)
    app.main()
