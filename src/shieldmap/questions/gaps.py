"""The gap between layers: seconds of a flight inside no layer's published envelope.

Question: for how long is what flies to a place inside the published envelope of some layer, for how
long inside none, and which one floor, ceiling, reach or site would change that?

Method: every missile of the study is flown from its own launch points to the places. An envelope is
all that lies between floor and ceiling and within reach of a launcher, as slant range. Between
samples a second apart altitude and slant range are taken as straight lines, so that an envelope is
entered and left between them; seconds in several envelopes count once. Of a flight that is in no
envelope the least change of one number of one layer is found by halving.

Limits: the geometry of published numbers alone: nothing is asked of radars, times, stocks and hits, and a
second inside an envelope is no intercept. Heights are above the ellipsoid.
"""

import math
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np

from shieldmap import campaign, earth, footprint, formats, naming, threat, words
from shieldmap.campaign import MAIN, Case, Progress, Study
from shieldmap.model import Event, Floats, Status
from shieldmap.results.gaps import (
    FlightBetween,
    LayerEnvelope,
    LayerGaps,
    NumberThatCloses,
    SiteThatCloses,
    UnreachedPlace,
)
from shieldmap.scenario import Asset, Battery, LauncherSite, Scenario, ScenarioError
from shieldmap.terms import Language
from shieldmap.words import english, t

LEAST_S: Final = 1.0
"""So many seconds inside an envelope count as passing through it."""

TOWNS: Final = 10
"""How many of the most populous towns are asked about beside the assets."""

_EXACT_M: Final = 50.0
_HERE: Final = "place"


class PublishedEnvelope(NamedTuple):
    """The published envelope of one layer: ``launchers_m`` (k, 3) are its launchers, ECEF."""

    layer: str
    system: str
    floor_m: float
    ceiling_m: float
    reach_m: float
    launchers_m: Floats


_NUMBERS: Final = tuple(
    name.removesuffix("_m")
    for name in PublishedEnvelope._fields
    if name.endswith("_m") and name != "launchers_m"
)


class PathFlown(NamedTuple):
    """One flight from burnout on: times and altitudes (n,), positions (n, 3), ECEF."""

    time_s: Floats
    altitude_m: Floats
    position_m: Floats


class Spans(NamedTuple):
    """The part of each step between two samples that lies inside, as shares of it, (k, n - 1)."""

    start: Floats
    end: Floats


class _Spot(NamedTuple):
    """A place that is asked about, in degrees."""

    kind: str
    name: str
    name_ko: str
    latitude_deg: float
    longitude_deg: float


# --- seconds inside ------------------------------------------------------------------------------


def _where_positive(margin: Floats) -> Spans:
    """The part of each step in which a margin (..., n), straight between samples, is not negative."""
    a, b = margin[..., :-1], margin[..., 1:]
    crossing = np.divide(a, a - b, out=np.zeros_like(a), where=a != b)
    start = np.where(a >= 0.0, 0.0, np.where(b >= 0.0, crossing, 1.0))
    end = np.where(b >= 0.0, 1.0, np.where(a >= 0.0, crossing, 0.0))
    return Spans(start, end)


def _both(one: Spans, other: Spans) -> Spans:
    return Spans(np.maximum(one.start, other.start), np.minimum(one.end, other.end))


def spans_inside(path: PathFlown, envelope: PublishedEnvelope) -> Spans:
    """Where a flight is inside an envelope, a row for each launcher."""
    away = path.position_m[None] - envelope.launchers_m[:, None]
    reach = _where_positive(envelope.reach_m - np.linalg.norm(away, axis=-1))
    return _both(reach, _in_band(path, envelope))


def _in_band(path: PathFlown, envelope: PublishedEnvelope) -> Spans:
    above = _where_positive(path.altitude_m - envelope.floor_m)
    return _both(above, _where_positive(envelope.ceiling_m - path.altitude_m))


def seconds_in(path: PathFlown, spans: Sequence[Spans], since_s: float = -math.inf) -> float:
    """Seconds of a flight from a moment on inside any of some spans; what they share counts once."""
    step_s = np.diff(path.time_s)
    first = np.clip((since_s - path.time_s[:-1]) / step_s, 0.0, 1.0)
    start = np.maximum(np.concatenate([one.start for one in spans]), first)
    end = np.maximum(np.concatenate([one.end for one in spans]), start)
    order = np.argsort(start, axis=0)
    start, end = (np.take_along_axis(part, order, axis=0) for part in (start, end))
    # Each span begins where all those before it have ended at the latest.
    before = np.maximum.accumulate(np.vstack([first[None], end[:-1]]), axis=0)
    share = np.maximum(end - np.maximum(start, before), 0.0).sum(axis=0)
    return float(share @ step_s)


