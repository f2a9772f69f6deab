"""The nouns of a validation: a comparison, a group of them, and a row that cannot be used."""

import math
from typing import Literal, NamedTuple

Kind = Literal["test", "fitted"]


class Row(NamedTuple):
    """One number of ours beside one that was published.

    ``kind`` is ``fitted`` where the number was solved for, so that agreeing proves nothing.
    ``known`` is the sentence of a failure that is known and explained, else empty.
    """

    name: str
    quantity: str
    unit: str
    ours: float
    published: float
    tolerance: float
    passed: bool
    note: str = ""
    source: str = ""
    kind: Kind = "test"
    known: str = ""

    @property
    def difference(self) -> float:
        """Ours less the published number."""
        return self.ours - self.published

    @property
    def tolerances(self) -> float:
        """The difference in tolerances: above 1 it fails."""
        return abs(self.difference) / self.tolerance


def compare(
    name: str,
    quantity: str,
    unit: str,
    ours: float,
    published: float,
    tolerance: float,
    note: str = "",
    source: str = "",
    kind: Kind = "test",
) -> Row:
    """A row that passes where ours lies within the tolerance; what is no number fails."""
    if not tolerance > 0.0:
        raise ValueError(f"{name}, {quantity}: a tolerance of {tolerance} is passed by luck only")
    ours, published, tolerance = float(ours), float(published), float(tolerance)
    passed = math.isfinite(ours) and abs(ours - published) <= tolerance
    return Row(name, quantity, unit, ours, published, tolerance, passed, note, source, kind)


class ComparisonGroup(NamedTuple):
    """Comparisons with one kind of authority.

    ``why`` gives, for every quantity of the rows, the reason of its tolerance in a sentence.
    """

    id: str
    title: str
    authority: str
    url: str
    why: dict[str, str]
    rows: tuple[Row, ...]

    @property
    def tests(self) -> tuple[Row, ...]:
        """The rows that prove something."""
        return tuple(row for row in self.rows if row.kind == "test")

    @property
    def failed(self) -> tuple[Row, ...]:
        """The tests outside their tolerance, known or not."""
        return tuple(row for row in self.tests if not row.passed)

    @property
    def surprises(self) -> tuple[Row, ...]:
        """Failures that nobody has explained, and explained failures that do not happen."""
        return tuple(row for row in self.tests if row.passed is bool(row.known))

    @property
    def worst(self) -> float:
        """The largest difference of a test, in tolerances."""
        return max((row.tolerances for row in self.tests), default=0.0)


class Unusable(NamedTuple):
    """A published flight that cannot be compared: ``kind`` is the class of the reason."""

    name: str
    kind: str
    reason: str
