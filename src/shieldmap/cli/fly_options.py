"""The options of ``shieldmap fly``, and the date of ``raid``, so that the commands stay short."""

from pathlib import Path
from typing import Annotated

import typer

from shieldmap.cli import completing, typed

Missile = Annotated[
    str | None,
    typer.Argument(
        help="A catalogue id or alias, such as nodong; not needed with --from-burnout and --beta.",
        autocompletion=completing.missiles,
    ),
]
From = Annotated[
    str | None, typer.Option("--from", help="Launch point: LAT,LON in degrees or a known name.")
]
To = Annotated[str | None, typer.Option("--to", help="Place to fly to: LAT,LON or a known name.")]
Apogee = Annotated[
    float | None,
    typed.number(help="Apogee to hold, in km, of a missile that can cut its thrust: --apogee 400"),
]
Class = Annotated[
    str | None,
    typer.Option(
        "--class",
        help="minimum-energy (meant where no apogee is given either), lofted, depressed, or "
        "several: --class minimum-energy,lofted. Lofted and depressed are the high and the low "
        "solution at full burn, or hold --apogee above or below the minimum-energy path's.",
    ),
]
Payload = Annotated[float | None, typed.number(help="Payload in kg.")]
Beta = Annotated[
    float | None,
    typed.number(
        help="Ballistic coefficient in kg/m^2; without it, the catalogue's range is flown too."
    ),
]
FromBurnout = Annotated[
    str | None,
    typer.Option(
        help="Fly a state: LAT,LON,ALT_KM,SPEED_M_S,ELEVATION_DEG,AZIMUTH_DEG, without boost."
    ),
]
Reconstruct = Annotated[
    str | None, typer.Option(help="Fit the missile to a published flight: RANGE_KM,APOGEE_KM.")
]
Azimuth = Annotated[
    float | None, typed.number(help="With --reconstruct: direction of the impact, degrees.")
]
ErrorKm = Annotated[
    str | None,
    typer.Option(help="With --reconstruct: RANGE_KM,APOGEE_KM that they may be off; else 1 %."),
]
Vacuum = Annotated[bool, typer.Option("--vacuum", help="No air.")]
NoRotation = Annotated[bool, typer.Option("--no-rotation", help="A still Earth.")]
Spherical = Annotated[bool, typer.Option("--spherical", help="A sphere with point-mass gravity.")]
Plot = Annotated[
    Path | None,
    typer.Option(help="Write a figure of profile, times and ground track: --plot flight.pdf"),
]
Kml = Annotated[Path | None, typer.Option(help="Write KML for Google Earth: --kml flight.kml")]
Czml = Annotated[Path | None, typer.Option(help="Write CZML for Cesium: --czml flight.czml")]
Oem = Annotated[
    Path | None,
    typer.Option(
        help="Write a CCSDS OEM for orbit tools: --oem flight.oem; several classes give a file "
        "each, such as flight-lofted.oem."
    ),
]
Epoch = Annotated[
    str | None,
    typer.Option(
        help="Launch date for --kml, --czml and --oem, with its zone: --epoch 2016-09-05T03:13:00Z; "
        "2000-01-01 UTC without it."
    ),
]
RaidEpoch = Annotated[
    str | None,
    typer.Option(
        "--epoch",
        help="When the raid of --czml starts, with its zone: --epoch 2016-09-05T03:13:00Z",
    ),
]
Frame = Annotated[
    str | None,
    typer.Option(
        help="Axes of --oem: ITRF2014, Earth-fixed (meant without it), or EME2000, inertial and "
        "known to more readers."
    ),
]
Csv = Annotated[
    Path | None,
    typer.Option(help="Write one line per second: --csv flight.csv; classes as for --oem."),
]