def descent_from_s(path: PathFlown, ceiling_m: float) -> float:
    """When a flight comes down through an altitude for the last time; its top where it stays below."""
    above = np.flatnonzero(path.altitude_m > ceiling_m)
    if not above.size or above[-1] + 1 == path.time_s.size:
        return float(path.time_s[int(np.argmax(path.altitude_m))])
    last = int(above[-1])
    high, low = path.altitude_m[last], path.altitude_m[last + 1]
    share = (high - ceiling_m) / (high - low)
    return float(path.time_s[last] + share * (path.time_s[last + 1] - path.time_s[last]))


# --- what would close it -------------------------------------------------------------------------


def number_that_closes(
    path: PathFlown, envelope: PublishedEnvelope, number: str
) -> NumberThatCloses | None:
    """The least change of one number of a layer after which a flight is long enough inside.

    Parameters
    ----------
    number : floor, ceiling or reach.

    Returns
    -------
    Nothing where no change of this number alone is enough, or none is needed.
    """
    published = _edge(envelope, number)
    far = _farthest(path, envelope, number)
    is_wider = far < published if number == "floor" else far > published
    if not is_wider or not _is_enough(path, _with_edge(envelope, number, far)):
        return None
    if _is_enough(path, envelope):
        return None
    near = published
    while abs(far - near) > _EXACT_M:
        middle = 0.5 * (near + far)
        if _is_enough(path, _with_edge(envelope, number, middle)):
            far = middle
        else:
            near = middle
    return NumberThatCloses(
        layer=envelope.layer,
        number=number,
        published_m=published,
        needed_m=far,
        change_m=far - published,
    )


def _edge(envelope: PublishedEnvelope, number: str) -> float:
    return float(getattr(envelope, f"{number}_m"))


def _with_edge(envelope: PublishedEnvelope, number: str, value_m: float) -> PublishedEnvelope:
    """The envelope with another floor, ceiling or reach."""
    edge: dict[str, Any] = {f"{number}_m": value_m}
    return envelope._replace(**edge)


def _is_enough(path: PathFlown, envelope: PublishedEnvelope) -> bool:
    return seconds_in(path, [spans_inside(path, envelope)]) >= LEAST_S


def _farthest(path: PathFlown, envelope: PublishedEnvelope, number: str) -> float:
    """The number at which it limits the flight no longer; a floor is the ground at the lowest."""
    if number == "floor":
        return max(float(path.altitude_m.min()), 0.0)
    if number == "ceiling":
        return float(path.altitude_m.max())
    away = path.position_m[None] - envelope.launchers_m[:, None]
    return float(np.linalg.norm(away, axis=-1).max())


def _numbers(
    path: PathFlown, envelopes: Sequence[PublishedEnvelope]
) -> tuple[NumberThatCloses, ...]:
    """The least change of each number of each system, the least of all first."""
    best: dict[tuple[str, str], NumberThatCloses] = {}
    for envelope in envelopes:
        for number in _NUMBERS:
            found, key = number_that_closes(path, envelope, number), (envelope.system, number)
            if found and (key not in best or abs(found.change_m) < abs(best[key].change_m)):
                best[key] = found
    return tuple(sorted(best.values(), key=lambda one: abs(one.change_m)))


def _sites(
    path: PathFlown,
    envelopes: Sequence[PublishedEnvelope],
    sites: Sequence[tuple[str, str, Floats]],
) -> tuple[SiteThatCloses, ...]:
    """The sites from which the unchanged envelope of some layer would be passed through."""
    out = []
    for site, name, position in sites:
        moved = [one._replace(launchers_m=position[None]) for one in envelopes]
        seconds = [seconds_in(path, [spans_inside(path, one)]) for one in moved]
        best = int(np.argmax(seconds))
        if seconds[best] >= LEAST_S:
            out.append(
                SiteThatCloses(
                    site=site, name=name, layer=envelopes[best].layer, inside_s=seconds[best]
                )
            )
    return tuple(out)


# --- the study -----------------------------------------------------------------------------------


