"""Pictures: decoded in a thread, bounded, dropped when nobody looks."""

from __future__ import annotations

import asyncio
import struct
import zlib
from collections.abc import Coroutine
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from desktop.domain.account import AccountId
from desktop.views.images import MAX_AT_ONCE, ImageStore, Shape, Wanted, decode
from desktop.views.timeline.blurhash import average
from desktop.views.timeline.blurhash import decode as decode_blurhash
from tests.gui.timeline_posts import ACCOUNT, BLURHASH


def png(width: int, height: int, colour: str = "#204060") -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def bomb(side: int) -> bytes:
    """A tiny PNG that claims to be huge."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        crc = zlib.crc32(kind + body)
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", crc)

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    data = zlib.compress(bytes(1000))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    )


class Server:
    """Answers when it is let."""

    def __init__(self, *, is_open: bool = True) -> None:
        self.asked: list[str] = []
        self.cancelled: list[str] = []
        self.gate = asyncio.Event()
        self.tasks: set[asyncio.Task[None]] = set()
        if is_open:
            self.gate.set()

    async def fetch(self, account: AccountId, url: str) -> bytes:
        self.asked.append(url)
        try:
            await self.gate.wait()
        except asyncio.CancelledError:
            self.cancelled.append(url)
            raise
        if "missing" in url:
            raise OSError(url)
        return png(400, 200) if "junk" not in url else b"not a picture"

    def start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.ensure_future(work)
        self.tasks.add(task)
        return task

    async def quiet(self) -> None:
        while pending := [t for t in self.tasks if not t.done()]:
            await asyncio.gather(*pending, return_exceptions=True)


def wanted(name: str, side: int = 64, shape: Shape = Shape.COVER) -> Wanted:
    return Wanted(f"https://x.example/{name}", side, side, shape)


async def test_a_picture_comes_once_and_is_shared(qapp: object) -> None:
    server = Server()
    store = ImageStore(server.fetch, server.start)
    heard: list[str] = []
    store.ready.connect(heard.append)
    assert store.pixmap(ACCOUNT, wanted("a"), 1) is None
    assert store.pixmap(ACCOUNT, wanted("a"), 2) is None
    await server.quiet()
    assert server.asked == ["https://x.example/a"]
    assert heard == ["https://x.example/a"]
    first = store.pixmap(ACCOUNT, wanted("a"), 1)
    assert first is not None
    assert first is store.pixmap(ACCOUNT, wanted("a"), 2)
    assert (first.width(), first.height()) == (64, 64)


async def test_memory_is_bounded(qapp: object) -> None:
    server = Server()
    store = ImageStore(server.fetch, server.start, memory_limit=10 * 64 * 64 * 4)
    for number in range(40):
        store.pixmap(ACCOUNT, wanted(str(number)), 1)
        await server.quiet()
        assert store.bytes_held <= 10 * 64 * 64 * 4
    assert store.pixmap(ACCOUNT, wanted("39"), 1) is not None


async def test_while_a_size_is_on_its_way_another_stands_in(qapp: object) -> None:
    server = Server()
    store = ImageStore(server.fetch, server.start)
    store.pixmap(ACCOUNT, wanted("a", 64), 1)
    await server.quiet()
    other = store.pixmap(ACCOUNT, wanted("a", 96), 1)
    assert other is not None
    assert other.width() == 64
    await server.quiet()
    exact = store.pixmap(ACCOUNT, wanted("a", 96), 1)
    assert exact is not None
    assert exact.width() == 96


async def test_few_at_once_and_the_latest_first(qapp: object) -> None:
    server = Server(is_open=False)
    store = ImageStore(server.fetch, server.start)
    for number in range(20):
        store.pixmap(ACCOUNT, wanted(str(number)), 1)
    await asyncio.sleep(0)
    assert len(server.asked) == MAX_AT_ONCE
    server.gate.set()
    await server.quiet()
    assert len(server.asked) == 20
    assert server.asked[MAX_AT_ONCE].endswith("/19")


async def test_what_is_scrolled_away_is_cancelled(qapp: object) -> None:
    server = Server(is_open=False)
    store = ImageStore(server.fetch, server.start)
    for number in range(10):
        store.pixmap(ACCOUNT, wanted(str(number)), 1)
    store.pixmap(ACCOUNT, wanted("0"), 2)
    await asyncio.sleep(0)
    store.looks_at(1, frozenset({"https://x.example/9"}))
    await asyncio.sleep(0)
    server.gate.set()
    await server.quiet()
    assert set(server.cancelled) == {f"https://x.example/{n}" for n in (1, 2, 3)}
    assert store.pixmap(ACCOUNT, wanted("0"), 2) is not None
    assert store.pixmap(ACCOUNT, wanted("9"), 1) is not None
    store.left(1)


@pytest.mark.parametrize("name", ["missing", "junk"])
async def test_what_fails_is_broken_and_not_asked_again_soon(qapp: object, name: str) -> None:
    server = Server()
    store = ImageStore(server.fetch, server.start)
    store.pixmap(ACCOUNT, wanted(name), 1)
    await server.quiet()
    assert store.is_broken(f"https://x.example/{name}")
    assert store.pixmap(ACCOUNT, wanted(name), 1) is None
    await server.quiet()
    assert len(server.asked) == 1


async def test_saving_tells_how_it_went(qapp: object, tmp_path: Any) -> None:
    server = Server()
    store = ImageStore(server.fetch, server.start)
    heard: list[bool] = []
    store.save(ACCOUNT, "https://x.example/a", str(tmp_path / "a.png"), heard.append)
    store.save(ACCOUNT, "https://x.example/missing", str(tmp_path / "b"), heard.append)
    store.save(ACCOUNT, "https://x.example/a", str(tmp_path / "no" / "a"), heard.append)
    await server.quiet()
    assert sorted(heard) == [False, False, True]
    assert (tmp_path / "a.png").read_bytes() == png(400, 200)


def test_bombs_and_strangers_are_refused(qtbot: QtBot) -> None:
    assert decode(bomb(60_000), wanted("x")) is None
    assert decode(b"", wanted("x")) is None
    assert decode(b"<svg", wanted("x")) is None


@pytest.mark.parametrize("shape", list(Shape))
def test_shapes(qtbot: QtBot, shape: Shape) -> None:
    image = decode(png(400, 200), Wanted("u", 50, 50, shape, 8))
    assert image is not None
    if shape is Shape.PLAIN:
        assert (image.width(), image.height()) == (50, 25)
    else:
        assert (image.width(), image.height()) == (50, 50)
        assert image.pixelColor(0, 0).alpha() == 0
        assert image.pixelColor(25, 25).name() == "#204060"


def test_focus_moves_the_cut(qtbot: QtBot) -> None:
    image = QImage(300, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("#000000"))
    for x in range(200, 300):
        for y in range(100):
            image.setPixelColor(x, y, QColor("#FFFFFF"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    data = bytes(buffer.data().data())
    right = decode(data, Wanted("u", 40, 40, Shape.COVER, 0, (1.0, 0.0)))
    left = decode(data, Wanted("u", 40, 40, Shape.COVER, 0, (-1.0, 0.0)))
    assert right is not None
    assert left is not None
    assert right.pixelColor(20, 20).lightness() > 200
    assert left.pixelColor(20, 20).lightness() < 50


def test_blurhash(qtbot: QtBot) -> None:
    image = decode_blurhash(BLURHASH)
    assert image is not None
    assert average(BLURHASH) is not None
    for bad in ("", "x", "LEHV6nWB2yk8pyo0adR*.7kCMdn", "\u00e9" * 28, BLURHASH + "00"):
        assert decode_blurhash(bad) is None


async def test_while_a_width_is_dragged_what_is_there_is_stretched(qapp: object) -> None:
    server = Server()
    store = ImageStore(server.fetch, server.start)
    small = Wanted("https://a.example/1", 40, 40, Shape.COVER)
    store.pixmap(ACCOUNT, small, 7)
    await server.quiet()
    kept = store.pixmap(ACCOUNT, small, 7)
    assert kept is not None
    assert store.set_resizing(7, True)
    stretched = store.pixmap(ACCOUNT, small._replace(width=60), 7)
    assert stretched is not None
    assert stretched.cacheKey() == kept.cacheKey()
    assert not store.is_busy
    other = Wanted("https://a.example/2", 40, 40, Shape.COVER)
    store.pixmap(ACCOUNT, other, 7)
    assert store.is_busy
    await server.quiet()
    assert store.set_resizing(7, False)
    assert not store.set_resizing(7, False)
    store.pixmap(ACCOUNT, small._replace(width=60), 7)
    await server.quiet()
    fitting = store.pixmap(ACCOUNT, small._replace(width=60), 7)
    assert fitting is not None
    assert fitting.width() == 60


SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
 width="40" height="40"><image xlink:href="file:///etc/hostname" width="40" height="40"/></svg>"""
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"


@pytest.mark.parametrize(
    "data", [SVG, b'<?xml version="1.0"?>' + SVG, PDF, b"#!/bin/sh\n", b"<html><img></html>", b""]
)
@pytest.mark.parametrize("shape", list(Shape))
def test_only_plain_pixels_are_read(data: bytes, shape: Shape) -> None:
    assert decode(data, Wanted("https://a.example/x.png", 40, 40, shape)) is None


def test_a_picture_under_a_wrong_name_is_still_read() -> None:
    assert decode(png(40, 40), Wanted("https://a.example/x.svg", 40, 40)) is not None
