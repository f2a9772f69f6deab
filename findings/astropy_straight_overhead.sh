#!/bin/sh
# What a good guess says: astropy turns a place into azimuth, elevation and distance for an observer, so that what
# hangs straight above a radar, by the very ellipsoid that both were made with, stands at an elevation of 90 degrees.
# What happens: transform_to takes a position from ITRS (or GCRS) to AltAz as it would a star: aberration moves it by a
# ten-thousandth of its distance from the Earth's centre, and back by as much of its distance from the radar. What
# is left is that part of the Earth's radius, 630 m. A body 100 km above the radar stands 0.36 degrees off the
# vertical, one 1,000 km above it 0.04 degrees. Nothing warns. Subtracting the radar's place first, and giving the
# difference as an ITRS of that location, gives 90 degrees.
# Who is hurt: look angles of missiles, rockets and low satellites: the error is that of a radar's angles many times
# over, and it follows the Earth's way around the Sun, so that it changes with the hour and the season.
# Known upstream: astropy's own test_straight_overhead; issues 13319 and 13355; since pull request 13398 an ITRS with a
# location is the direct way.
set -eu

there=$(mktemp -d)
trap 'rm -rf "$there"' EXIT
python3 -m venv "$there/env"
"$there/env/bin/pip" install --quiet --disable-pip-version-check astropy==8.0.2 numpy==2.4.6
cat >"$there/overhead.py" <<'PYTHON'
import sys

import astropy
import astropy.units as u
import numpy as np
from astropy.coordinates import ITRS, AltAz, EarthLocation
from astropy.time import Time
from astropy.utils import iers

iers.conf.auto_download = False  # the table that comes with astropy holds the date
AT = Time("2024-03-01T03:00:00")
PLACE = (128.29 * u.deg, 36.05 * u.deg)
radar = EarthLocation.from_geodetic(*PLACE, 0 * u.km)
seen_from = AltAz(obstime=AT, location=radar)

print(f"Python {sys.version.split()[0]}, astropy {astropy.__version__}, numpy {np.__version__}")
print("height  off the vertical by transform_to alone        after subtracting the radar")
for height_km in (100.0, 400.0, 1000.0):
    body = EarthLocation.from_geodetic(*PLACE, height_km * u.km).get_itrs(AT)
    direct = body.transform_to(seen_from)
    from_radar = body.cartesian - radar.get_itrs(AT).cartesian
    local = ITRS(from_radar, obstime=AT, location=radar).transform_to(seen_from)
    off = (90 * u.deg - direct.alt).to(u.deg)
    across = direct.distance.to_value(u.m) * np.sin(off.to_value(u.rad))
    rest = abs(90 * u.deg - local.alt).to_value(u.deg)
    print(f"{height_km:5.0f} km  {off.value:.3f} degrees, {across:.0f} m across{'':20}{rest:.0e} degrees")
    assert 600.0 < across < 660.0
    assert rest < 1e-6
PYTHON
"$there/env/bin/python" -W ignore "$there/overhead.py"
