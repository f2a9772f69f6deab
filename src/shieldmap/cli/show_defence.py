"""What ``shieldmap run`` and ``shieldmap defend`` print for people."""

import re

from rich.table import Table

from shieldmap import formats, verdicts, words
from shieldmap.cli import show
from shieldmap.cli.speaking import said
from shieldmap.results import (
    ArcTrackError,
    Engagement,
    Explanation,
    FootprintSummary,
    SpotEngagement,
    ThreatSummary,
)
from shieldmap.words import t


def run_summary(summary: FootprintSummary) -> None:
    """Shares defended by threat over the joint draws, at the values and at the ends."""
    show.tell(said(summary.title))
    draws = max((threat.sampled.samples for threat in summary.threats), default=0)
    show.tell(t("cli_defend_summary", doctrine=show.doctrine(summary.doctrine), draws=draws))
    table = show.new_table()
    # Under heads of two lines.
    show.add_column(table, f"\n{t('cli_head_threat')}", is_right=False)
    for head in ("points", "in_range", "random", "all", "samples", "published"):
        show.add_column(table, t(f"cli_head_{head}"))
    sides: list[str] = []
    for threat in summary.threats:
        side = _outside_band(threat)
        sides += [side] * (side not in sides)
        table.add_row(*_summary_row(threat, side))
    show.print_table(table, show.WIDTH)
    none = [threat.id for threat in summary.threats if threat.share_of_people.value is None]
    if none:
        show.tell(t("cli_reaches_nobody", threats=", ".join(none)))
    show.tell(t("cli_defend_drawn"))
    known = [threat.share_of_people for threat in summary.threats]
    bad, good = (
        [share for share in (getattr(one, end) for one in known) if share is not None]
        for end in ("bad", "good")
    )
    if bad and good:
        show.tell(t("cli_defend_ends", bad=_between(bad), good=_between(good)))
    peaked = [threat.sampled.triangle_share for threat in summary.threats]
    medians = [formats.percent(share) for share in peaked if share is not None]
    if medians:
        show.tell(t("cli_defend_peaked", medians=formats.listed(medians)))
    for side in filter(None, sides):
        show.say(t("cli_above_samples" if side == "+" else "cli_below_samples"))
    if summary.grid.people_doubt:
        show.tell(t("cli_people_doubt", doubt=said(summary.grid.people_doubt)))


def _between(shares: list[float]) -> str:
    return formats.span(formats.percent(min(shares)), formats.percent(max(shares)))


def _outside_band(threat: ThreatSummary) -> str:
    """On which side of the 5 to 95 % of its own samples a value lies: +, - or nothing."""
    value, sampled = threat.share_of_people.value, threat.sampled.share_of_people
    low, high = sampled.p05, sampled.p95
    if value is None or low is None or high is None:
        return ""
    return "+" if value > high else "-" if value < low else ""


def _summary_row(threat: ThreatSummary, side: str) -> list[str]:
    share, drawn = threat.share_of_people, threat.sampled.share_of_people
    random = threat.at_random
    return [
        threat.id,
        str(len(threat.by_launch_point)),
        formats.million(threat.threatened.people),
        formats.percent(None if random is None else random.share_of_people.p50),
        formats.percent(drawn.p50),
        formats.span(formats.percent(drawn.p05), formats.percent(drawn.p95)),
        formats.percent(share.value) + (side or " "),
    ]


def footprint(summary: FootprintSummary, *, as_json: bool) -> None:
    """The sums of a footprint."""
    if as_json:
        show.json_object(summary)
        return
    run_summary(summary)
    if not any(isinstance(row, SpotEngagement) for a in summary.assets for row in a.by_threat):
        if summary.assets:
            show.say(t("cli_no_place_in_range"))
        return
    heads = (
        "asset",
        "against",
        "worst_from",
        "verdict",
        ">share",
        "at_values",
        "why_not",
        ">margin",
    )
    table = show.new_table(*heads)
    for asset in summary.assets:
        for row in asset.by_threat:
            if not isinstance(row, SpotEngagement):
                continue
            table.add_row(
                words.name_of(asset.name, asset.name_ko),
                row.threat,
                said(row.launch_point),
                verdicts.said(row),
                formats.percent(row.share_of_samples),
                t("yes" if row.defended else "no"),
                reason(row.reason),
                formats.margin(row.margin, row.margin_unit) if row.reason else "",
            )
    show.print_table(table)


