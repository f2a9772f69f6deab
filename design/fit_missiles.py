"""Fit the catalogue's estimated missiles to what was published about their range and flights.

Question answered: which numbers of an estimated missile follow from published observations, which
were held at a class value, and what do the observations say that the fit did not use?

    python design/fit_missiles.py [--write] [--only hwasong-12,...]

Without `--write` the tables are printed and the exit code is 1 if a number of the catalogue differs
from a new fit by more than `TOLERANCE`.  With it the affected lines of the missile files are
rewritten.  A fit starts from the catalogue itself, so it finds no change the second time.

What is held: propellant fractions, the split between stages, burn times, diameters and steering
times stay at the class values in the missile files.  One number is freed for each missile:
`impulse` (one shift in vacuum impulse for all stages), `payload`, or `tanks` (propellant, dry mass
and burn time in one ratio: the same engine under longer tanks).  It is solved against one
observation, the published maximum range or the apogee of a flight, and so is the payload of the
flight where one payload cannot explain both.  What is left over is printed as a difference.

Conventions:
- A published maximum range is the farthest full-burn flight over a still sphere of mean radius,
  the convention of the press, which names neither launch point nor direction.
- A test flight leaves its real launch point on the turning Earth.  Its bearing is seldom published
  and taken as 75 degrees, towards the sea west of Hokkaido; 60 or 90 degrees move an apogee by less
  than 0.15 % and a time by less than 10 s.
- A lofted test burns fully: nobody publishes a cut-off, and every published range that was derived
  from a lofted flight assumes so.  The flatter flights are cut off.
- The time of flight runs from launch to impact.

Limits: a fit says which round numbers are consistent, not what a missile is.  A full-burn flight
that needs a lighter payload than the published range does could as well have had a better motor.
"""

from __future__ import annotations

import argparse
import math
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from fit_plans import PLANS, Plan, Test
from scipy.optimize import brentq

from shieldmap import catalog, earth, flight, threat
from shieldmap.earth import WGS84
from shieldmap.model import Event, Floats, Missile, Status, TrajectoryClass

FILES: Final = Path(__file__).parents[1] / "src" / "shieldmap" / "data" / "missiles"
SCRIPT: Final = "design/fit_missiles.py"
TOLERANCE: Final = 0.001
"""The catalogue's numbers are rounded to 0.1 s and 1 kg, which is less than this share."""

STANDARD_GRAVITY_M_S2: Final = 9.80665
STILL: Final = WGS84._replace(
    semi_major_axis_m=6371008.8, eccentricity_squared=0.0, j2=0.0, rotation_rad_s=0.0
)
BEARING: Final = math.radians(75.0)
FULL_BURN_S: Final = 1e6
NO_LIMIT_M: Final = math.pi * STILL.semi_major_axis_m
"""Half the circumference: a missile that flies farther reaches every place."""

LEAST_HALF_WIDTH_S: Final = 4.0
"""The least uncertainty of an impulse: what motors of one class differ by, about 1.5 %."""
TANKS_HALF_WIDTH: Final = 0.08
PAYLOAD_HALF_WIDTH: Final = 0.1
CLASS_IMPULSE_S: Final = {"liquid": (250.0, 305.0), "solid": (260.0, 290.0)}


class Row(NamedTuple):
    """One comparison; ``role`` is 'fitted' or 'check'."""

    missile: str
    what: str
    ours: float
    published: float
    unit: str
    role: str

    @property
    def difference(self) -> float:
        """Ours less published, as a share of the published number."""
        return self.ours / self.published - 1.0


class Change(NamedTuple):
    """How the freed numbers of a missile differ from the catalogue's.

    ``impulse_s`` is added to every stage, ``tanks`` multiplies, ``payload_kg`` replaces.
    """

    impulse_s: float = 0.0
    tanks: float = 1.0
    payload_kg: float | None = None


class Fit(NamedTuple):
    """A finished fit: the change found, its ends, and the payload of the flight."""

    plan: Plan
    change: Change
    low: Change
    high: Change
    test_payload_kg: float | None


