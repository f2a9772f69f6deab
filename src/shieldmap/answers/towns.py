"""Am I defended? A town looked up, and one sentence about it in English and Korean."""

import difflib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

from shieldmap import (
    campaign,
    footprint,
    formats,
    geodata,
    naming,
    questions,
    terms,
    words,
)
from shieldmap.answers.at_place import drawn_verdict, headline_reason, judged_at, worst_first
from shieldmap.answers.sensitivity import SensitivityAsked, decider_of, hardest_place, is_defended
from shieldmap.answers.session import Session
from shieldmap.answers.state import State, base_of
from shieldmap.campaign import Case, Study
from shieldmap.model import Event
from shieldmap.results import Town, TownDefended, TownNotThreatened, TownThreatened
from shieldmap.results.questions import UnwarnedFlight, WarnedFlight
from shieldmap.scenario import Asset, LaunchPoint, PeopledPlace, Scenario, ScenarioError
from shieldmap.terms import End
from shieldmap.words import t

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
WORDS: Final = ("holds", "hangs", "fails")
"""The verdicts of joint draws, in the order in which a sentence tells them."""
_SMALLEST: Final = "neighbourhood"
_WHOLE: Final = 1
_NO_MATCH: Final = 9
_CLOSE: Final = 3
_ALIKE: Final = 0.72
_OLD_LETTERS: Final = (("ch", "j"), ("p", "b"), ("t", "d"), ("k", "g"))


TownRow = TownThreatened | TownNotThreatened


class _Known(NamedTuple):
    """A place that can be looked up: its names without endings, and what is told of it.

    ``bare`` are its English and Korean names before they are told apart; ``is_province`` marks a
    town that is a division of the first level itself.
    """

    names: tuple[str, ...]
    stems: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]
    spot: Town
    bare: tuple[str, str] = ("", "")
    is_province: bool = False


def find(state: State, text: str) -> list[Town]:
    """Towns and assets whose Korean or English name fits a text, the best and largest first.

    Parameters
    ----------
    text : a name or a part of one; case, accents, spaces, hyphens and endings such as 시 or -si do
        not count.
    """
    ranked = _towns_ranked(base_of(state), text)
    return [known.spot for _, known in ranked[:MATCHES]] or _alike(base_of(state), _stem(text))


def towns_named(scenario: Scenario, text: str, *, whole: bool = False) -> list[Town]:
    """The towns and assets of a scenario that a text can mean: one, or all among which it leaves open.

    One label is one place. Otherwise the best matches count, towns and assets before neighbourhoods;
    of cities of one name that which is a province itself is meant. Nothing where no name fits.

    Parameters
    ----------
    whole : a part of a name is not enough; its ending may be left out, its province put before it.
    """
    ranked = [entry for entry in _towns_ranked(scenario, text) if not whole or entry[0] <= _WHOLE]
    spots = [known.spot for _, known in ranked]
    wanted = naming.plain(text)
    exact = [s for s in spots if wanted in (naming.plain(s.name), naming.plain(s.name_ko))]
    if exact:
        return exact
    best = [known for rank, known in ranked if rank == ranked[0][0]]
    large = [known for known in best if known.spot.kind != _SMALLEST] or best
    itself = [known for known in large if known.is_province]
    return [known.spot for known in (itself if len(itself) == 1 else large)]


def meant(scenario: Scenario, text: str) -> Town:
    """The one place that a text means, or that is written nearly so.

    Raises
    ------
    ScenarioError : no name fits, or several do; the sentence lists their labels.
    """
    found = towns_named(scenario, text) or _alike(scenario, _stem(text))
    if len(found) == 1:
        return found[0]
    if not found:
        raise ScenarioError(
            f"'{text}' is no town of the map pack: expected a name such as Daegu or 대구"
        )
    raise ScenarioError(f"'{text}' can be {choices(found, text)}")


def choices(found: list[Town], text: str) -> str:
    """The labels among which a text leaves open, in the language that it is written in."""
    is_korean = any("가" <= letter <= "힣" for letter in unicodedata.normalize("NFC", text))
    labels = [row.name_ko if is_korean and row.name_ko else row.name for row in found]
    listed = ", ".join(labels[:MATCHES])
    rest = f" and {len(labels) - MATCHES} more" if len(labels) > MATCHES else ""
    return f"{len(labels)} places: expected one of {listed}{rest}"


def namesakes(scenario: Scenario, name: str) -> list[Town]:
    """The other places that bear the bare name of the place of a label."""
    everything = _known_of(scenario)
    here = {naming.plain(name)}
    own = [known for known in everything if here & set(_town_labels(known))]
    bare = here | {part for known in own for part in known.bare if part}
    return [
        known.spot
        for known in everything
        if bare & set(known.bare) and not here & set(_town_labels(known))
    ]


def _town_labels(known: _Known) -> tuple[str, str]:
    return naming.plain(known.spot.name), naming.plain(known.spot.name_ko)


