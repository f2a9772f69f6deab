"""The answer in sentences, put together from the sums of a run and from nothing else."""

from collections import Counter
from collections.abc import Sequence
from functools import reduce
from typing import Final

from shieldmap import formats, terms, words
from shieldmap.archive import Run
from shieldmap.report import battle_raid, phrases
from shieldmap.results import (
    FootprintSummary,
    SpotEngagement,
    StudyAssumption,
    SummarySpot,
    ThreatSummary,
)
from shieldmap.words import t

_MOST_ASKED: Final = 4


def main_threat(run: Run) -> ThreatSummary:
    """The threat that the drawn engagements show, else the first."""
    threats = run.footprint.threats
    engagements = run.engagements
    shown = engagements[0].threat if engagements else threats[0].id
    return next(threat for threat in threats if threat.id == shown)


def asked(run: Run) -> list[SummarySpot]:
    """The places that are told in full: the greatest cities of which each says something new.

    Assets that are cities, else all assets, by the people of the town of their name; one whose
    verdicts are those of a greater one against every missile is left out.
    """
    summary = run.footprint
    people = {town.name: town.people for town in summary.towns}
    cities = [asset for asset in summary.assets if asset.kind == "city"] or summary.assets
    greatest = sorted(
        cities,
        key=lambda city: (
            -max((n for name, n in people.items() if city.name.startswith(name)), default=0.0)
        ),
    )
    told: dict[tuple[str, ...], SummarySpot] = {}
    for city in greatest:
        told.setdefault(tuple(verdict(result) for result in city.by_threat), city)
    return list(told.values())[:_MOST_ASKED]


def verdict(result: object) -> str:
    """``holds``, ``fails`` or ``hangs``; nothing where the missile does not come."""
    if not isinstance(result, SpotEngagement):
        return ""
    return result.verdict or ("holds" if result.defended else "fails")


def lead(run: Run) -> list[str]:
    """The answer in at most three sentences: the main missile, the raid, and the verdicts."""
    parts = [_people(run), battle_raid.lead(run), _verdicts(run.footprint)]
    return [part for part in parts if part]


def _people(run: Run) -> str:
    """Who is defended against the main missile, and between which medians the others lie."""
    summary = run.footprint
    reaching = [threat for threat in summary.threats if threat.threatened.people > 0]
    if not reaching:
        return t("report_nobody")
    main = next((one for one in reaching if one.id == main_threat(run).id), reaching[0])
    drawn = main.sampled.share_of_people
    others = [threat.sampled.share_of_people.p50 or 0.0 for threat in reaching if threat != main]
    return t(
        "report_lead",
        battery=phrases.battery(run),
        share=formats.percent(drawn.p50),
        band=formats.span(formats.percent(drawn.p05), formats.percent(drawn.p95)),
        draws=main.sampled.samples,
        points=t("report_points", n=len(main.by_launch_point)),
        name=phrases.threat_name(main, summary),
        others=len(others),
        medians=_between(others) if others else "none",
    )


def _verdicts(summary: FootprintSummary) -> str:
    """How many verdicts hold, fail and hang, and on what most of them hang."""
    results = [result for spot in summary.assets for result in spot.by_threat]
    judged = [result for result in results if isinstance(result, SpotEngagement)]
    if not judged:
        return ""
    counts = Counter(verdict(result) for result in judged)
    named = Counter(one.hangs_on for one in judged if verdict(one) == "hangs")
    (name, most), *_ = named.most_common(1) or [("", 0)]
    term = terms.ASSUMPTIONS.get(name or "")
    return t(
        "report_verdicts",
        verdicts=len(judged),
        places=len(summary.assets),
        missiles=len(summary.threats),
        **{name: counts[name] for name in ("holds", "fails", "hangs")},
        what=words.of(term.short) if term else t("verdict_several"),
        most=most,
    )


def at_values(run: Run) -> list[str]:
    """Sentences: the shares at the values and at the ends, and where the published values stand."""
    summary = run.footprint
    reaching = [threat for threat in summary.threats if threat.threatened.people > 0]
    if not reaching:
        return []
    doctrine = summary.doctrine
    meaning = t("report_meaning", doctrine=doctrine, text=words.of(terms.DOCTRINES[doctrine].long))
    shares = [threat.share_of_people.value or 0.0 for threat in reaching]
    ends = {"low": formats.percent(min(shares)), "high": formats.percent(max(shares))}
    alike = "_alike" if ends["low"] == ends["high"] else ""
    told = [t(f"report_at_values{alike}", **ends, n=len(reaching)), one_sided(run)]
    return [part for part in (*told, _ends(reaching), meaning) if part]


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


def place(spot: SummarySpot) -> str:
    """A place in sentences, at the values: where it is defended, and which envelope decides."""
    name = phrases.name(spot)
    threatening = [result for result in spot.by_threat if isinstance(result, SpotEngagement)]
    failing = [result for result in threatening if not result.defended]
    count, safe = len(threatening), len(threatening) - len(failing)
    if not threatening:
        return t("report_place_unreached", place=name)
    if not failing:
        return t("report_place_safe", place=name, n=count)
    opening = t(f"report_place_{'partly' if safe else 'lost'}", place=name, n=count, safe=safe)
    return " ".join([opening, *_binding(failing)])


def _binding(failing: Sequence[SpotEngagement]) -> list[str]:
    """Whether the published envelope or the computed flight of the interceptor decides."""
    counts = {
        binds: sum(result.binds == binds for result in failing)
        for binds in ("published", "kinematic", "both")
    }
    return [t(f"report_binds_{binds}", n=count) for binds, count in counts.items() if count]
