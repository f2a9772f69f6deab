"""What the page tells of foreign flights is what a run of the stability study counts."""

import pytest

from shieldmap import stability
from shieldmap.answers import foreign, page
from shieldmap.answers.places import InputError
from shieldmap.answers.trading import stability_beside


def quiet(_what: str, _done: int, _total: int) -> None:
    """Nobody watches."""


@pytest.fixture(scope="module")
def session() -> page.Session:
    """One session: the flights are flown once."""
    return page.Session()


@pytest.mark.parametrize("section_m2", [0.01, 0.1, 1.0])
def test_the_study_as_it_is_counts_what_its_run_counts(
    session: page.Session, section_m2: float
) -> None:
    """The totals of ``shieldmap run china-russia``, which unite the views of all steps in arrays [stability.results]."""
    told = foreign.foreign_seen(session, page.State(), section_m2)
    other = stability_beside(page.base_of(page.State()))
    assert other is not None
    assert told.study == other.name == "china-russia"
    totals = stability.results._totals(session.watched(other))
    counted = {
        row.country: (row.flown, row.seen[other.added_radar])
        for row in totals
        if row.limit == stability.GIVEN and row.cross_section_m2 == section_m2
    }
    assert (told.flown, told.seen) == counted[""]
    assert {row.country: (row.flown, row.seen) for row in told.countries} == {
        code: found for code, found in counted.items() if code
    }


def test_a_radar_that_looks_away_or_higher_sees_fewer(session: page.Session) -> None:
    """South there is no flight, and a view that is raised is a part of the one before."""

    def seen(**changed: float) -> int:
        return foreign.foreign_seen(session, page.State(**changed)).seen  # type: ignore[arg-type]

    as_it_is = seen()
    assert as_it_is > 0
    assert seen(boresight_deg=180.0) == 0
    raised = [seen(elevation_min_deg=elevation) for elevation in (5.0, 10.0, 20.0, 60.0)]
    assert raised == sorted(raised, reverse=True)
    assert raised[0] == as_it_is
    assert raised[-1] < as_it_is


def test_a_seen_flight_is_drawn_in_view_and_starts_after_burnout(session: page.Session) -> None:
    told = foreign.foreign_seen(session, page.State())
    for flight in told.flights:
        assert len(flight.way) % 3 == 0
        assert bool(flight.in_view) >= flight.is_seen
        for part in flight.in_view:
            # Burnout of every stand-in is above the dense air.
            assert min(part[2::3]) > 60e3
    assert any(flight.is_seen for flight in told.flights)


def test_a_radar_elsewhere_or_none_is_told_in_a_sentence(session: page.Session) -> None:
    moved = foreign.foreign_seen(session, page.State(radar=(35.2, 129.0)))
    assert moved.study == ""
    assert moved.flights == ()
    assert "not known" in moved.sentence.en
    without = foreign.foreign_seen(session, page.State(radar_present=False))
    assert without.sentence.en.startswith("Without a radar")
    assert without.sentence.ko != moved.sentence.ko


def test_a_cross_section_that_the_study_does_not_have(session: page.Session) -> None:
    with pytest.raises(InputError, match=r"0\.2: expected one of 0\.001, 0\.01"):
        foreign.foreign_seen(session, page.State(), 0.2)
