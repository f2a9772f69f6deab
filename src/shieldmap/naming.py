"""What a place is called, so that no two places of a study bear one label.

Question: Korea has two counties called Goseong, 378 km apart, and two cities called Gwangju. Which
of them is meant, in a table, in a file and on the command line?

A place keeps its bare name while no other has it, or where it is a division of the first level
itself (Gwangju is; the Gwangju in Gyeonggi is not). Every other one is told by its province,
"Goseong (Gangwon)" and "고성군 (강원)"; where that does not tell either, by its coordinates. The
labels of towns do not depend on the study: all towns of the country are looked at.

Limits: in South Korea a place belongs to the province of the nearest census neighbourhood, at most
:data:`geodata.NEAR_M` away, because the outlines of the map pack are so simple that they put Gongju, Sejong
and Uljin next door. Elsewhere the outlines have to do: a place at most :data:`geodata.COAST_DEG` off them
belongs to the nearest, which can err by some kilometres along a border. Where the pack has no
provinces, coordinates tell places apart.
"""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from shieldmap import geodata
from shieldmap.scenario import Scenario


class NamedTowns(NamedTuple):
    """Labels of a country's towns in the order of :func:`geodata.towns`; (n,) each.

    ``is_province`` marks a town that is a division of the first level itself.
    """

    label: tuple[str, ...]
    label_ko: tuple[str, ...]
    province: tuple[str, ...]
    is_province: tuple[bool, ...]


def plain(name: str) -> str:
    """A name as it is compared: composed, without case, with single spaces."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def coordinates(latitude_deg: float, longitude_deg: float) -> str:
    """A place by its coordinates in degrees, to 0.001 (100 m), such as ``35.876N 128.601E``."""
    north, east = "N" if latitude_deg >= 0.0 else "S", "E" if longitude_deg >= 0.0 else "W"
    return f"{abs(latitude_deg):.3f}{north} {abs(longitude_deg):.3f}{east}"


def qualified(name: str, *parts: str) -> str:
    """A name with what tells it apart behind it in brackets, as far as there is something."""
    told = ", ".join(part for part in parts if part)
    return f"{name} ({told})" if told else name


def told_apart(candidates: Sequence[Sequence[str]]) -> list[str]:
    """The shortest label of each place that no other place bears.

    ``candidates`` are the labels of each place from the shortest to the longest. Places that share
    one all go on to their next, but for those that have no other; places whose labels are the same
    to the last are numbered.
    """
    level = [0] * len(candidates)
    while True:
        labels = [names[at] for names, at in zip(candidates, level, strict=True)]
        keys = [plain(label) for label in labels]
        count = Counter(keys)
        crowded = [
            i for i, key in enumerate(keys) if count[key] > 1 and level[i] + 1 < len(candidates[i])
        ]
        if not crowded:
            return _numbered(labels)
        for i in crowded:
            level[i] += 1


def _numbered(labels: list[str]) -> list[str]:
    """Labels of which the second and later of the same words bear a number."""
    taken = {plain(label) for label in labels}
    seen: set[str] = set()
    out = []
    for label in labels:
        number, told = 1, label
        while plain(told) in seen or (number > 1 and plain(told) in taken):
            number += 1
            told = f"{label} #{number}"
        seen.add(plain(told))
        out.append(told)
    return out


# --- labels ----------------------------------------------------------------------


@cache
def town_labels(country: str) -> NamedTowns:
    """The labels of all towns of a country (ISO alpha-3), in the order of :func:`geodata.towns`."""
    known = geodata.towns(country)
    names, names_ko = known.name.tolist(), known.name_ko.tolist()
    shared = _shared(names), _shared(names_ko)
    rows = [i for i, name in enumerate(names) if name in shared[0] or names_ko[i] in shared[1]]
    # Only of those that need it: some countries have many thousand towns.
    provinces = [""] * len(names)
    found = geodata.provinces_at(country, known.latitude_deg[rows], known.longitude_deg[rows])
    for row, province in zip(rows, found, strict=True):
        provinces[row] = province
    itself: dict[str, int] = {}
    for row in rows:  # the most populous first
        if plain(names[row]) == plain(provinces[row]):
            itself.setdefault(names[row], row)
    chosen = set(itself.values())
    where = list(map(coordinates, known.latitude_deg, known.longitude_deg))
    labels, labels_ko = (
        told_apart(
            [
                (name,) if i in chosen or not name else _by_place(name, province, where[i])
                for i, (name, province) in enumerate(zip(given, told, strict=True))
            ]
        )
        for given, told in (
            ([name or f" {i}" for i, name in enumerate(names)], provinces),
            (
                [name or f" {i}" for i, name in enumerate(names_ko)],
                [geodata.PROVINCES_KO.get(province, province) for province in provinces],
            ),
        )
    )
    return NamedTowns(
        tuple(labels),
        tuple(label if name else "" for label, name in zip(labels_ko, names_ko, strict=True)),
        tuple(provinces),
        tuple(i in chosen for i in range(len(names))),
    )


def _shared(names: list[str]) -> set[str]:
    return {name for name, count in Counter(names).items() if name and count > 1}


def _by_place(name: str, province: str, where: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((name, qualified(name, province), qualified(name, where))))


def asset_labels(scenario: Scenario) -> tuple[list[str], list[str]]:
    """The names of the assets in English and Korean, those that two of them share told apart."""
    assets = scenario.assets
    latitude = np.array([asset.latitude_deg for asset in assets])
    longitude = np.array([asset.longitude_deg for asset in assets])
    provinces = [""] * len(assets)
    for code in scenario.ground.countries:
        here = geodata.provinces_at(code, latitude, longitude)
        provinces = [one or other for one, other in zip(provinces, here, strict=True)]
    provinces_ko = [geodata.PROVINCES_KO.get(province, province) for province in provinces]

    def apart(names: list[str], told: list[str]) -> list[str]:
        return told_apart(
            [
                (
                    name,
                    qualified(name, province),
                    qualified(name, asset.kind, province),
                    qualified(name, asset.id),
                )
                for name, province, asset in zip(names, told, assets, strict=True)
            ]
        )

    korean = apart([asset.name_ko or asset.id for asset in assets], provinces_ko)
    return (
        apart([asset.name for asset in assets], provinces),
        [name if asset.name_ko else "" for name, asset in zip(korean, assets, strict=True)],
    )
