"""Eight columns while 200 posts a second arrive: decode, map, store, match, insert, paint."""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from desktop.domain.account import AccountId
from desktop.domain.column import Column, ColumnState, Live
from desktop.domain.query import SavedSearch
from desktop.domain.signal import Signal
from desktop.domain.timeline import Entry, TimelineKey
from desktop.domain.timeline_kind import TimelineKind
from desktop.networks.base import Budget
from desktop.services.database import Database
from desktop.services.feeds import ColumnFeed, Feeds
from desktop.services.notices import Notices
from desktop.services.store import PostStore, StoreBatch
from desktop.services.tasks import TaskScope
from desktop.text import query
from desktop.views.timeline import TimelineView
from tests.bench import invented, parts
from tests.bench.result import Result, below, percentile

RATE = 200
TICK = 0.05
SECONDS = 12.0
FULL_SECONDS = 60.0
FILLED = 900
"""Posts of each column before the clock starts: above the cap of a feed."""
_EVERY = 0.005


class _Quiet:
    """A source whose server is the bench itself."""

    def __init__(self, key: TimelineKey) -> None:
        self.key = key
        self.state: ColumnState = Live()
        self.state_changed: Signal[ColumnState] = Signal()
        self.is_at_end = True
        self.budget = Budget()

    async def refresh(self) -> None:
        """All that there is comes by itself."""

    async def load_older(self) -> None:
        """There is nothing."""

    async def fill_gap(self, entry: Entry) -> None:
        """There are no gaps."""


class _Quietly:
    def follow(self, key: TimelineKey) -> _Quiet:
        return _Quiet(key)

    def unfollow(self, key: TimelineKey) -> None:
        """Nothing was begun."""


def run() -> Iterable[Result]:
    parts.application()
    seconds = FULL_SECONDS if "--full" in sys.argv else SECONDS
    lags, idle, growth, behind = parts.run_async(lambda: _measure(seconds))
    lag = percentile(lags, 0.99)
    name = f"8 columns, {RATE} posts/s"
    yield below(f"{name}: loop lag p99", lag, percentile(idle, 0.99), "ms", 16)
    yield below(f"{name}: loop lag median", percentile(lags, 0.5), percentile(idle, 0.5), "ms", 16)
    yield below(f"{name}: memory growth", growth, 0, "MB", 4)
    yield below(f"{name}: posts behind at the end", behind, 0, "posts", RATE * TICK)


async def _measure(seconds: float) -> tuple[list[float], list[float], float, float]:
    with tempfile.TemporaryDirectory(prefix="voliere-bench-") as folder:
        database = await Database.open(Path(folder) / "posts.sqlite", "posts", durable=False)
        scope = TaskScope(_fail)
        try:
            return await _Arrivals(PostStore(database, query), scope).run(seconds)
        finally:
            await scope.close()
            await database.close()


def _fail(error: BaseException) -> None:
    raise error


class _Arrivals:
    def __init__(self, store: PostStore, scope: TaskScope) -> None:
        self._store = store
        account = parts.HERE.account
        self._keys = [
            TimelineKey(account, TimelineKind.HASHTAG, f"tag{number}") for number in range(6)
        ]
        searches = (
            SavedSearch(id="one", text="veille OR canal -sport", accounts=(account,)),
            SavedSearch(id="two", text='"open server" OR vélo has:media', accounts=(account,)),
        )
        store.set_searches(searches)
        self._searches = [
            TimelineKey(AccountId(""), TimelineKind.SAVED_SEARCH, one.id) for one in searches
        ]
        feeds = Feeds(store, _Quietly(), Notices(), scope, searches=_Quietly())
        self._feeds: list[ColumnFeed] = [
            feeds.open(Column(id=f"c{number}", sources=(key,)))
            for number, key in enumerate((*self._keys, *self._searches))
        ]
        self._views: list[TimelineView] = []
        self._number = 0

    async def run(self, seconds: float) -> tuple[list[float], list[float], float, float]:
        for feed in self._feeds:
            await feed.start()
        pictures = parts.Pictures()
        self._views = [parts.make_view(feed, pictures) for feed in self._feeds]
        for view in self._views:
            view.show()
        while self._number < FILLED * len(self._keys):
            await self._arrive([self._body() for _ in range(240)])
        await asyncio.sleep(0.5)
        idle = await self._lags(1.0)
        bodies = [self._body() for _ in range(round(RATE * seconds * 1.5))]
        first = asyncio.ensure_future(self._stream(seconds / 2, bodies))
        lags = await self._lags(seconds / 2)
        behind = await first
        before = _megabytes()
        second = asyncio.ensure_future(self._stream(seconds / 2, bodies))
        lags += await self._lags(seconds / 2)
        behind = max(behind, await second)
        growth = _megabytes() - before
        for view, feed in zip(self._views, self._feeds, strict=True):
            view.close()
            await feed.close()
        return lags, idle, growth, behind

    def _body(self) -> bytes:
        self._number += 1
        return invented.page(self._number, 1)

    async def _stream(self, seconds: float, bodies: list[bytes]) -> float:
        """Hand over what has come, tick by tick, as the sync does; how many posts were still
        waiting at the end."""
        start, given = time.perf_counter(), 0
        while (now := time.perf_counter() - start) < seconds:
            due = int(now * RATE)
            fresh = [bodies.pop() for _ in range(min(due - given, len(bodies), 50))]
            given += len(fresh)
            if fresh:
                await self._arrive(fresh)
            await asyncio.sleep(TICK)
        return max(0.0, seconds * RATE - given)

    async def _arrive(self, bodies: list[bytes]) -> None:
        batches: dict[TimelineKey, list[Entry]] = {}
        posts = []
        for place, body in enumerate(bodies):
            post = parts.posts_from(body)[0]
            posts.append(post)
            key = self._keys[place % len(self._keys)]
            batches.setdefault(key, []).append(parts.entry_of(post))
        entries = {key: tuple(found) for key, found in batches.items()}
        await self._store.apply(StoreBatch(posts=tuple(posts), entries=entries))

    async def _lags(self, seconds: float) -> list[float]:
        """How much later than asked a timer came, in milliseconds."""
        lags = []
        end = time.perf_counter() + seconds
        while (now := time.perf_counter()) < end:
            await asyncio.sleep(_EVERY)
            lags.append(max(0.0, time.perf_counter() - now - _EVERY) * 1000)
        return lags


def _megabytes() -> float:
    text = Path("/proc/self/smaps_rollup").read_text(encoding="utf-8")
    return next(int(row.split()[1]) / 1024 for row in text.splitlines() if row[:4] == "Pss:")
