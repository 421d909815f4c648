"""The loaded entries of a column: in order, each once, found by id and by post. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from msgspec.structs import replace

from desktop.domain.post import Post, PostKey
from desktop.domain.profile import Profile
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


def subject_of(entry: Entry) -> str:
    """What makes two entries the same row: the post that is read, whoever reposted it. Empty
    for notifications and gaps, which are never the same."""
    return entry.post.shown.uri if entry.post is not None else ""


class FeedEntries:
    """`all` is newest first and changed in place.

    Each row has members: the entries of sources that it came by. The first one gives the row
    its id, its place and its content; those that join later change who reposted it only.
    """

    def __init__(self, *, is_merged: bool) -> None:
        self.all: list[Entry] = []
        self._is_merged = is_merged
        self._by_id: dict[str, Entry] = {}
        self._members: dict[str, dict[Origin, Entry]] = {}
        self._by_origin: dict[Origin, str] = {}
        self._by_subject: dict[str, str] = {}
        self._by_post: dict[PostKey, set[str]] = {}
        self._joined: dict[str, None] = {}

    def clear(self) -> None:
        self.all.clear()
        for known in (
            self._by_id, self._members, self._by_origin, self._by_subject, self._by_post,
            self._joined,
        ):  # fmt: skip
            known.clear()

    def __len__(self) -> int:
        return len(self.all)

    def get(self, entry_id: str) -> Entry | None:
        return self._by_id.get(entry_id)

    def origin(self, entry_id: str) -> Origin | None:
        return next(iter(self._members.get(entry_id, ())), None)

    def feed_id(self, origin: Origin) -> str | None:
        """The id here of an entry of a source, None when it is not loaded."""
        return self._by_origin.get(origin)

    def row_with(self, entry_id: str) -> str:
        """The row that an entry is in: its own, or the one that it joined. Empty: none."""
        if entry_id in self._by_id:
            return entry_id
        for origin, row in self._by_origin.items():
            member = self._members[row][origin]
            if entry_id in (origin.id, merged(member, origin.source).id):
                return row
        return ""

    def take_joined(self) -> list[Entry]:
        """Rows that were there and came by another way, or lost one, since this was asked."""
        changed = [self._by_id[row] for row in self._joined if row in self._by_id]
        self._joined.clear()
        return changed

    def insert(self, entries: Iterable[tuple[int, Entry]]) -> list[Entry]:
        """Put entries of sources in their places; the rows that were not there, newest first.
        Those that joined a row that was there are told by `take_joined`."""
        fresh: list[str] = []
        for source, stored in entries:
            origin = Origin(source, stored.id)
            if origin in self._by_origin:
                continue
            entry = merged(stored, source) if self._is_merged else stored
            row = self._by_subject.get(subject_of(stored), "")
            if not row and entry.id in self._by_id:
                row = entry.id
            if row:
                self._join(row, origin, stored)
                continue
            self._members[entry.id] = {origin: stored}
            self._by_origin[origin] = entry.id
            if subject := subject_of(stored):
                self._by_subject[subject] = entry.id
            self._link(stored, entry.id)
            self._by_id[entry.id] = entry
            self.all.insert(self._place(entry), entry)
            fresh.append(entry.id)
        for row in fresh:
            self._joined.pop(row, None)
        inserted = [self._by_id[row] for row in fresh]
        inserted.sort(key=lambda entry: entry.order, reverse=True)
        return inserted

    def remove(self, origins: Iterable[Origin]) -> list[str]:
        """Take entries out; the ids of the rows that came by no other way."""
        removed = []
        for origin in origins:
            row = self._by_origin.pop(origin, None)
            if row is None:
                continue
            members = self._members[row]
            self._unlink(members.pop(origin), row)
            if members:
                self._show(row)
                self._joined[row] = None
            else:
                self._drop(row)
                removed.append(row)
        return removed

    def cut(self, length: int) -> list[str]:
        """Drop what is beyond `length`; the ids of that."""
        gone = [entry.id for entry in self.all[length:]]
        for row in reversed(gone):
            self._drop(row)
        return gone

    def replace(self, source: int, stored: Entry) -> Entry | None:
        """New content at the same place; the row, None when it is not loaded."""
        origin = Origin(source, stored.id)
        row = self._by_origin.get(origin)
        if row is None:
            return None
        self._unlink(self._members[row][origin], row)
        self._members[row][origin] = stored
        self._link(stored, row)
        return self._show(row)

    def update(self, posts: dict[PostKey, Post]) -> list[Entry]:
        """Show the new posts wherever their former selves are; the rows that changed."""
        changed: dict[str, Entry] = {}
        for key in posts.keys() & self._by_post.keys():
            for row in tuple(self._by_post[key]):
                members = self._members[row]
                for origin, member in members.items():
                    post = post_of(member)
                    if post is not None and post.key == key:
                        members[origin] = with_post(member, posts[key])
                changed[row] = self._show(row)
        return list(changed.values())

    def index(self, entry_id: str) -> int:
        """Where a loaded entry stands."""
        return self._place(self._by_id[entry_id])

    def _join(self, row: str, origin: Origin, stored: Entry) -> None:
        self._members[row][origin] = stored
        self._by_origin[origin] = row
        self._link(stored, row)
        before = self._by_id[row].reposters
        if self._show(row).reposters != before:
            self._joined[row] = None

    def _show(self, row: str) -> Entry:
        """Make the row what its members say."""
        index, members = self.index(row), self._members[row]
        entry = replace(
            next(iter(members.values())),
            id=row,
            sort_at=self.all[index].sort_at,
            reposters=_reposters(members.values()),
        )
        self.all[index] = self._by_id[row] = entry
        return entry

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

    def _link(self, member: Entry, row: str) -> None:
        post = post_of(member)
        if post is not None:
            self._by_post.setdefault(post.key, set()).add(row)

    def _unlink(self, member: Entry, row: str) -> None:
        post = post_of(member)
        if post is not None and post.key in self._by_post:
            self._by_post[post.key].discard(row)
            if not self._by_post[post.key]:
                del self._by_post[post.key]

    def _drop(self, row: str) -> None:
        entry = self._by_id[row]
        del self.all[self.index(row)]
        del self._by_id[row]
        self._joined.pop(row, None)
        for origin, member in self._members.pop(row).items():
            self._by_origin.pop(origin, None)
            self._unlink(member, row)
        subject = subject_of(entry)
        if subject and self._by_subject.get(subject) == row:
            del self._by_subject[subject]


def _reposters(members: Collection[Entry]) -> tuple[Profile, ...]:
    """All who reposted it, the latest first; empty where there is only one way to say."""
    if len(members) < 2:
        return ()
    reposts = [
        one.post for one in members if one.post is not None and one.post.repost_of is not None
    ]
    reposts.sort(key=lambda post: post.created_at, reverse=True)
    return tuple({post.author.handle: post.author for post in reposts}.values())
