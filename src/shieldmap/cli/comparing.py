"""``shieldmap compare``: two runs side by side, or one with something taken away."""

import re
from pathlib import Path
from typing import Any

from shieldmap import archive, compare, report, scenario as scenarios, texts
from shieldmap.answers.places import InputError
from shieldmap.archive import Run
from shieldmap.cli import show, writing
from shieldmap.scenario import Scenario

_WITHOUT = "radar, launchers=N or interceptors=SHARE, such as launchers=2 or interceptors=0.5"


def side_by_side(
    before: str, after: str | None, without: list[str], output_dir: str, page: Path | None
) -> dict[str, Any]:
    """Compare two runs; a scenario is run first, unless its run lies there already."""
    if (after is None) == (not without):
        raise InputError(
            "compare needs a second run or --without: expected one of them and not both, such as "
            "shieldmap compare korea korea-2026 or shieldmap compare korea --without radar"
        )
    if page is not None:
        writing.check_ending("output-file", page, (".html",))
        writing.check_writable("output-file", page)
    # What cannot be is said before anything is computed.
    other = reduced(_scenario(before), without) if after is None else _scenario(after)
    first = _run(before, output_dir)
    second = _run_of(other, output_dir) if after is None else _run(after, output_dir)
    result = compare.compare(first, second)
    target = page or Path(output_dir) / f"compare-{first.path.name}-{second.path.name}.html"
    target.parent.mkdir(parents=True, exist_ok=True)
    writing.write_all({target: report.comparison(first, second, result).encode()})
    return {**result, "page": str(target)}


def _scenario(name: str) -> Scenario:
    """The scenario of the run in this folder, or the one of this name."""
    if (Path(name) / archive.MANIFEST).is_file():
        return Run(Path(name)).scenario
    if Path(name).is_dir():
        raise InputError(f"{name}: not a finished run (no {archive.MANIFEST} in it)")
    return scenarios.load(name)


def _run(name: str, output_dir: str) -> Run:
    """The run in this folder, or the run of this scenario."""
    if (Path(name) / archive.MANIFEST).is_file():
        return Run(Path(name))
    return _run_of(_scenario(name), output_dir, name)


def _run_of(given: Scenario, output_dir: str, name: str | None = None) -> Run:
    """The run of a scenario, computed where it does not lie in the folder already."""
    found = Path(output_dir) / f"{given.name}-{archive.run_hash(given)}"
    if (found / archive.MANIFEST).is_file():
        return Run(found)
    with show.progress() as advance:
        if name is not None:
            return archive.make_run(name, output_dir, progress=advance, finish=report.write)
        return archive.make_run(given, output_dir, progress=advance, finish=report.write)


def reduced(given: Scenario, without: list[str]) -> Scenario:
    """The scenario without the radar, some launchers or a share of the interceptors.

    Launchers leave the battery; interceptors leave every launcher, in whole interceptors.
    """
    changes: dict[str, Any] = {}
    battery = given.defence.battery
    for what in without:
        name, _, amount = what.partition("=")
        if name == "radar" and not amount:
            changes["defence.radar.present"] = False
        elif name == "launchers" and (fewer := _whole(amount)) > 0:
            if fewer > battery.launchers.value:
                raise InputError(
                    f"--without is '{what}': expected at most the {battery.launchers.value} "
                    "launchers of the battery"
                )
            changes["defence.battery.launchers"] = {
                end: max(getattr(battery.launchers, end) - fewer, 0)
                for end in ("value", "low", "high")
            }
        elif name == "interceptors":
            share = _share(what, amount)
            each = battery.interceptors_per_launcher
            changes["defence.battery.interceptors_per_launcher"] = {
                end: round(getattr(each, end) * (1.0 - share)) for end in ("value", "low", "high")
            }
        else:
            raise InputError(f"--without is '{what}': expected {_WITHOUT}")
    said = [_in_words(*w.partition("=")[::2]) for w in without]
    plain = [re.sub(r"[^a-z0-9]+", "-", w.replace(".", "")) for w in without]
    label = "-".join(["without", *plain])
    changes["name"] = f"{given.name}-{label}"[:64].rstrip("-")
    changes["title"] = f"{given.title}, without {' and '.join(said)}"
    return scenarios.changed(given, changes)


def _in_words(name: str, amount: str) -> str:
    """What leaves, for a title."""
    if name == "radar":
        return "the radar"
    if name == "launchers":
        return f"{amount} launcher" + ("" if amount == "1" else "s")
    return f"{100.0 * float(amount):g} % of the interceptors"


def _whole(amount: str) -> int:
    try:
        return texts.whole(amount)
    except ValueError:
        return 0


def _share(what: str, amount: str) -> float:
    try:
        share = texts.number(amount)
    except ValueError:
        share = -1.0
    if not 0.0 < share <= 1.0:
        raise InputError(
            f"--without is '{what}': expected a share above 0 and up to 1, such as 0.5"
        )
    return share
