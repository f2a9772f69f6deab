"""What was published beside ours: the table, its recipes and the page made from them."""

import math
from collections import Counter

import pytest

from shieldmap import scenario as scenarios
from tests.scripts import load

THEATRES = (
    "israel-2024-10",
    "israel-2025-06",
    "gulf-2022",
    "gulf-2026",
    "guam",
    "japan",
    "japan-remote",
    "europe",
    "europe-remote",
    "russia-europe",
    "korea-2028",
    "korea-2026-04",
)
# Kept values are rounded to nine digits and the page prints three or four.  The same flights on
# another processor differ by less than a metre in a thousand kilometres.
ROUNDING = 1e-5


recipes = load("theatre_recipes")
theatres = load("write_theatres")
ROWS = theatres.facts()
KEPT = theatres.kept_values()
CHEAP = sorted(
    {
        (row.study, one)
        for row in ROWS
        for one in recipes.parsed(row.ours)
        if one.verb not in recipes.SLOW
    }
)


# --- the table -------------------------------------------------------------------


@pytest.mark.parametrize("study", THEATRES)
def test_every_theatre_has_at_least_four_statements(study: str) -> None:
    assert Counter(row.study for row in ROWS)[study] >= 4


def test_every_row_is_of_an_embedded_study() -> None:
    assert set(theatres.studies(ROWS)) <= set(scenarios.names())


def test_every_source_is_known() -> None:
    known = theatres.addresses()
    assert [row.source_key for row in ROWS if row.source_key not in known] == []


def test_every_statement_has_one_row_in_its_study() -> None:
    assert len({(row.study, row.statement) for row in ROWS}) == len(ROWS)


def test_spans_run_from_low_to_high() -> None:
    spans = [(row.low, row.high) for row in ROWS if row.low is not None and row.high is not None]
    assert spans
    assert all(low <= high for low, high in spans)


def test_what_nothing_of_ours_stands_beside_says_why() -> None:
    assert [row.statement for row in ROWS if not row.ours and not row.note] == []


# --- recipes ---------------------------------------------------------------------


def test_every_recipe_is_understood_and_its_value_kept() -> None:
    asked = {(row.study, one.text) for row in ROWS for one in recipes.parsed(row.ours)}
    assert asked
    assert asked == {(study, name) for study, values in KEPT.items() for name in values}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("fly ghadr tehran haifa", "expected one of"),
        ("time ghadr tehran", "time takes"),
        ("aside", "expected one of"),
        ("distance tehran haifa; share", "share takes"),
    ],
)
def test_a_recipe_that_is_none_is_refused_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(recipes.RecipeError, match=sentence):
        recipes.parsed(text)


def test_an_input_and_an_empty_cell_ask_for_nothing() -> None:
    assert recipes.parsed("input") == recipes.parsed("") == ()


def test_aside_is_no_part_of_what_is_kept_under() -> None:
    (one,) = recipes.parsed("aside distance tehran haifa")
    assert one.is_aside
    assert one.text == "distance tehran haifa"


@pytest.mark.parametrize(
    ("study", "recipe"), CHEAP, ids=[f"{study}: {one.text}" for study, one in CHEAP]
)
def test_a_cheap_recipe_still_gives_what_is_kept(study: str, recipe: object) -> None:
    again, kept = recipes.compute(study, recipe), KEPT[study][recipe.text]  # type: ignore[attr-defined]
    assert (again.kind, again.label, again.command) == (kept.kind, kept.label, kept.command)
    for name in ("value", "low", "high"):
        one, other = getattr(again, name), getattr(kept, name)
        assert (one is None) == (other is None)
        assert one is None or math.isclose(one, other, rel_tol=ROUNDING)


def test_bands_hold_their_value() -> None:
    bands = [one for values in KEPT.values() for one in values.values() if one.low is not None]
    assert bands
    # A battle's ends are those of assumptions all at once, and the value need not lie between.
    drawn = [one for one in bands if one.ends != "ends" and one.value is not None]
    assert all(one.low <= one.value <= one.high for one in drawn)


# --- judging ---------------------------------------------------------------------


def row_of(low: float | None, high: float | None, unit: str = "km", ours: str = "") -> object:
    return theatres.Fact("japan", "a statement", low, high, unit, "geonames", ours, "")


@pytest.mark.parametrize(
    ("low", "high", "ours_m", "verdict"),
    [
        (1000.0, 1000.0, 1049e3, "agrees"),
        (1000.0, 1000.0, 1060e3, "6 % more"),
        (1000.0, 1000.0, 940e3, "6 % less"),
        (1000.0, 1200.0, 1100e3, "agrees"),
        (1000.0, None, 9000e3, "agrees"),
        (0.0, 0.0, 3e3, "more"),
    ],
)
def test_a_value_is_judged_by_the_published_span(
    low: float, high: float | None, ours_m: float, verdict: str
) -> None:
    ours = recipes.Computed(ours_m, "m", "")
    told = theatres.fit(
        row_of(low, high, ours="distance tokyo osaka"), {"japan": {"distance tokyo osaka": ours}}
    )
    assert told == verdict


def test_a_band_that_reaches_the_published_span_is_told() -> None:
    ours = recipes.Computed(700e3, "m", "", "", 600e3, 1100e3, "draws")
    kept = {"japan": {"distance tokyo osaka": ours}}
    told = theatres.fit(row_of(1000.0, 1000.0, ours="distance tokyo osaka"), kept)
    assert told == "30 % less; its band reaches it"


def test_a_place_that_is_not_reached_contradicts_that_it_is() -> None:
    kept = {"japan": {"reaches a b c": recipes.Computed(0.0, "yes", "")}}
    assert theatres.fit(row_of(1.0, 1.0, "yes", "reaches a b c"), kept) == "does not reach"


def test_what_is_set_aside_is_not_judged() -> None:
    kept = {"japan": {"distance a b": recipes.Computed(5.0, "m", "")}}
    assert theatres.fit(row_of(1.0, 1.0, ours="aside distance a b"), kept) == "set beside"


# --- the page --------------------------------------------------------------------


def test_the_page_is_made_from_what_is_kept() -> None:
    assert theatres.PAGE.read_text(encoding="utf-8") == theatres.text()


def test_a_value_that_moves_changes_the_page() -> None:
    moved = {study: dict(values) for study, values in KEPT.items()}
    name = "time hwasong-12 pyongyang-airport excalibur"
    one = moved["guam"][name]
    moved["guam"][name] = one._replace(value=one.value + 60.0)
    assert "\n".join(theatres.page(ROWS, moved)) != "\n".join(theatres.page(ROWS, KEPT))
