"""``record``: every published North Korean flight test, set beside the layers of a defence."""

from shieldmap import tested
from shieldmap.answers.places import InputError
from shieldmap.footprint import Progress
from shieldmap.results.tested import RecordOfTests

_LAST_YEAR = 2100
_LONGEST_S = 3600.0


def record(
    since: int = tested.SINCE,
    *,
    seconds: float = tested.LEAST_S,
    progress: Progress | None = None,
) -> RecordOfTests:
    """The record of flight tests since a year, as ``shieldmap record``.

    Parameters
    ----------
    since : the first year.
    seconds : how long a flight has to be in a layer's band of altitude to count as one that it can meet.

    Raises
    ------
    InputError : a year or a time that cannot be.

    Examples
    --------
    >>> record(2026).rows
    6
    """
    if not tested.SINCE <= since <= _LAST_YEAR:
        raise InputError(f"--since is {since}: expected a year from {tested.SINCE} on")
    if not 0.0 < seconds <= _LONGEST_S:
        raise InputError(f"--seconds is {seconds:g}: expected more than 0 and at most 3600")
    return tested.record_of(since, seconds, progress)
