"""``shieldmap compare``: the comparison, and its page."""

from pathlib import Path
from typing import NamedTuple

from shieldmap import report, words
from shieldmap.answers.comparison import RunMaker, compare_runs
from shieldmap.cli import show, writing
from shieldmap.results import Comparison


class Told(NamedTuple):
    """A comparison, and its sentence in the reader's language."""

    record: Comparison
    lead: str


def side_by_side(
    before: str, after: str | None, without: list[str], output_dir: str, page: Path | None
) -> Told:
    """Compare two runs and write the page."""
    if page is not None:
        writing.check_ending("output-file", page, (".html",))
        writing.check_writable("output-file", page)
    with show.progress() as advance:
        maker = RunMaker(output_dir, advance, report.write)
        first, second, record = compare_runs(before, after, without=without, maker=maker)
    name = words.file_name(f"compare-{first.path.name}-{second.path.name}.html")
    target = page or Path(output_dir) / name
    target.parent.mkdir(parents=True, exist_ok=True)
    writing.write_all({target: report.comparison(first, second, record).encode()})
    return Told(record.model_copy(update={"page": str(target)}), report.lead(first, record))
