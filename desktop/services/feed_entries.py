"""The loaded entries of a column: in order, each once, found by id and by post. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from desktop.domain.post import Post, PostKey
from desktop.domain.timeline import Entry


class Origin(NamedTuple):
    """Which of a column's sources an entry is from, and its id there."""

    source: int
    id: str


def merged(entry: Entry, source: int) -> Entry:
    """The entry as a column of several sources knows it: a post that several accounts see is
    one entry, and nothing else of two servers is ever taken for the same."""
    if entry.post is not None:
        return replace(entry, id=entry.post.uri or f"{source}/{entry.id}")
    return replace(entry, id=f"{source}/{entry.id}")


def post_of(entry: Entry) -> Post | None:
    if entry.post is not None:
        return entry.post
    return entry.notification.post if entry.notification is not None else None


def with_post(entry: Entry, post: Post) -> Entry:
    if entry.notification is not None:
        return replace(entry, notification=replace(entry.notification, post=post))
    return replace(entry, post=post)


class FeedEntries:
    """`all` is newest first and changed in place."""

    def __init__(self, *, is_merged: bool) -> None:
        self.all: list[Entry] = []
        self._is_merged = is_merged
        self._by_id: dict[str, Entry] = {}
        self._origins: dict[str, list[Origin]] = {}
        self._by_post: dict[PostKey, set[str]] = {}

    def clear(self) -> None:
        self.all.clear()
        self._by_id.clear()
        self._origins.clear()
        self._by_post.clear()

    def __len__(self) -> int:
        return len(self.all)

    def get(self, entry_id: str) -> Entry | None:
        return self._by_id.get(entry_id)

    def origin(self, entry_id: str) -> Origin | None:
        origins = self._origins.get(entry_id)
        return origins[0] if origins else None

    def feed_id(self, origin: Origin) -> str | None:
        """The id here of an entry of a source, None when it is not loaded."""
        if not self._is_merged:
            return origin.id if origin.id in self._by_id else None
        for entry_id, origins in self._origins.items():
            if origin in origins:
                return entry_id
        return None

    def insert(self, entries: Iterable[tuple[int, Entry]]) -> list[Entry]:
        """Put entries of sources in their places; those that were not there, newest first."""
        inserted = []
        for source, stored in entries:
            entry = merged(stored, source) if self._is_merged else stored
            origin = Origin(source, stored.id)
            if entry.id in self._by_id:
                origins = self._origins[entry.id]
                if origin not in origins:
                    origins.append(origin)
                continue
            self._origins[entry.id] = [origin]
            self._link(entry)
            self.all.insert(self._place(entry), entry)
            inserted.append(entry)
        inserted.sort(key=lambda entry: entry.order, reverse=True)
        return inserted

    def remove(self, origins: Iterable[Origin]) -> list[str]:
        """Take entries out whose last source is gone; their ids."""
        removed = []
        for origin in origins:
            entry_id = self.feed_id(origin)
            if entry_id is None:
                continue
            rest = self._origins[entry_id]
            if origin in rest:
                rest.remove(origin)
            if not rest:
                self._drop(entry_id)
                removed.append(entry_id)
        return removed

    def cut(self, length: int) -> list[str]:
        """Drop what is beyond `length`; the ids of that."""
        gone = [entry.id for entry in self.all[length:]]
        for entry_id in reversed(gone):
            self._drop(entry_id)
        return gone

    def replace(self, source: int, stored: Entry) -> Entry | None:
        """New content at the same place; the entry, None when it is not loaded."""
        entry_id = self.feed_id(Origin(source, stored.id))
        if entry_id is None:
            return None
        return self._exchange(entry_id, replace(stored, id=entry_id))

    def update(self, posts: dict[PostKey, Post]) -> list[Entry]:
        """Show the new posts wherever their former selves are; the entries that changed."""
        changed = []
        for key in posts.keys() & self._by_post.keys():
            for entry_id in tuple(self._by_post[key]):
                entry = with_post(self._by_id[entry_id], posts[key])
                self._exchange(entry_id, entry)
                changed.append(entry)
        return changed

    def _exchange(self, entry_id: str, entry: Entry) -> Entry:
        index = self.index(entry_id)
        self._unlink(self._by_id[entry_id])
        entry = replace(entry, sort_at=self.all[index].sort_at)
        self.all[index] = entry
        self._link(entry)
        return entry

    def index(self, entry_id: str) -> int:
        """Where a loaded entry stands."""
        return self._place(self._by_id[entry_id])

    def _place(self, entry: Entry) -> int:
        """Where `entry` stands or would stand: the first place that is not newer than it."""
        low, high, order = 0, len(self.all), entry.order
        while low < high:
            middle = (low + high) // 2
            if self.all[middle].order > order:
                low = middle + 1
            else:
                high = middle
        return low

    def _link(self, entry: Entry) -> None:
        self._by_id[entry.id] = entry
        post = post_of(entry)
        if post is not None:
            self._by_post.setdefault(post.key, set()).add(entry.id)

    def _unlink(self, entry: Entry) -> None:
        self._by_id.pop(entry.id, None)
        post = post_of(entry)
        if post is not None and post.key in self._by_post:
            self._by_post[post.key].discard(entry.id)
            if not self._by_post[post.key]:
                del self._by_post[post.key]

    def _drop(self, entry_id: str) -> None:
        entry = self._by_id[entry_id]
        del self.all[self.index(entry_id)]
        self._unlink(entry)
        self._origins.pop(entry_id, None)