class Flown(NamedTuple):
    """What is compared of one flight. ``burn_share`` is the cut-off as a share of full burn."""

    range_m: float
    apogee_m: float
    time_s: float
    burn_share: float


def changed(entry: catalog.MissileEntry, change: Change) -> Missile:
    """Return the missile with the freed numbers replaced.

    The exit area follows the thrust, so that the loss at sea level stays the share of the class.
    """
    missile = entry.arrays(payload_kg=change.payload_kg)
    exhaust = missile.stage_exhaust_m_s + change.impulse_s * STANDARD_GRAVITY_M_S2
    return missile._replace(
        stage_propellant_kg=missile.stage_propellant_kg * change.tanks,
        stage_dry_kg=missile.stage_dry_kg * change.tanks,
        stage_burn_s=missile.stage_burn_s * change.tanks,
        stage_exhaust_m_s=exhaust,
        stage_exit_m2=missile.stage_exit_m2 * exhaust / missile.stage_exhaust_m_s,
    )


def farthest(missile: Missile) -> Flown:
    """Fly the missile as far as full burn carries it over the still sphere."""
    place = np.array([STILL.semi_major_axis_m, 0.0, 0.0])
    axes = np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [1.0, 0.0, 0.0]])
    pitch = np.linspace(0.02, 1.4, 70)
    best = Flown(math.nan, math.nan, math.nan, 1.0)
    for _ in range(6):
        n = pitch.size
        flown, _ = flight.fly(
            missile,
            flight.Launch(np.array(place), axes),
            flight.Steering(0.0, pitch, FULL_BURN_S),
            earth=STILL,
        )
        impact = flown.event_position_m[:, Event.IMPACT]
        # Northwards over the sphere, so that flights past the antipode still count farther.
        angle = np.arctan2(impact[:, 2], impact[:, 0]) % (2.0 * np.pi)
        distance = np.where(flown.status == Status.OK, STILL.semi_major_axis_m * angle, -1.0)
        i = int(np.argmax(distance))
        best = Flown(
            float(distance[i]),
            float(flown.event_altitude_m[i, Event.APOGEE]),
            float(flown.event_time_s[i, Event.IMPACT]),
            1.0,
        )
        pitch = np.linspace(pitch[max(i - 1, 0)], pitch[min(i + 1, n - 1)], 9)
    return best


def full_burn(missile: Missile, test: Test) -> Flown:
    """Fly the steep full-burn flight that falls at the test's range and bearing.

    Newton's rule on the eastward and northward tilt of the thrust, from straight up.
    """
    lat, lon = math.radians(test.latitude_deg), math.radians(test.longitude_deg)
    place = earth.place(lat, lon, 0.0, WGS84.semi_major_axis_m, WGS84.eccentricity_squared)
    axes = earth.east_north_up(lat, lon)
    goal = 1e3 * test.range_km * np.array([math.sin(BEARING), math.cos(BEARING)])
    tilt, nudge = np.zeros(2), 1e-4
    for _ in range(30):
        tried = tilt + np.array([[0.0, 0.0], [nudge, 0.0], [0.0, nudge]])
        flown, _ = flight.fly(
            missile,
            flight.Launch(np.array(place), axes),
            flight.Steering(
                np.arctan2(tried[:, 0], tried[:, 1]),
                np.hypot(tried[:, 0], tried[:, 1]),
                FULL_BURN_S,
            ),
        )
        fallen = _from(lat, lon, flown.event_position_m[:, Event.IMPACT])
        miss = goal - fallen[0]
        if np.hypot(*miss) < 1.0:
            break
        slope = np.stack([fallen[1] - fallen[0], fallen[2] - fallen[0]], axis=1) / nudge
        step = np.linalg.solve(slope, miss)
        tilt = tilt + step * min(1.0, 0.05 / float(np.hypot(*step)))
    else:
        return Flown(math.nan, math.nan, math.nan, 1.0)
    apogee = float(flown.event_altitude_m[0, Event.APOGEE])
    return Flown(1e3 * test.range_km, apogee, float(flown.event_time_s[0, Event.IMPACT]), 1.0)


