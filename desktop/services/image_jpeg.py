"""JPEG without what it should not tell (ITU T.81 annex B)."""

from __future__ import annotations

import struct

from desktop.services.image_facts import (
    BrokenImage,
    ImageFacts,
    exif_orientation,
    exif_that_says_only,
)

_STANDALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_SIZES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


def clean_jpeg(content: bytes) -> tuple[bytes, ImageFacts]:
    kept = [b"\xff\xd8"]
    width = height = 0
    orientation = 1
    tail = 2
    for marker, start, end in _jpeg_segments(content):
        segment = content[start:end]
        tail = end
        if marker in _SIZES:
            height, width = struct.unpack_from(">HH", segment, 5)
        if marker == 0xE1 and segment[4:10] == b"Exif\x00\x00":
            orientation = exif_orientation(segment[10:]) or orientation
        if _may_stay_in_jpeg(marker, segment):
            kept.append(segment)
        if marker == 0xDA:
            break
    if not width or not height:
        raise BrokenImage("no size")
    if orientation != 1:
        at = 2 if len(kept) > 1 and kept[1][1] == 0xE0 else 1
        kept.insert(at, _exif_segment(orientation))
    kept.append(_jpeg_scans(content, tail))
    if orientation in (5, 6, 7, 8):
        width, height = height, width
    return b"".join(kept), ImageFacts("image/jpeg", width, height)


def _jpeg_segments(content: bytes) -> list[tuple[int, int, int]]:
    """Marker, start and end of each segment up to the first scan's header."""
    found: list[tuple[int, int, int]] = []
    at = 2
    while True:
        start = at
        if content[at] != 0xFF:
            raise BrokenImage("no marker")
        while content[at] == 0xFF:
            at += 1
        marker = content[at]
        at += 1
        if marker == 0xD9:
            return found
        if marker in _STANDALONE:
            continue
        length = struct.unpack_from(">H", content, at)[0]
        if length < 2 or at + length > len(content):
            raise BrokenImage("segment too long")
        # Filling bytes before the marker are left behind.
        found.append((marker, max(start, at - 2), at + length))
        at += length
        if marker == 0xDA:
            return found


def _may_stay_in_jpeg(marker: int, segment: bytes) -> bool:
    """Of the application's segments only what the decoder needs: JFIF, ICC and Adobe's."""
    if marker == 0xFE:
        return False
    if marker == 0xE0:
        return segment[4:9] == b"JFIF\x00"
    if marker == 0xE2:
        return segment[4:16] == b"ICC_PROFILE\x00"
    if marker == 0xEE:
        return segment[4:9] == b"Adobe"
    return not 0xE0 <= marker <= 0xEF


def _jpeg_scans(content: bytes, start: int) -> bytes:
    """The scans up to the picture's end: not the preview or film that may be hung behind it.

    Between the scans of a progressive picture only tables and scans stay.
    """
    kept: list[bytes] = []
    begin = at = start
    while True:
        mark = content.find(b"\xff", at)
        if mark < 0 or mark + 1 >= len(content):
            # Cut off: shown as far as it goes.
            return b"".join([*kept, content[begin : mark if mark >= 0 else None], b"\xff\xd9"])
        marker = content[mark + 1]
        if marker == 0xD9:
            return b"".join([*kept, content[begin : mark + 2]])
        if marker == 0xFF:
            at = mark + 1
        elif marker == 0x00 or marker in _STANDALONE:
            at = mark + 2
        else:
            at = mark + 2 + struct.unpack_from(">H", content, mark + 2)[0]
            if not _may_stay_in_jpeg(marker, content[mark:at]):
                kept.append(content[begin:mark])
                begin = at


def _exif_segment(orientation: int) -> bytes:
    body = b"Exif\x00\x00" + exif_that_says_only(orientation)
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
