"""Text with meaning: what is left of a server's HTML, facets or plain text."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class SpanKind(StrEnum):
    LINK = "link"
    MENTION = "mention"
    HASHTAG = "hashtag"
    EMOJI = "emoji"
    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    STRIKE = "strike"
    CODE = "code"
    PREFORMATTED = "preformatted"
    BLOCKQUOTE = "blockquote"


class Span(Struct, frozen=True):
    """A run of text from `start` to `end` (code points, end exclusive).

    `target`: for LINK the http(s) address; for MENTION the profile's address or handle; for
    HASHTAG the tag without #; for EMOJI the shortcode without colons. Else empty.
    """

    start: int
    end: int
    kind: SpanKind
    target: str = ""


class RichText(Struct, frozen=True):
    """Plain text and its spans, sorted by start; lines are parted by \\n, paragraphs by \\n\\n."""

    text: str = ""
    spans: tuple[Span, ...] = ()


class CustomEmoji(Struct, frozen=True):
    """`url` may be animated; `static_url` never is."""

    shortcode: str
    url: str
    static_url: str = ""
