"""One engagement as CZML that a globe plays: the target, the interceptors that fit, and what happens when.

Shots that fit are shown where they would meet the target; whether they hit is not said. Times count
from the missile's launch, which is put at :data:`EPOCH` because a computed flight has no date.

Frame: WGS 84 geodetic. Units: degrees and metres, as CZML has them [czml-guide].
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

import numpy as np

from shieldmap import earth
from shieldmap.export.moments import EPOCH, utc
from shieldmap.export.raid import (
    HIT,
    INTERCEPTOR,
    MISSILE,
    moving,
    opening,
    point_at,
)
from shieldmap.export.tracks import About, Packet, Track, balloon_text, label, written
from shieldmap.results import Engagement, EngagementEvent, NotThreatened
from shieldmap.results.questions import FlownPath

_EVENT: Final = [255, 255, 255, 255]
_EVERY: Final = 5


def engagement_czml(
    track: Track,
    told: Engagement | NotThreatened,
    interceptors: Sequence[FlownPath],
    about: About,
    epoch: datetime = EPOCH,
) -> str:
    """Write an engagement as one CZML document with a clock.

    Parameters
    ----------
    told : the engagement as :mod:`shieldmap.footprint` tells it, with its ``timeline``.
    interceptors : times and positions of each interceptor until it meets the target.
    """
    end_s = max([float(track.time_s[-1]), *(path.time_s[-1] for path in interceptors)])
    packets: list[Packet] = [
        opening(track.name, epoch, end_s, "CLAMPED"),
        moving(
            "target",
            track.name,
            balloon_text(track.name, about),
            _target_track(track),
            MISSILE,
            epoch,
        ),
    ]
    for number, path in enumerate(interceptors, start=1):
        name = f"interceptor {number}"
        packets.append(
            moving(
                f"interceptor-{number}", name, balloon_text(name, about), path, INTERCEPTOR, epoch
            )
        )
        packets.append(
            point_at(
                f"meeting-{number}", f"intercept {number} would be here", path, HIT, epoch, end_s
            )
        )
    packets += [_event(n, row, track, epoch, end_s) for n, row in enumerate(told.timeline)]
    return written(packets)


def _target_track(track: Track) -> FlownPath:
    """The target's samples, every fifth and the last, as degrees and metres."""
    keep = np.unique(np.append(np.arange(0, track.time_s.size, _EVERY), track.time_s.size - 1))
    latitude, longitude, altitude = earth.ecef_to_geodetic(track.position_m[keep])
    return FlownPath(
        time_s=tuple(track.time_s[keep].tolist()),
        latitude_deg=tuple(np.degrees(latitude).tolist()),
        longitude_deg=tuple(np.degrees(longitude).tolist()),
        altitude_m=tuple(altitude.tolist()),
    )


def _event(
    number: int, row: EngagementEvent, track: Track, epoch: datetime, end_s: float
) -> Packet:
    """A point on the flight where something happens, from then on."""
    position = [np.interp(row.time_s, track.time_s, track.position_m[:, axis]) for axis in range(3)]
    latitude, longitude, altitude = earth.ecef_to_geodetic(np.array(position))
    return {
        "id": f"event-{number}",
        "name": row.event,
        "availability": f"{utc(epoch, min(row.time_s, end_s))}/{utc(epoch, end_s)}",
        "position": {
            "cartographicDegrees": [
                round(float(np.degrees(longitude)), 6),
                round(float(np.degrees(latitude)), 6),
                round(float(altitude), 1),
            ]
        },
        "point": {"pixelSize": 5, "color": {"rgba": _EVENT}},
        "label": label(f"{row.event}, {row.time_s:.0f} s") | {"font": "10pt sans-serif"},
    }
