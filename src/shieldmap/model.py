"""The nouns: NamedTuples of arrays with unit suffixes, status codes and their sentences.

No functions and no physics: this file is the glossary in code.
Batches have one row per trajectory on their first axis.
Positions and velocities are Earth-fixed (ECEF, WGS 84) and speeds are relative to the Earth.
Angles are radians, azimuths clockwise from north.
"""

from enum import IntEnum
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Codes = NDArray[np.int8]

DIMENSIONLESS: Final = frozenset(
    {
        "j2",
        "eccentricity_squared",
        "air",
        "fine_log_density",
        "coarse_log_density",
        "drag_coefficient",
        "mach_step",
        "margins",
        "axes",
        "late_share",
        "lift_to_drag",
        "climb_share",
        "speed_share",
        "release_share",
        "drag_share",
        "track_share",
        "weight",
        "leaked_weight",
        "discrimination",
        "kill_quantiles",
        "common_mode",
        "track_probability",
        "failure",
    }
)
"""Names of float fields that carry no unit, so that the suffix rule can be checked."""


class Status(IntEnum):
    """How one row of a batch ended."""

    OK = 0
    BEYOND_RANGE = 1
    BELOW_RANGE = 2
    APOGEE_REFUSED = 3
    NOT_CONVERGED = 4
    STEP_LIMIT = 5
    BAD_INPUT = 6
    CRASHED_IN_BOOST = 7
    TIME_LIMIT = 8


STATUS_TEXT: Final[dict[int, str]] = {
    Status.OK: "flown",
    Status.BEYOND_RANGE: "not threatened: the place lies beyond the missile's range",
    Status.BELOW_RANGE: "not threatened: the place is nearer than this class can fly",
    Status.APOGEE_REFUSED: "the missile cannot reach this place with the apogee asked for",
    Status.NOT_CONVERGED: "the aim solution did not converge to 10 m",
    Status.STEP_LIMIT: "the integrator ran out of steps",
    Status.BAD_INPUT: "the input holds a value that is not a number",
    Status.CRASHED_IN_BOOST: "the missile fell to the ground while its engine burned",
    Status.TIME_LIMIT: "the body did not come down within the time allowed",
}

NOT_THREATENED: Final = frozenset({Status.BEYOND_RANGE, Status.BELOW_RANGE, Status.APOGEE_REFUSED})
"""Rows that count neither as defended nor as undefended."""


class Event(IntEnum):
    """The events kept of every flight, in this order on the event axis."""

    BURNOUT = 0
    APOGEE = 1
    REENTRY = 2
    IMPACT = 3


X, Y, Z, VX, VY, VZ = range(6)
"""Components of a state: position (m) and velocity (m/s) in ECEF."""


class TrajectoryClass(IntEnum):
    """How a missile is flown to a place.

    ``LOFTED`` and ``DEPRESSED`` without an apogee are the high and the low solution at full burn.
    """

    MINIMUM_ENERGY = 0
    LOFTED = 1
    DEPRESSED = 2


class Doctrine(IntEnum):
    """Which shots are asked for against one target."""

    SINGLE = 0
    SALVO_2 = 1
    SHOOT_LOOK_SHOOT = 2


class Constraint(IntEnum):
    """What can prevent an intercept, in the fixed order of precedence of the headline reason."""

    NEVER_VISIBLE = 0
    LEFT_FIELD_OF_REGARD = 1
    DETECTED_TOO_LATE = 2
    TRACK_TOO_POOR = 3
    ABOVE_CEILING = 4
    BELOW_FLOOR = 5
    OUT_OF_REACH = 6
    ARRIVES_BEFORE_INTERCEPTOR = 7
    TARGET_TOO_FAST = 8
    NO_INVENTORY = 9
    SECOND_SHOT_LATE = 10


NO_CONSTRAINT: Final = -1


class Binds(IntEnum):
    """Which limit decides an engagement: the published envelope or what the fly-out reaches."""

    NEITHER = 0
    PUBLISHED = 1
    KINEMATIC = 2
    BOTH = 3


class Earth(NamedTuple):
    """The Earth as the kernels see it; set a field to zero to switch its effect off."""

    gm_m3_s2: float
    semi_major_axis_m: float
    eccentricity_squared: float
    j2: float
    rotation_rad_s: float
    air: float


class Tables(NamedTuple):
    """Smooth tables on uniform knots: cubic-spline coefficients, shape (knots - 1, 4).

    Density and pressure themselves are quintics (parts, 6) through the exponentials, four to a knot.

    The air below ``fine_step_m`` x rows is finely spaced, above it coarsely; zero above 1000 km.
    """

    fine_step_m: float
    fine_log_density: Floats
    fine_density_kg_m3: Floats
    fine_pressure_pa: Floats
    fine_sound_m_s: Floats
    coarse_step_m: float
    coarse_log_density: Floats
    mach_step: float
    drag_coefficient: Floats


