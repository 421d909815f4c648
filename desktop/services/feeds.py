"""What a column shows: its sources merged in time, from the store first, then kept live."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable

from msgspec import Struct
from msgspec.structs import replace

from desktop.domain.column import (
    Column,
    ColumnState,
    Failed,
    Limited,
    Live,
    Loading,
    NoSession,
    Polling,
    Waiting,
)
from desktop.domain.errors import StoreError
from desktop.domain.filter_rule import HiddenWhy
from desktop.domain.notice import Notice, NoticeCode, NoticeLevel
from desktop.domain.signal import Signal
from desktop.domain.timeline import Entry, TimelineKey, TimelineKind
from desktop.networks.base import Budget
from desktop.services.feed_entries import FeedEntries, Origin, subject_of
from desktop.services.feed_rules import FeedRules
from desktop.services.notices import Notices
from desktop.services.seen import Seen
from desktop.services.store import Place, PostStore, StoreChange
from desktop.services.sync_timeline import Follows, Source
from desktop.services.tasks import TaskScope

WINDOW = 40
MAX_AT_START = 400
"""So far down the place is looked for where somebody read before."""
MAX_LOADED = 800
KEPT_LOADED = 400
"""A feed longer than MAX_LOADED lets go of what is further than this below the reader."""
SAVE_SECONDS = 1.0
SLOW_TICK = 5.0
"""Seconds between two looks whether a slow column's time has come."""
BELOW_PLACE = 25
"""Entries that are loaded below the place to come back to."""

_LAST = "\U0010ffff"
_RANK: dict[type[ColumnState], int] = {
    NoSession: 6, Failed: 5, Limited: 4, Waiting: 3, Loading: 2, Polling: 1, Live: 0,
}  # fmt: skip


class FeedChange(Struct, frozen=True, kw_only=True):
    """`inserted`: newest first, may belong anywhere by their order. `removed`: ids. `updated`:
    new content under the same id. An id that is in `removed` and in `inserted` has moved.
    `reset`: take `entries` afresh."""

    inserted: tuple[Entry, ...] = ()
    removed: tuple[str, ...] = ()
    updated: tuple[Entry, ...] = ()
    reset: bool = False


