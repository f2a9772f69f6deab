"""The data files of a run met by their readers: xarray, cf_xarray, compliance-checker, DuckDB."""

import json
from importlib.metadata import version
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import cf_xarray  # noqa: F401  -- puts `.cf` on datasets
import duckdb
import numpy as np
import pytest
import xarray
from compliance_checker.suite import CheckSuite

from shieldmap import archive, datafiles, footprint
from shieldmap.model import NO_CONSTRAINT, Constraint, Doctrine
from shieldmap.results import code_of
from shieldmap.terms import reason_of

# The C library behind netCDF4 and numpy do not agree about the size of a type of theirs.
pytestmark = pytest.mark.filterwarnings("ignore:numpy.ndarray size changed:RuntimeWarning")
ENGINES = ("h5netcdf", "netcdf4")


@pytest.fixture(scope="module")
def path(small_run: archive.Run) -> Path:
    return small_run.path / archive.MAPS


@pytest.fixture(scope="module")
def maps(path: Path) -> xarray.Dataset:
    return xarray.load_dataset(path, engine="h5netcdf")


# --- readers of maps.nc ---------------------------------------------------------------------


def test_the_compliance_checker_has_nothing_to_say(path: Path) -> None:
    suite = CheckSuite()
    suite.load_all_available_checkers()
    dataset = suite.load_dataset(str(path))
    found, errors = suite.run_all(dataset, ["cf:1.11"], [])["cf:1.11"]
    dataset.close()
    assert errors == {}
    assert found
    assert [(one.name, one.msgs) for one in found if one.value[0] != one.value[1]] == []


@pytest.mark.parametrize("engine", ENGINES)
def test_both_engines_read_it_and_write_it_again(engine: Any, path: Path, tmp_path: Path) -> None:
    with xarray.open_dataset(path, engine=engine) as opened:
        opened.load()
    again = tmp_path / "again.nc"
    opened.to_netcdf(again, engine=engine)
    xarray.testing.assert_identical(xarray.load_dataset(again, engine=engine), opened)


def test_cf_xarray_places_it(maps: xarray.Dataset) -> None:
    assert maps.cf.coordinates["latitude"] == ["latitude_deg"]
    assert maps.cf.coordinates["longitude"] == ["longitude_deg"]
    np.testing.assert_array_equal(maps.cf["latitude"], maps["latitude_deg"])
    assert maps.cf.grid_mapping_names == {"latitude_longitude": ["crs"]}
    for name, variable in maps.data_vars.items():
        if "place" in variable.dims:
            assert {"latitude_deg", "longitude_deg"} <= set(variable.coords), name
            assert variable.attrs["grid_mapping"] == "crs", name


def test_places_cases_and_doctrines_are_selected_by_name(maps: xarray.Dataset) -> None:
    daegu = maps.sel(place="Daegu")
    assert daegu["kind"].attrs["flag_meanings"].split()[int(daegu["kind"])] == "town"
    assert float(daegu["latitude_deg"]) == pytest.approx(35.87, abs=0.01)
    assert maps.sel(place="Daegu (asset)")["asset_id"] == "daegu"
    case = "hwasong-7-minimum-energy from hwangju"
    one = maps.sel(place="Daegu", case=case, doctrine="salvo-2")["is_defended"]
    assert one.shape == ()
    row = maps["case"].values.tolist().index(case)
    assert one == maps["is_defended"].sel(place="Daegu")[row, Doctrine.SALVO_2]
    assert str(maps.sel(case=case)["launch_point"].values) == "hwangju"
    # Every cell is called by its coordinates, and Korean letters arrive whole.
    first = maps.isel(place=0)
    assert str(first["place"].values).startswith(f"{float(first['latitude_deg']):.3f}N ")
    assert str(daegu["place_name_ko"].values) == "대구광역시"


def test_every_label_is_unique_and_not_empty(maps: xarray.Dataset) -> None:
    for dim in ("case", "place", "doctrine", "variant"):
        labels = maps[dim].values.tolist()
        assert all(labels), dim
        assert len(set(labels)) == len(labels), dim


# --- what it says ---------------------------------------------------------------------------


def test_codes_have_meanings_in_their_own_type(maps: xarray.Dataset) -> None:
    coded = 0
    for name, variable in maps.variables.items():
        meanings = variable.attrs.get("flag_meanings", "").split()
        for key in ("flag_values", "flag_masks"):
            if key not in variable.attrs:
                continue
            coded += 1
            codes = np.atleast_1d(variable.attrs[key])
            assert codes.dtype == variable.dtype, name
            assert len(codes) == len(meanings) == len(set(meanings)), name
            if key == "flag_values":
                assert set(np.unique(variable.values)) <= set(codes.tolist()), name
            else:
                assert not np.any(variable.values & ~np.bitwise_or.reduce(codes)), name
        # A number says its unit, a code its meanings, and nothing says both.
        is_number = variable.dtype.kind in "if" and name != "crs"
        assert is_number == (("units" in variable.attrs) != bool(meanings)), name
    assert coded == 9


