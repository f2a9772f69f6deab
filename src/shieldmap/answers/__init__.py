"""The verbs, for the command line, the page and Python alike: each returns a record of ``results``.

``places`` understands what a user calls a place; ``flights`` flies (``flown`` makes the record,
``burnout`` flies a given state); ``radar`` sees (``radar_tracks`` tells when a flight is seen);
``defence`` says what is defended, and why a place is not; ``raids`` fights a raid and answers
questions; ``comparison`` sets two runs side by side
(``changes`` says what is lost and won); ``reconstruction`` fits a published flight;
``validated`` compares with what was published; ``tested`` keeps the record of flight tests; ``trading`` weighs limits of a radar; ``page`` answers what a reader changes on the page.
"""

from shieldmap.answers.comparison import Compared, RunMaker, compare_runs
from shieldmap.answers.defence import defend, why
from shieldmap.answers.flights import FlightOptions, fly
from shieldmap.answers.flown import FlightRequest
from shieldmap.answers.places import InputError, Spot
from shieldmap.answers.radar import RadarOptions, see
from shieldmap.answers.radar_tracks import RadarRequest
from shieldmap.answers.raids import RaidRequest, ask, raid
from shieldmap.answers.reconstruction import ReconstructionRequest, reconstruct
from shieldmap.answers.sweeping import sweep
from shieldmap.answers.tested import record
from shieldmap.answers.trading import trade
from shieldmap.answers.validated import validate
from shieldmap.answers.view import View

__all__ = [
    "Compared",
    "FlightOptions",
    "FlightRequest",
    "InputError",
    "RadarOptions",
    "RadarRequest",
    "RaidRequest",
    "ReconstructionRequest",
    "RunMaker",
    "Spot",
    "View",
    "ask",
    "compare_runs",
    "defend",
    "fly",
    "raid",
    "reconstruct",
    "record",
    "see",
    "sweep",
    "trade",
    "validate",
    "why",
]
