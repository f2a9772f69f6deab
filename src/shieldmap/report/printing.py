"""Printing a page to PDF with a browser of the Chromium family that is on the machine.

The same layout engine shows the page and prints it, so that both look alike, page numbers included
(decision 0030). Nothing is installed and nothing is fetched.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

_NAMES: Final = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
)
_ELSEWHERE: Final = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
_LIMIT_S: Final = 120.0


class PrintingError(RuntimeError):
    """The browser printed nothing."""


def browser() -> str | None:
    """A browser that can print: that of the variable CHROMIUM, or one that is found."""
    found = (shutil.which(name) for name in _NAMES)
    there = (path for path in _ELSEWHERE if Path(path).is_file())
    return os.environ.get("CHROMIUM") or next(filter(None, found), None) or next(there, None)


def printed(program: str, page: bytes) -> bytes:
    """The PDF of a page of HTML that needs nothing else.

    Raises
    ------
    PrintingError : the browser ended without a file.
    """
    with tempfile.TemporaryDirectory(prefix="shieldmap-") as held:
        folder = Path(held)
        source, target = folder / "page.html", folder / "page.pdf"
        source.write_bytes(page)
        options = [
            "--headless",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--no-pdf-header-footer",
            f"--user-data-dir={folder / 'profile'}",
            f"--print-to-pdf={target}",
        ]
        # Root may run a browser only without its sandbox; the page holds no script.
        if getattr(os, "geteuid", lambda: 1)() == 0:
            options.append("--no-sandbox")
        done = subprocess.run(
            [program, *options, source.as_uri()], capture_output=True, timeout=_LIMIT_S, check=False
        )
        if not target.is_file():
            lines = done.stderr.decode(errors="replace").strip().splitlines() or [""]
            raise PrintingError(f"{program} printed nothing: {lines[-1]}")
        return target.read_bytes()
