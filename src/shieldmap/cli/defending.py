"""``shieldmap defend``: the footprint of a scenario, or the reason at one exact place."""

from typing import Any

from shieldmap import campaign, catalog, footprint, scenario as scenarios
from shieldmap.answers.places import InputError, find
from shieldmap.campaign import Study
from shieldmap.cli import show
from shieldmap.model import Constraint
from shieldmap.scenario import Scenario


def _narrowed(given: Scenario, threat: str | None, start: str | None) -> Scenario:
    """The scenario with only the threats and launch points asked for."""
    threats = list(given.threats)
    if threat is not None:
        try:
            missile = catalog.load(threat).id
        except catalog.CatalogError:
            missile = ""
        threats = [t for t in threats if t.id == threat or missile == catalog.load(t.missile).id]
        if not threats:
            ids = ", ".join(t.id for t in given.threats)
            raise InputError(f"--threat is '{threat}': expected one of {ids}")
    if start is not None:
        if start not in {point.id for point in given.launch_points}:
            ids = ", ".join(point.id for point in given.launch_points)
            raise InputError(f"--from is '{start}': expected one of {ids}")
        threats = [
            t.model_copy(update={"launch_points": (start,)})
            for t in threats
            if start in t.launch_points
        ]
        if not threats:
            raise InputError(f"--from is '{start}': no threat asked for starts there")
    return given.model_copy(update={"threats": tuple(threats)})


def footprint_of(name: str, threat: str | None, start: str | None) -> dict[str, Any]:
    """The sums of a scenario's footprint."""
    given = _narrowed(scenarios.load(name), threat, start)
    with show.progress() as advance:
        study = campaign.study(given)
        where = footprint.places(given)
        prints = footprint.defended_area(study, where, advance)
    return footprint.summarise(study, where, prints)


def explain(name: str, spot: str, threat: str | None, start: str | None) -> dict[str, Any]:
    """The hardest case at one exact place, and every case beside it.

    The hardest case is the undefended one whose reason comes first in the order of precedence,
    or, where all are defended, the one with the least time to spare.
    """
    whole = scenarios.load(name)
    found = find(spot, "--why", whole)
    latitude, longitude = found.latitude_deg, found.longitude_deg
    study: Study = campaign.study(_narrowed(whole, threat, start))
    cases = [footprint.why(study, case, latitude, longitude) for case in study.cases]
    order = {c.name.lower(): int(c) for c in Constraint}

    def hardness(case: dict[str, Any]) -> tuple[int, int, float]:
        if case["status"] != "threatened":
            return (2, 0, 0.0)
        if case["defended"]:
            slack = case["slack_s"]
            return (1, 0, slack if slack is not None else 0.0)
        failed = case["failed"]
        return (0, order[failed[0]["constraint"]] if failed else 99, 0.0)

    hardest = min(cases, key=hardness)
    return {
        **hardest,
        "place": found.name or None,
        "others": list(found.others),
        "scenario": whole.name,
        "doctrine": whole.defence.doctrine,
        "cases": cases,
    }
