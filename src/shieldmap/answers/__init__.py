"""The verbs, for the command line, the page and Python alike: each returns a record of ``results``.

``places`` understands what a user calls a place; ``flights`` flies (``flown`` makes the record,
``burnout`` flies a given state); ``radar`` sees (``radar_tracks`` tells when a flight is seen);
``defence`` says what is defended, and why a place is not; ``raids`` fights a raid and answers
questions; ``comparison`` sets two runs side by side
(``changes`` says what is lost and won); ``claimed`` reads public statements as tests; ``reconstruction`` fits a published flight;
``validated`` compares with what was published, and ``reproduced`` does published analyses again; ``tested`` keeps the record of flight tests; ``trading`` weighs limits of a radar; ``page`` answers what a reader changes on the page.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from shieldmap.answers.briefs import brief
    from shieldmap.answers.claimed import claims
    from shieldmap.answers.comparison import Compared, RunMaker, compare_runs
    from shieldmap.answers.defence import defend, why
    from shieldmap.answers.flights import FlightOptions, fly
    from shieldmap.answers.flown import FlightRequest
    from shieldmap.answers.places import InputError, Spot
    from shieldmap.answers.radar import RadarOptions, see
    from shieldmap.answers.radar_tracks import RadarRequest
    from shieldmap.answers.raids import RaidRequest, ask, raid
    from shieldmap.answers.reconstruction import ReconstructionRequest, reconstruct
    from shieldmap.answers.reproduced import reproduce
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
    "brief",
    "claims",
    "compare_runs",
    "defend",
    "fly",
    "raid",
    "reconstruct",
    "record",
    "reproduce",
    "see",
    "sweep",
    "trade",
    "validate",
    "why",
]

_HOMES: Final = {
    "brief": "briefs",
    "claims": "claimed",
    "Compared": "comparison",
    "RunMaker": "comparison",
    "compare_runs": "comparison",
    "defend": "defence",
    "why": "defence",
    "FlightOptions": "flights",
    "fly": "flights",
    "FlightRequest": "flown",
    "InputError": "places",
    "Spot": "places",
    "RadarOptions": "radar",
    "see": "radar",
    "RadarRequest": "radar_tracks",
    "RaidRequest": "raids",
    "ask": "raids",
    "raid": "raids",
    "ReconstructionRequest": "reconstruction",
    "reconstruct": "reconstruction",
    "reproduce": "reproduced",
    "sweep": "sweeping",
    "record": "tested",
    "trade": "trading",
    "validate": "validated",
    "View": "view",
}
"""Where each name is found when it is first asked for: one flight needs no study, and takes half a second."""


def __getattr__(name: str) -> Any:
    """A verb, brought in when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
