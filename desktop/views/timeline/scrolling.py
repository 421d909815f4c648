"""What turns wheels, touchpads and fingers into pixels."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QScrollEvent, QScrollPrepareEvent, QWheelEvent
from PySide6.QtWidgets import QScroller, QWidget

_FRAME_MS = 12
_STEP_PIXELS = 96
"""One notch of a wheel."""
_PART_PER_FRAME = 0.28
_MIDDLE = 1_000_000.0


class Scrolling(QObject):
    """Moves by `scroll(delta) -> moved`: at once for touchpads, gliding for wheel notches."""

    def __init__(self, viewport: QWidget, scroll: Callable[[int], int]) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._scroll = scroll
        self._left = 0.0
        self._rest = 0.0
        self._finger_at = _MIDDLE
        self.can_glide = True
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._glide)
        QScroller.grabGesture(viewport, QScroller.ScrollerGestureType.TouchGesture)

    def wheel(self, event: QWheelEvent) -> bool:
        """False for what is not ours: sideways, or with Ctrl or Shift held."""
        pixels, angle = event.pixelDelta(), event.angleDelta()
        held = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if held or abs(angle.x()) > abs(angle.y()):
            return False
        if not pixels.isNull():
            self.stop()
            self._rest += -pixels.y()
            whole = round(self._rest)
            self._rest -= whole
            self._scroll(whole)
        else:
            self.by(-angle.y() / 120 * _STEP_PIXELS)
        return True

    def by(self, pixels: float) -> None:
        """Glide by so many pixels (down if positive), on top of what is still to go."""
        if self._left * pixels < 0:
            self._left = 0.0
        self._left += pixels
        if not self.can_glide:
            whole, self._left = round(self._left), 0.0
            self._scroll(whole)
        elif not self._timer.isActive():
            self._glide()
            self._timer.start()

    def stop(self) -> None:
        self._left = 0.0
        self._timer.stop()

    def _glide(self) -> None:
        step = self._left * _PART_PER_FRAME
        whole = round(step) or (1 if self._left > 0 else -1)
        if abs(self._left) < 1:
            self.stop()
            return
        self._left -= whole
        if self._scroll(whole) == 0:
            self.stop()

    def finger(self, event: QEvent) -> bool:
        """Kinetic scrolling by touch; True when the event was one of its."""
        if isinstance(event, QScrollPrepareEvent):
            self._finger_at = _MIDDLE
            event.setViewportSize(QSizeF(self._viewport.size()))
            event.setContentPosRange(QRectF(0, 0, 0, 2 * _MIDDLE))
            event.setContentPos(QPointF(0, _MIDDLE))
            event.accept()
            return True
        if isinstance(event, QScrollEvent):
            to = event.contentPos().y()
            moved = round(to - self._finger_at)
            self._finger_at += moved
            if moved and self._scroll(moved) == 0:
                QScroller.scroller(self._viewport).stop()
            event.accept()
            return True
        return False
