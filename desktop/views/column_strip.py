"""The strip of a deck that shows one column at a time: a button for each of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from desktop.viewmodels.column_vm import ColumnViewModel
from desktop.views.controls import icon_button
from desktop.views.icons import icon
from desktop.views.theme import Tokens


class StripButton(QToolButton):
    """A column's icon; a dot for what is new, a line under the one that is shown."""

    def __init__(
        self, column: ColumnViewModel, tokens: Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"strip:{column.id}")
        self.column = column
        self._tokens = tokens
        side = tokens.size(36)
        self.setFixedSize(side, side)
        self.setIcon(icon(column.icon, tokens.colour("secondary")))
        self.setIconSize(QSize(tokens.size(18), tokens.size(18)))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.unread_changed.connect(self._name)
        column.header_changed.connect(self._name)
        self._name()

    def _name(self, _count: int = 0) -> None:
        column = self.column
        said = column.title
        if column.unread:
            said = self.tr("{title}, {count} unread").format(title=said, count=column.unread)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._tokens
        if self.isChecked():
            line = QRectF(6, self.height() - 3, self.width() - 12, 3)
            painter.fillRect(line, tokens.colour("accent"))
        if self.column.unread:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.colour("warm"))
            size = tokens.size(7)
            painter.drawEllipse(QRectF(self.width() - size - 4, 4, size, size))


class ColumnStrip(QFrame):
    chosen = Signal(str)
    """Column's id."""
    left = Signal()
    """All columns side by side again."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("columnStrip")
        self.setAccessibleName(self.tr("Other columns"))
        self._tokens = tokens
        self._inner = QWidget(self)
        self._row = QHBoxLayout(self._inner)
        self._row.setContentsMargins(4, 2, 4, 2)
        self._row.setSpacing(2)
        self._row.addStretch(1)
        area = QScrollArea(self)
        area.setObjectName("columnStripArea")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._inner)
        self._area = area
        self.leave = icon_button(
            "unfold", tokens, object_name="stripLeave", key="Ctrl+Shift+F",
            text=self.tr("Show all columns"), pressed=self.left.emit, parent=self,
        )  # fmt: skip
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 0, 4, 0)
        bar.addWidget(area, 1)
        bar.addWidget(self.leave)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(bar)
        self._buttons: list[StripButton] = []
        self.setFixedHeight(tokens.size(36) + 6)
        self.hide()

    @property
    def buttons(self) -> tuple[StripButton, ...]:
        return tuple(self._buttons)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.setFixedHeight(tokens.size(36) + 6)
        columns = [button.column for button in self._buttons]
        shown = next((one.column.id for one in self._buttons if one.isChecked()), "")
        self._clear()
        self.show_columns(columns, shown)

    def show_columns(self, columns: Sequence[ColumnViewModel], shown: str) -> None:
        if [button.column for button in self._buttons] != list(columns):
            self._clear()
            for column in columns:
                button = StripButton(column, self._tokens, self._inner)
                button.clicked.connect(lambda _=False, c=column: self.chosen.emit(c.id))
                self._row.insertWidget(len(self._buttons), button)
                self._buttons.append(button)
        for button in self._buttons:
            button.setChecked(button.column.id == shown)
            if button.isChecked():
                self._area.ensureWidgetVisible(button)

    def _clear(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()