def _from(lat: float, lon: float, impact: Floats) -> Floats:
    """Impacts as east and north distance from the launch point along the geodesic."""
    to_lat, to_lon, _ = earth.ecef_to_geodetic(impact)
    n = to_lat.size
    distance, bearing, _ = earth.geodesic_inverse(np.full(n, lat), np.full(n, lon), to_lat, to_lon)
    return np.stack([distance * np.sin(bearing), distance * np.cos(bearing)], axis=1)


def cut_off(missile: Missile, test: Test) -> Flown:
    """Fly a cut-off flight by the aim solutions: its apogee held, or with the least energy."""
    lat, lon = math.radians(test.latitude_deg), math.radians(test.longitude_deg)
    held = 1e3 * test.apogee_km if test.how == "cut-off" else math.nan
    table = threat.aim_table(missile, lat, lon, TrajectoryClass.MINIMUM_ENERGY, apogee_m=held)
    to_lat, to_lon = earth.geodesic_direct(
        np.array([lat]), np.array([lon]), np.array([BEARING]), np.array([1e3 * test.range_km])
    )
    aims = threat.aim(missile, table, to_lat, to_lon)
    if aims.status[0] != Status.OK:
        return Flown(math.nan, math.nan, math.nan, math.nan)
    flown, _ = threat.fly_aims(missile, table, aims)
    return Flown(
        1e3 * test.range_km,
        float(flown.event_altitude_m[0, Event.APOGEE]),
        float(flown.event_time_s[0, Event.IMPACT]),
        float(aims.cutoff_s[0]) / threat.last_burn_s(missile)[1],
    )


# ---------------------------------------------------------------------------------------------
# Fitting


def _free(plan: Plan, x: float) -> Change:
    if plan.free == "impulse":
        return Change(impulse_s=x)
    return Change(tanks=x) if plan.free == "tanks" else Change(payload_kg=x)


def _bracket(plan: Plan, entry: catalog.MissileEntry) -> tuple[float, float]:
    """Where the freed number is looked for."""
    if plan.free == "impulse":
        return -45.0, 45.0
    assert entry.payload is not None
    payload = entry.payload.mass.si
    return (0.7, 1.4) if plan.free == "tanks" else (0.5 * payload, 1.8 * payload)


def _solve(error: Callable[[float], float], low: float, high: float) -> float:
    return float(brentq(error, low, high, xtol=1e-5 * (high - low)))


def _to_range(plan: Plan, entry: catalog.MissileEntry, range_km: float) -> float:
    """Solve the freed number for a maximum range."""

    def error(x: float) -> float:
        return min(farthest(changed(entry, _free(plan, x))).range_m, NO_LIMIT_M) / 1e3 - range_km

    return _solve(error, *_bracket(plan, entry))


def _to_apogee(entry: catalog.MissileEntry, test: Test, free: Callable[[float], Change],
               bracket: tuple[float, float]) -> float:  # fmt: skip
    """Solve a freed number for the apogee of a full-burn flight."""

    def error(x: float) -> float:
        missile = changed(entry, free(x))
        apogee = full_burn(missile, test).apogee_m / 1e3
        if math.isfinite(apogee):
            return apogee - test.apogee_km
        # Not flown: either it falls short of the place or it leaves for longer than is allowed.
        return 20000.0 if farthest(missile).range_m > 1e3 * test.range_km else -test.apogee_km

    return _solve(error, *bracket)


