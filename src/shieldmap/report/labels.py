"""Names on a map: where does each stand so that none covers another?

Names are placed one after the other, the most important first, on the first free side of their
mark.  The width of a text is estimated, generously, because a page cannot know the reader's fonts.
"""

from itertools import product
from typing import Final, NamedTuple

from shieldmap.report.drawing import SMALL, Box, Canvas, letters

_LETTER: Final = 0.6 * SMALL
_HEIGHT: Final = 1.05 * SMALL
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
        gaps = (4.5, 7.0) if must else (4.5,)
        places = [_put_label(text, x, y, side, gap) for gap, side in product(gaps, _SIDES)]
        best = min(places, key=lambda place: self._cost(place.box))
        if self._cost(best.box) > 0.0 and not must:
            return False
        canvas.text(best.x, best.y, text, SMALL, best.anchor, style)
        self.taken.append(best.box)
        return True

    def _cost(self, box: Box) -> float:
        """How much of a box is covered or outside; the first free side wins."""
        outside = box.width * box.height - _overlap(box, self.frame)
        return 10.0 * round(outside, 6) + sum(_overlap(box, other) for other in self.taken)


def _put_label(text: str, x: float, y: float, side: tuple[int, int], gap: float) -> LabelPlace:
    width = _LETTER * letters(text)
    across, down = side
    reach = gap if down == 0 else 0.6 * gap
    at_x = x + across * reach
    at_y = y + down * (gap + 1.5 if across == 0 else gap)
    left = at_x - (0.0, 0.5, 1.0)[1 - across] * width
    anchor = ("start", "middle", "end")[1 - across]
    return LabelPlace(at_x, at_y, anchor, Box(left, at_y - 0.5 * _HEIGHT, width, _HEIGHT))


def _overlap(one: Box, other: Box) -> float:
    """The area that two boxes share, square points."""
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return max(across, 0.0) * max(down, 0.0)
