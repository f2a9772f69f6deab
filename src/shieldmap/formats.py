"""Numbers as a reader meets them: one set of rules for rounding, units, signs, spans and spaces.

Terminal, report and figures write every number with these functions, the page with the same ones in
``format.js``; both pass the vectors in ``tests/vectors/formats.json``.

- A half is rounded away from zero, judged by the shortest decimal that stands for the number.
- A number that rounds to zero has no sign; minus is the true minus sign; thousands stand apart.
- No space that stands between a number and its unit lets a line break.
- A share that is not nothing is never "0 %", one that is not all never "100 %".
- A span says its unit once.
"""

import math
import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from shieldmap import units, words
from shieldmap.words import t

NONE: Final = "–"
MINUS: Final = "−"
NB: Final = "\u00a0"
"""The space between a number and its unit, at which no line may break."""

# SI unit -> the unit that people use, and how that is written.
_SHOWN: Final = {"m": "km", "m/s": "km/s", "rad": "deg"}
_WRITTEN: Final = {"deg": "°", "m^2": "m²", "m2": "m²", "kg/m^2": "kg/m²", "1": "", "count": ""}


def number(value: float, digits: int = 0) -> str:
    """A number with a fixed count of decimals: ``−1,234.5``."""
    rounded = Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return _signed(rounded)


def signed(text: str) -> str:
    """A text whose hyphens are signs, with the true minus sign."""
    return text.replace("-", MINUS)


def short(value: float | None) -> str:
    """Three digits below a thousand and no trailing zeros; whole numbers above."""
    if value is None or not math.isfinite(value):
        return NONE
    rounded = _significant(value)
    return number(value) if abs(rounded) >= 1000 else _signed(rounded)


def _significant(value: float) -> Decimal:
    """Three digits without trailing zeros."""
    exact = Decimal(repr(float(value)))
    if not exact:
        return Decimal(0)
    return exact.quantize(Decimal(1).scaleb(exact.adjusted() - 2), ROUND_HALF_UP).normalize()


def _signed(exact: Decimal) -> str:
    return signed(f"{exact or abs(exact):,f}")


def percent(share: float | None, digits: int = 0) -> str:
    """A share in percent: ``<1 %`` for little, ``>99 %`` for almost all, a dash where there is none."""
    if share is None or not math.isfinite(share):
        return NONE
    sign = "%" if words.language() == "ko" else f"{NB}%"
    exact = Decimal(repr(float(share))).scaleb(2)
    least = Decimal(1).scaleb(-digits)
    rounded = exact.quantize(least, ROUND_HALF_UP)
    if exact > 0 and not rounded:
        return f"<{_signed(least)}{sign}"
    if exact < 100 <= rounded:
        return f">{_signed(100 - least)}{sign}"
    return _signed(rounded) + sign


def people(count: float | None) -> str:
    """Heads as they can be known: 16.8 million, 420,000, 3,400; in Korean by ten thousands."""
    if count is None:
        return NONE
    if words.language() == "ko":
        if count >= 9_950:
            return t("people_many", count=number(count / 1e4))
        return t("people_few", count=_to(count, 100))
    if count >= 999_500:
        return t("people_many", count=number(count / 1e6, 1))
    step = 10_000 if count >= 99_500 else 1_000 if count >= 9_950 else 100
    return t("people_few", count=_to(count, step))


def _to(count: float, step: int) -> str:
    """A count in whole steps."""
    return number(
        float(Decimal(repr(float(count) / step)).quantize(Decimal(1), ROUND_HALF_UP)) * step
    )


def million(count: float) -> str:
    """Millions for a column: one decimal, two below a million; no bare zero for what is not zero."""
    if 0.0 < count < 995_000.0:
        return "<0.01" if count < 5_000.0 else number(count / 1e6, 2)
    return number(count / 1e6, 1)


def change(count: float) -> str:
    """A change in millions with its sign for a column; ``none`` where nothing changes."""
    if count == 0.0:
        return t("none")
    return ("+" if count > 0.0 else MINUS) + million(abs(count))


