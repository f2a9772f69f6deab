"""The JSON Schema of every file of a run: written, and every run of the tests obeys it.

Authority: jsonschema-rs, which reads JSON Schema 2020-12 by itself and knows nothing of the records.
"""

import json
from pathlib import Path

import jsonschema_rs
import pytest

from shieldmap import archive
from shieldmap.results import run_files
from tests.runs import schema_problems

SCHEMAS = Path(__file__).parents[1] / "docs" / "schemas"


@pytest.mark.parametrize("name", run_files.FILES)
def test_the_schemas_of_the_documentation_are_those_of_the_records(name: str) -> None:
    """Made again with ``python design/write_schemas.py``."""
    kept = SCHEMAS / name.replace(".json", ".schema.json")
    assert json.loads(kept.read_text(encoding="utf-8")) == run_files.schema(name)


def test_every_json_file_of_a_run_has_a_record() -> None:
    assert set(run_files.FILES) == {name for name in archive.OURS if name.endswith(".json")}


def test_a_run_obeys_the_schemas(small_run: archive.Run) -> None:
    """Runs with a raid and stability studies are asked in their own tests."""
    assert schema_problems(small_run) == {}


def test_a_key_too_many_and_one_too_few_are_found(small_run: archive.Run) -> None:
    content = json.loads(small_run.content(archive.SUMMARY))
    content["surprise"] = 1
    del content["threats"][0]["defended"]["bad"]
    validator = jsonschema_rs.validator_for(run_files.schema(archive.SUMMARY))
    assert not validator.is_valid(content)
