"""What is told of new posts while nobody looks: gathered, and silent in quiet hours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from desktop.domain.timeline import Entry
from desktop.viewmodels import accessible_text
from desktop.viewmodels.column_vm import ColumnViewModel
from desktop.viewmodels.deck_vm import DeckViewModel
from desktop.viewmodels.settings_form import SettingsViewModel

GATHER_MS = 1500
"""What comes within so long is told together."""
MAX_TEXT = 160


class Alert(Struct, frozen=True, kw_only=True):
    column_id: str
    title: str
    text: str
    has_sound: bool
    has_popup: bool
    has_attention: bool


def is_quiet(hour: int, start: int, end: int) -> bool:
    """Whether an hour of the day lies from `start` up to `end`, over midnight too. The same
    hour twice: never."""
    if start <= end:
        return start <= hour < end
    return hour >= start or hour < end


class AlertsViewModel(QObject):
    alert_wanted = Signal(object)
    """Alert"""

    def __init__(
        self,
        deck: DeckViewModel,
        settings: SettingsViewModel,
        parent: QObject | None = None,
        *,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._now = now
        self._waiting: dict[str, tuple[ColumnViewModel, list[Entry]]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(GATHER_MS)
        self._timer.timeout.connect(self.tell)
        deck.arrived.connect(self._gather)

    def _gather(self, column: ColumnViewModel, entries: list[Entry]) -> None:
        if not column.column.alerts.is_loud or column.is_temporary:
            return
        _, waiting = self._waiting.setdefault(column.id, (column, []))
        waiting[:0] = entries
        self._timer.start()

    def tell(self) -> None:
        """Say now what was gathered; in quiet hours it is dropped, the counts stay."""
        waiting, self._waiting = self._waiting, {}
        settings = self._settings.value
        hour = self._now().hour
        if settings.quiet_hours and is_quiet(hour, settings.quiet_from, settings.quiet_to):
            return
        for column, entries in waiting.values():
            alerts = column.column.alerts
            self.alert_wanted.emit(
                Alert(
                    column_id=column.id,
                    title=column.title,
                    text=_text(entries),
                    has_sound=alerts.sound,
                    has_popup=alerts.popup,
                    has_attention=alerts.attention,
                )
            )


def _text(entries: list[Entry]) -> str:
    """One is read out, more are counted."""
    if len(entries) > 1:
        text = QCoreApplication.translate("Alerts", "{count} new")
        return text.replace("{count}", str(len(entries)))
    words = " ".join(accessible_text.sentence(entries[0]).split())
    return words if len(words) <= MAX_TEXT else f"{words[:MAX_TEXT].rstrip()}…"
