"""The page: figures and tables of a run laid out by the template in ``data/report``."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from shieldmap import files, formats, geodata, terms, words
from shieldmap.archive import Run
from shieldmap.report import (
    answer,
    battle,
    claims,
    coverage,
    deciding,
    drawing,
    engagements,
    figures,
    map_marks,
    maps,
    phrases,
    side_view,
    stability_page,
    tables,
    validation,
)
from shieldmap.report.templates import filled
from shieldmap.results import (
    FootprintSummary,
    StabilitySummary,
    SummaryGrid,
    ThreatSummary,
    code_of,
)
from shieldmap.words import t


class Drawn(NamedTuple):
    """A figure as it stands on the page."""

    svg: str
    caption: str


def write(run_dir: Path) -> Path:
    """Write the report into a run directory and return its path: ``report.html``, in Korean ``report.ko.html``."""
    run = Run(run_dir)
    files.write(run.report, render(run).encode())
    return run.report


def render(run: Run) -> str:
    """The whole page as text in the reader's language; the same run gives the same text."""
    if isinstance(run.summary, StabilitySummary):
        return filled(stability_page.TEMPLATE, stability_page.context(run))
    return filled("report.html.j2", context(run))


def context(run: Run) -> Mapping[str, object]:
    """Everything that the template asks for."""
    summary = run.footprint
    main = answer.main_threat(run)
    assumptions = tables.assumptions(run)
    asked = answer.asked(run)
    return {
        "run": {"name": run.manifest.name, "hash": run.manifest.run_hash},
        "summary": summary,
        "manifest": run.manifest,
        "doctrine": phrases.doctrine(summary.doctrine),
        "doctrine_text": words.of(terms.DOCTRINES[summary.doctrine].long),
        "lead": answer.lead(run),
        "at_values": answer.at_values(run),
        "headline": tables.headline(run),
        "draws": main.sampled.samples,
        "front": tables.front(run, asked),
        "asked": [phrases.named(spot) for spot in asked],
        "places": tables.places(run, asked),
        "short_names": [phrases.threat_short(threat, summary) for threat in summary.threats],
        "weak": tables.weak_by_system(run),
        "weak_counts": tables.weak_counts(run),
        "input_count": tables.input_count(run),
        "assets": tables.matrix(run, "assets"),
        "towns": tables.matrix(run, "towns"),
        "engagements": _engagements(run),
        "assumptions": assumptions,
        "standing": tables.standing(run),
        "radar_apart": map_marks.has_own_place(summary.defence.radar, summary.defence),
        "sites": ", ".join(phrases.name(site) for site in summary.defence.launcher_sites),
        "versions": ", ".join(f"{name} {one}" for name, one in run.manifest.versions.items()),
        "compared": tables.compared(run),
        "launch_points": tables.launch_points(run),
        "bibliography": tables.bibliography(run),
        "attribution": geodata.attribution(),
        "trust": validation.section(validation.read_validation()),
        "reach": next((row["value"] for row in assumptions if row["id"] == "reach"), ""),
        **_grid(summary.grid),
        **_maps(run, main),
        **_charts(run),
        **coverage.section(run),
        **deciding.section(run),
        **claims.section(run),
        **battle.section(run),
    }


def _grid(grid: SummaryGrid) -> dict[str, object]:
    return {
        "spacing": formats.km(grid.spacing_m),
        "is_places": not grid.countries,
        "people_doubt": words.said(grid.people_doubt or ""),
        "people_limit": _people_limit(grid),
    }


def _people_limit(grid: SummaryGrid) -> str:
    """Whose people are counted, and what their sum is compared with."""
    told = {
        "source": "; ".join(words.said(one) for one in grid.people_source.split("; ")),
        "people": formats.number(grid.people),
        "area": formats.area(grid.area_m2),
    }
    whole = grid.country_total
    if not grid.countries:
        return t("report_limit_people_places", **told)
    if whole is None:
        return t("report_limit_people", **told)
    difference = round(grid.people - whole.people)
    return t(
        f"report_limit_people_{'census' if whole.is_census else 'estimate'}",
        **told,
        total=whole.people,
        year=str(whole.year),
        total_source=words.said(whole.source),
        difference=formats.signed(f"{difference:+,}") if difference else t("none"),
    )


