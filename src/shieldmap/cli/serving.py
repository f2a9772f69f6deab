"""``shieldmap serve``: the globe in a browser."""

import errno
import ipaddress
import socket
import threading
import webbrowser

from shieldmap import web
from shieldmap.cli.places import InputError
from shieldmap.web.app import LOOPBACK


def serve(host: str, port: int, *, is_opened: bool) -> None:
    """Print the address and serve until interrupted; a port in use is one sentence."""
    _check_free(host, port)
    name = f"[{host}]" if ":" in host else host
    address = f"http://{name}:{port}/"
    # Flushed, so that a program that started this one can read where the page is.
    print(address, flush=True)
    if not _is_loopback(host):
        print(f"Anybody who reaches {host} can use this page; there are no accounts.", flush=True)
    if is_opened:
        threading.Timer(1.0, webbrowser.open, [address]).start()
    # Listening at every address, the page is asked for by any of them, or by the machine's name.
    others = ("*", socket.gethostname()) if _is_anything(host) else (name,)
    web.serve(host, port, (*LOOPBACK, *others))


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


def _check_free(host: str, port: int) -> None:
    """Refuse an address that cannot be listened at, before anything is started."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise InputError(
            f"--host is '{host}': expected an address of this machine such as 127.0.0.1"
        ) from None
    family, kind, protocol, _, address = found[0]
    with socket.socket(family, kind, protocol) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise InputError(
                    f"--port is {port}, which another program uses: expected a free one, such as "
                    f"{port + 1}"
                ) from None
            raise InputError(f"--host is '{host}' with --port {port}: {error.strerror}") from None
