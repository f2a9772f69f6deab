"""What of ours stands beside a published statement: recipes of a few words, computed.

A recipe is a verb and its words, such as ``time ghadr isfahan tel-aviv`` or ``share guam
df-26-minimum-energy``.  Places are launch points and assets of the row's study, those of another as
``STUDY/PLACE``, ``LAT,LON`` in degrees, or ``KM@DEGREES``, so far from the launch point in a direction.  Recipes of flights are cheap;
those of a whole study (:data:`SLOW`) fight its raid or draw its numbers together, which takes up to
minutes.
"""

import math
import shlex
from collections.abc import Callable
from functools import cache
from typing import Final, NamedTuple

import numpy as np

import shieldmap as sm
from shieldmap import (
    catalog,
    earth,
    footprint,
    interceptor,
    scenario as scenarios,
    stability,
    threat,
)
from shieldmap.answers import InputError, places
from shieldmap.answers.flights import FlightOptions
from shieldmap.campaign import interceptor_at
from shieldmap.earth import WGS84
from shieldmap.results import Flight, FootprintSummary, Raid, StabilitySummary
from shieldmap.scenario import Scenario, StabilityScenario
from shieldmap.stability import reaching
from shieldmap.terms import End

SELF: Final = "python design/write_theatres.py --only {}"
STILL: Final = WGS84._replace(rotation_rad_s=0.0)
STILL_LATITUDE_DEG, STILL_BEARING_DEG = 38.0, 75.0
"""Where ranges over an Earth that does not turn are flown; only its flattening is felt."""


KINDS_OF_UNITS: Final = {"km": "m", "m": "m", "km/s": "m/s", "m/s": "m/s", "fraction": "share"}


class RecipeError(ValueError):
    """A recipe that cannot be computed, in one sentence."""


class Computed(NamedTuple):
    """A value of ours with its ends, in the unit of ``kind``, and how anybody computes it again.

    ``kind`` is s, m, m/s, share, count or yes (1 or 0).  ``value`` is none where a missile does not reach
    the place.  ``low`` and ``high`` are the 5 and 95 % of joint draws, the ends of the assumptions, or
    those of the catalogue; none where there are none.
    """

    value: float | None
    kind: str
    command: str
    label: str = ""
    low: float | None = None
    high: float | None = None
    ends: str = ""


def _short(name: str) -> str:
    """A name without what stands in brackets or after a comma: Isfahan, for central Iran."""
    return name.split(" (", maxsplit=1)[0].split(", ", maxsplit=1)[0]


class Asked(NamedTuple):
    """The words of a recipe after its verb, and the study of its row."""

    study: str
    words: tuple[str, ...]

    @property
    def own(self) -> str:
        """The command of what no single verb of the command line prints."""
        return SELF.format(self.study)


# --- places and flights ----------------------------------------------------------


def _spot(asked: Asked, word: str) -> tuple[float, float, str]:
    """Latitude and longitude in degrees, and the name, of a place of the study."""
    study, _, place = word.rpartition("/")
    known = scenarios.load_study(study or asked.study)
    assert isinstance(known, Scenario), f"{asked.study} has no launch points"
    found = places.find(place, "recipe", known)
    return found.latitude_deg, found.longitude_deg, _short(found.name) or word


def _spots(asked: Asked) -> tuple[tuple[float, float, str], tuple[float, float, str]]:
    """Where a flight starts and ends: the second and third word."""
    start, word = _spot(asked, asked.words[1]), asked.words[2]
    if "@" not in word:
        return start, _spot(asked, word)
    km, bearing_deg = map(float, word.split("@"))
    latitude_rad, longitude_rad, bearing_rad = np.radians([[*start[:2], bearing_deg]]).T
    there = earth.geodesic_direct(latitude_rad, longitude_rad, bearing_rad, np.array([km * 1e3]))
    latitude, longitude = (float(np.degrees(part[0])) for part in there)
    return start, (round(latitude, 3), round(longitude, 3), f"{km:,.0f} km away")


