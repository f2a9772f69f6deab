"""A stability study in sentences, put together from the sums of a run and from nothing else.

The same words for all sides: what is in view, for how long, by how much something is missed. What
a track could be used for is left to the reader.
"""

import math
from collections.abc import Callable
from typing import Any, Final

from shieldmap import geodata
from shieldmap.report import words
from shieldmap.report.words import NB

Summary = dict[str, Any]

COUNTRIES: Final = {
    "CHN": "China",
    "RUS": "Russia",
    "PRK": "North Korea",
    "USA": "the United States",
}
_FEW: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

# How well apogees of flights from moved points are known: docs/decisions/0010.
_APOGEES_M: Final = 50e3


def section(cross_section_m2: float) -> str:
    """A radar cross section with its unit."""
    return f"{cross_section_m2:g}{NB}m²"


def country(code: str) -> str:
    """A country's name as it stands in a sentence."""
    return COUNTRIES.get(code) or geodata.countries().get(code, code)


def few(number: int) -> str:
    """A small number as a word."""
    return _FEW[number] if 0 <= number < len(_FEW) else str(number)


def some(number: int) -> str:
    """A small number as a word, and none for nought."""
    return few(number) if number else "none"


def flights(number: int) -> str:
    """``one flight``, ``14 flights``."""
    return f"{few(number)} flight{'' if number == 1 else 's'}"


def flight(summary: Summary, area: str, city: str) -> tuple[str, str]:
    """The names of a flight's two ends."""
    areas = {one["id"]: words.place_short(one["name"]) for one in summary["launch_areas"]}
    cities = {one["id"]: one["name"] for one in summary["cities"]}
    return areas[area], cities[city]


def radar_name(summary: Summary) -> str:
    """The name of the added radar's place."""
    return str(next(r["name"] for r in summary["radars"] if r["id"] == summary["added_radar"]))


def total(summary: Summary, code: str, cross_section_m2: float, limit: str = "given") -> Summary:
    """The sums of one country, or of all for an empty code."""
    found: Summary = next(
        t
        for t in summary["totals"]
        if t["country"] == code
        and t["limit"] == limit
        and t["cross_section_m2"] == cross_section_m2
    )
    return found


def _headline(summary: Summary) -> float:
    return float(summary["view"]["headline_cross_section_m2"])


def _column(summary: Summary, cross_section_m2: float) -> int:
    return int(summary["view"]["cross_sections_m2"].index(cross_section_m2))


def minutes(time_s: float) -> str:
    """Minutes, or seconds where they are few."""
    if time_s < 120.0:
        return f"{time_s:.0f}{NB}s"
    return f"{time_s / 60.0:.0f}{NB}min"


def spread(low_s: float, high_s: float) -> str:
    """Two times as a range, with the unit once where it is the same."""
    low, high = minutes(low_s), minutes(high_s)
    if low == high:
        return low
    unit = high.partition(NB)[2]
    return f"{low.removesuffix(NB + unit)}–{high}"


def drawn(summary: Summary, name: str, cross_section_m2: float) -> str:
    """The 5 to 95 % band of a sum over the joint draws."""
    column = _column(summary, cross_section_m2)
    low, high = (summary["ranges"][end][column][name] for end in ("p05", "p95"))
    if name.endswith("seconds"):
        return spread(low, high)
    return f"{low:.0f}–{high:.0f}" if low != high else f"{low:.0f}"


def answer(summary: Summary) -> list[str]:
    """The answer: in one sentence, then in three paragraphs: seen, added, reached."""
    return [short(summary), seen(summary), added(summary), reached(summary)]


