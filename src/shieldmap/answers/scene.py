"""What stands and flies on the map of an answer, named in words: for the files that a reader takes along."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import numpy as np

from shieldmap import campaign, earth, export, formats, words
from shieldmap.answers.changed import flight_in_words, shortly
from shieldmap.campaign import Case, Study
from shieldmap.export import Scene, SectorEdge, SiteMark, Track
from shieldmap.model import Status
from shieldmap.results import RadarRanges
from shieldmap.scenario import Scenario, Threat
from shieldmap.words import t

_PLACES: Final = 4
"""To how many places each launch point's flights are drawn."""


def scene_of(
    scenario: Scenario, threat: Threat, ranges: RadarRanges, flights: Sequence[Track]
) -> Scene:
    """The defence, the launch points of one threat, and flights that were flown.

    Parameters
    ----------
    ranges : how far the radar finds and follows the warhead of that threat.
    """
    radar = scenario.defence.radar
    edges = _radar_edges(scenario, ranges) if radar.present else ()
    return Scene(
        (*_defence_marks(scenario), *_launch_marks(scenario, threat)), tuple(edges), tuple(flights)
    )


def _defence_marks(scenario: Scenario) -> Iterator[SiteMark]:
    given, known = scenario.defence, scenario.catalogue
    battery, radar = given.battery, given.radar
    system = shortly(words.translated(known.defence(given.system).name))
    place = words.said(battery.name)
    name = t("report_battery_at", system=system, place=shortly(place))
    text = f"{t('files_battery', system=system)}. {place}"
    yield SiteMark("battery", name, battery.latitude_deg, battery.longitude_deg, text)
    if radar.present:
        system = words.translated(known.radar(radar.system).name)
        yield SiteMark(
            "radar",
            shortly(system),
            radar.latitude_deg,
            radar.longitude_deg,
            t("files_radar", system=system),
        )
    for site in given.launcher_sites:
        name, text = words.said(site.name), t("files_launchers")
        yield SiteMark("launcher", name, site.latitude_deg, site.longitude_deg, text)
    for layer in scenario.layers:
        system = words.translated(known.defence(layer.system).name)
        stands = layer.battery
        place = shortly(words.translated(stands.name))
        name = t("report_battery_at", system=shortly(system), place=place)
        text = t("files_layer", system=system)
        yield SiteMark("layer", name, stands.latitude_deg, stands.longitude_deg, text)


def _launch_marks(scenario: Scenario, threat: Threat) -> Iterator[SiteMark]:
    for point in scenario.launch_points:
        if point.id in threat.launch_points:
            name = words.name_of(point.name, point.name_ko)
            flown = flight_in_words(threat, scenario)
            text = f"{t('files_launch_point')}: {name}. {flown}"
            place = point.latitude_deg, point.longitude_deg
            yield SiteMark("launch-point", shortly(name), *place, text)


def _radar_edges(scenario: Scenario, ranges: RadarRanges) -> Iterator[SectorEdge]:
    radar = scenario.defence.radar
    entry = scenario.catalogue.radar(radar.system)
    width_deg = math.degrees(2.0 * campaign.watched_half_width(radar, entry))
    place = radar.latitude_deg, radar.longitude_deg
    search_m, cued_m = ranges.search_range_m, ranges.track_range_m
    for mode, text, range_m in (
        ("search", t("files_edge_search", range=formats.km(search_m)), search_m),
        ("cued", t("files_edge_cued", range=formats.km(cued_m)), cued_m),
    ):
        if range_m > 0.0:
            line = export.sector_edge(place, radar.boresight_deg, width_deg, range_m)
            yield SectorEdge("search" if mode == "search" else "cued", text, range_m, line)


# --- flights -----------------------------------------------------------------------------


def flown_tracks(this: Study) -> list[tuple[Case, str, Track]]:
    """Every launch point's flights to a few assets, spread over the country."""
    assets = _far_apart(this.scenario)
    latitude = np.radians([asset.latitude_deg for asset in assets])
    longitude = np.radians([asset.longitude_deg for asset in assets])
    out = []
    for case in this.cases:
        if case.table is None or not assets:
            continue
        flown = campaign.fly(this, case, latitude, longitude)
        for row, asset in enumerate(assets):
            if flown.aims.status[row] == Status.OK:
                place = words.name_of(asset.name, asset.name_ko)
                name = flight_named(this.scenario, case.missile_id, case.launch_id, place)
                track = export.from_flight(flown.flights, flown.trajectories, row, name=name)
                out.append((case, asset.id, track._replace(description=_course(track))))
    return out


def flight_named(scenario: Scenario, missile: str, launch_point: str, asset: str = "") -> str:
    """``Hwasong-7 from Hwangju to Busan``: a flight by the missile's id and its launch point's.

    ``asset`` is the name of the place in the reader's language; without one it is left out.
    """
    entry = scenario.catalogue.missile(missile)
    start = next(point for point in scenario.launch_points if point.id == launch_point)
    told = {
        "missile": shortly(words.name_of(entry.name, entry.name_ko)),
        "place": shortly(words.name_of(start.name, start.name_ko)),
    }
    return t("files_flight", **told, asset=asset) if asset else t("files_flight_start", **told)


def names_in_words(scenario: Scenario) -> Mapping[str, str]:
    """What threats and launch points are called, by their ids; threats by missile and path."""
    points = {
        point.id: shortly(words.name_of(point.name, point.name_ko))
        for point in scenario.launch_points
    }
    return points | {one.id: flight_in_words(one, scenario) for one in scenario.threats}


def _course(track: Track) -> str:
    """How high and how long a flight is."""
    highest_m = float(earth.ecef_to_geodetic(track.position_m)[2].max())
    time = formats.seconds(float(track.time_s[-1]))
    return t("files_flight_text", apogee=formats.km(highest_m), time=time)


def _far_apart(scenario: Scenario) -> list[Any]:
    """A few assets far from each other: the first, then whichever is farthest from those taken."""
    left = list(scenario.assets)
    taken = left[:1]
    while left and len(taken) < min(_PLACES, len(scenario.assets)):
        here = np.radians([(a.latitude_deg, a.longitude_deg) for a in taken])
        there = np.radians([(a.latitude_deg, a.longitude_deg) for a in left])
        away, _, _ = earth.geodesic_inverse(
            there[:, None, 0], there[:, None, 1], here[None, :, 0], here[None, :, 1]
        )
        taken.append(left[int(away.min(axis=1).argmax())])
    return taken
