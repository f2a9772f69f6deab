"""The answer in sentences, put together from the sums of a run and from nothing else."""

from collections.abc import Sequence
from functools import reduce
from typing import Final

from shieldmap import formats, terms, words
from shieldmap.archive import Run
from shieldmap.report import phrases
from shieldmap.results import (
    FootprintSummary,
    SpotEngagement,
    StudyAssumption,
    ThreatSummary,
)
from shieldmap.words import t

CAPITAL = "seoul"

_FAR_S: Final = 300.0
"""Seconds beyond which a margin says no more than that it is far from met."""


def main_threat(run: Run) -> ThreatSummary:
    """The threat that the drawn engagements show, else the first."""
    threats = run.footprint.threats
    engagements = run.engagements
    shown = engagements[0].threat if engagements else threats[0].id
    return next(threat for threat in threats if threat.id == shown)


def paragraphs(run: Run) -> list[list[str]]:
    """Least and most over the missiles: sentences at the values, and sentences at the ends."""
    summary = run.footprint
    reaching = [threat for threat in summary.threats if threat.threatened.people > 0]
    if not reaching:
        return [[t("report_nobody")]]
    ordered = sorted(reaching, key=_share)
    draws = max(threat.sampled.samples for threat in reaching)
    least, most = _case(ordered[0], summary), _case(ordered[-1], summary)
    told = {"draws": draws, "battery": phrases.battery(run)}
    if ordered[0] is ordered[-1]:
        first = t("report_defends", **most, **told)
    elif least["share"] == most["share"]:
        first = t("report_defends_alike", share=most["share"], band=_bands(reaching), **told)
    else:
        first = t(
            "report_defends_between",
            **told,
            **least,
            **{f"most_{key}": text for key, text in most.items()},
        )
    doctrine = summary.doctrine
    meaning = t("report_meaning", doctrine=doctrine, text=words.of(terms.DOCTRINES[doctrine].long))
    shares = [threat.share_of_people.value or 0.0 for threat in reaching]
    ends = {"low": formats.percent(min(shares)), "high": formats.percent(max(shares))}
    alike = "_alike" if ends["low"] == ends["high"] else ""
    values = [t(f"report_at_values{alike}", **ends, n=len(reaching)), one_sided(run)]
    return [[first], [part for part in values if part], [_ends(reaching), meaning]]


def _share(threat: ThreatSummary) -> float:
    return threat.sampled.share_of_people.p50 or 0.0


def _case(threat: ThreatSummary, summary: FootprintSummary) -> dict[str, str]:
    drawn = threat.sampled.share_of_people
    return {
        "share": formats.percent(drawn.p50),
        "band": formats.span(formats.percent(drawn.p05), formats.percent(drawn.p95)),
        "points": t("report_points", n=len(threat.by_launch_point)),
        "name": phrases.threat_name(threat, summary),
    }


def _ends(threats: Sequence[ThreatSummary]) -> str:
    def shares(end: str) -> str:
        return _between([getattr(threat.share_of_people, end) for threat in threats])

    ends = {"bad": shares("bad"), "good": shares("good")}
    sampled = [threat.sampled for threat in threats if threat.sampled.samples]
    if not sampled:
        return t("report_ends", **ends)
    return t("report_ends_drawn", **ends, band=_bands(threats))


def _bands(threats: Sequence[ThreatSummary]) -> str:
    """From the least end of the missiles' bands to the greatest."""
    drawn = [threat.sampled.share_of_people for threat in threats if threat.sampled.samples]
    found = [end for part in drawn for end in (part.p05, part.p95)]
    return _between([one for one in found if one is not None])


def _between(shares: list[float]) -> str:
    return formats.span(formats.percent(min(shares)), formats.percent(max(shares)))


_OWNED: Final = {
    "interceptor": ("floor", "ceiling", "reach", "target_speed_max"),
    "battery": ("warning", "track", "reaction"),
    "radar": ("sector", "elevation_min"),
}


