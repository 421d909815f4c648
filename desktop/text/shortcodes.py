"""Custom emoji: the :shortcodes: of a text for which its server gave a picture."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from desktop.domain.richtext import CustomEmoji, Span, SpanKind

_LITERAL = frozenset({SpanKind.CODE, SpanKind.PREFORMATTED})


def emoji_spans(
    text: str, spans: Iterable[Span] = (), emojis: Iterable[CustomEmoji] = ()
) -> list[Span]:
    """The spans of the emoji in `text`, colons included, outside code."""
    if ":" not in text:
        return []
    known = {emoji.shortcode for emoji in emojis}
    if not known:
        return []
    longest = max(map(len, known))
    code = deque(sorted((span.start, span.end) for span in spans if span.kind in _LITERAL))
    found: list[Span] = []
    start = text.find(":")
    while start != -1:
        end = text.find(":", start + 1, start + longest + 2)
        if end == -1:
            start = text.find(":", start + 1)
        elif text[start + 1 : end] in known:
            while code and code[0][1] <= start:
                code.popleft()
            if not (code and code[0][0] <= start):
                found.append(Span(start, end + 1, SpanKind.EMOJI, text[start + 1 : end]))
            start = text.find(":", end + 1)
        else:
            start = end
    return found
