"""A stability study in sentences, put together from the sums of a run and from nothing else.

The same words for all sides: what is in view, for how long, by how much something is missed. What
a track could be used for is left to the reader.
"""

import math
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from shieldmap import formats, geodata, words
from shieldmap.report import phrases
from shieldmap.results import (
    AnsweredStatement,
    NearestPassage,
    NeededDirections,
    SightGeometry,
    StabilitySummary,
    TurningCurve,
    WatchedTotal,
    WatchingGroup,
    WatchingRadar,
)
from shieldmap.results.stability import SumsVaried
from shieldmap.words import t

_COUNTRIES: Final = frozenset({"CHN", "RUS", "PRK", "USA"})

# How well apogees of flights from moved points are known: docs/decisions/0010.
_APOGEES_M: Final = 50e3


def section(cross_section_m2: float) -> str:
    """A radar cross section with its unit."""
    return formats.measured(cross_section_m2, "m^2")


def degrees(angle_deg: float, digits: int = 0) -> str:
    """A direction with so many decimals."""
    return formats.measured_text(formats.number(angle_deg, digits), "deg")


def country_in_sentence(code: str) -> str:
    """A country's name as it stands in a sentence."""
    if code in _COUNTRIES:
        return t(f"stability_country_{code}")
    return geodata.countries().get(code, code)


def few(number: int) -> str:
    """A small number as a word."""
    return t("stability_few", number=number)


def some(number: int) -> str:
    """A small number as a word, and none for nought."""
    return t("stability_some", number=number, few=few(number))


def _count_at(count: int | str, cross_section_m2: float) -> str:
    """``two at 1 m²``."""
    return t("stability_count_at", count=str(count), section=section(cross_section_m2))


def _at(text: str, cross_section_m2: float) -> str:
    """``27 min at 1 m²``."""
    return t("stability_at", count=text, section=section(cross_section_m2))


def flight(summary: StabilitySummary, area: str, city: str) -> tuple[str, str]:
    """The names of a flight's two ends."""
    areas = {one.id: phrases.place_short(one.name) for one in summary.launch_areas}
    cities = {one.id: one.name for one in summary.cities}
    return areas[area], cities[city]


def _ends(summary: StabilitySummary, pair: NearestPassage) -> dict[str, str]:
    start, end = flight(summary, pair.launch_area, pair.city)
    return {"start": start, "end": end}


def added_radar(summary: StabilitySummary) -> WatchingRadar:
    """The radar that the study asks about."""
    return next(radar for radar in summary.radars if radar.id == summary.added_radar)


def radar_name(summary: StabilitySummary) -> str:
    """The name of the added radar's place."""
    radar = added_radar(summary)
    local = radar.name_local
    is_korean = re.fullmatch("[가-힣]+", local)
    return words.name_of(words.said(radar.name), local if is_korean else None)


def group_name(summary: StabilitySummary, group: WatchingGroup) -> str:
    """A group of radars: those that every study has in the reader's language."""
    name = radar_name(summary)
    made = {summary.added_radar: "alone", "others": "without", "all": "all", "added": "only"}
    kind = made.get(group.id)
    if kind is None:
        return words.said(group.name)
    return t(f"questions_group_{kind}", radar=name)


def total_of(
    summary: StabilitySummary, code: str, cross_section_m2: float, limit: str = "given"
) -> WatchedTotal:
    """The sums of one country, or of all for an empty code."""
    return next(
        row
        for row in summary.totals
        if row.country == code and row.limit == limit and row.cross_section_m2 == cross_section_m2
    )


def _headline(summary: StabilitySummary) -> float:
    return float(summary.view.headline_cross_section_m2)


def _column(summary: StabilitySummary, cross_section_m2: float) -> int:
    return int(summary.view.cross_sections_m2.index(cross_section_m2))


