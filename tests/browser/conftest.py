"""A real Chromium against a real server; where there is no Chromium, these tests say so and are skipped."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.web.conftest import server

__all__ = ["server"]

# Software WebGL, so that the tests need no graphics card; no sandbox, so that root may run them.
ARGUMENTS = (
    "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist", "--disable-dev-shm-usage",
)  # fmt: skip
PATIENCE_MS = 180_000.0


def chromium_path() -> str | None:
    """Where a Chromium is: the variable CHROMIUM, or on the path."""
    given = os.environ.get("CHROMIUM")
    return (
        given
        or shutil.which("chromium")
        or shutil.which("chromium-browser")
        or shutil.which("google-chrome")
    )


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """One browser for the module: Playwright's event loop must not outlive it, for other tests' sake."""
    path = chromium_path()
    if path is None:
        pytest.skip("no Chromium on the path and none in the variable CHROMIUM")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


class Watched:
    """A page and everything that went wrong in it."""

    def __init__(self, browser: Any, server: str, width: int, height: int, **options: Any) -> None:
        self.server = server
        self.context = browser.new_context(
            viewport={"width": width, "height": height}, reduced_motion="reduce", locale="en-GB",
            accept_downloads=True, **options,
        )  # fmt: skip
        self.page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE_MS)
        self.problems: list[str] = []
        self.bytes: dict[str, int] = {}
        self.page.on("pageerror", lambda error: self.problems.append(f"error: {error}"))
        self.page.on("console", self._said)
        self.page.on("response", self._answered)
        self.page.on("request", self._asked)

    def _said(self, message: Any) -> None:
        # 409: a newer request took its place.
        if message.type == "error" and "409 (Conflict)" not in message.text:
            self.problems.append(f"console: {message.text}")

    def _asked(self, request: Any) -> None:
        if not request.url.startswith((self.server, "data:", "blob:")):
            self.problems.append(f"away: {request.url}")

    def _answered(self, response: Any) -> None:
        if response.status >= 400 and response.status != 409:  # 409: a newer request took its place
            self.problems.append(f"{response.status}: {response.url}")
        length = response.headers.get("content-length")
        if length is not None:
            self.bytes[response.url] = int(length)

    def open(self, query: str = "", ready: str = "globe", *, unfolds: bool = True) -> Any:
        """Load the page and wait: ``text`` for its controls, ``globe`` for the drawn footprint.

        ``unfolds`` opens what a reader unfolds: the assumptions, and what else follows.
        """
        self.page.goto(f"{self.server}/{query}")
        states = ("text", "globe") if ready == "text" else ("globe",)
        self.page.wait_for_selector(",".join(f"html[data-ready={state}]" for state in states))
        if unfolds:
            self.page.evaluate(
                "document.querySelectorAll('.part').forEach((row) => (row.open = true))"
            )
        return self.page

    def until(self, script: str, what: str) -> Any:
        """Wait until an expression is true; the content policy forbids Playwright's own way."""
        for _ in range(int(PATIENCE_MS / 200)):
            value = self.page.evaluate(script)
            if value:
                return value
            self.page.wait_for_timeout(200)
        raise AssertionError(f"waited in vain for {what}")

    def answered(self, query: str) -> dict[str, Any]:
        """Wait until the map shows the answer to a state, by the server's canonical query."""
        script = f"window.shieldmap.answer && window.shieldmap.answer.query === {query!r}"
        self.until(script, f"the answer to {query}")
        return dict(self.page.evaluate("window.shieldmap.answer"))

    def close(self) -> None:
        self.context.close()


@pytest.fixture(scope="module")
def desktop(chromium: Any, server: str) -> Iterator[Watched]:
    """The page on a small desktop, loaded once: software WebGL needs seconds for a start."""
    watched = Watched(chromium, server, 1000, 700)
    watched.open()
    yield watched
    watched.close()


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where screenshots are kept: the variable SHIELDMAP_PICTURES, or a temporary folder."""
    given = os.environ.get("SHIELDMAP_PICTURES")
    folder = Path(given) if given else tmp_path_factory.mktemp("pictures")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(autouse=True)
def _no_problems(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whatever a test does, the page must not complain."""
    yield
    if "desktop" in request.fixturenames:
        watched: Watched = request.getfixturevalue("desktop")
        problems, watched.problems = watched.problems, []
        assert problems == []
        if not watched.page.is_closed() and watched.page.url.startswith("http"):
            # What an answer leaves out must not reach a reader.
            text = watched.page.inner_text("body")
            assert not re.search(r"\b(?:NaN|undefined|null)\b|\[object", text)
