"""Posts on their way: durable before they leave, never lost, never sent twice."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import msgspec

from desktop.domain.account import AccountId
from desktop.domain.draft import Draft, OutboxItem, OutboxState
from desktop.domain.errors import (
    NetworkError,
    NotFound,
    Offline,
    SecretsUnavailable,
    SignedOut,
    StoreError,
    VoliereError,
)
from desktop.domain.post import Post
from desktop.domain.signal import Signal
from desktop.domain.timeline import Entry, TimelineKey, TimelineKind, microseconds
from desktop.services import outbox_notices
from desktop.services.database import Database
from desktop.services.delivery import Delivery, InDoubt, is_final, retry_at
from desktop.services.notices import Notices
from desktop.services.outbox_rows import OutboxRows, without_words
from desktop.services.reaching import AppliesPosts, HasSessions
from desktop.services.store_batch import StoreBatch
from desktop.services.tasks import TaskScope

T = TypeVar("T")

FOR_EVER = timedelta(days=3650)
LONGEST_SLEEP = 30.0
"""Seconds; the clock may jump while the machine sleeps."""

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
        self.changed: Signal[tuple[OutboxItem, ...]] = Signal()
        self.sent: Signal[tuple[OutboxItem, Post]] = Signal()
        self.refused: Signal[OutboxItem] = Signal()
        self._rows = OutboxRows(database)
        self._sessions = sessions
        self._store = store
        self._notices = notices
        self._scope = scope.child("outbox")
        self._now = now
        self._items: dict[str, OutboxItem] = {}
        self._sent_posts: dict[str, str] = {}
        self._waits_for_session: set[AccountId] = set()
        self._workers: dict[AccountId, asyncio.Task[None]] = {}
        self._wakes: dict[AccountId, asyncio.Event] = {}
        self._busy: dict[AccountId, str] = {}
        self._in_doubt: set[str] = set()
        self._is_open = False
        self._unsubscribe: Callable[[], None] = lambda: None

    @property
    def items(self) -> tuple[OutboxItem, ...]:
        return tuple(self._items.values())

    async def start(self) -> None:
        """Go on with what was left when the app ended. Raises StoreError."""
        for item in await self._rows.load(self._now()):
            if item.state is OutboxState.SENT:
                self._sent_posts[item.post_id] = item.id
                continue
            if item.state is OutboxState.SENDING:
                item = _with(item, state=OutboxState.RETRYING, next_at=None)
            elif item.state is OutboxState.UPLOADING:
                item = _with(item, state=_resting(item), next_at=None)
            self._items[item.id] = _with(item, progress=0.0)
        self._is_open = True
        self._unsubscribe = self._sessions.changed.connect(self._session_changed)
        for account in {item.draft.account for item in self._items.values()}:
            self._wake(account)
        self._tell(self.changed, self.items)

    async def close(self) -> None:
        """Stop; what is on its way is gone on with by the next `start`."""
        self._is_open = False
        self._unsubscribe()
        await self._scope.close()
        self._workers.clear()

    async def submit(self, draft: Draft, hold_seconds: float = 0.0) -> OutboxItem:
        """Take over a draft, to be sent after `hold_seconds`. It is on the disk when this
        returns, and no longer among the drafts. Raises StoreError: then nothing was taken."""
        now = self._now()
        item = OutboxItem(
            id=uuid.uuid4().hex,
            key=str(uuid.uuid4()),
            draft=draft,
            state=OutboxState.HELD,
            due_at=now + timedelta(seconds=max(0.0, hold_seconds)),
            created_at=now,
        )
        await self._rows.add(item)
        self._put(item)
        self._wake(draft.account)
        return item

    async def take_back(self, item_id: str) -> Draft:
        """The draft again, to be edited; it is on the disk among the drafts when this returns.

        Raises TooLate once the first byte may have left, KeyError for what is not here.
        """
        item = self._items[item_id]
        if item.state not in _UNSENT or item.first_try_at is not None:
            raise TooLate
        draft = _fresh_media(item.draft)
        await self._remove(item, lambda: self._rows.take_back(item_id, draft))
        return draft

    async def retry(self, item_id: str) -> None:
        """Send it now: one that waits, or that was refused. Raises KeyError, StoreError."""
        item = self._items[item_id]
        if item.state is OutboxState.REFUSED:
            item = _with(
                item,
                state=OutboxState.HELD,
                draft=_fresh_media(item.draft),
                due_at=self._now(),
                attempts=0,
                reason="",
            )
            await self._rows.keep(item)
        if item_id in self._in_doubt:
            # The user has looked and wants it sent.
            self._in_doubt.discard(item_id)
            item = _with(item, first_try_at=None)
        if item.state in (OutboxState.HELD, OutboxState.RETRYING):
            self._put(_with(item, next_at=None, due_at=min(item.due_at, self._now())))
        self._waits_for_session.discard(item.draft.account)
        self._wake(item.draft.account)

    async def discard(self, item_id: str) -> None:
        """Give it up; one that is being sent may have been posted. Raises KeyError."""
        item = self._items[item_id]
        await self._remove(item, lambda: self._rows.delete(item_id))

    async def _remove(self, item: OutboxItem, forget: Callable[[], Any]) -> None:
        account = item.draft.account
        is_running = self._busy.get(account) == item.id
        del self._items[item.id]
        try:
            if is_running:
                await self._stop_worker(account)
            await forget()
        except BaseException:
            self._items[item.id] = item
            raise
        finally:
            self._tell(self.changed, self.items)
            self._wake(account)
        if item.state is not OutboxState.REFUSED:
            self._notices.withdraw(outbox_notices.name(item))

    def _wake(self, account: AccountId) -> None:
        """Let the account's worker look again; start it if there is none."""
        self._wakes.setdefault(account, asyncio.Event()).set()
        worker = self._workers.get(account)
        if self._is_open and not self._scope.is_closed and (worker is None or worker.done()):
            self._workers[account] = self._scope.start(self._work(account), name=account)

    async def _stop_worker(self, account: AccountId) -> None:
        worker = self._workers.pop(account, None)
        if worker is not None:
            worker.cancel()
            await asyncio.wait({worker})

    def _session_changed(self, account: AccountId) -> None:
        waiting = account in self._waits_for_session
        self._waits_for_session.discard(account)
        if waiting and any(item.draft.account == account for item in self._items.values()):
            self._wake(account)

    async def _work(self, account: AccountId) -> None:
        """Deliver one after the other, and end when there is nothing left to do."""
        wake = self._wakes[account]
        while (item := self._first(account)) is not None:
            wake.clear()
            seconds = self._seconds_until(item)
            if account in self._waits_for_session:
                seconds = LONGEST_SLEEP
            if seconds <= 0:
                self._busy[account] = item.id
                try:
                    await self._deliver(item)
                finally:
                    del self._busy[account]
                continue
            try:
                async with asyncio.timeout(min(seconds, LONGEST_SLEEP)):
                    await wake.wait()
            except TimeoutError:
                pass

    def _first(self, account: AccountId) -> OutboxItem | None:
        waiting = [
            item
            for item in self._items.values()
            if item.draft.account == account and item.state is not OutboxState.REFUSED
        ]
        return min(waiting, key=lambda item: (item.due_at, item.created_at), default=None)

    def _seconds_until(self, item: OutboxItem) -> float:
        return (max(item.due_at, item.next_at or item.due_at) - self._now()).total_seconds()

    async def _deliver(self, item: OutboxItem) -> None:
        account = item.draft.account
        try:
            adapter = self._sessions.adapter(account)
        except (SignedOut, SecretsUnavailable, NotFound) as error:
            self._wait_for_session(item, error)
            return
        except Offline as error:
            await self._later(item, error)
            return

        async def keep(newer: OutboxItem) -> None:
            # In memory first: from here on it cannot be taken back, if it becomes SENDING.
            self._put(newer)
            await self._rows.keep(newer)

        delivery = Delivery(
            item,
            adapter,
            keep=keep,
            on_progress=lambda part: self._progress(item.id, part),
            is_other=lambda post_id: self._sent_posts.get(post_id, item.id) != item.id,
            now=self._now,
        )
        try:
            post = await delivery.run()
        except NetworkError as error:
            self._sessions.report(account, error, adapter)
            if isinstance(error, SignedOut):
                await self._rest(delivery.item)
                self._wait_for_session(delivery.item, error)
            elif is_final(error):
                await self._refuse(delivery.item, error)
            else:
                await self._later(delivery.item, error)
        except StoreError as error:
            # Nothing leaves that is not on the disk.
            self._notices.report(error, replaces="outbox store")
            next_at = retry_at(error, delivery.item.attempts + 1, self._now())
            self._put(_with(delivery.item, state=_resting(delivery.item), next_at=next_at))
        except OSError as error:
            # A copy of a file is gone or cannot be read.
            await self._refuse(delivery.item, error)
        except Exception as error:
            self._notices.report(error, replaces=outbox_notices.name(item))
            await self._later(delivery.item, error)
        else:
            self._sessions.report(account, None, adapter)
            await self._succeed(delivery.item, post)

    async def _succeed(self, item: OutboxItem, post: Post) -> None:
        item = _with(item, state=OutboxState.SENT, post_id=post.id, post_url=post.url)
        self._sent_posts[post.id] = item.id
        self._items.pop(item.id, None)
        try:
            await self._rows.keep(without_words(item))
        except StoreError as error:
            # The row still says SENDING: the next start looks for the post, and finds it.
            self._notices.report(error, replaces="outbox store")
        entries: dict[TimelineKey, tuple[Entry, ...]] = {}
        if not item.draft.edits:
            home = TimelineKey(item.draft.account, TimelineKind.HOME)
            entry = Entry(id=post.id, sort_at=microseconds(post.created_at), post=post)
            entries[home] = (entry,)
        try:
            await self._store.apply(StoreBatch(posts=(post,), entries=entries))
        except StoreError as error:
            self._notices.report(error)
        self._notices.post(outbox_notices.sent(item))
        self._tell(self.changed, self.items)
        self._tell(self.sent, (item, post))

    async def _refuse(self, item: OutboxItem, error: BaseException) -> None:
        reason = getattr(error, "reason", "") or getattr(error, "strerror", "") or ""
        item = _with(
            item, state=OutboxState.REFUSED, reason=str(reason), next_at=None, first_try_at=None
        )
        await self._settle(item)
        self._notices.post(outbox_notices.refused(item, error))
        self._tell(self.refused, item)

    async def _later(self, item: OutboxItem, error: BaseException) -> None:
        """Try again by and by; `attempts` counts what was really sent, and what could not be."""
        now = self._now()
        attempts = item.attempts + (item.state is not OutboxState.SENDING)
        next_at = retry_at(error, attempts, now)
        if isinstance(error, InDoubt):
            self._in_doubt.add(item.id)
            next_at = now + FOR_EVER
        item = _with(item, state=_resting(item), attempts=attempts, next_at=next_at)
        await self._settle(item)
        self._notices.post(
            outbox_notices.in_doubt(item)
            if isinstance(error, InDoubt)
            else outbox_notices.waiting(item, next_at)
        )

    async def _rest(self, item: OutboxItem) -> None:
        await self._settle(_with(item, state=_resting(item), next_at=None))

    def _wait_for_session(self, item: OutboxItem, error: BaseException) -> None:
        account = item.draft.account
        self._waits_for_session.add(account)
        self._notices.post(outbox_notices.without_session(item, error))

    async def _settle(self, item: OutboxItem) -> None:
        self._put(item)
        try:
            await self._rows.keep(item)
        except StoreError as error:
            self._notices.report(error, replaces="outbox store")

    def _progress(self, item_id: str, part: float) -> None:
        item = self._items.get(item_id)
        if item is not None and (abs(part - item.progress) >= 0.01 or part >= 1.0):
            self._put(_with(item, progress=min(1.0, max(0.0, part))))

    def _tell(self, signal: Signal[T], value: T) -> None:
        """A receiver that fails stops no post."""
        try:
            signal.emit(value)
        except Exception as error:
            self._notices.report(error)

    def _put(self, item: OutboxItem) -> None:
        self._items[item.id] = item
        self._tell(self.changed, self.items)


def _with(item: OutboxItem, **changes: Any) -> OutboxItem:
    return msgspec.structs.replace(item, **changes)


def _resting(item: OutboxItem) -> OutboxState:
    """HELD as long as no server can have it: it can still be taken back then."""
    return OutboxState.HELD if item.first_try_at is None else OutboxState.RETRYING


def _fresh_media(draft: Draft) -> Draft:
    """Uploads that no post used are thrown away by servers: to be uploaded again."""
    media = tuple(
        msgspec.structs.replace(each, remote_id="") if each.path else each for each in draft.media
    )
    return msgspec.structs.replace(draft, media=media)
