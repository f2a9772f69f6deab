"""Two runs side by side: what is lost and what is won between them.

Question: what does a defence lose when launchers, interceptors or the radar leave, or two scenarios
differ in some other way?

Both runs must be finished, of defence studies, over the same grid and with threats in common.
Nothing is computed but differences of what the runs hold.
"""

from collections.abc import Iterator

from shieldmap import plain
from shieldmap.archive import Run
from shieldmap.results import (
    AssetChange,
    BothDefences,
    ComparedRun,
    Comparison,
    FootprintSummary,
    PeopleEnds,
    RaidChange,
    RaidSide,
    RaidTold,
    SpotEngagement,
    ThreatChange,
    ThreatSummary,
)
from shieldmap.scenario import Scenario


class CompareError(ValueError):
    """Two runs that cannot be compared, said in one sentence."""


def compare(before: Run, after: Run) -> Comparison:
    """What changes from one run to the other: people, places, raid and cost."""
    for run in (before, after):
        if not isinstance(run.summary, FootprintSummary):
            raise CompareError(f"{run.path}: a stability study: expected runs of defence studies")
    one, two = before.footprint, after.footprint
    if one.grid != two.grid:
        raise CompareError(_apart(str(before.path), str(after.path)))
    earlier, later = ({threat.id: threat for threat in made.threats} for made in (one, two))
    shared = [name for name in earlier if name in later]
    if not shared:
        raise CompareError(f"{before.path} and {after.path} have no threat in common")
    return Comparison(
        before=_named(before),
        after=_named(after),
        defence=BothDefences(before=one.defence, after=two.defence),
        threats=tuple(_threat_change(earlier[name], later[name]) for name in shared),
        assets=tuple(_assets(one, two)),
        raid=_raid_change(before, after),
        left_out=tuple(sorted(earlier.keys() ^ later.keys())),
    )


def refuse_apart(before: Scenario, after: Scenario) -> None:
    """Refuse what can be seen, before anything is computed, to have no grid or no threat in common."""
    one, two = ((given.spacing_m, given.ground.countries) for given in (before, after))
    if one != two:
        raise CompareError(_apart(before.name, after.name))
    if not {threat.id for threat in before.threats} & {threat.id for threat in after.threats}:
        raise CompareError(f"{before.name} and {after.name} have no threat in common")


def _apart(before: str, after: str) -> str:
    return f"{before} and {after} have different grids: expected the same ground and spacing"


def _named(run: Run) -> ComparedRun:
    return ComparedRun(
        name=run.manifest.name,
        title=run.footprint.title,
        date=run.footprint.date,
        run_hash=run.manifest.run_hash,
        path=str(run.path),
    )


def _threat_change(one: ThreatSummary, two: ThreatSummary) -> ThreatChange:
    """People in range and defended before and after, at the value and both ends."""
    before, after = ({end: sums.people for end, sums in threat.defended} for threat in (one, two))
    change = {end: after[end] - people for end, people in before.items()}
    return ThreatChange(
        id=one.id,
        name=one.name,
        in_range=one.threatened.people,
        before=PeopleEnds(**before),
        after=PeopleEnds(**after),
        change=PeopleEnds(**plain.values(change)),
        draws=min(one.sampled.samples, two.sampled.samples),
        share_before=one.sampled.share_of_people,
        share_after=two.sampled.share_of_people,
        area_before_m2=one.defended.value.area_m2,
        area_after_m2=two.defended.value.area_m2,
    )


def _assets(one: FootprintSummary, two: FootprintSummary) -> Iterator[AssetChange]:
    """Named places whose answer changes against some threat."""
    later = {(asset.id, row.threat): row for asset in two.assets for row in asset.by_threat}
    for asset in one.assets:
        for row in asset.by_threat:
            other = later.get((asset.id, row.threat))
            if not (isinstance(row, SpotEngagement) and isinstance(other, SpotEngagement)):
                continue
            if row.defended != other.defended:
                undefended = row if other.defended else other
                yield AssetChange(
                    asset=asset.id,
                    name=asset.name,
                    threat=row.threat,
                    before=row.defended,
                    after=other.defended,
                    reason=undefended.reason,
                    reason_text=undefended.reason_text,
                )


def _raid_change(before: Run, after: Run) -> RaidChange | None:
    """Leakers, spent interceptors and their cost, where both runs fought the same raid."""
    if before.battle is None or after.battle is None:
        return None
    one, two = before.battle.leakage, after.battle.leakage
    if one.waves != two.waves:
        return None
    return RaidChange(
        title=one.title,
        missiles=one.missiles,
        before=_side(one),
        after=_side(two),
        leakers_change=plain.values(two.leakers.mean - one.leakers.mean),
    )


def _side(raid: RaidTold) -> RaidSide:
    return RaidSide(**{name: getattr(raid, name) for name in RaidSide.model_fields})
