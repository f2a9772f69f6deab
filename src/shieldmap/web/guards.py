"""What every request passes: its host, where it comes from, its size; and what every answer says.

A page elsewhere must not be able to use the server of somebody who reads it: requests for another
host are refused (DNS rebinding), so are those that a browser marks as coming from another site.
"""

import asyncio
import ipaddress
import json
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, Final

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LARGEST_BODY_BYTES: Final = 65_536
_BODY_S: Final = 10.0

CONTENT_POLICY: Final = (
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

_HEADERS: Final = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]


class Guards:
    """ASGI middleware around the whole application.

    Parameters
    ----------
    hosts : names that a Host header may have, without the port.
    """

    def __init__(self, app: App, hosts: tuple[str, ...]) -> None:
        self.app = app
        self.hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse or pass on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {name.lower(): value for name, value in scope["headers"]}
        refused = self._refusal(headers)
        if refused is not None:
            await _refuse_request(*refused, send)
            return
        try:
            async with asyncio.timeout(_BODY_S):
                body = await _request_body(receive)
        except TimeoutError:
            await _refuse_request(408, "the body did not come in time", send)
            return
        if body is None:
            await _refuse_request(413, f"the body is longer than {LARGEST_BODY_BYTES} bytes", send)
            return
        await self.app(scope, _again(body, receive), _with_headers(send))

    def _refusal(self, headers: dict[bytes, bytes]) -> tuple[int, str] | None:
        host = _host_of(headers.get(b"host", b"").decode("latin-1"))
        if not (host in self.hosts or ("*" in self.hosts and _is_address(host))):
            return 400, "this server does not answer for that host"
        origin = headers.get(b"origin", b"").decode("latin-1")
        if origin and _host_of(origin.partition("://")[2]) != host:
            return 403, "requests from other sites are refused"
        if headers.get(b"sec-fetch-site", b"none") not in (b"same-origin", b"none"):
            return 403, "requests from other sites are refused"
        try:
            length = int(headers.get(b"content-length", b"0"))
        except ValueError:
            return 400, "the length of the body is no number"
        if length > LARGEST_BODY_BYTES:
            return 413, f"the body is longer than {LARGEST_BODY_BYTES} bytes"
        return None


def _host_of(header: str) -> str:
    """The host without its port; an IPv6 address keeps its brackets."""
    name, _, port = header.rpartition(":") if not header.endswith("]") else (header, "", "")
    if name and port.isdecimal():
        return name.lower()
    return header.removesuffix(":").lower()


def _is_address(host: str) -> bool:
    """Whether a host is an address of numbers."""
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


async def _request_body(receive: Receive) -> bytes | None:
    """The whole body, or nothing where it is too long."""
    parts, size, is_more = [], 0, True
    while is_more:
        message = await receive()
        if message["type"] != "http.request":
            break
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > LARGEST_BODY_BYTES:
            return None
        is_more = message.get("more_body", False)
    return b"".join(parts)


def _again(body: bytes, receive: Receive) -> Receive:
    """Give the body that was read once more, then what follows."""
    is_given = False

    async def once() -> Message:
        nonlocal is_given
        if is_given:
            return await receive()
        is_given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return once


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [
                *message.get("headers", []),
                *_HEADERS,
            ]
        await send(message)

    return sending


def problem_of(sentence: str) -> tuple[list[tuple[bytes, bytes]], bytes]:
    """The headers and the content of a refusal outside the application."""
    content = json.dumps({"detail": sentence}).encode()
    return [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(content)).encode()),
        *_HEADERS,
    ], content


async def _refuse_request(status: int, sentence: str, send: Send) -> None:
    headers, content = problem_of(sentence)
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": content})
