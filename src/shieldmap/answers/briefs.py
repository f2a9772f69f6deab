"""What a brief of two pages is made of: the answer under a state, every missile, the raid, what was changed.

Nothing is said here: :mod:`shieldmap.report.brief` writes the pages.
"""

from shieldmap import scenario as scenarios, words
from shieldmap.answers import changed
from shieldmap.answers.flight_cache import Advance, silent
from shieldmap.answers.places import InputError
from shieldmap.answers.quoted import quoted
from shieldmap.answers.session import Session, cells
from shieldmap.answers.state import State, base_of, from_url, open_study, scenario_of
from shieldmap.campaign import SAMPLES
from shieldmap.footprint import Progress
from shieldmap.results import Brief
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


def brief(study: str = "korea", *, progress: Progress | None = None) -> Brief:
    """What a brief of a study tells, as ``shieldmap brief``.

    Parameters
    ----------
    study : an embedded study's name, the path of a scenario file, or an address of the page with what was
        changed, such as ``?scenario=korea&launchers=4``.

    Raises
    ------
    InputError : a stability study, which has no battery to tell of.
    ScenarioError : no such study, or an address that cannot be read.
    """
    return brief_of(Session(), state_named(study), progress or silent)


def state_named(study: str) -> State:
    """The state that a word means: a study by its name or file, or an address of the page."""
    if "?" in study or study.startswith("scenario="):
        return from_url(study)
    given = scenarios.load_study(study)
    if isinstance(given, StabilityScenario):
        raise InputError(words.t("brief_stability", study=given.name))
    if given.name not in scenarios.names():
        open_study(given)
    return State(scenario=given.name)
