"""Flights between other countries that the radar of a state sees, and what each side gets by its limits.

Question: how many flights from public launch areas to the cities of a stability study are in view of this
radar after burnout, looking as the state has it?

A state says where the radar looks and how low; what it leaves alone is as the stability study has it, so that
a state in which nothing was changed counts what ``shieldmap run`` counts.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np

from shieldmap import formats, stability, words
from shieldmap.answers import trading
from shieldmap.answers.flight_cache import Advance, silent
from shieldmap.answers.places import InputError
from shieldmap.answers.quoted import in_both
from shieldmap.answers.session import Session
from shieldmap.answers.state import State, base_of, scenario_of
from shieldmap.model import Floats
from shieldmap.results import CountryFlights, ForeignFlight, ForeignSeen, WatchedTrack
from shieldmap.results.trading import Trade
from shieldmap.scenario import Scenario, StabilityScenario
from shieldmap.stability import GIVEN
from shieldmap.words import t

_TURNED = ("boresight_deg", "elevation_min_deg")


def foreign_seen(
    session: Session,
    state: State,
    cross_section_m2: float | None = None,
    advance: Advance = silent,
) -> ForeignSeen:
    """What the radar of a state sees of the first embedded stability study that has it.

    Parameters
    ----------
    cross_section_m2 : of the warheads, one of those of the study; else the one that it leads with.

    Raises
    ------
    ScenarioError : a state that cannot be.
    InputError : a cross section that the study does not have.
    """
    given = scenario_of(state)
    other = trading.stability_beside(given)
    if other is None:
        return _not_known(given)
    sections = other.view.cross_sections_m2
    section = other.view.headline_cross_section_m2 if cross_section_m2 is None else cross_section_m2
    if section not in sections:
        known = ", ".join(f"{one:g}" for one in sections)
        raise InputError(f"cross_section_m2 is {section:g}: expected one of {known}")
    watched = session.watched(other, advance)
    looking = _as_the_state(other, given, base_of(state), section)
    rows = stability.tracks(watched._replace(scenario=looking))
    flights = tuple(_drawn_flight(looking, row) for row in rows)
    countries = _by_country(looking, flights)
    seen = sum(flight.is_seen for flight in flights)
    return ForeignSeen(
        study=other.name,
        cross_section_m2=section,
        cross_sections_m2=sections,
        flown=len(flights),
        seen=seen,
        countries=countries,
        flights=flights,
        sentence=in_both(lambda: _told(section, seen, len(flights), countries)),
    )


def traded(session: Session, state: State, advance: Advance = silent) -> Trade | None:
    """What each side gets under limits of the radar of a state's study; none where no stability study has it."""
    given = base_of(state)
    other = trading.stability_beside(given)
    if other is None:
        return None
    watched = session.watched(other, advance)
    return trading.trade_of(given, watched.scenario, watched=watched, progress=advance)


def _not_known(given: Scenario) -> ForeignSeen:
    """No stability study has this radar where it stands now."""
    how = "foreign_none" if given.defence.radar.present else "foreign_no_radar"
    return ForeignSeen(
        study="",
        cross_section_m2=0.0,
        cross_sections_m2=(),
        flown=0,
        seen=0,
        countries=(),
        flights=(),
        sentence=in_both(lambda: t(how)),
    )


def _as_the_state(
    other: StabilityScenario, given: Scenario, base: Scenario, section_m2: float
) -> StabilityScenario:
    """The stability study with what the state changes of the radar's view."""
    now, own = given.defence.radar, base.defence.radar
    changed: Mapping[str, Any] = {
        name: getattr(now, name) for name in _TURNED if getattr(now, name) != getattr(own, name)
    }
    radars = tuple(
        site.model_copy(update=changed) if site.id == other.added_radar else site
        for site in other.radars
    )
    view = other.view.model_copy(update={"headline_cross_section_m2": section_m2})
    return other.model_copy(update={"radars": radars, "view": view})


def _drawn_flight(study: StabilityScenario, row: WatchedTrack) -> ForeignFlight:
    """A flight as a line, and its parts in view of the added radar after burnout."""
    spells = [
        (max(begin, row.burnout_s), end)
        for begin, end in row.spells[GIVEN][study.added_radar]
        if end > row.burnout_s
    ]
    seconds = sum(end - begin for begin, end in spells)
    time = np.array(row.time_s)
    # Unwrapped, so that a flight over the date line is one line.
    longitude = np.degrees(np.unwrap(np.radians(row.longitude_deg)))
    columns = longitude, np.array(row.latitude_deg), np.array(row.altitude_m)

    def line(at: Floats) -> tuple[float, ...]:
        rows = np.column_stack([np.interp(at, time, column) for column in columns])
        return tuple(np.round(rows, 3).ravel().tolist())

    return ForeignFlight(
        launch_area=row.launch_area,
        city=row.city,
        is_seen=seconds >= study.view.least_view_s,
        way=line(time),
        in_view=tuple(
            line(np.concatenate([[begin], time[(time > begin) & (time < end)], [end]]))
            for begin, end in spells
        ),
    )


def _by_country(
    study: StabilityScenario, flights: tuple[ForeignFlight, ...]
) -> tuple[CountryFlights, ...]:
    country = {area.id: area.country for area in study.launch_areas}
    out = []
    for code in dict.fromkeys(country.values()):
        own = [flight for flight in flights if country[flight.launch_area] == code]
        name = in_both(lambda code=code: words.named("country", code, code))  # type: ignore[misc]
        out.append(
            CountryFlights(
                country=code,
                name=name.en,
                name_ko=name.ko,
                flown=len(own),
                seen=sum(flight.is_seen for flight in own),
            )
        )
    return tuple(out)


def _told(
    section_m2: float,
    seen: int,
    flown: int,
    countries: tuple[CountryFlights, ...],
) -> str:
    parts = [
        t(
            "foreign_country",
            country=row.name_ko if words.language() == "ko" else row.name,
            seen=row.seen,
            flown=row.flown,
        )
        for row in countries
    ]
    return t(
        "foreign_seen",
        seen=seen,
        flown=flown,
        section=formats.measured(section_m2, "m^2"),
        parts=formats.listed(parts),
    )
