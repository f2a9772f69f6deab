"""The words and numbers of the field, once: what is each called, between which limits, in which unit?

Everything stands in ``data/terms.toml``, whose head says what its fields mean; this module reads it
into typed tables that all others derive theirs from: the schema of scenario files, the axes of the
draws, the controls of the page, sensitivities, tables and the glossary.

Units: a table is written in the units that people use; ``factor`` turns them into SI.
"""

import tomllib
from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict

from shieldmap import units
from shieldmap.model import Constraint, Doctrine, Outcome, TrajectoryClass
from shieldmap.results.record import code_of

Bad = Literal["low", "high"]
"""Which number of a range serves the defence badly."""

Language = Literal["en", "ko"]
LANGUAGES: Final[tuple[Language, ...]] = ("en", "ko")


_Number = TypeVar("_Number", int, float)


class Where(Protocol):
    """A place in a range of numbers: at its value, at an end, or wherever a draw puts it."""

    def of(self, value: _Number, low: _Number, high: _Number, bad: Bad = "low") -> _Number:
        """The number of a range at this place; ``bad`` is the end that serves the defence badly."""


class End(StrEnum):
    """The ends of what is uncertain, seen from the defence; "low" and "high" are numbers only."""

    VALUE = "value"
    BAD = "bad"
    GOOD = "good"

    def of(self, value: _Number, low: _Number, high: _Number, bad: Bad = "low") -> _Number:
        """The number of a range at this end."""
        if self is End.VALUE:
            return value
        return low if (bad == "low") == (self is End.BAD) else high


class _Row(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", ignored_types=(cached_property,), defer_build=True
    )


class Words(_Row):
    """One text in every language."""

    en: str
    ko: str

    def __getitem__(self, language: Language) -> str:
        text: str = getattr(self, language)
        return text


class Assumption(_Row):
    """A disputed number; the head of ``terms.toml`` says what each field means."""

    name: str
    where: str
    unit: str
    short: Words
    long: Words
    key: str | None = None
    limits: tuple[float, float] | None = None
    control: tuple[float, float, float] | None = None
    group: Literal["envelope", "time", "view", "track", "threat"] | None = None
    bad: Bad | None = None
    axis: int | None = None
    default: dict[str, Any] | None = None
    is_unpublished: bool = False

    @cached_property
    def si(self) -> str:
        """The SI unit."""
        return units.unit(self.unit).si

    @cached_property
    def factor(self) -> float:
        """What a number of :attr:`unit` is multiplied with to be SI."""
        return units.unit(self.unit).factor

    @property
    def column(self) -> str:
        """Its field in the arrays of the physics: the name with the suffix of its SI unit."""
        suffix = {"m/s": "m_s", "m^2": "m2", "kg/m^2": "kg_m2"}.get(self.si, self.si)
        return f"{self.name}_{suffix}"

    @property
    def is_in_scenario(self) -> bool:
        """Whether a scenario may replace it in ``[defence.assumptions]``."""
        return self.key is not None and (self.where == "study" or self.where.startswith("defence."))

    @property
    def span(self) -> tuple[float, float]:
        """Least and most of its control in SI; where a turn of the verdict is looked for."""
        assert self.control is not None, self.name
        return self.control[0] * self.factor, self.control[1] * self.factor

    def at(self, where: Where, value: float, low: float, high: float) -> float:
        """The number at a place in its range; one that is good for nobody keeps its value."""
        return value if self.bad is None else where.of(value, low, high, self.bad)


class Reason(_Row):
    """Why a place is not defended: the unit of its margin and the assumption that decides most."""

    name: str
    unit: str
    turns: str
    short: Words
    long: Words


class Choice(_Row):
    """A doctrine or a trajectory class."""

    name: str
    short: Words
    long: Words
    salvo: int = 1
    looks: int = 1


class Became(_Row):
    """What became of a missile that came through."""

    name: str
    long: Words


class Term(_Row):
    """A word of the field and the one sense in which it is used here."""

    name: str
    long: Words
    text: Words


