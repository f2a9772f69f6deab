"""The machine that was measured on, and what was measured."""

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

import numba

from shieldmap.results import BenchMachine


def this_machine() -> BenchMachine:
    """Processor, threads, versions, and the commit where the program runs from a repository."""
    return BenchMachine(
        processor=_processor(),
        cores=os.cpu_count() or 1,
        threads=numba.get_num_threads(),
        python=platform.python_version(),
        numba=numba.__version__,
        version=version("shieldmap"),
        commit=_commit(),
    )


def _processor() -> str:
    """The processor as the system names it."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.is_file() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, "") or platform.processor() or platform.machine()


def _commit() -> str | None:
    """The commit of the sources, with a plus where they were changed since; none outside a repository."""
    here = Path(__file__).parent

    def git(*words: str) -> str:
        done = subprocess.run(
            ["git", "-C", str(here), *words], capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    try:
        # The sources may lie in an environment inside somebody else's repository.
        if not git("ls-files", "--", "machine.py"):
            return None
        return git("rev-parse", "--short=12", "HEAD") + (
            "+" if git("status", "--porcelain", "-uno") else ""
        )
    except (OSError, subprocess.CalledProcessError):
        return None
