"""Pictures that the demo's people post: landscapes and posters, drawn from a seed."""

from __future__ import annotations

import math
from collections.abc import Callable
from random import Random

from desktop.networks.demo.canvas import Canvas, Colour, colour, mix
from desktop.networks.demo.chance import chance

PALETTES: tuple[tuple[str, ...], ...] = (
    ("#0E3B52", "#3F8CA3", "#F3C98B", "#E8743B", "#123243"),
    ("#24385B", "#8C79B8", "#F2B6A0", "#FFE2B0", "#1F2A44"),
    ("#BFE3E6", "#E8F2E0", "#F6E7C1", "#FFF6DD", "#3F7F6B"),
    ("#5B8DB8", "#A9CBE0", "#EAF2F4", "#FFF3D0", "#2F5D50"),
    ("#3B2F4A", "#8A4F6D", "#D9805F", "#F7CF8B", "#241C2E"),
    ("#7FB7BE", "#D3E6D9", "#F9E3B4", "#F2A65A", "#28536B"),
    ("#1C2B3A", "#34506B", "#7895A8", "#F0E6C8", "#0F1A24"),
    ("#F2C6A0", "#F7DDC0", "#F0B98D", "#FFF3E0", "#5A3B30"),
)
WHITE: Colour = (255, 255, 255)


def _hills(width: int, height: int, rng: Random, base: float, size: float) -> list[float]:
    waves = [
        (size / (n + 1), rng.uniform(0.6, 1.4) * (n + 1) * math.tau / width, rng.uniform(0, 6.3))
        for n in range(3)
    ]
    return [
        height * base + sum(high * math.sin(x * speed + phase) for high, speed, phase in waves)
        for x in range(width)
    ]


def _birds(canvas: Canvas, rng: Random, shade: Colour, count: int, top: float = 0.1) -> None:
    x, y = canvas.width * rng.uniform(0.2, 0.6), canvas.height * rng.uniform(top, top + 0.2)
    for n in range(count):
        left, high = x + n * rng.uniform(20, 34), y + rng.uniform(-22, 22)
        wing = rng.uniform(7, 13)
        canvas.line(
            [(left - wing, high - wing * 0.5), (left, high), (left + wing, high - wing * 0.6)],
            2.2,
            shade,
        )


def hills(canvas: Canvas, rng: Random, palette: list[Colour]) -> None:
    """Ridges behind ridges, a low sun, birds."""
    canvas.vertical([palette[0], palette[1], palette[2]], 0, round(canvas.height * 0.75))
    sun = canvas.width * rng.uniform(0.2, 0.8), canvas.height * rng.uniform(0.3, 0.5)
    canvas.glow(*sun, canvas.height * 0.42, palette[3], 0.55)
    canvas.disc(*sun, canvas.height * 0.07, mix(palette[3], WHITE, 0.5))
    for layer in range(4):
        shade = mix(palette[1], palette[4], 0.25 + layer * 0.25)
        base = 0.52 + layer * 0.12
        canvas.ridge(_hills(canvas.width, canvas.height, rng, base, 34 - layer * 3), shade)
    _birds(canvas, rng, palette[4], rng.randint(3, 6))


def canal(canvas: Canvas, rng: Random, palette: list[Colour]) -> None:
    """Houses on a quay, and their light in the water."""
    quay = round(canvas.height * 0.6)
    canvas.vertical([palette[0], palette[1], palette[2]], 0, quay)
    canvas.vertical([mix(palette[2], palette[4], 0.35), palette[4]], quay)
    x = -rng.uniform(0, 40)
    while x < canvas.width:
        wide, high = rng.uniform(46, 84), round(rng.uniform(0.22, 0.42) * canvas.height)
        shade = mix(palette[4], rng.choice(palette[1:4]), rng.uniform(0.1, 0.5))
        canvas.rectangle(x, quay - high, wide, high, shade)
        roof = rng.uniform(14, 34)
        canvas.polygon(
            [(x, quay - high), (x + wide / 2, quay - high - roof), (x + wide, quay - high)],
            mix(shade, palette[4], 0.45),
        )
        canvas.rectangle(x, quay, wide, round(high * 0.8), shade, 0.3)
        for row in range(3):
            for column in range(3):
                if rng.random() < 0.7:
                    left, top = x + wide * (0.16 + column * 0.28), quay - high + 16 + row * 34
                    canvas.rectangle(left, top, wide * 0.14, 18, palette[3], 0.85)
                    canvas.rectangle(left, 2 * quay - top - 12, wide * 0.14, 14, palette[3], 0.22)
        x += wide
    for _ in range(26):
        y = rng.randint(quay + 6, canvas.height - 4)
        canvas.rectangle(rng.uniform(0, canvas.width), y, rng.uniform(30, 130), 2, WHITE, 0.16)
    _birds(canvas, rng, palette[4], 3, 0.04)


