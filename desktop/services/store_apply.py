"""One batch, one transaction: what a StoreBatch does to the rows. Runs in the worker thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from desktop.domain.account import AccountId
from desktop.domain.post import Post, PostKey
from desktop.domain.timeline import Entry, TimelineKey, microseconds
from desktop.domain.timeline_kind import TimelineKind
from desktop.services import store_entries
from desktop.services.database import Transaction
from desktop.services.store_batch import StoreBatch, StoreChange
from desktop.services.store_rows import PostRows, delete_posts, index_words, read_post


class LiveSearch(NamedTuple):
    """A saved search, ready to match. `accounts` empty: all."""

    id: str
    accounts: tuple[AccountId, ...]
    matches: Callable[[Post], bool]

    @property
    def key(self) -> TimelineKey:
        return TimelineKey(AccountId(""), TimelineKind.SAVED_SEARCH, self.id)


class Application:
    """Applies one batch; `result` is what it changed."""

    def __init__(
        self,
        transaction: Transaction,
        batch: StoreBatch,
        searches: tuple[LiveSearch, ...],
        index_text: Callable[[Post], str],
    ) -> None:
        self._transaction = transaction
        self._batch = batch
        self._searches = searches
        self._index_text = index_text
        self._posts = PostRows(transaction, is_streamed=batch.is_streamed, restores=batch.restores)
        self._added: dict[TimelineKey, dict[str, None]] = {}
        self._replaced: dict[TimelineKey, dict[str, None]] = {}
        self._removed: dict[TimelineKey, dict[str, None]] = {}
        self._deleted: set[PostKey] = set()
        self._updated: set[int] = set()
        self._shown: set[int] = set()

    def result(self) -> StoreChange:
        batch = self._batch
        for post in batch.posts:
            self._write(post)
        for key, ids in batch.removed.items():
            self._remove(key, ids)
        for key, entries in batch.entries.items():
            self._put(key, entries)
        self._updated.update(self._posts.changed.values())
        self._index()
        self._delete(batch.deleted)
        for key in batch.complete:
            timeline = store_entries.timeline_num(self._transaction, key, create=True)
            if timeline is not None:
                store_entries.set_mark(self._transaction, timeline)
        return self._change()

    def _write(self, post: Post) -> int | None:
        written = self._posts.write(post)
        if written.is_gone:
            return None
        shown = written if post.repost_of is None else self._posts.write(post.repost_of)
        if not shown.is_gone:
            self._shown.add(shown.num)
        return None if shown.is_gone else written.num

    def _remove(self, key: TimelineKey, ids: tuple[str, ...]) -> None:
        timeline = store_entries.timeline_num(self._transaction, key, create=False)
        if timeline is None:
            return
        for entry_id in store_entries.remove_entries(self._transaction, timeline, ids):
            self._removed.setdefault(key, {})[entry_id] = None

    def _put(self, key: TimelineKey, entries: tuple[Entry, ...]) -> None:
        timeline = store_entries.timeline_num(self._transaction, key, create=True)
        if timeline is None:
            return
        for entry in entries:
            post = entry.post or (entry.notification.post if entry.notification else None)
            num = None
            if post is not None:
                num = self._write(post)
                if num is None:
                    continue
            put = store_entries.put_entry(
                self._transaction, timeline, entry, num, is_streamed=self._batch.is_streamed
            )
            if put.is_moved:
                self._removed.setdefault(key, {})[entry.id] = None
            if put.is_added:
                self._added.setdefault(key, {})[entry.id] = None
                self._replaced.get(key, {}).pop(entry.id, None)
            elif put.is_replaced and entry.id not in self._added.get(key, {}):
                self._replaced.setdefault(key, {})[entry.id] = None
            elif entry.gap is not None and entry.id not in self._batch.silent:
                # A gap that was stored silently is told now.
                self._replaced.setdefault(key, {})[entry.id] = None

    def _index(self) -> None:
        """Index the words of what is new or different, and offer it to the saved searches."""
        changed = set(self._posts.changed.values())
        for num in self._shown | changed:
            row = self._transaction.row("SELECT is_indexed, repost_of FROM posts WHERE num=?", num)
            if row is None or row[1] is not None:
                continue
            if row[0] and num not in changed:
                continue
            post = read_post(self._transaction, num)
            if post is None:
                continue
            index_words(self._transaction, num, self._index_text(post))
            if num in self._shown:
                self._offer(num, post)

    def _offer(self, num: int, post: Post) -> None:
        for search in self._searches:
            if search.accounts and post.account not in search.accounts:
                continue
            if not search.matches(post):
                continue
            timeline = store_entries.timeline_num(self._transaction, search.key, create=True)
            entry = Entry(id=post.uri, sort_at=microseconds(post.created_at), post=post)
            if timeline is None or store_entries.known_orders(
                self._transaction, timeline, (entry.id,), marked=False
            ):
                continue
            store_entries.put_entry(self._transaction, timeline, entry, num, is_streamed=False)
            self._added.setdefault(search.key, {})[entry.id] = None

    def _delete(self, keys: tuple[PostKey, ...]) -> None:
        gone, quoting = delete_posts(self._transaction, keys)
        for num, key in gone:
            self._deleted.add(key)
            for timeline, entry_id in store_entries.remove_entries_of_post(self._transaction, num):
                self._added.get(timeline, {}).pop(entry_id, None)
                self._replaced.get(timeline, {}).pop(entry_id, None)
                self._removed.setdefault(timeline, {})[entry_id] = None
        self._updated.update(quoting)

    def _change(self) -> StoreChange:
        updated = (read_post(self._transaction, num) for num in self._updated)
        return StoreChange(
            added=self._read(self._added),
            updated={post.key: post for post in updated if post is not None},
            removed={key: tuple(ids) for key, ids in self._removed.items() if ids},
            deleted=frozenset(self._deleted),
            replaced=self._read(self._replaced),
        )

    def _read(
        self, told: dict[TimelineKey, dict[str, None]]
    ) -> dict[TimelineKey, tuple[Entry, ...]]:
        result: dict[TimelineKey, tuple[Entry, ...]] = {}
        for key, ids in told.items():
            timeline = store_entries.timeline_num(self._transaction, key, create=False)
            if timeline is None:
                continue
            entries = [
                entry
                for entry_id in ids
                if entry_id not in self._batch.silent
                and (entry := store_entries.read_entry(self._transaction, timeline, entry_id))
            ]
            if entries:
                entries.sort(key=lambda entry: entry.order, reverse=True)
                result[key] = tuple(entries)
        return result
