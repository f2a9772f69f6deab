"""Numbers as a reader meets them: the vectors that Python and the page's JavaScript both pass.

The authority is the head of ``shieldmap.formats``: each vector was judged by its rules by hand.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from shieldmap import formats, words
from shieldmap.terms import LANGUAGES, Language

VECTORS = json.loads(
    Path(__file__).with_name("vectors").joinpath("formats.json").read_text("utf-8")
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("vector", VECTORS, ids=lambda v: f"{v['call']}-{v['with']}")
def test_a_number_reads_as_the_vectors_say(vector: dict[str, Any], language: Language) -> None:
    with words.using(language):
        assert getattr(formats, vector["call"])(*vector["with"]) == vector[language]


def test_every_formatter_has_vectors() -> None:
    public = {
        name
        for name, one in vars(formats).items()
        if callable(one) and one.__module__ == formats.__name__ and not name.startswith("_")
    }
    # Parts of the others, and a sentence around one of them that the page does not say.
    without = {"signed", "unit_name", "measured_text", "shown", "envelope_change"}
    assert public - without == {vector["call"] for vector in VECTORS}
