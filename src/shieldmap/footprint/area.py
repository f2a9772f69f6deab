"""What is defended: every place of a study judged for every missile and launch point.

Question: which places are defended, from one launch point, from the worst of all, how many people
live there, and how does that change with the interceptor's reach and the reaction time?

Places are the cells of the grid (with area and people), the towns and the assets; each is flown
to exactly. A place counts as threatened by a missile when at least one launch point reaches it,
and as defended when it is defended against every launch point that reaches it.
"""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap import campaign, geodata, model, naming
from shieldmap.campaign import Judged, Study
from shieldmap.model import (
    Constraint,
    Event,
    Floats,
    Status,
)
from shieldmap.results import Total
from shieldmap.scenario import Scenario
from shieldmap.terms import End

CELL: Final = 0
TOWN: Final = 1
ASSET: Final = 2

Progress = Callable[[str, int, int], None]


class Places(NamedTuple):
    """Everything that a missile is flown to; area and people belong to the cells only.

    ``label`` is unlike for all of them: cells are told by their coordinates, towns by their name and,
    where another has it, by their province, assets by their name and, where a town has it, by their
    kind. ``name`` and ``name_ko`` are empty for cells and unlike among towns and among assets.
    """

    kind: NDArray[np.int8]
    label: list[str]
    name: list[str]
    name_ko: list[str]
    asset_id: list[str]
    asset_kind: list[str]
    latitude_deg: Floats
    longitude_deg: Floats
    area_m2: Floats
    people: Floats


def without_towns(where: Places) -> Places:
    """The cells and assets of some places."""
    kept = np.flatnonzero(where.kind != TOWN)
    columns: dict[str, Any] = {
        name: column[kept] if isinstance(column, np.ndarray) else [column[i] for i in kept]
        for name, column in where._asdict().items()
    }
    return Places(**columns)


def one_place(latitude_deg: float, longitude_deg: float) -> Places:
    """A place that stands alone, without people."""
    none = np.zeros(1)
    at = (np.array([latitude_deg]), np.array([longitude_deg]))
    label = naming.coordinates(latitude_deg, longitude_deg)
    return Places(np.array([ASSET], np.int8), [label], [""], [""], [""], [""], *at, none, none)


class Footprint(NamedTuple):
    """Every case (first axis) judged at every place (second axis).

    ``is_defended`` and its ``_low`` and ``_high`` ends are (case, place, doctrine); ``on_curve``
    (case, place, variant) is for the headline doctrine.
    """

    status: NDArray[np.int8]
    is_defended: NDArray[np.bool_]
    is_defended_bad: NDArray[np.bool_]
    is_defended_good: NDArray[np.bool_]
    on_curve: NDArray[np.bool_]
    shots: NDArray[np.int8]
    reason: NDArray[np.int8]
    failed_bits: NDArray[np.int16]
    margins: NDArray[np.float32]
    binds: NDArray[np.int8]
    slack_s: NDArray[np.float32]
    closest_in_band_m: NDArray[np.float32]
    time_of_flight_s: NDArray[np.float32]
    apogee_m: NDArray[np.float32]
    residual_m: NDArray[np.float32]


def places(scenario: Scenario) -> Places:
    """The cells, towns and assets of a scenario, in this order; its own places are towns."""
    cells = geodata.land_cells(scenario.ground, scenario.spacing_m)
    people = geodata.cell_population(scenario.ground, scenario.spacing_m)
    n = cells.latitude_deg.size
    towns = towns_of(scenario)
    names = [""] * n + [town.name for town in towns]
    names_ko = [""] * n + [town.name_ko for town in towns]
    ids = [""] * len(names)
    kinds = ["cell"] * n + ["town"] * len(towns)
    kind = [CELL] * n + [TOWN] * len(towns)
    latitude = [*cells.latitude_deg, *(town.latitude_deg for town in towns)]
    longitude = [*cells.longitude_deg, *(town.longitude_deg for town in towns)]
    inhabitants = [*people, *(town.people for town in towns)]
    asset_names, asset_names_ko = naming.asset_labels(scenario)
    for asset in scenario.assets:
        ids.append(asset.id)
        kinds.append(asset.kind)
        kind.append(ASSET)
        latitude.append(asset.latitude_deg)
        longitude.append(asset.longitude_deg)
        inhabitants.append(0.0)
    names += asset_names
    names_ko += asset_names_ko
    area = np.zeros(len(names))
    area[:n] = cells.area_m2
    return Places(
        kind=np.array(kind, dtype=np.int8),
        label=_labels(kind, names, ids, latitude, longitude),
        name=names,
        name_ko=names_ko,
        asset_id=ids,
        asset_kind=kinds,
        latitude_deg=np.array(latitude, dtype=np.float64),
        longitude_deg=np.array(longitude, dtype=np.float64),
        area_m2=area,
        people=np.array(inhabitants, dtype=np.float64),
    )


class CountedTown(NamedTuple):
    """A town of the map pack or a place of the study's own; degrees. ``beside`` tells namesakes apart."""

    name: str
    name_ko: str
    beside: str
    latitude_deg: float
    longitude_deg: float
    people: float


