"""A town looked up by its name: which places of a scenario can a text mean?

Apart from what is told of a town: a name alone needs no study, no judging and none of their kernels.
"""

import difflib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from shieldmap import geodata, naming
from shieldmap.results import Town
from shieldmap.scenario import Asset, PeopledPlace, Scenario, ScenarioError

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


@dataclass(frozen=True)
class _Known:
    """A place that can be looked up; what a search compares is made when it is first compared.

    ``bare`` are its English and Korean names before they are told apart; ``is_province`` marks a
    town that is a division of the first level itself.
    """

    spot: Town
    bare: tuple[str, str]
    province: str = ""
    is_province: bool = False

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Its names without accents and spaces: bare ones and labels."""
        return tuple(plain for given in self._given if (plain := _plain(given)))

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """Its names without their endings, its province before some of them."""
        return tuple(stem for given in self._phrases if (stem := _stem(given)))

    @cached_property
    def words(self) -> tuple[tuple[str, ...], ...]:
        """The words of each name without their endings."""
        return tuple(_words(given) for given in self._phrases)

    @cached_property
    def labels(self) -> frozenset[str]:
        """What it is called where no other is."""
        return frozenset((naming.plain(self.spot.name), naming.plain(self.spot.name_ko)))

    @cached_property
    def bare_names(self) -> frozenset[str]:
        """The names that others may bear as well."""
        return frozenset(naming.plain(name) for name in self.bare if name)

    @property
    def _given(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(filter(None, (*self.bare, self.spot.name, self.spot.name_ko))))

    @property
    def _phrases(self) -> tuple[str, ...]:
        """Its labels are names too, and its province may stand before its name."""
        english, korean = self.bare
        province_ko = geodata.PROVINCES_KO.get(self.province, "")
        before = [(self.province, english), (province_ko, korean)]
        before += [(f"{province_ko}도", korean)] if province_ko else []
        return (*self._given, *(f"{first} {name}" for first, name in before if first and name))


def best(scenario: Scenario, text: str) -> list[Town]:
    """Towns and assets whose Korean or English name fits a text, the best and largest first.

    Parameters
    ----------
    text : a name or a part of one; case, accents, spaces, hyphens and endings such as 시 or -si do
        not count.
    """
    ranked = _towns_ranked(scenario, text)
    return [known.spot for _, known in ranked[:MATCHES]] or _alike(scenario, _stem(text))


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
    here = naming.plain(name)
    bare = {here}.union(*(known.bare_names for known in everything if here in known.labels))
    return [
        known.spot
        for known in everything
        if here not in known.labels and not bare.isdisjoint(known.bare_names)
    ]


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
    slips = difflib.SequenceMatcher(b=unicodedata.normalize("NFD", stem))
    close = []
    for key, bearers in letters.items():
        slips.set_seq1(key)
        if slips.real_quick_ratio() < _ALIKE:
            continue  # told sooner than the ratio itself
        ratio = slips.ratio()
        if ratio >= _ALIKE:
            # Of equal slips the larger place is the likelier.
            close.append((-ratio, -max(known.spot.people for known in bearers), key))
    return [known.spot for *_, key in sorted(close)[:3] for known in letters[key]][:_CLOSE]


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
    names, names_ko = naming.asset_labels(scenario)
    return _known_towns(countries, scenario.places, scenario.assets, tuple(names), tuple(names_ko))


@lru_cache(maxsize=12)
def _known_towns(
    countries: tuple[str, ...],
    places: tuple[PeopledPlace, ...],
    assets: tuple[Asset, ...],
    names: tuple[str, ...],
    names_ko: tuple[str, ...],
) -> tuple[_Known, ...]:
    """Towns, then own places and assets that are no cities, then neighbourhoods."""
    found = [known for code in countries for known in _towns(code)]
    for own in places:
        at = own.latitude_deg, own.longitude_deg
        spot = _spot(own.name, own.name_ko, "town", *at, round(own.people))
        found.append(_Known(spot, (own.name, own.name_ko)))
    for asset, name, name_ko in zip(assets, names, names_ko, strict=True):
        if asset.kind != "city":
            spot = _spot(name, name_ko, asset.kind, asset.latitude_deg, asset.longitude_deg, 0)
            found.append(_Known(spot, (asset.name, asset.name_ko)))
    if "KOR" in countries:
        near = geodata.neighbourhoods("KOR")
        columns = near.name_ko, near.latitude_deg, near.longitude_deg, near.population
        for name, *told in zip(*(column.tolist() for column in columns), strict=True):
            found.append(_Known(_spot(name, name, _SMALLEST, *told), ("", name)))
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
        yield _Known(spot, bare, labels.province[row], labels.is_province[row])


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
