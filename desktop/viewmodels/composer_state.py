"""The draft that is being written, by whom, and what became of the one before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QObject, Signal

from desktop.domain.account import Account, AccountId
from desktop.domain.draft import Draft
from desktop.viewmodels.composer_context import new_draft
from desktop.viewmodels.composer_drafts import DraftShelf

if TYPE_CHECKING:
    from desktop.services.accounts import Accounts


class ComposerState(QObject):
    """Holds one Draft and changes it; what had content is never thrown away by showing another."""

    changed = Signal()
    """Any part of the draft."""
    replaced = Signal()
    """Another draft is shown: the editor takes its text afresh. Comes before `changed`."""
    account_changed = Signal()
    """Another account, or its name, colour or abilities."""
    problem_changed = Signal()

    def __init__(
        self, accounts: Accounts, shelf: DraftShelf, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._accounts = accounts
        self.shelf = shelf
        self._problem = ""
        self._prefill = ""
        self._draft = new_draft(self._first())
        self._disconnect = accounts.changed.connect(self._accounts_changed)

    @property
    def draft(self) -> Draft:
        return self._draft

    @property
    def accounts(self) -> tuple[Account, ...]:
        return self._accounts.all

    @property
    def account(self) -> Account | None:
        return self._accounts.get(self._draft.account)

    @property
    def chosen(self) -> tuple[Account, ...]:
        """All accounts that will post it, the main one first."""
        found = (self._accounts.get(each) for each in self._draft.all_accounts)
        return tuple(account for account in found if account is not None)

    @property
    def problem(self) -> str:
        """What went wrong with this draft, in one sentence; empty: nothing."""
        return self._problem

    @property
    def has_content(self) -> bool:
        """There is more in it than what was prefilled."""
        draft = self._draft
        if draft.edits:
            return True
        return bool(draft.media or draft.poll) or (
            draft.text.strip() not in ("", self._prefill.strip())
        )

    def change(self, **fields: Any) -> None:
        draft = msgspec.structs.replace(self._draft, **fields)
        if draft == self._draft:
            return
        has_new_account = draft.account != self._draft.account
        self._draft = draft
        if self.has_content:
            self.shelf.keep_later(draft)
        else:
            self.shelf.drop(draft.id)
        if has_new_account:
            self.account_changed.emit()
        self.changed.emit()

    def set_problem(self, sentence: str) -> None:
        if sentence != self._problem:
            self._problem = sentence
            self.problem_changed.emit()

    def show(self, draft: Draft, *, prefill: str = "", problem: str = "") -> None:
        """Write on this one; the one before goes to the drafts if it has content."""
        if draft.id != self._draft.id and self.has_content:
            self.shelf.keep(self._draft)
        self._take(draft, prefill, problem)

    def start_fresh(self) -> None:
        """An empty editor for the same account, without asking what was in it before."""
        self._take(new_draft(self.account or self._first()), "", "")

    def throw_away(self) -> None:
        """Forget what is written."""
        self.shelf.drop(self._draft.id)
        self.start_fresh()

    def account_of(self, account: AccountId) -> Account | None:
        return self._accounts.get(account)

    def close(self) -> None:
        self._disconnect()

    def _take(self, draft: Draft, prefill: str, problem: str) -> None:
        former = self._draft.account
        self._draft = draft
        self._prefill = prefill
        self.set_problem(problem)
        self.replaced.emit()
        if former != draft.account:
            self.account_changed.emit()
        self.changed.emit()

    def _first(self) -> Account | None:
        accounts = self._accounts.all
        return accounts[0] if accounts else None

    def _accounts_changed(self, accounts: tuple[Account, ...]) -> None:
        if self.account is None and accounts:
            self.change(account=accounts[0].id)
        self.account_changed.emit()
        self.changed.emit()
