"""Exported tracks come back through readers that other people wrote."""

import csv as tables
import datetime as dt
import io
import json
import math
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import pytest
import shapely.geometry
from ccsds_ndm.ndm_io import NdmIo
from czml3 import Document
from fastkml import KML, Folder, Placemark, validate
from lxml import etree
from pyproj import Geod, Transformer
from scipy.interpolate import CubicHermiteSpline
from scipy.spatial import cKDTree

from shieldmap import catalog, earth, export, footprint, sensor, threat
from shieldmap.model import Flights, Floats, Radar, Status, Trajectories, TrajectoryClass, Volume

ABOUT = export.About("9.9.9", ("A & B (2016)", "<Yonhap> 2017"))
AWKWARD = "화성 <&\"> 'x' ]]>"
# KML rounds to 1 mm three times, OEM and CSV once; a metre is what was asked for.
TOLERANCE_M = 0.01
GEODETIC = Transformer.from_crs("EPSG:4979", "EPSG:4978", always_xy=True)


def fly(every_s: float) -> export.Track:
    """A flight from Pyongyang over the date line, as the program flies it."""
    missile = catalog.missile("hwasong-15").arrays(None, None)
    site = np.radians([39.2, 125.9])
    table = threat.aim_table(
        missile, float(site[0]), float(site[1]), TrajectoryClass.MINIMUM_ENERGY, math.nan
    )
    aims = threat.aim(missile, table, np.radians([40.0]), np.radians([-150.0]))
    flights, samples = threat.fly_aims(missile, table, aims, every_s=every_s, until_s=3600.0)
    assert samples is not None
    return export.from_flight(flights, samples, name=AWKWARD, description="Pacific & beyond")


@pytest.fixture(scope="module")
def flown() -> export.Track:
    return fly(10.0)


def line_of(
    start: tuple[float, float], end: tuple[float, float], *, k: int = 40, name: str = "arc"
) -> export.Track:
    """A smooth made-up track between two places in degrees; its longitude may pass 180."""
    share = np.linspace(0.0, 1.0, k)
    latitude = start[0] + share * (end[0] - start[0])
    longitude = start[1] + share * (end[1] - start[1])
    position = earth.geodetic_to_ecef(
        np.radians(latitude), np.radians(longitude), 4e5 * np.sin(math.pi * share)
    )
    time = 600.0 * share
    return export.Track(name, "", time, position, np.gradient(position, time, axis=0))


class Read(NamedTuple):
    """What a reader found: positions (k, 3) in metres, and times where the format has them."""

    position_m: Floats
    time_s: Floats | None


# ---------------------------------------------------------------------------------------------
# Readers by others


def kml_lines(text: str) -> dict[str, list[list[tuple[float, ...]]]]:
    """Lines of every placemark by name: lists of (longitude, latitude, height)."""
    document = KML.from_string(text).features[0]
    found: dict[str, list[list[tuple[float, ...]]]] = {}
    for folder in document.features:
        assert isinstance(folder, Folder)
        for placemark in folder.features:
            assert isinstance(placemark, Placemark)
            shape = placemark.geometry
            lines = getattr(shape, "geoms", [shape])
            found[str(placemark.name)] = [[tuple(c) for c in line.coords] for line in lines]
    return found


def read_kml(track: export.Track) -> Read:
    lines = kml_lines(export.kml([track], ABOUT))
    events = {f"{track.name}: {event.name}" for event in track.events}
    places = [c for name, parts in lines.items() if name not in events for p in parts for c in p]
    return Read(np.column_stack(GEODETIC.transform(*np.array(places).T)), None)


def read_czml(track: export.Track) -> Read:
    document = Document(packets=json.loads(export.czml([track], ABOUT)))
    body = next(p for p in document.packets if p.path is not None)
    values = np.array(body.position.cartesian.values).reshape(-1, 4)
    return Read(values[:, 1:], values[:, 0])


def oem_states(track: export.Track) -> tuple[Floats, Floats]:
    """Times (k,) and states (k, 6) of all segments; the state that two of them share once."""
    segments = NdmIo().from_string(export.oem(track, ABOUT)).body.segment
    vectors = [v for n, s in enumerate(segments) for v in s.data.state_vector[min(n, 1) :]]
    axes = [(v.x, v.y, v.z, v.x_dot, v.y_dot, v.z_dot) for v in vectors]
    moments = [dt.datetime.fromisoformat(v.epoch).replace(tzinfo=dt.UTC) for v in vectors]
    time = np.array([(moment - export.EPOCH).total_seconds() for moment in moments])
    return time, 1e3 * np.array([[float(axis.value) for axis in row] for row in axes])


