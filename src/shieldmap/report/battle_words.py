"""Numbers of the battle as a reader meets them: means, shares, prices, and their two intervals."""

from collections.abc import Sequence

from shieldmap import formats, words
from shieldmap.report import phrases
from shieldmap.results import CountedMean, FootprintSummary, RaidOutcome, SampledMean
from shieldmap.words import t


class Names:
    """The names of the threats and launch points of a run."""

    def __init__(self, summary: FootprintSummary, battery: str) -> None:
        self.battery = battery
        self.grid = "some" if summary.grid.countries else "none"
        self.threats = {
            threat.id: phrases.threat_short(threat, summary) for threat in summary.threats
        }
        self.points = {point.id: phrases.name(point) for point in summary.launch_points}
        named: list[phrases.Named] = [*summary.launch_points, *summary.assets]
        self.places = {place.name: phrases.name(place) for place in named}

    def threat(self, threat_id: str) -> str:
        """The missile and how it is flown, short."""
        if threat_id == "all":
            return t("battle_all_missiles")
        return self.threats.get(threat_id, threat_id)

    def head(self, threat_id: str) -> str:
        """The same for the head of a narrow column, where no line breaks at a hyphen."""
        return self.threat(threat_id).replace("-", "\u2011")

    def point(self, point_id: str) -> str:
        """A launch point without what stands in brackets."""
        return phrases.place_short(self.points.get(point_id, point_id))

    def place(self, name: str) -> str:
        """A place that an answer names in English, in the reader's language."""
        return self.places.get(name, kept(name))


def kept(text: str) -> str:
    """A sentence that an answer keeps, in the reader's language."""
    return words.said(text)


def outcome(row: RaidOutcome) -> str:
    """What becomes of a missile."""
    name = f"outcome_{row.outcome}_long"
    return t(name) if row.by is None else kept(row.text)


def digits_of(given: SampledMean) -> int:
    """Decimals that the sampling interval bears out: two where it is narrow, none where exact."""
    low, high = given.sampling_interval
    if is_in_every_trial(given):
        return 0
    return 2 if high - low < 0.2 else 1


def is_in_every_trial(given: SampledMean) -> bool:
    """A whole number with next to no interval: what came out of each trial alike."""
    low, high = given.sampling_interval
    return given.mean == round(given.mean) and high - low < 0.01


def mean(value: float) -> str:
    """A mean number of missiles in a table; nothing is a dot, so that the eye finds what there is."""
    if value == 0.0:
        return "·"
    return formats.number(value, 2) if value >= 0.005 else "<0.01"


def share(value: float | None) -> str:
    """A probability or share in percent, with the digits near 0 and 100 % that say something."""
    if value in (None, 0.0, 1.0):
        return formats.percent(value)
    return formats.percent(value, 1 if value and 0.01 <= value <= 0.99 else 2)


def interval(pair: Sequence[float], decimals: int) -> str:
    """``low–high`` of a sampling interval, as numbers with so many decimals."""
    low, high = (formats.number(end, decimals) for end in pair)
    return formats.span(low, high)


def shares(pair: Sequence[float | None]) -> str:
    """``low–high`` of a sampling interval in percent, with the unit once."""
    low, high = map(share, pair)
    return formats.span(low, high)


def counted(given: CountedMean) -> str:
    """A mean in a sentence, with both intervals and which is which."""
    every = "_every" if is_in_every_trial(given) else ""
    return t(f"battle_counted{every}", **ends(given))


def brief(given: CountedMean) -> str:
    """The same in fewer words, for what follows a first number."""
    every = "_every" if is_in_every_trial(given) else ""
    return t(f"battle_brief{every}", **ends(given))


def ends(given: CountedMean) -> dict[str, str]:
    """The same for the columns of a table."""
    digits = digits_of(given)
    bad, good = given.parameter_range
    return {
        "mean": formats.number(given.mean, digits),
        "sampling": interval(given.sampling_interval, digits),
        "bad": formats.number(bad, 1),
        "good": formats.number(good, 1),
    }


def ranged(value: str, first: str, last: str) -> str:
    """``48``, ``12 (6–24)``: a value and its ends, where they differ from it."""
    return value if value == first == last else f"{value} ({formats.span(first, last)})"


def millions(usd: float) -> str:
    """Millions of dollars, three digits; in Korean by hundred millions and ten thousands."""
    if words.language() == "ko":
        return f"{formats.short(usd / 1e8)}억" if usd >= 1e8 else f"{formats.number(usd / 1e4)}만"
    return formats.short(usd / 1e6)


def site_name(name: str) -> str:
    """A site of the grid is named by its place: ``38.04, 127.09`` -> ``38.04° N, 127.09° E``."""
    try:
        latitude, longitude = name.split(", ")
        return formats.position(float(latitude), float(longitude))
    except ValueError:
        return kept(name)
