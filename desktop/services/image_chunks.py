"""PNG, WebP and GIF without what they should not tell.

W3C PNG third edition; Google's WebP container; GIF89a.
"""

from __future__ import annotations

import struct
import zlib

from desktop.services.image_facts import (
    BrokenImage,
    ImageFacts,
    exif_orientation,
    exif_that_says_only,
)

_PNG_DROPPED = frozenset({b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME", b"dSIG", b"caBX"})


def clean_png(content: bytes) -> tuple[bytes, ImageFacts]:
    kept = [content[:8]]
    at = 8
    width = height = 0
    orientation = 1
    while at < len(content):
        length, name = struct.unpack_from(">L4s", content, at)
        end = at + 12 + length
        if end > len(content):
            raise BrokenImage("chunk too long")
        if name == b"IHDR":
            width, height = struct.unpack_from(">LL", content, at + 8)
        if name == b"eXIf":
            orientation = exif_orientation(content[at + 8 : end - 4]) or 1
        # Private ancillary chunks are dropped too: nobody knows what they tell.
        is_private = bool(name[0] & 0x20) and bool(name[1] & 0x20)
        if name not in _PNG_DROPPED and not is_private:
            kept.append(content[at:end])
        at = end
        if name == b"IEND":
            break
    else:
        raise BrokenImage("no end")
    if not width or not height:
        raise BrokenImage("no size")
    if orientation != 1:
        body = b"eXIf" + exif_that_says_only(orientation)
        kept.insert(
            2, struct.pack(">L", len(body) - 4) + body + struct.pack(">L", zlib.crc32(body))
        )
        if orientation >= 5:
            width, height = height, width
    return b"".join(kept), ImageFacts("image/png", width, height)


def clean_webp(content: bytes) -> tuple[bytes, ImageFacts]:
    kept: list[bytes] = []
    width = height = 0
    orientation = 1
    end_of_file = min(len(content), 8 + struct.unpack_from("<L", content, 4)[0])
    at = 12
    while at + 8 <= end_of_file:
        name, length = struct.unpack_from("<4sL", content, at)
        end = at + 8 + length + (length & 1)
        if at + 8 + length > end_of_file:
            raise BrokenImage("chunk too long")
        body = content[at + 8 : at + 8 + length]
        if name == b"EXIF":
            orientation = exif_orientation(body.removeprefix(b"Exif\x00\x00")) or 1
        elif name in (b"VP8X", b"VP8 ", b"VP8L") and not width:
            width, height = _webp_size(name, body)
        if name in _WEBP_KEPT:
            kept.append(content[at : min(end, end_of_file)])
        at = end
    if not width or not height:
        raise BrokenImage("no size")
    has_extended = bool(kept) and kept[0][:4] == b"VP8X"
    if has_extended:
        flags = kept[0][8] & ~0x0C
        kept[0] = kept[0][:8] + bytes([flags | (0x08 if orientation != 1 else 0)]) + kept[0][9:]
        if orientation != 1:
            body = exif_that_says_only(orientation)
            kept.append(b"EXIF" + struct.pack("<L", len(body)) + body)
            if orientation >= 5:
                width, height = height, width
    joined = b"WEBP" + b"".join(kept)
    content = b"RIFF" + struct.pack("<L", len(joined)) + joined
    return content, ImageFacts("image/webp", width, height)


_WEBP_KEPT = frozenset({b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})


def _webp_size(name: bytes, body: bytes) -> tuple[int, int]:
    if name == b"VP8X":
        return 1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:10], "little")
    if name == b"VP8L":
        bits = int.from_bytes(body[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if body[3:6] != b"\x9d\x01\x2a":
        return 0, 0
    width, height = struct.unpack_from("<HH", body, 6)
    return width & 0x3FFF, height & 0x3FFF


_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def clean_gif(content: bytes) -> tuple[bytes, ImageFacts]:
    width, height = struct.unpack_from("<HH", content, 6)
    at = 13 + _gif_table(content[10])
    kept = [content[:at]]
    while content[at] != 0x3B:
        start = at
        may_stay = True
        if content[at] == 0x21:
            label = content[at + 1]
            # Comments and plain text go; of the applications only the loop's stays.
            is_loop = label == 0xFF and content[at + 3 : at + 14] in _LOOPS
            may_stay = label == 0xF9 or is_loop
            at = _gif_blocks(content, at + 2)
        elif content[at] == 0x2C:
            at = _gif_blocks(content, at + 11 + _gif_table(content[at + 9]))
        else:
            raise BrokenImage("no block")
        if may_stay:
            kept.append(content[start:at])
    if not width or not height:
        raise BrokenImage("no size")
    return b"".join([*kept, b";"]), ImageFacts("image/gif", width, height)


def _gif_table(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _gif_blocks(content: bytes, at: int) -> int:
    """Behind the sub-blocks that begin at `at`."""
    while content[at]:
        at += 1 + content[at]
        if at >= len(content):
            raise BrokenImage("cut off")
    return at + 1
