"""Am I defended? A town looked up, and one sentence about it in English and Korean."""

import difflib
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final, NamedTuple

from shieldmap import catalog, footprint, geodata, naming, questions, terms
from shieldmap.answers.at_place import judged_at, reason_of, share_of_samples, worst_first
from shieldmap.answers.sensitivity import Asked, decider_of, is_defended, place_of
from shieldmap.answers.session import Session
from shieldmap.answers.state import State, base_of
from shieldmap.campaign import Case, Study
from shieldmap.model import Event
from shieldmap.scenario import Asset, Scenario, ScenarioError
from shieldmap.terms import End

MATCHES: Final = 8
# Endings that people leave out or change; the longest first.
_ENDINGS: Final = (
    "특별자치시",
    "특별자치도",
    "특별시",
    "광역시",
    "시",
    "군",
    "구",
    "읍",
    "면",
    "동",
    "도",
)
_LATIN_ENDINGS: Final = ("-si", "-gun", "-gu", "-do", " city", " county")
_SMALLEST: Final = "neighbourhood"
_WHOLE: Final = 1
_NO_MATCH: Final = 9
_CLOSE: Final = 3
_ALIKE: Final = 0.72
_OLD_LETTERS: Final = (("ch", "j"), ("p", "b"), ("t", "d"), ("k", "g"))


class _Known(NamedTuple):
    """A place that can be looked up: its names without endings, and what is told of it.

    ``bare`` are its English and Korean names before they are told apart; ``is_province`` marks a
    town that is a division of the first level itself.
    """

    names: tuple[str, ...]
    stems: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]
    spot: dict[str, Any]
    bare: tuple[str, str] = ("", "")
    is_province: bool = False


def find(state: State, text: str) -> list[dict[str, Any]]:
    """Towns and assets whose Korean or English name fits a text, the best and largest first.

    Parameters
    ----------
    text : a name or a part of one; case, accents, spaces, hyphens and endings such as 시 or -si do
        not count.
    """
    ranked = _ranked(base_of(state), text)
    return [known.spot for _, known in ranked[:MATCHES]] or _alike(base_of(state), _stem(text))


def named(scenario: Scenario, text: str, *, whole: bool = False) -> list[dict[str, Any]]:
    """The towns and assets of a scenario that a text can mean: one, or all among which it leaves open.

    One label is one place. Otherwise the best matches count, towns and assets before neighbourhoods;
    of cities of one name that which is a province itself is meant. Nothing where no name fits.

    Parameters
    ----------
    whole : a part of a name is not enough; its ending may be left out, its province put before it.
    """
    ranked = [entry for entry in _ranked(scenario, text) if not whole or entry[0] <= _WHOLE]
    spots = [known.spot for _, known in ranked]
    wanted = naming.plain(text)
    exact = [s for s in spots if wanted in (naming.plain(s["name"]), naming.plain(s["name_ko"]))]
    if exact:
        return exact
    best = [known for rank, known in ranked if rank == ranked[0][0]]
    large = [known for known in best if known.spot["kind"] != _SMALLEST] or best
    itself = [known for known in large if known.is_province]
    return [known.spot for known in (itself if len(itself) == 1 else large)]


def meant(scenario: Scenario, text: str) -> dict[str, Any]:
    """The one place that a text means, or that is written nearly so.

    Raises
    ------
    ScenarioError : no name fits, or several do; the sentence lists their labels.
    """
    found = named(scenario, text) or _alike(scenario, _stem(text))
    if len(found) == 1:
        return found[0]
    if not found:
        raise ScenarioError(
            f"'{text}' is no town of the map pack: expected a name such as Daegu or 대구"
        )
    raise ScenarioError(f"'{text}' can be {choices(found, text)}")


