"""The command palette: every command by a few letters of its name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.views.theme import Tokens

_ACTION = Qt.ItemDataRole.UserRole


class CommandPalette(QDialog):
    """Type, choose with the arrows, Return does it. The first row is chosen at once."""

    def __init__(
        self, actions: Iterable[QAction], tokens: Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("commandPalette")
        self.setWindowTitle(self.tr("Commands"))
        self.setAccessibleName(self.tr("Commands"))
        self.resize(tokens.size(520), tokens.size(420))
        self._actions = [one for one in actions if one.isEnabled()]
        self.field = QLineEdit(self)
        self.field.setObjectName("paletteField")
        self.field.setAccessibleName(self.tr("Name of a command"))
        self.field.setPlaceholderText(self.tr("What would you like to do?"))
        self.list = QListWidget(self)
        self.list.setObjectName("paletteList")
        self.list.setAccessibleName(self.tr("Commands found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        self.field.textChanged.connect(self._fill)
        self.list.itemClicked.connect(lambda _: self._run())
        self._fill("")
        self.field.setFocus()

    def _fill(self, text: str) -> None:
        words = _plain(text).split()
        self.list.clear()
        found = [one for one in self._actions if all(w in _plain(one.text()) for w in words)]
        if words:
            found.sort(key=lambda one: not _plain(one.text()).startswith(words[0]))
        for action in found:
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            label = f"{action.text()}   {keys}" if keys else action.text()
            item = QListWidgetItem(action.icon(), label)
            item.setData(_ACTION, action)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = event.key(), self.list.currentRow()
        last = self.list.count() - 1
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run()
        elif key == Qt.Key.Key_Down:
            self.list.setCurrentRow(min(last, row + 1))
        elif key == Qt.Key.Key_Up:
            self.list.setCurrentRow(max(0, row - 1))
        else:
            super().keyPressEvent(event)

    def _run(self) -> None:
        item = self.list.currentItem()
        self.accept()
        if item is not None:
            item.data(_ACTION).trigger()


def _plain(text: str) -> str:
    """Without case or accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in parts if not unicodedata.combining(one))
