"""Speed beside a peer of each part, in one run: who else does it, how fast, and how well.

Flights: SciPy's DOP853 on our own right-hand side, compiled, at the loosest tolerance that is as good as
ours at impact; and pytrajlib, which flies an intercontinental missile with errors of its guidance. Tracks:
Stone Soup's extended Kalman filter on a simpler motion than ours. Raids: draws in plain NumPy without
time. Judging and the whole study ``timing``: ourselves, with one thread, and with nothing compiled.

Old and new, ours and theirs are measured in turn, so that a machine with other work is unfair to neither.
"""

import contextlib
import importlib.util
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import numba
import numpy as np
from numpy.typing import NDArray

from shieldmap import battle, campaign, earth, engagement, flight, threat
from shieldmap.answers import InputError
from shieldmap.bench.setting import (
    LOOK_SIGMAS,
    SEED,
    TRACKS,
    TrackLooks,
    lone_battery,
    random_aims,
    timing_flights,
    track_looks,
)
from shieldmap.catalog import missile as missile_of
from shieldmap.flight import steps
from shieldmap.model import Aims, Event, Flights, Floats, Missile
from shieldmap.results import PeerRow
from shieldmap.validation import independent
from shieldmap.validation.independent import Phase

_FLIGHTS: Final = 2000
_BESIDE: Final = 20
"""Flights of SciPy in each turn: some fifty a second."""

_LADDER: Final = (1e-4, 3e-5, 1e-5, 3e-6, 1e-6, 3e-7, 1e-7, 3e-8, 1e-8, 1e-9, 1e-10)
_EXACT: Final = 1e-12
_TIGHTER: Final = 1e4
_PYTRAJLIB_RUNS: Final = 200
_TRIALS: Final = 100_000
_STONE_SOUP_STEPS: Final = 300


class Turn(NamedTuple):
    """Rates of two who did the same in turn, in items a second."""

    ours: float
    theirs: float


def beside_peers(repeats: int, progress: Callable[[str, int, int], None]) -> list[PeerRow]:
    """Every part beside its peer.

    Raises
    ------
    InputError : pytrajlib or Stone Soup is not installed.
    """
    missing = [one for one in ("pytrajlib", "stonesoup") if importlib.util.find_spec(one) is None]
    if missing:
        raise InputError(
            f"--peers needs packages that are not installed ({', '.join(missing)}): "
            "install shieldmap[bench], or leave --peers out"
        )
    parts: tuple[tuple[str, Callable[[int], PeerRow]], ...] = (
        ("flights beside SciPy", _beside_scipy),
        ("flights beside pytrajlib", _beside_pytrajlib),
        ("tracks beside Stone Soup", _beside_stone_soup),
        ("raids beside NumPy", _beside_numpy),
        ("judging with one thread", _beside_one_thread),
        ("the study timing, cold and warm", _cold_and_warm),
    )
    rows = []
    for number, (name, measured) in enumerate(parts):
        progress(name, number, len(parts))
        rows.append(measured(repeats))
    return rows


def _in_turn(repeats: int, ours: Callable[[], int], theirs: Callable[[], int]) -> Turn:
    """Medians of the rates of both; each call says how many it did. The first calls compile."""
    rates: tuple[list[float], list[float]] = ([], [])
    for repeat in range(repeats + 1):
        for kept, work in zip(rates, (ours, theirs), strict=True):
            began = time.perf_counter()
            done = work()
            if repeat > 0:
                kept.append(done / (time.perf_counter() - began))
    return Turn(float(np.median(rates[0])), float(np.median(rates[1])))


def _told(
    name: str, peer: str, unit: str, turn: Turn, accuracy: str, their_threads: int = 1
) -> PeerRow:
    """A row of what was measured in turn, ours with all threads."""
    return PeerRow(
        name=name,
        peer=peer,
        ratio=turn.ours / turn.theirs,
        ours=turn.ours,
        theirs=turn.theirs,
        unit=unit,
        our_threads=numba.get_num_threads(),
        their_threads=their_threads,
        accuracy=accuracy,
    )


# --- flights beside SciPy --------------------------------------------------------------------


