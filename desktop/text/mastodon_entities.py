"""Mentions and hashtags as a Mastodon server finds them in a text that is being written.

Sources: Account::MENTION_RE, Tag::HASHTAG_RE and app/lib/extractor.rb of Mastodon 4.x.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

from desktop.text.characters import LATIN
from desktop.text.urls import UrlGrammar, find_urls

MAX_DOMAIN_LENGTH = 253
_WORD = r"\p{L}\p{M}\p{Nd}\p{Pc}"
_ALPHA = r"\p{L}\p{M}"
_USERNAME = r"[a-zA-Z0-9_]+(?:[.\-]+[a-zA-Z0-9_]+)*"
_MENTION = regex.compile(
    rf"(?<![=/{_WORD}])@(?P<name>{_USERNAME})(?:@(?P<domain>[{_WORD}]+(?:[.\-]+[{_WORD}]+)*))?"
)
_AFTER_MENTION = regex.compile(rf"[@＠{LATIN}]|://")
_SEPARATORS = "_\u00b7\u30fb\u200c"
_TAG_NAME = (
    rf"(?:[{_WORD}][{_WORD}{_SEPARATORS}]*[{_ALPHA}{_SEPARATORS}][{_WORD}{_SEPARATORS}]*[{_WORD}]"
    rf"|[{_WORD}]*[{_ALPHA}][{_WORD}]*)"
)
_TAG = regex.compile(rf"(?<![=/)\p{{L}}\p{{M}}\p{{Nd}}])[#＃](?P<name>{_TAG_NAME})")
_TAG_INTO_URL = regex.compile(r"(.+)https?$")


class MentionSpan(NamedTuple):
    """`domain` is empty for someone on the same server."""

    start: int
    end: int
    name: str
    domain: str


def find_mentions(text: str) -> list[MentionSpan]:
    if "@" not in text:
        return []
    spans = []
    for match in _MENTION.finditer(text):
        domain = match["domain"] or ""
        if len(domain) > MAX_DOMAIN_LENGTH or _AFTER_MENTION.match(text, match.end()):
            continue
        spans.append(MentionSpan(match.start(), match.end(), match["name"], domain))
    return spans


def find_tags(text: str) -> list[tuple[int, int, str]]:
    """Start, end, and the tag without its sign."""
    if "#" not in text and "＃" not in text:
        return []
    spans = []
    for match in _TAG.finditer(text):
        name, end = match["name"], match.end()
        if text.startswith("://", end) and (cut := _TAG_INTO_URL.match(name)):
            end -= len(name) - len(cut[1])
            name = cut[1]
        spans.append((match.start(), end, name))
    return spans


def discounts(text: str, characters_per_url: int) -> list[tuple[int, int, str]]:
    """What is counted shorter than it is written: start, end, and what is counted instead.

    An address counts as a fixed number of characters, a remote mention without its domain. A
    domain of one label is nobody's server and counts in full.
    """
    found: list[tuple[int, int, str]] = [
        (span.start, span.end, "x" * characters_per_url)
        for span in find_urls(text, UrlGrammar.MASTODON)
    ]
    found += [
        (
            span.start,
            span.end,
            f"@{span.name}" if "." in span.domain else text[span.start : span.end],
        )
        for span in find_mentions(text)
    ]
    found.sort(key=lambda item: item[0])
    kept: list[tuple[int, int, str]] = []
    for item in found:
        if not kept or item[0] >= kept[-1][1]:
            kept.append(item)
    return kept
