"""Writes PNG pictures with nothing but zlib (PNG Specification, third edition, W3C)."""

from __future__ import annotations

import struct
import zlib

MIME = "image/png"
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_TRUECOLOUR = 2


def _chunk(name: bytes, body: bytes) -> bytes:
    checksum = zlib.crc32(name + body)
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", checksum)


def encode(width: int, height: int, pixels: bytes) -> bytes:
    """A picture of 8-bit RGB `pixels`, row by row from the top, three bytes a pixel.

    Raises ValueError where the number of bytes does not fit the size.
    """
    stride = width * 3
    if width < 1 or height < 1 or len(pixels) != stride * height:
        raise ValueError(f"{len(pixels)} bytes for {width} x {height} pixels")
    rows = bytearray()
    for y in range(height):
        rows.append(0)  # filter type: none
        rows += pixels[y * stride : (y + 1) * stride]
    header = struct.pack(">IIBBBBB", width, height, 8, _TRUECOLOUR, 0, 0, 0)
    return (
        _SIGNATURE
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", zlib.compress(bytes(rows), 3))
        + _chunk(b"IEND", b"")
    )
