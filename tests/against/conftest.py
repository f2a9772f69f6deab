"""Every comparison with an authority is made three times.

First with the authority's number, which our number must meet within the tolerance.
Then with that number moved up and down by ten tolerances, which must be refused.
So a tolerance that forgives everything, a comparison with itself and a test that compares
nothing all fail.
"""

from collections.abc import Callable, Iterator

import numpy as np
import pytest

MOVES = {"as published": 0.0, "moved up": 10.0, "moved down": -10.0}

Agree = Callable[..., None]


@pytest.fixture(params=list(MOVES))
def agree(request: pytest.FixtureRequest) -> Iterator[Agree]:
    """``agree(actual, expected, tolerance, what)`` for numbers or arrays, element by element."""
    moved = MOVES[request.param]
    compared: list[str] = []

    def compare(actual: object, expected: object, tolerance: object, what: str = "") -> None:
        ours, theirs, allowed = np.broadcast_arrays(
            np.asarray(actual, dtype=np.float64), expected, tolerance
        )
        assert ours.size > 0, f"{what}: nothing to compare"
        assert np.all(allowed > 0.0), f"{what}: a tolerance of zero refuses by luck"
        agrees = np.abs(ours - (theirs + moved * allowed)) <= allowed
        if moved:
            assert not agrees.any(), f"{what}: agrees although moved by ten tolerances"
        else:
            worst = np.nanmax(np.abs(ours - theirs) / allowed)
            print(f"{what}: worst {worst:.3f} tolerances, {np.max(np.abs(ours - theirs)):.3g}")
            assert agrees.all(), f"{what}: {ours[~agrees]} is not {theirs[~agrees]}"
        compared.append(what)

    yield compare
    assert compared, "the test compared nothing with its authority"