def _maps(run: Run, main: ThreatSummary) -> dict[str, object]:
    """The map of the main threat, the one of reasons, and their legends."""
    cells = maps.read_cells(run)
    figure = maps.probability_map(run, cells, main)
    share = main.sampled.share_of_people.p50
    name = phrases.threat_name(main, run.footprint)
    if share is None:
        text = t("figure_map_label_nobody", name=name)
    else:
        text = t("figure_map_label", name=name, share=formats.percent(share))
    said = t("figure_reason_label", name=name)
    known: set[str] = set()
    drawn = drawing.svg(figure, "map", text, known)
    return {
        "main_map": Drawn(drawn, words.said(main.note)),
        "map_legend": _legend(_shares_shown(cells, main), "ms"),
        "map_marks": figure.shown,
        "reason_map": Drawn(
            drawing.svg(maps.reason_map(run, cells, main), "why", said, known), name
        ),
        "reasons_legend": _legend(_reasons_shown(run.footprint, cells, main), "rb"),
        # Hatched white in the map of reasons where the missile does not reach.
        "has_unthreatened": _has_unthreatened(cells, main),
    }


def _has_unthreatened(cells: maps.MapCells, main: ThreatSummary) -> bool:
    return bool((maps.kinds(cells, main.id) == maps.NOT_THREATENED).any())


def _shares_shown(cells: maps.MapCells, main: ThreatSummary) -> list[drawing.Fill]:
    """The whole scale of shares, and where the missile does not fall if the map shows that."""
    *scale, unthreatened = maps.probability_fills().values()
    return [*scale, unthreatened] if _has_unthreatened(cells, main) else scale


def _reasons_shown(
    summary: FootprintSummary, cells: maps.MapCells, main: ThreatSummary
) -> list[drawing.Fill]:
    """The fills of the reasons that the chart's bars or the map's cells show, and no others."""
    bars = {
        part.constraint
        for threat in summary.threats
        for part in threat.reasons
        if part.people > 0.0
    }
    mapped = set(maps.reasons(cells, main.id).tolist())
    return [
        fill
        for code, fill in maps.reason_fills().items()
        if code_of(code) in bars or int(code) in mapped
    ]


def _legend(fills: list[drawing.Fill], name: str) -> list[tuple[str, str]]:
    return [
        (drawing.swatch(fill, f"{name}{number}"), fill.text) for number, fill in enumerate(fills)
    ]


def _charts(run: Run) -> dict[str, object]:
    summary = run.footprint
    curves = [name for name in figures.CURVES if name in summary.threats[0].curves]
    has_apogees = any(missile.apogee_m for missile in summary.compared)
    return {
        "people_chart": drawing.svg(
            figures.defended_figure(run.footprint), "people", t("figure_people_label")
        ),
        "curve_charts": [
            Drawn(
                drawing.svg(
                    figures.curve_figure(run, name),
                    f"curve-{name}",
                    t("figure_people_curve_label", what=t(f"figure_curve_{name}")),
                ),
                _curve_caption(run, name),
            )
            for name in curves
        ],
        "reasons_chart": drawing.svg(
            figures.reasons_figure(run),
            "reasons",
            t("figure_reasons_label"),
        ),
        "compared_chart": drawing.svg(
            figures.compared_figure(run),
            "compared",
            t("figure_apogees_label"),
        )
        if has_apogees
        else "",
    }


def _curve_caption(run: Run, name: str) -> str:
    """Why a curve goes further than the range: to the rival figure that lies farthest outside."""
    rival = tables.beyond(run, name)
    if rival is None:
        return ""
    return t("report_curve_beyond", value=rival.value, keys=", ".join(rival.keys))


def _engagements(run: Run) -> list[dict[str, object]]:
    """The drawn engagements: two figures and a table each."""
    return [
        {
            "title": (title := engagements.title_of(run, engagement)),
            "place_ko": "" if words.language() == "ko" else engagement.place_ko,
            "shots": len(engagement.interceptors),
            "outcome": engagements.outcome(engagement),
            "timeline_chart": drawing.svg(
                engagements.timeline_figure(run, engagement),
                f"time{number}",
                t("figure_timeline_label", title=title),
            ),
            "side_chart": drawing.svg(
                side_view.side_view_figure(run, engagement),
                f"side{number}",
                t("figure_side_label", title=title),
            ),
            "side_caption": _side_caption(run, engagement),
            "rows": tables.timeline(engagement),
            "failed": [phrases.failed(failed) for failed in engagement.failed],
        }
        for number, engagement in enumerate(run.engagements)
    ]


def _side_caption(run: Run, engagement: engagements.Drawn) -> str:
    """What the side view shows, and what becomes of a missile that passes the launcher."""
    launcher = engagements.launcher_word(run)
    kind = "report_side" if engagement.interceptors else "report_side_no_shot"
    parts = [t(kind, launcher=launcher)]
    aside = side_view.passes_m(engagement)
    if side_view.is_over(engagement):
        parts.append(t("report_side_over", launcher=launcher))
    elif aside is not None:
        parts.append(t("report_side_aside", launcher=launcher, distance=formats.km(aside)))
    return " ".join(parts)
