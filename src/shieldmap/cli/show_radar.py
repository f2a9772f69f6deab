"""What ``shieldmap see`` prints for people."""

from shieldmap import formats, words
from shieldmap.cli import show
from shieldmap.cli.speaking import said, said_each
from shieldmap.results import RadarCoverage, RadarView, SearchSpent, SeenFlight, Spell
from shieldmap.words import t


def radar(view: RadarView) -> None:
    """Ranges first, then the search, the detection, the figures in circulation and the limits."""
    _head(view)
    _ranges(view)
    _search(view.search)
    _detection(view)
    _sections(view)
    if view.figures:
        _figures(view)
    _line_of_sight(view)
    _countries(view.coverage)
    for track in view.tracks:
        _track(track)
    estimates = sum(row.basis == "estimate" for row in view.assumptions)
    known = len(view.assumptions)
    show.tell(t("cli_see_estimates", estimates=estimates, all=known, radar=view.radar))
    show.tell(t("cli_limits", limits=said(view.limits)))


def _head(view: RadarView) -> None:
    site = view.site
    at = formats.position(site.latitude_deg, site.longitude_deg)
    where = f"{said(site.name)}, {at}" if site.name else at
    height = _whole(site.altitude_m, "m")
    show.say(t("cli_see_head", radar=said(view.name), site=words.inline(where), height=height))
    ends = (site.elevation_min_deg, site.elevation_max_deg)
    show.say(
        t(
            "cli_see_view",
            boresight=_whole(site.boresight_deg, "deg"),
            sector=_whole(site.sector_deg, "deg"),
            elevation=formats.span(*(formats.measured(end, "deg") for end in ends)),
            terrain=t("none") if site.terrain == "none" else site.terrain,
        )
    )
    normal = "cli_see_normal" if site.scan_max_deg < 180.0 else "cli_see_normal_free"
    tilt, scan = (_whole(angle, "deg") for angle in (site.tilt_deg, site.scan_max_deg))
    show.say(t(normal, tilt=tilt, scan=scan))
    show.tell(said(site.note))


def _ranges(view: RadarView) -> None:
    section = formats.measured(view.cross_section_m2, "m^2")
    snr, dwell = formats.short(view.snr_ratio), formats.measured(1e3 * view.dwell_s, "ms")
    show.say("\n" + t("cli_see_target", section=section, snr=snr, dwell=dwell))
    for name, key in (("tracked", "detection_range"), ("searching", "search_range")):
        value, low, high = (
            formats.km(getattr(view, f"{key}{end}_m")) for end in ("", "_low", "_high")
        )
        show.fact(t(f"cli_see_{name}"), f"{value:>10}   ({formats.span(low, high)})", 22)
    angle = _whole(view.off_normal_deg, "deg")
    ratio = formats.number(view.off_normal_range_ratio, 2)
    show.tell(t("cli_see_ends", angle=angle, ratio=ratio), indent="  ")


def _search(search: SearchSpent) -> None:
    show.say("\n" + t("cli_see_search"))
    angle, beams = formats.number(search.solid_angle_sr, 3), formats.number(search.beams)
    round_s, update_s = (
        formats.measured(time, "s") for time in (search.revisit_s, search.track_update_s)
    )
    share, tracks = (
        formats.percent(search.share_of_time),
        formats.number(search.simultaneous_tracks),
    )
    dwell = formats.measured_text(formats.number(1e3 * search.dwell_s, 2), "ms")
    found_s = formats.measured_text(formats.number(search.cued_acquisition_s, 1), "s")
    cue, minutes = formats.measured(search.cue_radius_deg, "deg"), search.false_alarm_every_s / 60
    chance = formats.signed(f"{search.false_alarm_probability:.0e}")
    rows = {
        "angle": t("cli_see_angle_is", angle=angle, beams=beams),
        "dwell": t("cli_see_dwell_is", dwell=dwell, time=round_s, share=share),
        "long": formats.seconds(search.frame_with_long_dwell_s),
        "tracks": t("cli_see_tracks_is", tracks=tracks, time=update_s),
        "cue": t("cli_see_cue_is", time=found_s, radius=cue),
        "false": t("cli_see_false_is", probability=chance, minutes=formats.number(minutes)),
    }
    for name, text in rows.items():
        show.fact(t(f"cli_see_{name}"), text, 31)


