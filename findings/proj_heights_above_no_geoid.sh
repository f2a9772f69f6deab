#!/bin/sh
# What a good guess says: pyproj turns a height above the ellipsoid into one above the sea, from EPSG:4979 to
# EPSG:4326+5773 (EGM96), and where the geoid's grid is not installed it fails, warns or gives infinity; with
# only_best=True at the latest, which is there for that.
# What happens: no wheel of pyproj holds a geoid and its network is off, so the height comes back as it went in, by
# a "ballpark vertical transformation", in silence, with only_best=True and errcheck=True as well. The geoid lies up to
# 107 m from the ellipsoid: south of India a place on the ellipsoid is 107 m above the sea and is said to be 0.
# What tells: the accuracy of the transformer is -1, its description says ballpark, and TransformerGroup warns.
# Who is hurt: heights of radars and launchers, terrain masks, and tracks that go to programs which count from the sea
# (KML): tens of metres, in silence, on one machine and not on another that has the grids.
# Known upstream: PROJ issue 1743 (2019), pyproj issue 1593 (open).
set -eu

there=$(mktemp -d)
trap 'rm -rf "$there"' EXIT
python3 -m venv "$there/env"
"$there/env/bin/pip" install --quiet --disable-pip-version-check pyproj==3.7.2
cat >"$there/heights.py" <<'PYTHON'
import sys
import warnings

import pyproj
from pyproj import Transformer
from pyproj.transformer import TransformerGroup

print(
    f"Python {sys.version.split()[0]}, pyproj {pyproj.__version__}, PROJ {pyproj.proj_version_str},",
    f"network {pyproj.network.is_network_enabled()}",
)
LOW = (78.8, 4.7)  # longitude and latitude of the geoid's deepest place, -107 m in EGM96
SEA = {"EGM96": "EPSG:4326+5773", "EGM2008": "EPSG:4326+3855"}
for name, target in SEA.items():
    for options in ({}, {"only_best": True}):
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            change = Transformer.from_crs("EPSG:4979", target, always_xy=True, **options)
            height = change.transform(*LOW, 0.0, errcheck=True)[2]
        print(
            f"{name} {options}: 0 m above the ellipsoid is {height} m above the sea;",
            f"warnings {len(warned)}, accuracy {change.accuracy}, "
            f"{'ballpark' if 'ballpark' in change.description else 'by a grid'}",
        )
        assert height == 0.0
        assert not warned
        assert change.accuracy == -1.0
        assert "ballpark" in change.description
with warnings.catch_warnings(record=True) as warned:
    warnings.simplefilter("always")
    group = TransformerGroup("EPSG:4979", SEA["EGM96"], always_xy=True)
print(f"TransformerGroup: best available {group.best_available}, warnings {len(warned)}")
assert not group.best_available
assert warned
PYTHON
env -u PROJ_DATA -u PROJ_LIB PROJ_NETWORK=OFF XDG_DATA_HOME="$there" \
    "$there/env/bin/python" "$there/heights.py"
