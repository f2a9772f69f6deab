"""Has a number changed?  Keep everything that the program writes, and compare two such folders.

    python design/freeze.py keep before          # at the old commit, with its environment
    python design/freeze.py keep after           # at the new one, on the same machine
    python design/freeze.py compare before after

`keep` works from outside, as a user does: it runs the command `shieldmap` that stands on PATH and
asks its server, so that the inside may change as it likes.  Kept are a run of every embedded study,
its exports, every question, the `--json` of commands that are shown, twenty states asked over HTTP
and the figures.

`compare` walks both folders and holds every number against its counterpart under its path: of JSON
by keys, of lists whose members have an id or a name by that, of `maps.nc` and `trials.parquet` by
variable and column, of figures, KML and OEM by their order.  Texts are counted and told, but only
with `--texts` do they fail.  Left out are times of the clock, and hashes of what is compared anyway.

A refactoring renames keys and now and then mends a number.  `design/freeze.toml` holds both:

    [[renamed]]                 # a path of BEFORE that has become one of AFTER (regular expressions)
    was = "(.*)/at_low"
    now = '\\1/at_bad'

    [[intended]]                # a number that has changed, gone or come, with the reason
    path = "korea/summary.json/.*/seconds"
    why = "..."

Exit code 1 where a number differs, is gone or is new and no entry says why.
"""

from __future__ import annotations

import argparse
import http.client
import json
import math
import os
import re
import socket
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

ENTRIES = Path(__file__).with_name("freeze.toml")
# Times of the clock and of the machine; digests of texts that are themselves compared.
LEFT_OUT = re.compile(
    r"/(wall_time\w*|elapsed_s|flown_s|wall_s|written\w*|created\w*|finished\w*|started\w*|machine|sha256|files|digest"
    r"|hash|run_hash|versions?|python|platform|numba|date_written)(/|$)"
)
STUDIES = (
    "korea",
    "korea-2015",
    "korea-2026-03",
    "korea-2026-04",
    "korea-layers",
    "timing",
    "china-russia",
)
LIVE = ("korea", "korea-2015", "korea-2026-03")
# Commands that are shown and their like, by the name of the file that keeps their answer.
COMMANDS = {
    "defend-seoul": "defend korea --why seoul --threat hwasong-7 --from hwangju",
    "defend-busan": "defend korea --why busan",
    "defend-daegu-lofted": "defend korea --why daegu --threat hwasong-7-lofted-250",
    "defend": "defend korea",
    "see": "see an-tpy-2 --at seongju",
    "see-green-pine": "see green-pine --at 36.5,127.2",
    "raid": "raid korea --trials 200",
    "raid-layers": "raid korea-layers --trials 200",
    "compare-without": "compare korea --without launchers=2",
    "compare-dates": "compare korea korea-2026-03",
    "fly": "fly nodong --from hwangju --to busan",
    "fly-lofted": "fly hwasong-7 --from hwangju --to 35.10,129.03 --class lofted --apogee 400",
    "fly-classes": "fly nodong --from hwangju --to busan --class minimum-energy,lofted,depressed",
    "fly-reconstruct": "fly hwasong-12 --from kusong --reconstruct 787,2111.5",
    "fly-burnout": "fly --from-burnout 39,126,50,2500,45,170 --beta 5000",
    "catalog-list": "catalog list",
    "catalog-thaad": "catalog show thaad",
    "catalog-nodong": "catalog show nodong",
    "catalog-radar": "catalog show an-tpy-2",
    "validate": "validate",
}
FIGURES = {
    "fly": "fly nodong --from hwangju --to busan --class lofted,depressed --plot {}",
    "see": "see an-tpy-2 --at seongju --plot {}",
}
# What a reader changes on the page.
STATES: tuple[dict[str, Any], ...] = (
    {},
    {"scenario": "korea-2015"},
    {"scenario": "korea-2026-03"},
    {"threat": "hwasong-5-minimum-energy"},
    {"threat": "pukguksong-2-lofted"},
    {"reach_km": 150},
    {"reach_km": 300, "floor_km": 50},
    {"ceiling_km": 100},
    {"reaction_s": 60},
    {"warning_s": 120, "reaction_s": 10},
    {"assessment_s": 20, "doctrine": "shoot-look-shoot"},
    {"doctrine": "single"},
    {"salvo_spacing_s": 15, "doctrine": "salvo-2"},
    {"battery": [37.2, 127.4]},
    {"battery": [37.2, 127.4], "radar": [37.2, 127.4], "boresight_deg": 10},
    {"boresight_deg": 300, "sector_deg": 90},
    {"elevation_min_deg": 15},
    {"radar_present": False},
    {"missile": "nodong", "trajectory": "lofted", "apogee_km": 500, "launch_points": ["hwangju"]},
    {"rcs_m2": 0.01, "launchers": 2, "interceptors_per_launcher": 4},
)
PLACES = ((37.5665, 126.978), (35.1796, 129.0756))


