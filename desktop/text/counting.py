"""How long a post is by the rule of its network, and where it becomes too long.

`count(text, rule, content_warning)` never raises. Rules: `X`, `x(limit)`, `BLUESKY`,
`mastodon(…)`, `code_points(limit)`, `graphemes(limit)`; `rule_for(limits)` picks the one that a
server told us of. Long texts are counted word by word and the words' counts remembered, so that
one more letter costs one word.

Sources: twitter-text config v3 (X), the lexicon app.bsky.feed.post (Bluesky),
StatusLengthValidator (Mastodon), internal/processing/status/common.go (GoToSocial).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from msgspec import Struct

from desktop.domain.account import CountRule, CountUnit, Limits
from desktop.text.characters import INVALID
from desktop.text.emoji import find_emoji
from desktop.text.graphemes import (
    PREPENDED,
    from_utf8,
    grapheme_count,
    grapheme_index,
    grapheme_start,
)
from desktop.text.graphemes import graphemes as cut
from desktop.text.mastodon_entities import discounts
from desktop.text.urls import find_urls

X_LIMIT = 280
X_URL_LENGTH = 23
BLUESKY_GRAPHEMES = 300
BLUESKY_BYTES = 3000


class Count(Struct, frozen=True):
    """`remaining` is negative over the limit; without a limit (`limit` 0) it is 0.

    `overflow_at` is the code point of the text from which on it is too much, None while it fits.
    """

    length: int
    limit: int
    remaining: int
    fits: bool
    unit: CountUnit
    overflow_at: int | None = None


class Rule(Struct, frozen=True):
    """How a network counts. Made by the functions and constants of this module."""

    kind: CountRule
    limit: int
    characters_per_url: int = 23


X = Rule(CountRule.X, X_LIMIT)
BLUESKY = Rule(CountRule.BLUESKY, BLUESKY_GRAPHEMES)


def x(limit: int = X_LIMIT) -> Rule:
    """X with another weighted limit (longer posts of paying accounts)."""
    return Rule(CountRule.X, limit)


def mastodon(max_characters: int = 500, characters_reserved_per_url: int = 23) -> Rule:
    return Rule(CountRule.MASTODON, max_characters, characters_reserved_per_url)


def code_points(limit: int) -> Rule:
    """GNU social, GoToSocial. 0: no limit."""
    return Rule(CountRule.CODE_POINTS, limit)


def graphemes(limit: int) -> Rule:
    """Pleroma, Akkoma: nothing is discounted. 0: no limit."""
    return Rule(CountRule.GRAPHEMES, limit)


def rule_for(limits: Limits) -> Rule:
    """The rule of a server that said these limits."""
    if limits.rule is CountRule.BLUESKY:
        return BLUESKY
    return Rule(limits.rule, limits.max_characters, limits.characters_per_url)


def count(text: str, rule: Rule, content_warning: str = "") -> Count:
    """The length of a post. The content warning counts where the network counts it."""
    return _COUNTERS[rule.kind](text, rule, content_warning)


def _result(
    length: int, limit: int, unit: CountUnit, overflow: Callable[[], int], fits: bool = True
) -> Count:
    fits = fits and (limit <= 0 or length <= limit)
    remaining = limit - length if limit > 0 else 0
    return Count(length, max(limit, 0), remaining, fits, unit, None if fits else overflow())


# Code points and graphemes

_WORD = re.compile(r"[ \n]?[^ \n]+|[ \n]")
"""A word with the space before it. No address, mention or emoji reaches over such a space, and
what stands before one is the same in the whole and in the part."""


def _count_code_points(text: str, rule: Rule, warning: str) -> Count:
    room = max(rule.limit - len(warning), 0)
    return _result(len(text) + len(warning), rule.limit, CountUnit.CODE_POINTS, lambda: room)


@lru_cache(maxsize=8)
def _graphemes(text: str) -> int:
    if text.isascii():
        return grapheme_count(text)
    if "\r" in text or not PREPENDED.isdisjoint(text):
        return grapheme_count(text)  # these may join the space that parts two words
    return sum(map(_graphemes_of_word, _WORD.findall(text)))


@lru_cache(maxsize=8192)
def _graphemes_of_word(word: str) -> int:
    return grapheme_count(word)


def _count_graphemes(text: str, rule: Rule, warning: str) -> Count:
    used = _graphemes(warning) if warning else 0
    return _result(
        used + _graphemes(text),
        rule.limit,
        CountUnit.GRAPHEMES,
        lambda: grapheme_index(text, rule.limit - used),
    )


def _count_bluesky(text: str, rule: Rule, warning: str) -> Count:  # noqa: ARG001
    """Labels are no part of a Bluesky post's text, so a content warning costs nothing."""
    clusters = _graphemes(text)
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > BLUESKY_BYTES and clusters <= rule.limit:
        return _result(
            size,
            BLUESKY_BYTES,
            CountUnit.UTF8_BYTES,
            lambda: grapheme_start(text, from_utf8(text, BLUESKY_BYTES)),
        )

    def overflow() -> int:
        index = grapheme_index(text, rule.limit)
        if size > BLUESKY_BYTES:
            index = min(index, grapheme_start(text, from_utf8(text, BLUESKY_BYTES)))
        return index

    return _result(clusters, rule.limit, CountUnit.GRAPHEMES, overflow)


