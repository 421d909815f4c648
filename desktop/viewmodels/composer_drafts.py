"""Keeps what is being written: at each pause of typing, in order, and never the other way round."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.draft import Draft

if TYPE_CHECKING:
    from desktop.services.drafts import Drafts
    from desktop.services.notices import Notices
    from desktop.services.tasks import TaskScope

PAUSE = 500
"""Milliseconds without a key after which a draft is kept."""


class DraftShelf(QObject):
    """All drafts that have content, and one writer that brings them to the disk in order."""

    changed = Signal()

    def __init__(
        self, drafts: Drafts, notices: Notices, scope: TaskScope, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._notices = notices
        self._scope = scope
        self._kept: dict[str, Draft] = {}
        self._unwritten: dict[str, Draft | None] = {}
        self._writer: asyncio.Task[None] | None = None
        self._late: Draft | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._pause)

    @property
    def all(self) -> tuple[Draft, ...]:
        """Newest first."""
        return tuple(
            sorted(self._kept.values(), key=lambda draft: draft.updated_at or _LONG_AGO)[::-1]
        )

    def get(self, draft_id: str) -> Draft | None:
        return self._kept.get(draft_id)

    async def load(self) -> None:
        for draft in await self._drafts.all():
            self._kept.setdefault(draft.id, draft)
        self.changed.emit()

    def keep_later(self, draft: Draft) -> None:
        """Keep it when the typing pauses."""
        if self._late is not None and self._late.id != draft.id:
            self.keep(self._late)
        self._late = draft
        self._timer.start()

    def keep(self, draft: Draft) -> None:
        """Keep it now."""
        if self._late is not None and self._late.id == draft.id:
            self._late = None
            self._timer.stop()
        draft = msgspec.structs.replace(draft, updated_at=datetime.now(UTC))
        self._kept[draft.id] = draft
        self._write(draft.id, draft)
        self.changed.emit()

    def drop(self, draft_id: str) -> None:
        """Forget it: it was sent, or thrown away."""
        if self._late is not None and self._late.id == draft_id:
            self._late = None
            self._timer.stop()
        if self._kept.pop(draft_id, None) is not None:
            self._write(draft_id, None)
            self.changed.emit()

    async def flush(self) -> None:
        """Wait until everything is on the disk."""
        self._pause()
        if self._writer is not None:
            await asyncio.shield(self._writer)

    def _pause(self) -> None:
        if self._late is not None:
            self.keep(self._late)

    def _write(self, draft_id: str, draft: Draft | None) -> None:
        self._unwritten.pop(draft_id, None)
        self._unwritten[draft_id] = draft
        if self._writer is None and not self._scope.is_closed:
            self._writer = self._scope.start(self._write_all(), name="keep drafts")

    async def _write_all(self) -> None:
        try:
            while self._unwritten:
                draft_id, draft = next(iter(self._unwritten.items()))
                if draft is None:
                    await self._drafts.delete(draft_id)
                else:
                    await self._drafts.save(draft)
                if self._unwritten.get(draft_id) is draft:
                    del self._unwritten[draft_id]
        except Exception as error:  # told at once, and tried again with the next change
            self._notices.report(error, replaces="drafts")
        finally:
            self._writer = None


_LONG_AGO = datetime.fromtimestamp(0, UTC)
