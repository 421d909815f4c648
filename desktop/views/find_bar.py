"""The line that finds words in a column."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.viewmodels.find_vm import FindViewModel
from desktop.views import theme
from desktop.views.controls import icon_button, plain_label
from desktop.views.theme import Tokens


class FindBar(QFrame):
    """Return goes down, Shift and Return up, Escape ends it."""

    closed = Signal()

    def __init__(self, find: FindViewModel, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._find = find
        self.field = QLineEdit(self)
        self.field.setObjectName("findField")
        self.field.setAccessibleName(self.tr("Find in this column"))
        self.field.setPlaceholderText(self.tr("Find in this column"))
        self.field.textEdited.connect(find.set_text)
        self.said = plain_label(object_name="findSaid", look="secondary", parent=self)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.field, 1)
        for name, object_name, text, key, run in (
            ("chevron-up", "findUp", self.tr("Match above"), "Shift+Return", self._up),
            ("chevron-down", "findDown", self.tr("Match below"), "Return", self._down),
            ("close", "findClose", self.tr("End finding"), "Esc", self.end),
        ):
            row.addWidget(
                icon_button(
                    name, tokens, object_name=object_name, text=text, key=key, size=14,
                    pressed=run, parent=self,
                )
            )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 4, 4)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.said)
        find.changed.connect(self._refresh)
        self.set_tokens(tokens)
        self._refresh()
        self.hide()

    def set_tokens(self, tokens: Tokens) -> None:
        self.said.setFont(tokens.font(theme.SIZE_TINY))
        self.setStyleSheet(f"#findBar {{ background: {tokens.colours.cover}; }}")

    def begin(self) -> None:
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def end(self) -> None:
        """The marks go, too."""
        self.field.clear()
        self._find.set_text("")
        self.hide()
        self.closed.emit()

    def event(self, event: QEvent) -> bool:
        """Escape ends the finding here; it does not close a column."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            is_up = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._find.step(-1 if is_up else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    def _up(self) -> None:
        self._find.step(-1)

    def _down(self) -> None:
        self._find.step(1)

    def _refresh(self) -> None:
        self.said.setText(self._find.sentence)
        self.said.setVisible(bool(self._find.sentence))
