"""Schemathesis sends what the OpenAPI description allows, and what it does not: never a 500.

Eight examples a route; the variable ``SHIELDMAP_FUZZ_EXAMPLES`` asks for more, as in
``SHIELDMAP_FUZZ_EXAMPLES=200 pytest tests/web/test_fuzz.py``.

Its own pytest plugin does not work with the pytest pinned here, so its strategies are drawn from directly.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings, strategies as st
from schemathesis import GenerationMode

from shieldmap.web.app import create_app
from tests.web.conftest import free_port

pytestmark = pytest.mark.slow

# A route without arguments has no wrong ones.
ROUTES = sorted(
    (method.upper(), path, mode)
    for path, methods in create_app(warm=False).openapi()["paths"].items()
    for method, told in methods.items()
    for mode in GenerationMode
    if mode is GenerationMode.POSITIVE or "parameters" in told or "requestBody" in told
)
EXAMPLES = int(os.environ.get("SHIELDMAP_FUZZ_EXAMPLES", "8"))


# A grid of 20 km from one point, or one of 50 km from six: what is allowed costs little.
SMALL = 250


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A server of its own that refuses large grids, so that what is drawn at random is quick."""
    port = free_port()
    code = (
        "import socket; from shieldmap.web.app import serve; "
        f"serve(socket.create_server(('127.0.0.1', {port})), most_flights={SMALL})"
    )
    process = subprocess.Popen([sys.executable, "-c", code])
    try:
        transport = httpx.HTTPTransport(retries=8)
        with httpx.Client(transport=transport, timeout=60) as client:
            assert client.get(f"http://127.0.0.1:{port}/api/version").status_code == 200
        yield f"http://127.0.0.1:{port}"
        assert process.poll() is None
    finally:
        process.terminate()
        process.wait(timeout=30)


@pytest.fixture(scope="module")
def described(server: str) -> Any:
    return schemathesis.openapi.from_url(f"{server}/openapi.json")


@pytest.mark.parametrize(("method", "path", "mode"), ROUTES)
def test_no_request_makes_a_server_error(
    described: Any, server: str, method: str, path: str, mode: GenerationMode
) -> None:
    operation = described[path][method]
    seen = []

    @given(data=st.data())
    @settings(
        max_examples=EXAMPLES, deadline=None, derandomize=True, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    def send(data: Any) -> None:
        case = data.draw(operation.as_strategy(generation_mode=mode))
        answer = case.call(base_url=server, timeout=120)
        seen.append(answer.status_code)
        assert answer.status_code < 500, answer.text
        if answer.status_code != 200 and method != "HEAD":
            assert list(answer.json()) == ["detail"]
            assert isinstance(answer.json()["detail"], str)

    send()
    assert seen