def _options(words: tuple[str, ...]) -> FlightOptions:
    """``apogee KM``, ``payload KG`` and ``class NAME`` after the places."""
    out: FlightOptions = {}
    pairs = dict(zip(words[::2], words[1::2], strict=True))
    if "apogee" in pairs:
        out["apogee_km"] = float(pairs["apogee"])
    if "payload" in pairs:
        out["payload_kg"] = float(pairs["payload"])
    if "class" in pairs:
        out["class_"] = pairs["class"]
    if unknown := set(pairs) - {"apogee", "payload", "class"}:
        raise RecipeError(f"'{' '.join(words)}': {', '.join(unknown)} is no option of a flight")
    return out


def _flight(asked: Asked) -> tuple[Flight | None, str, str]:
    """The flight, or nothing where the missile does not get there; its label and its command."""
    name, *_, options = asked.words[0], _options(asked.words[3:])
    start, end = _spots(asked)
    entry = catalog.missile(name)
    said = " ".join(f"--{word}" if at % 2 == 0 else word for at, word in enumerate(asked.words[3:]))
    command = (
        f"shieldmap fly {name} --from {start[0]:g},{start[1]:g} --to {end[0]:g},{end[1]:g} {said}"
    )
    label = f"{_short(entry.name)}, {start[2]} to {end[2]}"
    try:
        flown = sm.fly(name, from_=start[:2], to=end[:2], **options)
    except InputError:  # places and missile are known: the missile does not get there
        return None, label, command.strip()
    assert isinstance(flown, Flight)
    return flown, label, command.strip()


def time(asked: Asked) -> Computed:
    """``time MISSILE FROM TO [apogee KM]``: the time of flight."""
    flown, label, command = _flight(asked)
    return Computed(None if flown is None else flown.time_of_flight_s, "s", command, label)


def apogee(asked: Asked) -> Computed:
    """``apogee MISSILE FROM TO [apogee KM]``: how high a flight goes."""
    flown, label, command = _flight(asked)
    return Computed(None if flown is None else flown.apogee_m, "m", command, label)


def reaches(asked: Asked) -> Computed:
    """``reaches MISSILE FROM TO``: 1 where the missile gets there, else 0."""
    flown, label, command = _flight(asked)
    return Computed(0.0 if flown is None else 1.0, "yes", command, label)


def distance(asked: Asked) -> Computed:
    """``distance FROM TO``: along the geodesic."""
    start, end = _spots(asked._replace(words=("", *asked.words)))
    ends = np.radians([*start[:2], *end[:2]])
    length, _, _ = earth.geodesic_inverse(*ends)
    return Computed(float(length), "m", asked.own, f"{start[2]} to {end[2]}")


def farthest(asked: Asked) -> Computed:
    """``range MISSILE [payload KG]`` over a still Earth, ``range MISSILE FROM TO`` towards a place."""
    name = asked.words[0]
    entry = catalog.missile(name)
    is_still = len(asked.words) < 3 or asked.words[1] == "payload"
    options = _options(asked.words[1 if is_still else 3 :])
    missile = entry.arrays(options.get("payload_kg"))
    if is_still:
        latitude, longitude, bearing = math.radians(STILL_LATITUDE_DEG), 0.0, STILL_BEARING_DEG
        azimuth, world, towards = math.radians(bearing), STILL, ""
    else:
        start, end = _spots(asked)
        latitude, longitude = math.radians(start[0]), math.radians(start[1])
        _, turned, _ = earth.geodesic_inverse(latitude, longitude, *np.radians(end[:2]))
        azimuth, world = float(turned), WGS84
        towards = f", {start[2]} towards {end[2]}"
    length = threat.farthest(
        missile, latitude, longitude, azimuth, threat.last_burn_s(missile)[1], earth=world
    )
    load = options.get("payload_kg")
    weight = f" with {load:g} kg" if load is not None else ""
    return Computed(length, "m", asked.own, f"{_short(entry.name)}{weight}{towards}")


# --- catalogue, radars and interceptors ------------------------------------------