def short(summary: Summary) -> str:
    """The answer in one or two sentences without numbers."""
    name = radar_name(summary)
    visible = [code for code in summary["countries"] if _is_ever_seen(summary, code)]
    none = [code for code in summary["countries"] if code not in visible]
    parts = []
    if visible:
        places = words.listed([country(code) for code in visible])
        parts.append(f"would see some flights from {places} after their burnout")
    if none:
        places = words.listed([country(code) for code in none])
        parts.append(f"{'and ' if visible else 'would see '}none from {places}")
    gaps = [p["least_gap_m"] for p in summary["interceptor"]["passages"]]
    clear = all(gap is None or gap > 0.0 for gap in gaps)
    inside = _smallest(summary["interceptor"]["passages"], "least_inside_m") is not None
    met = "some flights pass inside" if inside else "no flight comes within"
    text = f"The radar at {name} {', '.join(parts)}; {met} the published reach of the interceptors"
    text += " beside it" if clear or inside else " beside it, and some within what is modelled"
    if any(t["seen"]["others"] for t in summary["totals"]):
        text += ". Much of what it would see, other radars nearby see too"
    return f"{text}."


def _is_ever_seen(summary: Summary, code: str) -> bool:
    """Whether the added radar sees any flight from a country, whatever the parameters."""
    return any(t["seen"][summary["added_radar"]] for t in summary["totals"] if t["country"] == code)


def seen(summary: Summary) -> str:
    """How many flights the added radar sees, by country, at three cross sections."""
    name, at = radar_name(summary), _headline(summary)
    whole = total(summary, "", at)
    parts = []
    for code in summary["countries"]:
        mine = total(summary, code, at)
        alone = mine["seen"][summary["added_radar"]]
        parts.append(f"{some(alone)} of {mine['flown']} from {country(code)}")
    others = [s for s in summary["view"]["cross_sections_m2"] if s != at]
    more = [
        f"{total(summary, '', s)['seen'][summary['added_radar']]} at {section(s)}" for s in others
    ]
    return (
        f"Of {whole['pairs']} pairs of launch area and city {whole['flown']} lie within the range "
        f"of the missile that stands in. With a radar cross section of {section(at)} the radar at "
        f"{name} alone sees {words.listed(parts)}, for {minutes(whole['seconds'][summary['added_radar']])} "
        f"in all; over joint draws of what is not known {drawn(summary, 'seen_alone', at)} flights "
        f"(5–95 %). The count hangs on the cross section, which nobody publishes"
        f"{_told(more)}. These are flights that the radar is told of; searching its sector "
        f"without a cue it sees {no_cue(summary)}."
    )


def _told(parts: list[str]) -> str:
    """A list after a colon; nothing where there is none, as with a single cross section."""
    return f": {words.listed(parts)}" if parts else ""


def no_cue(summary: Summary) -> str:
    """What the added radar sees without a cue, at every cross section from the headline on."""
    variant = next(v for v in summary["ranges"]["variants"] if v["name"] == "no cue")
    sections = summary["view"]["cross_sections_m2"]
    column = _column(summary, _headline(summary))
    parts = [
        f"{some(int(variant['low'][i]['seen_alone']))} at {section(sections[i])}"
        for i in range(column, min(column + 2, len(sections)))
    ]
    return words.listed(parts)


def off_face(summary: Summary) -> str:
    """What the loss of gain off the antennas' faces does to that count, which no draw holds."""
    column = _column(summary, _headline(summary))
    variant = next(v for v in summary["ranges"]["variants"] if v["name"] == "loss off the face")
    count = variant["high"][column]["only_with_added"]
    return f"; {some(int(count))} with the loss of gain off the antennas’ faces"


def added(summary: Summary) -> str:
    """What the added radar gives that no other radar has."""
    name, at = radar_name(summary), _headline(summary)
    whole = total(summary, "", at)
    band = drawn(summary, "only_with_added", at)
    column = _column(summary, at)
    low, high = (summary["ranges"][end][column]["only_with_added"] for end in ("p05", "p95"))
    if not low <= whole["only_with_added"] <= high:
        band += ", which turn and narrow the views of all radars"
    group = {g["id"]: g["name"] for g in summary["groups"]}
    have = [
        f"{group[g]} see {some(whole['seen'][g])}"
        for g in group
        if g not in (summary["added_radar"], "others", "all")
    ]
    sections = summary["view"]["cross_sections_m2"]
    only = [
        f"{total(summary, '', s)['only_with_added']} at {section(s)}" for s in sections if s != at
    ]
    return (
        f"At {section(at)} {f'{words.listed(have)}. {name}' if have else name} adds {flights(whole['only_with_added'])} as "
        f"given that no other radar here sees (over the draws {band}{off_face(summary)}), makes the "
        f"time in view of {few(whole['longer_with_added'])} longer by "
        f"{words.seconds(summary['view']['least_view_s'])} or more, and gives "
        f"{minutes(whole['seconds']['added'])} of view that nobody else has "
        f"({drawn(summary, 'added_seconds', at)})."
        + (f" Flights that only {name} sees: {words.listed(only)}." if only else "")
    )


