"""What a reader has set: one flat table of changes to an embedded scenario, as a page's address holds it.

A number that a reader sets has no range of its own any more; all others keep theirs. A sector or least
elevation set to the catalogue's own number is the catalogue's, with its range.
"""

import math
import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from pydantic import AfterValidator, Field, create_model

from shieldmap import catalog, geodata, scenario as scenarios, terms, texts
from shieldmap.answers import by_hand
from shieldmap.kept import kept
from shieldmap.results import StateField
from shieldmap.scenario import AnyScenario, Scenario, ScenarioError
from shieldmap.scenario.parts import Flag, Latitude, Longitude, Name, Part, System, number

PAGE_KEYS: Final = frozenset(
    {"lang", "colour", "place", "view", "town", "compare", "spot", "question"}
)
"""Keys of an address that belong to the page alone: what is shown, not what is computed."""

TRACKER: Final = re.compile(
    r"^(utm|mtm|pk|hsa|mc)_|^_(ga|gl|hsenc|hsmi)$|^(fb|g|dc|y|tw|tt)clid$|^(msclkid|gbraid|wbraid|igshid|igsh)$"
)
"""Keys that others add to an address to follow its readers; the page knows the same ones."""

OWN_THREAT: Final = "own"
"""The id of a flight that is none of the scenario's threats."""

Position = Annotated[
    tuple[Latitude, Longitude], Field(description="a latitude and a longitude in degrees")
]
_UNIT_WORDS: Final = {
    "rcs_m2": "m2",
    "boresight_deg": "degrees clockwise from north",
    "sector_deg": "degrees, the full width",
    "elevation_min_deg": "degrees",
}
Whole = Annotated[int, Field(strict=True, ge=0, le=100, description="a whole number from 0 to 100")]


class _Chosen(Part):
    """What a reader chooses among, and where things stand."""

    scenario: Annotated[Name, AfterValidator(scenarios.current)] = "korea"
    threat: Name | None = None
    missile: System | None = None
    trajectory: terms.ClassName | None = Field(
        default=None, description=terms.either(terms.CLASSES)
    )
    apogee_km: Annotated[float, number(10, 10_000, "km")] | None = None
    launch_points: tuple[Name, ...] | None = Field(
        default=None, min_length=1, max_length=16, description="a list of 1 to 16 launch points"
    )
    battery: Position | None = None
    radar: Position | None = None
    radar_present: Flag | None = None
    doctrine: terms.DoctrineName | None = Field(
        default=None, description=terms.either(terms.DOCTRINES)
    )
    launchers: Whole | None = None
    interceptors_per_launcher: Whole | None = None
    spacing_km: Annotated[float, number(1.5, 100, "km")] | None = None


def _field(term: terms.Assumption) -> Any:
    assert term.limits is not None, term.name
    return Annotated[float, number(*term.limits, _UNIT_WORDS.get(term.key or "", term.unit))] | None


if TYPE_CHECKING:

    class _Numbers(_Chosen):
        def __getattr__(self, key: str) -> float | None: ...
else:
    _Numbers = create_model(
        "_Numbers",
        __base__=_Chosen,
        **{term.key: (_field(term), None) for term in terms.controls()},
    )


class State(_Numbers):
    """What a reader changed; a field that is not given keeps the scenario's own value.

    Beside the fields above there is one for every assumption that has a control.
    """

    def without_flight(self) -> "State":
        """The same defence with the scenario's own flights, for its raid."""
        flight = ("threat", "missile", "trajectory", "apogee_km", "launch_points", "rcs_m2")
        return self.model_copy(update=dict.fromkeys(flight))

    @property
    def is_set_by_hand(self) -> bool:
        """Whether a number of the defence or of its radar is not the study's own."""
        given = self.model_dump(exclude_none=True)
        return not given.keys() <= _CHOSEN

    def to_query(self) -> str:
        """The state as the query of an address, without what is not given."""
        given = self.model_dump(exclude_none=True)
        return urlencode({key: _text(value) for key, value in given.items()}, safe=",")