def _towns_ranked(scenario: Scenario, text: str) -> list[tuple[int, _Known]]:
    """Every place whose name fits a text with its rank, the best and largest first."""
    wanted, stem = _plain(text), _stem(text)
    if not wanted:
        return []
    words = _words(text)
    ranked = []
    for order, known in enumerate(_known_of(scenario)):
        rank = _rank(wanted, stem, words, known)
        if rank < _NO_MATCH:
            ranked.append((rank, -known.spot.people, order, known))
    ranked.sort(key=lambda row: row[:3])
    return [(rank, known) for rank, _, _, known in ranked]


def _alike(scenario: Scenario, stem: str) -> list[Town]:
    """Towns whose names are written nearly so, where nothing fits: older romanisations and slips."""
    letters: dict[str, list[_Known]] = {}
    for known in _known_of(scenario):
        if known.spot.kind != _SMALLEST:
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
    """Every town, asset, place and neighbourhood that can be looked up for a scenario."""
    countries = scenario.grid.country if scenario.towns is None else scenario.towns.country
    names, names_ko = footprint.asset_labels(scenario)
    return _known_towns(countries, scenario.places, scenario.assets, tuple(names), tuple(names_ko))


@lru_cache(maxsize=12)
def _known_towns(
    countries: tuple[str, ...],
    places: tuple[PeopledPlace, ...],
    assets: tuple[Asset, ...],
    names: tuple[str, ...],
    names_ko: tuple[str, ...],
) -> tuple[_Known, ...]:
    """Towns, then own places and assets that are no cities, then neighbourhoods, made ready once."""
    found = [known for code in countries for known in _towns(code)]
    for own in places:
        at = own.latitude_deg, own.longitude_deg
        spot = _spot(own.name, own.name_ko, "town", *at, round(own.people))
        found.append(_made((own.name, own.name_ko), spot))
    for asset, name, name_ko in zip(assets, names, names_ko, strict=True):
        if asset.kind != "city":
            spot = _spot(name, name_ko, asset.kind, asset.latitude_deg, asset.longitude_deg, 0)
            found.append(_made((asset.name, asset.name_ko), spot))
    if "KOR" in countries:
        near = geodata.neighbourhoods("KOR")
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
    towns, labels = geodata.towns(country), naming.town_labels(country)
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


def _made(bare: tuple[str, str], spot: Town, province: str = "") -> _Known:
    """A place made ready: its labels are names too, and its province may stand before its name."""
    names = tuple(dict.fromkeys(filter(None, (*bare, spot.name, spot.name_ko))))
    korean = geodata.PROVINCES_KO.get(province, "")
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
) -> Town:
    return Town(
        name=name,
        name_ko=name_ko,
        kind=kind,
        latitude_deg=round(float(latitude), 4),
        longitude_deg=round(float(longitude), 4),
        people=int(people),
    )


@campaign.threads(1)
def defended(
    session: Session,
    state: State,
    latitude_deg: float,
    longitude_deg: float,
    name: str,
    name_ko: str,
) -> TownDefended:
    """What a place is defended against: a row for every threat, and one sentence in two languages."""
    this = session.study(state, every_threat=True)
    judged = judged_at(this, latitude_deg, longitude_deg)
    spread = session.drawn_at(this, latitude_deg, longitude_deg)
    warnings = {
        (row.threat, row.launch_point): row
        for row in questions.warning(this, name, latitude_deg, longitude_deg).rows
    }
    points = {point.id: point for point in this.scenario.launch_points}
    rows = []
    for threat in this.scenario.threats:
        cases = [entry for entry in judged if entry[0].threat_id == threat.id]
        entry = this.scenario.catalogue.missile(threat.missile)
        flown = {
            "threat": threat.id,
            "missile": entry.id,
            "name": entry.name,
            "name_ko": entry.name_ko,
            "trajectory": threat.trajectory,
            "apogee_km": threat.apogee_km,
            "launch_points": len(cases),
        }
        drawn = drawn_verdict(spread, footprint.cases_of_threat(this, threat.id))
        rows.append(_threat_row(this, cases, warnings, points, flown | drawn))
    names = (name or f"{latitude_deg:.2f}, {longitude_deg:.2f}", name_ko or name)
    others = namesakes(this.scenario, name) if name else []
    told = sentences(*names, rows, others)
    return TownDefended(
        name=names[0],
        name_ko=names[1] or names[0],
        latitude_deg=latitude_deg,
        longitude_deg=longitude_deg,
        rows=tuple(rows),
        others=tuple(others),
        **told,
    )


