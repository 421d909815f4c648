"""Delivering one post, and what follows from how it went."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from desktop.domain.account import AccountId
from desktop.domain.draft import OutboxItem, OutboxState
from desktop.domain.errors import (
    NetworkError,
    NotFound,
    Offline,
    SecretsUnavailable,
    SignedOut,
    StoreError,
)
from desktop.domain.post import Post
from desktop.domain.signal import Signal
from desktop.domain.timeline import Entry, TimelineKey, TimelineKind, microseconds
from desktop.services import outbox_notices
from desktop.services.delivery import Delivery, InDoubt, is_final, retry_at
from desktop.services.notices import Notices
from desktop.services.outbox_items import OutboxItems, answering, changed, resting
from desktop.services.outbox_rows import without_words
from desktop.services.reaching import AppliesPosts, ReachesServers
from desktop.services.store_batch import StoreBatch

FOR_EVER = timedelta(days=3650)


class OutboxWorker:
    """Also knows why items wait: `without_session` until their account can be asked again,
    `offline` (the item by its account) until a server answered again, `in_doubt` for the user."""

    def __init__(
        self,
        items: OutboxItems,
        sessions: ReachesServers,
        store: AppliesPosts,
        notices: Notices,
        now: Callable[[], datetime],
    ) -> None:
        self.sent: Signal[tuple[OutboxItem, Post]] = Signal()
        self.refused: Signal[OutboxItem] = Signal()
        self.without_session: set[AccountId] = set()
        self.offline: dict[AccountId, str] = {}
        self.in_doubt: set[str] = set()
        self._items = items
        self._sessions = sessions
        self._store = store
        self._notices = notices
        self._now = now

    async def deliver(self, item: OutboxItem) -> None:
        """One try; whatever comes of it is kept and told. Raises nothing but being cancelled."""
        account = item.draft.account
        try:
            adapter = self._sessions.adapter(account)
        except (SignedOut, SecretsUnavailable, NotFound) as error:
            self._wait_for_session(item, error)
            return
        except Offline:
            # Its session is still being opened, and tells when it is: that is no try.
            self.without_session.add(account)
            return

        delivery = Delivery(
            item,
            adapter,
            keep=self._items.keep,
            on_progress=lambda part: self._items.progress(item.id, part),
            is_other=lambda post_id: self._items.sent_posts.get(post_id, item.id) != item.id,
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
            self._items.put(changed(delivery.item, state=resting(delivery.item), next_at=next_at))
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
        item = changed(item, state=OutboxState.SENT, post_id=post.id, post_url=post.url)
        self._items.sent_posts[post.id] = item.id
        self._items.by_id.pop(item.id, None)
        # The next part of the thread learns whom it answers in the same step: no crash between.
        following = [answering(each, item) for each in self._items.all if each.after == item.id]
        self._items.by_id.update((each.id, each) for each in following)
        try:
            await self._items.rows.keep(without_words(item), *following)
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
        self._items.tell_changed()
        self._items.tell(self.sent, (item, post))

    async def _refuse(self, item: OutboxItem, error: BaseException) -> None:
        reason = getattr(error, "reason", "") or getattr(error, "strerror", "") or ""
        item = changed(
            item, state=OutboxState.REFUSED, reason=str(reason), next_at=None, first_try_at=None
        )
        await self._items.settle(item)
        self._notices.post(outbox_notices.refused(item, error))
        self._items.tell(self.refused, item)

    async def _later(self, item: OutboxItem, error: BaseException) -> None:
        """Try again by and by; `attempts` counts what was really sent, and what could not be."""
        now = self._now()
        attempts = item.attempts + (item.state is not OutboxState.SENDING)
        next_at = retry_at(error, attempts, now)
        if isinstance(error, InDoubt):
            self.in_doubt.add(item.id)
            next_at = now + FOR_EVER
        if isinstance(error, Offline):
            self.offline[item.draft.account] = item.id
        item = changed(item, state=resting(item), attempts=attempts, next_at=next_at)
        await self._items.settle(item)
        if isinstance(error, Offline) and self.offline.get(item.draft.account) != item.id:
            # The server answered something else while this was brought to the disk.
            self._items.put(changed(item, next_at=None))
        self._notices.post(
            outbox_notices.in_doubt(item)
            if isinstance(error, InDoubt)
            else outbox_notices.waiting(item, next_at)
        )

    async def _rest(self, item: OutboxItem) -> None:
        await self._items.settle(changed(item, state=resting(item), next_at=None))

    def _wait_for_session(self, item: OutboxItem, error: BaseException) -> None:
        account = item.draft.account
        self.without_session.add(account)
        self._notices.post(outbox_notices.without_session(item, error))