def reached(summary: Summary) -> str:
    """Whether the interceptor reaches a flight."""
    kit = summary["interceptor"]
    near = nearest(summary)
    if near is None:
        return "No flight is within range of its missile, so none passes the battery."
    start, end = flight(summary, near["launch_area"], near["city"])
    gap = _smallest(kit["passages"], "least_gap_m")
    reach, ceiling = words.km(kit["envelope"]["reach_m"]), words.km(kit["envelope"]["ceiling_m"])
    at = f"the far ends of the interceptor’s published envelope, {reach} and {ceiling} altitude"
    inside = _smallest(kit["passages"], "least_inside_m")
    if inside is None:
        text = (
            f"No flight comes within {at}: after burnout none comes nearer than "
            f"{words.km(near['least_slant_m'])} ({start} to {end}, over all launch points). "
        )
    else:
        start, end = flight(summary, inside["launch_area"], inside["city"])
        text = (
            f"Flights come within {at}, as low as {words.km(inside['least_inside_m'])} ({start} to "
            f"{end}, over all launch points); no time, view or speed is asked for here. "
        )
    top = words.km(kit["top_high_m"])
    if gap is None:
        return text + (
            f"Nor does any pass within {words.km(kit['farthest_m'])} over the ground, the farthest "
            "that the fly-out as modelled gets."
        )
    start, end = flight(summary, gap["launch_area"], gap["city"])
    if gap["least_gap_m"] < 0.0:
        return text + (
            f"The fly-out as modelled climbs higher than published, to {top} at its fast end, and, "
            f"without asking for time, comes {words.km(-gap['least_gap_m'])} above the flight from "
            f"{start} to {end}."
        )
    unsure = (
        ", no more than the flights’ apogees are sure to (some 50 km)"
        if gap["least_gap_m"] < _APOGEES_M
        else ""
    )
    return text + (
        f"The fly-out as modelled climbs higher than published, to {top} at its fast end; the "
        f"flight that passes least above it, from {start} to {end} and from the least favourable "
        f"of its launch points, does so by {words.km(gap['least_gap_m'])}{unsure}, before any "
        "question of time, warning or speed."
    )


def nearest(summary: Summary) -> Summary | None:
    """The passage with the least straight distance over all launch points."""
    return _smallest(summary["interceptor"]["passages"], "least_slant_m")


def _smallest(rows: list[Summary], name: str) -> Summary | None:
    known = [row for row in rows if row[name] is not None]
    return min(known, key=lambda row: float(row[name]), default=None)


def weak(summary: Summary) -> str:
    """How many places of the study rest on little, in a sentence; nothing where none does."""
    texts = {"memory": "recalled from memory and not read again", "low": "of low confidence"}
    parts = []
    for noun, places in (("launch areas", "launch_areas"), ("radars", "radars")):
        found = [place["confidence"] for place in summary[places]]
        kinds = [
            f"{few(found.count(kind))} are {text}" for kind, text in texts.items() if kind in found
        ]
        if kinds:
            parts.append(f"of {few(len(found))} {noun} {words.listed(kinds)}")
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}." if text else ""


# --- the statements -------------------------------------------------------------------


