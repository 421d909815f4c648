"""BlurHash: the coloured blur that stands for an image until it is there.

Source: github.com/woltapp/blurhash, Algorithm.md.
"""

from __future__ import annotations

from functools import lru_cache
from math import cos, pi

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)}
MAX_SIDE = 128


def _number(text: str) -> int:
    value = 0
    for digit in text:
        value = value * 83 + _VALUES[digit]
    return value


def is_valid(blurhash: str) -> bool:
    """Whether the length and the characters are those of a BlurHash."""
    if len(blurhash) < 6 or any(digit not in _VALUES for digit in blurhash):
        return False
    size = _VALUES[blurhash[0]]
    return size < 81 and len(blurhash) == 4 + 2 * (size % 9 + 1) * (size // 9 + 1)


def average_colour(blurhash: str) -> tuple[int, int, int] | None:
    """Red, green, blue (0 to 255) of the whole image; None for what is no BlurHash."""
    if not is_valid(blurhash):
        return None
    value = _number(blurhash[2:6])
    return (value >> 16) & 255, (value >> 8) & 255, value & 255


@lru_cache(maxsize=1)
def _linear() -> tuple[float, ...]:
    values = (level / 255 for level in range(256))
    return tuple(v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values)


@lru_cache(maxsize=1)
def _srgb() -> bytes:
    """Linear light in 4096 steps to 8 bits: one look-up a channel instead of one power."""
    levels = bytearray()
    for step in range(4096):
        v = step / 4095
        shown = v * 12.92 if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055
        levels.append(min(255, int(shown * 255 + 0.5)))
    return bytes(levels)


@lru_cache(maxsize=64)
def _waves(count: int, size: int) -> tuple[tuple[float, ...], ...]:
    return tuple(
        tuple(cos(pi * place * wave / size) for wave in range(count)) for place in range(size)
    )


def _signed_square(value: float) -> float:
    return value * value if value >= 0 else -value * value


def decode(blurhash: str, width: int = 32, height: int = 32, punch: float = 1.0) -> bytes | None:
    """`width` x `height` pixels as RGB bytes, row by row; None for what is no BlurHash.

    Sides from 1 to 128. `punch` above 1 gives more contrast.
    """
    if not is_valid(blurhash) or not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE):
        return None
    size = _VALUES[blurhash[0]]
    across, down = size % 9 + 1, size // 9 + 1
    strength = (_VALUES[blurhash[1]] + 1) / 166 * punch
    linear = _linear()
    value = _number(blurhash[2:6])
    factors = [tuple(linear[(value >> shift) & 255] for shift in (16, 8, 0))]
    for index in range(1, across * down):
        value = _number(blurhash[4 + index * 2 : 6 + index * 2])
        parts = (value // 361, value // 19 % 19, value % 19)
        factors.append(tuple(_signed_square((part - 9) / 9) * strength for part in parts))
    columns, rows = _waves(across, width), _waves(down, height)
    srgb = _srgb()
    pixels = bytearray()
    for row in rows:
        # First the waves of this row, then each pixel is a sum over the waves across.
        lines = [
            tuple(
                sum(factors[x + y * across][channel] * row[y] for y in range(down))
                for x in range(across)
            )
            for channel in range(3)
        ]
        for column in columns:
            for line in lines:
                light = sum(map(float.__mul__, line, column))
                pixels.append(srgb[0 if light <= 0 else 4095 if light >= 1 else int(light * 4095)])
    return bytes(pixels)