class Missile(NamedTuple):
    """One missile with its stages on the first axis.

    A stage whose thrust is told by a table has one row for each steady part of it; its dry mass and its
    coast stand in the last.
    ``stage_propellant_kg`` is what is burned; residuals belong to ``stage_dry_kg``.
    ``stage_exhaust_m_s`` is the effective exhaust velocity in vacuum, ``stage_exit_m2`` the nozzle
    exit area that ambient pressure acts on, ``stage_area_m2`` the drag reference area.
    ``lift_to_drag`` is that of the body which comes down, 0 for an arc; its lift fades to nothing while it
    climbs as steeply as ``climb_share``, the sine of an angle, so that it glides and does not skip. A share of
    0 keeps all of it, and the body skips. Below ``release_speed_m_s`` there is no lift, and the body falls.
    """

    stage_propellant_kg: Floats
    stage_dry_kg: Floats
    stage_burn_s: Floats
    stage_exhaust_m_s: Floats
    stage_exit_m2: Floats
    stage_area_m2: Floats
    stage_coast_s: Floats
    payload_kg: float
    rise_s: float
    pitch_s: float
    ballistic_coefficient_kg_m2: float
    has_cutoff: bool
    lift_to_drag: float = 0.0
    climb_share: float = 0.0
    release_speed_m_s: float = 0.0


class Flights(NamedTuple):
    """Events of a batch of flights; the event axis follows :class:`Event`.

    Shapes: ``event_time_s`` (n, 4), ``event_position_m`` and ``event_velocity_m_s`` (n, 4, 3),
    ``event_altitude_m`` (n, 4), ``status`` (n,). An event that did not happen is NaN.
    """

    event_time_s: Floats
    event_position_m: Floats
    event_velocity_m_s: Floats
    event_altitude_m: Floats
    status: Codes


class Trajectories(NamedTuple):
    """Flights sampled on one time grid: ``position_m`` (n, k, 3); NaN after impact."""

    time_s: Floats
    position_m: Floats
    velocity_m_s: Floats
    sample_count: Ints


class BoostStates(NamedTuple):
    """Exact states of one boost, k of them in order: the change points of the thrust and some between.

    ``is_change`` (k,) says where the acceleration, or its rate, jumps. ``position_m`` and
    ``velocity_m_s`` are (k, 3).
    """

    time_s: Floats
    position_m: Floats
    velocity_m_s: Floats
    is_change: NDArray[np.bool_]


class Aims(NamedTuple):
    """Aim solutions of a batch: how to fly so that the impact lies at the place asked for."""

    azimuth_rad: Floats
    pitch_rad: Floats
    cutoff_s: Floats
    residual_m: Floats
    range_limit_m: Floats
    flights_used: Ints
    status: Codes


class FlyoutTable(NamedTuple):
    """Interceptor time of flight over (ground range, altitude), and what is beyond reach (NaN).

    ``time_s`` and ``speed_m_s`` have shape (ranges, altitudes) on uniform steps from zero.
    """

    range_step_m: float
    altitude_step_m: float
    time_s: Floats
    speed_m_s: Floats


class Flyouts(NamedTuple):
    """Interceptor times of flight ``time_s`` (ranges, altitudes, 7) on uniform steps from zero.

    At the values, and with one number at its bad and then its good end, the others at their values:
    the burnout speed, the release of the kill vehicle, the drag of both bodies.
    """

    range_step_m: float
    altitude_step_m: float
    time_s: Floats


class Radar(NamedTuple):
    """One radar: where it stands, its local unit vectors and what it can look at.

    ``axes`` holds east, north and up as rows (3, 3), without unit. Engagements take the direction
    and the view of each variant from :class:`Assumptions`. ``bending_rad`` (elevations, heights)
    is what the air adds to a geometric elevation, ``horizon_rad`` the elevation of the skyline at
    even steps of azimuth from north; the defaults are rays that run straight and no terrain.
    ``tilt_rad`` is the elevation of the antenna's normal and ``scan_max_rad`` how far off it the
    beam can be steered; the default leaves the view to sector and elevations.
    """

    position_m: Floats
    axes: Floats
    boresight_rad: float
    half_sector_rad: float
    elevation_min_rad: float
    elevation_max_rad: float
    bending_rad: Floats = np.zeros((2, 2))
    horizon_rad: Floats = np.array([-0.5 * np.pi])
    tilt_rad: float = 0.0
    scan_max_rad: float = np.pi