def _good_end(row: StudyAssumption) -> float | None:
    term = terms.ASSUMPTIONS[row.name]
    if term.bad is None:
        return None
    return term.at(terms.End.GOOD, row.value, row.low, row.high)


def one_sided(run: Run) -> str:
    """Which published values stand at the good end of their range, and what that does."""
    summary = run.footprint
    at_end = [
        row.name
        for row in summary.assumptions
        if row.basis == "published" and row.low < row.high and row.value == _good_end(row)
    ]
    if not at_end:
        return ""
    owned = [
        (owner, [t(f"report_end_{name}") for name in at_end if name in names])
        for owner, names in _OWNED.items()
    ]
    told = [t(f"report_owner_{one}", parts=formats.listed(parts)) for one, parts in owned if parts]
    whose = reduce(lambda one, other: t("report_owners", first=one, second=other), told)
    sampled = [threat for threat in summary.threats if threat.sampled.samples]
    above = sum(
        threat.defended.value.people > (threat.sampled.people.p95 or 0.0) for threat in sampled
    )
    if not above:
        return t("report_one_sided", n=len(at_end), whose=whose)
    kind = "all" if above == len(sampled) else "some"
    return t(f"report_one_sided_{kind}", n=len(at_end), whose=whose, above=above, all=len(sampled))


def capital(run: Run) -> str:
    """Seoul in a sentence: the limit that fails first, by how much, and which envelope decides."""
    spot = next((asset for asset in run.footprint.assets if asset.id == CAPITAL), None)
    if spot is None:
        return ""
    place = phrases.name(spot)
    threatening = [result for result in spot.by_threat if isinstance(result, SpotEngagement)]
    failing = [result for result in threatening if not result.defended]
    count, safe = len(threatening), len(threatening) - len(failing)
    if not threatening:
        return t("report_place_unreached", place=place)
    if not failing:
        return t("report_place_safe", place=place, n=count)
    opening = t(f"report_place_{'partly' if safe else 'lost'}", place=place, n=count, safe=safe)
    return " ".join([opening, *_reason_sentences(failing), *_binding(failing)])


def _reason_sentences(failing: Sequence[SpotEngagement]) -> list[str]:
    """One sentence for every reason, with the margins between which it fails."""
    groups: dict[str | None, list[SpotEngagement]] = {}
    for result in failing:
        groups.setdefault(result.reason, []).append(result)
    return [_reason_sentence(code, results, len(failing)) for code, results in groups.items()]


def _reason_sentence(code: str | None, results: list[SpotEngagement], count: int) -> str:
    margins = sorted(abs(r.margin) for r in results if r.margin is not None)
    near = [r.closest_in_band_m for r in results if r.closest_in_band_m is not None]
    said = {
        "which": t("report_all_of_them")
        if len(results) == count
        else t("report_some_of_them", n=len(results)),
        "text": phrases.reason(code) if code else t("report_no_further_shot"),
    }
    if not margins:
        return t("report_first_limit", **said)
    unit = results[0].margin_unit
    if unit == "s" and margins[-1] > _FAR_S:
        return t("report_first_limit_far", **said)
    ends = [formats.margin(margin, unit).lstrip("+") for margin in (margins[0], margins[-1])]
    said["by"] = formats.span(*ends)
    if code != "out-of-reach" or not near:
        return t("report_first_limit_by", **said)
    said["near"] = formats.span(formats.km(min(near)), formats.km(max(near)))
    return t("report_first_limit_near", **said)


def _binding(failing: Sequence[SpotEngagement]) -> list[str]:
    """Whether the published envelope or the computed flight of the interceptor decides."""
    counts = {
        binds: sum(result.binds == binds for result in failing)
        for binds in ("published", "kinematic", "both")
    }
    return [t(f"report_binds_{binds}", n=count) for binds, count in counts.items() if count]
