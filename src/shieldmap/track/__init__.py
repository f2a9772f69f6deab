"""The track filter: from looks at a body to its state, its impact and when it can be shot at.

Public names of the folder's files: ``motion`` moves a state and its errors, ``looking`` is what
the radar measures, ``filtering`` the filter, ``predicting`` impact and launch points with their
ellipses, and ``settling`` when a track is firm and when an interceptor can be committed.
"""

from shieldmap.track.filtering import (
    BIASED_INNOVATION_LIMIT,
    INNOVATION_LIMIT,
    TRACK_STATUS_TEXT,
    WINDOW,
    Prior,
    Tracks,
    TrackStatus,
    filter_batch,
)
from shieldmap.track.looking import see, unsee
from shieldmap.track.motion import transition
from shieldmap.track.predicting import (
    BoostPrediction,
    Ellipses,
    Gates,
    boost_of,
    firm_and_commit,
    impact,
    in_ellipse,
    launch,
    predict,
)
from shieldmap.track.settling import (
    SampledFlight,
    Settling,
    SettlingWork,
    new_settling_work,
    settle,
    settle_batch,
)

__all__ = [
    "BIASED_INNOVATION_LIMIT",
    "INNOVATION_LIMIT",
    "TRACK_STATUS_TEXT",
    "WINDOW",
    "BoostPrediction",
    "Ellipses",
    "Gates",
    "Prior",
    "SampledFlight",
    "Settling",
    "SettlingWork",
    "TrackStatus",
    "Tracks",
    "boost_of",
    "filter_batch",
    "firm_and_commit",
    "impact",
    "in_ellipse",
    "launch",
    "new_settling_work",
    "predict",
    "see",
    "settle",
    "settle_batch",
    "transition",
    "unsee",
]
