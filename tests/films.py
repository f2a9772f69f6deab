"""CZML documents of every writer with times that fall on no round number, for the tests that play them."""

import datetime as dt
from collections.abc import Iterator

import numpy as np

from shieldmap import earth, export
from shieldmap.model import Floats
from shieldmap.results import NotThreatened, RaidBattery, RaidTimeline
from shieldmap.results.questions import FlownPath, RaidMissile, RaidShot
from tests.records import whole

ABOUT = export.About("9.9.9")
EPOCHS = (
    export.EPOCH,
    dt.datetime(2016, 9, 5, 3, 13, tzinfo=dt.UTC),
    dt.datetime(2031, 12, 31, 23, 59, 59, 123457, tzinfo=dt.UTC),
)


def times(draw: np.random.Generator, k: int) -> Floats:
    """Growing times of which the first and the last are cut in the middle of a microsecond."""
    start = draw.choice([0.0, draw.uniform(0.0, 500.0)])
    return np.asarray(start + np.cumsum(draw.uniform(0.2, 9.0, k)) - 0.2, dtype=np.float64)


def path(draw: np.random.Generator) -> FlownPath:
    time = times(draw, int(draw.integers(2, 14)))
    return FlownPath(
        time_s=tuple(time.tolist()),
        latitude_deg=tuple(draw.uniform(30.0, 45.0, time.size).tolist()),
        longitude_deg=tuple(draw.uniform(120.0, 140.0, time.size).tolist()),
        altitude_m=tuple(draw.uniform(0.0, 3e5, time.size).tolist()),
    )


def track(draw: np.random.Generator) -> export.Track:
    time = times(draw, int(draw.integers(2, 60)))
    place = np.radians(draw.uniform([30.0, 120.0], [45.0, 140.0], (time.size, 2)))
    position = earth.geodetic_to_ecef(place[:, 0], place[:, 1], draw.uniform(0.0, 3e5, time.size))
    events = tuple(
        export.TrackEvent(name, float(time[i]), position[i])
        for name, i in (("burnout", time.size // 3), ("impact", time.size - 1))
    )
    return export.Track("a track", "", time, position, np.zeros_like(position), events)


def shot(draw: np.random.Generator) -> RaidShot:
    flown = path(draw)
    return whole(
        RaidShot,
        path=flown,
        system="x",
        hit=bool(draw.integers(2)),
        altitude_m=5e4,
        assessed_s=flown.time_s[-1] + draw.uniform(0.0, 9.0),
    )


def raid(draw: np.random.Generator) -> RaidTimeline:
    missiles = []
    for number in range(6):
        shots = [shot(draw) for _ in range(int(draw.integers(0, 4)))]
        flown = path(draw)
        named = {"threat": "a", "launch_point": "b", "asset_name": "c", "outcome": "d"}
        missiles.append(
            whole(
                RaidMissile,
                id=number,
                **named,
                path=flown,
                stopped=bool(draw.integers(2)),
                shots=shots,
                ends_s=flown.time_s[-1],
            )
        )
    return whole(RaidTimeline, missiles=missiles)


def films(count: int) -> Iterator[tuple[str, str]]:
    """Name and text of documents by each writer that has a clock, drawn from a fixed seed."""
    draw = np.random.default_rng(2016)
    battery = whole(
        RaidBattery, id="b", name="B", system_name="S", latitude_deg=36.0, longitude_deg=128.0
    )
    for number in range(count):
        epoch = EPOCHS[number % len(EPOCHS)]
        yield f"tracks {number}", export.czml([track(draw), track(draw)], ABOUT, epoch)
        yield f"raid {number}", export.raid_czml(raid(draw), [battery], ABOUT, epoch)
        target = track(draw)
        happened = draw.uniform(0.0, target.time_s[-1], 4)
        told = whole(NotThreatened, timeline=[{"event": "e", "time_s": float(t)} for t in happened])
        shots = [path(draw) for _ in range(3)]
        yield f"engagement {number}", export.engagement_czml(target, told, shots, ABOUT, epoch)
