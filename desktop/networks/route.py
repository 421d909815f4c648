"""The way out to the internet that requests and streams share: the proxy and TLS."""

from __future__ import annotations

import ipaddress
import socket
import ssl
from pathlib import Path

import certifi
from msgspec import Struct

from desktop.domain.errors import OfflineCause
from desktop.domain.settings import ProxyKind

_DEPTH = 8
_NAME_TEXTS = ("name or service", "nodename", "name resolution", "getaddrinfo", "no address")


class ProxyChoice(Struct, frozen=True):
    """`host` and `port` count for HTTP and SOCKS5 only. With SOCKS5 the proxy resolves names."""

    kind: ProxyKind = ProxyKind.SYSTEM
    host: str = ""
    port: int = 0

    @property
    def url(self) -> str | None:
        """The proxy's address, None where none was chosen by hand."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        if self.kind is ProxyKind.HTTP and host:
            return f"http://{host}:{self.port or 8080}"
        if self.kind is ProxyKind.SOCKS5 and host:
            return f"socks5h://{host}:{self.port or 1080}"
        return None


def tls_context() -> ssl.SSLContext:
    """A new context that trusts what the system trusts, or Mozilla's list where it says nothing.

    Takes a few hundred milliseconds: call it in a thread. Not to be shared between requests and
    streams: HTTP/2 is negotiated in the context itself.
    """
    context = ssl.create_default_context()
    known = ssl.get_default_verify_paths()
    folder = Path(known.capath) if known.capath else None
    if not known.cafile and not (folder and any(folder.iterdir())):
        context.load_verify_locations(certifi.where())
    return context


def is_loopback(host: str) -> bool:
    """Whether the host is this machine: localhost, 127.0.0.0/8 or ::1."""
    name = host.strip("[]").rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def may_be_plain(host: str) -> bool:
    """Whether http without TLS is safe: this machine, or an onion service."""
    return is_loopback(host) or host.rstrip(".").lower().endswith(".onion")


def causes(error: BaseException) -> list[BaseException]:
    """The error and all that led to it."""
    found: list[BaseException] = []
    waiting: list[BaseException | None] = [error]
    while waiting and len(found) < _DEPTH * 4:
        one = waiting.pop(0)
        if one is None or one in found:
            continue
        found.append(one)
        waiting += [one.__cause__, one.__context__]
        if isinstance(one, BaseExceptionGroup):
            waiting += list(one.exceptions)
    return found


def offline_cause(error: BaseException) -> OfflineCause:
    """Why there was no answer, told from an error of the socket or of TLS."""
    chain = causes(error)
    texts = " ".join(str(one) for one in chain).lower()
    if any(isinstance(one, ssl.SSLError) for one in chain) or "certificate" in texts:
        return OfflineCause.TLS
    if any(isinstance(one, socket.gaierror) for one in chain):
        return OfflineCause.NAME
    if any(text in texts for text in _NAME_TEXTS):
        return OfflineCause.NAME
    if any(isinstance(one, ConnectionRefusedError) for one in chain) or "refused" in texts:
        return OfflineCause.REFUSED
    if any(isinstance(one, TimeoutError) for one in chain) or "timed out" in texts:
        return OfflineCause.TIMEOUT
    return OfflineCause.NO_ROUTE
