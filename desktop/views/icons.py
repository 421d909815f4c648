"""Our own icons: single-colour drawings of 24 x 24, painted in the colour that is asked for."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop import resources

APP_ICON = "voliere"
_ICON_SIZES = (16, 20, 24, 32, 48)


def icon_names() -> tuple[str, ...]:
    """All icons that can be asked for, sorted."""
    return tuple(sorted(path.stem for path in resources.path("icons").glob("*.svg")))


def icon_pixmap(name: str, colour: QColor, size: int, device_ratio: float = 1.0) -> QPixmap:
    """The icon `name` in one colour, `size` device-independent pixels wide and high.

    `device_ratio` is the screen's; the pixmap is made for it and cached. Raises KeyError for
    a name that is not drawn.
    """
    return _pixmap(name, colour.name(QColor.NameFormat.HexArgb), size, device_ratio)


def icon(name: str, colour: QColor, disabled: QColor | None = None) -> QIcon:
    """For buttons and menus, crisp at 100 and 200 %."""
    result = QIcon()
    for size in _ICON_SIZES:
        for ratio in (1.0, 2.0):
            result.addPixmap(icon_pixmap(name, colour, size, ratio))
            if disabled is not None:
                result.addPixmap(icon_pixmap(name, disabled, size, ratio), QIcon.Mode.Disabled)
    return result


def app_icon() -> QIcon:
    """Volière's own, in its colours."""
    result = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        result.addPixmap(icon_pixmap(APP_ICON, QColor("#000000"), size))
    return result


@lru_cache(maxsize=128)
def _drawing(name: str) -> str:
    path = resources.path("icons", f"{name}.svg")
    if not path.is_file():
        raise KeyError(name)
    return path.read_text(encoding="utf-8")


@lru_cache(maxsize=2048)
def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    value = QColor(colour)
    drawing = _drawing(name).replace("currentColor", value.name(QColor.NameFormat.HexRgb))
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    pixels = max(1, round(size * ratio))
    pixmap = QPixmap(QSize(pixels, pixels))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(value.alphaF())
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
