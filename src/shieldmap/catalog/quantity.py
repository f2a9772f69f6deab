"""One sourced number: what every entry of a catalogue is made of."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from shieldmap import units
from shieldmap.terms import Bad, Where

Basis = Literal["measured", "published", "derived", "estimate"]
Number = Annotated[float, Field(allow_inf_nan=False)]


class CatalogError(ValueError):
    """A request or a file that the catalogue cannot serve, said in one sentence."""


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class Rival(Frozen):
    """Another published figure for the same quantity; its unit is the quantity's by default."""

    value: Number
    low: Number | None = None
    high: Number | None = None
    unit: str
    source: str
    note: str = ""

    @model_validator(mode="after")
    def _check(self) -> Self:
        _check_range(self.value, self.low, self.high)
        units.unit(self.unit)
        return self

    @property
    def si(self) -> float:
        """The rival's value in SI."""
        return units.to_si(self.value, self.unit)


class Quantity(Frozen):
    """One sourced number with its range.

    ``basis`` says where it comes from: ``measured``, ``published``, ``derived`` (the note holds
    the formula) or ``estimate`` (the note holds the reason).
    ``source`` is a key of the bibliography, with a page as in ``key#p12`` where there is one.
    """

    value: Number
    low: Number | None = None
    high: Number | None = None
    unit: str
    basis: Basis
    source: str
    note: str = ""
    rivals: tuple[Rival, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _share_unit(cls, raw: Any) -> Any:
        """Give the quantity's unit to rivals that name none."""
        if not isinstance(raw, Mapping) or "unit" not in raw:
            return raw
        rivals = [
            {"unit": raw["unit"], **rival} if isinstance(rival, Mapping) else rival
            for rival in raw.get("rivals", ())
        ]
        return {**raw, "rivals": tuple(rivals)}

    @field_validator("unit")
    @classmethod
    def _check_unit(cls, unit: str) -> str:
        units.unit(unit)
        return unit

    @field_validator("source")
    @classmethod
    def _check_source(cls, source: str) -> str:
        if not re.fullmatch(r"[a-z0-9][a-z0-9-]*(#\S+)?", source):
            raise ValueError(f"source '{source}' is not a bibliography key such as 'key2016#p12'")
        return source

    @model_validator(mode="after")
    def _check(self) -> Self:
        _check_range(self.value, self.low, self.high)
        if self.basis == "derived" and not self.note:
            raise ValueError("a derived value needs its formula in 'note'")
        if self.basis == "estimate" and not self.note:
            raise ValueError("an estimate needs its reason in 'note'")
        return self

    @property
    def key(self) -> str:
        """The bibliography key without the page."""
        return self.source.partition("#")[0]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of this value and of its rivals."""
        return (self.key, *(rival.source.partition("#")[0] for rival in self.rivals))

    @property
    def si(self) -> float:
        """The value in SI."""
        return units.to_si(self.value, self.unit)

    @property
    def low_si(self) -> float:
        """The low end in SI; the value itself where no range is given."""
        return self.si if self.low is None else units.to_si(self.low, self.unit)

    @property
    def high_si(self) -> float:
        """The high end in SI; the value itself where no range is given."""
        return self.si if self.high is None else units.to_si(self.high, self.unit)

    def at(self, where: Where, bad: Bad = "low") -> float:
        """The number in SI at a place in its range; ``bad`` is the end that serves the defence badly."""
        return where.of(self.si, self.low_si, self.high_si, bad)


def _check_range(value: float, low: float | None, high: float | None) -> None:
    if low is not None and low > value:
        raise ValueError(f"low {low} is above the value {value}")
    if high is not None and high < value:
        raise ValueError(f"high {high} is below the value {value}")
