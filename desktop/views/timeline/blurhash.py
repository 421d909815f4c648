"""Blurhash to a small picture: what is shown until an image has come.

Specification: the Blurhash algorithm description (woltapp/blurhash, Algorithm.md).
"""

from __future__ import annotations

from math import cos, pi

from PySide6.QtGui import QColor, QImage

_DIGITS = {
    digit: value
    for value, digit in enumerate(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~"
    )
}
_WIDTH, _HEIGHT = 16, 12


def decode(text: str) -> QImage | None:
    """A picture of 16 x 12 pixels, to be stretched smoothly; None for anything malformed."""
    parsed = _parse(text)
    if parsed is None:
        return None
    across, down, factors = parsed
    image = QImage(_WIDTH, _HEIGHT, QImage.Format.Format_RGB32)
    columns = [[cos(pi * i * x / _WIDTH) for i in range(across)] for x in range(_WIDTH)]
    for y in range(_HEIGHT):
        row = [cos(pi * j * y / _HEIGHT) for j in range(down)]
        for x in range(_WIDTH):
            red = green = blue = 0.0
            place = 0
            for j in range(down):
                for i in range(across):
                    weight = columns[x][i] * row[j]
                    factor = factors[place]
                    red += factor[0] * weight
                    green += factor[1] * weight
                    blue += factor[2] * weight
                    place += 1
            image.setPixel(x, y, _rgb(red, green, blue))
    return image


def average(text: str) -> QColor | None:
    """The mean colour alone; None for anything malformed."""
    if len(text) < 6:
        return None
    value = _number(text[2:6])
    return None if value is None else QColor(value >> 16 & 255, value >> 8 & 255, value & 255)


def _parse(text: str) -> tuple[int, int, list[tuple[float, float, float]]] | None:
    if len(text) < 6:
        return None
    size, greatest, mean = _number(text[0]), _number(text[1]), _number(text[2:6])
    if size is None or greatest is None or mean is None:
        return None
    across, down = size % 9 + 1, size // 9 + 1
    if len(text) != 4 + 2 * across * down or size > 80:
        return None
    most = (greatest + 1) / 166
    factors = [(_linear(mean >> 16 & 255), _linear(mean >> 8 & 255), _linear(mean & 255))]
    for at in range(6, len(text), 2):
        value = _number(text[at : at + 2])
        if value is None:
            return None
        red, rest = divmod(value, 361)
        green, blue = divmod(rest, 19)
        factors.append((_signed(red, most), _signed(green, most), _signed(blue, most)))
    return across, down, factors


def _number(digits: str) -> int | None:
    value = 0
    for digit in digits:
        known = _DIGITS.get(digit)
        if known is None:
            return None
        value = value * 83 + known
    return value


def _signed(value: int, most: float) -> float:
    part = (value - 9) / 9
    return (part * part if part >= 0 else -part * part) * most


def _linear(channel: int) -> float:
    part = channel / 255
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)


def _srgb(value: float) -> int:
    part = min(1.0, max(0.0, value))
    part = part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055
    return int(part * 255 + 0.5)


def _rgb(red: float, green: float, blue: float) -> int:
    return 0xFF000000 | _srgb(red) << 16 | _srgb(green) << 8 | _srgb(blue)
