"""The painted pieces of a row: labels, texts, boxes, icons, avatars, pictures."""

from __future__ import annotations

from collections.abc import Mapping
from zlib import crc32

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap

from desktop.domain.account import AccountId
from desktop.domain.profile import Profile
from desktop.views.images import Shape, Wanted
from desktop.views.timeline.faces import AVATAR_GROUNDS, Face, Faces, Label, rounded
from desktop.views.timeline.row_layout import Canvas
from desktop.views.timeline.text_block import TextBlock

_NO_PEN = QPen(Qt.PenStyle.NoPen)


class LabelPiece:
    __slots__ = ("_at", "_font", "_pen", "_text")

    def __init__(self, label: Label, x: float, y: float, pen: QPen) -> None:
        self._at, self._font, self._text, self._pen = (
            label.at(x, y),
            label.face.font,
            label.text,
            pen,
        )

    def paint(self, painter: QPainter, _canvas: Canvas, /) -> None:
        painter.setFont(self._font)
        painter.setPen(self._pen)
        painter.drawStaticText(self._at, self._text)


class TextPiece:
    """`number` is the text's place among the row's, by which its selection is found."""

    __slots__ = ("_account", "_moving", "_pen", "block", "number", "x", "y")

    def __init__(
        self, block: TextBlock, x: float, y: float, pen: QPen, account: AccountId, number: int,
        moving: Mapping[str, str],
    ) -> None:  # fmt: skip
        self.block, self.x, self.y, self.number = block, x, y, number
        self._pen, self._account, self._moving = pen, account, moving

    def paint(self, painter: QPainter, canvas: Canvas, /) -> None:
        block = self.block
        selections = canvas.selections.get(self.number) if canvas.selections else None
        block.draw(painter, self.x, self.y, self._pen, selections)
        for bar in block.bars:
            painter.fillRect(bar.translated(self.x, self.y), canvas.faces.brush("hairline"))
        if block.emojis and canvas.images is not None:
            side = round(block.emojis[0].box.height() * canvas.ratio)
            for emoji in block.emojis:
                wanted = Wanted(emoji.url, side, side)
                moving = self._moving.get(emoji.url, "")
                picture = canvas.picture(self._account, wanted, moving)
                if picture is not None:
                    _draw_fitted(painter, emoji.box.translated(self.x, self.y), picture)


class BoxPiece:
    __slots__ = ("_box", "_corner", "_fill", "_pen")

    def __init__(
        self, box: QRectF, corner: float, fill: QBrush | None = None, pen: QPen = _NO_PEN
    ) -> None:
        self._box, self._corner, self._fill, self._pen = box, corner, fill, pen
        if pen is not _NO_PEN:
            self._box = box.adjusted(0.5, 0.5, -0.5, -0.5)

    def paint(self, painter: QPainter, _canvas: Canvas, /) -> None:
        rounded(painter, self._box, self._corner, self._fill, self._pen)


class DiscPiece:
    """A filled or empty circle: an account's mark, a radio button."""

    __slots__ = ("_box", "_fill", "_pen")

    def __init__(self, box: QRectF, fill: QBrush | None, pen: QPen = _NO_PEN) -> None:
        self._box, self._fill, self._pen = box, fill, pen

    def paint(self, painter: QPainter, _canvas: Canvas, /) -> None:
        painter.setPen(self._pen)
        painter.setBrush(self._fill if self._fill is not None else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(self._box)


class IconPiece:
    __slots__ = ("_at", "_pixmap")

    def __init__(self, faces: Faces, name: str, colour: str, size: int, x: float, y: float) -> None:
        self._pixmap = faces.icon(name, colour, size)
        self._at = QPointF(round(x), round(y))

    def paint(self, painter: QPainter, _canvas: Canvas, /) -> None:
        painter.drawPixmap(self._at, self._pixmap)


class BarPiece:
    """A poll's bar: a rounded ground, filled up to a fraction."""

    __slots__ = ("_box", "_corner", "_fill", "_fraction", "_ground", "_path")

    def __init__(
        self, box: QRectF, corner: float, ground: QBrush, fill: QBrush, fraction: float
    ) -> None:
        self._box, self._corner, self._ground = box, corner, ground
        self._fill, self._fraction = fill, fraction
        part = QPainterPath()
        part.addRoundedRect(box, corner, corner)
        cut = QPainterPath()
        cut.addRect(QRectF(box.left(), box.top(), box.width() * fraction, box.height()))
        self._path = part.intersected(cut)

    def paint(self, painter: QPainter, _canvas: Canvas, /) -> None:
        rounded(painter, self._box, self._corner, self._ground, _NO_PEN)
        if self._fraction > 0:
            painter.fillPath(self._path, self._fill)


class StripesPiece:
    """The ground of a gap: thin slanting stripes."""

    __slots__ = ("_box", "_pixmap")

    def __init__(self, faces: Faces, box: QRectF) -> None:
        self._box = box
        side, ratio = 16, faces.ratio
        tile = QPixmap(round(side * ratio), round(side * ratio))
        tile.setDevicePixelRatio(ratio)
        tile.fill(faces.colour("column"))
        painter = QPainter(tile)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(faces.colour("cover"), 5.6, Qt.PenStyle.SolidLine))
        for offset in (-side, 0, side):
            painter.drawLine(offset - 4, side + 4, offset + side + 4, -4)
        painter.end()
        self._pixmap = tile

    def paint(self, painter: QPainter, _canvas: Canvas, /) -> None:
        painter.drawTiledPixmap(self._box, self._pixmap)


