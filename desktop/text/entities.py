"""What is more than plain text in a post that is being written, by the rules of its network.

Spans are code points of the composed text, sorted, and do not overlap: where two would, the one
that begins first stays, as the servers do it.
"""

from __future__ import annotations

from collections.abc import Collection

import regex

from desktop.domain.account import CountRule
from desktop.domain.richtext import Span, SpanKind
from desktop.text import mastodon_entities, x_entities
from desktop.text.facets import FacetKind, detect_facets
from desktop.text.graphemes import from_utf8
from desktop.text.urls import UrlGrammar, find_urls

_SHORTCODE = regex.compile(r"(?<![\p{L}\p{N}:]):(?P<code>[a-zA-Z0-9_]{2,}):(?![\p{L}\p{N}:])")
_FACET_KINDS = {
    FacetKind.MENTION: SpanKind.MENTION,
    FacetKind.LINK: SpanKind.LINK,
    FacetKind.TAG: SpanKind.HASHTAG,
}


def find_entities(
    text: str,
    rule: CountRule = CountRule.MASTODON,
    shortcodes: Collection[str] | None = None,
) -> tuple[Span, ...]:
    """Links (target: the address), mentions (the handle without @), hashtags and cashtags (the
    tag without #), emoji (the shortcode; only those in `shortcodes`, None: any)."""
    if rule is CountRule.X:
        spans = _of_x(text)
    elif rule is CountRule.BLUESKY:
        spans = _of_bluesky(text)
    else:
        spans = _of_mastodon(text)
        spans += _shortcodes(text, shortcodes)
    return _without_overlaps(spans)


def _of_mastodon(text: str) -> list[Span]:
    spans = [
        Span(url.start, url.end, SpanKind.LINK, url.url)
        for url in find_urls(text, UrlGrammar.MASTODON)
    ]
    spans += [
        Span(start, end, SpanKind.HASHTAG, tag)
        for start, end, tag in mastodon_entities.find_tags(text)
    ]
    spans += [
        Span(
            mention.start,
            mention.end,
            SpanKind.MENTION,
            f"{mention.name}@{mention.domain}" if mention.domain else mention.name,
        )
        for mention in mastodon_entities.find_mentions(text)
    ]
    return spans


def _of_x(text: str) -> list[Span]:
    spans = [
        Span(
            url.start,
            url.end,
            SpanKind.LINK,
            url.url if url.url.lower().startswith("http") else f"https://{url.url}",
        )
        for url in find_urls(text)
    ]
    spans += [
        Span(mention.start, mention.end, SpanKind.MENTION, mention.name)
        for mention in x_entities.find_mentions(text)
    ]
    spans += [
        Span(tag.start, tag.end, SpanKind.HASHTAG, tag.tag)
        for tag in x_entities.find_tags(text, outside_urls=False)
    ]
    spans += [
        Span(tag.start, tag.end, SpanKind.HASHTAG, f"${tag.tag}")
        for tag in x_entities.find_cashtags(text)
    ]
    return spans


def _of_bluesky(text: str) -> list[Span]:
    return [
        Span(
            from_utf8(text, facet.start),
            from_utf8(text, facet.end),
            _FACET_KINDS[facet.kind],
            facet.value,
        )
        for facet in detect_facets(text)
    ]


def _shortcodes(text: str, known: Collection[str] | None) -> list[Span]:
    if ":" not in text:
        return []
    return [
        Span(match.start(), match.end(), SpanKind.EMOJI, match["code"])
        for match in _SHORTCODE.finditer(text)
        if known is None or match["code"] in known
    ]


def _without_overlaps(spans: list[Span]) -> tuple[Span, ...]:
    spans.sort(key=lambda span: span.start)
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def mentioned_handles(text: str, rule: CountRule = CountRule.MASTODON) -> tuple[str, ...]:
    """Who is mentioned, each once, in order, without @."""
    handles = (span.target for span in find_entities(text, rule) if span.kind is SpanKind.MENTION)
    return tuple(dict.fromkeys(handles))
