"""The data files of a run: ``maps.nc`` (NetCDF-4 with CF-1.11) and ``trials.parquet``.

Question: how do other programs read the arrays of a run without asking what they mean?

Every dimension of ``maps.nc`` is labelled by a text variable of its own name, so that readers select
by ``place="Daegu"`` or ``doctrine="salvo-2"``. Texts are arrays of characters in UTF-8, because a
text variable of one dimension would be a coordinate variable, which CF wants to be numbers; readers
join the characters. Places are points with latitude and longitude as
auxiliary coordinates: no axis attributes, because neither spans a dimension. Codes carry flag_values
or flag_masks with their meanings [cf-conventions]. Each constraint's margin is a variable of its own,
because each has its own unit. Missing numbers are NaN, which is the fill value.

No clock is read: the same content gives the same bytes. Both files are made whole before they are
put on the disk, so that a full disk is an error of the system that names the file.
"""

import errno
import io
import json
from collections.abc import Iterator, Mapping
from enum import IntEnum
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from shieldmap import earth, files, geodata, terms
from shieldmap.campaign import Study, Variant
from shieldmap.footprint import Footprint, Places
from shieldmap.model import (
    NO_CONSTRAINT,
    Binds,
    Constraint,
    Doctrine,
    Floats,
    Status,
)
from shieldmap.results import code_of

CONVENTIONS: Final = "CF-1.11"
PLACE_KINDS: Final = ("cell", "town", "asset")
"""What the codes of the variable ``kind`` mean."""

_LIMITS: Final = (
    "Computed, not measured, from public, unclassified numbers. Defended means that every shot of the "
    "doctrine fits, not that it hits; low and high set every assumption at its bad and at its good end "
    "at once."
)
_AT_PLACE: Final = "latitude_deg longitude_deg place_name place_name_ko asset_id kind"
_OF_CASE: Final = "threat launch_point"


def doctrine_name(code: int) -> str:
    """A doctrine as a scenario writes it, such as ``shoot-look-shoot``."""
    return terms.doctrine_name(code)


def margin_name(code: int) -> str:
    """The variable that holds the margin of a constraint."""
    return f"margin_{Constraint(code).name.lower()}"


class _Variable(NamedTuple):
    """One variable of the file; texts are arrays of objects, written as characters."""

    name: str
    dims: tuple[str, ...]
    values: NDArray[Any]
    attributes: dict[str, Any]


# ---------------------------------------------------------------------------------------------
# maps.nc


def write_maps(
    path: Path, study: Study, where: Places, prints: Footprint, probability: Floats, run_hash: str
) -> None:
    """Write the arrays of a study as NetCDF-4; the same content gives the same bytes.

    ``probability`` (threats, places) is the share of joint draws that defend each place against every
    launch point, in the order of the scenario's threats.
    """
    import h5netcdf

    held = io.BytesIO()
    variables = [
        *_label_variables(study, where),
        *_place_variables(where),
        *_judged(prints),
        _probability(probability),
    ]
    with h5netcdf.File(held, "w", track_order=False) as file:
        file.dimensions = {
            "case": len(study.cases),
            "place": len(where.label),
            "doctrine": len(Doctrine),
            "variant": len(study.variants),
            "flight": len(study.scenario.threats),
        }
        for name, value in _about_file(study, run_hash).items():
            file.attrs[name] = value
        for variable in variables:
            _put(file, variable)
    files.write(path, held.getvalue())


def _about_file(study: Study, run_hash: str) -> dict[str, str]:
    """What CF recommends to say of a file, without a time."""
    scenario = study.scenario
    program = f"Shieldmap {version('shieldmap')}"
    return {
        "Conventions": CONVENTIONS,
        "title": scenario.title,
        "institution": "Shieldmap contributors",
        "source": f"{program}: trajectories, radar view and interceptor fly-out computed from the "
        "values of its catalogue and of the scenario",
        "history": f"computed by {program} from scenario {scenario.name} "
        f"(sha256 {scenario.content_hash()})",
        "references": "bibliography.json and catalogue.json beside this file list every source",
        "comment": _LIMITS,
        "license": f"The program is under the MIT licence. Map data: {geodata.attribution()}",
        "program_version": version("shieldmap"),
        "scenario_name": scenario.name,
        "scenario_sha256": scenario.content_hash(),
        "run_hash": run_hash,
    }


