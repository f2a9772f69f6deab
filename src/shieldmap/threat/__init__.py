"""How a ballistic missile is flown to a place: aim solutions on the rotating Earth.

Question: given a launch point, a place and a class of trajectory, which azimuth, pitch-over and
thrust cut-off put the impact there, or why can this missile not threaten the place?

Model: every class is a family of flights with one parameter along which the range grows:
minimum energy (the pitch-over that flies farthest for each cut-off, so the least cut-off time for
each range), a given apogee (each pitch-over with the cut-off that peaks there), and full burn
(each pitch-over steeper, or flatter, than the one that flies farthest). A table of the family
around the compass, made once for a missile and a launch point, seeds Newton's iteration on the
real flight; its bits depend on nothing else, so neither on chunks nor on threads.

``families`` makes the tables, ``aiming`` solves with them, ``bodies`` lets another body come down,
``boosts`` tells where the thrust changes.

Limits: places lie on the ellipsoid; only the last stage is cut off; a solid without thrust
termination burns fully; places nearer than the first column of the table are not flown.

Frame: Earth-fixed (ECEF). Units: SI and radians. The families follow from the definition of their
classes; the flights are those of ``flight``.
"""

from shieldmap.threat.aiming import HIT_M, aim, fly_aims, fly_to
from shieldmap.threat.bodies import with_body
from shieldmap.threat.boosts import boost_states, thrust_changes
from shieldmap.threat.families import (
    FARTHEST_M,
    AimTable,
    aim_table,
    farthest,
    higher_table,
    last_burn_s,
)

__all__ = [
    "FARTHEST_M",
    "HIT_M",
    "AimTable",
    "aim",
    "aim_table",
    "boost_states",
    "farthest",
    "fly_aims",
    "fly_to",
    "higher_table",
    "last_burn_s",
    "thrust_changes",
    "with_body",
]