def minutes(time_s: float, most_s: float | None = None) -> str:
    """Minutes, or seconds where they are few; of times told together the longest has the say."""
    if (time_s if most_s is None else most_s) < 120.0:
        return formats.seconds(time_s)
    return t("stability_minutes", number=formats.number(time_s / 60.0))


def spread(low: float, high: float, name: str) -> str:
    """Two sums as a range: counts, or times with the unit once."""
    if not name.endswith("seconds"):
        return formats.span(formats.number(low), formats.number(high))
    return formats.span(minutes(low, high), minutes(high))


def drawn_band(summary: StabilitySummary, name: str, cross_section_m2: float) -> str:
    """The 5 to 95 % band of a sum over the joint draws."""
    column = _column(summary, cross_section_m2)
    low, high = (sums[column][name] for sums in (summary.ranges.p05, summary.ranges.p95))
    return spread(low, high, name)


def drawn_median(summary: StabilitySummary, name: str, cross_section_m2: float) -> str:
    """The median of a sum over the joint draws."""
    middle = summary.ranges.p50[_column(summary, cross_section_m2)][name]
    return spread(middle, middle, name)


def answer(summary: StabilitySummary) -> list[str]:
    """The answer: in one sentence, then in three paragraphs: seen, added, reached."""
    return [short(summary), seen(summary), added(summary), reached(summary)]


def short(summary: StabilitySummary) -> str:
    """The answer in one or two sentences without numbers."""
    visible = [code for code in summary.countries if _is_ever_seen(summary, code)]
    unseen = [code for code in summary.countries if code not in visible]
    passages = summary.interceptor.passages
    is_inside = _smallest(passages, "least_inside_m") is not None
    text = t(
        "stability_short",
        name=radar_name(summary),
        seen="both" if visible and unseen else "some" if visible else "none",
        visible=formats.listed([country_in_sentence(code) for code in visible]),
        unseen=formats.listed([country_in_sentence(code) for code in unseen]),
        met="inside" if is_inside else "clear" if is_clear(summary) else "near",
    )
    return f"{text} {t('stability_short_others')}" if _others_see_much(summary) else text


def _others_see_much(summary: StabilitySummary) -> bool:
    """Whether other radars see half or more of what the added one sees, over all cross sections."""
    rows = [row for row in summary.totals if not row.country and row.limit == "given"]
    seen_n = sum(row.seen[summary.added_radar] for row in rows)
    both_n = sum(row.seen["others"] - row.seen["all"] for row in rows) + seen_n
    return both_n > 0 and 2 * both_n >= seen_n


def is_clear(summary: StabilitySummary) -> bool:
    """Whether no flight comes within what the interceptor as modelled reaches."""
    gaps = [p.least_gap_m for p in summary.interceptor.passages]
    return all(gap is None or gap > 0.0 for gap in gaps)


def _is_ever_seen(summary: StabilitySummary, code: str) -> bool:
    """Whether the added radar sees any flight from a country: of any point and path, at any section."""
    own = (pair for pair in summary.pairs if pair.country == code)
    return any(
        any(view[summary.added_radar].seen_flights) for pair in own for view in pair.views.values()
    )


def seen(summary: StabilitySummary) -> str:
    """How many flights the added radar sees, by country, at three cross sections."""
    at, radar = _headline(summary), summary.added_radar
    whole = total_of(summary, "", at)
    rows = [(code, total_of(summary, code, at)) for code in summary.countries]
    others = [s for s in summary.view.cross_sections_m2 if s != at]
    more = [_count_at(total_of(summary, "", s).seen[radar], s) for s in others]
    return t(
        "stability_seen",
        pairs=whole.pairs,
        flown=whole.flown,
        section=section(at),
        name=radar_name(summary),
        parts=formats.listed(
            [
                t(
                    "stability_of_from",
                    seen=some(row.seen[radar]),
                    flown=row.flown,
                    country=country_in_sentence(code),
                )
                for code, row in rows
            ]
        ),
        time=minutes(whole.seconds[radar]),
        samples=summary.ranges.samples,
        median=drawn_median(summary, "seen_alone", at),
        draws=drawn_band(summary, "seen_alone", at),
        more=formats.listed(more) if more else "none",
        uncued=no_cue(summary),
    )


