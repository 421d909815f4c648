"""Pictures are drawn by the demo itself."""

from __future__ import annotations

import struct
import zlib

import pytest

from desktop.domain.errors import NotFound, Rejected
from desktop.networks.demo import png
from desktop.networks.demo.adapter import DemoAdapter
from desktop.networks.demo.canvas import Canvas, colour, mix
from desktop.networks.demo.demo_world import DemoWorld
from desktop.networks.demo.pictures import draw
from desktop.networks.demo.portraits import EMOJI_NAMES
from desktop.networks.demo.scenes import SCENES, draw_scene


def pixels(picture: bytes) -> tuple[int, int, list[bytes]]:
    """Read a PNG of ours back, chunk by chunk."""
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    place, chunks = 8, {}
    while place < len(picture):
        (size,) = struct.unpack(">I", picture[place : place + 4])
        name, body = picture[place + 4 : place + 8], picture[place + 8 : place + 8 + size]
        (checksum,) = struct.unpack(">I", picture[place + 8 + size : place + 12 + size])
        assert checksum == zlib.crc32(name + body)
        chunks[name] = body
        place += 12 + size
    width, height, depth, kind, *_ = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    assert (depth, kind) == (8, 2)
    rows = zlib.decompress(chunks[b"IDAT"])
    stride = width * 3 + 1
    assert len(rows) == stride * height
    return width, height, [rows[y * stride + 1 : (y + 1) * stride] for y in range(height)]


def test_png_keeps_every_pixel() -> None:
    body = bytes(range(2 * 3 * 3))
    assert pixels(png.encode(2, 3, body)) == (2, 3, [body[:6], body[6:12], body[12:]])


def test_png_refuses_a_wrong_size() -> None:
    with pytest.raises(ValueError, match="17 bytes"):
        png.encode(2, 3, bytes(17))


def test_shapes_stay_where_they_are_put() -> None:
    canvas = Canvas(10, 10)
    canvas.rectangle(2, 3, 4, 5, (255, 0, 0))
    canvas.disc(-50, -50, 20, (0, 255, 0))
    canvas.polygon([(20, 0), (40, 0), (30, 9)], (0, 0, 255))
    _, _, rows = pixels(canvas.png())
    red = [(x, y) for y in range(10) for x in range(10) if rows[y][x * 3] == 255]
    assert red == [(x, y) for y in range(3, 8) for x in range(2, 6)]
    assert not any(row[1::3].strip(b"\0") or row[2::3].strip(b"\0") for row in rows)


def test_a_ridge_fills_what_is_below_it() -> None:
    canvas = Canvas(8, 8)
    heights = [6.0, 5.0, 3.0, 3.0, 4.0, 7.0, 7.0, 2.0]
    canvas.ridge(heights, (9, 9, 9))
    _, _, rows = pixels(canvas.png())
    for x, height in enumerate(heights):
        filled = [y for y in range(8) if rows[y][x * 3] == 9]
        assert [y for y in range(8) if y >= height] == filled


def test_a_translucent_fill_lets_the_ground_through() -> None:
    canvas = Canvas(4, 1)
    canvas.rectangle(0, 0, 4, 1, (200, 100, 0))
    canvas.rectangle(0, 0, 2, 1, (0, 100, 200), 0.5)
    _, _, rows = pixels(canvas.png())
    assert tuple(rows[0]) == (100, 100, 100) * 2 + (200, 100, 0) * 2


def test_colours() -> None:
    assert colour("#0E7490") == (14, 116, 144)
    assert mix((0, 0, 0), (10, 20, 30), 0.5) == (5, 10, 15)


@pytest.mark.parametrize("scene", SCENES)
def test_each_scene_repeats_and_is_no_blank(scene: str) -> None:
    picture = draw_scene(scene, "one", 200, 120)
    assert picture == draw_scene(scene, "one", 200, 120)
    assert picture != draw_scene(scene, "two", 200, 120)
    width, height, rows = pixels(picture)
    assert (width, height) == (200, 120)
    assert len({bytes(row[n : n + 3]) for row in rows for n in range(0, 600, 3)}) > 20


async def test_every_picture_of_the_world_can_be_had(claire: DemoAdapter, world: DemoWorld) -> None:
    addresses = set()
    for post in list(world.facts.posts.values())[-60:]:
        addresses |= {one.url for one in post.attachments}
        if post.card and post.card.image_url:
            addresses.add(post.card.image_url)
    for profile in world.facts.profiles.values():
        addresses |= {profile.avatar_url, profile.header_url}
    for emoji in await claire.emojis():
        addresses.add(emoji.url)
    assert len(addresses) > 60 + len(EMOJI_NAMES)
    for address in addresses:
        media = await claire.media(address, 2_000_000)
        assert media.mime == "image/png"
        assert media.body.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "url",
    [
        "https://elsewhere.example/media/avatars/1.png",
        "https://demo.example/media/avatars/999.png",
        "https://demo.example/media/pictures/hills-x-99999x10.png",
        "https://demo.example/media/pictures/nothing-x-100x100.png",
        "https://demo.example/media/emoji/none.png",
        "https://demo.example/media/uploads/u1",
    ],
)
def test_what_is_not_there_is_not_found(world: DemoWorld, url: str) -> None:
    with pytest.raises(NotFound):
        draw(world.facts, url)


async def test_too_large_a_picture_is_refused(claire: DemoAdapter) -> None:
    with pytest.raises(Rejected):
        await claire.media("https://demo.example/media/avatars/1.png", 100)
