"""The picture in the viewer: fitted, zoomed about the pointer, dragged around."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

MOST_ZOOM = 8.0
_NOTCH = 1.2
GROUND = "#0B0E11"


class ViewerCanvas(QWidget):
    """`zoom` 1 is one picture pixel for one screen pixel; `fit` shows all of it."""

    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("viewer_canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(160, 120)
        self._pixmap = QPixmap()
        self._message = ""
        self._zoom = 1.0
        self._is_fitted = True
        self._centre = QPointF()
        self._grabbed: QPointF | None = None

    @property
    def zoom(self) -> float:
        return self._zoom

    @property
    def is_fitted(self) -> bool:
        return self._is_fitted

    @property
    def centre(self) -> QPointF:
        """The picture's point in the middle of the canvas, in picture pixels."""
        return QPointF(self._centre)

    def show_picture(self, pixmap: QPixmap) -> None:
        self._pixmap, self._message = pixmap, ""
        self.fit()

    def next_picture(self, pixmap: QPixmap) -> None:
        """Another frame of what is shown: zoom and place stay."""
        if pixmap.size() != self._pixmap.size():
            self.show_picture(pixmap)
        else:
            self._pixmap = pixmap
            self.update()

    def show_message(self, text: str) -> None:
        """Instead of a picture: that it is loading, or cannot be shown."""
        self._pixmap, self._message = QPixmap(), text
        self.update()

    def picture(self) -> QPixmap:
        return self._pixmap

    def fit(self) -> None:
        """All of it in view, never larger than it is."""
        self._is_fitted = True
        self._zoom = self._fitting()
        self._centre = QPointF(self._pixmap.width() / 2, self._pixmap.height() / 2)
        self.zoom_changed.emit(self._zoom)
        self.update()

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """`about`: the point of the canvas that stays where it is; without it the middle."""
        if self._pixmap.isNull():
            return
        about = about if about is not None else QPointF(self.rect().center())
        least = min(self._fitting(), 1.0)
        zoom = min(MOST_ZOOM, max(least, self._zoom * factor))
        fixed = self._to_picture(about)
        self._zoom = zoom
        self._is_fitted = zoom <= self._fitting()
        middle = QPointF(self.width() / 2, self.height() / 2)
        self._centre = fixed - (about - middle) * (self.devicePixelRatioF() / zoom)
        self._keep_inside()
        self.zoom_changed.emit(zoom)
        self.update()

    def pan(self, by: QPointF) -> None:
        """Move the picture by canvas pixels."""
        self._centre -= by * (self.devicePixelRatioF() / self._zoom)
        self._keep_inside()
        self.update()

    def _fitting(self) -> float:
        if self._pixmap.isNull():
            return 1.0
        ratio = self.devicePixelRatioF()
        across = self.width() * ratio / self._pixmap.width()
        return min(1.0, across, self.height() * ratio / self._pixmap.height())

    def _to_picture(self, point: QPointF) -> QPointF:
        middle = QPointF(self.width() / 2, self.height() / 2)
        return self._centre + (point - middle) * (self.devicePixelRatioF() / self._zoom)

    def _keep_inside(self) -> None:
        scale = self.devicePixelRatioF() / self._zoom / 2
        half_x, half_y = self.width() * scale, self.height() * scale
        width, height = self._pixmap.width(), self._pixmap.height()
        x, y = self._centre.x(), self._centre.y()
        x = width / 2 if width <= 2 * half_x else min(max(x, half_x), width - half_x)
        y = height / 2 if height <= 2 * half_y else min(max(y, half_y), height - half_y)
        self._centre = QPointF(x, y)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), GROUND)
        if self._pixmap.isNull():
            painter.setPen("#9AA6B2")
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(24, 24, -24, -24), flags, self._message)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._zoom < 3)
        scale = self._zoom / self.devicePixelRatioF()
        width, height = self._pixmap.width() * scale, self._pixmap.height() * scale
        left = self.width() / 2 - self._centre.x() * scale
        top = self.height() / 2 - self._centre.y() * scale
        painter.drawPixmap(
            QRectF(left, top, width, height), self._pixmap, QRectF(self._pixmap.rect())
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_fitted:
            self.fit()
        else:
            self._keep_inside()

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / 120
        if notches:
            self.zoom_by(_NOTCH**notches, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._grabbed = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            self.pan(event.position() - self._grabbed)
            self._grabbed = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        del event
        self._grabbed = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._is_fitted:
            self.zoom_by(1 / self._zoom if self._zoom < 1 else 2.0, event.position())
        else:
            self.fit()
