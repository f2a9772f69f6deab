"""``compare``: two runs side by side, or one with something taken away."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from shieldmap import archive, scenario as scenarios, texts
from shieldmap.answers import changes
from shieldmap.answers.places import InputError
from shieldmap.archive import Run
from shieldmap.footprint import Progress
from shieldmap.results import Comparison
from shieldmap.scenario import AnyScenario, Scenario

_WITHOUT = "radar, launchers=N or interceptors=SHARE, such as launchers=2 or interceptors=0.5"


class RunMaker(NamedTuple):
    """How a run is made where it does not lie in the folder already."""

    output_dir: str = "runs"
    progress: Progress | None = None
    finish: Callable[[Path], object] | None = None

    def lying(self, given: AnyScenario) -> Run | None:
        """The run of a scenario that lies in the folder already, which must be whole."""
        path = Path(self.output_dir) / f"{given.name}-{archive.run_hash(given)}"
        if not (path / archive.MANIFEST).is_file():
            return None
        found = Run(path)
        found.refuse_damage()
        return found

    def run(self, given: AnyScenario, name: str | None = None) -> Run:
        """The run of a scenario; under ``name`` its file is kept as it was written.

        A stability study is always named.
        """
        found = self.lying(given)
        if found is not None:
            return found
        own = given if isinstance(given, Scenario) else given.name
        return archive.make_run(
            own if name is None else name,
            self.output_dir,
            progress=self.progress,
            finish=self.finish,
        )


class Compared(NamedTuple):
    """Both runs, and what changes between them."""

    before: Run
    after: Run
    record: Comparison


def compare_runs(
    before: str,
    after: str | None = None,
    *,
    without: Sequence[str] = (),
    maker: RunMaker = RunMaker(),  # noqa: B008 (it holds nothing that changes)
) -> Compared:
    """Compare two runs; a scenario is run first, unless its run lies there already.

    Parameters
    ----------
    before, after : run directories or scenarios.
    without : what leaves instead of a second run: radar, launchers=N or interceptors=SHARE.

    Raises
    ------
    InputError : neither or both of ``after`` and ``without``, or something that cannot leave.
    """
    if (after is None) == (not without):
        raise InputError(
            "compare needs a second run or --without: expected one of them and not both, such as "
            "shieldmap compare korea korea-2026-03 or shieldmap compare korea --without radar"
        )
    # What cannot be is said before anything is computed.
    earlier = _scenario_of(before)
    other = reduced(earlier, without) if after is None else _scenario_of(after)
    changes.refuse_apart(earlier, other)
    for given in (earlier, other):
        maker.lying(given)
    first = _run(before, maker)
    second = maker.run(other) if after is None else _run(after, maker)
    return Compared(first, second, changes.compare(first, second))


def _scenario_of(name: str) -> Scenario:
    """The scenario of the run in this folder, which must be whole, or the one of this name."""
    if (Path(name) / archive.MANIFEST).is_file():
        found = Run(Path(name))
        found.refuse_damage()
        return found.scenario
    if Path(name).is_dir():
        raise InputError(f"{name}: not a finished run (no {archive.MANIFEST} in it)")
    return scenarios.load(name)


def _run(name: str, maker: RunMaker) -> Run:
    """The run in this folder, or the run of this scenario."""
    if (Path(name) / archive.MANIFEST).is_file():
        return Run(Path(name))
    return maker.run(_scenario_of(name), name)


def reduced(given: Scenario, without: Sequence[str]) -> Scenario:
    """The scenario without the radar, some launchers or a share of the interceptors.

    Launchers leave the battery; interceptors leave every launcher, in whole interceptors.
    """
    changes: dict[str, object] = {}
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
