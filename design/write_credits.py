"""Write docs/credits.md: whose data, letters and libraries the package holds, and under which licences.

Everything is taken from where it stands already: ``SOURCES.json`` of the map pack and of the letters,
``VENDOR.json`` of the page's libraries, and the first lines of the tables that results are compared with.
"""

import csv
import json
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[1]
DATA: Final = ROOT / "src" / "shieldmap" / "data"
PAGE: Final = ROOT / "docs" / "credits.md"

HEAD: Final = """# Data, licences and credits

Shieldmap itself, its texts, pictures and the page's own modules are under the MIT licence (`LICENSE`).
The package holds work of others, unchanged or changed as it is said below, under licences that all allow
to use, change and pass it on, commercially too, where the credits stay with it. The licences' texts lie
beside the files. Written by `python design/write_credits.py`.

The same parts with the pinned Python packages, as CycloneDX: `sbom.cdx.json`.
"""
MAPS: Final = """
## Map data and people

In `src/shieldmap/data/geo`; what was changed, and the texts of licences, are in its `LICENSES.md`.

"""
# Names of countries stand among the words and not in the map pack.
CLDR: Final = (
    "`../words/ko/countries.ftl`",
    "Unicode CLDR through Babel 2.19.0 (PyPI), a few spellings changed",
    "Unicode License v3",
)
CREDITS: Final = """
What to print beside maps and counts made from them; `shieldmap.geodata.attribution()` returns it:

"""
LIBRARIES: Final = """
## Libraries of the page, and letters

In `src/shieldmap/data/web/vendor` and `src/shieldmap/data/faces`, each with its licence beside it.

"""
FACTS: Final = """
## What results are compared with

Numbers are taken as facts, each with its source; no text and no program of a source is copied. The values
of the catalogue stand with their sources in `shieldmap catalog show` and `shieldmap cite`. Tables in
`src/shieldmap/data/validation`:

"""


def page() -> str:
    """The whole page."""
    lines = sorted({one["attribution"] for _, one in _map_sources()})
    return "".join(
        (
            HEAD,
            MAPS,
            _table(("file", "from", "licence"), [*_map_rows(), CLDR]),
            CREDITS,
            "".join(f"> {line}\n" for line in lines),
            LIBRARIES,
            _table(("library", "version", "licence", "holds"), [*_libraries(), _letters()]),
            FACTS,
            _table(("table", "source"), _tables()),
        )
    )


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _map_sources() -> list[tuple[str, dict[str, Any]]]:
    pack = json.loads((DATA / "geo" / "SOURCES.json").read_text(encoding="utf-8"))
    return [(name, one) for name, entry in pack.items() for one in entry["sources"]]


def _map_rows() -> list[tuple[str, ...]]:
    rows = {
        (
            f"`{name}`",
            f"{one['package']} {one['version']} ({one['registry']})",
            one["licence"],
        ): None
        for name, one in _map_sources()
    }
    return list(rows)


def _libraries() -> list[tuple[str, ...]]:
    vendor = json.loads((DATA / "web" / "vendor" / "VENDOR.json").read_text(encoding="utf-8"))
    rows = []
    for entry in vendor.values():
        holds = [f"{one['package']} {one['version']} ({one['licence']})" for one in entry["holds"]]
        bundles = [f"{name} {version}" for name, version in entry.get("bundles", {}).items()]
        if bundles:
            bundles[-1] += "; licences of all in its LICENSE.md"
        told = ", ".join(holds + bundles)
        rows.append((entry["package"], entry["version"], entry["licence"], told))
    return rows


def _letters() -> tuple[str, ...]:
    face = json.loads((DATA / "faces" / "SOURCES.json").read_text(encoding="utf-8"))
    return (face["package"], face["version"], face["licence"], "two weights of a Korean face")


def _tables() -> list[tuple[str, ...]]:
    rows = []
    for path in sorted((DATA / "validation").glob("*.csv")):
        head, _, told = path.read_text(encoding="utf-8").partition("\n")[0].partition("source: ")
        if head == "# ":
            rows.append((f"`{path.name}`", told.replace("|", "/")))
        else:
            names = next(csv.reader([path.read_text(encoding="utf-8").partition("\n")[0]]))
            assert any("source" in name for name in names), path.name
            rows.append((f"`{path.name}`", "each row its own, in the table"))
    return rows


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
