"""A text too long for one post, as the posts of a thread.

It is cut between paragraphs where that leaves no crumbs, else between sentences, else between
words; inside a word only where the word alone is too long. No link, mention or hashtag is cut.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from msgspec.structs import replace

from desktop.text.counting import Rule, count
from desktop.text.entities import find_entities
from desktop.text.graphemes import grapheme_index, grapheme_start

_BORDERS = (
    re.compile(r"\n[ \t]*\n+"),
    re.compile(r"(?<=[.!?…。！？])[\"'»”’)\]]*\s+|(?<=[。！？])|\n"),
    re.compile(r"\s+"),
)
_LEAST = (0.4, 0.4, 0.0)
"""How much of the room a part must fill for a cut at a paragraph, a sentence, a word."""


class Part(NamedTuple):
    """`text` is the whole's from `start` to `end` (code points); between two parts there is
    nothing but white space."""

    text: str
    start: int
    end: int


def split(text: str, rule: Rule, *, reserve: int = 0) -> tuple[Part, ...]:
    """The parts, each of which fits `rule` with `reserve` units left (for a number like 2/5).

    An empty text has no parts; a rule without limit gives one.
    """
    if rule.limit > 0 and reserve > 0:
        room = max(1, rule.max_bytes - 4 * reserve)
        rule = replace(rule, limit=max(1, rule.limit - reserve), max_bytes=room)
    parts: list[Part] = []
    start = _skip(text, 0)
    while start < len(text):
        end = start + _fitting(text[start:], rule)
        while end > start and text[end - 1].isspace():
            end -= 1
        parts.append(Part(text[start:end], start, end))
        start = _skip(text, end)
    return tuple(parts)


def _skip(text: str, index: int) -> int:
    while index < len(text) and text[index].isspace():
        index += 1
    return index


def _fitting(text: str, rule: Rule) -> int:
    """How much of `text`, which begins with no space, goes into one post: at least a character."""
    end = len(text)
    room = count(text, rule).overflow_at
    while room is not None and end > 1:
        end = max(1, _cut(text, min(room, end - 1), rule))
        room = count(text[:end], rule).overflow_at
    return end


def _cut(text: str, room: int, rule: Rule) -> int:
    spans = find_entities(text[: room + 500], rule.kind)
    whole = [(span.start, span.end) for span in spans]
    for border, least in zip(_BORDERS, _LEAST, strict=True):
        best = 0
        for match in border.finditer(text, 0, room + 1):
            place = match.start() if match[0].isspace() or not match[0] else match.end()
            if 0 < place <= room and not any(first < place < last for first, last in whole):
                best = place
        if best > room * least:
            return best
    for first, last in whole:
        if 0 < first < room < last:
            return first
    return grapheme_start(text, room) or grapheme_index(text, 1)