class ColumnFeed:
    """One column's entries; made by `Feeds.open`, to be started and closed.

    `follow` and `unfollow` share in what keeps a timeline in step with its server.
    """

    def __init__(
        self,
        column: Column,
        store: PostStore,
        follow: Callable[[TimelineKey], Source],
        unfollow: Callable[[TimelineKey], None],
        notices: Notices,
        scope: TaskScope,
        seen: Seen | None = None,
    ) -> None:
        self.column = column
        self.changed: Signal[FeedChange] = Signal()
        self.state: ColumnState = Loading()
        self.state_changed: Signal[ColumnState] = Signal()
        self.is_loading_older = False
        self.loading_changed: Signal[None] = Signal()
        self.unread = 0
        self.unread_changed: Signal[int] = Signal()
        self.place: Place | None = None
        self._store = store
        self._follow = follow
        self._unfollow = unfollow
        self._notices = notices
        self._scope = scope
        self._loaded = FeedEntries(is_merged=len(column.sources) > 1)
        self._sources: tuple[Source, ...] = ()
        self._disconnects: list[Callable[[], None]] = []
        self._is_exhausted = False
        """The store has nothing below what is loaded."""
        self._missed: list[StoreChange] | None = None
        """While a window is read: what changed meanwhile."""
        self._read_up_to = 0
        self._seen = seen or Seen()
        self._rules = FeedRules(column, self._seen)
        self.hidden = 0
        """So many posts the column's rules hide, of those that were looked at."""
        self.hidden_changed: Signal[int] = Signal()
        self._held: set[Origin] = set()
        self._last_release = 0.0
        self.held_changed: Signal[int] = Signal()
        self._is_saving = False
        self._is_place_new = False

    @property
    def entries(self) -> list[Entry]:
        """What is loaded, newest first. Not to be changed by others."""
        return self._loaded.all

    @property
    def is_at_end(self) -> bool:
        """There is nothing older, neither stored nor at the server."""
        if self._is_exhausted and self.column.cleared_at:
            return True
        return self._is_exhausted and all(source.is_at_end for source in self._sources)

    @property
    def is_revealing(self) -> bool:
        """What the rules hide is shown all the same."""
        return self._rules.is_revealing

    @property
    def reasons(self) -> dict[HiddenWhy, int]:
        """How many ways each part of the rules hides."""
        return self._rules.reasons

    @property
    def held(self) -> int:
        """So many new posts wait for their time, in a slow column."""
        return len(self._held)

    @property
    def budget(self) -> Budget:
        """Of the source with the least left."""
        budgets = [source.budget for source in self._sources]
        told = [budget for budget in budgets if budget.remaining >= 0]
        return min(told, key=lambda budget: budget.remaining) if told else Budget()

    # -- starting and ending

    async def start(self) -> None:
        """Show what is stored, then go to the network. What goes wrong becomes the state."""
        self._disconnects.append(self._store.changed.connect(self._hear))
        try:
            self.place = await self._store.place(self.column.id)
            self._read_up_to = self.place.read_up_to if self.place is not None else 0
            await self._load_window()
            while (
                self._is_place_near_end()
                and not self._is_exhausted
                and len(self._loaded) < MAX_AT_START
            ):
                await self._load_window()
        except StoreError as error:
            self._notices.report(error, replaces="store")
        if self._read_up_to == 0 and self._loaded.all:
            self._read_up_to = self._loaded.all[0].sort_at
        if self.place is not None and self.place.anchor:
            # The entry may have joined another row meanwhile.
            row = self._loaded.row_with(self.place.anchor)
            self.place = replace(self.place, anchor=row or self.place.anchor)
        self._mark_seen(0)
        self.changed.emit(FeedChange(reset=True))
        self._count_unread()
        self._tell_hidden()
        self._scope.start(self._release_now_and_then(), name="slow")
        if self._scope.is_closed:
            return
        self._sources = tuple(self._follow(key) for key in self.column.sources)
        for source in self._sources:
            self._disconnects.append(source.state_changed.connect(self._source_changed))
        self._source_changed(Loading())

    def _is_place_near_end(self) -> bool:
        """The place to come back to is not loaded, or so low that it could not be shown where
        it was for want of posts below it."""
        if self.place is None or not self.place.anchor:
            return False
        if self._loaded.get(self.place.anchor) is None:
            return True
        return len(self._loaded) - self._loaded.index(self.place.anchor) < BELOW_PLACE

    async def close(self) -> None:
        """Stop; the place is kept."""
        for disconnect in self._disconnects:
            disconnect()
        self._disconnects.clear()
        self._seen.let_go(self.column.id)
        for key in self.column.sources[: len(self._sources)]:
            self._unfollow(key)
        self._sources = ()
        await self._scope.close()
        if self._is_place_new:
            await self._save_place()

    def _source_changed(self, _state: ColumnState) -> None:
        states = [source.state for source in self._sources]
        state = max(states, key=lambda one: _RANK.get(type(one), 0)) if states else Loading()
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)

    # -- asking for more

    async def refresh(self) -> None:
        """Look at the server now; what waited in a slow column is shown."""
        await self.release()
        await asyncio.gather(*(source.refresh() for source in self._sources))

    async def load_older(self) -> None:
        """More below: from the store, else from the server."""
        if self.is_loading_older or self.is_at_end:
            return
        self.is_loading_older = True
        self.loading_changed.emit(None)
        try:
            if not self._is_exhausted:
                inserted = await self._load_window()
                joined = self._loaded.take_joined()
                self._tell_hidden()
                if inserted or joined:
                    self.changed.emit(FeedChange(inserted=tuple(inserted), updated=tuple(joined)))
                if inserted:
                    return
            await asyncio.gather(
                *(source.load_older() for source in self._sources if not source.is_at_end)
            )
        except StoreError as error:
            self._notices.report(error, replaces="store")
        finally:
            self.is_loading_older = False
            self.loading_changed.emit(None)

    async def load_stored(self) -> bool:
        """More below from the store alone; False when there is nothing more in it. Raises
        StoreError."""
        if self._is_exhausted or self.is_loading_older:
            return False
        inserted = await self._load_window()
        joined = self._loaded.take_joined()
        if inserted or joined:
            self.changed.emit(FeedChange(inserted=tuple(inserted), updated=tuple(joined)))
        self._tell_hidden()
        return bool(inserted)

    async def fill_gap(self, entry_id: str) -> None:
        """Read into a hole."""
        entry, origin = self._loaded.get(entry_id), self._loaded.origin(entry_id)
        if entry is None or origin is None or origin.source >= len(self._sources):
            return
        await self._sources[origin.source].fill_gap(replace(entry, id=origin.id))

    async def _load_window(self) -> list[Entry]:
        """The next stored entries below what is loaded; what was inserted."""
        before: tuple[int, str] | None = None
        if self._loaded.all:
            last = self._loaded.all[-1]
            is_merged = len(self.column.sources) > 1
            before = (last.sort_at, _LAST) if is_merged else last.order
        outermost = self._missed is None
        if self._missed is None:
            self._missed = []
        try:
            found: list[tuple[int, Entry]] = []
            for number, key in enumerate(self.column.sources):
                window = await self._store.window(key, before=before, limit=WINDOW)
                found.extend((number, entry) for entry in window)
            found.sort(key=lambda pair: pair[1].order, reverse=True)
            # A source that gave a full window may have more just below it, which belongs
            # above what the others have further down.
            is_more = len(found) >= WINDOW
            taken = found[:WINDOW] if is_more else found
            if taken and taken[-1][1].sort_at <= self.column.cleared_at:
                is_more = False
            inserted = self._loaded.insert(
                pair for pair in taken if self._rules.accepts(pair[0], pair[1])
            )
            self._is_exhausted = not is_more
        finally:
            missed, self._missed = self._missed or [], None if outermost else self._missed
        for change in missed:
            self._hear(change)
        if taken and not inserted and not self._is_exhausted:
            # All of it was known or hidden; the next one is further down only if the place
            # moved, so take what is below by hand.
            return await self._skip_below(taken)
        return inserted

    async def _skip_below(self, taken: list[tuple[int, Entry]]) -> list[Entry]:
        order = taken[-1][1].order
        while True:
            found: list[tuple[int, Entry]] = []
            for number, key in enumerate(self.column.sources):
                window = await self._store.window(key, before=order, limit=WINDOW)
                found.extend((number, entry) for entry in window)
            found.sort(key=lambda pair: pair[1].order, reverse=True)
            taken = found[:WINDOW]
            inserted = self._loaded.insert(
                pair for pair in taken if self._rules.accepts(pair[0], pair[1])
            )
            self._is_exhausted = len(found) < WINDOW
            if inserted or self._is_exhausted:
                return inserted
            order = taken[-1][1].order

    # -- what the store tells

    def _hear(self, change: StoreChange) -> None:
        if self._missed is not None:
            self._missed.append(change)
        removed: list[str] = []
        inserted: list[Entry] = []
        updated: dict[str, Entry] = {}
        for number, key in enumerate(self.column.sources):
            gone = change.removed.get(key, ())
            origins = [Origin(number, name) for name in gone]
            for origin in origins:
                self._rules.drop(origin)
                self._held.discard(origin)
            removed.extend(self._loaded.remove(origins))
            inserted.extend(self._loaded.insert(self._belonging(number, change.added.get(key, ()))))
            for stored in change.replaced.get(key, ()):
                self._replace(number, stored, inserted, updated)
        if change.updated:
            updated.update((entry.id, entry) for entry in self._loaded.update(change.updated))
        updated.update((entry.id, entry) for entry in self._loaded.take_joined())
        inserted = [self._loaded.get(entry.id) or entry for entry in inserted]
        for entry in inserted:
            updated.pop(entry.id, None)
        self._tell_hidden()
        if not (removed or inserted or updated):
            return
        if self._read_up_to == 0 and self._loaded.all:
            # A column that was never read before: what is there at first is not news.
            self._read_up_to = self._loaded.all[0].sort_at
        inserted.sort(key=lambda entry: entry.order, reverse=True)
        self.changed.emit(
            FeedChange(
                inserted=tuple(inserted),
                removed=tuple(removed),
                updated=tuple(updated.values()),
            )
        )
        if inserted:
            self._let_go()
        self._count_unread()

    def _replace(
        self, source: int, stored: Entry, inserted: list[Entry], updated: dict[str, Entry]
    ) -> None:
        entry = self._loaded.replace(source, stored)
        if entry is not None:
            updated[entry.id] = entry
        elif stored.gap is not None:
            # A gap is told only when it is there to stay.
            inserted.extend(self._loaded.insert(self._belonging(source, (stored,))))

    def _belonging(self, source: int, entries: Iterable[Entry]) -> list[tuple[int, Entry]]:
        """Those of the new entries that belong to what is loaded; others come by scrolling."""
        edge = self._loaded.all[-1].sort_at if self._loaded.all else None
        belonging = [
            entry
            for entry in entries
            if self._is_exhausted or edge is None or entry.sort_at >= edge
        ]
        if self.column.slow_minutes and self._sources and self._loaded.all:
            belonging = self._hold(source, belonging)
        return [(source, entry) for entry in belonging if self._rules.accepts(source, entry)]

    def _hold(self, source: int, entries: list[Entry]) -> list[Entry]:
        """In a slow column what is new on top waits; the rest goes in."""
        top = self._loaded.all[0].sort_at
        held = [entry for entry in entries if entry.sort_at > top and entry.gap is None]
        if held:
            self._held.update(Origin(source, entry.id) for entry in held)
            self.held_changed.emit(len(self._held))
        return [entry for entry in entries if entry not in held]

    async def release(self) -> None:
        """Show what waits in a slow column."""
        self._last_release = time.monotonic()
        if not self._held:
            return
        count, self._held = len(self._held), set()
        self.held_changed.emit(0)
        top = self._loaded.all[0].sort_at if self._loaded.all else 0
        pairs: list[tuple[int, Entry]] = []
        for number, key in enumerate(self.column.sources):
            window = await self._store.window(key, limit=count + WINDOW)
            pairs.extend((number, entry) for entry in window if entry.sort_at > top)
        inserted = self._loaded.insert(pair for pair in pairs if self._rules.accepts(*pair))
        fresh = {entry.id for entry in inserted}
        joined = [one for one in self._loaded.take_joined() if one.id not in fresh]
        if inserted or joined:
            self.changed.emit(FeedChange(inserted=tuple(inserted), updated=tuple(joined)))
        self._tell_hidden()
        self._let_go()
        self._count_unread()

    async def _release_now_and_then(self) -> None:
        self._last_release = time.monotonic()
        while True:
            await asyncio.sleep(SLOW_TICK)
            pause = self.column.slow_minutes * 60
            if self._held and time.monotonic() - self._last_release >= pause:
                await self.release()

    # -- rules

    async def set_column(self, column: Column) -> None:
        """Other rules, or another part cleared away; the sources are the same."""
        self.column = column
        await self._begin_anew()

    async def reveal(self, is_revealing: bool) -> None:
        """Show what the rules hide, or hide it again."""
        if is_revealing != self._rules.is_revealing:
            self._rules.is_revealing = is_revealing
            await self._begin_anew()

    async def _begin_anew(self) -> None:
        """Read from the store what was loaded, as the rules are now."""
        wanted = max(WINDOW, len(self._loaded))
        self._rules.begin(self.column)
        self._held.clear()
        self.held_changed.emit(0)
        self._loaded.clear()
        self._is_exhausted = False
        try:
            await self._load_window()
            while len(self._loaded) < min(wanted, MAX_AT_START) and not self._is_exhausted:
                await self._load_window()
        except StoreError as error:
            self._notices.report(error, replaces="store")
        self._loaded.take_joined()
        self.changed.emit(FeedChange(reset=True))
        self._tell_hidden()
        self._count_unread()

    def _tell_hidden(self) -> None:
        hidden = self._rules.hidden
        if hidden != self.hidden:
            self.hidden = hidden
            self.hidden_changed.emit(hidden)
        for rule in self._rules.newly_stopped():
            self._notices.post(
                Notice(
                    code=NoticeCode.RULE_STOPPED,
                    level=NoticeLevel.WARNING,
                    values={"rule": rule.text},
                    replaces=f"rule {rule.text}",
                    seconds=0.0,
                )
            )

    def _mark_seen(self, above: int) -> None:
        """What was read, down to the sort key `above`, counts as seen in other columns."""
        subjects: list[str] = []
        for entry in self._loaded.all:
            if entry.sort_at <= above:
                break
            if entry.sort_at <= self._read_up_to:
                subjects.append(subject_of(entry))
        self._seen.mark(subjects)

    def _let_go(self) -> None:
        """Drop what is far below the reader; scrolling brings it back from the store."""
        if len(self._loaded) <= MAX_LOADED or self._missed is not None:
            return
        reader = 0
        if self.place is not None and self._loaded.get(self.place.anchor) is not None:
            reader = self._loaded.index(self.place.anchor)
        gone = self._loaded.cut(reader + KEPT_LOADED)
        if gone:
            self._is_exhausted = False
            self.changed.emit(FeedChange(removed=tuple(gone)))

    # -- reading

    def mark_read(self, up_to: tuple[int, str] | None = None) -> None:
        """Everything up to the order `up_to` was read; None: all."""
        if up_to is None:
            newest = self._loaded.all[0].sort_at if self._loaded.all else 0
        else:
            newest = up_to[0]
        if newest > self._read_up_to:
            before, self._read_up_to = self._read_up_to, newest
            self._mark_seen(before)
            self.remember_place(self.place or Place())
        self._count_unread()

    def remember_place(self, place: Place) -> None:
        """Where somebody reads; saved after a moment, and when the feed is closed. The read
        mark of `place` never takes back what was read."""
        self._read_up_to = max(self._read_up_to, place.read_up_to)
        place = replace(place, read_up_to=self._read_up_to)
        if place == self.place:
            return
        self.place = place
        self._is_place_new = True
        if not self._is_saving and not self._scope.is_closed:
            self._is_saving = True
            self._scope.start(self._save_later(), name="save place")

    async def _save_later(self) -> None:
        try:
            await asyncio.sleep(SAVE_SECONDS)
        finally:
            # Also when all ends before: the last place read is the one to come back to.
            await self._save_place()
            self._is_saving = False

    async def _save_place(self) -> None:
        if self.place is None:
            return
        self._is_place_new = False
        try:
            await self._store.save_place(self.column.id, self.place)
        except StoreError as error:
            self._notices.report(error, replaces="store")

    def _count_unread(self) -> None:
        unread = 0
        for entry in self._loaded.all:
            if entry.sort_at <= self._read_up_to:
                break
            unread += entry.gap is None
        if unread != self.unread:
            self.unread = unread
            self.unread_changed.emit(unread)


class Feeds:
    """Opens columns. `searches` keeps saved searches, `sync` everything that servers list."""

    def __init__(
        self,
        store: PostStore,
        sync: Follows,
        notices: Notices,
        scope: TaskScope,
        *,
        searches: Follows | None = None,
        seen: Seen | None = None,
    ) -> None:
        self._store = store
        self._sync = sync
        self._searches = searches
        self._notices = notices
        self._scope = scope
        self._seen = seen or Seen()

    def open(self, column: Column) -> ColumnFeed:
        """The feed of a column; nothing happens until it is started."""
        return ColumnFeed(
            column,
            self._store,
            lambda key: self._keeper(key).follow(key),
            lambda key: self._keeper(key).unfollow(key),
            self._notices,
            self._scope.child(f"column {column.id}"),
            self._seen,
        )

    def _keeper(self, key: TimelineKey) -> Follows:
        if key.kind is TimelineKind.SAVED_SEARCH and self._searches is not None:
            return self._searches
        return self._sync
