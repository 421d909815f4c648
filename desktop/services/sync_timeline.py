"""One timeline kept in step with its server: catching up, reading on below, filling holes."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Protocol

from msgspec.structs import replace

from desktop.domain.column import ColumnState, Loading
from desktop.domain.signal import Signal
from desktop.domain.timeline import Cursor, Entry, Page, TimelineKey, TimelineKind
from desktop.networks.base import Adapter, Budget
from desktop.services.gaps import gap_between, server_id
from desktop.services.store import PostStore, StoreBatch
from desktop.services.sync_pages import (
    keeps_server_order,
    page_entries,
    positions,
    post_entry,
    thread_posts,
)

PAGE = 40
MAX_PAGES = 5
"""So many pages are asked for in one go; what is still missing then becomes a gap."""


class Source(Protocol):
    """Where a column gets a timeline from."""

    @property
    def key(self) -> TimelineKey: ...

    @property
    def state(self) -> ColumnState: ...

    @property
    def state_changed(self) -> Signal[ColumnState]: ...

    @property
    def is_at_end(self) -> bool:
        """The server has nothing older than what is stored."""
        ...

    @property
    def budget(self) -> Budget: ...

    async def refresh(self) -> None: ...

    async def load_older(self) -> None: ...

    async def fill_gap(self, entry: Entry) -> None: ...


class Follows(Protocol):
    """Keeps timelines in step as long as somebody follows them."""

    def follow(self, key: TimelineKey) -> Source: ...

    def unfollow(self, key: TimelineKey) -> None: ...


class TimelineSync:
    """The server's side of one timeline; whoever shows it shares this.

    `adapter` gives the way to the server or raises why there is none; `run` runs a request and
    sees to it that what goes wrong is said. Its methods raise NetworkError and StoreError.
    """

    def __init__(
        self,
        key: TimelineKey,
        store: PostStore,
        adapter: Callable[[], Adapter],
        run: Callable[[TimelineSync, Callable[[], Awaitable[None]]], Awaitable[None]],
    ) -> None:
        self.key = key
        self.state: ColumnState = Loading()
        self.state_changed: Signal[ColumnState] = Signal()
        self.is_at_end = False
        self.is_preparing = False
        """The server said that it still makes this timeline."""
        self.is_caught_up = False
        """Nothing is missing at the top, or it is marked by a gap; until the stream is lost."""
        self.arrived = 0
        """New entries of the last refresh."""
        self._store = store
        self._adapter = adapter
        self._run = run
        self._turn = asyncio.Lock()
        self._older: Cursor | None = None

    @property
    def budget(self) -> Budget:
        try:
            return self._adapter().budget()
        except Exception:
            return Budget()

    def set_state(self, state: ColumnState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)

    async def refresh(self) -> None:
        """Bring the top up to date, now; errors become the state."""
        await self._run(self, self.catch_up)

    async def load_older(self) -> None:
        """Read on below what is stored; errors become the state."""
        await self._run(self, self.read_on)

    async def fill_gap(self, entry: Entry) -> None:
        """Read one page into a hole; errors become the state."""
        await self._run(self, lambda: self.fill(entry))

    async def catch_up(self) -> None:
        """Read from the top down to what is known. Holes that stay become gaps."""
        async with self._turn:
            self.arrived = 0
            if self.key.kind is TimelineKind.THREAD:
                await self._read_thread()
            elif keeps_server_order(self.key.kind):
                await self._catch_up_in_order()
            else:
                await self._catch_up_in_time()

    async def _catch_up_in_time(self) -> None:
        adapter, gap, below = self._adapter(), None, await self._top()
        cursor: Cursor | None = None
        upper = 0
        try:
            for _ in range(MAX_PAGES):
                page = await adapter.fetch(self.key, cursor, PAGE)
                self.is_preparing = not page.complete
                entries = page_entries(page)
                is_joined = (
                    below is None
                    or page.older is None
                    or self.key.kind is TimelineKind.SEARCH
                    or await self._reaches_known(entries)
                )
                closed = await self._closed_by(entries, upper) if below is not None else ()
                if is_joined:
                    await self._put(entries, closed=closed, complete=True)
                    if below is None:
                        self._older = page.older
                        self.is_at_end = page.older is None and page.complete
                    gap = None
                    break
                if entries and below is not None and page.older is not None:
                    bottom = min(entries, key=lambda entry: entry.order)
                    gap, upper = gap_between(bottom, below, page.older), bottom.sort_at
                    await self._put(entries, closed=closed, gap=gap)
                if page.older is None or page.older == cursor:
                    break
                cursor = page.older
        finally:
            if gap is not None:
                await self._tell_gap(gap)
        self.is_caught_up = not self.is_preparing

    async def _tell_gap(self, gap: Entry) -> None:
        await self._store.apply(
            StoreBatch(entries={self.key: (gap,)}, complete=frozenset({self.key}))
        )

    async def _top(self) -> Entry | None:
        """The newest stored entry that is no gap."""
        for entry in await self._store.window(self.key, limit=3):
            if entry.gap is None:
                return entry
        return None

    async def _reaches_known(self, entries: list[Entry]) -> bool:
        known = await self._store.orders(
            self.key, tuple(entry.id for entry in entries), marked=True
        )
        # A group of notifications that grew came to the top: knowing it says nothing.
        return any(known.get(entry.id) == entry.sort_at for entry in entries)

    async def _closed_by(self, entries: list[Entry], upper: int) -> tuple[str, ...]:
        """The gaps that lie within a page or between it and `upper`, the place that it follows."""
        if not entries:
            return ()
        lowest = min(entry.sort_at for entry in entries)
        highest = max([upper, *(entry.sort_at for entry in entries)])
        return tuple(
            gap.id
            for gap in await self._store.gaps(self.key)
            if lowest - 1 <= gap.sort_at <= highest
        )

    async def _put(
        self,
        entries: list[Entry],
        *,
        closed: tuple[str, ...] = (),
        gap: Entry | None = None,
        complete: bool = False,
    ) -> None:
        stored = (*entries, gap) if gap is not None else tuple(entries)
        change = await self._store.apply(
            StoreBatch(
                entries={self.key: stored} if stored else {},
                removed={self.key: closed} if closed else {},
                complete=frozenset({self.key}) if complete else frozenset(),
                silent=frozenset({gap.id}) if gap is not None else frozenset(),
            )
        )
        self.arrived += len(change.added.get(self.key, ()))

    async def _catch_up_in_order(self) -> None:
        """The server's order counts: new entries go on top, what left the list leaves ours."""
        adapter = self._adapter()
        top = await self._top()
        cursor: Cursor | None = None
        ceiling: int | None = None
        for _ in range(MAX_PAGES):
            page = await adapter.fetch(self.key, cursor, PAGE)
            self.is_preparing = not page.complete
            entries = page_entries(page)
            known = await self._store.orders(self.key, tuple(entry.id for entry in entries))
            floor = top.sort_at if top is not None and not known else None
            placed = self._placed(entries, known, ceiling=ceiling, floor=floor)
            removed: tuple[str, ...] = ()
            if known and page.complete:
                lowest = min(known.values())
                present = {entry.id for entry in entries}
                stored = await self._store.ids(self.key, since=lowest)
                if ceiling is None:
                    removed = tuple(name for name in stored if name not in present)
            await self._put(placed, closed=removed, complete=True)
            if top is None:
                self._older, self.is_at_end = page.older, page.older is None and page.complete
            if known or top is None or page.older is None or page.older == cursor:
                break
            cursor = page.older
            if placed:
                ceiling = placed[-1].sort_at
        self.is_caught_up = not self.is_preparing

    @staticmethod
    def _placed(
        entries: list[Entry],
        known: dict[str, int],
        *,
        ceiling: int | None = None,
        floor: int | None = None,
    ) -> list[Entry]:
        places = positions(
            [entry.id for entry in entries],
            known,
            now=time.time_ns() // 1000,
            ceiling=ceiling,
            floor=floor,
        )
        return [replace(entry, sort_at=places[entry.id]) for entry in entries]

    async def _read_thread(self) -> None:
        thread = await self._adapter().thread(self.key.parameter)
        entries = [post_entry(post) for post in thread_posts(thread)]
        known = await self._store.orders(self.key, tuple(entry.id for entry in entries))
        placed = self._placed(entries, known)
        stored = await self._store.ids(self.key, since=0)
        present = {entry.id for entry in entries}
        await self._put(
            placed, closed=tuple(name for name in stored if name not in present), complete=True
        )
        self.is_at_end = self.is_caught_up = True
        self.is_preparing = False

    async def read_on(self) -> None:
        """Read below the oldest stored entry until something is new there, or the end."""
        async with self._turn:
            if self.is_at_end:
                return
            adapter, cursor = self._adapter(), self._older
            oldest = await self._bottom()
            if cursor is None and oldest is not None:
                cursor = adapter.fill_cursor(self.key, server_id(oldest)) or None
            for _ in range(MAX_PAGES):
                page = await adapter.fetch(self.key, cursor, PAGE)
                entries = page_entries(page)
                known = await self._store.orders(self.key, tuple(entry.id for entry in entries))
                if keeps_server_order(self.key.kind):
                    fresh = [entry for entry in entries if entry.id not in known]
                    ceiling = oldest.sort_at if oldest is not None else None
                    entries = self._placed(fresh, {}, ceiling=ceiling)
                await self._put(entries)
                if page.older is None or page.older == cursor:
                    self.is_at_end = page.complete
                    return
                self._older = cursor = page.older
                if len(known) < len(entries) or (entries and not known):
                    return

    async def _bottom(self) -> Entry | None:
        return await self._store.bottom(self.key)

    async def fill(self, entry: Entry) -> None:
        """Read one page into the hole `entry`; what is still missing is a smaller one."""
        async with self._turn:
            if entry.gap is None:
                return
            adapter = self._adapter()
            if not entry.gap.fill:
                await self._store.apply(StoreBatch(removed={self.key: (entry.id,)}))
                return
            page = await adapter.fetch(self.key, entry.gap.fill, PAGE)
            await self._fill_with(page, entry)

    async def _fill_with(self, page: Page, entry: Entry) -> None:
        entries = page_entries(page)
        known = await self._store.orders(self.key, tuple(one.id for one in entries))
        is_joined = page.older is None or any(place < entry.sort_at for place in known.values())
        gap: Entry | None = None
        if not is_joined and page.older is not None:
            bottom = min(entries, key=lambda one: one.order) if entries else entry
            below = await self._store.window(self.key, before=bottom.order, limit=2)
            solid = [one for one in below if one.gap is None]
            if solid:
                gap = gap_between(bottom, solid[0], page.older)
                if not entries:
                    gap = replace(entry, gap=gap.gap)
            else:
                self._older = page.older
        inside = await self._closed_by(entries, entry.sort_at)
        closed = tuple({*inside, entry.id} - ({gap.id} if gap is not None else set()))
        stored = (*entries, gap) if gap is not None else tuple(entries)
        await self._store.apply(
            StoreBatch(entries={self.key: stored} if stored else {}, removed={self.key: closed})
        )
