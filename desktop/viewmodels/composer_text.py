"""The text floor as the composer needs it: offsets in Qt's UTF-16 units."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from desktop.domain.account import CountRule, Limits
from desktop.domain.richtext import SpanKind
from desktop.text.counting import Count, count, rule_for
from desktop.text.entities import find_entities, mentioned_handles
from desktop.text.graphemes import to_utf16


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


@lru_cache(maxsize=1024)
def line_marks(line: str, rule: CountRule) -> tuple[tuple[int, int], ...]:
    """Start and end of what the network will see as a link, a mention or a tag."""
    if not _SIGNS.intersection(line):
        return ()
    spans = [span for span in find_entities(line, rule) if span.kind in _MARKED]
    if line.isascii():
        return tuple((span.start, span.end) for span in spans)
    return tuple((to_utf16(line, span.start), to_utf16(line, span.end)) for span in spans)


_SIGNS = frozenset("@#＠＃:.$")
_MARKED = (SpanKind.LINK, SpanKind.MENTION, SpanKind.HASHTAG, SpanKind.EMOJI)
