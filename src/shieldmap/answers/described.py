"""A scenario as a page shows it: what stands where, what can be changed, and where each number is from."""

import math
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import version
from typing import Any, Final, NamedTuple

import numpy as np

from shieldmap import archive, campaign, geodata, plain, scenario as scenarios, words
from shieldmap.answers.quoted import first_questions
from shieldmap.answers.saved import AREA_LIMITS
from shieldmap.answers.state import State, base_of, default_threat
from shieldmap.answers.surroundings import cities_around, countries_around
from shieldmap.campaign import AssumptionRow
from shieldmap.catalog import MissileEntry, Quantity
from shieldmap.scenario import Scenario, Threat
from shieldmap.terms import ASSUMPTIONS

_READ_AS: Final = {"count": "", "1": ""}
_MANY_SYSTEMS: Final = 3
"""Systems beside the one under study from which on the raid is told first."""
_NO_EFFECT_IN_CHAIN: Final = ("warning", "reaction")


_POSITION: Final = ("latitude_deg", "longitude_deg", "source", "note")


@cache
def described(name: str) -> Mapping[str, object]:
    """Everything that a page needs to know of an embedded scenario before anything is computed."""
    scenario = base_of(State(scenario=name))
    out: dict[str, Any] = {
        "name": scenario.name,
        "title": scenario.title,
        "title_ko": korean(scenario.title),
        "summary": scenario.summary,
        "date": str(scenario.date),
        "version": version("shieldmap"),
        "hash": archive.run_hash(scenario),
        "doctrine": scenario.defence.doctrine,
        "chain": scenario.defence.chain,
        "default_threat": default_threat(scenario),
        "questions": [one.as_json() for one in first_questions(scenario)],
        "has_raid": scenario.raid is not None,
        "leads_with_raid": _leads_with_raid(scenario),
        "raid": scenario.raid and _given(scenario.raid, "title", "note", "missiles"),
        "limits": [AREA_LIMITS, *geodata.people_doubts(scenario.ground), *scenario.notes],
        "attribution": geodata.attribution(),
        "grid": {
            "countries": list(scenario.grid.country),
            "spacing_km": scenario.grid.spacing_km,
            "people_source": geodata.people_source(scenario.ground),
        },
        **_around(scenario),
        "defence": _defence_described(scenario),
        "threats": [_threat_described(given, scenario) for given in scenario.threats],
        "missiles": list(_missiles(scenario)),
        "launch_points": [
            _given(point, "id", "name", "name_ko", *_POSITION) for point in scenario.launch_points
        ],
        "assets": [
            _given(asset, "id", "name", "name_ko", "kind", *_POSITION) for asset in scenario.assets
        ],
        "places": [
            _given(place, "id", "name", "name_ko", "people", "note", *_POSITION)
            for place in scenario.places
        ],
        "layers": [
            {
                "id": layer.id,
                "system": layer.system,
                "system_name": scenario.catalogue.defence(layer.system).name,
                **_given(layer.battery, "name", "latitude_deg", "longitude_deg"),
            }
            for layer in scenario.layers
        ],
        "parameters": list(_parameters(scenario)),
    }
    out["sources"] = _sources_described(scenario, out)
    texts = sorted(set(texts_of(out)))
    out["korean"] = {text: told for text in texts if (told := korean(text)) != text}
    checked: Mapping[str, object] = plain.values(out)
    return checked


def _leads_with_raid(scenario: Scenario) -> bool:
    """Whether a page opens with the raid: a share of one system alone says little where many stand together."""
    others = {layer.system for layer in scenario.layers} - {scenario.defence.system}
    return scenario.raid is not None and len(others) >= _MANY_SYSTEMS


class Whereabouts(NamedTuple):
    """Where a study's battery stands, in degrees, and the date it is of: for a map of studies."""

    latitude_deg: float
    longitude_deg: float
    date: str


def whereabouts(name: str) -> Whereabouts:
    """Where a study is, and of when."""
    scenario = base_of(State(scenario=name))
    battery = scenario.defence.battery
    return Whereabouts(battery.latitude_deg, battery.longitude_deg, str(scenario.date))


