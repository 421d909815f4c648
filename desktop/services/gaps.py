"""Holes in a timeline: what is missing between two posts that we have."""

from __future__ import annotations

from datetime import UTC, datetime

from desktop.domain.timeline import Cursor, Entry, Gap


def time_of(entry: Entry) -> datetime:
    """When the post or notification was made; for a gap its newer edge."""
    if entry.post is not None:
        return entry.post.created_at
    if entry.notification is not None:
        return entry.notification.created_at
    if entry.gap is not None:
        return entry.gap.newer_at
    return datetime.fromtimestamp(entry.sort_at / 1_000_000, UTC)


def server_id(entry: Entry) -> str:
    """The id that the server knows the entry by: of a group, its latest notification's."""
    return entry.notification.id if entry.notification is not None else entry.id


def gap_between(above: Entry, below: Entry, fill: Cursor) -> Entry:
    """The hole right under `above`."""
    return Entry(
        id=f"gap:{above.id}",
        sort_at=above.sort_at - 1,
        gap=Gap(newer_at=time_of(above), older_at=time_of(below), fill=fill),
    )
