"""Pictures as files: what they are, how large, and without what they should not tell.

No decoding, and no Qt: only the containers are read.
"""

from __future__ import annotations

import struct

from desktop.services.image_chunks import clean_gif, clean_png, clean_webp
from desktop.services.image_facts import BrokenImage, ImageFacts
from desktop.services.image_jpeg import clean_jpeg

__all__ = ["BrokenImage", "ImageFacts", "clean", "sniff"]


def sniff(content: bytes) -> str:
    """The type that the first bytes show, whatever the name says; empty: none that we know."""
    head = content[:32]
    for magic, mime in _MAGIC:
        if head.startswith(magic):
            return mime
    if head[:4] == b"RIFF" and head[8:12] in _RIFF:
        return _RIFF[head[8:12]]
    if head[4:8] == b"ftyp":
        return _FTYP.get(head[8:12], "video/mp4")
    if head[:2] in (b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"\xff\xfa"):
        return "audio/mpeg"
    if head[:2] in (b"\xff\xf1", b"\xff\xf9"):
        return "audio/aac"
    return ""


def clean(content: bytes) -> tuple[bytes, ImageFacts]:
    """The picture without places, times, devices, names and comments, and its facts.

    Colour profiles stay, and so does the orientation, so that it looks the same. Raises
    BrokenImage; for types other than JPEG, PNG, GIF and WebP it has nothing to say but that.
    """
    try:
        match sniff(content):
            case "image/jpeg":
                return clean_jpeg(content)
            case "image/png":
                return clean_png(content)
            case "image/gif":
                return clean_gif(content)
            case "image/webp":
                return clean_webp(content)
    except (IndexError, struct.error):
        raise BrokenImage("cut off") from None
    raise BrokenImage("no picture that we know")


_MAGIC = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"ID3", "audio/mpeg"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\xff\x0a", "image/jxl"),
    (b"\x00\x00\x00\x0cJXL ", "image/jxl"),
)
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
_FTYP = {
    b"avif": "image/avif", b"avis": "image/avif", b"heic": "image/heic", b"heix": "image/heic",
    b"mif1": "image/heic", b"msf1": "image/heic", b"M4A ": "audio/mp4", b"M4B ": "audio/mp4",
    b"qt  ": "video/quicktime",
}  # fmt: skip
