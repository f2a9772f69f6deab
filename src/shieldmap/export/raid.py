"""A raid as it happened, as CZML that a globe plays.

Missiles fly until they are stopped or fall, interceptors fly to their intercepts, and every
intercept and impact is a point that appears when it happens. Times count from the start of the raid,
which is put at :data:`EPOCH` because a computed raid has no date.

Limits: paths are straight between samples 5 s apart (interceptors: a dozen samples); heights are
above the ellipsoid.

Frame: WGS 84 geodetic. Units: degrees and metres, as CZML has them [czml-guide].
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

from shieldmap.export.moments import EPOCH, seconds, utc
from shieldmap.export.tracks import HELD, About, Packet, balloon_text, label, written
from shieldmap.results.questions import FlownPath, RaidMissile, RaidTimeline
from shieldmap.results.raid import RaidBattery

RAID_LIMITS: Final = (
    "One trial of a computed raid, from public, unclassified numbers: neither a forecast nor a record. "
    "Whether a shot hits is drawn with a stated probability. Times count from the start of the raid; "
    "heights are above the ellipsoid."
)
"""What everybody should know who plays a raid; it goes along in the file."""

# Okabe and Ito: apart from each other and from land and sea; the shapes differ as well.
MISSILE: Final = [213, 94, 0, 255]
INTERCEPTOR: Final = [86, 180, 233, 255]
_BATTERY: Final = [0, 114, 178, 255]
HIT: Final = [0, 158, 115, 255]
_MISS: Final = [240, 228, 66, 255]
_IMPACT: Final = [204, 121, 167, 255]
_SPEEDUP: Final = 10.0
_AFTER_S: Final = 60.0
"""How long the clock runs on after the last event."""


def raid_czml(
    timeline: RaidTimeline,
    batteries: Sequence[RaidBattery],
    about: About,
    epoch: datetime = EPOCH,
    names: Mapping[str, str] | None = None,
) -> str:
    """Write a raid as one CZML document with a clock.

    Parameters
    ----------
    timeline : missiles with their paths, shots and ends, as :mod:`shieldmap.questions` tells it.
    batteries : those that shoot, drawn where they stand.
    names : what threats and launch points are called, by their ids; without them the ids stay.
    """
    last_s = max(
        [0.0]
        + [missile.ends_s for missile in timeline.missiles]
        + [shot.assessed_s for missile in timeline.missiles for shot in missile.shots]
    )
    end_s = last_s + _AFTER_S
    name = f"a raid of {len(timeline.missiles)} missiles"
    packets = [opening(name, epoch, end_s, "LOOP_STOP")]
    packets += [_battery(number, battery, about) for number, battery in enumerate(batteries)]
    for missile in timeline.missiles:
        packets += _missile_tracks(_in_words(missile, names or {}), about, epoch, end_s)
    return written(packets)


def opening(name: str, epoch: datetime, end_s: float, at_the_end: str) -> Packet:
    """The document's first packet: its name and the clock; what the clock does at its end."""
    return {
        "id": "document",
        "name": f"Shieldmap: {name}",
        "version": "1.0",
        "clock": {
            "interval": f"{utc(epoch, 0.0)}/{utc(epoch, end_s)}",
            "currentTime": utc(epoch, 0.0),
            "multiplier": _SPEEDUP,
            "range": at_the_end,
            "step": "SYSTEM_CLOCK_MULTIPLIER",
        },
    }


def _battery(number: int, battery: RaidBattery, about: About) -> Packet:
    """A battery; the names of neighbours stand above and below their points in turn."""
    text = f"{battery.system_name}, {battery.name}"
    return {
        "id": f"battery-{battery.id}",
        "name": text,
        "description": balloon_text(text, about),
        "position": {"cartographicDegrees": [battery.longitude_deg, battery.latitude_deg, 0.0]},
        "point": {
            "pixelSize": 11,
            "color": {"rgba": _BATTERY},
            "outlineWidth": 2,
            "outlineColor": {"rgba": [255, 255, 255, 255]},
        },
        "label": label(battery.system_name)
        | {"font": "10pt sans-serif", "pixelOffset": {"cartesian2": [10, 9 - 18 * (number % 2)]}},
    }


def _in_words(missile: RaidMissile, names: Mapping[str, str]) -> RaidMissile:
    told = {key: names.get(getattr(missile, key)) for key in ("threat", "launch_point")}
    return missile.model_copy(update={key: name for key, name in told.items() if name})


def _missile_tracks(
    missile: RaidMissile, about: About, epoch: datetime, end_s: float
) -> Iterator[Packet]:
    """A missile's flight, its interceptors, and what they end in."""
    key = f"missile-{missile.id + 1}"
    name = f"{missile.threat} from {missile.launch_point} to {missile.asset_name}"
    told = f"{name}: {missile.outcome}"
    yield moving(key, name, balloon_text(told, about), missile.path, MISSILE, epoch)
    if not missile.stopped:
        yield point_at(f"{key}-impact", f"{name}: impact", missile.path, _IMPACT, epoch, end_s)
    for number, shot in enumerate(missile.shots, start=1):
        shot_key, what = f"{key}-shot-{number}", "hit" if shot.hit else "miss"
        text = f"{shot.system} against {missile.threat}, shot {number}"
        yield moving(
            shot_key, text, balloon_text(f"{text}: {what}", about), shot.path, INTERCEPTOR, epoch
        )
        yield point_at(
            f"{shot_key}-{what}",
            f"{text}: {what} at {shot.altitude_m / 1e3:.0f} km",
            shot.path,
            HIT if shot.hit else _MISS,
            epoch,
            end_s,
        )


def moving(
    key: str, name: str, text: str, path: FlownPath, rgba: list[int], epoch: datetime
) -> Packet:
    """A point that moves along a path, with the path behind it."""
    rows = zip(path.time_s, path.longitude_deg, path.latitude_deg, path.altitude_m, strict=True)
    flat = [
        value
        for time_s, longitude, latitude, altitude in rows
        for value in (seconds(time_s), round(longitude, 6), round(latitude, 6), round(altitude, 1))
    ]
    first, last = path.time_s[0], path.time_s[-1]
    return {
        "id": key,
        "name": name,
        "description": text,
        "availability": f"{utc(epoch, first)}/{utc(epoch, last)}",
        "position": {
            "epoch": utc(epoch, 0.0),
            "interpolationAlgorithm": "LINEAR",
            "interpolationDegree": 1,
            **HELD,
            "cartographicDegrees": flat,
        },
        "point": {"pixelSize": 7, "color": {"rgba": rgba}},
        "path": {
            "width": 2,
            "leadTime": 0,
            "trailTime": last - first + 1.0,
            "resolution": 5,
            "material": {"solidColor": {"color": {"rgba": rgba}}},
        },
    }


def point_at(
    key: str, name: str, path: FlownPath, rgba: list[int], epoch: datetime, end_s: float
) -> Packet:
    """A point at the end of a path, from then on."""
    at_s = path.time_s[-1]
    return {
        "id": key,
        "name": name,
        "availability": f"{utc(epoch, at_s)}/{utc(epoch, end_s)}",
        "position": {
            "cartographicDegrees": [
                round(path.longitude_deg[-1], 6),
                round(path.latitude_deg[-1], 6),
                round(path.altitude_m[-1], 1),
            ]
        },
        "point": {
            "pixelSize": 9,
            "color": {"rgba": rgba},
            "outlineWidth": 1,
            "outlineColor": {"rgba": [0, 0, 0, 255]},
        },
    }