def fit(plan: Plan) -> Fit:
    """Solve the freed numbers of one missile, starting from the catalogue."""
    entry = catalog.missile(plan.missile)
    if plan.free is None:
        return Fit(plan, Change(), Change(), Change(), None)
    assert entry.published.range is not None
    assert entry.payload is not None
    bracket = _bracket(plan, entry)
    if plan.target == "range":
        x = _to_range(plan, entry, entry.published.range.value)
    else:
        x = _to_apogee(entry, plan.tests[0], lambda v: _free(plan, v), bracket)
    change = _free(plan, x)
    payload = None
    if plan.test_payload:
        best = change.payload_kg or entry.payload.mass.si
        payload = _to_apogee(
            entry, plan.tests[0], lambda v: change._replace(payload_kg=v), (0.4 * best, 2.5 * best)
        )
    low, high = _ends(plan, entry, x, payload)
    return Fit(plan, change, _free(plan, low), _free(plan, high), payload)


def _ends(
    plan: Plan, entry: catalog.MissileEntry, x: float, test_payload: float | None
) -> tuple[float, float]:
    """Low and high of the freed number: refits to other published ranges, else the class."""
    assert entry.payload is not None
    ends = [None if r is None else _to_range(plan, entry, r) for r in plan.ends]
    if plan.free == "impulse":
        assert entry.stages[0].specific_impulse_vacuum is not None
        impulses = [s.specific_impulse_vacuum.si for s in entry.stages if s.specific_impulse_vacuum]
        least, most = CLASS_IMPULSE_S[entry.propellant]
        low = min(x if ends[0] is None else ends[0], x - LEAST_HALF_WIDTH_S)
        high = max(x if ends[1] is None else ends[1], x + LEAST_HALF_WIDTH_S)
        return (
            max(low, min(least - min(impulses), x - LEAST_HALF_WIDTH_S)),
            min(high, max(most - max(impulses), x + LEAST_HALF_WIDTH_S)),
        )
    if plan.free == "tanks":
        # The longest published range belongs to a lighter payload: one engine cannot lift the
        # tanks that it would take, the missile becoming too heavy to start.
        return (1.0 - TANKS_HALF_WIDTH) * x, (1.0 + TANKS_HALF_WIDTH) * x
    # More payload flies less far: the longest range gives the low end.
    high_kg = entry.payload.mass.high_si if ends[0] is None else ends[0]
    low_kg = test_payload or (entry.payload.mass.low_si if ends[1] is None else ends[1])
    return low_kg, max(high_kg, (1.0 + PAYLOAD_HALF_WIDTH) * x)


# ---------------------------------------------------------------------------------------------
# Comparing


def compare(plan: Plan, change: Change | None = None, test_payload: float | None = None
            ) -> Iterator[Row]:  # fmt: skip
    """Compare a missile, as the catalogue has it or changed, with everything published."""
    entry = catalog.missile(plan.missile)
    change = change or Change()
    missile = changed(entry, change)
    name, published = plan.missile, entry.published
    assert published.range is not None
    role = "fitted" if plan.target == "range" else "check"
    best = farthest(missile)
    yield Row(name, "maximum range", best.range_m / 1e3, published.range.value, "km", role)
    for i, test in enumerate(plan.tests):
        flown_missile, role = missile, "check"
        what = f"{test.date} {test.range_km:g} km"
        if i == 0 and test_payload is not None:
            flown_missile = changed(entry, change._replace(payload_kg=test_payload))
            what += f" with {test_payload:.0f} kg"
            limit = farthest(flown_missile).range_m / 1e3
            if plan.other_range_km:
                yield Row(name, f"maximum range with {test_payload:.0f} kg", limit,
                          plan.other_range_km, "km", "check")  # fmt: skip
        if i == 0 and (plan.target == "apogee" or test_payload is not None):
            role = "fitted"
        flown = (full_burn if test.how == "full burn" else cut_off)(flown_missile, test)
        if test.how == "cut-off":
            # The apogee is held, so what remains to be seen is whether the burn suffices.
            what += f" cut off at {flown.burn_share:.3f} of full burn"
            role = "held"
        yield Row(name, f"{what}: apogee", flown.apogee_m / 1e3, test.apogee_km, "km", role)
        if test.time_s is not None:
            yield Row(name, f"{what}: time", flown.time_s, test.time_s, "s", "check")


