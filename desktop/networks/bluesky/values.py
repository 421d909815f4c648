"""Small conversions from wire values, none of which can fail."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import urlsplit

_TID = "234567abcdefghijklmnopqrstuvwxyz"


class AtUri(NamedTuple):
    """at://authority/collection/rkey."""

    did: str
    collection: str
    rkey: str

    def __str__(self) -> str:
        return f"at://{self.did}/{self.collection}/{self.rkey}"


def at_uri(text: str | None) -> AtUri | None:
    """The parts of a record's address; None for anything else."""
    if not text or not text.startswith("at://"):
        return None
    parts = text.removeprefix("at://").split("/")
    if len(parts) != 3 or not all(parts):
        return None
    return AtUri(*parts)


def moment_of(value: str | None) -> datetime | None:
    """An aware UTC time from RFC 3339; None where it is none."""
    if not value:
        return None
    try:
        read = datetime.fromisoformat(value.strip())
        return (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def written_moment(moment: datetime) -> str:
    """As records and reference clients write it: UTC, milliseconds, Z."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def web_address(value: str | None) -> str:
    """An http(s) address, or nothing: no other scheme is ever opened or fetched."""
    address = (value or "").strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.netloc else ""


def count_of(value: int | None, default: int = 0) -> int:
    return value if value is not None and value >= 0 else default


def record_key(moment: datetime, seed: str) -> str:
    """A TID of that moment: always the same for the same seed. Source: atproto.com/specs/tid."""
    clock = int.from_bytes(hashlib.sha256(seed.encode()).digest()[:2], "big") & 0x3FF
    number = (round(moment.timestamp() * 1_000_000) & ((1 << 53) - 1)) << 10 | clock
    letters = []
    for _ in range(13):
        letters.append(_TID[number & 31])
        number >>= 5
    return "".join(reversed(letters))


def address_of(did: str, handle: str, rkey: str) -> str:
    """A post's page on the network's website."""
    who = handle if handle and handle != "handle.invalid" else did
    return f"https://bsky.app/profile/{who}/post/{rkey}"
