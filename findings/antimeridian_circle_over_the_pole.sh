#!/bin/sh
# What a good guess says: antimeridian makes a polygon on a round Earth fit for GeoJSON, and since it turns polygons
# that run with the clock (its documentation says that it does so by itself, and that it warns), a circle is
# the circle whichever way it was walked.
# What happens: the way round is judged on the flat map, where a ring about the pole is no ring. A circle of 2,000 km
# about a place at 80 degrees north, walked by azimuth from 0 to 360 as geodesic libraries walk, comes back as
# everything but the circle: its own centre outside and the South Pole inside, with no warning, and with
# fix_winding=True as well. Walked the other way it is right. The same circle about 52 degrees north is right
# whichever way it was walked, and the turn is told.
# Who is hurt: ranges of missiles, views of radars and footprints of satellites in the Arctic, where the paths
# between North America, Russia and China lie.
# Met upstream with other polygons over the pole: issues 124 and 164; the advice there is to reverse the ring.
set -eu

there=$(mktemp -d)
trap 'rm -rf "$there"' EXIT
python3 -m venv "$there/env"
"$there/env/bin/pip" install --quiet --disable-pip-version-check \
    antimeridian==0.4.9 shapely==2.2.0 pyproj==3.7.2 numpy==2.4.6
cat >"$there/pole.py" <<'PYTHON'
import sys
import warnings
from importlib.metadata import version

import antimeridian
import numpy as np
import shapely
from pyproj import Geod

names = ("antimeridian", "shapely", "pyproj")
print(f"Python {sys.version.split()[0]},", ", ".join(f"{one} {version(one)}" for one in names))
EARTH = Geod(ellps="WGS84")


def circle(latitude, longitude, radius_m):
    azimuth = np.linspace(0.0, 360.0, 72, endpoint=False)
    lon, lat, _ = EARTH.fwd(
        np.full(72, longitude), np.full(72, latitude), azimuth, np.full(72, radius_m)
    )
    return shapely.Polygon(np.column_stack([lon, lat]))


def fixed(polygon, longitude, latitude, **options):
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        found = antimeridian.fix_polygon(polygon, **options)
    holds = found.contains(shapely.Point(longitude, latitude))
    south = found.intersects(shapely.Point(longitude, -89.0))
    return holds, south, bool(warned)


print("centre                 walked                 holds its centre, the South Pole, warned")
found = {}
for latitude, longitude in ((80.0, 128.0), (52.0, 178.0)):
    by_azimuth = circle(latitude, longitude, 2e6)
    ways = {
        "by azimuth": (by_azimuth, {}),
        "by azimuth, fix": (by_azimuth, {"fix_winding": True}),
        "the other way": (shapely.reverse(by_azimuth), {}),
    }
    for way, (polygon, options) in ways.items():
        found[latitude, way] = fixed(polygon, longitude, latitude, **options)
        print(f"{latitude} north, {longitude} east  {way:22} {found[latitude, way]}")
assert found[80.0, "by azimuth"] == (False, True, False)
assert found[80.0, "by azimuth, fix"] == (False, True, False)
assert found[80.0, "the other way"] == (True, False, False)
assert found[52.0, "by azimuth"] == (True, False, True)
assert found[52.0, "the other way"] == (True, False, False)
PYTHON
"$there/env/bin/python" "$there/pole.py"
