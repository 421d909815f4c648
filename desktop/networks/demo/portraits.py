"""Avatars, profile headers and custom emoji, drawn from a name."""

from __future__ import annotations

import math
from collections.abc import Callable

from desktop.networks.demo.canvas import Canvas, Colour, Point, colour, mix
from desktop.networks.demo.chance import chance
from desktop.networks.demo.scenes import SCENES, WHITE, palette_of

AVATAR_SIZE = 144
EMOJI_SIZE = 64

_BOWL = [(3.0, 0.0), (3.8, 0.5), (4.0, 1.5), (3.8, 2.5), (3.0, 3.0)]
_ROUND = [
    (2 + 2 * math.cos(step * math.tau / 20), 3 + 3 * math.sin(step * math.tau / 20))
    for step in range(21)
]
_ARC = [
    (2.1 + 2 * math.cos(0.75 + step * 4.78 / 16), 3 - 3 * math.sin(0.75 + step * 4.78 / 16))
    for step in range(17)
]
_STROKES: dict[str, list[list[Point]]] = {
    "A": [[(0, 6), (2, 0), (4, 6)], [(0.8, 3.9), (3.2, 3.9)]],
    "B": [[(0, 0), (0, 6), (3, 6), (4, 5.3), (4, 3.9), (3, 3), (0, 3)], [(0, 0), *_BOWL]],
    "C": [_ARC],
    "D": [[(0, 0), (0, 6), (2, 6), (3.6, 4.8), (4, 3), (3.6, 1.2), (2, 0), (0, 0)]],
    "E": [[(4, 0), (0, 0), (0, 6), (4, 6)], [(0, 3), (3.2, 3)]],
    "F": [[(4, 0), (0, 0), (0, 6)], [(0, 3), (3.2, 3)]],
    "G": [[*_ARC, (3.9, 4.6), (3.9, 3.3), (2.4, 3.3)]],
    "H": [[(0, 0), (0, 6)], [(4, 0), (4, 6)], [(0, 3), (4, 3)]],
    "I": [[(2, 0), (2, 6)]],
    "J": [[(3.4, 0), (3.4, 4.6), (2.6, 5.8), (1.3, 6), (0.3, 5)]],
    "K": [[(0, 0), (0, 6)], [(4, 0), (0, 3.4)], [(1.3, 2.4), (4, 6)]],
    "L": [[(0, 0), (0, 6), (3.8, 6)]],
    "M": [[(0, 6), (0, 0), (2, 3.6), (4, 0), (4, 6)]],
    "N": [[(0, 6), (0, 0), (4, 6), (4, 0)]],
    "O": [_ROUND],
    "P": [[(0, 6), (0, 0), *_BOWL, (0, 3)]],
    "Q": [_ROUND, [(2.6, 4.4), (4, 6.2)]],
    "R": [[(0, 6), (0, 0), *_BOWL, (0, 3)], [(2.2, 3), (4, 6)]],
    "S": [
        [(3.8, 1), (3, 0.1), (1.4, 0), (0.3, 0.8), (0.4, 2.1), (1.6, 2.8), (3, 3.3),
         (4, 4.3), (3.8, 5.4), (2.6, 6), (1.1, 5.9), (0, 5)],
    ],
    "T": [[(0, 0), (4, 0)], [(2, 0), (2, 6)]],
    "U": [[(0, 0), (0, 4.2), (0.7, 5.6), (2, 6), (3.3, 5.6), (4, 4.2), (4, 0)]],
    "V": [[(0, 0), (2, 6), (4, 0)]],
    "W": [[(-0.3, 0), (0.8, 6), (2, 1.6), (3.2, 6), (4.3, 0)]],
    "X": [[(0, 0), (4, 6)], [(4, 0), (0, 6)]],
    "Y": [[(0, 0), (2, 3), (4, 0)], [(2, 3), (2, 6)]],
    "Z": [[(0, 0), (4, 0), (0, 6), (4, 6)]],
}  # fmt: skip


def _write(canvas: Canvas, letters: str, unit: float, shade: Colour) -> None:
    wide = (len(letters) * 4 + (len(letters) - 1) * 1.7) * unit
    left, top = (canvas.width - wide) / 2, canvas.height / 2 - 3 * unit
    for letter in letters:
        for stroke in _STROKES[letter]:
            points = [(left + x * unit, top + y * unit) for x, y in stroke]
            canvas.line(points, unit * 0.95, shade)
        left += 5.7 * unit


