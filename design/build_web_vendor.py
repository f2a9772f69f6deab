"""Build the committed browser libraries `src/shieldmap/data/web/vendor/` from npm packages.

Question answered: where does every byte of the page's libraries come from, can it be made again,
and is it still what was fetched?

    python design/build_web_vendor.py            fetch with `npm pack`, trim, write, record
    python design/build_web_vendor.py --check    compare the folder with VENDOR.json, no network

The folder is committed, so that the page needs neither npm nor network.

- cesium: the prebuilt Cesium.js and what a globe with own imagery and no terrain asks for at run
  time.  Left out: star and moon pictures, sample imagery, the other widgets' styles, ThirdParty/
  (WebAssembly decoders of 3D tiles, KTX2 and KMZ).  Cesium.js gets the changes of CESIUM_CHANGES and no
  others: a page may then forbid eval, WebAssembly, blob workers and styles written into the document.
- preact and htm: the elements of the page, from templates that need no build step.
- fluent: the words of the page, in the same files as those of terminal and report.
- milsymbol: unit symbols.
- plot and d3: charts; the browser build of plot wants a global `d3` loaded before it.

The builds of plot and d3 hold other packages whose licences ask for their notice: their texts are
kept as LICENSE.<package>.  Cesium's LICENSE.md lists its own.  Fluent's package brings no text of its
licence, Apache 2.0: the terms come from htm, which is under the same.

`VENDOR.json` records package, version, licence, npm integrity and SHA-256 of every tarball, the
changes, what Cesium.js bundles, and the SHA-256 of every file; `vendor_looked_at.toml` says what was
looked at for each of them.  A rebuild that gets another tarball of the same version
stops: what was published must not change.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

VENDOR = Path(__file__).parents[1] / "src" / "shieldmap" / "data" / "web" / "vendor"
RECORD = VENDOR / "VENDOR.json"
SHEET = "new CSSStyleSheet;o.replaceSync(t),(i.host?i:document).adoptedStyleSheets.push(o)"
# What is changed in Cesium.js: (why, regular expression, replacement, number of places).
CESIUM_CHANGES = (
    ("no eval in Knockout", r'this\|\|\(0,eval\)\("this"\)', "globalThis", 1),
    ("no WebAssembly mesh decoder", 'typeof WebAssembly!="object"', "!0", 5),
    ("workers from Workers/", r'globalThis\.CESIUM_WORKERS=atob\("[A-Za-z0-9+/=]*"\)', "", 1),
    ("no style attribute in a credit", ' style="vertical-align: -7px"', "", 1),
    ("no style attribute in test", r'setAttribute\("style",("ima[^"]*")\)', r"style.cssText=\1", 1),
    ("no style element for credits", r'document.createElement\("style"\);o\.inn.*?o\)', SHEET, 1),
)


class Library(NamedTuple):
    """One npm package and what is taken from it, beside its licence."""

    package: str
    root: str  # folder inside the package that becomes the vendor folder
    files: tuple[str, ...]  # below root; a folder ends with "/"
    holds: tuple[str, ...] = ()  # packages inside its browser build


CESIUM_FILES = (
    "Cesium.js",
    "Workers/",
    "Widgets/CesiumWidget/CesiumWidget.css",
    "Assets/approximateTerrainHeights.json",
    "Assets/Images/ion-credit.png",
    # Axis of the Earth: March 2024 to June 2032.
    *(f"Assets/IAU2006_XYS/IAU2006_XYS_{n}.json" for n in (18, 19, 20)),
)
FLUENT_PARTS = ("builtins", "bundle", "index", "memoizer", "resolver", "resource", "scope", "types")
FLUENT_FILES = tuple(f"{part}.js" for part in FLUENT_PARTS)
PLOT_HOLDS = ("interval-tree-1d@1.0.4", "binary-search-bounds@2.0.5", "isoformat@0.2.1")
# The d3-* packages that are not named here carry d3's own licence.
D3_HOLDS = ("d3-ease@3.0.1", "d3-geo@3.1.1", "d3-scale-chromatic@3.1.0", "delaunator@5.0.1")
D3_HOLDS += ("robust-predicates@3.0.2", "internmap@2.0.3")
LIBRARIES = {
    "preact": Library("preact@11.2.0", "dist/", ("preact.mjs",)),
    "htm": Library("htm@3.1.1", "dist/", ("htm.module.js",)),
    "fluent": Library("@fluent/bundle@0.19.1", "esm/", FLUENT_FILES),
    "cesium": Library("cesium@1.145.0", "Build/Cesium/", CESIUM_FILES),
    "milsymbol": Library("milsymbol@3.0.4", "dist/", ("milsymbol.js",)),
    "plot": Library("@observablehq/plot@0.6.17", "dist/", ("plot.umd.min.js",), PLOT_HOLDS),
    "d3": Library("d3@7.9.0", "dist/", ("d3.min.js",), D3_HOLDS),
}


class Tarball:
    """A package as npm hands it over, read without unpacking to disk."""

    def __init__(self, wanted: str, scratch: Path) -> None:
        command = ["npm", "pack", "--silent", "--pack-destination", str(scratch), wanted]
        done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=scratch)
        self.data = (scratch / done.stdout.split()[-1]).read_bytes()
        with tarfile.open(scratch / done.stdout.split()[-1]) as tar:
            # The first folder is "package" in most tarballs; its name means nothing.
            self.files = {
                member.name.split("/", 1)[1]: tar.extractfile(member).read()  # type: ignore[union-attr]
                for member in tar.getmembers()
                if member.isfile()
            }
        self.manifest = json.loads(self.files["package.json"])

    def record(self) -> dict[str, str]:
        """Package, version, licence and digests."""
        sha512 = base64.b64encode(hashlib.sha512(self.data).digest()).decode()
        return {
            "package": self.manifest["name"],
            "version": self.manifest["version"],
            "licence": self.manifest["license"],
            "integrity": f"sha512-{sha512}",
            "tarball_sha256": hashlib.sha256(self.data).hexdigest(),
        }


def chosen(tarball: Tarball, library: Library) -> dict[str, bytes]:
    """Vendor path -> bytes; something asked for that is not there is an error."""
    found = {name: data for name, data in tarball.files.items() if name.startswith("LICENSE")}
    for wanted in library.files:
        path = library.root + wanted
        matches = [
            n for n in tarball.files if n == path or (path[-1] == "/" and n.startswith(path))
        ]
        if not matches:
            sys.exit(f"{library.package} has no {path}")
        found |= {name.removeprefix(library.root): tarball.files[name] for name in matches}
    return found


def terms_of(licence: bytes) -> bytes:
    """The terms alone, without the notice of whose package they came with."""
    terms, end, _ = licence.partition(b"END OF TERMS AND CONDITIONS")
    return terms.lstrip(b"\n") + end + b"\n"


def changed(code: str) -> str:
    """Cesium.js with CESIUM_CHANGES, which stand at its top as its licence asks."""
    for why, pattern, replacement, count in CESIUM_CHANGES:
        code, n = re.subn(pattern, replacement, code)
        if n != count:
            sys.exit(f"Cesium.js has {n} places, not {count}: {why}")
    notes = "".join(f" * - {why}\n" for why, *_ in CESIUM_CHANGES)
    return f"/* Changed from the published file by design/build_web_vendor.py:\n{notes} */\n{code}"


def bundled(tarball: Tarball) -> dict[str, str]:
    """name -> version, of what the prebuilt Cesium.js holds, as the package itself lists it."""
    rows = json.loads(tarball.files["ThirdParty.json"])
    return {row["name"]: row["version"] for row in rows}


def integrities(record: dict[str, Any]) -> dict[str, str]:
    """name@version -> integrity, of every package in a record."""
    entries = [part for entry in record.values() for part in (entry, *entry["holds"])]
    return {f"{part['package']}@{part['version']}": part["integrity"] for part in entries}


def build() -> None:
    """Fetch everything, then replace the vendor folder."""
    record: dict[str, Any] = {}
    content: dict[str, bytes] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, library in LIBRARIES.items():
            tarball = Tarball(library.package, Path(folder))
            held = [Tarball(wanted, Path(folder)) for wanted in library.holds]
            files = chosen(tarball, library)
            files |= {f"LICENSE.{h.manifest['name']}": h.files["LICENSE"] for h in held}
            record[name] = tarball.record() | {"holds": [h.record() for h in held]}
            if name == "fluent":
                files["LICENSE"] = terms_of(content["htm/LICENSE"])
            if name == "cesium":
                files["Cesium.js"] = changed(files["Cesium.js"].decode()).encode()
                record[name]["changes"] = {"Cesium.js": [why for why, *_ in CESIUM_CHANGES]}
                record[name]["bundles"] = bundled(tarball)
            record[name]["files"] = {
                path: hashlib.sha256(data).hexdigest() for path, data in sorted(files.items())
            }
            content |= {f"{name}/{path}": data for path, data in files.items()}
    before = integrities(json.loads(RECORD.read_text())) if RECORD.exists() else {}
    for package, integrity in integrities(record).items():
        if before.get(package, integrity) != integrity:
            sys.exit(f"{package} is not the tarball recorded before")
    shutil.rmtree(VENDOR, ignore_errors=True)
    for path, data in content.items():
        (VENDOR / path).parent.mkdir(parents=True, exist_ok=True)
        (VENDOR / path).write_bytes(data)
    RECORD.write_text(json.dumps(record, indent=1) + "\n")
    print(f"{len(content)} files, {sum(map(len, content.values()))} bytes")


def check() -> None:
    """Every recorded file is there with its digest, and nothing else is."""
    recorded = {
        f"{name}/{path}": sha256
        for name, entry in json.loads(RECORD.read_text()).items()
        for path, sha256 in entry["files"].items()
    }
    present = {
        path.relative_to(VENDOR).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*")
        if path.is_file() and path != RECORD
    }
    wrong = sorted(path for path in recorded | present if recorded.get(path) != present.get(path))
    if wrong:
        sys.exit("not as recorded in VENDOR.json: " + ", ".join(wrong))
    print(f"{len(present)} files are as recorded")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Build or check the page's vendored libraries.")
    parser.add_argument("--check", action="store_true", help="compare with VENDOR.json, no network")
    (check if parser.parse_args().check else build)()
