"""The text floor as the composer needs it: offsets in Qt's UTF-16 units."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from desktop.domain.account import CountRule, Limits
from desktop.domain.richtext import SpanKind
from desktop.text.counting import Count, count, rule_for
from desktop.text.entities import find_entities, mentioned_handles
from desktop.text.graphemes import to_utf16
from desktop.text.threads import CUT

__all__ = ["CUT", "Judgement", "clean", "find_mentions", "judge", "line_marks"]


class Judgement(Struct, frozen=True):
    """`overflow`: the UTF-16 offset from which on the text is too much; None while it fits."""

    count: Count
    overflow: int | None = None


_UNLIMITED = Limits(rule=CountRule.CODE_POINTS, max_characters=0)


def judge(text: str, content_warning: str, limits: Limits | None) -> Judgement:
    """Count by the rule of the server with these limits; None: no account yet."""
    result = count(text, rule_for(limits or _UNLIMITED), content_warning)
    at = result.overflow_at
    return Judgement(result, None if at is None else to_utf16(text, at))


def clean(text: str) -> str:
    """Without halves of surrogate pairs, which no server and no database takes."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        pairs = text.encode("utf-16-le", "surrogatepass")
        return pairs.decode("utf-16-le", "replace")
    return text


def find_mentions(text: str, rule: CountRule) -> tuple[str, ...]:
    """Handles as written, without @."""
    return mentioned_handles(text, rule) if "@" in text else ()


def line_marks(line: str, rule: CountRule) -> list[tuple[int, int]]:
    """Start and end of what the network will see as a link, a mention or a tag."""
    if _SIGNS.isdisjoint(line):
        return []
    marks = []
    position = 0
    for word in _WORD.findall(line):
        length, found = _word_marks(word, rule)
        for start, end in found:
            marks.append((position + start, position + end))
        position += length
    return marks


@lru_cache(maxsize=8192)
def _word_marks(word: str, rule: CountRule) -> tuple[int, tuple[tuple[int, int], ...]]:
    """The length of a word and its marks, so that one more letter costs one word."""
    if _SIGNS.isdisjoint(word):
        return to_utf16(word, len(word)), ()
    return to_utf16(word, len(word)), tuple(
        (to_utf16(word, span.start), to_utf16(word, span.end))
        for span in find_entities(word, rule)
        if span.kind in _MARKED
    )


_WORD = re.compile(r" ?[^ ]+| ")
"""A word with the space before it: no entity reaches over a space."""
_SIGNS = frozenset("@#＠＃:.$")
_MARKED = (SpanKind.LINK, SpanKind.MENTION, SpanKind.HASHTAG, SpanKind.EMOJI)
