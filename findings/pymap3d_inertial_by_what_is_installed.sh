#!/bin/sh
# What a good guess says: pymap3d.eci2ecef turns inertial axes of J2000, as its documentation says, into Earth-fixed
# ones; without astropy, which is optional, less accurately, by arc seconds or so.
# What happens: without astropy the axes are turned by sidereal time alone, as if they were those of the day. The
# precession since 2000 is missing: 0.34 degrees in 2024, and 50 arc seconds more each year. A place 7,000 km from
# the Earth's centre lands 41 km elsewhere. Which of the two answers a program gets hangs on what else is installed,
# and a line in the log says "much less accuracy".
# Who is hurt: launch points, tracks and ground stations that go between inertial and Earth-fixed axes: the same
# script gives two places 41 km apart on two machines; tests that go there and back see nothing on either.
# Known upstream: issue 103, mended by pull request 105, which no release has yet.
set -eu

there=$(mktemp -d)
trap 'rm -rf "$there"' EXIT
cat >"$there/axes.py" <<'PYTHON'
import datetime
import importlib.util
import json
import logging
import sys

import pymap3d

logging.disable(logging.CRITICAL)
if importlib.util.find_spec("astropy"):
    from astropy.utils import iers

    iers.conf.auto_download = False  # the table that comes with astropy holds the date
AT = datetime.datetime(2024, 3, 1, 3, 0, 0)
fixed = [float(one) for one in pymap3d.eci2ecef(7e6, 0.0, 0.0, AT)]
back = [float(one) for one in pymap3d.ecef2eci(*fixed, AT)]
print(json.dumps({"fixed": fixed, "back": back, "python": sys.version.split()[0]}))
PYTHON
for name in without with; do
    python3 -m venv "$there/$name"
    "$there/$name/bin/pip" install --quiet --disable-pip-version-check pymap3d==3.2.0 numpy==2.4.6
done
"$there/with/bin/pip" install --quiet --disable-pip-version-check astropy==8.0.2
for name in without with; do
    "$there/$name/bin/python" -W ignore "$there/axes.py" >"$there/$name.json"
done
"$there/with/bin/python" - "$there" <<'PYTHON'
import json
import math
import pathlib
import sys

folder = pathlib.Path(sys.argv[1])
found = {name: json.loads((folder / f"{name}.json").read_text()) for name in ("without", "with")}
print(f"Python {found['with']['python']}, pymap3d 3.2.0, astropy 8.0.2 or none")
for name, one in found.items():
    there_and_back = math.dist(one["back"], (7e6, 0.0, 0.0))
    print(f"{name:7} astropy: {[round(x) for x in one['fixed']]} m; there and back {there_and_back:.0e} m")
    assert there_and_back < 1e-3
apart = math.dist(found["without"]["fixed"], found["with"]["fixed"])
print(f"apart: {apart / 1e3:.1f} km, {math.degrees(apart / 7e6):.2f} degrees")
assert 40e3 < apart < 42e3
PYTHON