class Question(_Row):
    """What can be asked of a study, and what the study must hold for it."""

    name: str
    long: Words
    needs: tuple[Literal["raid", "place", "layers"], ...] = ()
    takes: tuple[Literal["place", "threat", "level", "draws", "of"], ...] = ()

    @property
    def needs_raid(self) -> bool:
        """Whether only a study with a raid can be asked."""
        return "raid" in self.needs

    @property
    def needs_place(self) -> bool:
        """Whether it is asked of one place."""
        return "place" in self.needs

    @property
    def needs_layers(self) -> bool:
        """Whether only a study with layers can be asked."""
        return "layers" in self.needs

    @property
    def takes_place(self) -> bool:
        """Whether it can be asked of one place."""
        return self.can_take("place")

    def can_take(self, what: str) -> bool:
        """Whether it can be asked with a place, a threat and the like."""
        return what in self.takes or (what == "place" and self.needs_place)


def _table() -> dict[str, dict[str, dict[str, Any]]]:
    text = files("shieldmap").joinpath("data", "terms.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


_TABLE: Final = _table()
ASSUMPTIONS: Final = {
    name: Assumption(name=name, **row) for name, row in _TABLE["assumptions"].items()
}
REASONS: Final = {name: Reason(name=name, **row) for name, row in _TABLE["reasons"].items()}
OUTCOMES: Final = {name: Became(name=name, **row) for name, row in _TABLE["outcomes"].items()}
DOCTRINES: Final = {name: Choice(name=name, **row) for name, row in _TABLE["doctrines"].items()}
CLASSES: Final = {name: Choice(name=name, **row) for name, row in _TABLE["classes"].items()}
VOCABULARY: Final = {name: Term(name=name, **row) for name, row in _TABLE["vocabulary"].items()}
QUESTIONS: Final = {name: Question(name=name, **row) for name, row in _TABLE["questions"].items()}

HOLDS_FROM: Final = 0.9
FAILS_TO: Final = 0.1
"""Shares of the joint draws from which a verdict holds, and up to which it fails."""


if TYPE_CHECKING:
    DoctrineName = str
    ClassName = str
else:
    DoctrineName = Literal[tuple(DOCTRINES)]
    ClassName = Literal[tuple(CLASSES)]


def either(names: Iterable[str]) -> str:
    """``a``, ``a or b``, ``a, b or c``: what may stand in a field."""
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last


def drawn() -> tuple[Assumption, ...]:
    """The assumptions that are drawn for themselves, in the order of their axes."""
    found = [one for one in ASSUMPTIONS.values() if one.axis is not None]
    return tuple(sorted(found, key=lambda one: one.axis or 0))


def in_scenario() -> tuple[Assumption, ...]:
    """The assumptions that a scenario may replace in ``[defence.assumptions]``."""
    return tuple(one for one in ASSUMPTIONS.values() if one.is_in_scenario)


def controls() -> tuple[Assumption, ...]:
    """The assumptions that a reader can set."""
    return tuple(one for one in ASSUMPTIONS.values() if one.key and one.control)


def reason_of(code: int) -> Reason:
    """A reason by the code of the physics."""
    return REASONS[code_of(Constraint(code))]


def reason_told(code: int) -> dict[str, str | None]:
    """A reason and its sentence as every answer tells them; nothing of either where none applies."""
    reason = reason_of(code) if code >= 0 else None
    if reason is None:
        return {"reason": None, "reason_text": None}
    return {"reason": reason.name, "reason_text": reason.long.en}


def outcome_of(code: int) -> Became:
    """An outcome by the code of the physics."""
    return OUTCOMES[code_of(Outcome(code))]


def doctrine_name(code: int) -> str:
    """A doctrine by the code of the physics."""
    return list(DOCTRINES)[code]


def class_name(code: int) -> str:
    """A trajectory class by the code of the physics."""
    return list(CLASSES)[code]


def doctrine_code(name: str) -> Doctrine:
    """The code of the physics for a doctrine."""
    return Doctrine(list(DOCTRINES).index(name))


def class_code(name: str) -> TrajectoryClass:
    """The code of the physics for a trajectory class."""
    return TrajectoryClass(list(CLASSES).index(name))
