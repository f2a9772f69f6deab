"""One place asked about: the engagement against it, and what would change the answer."""

import math
from typing import Any

import numpy as np

from shieldmap import campaign, export, footprint, geodata, terms
from shieldmap.answers.defence import drawn_verdict
from shieldmap.answers.legs import legs
from shieldmap.answers.sensitivity import (
    SensitivityAsked,
    changes,
    hardest_place,
    is_defended,
    together,
)
from shieldmap.answers.session import Session
from shieldmap.answers.state import State
from shieldmap.campaign import Case, Study
from shieldmap.model import NOT_THREATENED, Status
from shieldmap.results import (
    AtLaunchPoint,
    Engagement,
    FlightLeg,
    PlaceCurve,
    PlaceExplained,
    PlaceNotThreatened,
    PlaceThreatened,
)
from shieldmap.terms import End


def judged_at(
    this: Study, latitude_deg: float, longitude_deg: float
) -> list[tuple[Case, SensitivityAsked | None, str]]:
    """Every case at one place: judged where it is threatened, and its status in a word."""
    place = np.radians([latitude_deg]), np.radians([longitude_deg])
    out: list[tuple[Case, SensitivityAsked | None, str]] = []
    for case in this.cases:
        if case.table is None:
            out.append((case, None, "not-threatened"))
            continue
        flown = campaign.fly(this, case, *place)
        code = Status(int(flown.aims.status[0]))
        if code != Status.OK:
            out.append((case, None, "not-threatened" if code in NOT_THREATENED else "not-flown"))
            continue
        assumptions = campaign.assumptions_of(this, case)
        judged = campaign.judge_flown(
            this, flown, assumptions, campaign.tracker_of(this, assumptions)
        )
        out.append((case, SensitivityAsked(case, flown, assumptions, judged), "threatened"))
    return out


def worst_first(this: Study, asked: list[SensitivityAsked]) -> list[SensitivityAsked]:
    """Cases from that against which the place stands worst: undefended, then the least time left."""

    def badness(one: SensitivityAsked) -> tuple[bool, int, float]:
        value = one.judged.engagements
        safe = is_defended(this, one)
        slack = float(value.slack_s[0])
        return (safe, 0 if safe else int(value.reason[0]), slack if math.isfinite(slack) else 0.0)

    return sorted(asked, key=badness)


@campaign.threads(1)
def why(
    session: Session, state: State, latitude_deg: float, longitude_deg: float
) -> PlaceExplained:
    """The engagement against a place by the launch point against which it stands worst."""
    this = session.study(state)
    rows = judged_at(this, latitude_deg, longitude_deg)
    asked = [one for _, one, _ in rows if one is not None]
    around: dict[str, Any] = {
        f"{name}_m": next(row.value for row in this.rows if row.name == name)
        for name in ("floor", "ceiling", "reach")
    }
    around["launch_points"] = tuple(
        AtLaunchPoint(
            launch_point=case.launch_id,
            status=status,
            defended=None if one is None else is_defended(this, one),
        )
        for case, one, status in rows
    )
    at, ground = (np.array([latitude_deg]), np.array([longitude_deg])), this.scenario.ground
    around["is_on_ground"] = bool((geodata.is_on(ground, *at) & geodata.is_on_land(ground, *at))[0])
    spread = session.drawn_at(this, latitude_deg, longitude_deg)
    around |= dict(drawn_verdict(spread, list(range(len(this.cases)))))
    if not asked:
        unmet = footprint.why(this, this.cases[0], latitude_deg, longitude_deg)
        return PlaceNotThreatened(
            **dict(unmet),
            **around,
            curve=None,
            interceptors=(),
            changes=(),
            together=(),
        )
    asked = worst_first(this, asked)
    worst = asked[0]
    drawn = footprint.drawn_engagement(this, worst.case, latitude_deg, longitude_deg)
    told = {name: getattr(drawn, name) for name in Engagement.model_fields}
    told["defended_bad"] = all(is_defended(this, one, End.BAD) for one in asked)
    told["defended_good"] = all(is_defended(this, one, End.GOOD) for one in asked)
    reached = hardest_place(this, asked)
    turns = changes(reached)
    return PlaceThreatened(
        **told,
        **around,
        curve=PlaceCurve(**{name: getattr(drawn, name) for name in PlaceCurve.model_fields}),
        battery_downrange_m=drawn.battery_downrange_m,
        flight=_flight(worst),
        interceptors=drawn.interceptors,
        changes=turns,
        together=together(reached, turns),
    )


def _flight(asked: SensitivityAsked) -> tuple[FlightLeg, ...]:
    """The flight that was judged, by phase, for drawing."""
    flown = asked.judged
    name = f"{asked.case.missile_id} from {asked.case.launch_id}"
    return legs(export.from_flight(flown.flights, flown.trajectories, 0, name=name))


def headline_reason(asked: SensitivityAsked) -> str | None:
    """The name of the headline reason."""
    reason = int(asked.judged.engagements.reason[0])
    return terms.reason_told(reason)["reason"]
