"""Derive the interceptor's propellant mass from its launch mass and burnout speed.

Question answered: how much propellant does a 900 kg interceptor burn if it leaves its boost at
2.7 km/s, and what can it then reach, by the fly-out of `shieldmap.interceptor`?

    python design/derive_interceptor.py [--write]

Without `--write` the numbers are printed and the exit code is 1 if the catalogue's propellant
masses differ from the derivation by more than `TOLERANCE_KG`.

Method: the launch mass, the burn time, the nozzle and the impulse (a class value) are taken from
the catalogue; the propellant is solved until the speed at burnout of a launch at 60 degrees is the
published one.  60 degrees is a usual launch for a target at middle range; between 45 and 85 degrees
the answer moves by a few kilograms, which is printed.

Limits: the burnout speed is recalled from the literature and the impulse is a class value, so the
mass is only as good as they are: 10 s of impulse are worth more than 0.1 km/s of speed.
"""

from __future__ import annotations

import argparse
import math
import re
import sys
from pathlib import Path
from typing import Final

import numpy as np
from scipy.optimize import brentq

from shieldmap import catalog, interceptor
from shieldmap.model import Missile
from shieldmap.terms import End

FILE: Final = Path(__file__).parents[1] / "src" / "shieldmap" / "data" / "defences" / "thaad.toml"
ELEVATION_DEG: Final = 60.0
TOLERANCE_KG: Final = 1.0
STANDARD_GRAVITY_M_S2: Final = 9.80665
POINTS_KM: Final = ((50, 40), (100, 40), (150, 45), (190, 40), (196, 60), (150, 100), (100, 150))


def with_propellant(
    base: Missile, propellant_kg: float, *, impulse_s: float | None = None
) -> Missile:
    """Return the interceptor with another propellant mass at the same launch mass."""
    launched = base.stage_propellant_kg + base.stage_dry_kg
    exhaust = base.stage_exhaust_m_s
    if impulse_s is not None:
        exhaust = np.full_like(exhaust, impulse_s * STANDARD_GRAVITY_M_S2)
    propellant = np.full_like(launched, propellant_kg)
    return base._replace(
        stage_propellant_kg=propellant,
        stage_dry_kg=launched - propellant,
        stage_exhaust_m_s=exhaust,
    )


def burnout(kind: Missile, elevation_deg: float = ELEVATION_DEG) -> tuple[float, float]:
    """Return speed and altitude at burnout of a launch at this elevation."""
    time, _, altitude, speed = interceptor.fly_out(kind, np.array([math.radians(elevation_deg)]))
    end = float(kind.stage_burn_s[-1])
    return float(np.interp(end, time, speed[0])), float(np.interp(end, time, altitude[0]))


def propellant_kg(
    base: Missile,
    speed_m_s: float,
    *,
    impulse_s: float | None = None,
    elevation_deg: float = ELEVATION_DEG,
) -> float:
    """Solve the propellant mass for a speed at burnout."""
    launched = float(base.stage_propellant_kg[0] + base.stage_dry_kg[0])

    def error(mass: float) -> float:
        kind = with_propellant(base, mass, impulse_s=impulse_s)
        return burnout(kind, elevation_deg)[0] - speed_m_s

    return float(brentq(error, 0.4 * launched, 0.95 * launched, xtol=1e-3))


def derive(entry: catalog.DefenceEntry) -> tuple[float, float, float]:
    """Return the propellant mass for the low, the middle and the high burnout speed."""
    base, speed = entry.interceptor.arrays(), entry.interceptor.burnout_speed
    low, value, high = (propellant_kg(base, v) for v in (speed.low_si, speed.si, speed.high_si))
    return low, value, high


def note(entry: catalog.DefenceEntry) -> str:
    """Say how the propellant mass was derived."""
    kit = entry.interceptor
    speed, impulse = kit.burnout_speed, kit.specific_impulse_vacuum
    return (
        f"Derived by design/derive_interceptor.py: solved with the fly-out of this project until a "
        f"launch of {kit.launch_mass.si:g} kg at {ELEVATION_DEG:g} degrees burns out at "
        f"{speed.value:g} km/s (low {speed.low:g}, high {speed.high:g}) with a class impulse of "
        f"{impulse.si:g} s in vacuum and a burn of {kit.burn_time.si:g} s."
    )


