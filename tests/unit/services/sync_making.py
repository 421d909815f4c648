"""A small server in memory, and sessions that lead to it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

from desktop.domain.account import Account, AccountId, Capabilities
from desktop.domain.notification import Notification
from desktop.domain.post import Post, Thread
from desktop.domain.query import Query
from desktop.domain.signal import Signal
from desktop.domain.stream import StreamEvent
from desktop.domain.timeline import Cursor, Page, TimelineKey
from desktop.networks.base import Budget
from tests.unit.services.store_making import ME


class FakeServer:
    """Speaks as an Adapter, as far as sync asks. `timelines` are in the server's order."""

    def __init__(self, account: AccountId = ME) -> None:
        self.timelines: dict[TimelineKey, list[Post | Notification]] = {}
        self.threads: dict[str, Thread] = {}
        self.found: list[Post] = []
        self.events: asyncio.Queue[StreamEvent | Exception] = asyncio.Queue()
        self.streamed: frozenset[TimelineKey] = frozenset()
        self.streams = 0
        self.fetches: list[tuple[TimelineKey, Cursor | None]] = []
        self.error: Exception | None = None
        self.before_fetch: Callable[[], None] | None = None
        self.stream_error: Exception | None = None
        self.allowance = Budget()
        self.page_size = 40
        self.is_complete = True
        self.has_fill = True
        self.account = Account(
            id=account,
            network="demo",
            server="https://example.org",
            handle="me@example.org",
            profile_id="me",
            capabilities=Capabilities(can_search_posts=True),
        )

    async def fetch(self, key: TimelineKey, cursor: Cursor | None = None, limit: int = 40) -> Page:
        self.fetches.append((key, cursor))
        await asyncio.sleep(0)
        if self.before_fetch is not None:
            self.before_fetch()
        if self.error is not None:
            raise self.error
        return self._page(self.timelines.get(key, []), cursor, min(limit, self.page_size))

    def _page(self, listed: list[Any], cursor: Cursor | None, limit: int) -> Page:
        start = 0
        if cursor is not None:
            ids = [one.id for one in listed]
            start = (
                ids.index(cursor) + 1
                if cursor in ids
                else len([one for one in ids if one > cursor])
            )
        piece = listed[start : start + limit]
        more = start + limit < len(listed)
        return Page(
            posts=tuple(one for one in piece if isinstance(one, Post)),
            notifications=tuple(one for one in piece if isinstance(one, Notification)),
            older=Cursor(piece[-1].id) if more and piece else None,
            complete=self.is_complete,
        )

    def fill_cursor(self, key: TimelineKey, below_id: str) -> Cursor:
        return Cursor(below_id if self.has_fill else "")

    async def thread(self, post_id: str) -> Thread:
        return self.threads[post_id]

    async def search_posts(self, query: Query, cursor: Cursor | None = None) -> Page:
        if self.error is not None:
            raise self.error
        return self._page(list(self.found), cursor, 40)

    def budget(self) -> Budget:
        return self.allowance

    async def stream(self, keys: frozenset[TimelineKey]) -> AsyncIterator[StreamEvent]:
        self.streams += 1
        self.streamed = keys
        if self.stream_error is not None:
            raise self.stream_error
        while True:
            event = await self.events.get()
            if isinstance(event, Exception):
                raise event
            yield event

    def set_keys(self, keys: frozenset[TimelineKey]) -> None:
        self.streamed = keys


class FakeSessions:
    """Leads to servers; `errors` says why one cannot be reached."""

    def __init__(self, *servers: FakeServer) -> None:
        self.changed: Signal[AccountId] = Signal()
        self.servers = {server.account.id: server for server in servers}
        self.errors: dict[AccountId, Exception] = {}
        self.reports: list[BaseException | None] = []

    def adapter(self, account: AccountId) -> Any:
        if account in self.errors:
            raise self.errors[account]
        return self.servers[account]

    def report(
        self, account: AccountId, error: BaseException | None, adapter: object = None
    ) -> None:
        self.reports.append(error)


async def until(is_so: Callable[[], object], seconds: float = 5.0) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(seconds):
        while not is_so():
            await asyncio.sleep(0.005)
