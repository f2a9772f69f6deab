"""Tables: every row of the page as plain texts, so that the template only lays them out."""

import math
from collections.abc import Mapping, Sequence
from typing import Final, Literal, NamedTuple

from shieldmap import formats, terms, units, verdicts, words
from shieldmap.archive import Run
from shieldmap.report import answer, phrases
from shieldmap.results import (
    Count,
    DrawnEngagement,
    DrawnNotThreatened,
    FootprintSummary,
    Sampled,
    SpotEngagement,
    SpotNotThreatened,
    StudyAssumption,
    SummaryMissile,
    SummarySpot,
    ThreatSummary,
)
from shieldmap.results.run_files import UsedRival, UsedValue
from shieldmap.words import t

Row = Mapping[str, object]
Table = list[Row]

_VERDICT_SYMBOL: Final = {"holds": "●", "hangs": "◐", "fails": "○"}
_STATE_SYMBOL: Final = {"yes": "●", "no": "○", "na": formats.NONE, "bad": "?"}


def headline(run: Run) -> Table:
    """One row a threat: who can be reached, who is defended, how sure."""
    return [_headline_row(threat, run.footprint) for threat in run.footprint.threats]


def _headline_row(threat: ThreatSummary, summary: FootprintSummary) -> Row:
    share, sums = dict(threat.share_of_people), dict(threat.defended)
    sampled = threat.sampled
    return {
        "id": threat.id,
        **phrases.named(threat),
        "class": phrases.threat_flown(threat, summary),
        "note": threat.note,
        "threatened": formats.million(threat.threatened.people),
        "share": {end: (value, formats.percent(value)) for end, value in share.items()},
        "people": {end: (part.people, formats.million(part.people)) for end, part in sums.items()},
        "area": {end: formats.area(part.area_m2) for end, part in sums.items()},
        "samples": sampled.samples,
        "points": len(threat.by_launch_point),
        "all": _drawn(sampled),
        "random": _drawn(threat.at_random or sampled),
        "peaked": (sampled.triangle_share, formats.percent(sampled.triangle_share)),
        "rivals": _other_readings(threat),
        "search": formats.km(threat.search_range_m),
        "track": formats.km(threat.track_range_m),
        "refusals": threat.refusals,
        "not_converged": threat.not_converged,
    }


def _drawn(drawn: Sampled) -> dict[str, tuple[float | None, str] | str]:
    """Median and ends of the band, each as a number and as a text, and the band as one text."""
    shares = drawn.share_of_people
    ends = {end: (share, formats.percent(share)) for end, share in shares}
    return {**ends, "band": formats.span(formats.percent(shares.p05), formats.percent(shares.p95))}


def _other_readings(threat: ThreatSummary) -> str:
    """The shares under other published readings, in a sentence; nothing where none was drawn."""
    rows = [
        t(
            "report_rival_share",
            name=t(f"report_rival_{one.name}"),
            share=formats.percent(one.share_of_people.p50),
            band=formats.span(
                formats.percent(one.share_of_people.p05), formats.percent(one.share_of_people.p95)
            ),
            draws=one.draws,
        )
        for one in threat.rivals
    ]
    return t("report_other_readings", rows="; ".join(rows)) if rows else ""


def front(run: Run, asked: Sequence[SummarySpot]) -> Table:
    """One row a missile: share of the people, and its verdict at every place that is asked about."""
    summary = run.footprint
    rows = zip(headline(run), *(_cells(spot, run) for spot in asked), strict=True)
    return [
        {**row, "short": phrases.threat_short(threat, summary), "cells": cells}
        for threat, (row, *cells) in zip(summary.threats, rows, strict=True)
    ]


def places(run: Run, asked: Sequence[SummarySpot]) -> Table:
    """The places that are asked about, each with its sentence and a row for every missile."""
    names = [phrases.threat_short(threat, run.footprint) for threat in run.footprint.threats]
    return [
        {
            **phrases.named(spot),
            "said": answer.place(spot),
            "rows": list(zip(names, _cells(spot, run), strict=True)),
        }
        for spot in asked
    ]


Against = SpotEngagement | SpotNotThreatened


def state(result: Against) -> str:
    """``yes``, ``no``, ``na`` (not threatened) or ``bad`` (not computed)."""
    if isinstance(result, SpotEngagement):
        return "yes" if result.defended else "no"
    return "na" if result.status == "not-threatened" else "bad"


def matrix(run: Run, spots: Literal["assets", "towns"]) -> Table:
    """Assets or towns (``spots``) with a cell for every threat."""
    summary = run.footprint
    return [
        {**phrases.named(spot), "people": formats.people(spot.people), "cells": _cells(spot, run)}
        for spot in (summary.assets if spots == "assets" else summary.towns)
    ]


