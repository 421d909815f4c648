"""What a server answered, and which of our errors that is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar
from urllib.parse import urlsplit, urlunsplit

import msgspec
from msgspec import Struct

from desktop.domain.errors import (
    AccessDenied,
    NetworkError,
    NotFound,
    RateLimited,
    Rejected,
    ServerFault,
    SignedOut,
)
from desktop.networks.ratelimit import limited_until

T = TypeVar("T")

_CONTROL = re.compile(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]+")
_REASON_LENGTH = 500


class Response(Struct, frozen=True):
    """An answer with its body. `headers` has lower-case names; `url` is the one that answered,
    after redirects."""

    status: int
    headers: dict[str, str]
    body: bytes
    url: str = ""

    def __repr__(self) -> str:
        return f"Response({self.status}, {len(self.body)} bytes)"

    @property
    def mime(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    def decode(self, kind: type[T]) -> T:
        """The body as JSON of this type. Raises ServerFault when it is none."""
        try:
            return msgspec.json.decode(self.body, type=kind)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            raise self.fault() from None

    def fault(self) -> ServerFault:
        """The error for a body that is not what the API says."""
        return ServerFault(0, "HTML instead of JSON" if self.is_html else "unreadable JSON")

    @property
    def is_html(self) -> bool:
        return self.mime in {"text/html", "application/xhtml+xml"} or self.body.lstrip()[
            :1
        ].startswith(b"<")


def without_query(url: str) -> str:
    """The address without user, query and fragment: fit for a log."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def reason_of(body: bytes) -> str:
    """The server's own words from {"error": …, "error_description": …}; empty if there are none."""
    try:
        answer: Any = msgspec.json.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return ""
    if not isinstance(answer, dict):
        return ""
    for name in ("error_description", "error", "message"):
        text = answer.get(name)
        if isinstance(text, dict):
            text = text.get("message") or text.get("error")
        if isinstance(text, str) and text.strip():
            return _CONTROL.sub(" ", text).strip()[:_REASON_LENGTH]
    return ""


def error_of(
    status: int, headers: Mapping[str, str], body: bytes, *, signed: bool = True
) -> NetworkError | None:
    """The error that an answer is, or None for a success.

    `signed`: the request carried a token. Where it did not, 401 is AccessDenied: nobody was
    signed out.
    """
    if 200 <= status < 300:
        return None
    reason = reason_of(body)
    if status == 401:
        return SignedOut() if signed else AccessDenied(reason)
    if status == 403:
        return AccessDenied(reason)
    if status in (404, 410):
        return NotFound(reason)
    if status == 429 or (status == 503 and "retry-after" in headers):
        return RateLimited(limited_until(headers, datetime.now(UTC)))
    if status == 408 or status >= 500 or status < 400:
        return ServerFault(status, reason)
    return Rejected(reason, status)


class TooLarge(ServerFault):
    """An answer of more bytes than were asked for."""

    def __init__(self) -> None:
        super().__init__(0, "answer too large")
