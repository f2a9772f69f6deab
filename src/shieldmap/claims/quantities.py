"""The quantities of a run that a claim may name: each with its band, and the number that turns it.

Every quantity reads records that stand in the files of a run; none computes physics. A share over joint
draws has its 5 and 95 %; a number that no draws exist for has its value between the ends of what is
disputed, or no band.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Final, NamedTuple, Self

from shieldmap.archive import Run
from shieldmap.results import (
    Curve,
    Emptying,
    FootprintSummary,
    LayersAdded,
    NoRadar,
    SpotEngagement,
    StabilitySummary,
    StudyCoverage,
    ThreatSummary,
    UsedCatalogue,
)
from shieldmap.results.claims import BandKind, IsMet
from shieldmap.results.deciding import DecidingNumbers
from shieldmap.verdicts import SEVERAL

Asked = dict[str, str | float]
"""What a quantity is asked for: a value for each of the names that it asks."""


class Records(NamedTuple):
    """How each record of a study is had: read from a run, or computed when it is asked for."""

    summary: Callable[[], FootprintSummary | StabilitySummary]
    catalogue: Callable[[], UsedCatalogue]
    coverage: Callable[[], StudyCoverage | NoRadar]
    deciding: Callable[[], DecidingNumbers | None]
    emptying: Callable[[], Emptying | None]
    layers: Callable[[], LayersAdded | None]


class Evidence:
    """The records of one study that claims are judged by, each had once and only when asked for.

    ``other`` has those of the study that a comparative statement sets it beside.
    """

    def __init__(self, name: str, records: Records, other: Self | None = None) -> None:
        self.name = name
        self._records = records
        self._other = other

    @property
    def other(self) -> "Evidence":
        """The study that this one is compared with."""
        if self._other is None:
            raise LookupError(f"{self.name}: nothing to compare it with")
        return self._other

    @cached_property
    def _summary(self) -> FootprintSummary | StabilitySummary:
        return self._records.summary()

    @property
    def defence(self) -> FootprintSummary:
        """The sums of a defence study."""
        if isinstance(self._summary, FootprintSummary):
            return self._summary
        raise LookupError(f"{self.name}: a stability study defends no places")

    @property
    def stability(self) -> StabilitySummary:
        """The sums of a stability study."""
        if isinstance(self._summary, StabilitySummary):
            return self._summary
        raise LookupError(f"{self.name}: the study of a defence watches no flights")

    @cached_property
    def catalogue(self) -> UsedCatalogue:
        """Every catalogue value that the study uses."""
        return self._records.catalogue()

    @cached_property
    def coverage(self) -> StudyCoverage:
        """What the radar sees."""
        found = self._records.coverage()
        if isinstance(found, StudyCoverage):
            return found
        raise LookupError(f"{self.name}: the study has no radar")

    @cached_property
    def deciding(self) -> DecidingNumbers | None:
        """Which number decides the share of people; nothing where that is not asked."""
        return self._records.deciding()

    @cached_property
    def emptying(self) -> Emptying:
        """Raids of growing size against the battery."""
        found = self._records.emptying()
        if found is None:
            raise LookupError(f"{self.name}: the study has no raid")
        return found

    @cached_property
    def layers(self) -> LayersAdded:
        """The raid of the study with and without each system."""
        found = self._records.layers()
        if found is None:
            raise LookupError(f"{self.name}: the study has no raid")
        return found


def evidence_of(run: Run) -> Evidence:
    """What a finished run holds."""
    return Evidence(
        run.path.name,
        Records(
            summary=lambda: run.summary,
            catalogue=lambda: run.catalogue,
            coverage=lambda: run.coverage,
            deciding=lambda: run.deciding,
            emptying=lambda: run.battle.empty if run.battle else None,
            layers=lambda: run.battle.adds if run.battle else None,
        ),
    )


class Turning(NamedTuple):
    """The number that turns an answer, and where, in SI; no place where it alone does not."""

    number: str
    at: float | None = None


class Measure(NamedTuple):
    """A quantity with its band, and what turns it across a limit.

    ``met`` stands where the run has judged it already: ``yes`` where it holds, ``no`` where it fails.
    """

    value: float | None
    low: float | None
    high: float | None
    turn: Callable[[float], Turning]
    met: IsMet | None = None


def _without_band(value: float | None) -> Measure:
    """A number without a band."""
    return Measure(value, value, value, _several)


def _several(_limit: float) -> Turning:
    return Turning(SEVERAL)


class ClaimQuantity(NamedTuple):
    """A quantity: what it asks for, its SI unit, what its band is, and how it is read from a run.

    It reads nothing where the run does not hold it: a missile that does not reach a place.
    """

    asks: tuple[str, ...]
    unit: str
    band: BandKind
    read: Callable[[Evidence, Asked], Measure | None]
    is_verdict: bool = False


# ---------------------------------------------------------------------------------------------
# Of a defence


def from_one(threat: str, launch_point: str) -> str:
    """The id of a threat from one of its launch points alone."""
    return f"{threat}-from-{launch_point}"


def _threat_asked(evidence: Evidence, asked: Asked) -> ThreatSummary | None:
    """The threat, or the part of it from one launch point; nothing where it does not start there."""
    name, rows = str(asked["threat"]), evidence.defence.threats
    if "launch_point" in asked:
        part = from_one(name, str(asked["launch_point"]))
        if not any(one.id == part for one in rows):
            known = {point.id for point in evidence.defence.launch_points}
            if asked["launch_point"] not in known:
                raise LookupError(f"{evidence.name}: no launch point '{asked['launch_point']}'")
            if any(one.id.startswith(from_one(name, "")) for one in rows):
                return None
        name = part
    found = [one for one in rows if one.id == name]
    if not found:
        raise LookupError(f"{evidence.name}: no threat '{name}'")
    return found[0]


def _people_share(evidence: Evidence, asked: Asked) -> Measure | None:
    threat = _threat_asked(evidence, asked)
    if threat is None:
        return None
    drawn = threat.sampled.share_of_people
    whole = threat.threatened.people

    def turn(limit: float) -> Turning:
        return _turned_at(evidence, threat, limit, lambda curve: [x / whole for x in curve.people])

    return Measure(drawn.p50, drawn.p05, drawn.p95, turn)


def _area_share(evidence: Evidence, asked: Asked) -> Measure | None:
    threat, whole = _threat_asked(evidence, asked), evidence.defence.grid.area_m2
    if threat is None:
        return None
    drawn = threat.sampled.area_m2
    if drawn is None or drawn.p05 is None or drawn.p50 is None or drawn.p95 is None:
        return None

    def turn(limit: float) -> Turning:
        return _turned_at(evidence, threat, limit, lambda curve: [x / whole for x in curve.area_m2])

    return Measure(drawn.p50 / whole, drawn.p05 / whole, drawn.p95 / whole, turn)


def _turned_at(
    evidence: Evidence,
    threat: ThreatSummary,
    limit: float,
    shares: Callable[[Curve], Sequence[float]],
) -> Turning:
    """The number along which the share at the values crosses the limit, else the one that decides."""
    known = {one.name: one for one in evidence.defence.assumptions}
    found = []
    for name, curve in threat.curves.items():
        if name in known:
            number = known[name]
            width = (number.high - number.low) or 1.0
            for at in _crossings(curve.x, shares(curve), limit):
                if number.low <= at <= number.high:
                    found.append((abs(at - number.value) / width, name, at))
    if found:
        _, name, at = min(found)
        return Turning(name, at)
    decides = evidence.deciding
    if decides is not None and decides.threat == threat.id and decides.numbers:
        return Turning(decides.numbers[0].number)
    return Turning(SEVERAL)


def _crossings(x: Sequence[float], y: Sequence[float], limit: float) -> Iterable[float]:
    """Where a curve of straight pieces crosses a limit."""
    for here, there, low, high in zip(x, x[1:], y, y[1:], strict=False):
        if (low - limit) * (high - limit) < 0.0:
            yield here + (there - here) * (limit - low) / (high - low)


def _place_defended(evidence: Evidence, asked: Asked) -> Measure | None:
    spots = [*evidence.defence.assets, *evidence.defence.towns]
    spot = next((one for one in spots if one.id == asked["place"]), None)
    if spot is None:
        raise LookupError(f"{evidence.name}: no place '{asked['place']}'")
    threat = _threat_asked(evidence, asked)
    row = next((one for one in spot.by_threat if threat and one.threat == threat.id), None)
    if not isinstance(row, SpotEngagement) or row.verdict is None:
        return None
    turn = Turning(row.hangs_on or SEVERAL, row.turns_at)
    met: IsMet = {"holds": "yes", "fails": "no"}.get(row.verdict, "open")  # type: ignore[assignment]
    share = row.share_of_samples
    return Measure(share, share, share, lambda _: turn, met)


def _more_draws(evidence: Evidence, asked: Asked) -> Measure | None:
    """How much larger the share of draws is that defend a place than in the study compared with."""
    here, there = (_place_defended(one, asked) for one in (evidence, evidence.other))
    if here is None or there is None or here.value is None or there.value is None:
        return None
    return _without_band(here.value - there.value)


def _apogee_over_floor(evidence: Evidence, asked: Asked) -> Measure | None:
    found = [one for one in evidence.defence.compared if one.id == asked["missile"]]
    if not found:
        raise LookupError(f"{evidence.name}: '{asked['missile']}' is not compared")
    missile = found[0]
    if missile.apogee_m is None:
        return None
    low, value, high = (apogee - missile.floor_m for apogee in missile.apogee_m)
    return Measure(value, low, high, lambda _: Turning("apogee"))


def _floor(evidence: Evidence, _asked: Asked) -> Measure:
    number = next(one for one in evidence.defence.assumptions if one.name == "floor")
    return Measure(number.value, number.low, number.high, lambda _: Turning("floor"))


def _leakers(evidence: Evidence, asked: Asked) -> Measure:
    curves = {one.doctrine: one for one in evidence.emptying.curves}
    curve = curves[evidence.defence.doctrine]
    row = next((one for one in curve.rows if one.missiles == asked["missiles"]), None)
    if row is None:
        raise LookupError(f"{evidence.name}: no raid of {asked['missiles']:g} was fought")
    low, high = row.leakers.sampling_interval
    return Measure(row.leakers.mean, low, high, _several)


def _times_fewer(evidence: Evidence, asked: Asked) -> Measure:
    row = next((r for r in evidence.layers.added if r.system == asked["system"]), None)
    if row is None:
        raise LookupError(f"{evidence.name}: no system '{asked['system']}' in the raid")
    return _without_band(row.leakers_without_it / row.leakers_with_all)


# ---------------------------------------------------------------------------------------------
# Of what a radar covers


def _track_range(evidence: Evidence, asked: Asked) -> Measure:
    rows = {row.cross_section_m2: row.track_m for row in evidence.coverage.ranges}
    found = rows[list(rows)[_section_row(list(rows), asked)]]
    ends = [found.value, found.bad or found.value, found.good or found.value]
    return Measure(found.value, min(ends), max(ends), lambda _: Turning("reference_range"))


def _land_in_view(evidence: Evidence, asked: Asked) -> Measure:
    covered = evidence.coverage
    row = next((one for one in covered.countries if one.iso3 == asked["country"]), None)
    if row is None:
        return _without_band(0.0)  # not one of the countries below what is in view
    column = _altitude_column(covered, asked)
    seen = row.seen_m2
    low, high = ((ends or seen.value)[column] / row.land_m2 for ends in (seen.low, seen.high))
    return Measure(seen.value[column] / row.land_m2, low, high, lambda _: Turning("elevation_min"))


def _land_tracked(evidence: Evidence, asked: Asked) -> Measure:
    covered = evidence.coverage
    row = next((one for one in covered.countries if one.iso3 == asked["country"]), None)
    if row is None:
        return _without_band(0.0)
    sections = [one.cross_section_m2 for one in covered.ranges]
    section = _section_row(sections, asked)
    return _without_band(row.tracked_m2[_altitude_column(covered, asked)][section] / row.land_m2)


def _section_row(sections: Sequence[float], asked: Asked) -> int:
    section = float(asked["cross_section_m2"])
    if section not in sections:
        raise LookupError(f"nothing at {section:g} m2 was computed")
    return sections.index(section)


def _altitude_column(covered: StudyCoverage, asked: Asked) -> int:
    heights = [one.altitude_m for one in covered.altitudes]
    wanted_m = 1e3 * float(asked["altitude_km"])
    if wanted_m not in heights:
        raise LookupError(f"no coverage at {asked['altitude_km']:g} km was computed")
    return heights.index(wanted_m)


# ---------------------------------------------------------------------------------------------
# Of a stability study


def _flights_reached(evidence: Evidence, _asked: Asked) -> Measure:
    """Flights inside the interceptor's envelope: as flown, and with every moved launch and path."""
    rows = evidence.stability.interceptor.passages
    flown = sum(1 for row in rows if row.inside_m is not None)
    moved = sum(1 for row in rows if row.least_inside_m is not None)
    return Measure(float(flown), float(flown), float(moved), lambda _: Turning("launch-points"))


