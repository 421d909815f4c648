"""How X weighs a text: addresses 23, emoji 2, Latin and its like 1, all else 2 (config v3)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from desktop.text.characters import INVALID
from desktop.text.emoji import find_emoji
from desktop.text.graphemes import graphemes as cut
from desktop.text.pieces import WORD, pieces
from desktop.text.urls import find_urls

X_URL_LENGTH = 23

_HEAVY = re.compile("[^\x00-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]+")
INVALID_FOR_X = re.compile(f"[{INVALID}]")


def _weight(text: str) -> int:
    """Of plain characters: 1 for Latin and its like, 2 for the others."""
    if text.isascii():
        return len(text)
    return 2 * len(text) - len(_HEAVY.sub("", text))


def _weighted_spans(text: str) -> list[tuple[int, int, int]]:
    """Start, end and weight of addresses and emoji in a normalised text."""
    spans = [(span.start, span.end, X_URL_LENGTH) for span in find_urls(text)]
    done = 0
    ends = [span[1] for span in spans]
    starts = [span[0] for span in spans]
    for start, end in find_emoji(text):
        while done < len(ends) and ends[done] <= start:
            done += 1
        if done == len(ends) or start < starts[done]:
            spans.append((start, end, 2))
    spans.sort()
    return spans


@lru_cache(maxsize=8192)
def _weight_of_word(word: str) -> int:
    word = unicodedata.normalize("NFC", word)
    total = 0
    done = 0
    for start, end, weight in _weighted_spans(word):
        if start < done:
            continue
        total += _weight(word[done:start]) + weight
        done = end
    return total + _weight(word[done:])


@lru_cache(maxsize=8192)
def weight_of_piece(piece: str) -> tuple[int, bool]:
    """And whether X takes all its characters."""
    weight = sum(map(_weight_of_word, WORD.findall(piece)))
    return weight, INVALID_FOR_X.search(piece) is None


def x_overflow(text: str, limit: int) -> int:
    position = 0
    for piece in pieces(text):
        weight, _ = weight_of_piece(piece)
        if weight > limit:
            return position + _x_overflow_in_piece(piece, limit)
        limit -= weight
        position += len(piece)
    return position


def _x_overflow_in_piece(text: str, limit: int) -> int:
    position = 0
    for word in WORD.findall(text):
        weight = _weight_of_word(word)
        if weight > limit:
            return position + _overflow_in_word(word, limit)
        limit -= weight
        position += len(word)
    return position


def _overflow_in_word(word: str, limit: int) -> int:
    normal = unicodedata.normalize("NFC", word)
    spans = {start: (end, weight) for start, end, weight in _weighted_spans(normal)}
    index = 0
    while index < len(normal):
        end, weight = spans.get(index) or (index + 1, _weight(normal[index]))
        limit -= weight
        if limit < 0:
            break
        index = end
    if normal == word:
        return index
    position = 0
    for cluster in cut(word):
        size = len(unicodedata.normalize("NFC", cluster))
        if size > index:
            return position + min(index, len(cluster) - 1)
        index -= size
        position += len(cluster)
    return position