# Mastodon


@lru_cache(maxsize=8192)
def _rewritten(word: str, per_url: int) -> str:
    parts: list[str] = []
    done = 0
    for start, end, counted in discounts(word, per_url):
        parts += (word[done:start], counted)
        done = end
    parts.append(word[done:])
    return "".join(parts)


def countable_text(text: str, characters_reserved_per_url: int = 23) -> str:
    """The text that Mastodon counts: each address as so many x, remote mentions without host."""
    if "@" not in text and "://" not in text:
        return text
    return "".join(
        _rewritten(word, characters_reserved_per_url) if "@" in word or "://" in word else word
        for word in _WORD.findall(text)
    )


def _count_mastodon(text: str, rule: Rule, warning: str) -> Count:
    counted = countable_text(text, rule.characters_per_url)
    # The server joins the two before it counts: a mark at the text's start joins the warning.
    used = _graphemes(warning) if warning else 0
    length = _graphemes(warning + counted) if warning else _graphemes(counted)

    def overflow() -> int:
        room = grapheme_index(counted, rule.limit - used)
        return _original_index(text, room, rule.characters_per_url)

    return _result(length, rule.limit, CountUnit.GRAPHEMES, overflow)


def _original_index(text: str, index: int, per_url: int) -> int:
    """Where in the text stands what is at `index` of its countable form."""
    position = 0
    for word in _WORD.findall(text):
        counted = _rewritten(word, per_url)
        if len(counted) > index:
            return position + _index_in_word(word, index, per_url)
        index -= len(counted)
        position += len(word)
    return position


def _index_in_word(word: str, index: int, per_url: int) -> int:
    done = 0
    for start, end, counted in discounts(word, per_url):
        if index < start - done:
            break
        index -= start - done
        if index < len(counted):
            return start + index if word.startswith(counted, start) else start
        index -= len(counted)
        done = end
    return done + index


# X

_HEAVY = re.compile("[^\x00-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]+")
_INVALID = re.compile(f"[{INVALID}]")


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


def _count_x(text: str, rule: Rule, warning: str) -> Count:  # noqa: ARG001
    """X has no content warning in a post's text."""
    length = sum(map(_weight_of_word, _WORD.findall(text)))
    wrong = _INVALID.search(text)

    def overflow() -> int:
        first = _x_overflow(text, rule.limit) if length > rule.limit else len(text)
        return min(first, wrong.start()) if wrong else first

    return _result(length, rule.limit, CountUnit.WEIGHTED, overflow, fits=wrong is None)


def _x_overflow(text: str, limit: int) -> int:
    position = 0
    for word in _WORD.findall(text):
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


_COUNTERS: dict[CountRule, Callable[[str, Rule, str], Count]] = {
    CountRule.X: _count_x,
    CountRule.BLUESKY: _count_bluesky,
    CountRule.MASTODON: _count_mastodon,
    CountRule.GRAPHEMES: _count_graphemes,
    CountRule.CODE_POINTS: _count_code_points,
}
