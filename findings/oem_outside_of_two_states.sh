#!/bin/sh
# What a good guess says: the package oem, asked for a moment between two states of an Orbit Ephemeris Message with
# Hermite interpolation of degree 3, puts the cubic through the state before and the state after.
# What happens: it takes the pair whose mean time is nearest. Where the spacing changes, as when a file has a state a
# second in the boost and one in ten seconds after it, that is a pair that the moment does not lie in: for the first
# 2.25 s after the burnout the last two states under thrust are prolonged. Where the thrust gave 4 g, a vertical
# flight is 80 m off two seconds after the burnout, although the two states around the moment give it exactly; at
# 2.25 s, from where the next pair is nearer, the track jumps back by 100 m.
# Who is hurt: whoever reads files of launches, manoeuvres or missiles, whose steps are unequal because the flight is;
# comparing two files shows a difference that neither has. A segment for each phase helps.
set -eu

there=$(mktemp -d)
trap 'rm -rf "$there"' EXIT
python3 -m venv "$there/env"
"$there/env/bin/pip" install --quiet --disable-pip-version-check \
    oem==0.4.5 astropy==8.0.2 scipy==1.17.1 numpy==2.4.6
cat >"$there/states.py" <<'PYTHON'
import pathlib
import sys
from importlib.metadata import version

import numpy as np
from astropy.time import Time
from oem import OrbitEphemerisMessage
from scipy.interpolate import CubicHermiteSpline

CUT_S, THRUST_M_S2, FALL_M_S2 = 60.0, 30.0, -9.8
TIMES_S = np.array([*range(61), *range(70, 301, 10)], dtype=float)


def state(t):
    """Distance from the Earth's centre (m) and speed (m/s), straight up."""
    burning, falling = min(t, CUT_S), max(t - CUT_S, 0.0)
    speed = THRUST_M_S2 * burning
    height = THRUST_M_S2 * burning**2 / 2.0 + speed * falling + FALL_M_S2 * falling**2 / 2.0
    return 6.4e6 + height, speed + FALL_M_S2 * falling


def stamp(t):
    return f"2017-08-28T20:{int(t) // 60:02d}:{int(t) % 60:02d}.000"


HEAD = f"""CCSDS_OEM_VERS = 2.0
CREATION_DATE = 2017-08-28T00:00:00
ORIGINATOR = EXAMPLE

META_START
OBJECT_NAME = ROCKET
OBJECT_ID = UNKNOWN
CENTER_NAME = EARTH
REF_FRAME = EME2000
TIME_SYSTEM = TAI
START_TIME = {stamp(0)}
STOP_TIME = {stamp(300)}
INTERPOLATION = HERMITE
INTERPOLATION_DEGREE = 3
META_STOP

"""
states = np.array([state(t) for t in TIMES_S])
rows = [
    f"{stamp(t)} {r / 1e3:.9f} 0.0 0.0 {v / 1e3:.9f} 0.0 0.0"
    for t, (r, v) in zip(TIMES_S, states, strict=True)
]
file = pathlib.Path(sys.argv[1], "rocket.oem")
file.write_text(HEAD + "\n".join(rows) + "\n")
read = OrbitEphemerisMessage.open(str(file))
around = CubicHermiteSpline(TIMES_S, states[:, 0], states[:, 1])
print(f"Python {sys.version.split()[0]}, oem {version('oem')}, SciPy {version('scipy')}")
print("moment    off the true place by: oem, the cubic through the two states around (SciPy)")
EXPECTED = {59.5: 0.0, 60.5: 5.0, 62.0: 79.6, 62.2: 96.316, 62.3: 0.0, 65.0: 0.0, 100.5: 0.0}
for t, expected in EXPECTED.items():
    at = Time("2017-08-28T20:00:00", scale="tai") + t / 86400.0
    found = read(at).position[0] * 1e3 - state(t)[0]
    best = float(around(t)) - state(t)[0]
    print(f"{t:6.1f} s  {found:8.3f} m  {best:8.3f} m")
    assert abs(found - expected) < 0.05, (t, found)
    assert abs(best) < 1e-3
PYTHON
"$there/env/bin/python" -W ignore "$there/states.py" "$there"
