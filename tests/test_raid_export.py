"""A raid for a globe: read back by czml3, on one clock, every end where it happened."""

import datetime as dt
import json
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from czml3 import Document

from shieldmap import campaign, export, questions
from shieldmap.export import EPOCH
from shieldmap.questions import raid
from shieldmap.results import RaidBattery, RaidTimeline
from tests.test_raids import aleutian, layered

ABOUT = export.About("9.9.9", ("A & B (2016)", "<Yonhap> 2017"), export.RAID_LIMITS)
# Written with six decimals of a degree (0.1 m) and one of a metre.
DEGREES, METRES, SECONDS = 1e-6, 0.051, 5e-4


@cache
def told() -> RaidTimeline:
    """The first trial in which something falls."""
    trials = (questions.timeline(layered(), trial) for trial in range(50))
    return next(one for one in trials if not all(missile.stopped for missile in one.missiles))


def batteries() -> tuple[RaidBattery, ...]:
    return raid._battery_rows(layered())


@cache
def text() -> str:
    return export.raid_czml(told(), batteries(), ABOUT)


@pytest.fixture
def packets() -> dict[str, Any]:
    return {packet["id"]: packet for packet in json.loads(text())}


def seconds(moment: str) -> float:
    return (dt.datetime.fromisoformat(moment) - EPOCH).total_seconds()


def spell(packet: dict[str, Any]) -> tuple[float, float]:
    start, end = packet["availability"].split("/")
    return seconds(start), seconds(end)


def test_another_reader_takes_every_packet_and_no_two_share_an_id() -> None:
    found = Document(packets=json.loads(text())).packets
    assert len({packet.id for packet in found}) == len(found)
    assert found[0].id == "document"
    assert found[0].version == "1.0"
    shots = sum(len(missile.shots) for missile in told().missiles)
    fallen = sum(not missile.stopped for missile in told().missiles)
    assert shots > 10
    assert fallen > 0
    # The document, a packet for each battery and missile, two for each shot, one for each impact.
    assert len(found) == 1 + len(batteries()) + 24 + 2 * shots + fallen


def test_the_clock_runs_over_everything_that_happens(packets: dict[str, Any]) -> None:
    clock = packets["document"]["clock"]
    start, end = (seconds(moment) for moment in clock["interval"].split("/"))
    assert start == 0.0
    assert clock["currentTime"] == clock["interval"].split("/")[0]
    assert end > max(event.time_s for event in told().events)
    for key, packet in packets.items():
        if "availability" in packet:
            first, last = spell(packet)
            assert start <= first < last <= end, key


def test_a_missile_moves_from_its_launch_to_its_end(packets: dict[str, Any]) -> None:
    for missile in told().missiles:
        packet = packets[f"missile-{missile.id + 1}"]
        first, last = spell(packet)
        assert first == pytest.approx(missile.launch_s, abs=SECONDS)
        # A flight is sampled every second: one that falls is drawn to its last whole second.
        least = 0.0 if missile.stopped else campaign.EVERY_S
        assert missile.ends_s - least - SECONDS <= last <= missile.ends_s + SECONDS
        flat = packet["position"]["cartographicDegrees"]
        times = flat[::4]
        assert all(a < b for a, b in pairwise(times))
        assert (times[0], times[-1]) == pytest.approx((first, last), abs=SECONDS)
        assert missile.outcome in packet["description"]
        assert f"missile-{missile.id + 1}-impact" in packets or missile.stopped


def test_an_interceptor_ends_where_it_meets_its_target(packets: dict[str, Any]) -> None:
    compared = 0
    for missile in told().missiles:
        for number, shot in enumerate(missile.shots, start=1):
            key = f"missile-{missile.id + 1}-shot-{number}"
            flat = packets[key]["position"]["cartographicDegrees"]
            assert flat[-4] == pytest.approx(shot.intercept_s, abs=SECONDS)
            assert flat[0] == pytest.approx(shot.launch_s, abs=SECONDS)
            end = packets[f"{key}-{'hit' if shot.hit else 'miss'}"]
            assert spell(end)[0] == pytest.approx(shot.intercept_s, abs=SECONDS)
            at = end["position"]["cartographicDegrees"]
            assert at == flat[-3:]
            path = shot.path
            assert at[:2] == pytest.approx(
                [path.longitude_deg[-1], path.latitude_deg[-1]], abs=DEGREES
            )
            # The altitude of the launch table is the radial one, at the tabled moment: 1 m for the
            # formula and some metres for the chord between samples a second apart.
            assert at[2] == pytest.approx(shot.altitude_m, abs=10.0)
            compared += 1
    assert compared > 10


