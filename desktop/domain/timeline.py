"""Timelines: what a server or a saved search lists, in pages and with gaps."""

from __future__ import annotations

from datetime import datetime
from typing import NewType

from msgspec import Struct

from desktop.domain.account import AccountId
from desktop.domain.notification import Notification
from desktop.domain.post import Post
from desktop.domain.profile import Profile
from desktop.domain.timeline_kind import SERVER_ORDERED, TimelineKind

__all__ = [
    "SERVER_ORDERED", "Cursor", "Entry", "Gap", "ListInfo", "Page", "TimelineKey", "TimelineKind",
    "microseconds",
]  # fmt: skip

Cursor = NewType("Cursor", str)
"""Where to go on reading; made and understood only by the adapter that gave it."""


def microseconds(moment: datetime) -> int:
    """A UTC time as whole microseconds since 1970, the unit of every sort key."""
    return round(moment.timestamp() * 1_000_000)


class TimelineKey(Struct, frozen=True, order=True):
    """Which sequence: whose account, what kind, and its parameter where the kind has one."""

    account: AccountId
    kind: TimelineKind
    parameter: str = ""


class Gap(Struct, frozen=True, kw_only=True):
    """Posts are missing between two that we have. `fill` is the cursor that reads downward
    from the newer one; empty where the server cannot."""

    newer_at: datetime
    older_at: datetime
    fill: Cursor = Cursor("")


class Entry(Struct, frozen=True, kw_only=True, weakref=True):
    """One place in a timeline: a post, a notification or a gap; exactly one of them is set.

    `id` is unique in the timeline: the server's id of the post or notification, the group key
    for a grouped notification, gap:… for a gap. Order is by (`sort_at`, `id`), newest first.
    """

    id: str
    sort_at: int
    post: Post | None = None
    notification: Notification | None = None
    gap: Gap | None = None
    reposters: tuple[Profile, ...] = ()
    """In a column, where it came by several ways: all who reposted it, the latest first."""

    @property
    def order(self) -> tuple[int, str]:
        return (self.sort_at, self.id)


class Page(Struct, frozen=True, kw_only=True):
    """A piece of a timeline, newest first.

    `older` reads on below (None: the end is reached), `newer` reads what came after (None:
    ask without a cursor). A page may be empty and still have an `older`.
    """

    posts: tuple[Post, ...] = ()
    notifications: tuple[Notification, ...] = ()
    older: Cursor | None = None
    newer: Cursor | None = None
    complete: bool = True
    """False: the server said that it is still preparing this timeline (206)."""


class ListInfo(Struct, frozen=True):
    id: str
    title: str
