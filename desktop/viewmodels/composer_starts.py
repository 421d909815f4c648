"""How a draft begins: an answer, a quote, a change of an own post; and who writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.domain.account import Account, AccountId
from desktop.domain.errors import VoliereError
from desktop.domain.post import Post
from desktop.viewmodels.composer_context import (
    edit_draft,
    nearest_visibility,
    quote_draft,
    reply_draft,
    visibility_limit,
)
from desktop.viewmodels.composer_sentences import host_of
from desktop.viewmodels.composer_state import ComposerState
from desktop.viewmodels.messages import error_sentence
from desktop.viewmodels.wording import fill

if TYPE_CHECKING:
    from desktop.services.sessions import Sessions
    from desktop.services.tasks import TaskScope


class ComposerStarts(QObject):
    """`is_looking`: the answered post is being looked up on another account's server."""

    looking_changed = Signal()
    focus_wanted = Signal()

    def __init__(
        self,
        state: ComposerState,
        sessions: Sessions,
        scope: TaskScope,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._sessions = sessions
        self._scope = scope
        self._looking_for = ""

    @property
    def is_looking(self) -> bool:
        return bool(self._looking_for)

    def reply(self, post: Post) -> None:
        """Answer it with the account that sees it."""
        account = self._state.account_of(post.account)
        if account is None:
            return
        draft = reply_draft(account, post)
        now = self._state.draft
        if not (now.reply_to == draft.reply_to and now.account == draft.account):
            self._state.show(draft, prefill=draft.text)
        self.focus_wanted.emit()

    def quote(self, post: Post) -> None:
        account = self._state.account_of(post.account)
        if account is None or not account.capabilities.can_quote:
            return
        self._state.show(quote_draft(account, post))
        self.focus_wanted.emit()

    def edit(self, post: Post) -> None:
        """Change an own post; its text comes as it was typed."""
        account = self._state.account_of(post.account)
        if account is not None and account.capabilities.can_edit:
            self._scope.start(self._edit(account, post), name="edit post")

    async def _edit(self, account: Account, post: Post) -> None:
        try:
            source = await self._sessions.adapter(account.id).source(post.shown.id)
        except VoliereError as error:
            self._state.set_problem(error_sentence(error))
            return
        draft = edit_draft(account, post, source)
        self._state.show(draft, prefill=draft.text)
        self.focus_wanted.emit()

    def leave(self) -> None:
        """End the answer, quote or change; what was written stays in the drafts."""
        draft = self._state.draft
        if not (draft.reply_to or draft.quote or draft.edits):
            return
        if self._state.has_content:
            self._state.shelf.keep(draft)
        self._state.start_fresh()

    def write_as(self, account_id: AccountId) -> None:
        """Another account; the text stays. An answered or quoted post is looked up there."""
        account = self._state.account_of(account_id)
        draft = self._state.draft
        if account is None or draft.edits or draft.all_accounts == (account_id,):
            return
        if draft.account == account_id:
            self._state.change(others=())
            return
        if draft.reply_to or draft.quote:
            self._looking_for = draft.id
            self.looking_changed.emit()
            self._scope.start(self._carry_over(account), name="find the answered post")
            return
        self._state.change(
            account=account_id, visibility=nearest_visibility(draft.visibility, account), others=()
        )

    def add_or_leave(self, account_id: AccountId) -> None:
        """One account more, or one less; one always remains. An answer, a quote or a change is
        one account's."""
        draft = self._state.draft
        chosen = draft.all_accounts
        if not self.can_add or self._state.account_of(account_id) is None:
            return
        if account_id not in chosen:
            self._state.change(others=(*chosen[1:], account_id))
        elif len(chosen) > 1:
            first, *rest = (each for each in chosen if each != account_id)
            self._state.change(account=first, others=tuple(rest))

    @property
    def can_add(self) -> bool:
        draft = self._state.draft
        return not (draft.reply_to or draft.quote or draft.edits)

    async def _carry_over(self, account: Account) -> None:
        draft = self._state.draft
        try:
            adapter = self._sessions.adapter(account.id)
            found = await adapter.resolve_post(draft.reply_uri or draft.quote_uri)
        except VoliereError as error:
            self._state.set_problem(f"{_not_found(account)} {error_sentence(error)}")
            return
        finally:
            self._looking_for = ""
            self.looking_changed.emit()
        now = self._state.draft
        if now.id != draft.id:
            return
        visibility = nearest_visibility(now.visibility, account, visibility_limit(now))
        if now.reply_to:
            self._state.change(account=account.id, visibility=visibility, reply_to=found.id)
        else:
            self._state.change(account=account.id, visibility=visibility, quote=found.id)


def _not_found(account: Account) -> str:
    translate = QCoreApplication.translate
    return fill(translate("Composer", "{host} cannot show that post."), {"host": host_of(account)})
