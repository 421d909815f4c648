"""Telling what kind of file was fetched."""

from __future__ import annotations

from desktop.domain.errors import Rejected
from desktop.networks.answers import Response
from desktop.networks.base import Media

_KINDS = ("image/", "video/", "audio/")
_UNTOLD = frozenset({"", "application/octet-stream", "binary/octet-stream"})
_STARTS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"BM", "image/bmp"),
)


def checked(answer: Response) -> Media:
    """The file, if it is a picture, a film or a sound. Raises Rejected."""
    mime = answer.mime
    if mime in _UNTOLD:
        mime = sniffed(answer.body)
    if not mime.startswith(_KINDS):
        raise Rejected("not a picture, a film or a sound", 415)
    return Media(answer.body, mime)


def sniffed(body: bytes) -> str:
    """The type by the first bytes; empty where it is none of those we show."""
    for start, mime in _STARTS:
        if body.startswith(start):
            return mime
    if body[:4] == b"RIFF" and body[8:12] == b"WEBP":
        return "image/webp"
    if body[4:8] == b"ftyp":
        return "image/avif" if body[8:12] in (b"avif", b"avis") else "video/mp4"
    return ""
