"""The battle: a raid against several batteries, fought trial by trial.

Question: of the missiles of a raid, how many does a defence stop, which battery stops them, why do
the others come through, and how many interceptors does it take?

Model: events in the order of time. A track can be shot at when its first launch fits
(:func:`shieldmap.engagement.opportunities`). A battery with a free launcher and a free channel shoots
at the track that a stated rule names: the one whose last launch comes first, or the one that aims at
the place of most weight, or the one that a plan gave it. A track is shot at by one battery at a time
until its result is assessed; what is left over is for whoever can still reach it, which is how one
layer hands over to the next. A launcher that is empty is loaded again while there is a reserve.
Radars hold a number of tracks; those beyond it wait for a place. Whether a shot hits is drawn with a
probability that is drawn once for each trial and layer; a layer, or a radar with all its batteries,
can fail as a whole, and Wilkening's track probability is per target [wilkening2000].

Objects that come with a warhead are told from it with a given probability, for each missile once. Where
they are not, fire control shoots at each of them, or waits until the air sorts them: at an intercept
below the sorting altitude an object that is no warhead is known to be none.

Limits: an interceptor flies at one object and hits or misses; a hit on an object ends that object;
nothing that a battery defends is ever lost with it; launches are tabled at steps of one second.

Random numbers are counter-based (:mod:`shieldmap.battle.draws`): the same for any number of threads.
Units: SI; times count from the start of the raid.
"""

from shieldmap.battle.draws import trial_key, uniform
from shieldmap.battle.fighting import fight, fight_logged
from shieldmap.battle.setting import MAX_BATTERIES, field, launch_spans, looks_that_fit
from shieldmap.battle.state import (
    LOG_ALTITUDE,
    LOG_ASSESSED,
    LOG_BATTERY,
    LOG_HIT,
    LOG_INTERCEPT,
    LOG_LAUNCH,
    LOG_MISSILE,
    LOG_OBJECT,
    LOG_ORDERED,
    LOG_SITE,
    LOG_WARHEAD,
    Field,
)

__all__ = [
    "LOG_ALTITUDE",
    "LOG_ASSESSED",
    "LOG_BATTERY",
    "LOG_HIT",
    "LOG_INTERCEPT",
    "LOG_LAUNCH",
    "LOG_MISSILE",
    "LOG_OBJECT",
    "LOG_ORDERED",
    "LOG_SITE",
    "LOG_WARHEAD",
    "MAX_BATTERIES",
    "Field",
    "field",
    "fight",
    "fight_logged",
    "launch_spans",
    "looks_that_fit",
    "trial_key",
    "uniform",
]
