"""From a scenario to arrays: the meeting point of the shell and the physics.

The first module that takes a ``Scenario`` and the last that turns it into arrays. ``studies`` flies
missiles to places and judges one battery; ``raids`` makes a raid of the missiles and a layered
defence of the batteries; ``trials`` fights it until the interval asked for is reached; ``plans``
gives out shots before a raid.
"""

from shieldmap.campaign.plans import Plan, best_plan
from shieldmap.campaign.raids import (
    Prepared,
    Progress,
    Stock,
    assets_of,
    defence_of,
    kill_probability,
    make_field,
    plan_for,
    prepare,
    shots_of,
)
from shieldmap.campaign.studies import (
    CHAIN_CURVE_S,
    ENDS_ONLY,
    EVERY_S,
    REACH_CURVE_M,
    REACTION_CURVE_S,
    SAMPLES,
    SEED,
    AssumptionRow,
    Case,
    Defence,
    Judged,
    Study,
    Variant,
    assumption_rows,
    assumptions_of,
    chunks,
    interceptor_at,
    inventory_of,
    judge,
    moved,
    study,
    tracker_of,
)
from shieldmap.campaign.trials import (
    Interval,
    bootstrap_share,
    fight_until,
    mean_of,
    wilson,
)

__all__ = [
    "CHAIN_CURVE_S",
    "ENDS_ONLY",
    "EVERY_S",
    "REACH_CURVE_M",
    "REACTION_CURVE_S",
    "SAMPLES",
    "SEED",
    "AssumptionRow",
    "Case",
    "Defence",
    "Interval",
    "Judged",
    "Plan",
    "Prepared",
    "Progress",
    "Stock",
    "Study",
    "Variant",
    "assets_of",
    "assumption_rows",
    "assumptions_of",
    "best_plan",
    "bootstrap_share",
    "chunks",
    "defence_of",
    "fight_until",
    "interceptor_at",
    "inventory_of",
    "judge",
    "kill_probability",
    "make_field",
    "mean_of",
    "moved",
    "plan_for",
    "prepare",
    "shots_of",
    "study",
    "tracker_of",
    "wilson",
]
