"""Shieldmap: what can a missile defence see, reach and protect?

The public door: ``import shieldmap as sm; run = sm.run("korea"); run.summary``.
Heavy imports happen inside the functions, so that ``import shieldmap`` stays quick.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from shieldmap.archive import Run
    from shieldmap.live import View

__version__ = "0.1.0"
__all__ = ["__version__", "ask", "from_url", "load", "raid", "run", "save"]


def run(scenario: str = "korea", output_dir: str | None = None, **options: Any) -> "Run":
    """Run the whole study of a scenario and return the finished run directory.

    Parameters
    ----------
    scenario : an embedded scenario's name or the path of a scenario file.
    output_dir : the parent folder of the run directory (default ``runs``).
    """
    from shieldmap import archive, report

    return archive.make_run(scenario, output_dir, **{"finish": report.write, **options})


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


def raid(scenario: str = "korea", trials: int | None = None) -> dict[str, Any]:
    """Fight the raid of a scenario and return what became of it, as ``shieldmap raid --json``.

    Parameters
    ----------
    scenario : an embedded scenario's name or the path of a scenario file, with a table [raid].
    trials : fight exactly this many; without it until the interval asked for is reached.
    """
    from shieldmap import campaign, questions, scenario as scenarios

    given = scenarios.load(scenario)
    if trials is not None:
        given = scenarios.changed(given, {"raid.half_width": 0.0, "raid.trials_max": trials})
    return questions.told(questions.fight_raid(campaign.prepare(given)))


def ask(question: str, scenario: str = "korea") -> dict[str, Any]:
    """Answer one question about a scenario, as ``shieldmap ask --json``.

    Parameters
    ----------
    question : one of ``shieldmap.questions.QUESTIONS``, such as ``empty`` or ``batteries``.
    """
    from shieldmap import questions, scenario as scenarios

    return questions.ask(scenarios.load(scenario), question)


def from_url(url: str) -> "View":
    """Open an address of the page (``shieldmap serve``): the same state, computed here.

    Example: ``sm.from_url("http://127.0.0.1:8765/?reach_km=150").area()["totals"]``.
    """
    from shieldmap import live

    return live.View.from_url(url)
