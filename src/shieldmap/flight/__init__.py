"""The one integrator: how a boosted or free body flies over the rotating Earth.

Question: given a missile, a launch point, an azimuth, a pitch-over and a cut-off, where does the
body go, when does it burn out, peak, re-enter and fall?

Model: three degrees of freedom in the Earth-fixed frame, with J2 gravity, the centrifugal and
Coriolis terms of the turning Earth, drag, and thrust with ambient back pressure on the nozzle.
Boost: the thrust holds the launch direction (vertical for missiles) for ``rise_s``, tilts at a
constant rate to the pitch angle during ``pitch_s``, then follows the velocity (gravity turn).
Drag: a Mach-dependent coefficient on the stage's area while stages remain, afterwards a constant
ballistic coefficient.
Integration: the Dormand-Prince pair 5(4) with its fourth-order dense output
[dormand-prince1980; hairer1993, p. 178 and 192]; steps stop at every change of thrust.

Limits: a point mass with its thrust along the flight path: no angle of attack, no lift but that of
a body whose ratio to drag is given, no wind, guidance or spin; a body's ballistic coefficient does not change with Mach number.

Frame: Earth-fixed (ECEF). Units: SI and radians.

``steps`` holds the right-hand side and one step, ``flying`` the phases, events and batches.
"""

from shieldmap.flight.flying import (
    APOGEE,
    BURNOUT,
    HEIGHT,
    IMPACT,
    REENTRY,
    REENTRY_M,
    STATE,
    TIME,
    TOLERANCE_M,
    FlightRecord,
    Launch,
    Steering,
    as_flights,
    fall,
    fly,
    fly_row,
    new_phase,
    new_record,
)

__all__ = [
    "APOGEE",
    "BURNOUT",
    "HEIGHT",
    "IMPACT",
    "REENTRY",
    "REENTRY_M",
    "STATE",
    "TIME",
    "TOLERANCE_M",
    "FlightRecord",
    "Launch",
    "Steering",
    "as_flights",
    "fall",
    "fly",
    "fly_row",
    "new_phase",
    "new_record",
]
