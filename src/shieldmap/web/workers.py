"""Processes that compute, each with its queue: bounded, the newest first served of each client.

A request thread never runs a kernel: numba's threads and those of a server do not go together. Each
:class:`Lane` has one process. A new job of the same client and kind takes the place of the one
before: where that waits it is dropped, where it runs it is told to stop and does so at its next
step. A job of :data:`YIELDING` lets the others of its lane go first: at its next step it waits until
they are answered. A job that takes too long ends with its process, and a new one is started.
"""

import asyncio
import contextlib
import multiprocessing
import os
import signal
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from multiprocessing.sharedctypes import Synchronized
from typing import Any, Final, Literal, NamedTuple, TypeAlias

QUEUE: Final = 16
"""Jobs that may wait in one lane; one more is refused."""

LIVE: Final = "live answers"
"""What the lane of the page's answers is called."""

YIELDING: Final = ("brief",)
"""Jobs of minutes, for which nobody waits at the page: questions are answered between their steps."""

_BESIDE_NICENESS: Final = 5
"""How far every other lane stands back behind the live answers where both compute."""

_SAY_EVERY_S: Final = 0.1

_COARSE_KM: Final = 25.0
"""The grid of the page's first answer, and of those while something is dragged."""


_Stops: TypeAlias = "tuple[Synchronized[int], Synchronized[int]]"

Warmth = Literal["", "areas", "raids"]
"""What a process computes at its start, before anybody asks: nothing, the first area or the first raid."""


class FullError(Exception):
    """The queue of a lane is full."""