def samples_at(track: export.Track, time_s: Floats) -> Any:
    """The rows of a track at times that were read; an OEM leaves out what lies next to another."""
    rows = np.abs(track.time_s[None, :] - time_s[:, None]).argmin(axis=1)
    assert len(set(rows)) == time_s.size >= track.time_s.size - len(track.events)
    return rows


def read_oem(track: export.Track) -> Read:
    time, states = oem_states(track)
    return Read(states[:, :3], time)


def read_csv(track: export.Track) -> Read:
    rows = list(tables.DictReader(io.StringIO(export.csv(track))))
    columns = {name: np.array([float(row[name]) for row in rows]) for name in rows[0]
               if name not in ("phase", "flight_path_angle_deg")}  # fmt: skip
    places = GEODETIC.transform(
        columns["longitude_deg"], columns["latitude_deg"], columns["altitude_m"]
    )
    cartesian = np.column_stack([columns["x_m"], columns["y_m"], columns["z_m"]])
    np.testing.assert_allclose(np.column_stack(places), cartesian, atol=TOLERANCE_M, rtol=0.0)
    return Read(cartesian, columns["time_s"])


READERS: dict[str, Callable[[export.Track], Read]] = {
    "kml": read_kml, "czml": read_czml, "oem": read_oem, "csv": read_csv,
}  # fmt: skip
WRITERS: dict[str, Callable[[export.Track], str]] = {
    "kml": lambda track: export.kml([track], ABOUT),
    "czml": lambda track: export.czml([track], ABOUT),
    "oem": lambda track: export.oem(track, ABOUT),
    "csv": export.csv,
}


def compare(read: Read, wanted_m: Floats, wanted_s: Floats) -> None:
    """Every wanted position was read, in order and at its time; KML adds points at its cuts."""
    if read.time_s is not None:
        np.testing.assert_allclose(read.time_s, wanted_s, atol=1e-6, rtol=0.0)
        np.testing.assert_allclose(read.position_m, wanted_m, atol=TOLERANCE_M, rtol=0.0)
        return
    apart = np.linalg.norm(read.position_m[None, :, :] - wanted_m[:, None, :], axis=2)
    assert apart.min(axis=1).max() < TOLERANCE_M
    assert (np.diff(apart.argmin(axis=1)) > 0).all()


@pytest.mark.parametrize("name", READERS)
def test_positions_come_back(name: str, flown: export.Track) -> None:
    read = READERS[name](flown)
    assert read.time_s is None or name == "oem" or read.time_s.size == flown.time_s.size
    rows = slice(None) if read.time_s is None else samples_at(flown, read.time_s)
    compare(read, flown.position_m[rows], flown.time_s[rows])


@pytest.mark.parametrize("name", READERS)
def test_a_moved_expectation_fails(name: str, flown: export.Track) -> None:
    read = READERS[name](flown)
    rows = slice(None) if read.time_s is None else samples_at(flown, read.time_s)
    moved = flown.position_m[rows].copy()
    moved[7, 1] += 10.0 * TOLERANCE_M
    with pytest.raises(AssertionError):
        compare(read, moved, flown.time_s[rows])


@pytest.mark.parametrize("name", WRITERS)
def test_the_same_track_gives_the_same_text(name: str, flown: export.Track) -> None:
    assert WRITERS[name](flown) == WRITERS[name](flown)
    assert "-0.000 " not in WRITERS[name](flown)


# ---------------------------------------------------------------------------------------------
# From a flight


def test_a_flight_ends_where_it_fell(flown: export.Track) -> None:
    """The grid has samples every 10 s; the events are samples of the track as well."""
    assert [event.name for event in flown.events] == ["burnout", "apogee", "reentry", "impact"]
    for event in flown.events:
        i = int(np.searchsorted(flown.time_s, event.time_s))
        assert flown.time_s[i] == event.time_s
        np.testing.assert_array_equal(flown.position_m[i], event.position_m)
    assert flown.time_s[-1] == flown.events[-1].time_s
    assert (np.diff(flown.time_s) >= 1e-3).all()


