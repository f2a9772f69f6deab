"""Results as JSON: what no reader could use is written as something that every reader can."""

import json
import math

import numpy as np

from shieldmap import plain


def test_numbers_are_rounded_finite_and_without_minus_zero() -> None:
    given = {
        "a": 1.23456789123,
        "b": -0.0,
        "c": math.nan,
        "d": np.float32(-0.0),
        "e": np.array([1, 2]),
        "f": (np.True_, np.int8(3)),
        4: -1e-12,
    }
    assert plain.text(given).find("-0.0") < 0
    assert json.loads(plain.text(given)) == {
        "a": 1.23456789,
        "b": 0.0,
        "c": None,
        "d": 0.0,
        "e": [1, 2],
        "f": [True, 3],
        "4": -1e-12,
    }
