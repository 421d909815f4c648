"""Bluesky's rich text: facets found in composed text, and edits that keep them in place.

Offsets are UTF-8 bytes, end exclusive, as the network stores them. A mention's value is the
handle: whoever sends must resolve it to a DID and drop the facet where that fails.

Source: bluesky-social/atproto, packages/api/src/rich-text.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

import regex
from msgspec import Struct
from msgspec.structs import replace

from desktop.text.characters import JS_SPACE
from desktop.text.graphemes import grapheme_count, utf8_length
from desktop.text.tlds import TLDS

MAX_TAG_GRAPHEMES = 64
MAX_TAG_BYTES = 640

_INVISIBLE = r"\u00ad\u2060\u200a-\u200d\u20e2"
_WORD_BORDER = r"(?:(?<=[A-Za-z0-9_])(?![A-Za-z0-9_])|(?<![A-Za-z0-9_])(?=[A-Za-z0-9_]))"
_MENTION = regex.compile(rf"(?:^|[{JS_SPACE}(])@(?P<handle>[a-zA-Z0-9.\-]+){_WORD_BORDER}")
_LINK = regex.compile(
    rf"(?m)(?:^|[{JS_SPACE}(])"
    rf"(?P<link>[hH][tT][tT][pP][sS]?://[^{JS_SPACE}]+"
    rf"|(?P<domain>[a-zA-Z][a-zA-Z0-9]*(?:\.[a-zA-Z0-9]+)+)[^{JS_SPACE}]*)"
)
_TAG = regex.compile(
    rf"(?:^|[{JS_SPACE}])(?P<tag>[#＃](?!\ufe0f)[^{JS_SPACE}{_INVISIBLE}]*"
    rf"[^0-9{JS_SPACE}\p{{P}}{_INVISIBLE}]+[^{JS_SPACE}{_INVISIBLE}]*)"
)
_TRAILING_PUNCTUATION = regex.compile(r"\p{P}+$")
_CASHTAG = regex.compile(
    rf"(?:^|[{JS_SPACE}(])(?P<tag>\$[A-Za-z][A-Za-z0-9]{{0,4}})"
    rf"(?=[{JS_SPACE}]|$|[.,;:!?)\"'\u2019])"
)
_EXCESS_LINES = regex.compile(rf"[\r\n](?:[\u00ad\u2060\u200d\u200c\u200b{JS_SPACE}]*[\r\n]){{2,}}")


class FacetKind(StrEnum):
    MENTION = "mention"
    LINK = "link"
    TAG = "tag"


class Facet(Struct, frozen=True):
    """`value`: the handle without @, the address, or the tag without # (a cashtag with $)."""

    start: int
    end: int
    kind: FacetKind
    value: str


class Segment(NamedTuple):
    text: str
    facet: Facet | None = None


