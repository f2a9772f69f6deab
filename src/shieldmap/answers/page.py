"""What the page and its like ask: a reader changes something, and what is defended follows.

``state`` says what a reader may change and how an address holds it; ``session`` keeps flights
(``flight_cache``) and judges footprints; ``at_place`` explains one place; ``towns`` looks a town up
and answers in a sentence; ``shown`` makes what a globe draws; ``changed`` says what was changed of a study and ``by_hand`` what a
scenario file then says of it; ``saved`` writes files and ``scene`` what stands on their maps; ``view`` opens
an address in Python.

Limits: those of a run of the same scenario. A number set by hand has no range of its own, so that the
ends of an answer move with the other numbers alone.
"""

from shieldmap.answers.at_place import why
from shieldmap.answers.changed import changes_of, told
from shieldmap.answers.described import described, korean
from shieldmap.answers.flight_cache import Advance, SupersededError
from shieldmap.answers.saved import KINDS, File, file, file_name
from shieldmap.answers.session import Session, cells
from shieldmap.answers.shown import coverage, engagement, flights_shown, raid
from shieldmap.answers.state import (
    PAGE_KEYS,
    State,
    base_of,
    defence_scenarios,
    fields,
    from_mapping,
    from_url,
    launch_points_of,
    open_study,
    scenario_of,
)
from shieldmap.answers.towns import defended, find
from shieldmap.answers.view import View

__all__ = [
    "KINDS",
    "PAGE_KEYS",
    "Advance",
    "File",
    "Session",
    "State",
    "SupersededError",
    "View",
    "base_of",
    "cells",
    "changes_of",
    "coverage",
    "defence_scenarios",
    "defended",
    "described",
    "engagement",
    "fields",
    "file",
    "file_name",
    "find",
    "flights_shown",
    "from_mapping",
    "from_url",
    "korean",
    "launch_points_of",
    "open_study",
    "raid",
    "scenario_of",
    "told",
    "why",
]
