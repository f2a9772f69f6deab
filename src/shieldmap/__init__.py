"""Shieldmap: what can a missile defence see, reach and protect?

The public door: the verbs of the command line with the same words, each returning a record.

    import shieldmap as sm
    sm.fly("nodong", from_="hwangju", to="busan").apogee_m
    sm.why("seoul", threat="hwasong-7").reason_text
    run = sm.run("korea"); run.summary

Heavy imports happen when a verb is first used, so that ``import shieldmap`` stays quick.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from shieldmap.answers import (
        View,
        ask,
        brief,
        defend,
        fly,
        raid,
        reconstruct,
        record,
        reproduce,
        see,
        sweep,
        trade,
        validate,
        why,
    )
    from shieldmap.archive import Run
    from shieldmap.results import Comparison

    Progress = Callable[[str, int, int], None]

__version__ = "0.3.0"
__all__ = [
    "__version__",
    "ask",
    "brief",
    "compare",
    "defend",
    "fly",
    "from_url",
    "load",
    "raid",
    "reconstruct",
    "record",
    "reproduce",
    "run",
    "save",
    "see",
    "sweep",
    "trade",
    "validate",
    "why",
]


def __getattr__(name: str) -> object:
    """A verb of ``answers``, brought in when it is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module 'shieldmap' has no attribute '{name}'")
    from shieldmap import answers

    return getattr(answers, name)


def __dir__() -> list[str]:
    return sorted(__all__)


def run(
    scenario: str = "korea", output_dir: str | None = None, progress: "Progress | None" = None
) -> "Run":
    """Run the whole study of a scenario and return the finished run directory.

    Parameters
    ----------
    scenario : an embedded scenario's name or the path of a scenario file.
    output_dir : the parent folder of the run directory (default ``runs``).
    progress : called with what is done, how much of it, and of how much.
    """
    from shieldmap import archive, report

    return archive.make_run(scenario, output_dir, progress=progress, finish=report.write)


def load(path: str) -> "Run":
    """Open a finished run directory."""
    from shieldmap import archive

    return archive.Run(Path(path))


def save(run: "Run", kinds: str, folder: str = "exports") -> list[Path]:
    """Write a finished run for other programs and return the files, as ``shieldmap export``.

    Parameters
    ----------
    kinds : one or more formats with commas, such as ``geojson,czml``.
    folder : where the files go; it is made.
    """
    from shieldmap.cli import exporting

    return exporting.save(run, exporting.kinds_of(kinds), Path(folder))


def compare(
    before: str,
    after: str | None = None,
    *,
    without: "str | Sequence[str]" = (),
    output_dir: str = "runs",
    progress: "Progress | None" = None,
) -> "Comparison":
    """What is lost and won between two runs, as ``shieldmap compare``.

    Parameters
    ----------
    before, after : run directories or scenarios; a scenario is run where its run does not lie there.
    without : what leaves instead of a second run: radar, launchers=N or interceptors=SHARE.
    output_dir : the parent folder of the runs.

    Example: ``sm.compare("korea", without="launchers=2").to_pandas()``.
    """
    from shieldmap import answers, report

    maker = answers.RunMaker(output_dir, progress, report.write)
    leaving = (without,) if isinstance(without, str) else without
    return answers.compare_runs(before, after, without=leaving, maker=maker).record


def from_url(url: str) -> "View":
    """Open an address of the page (``shieldmap serve``): the same state, computed here.

    Example: ``sm.from_url("http://127.0.0.1:8765/?reach_km=150").area().totals``.
    """
    from shieldmap.answers import View

    return View.from_url(url)
