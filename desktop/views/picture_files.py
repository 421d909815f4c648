"""Reads picture files: scaled, cut to shape, refused where they claim too much."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QPainter, QPainterPath

MAX_PIXELS = 64_000_000
"""A picture that says it is larger is refused unread."""
MAX_DECODED_MEGABYTES = 256
_FORMATS = frozenset({"png", "jpeg", "jpg", "gif", "webp", "bmp", "ico", "avif", "heic", "heif"})
"""Plain pixels. Formats that can name other files or hold programs (SVG, PDF) are refused."""


class Shape(Enum):
    PLAIN = "plain"
    """Fitted within the size, nothing cut off."""
    COVER = "cover"
    """Fills the size; the edges are cut around the focus; corners rounded by `corner`."""
    ROUND = "round"


class Wanted(NamedTuple):
    """One picture in one size (device pixels). `focus` from -1 to 1, y up."""

    url: str
    width: int
    height: int
    shape: Shape = Shape.PLAIN
    corner: int = 0
    focus: tuple[float, float] = (0.0, 0.0)


def decode(data: bytes, wanted: Wanted) -> QImage | None:
    """Read, scale and cut a picture; made for a thread. None for what is no picture, or is
    larger than MAX_PIXELS. Only the first frame of an animation."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = reader_of(buffer)
    if reader is None:
        return None
    size = reader.size()
    if wanted.shape is Shape.PLAIN:
        target = QSize(wanted.width, wanted.height)
        if size.isValid():
            turned = size.transposed() if _is_turned(reader) else size
            fitted = turned.scaled(target, Qt.AspectRatioMode.KeepAspectRatio)
            if fitted.width() < turned.width():
                reader.setScaledSize(fitted.transposed() if _is_turned(reader) else fitted)
        image = reader.read()
        if image.isNull():
            return None
        if image.width() > target.width() or image.height() > target.height():
            image = image.scaled(
                target,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        return image
    return _cut(reader, size, wanted)


def reader_of(buffer: QBuffer) -> QImageReader | None:
    """Opens the buffer, which has to outlive the reader; None for what is refused."""
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    reader.setAllocationLimit(MAX_DECODED_MEGABYTES)
    if bytes(reader.format().data()).decode() not in _FORMATS:
        return None
    size = reader.size()
    if size.isValid() and size.width() * size.height() > MAX_PIXELS:
        return None
    return reader if reader.canRead() else None


def _is_turned(reader: QImageReader) -> bool:
    quarter = QImageIOHandler.Transformation.TransformationRotate90
    return bool(reader.transformation().value & quarter.value)


def _cut(reader: QImageReader, size: QSize, wanted: Wanted) -> QImage | None:
    target = QSize(wanted.width, wanted.height)
    if size.isValid() and not size.isEmpty():
        turned = _is_turned(reader)
        upright = size.transposed() if turned else size
        covered = upright.scaled(target, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        if covered.width() < upright.width():  # twice the size first, for a finer result
            roomy = QSize(
                min(upright.width(), covered.width() * 2),
                min(upright.height(), covered.height() * 2),
            )
            reader.setScaledSize(roomy.transposed() if turned else roomy)
    image = reader.read()
    return None if image.isNull() else cut(image, wanted)


def cut(image: QImage, wanted: Wanted) -> QImage:
    """The image in the size and shape that is wanted."""
    target = QSize(wanted.width, wanted.height)
    if wanted.shape is Shape.PLAIN:
        return image.scaled(
            target, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    source = _window(image.size(), target, wanted.focus)
    piece = image.copy(source).scaled(
        target, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    if wanted.shape is Shape.COVER and wanted.corner <= 0:
        return piece
    result = QImage(target, QImage.Format.Format_ARGB32_Premultiplied)
    result.fill(Qt.GlobalColor.transparent)
    path = QPainterPath()
    box = QRectF(0, 0, target.width(), target.height())
    if wanted.shape is Shape.ROUND:
        path.addEllipse(box)
    else:
        path.addRoundedRect(box, wanted.corner, wanted.corner)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(path)
    painter.drawImage(0, 0, piece)
    painter.end()
    return result


def _window(image: QSize, target: QSize, focus: tuple[float, float]) -> QRect:
    """The part of the image, with the target's proportions, around the focus."""
    part = target.scaled(image, Qt.AspectRatioMode.KeepAspectRatio)
    part = QSize(max(1, part.width()), max(1, part.height()))
    centre_x = (focus[0] + 1) / 2 * image.width()
    centre_y = (1 - focus[1]) / 2 * image.height()
    x = min(max(0.0, centre_x - part.width() / 2), image.width() - part.width())
    y = min(max(0.0, centre_y - part.height() / 2), image.height() - part.height())
    return QRect(round(x), round(y), part.width(), part.height())
