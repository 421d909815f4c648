"""Our own icons: single-colour drawings of 24 x 24, painted in the colour that is asked for."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop import resources

APP_ICON = "voliere"


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
    """For buttons and menus, crisp on every screen. Drawn when it is first shown: a window has
    many more icons than are seen."""
    _drawing(name)
    return QIcon(_Drawn(name, colour, disabled))


class _Drawn(QIconEngine):
    """Draws an icon in the size that is asked for."""

    def __init__(self, name: str, colour: QColor, disabled: QColor | None) -> None:
        super().__init__()
        self._name, self._colour, self._disabled = name, colour, disabled

    def clone(self) -> QIconEngine:
        return _Drawn(self._name, self._colour, self._disabled)

    def key(self) -> str:
        return "voliere"

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QSize:
        side = min(size.width(), size.height())
        return QSize(side, side)

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        return self._draw(min(size.width(), size.height()), 1.0, mode)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, scale: float
    ) -> QPixmap:
        return self._draw(min(size.width(), size.height()), scale, mode)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        pixmap = self._draw(side, painter.device().devicePixelRatio(), mode)
        place = QRect(0, 0, side, side)
        place.moveCenter(rect.center())
        painter.drawPixmap(place, pixmap)

    def _draw(self, side: float, ratio: float, mode: QIcon.Mode) -> QPixmap:
        is_off = mode == QIcon.Mode.Disabled and self._disabled is not None
        colour = self._disabled if is_off and self._disabled is not None else self._colour
        return icon_pixmap(self._name, colour, max(1, round(side)), ratio)


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
