"""The pictures of what is being written: taken in, described, put in order."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from desktop.domain.account import AccountId
from desktop.domain.draft import DraftMedia
from desktop.domain.errors import NotFound, Rejected, VoliereError
from desktop.viewmodels.composer_sentences import media_refused_words
from desktop.viewmodels.composer_state import ComposerState
from desktop.viewmodels.messages import error_sentence

if TYPE_CHECKING:
    from desktop.services.sessions import Sessions
    from desktop.services.tasks import TaskScope
    from desktop.services.uploads import Uploads

PICTURE_BYTES = 64 * 1024 * 1024


class ComposerMedia(QObject):
    """Files become copies in the profile's folder; `pending` are still being read."""

    pending_changed = Signal()

    def __init__(
        self,
        state: ComposerState,
        uploads: Uploads,
        sessions: Sessions,
        scope: TaskScope,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._uploads = uploads
        self._sessions = sessions
        self._scope = scope
        self._pending: dict[str, int] = {}

    @property
    def pending(self) -> int:
        return self._pending.get(self._state.draft.id, 0)

    @property
    def room(self) -> int:
        """How many more this account's server takes."""
        account = self._state.account
        if account is None or not account.capabilities.can_upload:
            return 0
        taken = len(self._state.draft.media) + self.pending
        return max(0, account.capabilities.limits.max_attachments - taken)

    def add_files(self, paths: Sequence[str]) -> None:
        for path in paths:
            self._add(Path(path), Path(path).name)

    def add_bytes(self, content: bytes, name: str) -> None:
        self._add(content, name)

    def set_alt(self, media_id: str, alt: str) -> None:
        self._put(
            tuple(
                msgspec.structs.replace(each, alt=alt) if each.id == media_id else each
                for each in self._state.draft.media
            )
        )

    def remove(self, media_id: str) -> None:
        self._put(tuple(each for each in self._state.draft.media if each.id != media_id))

    def move(self, media_id: str, steps: int) -> None:
        """Towards the front (negative) or the end."""
        media = list(self._state.draft.media)
        places = {each.id: place for place, each in enumerate(media)}
        if media_id not in places:
            return
        moved = media.pop(places[media_id])
        media.insert(min(max(0, places[media_id] + steps), len(media)), moved)
        self._put(tuple(media))

    async def picture(self, account: AccountId, media_id: str) -> bytes:
        """The bytes to show it by. Raises NotFound when it is not in the draft any more, OSError
        when its copy cannot be read."""
        for each in self._state.draft.media:
            if each.id == media_id:
                if each.path:
                    return await asyncio.to_thread(Path(each.path).read_bytes)
                adapter = self._sessions.adapter(account)
                return (await adapter.media(each.preview_url, PICTURE_BYTES)).body
        raise NotFound(media_id)

    def _add(self, source: Path | bytes, name: str) -> None:
        draft_id = self._state.draft.id
        self._count(draft_id, 1)
        self._scope.start(self._take(draft_id, source, name), name="take media")

    async def _take(self, draft_id: str, source: Path | bytes, name: str) -> None:
        account = self._state.account
        limits = account.capabilities.limits if account else None
        try:
            media = await self._uploads.take_file(source, name, limits)
        except Rejected as error:
            self._complain(draft_id, name, media_refused_words(error.reason))
        except VoliereError as error:
            self._complain(draft_id, name, error_sentence(error))
        else:
            self._arrived(draft_id, media)
        finally:
            self._count(draft_id, -1)

    def _arrived(self, draft_id: str, media: DraftMedia) -> None:
        if self._state.draft.id == draft_id:
            self._state.set_problem("")
            self._put((*self._state.draft.media, media))
            return
        kept = self._state.shelf.get(draft_id)
        if kept is not None:  # another draft is shown meanwhile
            self._state.shelf.keep(msgspec.structs.replace(kept, media=(*kept.media, media)))

    def _complain(self, draft_id: str, name: str, sentence: str) -> None:
        if self._state.draft.id == draft_id:
            self._state.set_problem(f"{name}: {sentence}" if name else sentence)

    def _put(self, media: tuple[DraftMedia, ...]) -> None:
        self._state.change(media=media)

    def _count(self, draft_id: str, step: int) -> None:
        self._pending[draft_id] = self._pending.get(draft_id, 0) + step
        if self._pending[draft_id] <= 0:
            del self._pending[draft_id]
        self.pending_changed.emit()
