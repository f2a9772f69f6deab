"""The page: figures and tables of a run laid out by the template in ``data/report``."""

from functools import cached_property
from pathlib import Path
from typing import Any, Final, NamedTuple

from shieldmap import files, geodata, terms
from shieldmap.archive import REPORT, Run
from shieldmap.report import (
    answer,
    battle,
    coverage,
    drawing,
    engagements,
    figures,
    maps,
    stability_page,
    tables,
    validation,
    words,
)
from shieldmap.results import code_of

TEMPLATES: Final = Path(__file__).parent.parent / "data" / "report"


class _ReadOnce(Run):
    """A run whose files are read once: the page asks for the summary some eighty times."""

    summary = cached_property(lambda run: Run(run.path).summary)
    engagements = cached_property(lambda run: Run(run.path).engagements)
    coverage = cached_property(lambda run: Run(run.path).coverage)
    battle = cached_property(lambda run: Run(run.path).battle)
    timeline = cached_property(lambda run: Run(run.path).timeline)
    tracks = cached_property(lambda run: Run(run.path).tracks)
    catalogue = cached_property(lambda run: Run(run.path).catalogue)
    scenario = cached_property(lambda run: Run(run.path).scenario)


class Drawn(NamedTuple):
    """A figure as it stands on the page."""

    svg: str
    caption: str


def write(run_dir: Path) -> Path:
    """Write ``report.html`` into a run directory and return its path."""
    run = Run(run_dir)
    path = run.path / REPORT
    files.write(path, render(run).encode())
    return path


def render(run: Run) -> str:
    """The whole page as text; the same run gives the same text."""
    once = _ReadOnce(run.path)
    if once.summary.get("kind") == "stability":
        template, content = stability_page.TEMPLATE, stability_page.context(once)
    else:
        template, content = "report.html.j2", context(once)
    return filled(template, content)


def filled(template: str, content: dict[str, Any]) -> str:
    """A template of ``data/report`` filled in; figures are passed through the filter ``drawn``."""
    import jinja2
    from markupsafe import Markup

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["drawn"] = Markup
    css = (TEMPLATES / "report.css").read_text(encoding="utf-8")
    return environment.get_template(template).render(css=Markup(css), **content)


def context(run: Run) -> dict[str, Any]:
    """Everything that the template asks for."""
    summary = run.summary
    main = answer.main_threat(run)
    assumptions = tables.assumptions(run)
    return {
        "run": {"name": run.manifest["name"], "hash": run.manifest["run_hash"]},
        "summary": summary,
        "manifest": run.manifest,
        "doctrine_text": terms.DOCTRINES[summary["doctrine"]].long.en,
        "chain_text": words.CHAIN_TEXT[summary["chain"]],
        "paragraphs": answer.paragraphs(run),
        "capital": answer.capital(run),
        "headline": tables.headline(run),
        "short_names": [words.threat_short(threat, summary) for threat in summary["threats"]],
        "weak": tables.weak_inputs(run),
        "weak_counts": tables.weak_counts(run),
        "input_count": tables.input_count(run),
        "assets": tables.matrix(run, "assets"),
        "towns": tables.matrix(run, "towns"),
        "engagements": _engagements(run),
        "assumptions": assumptions,
        "standing": tables.standing(run),
        "radar_apart": maps.has_own_place(summary["defence"]["radar"], summary["defence"]),
        "launcher_word": engagements.launcher_word(run),
        "compared": tables.compared(run),
        "launch_points": [
            {**point, "keys": words.keys(point["source"])} for point in summary["launch_points"]
        ],
        "bibliography": tables.bibliography(run),
        "attribution": geodata.attribution(),
        "trust": validation.section(validation.read()),
        "reach": next((row["value"] for row in assumptions if row["id"] == "reach"), ""),
        **_grid(summary["grid"]),
        **_maps(run, main),
        **_charts(run),
        **coverage.section(run),
        **battle.section(run),
    }


def _grid(grid: dict[str, Any]) -> dict[str, Any]:
    return {
        "spacing": words.km(grid["spacing_m"]),
        "people_source": grid["people_source"],
        "people_doubt": grid["people_doubt"],
        "grid_people": f"{grid['people']:,.0f}",
        "country_total": _country_total(grid),
        "grid_area": words.area(grid["area_m2"]),
    }


def _country_total(grid: dict[str, Any]) -> str:
    """What the people on the grid are compared with, as the end of a sentence."""
    whole = grid["country_total"]
    if whole is None:
        return "with no total of the country known to compare them with"
    difference = grid["people"] - whole["people"]
    apart = words.signed(f"{difference:+,.0f}") if abs(difference) >= 0.5 else "none"
    kind = "a census total" if whole["is_census"] else "an estimated total"
    return (
        f"against {kind} of {whole['people']:,} ({whole['year']}; {whole['source']}; "
        f"difference: {apart})"
    )


