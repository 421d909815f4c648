"""Posts a second from a page's JSON to painted rows: decode, map, store, feed, model, paint."""

from __future__ import annotations

import asyncio
import html
import json
import statistics
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from desktop.domain.account import AccountId
from desktop.domain.column import Column
from desktop.domain.errors import SignedOut
from desktop.domain.signal import Signal
from desktop.domain.timeline import TimelineKey
from desktop.domain.timeline_kind import TimelineKind
from desktop.networks.base import Adapter
from desktop.services.database import Database
from desktop.services.feeds import Feeds
from desktop.services.notices import Notices
from desktop.services.store import PostStore, StoreBatch
from desktop.services.sync import Sync
from desktop.services.tasks import TaskScope
from desktop.text import query
from tests.bench import invented, parts
from tests.bench.result import Result

PAGES = 12
PAGE = 40


class _Nobody:
    """No session: the store alone is measured."""

    def __init__(self) -> None:
        self.changed: Signal[AccountId] = Signal()

    def adapter(self, account: AccountId) -> Adapter:
        raise SignedOut

    def report(
        self, account: AccountId, error: BaseException | None, adapter: Adapter | None = None
    ) -> None:
        """Nobody listens."""


def run() -> Iterable[Result]:
    parts.application()
    pages = [invented.page(number * PAGE, PAGE) for number in range(PAGES)]
    ours, plain = [], []
    for _ in range(3):
        plain.append(_plain(pages))
        ours.append(parts.run_async(lambda: _ours(pages)))
    value, baseline = statistics.median(ours), statistics.median(plain)
    ratio = value / baseline
    yield Result(
        "posts a second, JSON to painted row", value, "posts/s", baseline, ratio,
        "as many as the baseline", ratio >= 1,
    )  # fmt: skip


async def _ours(pages: list[bytes]) -> float:
    with tempfile.TemporaryDirectory(prefix="voliere-bench-") as folder:
        database = await Database.open(Path(folder) / "posts.sqlite", "posts", durable=False)
        scope = TaskScope(_fail)
        try:
            return await _through(PostStore(database, query), scope, pages)
        finally:
            await scope.close()
            await database.close()


async def _through(store: PostStore, scope: TaskScope, pages: list[bytes]) -> float:
    key = TimelineKey(parts.HERE.account, TimelineKind.HOME)
    notices = Notices()
    sync = Sync(store, _Nobody(), notices, scope.child("sync"))
    feed = Feeds(store, sync, notices, scope).open(Column(id="c", sources=(key,)))
    await feed.start()
    view = parts.make_view(feed, parts.Pictures())
    view.show()
    await asyncio.sleep(0.1)
    start = time.perf_counter()
    for page in pages:
        posts = parts.posts_from(page)
        found = tuple(parts.entry_of(post) for post in posts)
        await store.apply(StoreBatch(posts=posts, entries={key: found}))
        view.viewport().repaint()
    taken = time.perf_counter() - start
    shown = view.model().rowCount()
    view.close()
    await feed.close()
    if shown < min(PAGE * len(pages), 400):
        raise RuntimeError(f"only {shown} rows")
    return PAGE * len(pages) / taken


def _fail(error: BaseException) -> None:
    raise error


def _plain(pages: list[bytes]) -> float:
    """The same JSON straight into a plain view's rows."""
    model = parts.PlainModel([])
    view = parts.plain_view(model)
    start = time.perf_counter()
    for page in pages:
        rows = []
        for status in json.loads(page):
            shown = status["reblog"] or status
            name = html.escape(shown["account"]["display_name"])
            rows.append(f"<b>{name}</b> {shown['account']['acct']}<br>{shown['content']}")
        model.put_on_top(rows)
        view.doItemsLayout()
        view.viewport().repaint()
    taken = time.perf_counter() - start
    parts.close(view)
    return PAGE * len(pages) / taken
