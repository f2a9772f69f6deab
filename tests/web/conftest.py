"""One server for all tests of the page and its API, started as a user starts it."""

import socket
import subprocess
import sys
from collections.abc import Iterator

import httpx
import pytest


def free_port() -> int:
    """A port that nothing uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def started(port: int) -> "subprocess.Popen[str]":
    """``shieldmap serve`` in a process of its own, after it has told its address."""
    code = "from shieldmap.cli import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "serve", "--port", str(port)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line.strip() == f"http://127.0.0.1:{port}/", line
    return process


def go_to(address: str) -> None:
    """The address that was printed can be gone to at once, without a second try."""
    assert httpx.get(f"{address}/api/version", timeout=60).status_code == 200


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a running server, without the last slash."""
    port = free_port()
    process = started(port)
    address = f"http://127.0.0.1:{port}"
    try:
        go_to(address)
        yield address
    finally:
        process.terminate()
        process.communicate(timeout=30)


@pytest.fixture(scope="session")
def client(server: str) -> Iterator[httpx.Client]:
    """A client of the running server; the first answer may have to compile."""
    with httpx.Client(base_url=server, timeout=300) as opened:
        yield opened
