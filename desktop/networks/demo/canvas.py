"""A small raster: gradients, discs, polygons and ridges, fast enough in plain Python.

The three colours lie in planes of their own, so that filling a run of pixels is one slice
assignment and laying a translucent colour over it is one `bytes.translate`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from desktop.networks.demo import png

Colour = tuple[int, int, int]
Point = tuple[float, float]


def colour(code: str) -> Colour:
    """`#RRGGBB` as three numbers."""
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """`share` 0 is `one`, 1 is `other`."""
    return (
        round(one[0] + (other[0] - one[0]) * share),
        round(one[1] + (other[1] - one[1]) * share),
        round(one[2] + (other[2] - one[2]) * share),
    )


@lru_cache(maxsize=512)
def _veil(level: int, alpha: float) -> bytes:
    return bytes(round(was + (level - was) * alpha) for was in range(256))


class Canvas:
    """`width` x `height` pixels, black at first. Coordinates are pixels, y downward."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self._planes = tuple(bytearray(width * height) for _ in range(3))

    def png(self) -> bytes:
        pixels = bytearray(3 * self.width * self.height)
        for channel, plane in enumerate(self._planes):
            pixels[channel::3] = plane
        return png.encode(self.width, self.height, bytes(pixels))

    def vertical(self, stops: Sequence[Colour], top: int = 0, bottom: int | None = None) -> None:
        """A gradient from `top` down to `bottom` (exclusive) through all `stops`."""
        end = self.height if bottom is None else min(bottom, self.height)
        steps = max(1, end - top - 1)
        for y in range(max(0, top), end):
            place = (y - top) / steps * (len(stops) - 1)
            index = min(int(place), len(stops) - 2)
            shade = mix(stops[index], stops[index + 1], place - index)
            for plane, level in zip(self._planes, shade, strict=True):
                plane[y * self.width : (y + 1) * self.width] = bytes((level,)) * self.width

    def diagonal(self, stops: Sequence[Colour], slope: float = 0.6) -> None:
        """A gradient over the whole canvas, from the top left to the bottom right."""
        length = self.width + round(self.height * slope) + 1
        for channel, plane in enumerate(self._planes):
            ramp = bytes(_level(stops, channel, x / (length - 1)) for x in range(length))
            for y in range(self.height):
                start = round(y * slope)
                plane[y * self.width : (y + 1) * self.width] = ramp[start : start + self.width]

    def runs(
        self,
        runs: Iterable[tuple[int, float, float]],
        shade: Colour,
        alpha: float = 1.0,
        soft: bool = True,
    ) -> None:
        """Fill runs (y, from x, to x); `soft`: their ends get their share of a pixel."""
        red, green, blue = self._planes
        width, height = self.width, self.height
        levels = [bytes((level,)) for level in shade]
        veils = [_veil(level, alpha) for level in shade] if alpha < 1 else None
        for y, left, right in runs:
            if not 0 <= y < height or right <= left or right <= 0 or left >= width:
                continue
            first, last = max(0, math.ceil(left)), min(width, int(right))
            start, end = y * width + first, y * width + last
            if end > start:
                if veils is None:
                    red[start:end] = levels[0] * (end - start)
                    green[start:end] = levels[1] * (end - start)
                    blue[start:end] = levels[2] * (end - start)
                else:
                    red[start:end] = red[start:end].translate(veils[0])
                    green[start:end] = green[start:end].translate(veils[1])
                    blue[start:end] = blue[start:end].translate(veils[2])
            if soft:
                if first > left and first > 0:
                    self._touch(start - 1, shade, alpha * (first - left))
                if right > last >= first and last < width:
                    self._touch(end, shade, alpha * (right - last))

    def _touch(self, index: int, shade: Colour, alpha: float) -> None:
        share = min(256, int(alpha * 256))
        for plane, level in zip(self._planes, shade, strict=True):
            was = plane[index]
            plane[index] = was + ((level - was) * share >> 8)

    def rectangle(
        self, x: float, y: int, width: float, height: int, shade: Colour, alpha: float = 1.0
    ) -> None:
        """Its left and right edges are rounded to whole pixels."""
        left, right = round(x), round(x + width)
        self.runs(((row, left, right) for row in range(y, y + height)), shade, alpha, soft=False)

    def ellipse(
        self, x: float, y: float, wide: float, high: float, shade: Colour, alpha: float = 1.0
    ) -> None:
        """Around (x, y) with the half axes `wide` and `high`."""
        self.runs(_ellipse_runs(x, y, wide, high), shade, alpha)

    def disc(self, x: float, y: float, radius: float, shade: Colour, alpha: float = 1.0) -> None:
        self.ellipse(x, y, radius, radius, shade, alpha)

    def glow(self, x: float, y: float, radius: float, shade: Colour, strength: float = 0.5) -> None:
        """Light that fades away from (x, y)."""
        rings = 12
        for ring in range(rings):
            far = radius * (1 - ring / rings)
            self.runs(_ellipse_runs(x, y, far, far), shade, strength / rings * 1.5, soft=False)

    def polygon(self, points: Sequence[Point], shade: Colour, soft: bool = True) -> None:
        self.runs(_polygon_runs(points), shade, soft=soft)

    def line(self, points: Sequence[Point], width: float, shade: Colour) -> None:
        """A thick line with round ends."""
        half = width / 2
        for (x0, y0), (x1, y1) in pairwise(points):
            length = math.hypot(x1 - x0, y1 - y0) or 1.0
            dx, dy = (y1 - y0) / length * half, (x0 - x1) / length * half
            corners = [
                (x0 + dx, y0 + dy),
                (x1 + dx, y1 + dy),
                (x1 - dx, y1 - dy),
                (x0 - dx, y0 - dy),
            ]
            self.polygon(corners, shade)
        for x, y in points:
            self.disc(x, y, half, shade)

    def ridge(self, heights: Sequence[float], shade: Colour, alpha: float = 1.0) -> None:
        """Everything below a skyline; `heights` are the y of its top, one for each x."""
        crossings: dict[int, list[int]] = {}
        tops = [max(0, min(self.height, math.ceil(height))) for height in heights]
        for x in range(1, self.width):
            low, high = sorted((tops[x - 1], tops[x]))
            for y in range(low, high):
                crossings.setdefault(y, []).append(x)
        runs: list[tuple[int, float, float]] = []
        for y in range(min(tops), self.height):
            edges: list[float] = [*crossings.get(y, ()), self.width]
            if tops[0] <= y:
                edges.insert(0, 0)
            runs.extend((y, edges[n], edges[n + 1]) for n in range(0, len(edges) - 1, 2))
        self.runs(runs, shade, alpha, soft=False)
        for x, height in enumerate(heights):
            if 1 <= tops[x] < self.height:
                self._touch((tops[x] - 1) * self.width + x, shade, alpha * (tops[x] - height))


