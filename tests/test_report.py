"""The report: one page that fetches nothing, says what the run says, and is the same each time."""

import html
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from shieldmap import archive, formats, report, scenario as scenarios, terms
from shieldmap.archive import Run
from shieldmap.report import answer, drawing, maps, phrases, tables, templates, validation
from shieldmap.report.labels import Labels
from shieldmap.results import SpotEngagement, StudyCoverage, code_of
from tests.conftest import WITHOUT_RAID
from tests.runs import signed

VOID = {"meta", "link", "br", "img", "hr", "input", "col", "area", "base", "source", "wbr"}
THREATS = ("hwasong-6", "hwasong-7")
"""Two missiles with two and five launch points: enough for every kind of cell."""


class Page(HTMLParser):
    """The page's elements: balance, ids, links and texts of figures."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.fetched: list[str] = []
        self.tags: set[str] = set()
        self.problems: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name == "href" and tag == "a":
                self.hrefs.append(value or "")
            elif name in {"src", "srcset", "poster", "href", "xlink:href", "action"}:
                self.fetched.append(value or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.problems.append(f"</{tag}> closes {self.open[-1:]} at {self.getpos()}")
        else:
            self.open.pop()


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The korea scenario on a coarse grid, with two missiles."""
    folder = tmp_path_factory.mktemp("report")
    given = scenarios.load("korea")
    raw = given.as_mapping() | WITHOUT_RAID
    raw["threats"] = [threat for threat in raw["threats"] if threat["missile"] in THREATS]
    raw["threats"] = [threat for threat in raw["threats"] if threat["class"] == "minimum-energy"]
    raw["grid"]["spacing_km"] = 50
    raw["towns"]["minimum_population"] = 500_000
    small = scenarios.build(raw, "small")
    path = folder / "small.toml"
    path.write_text(scenarios.to_toml(small), encoding="utf-8")
    return archive.make_run(str(path), str(folder / "runs"), finish=report.write)


@pytest.fixture(scope="session")
def text(run: Run) -> str:
    return run.report.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def page(text: str) -> Page:
    return Page(text)