def test_phases_change_at_the_events(flown: export.Track) -> None:
    found = export.phases(flown)
    for event, before, after in ((0, "boost", "midcourse"), (2, "midcourse", "reentry")):
        i = int(np.searchsorted(flown.time_s, flown.events[event].time_s))
        assert (found[i], found[i + 1]) == (before, after)


def test_a_flight_from_burnout_has_no_boost(flown: export.Track) -> None:
    i = int(np.searchsorted(flown.time_s, flown.events[0].time_s))
    later = flown._replace(
        time_s=flown.time_s[i:],
        position_m=flown.position_m[i:],
        velocity_m_s=flown.velocity_m_s[i:],
    )
    assert set(export.phases(later)) == {"midcourse", "reentry"}


def test_a_row_that_did_not_fly_is_refused() -> None:
    nothing = np.full((1, 4, 3), np.nan)
    flights = Flights(
        nothing[..., 0], nothing, nothing, nothing[..., 0],
        np.array([Status.BEYOND_RANGE], dtype=np.int8),
    )  # fmt: skip
    samples = Trajectories(np.zeros(1), nothing[:, :1], nothing[:, :1], np.zeros(1, dtype=np.int64))
    with pytest.raises(export.ExportError, match="'x' was not flown"):
        export.from_flight(flights, samples, name="x")


# ---------------------------------------------------------------------------------------------
# KML


def test_kml_keeps_to_the_published_schema(flown: export.Track) -> None:
    text = export.kml([flown, line_of((37.0, 127.0), (35.0, 129.0))], ABOUT)
    assert validate(element=etree.fromstring(text.encode())) is True
    broken = text.replace("<altitudeMode>absolute", "<altitudeMode>somewhere")
    with pytest.raises(AssertionError):
        validate(element=etree.fromstring(broken.encode()))


def test_kml_cuts_a_line_at_the_date_line_and_nowhere_else(flown: export.Track) -> None:
    lines = kml_lines(export.kml([flown], ABOUT))
    west, east = lines[f"{AWKWARD}: midcourse phase"]
    assert (west[-1][0], east[0][0]) == (180.0, -180.0)
    assert west[-1][1:] == east[0][1:]
    for piece in (part for parts in lines.values() for part in parts):
        longitude = np.array([place[0] for place in piece])
        assert (np.abs(longitude) <= 180.0).all()
        assert (np.abs(np.diff(longitude)) < 180.0).all()


@pytest.mark.parametrize(
    ("start", "end", "pieces"),
    [
        ((50.0, 170.0), (40.0, 190.0), 2),
        ((40.0, -170.0), (50.0, -190.0), 2),
        ((50.0, 175.0), (40.0, 180.0), 1),
        ((40.0, -180.0), (50.0, -175.0), 2),
        ((50.0, 180.0), (40.0, 180.0), 1),
        ((37.0, -10.0), (35.0, 10.0), 1),
    ],
)
def test_date_line_cases(start: tuple[float, float], end: tuple[float, float], pieces: int) -> None:
    track = line_of(start, end)
    found = kml_lines(export.kml([track], ABOUT))["arc: midcourse phase"]
    assert len(found) == pieces
    compare(read_kml(track), track.position_m, track.time_s)


def test_kml_names_and_descriptions_are_escaped(flown: export.Track) -> None:
    folder = KML.from_string(export.kml([flown], ABOUT)).features[0].features[0]
    assert folder.name == AWKWARD
    # A balloon is HTML, so what is text stays text there, too.
    assert "<p>Pacific &amp; beyond</p>" in folder.description
    assert "&lt;Yonhap&gt; 2017" in folder.description
    assert "9.9.9" in folder.description
    assert "Computed, not measured" in folder.description


def test_kml_events_are_points_with_their_times(flown: export.Track) -> None:
    folder = KML.from_string(export.kml([flown], ABOUT)).features[0].features[0]
    point = next(p for p in folder.features if p.name == f"{AWKWARD}: impact")
    assert point.description == f"{flown.time_s[-1]:.1f} s after launch."
    longitude, latitude, height = point.geometry.coords[0]
    assert (latitude, longitude) == pytest.approx((40.0, -150.0), abs=1e-3)
    assert height == pytest.approx(0.0, abs=0.01)


# ---------------------------------------------------------------------------------------------
# CZML


def packets_of(text: str) -> dict[str, Any]:
    document = Document(packets=json.loads(text))
    return {packet.id: packet for packet in document.packets}


