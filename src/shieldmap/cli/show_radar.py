"""What ``shieldmap see`` prints for people."""

import textwrap

from shieldmap.cli import show
from shieldmap.results import RadarCoverage, RadarView, SearchBudget, SeenFlight, Spell

_WIDTH = 80


def radar(view: RadarView) -> None:
    """Ranges first, then the search, the detection, the figures in circulation and the limits."""
    _head(view)
    _search(view.search)
    _detection(view)
    _sections(view)
    if view.figures:
        _figures(view)
    _line_of_sight(view)
    _countries(view.coverage)
    for track in view.tracks:
        _track(track)
    estimates = [row for row in view.assumptions if row.basis == "estimate"]
    show.say(
        textwrap.fill(
            f"{len(estimates)} of {len(view.assumptions)} numbers of this radar are estimates: "
            f"shieldmap catalog show {view.radar} lists all with sources.",
            _WIDTH,
        )
    )
    show.say(textwrap.fill(f"Limits: {view.limits}.", _WIDTH))


def _head(view: RadarView) -> None:
    site = view.site
    at = f"{site.latitude_deg:.2f}, {site.longitude_deg:.2f}"
    name = f"{site.name}, {at}" if site.name else at
    show.say(f"{view.name} at {name}, {site.altitude_m:.0f} m high")
    show.say(
        f"looks {site.boresight_deg:.0f} deg, sector {site.sector_deg:.0f} deg, elevation "
        f"{site.elevation_min_deg:g} to {site.elevation_max_deg:g} deg, terrain: "
        f"{site.terrain}"
    )
    steered = site.scan_max_deg
    limit = f"at most {steered:.0f} deg off it" if steered < 180.0 else "no further limit off it"
    show.say(f"antenna's normal {site.tilt_deg:.0f} deg up, {limit}")
    show.say(textwrap.fill(site.note, _WIDTH))
    show.say(
        f"\nTarget of {view.cross_section_m2:g} m2, S/N {view.snr_ratio:g}, dwell "
        f"{1e3 * view.dwell_s:g} ms:"
    )
    for name, key in (
        ("tracked or cued", "detection_range"),
        ("searching the sector", "search_range"),
    ):
        value, low, high = (getattr(view, f"{key}{end}_m") for end in ("", "_low", "_high"))
        show.say(f"  {name:<22}{_km(value):>7} km   ({_km(low)} to {_km(high)})")
    show.say(
        f"  low and high: reference range and share of time at their ends, all else held; "
        f"{view.off_normal_deg:.0f} deg\n  off the antenna's normal each range is "
        f"{view.off_normal_range_ratio:.2f} of it"
    )


def _search(search: SearchBudget) -> None:
    show.say("\nSearch budget")
    rows = [
        ("solid angle", f"{search.solid_angle_sr:.3f} sr, {search.beams:,.0f} beams"),
        (
            "dwell that the budget allows",
            (
                f"{1e3 * search.dwell_s:.2f} ms: one round in "
                f"{search.revisit_s:g} s with {100 * search.share_of_time:.0f} % of the time"
            ),
        ),
        ("one round with the long dwell", f"{search.frame_with_long_dwell_s:,.0f} s"),
        (
            "tracks beside the search",
            (f"{search.simultaneous_tracks:.0f}, each looked at every {search.track_update_s:g} s"),
        ),
        (
            "found after a cue",
            (f"{search.cued_acquisition_s:.1f} s for a disc of {search.cue_radius_deg:g} deg"),
        ),
        (
            "false alarms",
            (
                f"{search.false_alarm_probability:.0e} a dwell, one in "
                f"{search.false_alarm_every_s / 60:,.0f} min of search"
            ),
        ),
    ]
    for name, text in rows:
        show.say(f"  {name:<31}{text}")


def _detection(view: RadarView) -> None:
    table = show.new_table("target", "one look at this S/N>right", "found by 90 %, km>right")
    names = {0: "steady (Swerling 0)", 1: "fluctuating (Swerling 1)", 3: "fluctuating (Swerling 3)"}
    for row in view.detection:
        table.add_row(
            names[row.swerling],
            f"{100 * row.probability_of_one_look:.0f} %",
            _km(row.search_range_90_percent_m),
        )
    show.say("\nDetection: one look, and where searching finds a target that comes at 2 km/s")
    show.print_table(table)