def figure(text: str, name: str) -> str:
    """The figure whose label begins so."""
    found = re.findall(
        r'<svg class="drawn"[^>]*aria-label="([^"]*)"[^>]*>(.*?)</svg>', text, re.DOTALL
    )
    bodies = [body for label, body in found if label.startswith(name)]
    assert len(bodies) >= 1, f"no figure '{name}' among {[label for label, _ in found]}"
    return bodies[0]


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A study with launchers away from the battery, its own reach, and two Hwasong-6."""
    folder = tmp_path_factory.mktemp("sites")
    raw = scenarios.load("korea").as_mapping() | WITHOUT_RAID
    raw["threats"] = [threat for threat in raw["threats"] if threat["missile"] == "hwasong-6"]
    raw["threats"].append(
        {"id": "another", "missile": "scud-c", "class": "minimum-energy",
         "launch_points": ["sukchon"]}
    )  # fmt: skip
    raw["assets"], raw["grid"]["spacing_km"] = raw["assets"][2:5], 100
    raw["towns"]["minimum_population"] = 900_000
    raw["defence"]["assumptions"] = {
        "reach_km": {"value": 150, "low": 120, "high": 180, "source": "mine-2024"}
    }
    raw["defence"]["launcher_sites"] = [
        {"name": "Gyeryong (the hill)", "latitude_deg": 36.3, "longitude_deg": 127.2 - n,
         "altitude_m": 100, "launchers": launchers, "source": "mine-2024"}
        for n, launchers in enumerate((1, 0))
    ]  # fmt: skip
    raw["defence"]["launcher_sites"][1]["name"] = "An empty place"
    raw["sources"] = [{"key": "mine-2024", "title": "Mine"}]
    path = folder / "sites.toml"
    path.write_text(scenarios.to_toml(scenarios.build(raw, "sites")), encoding="utf-8")
    return archive.make_run(str(path), str(folder / "runs"), finish=report.write)


def words_of(text: str) -> str:
    """What the page says, without tags and with plain spaces."""
    plain = html.unescape(re.sub(r"<[^>]*>", " ", text)).replace(formats.NB, " ")
    return re.sub(r"\s+", " ", plain)


def section(text: str, name: str) -> str:
    start = text.index(f'<section id="{name}"')
    return text[start : text.index("</section>", start)]


def test_the_page_says_what_stands_where(sites: Run) -> None:
    text = sites.report.read_text(encoding="utf-8")
    said = words_of(section(text, "assumptions"))
    assert "Gyeryong (the hill) 1 launcher, 8 interceptors 36.30° 127.20° mine-2024" in said
    assert "Seongju (Lotte Skyhill, Chojeon-myeon) 6 launchers, 48 interceptors 36.05°" in said
    assert "An empty place 0 launchers, 0 interceptors" in said
    assert "AN/TPY-2 radar" in said
    shown = section(text, "answer")
    assert "launchers away from the battery: Gyeryong (the hill), An empty place" in words_of(shown)
    assert "reach of 150 km about every place with launchers" in words_of(shown)
    for threat in ("from Hwangju and Kittaeryong", "from Sukchon"):
        assert threat in section(text, "places")
    # A ring about the battery and one about the site with launchers; none where there are none.
    ring = 'stroke-dasharray="1 1.8"'
    assert figure(text, "Map of the places defended").count(ring) == 2
    assert ">Gyeryong</text>" in figure(text, "Map of the places defended")


def test_two_threats_of_one_missile_and_class_are_told_apart(sites: Run, run: Run) -> None:
    summary = sites.footprint
    names = {phrases.threat_name(threat, summary) for threat in summary.threats}
    short = [phrases.threat_short(threat, summary) for threat in summary.threats]
    assert len(names) == 2
    assert short[1] == "Hwasong-6, from Sukchon"
    text = sites.report.read_text(encoding="utf-8")
    assert all(text.count(name) > 2 for name in short)
    assert all(phrases.threat_mark(threat, run.footprint) == "" for threat in run.footprint.threats)
    # From the same place only the id tells them apart.
    first = summary.threats[0].by_launch_point[:1]
    twins = tuple(
        threat.model_copy(update={"by_launch_point": first}) for threat in summary.threats
    )
    alike = summary.model_copy(update={"threats": twins})
    assert phrases.threat_mark(twins[1], alike) == "another"


def test_a_number_of_the_scenario_shows_the_catalogues_as_rivals(sites: Run, run: Run) -> None:
    row = {row["id"]: row for row in tables.assumptions(sites)}["reach"]
    assert [rival.value.replace(formats.NB, " ") for rival in row["rivals"]] == [
        "200 km", "150 km", "150 km", "100 km", "300 km",
    ]  # fmt: skip
    row = {row["id"]: row for row in tables.assumptions(run)}["reach"]
    assert [rival.keys for rival in row["rivals"]] == [
        ["crs-if12645-2024"],
        ["newsimpact-thaad-2020"],
        ["herald-pyeongtaek-2016"],
        ["dddjmc-2016"],
    ]
    said = words_of(run.report.read_text(encoding="utf-8"))
    assert "to show the rival figure of 300 km (dddjmc-2016), which enters neither bad" in said


def test_every_limit_that_fails_is_listed_at_the_places_asked_about(run: Run, text: str) -> None:
    said = words_of(section(text, "reasons"))
    several = 0
    for spot in answer.asked(run):
        for result in spot.by_threat:
            if isinstance(result, SpotEngagement) and not result.defended:
                failed = "; ".join(phrases.failed(part) for part in result.failed)
                assert failed.replace(formats.NB, " ") in said
                several += len(result.failed) > 1
    assert several


def test_the_places_asked_about_are_the_greatest_cities_that_say_something_new(run: Run) -> None:
    asked = answer.asked(run)
    assert 1 < len(asked) <= 4
    assert asked[0].id == "seoul"
    assert {spot.kind for spot in asked} == {"city"}
    rows = [tuple(answer.verdict(result) for result in spot.by_threat) for spot in asked]
    assert len(set(rows)) == len(rows)
    # One that is left out has fewer people than the last, or the verdicts of one that is told.
    people = {town.name: town.people for town in run.footprint.towns}
    least = min(people.get(spot.name, 0.0) for spot in asked)
    for spot in run.footprint.assets:
        if spot.kind == "city" and spot not in asked and people.get(spot.name, 0.0) > least:
            assert tuple(answer.verdict(result) for result in spot.by_threat) in rows


def test_a_cell_tells_its_verdict_without_colour(run: Run, text: str) -> None:
    table = section(text, "places").split("</table>")[0]
    results = [result for asset in run.footprint.assets for result in asset.by_threat]
    judged = [result for result in results if isinstance(result, SpotEngagement)]
    for verdict, symbol in (("holds", "●"), ("hangs", "◐"), ("fails", "○")):
        count = sum(result.verdict == verdict for result in judged)
        assert count
        assert table.count(f'<td class="{verdict}">') == table.count(f">{symbol}</b>") == count


def test_the_three_verdicts_keep_their_order_in_a_grey_print() -> None:
    css = (templates.TEMPLATES / "report.css").read_text(encoding="utf-8")
    printed = css.split("@media print")[1]

    def light(name: str) -> float:
        found = re.search(rf"--{name}: #([0-9a-f]{{6}})", printed)
        assert found
        red, green, blue = bytes.fromhex(found[1])
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    # Of 255: steps of 8 and more can be seen beside each other.
    assert light("no") - light("between") > 8.0
    assert light("between") - light("yes") > 8.0
    assert "repeating-linear-gradient" in css.split("td.hangs")[1].split("}")[0]


def test_the_first_page_answers_and_the_annex_follows(text: str) -> None:
    order = re.findall(r'<(?:section|nav) id="([\w-]+)"', text)
    assert order == [
        "answer", "contents", "places", "reasons", "ranges", "missiles", "engagements", "radar",
        "sweeps", "low", "assumptions", "weak", "trust", "limits", "claims", "sources", "again",
    ]  # fmt: skip
    first = section(text, "answer")
    assert first.count('role="img"') == 1
    assert len(re.findall(r'<p class="answer">', first)) <= 3
    assert first.index('class="answer"') < first.index("<svg") < first.index("<table")
    lines = text.split('<nav id="contents"')[1].split("</nav>", maxsplit=1)[0]
    linked = re.findall(r'href="#([\w-]+?)(?:-open)?"', lines)
    assert linked == order[2:]


def test_the_lead_begins_with_the_median_of_the_main_missile(run: Run) -> None:
    main = answer.main_threat(run)
    drawn = main.sampled.share_of_people
    first, *more = answer.lead(run)
    assert f"would defend {formats.percent(drawn.p50)} of the people" in first
    assert f"median of {main.sampled.samples} joint draws" in first
    assert formats.span(formats.percent(drawn.p05), formats.percent(drawn.p95)) in first
    results = [result for asset in run.footprint.assets for result in asset.by_threat]
    judged = [result for result in results if isinstance(result, SpotEngagement)]
    counts = {
        name: sum(result.verdict == name for result in judged)
        for name in ("holds", "fails", "hangs")
    }
    assert f"{counts['holds']} hold" in more[-1]
    assert f"{counts['fails']} fail" in more[-1]
    assert f"{counts['hangs']} hang on a number" in more[-1]


def test_the_weak_inputs_count_only_what_the_run_uses(run: Run, sites: Run, text: str) -> None:
    said = words_of(section(text, "weak"))
    for unused in ("kill probability", "single shot", "reload", "(cost)", "chain (delays)"):
        assert unused not in said
    assert "direction of the radar" in said
    assert "position of Seongju" in said
    assert "Estimates of this project: " in said
    for estimate in ("share of time (search)", "commit gate (fire control)"):
        assert estimate in said
    assert "On a single source, with no other figure beside it" in said
    counts = [
        int(count)
        for count in re.findall(r"(\d+) (?:are|rest)", said.split("Estimates of this project")[0])
    ]
    listed = tables._every_weak(run)
    assert sum(counts) == len(listed) < tables.input_count(run)
    # The scenario's reach takes the place of the catalogue's.
    assert ("thaad", "envelope.reach") in tables._used(run) - tables._used(sites)


def test_the_legend_of_reasons_holds_those_that_appear_and_no_others(run: Run, text: str) -> None:
    legend = section(text, "reasons").split("</ul>")[0]
    shown = {
        part.text for threat in run.footprint.threats for part in threat.reasons if part.people > 0
    }
    codes = maps.reasons(maps.read_cells(run), answer.main_threat(run).id)
    shown |= {maps.reason_fills()[maps.Constraint(c)].text for c in set(codes.tolist()) - {127}}
    assert set(re.findall(r"<span>([^<]*)</span>", html.unescape(legend))) == shown


def test_the_page_is_well_formed(page: Page) -> None:
    assert page.problems == []
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))


def test_the_page_fetches_nothing(page: Page, text: str) -> None:
    assert not {"script", "link", "img", "iframe", "object", "embed", "image"} & page.tags
    assert [target for target in page.fetched if not target.startswith("#")] == []
    assert "@import" not in text
    assert re.findall(r"url\((?!#)", text) == []
    outside = [link for link in page.hrefs if not link.startswith("#")]
    # What somebody said links to where; all else to the bibliography.
    sources = text[text.index('<dl class="bib columns">') : text.index("</dl>")]
    sources += section(text, "claims")
    assert outside
    assert all(f'href="{link}"' in sources.replace("&amp;", "&") for link in outside)


def test_every_link_inside_the_page_arrives(page: Page, text: str) -> None:
    inside = {link[1:] for link in page.hrefs if link.startswith("#")}
    assert inside - set(page.ids) == set()
    drawn = set(re.findall(r"url\(#([^)]*)\)", text)) | {t[1:] for t in page.fetched}
    assert drawn - set(page.ids) == set()


def test_every_source_is_in_the_bibliography(run: Run, page: Page) -> None:
    listed = {name.removeprefix("bib-") for name in page.ids if name.startswith("bib-")}
    assert set(run.manifest.sources) == listed
    summary = run.footprint
    used = [row.source for row in (*summary.assumptions, *summary.weak_inputs)]
    used += [row.source for row in summary.launch_points]
    used += [row.source for row in summary.compared if row.source]
    assert {key for source in used for key in phrases.keys(source)} <= listed


def test_headline_numbers_are_those_of_the_summary(run: Run, text: str) -> None:
    for threat in run.footprint.threats:
        row = re.search(rf'<tr data-threat="{threat.id}">.*?</tr>', text, re.DOTALL)
        assert row is not None
        shown = re.findall(r'<data value="([^"]*)">([^<]*)</data>', row.group())
        share = threat.share_of_people
        drawn = [part.share_of_people for part in (threat.at_random, threat.sampled)]
        shares = [one for part in drawn for one in (part.p50, part.p05, part.p95)]
        shares += [threat.sampled.triangle_share, share.value, share.bad, share.good]
        expected = [(part, formats.percent(part)) for part in shares]
        assert [(float(value), written) for value, written in shown] == expected


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("Map of the places defended against Hwasong-7", ["°E", "°N", "100 km", "Samjiyon"]),
        ("Map of the first failed constraint", ["°E", "°N", "100 km", "Seoul"]),
        ("People defended by missile", ["million people", "Hwasong-6"]),
        ("People defended against interceptor", ["slant range (km)", "million people defended"]),
        ("People defended against reaction", ["firm track to launch (s)", "million people"]),
        ("People threatened and not defended", ["million people", "Hwasong-6"]),
        ("Published apogees", ["published apogee (km)", "floor 40 km", "KN-23"]),
        ("Phases of the engagement", ["time since the missile", "(s)", "missile burns"]),
        ("Altitude over distance", ["over the ground (km)", "altitude (km)", "floor", "reach"]),
    ],
)
def test_every_figure_is_there_and_says_its_units(text: str, name: str, labels: list[str]) -> None:
    body = figure(text, name)
    assert [
        label
        for label in labels
        if label not in body.replace("&#x27;", "'").replace(formats.NB, " ")
    ] == []
    # Nothing smaller than 7 points, at the size at which the figure is drawn.
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)px"', body)]
    assert sizes
    assert min(sizes) >= 7.0


def test_the_maps_show_the_sums(run: Run) -> None:
    cells = maps.read_cells(run)
    area_m2 = run.arrays()["area_m2"][: cells.status.shape[1]]
    for threat in run.footprint.threats:
        for end, sums in threat.defended:
            chosen = maps.kinds(cells, threat.id, end) == maps.EVERY
            assert area_m2[chosen].sum() == pytest.approx(sums.area_m2, rel=1e-6)
        shown = maps.reasons(cells, threat.id)
        for part in threat.reasons:
            code = maps.Constraint[part.constraint.upper().replace("-", "_")]
            assert area_m2[shown == code].sum() == pytest.approx(part.area_m2, rel=1e-6)


def test_the_same_run_gives_the_same_page(run: Run, text: str) -> None:
    assert report.write(run.path).read_text(encoding="utf-8") == text


def test_the_page_needs_no_matplotlib(run: Run, text: str) -> None:
    # Loading it would cost every run half a second, and its figures several more.
    script = (
        "import sys; sys.modules['matplotlib'] = None\n"
        "from pathlib import Path; from shieldmap import archive; from shieldmap.report import page\n"
        "sys.stdout.reconfigure(encoding='utf-8')\n"
        f"print(page.render(archive.Run(Path({str(run.path)!r}))), end='')"
    )
    made = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, encoding="utf-8"
    )
    assert made.stdout == text


def test_the_ground_is_drawn_once_for_all_maps_of_a_scale(run: Run, text: str) -> None:
    grounds = re.findall(r'<g id="(land[^"]*)">', text)
    # The map of the main missile, that of reasons, that of lowest altitudes, and those of detection.
    assert len(grounds) == len(set(grounds)) == 4
    assert isinstance(run.coverage, StudyCoverage)
    maps_of_radar = 1 + len(run.coverage.altitudes)
    assert text.count('href="#land') == 2 + maps_of_radar


def test_every_constraint_has_a_fill_of_its_own() -> None:
    fills = maps.reason_fills()
    assert set(fills) == set(maps.Constraint)
    assert len({(fill.colour, fill.hatch) for fill in fills.values()}) == len(fills)
    assert {code_of(code) for code in fills} <= set(terms.REASONS)
    assert all(fill.text for fill in fills.values())


def test_names_on_a_map_do_not_cover_each_other() -> None:
    canvas = drawing.Canvas(3.0, 3.0)
    labels = Labels(drawing.Box(0.0, 0.0, 216.0, 216.0))
    spots = [(60.0 + 9.0 * (k % 7), 60.0 + 7.0 * (k // 7)) for k in range(35)]
    placed = [labels.put(canvas, "Seongju", x, y) for x, y in spots]
    assert 5 < sum(placed) < len(placed)
    for one, other in combinations(labels.taken, 2):
        across = abs(one.left - other.left) >= min(one.width, other.width) - 1e-9
        assert across or abs(one.top - other.top) >= min(one.height, other.height) - 1e-9
    assert labels.put(canvas, "Seongju", 80.0, 80.0, must=True)
    edge = Labels(labels.frame)
    assert edge.put(canvas, "Busan", 214.0, 100.0)
    assert edge.taken[-1].left + edge.taken[-1].width <= 216.0


def test_hatches_and_ids_of_one_figure_stay_its_own() -> None:
    fill = drawing.Fill("", "#ffffff", "//", "#000000")
    one, other = drawing.swatch(fill, "a"), drawing.swatch(fill, "b")
    assert re.findall(r' id="([^"]*)"', one) == ["a-h02-ffffff"]
    assert one.replace("a-h02", "b-h02") == other
    assert drawing._NAME not in one


@pytest.mark.parametrize(
    ("low", "high", "steps"),
    [
        (0.0, 51.8, [0.0, 10.0, 20.0, 30.0, 40.0, 50.0]),
        (100.0, 300.0, [100.0, 150.0, 200.0, 250.0, 300.0]),
        (0.0, 0.3, [0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3]),
    ],
)
def test_ticks_are_round_numbers(low: float, high: float, steps: list[float]) -> None:
    assert drawing.nice_steps(low, high, 6) == pytest.approx(steps)


def test_outlines_are_written_short() -> None:
    points = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 2.004], [1.0, 2.0], [3.0, 4.0]])
    assert drawing.polyline(points) == "M0 0H1V2L3 4"
    assert [drawing.number(value) for value in (-0.001, 100.0, 1.255, -2.5)] == [
        "0", "100", "1.25", "-2.5",
    ]  # fmt: skip


def test_a_place_shows_its_share_of_the_draws_and_its_seconds_in_hand(run: Run, text: str) -> None:
    plain = text.replace(formats.NB, " ")
    results = [result for asset in run.footprint.assets for result in asset.by_threat]
    threatened = [result for result in results if isinstance(result, SpotEngagement)]
    for result in threatened:
        symbol = {"holds": "●", "hangs": "◐", "fails": "○"}[str(result.verdict)]
        share = html.escape(formats.percent(result.share_of_samples).replace(formats.NB, " "))
        assert f"{symbol}</b> {share}" in plain
    told = section(plain, "reasons")
    asked = [result for spot in answer.asked(run) for result in spot.by_threat]
    defended = [one for one in asked if isinstance(one, SpotEngagement) and one.defended]
    assert defended
    for result in defended:
        assert f"{result.slack_s:,.0f} s in hand" in told
    assert "by how much the last shot of the doctrine could be later" in told
    assert "They are not slack in the reaction time" in told


def test_the_answer_says_where_published_values_stand(run: Run, text: str) -> None:
    assert "published values of the interceptor’s floor, ceiling and reach" in text
    assert "stand at the favourable end of their ranges" in text
    assert answer.one_sided(run) in text


def test_the_legend_of_the_maps_holds_the_marks_that_appear_and_no_others(text: str) -> None:
    legend = html.unescape(section(text, "answer").split("</ul>")[0])
    assert "launch point" in legend
    assert "outside the map" not in legend  # all launch points of this study lie inside
    assert "slant-range reach" in legend


def test_an_engagement_says_that_it_is_one_flight_at_the_values(run: Run, text: str) -> None:
    said = section(text, "engagements").count("One flight from this launch point")
    assert said == len(run.engagements)


def test_an_engagement_without_interceptors_says_so(run: Run, text: str) -> None:
    silent = sum(not engagement.interceptors for engagement in run.engagements)
    assert silent > 0
    assert text.count("No interceptor is drawn, because none flies") == silent
    assert text.count("straight to the target, not over the ground") == len(run.engagements)


def test_the_page_says_its_limits_and_how_to_make_it_again(run: Run, text: str) -> None:
    plain = re.sub(r"\s+", " ", text)
    for needed in (
        "A shot that fits is not a hit",
        "for orientation only",
        "shieldmap run scenario.toml",
        run.manifest.run_hash,
        *(told for name, told in run.manifest.sha256.items() if name != archive.REPORT),
    ):
        assert needed in plain
    assert 'lang="en"' in text
    total = run.footprint.grid.country_total
    assert total is not None
    assert f"{total.people:,}" in text


def test_the_page_says_how_far_the_flights_can_be_trusted(text: str) -> None:
    results = validation.read_validation()
    part = section(text, "trust")
    assert f"{results.totals.tests} comparisons" in part
    for group in results.groups:
        assert html.escape(group.title) in part
    # Every failure stands there with its sentence.
    for row in validation.failures(results):
        assert html.escape(row.known).replace("&#x27;", "&#39;") in part
    for reason, count in results.unusable.by_reason.items():
        assert f"{reason} {count}" in part


def test_seoul_is_answered_in_a_sentence(run: Run, text: str) -> None:
    seoul = next(spot for spot in answer.asked(run) if spot.id == "seoul")
    reached = [result for result in seoul.by_threat if isinstance(result, SpotEngagement)]
    assert f"defended against none of the {len(reached)} missiles that reach it" in text
    for result in reached:
        if not result.defended:
            assert result.reason_text is not None
            assert result.reason_text in text.replace("&#39;", "'")


def test_a_folder_that_is_no_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(archive.ArchiveError, match="not a finished run"):
        report.write(tmp_path)


def test_texts_from_files_are_escaped(run: Run, tmp_path: Path) -> None:
    for path in run.path.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    summary = run.footprint.as_json() | {"title": "<b>bold</b> & plain"}
    (tmp_path / archive.SUMMARY).write_text(json.dumps(summary), encoding="utf-8")
    signed(tmp_path)
    text = report.write(tmp_path).read_text(encoding="utf-8")
    assert "<b>bold</b>" not in text
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; plain" in text


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (formats.people(16_804_221.5), "16.8 million"),
        (formats.people(999_700), "1.0 million"),
        (formats.people(420_331), "420,000"),
        (formats.people(12_345), "12,000"),
        (formats.people(3_440), "3,400"),
        (formats.people(0), "0"),
        (formats.million(4_000), "<0.01"),
        (formats.million(153_836), "0.15"),
        (formats.million(0), "0.0"),
        (formats.percent(0.324), "32 %"),
        (formats.percent(0.001), "<1 %"),
        (formats.percent(None), "–"),
        (formats.span("7 %".replace(" ", formats.NB), "42 %".replace(" ", formats.NB)), "7–42 %"),
        (formats.span("0 %", "0 %"), "0 %"),
        (formats.quantity(40_000.0, "m"), "40 km"),
        (formats.quantity(4764.0, "m/s"), "4.76 km/s"),
        (formats.quantity(5600.0, "kg/m^2"), "5,600 kg/m²"),
        (formats.quantity(0.05, "s"), "0.05 s"),
        (formats.quantity(20.0, "1"), "20"),
        (formats.margin(-43_514.3, "m"), "−44 km"),
        (formats.margin(-1.17, "s"), "−1.2 s"),
        (formats.margin(0.2832, "rad"), "+16°"),
        (formats.margin(None, "s"), "–"),
        (formats.area(55_782_267_700.0), "55,800 km²"),
        (formats.listed(["a", "b", "c"]), "a, b and c"),
    ],
)
def test_numbers_are_written_for_readers(given: str, expected: str) -> None:
    assert given.replace(formats.NB, " ") == expected


def test_keys_lose_their_pages() -> None:
    assert phrases.keys("key2016#p12, other") == ["key2016", "other"]
    assert phrases.keys(None) == []
