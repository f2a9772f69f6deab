"""The files of ``shieldmap see``: a figure of the coverage, its volume and its outlines."""

from pathlib import Path
from typing import Final, NamedTuple

from shieldmap import catalog, export, footprint, radars
from shieldmap.answers.radar_tracks import RadarAsked
from shieldmap.cli import writing
from shieldmap.cli.speaking import said
from shieldmap.results import RadarCoverage

_ENDINGS: Final = {
    "plot": writing.PICTURES,
    "czml": (".czml",),
    "geojson": (".geojson", ".json"),
}


class RadarFiles(NamedTuple):
    """Where to write what, nothing where it was not asked for."""

    plot: Path | None = None
    czml: Path | None = None
    geojson: Path | None = None

    def asked(self) -> dict[str, Path]:
        """The files asked for by their option."""
        return {option: path for option, path in self._asdict().items() if path is not None}


def check(files: RadarFiles) -> None:
    """Refuse names that cannot be written, before anything is computed."""
    for option, path in files.asked().items():
        writing.check_ending(option, path, _ENDINGS[option])
        writing.check_writable(option, path)


def write(files: RadarFiles, asked: RadarAsked, coverage: RadarCoverage) -> list[Path]:
    """Write what was asked for; the paths in the order of the options."""
    contents = {
        path: _content(option, path, asked, coverage) for option, path in files.asked().items()
    }
    writing.write_all(contents)
    return list(contents)


def _content(option: str, path: Path, asked: RadarAsked, coverage: RadarCoverage) -> bytes:
    about = _about_view(asked)
    name = f"{asked.entry.name} at {asked.place_name()}"
    if option == "plot":
        from shieldmap.report import painting, plots

        figure = plots.coverage(coverage, asked.entry.name, about.limits, said)
        return painting.picture(figure, path.suffix)
    if option == "geojson":
        return export.coverage_geojson(coverage, about).encode()
    _, track_m = radars.ranges_m(
        asked.entry,
        asked.cross_section_m2,
        asked.sector_rad,
        snr_ratio=asked.snr_ratio,
        dwell_s=asked.dwell_s,
    )
    volume = footprint.volume(asked.site, track_m)
    return export.coverage_czml(volume, coverage, about, name=name).encode()


def _about_view(asked: RadarAsked) -> export.About:
    sources = (str(q.source) for _, q in catalog.quantities(asked.entry))
    return writing.about(sources, export.COVERAGE_LIMITS)
