"""How long a post is by the rule of its network, and where it becomes too long.

`count(text, rule, content_warning)` never raises. Rules: `X`, `x(limit)`, `BLUESKY`,
`mastodon(…)`, `code_points(limit)`, `graphemes(limit)`; `rule_for(limits)` picks the one that a
server told us of. Long texts are counted piece by piece (paragraphs, sentences) and the pieces'
counts remembered, so that one more letter costs one sentence.

Sources: twitter-text config v3 (X), the lexicon app.bsky.feed.post (Bluesky),
StatusLengthValidator (Mastodon), internal/processing/status/common.go (GoToSocial).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from msgspec import Struct

from desktop.domain.account import CountRule, CountUnit, Limits
from desktop.text.graphemes import from_utf8, grapheme_index
from desktop.text.mastodon_entities import discounts
from desktop.text.pieces import (
    WORD,
    grapheme_index_of,
    grapheme_start_of,
    grapheme_sum,
    graphemes_of_piece,
    pieces,
)
from desktop.text.x_weights import INVALID_FOR_X, weight_of_piece, x_overflow

X_LIMIT = 280
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
    max_bytes: int = BLUESKY_BYTES
    """Bluesky's second limit."""


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


def _count_code_points(text: str, rule: Rule, warning: str) -> Count:
    room = max(rule.limit - len(warning), 0)
    return _result(len(text) + len(warning), rule.limit, CountUnit.CODE_POINTS, lambda: room)


def _count_graphemes(text: str, rule: Rule, warning: str) -> Count:
    used = grapheme_sum(warning) if warning else 0
    return _result(
        used + grapheme_sum(text),
        rule.limit,
        CountUnit.GRAPHEMES,
        lambda: grapheme_index_of(text, rule.limit - used),
    )


def _count_bluesky(text: str, rule: Rule, warning: str) -> Count:  # noqa: ARG001
    """Labels are no part of a Bluesky post's text, so a content warning costs nothing."""
    clusters = grapheme_sum(text)
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > rule.max_bytes and clusters <= rule.limit:
        return _result(
            size,
            rule.max_bytes,
            CountUnit.UTF8_BYTES,
            lambda: grapheme_start_of(text, from_utf8(text, rule.max_bytes)),
        )

    def overflow() -> int:
        index = grapheme_index_of(text, rule.limit)
        if size > rule.max_bytes:
            index = min(index, grapheme_start_of(text, from_utf8(text, rule.max_bytes)))
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
        for word in WORD.findall(text)
    )


@lru_cache(maxsize=8192)
def _counted_graphemes(piece: str, per_url: int) -> int:
    """Of what Mastodon counts; -1 as for `_graphemes_of_piece`."""
    return graphemes_of_piece(countable_text(piece, per_url))


def _count_mastodon(text: str, rule: Rule, warning: str) -> Count:
    per_url = rule.characters_per_url
    used = grapheme_sum(warning) if warning else 0
    counts = [_counted_graphemes(piece, per_url) for piece in pieces(text)]
    if warning or -1 in counts:
        # The server joins the two before it counts: a mark at the text's start joins the warning.
        length = grapheme_sum(warning + countable_text(text, per_url))
    else:
        length = sum(counts)

    def overflow() -> int:
        room = rule.limit - used
        if room <= 0:
            return 0
        if -1 in counts:
            return _original_index(
                text, grapheme_index(countable_text(text, per_url), room), per_url
            )
        position = 0
        for piece, size in zip(pieces(text), counts, strict=True):
            if size > room:
                index = grapheme_index(countable_text(piece, per_url), room)
                return position + _original_index(piece, index, per_url)
            room -= size
            position += len(piece)
        return position

    return _result(length, rule.limit, CountUnit.GRAPHEMES, overflow)


def _original_index(text: str, index: int, per_url: int) -> int:
    """Where in the text stands what is at `index` of its countable form."""
    position = 0
    for word in WORD.findall(text):
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


def _count_x(text: str, rule: Rule, warning: str) -> Count:  # noqa: ARG001
    """X has no content warning in a post's text."""
    weights = [weight_of_piece(piece) for piece in pieces(text)]
    length = sum(weight for weight, _ in weights)
    is_valid = all(is_valid for _, is_valid in weights)

    def overflow() -> int:
        first = x_overflow(text, rule.limit) if length > rule.limit else len(text)
        wrong = None if is_valid else INVALID_FOR_X.search(text)
        return min(first, wrong.start()) if wrong else first

    return _result(length, rule.limit, CountUnit.WEIGHTED, overflow, fits=is_valid)


_COUNTERS: dict[CountRule, Callable[[str, Rule, str], Count]] = {
    CountRule.X: _count_x,
    CountRule.BLUESKY: _count_bluesky,
    CountRule.MASTODON: _count_mastodon,
    CountRule.GRAPHEMES: _count_graphemes,
    CountRule.CODE_POINTS: _count_code_points,
}
