"""A state of the page in Python: ``sm.from_url(address)``."""

import html

from shieldmap import campaign, formats, plain
from shieldmap.answers import at_place, lookup, saved, towns
from shieldmap.answers.session import Session
from shieldmap.answers.state import State, base_of, from_url, scenario_of
from shieldmap.results import Area, PlaceExplained, TownDefended
from shieldmap.scenario import Scenario

_SESSION: list[Session] = []


def _session() -> Session:
    """The session of this process, made when it is first needed."""
    if not _SESSION:
        _SESSION.append(Session())
    return _SESSION[0]


class View:
    """What a reader saw at one address of the page; the same answers, computed here.

    Nothing is computed before it is asked for. In a notebook a view shows its headline.
    """

    def __init__(self, state: State) -> None:
        self.state = state

    @classmethod
    def from_url(cls, url: str) -> "View":
        """Open an address of the page, or its query alone.

        Raises
        ------
        ScenarioError : a field that is not known or a value that cannot be, in one sentence.
        """
        state = from_url(url)
        scenario_of(state)
        return cls(state)

    def __repr__(self) -> str:
        return f"View({self.state.to_query()!r})"

    @property
    def scenario(self) -> Scenario:
        """The scenario as the state changes it; ``archive.make_run`` takes it."""
        return scenario_of(self.state)

    def area(self, *, draws: int = campaign.SAMPLES) -> Area:
        """What is defended: one value for each cell, sums, towns and assets; see ``/api/area``."""
        answer = _session().area(self.state, draws=draws)
        sums = plain.values(answer.sums.as_json())
        return Area.model_validate(sums | answer.columns._asdict())

    def why(self, latitude_deg: float, longitude_deg: float) -> PlaceExplained:
        """The engagement against one place, and what would change it."""
        return at_place.why(_session(), self.state, latitude_deg, longitude_deg)

    def defended(self, town: str) -> TownDefended:
        """What a town is defended against; its name in English or Korean.

        Raises
        ------
        ScenarioError : no town of that name, or several; the sentence lists the labels to choose from.
        """
        best = lookup.meant(base_of(self.state), town)
        where = best.latitude_deg, best.longitude_deg, best.name, best.name_ko
        return towns.defended(_session(), self.state, *where)

    def save(self, kind: str, epoch: str | None = None) -> str:
        """The text of an export: geojson, kml, csv, czml, toml or citation.

        ``epoch`` dates the launch in CZML: ISO 8601 with its zone, such as 2016-09-05T03:13:00Z.
        """
        if kind not in saved.KINDS:
            raise ValueError(f"'{kind}' is no export: expected one of {', '.join(saved.KINDS)}")
        return saved.file(_session(), self.state, kind, epoch=epoch).content

    def _repr_html_(self) -> str:
        totals = self.area().totals
        share, whole = totals.share_of_people, totals.threatened
        head = f"<p><b>{html.escape(base_of(self.state).title)}</b><br>{html.escape(self.state.to_query())}</p>"
        if share.value is None:
            return f"{head}<p>No place of the study is within range of this flight.</p>"
        ends = formats.span(formats.percent(share.bad), formats.percent(share.good))
        area = formats.part_of(
            formats.area(totals.defended.value.area_m2), formats.area(whole.area_m2)
        )
        return (
            f"{head}<p>People defended: <b>{formats.percent(share.value)}</b> ({ends}) of "
            f"{formats.people(whole.people)}; {area}.</p>"
        )
