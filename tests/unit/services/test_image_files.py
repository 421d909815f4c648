"""Real pictures, made by Qt, with something to hide put into them."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageReader

from desktop.services.image_files import BrokenImage, ImageFacts, clean, sniff

SECRET = b"48.8584N 2.2945E"
WIDTH, HEIGHT = 48, 24


def a_picture(kind: str) -> bytes:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("#204060"))
    for x in range(WIDTH // 2):
        for y in range(HEIGHT // 2):
            image.setPixelColor(x, y, QColor((x * 11) % 256, (y * 23) % 256, 40))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def decoded(content: bytes) -> QImage:
    """As a viewer shows it: turned by its orientation."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    image = reader.read()
    assert not image.isNull(), reader.errorString()
    return image.convertToFormat(QImage.Format.Format_RGB32)


def exif(orientation: int, order: str = "<") -> bytes:
    """Two entries, orientation and a description, with a place in it."""
    mark = b"II" if order == "<" else b"MM"
    return (
        struct.pack(order + "2sHLH", mark, 42, 8, 2)
        + struct.pack(order + "HHLHH", 0x0112, 3, 1, orientation, 0)
        + struct.pack(order + "HHLL", 0x010E, 2, len(SECRET), 38)
        + struct.pack(order + "L", 0)
        + SECRET
    )


def segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def jpeg(orientation: int = 1, order: str = "<") -> bytes:
    plain = a_picture("JPEG")
    return (
        plain[:2]
        + segment(0xE1, b"Exif\x00\x00" + exif(orientation, order))
        + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\x00<x>" + SECRET + b"</x>")
        + segment(0xED, b"Photoshop 3.0\x008BIM" + SECRET)
        + segment(0xE2, b"ICC_PROFILE\x00\x01\x01" + b"a colour profile")
        + segment(0xE2, b"MPF\x00" + SECRET)
        + segment(0xFE, b"taken at " + SECRET)
        + plain[2:]
        + b"\xff\xd8 a preview behind the end "
        + SECRET
    )


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">L", len(body)) + name + body + struct.pack(">L", zlib.crc32(name + body))


def png(orientation: int = 1) -> bytes:
    plain = a_picture("PNG")
    return (
        plain[:33]
        + chunk(b"gAMA", struct.pack(">L", 45455))
        + chunk(b"eXIf", exif(orientation))
        + chunk(b"tEXt", b"Comment\x00" + SECRET)
        + chunk(b"iTXt", b"XML:com.adobe.xmp\x00\x00\x00\x00\x00" + SECRET)
        + chunk(b"zTXt", b"C\x00\x00" + zlib.compress(SECRET))
        + chunk(b"tIME", b"\x07\xe0\x01\x01\x00\x00\x00")
        + chunk(b"prVt", SECRET)
        + plain[33:]
        + b"behind the end "
        + SECRET
    )


def webp_chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<L", len(body)) + body + b"\x00" * (len(body) & 1)


def webp(orientation: int = 1) -> bytes:
    """A simple lossless picture of 2x1, in the extended form with Exif and XMP."""
    # From the specification's own example of VP8L; never decoded here.
    lossless = b"\x2f" + struct.pack("<L", (WIDTH - 1) | (HEIGHT - 1) << 14) + b"\x00" * 7
    extended = bytes([0x0C, 0, 0, 0]) + (WIDTH - 1).to_bytes(3, "little")
    extended += (HEIGHT - 1).to_bytes(3, "little")
    body = (
        b"WEBP"
        + webp_chunk(b"VP8X", extended)
        + webp_chunk(b"VP8L", lossless)
        + webp_chunk(b"EXIF", exif(orientation))
        + webp_chunk(b"XMP ", b"<x>" + SECRET + b"</x>")
        + webp_chunk(b"PRIV", SECRET)
    )
    return b"RIFF" + struct.pack("<L", len(body)) + body


def gif() -> bytes:
    frame = b",\x00\x00\x00\x00" + struct.pack("<HHB", 1, 1, 0) + b"\x02\x02\x44\x01\x00"
    return (
        b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + b"\xff\x00\x00\x00\x00\xff"
        + b"!\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"
        + b"!\xfe" + bytes([len(SECRET)]) + SECRET + b"\x00"
        + b"!\xff\x0bXMP DataXMP" + bytes([len(SECRET)]) + SECRET + b"\x00"
        + b"!\xf9\x04\x00\x0a\x00\x00\x00" + frame
        + b"!\xf9\x04\x00\x0a\x00\x00\x00" + frame
        + b";" + SECRET
    )  # fmt: skip