def span(low: str, high: str) -> str:
    """``41–67 %``: both ends, and the unit once."""
    if low == high:
        return low
    if high[:1] in {"<", ">", MINUS, "+"}:  # a dash before a sign reads as one of them
        return t("span_to", low=low, high=high)
    unit = _unit(low)
    bare = low.removesuffix(unit) if unit and high.endswith(unit) else low
    # One behind a number below zero too: from −16 to 3, and not −16–3.
    return t("span_to", low=bare, high=high) if low[:1] == MINUS else f"{bare}–{high}"


def part_of(part: str, whole: str) -> str:
    """``17.1 of 51.8 million``: a part of a whole, and the unit once."""
    unit = _unit(whole)
    is_shared = bool(unit) and part.endswith(unit) and words.language() != "ko"
    return t("part_of", part=part.removesuffix(unit) if is_shared else part, whole=whole)


def _unit(text: str) -> str:
    """What stands after the last digit."""
    found = re.search(r"\D*$", text)
    return found[0] if found else ""


def area(area_m2: float | None) -> str:
    """Square metres as square kilometres, three digits."""
    return NONE if area_m2 is None else f"{_signed(_significant(area_m2 / 1e6))}{NB}km²"


def km(length_m: float | None, digits: int = 0) -> str:
    """A length in kilometres."""
    return NONE if length_m is None else f"{number(length_m / 1e3, digits)}{NB}km"


def envelope_change(number: str, change_m: float, system: str) -> str:
    """``the floor of L-SAM lower by 3.2 km``: as much as is needed, in steps of 0.1 km.

    ``system`` is told without what stands in brackets.
    """
    needed_m = math.ceil(abs(change_m) / 100.0) * 100.0
    short = system.partition(" (")[0]
    return t(f"gap_change_{number}", system=short, change=km(needed_m, 1))


def seconds(time_s: float | None) -> str:
    """A time in whole seconds."""
    return NONE if time_s is None else measured_text(number(time_s), "s")


def unit_name(unit: str) -> str:
    """A unit as it is written after a number."""
    return t("unit_s") if unit == "s" else _WRITTEN.get(unit, unit)


def measured_text(text: str, unit: str) -> str:
    """A number that is a text already, with its unit; a degree and a Korean second stand close."""
    name = unit_name(unit)
    return text + (NB if name and name not in {"°", "초"} else "") + name


def measured(value: float | None, unit: str = "") -> str:
    """A value in a unit of the catalogue, as it is, three digits below a thousand."""
    return NONE if value is None else measured_text(short(value), unit)


def quantity(value: float | None, unit: str) -> str:
    """An SI value in the unit that people use, three digits below a thousand."""
    return NONE if value is None else measured(*shown(value, unit))


def shown(value: float, unit: str) -> tuple[float, str]:
    """An SI value in the unit that people use: kilometres, kilometres a second, degrees."""
    name = _SHOWN.get(unit, unit)
    return (units.from_si(value, name) if name != unit else value), name


def margin(value: float | None, unit: str | None) -> str:
    """An SI margin with its sign: one decimal below ten, else whole numbers; speeds stay in m/s."""
    if value is None or unit is None or not math.isfinite(value):
        return NONE
    found, name = (value, unit) if unit == "m/s" else shown(value, unit)
    text = number(found, 0 if abs(found) >= 9.95 or unit == "count" else 1)
    return measured_text(f"+{text}" if found > 0 and re.search("[1-9]", text) else text, name)


def position(latitude_deg: float, longitude_deg: float, digits: int = 2) -> str:
    """``36.05° N, 128.22° E``."""
    ns, ew = "S" if latitude_deg < 0 else "N", "W" if longitude_deg < 0 else "E"
    return f"{number(abs(latitude_deg), digits)}°{NB}{ns}, {number(abs(longitude_deg), digits)}°{NB}{ew}"


def listed(parts: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``; ``none`` of nothing."""
    if not parts:
        return t("none")
    if len(parts) == 1:
        return parts[0]
    return t("listed", most=", ".join(parts[:-1]), last=parts[-1])
