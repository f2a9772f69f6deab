#!/bin/sh
# What a good guess says: the standard atmosphere is a definition, so that two packages that print pressure and
# density for an altitude in metres agree to rounding, below 80 km at any rate.
# What happens: they take "altitude" for two different things. ambiance and fluids take the geometric height, as a
# GPS or a trajectory has it; aerosandbox and isacalc the geopotential one, which the standard's layers are defined
# in and which is 1.2 % less at 80 km. In the pressure that is 5 % at 50 km, 11 % at 70 km and 16 % at 80 km. At the
# heights of airliners it is 0.3 %, so that no test with an aircraft finds it.
# Who is hurt: reentry and high flight: the braking of a falling body is proportional to the density, and 5 to 16 %
# is as much as its ballistic coefficient is uncertain by; and whoever validates one package with the other.
set -eu

there=$(mktemp -d)
trap 'rm -rf "$there"' EXIT
python3 -m venv "$there/env"
"$there/env/bin/pip" install --quiet --disable-pip-version-check \
    ambiance==1.3.1 fluids==1.3.1 aerosandbox==4.2.10 isacalc==1.3.4 numpy==2.4.6
cat >"$there/altitude.py" <<'PYTHON'
import sys
from importlib.metadata import version

import aerosandbox
import ambiance
import isacalc
from fluids.atmosphere import ATMOSPHERE_1976

# Pressure in Pa, from the tables of U.S. Standard Atmosphere, 1976, by geometric altitude.
PUBLISHED = {10: 26500.0, 50: 79.779, 70: 5.2209, 80: 1.0524}
LESS = {10: 0.0025, 50: 0.049, 70: 0.113, 80: 0.159}  # what the geopotential ones lack

names = ("ambiance", "fluids", "aerosandbox", "isacalc")
print(f"Python {sys.version.split()[0]},", ", ".join(f"{one} {version(one)}" for one in names))
print("pressure in Pa")
print("altitude   published    ambiance      fluids aerosandbox     isacalc")
for km, published in PUBLISHED.items():
    h = km * 1e3
    geometric = (float(ambiance.Atmosphere(h).pressure[0]), float(ATMOSPHERE_1976(h).P))
    geopotential = (
        float(aerosandbox.Atmosphere(altitude=h, method="isa").pressure()),
        float(isacalc.Atmosphere().calculate(h)[2]),
    )
    print(f"{km:5d} km {published:12.5g}", *(f"{one:11.5g}" for one in geometric + geopotential))
    for one in geometric:
        assert abs(one / published - 1.0) < 3e-4
    for one in geopotential:
        assert abs(1.0 - one / published - LESS[km]) < 0.1 * LESS[km]
PYTHON
"$there/env/bin/python" -W ignore "$there/altitude.py"