def _cells(spot: SummarySpot, run: Run) -> Table:
    """A cell for every threat."""
    names = {point.id: phrases.name(point) for point in run.footprint.launch_points}
    return [_cell(result, names) for result in spot.by_threat]


def _cell(result: Against, launch_points: dict[str, str]) -> Row:
    """One place against one missile: a compact cell and the full row."""
    kind = state(result)
    if not isinstance(result, SpotEngagement):
        text = t(f"report_state_{kind}")
        return {
            "state": kind,
            "symbol": _STATE_SYMBOL[kind],
            "text": text,
            "head": "",
            "short": "",
            "word": "",
        }
    verdict = answer.verdict(result)
    share = formats.percent(result.share_of_samples)
    return {
        "state": verdict,
        "symbol": _VERDICT_SYMBOL[verdict],
        "text": verdicts.said(result) or t(f"report_state_{kind}"),
        "head": share,
        "short": _short(result, verdict),
        "word": _word(result, verdict),
        "draws": t("verdict_share", share=share, draws=result.draws),
        "failed": _failed(result) if kind == "no" else "",
        "in_hand": t("report_in_hand", time=formats.seconds(result.slack_s))
        if kind == "yes"
        else "",
        "launch_point": launch_points.get(result.launch_point, result.launch_point),
        "nearest": formats.km(result.closest_in_band_m),
    }


def _word(result: SpotEngagement, verdict: str) -> str:
    """``holds``, ``fails`` or ``hangs on the interceptor's reach``."""
    return t(f"verdict_{verdict}", what=_short(result, verdict))


def _short(result: SpotEngagement, verdict: str) -> str:
    """What a place hangs on, or why it fails, in a few words."""
    if verdict == "hangs":
        term = terms.ASSUMPTIONS.get(result.hangs_on or "")
        return t("verdict_several") if term is None else words.of(term.short)
    if verdict == "fails" and result.reason is not None:
        return words.of(terms.REASONS[result.reason].short)
    return ""


def _failed(result: SpotEngagement) -> str:
    """Every constraint that fails, with its margin."""
    found = [phrases.failed(part) for part in result.failed]
    return "; ".join(found) or t("report_no_further_shot")


def standing(run: Run) -> Table:
    """What stands where: the battery, the launcher sites away from it, and the radar."""
    defence, given = run.footprint.defence, run.scenario.defence
    each = Count(**given.battery.interceptors_per_launcher.model_dump())
    places = [
        (given.battery, given.battery.launchers),
        *((site, site.launchers) for site in given.launcher_sites),
    ]
    table: Table = [
        {
            "name": phrases.name(place),
            "what": _launcher_count(Count(**launchers.model_dump()), each),
            "latitude": place.latitude_deg,
            "longitude": place.longitude_deg,
            "keys": phrases.keys(place.source),
            "note": place.note,
        }
        for place, launchers in places
    ]
    radar = defence.radar
    if radar.present:
        entry = run.catalogue.entries.get(radar.system)
        table.append(
            {
                "name": entry.name if entry else radar.system,
                "what": t("report_radar"),
                "latitude": radar.latitude_deg,
                "longitude": radar.longitude_deg,
                "keys": phrases.keys(given.radar.source),
                "note": radar.note,
            }
        )
    return table


def _launcher_count(launchers: Count, each: Count) -> str:
    product = Count(
        value=launchers.value * each.value,
        low=launchers.low * each.low,
        high=launchers.high * each.high,
    )
    return f"{phrases.counted(launchers, 'launchers')}, {phrases.counted(product, 'interceptors')}"


def _assumption_number(row: StudyAssumption, value: float) -> str:
    """An assumption's number; a direction east of north counts from nought again."""
    if row.name == "boresight":
        value %= 2.0 * math.pi
    return formats.quantity(value, row.unit)


_TRACK: Final = (
    "track",
    "firm_looks",
    "firm_gate",
    "commit_gate",
    "track_update",
    "angle_bias",
    "range_bias",
    "beam_width",
)
_UNUSED: Final = {"parts": ("chain",), "published": (*_TRACK, "reaction")}


def assumptions(run: Run) -> Table:
    """The disputed numbers with range, basis, source and note."""
    return [
        {
            "id": row.name,
            "name": words.of(terms.ASSUMPTIONS[row.name].long),
            **{end: _assumption_number(row, getattr(row, end)) for end in ("value", "low", "high")},
            "basis": t(f"report_basis_{row.basis}"),
            "keys": phrases.keys(row.source),
            "rivals": _rivals(run, row),
            "note": row.note,
        }
        for row in run.footprint.assumptions
        # A published chain replaces warning, track and reaction; only one of the two is used.
        if row.name not in _UNUSED[run.footprint.chain]
    ]


