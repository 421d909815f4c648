"""So that the store does not grow for ever: at idle, in small steps."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from desktop.domain.column import Column
from desktop.domain.errors import StoreError
from desktop.domain.timeline import TimelineKey
from desktop.services.notices import Notices
from desktop.services.store import PostStore

FIRST_AFTER = 120.0
EVERY = 3600.0


def kept_of(columns: tuple[Column, ...], keep_posts: int) -> dict[TimelineKey, int]:
    """How many entries of each timeline are kept: the most that a column of it asks for, which
    is never more than the setting allows."""
    kept: dict[TimelineKey, int] = {}
    for column in columns:
        for key in column.sources:
            kept[key] = max(kept.get(key, 0), min(column.keep, keep_posts))
    return kept


class Retention:
    """`columns` gives those of all decks, `limits` the settings keep_posts and keep_days."""

    def __init__(
        self,
        store: PostStore,
        columns: Callable[[], tuple[Column, ...]],
        limits: Callable[[], tuple[int, int]],
        notices: Notices,
    ) -> None:
        self._store = store
        self._columns = columns
        self._limits = limits
        self._notices = notices

    async def run(self) -> None:
        """Prune a while after the start and then every hour, until cancelled."""
        await asyncio.sleep(FIRST_AFTER)
        while True:
            try:
                await self.prune()
            except StoreError as error:
                self._notices.report(error, replaces="store")
            await asyncio.sleep(EVERY)

    async def prune(self) -> int:
        """Once, now; how many posts went."""
        keep_posts, days = self._limits()
        return await self._store.prune(kept_of(self._columns(), keep_posts), days)
