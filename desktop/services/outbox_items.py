"""What is on its way, in memory and on the disk, and who is told of it."""

from __future__ import annotations

from collections.abc import Container
from typing import Any, TypeVar

import msgspec

from desktop.domain.account import AccountId
from desktop.domain.draft import Draft, OutboxItem, OutboxState
from desktop.domain.errors import StoreError
from desktop.domain.signal import Signal
from desktop.services.notices import Notices
from desktop.services.outbox_rows import OutboxRows

T = TypeVar("T")


class OutboxItems:
    """By id, in the order in which they were made. `sent_posts`: which item made which post."""

    def __init__(self, rows: OutboxRows, notices: Notices) -> None:
        self.changed: Signal[tuple[OutboxItem, ...]] = Signal()
        self.rows = rows
        self.by_id: dict[str, OutboxItem] = {}
        self.sent_posts: dict[str, str] = {}
        self._notices = notices

    @property
    def all(self) -> tuple[OutboxItem, ...]:
        return tuple(self.by_id.values())

    def first(self, account: AccountId, without: Container[str]) -> OutboxItem | None:
        """The account's next one; refused ones, and those `without`, block no other but the
        later parts of their thread."""
        waiting = [
            item
            for item in self.by_id.values()
            if item.draft.account == account
            and item.state is not OutboxState.REFUSED
            and item.id not in without
            and not item.after
        ]
        return min(waiting, key=lambda item: (item.due_at, item.created_at), default=None)

    def following(self, item: OutboxItem) -> tuple[OutboxItem, ...]:
        """The later parts of its thread, in order."""
        found: list[OutboxItem] = []
        last = item.id
        for each in self.by_id.values():
            if each.after == last:
                found.append(each)
                last = each.id
        return tuple(found)

    def put(self, item: OutboxItem) -> None:
        """In memory only, and tell it."""
        self.by_id[item.id] = item
        self.tell_changed()

    async def keep(self, item: OutboxItem) -> None:
        """In memory first: from then on an item that is SENDING cannot be taken back. Raises
        StoreError."""
        self.put(item)
        await self.rows.keep(item)

    async def settle(self, item: OutboxItem) -> None:
        """The same for what may get lost: a full disk is only told."""
        try:
            await self.keep(item)
        except StoreError as error:
            self._notices.report(error, replaces="outbox store")

    def progress(self, item_id: str, part: float) -> None:
        item = self.by_id.get(item_id)
        if item is not None and (abs(part - item.progress) >= 0.01 or part >= 1.0):
            self.put(changed(item, progress=min(1.0, max(0.0, part))))

    def tell_changed(self) -> None:
        self.tell(self.changed, self.all)

    def tell(self, signal: Signal[T], value: T) -> None:
        """A receiver that fails stops no post."""
        try:
            signal.emit(value)
        except Exception as error:
            self._notices.report(error)


def changed(item: OutboxItem, **changes: Any) -> OutboxItem:
    return msgspec.structs.replace(item, **changes)


def answering(item: OutboxItem, former: OutboxItem) -> OutboxItem:
    """The next part of a thread, when the one before it is out."""
    draft = msgspec.structs.replace(item.draft, reply_to=former.post_id, reply_uri=former.post_url)
    return changed(item, after="", draft=draft)


def resting(item: OutboxItem) -> OutboxState:
    """HELD as long as no server can have it: it can still be taken back then."""
    return OutboxState.HELD if item.first_try_at is None else OutboxState.RETRYING


def fresh_media(draft: Draft) -> Draft:
    """Uploads that no post used are thrown away by servers: to be uploaded again."""
    media = tuple(
        msgspec.structs.replace(each, remote_id="") if each.path else each for each in draft.media
    )
    return msgspec.structs.replace(draft, media=media)