def _flights_drawn(name: str) -> Callable[[Evidence, Asked], Measure]:
    """Flights counted over the draws, by radar cross section."""

    def read(evidence: Evidence, asked: Asked) -> Measure:
        study = evidence.stability
        sections = list(study.view.cross_sections_m2)
        row = _section_row(sections, asked)
        low, middle, high = (
            float(sums[row][name])
            for sums in (study.ranges.p05, study.ranges.p50, study.ranges.p95)
        )
        return Measure(middle, low, high, lambda limit: _varied(study, name, row, limit))

    return read


_OF_COUNTRY: Final = "seen_all_"
"""Begins the sums of one country's flights that any radar sees."""


def _country_flights(name: str) -> Callable[[Evidence, Asked], Measure]:
    """The same of one country, from a lower bound to an upper one.

    The draws count all countries together, and of each its flights that any radar sees. Those of one
    country are at most these of its own; they are at least all less what the other countries can have
    among them. Where the others' are not seen at all both bounds are the number itself.
    """

    def read(evidence: Evidence, asked: Asked) -> Measure:
        whole = _flights_drawn(name)(evidence, asked)
        mine = f"{_OF_COUNTRY}{asked['country']}"
        countries = [one for one in evidence.stability.ranges.p50[0] if one.startswith(_OF_COUNTRY)]
        if mine not in countries:
            raise LookupError(f"{evidence.name}: no flights of '{asked['country']}'")
        own = _flights_drawn(mine)(evidence, asked)
        others = [_flights_drawn(one)(evidence, asked) for one in countries if one != mine]
        middle, low, high = (
            min(a or 0.0, b or 0.0)
            for a, b in ((whole.value, own.value), (whole.low, own.low), (whole.high, own.high))
        )
        least = (whole.low or 0.0) - sum(one.high or 0.0 for one in others)
        return Measure(middle, min(low, max(least, 0.0)), high, whole.turn)

    return read


