"""From a scenario to arrays: the meeting point of the shell and the physics.

The first module that takes a ``Scenario`` and the last that turns it into arrays. ``studies`` flies
missiles to places and judges one battery; ``raids`` makes a raid of the missiles and a layered
defence of the batteries; ``trials`` fights it until the interval asked for is reached; ``plans``
gives out shots before a raid.
"""

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
    study,
    tracker_of,
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
    "Judged",
    "Study",
    "Variant",
    "assumption_rows",
    "assumptions_of",
    "chunks",
    "interceptor_at",
    "inventory_of",
    "judge",
    "study",
    "tracker_of",
]