class Face(NamedTuple):
    """A radar's antenna: its position (3,) in ECEF and the rows across, boresight and upright (3, 3)."""

    position_m: Floats
    axes: Floats


class LaunchSites(NamedTuple):
    """The launcher sites of a battery and the times of flight of its interceptor from each.

    ``position_m`` (k, 3) in ECEF; ``axes`` (k, 3, 3) hold east, north and up as rows; the other
    fields are those of :class:`Flyouts`.
    """

    position_m: Floats
    axes: Floats
    range_step_m: float
    altitude_step_m: float
    time_s: Floats


class Volume(NamedTuple):
    """The boundary of what a radar sees, as sheets of vertices in ECEF; neighbours make quads.

    Shapes: ``front_m`` (azimuths, elevations, 3) is where the view ends, the least elevation
    first; ``bottom_m`` (azimuths, steps, 3) runs out from the radar along the least elevation;
    ``sides_m`` (2, elevations, steps, 3) are the walls of the sector, none where it is a full
    circle; ``roof_m`` (azimuths, steps, 3) is the cone of the greatest elevation, none where that
    is the zenith. The azimuths of a full circle end with the first one again.
    """

    front_m: Floats
    bottom_m: Floats
    sides_m: Floats
    roof_m: Floats


class Assumptions(NamedTuple):
    """Variants of the disputed numbers, shape (m,) each; an engagement is judged under all of them.

    ``chain_s`` replaces the whole chain from missile launch to interceptor launch where it is not
    NaN. ``track_s`` is a constant time from detection to commitment; where it is NaN the track has
    to settle, and ``track_share`` runs from -1 (the bad end of the tracker) over 0 (the value) to 1
    (the good end). ``search_range_m`` and ``track_range_m`` hold for the target's radar cross section
    on the normal of the radar's face. ``reach_m`` holds within 60 degrees of ``facing_rad``, the
    launchers' direction, and ``rear_m`` elsewhere; both are alike where the envelope has no sector.
    ``late_share`` is by which part of the fly-out's fastest time, at its values, an interceptor may
    arrive later;
    ``speed_share``, ``release_share`` and ``drag_share`` run from -1 (the bad end of that part of the
    fly-out) over 0 to 1. The radar's direction and view stand here and not in :class:`Radar` alone,
    because they are disputed too; a ``scan_max_rad`` of pi leaves the view to the wedge of azimuth.
    """

    floor_m: Floats
    ceiling_m: Floats
    reach_m: Floats
    rear_m: Floats
    facing_rad: Floats
    target_speed_max_m_s: Floats
    search_range_m: Floats
    track_range_m: Floats
    warning_s: Floats
    track_s: Floats
    reaction_s: Floats
    chain_s: Floats
    assessment_s: Floats
    salvo_spacing_s: Floats
    late_share: Floats
    boresight_rad: Floats
    half_sector_rad: Floats
    elevation_min_rad: Floats
    elevation_max_rad: Floats
    tilt_rad: Floats
    scan_max_rad: Floats
    speed_share: Floats
    release_share: Floats
    drag_share: Floats
    track_share: Floats


class Tracked(NamedTuple):
    """When a filter had each target firmly tracked and could commit to it, (n,) each.

    Seconds from launch; NaN is never.
    """

    firm_s: Floats
    commit_s: Floats


class Engagements(NamedTuple):
    """What the defence can do against each flight.

    ``is_defended`` (n, m, 3) says for every variant of the assumptions and every doctrine whether
    each shot asked for fits. All other fields (n,) hold for variant 0, the values themselves:
    ``margins`` (n, 11) carries the unit of its reason in the terms, negative where a constraint
    fails and NaN where the flight gives no occasion to judge it; ``reason`` is the first failed
    constraint or -1; ``failed_bits`` has bit c set for a failed constraint c; ``shots`` counts how
    often shoot-look-shoot could fire; ``slack_s`` is by how much the last shot of the headline
    doctrine could be later, or where no shot fits the time that is missing; the second launch and
    intercept are those of the headline doctrine. Times count from missile launch and are NaN if they do not
    happen.
    """

    is_defended: NDArray[np.bool_]
    shots: Codes
    reason: Codes
    margins: Floats
    failed_bits: NDArray[np.int16]
    binds: Codes
    launcher: Codes
    first_visible_s: Floats
    detected_s: Floats
    firm_track_s: Floats
    commit_s: Floats
    launch_ready_s: Floats
    lost_s: Floats
    first_launch_s: Floats
    earliest_intercept_s: Floats
    latest_intercept_s: Floats
    latest_launch_s: Floats
    second_launch_s: Floats
    second_intercept_s: Floats
    closest_in_band_m: Floats
    slack_s: Floats


