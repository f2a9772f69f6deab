"""What the page and its like ask: a reader changes something, and what is defended follows.

``state`` says what a reader may change and how an address holds it; ``session`` keeps flights
(``flight_cache``) and judges footprints; ``at_place`` explains one place; ``lookup`` finds a town by
its name and ``towns`` answers in a sentence; ``quoted`` answers the first questions; ``shown`` makes what a
globe draws; ``changed`` says what was changed of a study and ``by_hand`` what a scenario file then says of
it; ``saved`` writes files and ``scene`` what stands on their maps; ``view`` opens an address in Python.

Limits: those of a run of the same scenario. A number set by hand has no range of its own, so that the
ends of an answer move with the other numbers alone.
"""

from shieldmap.answers.at_place import why
from shieldmap.answers.briefs import brief_of
from shieldmap.answers.changed import changes_of, told
from shieldmap.answers.described import described, korean, whereabouts
from shieldmap.answers.flight_cache import Advance, SupersededError
from shieldmap.answers.quoted import first_questions, quoted
from shieldmap.answers.saved import KINDS, File, file, file_name
from shieldmap.answers.session import FIRST_DRAWS, Session, cells
from shieldmap.answers.shown import coverage, engagement, flights_shown, raid
from shieldmap.answers.state import (
    CASES,
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
from shieldmap.campaign import SAMPLES as ALL_DRAWS

__all__ = [
    "ALL_DRAWS",
    "CASES",
    "FIRST_DRAWS",
    "KINDS",
    "PAGE_KEYS",
    "Advance",
    "File",
    "Session",
    "State",
    "SupersededError",
    "View",
    "base_of",
    "brief_of",
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
    "first_questions",
    "flights_shown",
    "from_mapping",
    "from_url",
    "korean",
    "launch_points_of",
    "open_study",
    "quoted",
    "raid",
    "scenario_of",
    "told",
    "whereabouts",
    "why",
]