def choices(found: list[dict[str, Any]], text: str) -> str:
    """The labels among which a text leaves open, in the language that it is written in."""
    is_korean = any("가" <= letter <= "힣" for letter in unicodedata.normalize("NFC", text))
    labels = [row["name_ko"] if is_korean and row["name_ko"] else row["name"] for row in found]
    listed = ", ".join(labels[:MATCHES])
    rest = f" and {len(labels) - MATCHES} more" if len(labels) > MATCHES else ""
    return f"{len(labels)} places: expected one of {listed}{rest}"


def namesakes(scenario: Scenario, name: str) -> list[dict[str, Any]]:
    """The other places that bear the bare name of the place of a label."""
    everything = _known_of(scenario)
    here = {naming.plain(name)}
    own = [known for known in everything if here & set(_labels(known))]
    bare = here | {part for known in own for part in known.bare if part}
    return [
        known.spot
        for known in everything
        if bare & set(known.bare) and not here & set(_labels(known))
    ]


def _labels(known: _Known) -> tuple[str, str]:
    return naming.plain(known.spot["name"]), naming.plain(known.spot["name_ko"])


def _ranked(scenario: Scenario, text: str) -> list[tuple[int, _Known]]:
    """Every place whose name fits a text with its rank, the best and largest first."""
    wanted, stem = _plain(text), _stem(text)
    if not wanted:
        return []
    words = _words(text)
    ranked = []
    for order, known in enumerate(_known_of(scenario)):
        rank = _rank(wanted, stem, words, known)
        if rank < _NO_MATCH:
            ranked.append((rank, -known.spot["people"], order, known))
    ranked.sort(key=lambda row: row[:3])
    return [(rank, known) for rank, _, _, known in ranked]


def _alike(scenario: Scenario, stem: str) -> list[dict[str, Any]]:
    """Towns whose names are written nearly so, where nothing fits: older romanisations and slips."""
    letters: dict[str, list[_Known]] = {}
    for known in _known_of(scenario):
        if known.spot["kind"] != _SMALLEST:
            for key in known.stems:
                letters.setdefault(unicodedata.normalize("NFD", key), []).append(known)
    for old, new in _OLD_LETTERS:
        # The romanisation before 2000: Pusan, Taegu, Kwangju, Cheju.
        now = stem.replace(old, new, 1)
        if stem.startswith(old) and now in letters:
            itself = [known for known in letters[now] if known.is_province]
            return [known.spot for known in itself or letters[now]]
    close = difflib.get_close_matches(
        unicodedata.normalize("NFD", stem), letters, n=3, cutoff=_ALIKE
    )
    return [known.spot for key in close for known in letters[key]][:_CLOSE]


def _rank(wanted: str, stem: str, words: tuple[str, ...], known: _Known) -> int:
    """0 for the very name, 1 but for its ending, 2 at its beginning, 3 word by word, 4 inside."""
    if wanted in known.names:
        return 0
    if stem in known.stems:
        return 1
    if any(name.startswith(wanted) for name in known.names):
        return 2
    if len(words) > 1 and any(_holds(own, words) for own in known.words):
        return 3
    if len(wanted) >= 2 and any(wanted in name for name in known.names):
        return 4
    return _NO_MATCH