class Aimed(NamedTuple):
    """Random flights of one missile, aimed."""

    missile: Missile
    table: threat.AimTable
    aims: Aims

    def fly(self, tolerance_m: float = flight.TOLERANCE_M) -> Flights:
        """All of them, with all threads."""
        air = earth.tables()
        flown, _ = threat.fly_aims(
            self.missile, self.table, self.aims, air=air, tolerance_m=tolerance_m
        )
        return flown

    def impacts(self) -> tuple[Floats, Floats]:
        """Where they fall at a 10,000 times tighter tolerance (n, 3), and how far off they are (n,), m."""
        exact = self.fly(flight.TOLERANCE_M / _TIGHTER).event_position_m[:, Event.IMPACT]
        found = self.fly().event_position_m[:, Event.IMPACT]
        return exact, np.linalg.norm(found - exact, axis=1)


def _aimed(missile_id: str, count: int) -> Aimed:
    missile = missile_of(missile_id).arrays()
    table, latitude, longitude = random_aims(missile, count)
    return Aimed(missile, table, threat.aim(missile, table, latitude, longitude))


def _beside_scipy(repeats: int) -> PeerRow:
    many = _aimed("hwasong-7", _FLIGHTS)
    exact, ours = many.impacts()
    rows = range(_BESIDE)
    phases = [_phases_of(many, row) for row in rows]
    worst = float(ours.max())
    relative, theirs = _as_good(many, phases, worst, exact)

    def scipy_flies() -> int:
        for one in phases:
            _scipy_impact(many, one, relative)
        return _BESIDE

    def we_fly() -> int:
        many.fly()
        return _FLIGHTS

    turn = _in_turn(repeats, we_fly, scipy_flies)
    accuracy = (
        f"worst at impact: ours {worst:.2f} m of {_FLIGHTS}, theirs {theirs:.2f} m of {_BESIDE} "
        f"at a relative tolerance of {relative:g}"
    )
    return _told(
        "full flights of Hwasong-7, boost to impact",
        "SciPy DOP853, the right-hand side compiled",
        "flights per second",
        turn,
        accuracy,
    )


def _phases_of(many: Aimed, row: int) -> list[Phase]:
    """The phases of one aimed flight, as the independent propagator tells them."""
    table, aims = many.table, many.aims
    frame = earth.east_north_up(table.latitude_rad, table.longitude_rad)
    return independent.phases_of(
        many.missile,
        frame,
        float(aims.azimuth_rad[row]),
        float(aims.pitch_rad[row]),
        float(aims.cutoff_s[row]),
        0.0,
    )


def _slopes_in_python(t: float, y: Floats, phase: Floats, system: Any, tables: Any) -> Floats:
    """The kernels' right-hand side on an array, as SciPy asks for it."""
    found = steps.rates(t, (y[0], y[1], y[2], y[3], y[4], y[5]), phase, system, tables)
    out = np.empty(6)
    for i in range(6):
        out[i] = found[i]
    return out


def _height_in_python(y: Floats, system: Any) -> float:
    """Height (m) over the ellipsoid."""
    return float(steps.level((y[0], y[1], y[2], y[3], y[4], y[5]), system)[0])


# Compiled anew in each run: what is kept on the disk follows the sources of the kernels alone.
_slopes: Final[Any] = numba.njit(error_model="numpy")(_slopes_in_python)
_height: Final[Any] = numba.njit(error_model="numpy")(_height_in_python)


def _numbers(one: Phase, many: Aimed) -> Floats:
    """A phase as the kernels' right-hand side takes it."""
    out = np.zeros(steps.PHASE)
    out[steps.MASS], out[steps.FLOW], out[steps.EXHAUST] = (
        one.mass_kg,
        one.flow_kg_s,
        one.exhaust_m_s,
    )
    out[steps.EXIT_AREA], out[steps.DRAG_AREA] = one.exit_m2, one.area_m2
    out[steps.COEFFICIENT], out[steps.START] = one.coefficient_kg_m2, one.start_s
    out[steps.KIND] = steps.COAST if one.flow_kg_s == 0.0 else steps.TURN
    if one.steer is not None:
        # A steered phase is tabled by its ends: the zenith angle moves evenly between them.
        table = many.table
        frame = earth.east_north_up(table.latitude_rad, table.longitude_rad)
        first, last = one.steer(one.start_s), one.steer(one.stop_s)
        zenith, end = (math.acos(min(float(frame[2] @ v), 1.0)) for v in (first, last))
        out[steps.KIND], out[steps.TILT_START] = steps.TILT, one.start_s
        out[steps.ZENITH], out[steps.ZENITH_RATE] = (
            zenith,
            (end - zenith) / (one.stop_s - one.start_s),
        )
        across = last - float(frame[2] @ last) * frame[2]
        size = float(np.linalg.norm(across))
        out[steps.UP : steps.UP + 3] = frame[2]
        out[steps.ALONG : steps.ALONG + 3] = across / size if size > 0.0 else frame[1]
    return out