def _texts(values: Any) -> NDArray[Any]:
    return np.array(list(values), dtype=object)


def _is_alone(variant: Variant) -> bool:
    """Whether a variant is the only one of its name: the values themselves and the two ends."""
    return variant.curve in ("value", "bad", "good")


def _label_variables(study: Study, where: Places) -> Iterator[_Variable]:
    """The labels of every dimension, and what they are made of."""
    cases = [f"{case.threat_id} from {case.launch_id}" for case in study.cases]
    variants = [v.curve if _is_alone(v) else f"{v.curve} {v.value:g}" for v in study.variants]
    for dim, values, text in (
        ("case", cases, "missile flight and launch point"),
        ("place", where.label, "place: coordinates of a cell, name of a town or asset"),
        ("doctrine", [doctrine_name(code) for code in Doctrine], "shot doctrine"),
        ("variant", variants, "variant of the assumptions: a curve and its value, or a sample"),
        ("flight", [one.id for one in study.scenario.threats], "threat from all its launch points"),
    ):
        yield _Variable(dim, (dim,), _texts(values), {"long_name": text})
    for name, values, text in (
        ("threat", [case.threat_id for case in study.cases], "threat of the scenario, by id"),
        ("launch_point", [case.launch_id for case in study.cases], "launch point, by id"),
    ):
        yield _Variable(name, ("case",), _texts(values), {"long_name": text})


# Variable of a place -> what CF wants said of it, and in words.
_OF_PLACE: Final = {
    "latitude_deg": ("latitude", "degrees_north", "latitude on WGS 84"),
    "longitude_deg": ("longitude", "degrees_east", "longitude on WGS 84"),
    "place_name": (None, None, "name of the town or asset"),
    "place_name_ko": (None, None, "name of the town or asset in Korean"),
    "asset_id": (None, None, "id of the asset in the scenario"),
    "kind": (None, None, "kind of place"),
    "area_m2": ("cell_area", "m2", "land area of the cell, 0 for towns and assets"),
    "people": (
        None,
        "1",
        "people of the cell or town, 0 for assets; whose count, is in summary.json",
    ),
}
_WGS84: Final = {
    "grid_mapping_name": "latitude_longitude",
    "long_name": "WGS 84",
    "semi_major_axis": earth.SEMI_MAJOR_AXIS_M,
    "inverse_flattening": 1.0 / earth.FLATTENING,
    "longitude_of_prime_meridian": 0.0,
}


def _place_variables(where: Places) -> Iterator[_Variable]:
    """Where the places are, and who lives there."""
    yield _Variable("crs", (), np.array(0, dtype=np.int32), _WGS84)
    for name, (standard, unit, text) in _OF_PLACE.items():
        values = getattr(where, name.removeprefix("place_"))
        told = {"standard_name": standard, "units": unit, "long_name": text}
        attributes = {key: value for key, value in told.items() if value is not None}
        if name == "kind":
            attributes |= _flags(values, PLACE_KINDS)
        if name in ("area_m2", "people"):
            attributes |= {"coordinates": _AT_PLACE, "grid_mapping": "crs"}
        held = _texts(values) if isinstance(values, list) else values
        yield _Variable(name, ("place",), held, attributes)