_CHOSEN: Final = frozenset(
    {
        "scenario",
        "threat",
        "missile",
        "trajectory",
        "apogee_km",
        "launch_points",
        "doctrine",
        "spacing_km",
    }
)
"""What a reader chooses among; the others are numbers and places set by hand."""
_LISTS: Final = frozenset({"launch_points", "battery", "radar"})
_TEXTS: Final = frozenset(
    {"scenario", "threat", "missile", "trajectory", "doctrine", "launch_points"}
)
_ASSUMED: Final = tuple(str(term.key) for term in terms.in_scenario() if term.control is not None)


def fields() -> list[StateField]:
    """What a state may hold, in the order of an address, as the page needs to know it."""
    kinds: dict[str, Any] = {
        **dict.fromkeys(_TEXTS, "text"),
        "launch_points": "list",
        "battery": "pair",
        "radar": "pair",
        "radar_present": "flag",
        "launchers": "whole",
        "interceptors_per_launcher": "whole",
    }
    choices = {"trajectory": tuple(terms.CLASSES), "doctrine": tuple(terms.DOCTRINES)}
    return [
        StateField(
            key=key,
            kind=kinds.get(key, "number"),
            choices=choices.get(key, ()),
            is_by_hand=key not in _CHOSEN,
        )
        for key in State.model_fields
    ]


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return ",".join(_text(item) for item in value)
    # The shortest text that is read as the same number.
    return repr(value).removesuffix(".0") if isinstance(value, float) else str(value)


def from_mapping(raw: Mapping[str, Any]) -> State:
    """Check a state; a :class:`~shieldmap.scenario.ScenarioError` names the field and the value."""
    return scenarios.validated(State, raw, "state")


def from_url(url: str) -> State:
    """Read a state from an address of the page, or from its query alone.

    Keys of the page itself and those that mail programs and social networks add are left out.

    Raises
    ------
    ScenarioError : a text that is no address, a key that is not known, a value that cannot be.
    """
    raw: dict[str, Any] = {}
    for key, text in parse_qsl(_query_of(url), keep_blank_values=True):
        if key in PAGE_KEYS or TRACKER.search(key):
            continue
        if key in raw:
            raise ScenarioError(f"{key[:80]} stands twice in the address: expected each key once")
        values = [_value(key, part) for part in text.split(",")]
        raw[key] = values if key in _LISTS else _value(key, text)
    return from_mapping(raw)


def _query_of(url: str) -> str:
    """The query of a whole address, or a query that stands alone: ``?a=1``, ``a=1&b=2`` or nothing."""
    wanted = (
        "expected one of the page, such as http://127.0.0.1:8765/?scenario=korea-2026-03; a study by its "
        "name is run with sm.run"
    )
    if not isinstance(url, str):
        raise ScenarioError(f"{str(url)[:80]} is no address: {wanted}")
    try:
        parts = urlsplit(url)
        _ = parts.port  # a port that cannot be is told only when it is asked for
    except ValueError as error:
        raise ScenarioError(f"'{url[:80]}' is no address ({error}): {wanted}") from None
    if parts.scheme in ("http", "https") and parts.netloc:
        return parts.query
    if re.fullmatch(r"\??(\w+=[^?\s]*)?", url):
        return url.removeprefix("?")
    raise ScenarioError(f"'{url[:80]}' is no address: {wanted}")


def _value(key: str, text: str) -> Any:
    """A word of an address as what its field holds; what cannot be read is refused later."""
    if key in _TEXTS:
        return text
    if text in ("true", "false"):
        return text == "true"
    for read in (texts.whole, texts.number):
        try:
            return read(text)
        except ValueError:
            continue
    return text


def base_of(state: State) -> Scenario:
    """The scenario that a state changes: embedded or opened here, so that no address names a file."""
    name = state.scenario
    if name in _OPENED:
        return _OPENED[name]
    # That one alone: to read and check all of them takes as long as a first answer.
    study = _embedded(name) if name in scenarios.names() else None
    if not isinstance(study, Scenario):
        raise ScenarioError(
            f"scenario is '{name}': expected one of {', '.join(defence_scenarios())}"
        )
    return study


