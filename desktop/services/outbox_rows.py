"""The outbox on the disk: a row for each post on its way, there before its first byte leaves."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import msgspec

from desktop.domain.draft import Draft, OutboxItem, OutboxState
from desktop.domain.timeline import microseconds
from desktop.services.database import Database, Transaction

_log = logging.getLogger(__name__)

KEPT_SENT = timedelta(days=1)
"""What was sent is remembered so long, without its text: so that a post of an item is not taken
for that of another one with the same words."""


class OutboxRows:
    """All coroutines raise StoreError; each is one transaction, on the disk when it returns."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, *items: OutboxItem) -> None:
        """The drafts that they were made from leave the drafts in the same step."""

        def work(transaction: Transaction) -> None:
            for item in items:
                transaction.run("DELETE FROM drafts WHERE id = ?", (item.whole or item.draft).id)
                transaction.run(
                    "INSERT INTO outbox (id, key, account, state, due_at, created_at, body) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?)",
                    item.id, item.key, item.draft.account, item.state.value,
                    microseconds(item.due_at), microseconds(item.created_at),
                    msgspec.json.encode(item),
                )  # fmt: skip

        await self._database.write(work)

    async def keep(self, item: OutboxItem, *others: OutboxItem) -> None:
        """All of them or none."""

        def work(transaction: Transaction) -> None:
            for each in (item, *others):
                transaction.run(
                    "UPDATE outbox SET state = ?, due_at = ?, body = ? WHERE id = ?",
                    each.state.value, microseconds(each.due_at), msgspec.json.encode(each),
                    each.id,
                )  # fmt: skip

        await self._database.write(work)

    async def take_back(self, item_ids: Iterable[str], draft: Draft) -> None:
        """The rows go, and what was written is a draft again, in one step."""
        moment = microseconds(draft.updated_at or datetime.now(UTC))
        gone = tuple(item_ids)

        def work(transaction: Transaction) -> None:
            for item_id in gone:
                transaction.run("DELETE FROM outbox WHERE id = ?", item_id)
            transaction.run(
                "INSERT OR REPLACE INTO drafts (id, account, updated_at, body) "
                "VALUES (?, ?, ?, ?)",
                draft.id, draft.account, moment, msgspec.json.encode(draft),
            )  # fmt: skip

        await self._database.write(work)

    async def delete(self, *item_ids: str) -> None:
        def work(transaction: Transaction) -> None:
            for item_id in item_ids:
                transaction.run("DELETE FROM outbox WHERE id = ?", item_id)

        await self._database.write(work)

    async def load(self, now: datetime) -> tuple[OutboxItem, ...]:
        """All, in the order in which they were made. Those sent long ago go; a row that cannot
        be read stays where it is."""
        old = microseconds(now - KEPT_SENT)
        await self._database.run("DELETE FROM outbox WHERE state = 'sent' AND created_at < ?", old)
        found = []
        for (body,) in await self._database.rows(
            "SELECT body FROM outbox ORDER BY created_at, rowid"
        ):
            try:
                found.append(msgspec.json.decode(body, type=OutboxItem))
            except msgspec.MsgspecError:
                _log.error("a row of the outbox cannot be read")
        return tuple(found)


def without_words(item: OutboxItem) -> OutboxItem:
    """As much of a sent item as is remembered."""
    return msgspec.structs.replace(
        item,
        state=OutboxState.SENT,
        draft=Draft(id=item.draft.id, account=item.draft.account),
        whole=None,
        progress=0.0,
        reason="",
        next_at=None,
    )
