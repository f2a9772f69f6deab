"""A picture for a record: what ``record.plot()`` draws, and ``fly --plot`` and ``see --plot`` write.

Every picture is one of the report's; a record that the report draws only together with others, such as
a comparison of two runs, has none.
"""

from collections.abc import Callable, Sequence
from functools import singledispatch
from importlib.metadata import version

import numpy as np

from shieldmap.report import (
    battle_figures,
    coverage_figures,
    deciding,
    figures,
    flight_figures,
    record_figures,
    trade_figures,
    validation,
)
from shieldmap.report.drawing import Canvas
from shieldmap.report.flight_figures import FlightPath
from shieldmap.results import (
    BatteriesNeeded,
    Emptying,
    Flight,
    FlightList,
    FootprintSummary,
    Losses,
    RadarCoverage,
    RadarView,
    RaidTold,
    Record,
    RecordOfTests,
    SpaceSecurity,
    Validation,
)
from shieldmap.results.deciding import DecidingNumbers
from shieldmap.results.trading import Trade
from shieldmap.words import said, t

Say = Callable[[str], str]
"""A text of a record in the reader's language."""


@singledispatch
def of(record: Record) -> Canvas:
    """The picture of a record.

    Raises
    ------
    TypeError : a record without a picture.
    """
    kinds = ", ".join(sorted(kind.__name__ for kind in of.registry if kind not in (object, Record)))
    raise TypeError(f"there is no picture of a {type(record).__name__}: only of {kinds}")


@of.register
def _(record: Flight) -> Canvas:
    return flights((record,))


@of.register
def _(record: DecidingNumbers) -> Canvas:
    return deciding.deciding_figure(record)


@of.register
def _(record: Trade) -> Canvas:
    return trade_figures.trade_figure(record)


@of.register
def _(record: FlightList) -> Canvas:
    return flights(record.flights)


@of.register
def _(record: RadarView) -> Canvas:
    return coverage(record.coverage, record.name, record.limits)


@of.register
def _(record: FootprintSummary) -> Canvas:
    return figures.defended_figure(record)


@of.register
def _(record: RaidTold) -> Canvas:
    return battle_figures.outcomes_figure(record, battle_figures.layers(record.batteries))


@of.register
def _(record: Emptying) -> Canvas:
    return battle_figures.empty_figure(record)


@of.register
def _(record: Losses) -> Canvas:
    return battle_figures.lost_figure(record)


@of.register
def _(record: SpaceSecurity) -> Canvas:
    return battle_figures.space_figure(record)


@of.register
def _(record: BatteriesNeeded) -> Canvas:
    return battle_figures.sites_figure([*record.named, *record.best_of_grid])


@of.register
def _(record: Validation) -> Canvas:
    return validation.tolerances_figure(record)


@of.register
def _(record: RecordOfTests) -> Canvas:
    return record_figures.years_figure(record)


def flights(records: Sequence[Flight], say: Say = said) -> Canvas:
    """Flights between the same two places; how far to trust them stands below."""
    first = records[0]
    footer = t("cli_figure_footer", version=version("shieldmap"), limits=say(first.limits))
    start = say(first.from_.called)
    journey = (
        t("cli_journey", start=start, end=say(first.to.called))
        if first.to
        else t("cli_journey_state", start=start)
    )
    paths = [path_of(one, say) for one in records]
    title = f"{say(first.name)}, {journey}"
    return flight_figures.flight_figure(paths, title=title, footer=footer)


def path_of(flight: Flight, say: Say = said) -> FlightPath:
    """A flight as the figure draws it."""
    samples, is_aimed = flight.samples, flight.to is not None
    return FlightPath(
        label=", ".join(say(part) for part in flight.label.split(", ")),
        trajectory_class=flight.class_,
        start_name=say(flight.from_.called) if is_aimed else t("cli_fly_given_state"),
        end_name=say(flight.to.called) if flight.to else t("cli_fly_end"),
        time_s=samples.time_s,
        ground_m=samples.ground_range_m,
        altitude_m=samples.altitude_m,
        speed_m_s=np.linalg.norm(samples.velocity_m_s, axis=1),
        latitude_deg=samples.latitude_deg,
        longitude_deg=samples.longitude_deg,
        phase=list(samples.phase),
        rows=samples.events,
    )


def coverage(record: RadarCoverage, radar: str, limits: str, say: Say = said) -> Canvas:
    """All pictures of what a radar covers, on one sheet."""
    title = t("cli_see_figure_title", radar=say(radar), site=say(record.radar.place))
    footer = t("cli_coverage_footer", version=version("shieldmap"), limits=say(limits))
    return coverage_figures.coverage_figure(record, title=title, footer=footer)