# --- keeping --------------------------------------------------------------------------


def keep(folder: Path) -> None:
    """Write everything into a new folder; what is there already is not made again."""
    for name in STUDIES:
        if not list((folder / "runs" / name).glob("*/manifest.json")):
            command("run", name, "-o", str(folder / "runs" / name))
        run = next((folder / "runs" / name).iterdir())
        kinds = "bibtex" if name == "china-russia" else "czml,kml,geojson,csv,oem,bibtex"
        if not (folder / "exports" / name).exists():
            command(
                "export",
                str(run),
                "--to",
                kinds,
                "-o",
                str(folder / "exports" / name),
                may_fail=True,
            )
    (folder / "json").mkdir(parents=True, exist_ok=True)
    for name, text in COMMANDS.items():
        answer = command(*text.split(), "--json", may_fail=True)
        (folder / "json" / f"{name}.json").write_bytes(answer)
    for row in json.loads(command("ask", "--json"))["questions"]:
        place = ("--place", "seoul") if row["needs_place"] else ()
        answer = command("ask", row["question"], "korea", *place, "--json", may_fail=True)
        (folder / "json" / f"ask-{row['question']}.json").write_bytes(answer)
    (folder / "figures").mkdir(exist_ok=True)
    for name, text in FIGURES.items():
        command(*text.format(folder / "figures" / f"{name}.svg").split())
    keep_states(folder / "states")


def command(*words: str, may_fail: bool = False) -> bytes:
    """Run `shieldmap` and give back what it printed."""
    print("shieldmap", *words, file=sys.stderr, flush=True)
    done = subprocess.run(["shieldmap", *words], capture_output=True, check=False)
    if done.returncode and not may_fail:
        raise SystemExit(f"shieldmap {' '.join(words)}: {done.stderr.decode()}")
    if done.returncode:
        return json.dumps({"exit_code": done.returncode, "said": done.stderr.decode()}).encode()
    return done.stdout


