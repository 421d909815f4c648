"""What a person types to say where they are, as the address of an API."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from msgspec import Struct

from desktop.domain.errors import SignInError, SignInProblem
from desktop.networks.route import is_loopback, may_be_plain

_HOST = re.compile(r"^(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*$")


class Typed(Struct, frozen=True):
    """`user` is empty unless a handle was typed; `bases` are the addresses to try, in order."""

    host: str
    user: str
    bases: tuple[str, ...]


def read_address(text: str) -> Typed:
    """From a name, a handle or an address. Raises SignInError: BAD_ADDRESS, or INSECURE for
    http where others could listen."""
    typed = text.strip().strip("<>\"'").strip()
    scheme, mark, rest = typed.partition("://")
    if mark and scheme.lower() not in ("http", "https"):
        raise SignInError(SignInProblem.BAD_ADDRESS)
    where = rest if mark else typed
    user = ""
    if not mark and "@" in where:
        user, _, where = where.removeprefix("acct:").lstrip("@").rpartition("@")
    netloc = re.split(r"[/?#\s]", where, maxsplit=1)[0]
    host, port = _split(netloc)
    if not host:
        raise SignInError(SignInProblem.BAD_ADDRESS)
    place = f"[{host}]" if ":" in host else host
    place += f":{port}" if port else ""
    if mark and scheme.lower() == "http" and not may_be_plain(host):
        raise SignInError(SignInProblem.INSECURE)
    if mark:
        bases: tuple[str, ...] = (f"{scheme.lower()}://{place}",)
    elif may_be_plain(host):
        bases = (f"http://{place}", f"https://{place}")
    else:
        bases = (f"https://{place}",)
    return Typed(f"{place}", user.strip("@"), bases)


def _split(netloc: str) -> tuple[str, int | None]:
    try:
        parts = urlsplit(f"//{netloc}")
        host, port = (parts.hostname or "").rstrip("."), parts.port
        if parts.username or parts.password:
            raise SignInError(SignInProblem.BAD_ADDRESS)
        if ":" not in host:
            host = host.encode("idna").decode().lower() if host else ""
    except (ValueError, UnicodeError):
        raise SignInError(SignInProblem.BAD_ADDRESS) from None
    if ":" in host:
        return (host, port) if is_loopback(host) or host.count(":") > 1 else ("", None)
    if not _HOST.match(host) or ("." not in host and not is_loopback(host)):
        return "", None
    return host, port