def _scipy_impact(many: Aimed, phases: list[Phase], relative: float) -> Floats:
    """Where a flight falls, flown by SciPy phase by phase in the turning frame."""
    from scipy.integrate import solve_ivp

    system, tables = earth.WGS84, earth.tables()
    y = np.concatenate([many.table.position_m, np.zeros(3)])

    def ground(_t: float, state: Floats, *_: Any) -> float:
        return float(_height(state, system))

    ground.terminal, ground.direction = True, -1.0  # type: ignore[attr-defined]
    for one in phases:
        is_last = one is phases[-1]
        solved = solve_ivp(
            _slopes,
            (one.start_s, one.stop_s),
            y,
            "DOP853",
            rtol=relative,
            atol=relative * np.array([1e6, 1e6, 1e6, 1e3, 1e3, 1e3]),
            args=(_numbers(one, many), system, tables),
            events=ground if is_last else None,
        )
        y = solved.y[:, -1]
    return np.asarray(y[:3])


def _as_good(
    many: Aimed, phases: list[list[Phase]], worst_m: float, exact: Floats
) -> tuple[float, float]:
    """The loosest relative tolerance at which SciPy's impacts are as good as ours, and their worst (m)."""
    reference = np.array([_scipy_impact(many, one, _EXACT) for one in phases])
    if not np.linalg.norm(reference - exact[: len(phases)], axis=1).max() < 1.0:
        raise RuntimeError("SciPy and the kernels do not fly the same missile")
    for relative in _LADDER:
        found = np.array([_scipy_impact(many, one, relative) for one in phases])
        worst = float(np.linalg.norm(found - reference, axis=1).max())
        if worst <= worst_m:
            return relative, worst
    return _LADDER[-1], worst


# --- flights beside pytrajlib ----------------------------------------------------------------


def _beside_pytrajlib(repeats: int) -> PeerRow:
    import pytrajlib

    many = _aimed("hwasong-15", _FLIGHTS)

    def we_fly() -> int:
        many.fly()
        return _FLIGHTS

    def they_fly() -> int:
        with tempfile.TemporaryDirectory() as folder, _silent():
            pytrajlib.run(num_runs=_PYTRAJLIB_RUNS, output_dir=f"{folder}/", traj_output=0)
        return _PYTRAJLIB_RUNS

    worst = float(many.impacts()[1].max())
    turn = _in_turn(repeats, we_fly, they_fly)
    accuracy = (
        f"ours: Hwasong-15, worst of {_FLIGHTS} {worst:.1f} m at impact, WGS 84 with J2; theirs: "
        "Minuteman III on a sphere, steps of 1 s and 0.01 s, with errors of guidance"
    )
    return _told(
        "full flights of an intercontinental missile",
        "pytrajlib, its default flight of 13,400 km",
        "flights per second",
        turn,
        accuracy,
    )


@contextlib.contextmanager
def _silent() -> Iterator[None]:
    """Nothing is printed, by compiled code neither: what this command prints may be read by a program."""
    sys.stdout.flush()
    sys.stderr.flush()
    with Path(os.devnull).open("w") as nowhere:
        kept = os.dup(1), os.dup(2)
        try:
            os.dup2(nowhere.fileno(), 1)
            os.dup2(nowhere.fileno(), 2)
            yield
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            for number, old in enumerate(kept, start=1):
                os.dup2(old, number)
                os.close(old)


# --- tracks beside Stone Soup ----------------------------------------------------------------


def _beside_stone_soup(repeats: int) -> PeerRow:
    scene = track_looks()

    def they_follow() -> int:
        return _follow(scene)

    turn = _in_turn(repeats, scene.follow, they_follow)
    accuracy = (
        "ours: gravity with J2, drag and its coefficient in the state, seven numbers; "
        "theirs: six numbers in a straight line"
    )
    return _told(
        f"track filter, predictions and updates of {TRACKS:,} tracks",
        "Stone Soup's extended Kalman filter, one track of constant velocity",
        "predictions and updates per second",
        turn,
        accuracy,
    )