class AvatarPiece:
    """A round picture; until it has come an initial on a colour of the person's own."""

    __slots__ = ("_account", "_box", "_ground", "_initial", "_moving", "_place", "_wanted")

    def __init__(
        self, faces: Faces, profile: Profile, account: AccountId, box: QRectF, ratio: float
    ) -> None:
        self._box, self._account = box, account
        side = round(box.width() * ratio)
        self._wanted = Wanted(profile.avatar_url, side, side, Shape.ROUND)
        self._moving = profile.moving_avatar_url
        face = faces.initial if box.width() >= 30 else faces.badge
        self._initial = faces.label(face, initials(profile, 2 if box.width() >= 30 else 1))
        self._place = box.toRect()
        ground = AVATAR_GROUNDS[crc32(profile.handle.encode()) % len(AVATAR_GROUNDS)]
        self._ground = faces.brush(ground)

    def paint(self, painter: QPainter, canvas: Canvas, /) -> None:
        picture = canvas.picture(self._account, self._wanted, self._moving)
        if picture is not None:
            painter.drawPixmap(self._place, picture)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground)
        painter.drawEllipse(self._box)
        label, box = self._initial, self._box
        label.draw(
            painter,
            box.center().x() - label.width / 2,
            box.center().y() - label.face.line / 2,
            canvas.faces.pen("#FFFFFF"),
        )


class PicturePiece:
    """A picture cut to its place, or its colours while it is loading or covered."""

    __slots__ = ("_account", "_box", "_covered", "_hash", "_moving", "_place", "_wanted")

    def __init__(
        self,
        account: AccountId,
        box: QRectF,
        wanted: Wanted,
        *,
        blurhash: str = "",
        is_covered: bool = False,
        moving: str = "",
    ) -> None:
        self._account, self._box, self._wanted = account, box, wanted
        self._hash, self._covered, self._moving = blurhash, is_covered, moving
        self._place = box.toRect()

    def paint(self, painter: QPainter, canvas: Canvas, /) -> None:
        if not self._covered:
            picture = canvas.picture(self._account, self._wanted, self._moving)
            if picture is not None:
                painter.drawPixmap(self._place, picture)
                return
        wanted = self._wanted
        blur = canvas.faces.blur(self._hash, wanted.width, wanted.height, wanted.corner)
        painter.drawPixmap(self._place, blur)
        if not self._covered and canvas.images and canvas.images.is_broken(self._wanted.url):
            icon = canvas.faces.icon("image", "faint", 20)
            at = self._box.center() - QPointF(10, 10)
            painter.drawPixmap(at, icon)


class VeilPiece:
    """A small dark plate with light text or an icon, readable on any picture."""

    __slots__ = ("_at", "_box", "_label", "_pixmap")

    _ground = QBrush(QColor(16, 20, 24, 190))

    def __init__(self, faces: Faces, box: QRectF, text: str = "", icon: str = "") -> None:
        self._box = box
        self._pixmap = faces.icon(icon, "#FFFFFF", 14) if icon else None
        self._label = faces.label(faces.badge, text) if text else None
        side = faces.tokens.size(14) if icon else 0
        used = (self._label.width if self._label else 0) + side
        used += 4 if icon and text else 0
        self._at = box.left() + (box.width() - used) / 2

    def paint(self, painter: QPainter, canvas: Canvas, /) -> None:
        box = self._box
        rounded(
            painter, box, 3 if self._pixmap is None else box.height() / 2, self._ground, _NO_PEN
        )
        x = self._at
        if self._pixmap is not None:
            side = self._pixmap.deviceIndependentSize().width()
            painter.drawPixmap(QPointF(round(x), round(box.center().y() - side / 2)), self._pixmap)
            x += side + 4
        if self._label is not None:
            top = box.center().y() - self._label.face.line / 2
            self._label.draw(painter, x, top, canvas.faces.pen("#FFFFFF"))


def initials(profile: Profile, most: int) -> str:
    """Of the name's first and last words; of the handle where the name has no letters."""
    words = [word for word in profile.display_name.split() if word[0].isalnum()]
    if not words:
        words = [profile.handle] if profile.handle[:1].isalnum() else ["?"]
    picked = words[:1] if len(words) == 1 or most == 1 else [words[0], words[-1]]
    letters = "".join(word[0] for word in picked).upper()
    return letters[:1] if any(ord(letter) > 0x2E80 for letter in letters) else letters


def label_width(face: Face, text: str) -> float:
    return face.width(text)


def _draw_fitted(painter: QPainter, box: QRectF, picture: QPixmap) -> None:
    """The whole picture, centred in the box, its proportions kept."""
    width, height = float(picture.width()), float(picture.height())
    scale = min(box.width() / width, box.height() / height)
    size = (width * scale, height * scale)
    painter.drawPixmap(
        QRectF(
            box.center().x() - size[0] / 2, box.center().y() - size[1] / 2, size[0], size[1]
        ).toRect(),
        picture,
    )