def catalogue(asked: Asked) -> Computed:
    """``catalogue SYSTEM PATH``: a value that went in, with its range."""
    system, path = asked.words
    entry = catalog.load(system)
    quantity = dict(catalog.quantities(entry))[path]
    kind = KINDS_OF_UNITS.get(quantity.unit, "count")
    called = path.rpartition(".")[2].replace("_", " ")
    return Computed(
        quantity.si,
        kind,
        f"shieldmap catalog show {entry.id}",
        f"{_short(entry.name)}, {called}",
        quantity.low_si,
        quantity.high_si,
        "catalogue",
    )


def sees(asked: Asked) -> Computed:
    """``sees RADAR M2``: how far a target of this cross section is tracked when looked for."""
    radar, section = asked.words
    view = sm.see(radar, at=(0.0, 0.0), rcs_m2=float(section))
    command = f"shieldmap see {radar} --at 0,0 --rcs {section}"
    low, high = view.detection_range_low_m, view.detection_range_high_m
    return Computed(
        view.detection_range_m, "m", command, f"{view.name}, {section} m²", low, high, "catalogue"
    )


def flyout(asked: Asked) -> Computed:
    """``flyout SYSTEM far|top``: the end of the fly-out over ground, or straight up."""
    system, which = asked.words
    entry = catalog.defence(system)
    reach = reaching.envelope(entry)
    ends = []
    for top in (reach.top_m, reach.top_high_m):
        flown = np.isfinite(top)
        ends.append(float(reach.ground_m[flown].max() if which == "far" else np.nanmax(top)))
    return Computed(ends[0], "m", asked.own, entry.name, ends[0], ends[1], "its fast end")


def arrival(asked: Asked) -> Computed:
    """``arrival SYSTEM GROUND_KM ALTITUDE_KM``: the fly-out's time to a point."""
    system, ground_km, altitude_km = asked.words
    entry = catalog.defence(system)
    fan = interceptor.launch_fan(*interceptor_at(entry, End.VALUE, End.VALUE, End.VALUE))
    path = interceptor.path_to(fan, float(ground_km) * 1e3, float(altitude_km) * 1e3)
    label = f"{entry.name}, {ground_km} km away and {altitude_km} km high"
    return Computed(float(path[0][-1]), "s", asked.own, label)


# --- whole studies ---------------------------------------------------------------


@cache
def _defended(study: str) -> FootprintSummary:
    return sm.defend(study)


@cache
def _fought(study: str) -> Raid:
    return sm.raid(study)


def _silent(_what: str, _done: int, _total: int) -> None:
    """Nobody watches."""


@cache
def _watched(study: str) -> StabilitySummary:
    given = scenarios.load_study(study)
    assert isinstance(given, StabilityScenario)
    return stability.summarise(stability.stability_study(given, _silent), _silent)


def share(asked: Asked) -> Computed:
    """``share STUDY THREAT``: the part of the people defended, median of joint draws and band."""
    study, name = asked.words
    threats = {one.id: one for one in _defended(study).threats}
    found = threats[name]
    drawn = found.sampled.share_of_people
    label = f"people defended from {_short(found.name)}, {found.class_.replace('-', ' ')}"
    if found.apogee_m is not None:
        label += f" at {found.apogee_m / 1e3:g} km"
    if study != asked.study:
        label += f" ({study})"
    command = f"shieldmap defend {study}"
    return Computed(drawn.p50, "share", command, label, drawn.p05, drawn.p95, "draws")


def defended(asked: Asked) -> Computed:
    """``defended STUDY THREAT PLACE``: the part of the joint draws in which the place is defended."""
    study, name, place = asked.words
    summary = _defended(study)
    spot = next(one for one in summary.assets if one.id == place)
    told = next(one for one in spot.by_threat if one.threat == name)
    threats = {one.id: _short(one.name) for one in summary.threats}
    of_draws = getattr(told, "share_of_samples", None)
    return Computed(
        of_draws, "share", f"shieldmap defend {study}", f"draws in which {spot.name} is defended against {threats[name]}"
    )  # fmt: skip