def envelopes_of(scenario: Scenario) -> tuple[tuple[PublishedEnvelope, LayerEnvelope], ...]:
    """The published envelopes of the battery under study and of the layers that have launchers."""
    out = []
    for name in (MAIN, *(layer.id for layer in scenario.layers)):
        given = campaign.defence_of(scenario, name)
        groups: list[Battery | LauncherSite] = [given.battery, *given.launcher_sites]
        standing = [group for group in groups if group.launchers.value > 0]
        if not standing:
            continue
        own = scenario.model_copy(update={"defence": given})
        rows = {row.name: row for row in campaign.scenario_rows(own)}
        entry = scenario.catalogue.defence(given.system)
        places = np.array([(s.latitude_deg, s.longitude_deg, s.altitude_m) for s in standing])
        floor_m, ceiling_m, reach_m = (rows[number].value for number in _NUMBERS)
        launchers_m = earth.geodetic_to_ecef(
            np.radians(places[:, 0]), np.radians(places[:, 1]), places[:, 2]
        )
        told = LayerEnvelope(
            layer=name,
            system=entry.id,
            system_name=entry.name,
            system_name_ko=entry.name_ko,
            name=given.battery.name,
            floor_m=floor_m,
            ceiling_m=ceiling_m,
            reach_m=reach_m,
            sources=tuple(dict.fromkeys(rows[number].source for number in _NUMBERS)),
        )
        out.append(
            (PublishedEnvelope(name, entry.id, floor_m, ceiling_m, reach_m, launchers_m), told)
        )
    return tuple(out)


def _spots(scenario: Scenario) -> list[_Spot]:
    """The assets and the most populous towns that are none of them."""
    names, names_ko = naming.asset_labels(scenario)
    spots = [
        _Spot("asset", name, name_ko, asset.latitude_deg, asset.longitude_deg)
        for asset, name, name_ko in zip(scenario.assets, names, names_ko, strict=True)
    ]
    known = {asset.name.casefold() for asset in scenario.assets}
    towns = sorted(footprint.towns_of(scenario), key=lambda town: -town.people)[:TOWNS]
    spots += [
        _Spot("town", town.name, town.name_ko, town.latitude_deg, town.longitude_deg)
        for town in towns
        if town.name.casefold() not in known
    ]
    return spots


def layer_gaps(
    this: Study, place: Asset | None = None, progress: Progress | None = None
) -> LayerGaps:
    """What flies between the layers to the assets and the largest towns, or to one place.

    Raises
    ------
    ScenarioError : no layer has a launcher, or the study names no place.
    """
    scenario = this.scenario
    pairs = envelopes_of(scenario)
    if not pairs:
        raise ScenarioError(
            f"{scenario.name}: no battery has a launcher: expected one in defence or in layers"
        )
    spots = _spots(scenario)
    if place is not None:
        spots = [_Spot(_HERE, place.name, place.name_ko, place.latitude_deg, place.longitude_deg)]
    if not spots:
        raise ScenarioError(f"{scenario.name}: assets is missing: expected a table [[assets]]")
    envelopes = [envelope for envelope, _ in pairs]
    rows: list[FlightBetween | UnreachedPlace] = []
    for number, case in enumerate(this.cases):
        if progress is not None:
            progress(f"{case.threat_id} from {case.launch_id}", number, len(this.cases))
        rows += _rows_of(this, case, spots, envelopes)
    order = {spot.name: k for k, spot in enumerate(spots)}
    rows.sort(key=lambda row: order[row.place])
    flown = [row for row in rows if isinstance(row, FlightBetween)]
    layers = tuple(told for _, told in pairs)
    return LayerGaps(
        places=len(spots),
        layers=layers,
        least_s=LEAST_S,
        flights=len(flown),
        open_flights=sum(row.inside_s < LEAST_S for row in flown),
        rows=tuple(rows),
        sentence_en=_sentence("en", flown, layers, place),
        sentence_ko=_sentence("ko", flown, layers, place),
        limits=english("questions_limits_gap"),
    )


