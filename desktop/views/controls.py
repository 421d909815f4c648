"""Small controls that every part of the window uses: icon buttons, labels, portraits, lines."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QWidget,
)

from desktop.views import theme
from desktop.views.icons import icon
from desktop.views.theme import Tokens


def with_key(text: str, key: str) -> str:
    """A tool tip: what it does and its key, as the language calls it; the key may be empty."""
    return f"{text} ({key_name(key)})" if key else text


def key_name(key: str) -> str:
    """Ctrl+Shift+W as the language and the system write it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def icon_button(
    name: str,
    tokens: Tokens,
    *,
    object_name: str,
    text: str,
    pressed: Callable[[], object],
    key: str = "",
    size: int = 16,
    colour: str = "secondary",
    parent: QWidget | None = None,
) -> QToolButton:
    """A flat button with one of our icons; `text` is its accessible name and tool tip."""
    button = QToolButton(parent)
    button.setObjectName(object_name)
    button.setAccessibleName(text)
    button.setToolTip(with_key(text, key))
    button.setIcon(icon(name, tokens.colour(colour), tokens.colour("hairline")))
    button.setIconSize(QSize(tokens.size(size), tokens.size(size)))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.clicked.connect(lambda: pressed())
    return button


def number_box(parent: QWidget | None = None) -> QSpinBox:
    """A field for a number, with the same room before its text as other fields have."""
    box = QSpinBox(parent)
    box.lineEdit().setTextMargins(theme.SPACE_S, 0, 0, 0)  # style sheets do not reach it
    return box


def push_button(
    text: str,
    *,
    object_name: str,
    pressed: Callable[[], object],
    look: str = "",
    parent: QWidget | None = None,
) -> QPushButton:
    button = QPushButton(text, parent)
    button.setObjectName(object_name)
    button.setAccessibleName(text.replace("&", ""))
    button.setAutoDefault(False)
    if look:
        button.setProperty("look", look)
    button.clicked.connect(lambda: pressed())
    return button


def plain_label(
    text: str = "",
    *,
    object_name: str = "",
    look: str = "",
    font: QFont | None = None,
    wraps: bool = False,
    parent: QWidget | None = None,
) -> QLabel:
    """A label that never reads its text as markup."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setObjectName(object_name)
    label.setWordWrap(wraps)
    if look:
        label.setProperty("look", look)
    if font is not None:
        label.setFont(font)
    if wraps:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
    return label


class ElidedLabel(QLabel):
    """One line that ends in … where it does not fit, and never pushes a width."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = text
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_whole(text)

    @property
    def whole(self) -> str:
        return self._whole

    def set_whole(self, text: str) -> None:
        self._whole = text
        self.setAccessibleName(text)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


def line(*, parent: QWidget | None = None, is_vertical: bool = False) -> QFrame:
    """A hairline between two parts."""
    frame = QFrame(parent)
    frame.setProperty("look", "line")
    if is_vertical:
        frame.setFixedWidth(1)
    else:
        frame.setFixedHeight(1)
    return frame


def portrait(
    picture: QPixmap | None,
    name: str,
    colour: QColor,
    size: int,
    *,
    ring: QColor | None = None,
    ground: QColor | None = None,
    ratio: float = 1.0,
) -> QPixmap:
    """A round portrait: the picture, else the initial on the colour; `ring` drawn around it."""
    result = QPixmap(round(size * ratio), round(size * ratio))
    result.setDevicePixelRatio(ratio)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    margin = 4.0 if ring is not None else 0.0
    circle = QRectF(margin, margin, size - 2 * margin, size - 2 * margin)
    if ring is not None:
        pen = painter.pen()
        pen.setColor(ring)
        pen.setWidthF(2.0)
        painter.setPen(pen)
        painter.setBrush(ground or Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(1, 1, size - 2, size - 2))
    painter.setPen(Qt.PenStyle.NoPen)
    path = QPainterPath()
    path.addEllipse(circle)
    if picture is not None and not picture.isNull():
        painter.setClipPath(path)
        painter.drawPixmap(circle, picture, QRectF(picture.rect()))
    else:
        painter.setBrush(colour)
        painter.drawEllipse(circle)
        font = QFont(theme.FAMILIES)
        font.setPixelSize(max(8, round(circle.height() * 0.46)))
        font.setWeight(theme.SEMIBOLD)
        painter.setFont(font)
        is_light = theme.contrast(colour.name(), "#FFFFFF") < 3
        painter.setPen(QColor("#12171C" if is_light else "#FFFFFF"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, name[:1].upper())
    painter.end()
    return result