MAKERS: dict[str, Callable[[], bytes]] = {
    "image/jpeg": jpeg,
    "image/png": png,
    "image/webp": webp,
    "image/gif": gif,
}


@pytest.mark.parametrize("mime", MAKERS)
def test_nothing_private_is_left(mime: str) -> None:
    content = MAKERS[mime]()
    assert SECRET in content
    cleaned, facts = clean(content)
    assert SECRET not in cleaned
    assert zlib.compress(SECRET) not in cleaned
    assert sniff(cleaned) == facts.mime == mime
    assert clean(cleaned) == (cleaned, facts)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("order", ["<", ">"])
def test_a_jpeg_looks_the_same(orientation: int, order: str) -> None:
    before = jpeg(orientation, order)
    cleaned, facts = clean(before)
    assert decoded(cleaned) == decoded(before)
    size = (HEIGHT, WIDTH) if orientation >= 5 else (WIDTH, HEIGHT)
    assert (facts.width, facts.height) == size
    assert decoded(cleaned).size().toTuple() == size
    assert b"ICC_PROFILE" in cleaned


@pytest.mark.parametrize("orientation", [1, 6])
def test_a_png_looks_the_same(orientation: int) -> None:
    before = png(orientation)
    cleaned, facts = clean(before)
    assert QImage.fromData(cleaned) == QImage.fromData(before)
    assert QImage.fromData(cleaned).size().toTuple() == (WIDTH, HEIGHT)
    assert b"gAMA" in cleaned
    assert (b"eXIf" in cleaned) == (orientation == 6)
    assert facts.width == (HEIGHT if orientation == 6 else WIDTH)


def test_a_gif_goes_on_moving() -> None:
    cleaned, facts = clean(gif())
    assert cleaned.count(b"!\xf9\x04") == 2
    assert b"NETSCAPE2.0" in cleaned
    assert facts == ImageFacts("image/gif", 1, 1)
    assert decoded(cleaned).pixelColor(0, 0) == decoded(gif()).pixelColor(0, 0)


@pytest.mark.parametrize("orientation", [1, 8])
def test_a_webp_keeps_its_size_and_flags(orientation: int) -> None:
    cleaned, facts = clean(webp(orientation))
    assert facts.width == (HEIGHT if orientation == 8 else WIDTH)
    assert struct.unpack_from("<L", cleaned, 4)[0] == len(cleaned) - 8
    assert cleaned[20] == (0x08 if orientation == 8 else 0)
    assert (b"EXIF" in cleaned) == (orientation == 8)


@pytest.mark.parametrize(
    ("head", "mime"),
    [
        (b"\x00\x00\x00\x20ftypavif", "image/avif"),
        (b"\x00\x00\x00\x20ftypisom", "video/mp4"),
        (b"RIFF\x00\x00\x00\x00WAVE", "audio/wav"),
        (b"\x1aE\xdf\xa3", "video/webm"),
        (b"<html><body>", ""),
        (b"<svg xmlns=", ""),
        (b"MZ\x90", ""),
        (b"", ""),
    ],
)
def test_types_are_seen_in_the_content(head: bytes, mime: str) -> None:
    assert sniff(head) == mime


@pytest.mark.parametrize("mime", MAKERS)
def test_what_is_cut_off_is_refused_or_shown_as_far_as_it_goes(mime: str) -> None:
    content = MAKERS[mime]()
    for end in range(len(content)):
        try:
            cleaned, _ = clean(content[:end])
        except BrokenImage:
            continue
        assert SECRET not in cleaned


@given(st.sampled_from(sorted(MAKERS)), st.integers(0, 400), st.binary(min_size=1, max_size=8))
def test_no_damage_makes_it_crash(mime: str, at: int, damage: bytes) -> None:
    content = MAKERS[mime]()
    content = content[:at] + damage + content[at + len(damage) :]
    try:
        cleaned, facts = clean(content)
    except BrokenImage:
        return
    assert cleaned
    assert facts.width > 0