def statements(summary: Summary) -> list[dict[str, Any]]:
    """Every statement with the numbers that bear on it."""
    answers: dict[str, Callable[[Summary], list[str]]] = {
        "interceptor": _on_interceptor,
        "added": _on_added,
        "coverage": _on_coverage,
    }
    return [
        {
            **statement,
            "keys": words.keys(statement["source"]),
            "answer": answers[statement["answered_by"]](summary),
        }
        for statement in summary["statements"]
    ]


def _on_interceptor(summary: Summary) -> list[str]:
    kit = summary["interceptor"]
    speeds = [p["speed_m_s"] for p in kit["passages"] if p["speed_m_s"] is not None]
    fastest = words.quantity(kit["envelope"]["target_speed_max_m_s"], "m/s")
    out = [reached(summary)]
    if speeds:
        out.append(
            f"Where they pass nearest the flights move at {words.quantity(min(speeds), 'm/s')} or "
            f"faster; the fastest target that is published for the interceptor has {fastest}. "
        )
    gaps = [p["least_gap_m"] for p in kit["passages"]]
    if _smallest(kit["passages"], "least_inside_m") is not None:
        agree = "some of these flights pass where the published envelope reaches"
    elif all(gap is None or gap > 0.0 for gap in gaps):
        agree = "the computed numbers agree with the statement for these flights"
    else:
        agree = (
            "the published envelope agrees with the statement for these flights, and the height of "
            "the fly-out as modelled does not exclude all of them"
        )
    out.append(
        f"So far as the interceptor is meant, {agree}. What the radar sees is another question, "
        "and the word “defensive” is not a quantity."
    )
    return out


def _on_added(summary: Summary) -> list[str]:
    name, at = radar_name(summary), _headline(summary)
    whole = total(summary, "", at)
    unseen = [code for code in summary["countries"] if not _is_ever_seen(summary, code)]
    before = whole["seen"]["others"]
    first = (
        f"The radars that stood there without {name} see {some(before)} of "
        f"{whole['flown']} flights at {section(at)}, with it {few(whole['seen']['all'])}: "
        f"{few(whole['only_with_added'])} more, and {minutes(whole['seconds']['added'])} more of "
        "view in all."
    )
    out = [first]
    out += [_unseen(summary, place) for place in unseen]
    sections = summary["view"]["cross_sections_m2"]
    rows = [total(summary, "", s) for s in sections]
    more = [
        f"{row['only_with_added']} at {section(s)}" for s, row in zip(sections, rows, strict=True)
    ]
    time = [
        f"{minutes(row['seconds']['added'])} at {section(s)}"
        for s, row in zip(sections, rows, strict=True)
    ]
    out.append(
        f"Flights that only {name} sees: {words.listed(more)}. Time that only {name} has: "
        f"{words.listed(time)}."
    )
    adds = [country(code) for code in summary["countries"] if code not in unseen]
    if adds:
        out.append(
            f"Under these assumptions the radar does add flights and time in view, of flights from "
            f"{words.listed(adds)}. Whether such a track would matter to a defence elsewhere, and so to "
            "stability, depends on data links, on orders and on telling warheads from other objects. "
            "None of that is computed here, and it is a political judgement."
        )
    return out


def _unseen(summary: Summary, code: str) -> str:
    place = country(code)
    mine = [p for p in summary["pairs"] if p["country"] == code]
    flown = [p for p in mine if p["status"] == "flown"]
    heights = [p["from_added"]["highest_rad"] for p in flown]
    known = [h for h in heights if h is not None]
    text = (
        f"None of the {len(flown)} flights from {place} is seen by the radar at "
        f"{radar_name(summary)} at any cross section or elevation limit of this study"
    )
    if known and max(known) < 0.0:
        best = f"{-math.degrees(max(known)):.1f}°"
        return f"{text}: the one that stands highest stays {best} below its horizon."
    return text + "."


