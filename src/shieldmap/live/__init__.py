"""Live answers: a reader changes something, and what is defended follows.

``state`` says what a reader may change and how an address holds it; ``desk`` keeps flights and judges
footprints; ``asking`` explains one place; ``turning`` says which number alone, or which two, would change it;
``towns`` looks a town up and answers in a sentence; ``shown`` makes what a globe draws; ``saved`` writes files;
``describing`` tells a page of a scenario; ``view`` opens an address in Python.

Limits: those of a run of the same scenario. A number set by hand has no range of its own, so that the
ends of an answer move with the other numbers alone.
"""

from shieldmap.live.asking import why
from shieldmap.live.describing import described
from shieldmap.live.desk import Desk, cells
from shieldmap.live.flying import Advance, SupersededError
from shieldmap.live.saved import KINDS, File, file, file_name
from shieldmap.live.shown import coverage, engagement, raid, tracks
from shieldmap.live.state import (
    PAGE_KEYS,
    State,
    base_of,
    defence_scenarios,
    from_mapping,
    from_url,
    launch_points_of,
    scenario_of,
)
from shieldmap.live.towns import defended, find
from shieldmap.live.view import View

__all__ = [
    "KINDS",
    "PAGE_KEYS",
    "Advance",
    "Desk",
    "File",
    "State",
    "SupersededError",
    "View",
    "base_of",
    "cells",
    "coverage",
    "defence_scenarios",
    "defended",
    "described",
    "engagement",
    "file",
    "file_name",
    "find",
    "from_mapping",
    "from_url",
    "launch_points_of",
    "raid",
    "scenario_of",
    "tracks",
    "why",
]
