"""The command line: ``shieldmap run``, ``fly``, ``defend``, ``catalog``, ``cite``, ``bench``.

Bad input gets one clear sentence on standard error and exit code 2.
"""

from shieldmap.cli.app import app, main

__all__ = ["app", "main"]
