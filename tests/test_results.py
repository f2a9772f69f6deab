"""Records: what they write, what they refuse, and the schema and tables that follow from them."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydantic import ValidationError

from shieldmap import plain, results
from shieldmap.results import Flight, FlightPlace, FlightSamples, Record

RECORDS = [
    value
    for value in vars(results).values()
    if isinstance(value, type) and issubclass(value, Record)
]
FLIGHT: dict[str, Any] = {
    "missile": "nodong",
    "name": "Nodong",
    "class": "lofted",
    "label": "lofted at full burn",
    "from": {"latitude_deg": 38.7, "longitude_deg": 125.8, "name": "Hwangju"},
    "status": "ok",
    "burnout": {
        "time_s": 100.0,
        "altitude_m": 4e4,
        "speed_m_s": 2500.0,
        "flight_path_angle_deg": 50.0,
    },
    "apogee_m": 3e5,
    "time_of_flight_s": 600.0,
    "ground_range_m": 4e5,
    "impact": {"latitude_deg": 35.1, "longitude_deg": 129.0, "speed_m_s": 1000.0},
    "reentry": {"altitude_m": None, "speed_m_s": None, "time_s": None},
    "assumptions": (),
    "limits": "none",
}


def samples() -> FlightSamples:
    time_s = np.array([0.0, 1.0])
    zeros, places = np.zeros(2), np.ones((2, 3))
    return FlightSamples(
        time_s,
        places,
        2.0 * places,
        zeros,
        zeros,
        zeros,
        zeros,
        ("boost", "reentry"),
        {"impact": 1},
    )


def test_a_record_writes_what_it_was_read_from_in_the_same_order() -> None:
    written = Flight.model_validate(FLIGHT).as_json()
    assert json.dumps(written) == json.dumps(FLIGHT)


def test_what_has_no_number_is_null_and_what_does_not_apply_is_left_out() -> None:
    written = Flight.model_validate(FLIGHT).as_json()
    assert written["reentry"] == {"altitude_m": None, "speed_m_s": None, "time_s": None}
    assert "launch" not in written
    assert FlightPlace(latitude_deg=1.0, longitude_deg=2.0).as_json() == {
        "latitude_deg": 1.0, "longitude_deg": 2.0,
    }  # fmt: skip


def test_a_record_is_frozen_and_refuses_keys_that_it_does_not_know() -> None:
    place = FlightPlace(latitude_deg=1.0, longitude_deg=2.0)
    with pytest.raises(ValidationError, match="frozen"):
        place.latitude_deg = 3.0  # type: ignore[misc]
    with pytest.raises(ValidationError, match="height"):
        FlightPlace.model_validate({"latitude_deg": 1.0, "longitude_deg": 2.0, "height": 3.0})


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_record_describes_itself(record: type[Record]) -> None:
    assert record.__doc__
    assert record.__doc__ != Record.__doc__ or record is Record
    schema = record.model_json_schema(by_alias=True)
    assert json.loads(plain.text(schema))["type"] == "object"
    assert not any(name.endswith("_") for name in schema.get("properties", {}))


def test_the_samples_are_a_table_and_arrays() -> None:
    flight = Flight.model_validate(FLIGHT)
    with pytest.raises(ValueError, match="fly it again"):
        flight.to_pandas()
    sampled = flight.sampled(samples())
    table = sampled.to_pandas()
    assert list(table["phase"]) == ["boost", "reentry"]
    assert table["speed_m_s"][0] == pytest.approx(np.sqrt(12.0))
    arrays = sampled.to_xarray()
    assert arrays["x_m"].dims == ("time_s",)
    assert arrays.attrs["name"] == "Nodong, lofted at full burn"
    # The samples are no part of what is written.
    assert sampled.as_json() == flight.as_json()


def test_a_notebook_shows_single_values_and_nothing_that_acts() -> None:
    flight = Flight.model_validate(FLIGHT | {"name": "<script>"})
    shown = flight._repr_html_()
    assert "<th>apogee_m</th><td>300,000</td>" in shown
    assert "&lt;script&gt;" in shown
    assert "burnout" not in shown


def test_a_flight_draws_itself_and_is_saved(tmp_path: Path) -> None:
    arc = samples()._replace(
        altitude_m=np.array([1e3, 2e5]), ground_range_m=np.array([0.0, 4e5]),
        latitude_deg=np.array([38.7, 35.2]), longitude_deg=np.array([125.7, 129.0]),
    )  # fmt: skip
    picture = Flight.model_validate(FLIGHT).sampled(arc).plot()
    assert picture._repr_svg_().startswith("<svg")
    picture.save(tmp_path / "flight.png")
    assert (tmp_path / "flight.png").read_bytes().startswith(b"\x89PNG")


def test_a_record_without_a_picture_says_which_have_one() -> None:
    with pytest.raises(TypeError, match=r"no picture of a FlightPlace: only of .*Flight"):
        FlightPlace(latitude_deg=1.0, longitude_deg=2.0).plot()


def test_rows_are_a_dataset() -> None:
    assert (
        FlightPlace(latitude_deg=1.0, longitude_deg=2.0).to_xarray()["latitude_deg"].item() == 1.0
    )
