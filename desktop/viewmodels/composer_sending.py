"""From the editor to the outbox and, when a server refuses, back again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.account import Account
from desktop.domain.draft import Draft, OutboxItem, OutboxState
from desktop.domain.errors import VoliereError
from desktop.services.outbox import TooLate
from desktop.viewmodels.composer_sentences import refused_words, too_late_words
from desktop.viewmodels.composer_state import ComposerState
from desktop.viewmodels.composer_targets import posts_of
from desktop.viewmodels.messages import error_sentence

if TYPE_CHECKING:
    from desktop.services.outbox import Outbox
    from desktop.services.tasks import TaskScope


class ComposerSending(QObject):
    """A draft leaves the drafts only when its row in the outbox is on the disk."""

    leaving_changed = Signal()
    came_back = Signal()
    """A post is in the editor again."""

    def __init__(
        self,
        state: ComposerState,
        outbox: Outbox,
        scope: TaskScope,
        hold_seconds: Callable[[Account], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._outbox = outbox
        self._scope = scope
        self._hold_seconds = hold_seconds
        self._leaving: set[str] = set()
        self._disconnect = outbox.refused.connect(self._refused)

    @property
    def leaving(self) -> frozenset[str]:
        """Ids of drafts that are on their way into the outbox or are there."""
        return frozenset(self._leaving) | {
            (item.whole or item.draft).id for item in self._outbox.items
        }

    def submit(self, draft: Draft) -> None:
        """Hand it over and clear the editor at once."""
        self._leaving.add(draft.id)
        self._state.shelf.keep(draft)
        self._state.start_fresh()
        accounts = tuple(
            account
            for account in map(self._state.account_of, draft.all_accounts)
            if account is not None
        )
        hold = max(map(self._hold_seconds, accounts), default=0.0)
        chains = posts_of(draft, accounts)
        self._scope.start(self._submit(draft, chains, hold), name="submit")

    async def _submit(
        self, draft: Draft, chains: tuple[tuple[Draft, ...], ...], hold: float
    ) -> None:
        try:
            await self._state.shelf.flush()
            await self._outbox.submit_all(draft, chains, hold_seconds=hold)
        except VoliereError as error:
            self._leaving.discard(draft.id)
            self._bring_back(draft, error_sentence(error))
            return
        self._leaving.discard(draft.id)
        self._state.shelf.drop(draft.id)
        self.leaving_changed.emit()

    def take_back(self, item_id: str) -> None:
        """Undo sending, or edit a refused post again: it comes back with text and media."""
        self._scope.start(self._take_back(item_id), name="take back")

    async def _take_back(self, item_id: str) -> None:
        item = next((each for each in self._outbox.items if each.id == item_id), None)
        if item is None:
            return
        try:
            draft = await self._outbox.take_back(item_id)
        except TooLate:
            self._state.set_problem(too_late_words())
            return
        reason = ""
        if item.state is OutboxState.REFUSED:
            reason = refused_words(self._state.account_of(draft.account), item.reason)
        self._bring_back(draft, reason)

    def _bring_back(self, draft: Draft, problem: str) -> None:
        self._state.show(draft, problem=problem)
        self._state.shelf.keep(draft)
        self.leaving_changed.emit()
        self.came_back.emit()

    def _refused(self, item: OutboxItem) -> None:
        if (
            item.first_try_at is None and item.group_size == 1 and not self._state.has_content
        ):  # else it waits in the strip, with its reason
            self.take_back(item.id)

    def close(self) -> None:
        self._disconnect()