def _threat_row(
    this: Study,
    cases: list[tuple[Case, SensitivityAsked | None, str]],
    warnings: dict[tuple[str, str], WarnedFlight | UnwarnedFlight],
    points: dict[str, LaunchPoint],
    flown: dict[str, Any],
) -> TownRow:
    """One threat: the worst launch point, how many are met, warning, and what decides."""
    asked = [one for _, one, _ in cases if one is not None]
    if not asked:
        is_computed = all(status == "not-threatened" for _, _, status in cases)
        status = "not-threatened" if is_computed else "not-flown"
        told = {key: flown[key] for key in flown if key in TownNotThreatened.model_fields}
        return TownNotThreatened(**told, status=status, defended=False, defended_from=0)
    asked = worst_first(this, asked)
    worst = asked[0]
    value = worst.judged.engagements
    warned = warnings[worst.case.threat_id, worst.case.launch_id]
    return TownThreatened(
        **flown,
        status="threatened",
        reached_from=len(asked),
        defended_from=sum(is_defended(this, one) for one in asked),
        launch_point=worst.case.launch_id,
        launch_point_name=points[worst.case.launch_id].name,
        defended=all(is_defended(this, one) for one in asked),
        defended_bad=all(is_defended(this, one, End.BAD) for one in asked),
        defended_good=all(is_defended(this, one, End.GOOD) for one in asked),
        decides=_decider(flown["hangs_on"]) or decider_of(hardest_place(this, asked)),
        reason=headline_reason(worst),
        shots=int(value.shots[0]),
        time_of_flight_s=float(worst.judged.flights.event_time_s[0, Event.IMPACT]),
        after_cue_s=warned.after_cue_s if isinstance(warned, WarnedFlight) else None,
        after_radar_s=warned.after_radar_s if isinstance(warned, WarnedFlight) else None,
        points=tuple(_named_shortly(points[one.case.launch_id]) for one in asked),
    )


# ---------------------------------------------------------------------------------------------
# Words


def sentences(
    name: str, name_ko: str, rows: Sequence[TownRow], others: Sequence[Town] = ()
) -> dict[str, str]:
    """The answer in one sentence, in English and in Korean.

    Parameters
    ----------
    others : other places of this name, which are told of as well.
    """
    told = {}
    for language in terms.LANGUAGES:
        with words.using(language):
            sentence = _sentence(words.name_of(name, name_ko), rows)
            if others:
                labels = [words.name_of(row.name, row.name_ko) for row in others]
                sentence += " " + t("town_others", names=", ".join(labels))
            told[f"sentence_{language}"] = sentence
    return told


def _sentence(name: str, rows: Sequence[TownRow]) -> str:
    """The answer in the reader's language: what holds, what hangs on which number, what fails."""
    met = [row for row in rows if isinstance(row, TownThreatened)]
    if not met:
        return t("town_none", flights=len(rows), name=name)
    by_word = {word: [row for row in met if row.verdict == word] for word in WORDS}
    # A warning that comes after the impact is none.
    cues = [max(row.after_cue_s[0], 0.0) for row in met if row.after_cue_s]
    return t(
        "town_sentence",
        name=name,
        met=len(met),
        verdicts=formats.listed([_verdict_told(word, of) for word, of in by_word.items() if of]),
        draws=max(row.draws or 0 for row in met),
        points=_points(met),
        seconds=formats.span(formats.number(min(cues)), formats.number(max(cues))),
    )


def _verdict_told(word: str, rows: Sequence[TownThreatened]) -> str:
    """Against how many flights a verdict is given, and which: ``fails against 2 (Hwasong-5)``."""
    said = {"n": len(rows), "flights": ", ".join(_flight_named(row) for row in rows)}
    if word != "hangs":
        return t(f"town_{word}", **said)
    on = _most_common([_decider(row.hangs_on) for row in rows])
    what = t("verdict_several") if on is None else words.of(terms.ASSUMPTIONS[on].short)
    return t("town_hangs", what=what, **said)


def _decider(name: str | None) -> str | None:
    """The assumption that a verdict hangs on; nothing where no one alone turns it."""
    return name if name in terms.ASSUMPTIONS else None


def _flight_named(row: TownRow) -> str:
    """A flight by the missile's short name, and how it is lofted or depressed."""
    name = words.name_of(row.name, row.name_ko).partition(" (")[0]
    if row.trajectory == "minimum-energy":
        return name
    path = words.of(terms.CLASSES[row.trajectory].short)
    height = "" if row.apogee_km is None else f" {formats.measured(row.apogee_km, 'km')}"
    return f"{name} {path}{height}"


def _points(rows: Sequence[TownThreatened]) -> str:
    """The launch points looked at, each once."""
    found = dict.fromkeys(point for row in rows for point in row.points)
    return ", ".join(words.name_of(name, name_ko) for _, name, name_ko in found)


def _named_shortly(point: LaunchPoint) -> tuple[str, str, str]:
    """A launch point by its id, and its names without what tells where it lies."""
    name, name_ko = (re.split(r" ?\(|, ", one)[0] for one in (point.name, point.name_ko))
    return point.id, name, name_ko


def _most_common(values: list[str | None]) -> str | None:
    known = [value for value in values if value is not None]
    return max(dict.fromkeys(known), key=known.count) if known else None
