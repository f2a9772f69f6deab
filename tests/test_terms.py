"""The table of terms: said once, whole, and enough to add an assumption."""

import runpy
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from shieldmap import model, terms, units
from shieldmap.answers.state import State
from shieldmap.results.record import code_of
from shieldmap.scenario.nouns import GivenAssumptions
from shieldmap.terms import ASSUMPTIONS, End


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        (terms.REASONS, model.Constraint),
        (terms.OUTCOMES, model.Outcome),
        (terms.DOCTRINES, model.Doctrine),
        (terms.CLASSES, model.TrajectoryClass),
    ],
)
def test_every_code_of_the_physics_has_its_words_in_its_order(
    table: dict[str, object], codes: type[model.Constraint]
) -> None:
    # The order of the reasons is that in which the headline reason is chosen.
    assert list(table) == [code_of(code) for code in codes]


@pytest.mark.parametrize("term", ASSUMPTIONS.values(), ids=str)
def test_every_assumption_is_whole(term: terms.Assumption) -> None:
    assert term.unit in units.UNITS
    assert term.short.en[0].islower()
    if term.key is not None and term.limits is not None:
        assert term.limits[0] < term.limits[1]
    if term.control is not None and term.limits is not None:
        least, most, step = term.control
        # A control never offers what the check refuses, and every turn that is told can be set.
        assert term.limits[0] <= least < most <= term.limits[1]
        assert step >= 0.0


def test_every_axis_of_the_draws_is_taken_once() -> None:
    axes = [term.axis for term in terms.drawn()]
    assert axes == sorted(set(axes))
    assert set(axes) == set(range(len(axes)))


@pytest.mark.parametrize("reason", terms.REASONS.values(), ids=str)
def test_every_reason_names_an_assumption_and_a_unit(reason: terms.Reason) -> None:
    assert reason.turns in ASSUMPTIONS
    assert reason.unit in {unit.si for unit in units.UNITS.values()}


@pytest.mark.parametrize(("bad", "wanted"), [("low", (2, 1, 3)), ("high", (2, 3, 1))])
def test_the_ends_are_seen_from_the_defence(bad: terms.Bad, wanted: tuple[int, ...]) -> None:
    assert tuple(end.of(2, 1, 3, bad) for end in (End.VALUE, End.BAD, End.GOOD)) == wanted


def test_schema_state_and_controls_follow_from_the_table() -> None:
    assert set(GivenAssumptions.model_fields) == {term.key for term in terms.in_scenario()}
    assert {term.key for term in terms.controls()} <= set(State.model_fields)


NEW = """
[assumptions.path_waste]
where = "defence.delays.path_waste"
unit = "1"
key = "path_waste_share"
limits = [0, 0.5]
control = [0, 0.3, 0.01]
group = "time"
bad = "low"
axis = 26
default = { value = 0.1, low = 0, high = 0.3, unit = "1", basis = "estimate", source = "shieldmap-estimate", note = "a test" }
short = { en = "the path that may be wasted", ko = "낭비할 수 있는 경로" }
long = { en = "Path that an interceptor may waste", ko = "낭비할 수 있는 경로" }
"""

READ = """
import pathlib
real = pathlib.Path.read_text
def read(self, *args, **kwargs):
    return {grown!r} if self.name == "terms.toml" else real(self, *args, **kwargs)
pathlib.Path.read_text = read
"""

ASK = """
from shieldmap import campaign, catalog, scenario, terms
from shieldmap.answers import described
from shieldmap.answers.state import State
study = scenario.load("timing")
given = study.defence
rows = campaign.assumption_rows(study, catalog.defence(given.system), catalog.radar(given.radar.system))
row = next(row for row in rows if row.name == "path_waste")
print(row.value, row.low, row.high, row.basis, row.at(terms.End.BAD))
print(next(p["maximum"] for p in described.described("timing")["parameters"] if p["name"] == "path_waste"))
print(State(path_waste_share=0.2).to_query())
print(terms.drawn()[-1].name)
mine = scenario.changed(study, {"defence.assumptions.path_waste_share": {"value": 0.2, "source": "geonames"}})
print(mine.defence.assumptions.given("path_waste_share").value)
"""


def test_a_new_assumption_needs_this_table_and_the_physics_alone() -> None:
    """Schema, state, control, row of the report and draw follow from one entry of the table."""
    table = files("shieldmap").joinpath("data", "terms.toml").read_text(encoding="utf-8")
    grown = table.replace("# Why a place is not defended", NEW + "\n# Why a place is not defended")
    script = READ.format(grown=grown) + ASK
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "0.1 0.0 0.3 estimate 0.0",
        "0.3",
        "scenario=korea&path_waste_share=0.2",
        "path_waste",
        "0.2",
    ]


def test_the_glossary_is_that_of_the_table() -> None:
    """Made again with ``python design/write_glossary.py``."""
    root = Path(__file__).parents[1]
    made = runpy.run_path(str(root / "design" / "write_glossary.py"))["text"]()
    assert (root / "docs" / "glossary.md").read_text(encoding="utf-8") == made
