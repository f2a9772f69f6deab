"""Idle, slow and too many connections: whoever asks in earnest is answered, and the log stays short."""

import asyncio
import contextlib
import resource
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from shieldmap.web import door
from tests.web.conftest import free_port

HEAD = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n"
WHOLE = HEAD + b"\r\n"
SLOW = WHOLE.replace(b"GET /", b"GET /slow")
POST = HEAD.replace(b"GET", b"POST") + b"Content-Length: 9\r\n\r\n"
BIG_BYTES = 40_000_000
ALONE = """
import socket, resource, os, threading
from shieldmap.web import door
from tests.web.test_door import application
{first}
door.run(application, socket.create_server(("127.0.0.1", {port})))
"""


async def application(scope: Any, receive: Any, send: Any) -> None:
    """An answer at once, a large one, and one that takes its time."""
    while scope["type"] == "lifespan":
        kind = (await receive())["type"]
        await send({"type": f"{kind}.complete"})
        if kind == "lifespan.shutdown":
            return
    if scope["path"] == "/slow":
        await asyncio.sleep(4)
    body = b"x" * (BIG_BYTES if scope["path"] == "/big" else 2)
    length = str(len(body)).encode()
    await send(
        {"type": "http.response.start", "status": 200, "headers": [(b"content-length", length)]}
    )
    await send({"type": "http.response.body", "body": body})


class Guest:
    """Whoever connects; all leave at the end."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.open = contextlib.ExitStack()

    def connect(self) -> socket.socket:
        return self.open.enter_context(socket.create_connection(("127.0.0.1", self.port), 60))

    def ask(self, path: str = "/") -> int:
        return httpx.get(f"http://127.0.0.1:{self.port}{path}", timeout=60).status_code


class Inside(Guest):
    """A server in a thread of the test, with its door."""

    def __init__(self, most: int, patience_s: float) -> None:
        listening = socket.create_server(("127.0.0.1", 0))
        super().__init__(listening.getsockname()[1])
        self.door = door.Door(most, patience_s)
        self.server = door.server_of(application, self.door)
        entrance = door.Entrance(listening, self.door)
        self.thread = threading.Thread(target=self.server.run, kwargs={"sockets": [entrance]})
        self.thread.start()

    def end(self) -> None:
        self.open.close()
        self.server.should_exit = True
        self.thread.join(60)


@contextlib.contextmanager
def running(most: int, patience_s: float = 60.0) -> Iterator[Inside]:
    server = Inside(most, patience_s)
    try:
        yield server
    finally:
        server.end()


@contextlib.contextmanager
def alone(folder: Path, first: str) -> Iterator[tuple[Guest, Path]]:
    """A server in a process of its own with few files, and what it writes."""
    guest, log = Guest(free_port()), folder / "log.txt"
    with log.open("w") as out:
        code = ALONE.format(first=first, port=guest.port)
        process = subprocess.Popen([sys.executable, "-c", code], stdout=out, stderr=out)
    try:
        for _ in range(1200):
            with contextlib.suppress(OSError):
                guest.connect()
                break
            assert process.poll() is None, log.read_text()
            time.sleep(0.1)
        yield guest, log
    finally:
        guest.open.close()
        process.terminate()
        process.wait(timeout=30)


def heard(one: socket.socket, end: bytes = b"xx") -> bytes:
    """What a connection says up to the end of an answer."""
    said = b""
    while not said.endswith(end):
        part = one.recv(100_000)
        if not part:
            break
        said += part
    return said


@pytest.fixture
def many_files() -> Iterator[None]:
    """As many files in the test itself as its connections need."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2000 if hard == resource.RLIM_INFINITY else min(2000, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def idle(server: Guest, n: int) -> list[socket.socket]:
    """Connections that say nothing."""
    return [server.connect() for _ in range(n)]


def is_closed(one: socket.socket) -> bool:
    """Whether the other side has closed a connection that it had nothing to say to."""
    one.setblocking(False)
    try:
        return one.recv(1) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True


@pytest.mark.usefixtures("many_files")
def test_twelve_hundred_idle_connections_keep_nobody_out() -> None:
    with running(200) as server:
        guests = idle(server, 1200)
        assert server.ask() == 200
        assert len(server.door.made) <= 200
        # Those who came first have waited longest.
        assert is_closed(guests[0])
        assert not is_closed(guests[-1])


def test_a_request_under_way_makes_no_room_for_idle_connections() -> None:
    with running(20) as server:
        asking = server.connect()
        asking.sendall(SLOW)
        idle(server, 60)
        assert heard(asking).startswith(b"HTTP/1.1 200")