def _judged(prints: Footprint) -> Iterator[_Variable]:
    """What became of every case at every place."""
    beside = {"coordinates": f"{_AT_PLACE} {_OF_CASE}", "grid_mapping": "crs"}
    for name, rest, text in _MAPPED:
        values = getattr(prints, name)
        held = values.astype(np.int8) if values.dtype == np.bool_ else values
        told = _meaning(name, held)
        dims = ("case", "place", *rest)
        yield _Variable(name, dims, held, {"long_name": text, **told, **beside})
    for code in Constraint:
        told = {
            "long_name": f"margin of the constraint '{terms.reason_of(code).long.en}', negative where it fails",
            "units": _UNITS[terms.reason_of(code).unit],
        }
        values = np.ascontiguousarray(prints.margins[..., code])
        yield _Variable(margin_name(code), ("case", "place"), values, {**told, **beside})


def _probability(values: Floats) -> _Variable:
    told = {
        "long_name": "share of the joint draws in which the place is defended against every launch "
        "point that reaches it; not a number where none does",
        "units": "1",
        "coordinates": _AT_PLACE,
        "grid_mapping": "crs",
    }
    return _Variable("probability", ("flight", "place"), values.astype(np.float32), told)


_MAPPED: Final[tuple[tuple[str, tuple[str, ...], str], ...]] = (
    ("status", (), "how the flight ended; 1 to 3 are not threatened"),
    ("is_defended", ("doctrine",), "defended by the values"),
    ("is_defended_bad", ("doctrine",), "defended with every assumption at its bad end"),
    ("is_defended_good", ("doctrine",), "defended with every assumption at its good end"),
    ("on_curve", ("variant",), "defended by the headline doctrine under a variant"),
    ("shots", (), "shots that shoot-look-shoot could fit"),
    ("reason", (), "first failed constraint"),
    ("failed_bits", (), "failed constraints"),
    ("binds", (), "limit that decides the engagement"),
    ("slack_s", (), "latest useful launch less first possible launch"),
    ("closest_in_band_m", (), "least slant range from the launcher inside the band"),
    ("time_of_flight_s", (), "launch to impact"),
    ("apogee_m", (), "highest altitude above the ellipsoid"),
    ("residual_m", (), "distance of the impact from the place asked for"),
)
_UNITS: Final = {"m": "m", "s": "s", "rad": "rad", "m/s": "m s-1", "count": "1"}


def _meaning(name: str, values: NDArray[Any]) -> dict[str, Any]:
    """The unit of a number, or what the codes of a variable mean."""
    codes = [code_of(c) for c in Constraint]
    if name == "failed_bits":
        masks = np.array([1 << c for c in Constraint], dtype=values.dtype)
        return {"flag_masks": masks, "flag_meanings": " ".join(codes)}
    if name == "reason":
        return _flags(values, ("none", *codes), first=NO_CONSTRAINT)
    enums: dict[str, type[IntEnum]] = {"status": Status, "binds": Binds}
    if name in enums:
        return _flags(values, tuple(code_of(code) for code in enums[name]))
    if name.startswith("is_defended") or name == "on_curve":
        return _flags(values, ("not_defended", "defended"))
    suffix = name.rpartition("_")[2]
    return {"units": suffix if suffix in ("s", "m") else "1"}


def _flags(values: NDArray[Any], meanings: tuple[str, ...], first: int = 0) -> dict[str, Any]:
    """Values in the type of the variable and their meanings, counted from the first."""
    codes = np.arange(first, first + len(meanings)).astype(values.dtype)
    return {"flag_values": codes, "flag_meanings": " ".join(meanings)}


def _put(file: Any, variable: _Variable) -> None:
    """One variable with its attributes; all are compressed, and NaN stands for no number."""
    values, dims, attributes = variable.values, variable.dims, variable.attributes
    options: dict[str, Any] = {"compression": "gzip"} if dims else {}
    if values.dtype == object:
        values = _characters(values)
        dims = (*dims, f"{variable.name}_length")
        file.dimensions[dims[-1]] = values.shape[-1]
        attributes = {**attributes, "_Encoding": "utf-8"}
    elif values.dtype.kind == "f" and ("case" in dims or "flight" in dims):
        options["fillvalue"] = values.dtype.type(np.nan)
    made = file.create_variable(variable.name, dims, values.dtype, data=values, **options)
    for name, value in attributes.items():
        made.attrs[name] = value