@cache
def _embedded(name: str) -> AnyScenario:
    return scenarios.load_study(name)


_OPENED: Final[dict[str, Scenario]] = {}


def open_study(given: Scenario) -> None:
    """Let states of this process name a study that is not embedded.

    Raises
    ------
    ScenarioError : an embedded study, or another one that was opened, has its name.
    """
    is_taken = given.name in _embedded_titles() or scenarios.current(given.name) != given.name
    if is_taken or _OPENED.get(given.name, given) != given:
        raise ScenarioError(
            f"{given.name} is the name of another study: expected a name of its own"
        )
    _OPENED[given.name] = given


CASES: Final = frozenset({"timing"})
"""Embedded scenarios that are cases for measuring: they can be named, but no reader is offered them."""


def defence_scenarios() -> dict[str, str]:
    """Names and titles of the studies in which something is defended, those that were opened first."""
    return {**{name: study.title for name, study in _OPENED.items()}, **_embedded_titles()}


@cache
def _embedded_titles() -> dict[str, str]:
    return scenarios.titles("defence")


def threat_of(state: State, base: Scenario) -> str:
    """The id of the flight that a state looks at."""
    ids = [threat.id for threat in base.threats]
    if state.threat is not None and state.threat not in ids:
        raise ScenarioError(f"threat is '{state.threat}': expected one of {', '.join(ids)}")
    if _is_own(state):
        return OWN_THREAT
    return state.threat or default_threat(base)


def launch_points_of(state: State) -> int:
    """From how many launch points the flight is flown that a state looks at; builds no scenario."""
    base = base_of(state)
    if state.launch_points is not None:
        return len(_known_points(state, base))
    threat_of(state, base)
    chosen = state.threat or default_threat(base)
    return next(len(threat.launch_points) for threat in base.threats if threat.id == chosen)


def default_threat(base: Scenario) -> str:
    """What is looked at first: the Hwasong-7 as it flies farthest, or the first of a scenario."""
    ids = [threat.id for threat in base.threats]
    return "hwasong-7-minimum-energy" if "hwasong-7-minimum-energy" in ids else ids[0]


def _is_own(state: State) -> bool:
    given = (state.missile, state.trajectory, state.apogee_km, state.launch_points, state.rcs_m2)
    return any(x is not None for x in given)


@kept(24_000_000)
def scenario_of(state: State) -> Scenario:
    """The whole scenario as a state changes it, checked.

    A moved battery or radar stands on the ground of the relief there; a moved radar loses the
    skyline of its old place. What was set by hand says so, and by whom.

    Raises
    ------
    ScenarioError : a name that the scenario or the catalogue does not know, a number outside its range.
    """
    base = base_of(state)
    changes = dict(_defence_changes(state, base))
    threats = _threats(state, base)
    if threats is not None:
        changes["threats"] = threats
    owned = by_hand.provenance(state.model_dump(exclude_none=True), base)
    changes |= dict(owned)
    if owned or any(getattr(state, key) is not None for key in _ASSUMED):
        sources = by_hand.sources_of(base)
        changes["sources"] = [source.model_dump(exclude_none=True) for source in sources]
    if changes:
        changes["title"] = f"{base.title}, changed by hand"
    # Places alone have no spacing.
    if state.spacing_km is not None and base.grid.country:
        changes["grid.spacing_km"] = state.spacing_km
    made = scenarios.changed(base, changes) if changes else base
    _check_envelope(state, made)
    return made


def _check_envelope(state: State, made: Scenario) -> None:
    """Refuse a floor that is not below the ceiling, where one of them was set and the other was not."""
    asked = {name: getattr(state, f"{name}_km") for name in ("floor", "ceiling")}
    if asked["floor"] is None and asked["ceiling"] is None:
        return
    known = made.catalogue.defence(made.defence.system).envelope
    given = made.defence.assumptions
    floor, ceiling = (
        getattr(known, name).si / 1e3 if own is None else own.value
        for name, own in ((name, given.given(f"{name}_km")) for name in asked)
    )
    if floor >= ceiling:
        name, value = ("floor_km", floor) if asked["floor"] is not None else ("ceiling_km", ceiling)
        wanted = (
            f"below the ceiling, {ceiling:g}"
            if name == "floor_km"
            else f"above the floor, {floor:g}"
        )
        raise ScenarioError(f"state: {name} is {value:g}: expected a height {wanted} km")


