"""A theme made ready for painting: fonts, pens and brushes that are built once, not per frame."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPixmap,
    QStaticText,
    QTransform,
)

from desktop.domain.settings import Density
from desktop.views import theme
from desktop.views.icons import icon_pixmap
from desktop.views.theme import Tokens
from desktop.views.timeline.blurhash import average, decode

AVATAR_GROUNDS = (
    "#3E7CB1", "#8A5A9E", "#A0623A", "#3F8F6B", "#556B8D", "#7C5CBF", "#0E7490", "#B4533C",
)  # fmt: skip
"""Behind initials; white reads on each."""

_MOST_LABELS = 1024
_MOST_BLURS = 12


class Face:
    """A font with its measures."""

    __slots__ = ("ascent", "font", "height", "line", "metrics")

    def __init__(self, font: QFont, line: int) -> None:
        self.font = font
        self.metrics = QFontMetricsF(font)
        self.ascent = self.metrics.ascent()
        self.height = self.metrics.height()
        self.line = line

    def width(self, text: str) -> float:
        return self.metrics.horizontalAdvance(text)

    def elided(self, text: str, width: float) -> str:
        return self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, width))

    def baseline(self) -> float:
        """From a line's top to its baseline, the text being centred in the line."""
        return (self.line - self.height) / 2 + self.ascent


class Label:
    """One short line of text, shaped once. Never holds markup."""

    __slots__ = ("_drop", "face", "text", "width")

    def __init__(self, face: Face, text: str) -> None:
        self.face = face
        self.width = face.width(text)
        self.text = QStaticText(text)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        self.text.prepare(QTransform(), face.font)
        self._drop = (face.line - self.text.size().height()) / 2

    def at(self, x: float, y: float) -> QPointF:
        """Where the text goes whose line begins at `x` and has its top at `y`."""
        return QPointF(x, y + self._drop)

    def draw(self, painter: QPainter, x: float, y: float, pen: QPen) -> None:
        """`y`: the top of the line."""
        painter.setFont(self.face.font)
        painter.setPen(pen)
        painter.drawStaticText(self.at(x, y), self.text)


class Faces:
    """Everything that one theme, density, text size and pixel ratio needs to paint."""

    def __init__(self, tokens: Tokens, ratio: float) -> None:
        self.tokens = tokens
        self.ratio = ratio
        size = tokens.size
        body_line = size(theme.LINE_BODY)
        self.body = Face(tokens.font(theme.SIZE_BODY), body_line)
        self.name = Face(tokens.font(theme.SIZE_BODY, theme.SEMIBOLD), body_line)
        self.handle = Face(tokens.font(theme.SIZE_SMALL), body_line)
        self.time = Face(tokens.font(theme.SIZE_SMALL, tabular=True), body_line)
        self.small = Face(tokens.font(theme.SIZE_SMALL), size(16))
        self.small_bold = Face(tokens.font(theme.SIZE_SMALL, theme.SEMIBOLD), size(16))
        self.count = Face(tokens.font(theme.SIZE_SMALL, tabular=True), size(16))
        self.tiny = Face(tokens.font(theme.SIZE_TINY), size(14))
        self.badge = Face(tokens.font(10, theme.SEMIBOLD), size(14))
        self.initial = Face(tokens.font(theme.SIZE_BODY, theme.SEMIBOLD), body_line)
        self.mono = QFont("monospace")
        self.mono.setPixelSize(size(theme.SIZE_SMALL))
        self.mono.setStyleHint(QFont.StyleHint.Monospace)
        compact = tokens.density is Density.COMPACT
        self.avatar = size(30 if compact else theme.AVATAR)
        self.padding = tokens.row_padding
        self.side = size(theme.SPACE_M)
        self.beside_avatar = size(10)
        self.gap = size(6)
        self.corner = theme.CORNER
        self._pens: dict[str, QPen] = {}
        self._brushes: dict[str, QBrush] = {}
        self._icons: dict[tuple[str, str, int], QPixmap] = {}
        self._labels: dict[tuple[Face, str], Label] = {}
        self._blurs: OrderedDict[tuple[str, int, int, int], QPixmap] = OrderedDict()

    def label(self, face: Face, text: str) -> Label:
        """Shaped once and shared: times, counts and names come again and again."""
        label = self._labels.get((face, text))
        if label is None:
            if len(self._labels) >= _MOST_LABELS:
                self._labels.clear()
            label = self._labels[(face, text)] = Label(face, text)
        return label

    def colour(self, name: str) -> QColor:
        """By the theme's name for it, or as hex."""
        return QColor(name) if name.startswith("#") else self.tokens.colour(name)

    def pen(self, name: str) -> QPen:
        pen = self._pens.get(name)
        if pen is None:
            pen = self._pens[name] = QPen(self.colour(name), 1.0)
        return pen

    def brush(self, name: str) -> QBrush:
        brush = self._brushes.get(name)
        if brush is None:
            brush = self._brushes[name] = QBrush(self.colour(name))
        return brush

    def tint(self, name: str, part: float) -> QBrush:
        """The colour laid thinly (`part` of 1) over the column's ground."""
        key = f"{name}/{part}"
        brush = self._brushes.get(key)
        if brush is None:
            brush = self._brushes[key] = QBrush(
                mixed(self.colour("column"), self.colour(name), part)
            )
        return brush

    def blur(self, blurhash: str, width: int, height: int, corner: int) -> QPixmap:
        """What stands for a picture that is not there yet, in device pixels: its colours, or
        a plain ground."""
        key = (blurhash, width, height, corner)
        pixmap = self._blurs.get(key)
        if pixmap is not None:
            self._blurs.move_to_end(key)
            return pixmap
        pixmap = QPixmap(width, height)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        image = decode(blurhash) if blurhash else None
        if image is None:
            painter.setBrush(average(blurhash) or self.colour("cover"))
        else:
            painter.setBrush(QBrush(image.scaled(
                width, height, Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )))  # fmt: skip
        painter.drawRoundedRect(QRectF(0, 0, width, height), corner, corner)
        painter.end()
        self._blurs[key] = pixmap
        if len(self._blurs) > _MOST_BLURS:
            self._blurs.popitem(last=False)
        return pixmap

    def icon(self, name: str, colour: str, size: int) -> QPixmap:
        """`size` in pixels of 100 % text; it grows with the text."""
        key = (name, colour, size)
        pixmap = self._icons.get(key)
        if pixmap is None:
            pixmap = icon_pixmap(name, self.colour(colour), self.tokens.size(size), self.ratio)
            self._icons[key] = pixmap
        return pixmap


def mixed(ground: QColor, over: QColor, part: float) -> QColor:
    rest = 1 - part
    return QColor.fromRgbF(
        ground.redF() * rest + over.redF() * part,
        ground.greenF() * rest + over.greenF() * part,
        ground.blueF() * rest + over.blueF() * part,
    )


def rounded(painter: QPainter, box: QRectF, corner: float, fill: QBrush | None, pen: QPen) -> None:
    """A rounded box; hairlines lie on whole pixels."""
    painter.setPen(pen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, corner, corner)