def _variant(summary: StabilitySummary, name: str) -> SumsVaried:
    return next(v for v in summary.ranges.variants if v.name == name)


def no_cue(summary: StabilitySummary) -> str:
    """What the added radar sees without a cue, at every cross section from the headline on."""
    rows = _variant(summary, "no cue").low
    sections = summary.view.cross_sections_m2
    column = _column(summary, _headline(summary))
    shown = range(column, min(column + 2, len(sections)))
    return formats.listed([_count_at(some(int(rows[i]["seen_alone"])), sections[i]) for i in shown])


def added(summary: StabilitySummary) -> str:
    """What the added radar gives that no other radar has."""
    name, at = radar_name(summary), _headline(summary)
    whole, column = total_of(summary, "", at), _column(summary, at)
    low, high = (
        sums[column]["only_with_added"] for sums in (summary.ranges.p05, summary.ranges.p95)
    )
    have = [
        t("stability_have", group=group_name(summary, g), count=some(whole.seen[g.id]))
        for g in summary.groups
        if g.id not in (summary.added_radar, "others", "all")
    ]
    # What the loss of gain off the antennas' faces does to the count is in no draw.
    loss = _variant(summary, "loss off the face").high[column]["only_with_added"]
    text = t(
        "stability_added",
        have=formats.listed(have) if have else "none",
        section=section(at),
        name=name,
        flights=whole.only_with_added,
        few=few(whole.only_with_added),
        median=drawn_median(summary, "only_with_added", at),
        draws=drawn_band(summary, "only_with_added", at),
        outside="no" if low <= whole.only_with_added <= high else _turned_in_draws(summary),
        loss=some(int(loss)),
        longer=some(whole.longer_with_added),
        least=formats.seconds(summary.view.least_view_s),
        time=minutes(whole.seconds["added"]),
        time_draws=drawn_band(summary, "added_seconds", at),
    )
    sections = [s for s in summary.view.cross_sections_m2 if s != at]
    only = [_count_at(total_of(summary, "", s).only_with_added, s) for s in sections]
    more = t("stability_only", name=name, parts=formats.listed(only))
    return f"{text} {more}" if only else text


def _turned_in_draws(summary: StabilitySummary) -> str:
    """Whether the draws turn ``all`` of the radars or ``some``."""
    is_turned = [radar.boresight_range_deg is not None for radar in summary.radars]
    return "all" if all(is_turned) else "some"


def reached(summary: StabilitySummary) -> str:
    """Whether the interceptor reaches a flight."""
    near = nearest(summary)
    if near is None:
        return t("stability_reached_none")
    kit = summary.interceptor
    inside = _smallest(kit.passages, "least_inside_m")
    told = inside or near
    first = t(
        "stability_reached_inside" if inside else "stability_reached_outside",
        reach=formats.km(kit.envelope.reach_m),
        ceiling=formats.km(kit.envelope.ceiling_m),
        nearest=formats.km(told.least_slant_m),
        lowest=formats.km(told.least_inside_m),
        **_ends(summary, told),
    )
    return f"{first} {_topped(summary)}"


def _topped(summary: StabilitySummary) -> str:
    """How far above the interceptor's highest point the flights pass."""
    kit = summary.interceptor
    row = _smallest(kit.passages, "least_gap_m")
    if row is None or row.least_gap_m is None:
        return t("stability_top_far", farthest=formats.km(kit.farthest_m))
    gap = row.least_gap_m
    return t(
        "stability_top_above" if gap < 0.0 else "stability_top_below",
        top=formats.km(kit.top_high_m),
        gap=formats.km(abs(gap)),
        unsure="yes" if gap < _APOGEES_M else "no",
        **_ends(summary, row),
    )