def test_a_hit_stands_where_the_missile_was_stopped(packets: dict[str, Any]) -> None:
    stopped = [missile for missile in told().missiles if missile.stopped]
    assert stopped
    for missile in stopped:
        key = f"missile-{missile.id + 1}"
        last = packets[key]["position"]["cartographicDegrees"][-4:]
        hits = [
            packets[f"{key}-shot-{k}-hit"]["position"]["cartographicDegrees"]
            for k, shot in enumerate(missile.shots, start=1)
            if shot.hit and shot.intercept_s == missile.ends_s
        ]
        assert len(hits) >= 1
        # Both are the target's flight at one moment, rounded.
        assert hits[0][:2] == pytest.approx(last[1:3], abs=2 * DEGREES)
        assert hits[0][2] == pytest.approx(last[3], abs=2 * METRES)


def test_an_impact_is_on_the_ground_at_the_place_aimed_at(packets: dict[str, Any]) -> None:
    places = {asset.id: asset for asset in layered().scenario.assets}
    for missile in (m for m in told().missiles if not m.stopped):
        packet = packets[f"missile-{missile.id + 1}-impact"]
        longitude, latitude, height = packet["position"]["cartographicDegrees"]
        asset = places[missile.asset]
        # Aims are solved to a metre, 1e-5 degrees; the last point should be the impact itself.
        assert latitude == pytest.approx(asset.latitude_deg, abs=3e-5)
        assert longitude == pytest.approx(asset.longitude_deg, abs=3e-5)
        assert height == pytest.approx(0.0, abs=2.0)


def test_what_is_described_is_escaped_and_says_its_limits(packets: dict[str, Any]) -> None:
    for key in ("missile-1", "battery-defence"):
        said = packets[key]["description"]
        assert "&lt;Yonhap&gt; 2017" in said
        assert "A &amp; B (2016)" in said
        assert "neither a forecast nor a record" in said
    assert {f"battery-{row.id}" for row in batteries()} <= set(packets)


def test_another_epoch_moves_the_moments_and_nothing_else(packets: dict[str, Any]) -> None:
    epoch = EPOCH + dt.timedelta(days=1)
    moved = {p["id"]: p for p in json.loads(export.raid_czml(told(), [], ABOUT, epoch))}
    first = moved["missile-1"]["availability"].split("/")[0]
    assert seconds(first) - spell(packets["missile-1"])[0] == 86_400.0
    flat = [p["missile-1"]["position"]["cartographicDegrees"] for p in (moved, packets)]
    assert flat[0] == flat[1]


def test_a_raid_of_nobody_is_a_clock() -> None:
    nobody = RaidTimeline(trial=0, seed=1, missiles_in_all=0, missiles=(), events=())
    found = Document(packets=json.loads(export.raid_czml(nobody, [], ABOUT))).packets
    assert [packet.id for packet in found] == ["document"]


def test_a_raid_at_the_date_line_is_written_with_longitudes_as_they_are() -> None:
    prepared = campaign.prepare(aleutian(0.0))
    timeline = questions.timeline(prepared)
    found = json.loads(export.raid_czml(timeline, [], ABOUT))
    Document(packets=found)
    sides = set()
    for packet in found:
        flat = packet.get("position", {}).get("cartographicDegrees", [])
        if len(flat) > 4:
            longitudes = flat[1::4]
            assert all(-180.0 <= longitude <= 180.0 for longitude in longitudes)
            assert min(abs(longitude) for longitude in longitudes) > 178.0
            sides.add(longitudes[-1] > 0.0)
    assert sides == {True, False}
