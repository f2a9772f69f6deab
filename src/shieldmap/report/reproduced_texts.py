"""How a row of a reproduced analysis is written: theirs, ours with its span, the verdict and why."""

from shieldmap import formats
from shieldmap.results import ReproducedRow
from shieldmap.words import language, t

_LIKE_A_NUMBER = {"": "", "Mach": " Mach", "deg": "°"}


def in_language(english: str, korean: str) -> str:
    """The text in the reader's language."""
    return korean if language() == "ko" and korean else english


def unit_text(unit: str) -> str:
    """A unit as it stands behind a number."""
    if unit in _LIKE_A_NUMBER:
        return _LIKE_A_NUMBER[unit]
    return f" {formats.unit_name(unit)}"


def theirs_text(row: ReproducedRow) -> str:
    """The published number or span with its unit."""
    low, high = (formats.short(one) for one in (row.theirs_low, row.theirs_high))
    text = low if low == high else formats.span(low, high)
    return f"{text}{unit_text(row.unit)}"


def ours_text(row: ReproducedRow) -> str:
    """Our number with its unit, and its span in brackets where there is one."""
    if row.ours is None:
        return formats.NONE
    text = f"{formats.short(row.ours)}{unit_text(row.unit)}"
    if row.ours_low is None or row.ours_high is None or row.ours_low == row.ours_high:
        return text
    ends = formats.span(formats.short(row.ours_low), formats.short(row.ours_high))
    return f"{text} ({ends})"


def difference_text(row: ReproducedRow) -> str:
    """Ours from the nearer end of theirs with its unit, 0 inside a span."""
    if row.difference is None:
        return formats.NONE
    return f"{formats.signed(formats.short(row.difference))}{unit_text(row.unit)}"


def verdict_text(row: ReproducedRow) -> str:
    """Inside, reached by our span, outside, or why it is not counted."""
    if row.kind != "test":
        return t(f"reproduced_kind_{row.kind}")
    word = "inside" if row.is_inside else "reached" if row.is_reached else "outside"
    return t(f"reproduced_verdict_{word}")


def tolerance_text(row: ReproducedRow) -> str:
    """The tolerance and its reason."""
    wide = f"{formats.short(row.tolerance)}{unit_text(row.unit)}"
    reason = t(f"reproduced_tolerance_{row.tolerance_reason}")
    return t("reproduced_tolerance", wide=wide, reason=reason)