def print_derivation(entry: catalog.DefenceEntry, masses: tuple[float, float, float]) -> None:
    """Print the masses, what they hang on, and what the interceptor then reaches."""
    kit, base = entry.interceptor, entry.interceptor.arrays()
    speed, impulse = kit.burnout_speed, kit.specific_impulse_vacuum
    print(f"launch at {ELEVATION_DEG:g} degrees, {kit.launch_mass.si:g} kg")
    for mass, wanted in zip(masses, (speed.low_si, speed.si, speed.high_si), strict=True):
        _, altitude = burnout(with_propellant(base, mass))
        print(
            f"  {wanted:6.0f} m/s at burnout: propellant {mass:6.1f} kg, "
            f"fraction {mass / kit.launch_mass.si:.3f}, burnout at {altitude / 1e3:.1f} km"
        )
    for value in (impulse.low_si, impulse.high_si):
        mass = propellant_kg(base, speed.si, impulse_s=value)
        print(f"  {speed.si:6.0f} m/s with an impulse of {value:g} s: {mass:6.1f} kg")
    for elevation in (45.0, 85.0):
        mass = propellant_kg(base, speed.si, elevation_deg=elevation)
        print(f"  {speed.si:6.0f} m/s launched at {elevation:g} degrees: {mass:6.1f} kg")
    attached, released = kit.coast_ballistic_coefficient, kit.released_ballistic_coefficient
    assert released is not None
    assert kit.release_time is not None
    print("\ntime of flight in s to (ground range, altitude) in km, by both coefficients in kg/m2,")
    print(f"attached and released {kit.release_time.si:g} s after burnout")
    print(f"  {'':>12}" + "".join(f"{f'({x}, {h})':>12}" for x, h in POINTS_KM))
    for end in (End.BAD, End.VALUE, End.GOOD):
        before, after = attached.at(end), released.at(end)
        kind = with_propellant(base, masses[1])._replace(ballistic_coefficient_kg_m2=before)
        release = interceptor.Release(kit.release_time.si, after)
        table = interceptor.flyout_table(kind, kit.launch_elevation_min.si, release)
        times = np.empty((len(POINTS_KM), 1))
        steps = table.range_step_m, table.altitude_step_m
        for (x, h), out in zip(POINTS_KM, times, strict=True):
            interceptor.times_to(table.time_s[:, :, None], *steps, 1e3 * x, 1e3 * h, out)
        shown = "".join(f"{'beyond' if math.isnan(t) else f'{t:.1f}':>12}" for t in times[:, 0])
        print(f"  {f'{before:.0f}, {after:.0f}':>12}{shown}")


def write(masses: tuple[float, float, float], text_note: str) -> None:
    """Rewrite the propellant mass in the defence's file."""
    text = FILE.read_text(encoding="utf-8")
    start = text.index("[interceptor.propellant_mass]")
    end = text.index("\n[", start)
    table = text[start:end]
    low, value, high = masses
    lines = {
        "value": f"{value:.0f}",
        "low": f"{low:.0f}",
        "high": f"{high:.0f}",
        "basis": '"derived"',
        "source": '"shieldmap-estimate"',
        "note": f'"{text_note}"',
    }
    for key, new in lines.items():
        table = re.sub(rf"^{key} = .*$", f"{key} = {new}", table, count=1, flags=re.MULTILINE)
    FILE.write_text(text[:start] + table + text[end:], encoding="utf-8")


def main() -> int:
    """Derive, print, and write or judge the catalogue."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="rewrite the defence's file")
    chosen = parser.parse_args()
    entry = catalog.defence("thaad")
    masses = derive(entry)
    print_derivation(entry, masses)
    if chosen.write:
        write(masses, note(entry))
        return 0
    held = entry.interceptor.propellant_mass
    far = [
        f"propellant_mass.{name} is {have:g} kg, the derivation gives {new:.1f} kg"
        for name, have, new in zip(
            ("low", "value", "high"), (held.low_si, held.si, held.high_si), masses, strict=True
        )
        if abs(have - new) > TOLERANCE_KG
    ]
    print("\n".join(far))
    return 1 if far else 0


if __name__ == "__main__":
    sys.exit(main())