def _defence_changes(state: State, base: Scenario) -> list[tuple[str, Any]]:
    """What changes in the defence, by dotted path."""
    out: list[tuple[str, Any]] = []
    for what in ("battery", "radar"):
        position = getattr(state, what)
        if position is not None:
            out += [
                (f"defence.{what}.latitude_deg", position[0]),
                (f"defence.{what}.longitude_deg", position[1]),
                (f"defence.{what}.altitude_m", ground_m(*position)),
            ]
    if state.radar is not None:
        out.append(("defence.radar.horizon", []))
    for key, path in (
        ("radar_present", "radar.present"),
        ("boresight_deg", "radar.boresight_deg"),
        ("sector_deg", "radar.sector_deg"),
        ("elevation_min_deg", "radar.elevation_min_deg"),
        ("elevation_max_deg", "radar.elevation_max_deg"),
        ("tilt_deg", "radar.tilt_deg"),
        ("scan_max_deg", "radar.scan_max_deg"),
        ("doctrine", "doctrine"),
        ("launchers", "battery.launchers"),
        ("interceptors_per_launcher", "battery.interceptors_per_launcher"),
    ):
        if (given := getattr(state, key)) is not None:
            out.append((f"defence.{path}", given))
    if state.sector_deg is not None:
        # A width in azimuth is asked of a wedge; a cone has its scan limit.
        out.append(("defence.radar.view", "wedge"))
    own = base.defence.radar
    if state.boresight_deg is not None and (own.boresight_range_deg or own.watched_deg):
        out.append(("defence.radar.boresight_range_deg", [state.boresight_deg] * 2))
    out += [
        (f"defence.assumptions.{key}", {"value": float(getattr(state, key)), "source": by_hand.KEY})
        for key in _ASSUMED
        if getattr(state, key) is not None
    ]
    return out


def ground_m(latitude_deg: float, longitude_deg: float) -> float:
    """Height of the ground under a battery that was moved; the sea counts as 0 m."""
    height = float(geodata.relief_m(latitude_deg, longitude_deg))
    return round(max(height, 0.0), 1) if math.isfinite(height) else 0.0


def _threats(state: State, base: Scenario) -> list[dict[str, Any]] | None:
    """The threats and one more where a flight is set by hand; nothing where none is.

    The scenario's own stay as they are, because a raid may be made of them.
    """
    if threat_of(state, base) != OWN_THREAT:
        return None
    raw: Any = base.as_mapping()["threats"]
    chosen = next(t for t in raw if t["id"] == (state.threat or default_threat(base)))
    own = {key: value for key, value in chosen.items() if key not in ("id", "note", "source")}
    if state.missile is not None or state.trajectory is not None:
        for key in ("apogee_km", "payload_kg", "ballistic_coefficient_kg_m2"):
            own.pop(key, None)
    if state.missile is not None:
        own["missile"] = _missile_of(state.missile, base)
    given = {
        "class": state.trajectory,
        "apogee_km": state.apogee_km,
        "radar_cross_section_m2": state.rcs_m2,
    }
    own |= {key: value for key, value in given.items() if value is not None}
    if state.launch_points is not None:
        own["launch_points"] = list(_known_points(state, base))
    return [*raw, {"id": OWN_THREAT, **own}]


def _missile_of(name: str, base: Scenario) -> str:
    """The id of a missile of the catalogue by any of its names."""
    try:
        return base.catalogue.missile(name).id
    except catalog.CatalogError as error:
        raise ScenarioError(f"state: missile is '{name}': {error}") from None


def _known_points(state: State, base: Scenario) -> tuple[str, ...]:
    known = [point.id for point in base.launch_points]
    for given in state.launch_points or ():
        if given not in known:
            raise ScenarioError(f"launch_points is '{given}': expected one of {', '.join(known)}")
    return tuple(dict.fromkeys(state.launch_points or ()))