def test_czml_has_a_clock_a_path_and_lines_by_phase(flown: export.Track) -> None:
    packets = packets_of(export.czml([flown], ABOUT))
    first, last = "2000-01-01T00:00:00.000000Z", json.loads(packets["document"].to_json())
    assert last["clock"]["interval"].startswith(first + "/")
    body = packets["track-1"]
    assert body.name == AWKWARD
    assert body.position.referenceFrame == "FIXED"
    assert str(body.position.interpolationAlgorithm).endswith("LAGRANGE")
    assert body.position.interpolationDegree == 5
    assert {"track-1-boost", "track-1-midcourse", "track-1-reentry"} <= set(packets)
    reentry = np.array(packets["track-1-reentry"].polyline.positions.cartesian.values)
    np.testing.assert_allclose(reentry[-3:], flown.position_m[-1], atol=1e-3)


def test_czml_events_appear_when_they_happen(flown: export.Track) -> None:
    texts = {p["id"]: p for p in json.loads(export.czml([flown], ABOUT))}
    for number, event in enumerate(flown.events, start=1):
        packet = texts[f"track-1-event-{number}"]
        start = dt.datetime.fromisoformat(packet["availability"].split("/")[0])
        assert (start - export.EPOCH).total_seconds() == pytest.approx(event.time_s, abs=1e-6)
        assert packet["label"]["text"].startswith(event.name)


def test_czml_of_two_tracks_has_one_clock(flown: export.Track) -> None:
    short = line_of((37.0, 127.0), (35.0, 129.0), k=3)
    packets = {p["id"]: p for p in json.loads(export.czml([short, flown], ABOUT))}
    assert packets["track-1"]["position"]["interpolationDegree"] == 2
    assert packets["document"]["clock"]["interval"] == packets["track-2"]["availability"]


# ---------------------------------------------------------------------------------------------
# OEM


def test_oem_says_what_its_numbers_are(flown: export.Track) -> None:
    message = NdmIo().from_string(export.oem(flown, ABOUT))
    assert message.version == "3.0"
    metadata = message.body.segment[0].metadata
    assert (metadata.center_name, metadata.ref_frame) == ("EARTH", "ITRF2014")
    assert (metadata.time_system, metadata.object_id) == ("UTC", "UNKNOWN")
    assert (metadata.interpolation, metadata.interpolation_degree) == ("HERMITE", 3)
    assert metadata.start_time == "2000-01-01T00:00:00.000000"
    vectors = message.body.segment[0].data.state_vector
    assert metadata.stop_time == vectors[-1].epoch
    assert metadata.object_name.encode().decode("unicode_escape") == AWKWARD
    assert "the flight has no date" in " ".join(message.header.comment)


def test_oem_velocities_are_those_of_the_track(flown: export.Track) -> None:
    time, states = oem_states(flown)
    wanted = flown.velocity_m_s[samples_at(flown, time)]
    np.testing.assert_allclose(states[:, 3:], wanted, atol=1e-6)


def test_oem_is_ascii_with_short_lines(flown: export.Track) -> None:
    text = export.oem(flown._replace(description="화성 " * 300 + "x" * 600), ABOUT)
    assert text.isascii()
    assert max(len(line) for line in text.splitlines()) <= 254
    NdmIo().from_string(text)


@pytest.mark.parametrize(
    ("every_s", "phases", "good_to_m"),
    [(1.0, {"boost", "midcourse", "reentry"}, 0.2), (10.0, {"midcourse"}, 0.01)],
)
def test_oem_interpolates_as_well_as_its_module_says(
    every_s: float, phases: set[str], good_to_m: float
) -> None:
    """A third program's cubic through the states that were read, against a finer flight."""
    track, finer = fly(every_s), fly(every_s / 4.0)
    time, states = oem_states(track)
    curve = CubicHermiteSpline(time, states[:, :3], states[:, 3:])
    apart = np.linalg.norm(curve(finer.time_s) - finer.position_m, axis=1)
    assert apart[np.isin(export.phases(finer), list(phases))].max() < good_to_m


# ---------------------------------------------------------------------------------------------
# CSV


