"""Names on a map: where does each stand so that none covers another?

Names are placed one after the other, the most important first, on the first free side of their
mark.  The width of a text is estimated, generously, because a page cannot know the reader's fonts.
"""

import math
from collections.abc import Iterable
from itertools import product
from typing import Final, NamedTuple

from shieldmap.report.drawing import BLACK, GREY, NORMAL, SMALL, Box, Canvas, letters, number

_LETTER: Final = 0.6
_HEIGHT: Final = 1.05
"""Of a size of one."""
_NEAR: Final = 4.5
_GAPS: Final = (_NEAR, 7.0, 13.0, 20.0, 28.0)
"""Points between a mark and its name; from the third on a thin line joins them."""
_LEADER: Final = 10.0
_SIDES: Final = (
    (1, 0),
    (-1, 0),
    (1, -1),
    (1, 1),
    (-1, -1),
    (-1, 1),
    (0, -1),
    (0, 1),
)
"""Right, left, the four corners, above, below."""


class LabelPlace(NamedTuple):
    """A label's anchor in points, and the box that its text takes."""

    x: float
    y: float
    anchor: str
    box: Box


class Labels:
    """The names on one map, and the room that is taken."""

    def __init__(self, frame: Box) -> None:
        self.frame = frame
        self.taken: list[Box] = []

    def block(self, x: float, y: float, half: float) -> None:
        """Keep the room of a mark free."""
        self.taken.append(Box(x - half, y - half, 2.0 * half, 2.0 * half))

    def put(
        self,
        canvas: Canvas,
        text: str,
        x: float,
        y: float,
        style: str = "halo",
        *,
        must: bool = False,
    ) -> bool:
        """Write a name beside its mark; False where there is no room and none is insisted on."""
        gaps = _GAPS if must else _GAPS[:1]
        places = [_put_label(text, x, y, side, gap) for gap, side in product(gaps, _SIDES)]
        best = min(places, key=lambda place: self.cost(place.box))
        if self.cost(best.box) > 0.0 and not must:
            return False
        if max(abs(best.x - x), abs(best.y - y)) > _LEADER:
            leader = f"M{number(x)} {number(y)}L{number(best.x)} {number(best.y)}"
            canvas.path(leader, None, GREY, 0.5)
        canvas.text(best.x, best.y, text, SMALL, best.anchor, style)
        self.taken.append(best.box)
        return True

    def put_at(
        self,
        canvas: Canvas,
        text: str,
        places: Iterable[tuple[float, float, str]],
        size: float = NORMAL,
        colour: str = BLACK,
        home: tuple[float, float] | None = None,
    ) -> None:
        """Write a name at the first free one of the places (x, y, anchor), or at the freest.

        A thin line joins a name that had to go far from its ``home``.
        """
        labels = [_label_at(text, *place, size) for place in places]
        best = min(labels, key=lambda label: self.cost(label.box))
        if home and math.dist(home, best[:2]) > 2.0 * _LEADER:
            foot = (best.x, best.y + 0.5 * _HEIGHT * size)
            leader = f"M{number(home[0])} {number(home[1])}L{number(foot[0])} {number(foot[1])}"
            canvas.path(leader, None, GREY, 0.5)
        canvas.text(best.x, best.y, text, size, best.anchor, "halo", colour)
        self.taken.append(best.box)

    def cost(self, box: Box) -> float:
        """How much of a box is covered or outside; the first free side wins."""
        outside = box.width * box.height - _overlap(box, self.frame)
        return 10.0 * round(outside, 6) + sum(_overlap(box, other) for other in self.taken)


def _put_label(text: str, x: float, y: float, side: tuple[int, int], gap: float) -> LabelPlace:
    across, down = side
    reach = gap if down == 0 else 0.6 * gap
    at_x = x + across * reach
    at_y = y + down * (gap + 1.5 if across == 0 else gap)
    return _label_at(text, at_x, at_y, ("end", "middle", "start")[across + 1], SMALL)


def _label_at(text: str, x: float, y: float, anchor: str, size: float) -> LabelPlace:
    width, height = _LETTER * size * letters(text), _HEIGHT * size
    left = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor] * width
    return LabelPlace(x, y, anchor, Box(left, y - 0.5 * height, width, height))


def _overlap(one: Box, other: Box) -> float:
    """The area that two boxes share, square points."""
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return max(across, 0.0) * max(down, 0.0)
