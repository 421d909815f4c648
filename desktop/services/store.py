"""The one store: every change to posts goes in here and is told from here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

import msgspec

from desktop.domain.account import AccountId
from desktop.domain.errors import QueryError
from desktop.domain.post import Post, PostKey
from desktop.domain.query import Query, SavedSearch
from desktop.domain.signal import Signal
from desktop.domain.timeline import Entry, TimelineKey
from desktop.services import store_entries
from desktop.services.database import Database, Transaction
from desktop.services.store_apply import Application, LiveSearch
from desktop.services.store_batch import Place, StoreBatch, StoreChange
from desktop.services.store_live import LivePosts
from desktop.services.store_prune import forget_account, prune_posts, prune_timelines
from desktop.services.store_rows import read_post
from desktop.services.store_search import search_posts

__all__ = ["Matching", "Place", "PostStore", "StoreBatch", "StoreChange"]


class Matching(Protocol):
    """What the store asks of `text/query.py`."""

    def parse(self, text: str) -> Query: ...

    def compile(self, query: Query) -> Callable[[Post], bool]: ...

    def fts(self, query: Query) -> str | None: ...

    def index_text(self, post: Post) -> str: ...


class PostStore:
    """Posts and timelines, on the disk and shared in memory.

    A post that is shown in several columns is one object: `post` finds it, `changed` brings its
    successor. All methods are for the loop's thread.
    """

    def __init__(self, database: Database, matching: Matching) -> None:
        self._database = database
        self._matching = matching
        self._live = LivePosts()
        self._searches: tuple[LiveSearch, ...] = ()
        self._forgotten: set[AccountId] = set()
        self.changed: Signal[StoreChange] = Signal()

    # -- changing

    async def apply(self, batch: StoreBatch) -> StoreChange:
        """Store the batch in one transaction, then tell `changed`. Raises StoreError.

        Once it is stored it is told, even to a caller who was cancelled meanwhile.
        """
        told: list[StoreChange] = []
        if self._forgotten:
            batch = batch.without(self._forgotten)

        def work(transaction: Transaction) -> StoreChange:
            return Application(
                transaction, batch, self._searches, self._matching.index_text
            ).result()

        def then(change: StoreChange) -> None:
            told.append(self._publish(change))

        change = await self._database.write(work, then)
        return told[0] if told else change

    def _publish(self, change: StoreChange) -> StoreChange:
        live = self._live
        updated = {key: live.adopt(post, is_new=True) for key, post in change.updated.items()}
        live.spread(updated)
        for key in change.deleted:
            live.drop(key)
        change = StoreChange(
            added={
                key: tuple(live.adopt_entry(entry, is_new=True) for entry in entries)
                for key, entries in change.added.items()
            },
            updated=updated,
            removed=change.removed,
            deleted=change.deleted,
            replaced={
                key: tuple(live.adopt_entry(entry, is_new=True) for entry in entries)
                for key, entries in change.replaced.items()
            },
        )
        if not change.is_empty:
            self.changed.emit(change)
        return change

    # -- reading

    async def window(
        self, key: TimelineKey, *, before: tuple[int, str] | None = None, limit: int = 40
    ) -> tuple[Entry, ...]:
        """Up to `limit` stored entries below the place `before`, newest first."""

        def work(transaction: Transaction) -> list[Entry]:
            timeline = store_entries.timeline_num(transaction, key, create=False)
            if timeline is None:
                return []
            return store_entries.read_window(transaction, timeline, before, limit)

        entries = await self._database.read(work)
        return tuple(self._live.adopt_entry(entry, is_new=False) for entry in entries)

    async def entry(self, key: TimelineKey, entry_id: str) -> Entry | None:
        def work(transaction: Transaction) -> Entry | None:
            timeline = store_entries.timeline_num(transaction, key, create=False)
            if timeline is None:
                return None
            return store_entries.read_entry(transaction, timeline, entry_id)

        found = await self._database.read(work)
        return None if found is None else self._live.adopt_entry(found, is_new=False)

    async def gaps(self, key: TimelineKey) -> tuple[Entry, ...]:
        """The holes of the timeline, newest first."""

        def work(transaction: Transaction) -> list[Entry]:
            timeline = store_entries.timeline_num(transaction, key, create=False)
            return [] if timeline is None else store_entries.read_gaps(transaction, timeline)

        return tuple(await self._database.read(work))

    async def bottom(self, key: TimelineKey) -> Entry | None:
        """The oldest entry that is no gap."""

        def work(transaction: Transaction) -> Entry | None:
            timeline = store_entries.timeline_num(transaction, key, create=False)
            if timeline is None:
                return None
            return store_entries.read_bottom(transaction, timeline)

        found = await self._database.read(work)
        return None if found is None else self._live.adopt_entry(found, is_new=False)

    async def ids(self, key: TimelineKey, *, since: int) -> tuple[str, ...]:
        """The ids of all entries from the sort key `since` upwards."""

        def work(transaction: Transaction) -> list[str]:
            timeline = store_entries.timeline_num(transaction, key, create=False)
            rows = transaction.rows(
                "SELECT id FROM entries WHERE timeline=? AND sort_at>=?", timeline, since
            )
            return [row[0] for row in rows]

        return tuple(await self._database.read(work))

    async def orders(
        self, key: TimelineKey, ids: tuple[str, ...], *, marked: bool = False
    ) -> dict[str, int]:
        """The sort keys of those of `ids` that the timeline has. `marked`: only of what was
        there when it was last known to be without a hole at its top."""

        def work(transaction: Transaction) -> dict[str, int]:
            timeline = store_entries.timeline_num(transaction, key, create=False)
            if timeline is None:
                return {}
            return store_entries.known_orders(transaction, timeline, ids, marked=marked)

        return await self._database.read(work)

    def post(self, key: PostKey) -> Post | None:
        """The shared object of a post that somebody shows, without asking the disk."""
        return self._live.get(key)

    async def read_post(self, key: PostKey) -> Post | None:
        live = self._live.get(key)
        if live is not None:
            return live

        def work(transaction: Transaction) -> Post | None:
            num = transaction.value(
                "SELECT num FROM posts WHERE account=? AND id=?", key.account, key.id
            )
            return None if num is None else read_post(transaction, num)

        found = await self._database.read(work)
        return None if found is None else self._live.adopt(found, is_new=False)

    async def search(
        self,
        query: Query,
        accounts: tuple[AccountId, ...] = (),
        *,
        before: int | None = None,
        limit: int = 40,
    ) -> tuple[Post, ...]:
        """Stored posts that match, newest first, each once however many accounts saw it.

        `accounts` empty: all. `before`: only posts made before that time (microseconds).
        """
        words = self._matching.fts(query)
        matches = self._matching.compile(query)

        def work(transaction: Transaction) -> list[Post]:
            return search_posts(transaction, words, matches, accounts, before, limit)

        found = await self._database.read(work)
        return tuple(self._live.adopt(post, is_new=False) for post in found)

    # -- saved searches

    def set_searches(self, searches: tuple[SavedSearch, ...]) -> None:
        """From now on every post that arrives is matched with these. One that cannot be
        understood finds nothing."""
        live = []
        for search in searches:
            try:
                matches = self._matching.compile(self._matching.parse(search.text))
            except QueryError:
                continue
            live.append(LiveSearch(search.id, search.accounts, matches))
        self._searches = tuple(live)

    # -- places, forgetting

    async def place(self, column_id: str) -> Place | None:
        rows = await self._database.rows("SELECT body FROM places WHERE column_id=?", column_id)
        if not rows:
            return None
        try:
            return msgspec.json.decode(rows[0][0], type=Place)
        except msgspec.MsgspecError:
            return None

    async def save_place(self, column_id: str, place: Place) -> None:
        await self._database.run(
            "INSERT OR REPLACE INTO places (column_id, body) VALUES (?, ?)",
            column_id,
            msgspec.json.encode(place),
        )

    async def forget_account(self, account: AccountId) -> None:
        """Everything that this account saw leaves the disk and the memory. What is still on its
        way for it is not stored any more, until it is welcome again."""
        self._forgotten.add(account)
        self._live.forget(account)
        await self._database.write(
            lambda transaction: forget_account(transaction, account),
            lambda removed: self._publish(StoreChange(removed=removed)),
        )

    def welcome(self, accounts: Iterable[AccountId]) -> None:
        """These are ours: what they see is stored, also after they were forgotten."""
        self._forgotten.difference_update(accounts)

    async def forget_timeline(self, key: TimelineKey) -> None:
        """Drop a timeline that no column shows any more; its posts go with the next `prune`."""
        await self._database.run(
            "DELETE FROM timelines WHERE account=? AND kind=? AND parameter=?",
            key.account,
            key.kind.value,
            key.parameter,
        )

    async def prune(self, keep: dict[TimelineKey, int], days: int) -> int:
        """Shorten each timeline to what is to be kept, and drop posts that no timeline has.
        Bookmarks stay. In small steps; how many posts went."""
        await self._database.write(lambda transaction: prune_timelines(transaction, keep, days))
        total, after = 0, 0
        while True:
            shown = self._live.keys()
            start = after

            def work(
                transaction: Transaction, shown: set[PostKey] = shown, start: int = start
            ) -> tuple[int, int]:
                return prune_posts(transaction, shown, start)

            gone, after = await self._database.write(work)
            total += gone
            if after == 0:
                return total