class _Bytes:
    """Code point indexes, asked in rising order or not, as UTF-8 offsets."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._is_ascii = text.isascii()
        self._index = 0
        self._offset = 0

    def __call__(self, index: int) -> int:
        if self._is_ascii:
            return index
        if index < self._index:
            self._index = self._offset = 0
        self._offset += utf8_length(self._text[self._index : index])
        self._index = index
        return self._offset


def detect_facets(text: str) -> tuple[Facet, ...]:
    """Mentions, links, tags and cashtags, by their place; those that overlap are all kept."""
    found = [*_mentions(text), *_links(text), *_tags(text), *_cashtags(text)]
    found.sort(key=lambda item: item[0])
    offset = _Bytes(text)
    return tuple(
        Facet(offset(start), offset(end), kind, value) for start, end, kind, value in found
    )


def _is_domain(name: str) -> bool:
    _, dot, top = name.rpartition(".")
    return bool(dot) and top in TLDS


def _mentions(text: str) -> list[tuple[int, int, FacetKind, str]]:
    if "@" not in text:
        return []
    return [
        (match.start("handle") - 1, match.end("handle"), FacetKind.MENTION, match["handle"])
        for match in _MENTION.finditer(text)
        if _is_domain(match["handle"]) or match["handle"].endswith(".test")
    ]


def _links(text: str) -> list[tuple[int, int, FacetKind, str]]:
    if "." not in text and "://" not in text:
        return []
    found = []
    for match in _LINK.finditer(text):
        address = match["link"]
        start, end = match.span("link")
        if not address.startswith("http"):
            if not match["domain"] or not _is_domain(match["domain"]):
                continue
            address = f"https://{address}"
        if address[-1] in ".,;:!?":
            address = address[:-1]
            end -= 1
        if address.endswith(")") and "(" not in address:
            address = address[:-1]
            end -= 1
        found.append((start, end, FacetKind.LINK, address))
    return found


def _tags(text: str) -> list[tuple[int, int, FacetKind, str]]:
    if "#" not in text and "＃" not in text:
        return []
    found = []
    for match in _TAG.finditer(text):
        tag = _TRAILING_PUNCTUATION.sub("", match["tag"][1:])
        if tag and grapheme_count(tag) <= MAX_TAG_GRAPHEMES and utf8_length(tag) <= MAX_TAG_BYTES:
            start = match.start("tag")
            found.append((start, start + 1 + len(tag), FacetKind.TAG, tag))
    return found


def _cashtags(text: str) -> list[tuple[int, int, FacetKind, str]]:
    if "$" not in text:
        return []
    return [
        (match.start("tag"), match.end("tag"), FacetKind.TAG, match["tag"].upper())
        for match in _CASHTAG.finditer(text)
    ]


def segments(text: str, facets: tuple[Facet, ...]) -> list[Segment]:
    """The text cut at its facets; of two that overlap the later one is ignored, as are those
    that lie outside or hold nothing but space."""
    data = text.encode("utf-8", "surrogatepass")
    parts: list[Segment] = []
    cursor = 0
    for facet in sorted((f for f in facets if f.start <= f.end), key=lambda f: f.start):
        if facet.start < cursor or facet.start > len(data):
            continue
        if facet.start > cursor:
            parts.append(Segment(_decoded(data[cursor : facet.start])))
        inside = _decoded(data[facet.start : facet.end])
        if inside:
            parts.append(Segment(inside, facet if inside.strip() else None))
        cursor = max(cursor, min(facet.end, len(data)))
    if cursor < len(data) or not parts:
        parts.append(Segment(_decoded(data[cursor:])))
    return parts


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def insert(
    text: str, facets: tuple[Facet, ...], at: int, added: str
) -> tuple[str, tuple[Facet, ...]]:
    """Put `added` in at a byte offset; facets after it move, one around it grows."""
    data = text.encode("utf-8", "surrogatepass")
    size = utf8_length(added)
    moved = []
    for facet in facets:
        if at <= facet.start:
            facet = replace(facet, start=facet.start + size, end=facet.end + size)
        elif at < facet.end:
            facet = replace(facet, end=facet.end + size)
        moved.append(facet)
    return _decoded(data[:at]) + added + _decoded(data[at:]), tuple(moved)


def delete(
    text: str, facets: tuple[Facet, ...], start: int, end: int
) -> tuple[str, tuple[Facet, ...]]:
    """Take the bytes from `start` to `end` out; facets shrink, move, or go with them."""
    data = text.encode("utf-8", "surrogatepass")
    size = end - start

    def place(offset: int) -> int:
        return offset if offset <= start else max(start, offset - size)

    moved = (replace(facet, start=place(facet.start), end=place(facet.end)) for facet in facets)
    kept = tuple(facet for facet in moved if facet.start < facet.end)
    return _decoded(data[:start]) + _decoded(data[end:]), kept


def clean_newlines(text: str, facets: tuple[Facet, ...] = ()) -> tuple[str, tuple[Facet, ...]]:
    """Three and more line ends in a row, blank lines between them or not, become two."""
    runs = [match.span() for match in _EXCESS_LINES.finditer(text)]
    if not runs:
        return text, facets
    offset = _Bytes(text)
    places = [(offset(start), offset(end)) for start, end in runs]
    for start, end in reversed(places):
        text, facets = delete(text, facets, start, end)
        text, facets = insert(text, facets, start, "\n\n")
    return text, facets


def are_apart(facets: tuple[Facet, ...]) -> bool:
    """Whether no two facets overlap, as the network wants them."""
    ordered = sorted(facets, key=lambda facet: facet.start)
    return all(before.end <= after.start for before, after in pairwise(ordered))