class JobError(Exception):
    """A job that was answered with a sentence and not with a result."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence


class _GoneError(Exception):
    """The server was killed: nobody listens any more."""


class _Waiting(NamedTuple):
    """One job in the queue or at work."""

    number: int
    name: str
    given: Mapping[str, Any]
    limit_s: float
    answer: "asyncio.Future[bytes]"

    @property
    def yields(self) -> bool:
        """Whether others go before it."""
        return self.name in YIELDING


class _Running(NamedTuple):
    """One job at work."""

    key: tuple[str, str]
    job: _Waiting
    timer: asyncio.TimerHandle


class Lane:
    """One worker process and what waits for it; used from one event loop."""

    def __init__(self, label: str, *, warm: Warmth = "", studies: tuple[str, ...] = ()) -> None:
        self.label = label
        self._warm, self._studies = warm, studies
        self._queue: OrderedDict[tuple[str, str], _Waiting] = OrderedDict()
        # By their numbers: one, or one that yields and one that goes before it.
        self._running: dict[int, _Running] = {}
        self._progress: dict[str, tuple[str, int, int]] = {}
        self._process: multiprocessing.process.BaseProcess | None = None
        self._connection: Connection | None = None
        self._stop: _Stops | None = None
        self._number = 0
        self._is_closed = False
        self._has_answered = False

    def begin(self) -> None:
        """Start the process, also where no event loop runs yet: it makes ready while the server does."""
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        # The number of the newest job that has to stop; of those that yield, and of all others.
        stop: _Stops = (context.Value("q", 0, lock=False), context.Value("q", 0, lock=False))
        process = context.Process(
            target=_serve,
            args=(there, stop, self._warm, self._studies, self.label == LIVE),
            name=f"shieldmap {self.label}",
            daemon=True,
        )
        # Ctrl-C goes to the whole group, also while the worker still imports: it ignores it from birth.
        before = signal.signal(signal.SIGINT, signal.SIG_IGN) if _is_main_thread() else None
        process.start()
        if before is not None:
            signal.signal(signal.SIGINT, before)
        there.close()
        self._process, self._connection, self._stop = process, here, stop

    def start(self) -> None:
        """Listen to the process, begun if need be; called in the event loop that will use it."""
        if self._process is None:
            self.begin()
        heard = self._connection, asyncio.get_running_loop()
        threading.Thread(
            target=self._listen, args=heard, name=f"listen {self.label}", daemon=True
        ).start()

    def make_ready(self) -> None:
        """Start the process before anybody asks, unless somebody has."""
        if self._process is None and not self._is_closed:
            self.start()

    def close(self) -> None:
        """End the process and refuse what waits."""
        self._is_closed = True
        for waiting in self._queue.values():
            _refuse(waiting, 503, "the server is stopping")
        self._queue.clear()
        self._end_process()

    async def ask(self, client: str, name: str, given: Mapping[str, Any], limit_s: float) -> bytes:
        """Do a job and return its answer.

        Raises
        ------
        FullError : if too many wait.
        JobError : if the job was refused, took too long or was superseded.
        """
        key = (client, name)
        self._supersede(key)
        if len(self._queue) >= QUEUE:
            raise FullError
        self._number += 1
        answer: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self._queue[key] = _Waiting(self._number, name, given, limit_s, answer)
        self._next()
        return await answer

    def drop(self, client: str, name: str, given: Mapping[str, Any]) -> None:
        """Whoever asked this has gone: forget the job, or stop it where it runs.

        The very ``given`` that was asked with: a newer job of the same client is left alone.
        """
        key = (client, name)
        waiting = self._queue.get(key)
        if waiting is not None and waiting.given is given:
            _refuse(self._queue.pop(key), 409, "whoever asked has gone")
        self._stop_where(lambda one: one.job.given is given)

    def progress(self, client: str) -> tuple[str, int, int] | None:
        """What is being done for a client: what, how many parts, parts in all."""
        if any(one.key[0] == client for one in self._running.values()):
            return self._progress.get(client, ("starting", 0, 1))
        if any(key[0] == client for key in self._queue):
            return ("waiting", 0, 1)
        return None

    def _supersede(self, key: tuple[str, str]) -> None:
        """Drop or stop the job that the same client asked before."""
        old = self._queue.pop(key, None)
        if old is not None:
            _refuse(old, 409, "superseded by a newer request")
        self._stop_where(lambda one: one.key == key)

    def _stop_where(self, is_meant: Callable[[_Running], bool]) -> None:
        """Tell the jobs at work that are meant to stop at their next step."""
        for number, one in self._running.items():
            if is_meant(one) and self._stop is not None:
                self._stop[one.job.yields].value = number

    def _next(self) -> None:
        """Give the process the job that has waited longest of those that may go now."""
        key = self._first_to_go()
        if key is None or self._is_closed:
            return
        if self._process is None:
            self.start()
        job = self._queue.pop(key)
        self._progress.pop(key[0], None)
        assert self._connection is not None
        with contextlib.suppress(OSError):  # a dead process is noticed by the listener
            self._connection.send((job.number, job.name, dict(job.given)))
        timer = asyncio.get_running_loop().call_later(job.limit_s, self._too_long, job)
        self._running[job.number] = _Running(key, job, timer)

    def _first_to_go(self) -> tuple[str, str] | None:
        """Of what waits the first; where one is at work that yields, the first that does not."""
        if not all(one.job.yields for one in self._running.values()):
            return None
        may_go = (key for key, job in self._queue.items() if not (self._running and job.yields))
        return next(may_go, None)

    def _too_long(self, job: _Waiting) -> None:
        if job.number in self._running:
            _refuse(job, 503, f"this took longer than {job.limit_s:.0f} s and was stopped")
            self._done(job.number)
            self._drop_running()
            self._end_process()
            self._next()

    def _done(self, number: int) -> None:
        """Forget a job that was at work."""
        one = self._running.pop(number)
        one.timer.cancel()
        self._progress.pop(one.key[0], None)

    def _drop_running(self) -> None:
        """The process ends: what is at work has no answer."""
        for number, one in list(self._running.items()):
            _refuse(one.job, 503, "the worker stopped unexpectedly; try again")
            self._done(number)

    def _end_process(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join(1.0)
        if self._connection is not None:
            self._connection.close()
        self._process, self._connection, self._stop = None, None, None

    def _listen(self, connection: Connection, loop: asyncio.AbstractEventLoop) -> None:
        """In a thread of its own: pass on what the process says until it ends."""
        while True:
            try:
                said = connection.recv()
            except (EOFError, OSError):
                said = None
            with contextlib.suppress(RuntimeError):  # the loop may have ended before
                loop.call_soon_threadsafe(self._heard, connection, said)
            if said is None:
                return

    def _heard(self, connection: Connection, said: tuple[Any, ...] | None) -> None:
        """In the event loop: an answer, progress, or that the process has ended."""
        if connection is not self._connection:
            return  # an earlier process
        if said is None:
            self._drop_running()
            self._end_process()
            if self._has_answered and not self._is_closed:
                # One that worked is replaced at once, so that the next request finds it warm; one
                # that dies at its start waits for a request, so that nothing goes round in circles.
                self._has_answered = False
                self.start()
            self._next()
            return
        kind, number, *rest = said
        if number not in self._running:
            return
        key, job, _ = self._running[number]
        if kind == "progress":
            self._progress[key[0]] = (rest[0], rest[1], rest[2])
            return
        self._has_answered = True
        if kind == "done":
            if not job.answer.done():
                job.answer.set_result(rest[0])
        else:
            _refuse(job, rest[0], rest[1])
        self._done(number)
        self._next()


def _is_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()


def _refuse(job: _Waiting, status: int, sentence: str) -> None:
    if not job.answer.done():
        job.answer.set_exception(JobError(status, sentence))


# ---------------------------------------------------------------------------------------------
# In the worker process


def _serve(
    connection: Connection, stop: _Stops, warm: Warmth, studies: tuple[str, ...], is_live: bool
) -> None:
    """Answer jobs one after the other until the connection closes.

    ``studies`` are the texts of those that may be named beside the embedded ones; a process that
    ``is_live`` goes before the others.
    """
    # Ctrl-C goes to the whole group; the parent ends its workers itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from shieldmap import scenario
    from shieldmap.answers import page
    from shieldmap.kept import give_back

    if not is_live and hasattr(os, "nice"):
        os.nice(_BESIDE_NICENESS)
    for text in studies:
        page.open_study(scenario.parse(text))
    session = page.Session()
    _warm_up(session, connection, warm)
    with contextlib.suppress(_GoneError):
        while True:
            _answer_next(session, connection, stop)
            if not connection.poll():
                give_back()


def _answer_next(session: Any, connection: Connection, stop: _Stops) -> None:
    """Wait for a job and answer it; one that yields answers others at its steps.

    Raises
    ------
    _GoneError : the server was killed.
    """
    from shieldmap.answers import page
    from shieldmap.web.work import JOBS

    try:
        number, name, given = connection.recv()
    except (EOFError, OSError):
        raise _GoneError from None
    yields = name in YIELDING
    tell = _advance(connection, number, stop[yields])

    def give_way(what: str, done: int, total: int) -> None:
        while connection.poll():
            _answer_next(session, connection, stop)
        tell(what, done, total)

    said: tuple[Any, ...]
    try:
        said = ("done", number, JOBS[name](session, give_way if yields else tell, given))
    except page.SupersededError:
        said = ("refused", number, 409, "superseded by a newer request")
    except ValueError as error:
        if not type(error).__module__.startswith("shieldmap."):
            raise
        said = ("refused", number, 422, str(error))
    _send(connection, said)


def _send(connection: Connection, said: tuple[Any, ...]) -> None:
    try:
        connection.send(said)
    except OSError:
        raise _GoneError from None


def _warm_up(session: Any, connection: Connection, warm: Warmth) -> None:
    """Kernels, towns and flights of the answers that a page asks first, until somebody asks.

    What was read, compiled and flown until then is kept.
    """
    from shieldmap.answers import page

    def until_asked(_what: str, _done: int, _total: int) -> None:
        if connection.poll():
            raise page.SupersededError

    state = page.State()
    with contextlib.suppress(page.SupersededError):
        if warm == "areas":
            for first in (page.State(spacing_km=_COARSE_KM), state):
                session.area(first, draws=page.FIRST_DRAWS, advance=until_asked)
            session.area(state, draws=page.ALL_DRAWS, advance=until_asked)
            # The aim tables of every drawn missile, which a town asks for.
            place = page.scenario_of(state).assets[0]
            this = session.study(state, every_threat=True)
            session.drawn_at(this, place.latitude_deg, place.longitude_deg, until_asked)
        elif warm == "raids":
            session.raid_drawn(page.scenario_of(state), until_asked)


def _advance(connection: Connection, number: int, stop: "Synchronized[int]") -> Any:
    """What a job calls at each step: says how far it is, and stops where a newer one waits."""
    from shieldmap.answers import page

    last = 0.0

    def advance(what: str, done: int, total: int) -> None:
        nonlocal last
        if stop.value == number:
            raise page.SupersededError
        now = time.monotonic()
        if now - last >= _SAY_EVERY_S:
            last = now
            _send(connection, ("progress", number, what, done, total))

    return advance