def test_where_all_are_asking_one_more_is_turned_away_and_later_ones_are_not() -> None:
    with running(8) as server:
        asking = [server.connect() for _ in range(8)]
        for one in asking:
            one.sendall(SLOW)
        while len(server.door.made) - len(server.door.waiting) < 8:
            time.sleep(0.02)
        with contextlib.suppress(OSError):
            assert server.connect().recv(1) == b""
        assert all(heard(one).startswith(b"HTTP/1.1 200") for one in asking)
        assert server.ask() == 200


@pytest.mark.parametrize("begin", [b"", HEAD, POST], ids=["nothing", "head", "body"])
def test_who_sends_a_byte_now_and_then_is_dropped(begin: bytes) -> None:
    """A head or a body that never ends, however steadily it comes."""
    with running(20, patience_s=1.0) as server:
        slow = server.connect()
        slow.sendall(begin)
        slow.settimeout(0.2)
        for _ in range(300):
            try:
                slow.sendall(b"a")
                if slow.recv(1000) == b"":
                    break
            except TimeoutError:
                continue
            except OSError:
                break
        else:
            raise AssertionError("a connection without a whole request stayed open")
        assert server.ask() == 200


def test_who_does_not_read_the_answer_is_dropped() -> None:
    with running(20, patience_s=0.5) as server:
        deaf = server.connect()
        deaf.sendall(HEAD.replace(b"GET /", b"GET /big") + b"\r\n")
        while not server.door.made:
            time.sleep(0.01)
        while server.door.made:
            time.sleep(0.05)
        # What was on its way is still read, and then it ends before the whole.
        got = 0
        with contextlib.suppress(OSError):
            while part := deaf.recv(1_000_000):
                got += len(part)
        assert got < BIG_BYTES


def test_who_reads_slowly_gets_the_whole_answer() -> None:
    with running(20, patience_s=0.5) as server:
        slow = server.connect()
        slow.sendall(HEAD.replace(b"GET /", b"GET /big") + b"\r\n")
        got = 0
        for _ in range(60):  # 3 s, six times the patience
            got += len(slow.recv(1_000_000, socket.MSG_WAITALL))
            if got > BIG_BYTES:
                break
            time.sleep(0.05)
        assert got > BIG_BYTES


def test_a_connection_is_used_again() -> None:
    with running(8) as server:
        one = server.connect()
        for _ in range(50):
            one.sendall(WHOLE)
            assert heard(one).startswith(b"HTTP/1.1 200")
        one.sendall(WHOLE * 3)  # asked before the answers came
        said = b""
        while said.count(b"HTTP/1.1 200") < 3 or not said.endswith(b"xx"):
            said += heard(one)
        # The last bytes arrive before the server has put the connection with those that wait.
        for _ in range(500):
            if len(server.door.waiting) == 1:
                break
            time.sleep(0.01)
        assert len(server.door.waiting) == 1


def test_more_connections_than_files_are_survived_with_a_short_log(tmp_path: Path) -> None:
    with alone(tmp_path, "resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))") as (guest, log):
        idle(guest, 300)
        assert guest.ask() == 200
        assert log.read_text() == ""


TAKE_FILES = """
resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
def take():
    held = []
    try:
        while True:
            held.append(os.open(os.devnull, os.O_RDONLY))
    except OSError:
        pass
    threading.Timer(3.0, lambda: [os.close(n) for n in held]).start()
threading.Timer(1.0, take).start()
"""


def test_where_others_took_the_files_connections_are_turned_away_without_a_word(
    tmp_path: Path,
) -> None:
    """The bound knows only of connections: files that something else opened are missing there."""
    with alone(tmp_path, TAKE_FILES) as (guest, log):
        time.sleep(1.5)
        idle(guest, 100)
        for _ in range(100):
            with contextlib.suppress(httpx.HTTPError):
                assert guest.ask() == 200
                break
            time.sleep(0.2)
        else:
            raise AssertionError("the server did not come back")
        assert log.read_text() == ""


def test_a_stream_of_rubbish_is_refused_and_fills_no_log(capfd: pytest.CaptureFixture[str]) -> None:
    with running(20) as server:
        for _ in range(300):
            one = server.connect()
            one.sendall(b"\x16\x03\x01 rubbish\r\n\r\n")
            said = heard(one, b"}")
            assert said.startswith(b"HTTP/1.1 400")
            assert b'{"detail": "' in said
        assert server.ask() == 200
    assert len(capfd.readouterr().err.splitlines()) == door._LINES
