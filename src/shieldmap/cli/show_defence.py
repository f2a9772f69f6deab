"""What ``shieldmap run`` and ``shieldmap defend`` print for people."""

import textwrap
from typing import Final

from rich.console import Console
from rich.table import Table

from shieldmap.cli import show
from shieldmap.results import (
    Engagement,
    Explanation,
    FootprintSummary,
    NotThreatened,
    SpotEngagement,
    ThreatSummary,
)

_LOOKS: Final = "shots one after the other, each after assessing the last"
_NARROW: Final = 80
_SUMMARY_HEADS: Final = (
    "in range\nmillion",
    "low\nmillion",
    "value\nmillion",
    "high\nmillion",
    "share\nvalue",
    "samples\n5-95 %",
)


def run_summary(summary: FootprintSummary) -> None:
    """People defended by threat as low, value and high, with the sampled range."""
    show.say(textwrap.fill(summary.title, _NARROW))
    show.say(f"Doctrine {summary.doctrine}. People in range of the missile, and those defended")
    show.say("against every launch point that reaches them: low end, value and high end.")
    table = show.bare_table()
    table.add_column("\nthreat", overflow="fold")
    for head in _SUMMARY_HEADS:
        table.add_column(head, justify="right", no_wrap=True)
    sides: list[str] = []
    for threat in summary.threats:
        side = _outside_band(threat)
        sides += [side] * (side not in sides)
        table.add_row(*_summary_row(threat, side))
    Console(width=_NARROW, highlight=False, markup=False).print(table)
    none = [t.id for t in summary.threats if t.share_of_people.value is None]
    if none:
        show.say(textwrap.fill(f"reaches nobody in the country: {', '.join(none)}", _NARROW))
    for side in sides:
        if side:
            show.say(_FOOTNOTES[side])
    if summary.grid.people_doubt:
        show.say(textwrap.fill(f"People: {summary.grid.people_doubt}", _NARROW))


_FOOTNOTES: Final = {
    "+": "+ above its samples: published values stand at the favourable end of their range",
    "-": "- below its samples: published values stand at the bad end of their range",
}


def _outside_band(threat: ThreatSummary) -> str:
    """On which side of the 5 to 95 % of its own samples a value lies: +, - or nothing."""
    value, sampled = threat.share_of_people.value, threat.sampled.share_of_people
    low, high = sampled.p05, sampled.p95
    if value is None or low is None or high is None:
        return ""
    return "+" if value > high else "-" if value < low else ""


def _summary_row(threat: ThreatSummary, side: str) -> list[str]:
    sums, sampled = threat.defended, threat.sampled.share_of_people
    ends = [_millions(end.people) for end in (sums.bad, sums.value, sums.good)]
    share = _percent(threat.share_of_people.value)
    band = f"{_percent(sampled.p05).removesuffix(' %')}-{_percent(sampled.p95)}"
    return [
        threat.id,
        _millions(threat.threatened.people),
        *ends,
        f"{share}{side or ' '}",
        band if share else "",
    ]


def footprint(summary: FootprintSummary, *, as_json: bool) -> None:
    """The sums of a footprint."""
    if as_json:
        show.json_object(summary)
        return
    run_summary(summary)
    if not any(isinstance(row, SpotEngagement) for a in summary.assets for row in a.by_threat):
        show.say("No named place is within range of any of the missiles.")
        return
    table = show.new_table(
        "asset", "against", "worst from", "defended", "looks>right", "why not", "margin>right"
    )
    for asset in summary.assets:
        for row in asset.by_threat:
            if not isinstance(row, SpotEngagement):
                continue
            table.add_row(
                asset.name,
                row.threat,
                row.launch_point,
                "yes" if row.defended else "no",
                str(row.shots),
                row.reason_text or "",
                show.margin(row.margin, row.margin_unit) if row.reason else "",
            )
    show.print_table(table)
    show.say(f"looks: {_LOOKS}")


def explanation(told: Explanation, *, as_json: bool) -> None:
    """The hardest engagement at a place in words, then every case in a line."""
    if as_json:
        show.json_object(told)
        return
    place = f"{told.latitude_deg:.3f}, {told.longitude_deg:.3f}"
    if told.others:
        place = f"{told.place} ({place})"
        show.say(show.namesakes(told.others))
    show.say(f"{place} under scenario '{told.scenario}', doctrine {told.doctrine}")
    show.say(f"hardest case: {told.threat} from {told.launch_point}")
    if not isinstance(told, Engagement):
        show.say(told.sentence)
        return
    answer = "defended" if told.defended else f"not defended: {told.reason_text}"
    show.say(f"{answer}; limit that binds: {told.binds}")
    show.say(f"looks, {_LOOKS}: {told.shots}")
    closest = told.closest_in_band_m
    if closest is not None:
        show.say(f"least slant range from the launcher inside the band: {closest / 1e3:.1f} km")
    for failed in told.failed:
        show.say(f"  fails: {failed.text}, margin {show.margin(failed.margin, failed.unit)}")
    table = show.new_table(
        "event", "time, s>right", "altitude, km>right", "range from radar, km>right"
    )
    for event in told.timeline:
        table.add_row(
            event.event,
            f"{event.time_s:.1f}",
            f"{event.altitude_m / 1e3:z.1f}",
            f"{event.range_m / 1e3:.1f}",
        )
    show.print_table(table)
    show.print_table(_cases(told.cases))


def _cases(cases: tuple[Engagement | NotThreatened, ...]) -> Table:
    table = show.new_table("threat", "from", "answer", "looks>right", "reason")
    for case in cases:
        if isinstance(case, Engagement):
            answer = "defended" if case.defended else "not defended"
        else:
            answer = case.status.replace("-", " ")
        table.add_row(
            case.threat,
            case.launch_point,
            answer,
            str(case.shots),
            case.reason_text or ("" if isinstance(case, Engagement) else case.sentence),
        )
    return table


def _millions(people: float) -> str:
    return f"{people / 1e6:.1f}"


def _percent(share: float | None) -> str:
    return "" if share is None else f"{100.0 * share:.0f} %"