def _follow(scene: TrackLooks) -> int:
    """One track of Stone Soup over the looks, again and again."""
    import datetime as dt

    from stonesoup.models.measurement.nonlinear import CartesianToElevationBearingRange
    from stonesoup.models.transition.linear import (
        CombinedLinearGaussianTransitionModel,
        ConstantVelocity,
    )
    from stonesoup.predictor.kalman import ExtendedKalmanPredictor
    from stonesoup.types.detection import Detection
    from stonesoup.types.hypothesis import SingleHypothesis
    from stonesoup.types.state import GaussianState
    from stonesoup.updater.kalman import ExtendedKalmanUpdater

    began = dt.datetime(2016, 7, 13, tzinfo=dt.UTC)
    predictor = ExtendedKalmanPredictor(
        CombinedLinearGaussianTransitionModel([ConstantVelocity(1.0)] * 3)
    )
    noise = np.diag(np.square(LOOK_SIGMAS)[[2, 1, 0]])
    looking = CartesianToElevationBearingRange(6, (0, 2, 4), noise)
    updater = ExtendedKalmanUpdater(looking)
    state = GaussianState(scene.local[0], np.diag([1e2, 1e2, 1e2, 1e2, 1e2, 1e2]), timestamp=began)
    for k in range(1, _STONE_SOUP_STEPS + 1):
        now = began + dt.timedelta(seconds=k)
        prediction = predictor.predict(state, timestamp=now)
        seen = looking.function(GaussianState(scene.local[k % len(scene.local)], np.eye(6)))
        detection = Detection(seen, timestamp=now, measurement_model=looking)
        state = updater.update(SingleHypothesis(prediction, detection))
    return _STONE_SOUP_STEPS


# --- raids beside NumPy ----------------------------------------------------------------------


def _beside_numpy(repeats: int) -> PeerRow:
    field = lone_battery()
    missiles = int(field.missiles.size)
    probability = float(field.kill_quantiles[0, 0])
    draw = np.random.default_rng(SEED)
    leaked: list[float] = []

    def we_fight() -> int:
        leaked.append(float(battle.fight(field, _TRIALS, SEED).leakers.mean()))
        return _TRIALS

    def numpy_draws() -> int:
        hit = draw.random((_TRIALS, missiles, 2)) < probability
        (~hit.any(axis=2)).sum(axis=1).mean()
        return _TRIALS

    turn = _in_turn(repeats, we_fight, numpy_draws)
    expected = missiles * (1.0 - probability) ** 2
    accuracy = (
        f"missiles through: ours {leaked[-1]:.3f} with events in the order of time, "
        f"binomial {expected:.3f}"
    )
    return _told(
        f"raids of {missiles} missiles against one battery",
        "NumPy: two draws a missile, without time, stocks or channels",
        "trials per second",
        turn,
        accuracy,
    )


# --- ourselves -------------------------------------------------------------------------------


def _beside_one_thread(repeats: int) -> PeerRow:
    judged = timing_flights()
    threads = numba.get_num_threads()

    found: dict[int, list[NDArray[np.bool_]]] = {}

    def judge_with(count: int) -> int:
        found[count] = _verdicts_with(judged, count)
        return sum(one.shape[0] * one.shape[1] for one in found[count])

    turn = _in_turn(repeats, lambda: judge_with(threads), lambda: judge_with(1))
    pairs = zip(found[threads], found[1], strict=True)
    differing = sum(int((a != b).sum()) for a, b in pairs)
    return _told(
        "verdicts of 512 joint draws, flights kept",
        "the same with one thread",
        "verdicts per second",
        turn,
        f"{differing} verdicts differ",
    )


def _verdicts_with(judged: list[tuple[Any, ...]], threads: int) -> list[NDArray[np.bool_]]:
    """All verdicts, with some threads."""
    with campaign.threads(threads):
        return [engagement.verdicts(*one) for one in judged]


_RUN: Final = "import shieldmap as sm, sys; sm.run('timing', output_dir=sys.argv[1])"


def _cold_and_warm(_repeats: int) -> PeerRow:
    """The whole study ``timing`` in a process of its own: kernels compiled first, then kept."""
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "cache"
        walls = [_whole_run(kept, Path(folder) / name) for name in ("cold", "warm")]
    cold, warm = walls
    return _told(
        "the study timing from start to report",
        "the same with an empty cache, kernels compiled on the way",
        "runs per second",
        Turn(1.0 / warm, 1.0 / cold),
        f"{warm:.1f} s warm, {cold:.1f} s cold",
        their_threads=numba.get_num_threads(),
    )


def _whole_run(cache: Path, output: Path) -> float:
    told = {
        **os.environ,
        "SHIELDMAP_CACHE_DIR": str(cache),
        "NUMBA_CACHE_DIR": str(cache / "numba"),
    }
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", _RUN, str(output)],
        check=True,
        env=told,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - began
