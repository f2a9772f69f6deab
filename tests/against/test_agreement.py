"""The test of the tests: each test against an authority goes through ``agree``."""

import ast
from pathlib import Path

import pytest

from shieldmap.validation import authority
from tests.against.conftest import Agree

HERE = Path(__file__).parent
FILES = sorted(path for path in HERE.glob("test_*.py") if path != Path(__file__))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_test_compares_through_agree(path: Path) -> None:
    # The fixture moves the expected value, so a test that asserts by itself escapes the check.
    found = 0
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            found += 1
            assert "agree" in {argument.arg for argument in node.args.args}, node.name
            used = [n for n in ast.walk(node) if isinstance(n, ast.Name) and n.id == "agree"]
            assert used, node.name
    assert found


# A flight test names its source in its row, and the results are ours.
NOT_ONE_AUTHORITY = {"README.md", "flight_tests.csv", "results.json"}
AUTHORITIES = sorted(p for p in authority.FOLDER.iterdir() if p.name not in NOT_ONE_AUTHORITY)


@pytest.mark.parametrize("path", AUTHORITIES, ids=lambda path: path.name)
def test_every_authority_names_its_source(path: Path) -> None:
    if path.suffix == ".csv":
        lines = path.read_text(encoding="utf-8").splitlines()
        header = [line for line in lines if line.startswith("#")]
        assert any(line.startswith("# source: ") for line in header)
        assert any(line.startswith("# url: ") for line in header)
    else:
        document = authority.document(path.name)
        assert document["source"]
        assert document["url"]


def test_agree_tells_right_from_wrong(agree: Agree, request: pytest.FixtureRequest) -> None:
    agree([1.0, 2.05], [1.0, 2.0], 0.1, "near")
    with pytest.raises(AssertionError, match="nothing to compare"):
        agree([], [], 0.1, "empty")
    with pytest.raises(AssertionError, match="tolerance of zero"):
        agree(1.0, 1.0, 0.0, "equal")
    if "as published" in request.node.name:
        with pytest.raises(AssertionError, match="is not"):
            agree(1.2, 1.0, 0.1, "far")
        with pytest.raises(AssertionError, match="is not"):
            agree([1.0, float("nan")], [1.0, 1.0], 0.1, "not a number")
    else:
        # A number that really lies ten tolerances away is found out.
        with pytest.raises(AssertionError, match="although moved"):
            agree([2.0, 0.0], [1.0, 1.0], 0.1, "moved")