def _rows_of(
    this: Study, case: Case, spots: Sequence[_Spot], envelopes: Sequence[PublishedEnvelope]
) -> list[FlightBetween | UnreachedPlace]:
    """One missile from one launch point flown to every place."""
    unreached = [
        UnreachedPlace(
            place=spot.name,
            place_ko=spot.name_ko,
            kind=spot.kind,
            threat=case.threat_id,
            launch_point=case.launch_id,
            missile=case.missile_id,
            status="not-threatened",
        )
        for spot in spots
    ]
    if case.table is None:
        return list(unreached)
    places = np.radians([(spot.latitude_deg, spot.longitude_deg) for spot in spots])
    aims, flights, sampled = threat.fly_to(
        case.missile,
        case.table,
        places[:, 0].copy(),
        places[:, 1].copy(),
        air=this.air,
        every_s=campaign.EVERY_S,
    )
    assert sampled is not None
    named = [
        (site.id, site.name, _ecef_m(site.latitude_deg, site.longitude_deg, site.altitude_m))
        for site in this.scenario.candidate_sites
    ]
    rows: list[FlightBetween | UnreachedPlace] = []
    for row, spot in enumerate(spots):
        if aims.status[row] != Status.OK:
            rows.append(unreached[row])
            continue
        n = int(sampled.sample_count[row])
        path = path_of(
            np.append(sampled.time_s[:n], flights.event_time_s[row, Event.IMPACT]),
            np.vstack([sampled.position_m[row, :n], flights.event_position_m[row, Event.IMPACT]]),
            float(flights.event_time_s[row, Event.BURNOUT]),
        )
        here = (_HERE, spot.name, _ecef_m(spot.latitude_deg, spot.longitude_deg, 0.0))
        told = _flight_told(path, envelopes, [*named, here])
        head = dict(unreached[row]) | {"status": "threatened"}
        rows.append(FlightBetween.model_validate(head | told))
    return rows


def _ecef_m(latitude_deg: float, longitude_deg: float, altitude_m: float) -> Floats:
    at = earth.geodetic_to_ecef(
        np.radians([latitude_deg]), np.radians([longitude_deg]), np.array([altitude_m])
    )
    return np.asarray(at[0])


def path_of(time_s: Floats, position_m: Floats, burnout_s: float) -> PathFlown:
    """A sampled flight (n,) and (n, 3) from its burnout on, which lies between two samples."""
    kept = np.append(True, np.diff(time_s) > 0.0)
    time_s, position_m = time_s[kept], position_m[kept]
    later = time_s > burnout_s
    start = [float(np.interp(burnout_s, time_s, position_m[:, axis])) for axis in range(3)]
    time_s = np.append(burnout_s, time_s[later])
    position_m = np.vstack([start, position_m[later]])
    _, _, altitude_m = earth.ecef_to_geodetic(position_m)
    return PathFlown(time_s, altitude_m, position_m)


def _flight_told(
    path: PathFlown,
    envelopes: Sequence[PublishedEnvelope],
    sites: Sequence[tuple[str, str, Floats]],
) -> dict[str, object]:
    """The fields of one flight: its seconds, and what would close it where no envelope holds it."""
    spans = [spans_inside(path, envelope) for envelope in envelopes]
    flight_s, inside_s = float(path.time_s[-1] - path.time_s[0]), seconds_in(path, spans)
    since_s = descent_from_s(path, max(envelope.ceiling_m for envelope in envelopes))
    descent_s = float(path.time_s[-1]) - since_s
    is_open = inside_s < LEAST_S
    return {
        "flight_s": flight_s,
        "inside_s": inside_s,
        "outside_s": flight_s - inside_s,
        "by_layer_s": {
            envelope.layer: seconds_in(path, [one])
            for envelope, one in zip(envelopes, spans, strict=True)
        },
        "descent_s": descent_s,
        "descent_outside_s": descent_s - seconds_in(path, spans, since_s),
        "closes": _numbers(path, envelopes) if is_open else (),
        "sites": _sites(path, envelopes, sites) if is_open else (),
    }


# --- the sentence --------------------------------------------------------------------------------


def _sentence(
    language: Language,
    flown: Sequence[FlightBetween],
    layers: Sequence[LayerEnvelope],
    place: Asset | None,
) -> str:
    """One sentence: how many flights no envelope holds, and the smallest change that would."""
    with words.using(language):
        where = "" if place is None else words.name_of(place.name, place.name_ko)
        told = {"place": where or "none", "all": len(flown), "layers": len(layers)}
        missed = [row for row in flown if row.inside_s < LEAST_S]
        if not flown:
            return t("gap_unreached", **told)
        longest = max(row.descent_outside_s for row in flown)
        down = " " + t("gap_down", most=formats.seconds(longest))
        if not missed:
            least = formats.seconds(min(row.inside_s for row in flown))
            return t("gap_closed", least=least, **told) + down
        text = t("gap_open", open=len(missed), **told) + down
        changes = [one for row in missed for one in row.closes[:1]]
        if changes:
            changes.sort(key=lambda one: abs(one.change_m))
            least, most = (_change(one, layers) for one in (changes[0], changes[-1]))
            text += " " + t("gap_changes", count=len(changes), least=least, most=most)
        return text


def _change(change: NumberThatCloses, layers: Sequence[LayerEnvelope]) -> str:
    layer = next(one for one in layers if one.layer == change.layer)
    system = words.name_of(layer.system_name, layer.system_name_ko)
    return formats.envelope_change(change.number, change.change_m, system)
