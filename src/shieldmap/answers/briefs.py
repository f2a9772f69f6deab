"""What a brief of two pages is made of: the answer under a state, every missile, the raid, what was changed.

Nothing is said here: :mod:`shieldmap.report.brief` writes the pages.
"""

from datetime import UTC, datetime

from shieldmap import archive, plain, scenario as scenarios, stability
from shieldmap.answers import changed, trading
from shieldmap.answers.flight_cache import Advance, silent
from shieldmap.answers.quoted import quoted
from shieldmap.answers.session import Session, cells
from shieldmap.answers.state import State, base_of, from_url, open_study, scenario_of
from shieldmap.campaign import SAMPLES
from shieldmap.footprint import Progress
from shieldmap.results import Brief, StabilityBrief, StabilitySummary
from shieldmap.scenario import StabilityScenario


def brief_of(session: Session, state: State, advance: Advance = silent) -> Brief:
    """Compute what a brief tells of a state.

    Raises
    ------
    ScenarioError : a state that cannot be, in one sentence.
    """
    scenario = scenario_of(state)
    area = session.area(state, draws=SAMPLES, advance=advance).record()
    has_raid, has_radar = scenario.raid is not None, scenario.defence.radar.present
    return Brief(
        title=base_of(state).title,
        system_name=scenario.catalogue.defence(scenario.defence.system).name,
        told=changed.told(state),
        area=area,
        cells=cells(scenario.ground, scenario.grid.spacing_km),
        summary=session.summary(state, advance),
        raid=quoted(session, state, "launchers", advance) if has_raid else None,
        radar=quoted(session, state, "radar", advance) if has_radar else None,
    )


def brief(study: str = "korea", *, progress: Progress | None = None) -> Brief | StabilityBrief:
    """What a brief of a study tells, as ``shieldmap brief``.

    Parameters
    ----------
    study : an embedded study's name, the path of a scenario file, or an address of the page with what was
        changed, such as ``?scenario=korea&launchers=4``.

    Raises
    ------
    ScenarioError : no such study, or an address that cannot be read.
    """
    say = progress or silent
    if "?" in study or study.startswith("scenario="):
        return brief_of(Session(), from_url(study), say)
    given = scenarios.load_study(study)
    if isinstance(given, StabilityScenario):
        return stability_brief(given, say)
    if given.name not in scenarios.names():
        open_study(given)
    return brief_of(Session(), State(scenario=given.name), say)


def stability_brief(given: StabilityScenario, advance: Advance = silent) -> StabilityBrief:
    """Compute what a brief tells of a stability study; each side's gain with the first defence that has its radar."""
    watched = stability.stability_study(given, advance)
    told = stability.summarise(watched, advance).as_json()
    beside = trading.defence_beside(given)
    return StabilityBrief(
        run_hash=archive.run_hash(given),
        computed=str(datetime.now(tz=UTC).date()),
        # As a run keeps it: what is no number is none.
        stability=StabilitySummary.model_validate(plain.values(told)),
        tracks=stability.tracks(watched),
        trade=None
        if beside is None
        else trading.trade_of(beside, given, watched=watched, progress=advance),
    )