def _detection(view: RadarView) -> None:
    table = show.new_table("target", ">one_look", ">found")
    for row in view.detection:
        target = t(f"cli_see_swerling_{row.swerling}")
        one_look = formats.percent(row.probability_of_one_look)
        table.add_row(target, one_look, _km(row.search_range_90_percent_m))
    show.say("\n" + t("cli_see_detection"))
    show.print_table(table)


def _sections(view: RadarView) -> None:
    table = show.new_table(">section", ">tracked", ">searching", ">lowest")
    for row in view.by_cross_section:
        lengths = (row.detection_range_m, row.search_range_m, row.lowest_altitude_m)
        table.add_row(formats.short(row.cross_section_m2), *map(_km, lengths))
    show.say("\n" + t("cli_see_sections", angle=_least(view)))
    show.print_table(table)


def _least(view: RadarView) -> str:
    return formats.measured(view.site.elevation_min_deg, "deg")


def _figures(view: RadarView) -> None:
    table = show.new_table(">figure", "who", ">m2", ">dwell", ">snr_left", ">search")
    for angle in (_least(view), formats.measured(0.0, "deg")):
        show.add_column(table, t("cli_head_above", angle=angle))
    for row in view.figures:
        lengths = (row.search_range_m, row.lowest_altitude_m, row.level_altitude_m)
        table.add_row(
            _km(row.figure_m),
            f"{said(row.who)}, {row.year}",
            formats.short(row.cross_section_m2),
            formats.short(1e3 * row.dwell_s),
            formats.short(row.snr_ratio) + ("" if row.is_within_span else " *"),
            *map(_km, lengths),
        )
    show.say()
    show.tell(t("cli_see_figures"))
    show.print_table(table)
    show.tell(t("cli_see_outside"), indent="  ")


def _line_of_sight(view: RadarView) -> None:
    rows = view.line_of_sight
    table = show.new_table("slant_range")
    for row in rows:
        show.add_column(table, _km(row.range_m))
    if view.site.elevation_min_deg > 0.0:
        above = t("cli_see_above", angle=_least(view))
        table.add_row(above, *(_km(row.lowest_altitude_m) for row in rows))
    table.add_row(t("cli_see_level"), *(_km(row.level_altitude_m) for row in rows))
    show.say("\n" + t("cli_see_rays"))
    show.print_table(table)


_COUNTRIES = 8


def _countries(coverage: RadarCoverage) -> None:
    seen = [row for row in coverage.countries if max(row.seen_m2.value) > 0.0]
    seen.sort(key=lambda row: -max(row.seen_m2.value))
    table = show.new_table("country")
    for altitude in coverage.altitudes:
        show.add_column(table, t("cli_head_at_altitude", altitude=formats.km(altitude.altitude_m)))
    for row in seen[:_COUNTRIES]:
        table.add_row(said(row.name), *(_area(area, row.land_m2) for area in row.seen_m2.value))
    show.say("\n" + t("cli_see_land"))
    show.print_table(table)
    if len(seen) > _COUNTRIES:
        show.say("  " + t("cli_see_more", count=len(seen) - _COUNTRIES))


def _area(area_m2: float, land_m2: float) -> str:
    share = formats.percent(area_m2 / land_m2) if area_m2 > 0.0 else formats.NONE
    return f"{formats.number(area_m2 / 1e9)} {share:>5}"


def _track(track: SeenFlight) -> None:
    section = formats.measured(track.cross_section_m2, "m^2")
    show.say("\n" + t("cli_see_flight", name=said_each(track.name), section=section))
    columns = (">after_launch", "phase", ">altitude", ">range", ">azimuth", ">elevation")
    table = show.new_table("when", "end", *columns)
    for key in ("in_view", "searched", "tracked"):
        text = t("cli_see_within" if key == "tracked" else f"cli_see_{key}")
        spells: tuple[Spell, ...] = getattr(track, key)
        if not spells:
            table.add_row(text, t("cli_never"), *6 * [""])
        for spell in spells:
            for name, row in (("first", spell.first), ("last", spell.last)):
                table.add_row(
                    text if name == "first" else "",
                    t(f"cli_see_{name}"),
                    formats.number(row.time_s),
                    t(f"cli_phase_{row.phase}"),
                    _km(row.altitude_m),
                    _km(row.range_m),
                    _whole(row.azimuth_deg, "deg"),
                    formats.measured_text(formats.number(row.elevation_deg, 1), "deg"),
                )
    show.print_table(table)


def _whole(value: float, unit: str) -> str:
    return formats.measured_text(formats.number(value), unit)


def _km(metres: float | None) -> str:
    return formats.NONE if metres is None or metres != metres else formats.number(metres / 1e3)
