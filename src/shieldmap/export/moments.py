"""Moments in files: where a launch is put in time, and one rule for writing seconds.

Every time in a file is rounded here, to whole microseconds. So a sample, the interval in which it is
valid and the clock that plays it name the same moment.

Limits: epochs are UTC without leap seconds inside a flight.
"""

import re
from datetime import UTC, datetime, timedelta
from typing import Final

EPOCH: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""Where a launch is put in time by convention, because a computed flight has no date."""

EPOCH_EXPECTED: Final = (
    "a date and time with its zone, from the year 1 to a day before the end of 9999, "
    "such as 2016-09-05T03:13:00Z"
)
"""What an epoch is, in words."""

_ISO: Final = re.compile(
    r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:?\d{2})", re.ASCII
)
_LONGEST: Final = timedelta(days=1)
"""Room for the longest flight or raid before the calendar ends."""


class ExportError(ValueError):
    """Something that cannot be written; the message says why in one sentence."""


def read_epoch(text: str, where: str = "epoch") -> datetime:
    """A launch date as it is typed, in ISO 8601 with its zone, as UTC.

    Parameters
    ----------
    where : the option or field, for the sentence.

    Raises
    ------
    ExportError : no such moment, no zone, or so near to an end of the calendar that a flight leaves it.
    """
    typed = text.strip()
    try:
        if not _ISO.fullmatch(typed):
            raise ValueError
        moment = datetime.fromisoformat(typed).astimezone(UTC)
        # Either of these overflows where the calendar ends.
        _ = moment + _LONGEST
    except (ValueError, OverflowError):
        raise ExportError(f"{where} is {_typed(text)}: expected {EPOCH_EXPECTED}") from None
    return moment


def epoch_of(text: str | None, where: str = "epoch") -> datetime:
    """A launch date as it is typed, else :data:`EPOCH`; see :func:`read_epoch`."""
    return EPOCH if text is None else read_epoch(text, where)


def _typed(text: str) -> str:
    """What was typed, short and without what a terminal would act on."""
    held = text if len(text) <= 60 else text[:60] + "..."
    return f"'{held}'" if held.isprintable() else ascii(held)


def seconds(time_s: float) -> float:
    """Seconds as every file writes them: whole microseconds, and no negative zero."""
    return _microseconds(time_s) / 1e6


def utc(epoch: datetime, time_s: float) -> str:
    """The moment ``time_s`` after the epoch as ISO 8601 with microseconds.

    Raises
    ------
    ExportError : an epoch without zone, or a moment outside the years 1 to 9999.
    """
    if epoch.tzinfo is None:
        raise ExportError(f"the epoch {epoch.isoformat()} has no time zone")
    try:
        moment = epoch.astimezone(UTC) + timedelta(microseconds=_microseconds(time_s))
    except OverflowError:
        raise ExportError(
            f"{float(time_s):g} s after the epoch {epoch.isoformat()} lie outside of the years 1 to 9999"
        ) from None
    return moment.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def _microseconds(time_s: float) -> int:
    return round(float(time_s) * 1e6)
