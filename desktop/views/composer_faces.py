"""An account's face: its picture, or its first letter on its colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from desktop.domain.account import Account
from desktop.views.images import ImageStore, Shape, Wanted
from desktop.views.theme import SEMIBOLD, Tokens, contrast


def on_colour(colour: str) -> QColor:
    """White or near black, whichever reads better on it."""
    return QColor(max(("#FFFFFF", "#10161B"), key=lambda each: contrast(each, colour)))


def button_ground(colour: str) -> QColor:
    """The account's colour, darkened or lightened until its text reads 4.5:1."""
    value = QColor(colour)
    text = on_colour(value.name()).name()
    for _ in range(40):
        if contrast(text, value.name()) >= 4.5:
            break
        value = value.lighter(104) if text != "#ffffff" else value.darker(104)
    return value


def face(
    account: Account, size: int, tokens: Tokens, images: ImageStore | None, ratio: float
) -> QPixmap:
    """Round, `size` device-independent pixels."""
    pixels = max(1, round(size * ratio))
    if images is not None and account.avatar_url:
        wanted = Wanted(account.avatar_url, pixels, pixels, Shape.ROUND)
        picture = images.pixmap(account.id, wanted)
        if picture is not None:
            picture = picture.scaled(
                pixels,
                pixels,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            picture.setDevicePixelRatio(ratio)
            return picture
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    pixmap.setDevicePixelRatio(ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(account.colour))
    painter.drawEllipse(QRectF(0, 0, size, size))
    font = tokens.font(size * 0.5 / tokens.scale, SEMIBOLD)
    painter.setFont(font)
    painter.setPen(on_colour(account.colour))
    letter = account.display_name[:1].upper()
    painter.drawText(QRectF(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, letter)
    painter.end()
    return pixmap