# ---------------------------------------------------------------------------------------------
# The catalogue's lines


class Edit(NamedTuple):
    """New numbers of one value in a missile file; ``place`` counts equal headers from zero."""

    header: str
    place: int
    value: float
    low: float
    high: float
    digits: int
    note: str | None


def edits(done: Fit) -> Iterator[Edit]:
    """Say which values of the missile's file a fit decides."""
    plan, entry = done.plan, catalog.missile(done.plan.missile)
    if plan.free is None:
        return
    if plan.free == "payload":
        assert done.change.payload_kg is not None
        assert done.low.payload_kg is not None
        assert done.high.payload_kg is not None
        yield Edit("payload.mass", 0, done.change.payload_kg, done.low.payload_kg,
                   done.high.payload_kg, 0, note(done))  # fmt: skip
        return
    for i, stage in enumerate(entry.stages):
        if plan.free == "tanks":
            ratio, held = done.change.tanks, stage.propellant_mass.si
            yield Edit("stages.propellant_mass", i, held * ratio, held * done.low.tanks,
                       held * done.high.tanks, 0, note(done))  # fmt: skip
            for field, digits in (("dry_mass", 0), ("burn_time", 1)):
                kept = getattr(stage, field)
                yield Edit(f"stages.{field}", i, kept.si * ratio, kept.low_si * ratio,
                           kept.high_si * ratio, digits, None)  # fmt: skip
            continue
        impulse = stage.specific_impulse_vacuum
        assert impulse is not None
        shifts = (done.change.impulse_s, done.low.impulse_s, done.high.impulse_s)
        yield Edit("stages.specific_impulse_vacuum", i, *(impulse.si + s for s in shifts), 1,
                   note(done))  # fmt: skip
        area = stage.nozzle_exit_area
        if area is not None:
            ratio = 1.0 + done.change.impulse_s / impulse.si
            yield Edit("stages.nozzle_exit_area", i, area.si * ratio, area.low_si * ratio,
                       area.high_si * ratio, 3, None)  # fmt: skip


def note(done: Fit) -> str:
    """Say what a value was fitted to."""
    plan, entry = done.plan, catalog.missile(done.plan.missile)
    assert entry.published.range is not None
    test = plan.tests[0] if plan.tests else None
    if plan.target == "range" or test is None:
        goal = f"the published range of {entry.published.range.value:,.0f} km"
    else:
        goal = f"the flight of {test.date} ({test.range_km:g} km, apogee {test.apogee_km:g} km)"
    parts = [f"Not published; fitted by {SCRIPT} to {goal}, all class values held."]
    if plan.free == "impulse":
        low, high = CLASS_IMPULSE_S[entry.propellant]
        parts.append(f"One shift for all stages, within {low:.0f} to {high:.0f} s.")
    if plan.free == "tanks":
        parts.append("Dry mass and burn time in the same ratio: one engine, longer tanks.")
    if test is not None and done.test_payload_kg is not None:
        flown = f"the flight of {test.date} reaches {test.apogee_km:g} km at full burn"
        is_low = plan.free == "payload"
        carried = "Low: with it" if is_low else f"With {done.test_payload_kg:.0f} kg of payload"
        parts.append(f"{carried} {flown}.")
    refits = [f"{r:,.0f}" for r in plan.ends if r is not None]
    if refits:
        parts.append(f"Ends: refits to {' and '.join(refits)} km, or the class.")
    return " ".join([*parts, plan.remark]).strip()


def _number(x: float, digits: int) -> str:
    return f"{x:.{digits}f}" if digits else f"{x:.0f}"


