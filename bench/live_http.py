"""How long the page's server takes over HTTP on the loopback, beside what was asked of it.

Run it on an idle machine: ``python bench/live_http.py``. The server is started as a user starts it, and
warmed with one answer of each grid; each time is the median of some requests that differ in one
number. One launch point; the last rows are the launch area of ``korea`` with five.
"""

import json
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from typing import Any

POINT = {"launch_points": ["hwangju"]}
FINE = {**POINT, "spacing_km": 1.58}


def ask(address: str, state: dict[str, Any]) -> tuple[float, dict[str, Any]]:
    """Seconds until the whole answer is there, and the answer."""
    body = json.dumps({"state": state, "client": "bench"}).encode()
    request = urllib.request.Request(
        f"{address}/api/area", body, {"Content-Type": "application/json"}
    )
    began = time.perf_counter()
    with urllib.request.urlopen(request, timeout=600) as answer:
        content = answer.read()
    return time.perf_counter() - began, json.loads(content)


def rows(address: str) -> Iterator[tuple[str, int, float, float | None]]:
    """What is measured: name, cells, seconds, and the seconds asked for."""
    for name, state, asked_s in (
        ("defence changed", POINT, 0.15), ("defence changed", FINE, 1.0),
        ("while dragging", {**POINT, "spacing_km": 25}, None),
        ("defence changed, five launch points", {}, None),
    ):  # fmt: skip
        ask(address, state)
        answers = [ask(address, {**state, "reach_km": 150.0 + step}) for step in range(9)]
        yield name, answers[0][1]["cells"], statistics.median(s for s, _ in answers), asked_s
        moved = [
            ask(
                address,
                {
                    **state,
                    "battery": [36.0 + 0.05 * step, 127.9],
                    "radar": [36.0 + 0.05 * step, 127.9],
                },
            )
            for step in range(9)
        ]
        yield f"{name}: battery and radar moved", moved[0][1]["cells"], statistics.median(
            s for s, _ in moved), asked_s  # fmt: skip
    for name, state, asked_s in (
        ("new missile", {**POINT, "missile": "hwasong-9", "trajectory": "minimum-energy"}, 1.5),
        ("new class", {**POINT, "trajectory": "lofted", "apogee_km": 310}, 1.5),
        ("new launch point", {"launch_points": ["sukchon"], "missile": "hwasong-9"}, 1.5),
        ("new missile", {**FINE, "missile": "hwasong-9", "trajectory": "minimum-energy"}, 15.0),
        ("new launch area of five", {"missile": "hwasong-10", "trajectory": "lofted"}, None),
    ):
        seconds, answer = ask(address, state)
        yield name, answer["cells"], seconds, asked_s


def main() -> None:
    """Start a server, measure, print a table, end the server."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    code = "from shieldmap.cli import main; main()"
    server = subprocess.Popen([sys.executable, "-c", code, "serve", "--port", str(port)])
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            try:
                urllib.request.urlopen(f"{address}/api/version", timeout=5).close()
                break
            except OSError:
                time.sleep(0.1)
        ask(address, {})
        print(f"{'measured':48}{'cells':>8}{'seconds':>10}{'asked':>8}{'share':>8}")
        for name, cells, seconds, asked_s in rows(address):
            asked = "" if asked_s is None else f"{asked_s:g}"
            share = "" if asked_s is None else f"{seconds / asked_s:.2f}"
            print(f"{name:48}{cells:>8,}{seconds:>10.3f}{asked:>8}{share:>8}", flush=True)
    finally:
        server.terminate()
        server.wait(timeout=30)


if __name__ == "__main__":
    main()