class RivalShown(NamedTuple):
    """Another published figure: as text, in SI units, its sources and what is said of it."""

    value: str
    si: float
    keys: list[str]
    note: str


def _rivals(run: Run, row: StudyAssumption) -> list[RivalShown]:
    """Other published figures for an assumption, which stand in neither its low nor its high end.

    Where the scenario has a number of its own, the catalogue's is the first rival.
    """
    found = _catalogue_value(run, row)
    if found is None:
        return []
    rivals: list[UsedRival | UsedValue] = list(found.rivals)
    if row.basis == "scenario":
        rivals.insert(0, found)
    return [
        RivalShown(formats.quantity(si, row.unit), si, phrases.keys(rival.source), rival.note)
        for rival in rivals
        for si in (units.to_si(rival.value, rival.unit),)
    ]


def _catalogue_value(run: Run, row: StudyAssumption) -> UsedValue | None:
    """The catalogue's own value of an assumption, found by its path or by its name."""
    entries = run.catalogue.entries
    owner, _, path = row.path.partition(".")
    if owner in entries:
        return entries[owner].values.get(path)
    for entry in entries.values():
        for path, value in entry.values.items():
            if entry.kind in ("defence", "radar") and path.split(".")[-1] == row.name:
                return value
    return None


def beyond(run: Run, name: str) -> RivalShown | None:
    """The rival of an assumption farthest outside its range: why a curve goes as far as it does."""
    row = next((row for row in run.footprint.assumptions if row.name == name), None)
    if row is None:
        return None
    outside = [r for r in _rivals(run, row) if not row.low <= r.si <= row.high]
    return max(outside, key=lambda r: max(row.low - r.si, r.si - row.high), default=None)


def input_count(run: Run) -> int:
    """How many numbers of the catalogue and of the scenario the run rests on."""
    return len(_used(run)) + len(run.scenario.inputs)


def _used(run: Run) -> set[tuple[str, str]]:
    """Entry and path of every catalogue value that this run computes from.

    Left out are what the scenario replaces, and the times that the published chain replaces or is
    replaced by.
    """
    rows = {row.name: row.path for row in run.footprint.assumptions}
    unused = _UNUSED[run.footprint.chain]
    if "track" in rows or run.footprint.chain == "published":
        # A constant time, or the published chain, takes the place of the track.
        unused = (*unused, *_TRACK, "update")
    return {
        (owner, path)
        for owner, entry in run.catalogue.entries.items()
        for path in entry.inputs
        if not path.startswith(_ASSUMED)
        or (
            rows.get(path.partition(".")[2], f"{owner}.{path}") == f"{owner}.{path}"
            and path.partition(".")[2] not in unused
        )
    }


_ASSUMED: Final = ("envelope.", "delays.", "field_of_regard.", "fire_control.", "tracking.")


_KINDS: Final = ("estimate", "memory", "low", "single")


class Weak(NamedTuple):
    """One input that a reader should doubt: whose it is, its name, and its kind of weakness."""

    owner: str
    name: str
    source: str
    kind: str


def _every_weak(run: Run) -> list[Weak]:
    """The weak inputs that this run uses, the scenario's own among them."""
    used, names = _used(run), _names(run)
    found = [
        Weak(t("report_scenario"), _input_name(given.name, names), given.source, given.kind)
        for given in run.scenario.inputs
        if given.kind
    ]
    found += [
        Weak(
            names[weak.entry_id],
            _value_name(weak.path),
            weak.source,
            weak.kind,
        )
        for weak in run.footprint.weak_inputs
        if (weak.entry_id, weak.path) in used
    ]
    return found


def weak_counts(run: Run) -> str:
    """How many inputs are weak in which way, in words."""
    kinds = [weak.kind for weak in _every_weak(run)]
    found = {kind: kinds.count(kind) for kind in _KINDS if kind in kinds}
    told = [t(f"report_weak_count_{kind}", n=count) for kind, count in found.items()]
    return formats.listed(told) if told else ""


def weak_by_system(run: Run) -> Table:
    """Weak inputs by system, and within it by kind: names of the values joined."""
    systems: dict[str, dict[str, list[Weak]]] = {}
    for weak in _every_weak(run):
        systems.setdefault(weak.owner, {}).setdefault(weak.kind, []).append(weak)
    return [
        {
            "system": owner,
            "kinds": [
                {
                    "text": t(f"report_weak_{kind}"),
                    "names": ", ".join(weak.name for weak in kinds[kind]),
                    "keys": sorted({k for weak in kinds[kind] for k in phrases.keys(weak.source)}),
                }
                for kind in _KINDS
                if kind in kinds
            ],
        }
        for owner, kinds in systems.items()
    ]


