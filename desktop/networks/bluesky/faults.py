"""Which of our errors an XRPC answer is.

Source: atproto.com/specs/xrpc (errors have a name and a message) and what the servers send.
"""

from __future__ import annotations

from datetime import UTC, datetime

from desktop.domain.errors import (
    AccessDenied,
    NetworkError,
    NotFound,
    NotSupported,
    RateLimited,
    Rejected,
    ServerFault,
    SignedOut,
)
from desktop.networks.answers import Response
from desktop.networks.bluesky import wire
from desktop.networks.lenient import read_raw
from desktop.networks.ratelimit import limited_until

EXPIRED = frozenset({"ExpiredToken"})
_SIGNED_OUT = frozenset(
    {
        "AccountDeactivated", "AccountTakedown", "AuthMissing", "AuthenticationRequired",
        "ExpiredToken", "InvalidToken", "RepoDeactivated", "RepoTakendown", "invalid_token",
    }
)  # fmt: skip
_NOT_FOUND = frozenset(
    {"HandleNotFound", "NotFound", "RecordNotFound", "RepoNotFound", "UnknownFeed", "UnknownList"}
)
_NOT_SUPPORTED = frozenset({"MethodNotImplemented", "XRPCNotSupported"})
_DENIED = frozenset({"BlockedActor", "BlockedByActor", "Forbidden", "InsufficientScope"})
_MISSING_WORDS = (
    "not found", "unable to resolve", "could not locate", "could not find", "must be a valid did",
)  # fmt: skip


def fault_of(answer: Response) -> wire.Fault:
    """The name and the words of an error; both empty where it has none."""
    read = read_raw(answer.body, wire.Fault).value
    return read if isinstance(read, wire.Fault) else wire.Fault()


def error_of(answer: Response) -> NetworkError | None:
    """The error that an answer is, or None for a success."""
    status = answer.status
    if 200 <= status < 300:
        return None
    fault = fault_of(answer)
    name, words = fault.error or "", (fault.message or fault.error or "")[:500]
    if status == 429:
        return RateLimited(limited_until(answer.headers, datetime.now(UTC)))
    if name in _NOT_SUPPORTED or status == 501:
        return NotSupported(name)
    if status == 401 or name in _SIGNED_OUT:
        return SignedOut()
    if status == 403 or name in _DENIED:
        return AccessDenied(words)
    is_missing = status == 400 and any(part in words.casefold() for part in _MISSING_WORDS)
    if status in (404, 410) or name in _NOT_FOUND or is_missing:
        return NotFound(words)
    if status == 408 or status >= 500 or status < 400:
        return ServerFault(status, words)
    return Rejected(words, status)
