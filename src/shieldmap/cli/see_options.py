"""The options of ``shieldmap see``, so that the command itself stays short."""

from pathlib import Path
from typing import Annotated

import typer

from shieldmap.cli import completing, typed

Radar = Annotated[
    str,
    typer.Argument(
        help="A catalogue id or alias, such as an-tpy-2.", autocompletion=completing.radars
    ),
]
At = Annotated[
    str,
    typer.Option("--at", help="Where it stands: LAT,LON in degrees or a known site: --at seongju"),
]
Altitude = Annotated[
    float | None, typed.number("--altitude", help="Height of the site in metres; 0 if not known.")
]
Boresight = Annotated[
    float | None,
    typed.number(help="Middle of the sector, degrees clockwise from north; a known site has one."),
]
Sector = Annotated[float | None, typed.number(help="Full width of the sector in degrees.")]
ElevationMin = Annotated[
    float | None, typed.number("--elevation-min", help="Least elevation in degrees.")
]
Tilt = Annotated[float | None, typed.number(help="Elevation of the antenna's normal in degrees.")]
ScanMax = Annotated[
    float | None,
    typed.number("--scan-max", help="Farthest angle off the antenna's normal, in degrees."),
]
Horizon = Annotated[
    Path | None,
    typer.Option(
        help="A skyline: a CSV file with azimuth_deg,elevation_deg; without it, no terrain."
    ),
]
Rcs = Annotated[
    float | None, typed.number("--rcs", help="Radar cross section of the target in m^2.")
]
Snr = Annotated[
    float | None, typed.number("--snr", help="Signal-to-noise ratio asked for: 20 means 13 dB.")
]
Dwell = Annotated[float | None, typed.number(help="Dwell on a tracked target in seconds.")]
Missile = Annotated[
    str | None, typer.Option(help="Also: when is this missile seen? With --from and --to.")
]
From = Annotated[
    str | None, typer.Option("--from", help="Launch point: LAT,LON in degrees or a known name.")
]
To = Annotated[str | None, typer.Option("--to", help="Place to fly to: LAT,LON or a known name.")]
Class = Annotated[
    str | None,
    typer.Option("--class", help="With --missile: minimum-energy, lofted, depressed, or several."),
]
Apogee = Annotated[
    float | None, typed.number(help="With --missile: apogee to hold, in km: --apogee 400")
]
Plot = Annotated[Path | None, typer.Option(help="Write a figure of the coverage: --plot radar.pdf")]
Czml = Annotated[
    Path | None, typer.Option(help="Write the volume that is seen, for Cesium: --czml radar.czml")
]
Geojson = Annotated[
    Path | None,
    typer.Option(help="Write the areas seen at 100, 200 and 300 km: --geojson radar.geojson"),
]
