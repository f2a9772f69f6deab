"""The page says what terminal and report say: its words come from the same messages, its numbers by the same rules.

The page's own modules run in Node where there is one, without a browser.
"""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from shieldmap import words
from shieldmap.terms import LANGUAGES
from shieldmap.web.files import PAGE

HERE = Path(__file__).parent
MODULES = sorted((PAGE / "js").glob("*.js"))
COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", re.DOTALL)
PATTERN = re.compile(r"/\^[^\n]*\$/")
"""What is looked for in the server's texts."""
THREE_WORDS = re.compile(r"[A-Za-z’']+ [a-z’']+ [a-z’']+")
STRING = re.compile(r'"[^"\n]*"|\'[^\'\n]*\'')
SHOWN = re.compile(r">[^<>`{}=;]*<|`[^<>`{}$]*`")
"""What a template shows between its elements, and texts with values."""
CODE = ("import shieldmap as sm",)


def _code(path: Path) -> str:
    return PATTERN.sub("", COMMENT.sub("", path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_no_module_holds_a_sentence(path: Path) -> None:
    code = _code(path)
    found = [*STRING.findall(code), *SHOWN.findall(code)]
    said = [text for text in found if THREE_WORDS.search(text) and not text[1:].startswith(CODE)]
    assert not said
    assert not re.search("[가-힣]", path.read_text(encoding="utf-8"))


def test_every_message_that_the_page_names_is_served() -> None:
    for language in LANGUAGES:
        source = words.source(language, "common", "page")
        served = set(re.findall(r"^([a-zA-Z][\w-]*) =", source, re.MULTILINE))
        page = (PAGE / "index.html").read_text(encoding="utf-8")
        named = set(re.findall(r'data-t(?:-\w+)?="([^"]+)"', page))
        for path in MODULES:
            named |= set(re.findall(r'\bt\("([^"]+)"', _code(path)))
            named |= set(re.findall(r'\bword: "([^"]+)"', _code(path)))
        assert len(named) > 150
        assert named <= served


def test_every_message_of_the_page_is_used() -> None:
    """By its name, or by the beginning of it where the rest is chosen."""
    code = "".join(map(_code, MODULES)) + (PAGE / "index.html").read_text(encoding="utf-8")
    starts = tuple(re.findall(r"`([a-z]+_[a-z_]*)\$\{", code))
    kinds = tuple(f"{kind}_" for kind in re.findall(r'named\("(\w+)"', code))
    kinds += ("colour_", "map_", "battery_", "radar_")
    source = (HERE.parent / "src/shieldmap/data/words/en/page.ftl").read_text(encoding="utf-8")
    for message in re.findall(r"^([a-zA-Z][\w-]*) =", source, re.MULTILINE):
        is_named = f'"{message}"' in code or message.startswith((*starts, *kinds))
        assert is_named, message


def test_the_page_passes_the_vectors_of_numbers_and_particles(tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("no Node here to run the page's modules in")
    for folder in ("js", "vendor/fluent"):
        shutil.copytree(PAGE / folder, tmp_path / folder)
    for path in (tmp_path / "js").glob("*.js"):
        code = path.read_text(encoding="utf-8").replace('"/static/', '"../')
        path.write_text(code, encoding="utf-8")
    (tmp_path / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    given = {
        name: json.loads((HERE / "vectors" / f"{name}.json").read_text(encoding="utf-8"))
        for name in ("formats", "particles")
    }
    given["words"] = {of: words.source(of, "common", "page") for of in LANGUAGES}
    done = subprocess.run(
        [node, str(HERE / "page_vectors.mjs"), str(tmp_path)],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []
    assert done.stderr == ""