def nearest(summary: StabilitySummary) -> NearestPassage | None:
    """The passage with the least straight distance over all launch points."""
    return _smallest(summary.interceptor.passages, "least_slant_m")


def _smallest(rows: Iterable[NearestPassage], name: str) -> NearestPassage | None:
    known = [row for row in rows if getattr(row, name) is not None]
    return min(known, key=lambda row: float(getattr(row, name)), default=None)


def weak(summary: StabilitySummary) -> str:
    """How many places of the study rest on little, in a sentence; nothing where none does."""
    parts = []
    for noun, places in (("areas", summary.launch_areas), ("radars", summary.radars)):
        found = [place.confidence for place in places]
        kinds = [
            t(f"stability_weak_{kind}", count=few(found.count(kind)))
            for kind in ("memory", "low")
            if kind in found
        ]
        if kinds:
            listed = formats.listed(kinds)
            parts.append(t(f"stability_weak_{noun}", all=few(len(found)), kinds=listed))
    return _sentence(parts)


def _sentence(parts: list[str]) -> str:
    """Parts as a sentence of their own; nothing of nothing."""
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}." if text else ""


# --- the statements -------------------------------------------------------------------


class Answered(NamedTuple):
    """A statement with the numbers that bear on it."""

    text: str
    who: str
    said_on: str
    note: str
    keys: list[str]
    answer: list[str]


def statements(summary: StabilitySummary) -> list[Answered]:
    """Every statement with the numbers that bear on it."""
    answers: dict[str, Callable[[StabilitySummary, AnsweredStatement], list[str]]] = {
        "interceptor": _on_interceptor,
        "added": _on_added,
        "coverage": _on_coverage,
    }
    told = [
        Answered(
            text=words.said(one.text),
            who=words.said(one.who),
            said_on=words.said(one.said_on),
            note=words.said(one.note),
            keys=phrases.keys(one.source),
            answer=answers[one.answered_by](summary, one),
        )
        for one in summary.statements
    ]
    return _told_once(told)


def _told_once(told: Sequence[Answered]) -> list[Answered]:
    """Paragraphs that stand under an earlier statement already are pointed to, and not said again."""
    first: dict[str, Answered] = {}
    out = []
    for one in told:
        new = [part for part in one.answer if part not in first]
        earlier = [first[part] for part in one.answer if part in first]
        if earlier:
            name = "stability_same_numbers" if new else "stability_same_answer"
            new.insert(0, t(name, who=earlier[0].who, said_on=earlier[0].said_on))
        first |= {part: one for part in one.answer if part not in first}
        out.append(one._replace(answer=new))
    return out


def _on_interceptor(summary: StabilitySummary, said: AnsweredStatement) -> list[str]:
    kit = summary.interceptor
    speeds = [p.speed_m_s for p in kit.passages if p.speed_m_s is not None]
    out = [reached(summary)]
    if speeds:
        fastest = formats.quantity(kit.envelope.target_speed_max_m_s, "m/s")
        slowest = formats.quantity(min(speeds), "m/s")
        out.append(t("stability_speeds", slowest=slowest, fastest=fastest))
    is_inside = _smallest(kit.passages, "least_inside_m") is not None
    agree = "inside" if is_inside else "clear" if is_clear(summary) else "near"
    if said.denies_reach and not is_inside:
        agree += "-denied"
    return [*out, t("stability_agree", agree=agree, word=words.said(said.word) or "none")]


