"""Small conversions from wire values, none of which can fail."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from urllib.parse import urlsplit

from desktop.networks.mastodon import wire

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LAST = 253_402_300_799


def text_of(value: str | None) -> str:
    return value or ""


def id_of(value: wire.Id) -> str:
    return "" if value is None else str(value)


def number_of(value: wire.Number, default: int = 0) -> int:
    """A whole number not below zero, or the default."""
    if value is None or not math.isfinite(value) or value < 0:
        return default
    return int(value)


def moment_of(value: wire.Time) -> datetime | None:
    """An aware UTC time from ISO 8601 or POSIX seconds; None where it is neither."""
    try:
        if isinstance(value, str):
            read = datetime.fromisoformat(value.strip())
            return (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)
        if value is not None and math.isfinite(value) and 0 <= value <= _LAST:
            return datetime.fromtimestamp(value, UTC)
    except (ValueError, OverflowError, OSError):
        pass
    return None


def finer(moment: datetime, name: str) -> datetime:
    """The moment with the milliseconds that a ULID tells.

    GoToSocial cuts the times of reposts and notifications to the second, which would put them
    below posts that they came after; their ids have the whole time.
    """
    if moment.microsecond or len(name) != 26:
        return moment
    milliseconds = 0
    for letter in name[:10].upper():
        value = _CROCKFORD.find(letter)
        if value < 0:
            return moment
        milliseconds = milliseconds * 32 + value
    told, rest = divmod(milliseconds, 1000)
    same_second = told == int(moment.timestamp())
    return moment.replace(microsecond=rest * 1000) if same_second else moment


def web_address(value: str | None) -> str:
    """An http(s) address, or nothing: no other scheme is ever opened or fetched."""
    address = (value or "").strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.netloc else ""
