"""What every answer holds: typed records, from which JSON, OpenAPI, a schema and tables follow.

They stand below the studies and compute nothing. ``Record.as_json`` gives the keys that ``--json``
prints; ``Record.model_json_schema`` describes them; ``Record.to_pandas`` makes a table.
"""

from shieldmap.results.flight import (
    Assumption,
    Burnout,
    CoefficientRow,
    Flight,
    Flights,
    FlightSamples,
    Impact,
    Launch,
    Place,
    Reentry,
    RefusedClass,
)
from shieldmap.results.record import Record

__all__ = [
    "Assumption",
    "Burnout",
    "CoefficientRow",
    "Flight",
    "FlightSamples",
    "Flights",
    "Impact",
    "Launch",
    "Place",
    "Record",
    "Reentry",
    "RefusedClass",
]