def rewrite(text: str, edit: Edit) -> str:
    """Replace value, low, high and note in one table of a missile file."""
    found = [m.start() for m in re.finditer(rf"^\[{re.escape(edit.header)}\]$", text, re.MULTILINE)]
    start = found[edit.place]
    after = re.compile(r"^\[", re.MULTILINE).search(text, start + 1)
    end = after.start() if after else len(text)
    table = text[start:end]
    for key in ("value", "low", "high"):
        new = f"{key} = {_number(getattr(edit, key), edit.digits)}"
        table = re.sub(rf"^{key} = .*$", new, table, count=1, flags=re.MULTILINE)
    if edit.note is not None:
        table = re.sub(r"^basis = .*$", 'basis = "estimate"', table, count=1, flags=re.MULTILINE)
        table = re.sub(
            r"^source = .*$", 'source = "shieldmap-estimate"', table, count=1, flags=re.MULTILINE
        )
        table = re.sub(r"^note = .*$", f'note = "{edit.note}"', table, count=1, flags=re.MULTILINE)
    return text[:start] + table + text[end:]


def drift(done: Fit) -> Iterator[str]:
    """Say which numbers of the catalogue differ from the fit by more than the tolerance."""
    entry = catalog.missile(done.plan.missile)
    known = dict(catalog.quantities(entry))
    for edit in edits(done):
        path = edit.header.replace("stages.", f"stages.{edit.place}.")
        held = known[path]
        for key, have in (("value", held.value), ("low", held.low), ("high", held.high)):
            new = round(getattr(edit, key), edit.digits)
            if have is None or abs(new - have) > TOLERANCE * abs(new):
                yield f"{entry.id}: {path}.{key} is {have}, a new fit gives {new:g}"


# ---------------------------------------------------------------------------------------------
# The tables


def freed_text(done: Fit) -> str:
    """Say the freed number with its range as the catalogue would hold it."""
    if done.plan.free is None:
        return "nothing: published stage set"
    first = next(edits(done))
    unit = "s" if "impulse" in first.header else "kg"
    low, value, high = (_number(x, first.digits) for x in (first.low, first.value, first.high))
    text = f"{done.plan.free} {value} ({low} to {high}) {unit}"
    if done.test_payload_kg is not None:
        text += f", test payload {done.test_payload_kg:.0f} kg"
    return text


def print_tables(done: list[Fit]) -> None:
    """Print what was free, then every comparison."""
    print(f"{'missile':13} {'obs':>3} {'free':>4} {'dof':>3}  freed in the missile")
    for one in done:
        plan = one.plan
        print(
            f"{plan.missile:13} {len(plan.observations()):3d} {len(plan.parameters()):4d} "
            f"{plan.degrees_of_freedom():3d}  {freed_text(one)}"
        )
    print(f"\n{'missile':13} {'what':62} {'ours':>8} {'publ.':>8}     {'diff':>7}  role")
    for one in done:
        for row in compare(one.plan, one.change, one.test_payload_kg):
            endless = row.what.startswith("maximum") and row.ours * 1e3 > NO_LIMIT_M
            ours = "no limit" if endless else f"{row.ours:8.1f}"
            share = "" if endless else f"{100.0 * row.difference:+6.1f}%"
            print(
                f"{row.missile:13} {row.what:62} {ours} {row.published:8.1f} {row.unit:3} "
                f"{share:>7}  {row.role}"
            )


def main() -> int:
    """Fit, print, and write or judge the catalogue."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="rewrite the missile files")
    parser.add_argument("--only", default="", help="these missiles, with commas between")
    chosen = parser.parse_args()
    wanted = set(filter(None, chosen.only.split(",")))
    done = [fit(plan) for plan in PLANS if not wanted or plan.missile in wanted]
    print_tables(done)
    differences = [sentence for one in done for sentence in drift(one)]
    if chosen.write:
        for one in done:
            path = FILES / f"{one.plan.missile}.toml"
            old = path.read_text(encoding="utf-8")
            new = old
            for edit in edits(one):
                new = rewrite(new, edit)
            if new != old:
                path.write_text(new, encoding="utf-8")
                print(f"wrote {path.name}")
        return 0
    for sentence in differences:
        print(sentence)
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
