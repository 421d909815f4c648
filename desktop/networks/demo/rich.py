"""Typed text to RichText: the demo's server has no HTML, it finds the entities itself."""

from __future__ import annotations

import re

from desktop.domain.richtext import CustomEmoji, RichText, Span, SpanKind

_ENTITY = re.compile(
    r"(?P<link>https?://[^\s<>«»]+[^\s<>«».,;:!?)'’\"…])"
    r"|(?<![\w@/])@(?P<name>[A-Za-z0-9_]+)(?:@(?P<host>[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+))?"
    r"|(?<![\w&/#])#(?P<tag>\w*[^\W\d_]\w*)"
    r"|(?<![\w:]):(?P<emoji>[a-z0-9_]{2,}):(?![\w:])"
)


def compose(source: str, emojis: frozenset[str] | None = None) -> RichText:
    """`source` as it was typed. Links are shown without their protocol and mentions without
    their host, as servers of this family do. `emojis`: which shortcodes exist (None: all)."""
    parts: list[str] = []
    spans: list[Span] = []
    length = place = 0
    for match in _ENTITY.finditer(source):
        kind, shown, target = _read(match)
        if kind is SpanKind.EMOJI and emojis is not None and target not in emojis:
            continue
        before = source[place : match.start()]
        parts += (before, shown)
        start = length + len(before)
        length = start + len(shown)
        spans.append(Span(start, length, kind, target))
        place = match.end()
    parts.append(source[place:])
    return RichText("".join(parts), tuple(spans))


def _read(match: re.Match[str]) -> tuple[SpanKind, str, str]:
    if match["link"]:
        return SpanKind.LINK, match["link"].partition("://")[2], match["link"]
    if match["name"]:
        host = match["host"] or "demo.example"
        return SpanKind.MENTION, f"@{match['name']}", f"https://{host}/@{match['name']}"
    if match["tag"]:
        return SpanKind.HASHTAG, match[0], match["tag"]
    return SpanKind.EMOJI, match[0], match["emoji"]


def targets(text: RichText, kind: SpanKind) -> tuple[str, ...]:
    """What the spans of a kind point to, each once, in order."""
    return tuple(dict.fromkeys(span.target for span in text.spans if span.kind is kind))


def handles(source: str) -> tuple[str, ...]:
    """The full handles that a text mentions, each once."""
    return tuple(
        dict.fromkeys(
            f"{match['name']}@{match['host'] or 'demo.example'}".lower()
            for match in _ENTITY.finditer(source)
            if match["name"]
        )
    )


def custom_emojis(text: RichText, server: str) -> tuple[CustomEmoji, ...]:
    return tuple(emoji(code, server) for code in targets(text, SpanKind.EMOJI))


def emoji(shortcode: str, server: str) -> CustomEmoji:
    url = f"{server}/media/emoji/{shortcode}.png"
    return CustomEmoji(shortcode, url, url)
