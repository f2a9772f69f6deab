"""The verbs, for the command line, the page and Python alike: each returns a record of ``results``.

``places`` understands what a user calls a place; ``flights`` flies (``flown`` makes the record,
``burnout`` flies a given state); ``radar`` sees (``radar_tracks`` tells when a flight is seen).
"""

from shieldmap.answers.flights import FlightOptions, fly
from shieldmap.answers.flown import FlightRequest
from shieldmap.answers.places import InputError, Spot
from shieldmap.answers.radar import RadarOptions, see
from shieldmap.answers.radar_tracks import RadarRequest

__all__ = [
    "FlightOptions",
    "FlightRequest",
    "InputError",
    "RadarOptions",
    "RadarRequest",
    "Spot",
    "fly",
    "see",
]