def _level(stops: Sequence[Colour], channel: int, share: float) -> int:
    place = share * (len(stops) - 1)
    index = min(int(place), len(stops) - 2)
    low, high = stops[index][channel], stops[index + 1][channel]
    return round(low + (high - low) * (place - index))


def _ellipse_runs(
    x: float, y: float, wide: float, high: float
) -> Iterable[tuple[int, float, float]]:
    for row in range(math.floor(y - high), math.ceil(y + high) + 1):
        share = 1 - ((row + 0.5 - y) / high) ** 2
        if share > 0:
            half = wide * math.sqrt(share)
            yield row, x - half, x + half


def _polygon_runs(points: Sequence[Point]) -> Iterable[tuple[int, float, float]]:
    edges = [
        (a, b) if a[1] < b[1] else (b, a)
        for a, b in zip(points, [*points[1:], points[0]], strict=True)
        if a[1] != b[1]
    ]
    if not edges:
        return
    top = math.floor(min(edge[0][1] for edge in edges))
    bottom = math.ceil(max(edge[1][1] for edge in edges))
    for row in range(top, bottom):
        middle = row + 0.5
        cuts = sorted(
            a[0] + (b[0] - a[0]) * (middle - a[1]) / (b[1] - a[1])
            for a, b in edges
            if a[1] <= middle < b[1]
        )
        for left, right in zip(cuts[::2], cuts[1::2], strict=False):
            yield row, left, right
