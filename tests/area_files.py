"""One state of the page with its files, for the tests that read them; made once for all of them."""

from functools import cache
from typing import NamedTuple

import numpy as np
import shapely

from shieldmap import results
from shieldmap.answers import page
from shieldmap.answers.page import Session, State
from shieldmap.results import Cells

STATE = State(
    spacing_km=25.0, launch_points=("hwangju", "tonghae"), battery=(36.4, 128.0), reach_km=180.0
)


class Made(NamedTuple):
    """The files of one state, and what they were made of."""

    state: State
    session: Session
    area: results.Area
    grid: Cells
    text: dict[str, str]


@cache
def made_files() -> Made:
    """The files of the state above."""
    session = Session()
    area = session.area(STATE, draws=512).record()
    texts = {kind: page.file(session, STATE, kind).content for kind in page.KINDS}
    return Made(STATE, session, area, page.cells("KOR", 25.0), texts)


def boxes(grid: Cells) -> list[shapely.Polygon]:
    """The cells as rectangles of longitude and latitude."""
    y, x, h, w = (np.array(getattr(grid, k)) for k in
                  ("latitude_deg", "longitude_deg", "height_deg", "width_deg"))  # fmt: skip
    return list(shapely.box(x - w / 2, y - h / 2, x + w / 2, y + h / 2))