def _sections(view: RadarView) -> None:
    table = show.new_table(
        "cross section, m2>right",
        "tracked, km>right",
        "searching, km>right",
        "lowest altitude, km>right",
    )
    for row in view.by_cross_section:
        table.add_row(
            f"{row.cross_section_m2:g}",
            _km(row.detection_range_m),
            _km(row.search_range_m),
            _km(row.lowest_altitude_m),
        )
    least = view.site.elevation_min_deg
    show.say(f"\nRange by cross section, and the lowest altitude seen there above {least:g} deg")
    show.print_table(table)


def _figures(view: RadarView) -> None:
    least = view.site.elevation_min_deg
    table = show.new_table(
        "figure\nkm>right",
        "who said it",
        "m2>right",
        "dwell\nms>right",
        "S/N\nleft>right",
        "search\nkm>right",
        f"above km\n{least:g} deg>right",
        "above km\n0 deg>right",
    )
    for row in view.figures:
        mark = "" if row.is_within_span else " *"
        table.add_row(
            _km(row.figure_m),
            f"{row.who}, {row.year}",
            f"{row.cross_section_m2:g}",
            f"{1e3 * row.dwell_s:g}",
            f"{row.snr_ratio:.3g}{mark}",
            _km(row.search_range_m),
            _km(row.lowest_altitude_m),
            _km(row.level_altitude_m),
        )
    show.say("\nThe figures of the debate, all from this one radar: with the cross section and the")
    show.say("dwell beside it each figure leaves this S/N; 'search' is the range that the search")
    show.say("budget allows for such a target at the radar's own S/N, 'above' how high it must be.")
    show.print_table(table)
    show.say(
        "  * outside the catalogue's span of S/N (10 to 40) or dwell; far below 1 nothing could be"
    )
    show.say("    told from noise")


def _line_of_sight(view: RadarView) -> None:
    rows = view.line_of_sight
    least = view.site.elevation_min_deg
    table = show.new_table("slant range, km", *(f"{_km(row.range_m)}>right" for row in rows))
    lines = [(f"above {least:g} deg, km", "lowest_altitude_m")] if least > 0.0 else []
    for name, key in (*lines, ("above a level ray, km", "level_altitude_m")):
        table.add_row(name, *(_km(getattr(row, key)) for row in rows))
    show.say("\nLowest altitude that bent rays reach")
    show.print_table(table)


_COUNTRIES = 8


def _countries(coverage: RadarCoverage) -> None:
    altitudes = [f"{_km(row.altitude_m)} km" for row in coverage.altitudes]
    seen = [row for row in coverage.countries if max(row.seen_m2.value) > 0.0]
    seen.sort(key=lambda row: -max(row.seen_m2.value))
    table = show.new_table("country", *(f"at {altitude}>right" for altitude in altitudes))
    for row in seen[:_COUNTRIES]:
        cells = [_area(area, row.land_m2) for area in row.seen_m2.value]
        table.add_row(row.name, *cells)
    show.say(
        "\nLand over which a target stands in the line of sight at any range, 1,000 km2 and share"
    )
    show.print_table(table)
    if len(seen) > _COUNTRIES:
        show.say(f"  and {len(seen) - _COUNTRIES} more with less")


def _area(area_m2: float, land_m2: float) -> str:
    share = f"{100.0 * area_m2 / land_m2:.0f} %" if area_m2 > 0.0 else "-"
    return f"{area_m2 / 1e9:,.0f} {share:>5}"


_SPELLS = {
    "in_view": "in view",
    "searched": "within the search range",
    "tracked": "within the tracking range",
}


def _track(track: SeenFlight) -> None:
    show.say(f"\n{track.name}, {track.cross_section_m2:g} m2")
    table = show.new_table(
        "when",
        "",
        "s after launch>right",
        "phase",
        "altitude, km>right",
        "range, km>right",
        "azimuth>right",
        "elevation>right",
    )
    for key, text in _SPELLS.items():
        spells: tuple[Spell, ...] = getattr(track, key)
        if not spells:
            table.add_row(text, "never", *6 * [""])
        for spell in spells:
            for row, word in ((spell.first, "from"), (spell.last, "to")):
                table.add_row(
                    text if word == "from" else "",
                    word,
                    f"{row.time_s:.0f}",
                    row.phase,
                    _km(row.altitude_m),
                    _km(row.range_m),
                    f"{row.azimuth_deg:.0f} deg",
                    f"{row.elevation_deg:.1f} deg",
                )
    show.print_table(table)


def _km(metres: float | None) -> str:
    return "-" if metres is None or metres != metres else f"{metres / 1e3:,.0f}"
