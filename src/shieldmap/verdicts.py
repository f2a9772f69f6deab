"""The words for what joint draws say of a place: it holds, it fails, or it hangs on a number."""

from typing import Protocol

from shieldmap import formats, words
from shieldmap.terms import ASSUMPTIONS
from shieldmap.words import t

SEVERAL = "several"
"""What a verdict hangs on where no number alone turns it."""


class HasVerdict(Protocol):
    """A place against one missile, as the joint draws judge it; ``turns_at`` is in SI."""

    @property
    def verdict(self) -> str | None:
        """``holds``, ``fails`` or ``hangs``; nothing without draws."""

    @property
    def hangs_on(self) -> str | None:
        """The name of an assumption, or ``several``."""

    @property
    def turns_at(self) -> float | None:
        """Where the verdict turns."""


def said(place: HasVerdict) -> str:
    """The verdict in words: ``hangs on the interceptor's reach, turns at 176 km``."""
    if place.verdict is None:
        return ""
    if place.verdict != "hangs" or not place.hangs_on:
        return t(f"verdict_{place.verdict}") if place.verdict != "hangs" else _on(SEVERAL)
    return _on(place.hangs_on, place.turns_at)


def _on(name: str, at: float | None = None) -> str:
    term = ASSUMPTIONS.get(name)
    if term is None:
        return t("verdict_hangs", what=t("verdict_several"))
    what = words.of(term.short)
    if at is None:
        return t("verdict_hangs", what=what)
    shown = at / term.factor
    shown = shown % 360.0 if term.unit == "deg" else shown
    return t("verdict_hangs_at", what=what, at=formats.measured(float(f"{shown:.3g}"), term.unit))
