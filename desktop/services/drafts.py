"""What was begun to be written, kept until it is sent or thrown away."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import msgspec

from desktop.domain.draft import Draft, DraftMedia
from desktop.domain.timeline import microseconds
from desktop.services.database import Database, Transaction


class Drafts:
    """Durable when `save` returns. All coroutines raise StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def save(self, draft: Draft) -> None:
        """Keep it, or its newest form. One in which nothing is left is deleted."""
        if draft.is_empty:
            await self.delete(draft.id)
            return
        moment = draft.updated_at or datetime.now(UTC)
        await self._database.run(
            "INSERT INTO drafts (id, account, updated_at, body) VALUES (?1, ?2, ?3, ?4) "
            "ON CONFLICT (id) DO UPDATE SET account = ?2, updated_at = ?3, body = ?4",
            draft.id, draft.account, microseconds(moment), msgspec.json.encode(draft),
        )  # fmt: skip

    async def all(self) -> tuple[Draft, ...]:
        """The latest first. One whose row cannot be read is left out, and left in its place."""
        rows = await self._database.rows("SELECT body FROM drafts ORDER BY updated_at DESC, id")
        found = (_read(row[0]) for row in rows)
        return tuple(draft for draft in found if draft is not None)

    async def get(self, draft_id: str) -> Draft | None:
        rows = await self._database.rows("SELECT body FROM drafts WHERE id = ?", draft_id)
        return _read(rows[0][0]) if rows else None

    async def delete(self, draft_id: str) -> None:
        await self._database.run("DELETE FROM drafts WHERE id = ?", draft_id)

    async def used_files(self) -> frozenset[Path]:
        """The copies of media that a draft or an item of the outbox still needs."""
        return await self._database.read(_used_files)


class _OfMedia(msgspec.Struct):
    media: tuple[DraftMedia, ...] = ()


class _OfItem(msgspec.Struct):
    draft: _OfMedia


def _used_files(transaction: Transaction) -> frozenset[Path]:
    """Raises msgspec.MsgspecError for a row that cannot be read: then nothing may be deleted."""
    drafts = [
        msgspec.json.decode(row[0], type=_OfMedia)
        for row in transaction.rows("SELECT body FROM drafts")
    ]
    drafts += [
        msgspec.json.decode(row[0], type=_OfItem).draft
        for row in transaction.rows("SELECT body FROM outbox WHERE state != 'sent'")
    ]
    return frozenset(Path(media.path) for draft in drafts for media in draft.media)


def _read(body: bytes | str) -> Draft | None:
    try:
        return msgspec.json.decode(body, type=Draft)
    except msgspec.MsgspecError:
        return None