def keep_states(folder: Path) -> None:
    """Ask a server of our own about every state."""
    folder.mkdir(exist_ok=True)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    serving = subprocess.Popen(
        ["shieldmap", "serve", "--port", str(port)], stdout=subprocess.PIPE, text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    try:
        assert serving.stdout is not None
        line = serving.stdout.readline()
        found = re.search(r"http://([\d.]+):(\d+)/", line)
        if found is None:
            raise SystemExit(f"serve said: {line}")
        for name in LIVE:
            save(folder / f"scenario-{name}.json", ask(found, "GET", f"/api/scenario/{name}"))
        for k, state in enumerate(STATES):
            print("state", k, state, file=sys.stderr, flush=True)
            keep_state(folder, f"{k:02}", state, found)
    finally:
        serving.terminate()
        serving.wait(30)


def keep_state(folder: Path, name: str, state: dict[str, Any], at: re.Match[str]) -> None:
    asked = {"state": state, "client": "freeze-freeze"}
    for what in ("area", "coverage", "tracks"):
        save(folder / f"{name}-{what}.json", ask(at, "POST", f"/api/{what}", asked))
    for k, (latitude, longitude) in enumerate(PLACES):
        there = asked | {"latitude_deg": latitude, "longitude_deg": longitude}
        for what in ("why", "engagement"):
            save(folder / f"{name}-{what}-{k}.json", ask(at, "POST", f"/api/{what}", there))
        named = there | {"name": ("Seoul", "Busan")[k], "name_ko": ("서울", "부산")[k]}
        save(folder / f"{name}-defended-{k}.json", ask(at, "POST", "/api/defended", named))
    if not state or "launchers" in state:
        save(folder / f"{name}-raid.json", ask(at, "POST", "/api/raid", asked | {"trials": 100}))


def ask(at: re.Match[str], method: str, path: str, body: Any = None) -> bytes:
    connection = http.client.HTTPConnection(at[1], int(at[2]), timeout=300)
    content = None if body is None else json.dumps(body)
    connection.request(method, path, content, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    text = answer.read()
    return (
        text
        if answer.status == 200
        else json.dumps({"status": answer.status, "said": text.decode()}).encode()
    )


def save(path: Path, content: bytes) -> None:
    path.write_bytes(content)


# --- reading back ---------------------------------------------------------------------


def leaves(root: Path) -> Iterator[tuple[str, Any]]:
    """Every number and text of a folder with its path; a run's hash stands in no path."""
    for file in sorted(root.rglob("*")):
        if not file.is_file():
            continue
        path = re.sub(r"-[0-9a-f]{12}(?=[/.]|$)", "", file.relative_to(root).as_posix())
        for below, value in of_file(file):
            whole = f"{path}/{below}"
            if not LEFT_OUT.search(whole):
                yield whole, value


def of_file(file: Path) -> Iterator[tuple[str, Any]]:
    suffix = file.suffix
    if suffix in (".json", ".czml", ".geojson"):
        yield from of_value("", json.loads(file.read_bytes() or b"null"))
    elif suffix == ".nc":
        yield from of_maps(file)
    elif suffix == ".parquet":
        yield from of_table(file)
    elif suffix in (".svg", ".kml", ".oem", ".csv", ".html"):
        text = file.read_text(encoding="utf-8")
        if suffix == ".html":
            # Of a page only its drawings: words around them are no data.
            text = "".join(re.findall(r"<svg.*?</svg>", text, flags=re.DOTALL))
        if suffix in (".svg", ".html"):
            text = "".join(re.findall(r'\s(?:d|points)="([^"]*)"', text))
        yield (
            "numbers",
            np.array([float(x) for x in re.findall(r"-?\d+\.?\d*(?:e[-+]?\d+)?", text)]),
        )
    elif suffix in (".toml", ".bib"):
        yield "text", file.read_text(encoding="utf-8")


def of_value(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, below in value.items():
            yield from of_value(f"{path}/{key}", below)
    elif isinstance(value, list):
        for k, below in enumerate(value):
            yield from of_value(f"{path}/{member(below, k, value)}", below)
    else:
        yield path.removeprefix("/"), value


def member(one: Any, k: int, among: list[Any]) -> str:
    """What a member of a list is called: by its id or name where that is its own, else its place."""
    for key in ("id", "key", "parameter", "name"):
        if isinstance(one, dict) and isinstance(one.get(key), str):
            alike = [x for x in among if isinstance(x, dict) and x.get(key) == one[key]]
            if len(alike) == 1:
                return str(one[key])
    return str(k)


def of_maps(file: Path) -> Iterator[tuple[str, Any]]:
    import h5py

    found: list[tuple[str, Any]] = []

    def visit(name: str, node: Any) -> None:
        if isinstance(node, h5py.Dataset) and node.dtype.kind in "fiub":
            found.append((name, node[()]))

    with h5py.File(file) as h5:
        h5.visititems(visit)
    yield from found


def of_table(file: Path) -> Iterator[tuple[str, Any]]:
    import duckdb

    table = duckdb.sql(f"select * from '{file}'")
    assert table is not None
    for name, column in table.fetchnumpy().items():
        yield name, np.ma.getdata(column)


# --- comparing ------------------------------------------------------------------------


def compare(before: Path, after: Path, *, texts: bool) -> int:
    entries = tomllib.loads(ENTRIES.read_text(encoding="utf-8")) if ENTRIES.exists() else {}
    renames = [(re.compile(row["was"]), row["now"]) for row in entries.get("renamed", [])]
    intended = [re.compile(row["path"]) for row in entries.get("intended", [])]
    old = {renamed(path, renames): value for path, value in leaves(before)}
    new = dict(leaves(after))
    found: dict[str, list[str]] = {"changed": [], "gone": [], "new": [], "text": [], "intended": []}
    for path in sorted(old.keys() | new.keys()):
        told = difference(path, old, new)
        if told is None:
            continue
        kind, line = told
        found["intended" if any(x.fullmatch(path) for x in intended) else kind].append(line)
    for kind, lines in found.items():
        print(f"{kind}: {len(lines)}")
        for line in lines[: 0 if kind == "intended" else 60]:
            print(f"  {line}")
    print(f"paths compared: {len(old.keys() & new.keys())}")
    failing = [*found["changed"], *found["gone"], *found["new"], *(found["text"] if texts else [])]
    return 1 if failing else 0


def renamed(path: str, renames: list[tuple[re.Pattern[str], str]]) -> str:
    for was, now in renames:
        # Most paths hold no word of the expression: there are millions of them.
        if _word(was.pattern) in path:
            path = was.sub(now, path)
    return path


@cache
def _word(pattern: str) -> str:
    """The last word of letters that every match of an expression ends in or holds."""
    plain = re.sub(r"\(\?.*?\)\??|\([^()]*\)\??|\[[^]]*\][+*]?", " ", pattern)
    return max(re.findall(r"[a-z_]+", plain), key=len, default="")


def difference(path: str, old: dict[str, Any], new: dict[str, Any]) -> tuple[str, str] | None:
    """What differs at a path: its kind and a line; nothing where both are the same."""
    if path not in new:
        return kind_of(old[path], "gone"), f"{path}: {shown(old[path])}"
    if path not in old:
        return kind_of(new[path], "new"), f"{path}: {shown(new[path])}"
    a, b = old[path], new[path]
    if isinstance(a, np.ndarray) and isinstance(b, np.ndarray):
        return None if same_arrays(a, b) else ("changed", f"{path}: {array_difference(a, b)}")
    if a == b or (
        isinstance(a, float) and isinstance(b, float) and math.isnan(a) and math.isnan(b)
    ):
        return None
    kind = "text" if isinstance(a, str) and isinstance(b, str) else "changed"
    return kind, f"{path}: {shown(a)} -> {shown(b)}"


def kind_of(value: Any, kind: str) -> str:
    return "text" if isinstance(value, str) else kind


def shown(value: Any) -> str:
    return f"array {value.shape}" if isinstance(value, np.ndarray) else repr(value)[:90]


def same_arrays(a: Any, b: Any) -> bool:
    if a.shape != b.shape:
        return False
    return bool(np.array_equal(a, b, equal_nan=a.dtype.kind == "f" and b.dtype.kind == "f"))


def array_difference(a: Any, b: Any) -> str:
    if a.shape != b.shape:
        return f"shape {a.shape} -> {b.shape}"
    if a.dtype.kind not in "fiub" or b.dtype.kind not in "fiub":
        return f"{int(np.sum(a != b))} of {a.size} differ"
    apart = ~((a == b) | ((a != a) & (b != b)))
    return f"{int(apart.sum())} of {a.size} differ, the first {a[apart][0]!r} -> {b[apart][0]!r}"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    verbs = parser.add_subparsers(dest="verb", required=True)
    keeping = verbs.add_parser("keep")
    keeping.add_argument("folder", type=Path)
    comparing = verbs.add_parser("compare")
    comparing.add_argument("before", type=Path)
    comparing.add_argument("after", type=Path)
    comparing.add_argument("--texts", action="store_true", help="a changed text fails too")
    given = parser.parse_args()
    if given.verb == "keep":
        keep(given.folder)
        return 0
    return compare(given.before, given.after, texts=given.texts)


if __name__ == "__main__":
    sys.exit(main())