def _around(scenario: Scenario) -> dict[str, Any]:
    """Where the ground lies, and the names around it."""
    bounds = _bounds_deg(scenario)
    lands = countries_around(scenario, bounds)
    return {
        "bounds_deg": bounds,
        "countries": [land._asdict() for land in lands],
        "cities": [city._asdict() for city in cities_around(scenario, lands)],
    }


def _bounds_deg(scenario: Scenario) -> dict[str, float]:
    """West, south, east and north of the cells of the ground, the east beyond 180 over the date line."""
    cells = geodata.land_cells(scenario.ground, scenario.spacing_m)
    half_deg = 0.5 * cells.width_deg
    longitude = cells.longitude_deg
    if np.ptp(longitude) > 180.0:
        longitude = longitude % 360.0
    return {
        "west": float((longitude - half_deg).min()),
        "south": float((cells.latitude_deg - 0.5 * cells.height_deg).min()),
        "east": float((longitude + half_deg).max()),
        "north": float((cells.latitude_deg + 0.5 * cells.height_deg).max()),
    }


def korean(text: str) -> str:
    """The Korean of a text of an embedded study or of the catalogue; itself where there is none."""
    with words.using("ko"):
        return words.said(text)


def texts_of(told: Mapping[str, Any]) -> Iterator[str]:
    """The texts of a description that a page shows as sentences or as names of places."""
    yield from told["limits"]
    for here in (told["defence"]["battery"], *told["layers"], *told["defence"]["launcher_sites"]):
        yield here["name"]
    for system in (told["defence"], *told["layers"]):
        yield system["system_name"]
    # Sources of the project's own: those of others keep their titles.
    yield from (source["title"] for source in told["sources"].values() if "url" not in source)
    if told["raid"]:
        yield told["raid"]["title"]
    yield from filter(None, _fields(told, "note"))


def _given(what: Any, *names: str) -> dict[str, Any]:
    return {name: getattr(what, name) for name in names}


def _defence_described(scenario: Scenario) -> dict[str, Any]:
    given = scenario.defence
    entry = scenario.catalogue.radar(given.radar.system)
    west, east = campaign.boresight_span_deg(given.radar, entry)
    return {
        "system": given.system,
        "system_name": scenario.catalogue.defence(given.system).name,
        "battery": {
            **_given(given.battery, "name", "latitude_deg", "longitude_deg", "source", "note"),
            "launchers": given.battery.launchers.model_dump(),
            "interceptors_per_launcher": given.battery.interceptors_per_launcher.model_dump(),
        },
        "radar": {
            **_given(
                given.radar,
                "system",
                "latitude_deg",
                "longitude_deg",
                "present",
                "boresight_deg",
                "elevation_min_deg",
                "elevation_max_deg",
                "source",
                "note",
            ),
            "system_name": entry.name,
            "sector_deg": math.degrees(2.0 * campaign.watched_half_width(given.radar, entry)),
            "boresight_low_deg": west % 360.0,
            "boresight_high_deg": east % 360.0,
        },
        "launcher_sites": [
            _given(site, "name", "latitude_deg", "longitude_deg")
            | {"launchers": site.launchers.model_dump()}
            for site in given.launcher_sites
        ],
    }


def _threat_described(given: Threat, scenario: Scenario) -> dict[str, Any]:
    entry = scenario.catalogue.missile(given.missile)
    assert entry.reentry is not None
    section = entry.reentry.radar_cross_section
    return {
        "id": given.id,
        "missile": entry.id,
        "name": entry.name,
        "name_ko": entry.name_ko,
        "trajectory": given.trajectory,
        "apogee_km": given.apogee_km,
        "launch_points": list(given.launch_points),
        "note": given.note,
        "source": given.source,
        "rcs_m2": _quantity(section)
        | ({"value": given.radar_cross_section_m2} if given.radar_cross_section_m2 else {}),
    }


def _missiles(scenario: Scenario) -> Iterator[dict[str, Any]]:
    """The missiles that are flown as arcs, of the countries that the scenario's missiles belong to."""
    known = scenario.catalogue
    countries = {known.missile(given.missile).country for given in scenario.threats}
    for entry in known.entries():
        if not (isinstance(entry, MissileEntry) and entry.country in countries):
            continue
        # One with lift flies published paths alone, not those that a reader sets.
        if not entry.is_flown or entry.lift is not None:
            continue
        reach = entry.published.range
        yield {
            "id": entry.id,
            "name": entry.name,
            "name_ko": entry.name_ko,
            "range_km": None if reach is None else reach.si / 1e3,
        }


