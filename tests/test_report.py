"""The report: one page that fetches nothing, says what the run says, and is the same each time."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from shieldmap import archive, report, scenario as scenarios
from shieldmap.archive import Run
from shieldmap.report import drawing, maps, words

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
    raw = given.as_mapping()
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
    sources = text[text.index('<dl class="bib">') : text.index("</dl>")]
    assert outside
    assert all(f'href="{link}"' in sources.replace("&amp;", "&") for link in outside)


def test_every_link_inside_the_page_arrives(page: Page, text: str) -> None:
    inside = {link[1:] for link in page.hrefs if link.startswith("#")}
    assert inside - set(page.ids) == set()
    drawn = set(re.findall(r"url\(#([^)]*)\)", text)) | {t[1:] for t in page.fetched}
    assert drawn - set(page.ids) == set()


def test_every_source_is_in_the_bibliography(run: Run, page: Page) -> None:
    listed = {name.removeprefix("bib-") for name in page.ids if name.startswith("bib-")}
    assert set(run.manifest["sources"]) == listed
    summary = run.summary
    used = [row["source"] for row in summary["assumptions"] + summary["weak_inputs"]]
    used += [row["source"] for row in summary["launch_points"] + summary["compared"]]
    assert {key for source in used for key in words.keys(source)} <= listed


def test_headline_numbers_are_those_of_the_summary(run: Run, text: str) -> None:
    for threat in run.summary["threats"]:
        row = re.search(rf'<tr data-threat="{threat["id"]}">.*?</tr>', text, re.DOTALL)
        assert row is not None
        shown = re.findall(r'<data value="([^"]*)">([^<]*)</data>', row.group())
        share, sums = threat["share_of_people"], threat["defended"]
        sampled = threat["sampled"]["share_of_people"]
        expected = [
            *((share[end], words.percent(share[end])) for end in ("low", "value", "high")),
            *((sampled[q], words.percent(sampled[q])) for q in ("p05", "p95")),
            *(
                (sums[end]["people"], words.million(sums[end]["people"]))
                for end in ("low", "value", "high")
            ),
        ]
        assert [(float(value), written) for value, written in shown] == expected


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("Map of the places defended against Hwasong-6", ["°E", "°N", "100 km", "Seoul"]),
        ("Map of the places defended against Hwasong-7", ["°E", "°N", "100 km", "Samjiyon"]),
        ("Map of the first failed constraint", ["°E", "°N", "100 km", "Seoul"]),
        ("People defended by missile", ["million people", "Hwasong-6"]),
        ("Area defended by missile", ["thousand km²", "Hwasong-6"]),
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
    assert [label for label in labels if label not in body.replace("&#x27;", "'")] == []
    # Nothing smaller than 7 points, at the size at which the figure is drawn.
    sizes = [float(size) for size in re.findall(r"font(?:-size)?: ?(?:[a-z]+ )*([\d.]+)px", body)]
    assert sizes
    assert min(sizes) >= 7.0


def test_the_maps_show_the_sums(run: Run) -> None:
    cells = maps.read_cells(run)
    area_m2 = run.arrays()["area_m2"][: cells.status.shape[1]]
    for threat in run.summary["threats"]:
        for end, sums in threat["defended"].items():
            chosen = maps.kinds(cells, threat["id"], end) == maps.EVERY
            assert area_m2[chosen].sum() == pytest.approx(sums["area_m2"], rel=1e-6)
        shown = maps.reasons(cells, threat["id"])
        for part in threat["reasons"]:
            code = maps.Constraint[part["constraint"].upper()]
            assert area_m2[shown == code].sum() == pytest.approx(part["area_m2"], rel=1e-6)


def test_the_same_run_gives_the_same_page(run: Run, text: str) -> None:
    assert report.write(run.path).read_text(encoding="utf-8") == text


def test_the_users_matplotlib_settings_change_nothing(run: Run) -> None:
    import matplotlib as mpl

    before = drawing.svg(report.reasons_figure(run), "x", "x")
    with mpl.rc_context({"font.size": 20.0, "lines.linewidth": 9.0, "svg.fonttype": "path"}):
        assert drawing.svg(report.reasons_figure(run), "x", "x") == before


def test_the_page_says_its_limits_and_how_to_make_it_again(run: Run, text: str) -> None:
    plain = re.sub(r"\s+", " ", text)
    for needed in (
        "A shot that fits is not a hit",
        "for orientation only",
        "shieldmap run scenario.toml",
        run.manifest["run_hash"],
        *run.manifest["sha256"].values(),
    ):
        assert needed in plain
    assert 'lang="en"' in text
    assert f"{run.summary['grid']['census_people']:,}" in text


def test_seoul_is_answered_in_a_sentence(run: Run, text: str) -> None:
    seoul = next(asset for asset in run.summary["assets"] if asset["id"] == "seoul")
    reached = [result for result in seoul["by_threat"] if result["status"] == "threatened"]
    assert "missiles that reach it" in text
    for result in reached:
        if not result["defended"]:
            assert result["reason_text"] in text.replace("&#39;", "'")


def test_a_folder_that_is_no_run_is_refused(tmp_path: Path) -> None:
    with pytest.raises(archive.ArchiveError, match="not a finished run"):
        report.write(tmp_path)


def test_texts_from_files_are_escaped(run: Run, tmp_path: Path) -> None:
    for path in run.path.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    summary = run.summary | {"title": "<b>bold</b> & plain"}
    (tmp_path / archive.SUMMARY).write_text(json.dumps(summary), encoding="utf-8")
    text = report.write(tmp_path).read_text(encoding="utf-8")
    assert "<b>bold</b>" not in text
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; plain" in text


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (words.people(16_804_221.5), "16.8 million"),
        (words.people(999_700), "1.0 million"),
        (words.people(420_331), "420,000"),
        (words.people(12_345), "12,000"),
        (words.people(3_440), "3,400"),
        (words.people(0), "0"),
        (words.million(14_000), "<0.1"),
        (words.million(0), "0.0"),
        (words.percent(0.324), "32 %"),
        (words.percent(0.001), "<1 %"),
        (words.percent(None), "–"),
        (words.span("7 %".replace(" ", words.NB), "42 %".replace(" ", words.NB)), "7–42 %"),
        (words.span("0 %", "0 %"), "0 %"),
        (words.quantity(40_000.0, "m"), "40 km"),
        (words.quantity(4764.0, "m/s"), "4.76 km/s"),
        (words.quantity(5600.0, "kg/m^2"), "5,600 kg/m²"),
        (words.quantity(0.05, "s"), "0.05 s"),
        (words.quantity(20.0, "1"), "20"),
        (words.margin(-43_514.3, "m"), "−44 km"),
        (words.margin(-1.17, "s"), "−1.2 s"),
        (words.margin(0.2832, "rad"), "+16°"),
        (words.margin(None, "s"), "–"),
        (words.area(55_782_267_700.0), "55,800 km²"),
        (words.listed(["a", "b", "c"]), "a, b and c"),
    ],
)
def test_numbers_are_written_for_readers(given: str, expected: str) -> None:
    assert given.replace(words.NB, " ") == expected


def test_keys_lose_their_pages() -> None:
    assert words.keys("key2016#p12, other") == ["key2016", "other"]
    assert words.keys(None) == []