class Opportunities(NamedTuple):
    """Every launch that fits, for each flight (n) from each launcher site (k).

    ``entry_count`` (n, k) is the number of entries, 0 where no launch fits. ``launch_s``,
    ``intercept_s`` and ``altitude_m`` (n, k, entries) rise with the launch and are NaN behind the
    last entry; ``detected_s`` (n,) is the first detection. Times count from the missile's launch.
    """

    entry_count: Ints
    launch_s: Floats
    intercept_s: Floats
    altitude_m: Floats
    detected_s: Floats


class Outcome(IntEnum):
    """Why a missile of a raid came through, from what happened last to what came first.

    A missile that was stopped is counted for the battery that stopped it.
    """

    MISSED = 0
    COMMON_MODE = 1
    SATURATED = 2
    NO_INTERCEPTOR = 3
    NOT_SORTED = 4
    NOT_TRACKED = 5
    RADAR_LOST = 6
    OUT_OF_REACH = 7


class Assignment(IntEnum):
    """Which track a battery shoots at first; OPTIMAL follows a plan made before the raid."""

    MOST_URGENT = 0
    VALUE_WEIGHTED = 1
    OPTIMAL = 2


class RaidArrays(NamedTuple):
    """Missiles of a raid, (n,) each; times count from the start of the raid.

    ``path`` is the row of :class:`Opportunities` that a missile flies, ``weight`` the value of the
    place aimed at, ``objects`` the credible objects that come with it, its warhead counted,
    ``discrimination`` the probability that they are told apart, ``sorting_altitude_m`` the altitude
    below which the air sorts them. With ``is_gated`` fire control waits for that altitude where
    they are not told apart; otherwise it shoots at every object. ``group`` (n,) numbers what is
    counted together in :class:`Trials`, such as the place aimed at; without it all are one group.
    """

    path: Ints
    launch_s: Floats
    impact_s: Floats
    weight: Floats
    objects: Ints
    discrimination: Floats
    sorting_altitude_m: Floats
    is_gated: bool
    group: Ints = np.zeros(0, dtype=np.int64)


class Batteries(NamedTuple):
    """Batteries that fight a raid, in the order in which they choose; (b,) each.

    ``kill_quantiles`` (b, q) are even quantiles of the single-shot kill probability, all equal
    where it is a number; it is drawn once for each trial and layer. ``common_mode`` is the
    probability that a layer fails as a whole. ``reloads`` are interceptors in reserve.
    ``may_double`` lets a battery shoot while another one's interceptors are under way, if waiting
    for their result would leave it no shot.
    """

    layer: Ints
    radar: Ints
    salvo: Ints
    looks: Ints
    simultaneous: Ints
    assessment_s: Floats
    spacing_s: Floats
    reload_s: Floats
    reloads: Ints
    kill_quantiles: Floats
    common_mode: Floats
    may_double: NDArray[np.bool_]


class Launchers(NamedTuple):
    """Launchers in the order of their batteries; ``site`` is the column of the opportunities."""

    battery: Ints
    site: Ints
    loaded: Ints


class RadarStates(NamedTuple):
    """What may become of each radar in a raid, (r,) each.

    ``track_probability`` is Wilkening's: per target, all shots at it share it. ``failure`` is the
    probability that the radar fails for a whole raid, ``lost_s`` when it is lost for good.
    """

    track_budget: Ints
    track_probability: Floats
    failure: Floats
    lost_s: Floats


class Trials(NamedTuple):
    """What became of each trial (t) of a raid.

    ``outcomes`` (paths, batteries + reasons) counts missiles: stopped by each battery, then one
    column for each :class:`Outcome`. All others have one row for each trial: ``leakers`` and
    ``leaked_weight``, ``spent`` (t, b) interceptors, of which ``at_others`` went to objects
    that were no warheads and ``at_stopped`` to missiles that were stopped already; ``emptied_s``
    (t, b) is when a battery's last interceptor left, NaN where some were left over.
    ``by_outcome`` (t, batteries + reasons) counts the missiles of each trial like ``outcomes``.
    ``groups`` (groups, 3) sums over trials the leakers of each group, their squares, and the trials
    without any.
    """

    outcomes: Ints
    leakers: Ints
    leaked_weight: Floats
    spent: Ints
    at_others: Ints
    at_stopped: Ints
    emptied_s: Floats
    by_outcome: Ints
    groups: Ints
