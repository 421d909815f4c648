"""What a stream told within one frame, made into one batch. Pure."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable

from msgspec.structs import replace

from desktop.domain.account import AccountId
from desktop.domain.notification import NotificationKind
from desktop.domain.post import Post, PostKey
from desktop.domain.stream import (
    NotificationArrived,
    PostArrived,
    PostDeleted,
    PostEdited,
    StreamEvent,
)
from desktop.domain.timeline import SERVER_ORDERED, Entry, TimelineKey, TimelineKind
from desktop.services.store_batch import StoreBatch
from desktop.services.sync_pages import notification_entry, post_entry


class _Frame:
    def __init__(self, account: AccountId, followed: Collection[TimelineKey]) -> None:
        self._account = account
        self._followed = followed
        self._edited: dict[str, Post] = {}
        self._alone: dict[str, Post] = {}
        self._entries: dict[TimelineKey, dict[str, Entry]] = {}
        self._deleted: dict[PostKey, None] = {}

    def take(self, event: StreamEvent) -> None:
        match event:
            case PostArrived(post=post, keys=keys):
                shown = [key for key in keys if key in self._followed]
                for key in shown:
                    self._put(key, post_entry(post))
                if not shown:
                    self._alone[post.id] = post
            case PostEdited(post=post):
                self._edited[post.id] = self._alone[post.id] = post
            case PostDeleted(post_id=post_id):
                self._deleted[PostKey(self._account, post_id)] = None
            case NotificationArrived(notification=notification):
                for kind in (TimelineKind.NOTIFICATIONS, TimelineKind.MENTIONS):
                    key = TimelineKey(self._account, kind)
                    is_mention = notification.kind is NotificationKind.MENTION
                    if key in self._followed and (is_mention or kind is TimelineKind.NOTIFICATIONS):
                        self._put(key, notification_entry(notification))
            case _:
                pass

    def _put(self, key: TimelineKey, entry: Entry) -> None:
        entries = self._entries.setdefault(key, {})
        if key.kind in SERVER_ORDERED:
            entry = replace(entry, sort_at=time.time_ns() // 1000 + len(entries))
        if entry.id in entries:
            # The same group twice in one frame: both are to be joined with what is stored.
            entry = replace(entry, id=entry.id)
            entries[f"{entry.id}\0{len(entries)}"] = entry
        else:
            entries[entry.id] = entry

    def batch(self, complete: frozenset[TimelineKey]) -> StoreBatch:
        return StoreBatch(
            posts=tuple(self._alone.values()),
            entries={
                key: tuple(self._edit(entry) for entry in entries.values())
                for key, entries in self._entries.items()
            },
            deleted=tuple(self._deleted),
            is_streamed=True,
            complete=frozenset(key for key in complete if key in self._entries),
        )

    def _edit(self, entry: Entry) -> Entry:
        """The entry with what an edit in the same frame made of its post."""
        post = entry.post
        if post is None or not self._edited:
            return entry
        if post.id in self._edited:
            return replace(entry, post=self._edited[post.id])
        if post.repost_of is not None and post.repost_of.id in self._edited:
            inner = self._edited[post.repost_of.id]
            return replace(entry, post=replace(post, repost_of=inner))
        return entry


def batch_of(
    account: AccountId,
    events: Iterable[StreamEvent],
    followed: Collection[TimelineKey],
    complete: frozenset[TimelineKey],
) -> StoreBatch:
    """`followed`: the timelines that are stored; `complete`: those of them with no hole at
    their top, which then stay so."""
    frame = _Frame(account, followed)
    for event in events:
        frame.take(event)
    return frame.batch(complete)
