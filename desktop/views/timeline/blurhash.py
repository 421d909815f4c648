"""Blurhash to a small picture: what is shown until an image has come.

Specification: the Blurhash algorithm description (woltapp/blurhash, Algorithm.md).
"""

from __future__ import annotations

from functools import lru_cache
from math import cos, pi
from operator import mul

from PySide6.QtGui import QColor, QImage

_DIGITS = {
    digit: value
    for value, digit in enumerate(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~"
    )
}
_WIDTH, _HEIGHT = 16, 12


@lru_cache(maxsize=256)
def decode(text: str) -> QImage | None:
    """A picture of 16 x 12 pixels, to be stretched smoothly; None for anything malformed."""
    parsed = _parse(text)
    if parsed is None:
        return None
    across, down, factors = parsed
    waves = [[cos(pi * i * x / _WIDTH) for i in range(across)] for x in range(_WIDTH)]
    pixels = bytearray()
    for y in range(_HEIGHT):
        fall = [cos(pi * j * y / _HEIGHT) for j in range(down)]
        channels = []
        for channel in range(3):  # first down, then across: the sums are shared by a line
            line = [
                sum(fall[j] * factors[j * across + i][channel] for j in range(down))
                for i in range(across)
            ]
            channels.append([sum(map(mul, line, wave)) for wave in waves])
        for red, green, blue in zip(*channels, strict=True):
            pixels += bytes((_srgb(red), _srgb(green), _srgb(blue), 255))
    picture = QImage(bytes(pixels), _WIDTH, _HEIGHT, 4 * _WIDTH, QImage.Format.Format_RGBX8888)
    return picture.convertToFormat(QImage.Format.Format_RGB32)  # a copy with its own pixels


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


def _curve(part: float) -> int:
    part = part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055
    return int(part * 255 + 0.5)


_STEPS = 1023
_CURVE = tuple(_curve(step / _STEPS) for step in range(_STEPS + 1))


def _srgb(value: float) -> int:
    return _CURVE[min(_STEPS, max(0, int(value * _STEPS + 0.5)))]