def reason(code: str | None) -> str:
    """Why a place is not defended, by the name of the constraint; nothing where it is."""
    return t(f"reason_{code}_long") if code else ""


def explanation(told: Explanation, *, as_json: bool) -> None:
    """The hardest engagement at a place in words, then every case in a line."""
    if as_json:
        show.json_object(told)
        return
    place = formats.position(told.latitude_deg, told.longitude_deg)
    if told.place:
        place = f"{said(told.place)} ({place})"
    if told.others:
        show.say(show.namesakes(told.others))
    doctrine = show.doctrine(told.doctrine)
    show.say(t("cli_why_place", place=place, scenario=told.scenario, doctrine=doctrine))
    show.say(t("cli_why_hardest", threat=told.threat, point=said(told.launch_point)))
    if not isinstance(told, Engagement):
        show.say(said(told.sentence))
        _drawn(told)
        return
    verdict = "cli_why_defended" if told.defended else "cli_why_undefended"
    show.say(t(verdict, reason=reason(told.reason), binds=t(f"cli_binds_{told.binds}")))
    _drawn(told)
    show.say(t("cli_why_looks", shots=told.shots))
    if told.closest_in_band_m is not None:
        show.say(t("cli_why_closest", range=formats.km(told.closest_in_band_m, 1)))
    if told.arc_track is not None:
        _arc_track(told.arc_track)
    for failed in told.failed:
        margin = formats.margin(failed.margin, failed.unit)
        show.say("  " + t("cli_why_fails", what=reason(failed.constraint), margin=margin))
    table = show.new_table("event", ">time", ">altitude", ">range_from_radar")
    for event in told.timeline:
        lengths = (formats.number(length / 1e3, 1) for length in (event.altitude_m, event.range_m))
        table.add_row(_event(event.event), formats.number(event.time_s, 1), *lengths)
    show.print_table(table)
    show.print_table(_cases(told))


def _drawn(told: Explanation) -> None:
    """What the joint draws say of the place, where any of them threatens it."""
    if told.verdict is not None:
        points = sum(case.threat == told.threat for case in told.cases)
        share, verdict = formats.percent(told.share_of_samples), verdicts.said(told)
        draws = told.draws or 0
        show.say(t("cli_why_drawn", draws=draws, points=points, share=share, verdict=verdict))


def _event(name: str) -> str:
    """An event of an engagement by its name in records."""
    return t(f"cli_event_{re.sub('[^a-z]+', '-', name)}")


def _cases(told: Explanation) -> Table:
    table = show.new_table("threat", "from", "at_values", ">share", ">looks", "reason")
    for case, drawn in zip(told.cases, told.drawn, strict=True):
        if isinstance(case, Engagement):
            answer = "defended" if case.defended else "not-defended"
            why = reason(case.reason)
        else:
            answer, why = case.status, said(case.sentence)
        share = formats.percent(drawn.share_of_samples)
        cells = t(f"cli_case_{answer}"), share, str(case.shots), why
        table.add_row(case.threat, said(case.launch_point), *cells)
    return table


def _arc_track(told: ArcTrackError) -> None:
    """What a track that expects an arc makes of a missile with lift."""
    off, ahead = formats.km(told.miss_m, 1), formats.seconds(told.ahead_s)
    if told.later_s is None:
        show.say(t("cli_why_arc_never", miss=off, ahead=ahead))
    else:
        show.say(t("cli_why_arc", miss=off, ahead=ahead, later=formats.seconds(told.later_s)))
