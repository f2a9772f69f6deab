"""Validation: what do we get, what was published, and how far apart are the two?

``groups`` computes every comparison, failures included; ``unusable`` lists the published flights
that cannot be compared, with the reason.  Each row has a tolerance and each tolerance a reason in
a sentence.  A number that was solved for is marked as fitted and counted apart: it proves nothing.
A failure that is known and explained keeps its row and carries its sentence
(``data/validation/known_failures.csv``).

Limits: what was published is thin, rounded and partly press.  The agreement of the propagators
says that the equations are integrated as written, not that a missile is as the catalogue says.
"""

from collections.abc import Callable
from typing import Final

from shieldmap.validation import (
    air,
    authority,
    flights,
    geodesy,
    kepler,
    leakage,
    lifted,
    nesc,
    orekit,
    propagators,
    radar,
    speeds,
    stage_sets,
    statements,
)
from shieldmap.validation.flights import unusable
from shieldmap.validation.nouns import ComparisonGroup, Row, Unusable
from shieldmap.validation.results import as_record, read_results

__all__ = [
    "GROUPS",
    "ComparisonGroup",
    "Row",
    "Unusable",
    "as_record",
    "groups",
    "read_results",
    "unusable",
]

Progress = Callable[[str, int, int], None]

GROUPS: Final[dict[str, Callable[[], ComparisonGroup]]] = {
    "lofted-times": flights.lofted_times,
    "standard-ranges": flights.standard_ranges,
    "flights": flights.flights,
    "falling-speeds": speeds.falling_speeds,
    "stage-sets": stage_sets.stage_sets,
    "minimum-energy": kepler.minimum_energy,
    "bate-mueller-white": kepler.bate_mueller_white,
    "atmosphere": air.atmosphere_rows,
    "geodesics": geodesy.geodesics,
    "frames": geodesy.frames,
    "independent": propagators.propagators,
    "orekit": orekit.arcs,
    "nesc": nesc.check_cases,
    "radar-equation": radar.equation_rows,
    "detection": radar.detections,
    "leakage": leakage.leakage,
    "statements": statements.statements,
    "lifted": lifted.lifted_flights,
}
"""The comparisons by name, in the order in which they are shown."""


def computed_groups(
    only: str | None = None, progress: Progress | None = None
) -> list[ComparisonGroup]:
    """Compute every group of comparisons, or one of them.

    Raises
    ------
    ValueError : no group has this name.
    """
    if only is not None and only not in GROUPS:
        raise ValueError(f"group is '{only}': expected one of {', '.join(GROUPS)}")
    wanted = [only] if only is not None else list(GROUPS)
    found = []
    for number, name in enumerate(wanted):
        if progress is not None:
            progress(name, number, len(wanted))
        found.append(_explained(GROUPS[name]()))
    return found


def _explained(group: ComparisonGroup) -> ComparisonGroup:
    """The group with the sentences of its known failures."""
    known = authority.known_failures()
    rows = [
        row._replace(known=known.get((group.id, row.name, row.quantity), ""))
        if row.kind == "test"
        else row
        for row in group.rows
    ]
    return group._replace(rows=tuple(rows))
