"""The notices that the bar shows: at most three, the newest last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from desktop.domain.notice import Notice
from desktop.viewmodels.messages import action_label, notice_sentence

if TYPE_CHECKING:
    from desktop.services.accounts import Accounts
    from desktop.services.notices import Notices

MAX_SHOWN = 3


class NoticesViewModel(QObject):
    """Turns our notices into sentences; the bar says which button was pressed."""

    changed = Signal()
    announced = Signal(str)
    """A new sentence, for the screen reader."""
    action_requested = Signal(object)
    """Notice"""

    def __init__(self, notices: Notices, accounts: Accounts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._accounts = accounts
        self._disconnects = [
            notices.posted.connect(self._on_posted),
            notices.dismissed.connect(lambda _: self.changed.emit()),
        ]

    @property
    def shown(self) -> tuple[Notice, ...]:
        return self._notices.current[-MAX_SHOWN:]

    def sentence(self, notice: Notice) -> str:
        account_id = notice.values.get("account", "")
        known = next((one for one in self._accounts.all if one.id == account_id), None)
        if known is not None:
            values = {**notice.values, "account": known.display_name}
            notice = msgspec.structs.replace(notice, values=values)
        return notice_sentence(notice)

    def button(self, notice: Notice) -> str:
        """The button's label; empty: no button."""
        return action_label(notice.action) if notice.action else ""

    def act(self, notice: Notice) -> None:
        self._notices.dismiss(notice)
        self.action_requested.emit(notice)

    def dismiss(self, notice: Notice) -> None:
        self._notices.dismiss(notice)

    def close(self) -> None:
        for disconnect in self._disconnects:
            disconnect()

    def _on_posted(self, notice: Notice) -> None:
        self.changed.emit()
        self.announced.emit(self.sentence(notice))
