"""What is known of a picture without decoding it, and which way up it is (Exif 2.32)."""

from __future__ import annotations

import struct

from msgspec import Struct

from desktop.domain.errors import VoliereError


class BrokenImage(VoliereError):
    """It begins like a picture, but its parts make no sense."""


class ImageFacts(Struct, frozen=True):
    """Pixels as the picture is shown: turned by its orientation."""

    mime: str
    width: int
    height: int


_ORIENTATION = 0x0112


def exif_orientation(tiff: bytes) -> int:
    """1 to 8 as Exif says it, 0 where it does not."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return 0
    try:
        at = struct.unpack_from(order + "L", tiff, 4)[0]
        count = struct.unpack_from(order + "H", tiff, at)[0]
        for number in range(count):
            tag, _, _, value = struct.unpack_from(order + "HHLH", tiff, at + 2 + 12 * number)
            if tag == _ORIENTATION:
                return int(value) if 1 <= value <= 8 else 0
    except struct.error:
        pass
    return 0


def exif_that_says_only(orientation: int) -> bytes:
    """A TIFF body that says nothing but how the picture is turned."""
    return struct.pack(">2sHLHHHLHHL", b"MM", 42, 8, 1, _ORIENTATION, 3, 1, orientation, 0, 0)
