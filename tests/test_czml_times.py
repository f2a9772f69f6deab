"""In every CZML a thing has a position whenever it is there: by the decimals of the text alone."""

import datetime as dt
import json
from fractions import Fraction
from typing import Any

import pytest

from tests.films import films

FILMS = dict(films(12))


def moment(text: str) -> Fraction:
    """Seconds since the year 1, exactly."""
    at = dt.datetime.fromisoformat(text)
    assert at.tzinfo is not None
    since = at.astimezone(dt.UTC) - dt.datetime(1, 1, 1, tzinfo=dt.UTC)
    return Fraction(since // dt.timedelta(microseconds=1), 10**6)


def span(text: str) -> tuple[Fraction, Fraction]:
    start, stop = text.split("/")
    return moment(start), moment(stop)


def sampled(packet: dict[str, Any]) -> tuple[Fraction, Fraction] | None:
    """First and last moment of the samples, from the digits as they are written."""
    position = packet.get("position", {})
    if "epoch" not in position:
        return None
    values = position.get("cartesian") or position["cartographicDegrees"]
    first, last = (Fraction(repr(values[i])) for i in (0, -4))
    return moment(position["epoch"]) + first, moment(position["epoch"]) + last


@pytest.mark.parametrize("name", FILMS)
def test_samples_reach_both_ends_of_availability_and_clock(name: str) -> None:
    document, *packets = json.loads(FILMS[name])
    clock = span(document["clock"]["interval"])
    moving = 0
    for packet in packets:
        if "availability" not in packet:
            continue
        start, stop = span(packet["availability"])
        assert clock[0] <= start <= stop <= clock[1], packet["id"]
        ends = sampled(packet)
        if ends is not None:
            moving += 1
            assert ends == (start, stop), packet["id"]
    assert moving >= 2


def test_no_two_samples_share_a_moment() -> None:
    for text in FILMS.values():
        for packet in json.loads(text)[1:]:
            position = packet.get("position", {})
            if "epoch" in position:
                values = position.get("cartesian") or position["cartographicDegrees"]
                assert all(a < b for a, b in zip(values[::4], values[4::4], strict=False))
