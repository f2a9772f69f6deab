"""What every answer is made of: a frozen record that JSON, a schema, pandas and a notebook show."""

import html
from enum import IntEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Protocol

from pydantic import BaseModel, ConfigDict, ValidatorFunctionWrapHandler, WrapValidator

if TYPE_CHECKING:
    import pandas as pd
    import xarray


class Picture(Protocol):
    """A drawing: SVG in a notebook, or a file."""

    def save(self, path: Path) -> None:
        """Write it as SVG, PDF or PNG, by the ending of the name."""

    def _repr_svg_(self) -> str: ...


_SHOWN = (str, bool, int, float)


def _kept(value: Any, check: ValidatorFunctionWrapHandler) -> Any:
    return value if type(value) is int else check(value)


Number = Annotated[float, WrapValidator(_kept)]
"""A number that is written as it came: a whole one without a decimal point."""


def code_of(member: IntEnum) -> str:
    """How a code is spelled in files, addresses and answers: ``never-visible``, ``salvo-2``."""
    return member.name.lower().replace("_", "-")


class Record(BaseModel):
    """An answer or a part of one.

    Fields are in SI units, which end their names; places and directions are in degrees. A field
    without a default is always written, as null where there is no such number; one with a default
    is written where it differs from it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)

    TABLE: ClassVar[str] = ""
    """The field whose rows :meth:`to_pandas` gives; without one the record itself is the row."""

    def as_json(self) -> dict[str, object]:
        """The keys and values that ``--json`` prints."""
        return self.model_dump(by_alias=True, exclude_defaults=True)

    def to_pandas(self) -> "pd.DataFrame":
        """The rows as a table; keys of parts stand behind a dot: ``burnout.speed_m_s``."""
        written = self.as_json()
        table: pd.DataFrame = optional("pandas").json_normalize(
            written[self.TABLE] if self.TABLE else written
        )
        return table

    def to_xarray(self) -> "xarray.Dataset":
        """The rows of :meth:`to_pandas` along their number, a variable for each column."""
        optional("xarray")
        dataset: xarray.Dataset = self.to_pandas().to_xarray()
        return dataset

    def plot(self) -> "Picture":
        """The picture that the report draws of it; a notebook shows it, ``.save(path)`` writes it.

        Raises
        ------
        TypeError : a record without a picture; the sentence names those that have one.
        """
        # By its name: what draws stands above the records.
        picture: Picture = import_module("shieldmap.report.plots").of(self)
        return picture

    def _repr_html_(self) -> str:
        """A small table for a notebook: every single value by name."""
        rows = "".join(
            f"<tr><th>{html.escape(name)}</th><td>{html.escape(_shown(value))}</td></tr>"
            for name, value in self.as_json().items()
            if isinstance(value, _SHOWN)
        )
        return f"<table>{rows}</table>"


def optional(package: str) -> Any:
    """A package that only tables need.

    Raises
    ------
    ImportError : it is not installed, in one sentence.
    """
    try:
        return import_module(package)
    except ModuleNotFoundError as error:
        if error.name != package:
            raise
        raise ImportError(
            f"this table needs the optional package {package}, which is not installed: install it, or "
            "take the same numbers from as_json(), which needs no further package",
            name=package,
        ) from None


def _shown(value: object) -> str:
    return f"{value:,.6g}" if isinstance(value, float) else str(value)