def river(canvas: Canvas, rng: Random, palette: list[Colour]) -> None:
    """A river that winds to the horizon between fields and poplars."""
    horizon = round(canvas.height * 0.42)
    canvas.vertical([palette[1], palette[2], palette[3]], 0, horizon)
    canvas.glow(canvas.width * rng.uniform(0.3, 0.7), horizon, canvas.height * 0.4, WHITE, 0.4)
    field = mix(palette[4], (112, 150, 92), 0.55)
    canvas.ridge(_hills(canvas.width, canvas.height, rng, 0.40, 12), mix(field, palette[1], 0.55))
    canvas.vertical([mix(field, palette[2], 0.45), field], horizon)
    drift, phase = rng.uniform(30, 80), rng.uniform(0, 6)
    for y in range(horizon, canvas.height):
        depth = (y - horizon) / (canvas.height - horizon)
        middle = canvas.width / 2 + math.sin(depth * 5 + phase) * drift * (0.3 + depth * 2)
        half = 4 + depth**1.6 * canvas.width * 0.26
        shade = mix(palette[3], palette[1], 0.2 + depth * 0.6)
        canvas.runs([(y, middle - half, middle + half)], shade, 1.0)
    for n in range(rng.randint(6, 10)):
        x = canvas.width * (0.04 + 0.1 * n) + rng.uniform(-10, 10)
        tall = rng.uniform(26, 58)
        canvas.ellipse(
            x, horizon - tall * 0.45, tall * 0.17, tall * 0.55, mix(field, palette[4], 0.6)
        )
    _birds(canvas, rng, palette[4], rng.randint(2, 5), 0.08)


def sea(canvas: Canvas, rng: Random, palette: list[Colour]) -> None:
    """Waves, a sun and a small sail."""
    horizon = round(canvas.height * 0.5)
    canvas.vertical([palette[0], palette[2], palette[3]], 0, horizon + 30)
    sun = canvas.width * rng.uniform(0.25, 0.75)
    canvas.glow(sun, horizon - 20, canvas.height * 0.4, palette[3], 0.6)
    canvas.disc(sun, horizon - 20, canvas.height * 0.09, mix(palette[3], WHITE, 0.6))
    for layer in range(5):
        heights = _hills(canvas.width, canvas.height, rng, 0.5 + layer * 0.1, 4 + layer * 2)
        canvas.ridge(heights, mix(palette[1], palette[4], 0.15 + layer * 0.19))
    x, y = canvas.width * rng.uniform(0.2, 0.8), horizon + 26
    canvas.polygon([(x, y - 66), (x, y - 8), (x + 36, y - 8)], WHITE)
    canvas.polygon([(x - 4, y - 52), (x - 4, y - 8), (x - 22, y - 8)], mix(WHITE, palette[2], 0.5))
    canvas.polygon([(x - 28, y - 4), (x + 42, y - 4), (x + 28, y + 9), (x - 18, y + 9)], palette[4])
    _birds(canvas, rng, palette[4], 4)


