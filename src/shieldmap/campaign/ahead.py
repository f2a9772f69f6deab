"""Kernels of engagements compiled in a second process, while the first compiles and flies the flights.

Numba compiles one kernel at a time in a process, and those of engagements take as long as all before them.
What they are compiled for are types alone, so that arrays of nothing serve.
"""

import subprocess
import sys
import time

import numpy as np

from shieldmap import caches, engagement
from shieldmap.campaign.studies import Study, fly
from shieldmap.engagement import Tracker
from shieldmap.model import Assumptions, LaunchSites, Radar, Trajectories
from shieldmap.track import Settling

_VARIANTS = 3
_LOOK_AGAIN_S = 0.05
_LAST_KERNEL = "engagement.judging._engage_batch-*"
"""Compiled last of what a verdict needs."""


class Ahead:
    """A second process that compiles; none where nothing is to be compiled, or none can be started."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        if not caches.is_cold() or caches.kernel_folder() is None:
            return
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-m", __name__],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except OSError:
            self._process = None

    def wait(self, this: Study) -> None:
        """Compile what flights need, and wait until verdicts need no compiling or the second process ends."""
        folder = caches.kernel_folder()
        if self._process is None or folder is None:
            return
        for case in this.cases:
            if case.table is not None:
                fly(this, case, np.zeros(1), np.zeros(1))
                break
        while self._process.poll() is None and not any(folder.glob(_LAST_KERNEL)):
            time.sleep(_LOOK_AGAIN_S)

    def end(self) -> None:
        """End the second process, whatever it does."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()


def compile_engagements() -> None:
    """Judge one flight that never was, and table its launches: both are compiled for what studies give them."""
    # Flights are views of states of six numbers, which is a type of its own.
    states = np.zeros((1, 2, 6))
    flights = Trajectories(
        np.arange(2.0), states[..., :3], states[..., 3:], np.ones(1, dtype=np.int64)
    )
    radar = Radar(np.zeros(3), np.eye(3), 0.0, 0.0, 0.0, 0.0)
    sites = LaunchSites(np.zeros((1, 3)), np.eye(3)[None], 1.0, 1.0, np.zeros((2, 2, 7)))
    rules = Settling(*(0.0,) * 8, 0, *(0.0,) * 3)
    tracker = Tracker(np.arange(_VARIANTS), rules, rules, rules)
    numbers = Assumptions(*(np.zeros(_VARIANTS) for _ in Assumptions._fields))
    stock = np.zeros((_VARIANTS, 1))
    engagement.verdicts(flights, np.zeros(1), radar, sites, stock, tracker, numbers)
    engagement.opportunities(flights, np.zeros(1), radar, sites, tracker, numbers)


if __name__ == "__main__":
    compile_engagements()
