"""A server's HTML as RichText: plain text and spans, nothing else.

No markup gets through: what is not known is its text, scripts and styles are dropped, only
http(s) addresses become links. Nesting and unclosed tags of any depth take linear time.

Source: docs.joinmastodon.org/spec/activitypub (sanitization), plus what other servers send.
"""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.post import Mention
from desktop.domain.richtext import CustomEmoji, RichText, Span, SpanKind
from desktop.text.cleaning import clean_rich_text
from desktop.text.entities import find_entities
from desktop.text.html_reader import read_html
from desktop.text.link_targets import LinkTargets
from desktop.text.shortcodes import emoji_spans

MAX_HTML = 1_000_000
"""Characters that are read; a post of more is a mistake or an attack."""


def html_to_rich_text(
    html: str,
    *,
    mentions: Iterable[Mention] = (),
    tags: Iterable[str | tuple[str, str]] = (),
    emojis: Iterable[CustomEmoji] = (),
    drop_quote_inline: bool = False,
) -> RichText:
    """`tags`: names, or names with their addresses. `drop_quote_inline`: leave out what Mastodon
    writes for clients that cannot show the quoted post."""
    if not html:
        return RichText()
    if "<" not in html and "&" not in html:
        return _finished(html.replace("\r\n", "\n").strip(), [], emojis)
    targets = LinkTargets(mentions, tags)
    if len(html) > MAX_HTML:
        html = html[: html.rfind("<", 0, MAX_HTML)] or html[:MAX_HTML]
    text, spans = read_html(html, targets, drop_quote_inline=drop_quote_inline)
    return _finished(text, spans, emojis)


def plain_to_rich_text(
    text: str, *, emojis: Iterable[CustomEmoji] = (), find_links: bool = True
) -> RichText:
    """Text without markup (profile names' fields, feeds, drafts): line ends stay, addresses,
    mentions and hashtags become spans."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    spans = []
    if find_links:
        spans = [
            span
            for span in find_entities(text, shortcodes=())
            if span.kind is not SpanKind.LINK or span.target.lower().startswith(("http:", "https:"))
        ]
    return _finished(text, spans, emojis)


def _finished(text: str, spans: list[Span], emojis: Iterable[CustomEmoji]) -> RichText:
    spans = [*spans, *emoji_spans(text, spans, emojis)]
    spans.sort(key=lambda span: (span.start, -span.end))
    return clean_rich_text(RichText(text, tuple(spans)))