def _of_raid(asked: Asked, kind: str, is_stopped: bool) -> Computed:
    """Missiles that come through, or are stopped, as a count or as a share of the raid."""
    raid = _fought(asked.words[0])
    ends = (raid.leakers.mean, *raid.leakers.parameter_range)
    each = [float(raid.missiles - end if is_stopped else end) for end in ends]
    if kind == "share":
        each = [one / raid.missiles for one in each]
    low, high = sorted(each[1:])
    label = f"{'stopped' if is_stopped else 'come through'}, of {raid.missiles} missiles"
    return Computed(each[0], kind, f"shieldmap raid {asked.words[0]}", label, low, high, "ends")


def stopped(asked: Asked) -> Computed:
    """``stopped STUDY``: the share of the raid that is stopped."""
    return _of_raid(asked, "share", True)


def leaked(asked: Asked) -> Computed:
    """``leaked STUDY``: the share of the raid that comes through."""
    return _of_raid(asked, "share", False)


def destroyed(asked: Asked) -> Computed:
    """``destroyed STUDY``: missiles of the raid that are stopped."""
    return _of_raid(asked, "count", True)


def leakers(asked: Asked) -> Computed:
    """``leakers STUDY``: missiles of the raid that come through."""
    return _of_raid(asked, "count", False)


def _batteries_of(raid: Raid, word: str) -> list[str]:
    """Batteries of the raid by their id or by their system."""
    return [one.id for one in raid.batteries if word in (one.id, one.system)]


def spent(asked: Asked) -> Computed:
    """``spent STUDY BATTERY|SYSTEM``: interceptors that the raid takes from it."""
    study, word = asked.words
    raid = _fought(study)
    used = [raid.interceptors_spent.by_battery[one] for one in _batteries_of(raid, word)]
    low, high = (sum(one.parameter_range[at] for one in used) for at in (0, 1))
    least, most = sorted((float(low), float(high)))
    mean = float(sum(one.mean for one in used))
    return Computed(mean, "count", f"shieldmap raid {study}", "in one raid", least, most, "ends")


def credit(asked: Asked) -> Computed:
    """``credit STUDY BATTERY|SYSTEM``: its part of all missiles that are stopped."""
    study, word = asked.words
    raid = _fought(study)
    mine = set(_batteries_of(raid, word))
    by = [(one.by, one.missiles) for one in raid.outcomes if one.outcome == "stopped"]
    whole = sum(missiles for _, missiles in by)
    own = sum(missiles for name, missiles in by if name in mine)
    return Computed(own / whole if whole else None, "share", f"shieldmap raid {study}")


def people(asked: Asked) -> Computed:
    """``people STUDY``: people that are counted, on the grid or at the study's own places."""
    given = scenarios.load(asked.words[0])
    where = footprint.places(given)
    cells = where.kind == 0
    counted = where.people[cells if cells.any() else where.kind == 1]
    return Computed(float(counted.sum()), "count", asked.own)


def batteries(asked: Asked) -> Computed:
    """``batteries STUDY SYSTEM``: how many of a system the study has."""
    given = scenarios.load(asked.words[0])
    systems = [given.defence.system, *(layer.system for layer in given.layers)]
    count = systems.count(asked.words[1])
    return Computed(float(count), "count", f"shieldmap scenario {asked.words[0]}")


def seen(asked: Asked) -> Computed:
    """``seen STUDY``: flights that the added radar sees, of those flown, with the draws' band."""
    summary = _watched(asked.words[0])
    at = summary.view.cross_sections_m2.index(summary.view.headline_cross_section_m2)
    sums = summary.ranges
    middle, low, high = (row[at]["seen_alone"] for row in (sums.p50, sums.p05, sums.p95))
    label = f"flights seen, of {sums.value[at]['flown']:g}"
    command = f"shieldmap run {asked.words[0]}"
    return Computed(float(middle), "count", command, label, float(low), float(high), "draws")


def only(asked: Asked) -> Computed:
    """``only STUDY``: flights that the added radar sees and no other radar of the study."""
    summary = _watched(asked.words[0])
    at = summary.view.cross_sections_m2.index(summary.view.headline_cross_section_m2)
    sums = summary.ranges
    middle, low, high = (row[at]["only_with_added"] for row in (sums.p50, sums.p05, sums.p95))
    command = f"shieldmap run {asked.words[0]}"
    return Computed(
        float(middle),
        "count",
        command,
        "flights seen by no other",
        float(low),
        float(high),
        "draws",
    )


