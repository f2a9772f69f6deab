"""How much memory the page's server holds after many different states.

``python bench/live_memory.py [STATES]`` (1,000 by default) starts the server as a user starts it and asks,
for each state, an area and the cells of its grid, and for some of them an export, the engagement at a
place, tracks and coverage. Every state is another: grid, flight, places and numbers are drawn anew.
The resident memory of the server and of its workers is told ten times on the way, and at the end.
"""

import json
import os
import random
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

SEED = 20240613
POINTS = ("hwangju", "kittaeryong", "wonsan", "sukchon", "kusong")
MISSILES = ("hwasong-6", "hwasong-7", "hwasong-9")


def drawn(source: random.Random) -> dict[str, Any]:
    """A state that nobody asked before."""
    state: dict[str, Any] = {
        "spacing_km": round(source.uniform(6.0, 40.0), 3),
        "battery": [round(source.uniform(34.8, 37.5), 4), round(source.uniform(126.8, 129.0), 4)],
        "radar": [round(source.uniform(34.8, 37.5), 4), round(source.uniform(126.8, 129.0), 4)],
        "reach_km": round(source.uniform(100.0, 300.0), 3),
        "boresight_deg": round(source.uniform(0.0, 360.0), 2),
        "launch_points": [source.choice(POINTS)],
    }
    if source.random() < 0.5:
        state |= {"missile": source.choice(MISSILES), "trajectory": "minimum-energy"}
    return state


def asked(number: int, state: dict[str, Any]) -> list[tuple[str, dict[str, Any] | None]]:
    """The requests of one state: path and body."""
    body = {"state": state, "client": "bench"}
    place = {"latitude_deg": 35.87, "longitude_deg": 128.6}
    out: list[tuple[str, dict[str, Any] | None]] = [
        (f"/api/places/korea?spacing_km={state['spacing_km']}", None), ("/api/area", body),
    ]  # fmt: skip
    more: tuple[tuple[str, dict[str, Any]], ...] = (
        ("/api/export/geojson", body), ("/api/why", {**body, **place}), ("/api/tracks", body),
        ("/api/coverage", body), ("/api/export/citation", body),
    )  # fmt: skip
    return [*out, more[number % len(more)]]


def send(address: str, path: str, body: dict[str, Any] | None) -> int:
    """Ask once and return the status; what was refused has one too."""
    content = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(
        f"{address}{path}", content, {"Content-Type": "application/json"}
    )
    try:
        with urllib.request.urlopen(request, timeout=600) as answer:
            answer.read()
            return int(answer.status)
    except urllib.error.HTTPError as refusal:
        refusal.read()
        return refusal.code


def resident_mb(pid: int) -> float:
    """The resident memory of a process, on Linux."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def workers_of(pid: int) -> list[int]:
    """The processes that a process has started, on Linux."""
    found = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(n) for path in found for n in path.read_text(encoding="ascii").split()]


def tell(number: int, pid: int, statuses: dict[int, int], began: float) -> None:
    """One line of the table."""
    workers = " ".join(f"{resident_mb(worker):6.0f}" for worker in workers_of(pid))
    print(
        f"{number:6d} states {time.perf_counter() - began:7.0f} s   server {resident_mb(pid):6.0f} MB   "
        f"workers {workers} MB   {statuses}",
        flush=True,
    )


def main() -> None:
    """Start the server, ask, and print a table."""
    states = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    code = "from shieldmap.cli import main; main()"
    server = subprocess.Popen(
        [sys.executable, "-c", code, "serve", "--port", str(port)],
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert server.stdout is not None
    try:
        address = server.stdout.readline().strip().rstrip("/")
        source, statuses = random.Random(SEED), dict[int, int]()
        began = time.perf_counter()
        for number in range(states):
            for path, body in asked(number, drawn(source)):
                status = send(address, path, body)
                statuses[status] = statuses.get(status, 0) + 1
            if (number + 1) % max(1, states // 10) == 0:
                tell(number + 1, server.pid, statuses, began)
    finally:
        server.terminate()
        server.wait(timeout=30)


if __name__ == "__main__":
    main()
