"""Half an hour of arrivals, as fast as they can be taken: memory stays under a ceiling."""

from __future__ import annotations

import asyncio
import gc
import tracemalloc
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from desktop.domain.account import AccountId
from desktop.domain.profile import Profile
from desktop.domain.timeline import Entry
from desktop.views.images import ImageStore
from desktop.views.timeline.layouts import Layouts
from tests.gui.test_timeline_images import png
from tests.gui.timeline_posts import FeedChange, InventedFeed, entry, post
from tests.gui.timeline_window import Shown, open_timeline

MINUTES = 30
POSTS_A_BATCH, BATCHES_A_MINUTE = 5, 12
"""One post a second, in batches."""
CAP = 400
"""What a column keeps loaded."""
CEILING = 3_000_000
"""Bytes of Python objects that may be more at the end than at a third of the time."""
PSS_CEILING_KB = 24_000


def arriving(number: int) -> Entry:
    author = Profile(
        id=str(number % 50), handle=f"p{number % 50}@a.example", name=f"Personne {number % 50}",
        avatar_url=f"https://a.example/{number % 50}.png",
    )  # fmt: skip
    return entry(post(number, author, f"Arrivée {number} " + "mot " * (number % 60)))


def proportional_kb() -> int:
    """The process's own share of memory."""
    rollup = Path("/proc/self/smaps_rollup")
    if not rollup.exists():  # only Linux tells; elsewhere the Python objects alone are counted
        return 0
    lines = rollup.read_text().splitlines()
    return int(next(line for line in lines if line.startswith("Pss:")).split()[1])


class Soak:
    def __init__(self, qtbot: QtBot) -> None:
        self.loop = asyncio.new_event_loop()
        self.tasks: set[asyncio.Task[None]] = set()
        self.image = png(64, 64)
        self.images = ImageStore(self.fetch, self.start, memory_limit=40 * 4 * 36 * 36)
        self.feed = InventedFeed([arriving(n) for n in range(CAP, 0, -1)])
        self.shown: Shown = open_timeline(qtbot, self.feed, images=self.images)
        self.next = CAP + 1

    async def fetch(self, account: AccountId, url: str) -> bytes:
        return self.image

    def start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = self.loop.create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        return task

    def minute(self) -> None:
        """Posts come on top, the oldest go, some are edited; somebody scrolls now and then."""
        view, feed = self.shown.view, self.feed
        for batch in range(BATCHES_A_MINUTE):
            fresh = [arriving(self.next + n) for n in range(POSTS_A_BATCH)]
            self.next += POSTS_A_BATCH
            gone = feed.entries[CAP - POSTS_A_BATCH :]
            feed.entries[CAP - POSTS_A_BATCH :] = []
            feed.changed.emit(FeedChange(removed=tuple(one.id for one in gone)))
            feed.entries[:0] = fresh[::-1]
            feed.changed.emit(FeedChange(inserted=tuple(fresh)))
            view.change_state(feed.entries[1].id, is_revealed=True)
            if batch % 4 == 0:
                feed.update(arriving(int(feed.entries[3].id)))
                view.change_state(feed.entries[2].id, is_unfolded=True)
            if batch == 6:
                view.show_row(150)
            elif batch == 9:
                view.show_newest()
            view.scroll_by(30)
            view.grab()
            if self.tasks:
                self.loop.run_until_complete(asyncio.wait(set(self.tasks)))
            QCoreApplication.sendPostedEvents()

    def close(self) -> None:
        self.shown.view.close_view()
        self.loop.close()


def test_half_an_hour_of_arrivals(qtbot: QtBot) -> None:
    soak = Soak(qtbot)
    try:
        for _ in range(MINUTES // 3):
            soak.minute()
        gc.collect()
        tracemalloc.start()
        early, early_kb = tracemalloc.get_traced_memory()[0], proportional_kb()
        for _ in range(MINUTES - MINUTES // 3):
            soak.minute()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
        late, late_kb = tracemalloc.get_traced_memory()[0], proportional_kb()
    finally:
        tracemalloc.stop()
    view = soak.shown.view
    layouts: Layouts = view._layouts
    assert soak.shown.model.rowCount() == CAP
    assert len(layouts._kept) <= 96
    assert len(layouts._states) <= 256
    assert soak.images.bytes_held <= 40 * 4 * 36 * 36
    assert late - early < CEILING
    assert late_kb - early_kb < PSS_CEILING_KB
    soak.close()