def _holds(own: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether each word begins a word of a name, in the same order."""
    rest = iter(own)
    return all(any(one.startswith(word) for one in rest) for word in words)


def _plain(text: str) -> str:
    """Lower case without accents, spaces and hyphens; Hangul is composed."""
    split = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c for c in split if not unicodedata.combining(c) and c.isalnum())
    return unicodedata.normalize("NFC", kept)


def _stem(text: str) -> str:
    """A name without the ending that says what kind of place it is."""
    lowered = " ".join(text.casefold().split())
    for ending in _LATIN_ENDINGS:
        lowered = lowered.removesuffix(ending)
    plain = _plain(lowered)
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) > len(ending) + 1:
            return plain.removesuffix(ending)
    return plain


def _words(text: str) -> tuple[str, ...]:
    """The words of a name without their endings."""
    return tuple(stem for word in re.split(r"[\s·,]+", text) if (stem := _stem(word)))


def _known_of(scenario: Scenario) -> tuple[_Known, ...]:
    """Every town, asset and neighbourhood that can be looked up for a scenario."""
    country = scenario.towns.country if scenario.towns is not None else scenario.grid.country
    names, names_ko = footprint.asset_labels(scenario)
    return _known(country, scenario.assets, tuple(names), tuple(names_ko))


@lru_cache(maxsize=12)
def _known(
    country: str, assets: tuple[Asset, ...], names: tuple[str, ...], names_ko: tuple[str, ...]
) -> tuple[_Known, ...]:
    """Towns, then assets that are no cities, then neighbourhoods, made ready once."""
    found = [*_towns(country)]
    for asset, name, name_ko in zip(assets, names, names_ko, strict=True):
        if asset.kind != "city":
            spot = _spot(name, name_ko, asset.kind, asset.latitude_deg, asset.longitude_deg, 0)
            found.append(_made((asset.name, asset.name_ko), spot))
    if country == "KOR":
        near = geodata.neighbourhoods(country)
        for row in range(len(near.name_ko)):
            name = str(near.name_ko[row])
            spot = _spot(
                name,
                name,
                _SMALLEST,
                near.latitude_deg[row],
                near.longitude_deg[row],
                near.population[row],
            )
            found.append(_made(("", name), spot))
    return tuple(found)


def _towns(country: str) -> Iterator[_Known]:
    towns, labels = geodata.towns(country), naming.towns(country)
    for row in range(len(towns.name)):
        bare = str(towns.name[row]), str(towns.name_ko[row])
        name, name_ko = labels.label[row], labels.label_ko[row]
        spot = _spot(
            name,
            name_ko,
            "town",
            towns.latitude_deg[row],
            towns.longitude_deg[row],
            towns.population[row],
        )
        made = _made(bare, spot, labels.province[row])
        is_province = labels.is_province[row]
        yield made._replace(is_province=is_province)


def _made(bare: tuple[str, str], spot: dict[str, Any], province: str = "") -> _Known:
    """A place made ready: its labels are names too, and its province may stand before its name."""
    names = tuple(dict.fromkeys(filter(None, (*bare, spot["name"], spot["name_ko"]))))
    korean = naming.PROVINCES_KO.get(province, "")
    before = [(province, bare[0]), (korean, bare[1]), (f"{korean}도" if korean else "", bare[1])]
    phrases = [f"{first} {name}" for first, name in before if first and name]
    return _Known(
        tuple(plain for given in names if (plain := _plain(given))),
        tuple(stem for given in (*names, *phrases) if (stem := _stem(given))),
        tuple(_words(given) for given in (*names, *phrases)),
        spot,
        (naming.plain(bare[0]), naming.plain(bare[1])),
    )


def _spot(
    name: str, name_ko: str, kind: str, latitude: float, longitude: float, people: int
) -> dict[str, Any]:
    return {
        "name": name,
        "name_ko": name_ko,
        "kind": kind,
        "latitude_deg": round(float(latitude), 4),
        "longitude_deg": round(float(longitude), 4),
        "people": int(people),
    }


def defended(
    session: Session,
    state: State,
    latitude_deg: float,
    longitude_deg: float,
    name: str,
    name_ko: str,
) -> dict[str, Any]:
    """What a place is defended against: a row for every threat, and one sentence in two languages."""
    this = session.study(state, sampled=True, every_threat=True)
    judged = judged_at(this, latitude_deg, longitude_deg)
    warnings = {
        (row["threat"], row["launch_point"]): row
        for row in questions.warning(this, latitude_deg, longitude_deg)["rows"]
    }
    points = {point.id: point.name for point in this.scenario.launch_points}
    rows = []
    for threat in this.scenario.threats:
        cases = [entry for entry in judged if entry[0].threat_id == threat.id]
        entry = catalog.missile(threat.missile)
        row: dict[str, Any] = {
            "threat": threat.id,
            "missile": entry.id,
            "name": entry.name,
            "name_ko": entry.name_ko,
            "trajectory": threat.trajectory,
            "apogee_km": threat.apogee_km,
            "launch_points": len(cases),
        }
        rows.append(row | _row(this, cases, warnings, points))
    names = (name or f"{latitude_deg:.2f}, {longitude_deg:.2f}", name_ko or name)
    told = sentences(names[0], names[1] or names[0], rows, is_changed=state.is_set_by_hand)
    others = namesakes(this.scenario, name) if name else []
    if others:
        listed = ", ".join(row["name"] for row in others)
        listed_ko = ", ".join(row["name_ko"] or row["name"] for row in others)
        told["sentence_en"] += f" There is another place of this name: {listed}."
        told["sentence_ko"] += f" 이름이 같은 곳이 또 있습니다: {listed_ko}."
    return {
        "name": names[0],
        "name_ko": names[1] or names[0],
        "latitude_deg": latitude_deg,
        "longitude_deg": longitude_deg,
        "rows": rows,
        "others": others,
        **told,
    }


def _row(
    this: Study,
    cases: list[tuple[Case, Asked | None, str]],
    warnings: dict[tuple[str, str], dict[str, Any]],
    points: dict[str, str],
) -> dict[str, Any]:
    """One threat: the worst launch point, how many are met, warning, and what decides."""
    asked = [one for _, one, _ in cases if one is not None]
    if not asked:
        is_computed = all(status == "not-threatened" for _, _, status in cases)
        status = "not-threatened" if is_computed else "not-flown"
        return {"status": status, "defended": False, "defended_from": 0}
    asked = worst_first(this, asked)
    worst = asked[0]
    value = worst.judged.engagements
    warned = warnings[worst.case.threat_id, worst.case.launch_id]
    return {
        "status": "threatened",
        "reached_from": len(asked),
        "defended_from": sum(is_defended(this, one) for one in asked),
        "launch_point": worst.case.launch_id,
        "launch_point_name": points[worst.case.launch_id],
        "defended": all(is_defended(this, one) for one in asked),
        "defended_bad": all(is_defended(this, one, End.BAD) for one in asked),
        "defended_good": all(is_defended(this, one, End.GOOD) for one in asked),
        "share_of_samples": share_of_samples(this, asked),
        "decides": decider_of(place_of(this, asked)),
        "reason": reason_of(worst),
        "shots": int(value.shots[0]),
        "time_of_flight_s": float(worst.judged.flights.event_time_s[0, Event.IMPACT]),
        "after_cue_s": warned.get("after_cue_s"),
        "after_radar_s": warned.get("after_radar_s"),
        "points": [
            (one.case.launch_id, points[one.case.launch_id].split()[0].strip(",")) for one in asked
        ],
    }


# ---------------------------------------------------------------------------------------------
# Words

_POINTS_KO: Final = {
    "hwangju": "황주",
    "kittaeryong": "깃대령",
    "wonsan": "원산",
    "sukchon": "숙천",
    "sunchon": "순천",
    "kusong": "구성",
    "tonghae": "동해(무수단리)",
    "samjiyon": "삼지연",
}


def sentences(
    name: str, name_ko: str, rows: list[dict[str, Any]], *, is_changed: bool = False
) -> dict[str, str]:
    """The answer in one sentence, in English and in Korean.

    Parameters
    ----------
    is_changed : numbers were set by hand, so that the values are not the published ones.
    """
    met = [row for row in rows if row["status"] == "threatened"]
    if not met:
        return {
            "sentence_en": f"None of the {len(rows)} flights of this study reaches {name}.",
            "sentence_ko": f"이 연구에서 다룬 비행 {len(rows)}가지는 {name_ko}에 이르지 않습니다.",
        }
    safe = [row for row in met if row["defended"]]
    decides = _most_common([row["decides"] for row in met])
    # A warning that comes after the impact is none.
    cues = [max(row["after_cue_s"][0], 0.0) for row in met if row["after_cue_s"]]
    seconds = _span(*(f"{round(end(cues)):,}" for end in (min, max)))
    count = f"{len(safe)} of the {len(met)}" if safe else f"none of the {len(met)}"
    english = (
        f"By the {'values set here' if is_changed else 'published values'} {name} is defended against {count} missile flights that reach it"
        f"{_named(safe)}, whichever of their launch points ({_points(met)}) they come from; over the "
        f"published ranges the shots fit in {_shares(met)} of the samples"
    )
    what = (
        f"{len(safe)}가지{_named(safe, korean=True)}에 대해 방어됩니다"
        if safe
        else ("어느 것에 대해서도 방어되지 않습니다")
    )
    korean = (
        f"{'여기서 정한' if is_changed else '공개된'} 수치로 보면, {name_ko}에 이르는 미사일 비행 {len(met)}가지 가운데 {what}"
        f" (발사 지점 {_points(met, korean=True)} 모두를 살펴봄). 공개된 가정의 범위에서는 표본의 "
        f"{_shares(met, korean=True)}에서 요격이 가능합니다"
    )
    if decides is not None:
        english += f"; {terms.ASSUMPTIONS[decides].short.en} decides most often"
        korean += f". 결과를 가장 자주 가르는 것은 {terms.ASSUMPTIONS[decides].short.ko}입니다"
    english += f"; {seconds} seconds pass from the early warning to the impact."
    korean += f". 조기경보에서 탄착까지 {seconds}초입니다."
    return {"sentence_en": english, "sentence_ko": korean}


def _span(low: int | str, high: int | str) -> str:
    return str(low) if low == high else f"{low}–{high}"


def _flight(row: dict[str, Any], *, korean: bool = False) -> str:
    """A flight by the missile's short name, and how it is lofted or depressed."""
    name: str = row["name_ko"] if korean and row["name_ko"] else row["name"]
    if row["trajectory"] == "minimum-energy":
        return name.partition(" (")[0]
    short = terms.CLASSES[row["trajectory"]].short
    path = short["ko" if korean else "en"]
    height = "" if row["apogee_km"] is None else f" {row['apogee_km']:g} km"
    return f"{name.partition(' (')[0]} {path}{height}"


def _named(rows: list[dict[str, Any]], *, korean: bool = False) -> str:
    """The flights by name, in brackets; those of one missile differ by their path."""
    names = [_flight(row, korean=korean) for row in rows]
    return f" ({', '.join(names)})" if names else ""


def _points(rows: list[dict[str, Any]], *, korean: bool = False) -> str:
    """The launch points looked at, each once."""
    found = dict.fromkeys(point for row in rows for point in row["points"])
    return ", ".join(_POINTS_KO.get(p, name) if korean else name for p, name in found)


def _shares(rows: list[dict[str, Any]], *, korean: bool = False) -> str:
    """The least and the greatest share of the samples, with the flights that they belong to."""
    known = [row for row in rows if row["share_of_samples"] is not None]
    least = min(known, key=lambda row: row["share_of_samples"])
    most = max(known, key=lambda row: row["share_of_samples"])
    low, high = (round(100 * row["share_of_samples"]) for row in (least, most))
    if low == high:
        return f"{low} %" if not korean else f"{low}%"
    ends = f"{_flight(least, korean=korean)}", f"{_flight(most, korean=korean)}"
    return (
        f"{low}% ({ends[0]})~{high}% ({ends[1]})"
        if korean
        else (f"{low} % ({ends[0]}) to {high} % ({ends[1]})")
    )


def _most_common(values: list[str | None]) -> str | None:
    known = [value for value in values if value is not None]
    return max(dict.fromkeys(known), key=known.count) if known else None
