"""Numbers of the battle as a reader meets them: means, shares, prices, and their two intervals."""

from collections.abc import Callable, Sequence
from typing import Any

from shieldmap.report import words


class Names:
    """The names of the threats and launch points of a run."""

    def __init__(self, summary: dict[str, Any]) -> None:
        self.threats = {
            threat["id"]: words.threat_short(threat, summary) for threat in summary["threats"]
        }
        self.points = {point["id"]: point["name"] for point in summary["launch_points"]}

    def threat(self, threat_id: str) -> str:
        """The missile and how it is flown, short."""
        return "all of them" if threat_id == "all" else self.threats.get(threat_id, threat_id)

    def head(self, threat_id: str) -> str:
        """The same for the head of a narrow column, where no line breaks at a hyphen."""
        return self.threat(threat_id).replace("-", "\u2011")

    def point(self, point_id: str) -> str:
        """A launch point without what stands in brackets."""
        return words.place_short(self.points.get(point_id, point_id))


def amount(value: float, digits: int) -> str:
    """A mean with thousands separators; whole numbers that are exact without decimals."""
    text = f"{value:,.{digits}f}"
    return words.signed(text) if float(text.replace(",", "")) else f"{0.0:.{digits}f}"


def two_digits(count: float) -> str:
    """A count of which no more than two digits are known."""
    return f"{float(f'{count:.2g}'):,.0f}"


def digits_of(given: dict[str, Any]) -> int:
    """Decimals that the sampling interval bears out: two where it is narrow, none where exact."""
    low, high = given["sampling_interval"]
    if high == low and given["mean"] == round(given["mean"]):
        return 0
    return 2 if high - low < 0.2 else 1


def share(value: float | None) -> str:
    """A probability or share in percent, with the digits near 0 and 100 % that say something."""
    if value is None:
        return words.NONE
    percent = 100.0 * value
    if percent < 0.005 or percent > 99.995:
        return f"{percent:.0f}{words.NB}%"
    digits = 2 if percent < 1.0 or percent > 99.0 else 1
    return f"{percent:.{digits}f}{words.NB}%"


def interval(pair: Sequence[float], text: Callable[[float], str]) -> str:
    """``low–high`` of a sampling interval, with the unit once."""
    return words.span(text(pair[0]), text(pair[1]))


def counted(given: dict[str, Any]) -> str:
    """A mean in a sentence, with both intervals and which is which."""
    told = ends(given)
    return (
        f"{told['mean']} (95{words.NB}% sampling interval {told['sampling']}, at the values; "
        f"parameter range: {told['bad']} at the bad ends, {told['good']} at the good ends)"
    )


def brief(given: dict[str, Any]) -> str:
    """The same in fewer words, for what follows a first number."""
    told = ends(given)
    return (
        f"{told['mean']} (sampling interval {told['sampling']}; parameter range {told['bad']} bad, "
        f"{told['good']} good)"
    )


def ends(given: dict[str, Any]) -> dict[str, str]:
    """The same for the columns of a table."""
    digits = digits_of(given)
    bad, good = given["parameter_range"]
    return {
        "mean": amount(given["mean"], digits),
        "sampling": interval(given["sampling_interval"], lambda x: amount(x, digits)),
        "bad": amount(bad, 1),
        "good": amount(good, 1),
    }


def single(given: dict[str, Any]) -> str:
    """``48``, ``12 (6–24)``."""
    value, low, high = (f"{given[end]:,}" for end in ("value", "low", "high"))
    return value if value == low == high else f"{value} ({low}–{high})"


def millions(usd: float) -> str:
    """Millions of dollars, three digits."""
    million = usd / 1e6
    return f"{million:,.0f}" if million >= 99.5 else f"{million:,.1f}"


def site(name: str) -> str:
    """A site of the grid is named by its place: ``38.04, 127.09`` -> ``38.04° N, 127.09° E``."""
    latitude, comma, longitude = name.partition(", ")
    try:
        north, east = float(latitude), float(longitude)
    except ValueError:
        return name
    if not comma:
        return name
    return (
        f"{abs(north):.2f}°{words.NB}{'N' if north >= 0.0 else 'S'}, "
        f"{abs(east):.2f}°{words.NB}{'E' if east >= 0.0 else 'W'}"
    )
