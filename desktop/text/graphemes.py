"""User-perceived characters, and offsets in the three units that networks and Qt count in.

A Python index is a code point; Qt and X count UTF-16 units; Bluesky counts UTF-8 bytes.
Grapheme clusters are those of Unicode Annex 29 (extended).
"""

from __future__ import annotations

import re
from functools import lru_cache

import regex

from desktop.text.grapheme_data import JOINERS

PREPENDED = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\U000110bd\U000110cd"
    "\U000111c2\U000111c3\U000113d1\U0001193f\U00011941\U00011a3a\U00011a84\U00011a85\U00011a86"
    "\U00011a87\U00011a88\U00011a89\U00011d46\U00011f02"
)
"""What joins the character after it, be it a space."""
_CLUSTER = regex.compile(r"\X")


@lru_cache(maxsize=64)
def _clumps(joiners: frozenset[str]) -> re.Pattern[str]:
    """Finds what may be fewer graphemes than code points: every rule of Annex 29 that joins
    needs a joiner on one side, so between two other code points there is always a border.

    A pattern made for the few joiners of one text is ten times faster than one for all.
    """
    some = "".join(map(re.escape, sorted(joiners)))
    return re.compile(f"(?s)[^{some}]?[{some}]+(?:[^{some}]?[{some}]+)*[^{some}]?")


def grapheme_count(text: str) -> int:
    """How many characters a reader sees."""
    if text.isascii():
        return len(text) - text.count("\r\n")
    joiners = JOINERS.intersection(text)
    if not joiners:
        return len(text)
    clumps: list[str] = _clumps(joiners).findall(text)
    return len(text) - sum(map(len, clumps)) + sum(len(_CLUSTER.findall(c)) for c in clumps)


def graphemes(text: str) -> list[str]:
    """The text cut into user-perceived characters."""
    clusters: list[str] = _CLUSTER.findall(text)
    return clusters


def grapheme_index(text: str, count: int) -> int:
    """The code point index at which the grapheme number `count` begins (len(text) past the end)."""
    if count <= 0:
        return 0
    if text.isascii() and "\r\n" not in text:
        return min(count, len(text))
    for number, cluster in enumerate(_CLUSTER.finditer(text)):
        if number == count:
            return int(cluster.start())
    return len(text)


def grapheme_start(text: str, index: int) -> int:
    """The start of the grapheme that the code point at `index` is part of."""
    if index >= len(text) or index <= 0:
        return max(0, min(index, len(text)))
    if text.isascii():
        inside = text[index] == "\n" and text[index - 1] == "\r"
        return index - 1 if inside else index
    for cluster in _CLUSTER.finditer(text):
        if cluster.end() > index:
            return int(cluster.start())
    return len(text)


def utf16_length(text: str) -> int:
    """Length in UTF-16 units, as Qt and X count."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf8_length(text: str) -> int:
    """Length in UTF-8 bytes. A lone surrogate counts 3, as in JavaScript's TextEncoder."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-8", "surrogatepass"))


def to_utf16(text: str, index: int) -> int:
    """The UTF-16 offset of the code point `index`."""
    return utf16_length(text[:index])


def from_utf16(text: str, offset: int) -> int:
    """The code point index of a UTF-16 offset; one inside a pair gives the pair's start."""
    if offset <= 0:
        return 0
    if text.isascii():
        return min(offset, len(text))
    units = text.encode("utf-16-le", "surrogatepass")[: offset * 2]
    return len(units.decode("utf-16-le", "ignore"))


def to_utf8(text: str, index: int) -> int:
    """The UTF-8 offset of the code point `index`."""
    return utf8_length(text[:index])


def from_utf8(text: str, offset: int) -> int:
    """The code point index of a UTF-8 offset; one inside a character gives its start."""
    if offset <= 0:
        return 0
    if text.isascii():
        return min(offset, len(text))
    return len(text.encode("utf-8", "replace")[:offset].decode("utf-8", "ignore"))
