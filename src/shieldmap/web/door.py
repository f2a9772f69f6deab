"""The door of the server: how many connections are open, and how long one may keep others waiting.

uvicorn counts connections and refuses everybody at a limit, so that idle ones shut the server; and
asyncio accepts until the system has no files left, and then tells so thousands of times. Here the
number is bounded before a connection is accepted: at the bound the one that has waited longest without
a whole request makes room. One that does not send a whole request in time is closed, and so is
one that does not read its answer.
"""

import errno
import functools
import logging
import os
import select
import socket
import sys
import time
import weakref
from asyncio import TimerHandle, Transport
from typing import Any, Final

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from shieldmap.web.guards import problem_of

MOST_OPEN: Final = 500
"""Connections open at a time; a browser opens six for a page."""

PATIENCE_S: Final = 15.0
"""A whole request, or some of an answer read, in this time: more than its body may take alone."""

_OWN_FILES: Final = 32
"""Files of the process itself: its workers, the listening socket, a file of the page."""

_LEAST_READ_BYTES: Final = 16_384
"""What has to be read of an answer in that time."""

_LINES: Final = 20
_LINES_S: Final = 60.0
_NO_FILES: Final = (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM)


def most_open(asked: int = MOST_OPEN) -> int:
    """So many connections, or what the system's limit of open files leaves."""
    try:
        import resource
    except ImportError:  # no such limit on Windows
        return asked
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    return asked if limit == resource.RLIM_INFINITY else max(8, min(asked, limit - _OWN_FILES))


class Door:
    """The open connections, and which of them wait: those without a whole request, longest first."""

    def __init__(self, most: int, patience_s: float) -> None:
        self.most = most
        self.patience_s = patience_s
        self.made: set[Visitor] = set()
        self.waiting: dict[Visitor, None] = {}

    def make_room(self) -> bool:
        """Close the connection that has waited longest; false where none waits.

        One that has said something that is not yet read is left until it is.
        """
        silent = next((one for one in self.waiting if not one.has_said_more()), None)
        if silent is not None:
            silent.leave()
        return bool(self.waiting) or silent is not None


class Entrance(socket.socket):
    """A listening socket that accepts no more connections than may be open."""

    def __init__(self, listening: socket.socket, door: Door) -> None:
        super().__init__(fileno=listening.detach())
        self.door = door
        self._accepted: weakref.WeakSet[socket.socket] = weakref.WeakSet()
        # Where the system has no files left, this one makes room for one that is closed at once.
        self._spare: int | None = os.open(os.devnull, os.O_RDONLY)

    def accept(self) -> tuple[socket.socket, Any]:
        """The next connection; there is none yet where one has to be closed before.

        Raises
        ------
        BlockingIOError : nobody waits, or room is being made: the event loop asks again.
        """
        open_ = sum(one.fileno() >= 0 for one in self._accepted)
        if open_ >= self.door.most:
            # One accepted a moment ago may wait as well, but is not yet known to.
            if self.door.make_room() or open_ > len(self.door.made):
                raise BlockingIOError
            super().accept()[0].close()
            raise BlockingIOError
        try:
            taken, address = super().accept()
        except OSError as error:
            if error.errno not in _NO_FILES:
                raise
            self._turn_away()
            raise BlockingIOError from None
        self._accepted.add(taken)
        return taken, address

    def _turn_away(self) -> None:
        """Take one connection and close it, with the spare file: left there it would ask for ever."""
        self.door.make_room()
        if self._spare is not None:
            os.close(self._spare)
        try:
            super().accept()[0].close()
            self._spare = os.open(os.devnull, os.O_RDONLY)
        except OSError:
            # Somebody else took the file that was given up: do not turn in circles meanwhile.
            self._spare = None
            time.sleep(0.01)

    def close(self) -> None:
        """Close the socket and the spare file."""
        if self._spare is not None:
            os.close(self._spare)
            self._spare = None
        super().close()


