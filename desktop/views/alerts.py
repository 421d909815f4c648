"""Alerts outside of the window: a sound, a notification of the desktop, the taskbar."""

from __future__ import annotations

import html
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QProcess, QStandardPaths, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from desktop.viewmodels.alerts_vm import Alert, AlertsViewModel
from desktop.views.icons import app_icon

Notify = Callable[[str, str], bool]


class DesktopPopups(QObject):
    """Through the tray where there is one, else through the desktop's own command."""

    clicked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tray: QSystemTrayIcon | None = None

    def __call__(self, title: str, text: str) -> bool:
        """False where this desktop cannot show any."""
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            if self._tray is None:
                self._tray = QSystemTrayIcon(app_icon(), self)
                self._tray.messageClicked.connect(self.clicked)
                self._tray.activated.connect(lambda _: self.clicked.emit())
            self._tray.show()
            self._tray.showMessage(title, _plain(text), app_icon())
            return True
        command = QStandardPaths.findExecutable("notify-send")
        if not command:
            return False
        words = ["--app-name=Volière", "--", title, html.escape(text, quote=False)]
        return bool(QProcess.startDetached(command, words)[0])


class DesktopAlerts(QObject):
    """Popups and marks only come while the window is not the active one."""

    def __init__(
        self,
        alerts: AlertsViewModel,
        window: QWidget,
        open_column: Callable[[str], object],
        popups: Notify | None = None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._open_column = open_column
        self._latest = ""
        if popups is None:
            made = DesktopPopups(self)
            made.clicked.connect(self._open)
            popups = made
        self._popup = popups
        alerts.alert_wanted.connect(self._tell)

    def _tell(self, alert: Alert) -> None:
        is_active = self._window.isActiveWindow()
        if alert.has_sound:
            QApplication.beep()
        if is_active:
            return
        self._latest = alert.column_id
        is_shown = alert.has_popup and self._popup(alert.title, alert.text)
        if alert.has_attention or (alert.has_popup and not is_shown):
            QApplication.alert(self._window)

    def _open(self) -> None:
        self._window.raise_()
        self._window.activateWindow()
        if self._latest:
            self._open_column(self._latest)


def _plain(text: str) -> str:
    """Desktops of the X world read markup in a notification's text."""
    return html.escape(text, quote=False) if sys.platform.startswith("linux") else text