def _on_added(summary: StabilitySummary, _: AnsweredStatement) -> list[str]:
    name, at = radar_name(summary), _headline(summary)
    whole = total_of(summary, "", at)
    unseen = [code for code in summary.countries if not _is_ever_seen(summary, code)]
    rows = [(s, total_of(summary, "", s)) for s in summary.view.cross_sections_m2]
    out = [
        t(
            "stability_before",
            name=name,
            before=some(whole.seen["others"]),
            flown=whole.flown,
            section=section(at),
            after=some(whole.seen["all"]),
            more=few(whole.only_with_added),
            time=minutes(whole.seconds["added"]),
        ),
        *(_unseen(summary, code) for code in unseen),
        t(
            "stability_only_times",
            name=name,
            flights=formats.listed([_count_at(row.only_with_added, s) for s, row in rows]),
            times=formats.listed([_at(minutes(row.seconds["added"]), s) for s, row in rows]),
        ),
    ]
    adds = [country_in_sentence(code) for code in summary.countries if code not in unseen]
    return [*out, t("stability_does_add", countries=formats.listed(adds))] if adds else out


def _unseen(summary: StabilitySummary, code: str) -> str:
    flown = [p for p in summary.pairs if p.country == code and p.status == "flown"]
    heights = [p.from_added.highest_rad for p in flown]
    highest = max((h for h in heights if h is not None), default=0.0)
    return t(
        "stability_unseen",
        flown=len(flown),
        country=country_in_sentence(code),
        name=radar_name(summary),
        below=degrees(-math.degrees(highest), 1) if highest < 0.0 else "none",
    )


def _on_coverage(summary: StabilitySummary, _: AnsweredStatement) -> list[str]:
    """How far the radar sees, and whether what it needs for its task holds it back."""
    at, radar, task = _headline(summary), added_radar(summary), summary.turning.task
    pairs = zip(summary.view.cross_sections_m2, radar.track_range_m.value, strict=True)
    ranges = [_at(formats.km(range_m), s) for s, range_m in pairs]
    rows = [(code, total_of(summary, code, at)) for code in summary.countries]
    found = [
        t(
            "stability_flights_of_from",
            seen=some(row.seen[radar.id]),
            flown=row.flown,
            country=country_in_sentence(code),
        )
        for code, row in rows
    ]
    is_beyond = any(row.seen[radar.id] for _, row in rows)
    return [
        t("stability_ranges", ranges=formats.listed(ranges)) + " " + _lowest(summary.geometry),
        *([turned(summary)] if task is not None else []),
        t(
            "stability_beyond",
            beyond="none" if task is None else "yes" if is_beyond else "no",
            place=words.said(task.name) if task else "",
            name=radar_name(summary),
            found=formats.listed(found),
            section=section(at),
        ),
    ]


def _lowest(geometry: SightGeometry) -> str:
    parts = []
    for line in geometry.lines:
        at = {round(r / 1e3): low for r, low in zip(geometry.range_m, line.lowest_m, strict=True)}
        parts.append(
            t(
                "stability_lowest",
                elevation=formats.measured(line.elevation_deg, "deg"),
                near=formats.km(at[1000]),
                far=formats.km(at[2000]),
            )
        )
    return _sentence(parts)


def can_turn(summary: StabilitySummary) -> bool:
    """Whether it matters where the added radar looks: not where its sector is the whole round."""
    return added_radar(summary).sector_deg < 360.0


def sites_of(task: NeededDirections | None) -> str:
    """What the launch sites of a task are called after: ``North Korean``."""
    return words.said(task.adjective) if task else ""


def turned(summary: StabilitySummary) -> str:
    """What turning the radar within, and beyond, its task would change; nothing without a task."""
    turn, at = summary.turning, _headline(summary)
    needed = turn.task
    if not can_turn(summary):
        return t("stability_turned_round", name=radar_name(summary))
    if needed is None:
        return ""
    curve = next(c for c in turn.curves if c.limit == "given" and c.cross_section_m2 == at)
    code = summary.countries[0]
    counts, bearings = curve.flights(code), turn.boresight_deg
    full = [i for i, share in enumerate(needed.share_held) if share > 0.999]
    most = max(counts)
    best = [i for i, n in enumerate(counts) if n == most]
    if not full:
        return t("stability_turned_none", sites_of=sites_of(needed))
    inside = [counts[i] for i in full]
    west, east = turn.span_deg
    first = t(
        "stability_turned",
        west=degrees(west),
        east=degrees(east),
        over="north" if west > east else "none",
        sites=needed.sites,
        sites_of=sites_of(needed),
        span=formats.span(formats.number(min(inside)), formats.number(max(inside))),
        country=country_in_sentence(code),
    )
    at_best = min(best, key=lambda i: -needed.share_held[i])
    second = t(
        "stability_turned_no_more" if set(best) & set(full) else "stability_turned_more",
        most=formats.number(most),
        section=section(at),
        bearing=degrees(bearings[at_best]),
        share=formats.percent(needed.share_held[at_best]),
    )
    return f"{first} {second} {_pointed(summary, needed, curve)}".rstrip()