def _characters(texts: NDArray[Any]) -> NDArray[np.bytes_]:
    """Texts (n,) as bytes of UTF-8 (n, length), the longest giving the length."""
    encoded = np.array([text.encode() for text in texts], dtype=np.bytes_)
    width = max(1, encoded.dtype.itemsize)
    return encoded.astype(f"S{width}").view("S1").reshape(len(texts), width)


def read_maps(content: bytes) -> dict[str, NDArray[Any]]:
    """Every variable of ``maps.nc`` by name; texts are arrays of objects."""
    import h5netcdf

    with h5netcdf.File(io.BytesIO(content), "r") as file:
        return {name: _read_variable(variable) for name, variable in file.variables.items()}


def read_footprint(content: bytes) -> tuple[Footprint, dict[str, NDArray[Any]]]:
    """The footprint that ``maps.nc`` holds, and everything beside it by name."""
    arrays = read_maps(content)
    arrays["margins"] = np.stack([arrays.pop(margin_name(code)) for code in Constraint], axis=-1)
    for name in ("is_defended", "is_defended_bad", "is_defended_good", "on_curve"):
        arrays[name] = arrays[name].astype(np.bool_)
    return Footprint._make(arrays.pop(name) for name in Footprint._fields), arrays


def read_texts(file: Any, name: str) -> list[str]:
    """A text variable of an open file."""
    return [str(text) for text in _read_variable(file.variables[name])]


def _read_variable(variable: Any) -> NDArray[Any]:
    values = np.asarray(variable[...])
    if values.dtype.kind != "S":
        return values
    joined = np.ascontiguousarray(values).view(f"S{values.shape[-1]}").ravel()
    return np.array([text.decode() for text in joined], dtype=object)


# ---------------------------------------------------------------------------------------------
# trials.parquet


def write_trials(path: Path, columns: Mapping[str, NDArray[Any]], told: Mapping[str, str]) -> None:
    """Write columns as Parquet with what was told as its key-value metadata.

    One thread, so that the same content gives the same bytes.

    Parameters
    ----------
    told : hashes, seed and title; version and units of the columns are put beside them.
    """
    units = {name: "s" if name.startswith("emptied_s_") else "1" for name in columns}
    comment = "One row for each trial of the raid. A battery that never ran empty has no time."
    write_rows(path, columns, units, told, comment)


def write_rows(
    path: Path,
    columns: Mapping[str, NDArray[Any]],
    units: Mapping[str, str],
    told: Mapping[str, str],
    comment: str,
) -> None:
    """Write columns as Parquet with their units and what was told as its key-value metadata.

    One thread, so that the same content gives the same bytes.

    Parameters
    ----------
    columns : numbers, or texts as arrays of objects, all of one length.
    """
    import duckdb

    metadata = {
        "program": "Shieldmap",
        "version": version("shieldmap"),
        **told,
        "units": json.dumps(units, ensure_ascii=False),
        "comment": comment,
    }
    listed = ", ".join(f"{_quoted(key)}: {_quoted(value)}" for key, value in metadata.items())
    with duckdb.connect(config={"threads": 1}) as database:
        database.register("kept", {name: np.ascontiguousarray(v) for name, v in columns.items()})
        try:
            database.execute(
                f"COPY (SELECT * FROM kept) TO {_quoted(str(path))} "
                f"(FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{listed}}})"
            )
        except duckdb.IOException as error:
            # Its words end in the system's, such as: No space left on device.
            reason = str(error).rpartition(": ")[2].strip()
            raise OSError(errno.EIO, reason, str(path)) from None


def _quoted(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def read_trials(path: Path) -> dict[str, NDArray[Any]]:
    """The columns of ``trials.parquet`` by name; NaN where there is no number."""
    import duckdb

    with duckdb.connect() as database:
        columns = database.read_parquet(str(path)).fetchnumpy()
    return {
        name: np.asarray(np.ma.filled(values, np.nan) if np.ma.is_masked(values) else values)
        for name, values in columns.items()
    }