def inside(asked: Asked) -> Computed:
    """``inside STUDY``: flights that pass inside the interceptor's envelope, time not asked."""
    summary = _watched(asked.words[0])
    areas = {one.id: _short(one.name) for one in summary.launch_areas}
    cities = {one.id: one.name for one in summary.cities}
    flown = [one for one in summary.interceptor.passages if one.ground_m is not None]
    met = [one for one in flown if one.inside_m is not None]
    named = ", ".join(f"{areas[one.launch_area]} to {cities[one.city]}" for one in met)
    label = f"flights inside, of {len(flown)}" + (f" ({named})" if named else "")
    return Computed(float(len(met)), "count", f"shieldmap run {asked.words[0]}", label)


def passage(asked: Asked) -> Computed:
    """``passage STUDY AREA``: the least distance over ground to the battery, to the first city."""
    study, area = asked.words
    summary = _watched(study)
    city = summary.cities[0]
    found = next(
        one
        for one in summary.interceptor.passages
        if (one.launch_area, one.city) == (area, city.id)
    )
    names = {one.id: one.name for one in summary.launch_areas}
    return Computed(
        found.ground_m, "m", f"shieldmap run {study}", f"{_short(names[area])} to {city.name}"
    )  # fmt: skip


VERBS: Final[dict[str, tuple[Callable[[Asked], Computed], tuple[int, ...]]]] = {
    "time": (time, (3, 5, 7)),
    "apogee": (apogee, (3, 5, 7)),
    "reaches": (reaches, (3, 5)),
    "distance": (distance, (2,)),
    "range": (farthest, (1, 3, 5)),
    "catalogue": (catalogue, (2,)),
    "sees": (sees, (2,)),
    "flyout": (flyout, (2,)),
    "arrival": (arrival, (3,)),
    "people": (people, (1,)),
    "batteries": (batteries, (2,)),
    "share": (share, (2,)),
    "defended": (defended, (3,)),
    "stopped": (stopped, (1,)),
    "leaked": (leaked, (1,)),
    "destroyed": (destroyed, (1,)),
    "leakers": (leakers, (1,)),
    "spent": (spent, (2,)),
    "credit": (credit, (2,)),
    "seen": (seen, (1,)),
    "only": (only, (1,)),
    "inside": (inside, (1,)),
    "passage": (passage, (2,)),
}
"""Each verb with its function and the numbers of words that may follow it."""
SLOW: Final = frozenset(
    ("share", "defended", "stopped", "leaked", "destroyed", "leakers", "spent", "credit", "seen",
     "only", "inside", "passage")
)  # fmt: skip
INPUTS: Final = frozenset(("catalogue", "batteries", "people"))
"""Verbs of numbers that went in, so that agreement proves nothing."""


class Recipe(NamedTuple):
    """A parsed recipe; ``is_aside`` where it is set beside the statement and not compared."""

    verb: str
    words: tuple[str, ...]
    is_aside: bool

    @property
    def text(self) -> str:
        """The recipe without ``aside``: the key of what is kept."""
        return " ".join((self.verb, *self.words))


def parsed(text: str) -> tuple[Recipe, ...]:
    """The recipes of a cell, which semicolons part; none of ``input`` and of an empty cell.

    Raises
    ------
    RecipeError : a verb that is not known, or words too few or too many.
    """
    if text in ("", "input"):
        return ()
    out = []
    for part in text.split(";"):
        words = shlex.split(part)
        is_aside = words[:1] == ["aside"]
        verb, *rest = words[is_aside:] or [""]
        if verb not in VERBS:
            raise RecipeError(f"'{part.strip()}': expected one of {', '.join(VERBS)}")
        if len(rest) not in VERBS[verb][1]:
            raise RecipeError(f"'{part.strip()}': {verb} takes {VERBS[verb][1]} words")
        out.append(Recipe(verb, tuple(rest), is_aside))
    return tuple(out)


def compute(study: str, recipe: Recipe) -> Computed:
    """What a recipe gives for a row of a study."""
    return VERBS[recipe.verb][0](Asked(study, recipe.words))