def _quantity(q: Quantity) -> dict[str, Any]:
    """A number of the catalogue in its own unit, with its rivals."""
    return {
        "value": q.value,
        "low": q.value if q.low is None else q.low,
        "high": q.value if q.high is None else q.high,
        "unit": q.unit,
        "basis": q.basis,
        "source": q.source,
        "note": q.note,
        "rivals": _rivals_described(q, q.unit, 1.0),
    }


def _rivals_described(q: Quantity, unit: str, factor: float) -> list[dict[str, Any]]:
    """The rival figures of a quantity in one unit; ``factor`` is that unit in SI, 1 for their own."""
    out = []
    for rival in q.rivals:
        scale = 1.0 if factor == 1.0 else rival.si / rival.value / factor if rival.value else 1.0
        ends = [None if end is None else end * scale for end in (rival.low, rival.high)]
        out.append(
            {
                "value": rival.value * scale,
                "low": ends[0],
                "high": ends[1],
                "unit": unit if factor != 1.0 else rival.unit,
                "source": rival.source,
                "note": rival.note,
            }
        )
    return out


def _parameters(scenario: Scenario) -> Iterator[dict[str, Any]]:
    """Every disputed number of the study: value, range, basis, source, rivals, and what sets it."""
    known, main = scenario.catalogue, scenario.defence
    defence, radar = known.defence(main.system), known.radar(main.radar.system)
    rows = campaign.scenario_rows(scenario)
    given = {row.name: row.value / ASSUMPTIONS[row.name].factor for row in rows}
    for row in rows:
        term = ASSUMPTIONS[row.name]
        unit, factor = _READ_AS.get(term.unit, term.unit), term.factor
        least, most, step = term.control or (None, None, None)
        # A floor stays below the ceiling: the ends of their controls are never refused.
        if most is not None and step is not None and term.limits is not None:
            # A control ends beyond the number of a system that reaches farther than most.
            beyond = math.ceil(1.25 * given[row.name] / step) * step
            most = most if given[row.name] <= most else min(beyond, term.limits[1])
        if least is not None and most is not None and step is not None:
            least = max(least, given["floor"] + step) if row.name == "ceiling" else least
            most = min(most, given["ceiling"] - step) if row.name == "floor" else most
        if scenario.defence.chain == "published" and row.name in _NO_EFFECT_IN_CHAIN:
            continue
        q = _quantity_of(row, {defence.id: defence, radar.id: radar})
        yield {
            "name": row.name,
            "path": row.path,
            "key": term.key if term.control else None,
            "group": term.group,
            "unit": unit,
            **{end: _as_given(row, getattr(row, end) / factor) for end in ("value", "low", "high")},
            "basis": row.basis,
            "source": row.source,
            "note": row.note,
            "rivals": [] if q is None else _rivals_described(q, unit, factor),
            "minimum": least,
            "maximum": most,
            "step": step,
        }


def _as_given(row: AssumptionRow, value: float) -> float:
    return value % 360.0 if row.name == "boresight" else value


def _quantity_of(row: AssumptionRow, entries: Mapping[str, Any]) -> Quantity | None:
    """The catalogue's quantity that a row stands for, by its dotted path."""
    first, *rest = row.path.split(".")
    found = entries.get(first)
    for name in rest:
        found = getattr(found, name, None)
    return found if isinstance(found, Quantity) else None


def _sources_described(scenario: Scenario, told: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """The bibliography of everything that the description cites, by key."""
    known = scenarios.bibliography(scenario)
    cited = (part for text in _fields(told, "source") for part in text.split(", "))
    keys = sorted({part.partition("#")[0] for part in cited})
    wanted = ("title", "author", "year", "url", "urldate", "confidence")
    return {
        key: {name: known[key].fields[name] for name in wanted if name in known[key].fields}
        for key in keys
        if key in known
    }


def _fields(content: Any, wanted: str) -> Iterator[str]:
    """Every text in a field of this name, however deep."""
    if isinstance(content, dict):
        for name, value in content.items():
            if name == wanted and isinstance(value, str):
                yield value
            else:
                yield from _fields(value, wanted)
    elif isinstance(content, list):
        for item in content:
            yield from _fields(item, wanted)
