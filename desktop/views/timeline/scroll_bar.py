"""A thin scroll bar over the posts: seen while scrolling or near it, takes no room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

WIDTH = 10
_THIN, _THICK, _SHORTEST = 4.0, 7.0, 28.0
_LINGERS_MS = 900


class OverlayScrollBar(QWidget):
    """Positions are parts of the whole, 0 to 1: rows have no total height to count in.

    `go_to` is called while the thumb is dragged.
    """

    def __init__(self, parent: QWidget, go_to: Callable[[float], None]) -> None:
        super().__init__(parent)
        self.setObjectName("overlay_scroll_bar")
        self.setAccessibleName(self.tr("Scroll position"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._go_to = go_to
        self._colour = QColor("#808080")
        self._start, self._part = 0.0, 1.0
        self._is_over = False
        self._grabbed_at: float | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LINGERS_MS)
        self._timer.timeout.connect(self._rest)
        self.hide()

    def set_colour(self, colour: QColor) -> None:
        self._colour = colour
        self.update()

    def tell(self, start: float, part: float) -> None:
        """`start`: where the view begins; `part`: how much of the whole it shows."""
        self._start, self._part = start, part
        if part >= 1.0:
            self.hide()
        elif self.isVisible():
            self.update()

    def flash(self) -> None:
        """Show it for a moment."""
        if self._part < 1.0:
            self.show()
            self._timer.start()

    def _rest(self) -> None:
        if self._is_over or self._grabbed_at is not None:
            self._timer.start()
        else:
            self.hide()

    def _thumb(self) -> QRectF:
        height = max(_SHORTEST, self._part * self.height())
        room = max(1.0, self.height() - height)
        thickness = _THICK if self._is_over or self._grabbed_at is not None else _THIN
        x = (
            1.0
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            else (self.width() - thickness - 1)
        )
        return QRectF(x, min(1.0, max(0.0, self._start)) * room, thickness, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        thumb = self._thumb().adjusted(0, 1, 0, -1)
        painter.drawRoundedRect(thumb, thumb.width() / 2, thumb.width() / 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        thumb, y = self._thumb(), event.position().y()
        self._grabbed_at = (
            y - thumb.top() if thumb.top() <= y <= thumb.bottom() else (thumb.height() / 2)
        )
        self._drag(y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed_at is not None:
            self._drag(event.position().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        del event
        self._grabbed_at = None
        self.flash()

    def _drag(self, y: float) -> None:
        if self._grabbed_at is None:
            return
        room = max(1.0, self.height() - self._thumb().height())
        self._go_to(min(1.0, max(0.0, (y - self._grabbed_at) / room)))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._point(is_over=True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(is_over=False)

    def _point(self, *, is_over: bool) -> None:
        self._is_over = is_over
        self.update()
        self.flash()