def _maps(run: Run, main: dict[str, Any]) -> dict[str, Any]:
    """A map for every threat, one of reasons, and the legends that they share."""
    cells = maps.read_cells(run)
    known: set[str] = set()
    drawn = []
    for number, threat in enumerate(run.summary["threats"]):
        figure = maps.defended_map(run, cells, threat)
        share = threat["share_of_people"]["value"]
        text = f"Map of the places defended against {words.threat_name(threat, run.summary)}: " + (
            "it reaches nobody in the country."
            if share is None
            else f"{words.percent(share)} of the people in its range."
        )
        drawn.append(Drawn(drawing.svg(figure, f"map{number}", text, known), threat["note"]))
    name = words.threat_name(main, run.summary)
    text = f"Map of the first failed constraint against {name}."
    why = drawing.svg(maps.reason_map(run, cells, main), "why", text, known)
    return {
        "maps": drawn,
        "map_legend": _legend(list(maps.STATUS_FILLS.values()), "ms"),
        "reason_map": Drawn(why, name),
        "reasons_legend": _legend(_reasons_shown(run.summary, cells, main), "rb"),
        # Hatched white in the map of reasons where the missile does not reach.
        "has_unthreatened": bool((maps.kinds(cells, main["id"]) == maps.NOT_THREATENED).any()),
    }


def _reasons_shown(
    summary: dict[str, Any], cells: maps.Cells, main: dict[str, Any]
) -> list[drawing.Fill]:
    """The fills of the reasons that the chart's bars or the map's cells show, and no others."""
    bars = {
        part["constraint"]
        for threat in summary["threats"]
        for part in threat["reasons"]
        if part["people"] > 0.0
    }
    mapped = set(maps.reasons(cells, main["id"]).tolist())
    return [
        fill
        for code, fill in maps.REASON_FILLS.items()
        if code_of(code) in bars or int(code) in mapped
    ]


def _legend(fills: list[drawing.Fill], name: str) -> list[tuple[str, str]]:
    return [
        (drawing.swatch(fill, f"{name}{number}"), fill.text) for number, fill in enumerate(fills)
    ]


def _charts(run: Run) -> dict[str, Any]:
    summary = run.summary
    curves = [name for name in figures.CURVES if name in summary["threats"][0]["curves"]]
    has_apogees = any(missile["apogee_m"] for missile in summary["compared"])
    return {
        "people_chart": drawing.svg(
            figures.defended_figure(run, "people"),
            "people",
            "People defended by missile and doctrine, with ranges.",
        ),
        "area_chart": drawing.svg(
            figures.defended_figure(run, "area_m2"),
            "area",
            "Area defended by missile and doctrine, with ranges.",
        ),
        "curve_charts": [
            Drawn(
                drawing.svg(
                    figures.curve_figure(run, name, what),
                    f"curve-{name}-{noun.lower()}",
                    f"{noun} defended against {figures.CURVES[name][0]}.",
                ),
                _curve_caption(run, name) if what == "people" else "",
            )
            for name in curves
            for what, noun in (("people", "People"), ("area_m2", "Area"))
        ],
        "reasons_chart": drawing.svg(
            figures.reasons_figure(run),
            "reasons",
            "People threatened and not defended, by missile and reason.",
        ),
        "compared_chart": drawing.svg(
            figures.compared_figure(run),
            "compared",
            "Published apogees of missiles that are not flown, beside the floor.",
        )
        if has_apogees
        else "",
    }


def _curve_caption(run: Run, name: str) -> str:
    """Why a curve goes further than the range: to the rival figure that lies farthest outside."""
    rival = tables.beyond(run, name)
    if rival is None:
        return ""
    return (
        f"The curve goes beyond the range to show the rival figure of {rival['value']} "
        f"({', '.join(rival['keys'])}), which enters neither low nor high nor the draws."
    )


def _engagements(run: Run) -> list[dict[str, Any]]:
    """The drawn engagements: two figures and a table each."""
    out = []
    for number, engagement in enumerate(run.engagements):
        title = engagements.title_of(run, engagement)
        out.append(
            {
                "title": title,
                "place_ko": engagement["place_ko"],
                "shots": len(engagement["interceptors"]),
                "outcome": engagements.outcome(engagement),
                "timeline_chart": drawing.svg(
                    engagements.timeline_figure(run, engagement),
                    f"time{number}",
                    f"Phases of the engagement in order. {title}.",
                ),
                "side_chart": drawing.svg(
                    engagements.side_view_figure(run, engagement),
                    f"side{number}",
                    f"Altitude over distance from the launcher. {title}.",
                ),
                "rows": tables.timeline(engagement),
                "failed": [words.failed(failed) for failed in engagement["failed"]],
            }
        )
    return out
