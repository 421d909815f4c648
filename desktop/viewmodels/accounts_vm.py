"""Our accounts: their state in words, their colour, signing in again and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.domain.account import ACCOUNT_COLOURS, Account, AccountId, SessionState

if TYPE_CHECKING:
    from desktop.services.accounts import Accounts
    from desktop.services.sessions import Sessions
    from desktop.services.tasks import TaskScope


class AccountsViewModel(QObject):
    """What the rail and the accounts dialog show."""

    changed = Signal()
    signed_out = Signal(str)
    """AccountId, after the account was forgotten."""

    def __init__(
        self,
        accounts: Accounts,
        sessions: Sessions,
        scope: TaskScope,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._accounts = accounts
        self._sessions = sessions
        self._scope = scope
        self._disconnects = [
            accounts.changed.connect(lambda _: self.changed.emit()),
            sessions.changed.connect(lambda _: self.changed.emit()),
        ]

    @property
    def all(self) -> tuple[Account, ...]:
        return self._accounts.all

    @property
    def colours(self) -> tuple[str, ...]:
        return ACCOUNT_COLOURS

    def account(self, account_id: AccountId) -> Account | None:
        return self._accounts.get(account_id)

    def state(self, account_id: AccountId) -> SessionState:
        return self._sessions.state(account_id)

    def is_troubled(self, account_id: AccountId) -> bool:
        """True where the person has to do something."""
        return self.state(account_id) in (SessionState.SIGNED_OUT, SessionState.LOCKED)

    def state_sentence(self, account_id: AccountId) -> str:
        translate = QCoreApplication.translate
        account = self.account(account_id)
        sentences = {
            SessionState.OPENING: lambda: translate("Accounts", "Connecting…"),
            SessionState.READY: lambda: translate("Accounts", "Signed in"),
            SessionState.OFFLINE: lambda: translate("Accounts", "The server cannot be reached"),
            SessionState.SIGNED_OUT: lambda: translate("Accounts", "Signed out by the server"),
            SessionState.LOCKED: lambda: translate("Accounts", "The keyring is locked or missing"),
        }
        sentence = sentences[self.state(account_id)]()
        if account is not None and not account.is_kept:
            kept = translate("Accounts", "only until Volière is closed")
            return f"{sentence} · {kept}"
        return sentence

    def server_words(self, account: Account) -> str:
        """mastodon 4.5.1 on example.org."""
        translate = QCoreApplication.translate
        host = account.server.partition("://")[2] or account.server
        software = " ".join(part for part in (account.software, account.version) if part)
        if not software:
            return host
        return translate("Accounts", "{software} on {host}").format(software=software, host=host)

    def set_colour(self, account_id: AccountId, colour: str) -> None:
        account = self.account(account_id)
        if account is not None and account.colour != colour:
            self._accounts.update(msgspec.structs.replace(account, colour=colour))

    def set_undo_send(self, account_id: AccountId, seconds: int) -> None:
        """How long a post can be taken back, 0 to 120; -1: as the setting says."""
        account = self.account(account_id)
        if account is not None and account.undo_send_seconds != seconds and -1 <= seconds <= 120:
            self._accounts.update(msgspec.structs.replace(account, undo_send_seconds=seconds))

    def reopen(self, account_id: AccountId) -> None:
        """Try again to read its secrets and reach its server."""
        self._scope.start(self._sessions.open(account_id), name=f"open {account_id}")

    def sign_out(self, account_id: AccountId) -> None:
        """Take the token back at the server, and forget the account's data here."""
        self._scope.start(self._sign_out(account_id), name=f"sign out {account_id}")

    async def _sign_out(self, account_id: AccountId) -> None:
        await self._sessions.sign_out(account_id)
        self.signed_out.emit(account_id)

    def close(self) -> None:
        for disconnect in self._disconnects:
            disconnect()
