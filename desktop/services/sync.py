"""All accounts' timelines kept in step, and awake after the machine slept."""

from __future__ import annotations

import asyncio
import random
import time

from desktop.domain.account import AccountId
from desktop.domain.timeline import TimelineKey
from desktop.services.notices import Notices
from desktop.services.store import PostStore
from desktop.services.sync_account import AccountSync, OpenSessions
from desktop.services.sync_timeline import TimelineSync
from desktop.services.tasks import TaskScope

TICK = 15.0
SLEPT = 30.0
"""A clock that ran so many seconds further than we waited: the machine slept."""


class Sync:
    """Follow a timeline, and it is kept: streamed where the server can, else polled."""

    def __init__(
        self,
        store: PostStore,
        sessions: OpenSessions,
        notices: Notices,
        scope: TaskScope,
        *,
        is_streaming: bool = True,
        chance: random.Random | None = None,
    ) -> None:
        self._store = store
        self._sessions = sessions
        self._notices = notices
        self._scope = scope
        self._is_streaming = is_streaming
        self._chance = chance
        self._accounts: dict[AccountId, AccountSync] = {}
        self._is_watching = False

    def follow(self, key: TimelineKey) -> TimelineSync:
        """Keep `key` until `unfollow`; all who follow it share one object."""
        if not self._is_watching:
            self._is_watching = True
            self._scope.start(self._watch_clock(), name="clock")
        account = self._accounts.get(key.account)
        if account is None:
            account = self._accounts[key.account] = AccountSync(
                key.account,
                self._store,
                self._sessions,
                self._notices,
                self._scope.child(f"sync {key.account}"),
                is_streaming=self._is_streaming,
                chance=self._chance,
            )
        return account.follow(key)

    def unfollow(self, key: TimelineKey) -> None:
        account = self._accounts.get(key.account)
        if account is None:
            return
        account.unfollow(key)
        if account.is_idle:
            del self._accounts[key.account]
            self._scope.start(account.close(), name="close")

    def reconnect(self) -> None:
        """Open all streams anew and look at all timelines now: after sleep, or a new network."""
        for account in self._accounts.values():
            account.reconnect()

    def set_streaming(self, is_streaming: bool) -> None:
        self._is_streaming = is_streaming
        for account in self._accounts.values():
            account.set_streaming(is_streaming)

    async def close(self) -> None:
        accounts = tuple(self._accounts.values())
        self._accounts.clear()
        for account in accounts:
            await account.close()

    async def _watch_clock(self) -> None:
        while True:
            before = time.time()
            await asyncio.sleep(TICK)
            if self.overslept(before, time.time()):
                self.reconnect()

    @staticmethod
    def overslept(before: float, after: float) -> bool:
        """Whether the wall clock says that a tick took far longer than it should have."""
        return not -SLEPT < after - before - TICK < SLEPT
