"""``shieldmap serve``: the globe in a browser."""

import errno
import ipaddress
import os
import signal
import socket
import threading
import webbrowser
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from shieldmap.cli import show
from shieldmap.web.workers import LIVE, Lane
from shieldmap.words import t

if TYPE_CHECKING:
    # Not at run time: what takes long is imported while the worker makes ready.
    from shieldmap.answers.places import InputError
    from shieldmap.scenario import Scenario

_BACKLOG: Final = 128
"""So many connections may wait until they are taken."""


def serve(host: str, port: int, named: Sequence[str], *, is_opened: bool) -> None:
    """Print the address and serve until interrupted; a port in use is one sentence.

    ``named`` are studies, embedded or of files; the page opens with the first.
    """
    first, own = _opened(named)
    listening = _listen(host, port)
    name = f"[{host}]" if ":" in host else host
    address = f"http://{name}:{port}/{first}"
    # Flushed, so that a program that started this one can read where the page is, and go there at
    # once: who connects now waits until the server takes over.
    show.say(address, flush=True)
    if not _is_loopback(host):
        show.say(t("cli_open_to_others", host=host), flush=True)
    if is_opened:
        threading.Timer(1.0, webbrowser.open, [address]).start()
    _end_with_the_terminal()
    # Listening at every address, the page is asked for by any of them, or by the machine's name.
    others = ("*", socket.gethostname()) if _is_anything(host) else (name,)
    lane = Lane(LIVE, warm="areas", studies=tuple(own))
    lane.begin()
    try:
        # Only now: while this is imported, a second in itself, the worker makes ready as well.
        from shieldmap.web import app

        app.serve(listening, (*app.LOOPBACK, *others), studies=list(own.values()), quick=lane)
    finally:
        lane.close()


def _opened(named: Sequence[str]) -> "tuple[str, dict[str, Scenario]]":
    """The query that opens the first study, and those that are not embedded, by their texts."""
    if not named:
        return "", {}
    from shieldmap import scenario as scenarios
    from shieldmap.answers import page

    chosen = [scenarios.load(one) for one in named]
    own = [one for one in chosen if one.name not in scenarios.names()]
    for one in own:
        page.open_study(one)
    return f"?scenario={chosen[0].name}", {scenarios.to_toml(one): one for one in own}


def _end_with_the_terminal() -> None:
    """Let a closed terminal end the server as TERM does, which lets its workers go first.

    One that the caller ignores, as nohup does, stays ignored.
    """
    number = getattr(signal, "SIGHUP", None)
    is_heard = threading.current_thread() is threading.main_thread()
    if number is not None and is_heard and signal.getsignal(number) is not signal.SIG_IGN:
        signal.signal(number, lambda *_: signal.raise_signal(signal.SIGTERM))


def _is_anything(host: str) -> bool:
    """Whether this stands for all addresses of the machine."""
    try:
        return ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return False


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens, or one sentence about what is wrong with the address or the port."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise _refusal(
            f"--host is '{host}': expected an address of this machine such as 127.0.0.1"
        ) from None
    family, *_, address = found[0]
    try:
        return socket.create_server(address, family=family, backlog=_BACKLOG)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise _refusal(
                f"--port is {port}, which another program uses: expected a free one, such as "
                f"{port + 1}"
            ) from None
        # The system's own words: those of the library name the address once more.
        said = os.strerror(error.errno) if error.errno else str(error)
        raise _refusal(f"--host is '{host}' with --port {port}: {said}") from None


def _refusal(sentence: str) -> "InputError":
    from shieldmap.answers.places import InputError

    return InputError(sentence)
