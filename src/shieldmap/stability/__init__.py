"""Stability: what would radars see of flights between other countries, and could anything meet one?

Question: which flights from public launch areas to named cities are in view of one radar, of its
neighbours and of all; what does the one radar add; what does turning it change; and does an
interceptor reach any of them?

- ``flights``: minimum-energy flights from every area and from points about it;
- ``views``: parts of time steps in view, their unions and lengths;
- ``seen``: field of regard, bent rays and detection range put together;
- ``judging``: time in view by group of radars, and what is not known;
- ``turning``: all directions of the added radar's boresight;
- ``reaching``: the interceptor's highest altitude against the lowest passage;
- ``geometry``: lines of sight;
- ``results``: the sums, rows and tracks of a run.

Limits: what was seen is not what was recognised: nothing here knows of discrimination, of orders
or of data links. Units: SI and radians up to ``results``.
"""

from shieldmap.stability.flights import EVERY_S
from shieldmap.stability.judging import SAMPLES, SEED, StabilityStudy, stability_study
from shieldmap.stability.results import Pass, passes, summarise, tracks
from shieldmap.stability.seen import GIVEN, HORIZON, LIMITS

__all__ = [
    "EVERY_S",
    "GIVEN",
    "HORIZON",
    "LIMITS",
    "SAMPLES",
    "SEED",
    "Pass",
    "StabilityStudy",
    "passes",
    "stability_study",
    "summarise",
    "tracks",
]