def towns_of(scenario: Scenario) -> list[CountedTown]:
    """Towns of the map pack, those of each country with the most populous first, then own places."""
    found: list[CountedTown] = []
    for code in () if scenario.towns is None else scenario.towns.country:
        assert scenario.towns is not None
        towns = geodata.towns(code, scenario.towns.minimum_population)
        labels, country = naming.town_labels(code), geodata.countries().get(code, code)
        for row, people in enumerate(towns.population.tolist()):
            at = float(towns.latitude_deg[row]), float(towns.longitude_deg[row])
            names = labels.label[row], labels.label_ko[row]
            found.append(CountedTown(*names, country, *at, people))
    for own in scenario.places:
        at = own.latitude_deg, own.longitude_deg
        found.append(CountedTown(own.name, own.name_ko, own.id, *at, own.people))
    apart = naming.told_apart([(one.name, naming.qualified(one.name, one.beside)) for one in found])
    return [one._replace(name=name) for one, name in zip(found, apart, strict=True)]


def _labels(
    kind: list[int], names: list[str], ids: list[str], latitude: list[float], longitude: list[float]
) -> list[str]:
    """One label for each place that no other has."""

    def candidates(i: int) -> tuple[str, ...]:
        if kind[i] == CELL:
            return (naming.coordinates(latitude[i], longitude[i]),)
        if kind[i] == TOWN:
            return (names[i],)
        return (names[i], naming.qualified(names[i], "asset"), naming.qualified(names[i], ids[i]))

    return naming.told_apart([candidates(i) for i in range(len(names))])


def defended_area(this: Study, where: Places, progress: Progress | None = None) -> Footprint:
    """Fly every case to every place and judge it.

    ``progress`` is called with (case name, places done, places in all).
    """
    latitude, longitude = np.radians(where.latitude_deg), np.radians(where.longitude_deg)
    n, total = latitude.size, latitude.size * len(this.cases)
    out = blank(len(this.cases), n, len(this.variants))
    done = 0
    for row, case in enumerate(this.cases):
        if case.table is None:
            # The class cannot be flown from here at all: no place is threatened by it.
            out.status[row] = Status.APOGEE_REFUSED
            done += n
            continue
        for part in campaign.chunks(n):
            judged = campaign.judge(this, case, latitude[part].copy(), longitude[part].copy())
            store(this, out, row, part, judged)
            done += part.stop - part.start
            if progress is not None:
                progress(f"{case.threat_id} from {case.launch_id}", done, total)
    return out


def blank(cases: int, n: int, variants: int) -> Footprint:
    """A footprint in which nothing is judged yet."""

    def flags(*shape: int) -> NDArray[np.bool_]:
        return np.zeros((cases, n, *shape), dtype=np.bool_)

    def numbers(*shape: int) -> NDArray[np.float32]:
        return np.full((cases, n, *shape), np.nan, dtype=np.float32)

    return Footprint(
        status=np.zeros((cases, n), dtype=np.int8),
        is_defended=flags(3),
        is_defended_bad=flags(3),
        is_defended_good=flags(3),
        on_curve=flags(variants),
        shots=np.zeros((cases, n), dtype=np.int8),
        reason=np.full((cases, n), model.NO_CONSTRAINT, dtype=np.int8),
        failed_bits=np.zeros((cases, n), dtype=np.int16),
        margins=numbers(len(Constraint)),
        binds=np.zeros((cases, n), dtype=np.int8),
        slack_s=numbers(),
        closest_in_band_m=numbers(),
        time_of_flight_s=numbers(),
        apogee_m=numbers(),
        residual_m=numbers(),
    )


def store(this: Study, out: Footprint, row: int, part: slice, judged: Judged) -> None:
    """Write what became of one case at some places into a footprint."""
    value = judged.engagements
    flown = judged.aims.status == Status.OK
    defended = value.is_defended & flown[:, None, None]
    bad, good = (this.columns(end)[0] for end in (End.BAD, End.GOOD))
    out.status[row, part] = judged.aims.status
    out.is_defended[row, part] = defended[:, 0]
    out.is_defended_bad[row, part] = defended[:, bad]
    out.is_defended_good[row, part] = defended[:, good]
    out.on_curve[row, part] = defended[:, :, this.defence.doctrine]
    out.shots[row, part] = np.where(flown, value.shots, 0)
    out.reason[row, part] = np.where(flown, value.reason, model.NO_CONSTRAINT)
    out.failed_bits[row, part] = np.where(flown, value.failed_bits, 0)
    out.margins[row, part] = np.where(flown[:, None], value.margins, np.nan)
    out.binds[row, part] = np.where(flown, value.binds, 0)
    out.slack_s[row, part] = np.where(flown, value.slack_s, np.nan)
    out.closest_in_band_m[row, part] = np.where(flown, value.closest_in_band_m, np.nan)
    out.time_of_flight_s[row, part] = judged.flights.event_time_s[:, Event.IMPACT]
    out.apogee_m[row, part] = judged.flights.event_altitude_m[:, Event.APOGEE]
    out.residual_m[row, part] = judged.aims.residual_m


# ---------------------------------------------------------------------------------------------
# Sums


def cases_of_threat(this: Study, threat_id: str) -> list[int]:
    """The cases of one threat."""
    return [i for i, case in enumerate(this.cases) if case.threat_id == threat_id]


def from_every_launch_point(
    status: NDArray[np.int8], defended: NDArray[np.bool_]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """(threatened, defended against every launch point that reaches it), over the first axis."""
    flown = status == Status.OK
    extra = (slice(None), slice(None)) + (None,) * (defended.ndim - 2)
    threatened = flown.any(axis=0)
    safe = (defended | ~flown[extra]).all(axis=0)
    return threatened, safe & threatened[(slice(None),) + (None,) * (defended.ndim - 2)]


def total(where: Places, chosen: NDArray[np.bool_]) -> Total:
    """Area and people of the chosen cells; towns and assets are not counted twice."""
    cells = (where.kind == CELL) & chosen
    return Total(area_m2=float(where.area_m2[cells].sum()), people=float(where.people[cells].sum()))