def _varied(study: StabilitySummary, name: str, row: int, limit: float) -> Turning:
    """The first thing varied alone that brings the count to the other side of the limit."""
    is_above = float(study.ranges.value[row][name]) >= limit
    for varied in study.ranges.variants:
        ends = (float(varied.low[row][name]), float(varied.high[row][name]))
        if any((end >= limit) != is_above for end in ends):
            return Turning(varied.name.replace(" ", "-"))
    return Turning(SEVERAL)


QUANTITIES: Final[dict[str, ClaimQuantity]] = {
    "people-defended": ClaimQuantity(("threat",), "1", "draws", _people_share),
    "area-defended": ClaimQuantity(("threat",), "1", "draws", _area_share),
    "defended": ClaimQuantity(("place", "threat"), "1", "draws", _place_defended, is_verdict=True),
    "more-draws": ClaimQuantity(("place", "threat"), "1", "none", _more_draws),
    "apogee-over-floor": ClaimQuantity(("missile",), "m", "ends", _apogee_over_floor),
    "floor": ClaimQuantity((), "m", "ends", _floor),
    "leakers": ClaimQuantity(("missiles",), "count", "trials", _leakers),
    "times-fewer-leakers": ClaimQuantity(("system",), "1", "none", _times_fewer),
    "track-range": ClaimQuantity(("cross_section_m2",), "m", "ends", _track_range),
    "land-in-view": ClaimQuantity(("country", "altitude_km"), "1", "ends", _land_in_view),
    "land-tracked": ClaimQuantity(
        ("country", "altitude_km", "cross_section_m2"), "1", "none", _land_tracked
    ),
    "flights-reached": ClaimQuantity((), "count", "ends", _flights_reached),
    "flights-only-added": ClaimQuantity(
        ("cross_section_m2",), "count", "draws", _flights_drawn("only_with_added")
    ),
    "flights-seen": ClaimQuantity(
        ("country", "cross_section_m2"), "count", "draws", _country_flights("seen_alone")
    ),
    "flights-of-country-only-added": ClaimQuantity(
        ("country", "cross_section_m2"), "count", "draws", _country_flights("only_with_added")
    ),
}
"""Every quantity by its name in the files of claims."""
