#!/bin/sh
# What a good guess says: above the top of its table (80 to 86 km) a library's standard atmosphere refuses, or thins
# out in some reasonable way; at the very least a density is not negative, and less air never brakes more.
# What happens: RocketPy carries its table on in a straight line and gives a negative density: -1.6e-4 kg/m3 at
# 90 km, and at 100 km -1.2e-3, as much as the air has at 50 km with the sign turned. fluids' ATMOSPHERE_1976 goes
# on with the temperature of 86 km: right to 4 % at 100 km, and at 200 km 16,000 times too thin, where the
# standard itself, which goes to 1,000 km, has 2.54e-10. Neither says a word. ambiance refuses above 81 km.
# Who is hurt: sounding rockets and ballistic missiles, whose flights pass 80 km as a rule: where the
# density is negative, drag pushes; and the heating and braking of the highest part of a fall are lost in the other.
set -eu

there=$(mktemp -d)
trap 'rm -rf "$there"' EXIT
python3 -m venv "$there/env"
"$there/env/bin/pip" install --quiet --disable-pip-version-check \
    rocketpy==1.13.0 fluids==1.3.1 ambiance==1.3.1 numpy==2.4.6
cat >"$there/above.py" <<'PYTHON'
import sys
from importlib.metadata import version

from ambiance import Atmosphere
from fluids.atmosphere import ATMOSPHERE_1976
from rocketpy import Environment

# Density in kg/m3 at a geometric altitude in km, from the tables of U.S. Standard Atmosphere, 1976.
PUBLISHED = {50: 1.0269e-3, 80: 1.8458e-5, 90: 3.416e-6, 100: 5.604e-7, 150: 2.076e-9, 200: 2.541e-10}

names = ("rocketpy", "fluids", "ambiance")
print(f"Python {sys.version.split()[0]},", ", ".join(f"{one} {version(one)}" for one in names))
rocket_air = Environment()
rocket_air.set_atmospheric_model("standard_atmosphere")
print("altitude   published    rocketpy      fluids    ambiance")
found = {}
for km, published in PUBLISHED.items():
    try:
        refused, told = False, f"{float(Atmosphere(km * 1e3).density[0]):11.3e}"
    except ValueError:
        refused, told = True, "refused".rjust(11)
    found[km] = (float(rocket_air.density(km * 1e3)), float(ATMOSPHERE_1976(km * 1e3).rho), refused)
    print(f"{km:5d} km {published:12.3e} {found[km][0]:11.3e} {found[km][1]:11.3e} {told}")
for km in (50, 80):  # inside their tables the three agree with the standard
    assert abs(found[km][0] / PUBLISHED[km] - 1.0) < 2e-3
    assert abs(found[km][1] / PUBLISHED[km] - 1.0) < 2e-3
    assert not found[km][2]
assert -1.7e-4 < found[90][0] < -1.4e-4
assert -1.3e-3 < found[100][0] < -1.1e-3
assert 1.03 < found[100][1] / PUBLISHED[100] < 1.04
assert 1.5e4 < PUBLISHED[200] / found[200][1] < 1.8e4
assert found[90][2]
PYTHON
"$there/env/bin/python" -W ignore "$there/above.py"