def test_csv_columns(flown: export.Track) -> None:
    rows = list(tables.DictReader(io.StringIO(export.csv(flown))))
    assert list(rows[0]) == [
        "time_s", "latitude_deg", "longitude_deg", "altitude_m", "x_m", "y_m", "z_m",
        "vx_m_s", "vy_m_s", "vz_m_s", "speed_m_s", "flight_path_angle_deg", "phase",
    ]  # fmt: skip
    assert len(rows) == len(flown.time_s)
    assert [row["phase"] for row in rows] == export.phases(flown)
    # At rest on the launcher there is no direction; at the apogee the flight is level.
    assert rows[0]["flight_path_angle_deg"] == ""
    apogee = next(r for r in rows if float(r["time_s"]) == round(flown.events[1].time_s, 6))
    assert float(apogee["flight_path_angle_deg"]) == pytest.approx(0.0, abs=1e-3)
    assert float(rows[1]["flight_path_angle_deg"]) > 80.0
    assert float(rows[-1]["flight_path_angle_deg"]) < -20.0


# ---------------------------------------------------------------------------------------------
# What is refused


def spoiled(track: export.Track) -> dict[str, export.Track]:
    nan = track.position_m.copy()
    nan[3, 0] = math.nan
    far = export.TrackEvent("impact", 1e5, track.position_m[-1])
    odd = export.TrackEvent("impact", math.nan, track.position_m[-1])
    empty = np.empty((0, 3))
    return {
        "no name": track._replace(name=" "),
        "control character": track._replace(name="a\x00b"),
        "texts": track._replace(description="a\ud800"),
        "0 of the at least 2": track._replace(
            time_s=np.empty(0), position_m=empty, velocity_m_s=empty
        ),
        "1 of the at least 2": track._replace(
            time_s=track.time_s[:1],
            position_m=track.position_m[:1],
            velocity_m_s=track.velocity_m_s[:1],
        ),
        "as many positions": track._replace(position_m=track.position_m[:-1]),
        "not a number": track._replace(position_m=nan),
        "holds a value": track._replace(events=(odd,)),
        "do not grow": track._replace(time_s=track.time_s[::-1].copy()),
        "outside its samples": track._replace(events=(far,)),
    }


CASES = list(spoiled(line_of((37.0, 127.0), (35.0, 129.0))))


@pytest.mark.parametrize("format_name", WRITERS)
@pytest.mark.parametrize("case", CASES)
def test_a_spoiled_track_is_refused_in_one_sentence(format_name: str, case: str) -> None:
    track = spoiled(line_of((37.0, 127.0), (35.0, 129.0)))[case]
    with pytest.raises(export.ExportError, match=case) as error:
        WRITERS[format_name](track)
    assert "\n" not in str(error.value)
    assert str(error.value).isprintable()


def test_nothing_and_a_bare_epoch_are_refused(flown: export.Track) -> None:
    with pytest.raises(export.ExportError, match="no track"):
        export.kml([], ABOUT)
    with pytest.raises(export.ExportError, match="no track"):
        export.czml([], ABOUT)
    bare = dt.datetime(2020, 1, 1)  # noqa: DTZ001 - the missing zone is what is tested
    for write in (
        lambda: export.czml([flown], ABOUT, bare),
        lambda: export.oem(flown, ABOUT, bare),
    ):
        with pytest.raises(export.ExportError, match="no time zone"):
            write()


def test_another_epoch_moves_the_moments_and_nothing_else(flown: export.Track) -> None:
    seoul = dt.timezone(dt.timedelta(hours=9))
    epoch = dt.datetime(2017, 9, 15, 6, 57, tzinfo=seoul)
    vectors = NdmIo().from_string(export.oem(flown, ABOUT, epoch)).body.segment[0].data.state_vector
    assert vectors[0].epoch == "2017-09-14T21:57:00.000000"
    body = next(p for p in json.loads(export.czml([flown], ABOUT, epoch)) if p["id"] == "track-1")
    assert body["position"]["epoch"] == "2017-09-14T21:57:00.000000Z"
    compare(read_csv(flown), flown.position_m, flown.time_s)


# ---------------------------------------------------------------------------------------------
# What a radar sees


def view(
    longitude_deg: float, latitude_deg: float = 36.05, sector_deg: float = 120.0
) -> tuple[Volume, dict[str, Any]]:
    """The volume and the plain values of a radar's coverage."""
    latitude, longitude = math.radians(latitude_deg), math.radians(longitude_deg)
    radar = sensor.with_air(
        Radar(
            position_m=earth.geodetic_to_ecef(np.array(latitude), np.array(longitude), 680.0),
            axes=earth.east_north_up(latitude, longitude),
            boresight_rad=0.0,
            half_sector_rad=math.radians(0.5 * sector_deg),
            elevation_min_rad=math.radians(2.0),
            elevation_max_rad=math.radians(90.0),
        )
    )
    found = footprint.radar_coverage(radar, 2000e3, 700e3)
    values = footprint.coverage_values(found, system=AWKWARD)
    return footprint.volume(radar, 900e3, top_m=300e3), values


