"""Our accounts in a readable file; no secret is ever in it."""

from __future__ import annotations

from pathlib import Path

import msgspec

from desktop.domain.account import ACCOUNT_COLOURS, Account, AccountId, Capabilities
from desktop.domain.notice import Notice
from desktop.domain.signal import Signal
from desktop.services.files import write_atomically
from desktop.services.forms import Document, Upgrades, kept_unread, load_document, to_toml

ACCOUNTS_FORM = 1

UPGRADES = Upgrades()


class Accounts:
    """In the order in which they were added. Those with `is_kept` False are not written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.changed: Signal[tuple[Account, ...]] = Signal()
        self._accounts: dict[AccountId, Account] = {}
        self._document: Document = {}
        self._unread: list[Document] = []

    @property
    def all(self) -> tuple[Account, ...]:
        return tuple(self._accounts.values())

    def load(self) -> Notice | None:
        """Read the file, if there is one; a broken one is moved aside, which is told. An
        account that cannot be understood is kept in the file."""
        document, notice = load_document(self.path, UPGRADES, ACCOUNTS_FORM)
        entries = document.pop("account", [])
        self._document = document
        self._accounts.clear()
        self._unread.clear()
        for entry in entries if isinstance(entries, list) else [entries]:
            account = _read(entry)
            if account is None:
                self._unread.append(entry)
            else:
                self._accounts[account.id] = account
        if self._unread:
            notice = kept_unread(self.path, len(self._unread))
        self.changed.emit(self.all)
        return notice

    def get(self, account: AccountId) -> Account | None:
        return self._accounts.get(account)

    def add(self, account: Account) -> Account:
        """Take it in, with the first colour that is free; one that is there already keeps its
        colour and its place. Returns it as it was taken in."""
        former = self._accounts.get(account.id)
        colour = former.colour if former else self._free_colour()
        undo = former.undo_send_seconds if former else account.undo_send_seconds
        account = msgspec.structs.replace(account, colour=colour, undo_send_seconds=undo)
        self._put(account)
        return account

    def update(self, account: Account) -> None:
        """Take over what changed. One that was removed meanwhile stays removed."""
        if account.id in self._accounts and self._accounts[account.id] != account:
            self._put(account)

    def remove(self, account: AccountId) -> None:
        if self._accounts.pop(account, None) is not None:
            self._write_and_tell()

    def _put(self, account: Account) -> None:
        self._accounts[account.id] = account
        self._write_and_tell()

    def _free_colour(self) -> str:
        used = [account.colour for account in self._accounts.values()]
        return min(ACCOUNT_COLOURS, key=used.count)

    def _write_and_tell(self) -> None:
        kept = [msgspec.to_builtins(each) for each in self._accounts.values() if each.is_kept]
        document = {"form": ACCOUNTS_FORM} | self._document | {"account": kept + self._unread}
        try:
            write_atomically(self.path, to_toml(document))
        finally:
            self.changed.emit(self.all)


def _read(entry: object) -> Account | None:
    try:
        return msgspec.convert(entry, type=Account)
    except msgspec.ValidationError:
        pass
    # Capabilities are asked for anew at each start: what is odd in them costs nothing.
    if isinstance(entry, dict) and "capabilities" in entry:
        try:
            return msgspec.convert(
                entry | {"capabilities": msgspec.to_builtins(Capabilities())}, type=Account
            )
        except msgspec.ValidationError:
            pass
    return None