def _names(run: Run) -> dict[str, str]:
    """Entries of the catalogue by their ids and places by their names, in the reader's language."""
    summary = run.footprint
    names = {code: entry.name for code, entry in run.catalogue.entries.items()}
    names |= {threat.missile: phrases.name(threat) for threat in summary.threats}
    names |= {missile.id: phrases.name(missile) for missile in summary.compared}
    places: list[phrases.Named] = [*summary.assets, *summary.launch_points]
    return names | {place.name: phrases.name(place) for place in places}


def _input_name(name: str, names: dict[str, str]) -> str:
    """``position of Seongju``, ``direction of the radar`` in the reader's language."""
    if name.startswith(_POSITION):
        place = name.removeprefix(_POSITION)
        return t("report_position_of", place=names.get(place, words.translated(place)))
    if name == "direction of the radar":
        return t("report_direction")
    return _catalogue_word("field", name.replace(" ", "_"))


_POSITION: Final = "position of "


def _value_name(path: str) -> str:
    """``stages.0.dry_mass`` -> ``dry mass (stage 1)``."""
    *owner, last = path.split(".")
    if not owner:
        return _catalogue_word("field", last)
    if owner[0] == "stages":
        part = t("field_stage", n=int(owner[1]) + 1)
    else:
        part = " ".join(_catalogue_word("part", one) for one in owner)
    return t("field_of", name=_catalogue_word("field", last), part=part)


def _catalogue_word(kind: str, name: str) -> str:
    """A name of the catalogue's files; one that came later stands as it is written there."""
    message = f"{kind}_{name}"
    known = message in words.message_ids(words.language())
    return t(message) if known else name.replace("_", " ")


def timeline(engagement: DrawnEngagement | DrawnNotThreatened) -> Table:
    """The events of one engagement in words."""
    return [
        {
            "event": t(f"report_event_{event.event.replace(' ', '-').replace(chr(39), '')}"),
            "time": formats.seconds(event.time_s),
            "altitude": formats.number(event.altitude_m / 1e3),
            "range": formats.number(event.range_m / 1e3),
        }
        for event in engagement.timeline
    ]


def launch_points(run: Run) -> Table:
    """Where missiles start, with their sources."""
    return [
        {**dict(point), "name": phrases.name(point), "keys": phrases.keys(point.source)}
        for point in run.footprint.launch_points
    ]


def compared(run: Run) -> Table:
    """Missiles that are not flown: published ranges and apogees."""

    def three(values: Sequence[float] | None) -> str:
        if not values:
            return formats.NONE
        low, value, high = (formats.number(v / 1e3) for v in values)
        return f"{value} ({low}–{high})"

    return [
        {
            **phrases.named(missile),
            "summary": missile.summary,
            "range": three(missile.range_m),
            "apogee": three(missile.apogee_m),
            "finding": t(f"report_finding_{_finding(missile)}"),
            "keys": phrases.keys(missile.source),
        }
        for missile in run.footprint.compared
    ]


def _finding(missile: SummaryMissile) -> str:
    """On which side of the floor the published apogees lie."""
    if not missile.apogee_m:
        return "none"
    low, _, high = missile.apogee_m
    if high < missile.floor_m:
        return "below"
    return "above" if low >= missile.floor_m else "both"


def bibliography(run: Run) -> Table:
    """Sources in the order of their keys."""
    fields = ("title", "author", "year", "url", "howpublished", "urldate", "confidence", "note")
    return [
        {
            "key": source.key,
            **{name: _without_tex(source.field(name)) for name in fields},
            "level": _level(source.field("confidence")),
        }
        for source in sorted(run.bibliography, key=lambda source: source.key)
    ]


def _level(confidence: str) -> str:
    """How far a source is trusted; one that a scenario brings along is not rated."""
    known = confidence in ("high", "medium", "low", "memory")
    return t(f"report_confidence_{confidence if known else 'none'}")


_TEX: Final = {
    r"\o": "ø",
    r"\&": "&",
    r"\'e": "é",
    r"\"o": "ö",
    r"\"u": "ü",
    r"\"a": "ä",
    "--": "–",
}


def _without_tex(text: str) -> str:
    """A BibTeX field as plain text: braces and the few commands that the bibliography uses."""
    if text.startswith(("http://", "https://")):
        return text
    for command, letter in _TEX.items():
        text = text.replace(command, letter)
    return text.replace("{", "").replace("}", "")