def test_reasons_and_failed_bits_are_named_by_the_constraints(maps: xarray.Dataset) -> None:
    names = [code_of(c) for c in Constraint]
    reason, bits = maps["reason"].attrs, maps["failed_bits"].attrs
    values = reason["flag_values"].tolist()
    assert dict(zip(values, reason["flag_meanings"].split(), strict=True)) == {
        NO_CONSTRAINT: "none", **{int(c): code_of(c) for c in Constraint}
    }  # fmt: skip
    assert bits["flag_meanings"].split() == names
    assert bits["flag_masks"].tolist() == [1 << c for c in Constraint]


def test_every_margin_says_its_own_unit(maps: xarray.Dataset) -> None:
    written = {"m/s": "m s-1", "count": "1"}
    for c in Constraint:
        unit = maps[datafiles.margin_name(c)].attrs["units"]
        assert unit == written.get(reason_of(c).unit, reason_of(c).unit)


def test_missing_numbers_are_the_fill_value(maps: xarray.Dataset) -> None:
    for name, variable in maps.data_vars.items():
        if variable.dtype.kind == "f" and "case" in variable.dims:
            assert np.isnan(variable.encoding["_FillValue"]), name
    flown = maps["status"] == 0
    assert bool(np.isnan(maps["slack_s"].where(~flown, drop=True)).all())


def test_the_file_says_what_it_is_without_a_clock(
    maps: xarray.Dataset, small_run: archive.Run
) -> None:
    told, manifest = maps.attrs, small_run.manifest
    for name in ("title", "institution", "source", "history", "references", "comment", "license"):
        assert told[name].strip(), name
    assert told["Conventions"] == "CF-1.11"
    assert told["program_version"] == version("shieldmap")
    assert told["scenario_sha256"] == manifest.scenario_sha256
    assert told["run_hash"] == manifest.run_hash
    assert "GeoNames" in told["license"]
    assert manifest.made[:10] not in json.dumps(told)


def stand_in(run: archive.Run) -> Any:
    """What `write_maps` reads of a study, from the labels of its file."""
    arrays = run.arrays()
    cases = [
        SimpleNamespace(threat_id=threat, launch_id=point)
        for threat, point in zip(arrays["threat"], arrays["launch_point"], strict=True)
    ]
    variants = [
        SimpleNamespace(curve=label.split()[0], value=float((label.split() + ["nan"])[1]))
        for label in arrays["variant"]
    ]
    return SimpleNamespace(scenario=run.scenario, cases=cases, variants=variants)


def test_the_same_content_gives_the_same_bytes(
    path: Path, small_run: archive.Run, tmp_path: Path
) -> None:
    prints, beside = datafiles.read_footprint(path.read_bytes())
    where = footprint.places(small_run.scenario)
    again = tmp_path / "maps.nc"
    digest = small_run.manifest.run_hash
    datafiles.write_maps(again, stand_in(small_run), where, prints, beside["probability"], digest)
    assert again.read_bytes() == path.read_bytes()
    # What is read back is what was written, NaN included.
    for one, two in zip(prints, datafiles.read_footprint(again.read_bytes())[0], strict=True):
        np.testing.assert_array_equal(one, two)


# --- trials.parquet -------------------------------------------------------------------------

COLUMNS = {
    "trial": np.arange(4),
    "leakers": np.array([0, 1, 0, 2]),
    "emptied_s_main": np.array([np.nan, 12.5, np.nan, 90.0]),
}
TOLD = {"title": 'A raid\'s "trials"; 미사일', "run_hash": "0123456789ab", "seed": "7"}


@pytest.fixture
def trials(tmp_path: Path) -> Path:
    path = tmp_path / "it's" / "trials.parquet"
    path.parent.mkdir()
    datafiles.write_trials(path, COLUMNS, TOLD)
    return path


def metadata(path: Path) -> dict[str, str]:
    with duckdb.connect() as database:
        rows = database.execute(
            "SELECT key, value FROM parquet_kv_metadata(?)", [str(path)]
        ).fetchall()
    return {key.decode(): value.decode() for key, value in rows}


def test_the_trials_carry_version_hash_seed_and_units(trials: Path) -> None:
    told = metadata(trials)
    assert {key: told[key] for key in TOLD} == TOLD
    assert told["version"] == version("shieldmap")
    assert json.loads(told["units"]) == {"trial": "1", "leakers": "1", "emptied_s_main": "s"}


def test_the_trials_are_read_back_and_written_to_the_same_bytes(trials: Path) -> None:
    read = datafiles.read_trials(trials)
    for name, values in COLUMNS.items():
        np.testing.assert_array_equal(read[name], values)
    again = trials.with_name("again.parquet")
    datafiles.write_trials(again, read, TOLD)
    assert again.read_bytes() == trials.read_bytes()


def test_pyarrow_reads_the_metadata(trials: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    told = parquet.read_schema(trials).metadata
    assert told[b"seed"] == b"7"