def _pointed(summary: StabilitySummary, needed: NeededDirections, curve: TurningCurve) -> str:
    """The radar pointed where the study asks, and what that would cost; nothing where it does not."""
    turn, other = summary.turning, needed.other_way
    if other is None:
        return ""
    code = summary.countries[0]
    away = [abs((b - other.azimuth_deg + 180.0) % 360.0 - 180.0) for b in turn.boresight_deg]
    at = away.index(min(away))
    return t(
        "stability_pointed",
        where=words.said(other.where),
        bearing=degrees(turn.boresight_deg[at]),
        seen=formats.number(curve.flights(code)[at]),
        sites_of=sites_of(needed),
        share=formats.percent(needed.share_held[at]),
        held=few(needed.points_held[at]),
        points=few(len(needed.points)),
    )


# --- what the study rests on -------------------------------------------------------------


def least_elevations(summary: StabilitySummary) -> str:
    """The radars' own least elevations: in the study's words, or one after the other."""
    if summary.view.least_elevations:
        return words.said(summary.view.least_elevations)
    radars: dict[float, list[str]] = {}
    for radar in summary.radars:
        radars.setdefault(radar.elevation_min_deg, []).append(words.said(radar.name))
    return "; ".join(
        t(
            "stability_elevation_at",
            elevation=formats.measured(elevation, "deg"),
            radars=formats.listed(names),
        )
        for elevation, names in sorted(radars.items())
    )


def ranges_note(summary: StabilitySummary) -> str:
    """What the draws take and keep, and why a sum as given may lie outside its band."""
    task, radars = summary.turning.task, summary.radars
    is_widest = all(radar.sector_deg == radar.sector_span_deg[-1] for radar in radars)
    kind = "task" if task else "middle"
    return t(
        "stability_ranges_note",
        given=kind if is_widest and all(map(_looks_at_the_middle, radars)) else "none",
        place=words.said(task.name) if task else "",
        turned=_turned_in_draws(summary),
    )


def _looks_at_the_middle(radar: WatchingRadar) -> bool:
    """Whether a radar looks, within a degree, at the middle of the directions that it may have."""
    west, east = radar.boresight_span_deg
    middle = west + 0.5 * ((east - west) % 360.0)
    return abs((radar.boresight_deg - middle + 180.0) % 360.0 - 180.0) <= 1.0


_LONGER_WAVE: Final = 1.5  # times another radar's wave: another band, and not another channel


def longer_waves(summary: StabilitySummary) -> str:
    """Which radars work at a longer wave than another of the study; groups by their short names."""
    highest_hz = max(radar.frequency_hz for radar in summary.radars)
    low = {r.id: r for r in summary.radars if r.frequency_hz * _LONGER_WAVE < highest_hz}
    groups = [
        group
        for group in summary.groups
        if group.id not in (summary.added_radar, "others", "all") and set(group.radars) <= set(low)
    ]
    names = [words.said(group.short) for group in groups]
    named = {radar for group in groups for radar in group.radars}
    rest = [radar.system_name for radar in low.values() if radar.id not in named]
    return formats.listed(list(dict.fromkeys([*names, *rest]))) if low else "none"
