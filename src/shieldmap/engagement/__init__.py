"""Whether a battery can engage a flight, when, how often, and why not.

Question: for a trajectory, a radar and a battery: when is the target first visible, detected and
firmly tracked, when can the interceptor leave, where and when is the earliest and the latest
intercept, how many shots does a doctrine fit, and which constraint fails by how much?

Model: fire control reads sensor data only. After a detection the track has to settle
(:mod:`shieldmap.track.settling`): an interceptor leaves no earlier than one reaction time after the
track is firm, and not before the point of intercept is predicted well enough to commit to it; a
target whose track never is, is refused. It must stay in the radar's field of regard until the
intercept. An intercept lies between floor and ceiling, within the published slant range from the
launcher, not beyond the target speed limit, and at a time that leaves the interceptor its time of
flight. The published envelope and the fly-out are kept apart, and the engagement says which of them
binds. Both passes count: a target that overflies above the ceiling is judged on its way down as well.

Limits: a shot that fits is not a hit; the target does not manoeuvre; the errors of a track are those
along the true flight, and the point of intercept is taken where the target first enters the
published envelope of the first launcher; a target in range is detected at once and not at the
fence's next look; events between samples are found by linear interpolation, so a window shorter
than a sample may be missed; an interceptor always flies its fastest path, and at most four passes
through the radar's view are looked at.

Frame: Earth-fixed (ECEF). Units: SI and radians; times count from the missile's launch.
"""

from shieldmap.engagement.judging import (
    MAX_SHOTS,
    engage,
    failed_bits,
    first_reason,
    verdicts,
)
from shieldmap.engagement.opportunities import STEP_S, opportunities
from shieldmap.engagement.settling import Tracker

__all__ = [
    "MAX_SHOTS",
    "STEP_S",
    "Tracker",
    "engage",
    "failed_bits",
    "first_reason",
    "opportunities",
    "verdicts",
]
