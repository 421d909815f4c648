"""Posts on their way: durable before they leave, never lost, never sent twice."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta

from desktop.domain.account import AccountId
from desktop.domain.draft import Draft, OutboxItem, OutboxState
from desktop.domain.errors import VoliereError
from desktop.domain.post import Post
from desktop.domain.signal import Signal
from desktop.services import outbox_notices
from desktop.services.database import Database
from desktop.services.notices import Notices
from desktop.services.outbox_items import OutboxItems, changed, fresh_media, resting
from desktop.services.outbox_rows import OutboxRows
from desktop.services.outbox_worker import OutboxWorker
from desktop.services.reaching import AppliesPosts, HasSessions
from desktop.services.tasks import TaskScope
from desktop.text.threads import joined

LONGEST_SLEEP = 30.0
"""Seconds; the clock may jump while the machine sleeps."""


def _is_back(item: OutboxItem) -> bool:
    """It can be taken back: no server can have it."""
    return item.state in _UNSENT and item.first_try_at is None


_UNSENT = (OutboxState.HELD, OutboxState.UPLOADING, OutboxState.REFUSED)


class TooLate(VoliereError):
    """It may have been sent already: it cannot be taken back."""


class Outbox:
    """One post at a time for each account, in the order in which they are due.

    `items` are those that are not delivered. `sent` and `refused` are told once each.
    """

    def __init__(
        self,
        database: Database,
        sessions: HasSessions,
        store: AppliesPosts,
        notices: Notices,
        scope: TaskScope,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._notices = notices
        self._items = OutboxItems(OutboxRows(database), notices)
        self._worker = OutboxWorker(self._items, sessions, store, notices, now)
        self.changed: Signal[tuple[OutboxItem, ...]] = self._items.changed
        self.sent: Signal[tuple[OutboxItem, Post]] = self._worker.sent
        self.refused: Signal[OutboxItem] = self._worker.refused
        self._sessions = sessions
        self._scope = scope.child("outbox")
        self._now = now
        self._tasks: dict[AccountId, asyncio.Task[None]] = {}
        self._wakes: dict[AccountId, asyncio.Event] = {}
        self._busy: dict[AccountId, str] = {}
        self._is_open = False
        self._unsubscribe: Callable[[], None] = lambda: None

    @property
    def items(self) -> tuple[OutboxItem, ...]:
        return self._items.all

    async def start(self) -> None:
        """Go on with what was left when the app ended. Raises StoreError."""
        for item in await self._items.rows.load(self._now()):
            if item.state is OutboxState.SENT:
                self._items.sent_posts[item.post_id] = item.id
                continue
            if item.state is not OutboxState.REFUSED:
                item = changed(item, state=resting(item), next_at=None, progress=0.0)
            self._items.by_id[item.id] = item
        self._is_open = True
        self._unsubscribe = self._sessions.changed.connect(self._session_changed)
        for account in {item.draft.account for item in self.items}:
            self._wake(account)
        self._items.tell_changed()

    async def close(self) -> None:
        """Stop; what is on its way is gone on with by the next `start`."""
        self._is_open = False
        self._unsubscribe()
        await self._scope.close()
        self._tasks.clear()

    async def submit(self, draft: Draft, hold_seconds: float = 0.0) -> OutboxItem:
        """Take over a draft, to be sent after `hold_seconds`. It is on the disk when this
        returns, and no longer among the drafts. Raises StoreError: then nothing was taken."""
        (item,) = await self.submit_all(draft, ((draft,),), hold_seconds)
        return item

    async def submit_all(
        self, whole: Draft, chains: Sequence[Sequence[Draft]], hold_seconds: float = 0.0
    ) -> tuple[OutboxItem, ...]:
        """Take over what was composed, as its posts: for each account the parts of its thread,
        each of which waits for the one before. All are on the disk when this returns, or none.
        """
        now = self._now()
        due_at = now + timedelta(seconds=max(0.0, hold_seconds))
        size = sum(map(len, chains))
        group = uuid.uuid4().hex
        items: list[OutboxItem] = []
        for chain in chains:
            after = ""
            for draft in chain:
                item = OutboxItem(
                    id=uuid.uuid4().hex, key=str(uuid.uuid4()), draft=draft,
                    state=OutboxState.HELD, due_at=due_at, created_at=now, after=after,
                    group=group, group_size=size, whole=whole if size > 1 else None,
                )  # fmt: skip
                items.append(item)
                after = item.id
        await self._items.rows.add(*items)
        self._items.by_id.update((item.id, item) for item in items)
        self._items.tell_changed()
        for account in dict.fromkeys(item.draft.account for item in items):
            self._wake(account)
        return tuple(items)

    async def take_back(self, item_id: str) -> Draft:
        """The draft again, to be edited; it is on the disk among the drafts when this returns.

        As long as nothing of what was submitted together has left, all of it comes back; later
        the post alone, with the parts of its thread that follow.
        Raises TooLate once the first byte may have left, KeyError for what is not here.
        """
        item = self._items.by_id[item_id]
        group = [each for each in self.items if each.group and each.group == item.group]
        if item.whole is not None and len(group) == item.group_size and all(map(_is_back, group)):
            items, draft = group, item.whole
        else:
            items = [item, *self._items.following(item)]
            draft = joined([each.draft for each in items])
        if not all(map(_is_back, items)):
            raise TooLate
        draft = fresh_media(draft)
        ids = [each.id for each in items]
        await self._remove(items, lambda: self._items.rows.take_back(ids, draft))
        return draft

    async def retry(self, item_id: str) -> None:
        """Send it now: one that waits, or that was refused. Raises KeyError, StoreError."""
        item = self._items.by_id[item_id]
        if item.state is OutboxState.REFUSED:
            item = changed(
                item,
                state=OutboxState.HELD,
                draft=fresh_media(item.draft),
                due_at=self._now(),
                attempts=0,
                reason="",
            )
            await self._items.rows.keep(item)
        if item_id in self._worker.in_doubt:
            # The user has looked and wants it sent.
            self._worker.in_doubt.discard(item_id)
            item = changed(item, first_try_at=None)
        if item.state in (OutboxState.HELD, OutboxState.RETRYING):
            self._items.put(changed(item, next_at=None, due_at=min(item.due_at, self._now())))
        self._worker.without_session.discard(item.draft.account)
        self._wake(item.draft.account)

    async def discard(self, item_id: str) -> None:
        """Give it up, with the parts of its thread that follow; one that is being sent may have
        been posted. Raises KeyError."""
        item = self._items.by_id[item_id]
        items = [item, *self._items.following(item)]
        ids = [each.id for each in items]
        await self._remove(items, lambda: self._items.rows.delete(*ids))

    async def _remove(
        self, items: Sequence[OutboxItem], forget: Callable[[], Awaitable[object]]
    ) -> None:
        accounts = dict.fromkeys(item.draft.account for item in items)
        ids = {item.id for item in items}
        running = [account for account in accounts if self._busy.get(account) in ids]
        before = dict(self._items.by_id)
        for item in items:
            del self._items.by_id[item.id]
        try:
            for account in running:
                await self._stop_worker(account)
            await forget()
        except BaseException:
            # In their old order: the parts of a thread follow one another.
            now = self._items.by_id
            back = {k: now.get(k, v) for k, v in before.items() if k in ids or k in now}
            self._items.by_id = {**back, **now}
            raise
        finally:
            self._items.tell_changed()
            for account in accounts:
                self._wake(account)
        for item in items:
            if item.state is not OutboxState.REFUSED:
                self._notices.withdraw(outbox_notices.name(item))

    def _wake(self, account: AccountId) -> None:
        """Let the account's worker look again; start it if there is none."""
        self._wakes.setdefault(account, asyncio.Event()).set()
        worker = self._tasks.get(account)
        if self._is_open and not self._scope.is_closed and (worker is None or worker.done()):
            self._tasks[account] = self._scope.start(self._work(account), name=account)

    async def _stop_worker(self, account: AccountId) -> None:
        worker = self._tasks.pop(account, None)
        if worker is not None:
            worker.cancel()
            await asyncio.wait({worker})

    def _session_changed(self, account: AccountId) -> None:
        """Try again at once what waited for this, and not for a time that a server named."""
        offline = self._items.by_id.get(self._worker.offline.pop(account, ""))
        is_resting = offline is not None and self._busy.get(account) != offline.id
        if offline is not None and is_resting and offline.state is resting(offline):
            self._items.put(changed(offline, next_at=None))
        if offline is not None or account in self._worker.without_session:
            self._worker.without_session.discard(account)
            self._wake(account)

    async def _work(self, account: AccountId) -> None:
        """Deliver one after the other, and end when there is nothing left to do."""
        wake = self._wakes[account]
        while (item := self._items.first(account, without=self._worker.in_doubt)) is not None:
            wake.clear()
            seconds = self._seconds_until(item)
            if account in self._worker.without_session:
                seconds = LONGEST_SLEEP
            if seconds <= 0:
                self._busy[account] = item.id
                try:
                    await self._worker.deliver(item)
                finally:
                    del self._busy[account]
                continue
            try:
                async with asyncio.timeout(min(seconds, LONGEST_SLEEP)):
                    await wake.wait()
            except TimeoutError:
                pass

    def _seconds_until(self, item: OutboxItem) -> float:
        return (max(item.due_at, item.next_at or item.due_at) - self._now()).total_seconds()