class Visitor(H11Protocol):
    """One connection; it waits from its begin and from the end of each answer until a request is whole."""

    def __init__(self, *args: Any, door: Door, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.door = door
        self._deadline: TimerHandle | None = None
        self._unread = 0

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        """Let it in."""
        super().connection_made(transport)
        self.door.made.add(self)
        # Where another event loop accepts, it does so without asking.
        if len(self.door.made) > self.door.most:
            self.door.make_room()
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget it."""
        self._wait_no_more()
        self.door.made.discard(self)
        super().connection_lost(exc)

    def handle_events(self) -> None:
        """Read what came; a whole request makes nobody wait."""
        super().handle_events()
        if self._is_asking():
            self._wait_no_more()

    def on_response_complete(self) -> None:
        """The answer was handed to the system: the connection waits for the next request."""
        super().on_response_complete()
        if not self._is_asking():
            self._wait_no_more()
            self._wait()

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no HTTP, in the shape of every other refusal."""
        del msg
        headers, content = problem_of("this is no HTTP request that can be read")
        answer = h11.Response(status_code=400, headers=[*headers, (b"connection", b"close")])
        for event in (answer, h11.Data(data=content), h11.EndOfMessage()):
            self.transport.write(self.conn.send(event) or b"")
        self.transport.close()

    def has_said_more(self) -> bool:
        """Whether something has come that was not read yet."""
        number = self.transport.get_extra_info("socket").fileno()
        if sys.platform == "win32":
            return bool(select.select([number], [], [], 0)[0])
        look = select.poll()
        look.register(number, select.POLLIN)
        return bool(look.poll(0))

    def leave(self) -> None:
        """Close the connection now, whatever is still to be sent."""
        self._wait_no_more()
        self.transport.abort()

    def _is_asking(self) -> bool:
        now = getattr(self, "cycle", None)  # none before the first request
        return now is not None and not (now.more_body or now.response_complete)

    def _wait(self) -> None:
        self.door.waiting[self] = None
        self._unread = self.transport.get_write_buffer_size()
        self._deadline = self.loop.call_later(self.door.patience_s, self._too_long)

    def _wait_no_more(self) -> None:
        self.door.waiting.pop(self, None)
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _too_long(self) -> None:
        unread = self.transport.get_write_buffer_size()
        is_reading = self._unread - unread >= min(_LEAST_READ_BYTES, self._unread)
        if unread and is_reading:
            self._unread = unread
            self._deadline = self.loop.call_later(self.door.patience_s, self._too_long)
        else:
            self.leave()


class FewLines(logging.Filter):
    """Lets some lines a minute pass, and says how many it left out: a stranger must not fill a disk."""

    def __init__(self) -> None:
        super().__init__()
        self._began, self._passed, self._left_out = 0.0, 0, 0

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a line is written."""
        now = time.monotonic()
        if now - self._began > _LINES_S:
            if self._left_out:
                record.msg = f"{record.getMessage()} ({self._left_out} lines were left out before)"
                record.args = ()
            self._began, self._passed, self._left_out = now, 0, 0
        self._passed += 1
        self._left_out += self._passed > _LINES
        return self._passed <= _LINES


def server_of(app: Any, door: Door) -> uvicorn.Server:
    """A server whose connections pass a door, and whose log stays short."""
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=2,
        server_header=False,
        ws="none",
        loop="asyncio",
        http=functools.partial(Visitor, door=door),  # type: ignore[arg-type]
    )
    few = FewLines()
    for name in ("uvicorn.error", "asyncio"):
        logging.getLogger(name).addFilter(few)
    return uvicorn.Server(config)


def run(app: Any, listening: socket.socket) -> None:
    """Serve an application on a socket that listens, until it is interrupted."""
    door = Door(most_open(), PATIENCE_S)
    with Entrance(listening, door) as entrance:
        server_of(app, door).run(sockets=[entrance])
