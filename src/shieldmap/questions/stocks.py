"""How long interceptors last, and how long it takes to make them anew.

Question: one such raid after the other, for how many days do the interceptors suffice that stand
ready, and how many months of production does one raid take?

What a raid takes is what was spent in the mean of its trials. Everything else is published: the
rates of production, deliveries, what budgets bought and what wars took; nothing is computed ahead.

Limits: reloads count where the scenario gives a number. Spare interceptors for Seongju are reported
at Camp Carroll without one (``segye-thaad-2026``), so none is counted there. Raids that follow are
like the first, and a battery that runs empty within one shows about one raid. What other customers
are to get of the production is not taken off.
"""

from collections.abc import Iterator
from typing import Final

from shieldmap.catalog import DatedCount, DefenceEntry, Quantity
from shieldmap.questions.raid import Fought, told
from shieldmap.results.footprint import Count
from shieldmap.results.questions import CountedThen, InterceptorStock, RaidLaunchers, SystemStock
from shieldmap.results.raid import NumberEnds, RaidBattery, RaidTold
from shieldmap.words import english

RAIDS_A_DAY: Final = 1.0
"""An assumption, so that days can be named; nobody publishes how often such raids could follow."""
MONTHS_A_YEAR: Final = 12.0


def lasting(fought: Fought) -> InterceptorStock:
    """How long the interceptors last against raids like the one that was fought."""
    raid, known = told(fought), fought.prepared.scenario.catalogue
    by_system: dict[str, list[RaidBattery]] = {}
    for battery in raid.batteries:
        by_system.setdefault(battery.system, []).append(battery)
    return InterceptorStock(
        trials=raid.trials,
        missiles=raid.missiles,
        raids_a_day=RAIDS_A_DAY,
        systems=tuple(
            _system(known.defence(system), batteries, raid)
            for system, batteries in by_system.items()
        ),
        launchers=tuple(_launchers(fought)),
        limits=english("questions_limits_stock"),
    )


def _system(entry: DefenceEntry, batteries: list[RaidBattery], raid: RaidTold) -> SystemStock:
    """The interceptors of one system, all its batteries together."""
    ready = {
        end: sum(getattr(b.interceptors, end) for b in batteries)
        for end in ("value", "low", "high")
    }
    spent = sum(raid.interceptors_spent.by_battery[b.id].mean for b in batteries)
    raids = raids_of(ready["value"], spent)
    supply = entry.supply
    made, planned = (
        (None, None) if supply is None else (supply.production.si, supply.production_planned.si)
    )
    counted = () if supply is None else tuple(_counted(entry, spent))
    used = () if supply is None else (supply.production, supply.production_planned)
    return SystemStock(
        system=entry.id,
        name=entry.name,
        ready=Count(**ready),
        spent=spent,
        raids_until_empty=raids,
        days_until_empty=None if raids is None else raids / RAIDS_A_DAY,
        production_per_year=made,
        planned_per_year=planned,
        months=months_of(spent, made),
        months_as_planned=months_of(spent, planned),
        counted=counted,
        sources=tuple(sorted({*(q.source for q in used), *(one.source for one in counted)})),
    )


def raids_of(interceptors: float, spent: float) -> float | None:
    """How many raids some interceptors last; none are gone at once, whatever a raid takes."""
    if not interceptors:
        return 0.0
    return interceptors / spent if spent > 0.0 else None


def months_of(interceptors: float, per_year: float | None) -> float | None:
    """Months of production at a rate; None where no rate is published."""
    return None if per_year is None else MONTHS_A_YEAR * interceptors / per_year


def _counted(entry: DefenceEntry, spent: float) -> Iterator[CountedThen]:
    """What was counted of the interceptors of a system, and what that would be in raids."""
    supply = entry.supply
    assert supply is not None
    kinds: dict[str, tuple[DatedCount, ...]] = {
        "delivered": supply.delivered,
        "bought": supply.bought,
        "fired": supply.fired,
    }
    for what, rows in kinds.items():
        for row in rows:
            yield CountedThen(
                what=what,
                date=row.date,
                count=_ends(row.count),
                raids=raids_of(row.count.si, spent),
                months=months_of(row.count.si, supply.production.si),
                source=row.count.source,
                note=row.count.note,
            )


def _ends(quantity: Quantity) -> NumberEnds:
    return NumberEnds(value=quantity.si, low=quantity.low_si, high=quantity.high_si)


def _launchers(fought: Fought) -> Iterator[RaidLaunchers]:
    """The missiles of the raid by kind, beside the launchers that are known for them."""
    given, known = fought.prepared.scenario.raid, fought.prepared.scenario.catalogue
    assert given is not None
    of_threat = {threat.id: threat.missile for threat in fought.prepared.scenario.threats}
    fired: dict[str, int] = {}
    for wave in given.waves:
        missile_id = known.missile(of_threat[wave.threat]).id
        fired[missile_id] = fired.get(missile_id, 0) + wave.count
    for missile_id, count in fired.items():
        entry = known.missile(missile_id)
        stock = None if entry.stock is None else entry.stock.launchers
        yield RaidLaunchers(
            missile=missile_id,
            name=entry.name,
            in_raid=count,
            launchers=None if stock is None else _ends(stock),
            source=None if stock is None else stock.source,
            note=None if stock is None else stock.note,
        )
