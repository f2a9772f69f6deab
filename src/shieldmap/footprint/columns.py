"""What a map shows of a footprint: one value for each cell, and a row for each town and asset.

The launch point against which a place stands worst decides. Pages and exported files share this.
"""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap.footprint.area import Footprint, from_every_launch_point
from shieldmap.model import NOT_THREATENED, Status
from shieldmap.results import PageSpot, SummarySpot

SPOT_KEYS: Final = (
    "status",
    "launch_point",
    "defended",
    "defended_bad",
    "defended_good",
    "shots",
    "reason",
    "margin",
    "margin_unit",
    "time_of_flight_s",
    "share_of_samples",
    "verdict",
    "draws",
    "hangs_on",
    "turns_at",
)
"""What is told of a place besides where it is."""

_PLACE_KEYS: Final = ("id", "kind", "name", "name_ko", "latitude_deg", "longitude_deg", "people")


class Columns(NamedTuple):
    """One value for each cell, as :class:`shieldmap.results.Area` has them."""

    status: list[int]
    defended: list[int]
    shots: list[int]
    margin_s: list[int | None]
    reason: list[int]
    probability: list[int] | None


def columns(
    prints: Footprint, cells: NDArray[np.bool_], doctrine: int, samples: Sequence[int]
) -> Columns:
    """The columns of a map, over every case of a footprint.

    Parameters
    ----------
    prints : the cases of one threat.
    cells : which of the places (n,) are cells of the grid.
    samples : the variants that are sampled assumptions; without any there is no probability.
    """
    status = prints.status[:, cells]
    flown = status == Status.OK
    threatened = flown.any(axis=0)
    bits = np.zeros(int(cells.sum()), dtype=np.int64)
    for bit, flags in enumerate(
        (prints.is_defended, prints.is_defended_bad, prints.is_defended_good)
    ):
        _, safe = from_every_launch_point(status, flags[:, cells])
        bits += safe[:, doctrine].astype(np.int64) << bit
    not_flown = ~np.isin(status, [Status.OK, *NOT_THREATENED])
    shots = np.where(flown, prints.shots[:, cells], 127).min(axis=0)
    slack = np.where(flown, prints.slack_s[:, cells], np.inf).min(axis=0)
    reason = np.where(flown & (prints.reason[:, cells] >= 0), prints.reason[:, cells], 127).min(
        axis=0
    )
    return Columns(
        status=np.where(threatened, 0, np.where(not_flown.any(axis=0), 2, 1)).tolist(),
        defended=bits.tolist(),
        shots=np.where(threatened, shots, 0).tolist(),
        margin_s=_whole_or_none(np.where(threatened, slack, np.nan)),
        reason=np.where(threatened & (reason < 127), reason, -1).tolist(),
        probability=_probability(prints.on_curve[:, cells], samples, flown),
    )


def _whole_or_none(values: Any) -> list[int | None]:
    """Whole seconds; nothing where there is no number."""
    good = np.isfinite(values)
    whole = np.where(good, np.rint(np.where(good, values, 0.0)), 0.0).astype(np.int64)
    out: list[int | None] = whole.tolist()
    for index in np.flatnonzero(~good):
        out[index] = None
    return out


def _probability(
    on_curve: NDArray[np.bool_], samples: Sequence[int], flown: NDArray[np.bool_]
) -> list[int] | None:
    """Per cent of the sampled assumptions under which each cell is defended from everywhere."""
    if not samples:
        return None
    on = on_curve[:, :, list(samples)] | ~flown[:, :, None]
    share = on.all(axis=0).mean(axis=1) * flown.any(axis=0)
    percent: list[int] = np.rint(100.0 * share).astype(np.int64).tolist()
    return percent


def told_spot(spot: SummarySpot, threat: int) -> PageSpot:
    """A town or asset of a summary, with what is told of it against one threat, by its number."""
    worst = spot.by_threat[threat]
    told: dict[str, Any] = {key: getattr(worst, key, None) for key in SPOT_KEYS}
    return PageSpot(**{key: getattr(spot, key) for key in _PLACE_KEYS}, **told)
