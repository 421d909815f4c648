"""A long text in pieces whose counts are remembered, so that one more letter costs one sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from desktop.text.graphemes import (
    PREPENDED,
    grapheme_count,
    grapheme_index,
    grapheme_start,
)

WORD = re.compile(r"[ \n]?[^ \n]+|[ \n]")
"""A word with the space before it. No address, mention or emoji reaches over such a space, and
what stands before one is the same in the whole and in the part."""
_LONG = 400
"""Code points above which a piece is cut further."""


@lru_cache(maxsize=8)
def pieces(text: str) -> tuple[str, ...]:
    """The text cut before spaces and line ends, by what stands there and not by length: one more
    letter changes one piece."""
    pieces = _cut_before(text, "\n", "")
    for before in _ENDS:
        if all(len(piece) <= _LONG for piece in pieces):
            break
        pieces = [
            part
            for piece in pieces
            for part in ((piece,) if len(piece) <= _LONG else _cut_before(piece, " ", before))
        ]
    return tuple(pieces)


_ENDS = (*".,;?!:esantrioduy", "")
"""Where a piece that is too long is cut: after these, before a space. At last between all words."""


def _cut_before(text: str, space: str, before: str) -> list[str]:
    first, *rest = text.split(before + space)
    if not rest:
        return [text]
    last = rest.pop()
    found = [first + before, *(space + part + before for part in rest), space + last]
    return [part for part in found if part]


@lru_cache(maxsize=8)
def grapheme_sum(text: str) -> int:
    """As `grapheme_count`."""
    if text.isascii():
        return grapheme_count(text)
    counts = [graphemes_of_piece(piece) for piece in pieces(text)]
    return grapheme_count(text) if -1 in counts else sum(counts)


@lru_cache(maxsize=8192)
def graphemes_of_piece(piece: str) -> int:
    """-1: it has what may join the space that parts it from another piece."""
    return -1 if _joins_spaces(piece) else grapheme_count(piece)


def _joins_spaces(text: str) -> bool:
    return "\r" in text or not PREPENDED.isdisjoint(text)


def grapheme_index_of(text: str, index: int) -> int:
    """As `grapheme_index`, by the remembered counts."""
    if index <= 0 or text.isascii():
        return grapheme_index(text, index)
    position = 0
    for piece in pieces(text):
        length = graphemes_of_piece(piece)
        if length < 0:
            return grapheme_index(text, index + grapheme_sum(text[:position]))
        if length > index:
            return position + grapheme_index(piece, index)
        index -= length
        position += len(piece)
    return position


def grapheme_start_of(text: str, index: int) -> int:
    """As `grapheme_start`, looking at one piece only."""
    position = 0
    for piece in pieces(text):
        if graphemes_of_piece(piece) < 0:
            return grapheme_start(text, index)
        if index < position + len(piece):
            return position + grapheme_start(piece, index - position)
        position += len(piece)
    return position