def _bird(canvas: Canvas, shade: Colour, ground: Colour, belly: Colour) -> None:
    unit = canvas.width / 144
    canvas.polygon([(14 * unit, 108 * unit), (52 * unit, 70 * unit), (66 * unit, 92 * unit)], shade)
    canvas.ellipse(74 * unit, 80 * unit, 38 * unit, 29 * unit, shade)
    canvas.disc(98 * unit, 55 * unit, 20 * unit, shade)
    canvas.ellipse(82 * unit, 88 * unit, 24 * unit, 17 * unit, belly)
    canvas.ellipse(62 * unit, 80 * unit, 22 * unit, 13 * unit, mix(shade, ground, 0.35))
    canvas.polygon(
        [(114 * unit, 48 * unit), (134 * unit, 56 * unit), (114 * unit, 63 * unit)],
        (240, 170, 70),
    )
    canvas.disc(102 * unit, 51 * unit, 4.5 * unit, WHITE)
    canvas.disc(103 * unit, 51 * unit, 2.5 * unit, (20, 24, 28))
    for x in (72, 84):
        canvas.line([(x * unit, 106 * unit), (x * unit, 122 * unit)], 3 * unit, shade)


def draw_avatar(name: str, initials: str, shade: str, form: str) -> bytes:
    """A square PNG of 144 pixels. `form`: letters, bird, or the name of a scene."""
    canvas = Canvas(AVATAR_SIZE, AVATAR_SIZE)
    ground = colour(shade)
    if form in SCENES:
        SCENES[form](canvas, chance(f"avatar:{name}"), palette_of(name))
        return canvas.png()
    canvas.diagonal([mix(ground, WHITE, 0.12), mix(ground, (0, 0, 0), 0.12)])
    if form == "bird":
        canvas.disc(72, 72, 60, mix(ground, WHITE, 0.25), 0.6)
        belly = mix(WHITE, palette_of(name)[3], 0.4)
        _bird(canvas, mix(ground, (10, 20, 30), 0.55), ground, belly)
    else:
        _write(canvas, initials, 9.0 if len(initials) == 1 else 6.6, WHITE)
    return canvas.png()


def draw_header(name: str, scene: str) -> bytes:
    """The wide picture on top of a profile, 600 x 200 pixels."""
    canvas = Canvas(600, 200)
    SCENES[scene](canvas, chance(f"header:{name}"), palette_of(name))
    return canvas.png()


def _heron(canvas: Canvas) -> None:
    shade = colour("#3E7CB1")
    canvas.ellipse(28, 38, 16, 9, shade)
    canvas.line([(38, 34), (42, 22), (38, 14), (44, 10)], 5, shade)
    canvas.polygon([(44, 7), (60, 11), (44, 14)], (240, 170, 70))
    canvas.line([(24, 46), (24, 60)], 2.5, shade)
    canvas.line([(31, 46), (31, 60)], 2.5, shade)


def _robin(canvas: Canvas) -> None:
    _bird(canvas, colour("#7A5A3C"), colour("#FFF6E5"), colour("#E0562B"))


def _wave(canvas: Canvas) -> None:
    canvas.vertical([colour("#DFF3F8"), colour("#9FD6E8")])
    for layer, shade in enumerate(("#56AFCB", "#2F86A8", "#0E5F7F")):
        top = 26 + layer * 11
        canvas.ridge(
            [top + 4 * math.sin(x / 6 + layer * 2) for x in range(EMOJI_SIZE)], colour(shade)
        )


def _tram(canvas: Canvas) -> None:
    body = colour("#C2521D")
    canvas.line([(22, 4), (32, 14), (42, 4)], 2.5, (80, 90, 100))
    canvas.rectangle(12, 14, 40, 38, body)
    canvas.rectangle(17, 19, 30, 16, colour("#DFF3F8"))
    canvas.disc(21, 44, 3.5, colour("#FFE9A8"))
    canvas.disc(43, 44, 3.5, colour("#FFE9A8"))
    canvas.line([(14, 58), (50, 58)], 3, (80, 90, 100))


def _loaf(canvas: Canvas) -> None:
    crust = colour("#B8743A")
    canvas.ellipse(32, 38, 27, 16, crust)
    canvas.ellipse(32, 34, 24, 13, colour("#D69A57"))
    for x in (20, 32, 44):
        canvas.line([(x - 3, 40), (x + 4, 27)], 3, colour("#F2D2A0"))


def _feather(canvas: Canvas) -> None:
    shade = colour("#3F8F6B")
    canvas.polygon([(12, 54), (18, 28), (34, 12), (54, 8), (50, 28), (36, 46)], shade)
    canvas.line([(8, 58), (46, 16)], 2.5, colour("#DDF2E6"))


_EMOJI: dict[str, Callable[[Canvas], None]] = {
    "heron": _heron,
    "rougegorge": _robin,
    "vague": _wave,
    "tram": _tram,
    "pain": _loaf,
    "plume": _feather,
}
EMOJI_NAMES = tuple(sorted(_EMOJI))


def draw_emoji(shortcode: str) -> bytes:
    """A PNG of 64 pixels. Raises KeyError for one that does not exist."""
    canvas = Canvas(EMOJI_SIZE, EMOJI_SIZE)
    canvas.vertical([colour("#FFF6E5"), colour("#FFEACB")])
    _EMOJI[shortcode](canvas)
    return canvas.png()
