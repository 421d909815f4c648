"""The live stream of one account of the demo."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator

from desktop.domain.account import Account
from desktop.domain.stream import (
    NotificationArrived,
    PostArrived,
    PostDeleted,
    PostEdited,
    StreamEvent,
    StreamOpened,
)
from desktop.domain.timeline import TimelineKey
from desktop.networks.demo.demo_world import DemoWorld
from desktop.networks.demo.records import Change, Changed, Done, Removed, Written
from desktop.networks.demo.timelines import NOTIFYING, STREAMED, belongs, notifies
from desktop.networks.demo.views import can_see, make_notification, make_post


def streamed(keys: frozenset[TimelineKey], account: Account) -> frozenset[TimelineKey]:
    return frozenset(key for key in keys if key.kind in STREAMED and key.account == account.id)


class Live:
    """One open stream. It has no task of its own: whoever reads it also moves the world on."""

    def __init__(self, world: DemoWorld, account: Account, keys: frozenset[TimelineKey]) -> None:
        self._world = world
        self._account = account
        self._keys = streamed(keys, account)
        self._waiting: deque[StreamEvent] = deque([StreamOpened(self._keys)])
        self._wake = asyncio.Event()

    def set_keys(self, keys: frozenset[TimelineKey]) -> None:
        wanted = streamed(keys, self._account)
        if wanted != self._keys:
            self._keys = wanted
            self._put(StreamOpened(wanted))

    async def events(self) -> AsyncGenerator[StreamEvent, None]:
        disconnect = self._world.facts.changed.connect(self._hear)
        try:
            while True:
                while self._waiting:
                    yield self._waiting.popleft()
                self._wake.clear()
                try:
                    async with asyncio.timeout(self._world.seconds_to_next()):
                        await self._wake.wait()
                except TimeoutError:
                    self._world.tick_if_due()
        finally:
            disconnect()

    def _put(self, event: StreamEvent) -> None:
        self._waiting.append(event)
        self._wake.set()

    def _hear(self, change: Change) -> None:
        event = self._event(change)
        if event is not None:
            self._put(event)

    def _event(self, change: Change) -> StreamEvent | None:
        facts, viewer = self._world.facts, self._account.profile_id
        if isinstance(change, Removed):
            return PostDeleted(change.post)
        if isinstance(change, Done):
            deed = change.deed
            if deed.owner == viewer and any(
                notifies(deed, key.kind) for key in self._keys if key.kind in NOTIFYING
            ):
                return NotificationArrived(make_notification(facts, deed, self._account.id))
            return None
        if not isinstance(change, Written | Changed):
            return None
        writing = facts.posts[change.post]
        if isinstance(change, Changed):
            if not can_see(facts, writing, viewer):
                return None
            return PostEdited(make_post(facts, writing, viewer, self._account.id))
        keys = frozenset(
            key
            for key in self._keys
            if key.kind not in NOTIFYING and belongs(facts, writing, key, viewer)
        )
        post = make_post(facts, writing, viewer, self._account.id)
        return PostArrived(post, keys) if keys else None