def forest(canvas: Canvas, rng: Random, palette: list[Colour]) -> None:
    """Firs in the mist, row before row."""
    mist = mix(palette[2], WHITE, 0.5)
    canvas.vertical([mix(palette[1], WHITE, 0.2), mist])
    canvas.glow(canvas.width * 0.7, canvas.height * 0.25, canvas.height * 0.35, WHITE, 0.6)
    for layer in range(3):
        shade = mix(mist, mix(palette[4], (30, 70, 60), 0.5), 0.28 + layer * 0.34)
        foot = canvas.height * (0.62 + layer * 0.17)
        skyline = [foot + 5 * math.sin(x / 60 + layer) for x in range(canvas.width)]
        x = rng.randint(-10, 10)
        while x < canvas.width + 10:
            tall = round(rng.uniform(60, 116) * (0.7 + layer * 0.25))
            for step in range(tall):
                half = round((step % (tall // 3 + 1) * 0.2 + step * 0.16) + 0.5)
                for at in (x - half, x + half):
                    if 0 <= at < canvas.width:
                        skyline[at] = min(skyline[at], foot - tall + step)
            x += rng.randint(22, 46) + layer * 8
        canvas.ridge(skyline, shade)


def train(canvas: Canvas, rng: Random, palette: list[Colour]) -> None:
    """A train on an embankment, its windows lit."""
    canvas.vertical([palette[0], palette[1], palette[2]])
    canvas.ridge(
        _hills(canvas.width, canvas.height, rng, 0.5, 30), mix(palette[1], palette[4], 0.4)
    )
    rail = round(canvas.height * 0.72)
    start, body = canvas.width * rng.uniform(-0.1, 0.2), mix(palette[3], palette[4], 0.25)
    canvas.ridge([float(rail + 8)] * canvas.width, palette[4])
    for coach in range(4):
        x = start + coach * 168
        canvas.rectangle(x, rail - 62, 160, 60, body)
        canvas.rectangle(x, rail - 18, 160, 5, WHITE, 0.6)
        for window in range(5):
            lit = palette[3] if rng.random() < 0.8 else palette[4]
            canvas.rectangle(x + 10 + window * 29, rail - 50, 20, 22, mix(lit, WHITE, 0.35))
        for wheel in (26, 50, 112, 136):
            canvas.disc(x + wheel, rail + 2, 7, palette[4])
    for x in range(20, canvas.width, 150):
        canvas.rectangle(x, rail - 120, 4, 128, palette[4])
    canvas.rectangle(0, rail - 112, canvas.width, 2, palette[4], 0.8)


def poster(canvas: Canvas, rng: Random, palette: list[Colour]) -> None:
    """Abstract: discs, half discs and bars on a quiet ground."""
    canvas.diagonal([mix(palette[2], WHITE, 0.35), mix(palette[3], WHITE, 0.15)])
    unit = canvas.height / 4
    for row in range(4):
        for column in range(math.ceil(canvas.width / unit)):
            x, y = (column + 0.5) * unit, (row + 0.5) * unit
            shade, form = rng.choice(palette), rng.randrange(6)
            if form == 0:
                canvas.disc(x, y, unit * 0.42, shade, 0.9)
            elif form == 1:
                canvas.rectangle(x - unit / 2, round(y), unit, round(unit / 2), shade, 0.85)
            elif form == 2:
                half = unit / 2
                canvas.polygon(
                    [(x - half, y + half), (x + half, y + half), (x + half, y - half)], shade
                )
            elif form == 3:
                canvas.disc(x, y, unit * 0.42, shade)
                canvas.disc(x, y, unit * 0.22, palette[2])
            elif form == 4:
                for bar in range(4):
                    canvas.rectangle(
                        x - unit / 2 + bar * unit / 4,
                        round(y - unit / 2),
                        unit / 8,
                        round(unit),
                        shade,
                        0.8,
                    )


def drift(canvas: Canvas, rng: Random, palette: list[Colour]) -> None:
    """A smooth gradient with soft lights: the plainest of the posters."""
    canvas.diagonal([palette[0], palette[1], palette[3]], rng.uniform(0.5, 1.6))
    for _ in range(4):
        x, y = rng.uniform(0, canvas.width), rng.uniform(0, canvas.height)
        canvas.glow(x, y, rng.uniform(90, 220), rng.choice(palette[1:4]), 0.45)


def table(canvas: Canvas, rng: Random, palette: list[Colour]) -> None:
    """A table seen from above, with plates, bowls and fruit."""
    canvas.vertical([mix(palette[3], WHITE, 0.3), palette[2]])
    for stripe in range(0, canvas.width, 44):
        canvas.rectangle(stripe, 0, 3, canvas.height, mix(palette[2], palette[4], 0.25), 0.35)
    for n in range(4):
        x = canvas.width * (0.16 + n * 0.24) + rng.uniform(-24, 24)
        y = canvas.height * rng.choice((0.32, 0.66)) + rng.uniform(-30, 30)
        radius = rng.uniform(62, 98)
        canvas.disc(x + 7, y + 9, radius, palette[4], 0.2)
        canvas.disc(x, y, radius, mix(WHITE, palette[1], rng.uniform(0.0, 0.35)))
        canvas.disc(x, y, radius * 0.78, mix(WHITE, palette[2], 0.35))
        food = rng.choice(((214, 84, 60), (236, 170, 62), (120, 158, 84), (150, 84, 112)))
        for _ in range(9):
            angle, far = rng.uniform(0, 6.3), radius * rng.uniform(0, 0.5)
            where = x + math.cos(angle) * far, y + math.sin(angle) * far
            canvas.disc(
                *where, radius * rng.uniform(0.1, 0.2), mix(food, WHITE, rng.random() * 0.3)
            )


SCENES: dict[str, Callable[[Canvas, Random, list[Colour]], None]] = {
    "hills": hills,
    "canal": canal,
    "river": river,
    "sea": sea,
    "forest": forest,
    "train": train,
    "poster": poster,
    "drift": drift,
    "table": table,
}


def palette_of(name: str) -> list[Colour]:
    """The colours of the picture called `name`; the same name always has the same."""
    return [colour(code) for code in chance(f"palette:{name}").choice(PALETTES)]


def draw_scene(scene: str, name: str, width: int, height: int) -> bytes:
    """A PNG. Raises KeyError for a scene that does not exist."""
    canvas = Canvas(width, height)
    SCENES[scene](canvas, chance(f"{scene}:{name}"), palette_of(name))
    return canvas.png()
