"""A column's header: colour, icon, title, what it is, unread, state in words, menu."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDrag,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.viewmodels.column_vm import ColumnViewModel
from desktop.views import theme
from desktop.views.controls import ElidedLabel, icon_button
from desktop.views.icons import icon_pixmap
from desktop.views.theme import Tokens

_STATE_WIDTH = 104
"""The state leaves room for the title, in wordy languages, too."""
COLUMN_MIME = "application/x-voliere-column"


class UnreadPill(QWidget):
    """How many are unread, in warm; hidden at 0."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("unreadPill")
        self._tokens = tokens
        self._text = ""
        self.set_count(0)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.updateGeometry()
        self.update()

    def set_count(self, count: int) -> None:
        self._text = "" if count <= 0 else "999+" if count > 999 else str(count)
        self.setVisible(bool(self._text))
        self.setAccessibleName(self.tr("{count} unread").format(count=count) if count else "")
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        return self._text

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font)
        height = self._tokens.size(18)
        return QSize(max(height + 6, metrics.horizontalAdvance(self._text) + 14), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @property
    def _font(self) -> QFont:
        return self._tokens.font(theme.SIZE_TINY, theme.SEMIBOLD, tabular=True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self.sizeHint()
        box = QRectF(0, (self.height() - size.height()) / 2, size.width(), size.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._tokens.colour("warm"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(self._font)
        painter.setPen(self._tokens.colour("on_warm"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._text)


class ColumnHeader(QWidget):
    """Click jumps to the top; dragging moves the column; the menu holds the rest."""

    top_wanted = Signal()
    menu_wanted = Signal(QPoint)
    close_wanted = Signal()

    def __init__(
        self, column: ColumnViewModel, tokens: Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("columnHeader")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._column = column
        self._tokens = tokens
        self._pressed_at: QPoint | None = None

        self._icon = QLabel(self)
        self._icon.setObjectName("columnIcon")
        self._title = ElidedLabel("", self)
        self._title.setObjectName("columnTitle")
        self._subtitle = ElidedLabel("", self)
        self._subtitle.setObjectName("columnSubtitle")
        self._subtitle.setProperty("look", "secondary")
        self._pill = UnreadPill(tokens, self)
        self._state = QLabel(self)
        self._state.setObjectName("columnState")
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._state.setProperty("look", "secondary")
        self._menu = icon_button(
            "more-vertical", tokens, object_name="columnMenu", text=self.tr("Column menu"),
            key="M", size=16, pressed=self._show_menu, parent=self,
        )  # fmt: skip
        self._close = icon_button(
            "close", tokens, object_name="columnClose", text=self.tr("Close this column"),
            key="Esc", size=14, pressed=self.close_wanted.emit, parent=self,
        )  # fmt: skip
        self._close.setVisible(column.is_temporary)
        self._lay_out()
        column.header_changed.connect(self._fill)
        column.state_changed.connect(self._fill)
        column.unread_changed.connect(self._pill.set_count)
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.setFixedHeight(tokens.size(theme.HEADER_HEIGHT) + theme.ACCOUNT_BAR)
        self._title.setFont(tokens.font(theme.SIZE_TITLE, theme.SEMIBOLD))
        self._subtitle.setFont(tokens.font(theme.SIZE_TINY))
        self._state.setFont(tokens.font(theme.SIZE_TINY, tabular=True))
        self._pill.set_tokens(tokens)
        self._fill()
        self.update()

    @property
    def title(self) -> str:
        return self._title.whole

    @property
    def state_text(self) -> str:
        return self._state.text()

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(1)
        names.setContentsMargins(0, 0, 0, 0)
        names.addStretch(1)
        names.addWidget(self._title)
        names.addWidget(self._subtitle)
        names.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, theme.ACCOUNT_BAR, 4, 0)
        row.setSpacing(0)
        row.addWidget(self._icon)
        row.addSpacing(10)
        row.addLayout(names, 1)
        row.addSpacing(6)
        row.addWidget(self._pill)
        row.addSpacing(6)
        row.addWidget(self._state)
        row.addSpacing(2)
        row.addWidget(self._menu)
        row.addWidget(self._close)

    def _fill(self) -> None:
        column, tokens = self._column, self._tokens
        words = column.words
        self._title.set_whole(column.title)
        self._subtitle.set_whole(column.subtitle)
        metrics = QFontMetrics(self._state.font())
        room = tokens.size(_STATE_WIDTH)
        self._state.setText(metrics.elidedText(words.short, Qt.TextElideMode.ElideRight, room))
        self._state.setToolTip(words.title)
        self._state.setAccessibleName(words.title)
        self._pill.set_count(column.unread)
        size = tokens.size(18)
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(icon_pixmap(column.icon, self._icon_colour(), size, ratio))
        self.setAccessibleName(f"{column.title}, {column.subtitle}, {words.title}")
        self.setToolTip("")
        self.update()

    def _icon_colour(self) -> QColor:
        colours = self._column.colours
        if len(colours) != 1:
            return self._tokens.colour("secondary")
        return self._tokens.account_text(colours[0])

    def _show_menu(self) -> None:
        self.menu_wanted.emit(self._menu.mapToGlobal(QPoint(0, self._menu.height())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._tokens
        painter.fillRect(self.rect(), tokens.colour("column"))
        colours = self._column.colours or (tokens.colours.secondary,)
        share = self.width() / len(colours)
        for number, colour in enumerate(colours):
            box = QRectF(number * share, 0, share, theme.ACCOUNT_BAR)
            painter.fillRect(box, QColor(colour))
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.colour("hairline"))
        if self.hasFocus():
            painter.fillRect(
                QRectF(0, theme.ACCOUNT_BAR, theme.FOCUS_BAR, self.height()),
                tokens.colour("accent"),
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        start = self._pressed_at
        if start is None or self._column.is_temporary:
            return
        moved = (event.position() - QPointF(start)).manhattanLength()
        if moved >= QApplication.startDragDistance():
            self._pressed_at = None
            self._drag(start)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is not None and event.button() == Qt.MouseButton.LeftButton:
            self.top_wanted.emit()
        self._pressed_at = None
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.top_wanted.emit()
        elif event.key() in (Qt.Key.Key_M, Qt.Key.Key_Menu):
            self._show_menu()
        else:
            super().keyPressEvent(event)

    def _drag(self, start: QPoint) -> None:
        drag = QDrag(self)
        mime = QMimeData()
        mime.setData(COLUMN_MIME, self._column.id.encode())
        drag.setMimeData(mime)
        drag.setPixmap(self.grab())
        drag.setHotSpot(start)
        drag.exec(Qt.DropAction.MoveAction)