@pytest.mark.parametrize(
    ("longitude_deg", "latitude_deg", "sector_deg"),
    [(128.22, 36.05, 120.0), (179.9, 52.0, 360.0), (0.0, 89.0, 360.0)],
)
def test_a_view_is_read_by_czml3_and_its_corners_stand_where_they_were(
    longitude_deg: float, latitude_deg: float, sector_deg: float
) -> None:
    volume, values = view(longitude_deg, latitude_deg, sector_deg)
    text = export.coverage_czml(volume, values, ABOUT, name=AWKWARD)
    packets = Document(packets=json.loads(text)).packets
    assert len({packet.id for packet in packets}) == len(packets)
    assert packets[0].version == "1.0"
    kinds = {str(packet.id).split("-")[0] for packet in packets}
    sides = {"side"} if sector_deg < 360.0 else set()
    assert kinds == {"document", "radar", "front", "floor", "rim", "altitude"} | sides
    assert "No terrain was used" in packets[1].description
    assert "&lt;Yonhap&gt;" in packets[1].description
    corners = np.concatenate([
        np.reshape(packet.polygon.positions.cartesian.values, (-1, 3))
        for packet in packets if packet.polygon is not None
    ])  # fmt: skip
    known = np.concatenate([sheet.reshape(-1, 3) for sheet in volume])
    # Written with a decimal, so no coordinate moves by more than 5 cm.
    nearest, _ = cKDTree(known).query(corners)
    assert nearest.max() <= math.sqrt(3.0) * 0.05 + 1e-6
    assert len(corners) > 500


def test_the_sides_of_a_sector_are_flat() -> None:
    """Globes fill an upright polygon only where its corners lie in one plane."""
    volume, values = view(128.22)
    packets = json.loads(export.coverage_czml(volume, values, ABOUT))
    sides = [p["polygon"] for p in packets if p["id"].startswith("side")]
    assert len(sides) == 2
    for side in sides:
        points = np.reshape(side["positions"]["cartesian"], (-1, 3))
        _, spread, _ = np.linalg.svd(points - points.mean(axis=0))
        # Rounding to decimetres is all that stands out of the plane of some 900 km.
        assert spread[2] < 0.5
        assert spread[1] > 1e5


@pytest.mark.parametrize(
    ("longitude_deg", "latitude_deg", "sector_deg", "parts"),
    [(128.22, 36.05, 120.0, 1), (179.9, 52.0, 360.0, 2), (-179.9, -20.0, 120.0, 2),
     (0.0, 89.0, 360.0, 1)],
)  # fmt: skip
def test_geojson_is_valid_cut_at_the_date_line_and_has_the_areas_it_names(
    longitude_deg: float, latitude_deg: float, sector_deg: float, parts: int
) -> None:
    _, values = view(longitude_deg, latitude_deg, sector_deg)
    content = json.loads(export.coverage_geojson(values, ABOUT))
    assert content["type"] == "FeatureCollection"
    assert content["terrain"].startswith("No terrain was used")
    assert {"line of sight", "range with the long dwell"} == {
        feature["properties"]["limit"] for feature in content["features"]
    }
    for feature in content["features"]:
        area = shapely.geometry.shape(feature["geometry"])
        assert area.is_valid
        assert len(area.geoms) == parts
        assert -180.0 <= area.bounds[0]
        assert area.bounds[2] <= 180.0
        assert all(part.exterior.is_ccw for part in area.geoms)
        # Long edges along the date line and over the pole are no geodesics: points between.
        dense = shapely.segmentize(area, 0.1)
        size = abs(Geod(ellps="WGS84").geometry_area_perimeter(dense)[0])
        # Corners that stand out by less than 200 m were left out.
        assert size == pytest.approx(feature["properties"]["area_m2"], rel=2e-3)


def test_a_view_with_no_number_is_refused() -> None:
    volume, values = view(128.22)
    broken = volume._replace(front_m=np.full_like(volume.front_m, math.nan))
    with pytest.raises(export.ExportError, match="not a number"):
        export.coverage_czml(broken, values, ABOUT)
