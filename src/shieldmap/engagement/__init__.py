"""Whether a battery can engage a flight, when, how often, and why not.

Question: for a trajectory, a radar and a battery: when is the target first visible, detected and
firmly tracked, when can the interceptor leave, where and when is the earliest and the latest
intercept, how many shots does a doctrine fit, and which constraint fails by how much?

Model: fire control reads sensor data only. After a detection the track has to settle
(:mod:`shieldmap.track.settling`): an interceptor leaves no earlier than one reaction time after the
track is firm, and not before the point of intercept is predicted well enough to commit to it; a
target whose track never is, is refused. It must stay in the radar's field of regard until the
intercept; one that is lost and found again is tracked anew, and what is launched at it then counts as
well. An intercept lies between floor and ceiling, within the published slant range from the
launcher, not beyond the target speed limit, and at a time that leaves the interceptor its time of
flight. It may arrive later than on its fastest path, until a share w longer than the fly-out at its
values: launches that meet the target at t run from t - max(f, (1 + w) F) to t - f, with f the
variant's fastest time of flight and F that at the values. The published envelope and the fly-out are
kept apart, and the engagement says which of them binds. Both passes count: a target that overflies
above the ceiling is judged on its way down as well.

Laws, tested for every doctrine (``tests/laws/test_engagement.py``): an earlier detection, a wider view
at the same search range, a longer reach, a lower floor, a higher ceiling, more lateness, one more
interceptor and quicker hands never defend less; a faster interceptor never does with one shot, with
two and a look between, and with a salvo where the slower of the two lies within the lateness. What is
not so, is so for a reason:

- A wider or lower view that is *searched* shares its time among more beams: the dwell is shorter, and
  the target is found later. The law holds at the same search range.
- Without lateness a salvo of a faster interceptor may not fit where a slower one's does. A missile
  that can only fly its fastest path has one launch for each intercept, and those of a faster one lie
  closer together; two of them, a spacing apart, then ask the second to wait in the air.
- Biases are considered and not estimated: looks so late that a track hardly settles at all may, begun
  later, settle an update sooner.

Limits: a shot that fits is not a hit; the target does not manoeuvre; the errors of a track are those
along the true flight, and the point of intercept is taken where the target first enters the
published envelope of any launcher; a target in range is detected at once and not at the
fence's next look; events between samples are found by linear interpolation, so a window shorter
than a sample may be missed; at most four passes through the radar's view are looked at.

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
from shieldmap.engagement.windows import AHEAD_RAD

__all__ = [
    "AHEAD_RAD",
    "MAX_SHOTS",
    "STEP_S",
    "Tracker",
    "engage",
    "failed_bits",
    "first_reason",
    "opportunities",
    "verdicts",
]