def _on_coverage(summary: Summary) -> list[str]:
    """How far the radar sees, and whether what it needs for North Korea holds it back."""
    name, at = radar_name(summary), _headline(summary)
    radar = next(r for r in summary["radars"] if r["id"] == summary["added_radar"])
    geometry = summary["geometry"]
    sections = summary["view"]["cross_sections_m2"]
    ranges = [
        f"{words.km(r)} at {section(s)}"
        for s, r in zip(sections, radar["track_range_m"]["value"], strict=True)
    ]
    out = [
        f"Cued, the radar equation gives the radar {words.listed(ranges)}; the curvature of the "
        "Earth hides what is low. " + _lowest(geometry)
    ]
    turn = summary["turning"]
    if turn["north_korea"] is not None:
        out.append(turned(summary))
    rows = [(code, total(summary, code, at)) for code in summary["countries"]]
    found = [
        f"{some(row['seen'][summary['added_radar']])} of {row['flown']} flights from {country(code)}"
        for code, row in rows
    ]
    beyond = any(row["seen"][summary["added_radar"]] for _, row in rows)
    opening = "So the coverage does go beyond North Korea: in" if beyond else "In"
    out.append(
        f"{opening} the directions that it has to watch for its task, {name} sees "
        f"{words.listed(found)} at {section(at)}. The launch areas themselves lie below its horizon; "
        "flights come into view as they climb. What is needed for defence, and how much is too "
        "much, is not a number of this study."
    )
    return out


def _lowest(geometry: Summary) -> str:
    parts = []
    for line in geometry["lines"]:
        at = {
            round(r / 1e3): low
            for r, low in zip(geometry["range_m"], line["lowest_m"], strict=True)
        }
        parts.append(
            f"at {line['elevation_deg']:g}° nothing below {words.km(at[1000])} is in view at "
            f"1,000{NB}km, nothing below {words.km(at[2000])} at 2,000{NB}km"
        )
    text = "; ".join(parts)
    return text[:1].upper() + text[1:] + "."


def turned(summary: Summary) -> str:
    """What turning the radar within, and beyond, its task would change."""
    turn, at = summary["turning"], _headline(summary)
    needed = turn["north_korea"]
    curve = next(c for c in turn["curves"] if c["limit"] == "given" and c["cross_section_m2"] == at)
    code = summary["countries"][0]
    counts, bearings = curve[f"{code} flights"], turn["boresight_deg"]
    full = [i for i, share in enumerate(needed["share_held"]) if share > 0.999]
    most = max(counts)
    best = [i for i, n in enumerate(counts) if n == most]
    if not full:
        return "No direction holds all the North Korean launch sites."
    inside = [counts[i] for i in full]
    span = (
        f"{min(inside):.0f}"
        if min(inside) == max(inside)
        else f"{min(inside):.0f} to {max(inside):.0f}"
    )
    west, east = (f"{end:.0f}°" for end in turn["span_deg"])
    text = (
        f"Every direction from {west} over north to {east} keeps all {needed['sites']} North Korean "
        f"launch sites in the sector, and with any of them the radar sees {span} of the flights "
        f"from {country(code)}. "
    )
    if set(best) & set(full):
        text += (
            f"No other direction sees more than {most:.0f}: at {section(at)} the flights pass where "
            "the radar has to look for its task anyway. "
        )
    else:
        at_best = min(best, key=lambda i: -needed["share_held"][i])
        text += (
            f"Turned to {bearings[at_best]:.0f}° it would see {most:.0f} and hold "
            f"{100.0 * needed['share_held'][at_best]:.0f}{NB}% of the directions of those sites. "
        )
    return text + _pointed(summary, curve)


def _pointed(summary: Summary, curve: Summary) -> str:
    """The radar pointed at the launch areas, and what that would cost."""
    turn = summary["turning"]
    needed = turn["north_korea"]
    code = summary["countries"][0]
    at = min(range(len(turn["boresight_deg"])), key=lambda i: abs(turn["boresight_deg"][i] - 270.0))
    held = needed["points_held"][at]
    return (
        f"Pointed west at the interior of {country(code)}, at {turn['boresight_deg'][at]:.0f}°, it "
        f"would see {curve[f'{code} flights'][at]:.0f} and keep "
        f"{100.0 * needed['share_held'][at]:.0f}{NB}% of the North Korean directions, "
        f"{few(held)} of {few(len(needed['points']))} named launch points."
    )
