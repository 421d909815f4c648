"""Whether a column's own rules hide a post. Pure, and never slow."""

from __future__ import annotations

from collections.abc import Callable

import regex

from desktop.domain.filter_rule import ColumnRules, FilterRule, HiddenWhy, RuleKind
from desktop.domain.post import Post
from desktop.domain.richtext import SpanKind
from desktop.text.fold import fold, words_of

MAX_PATTERN = 500
"""Characters of a regular expression."""
MATCH_SECONDS = 0.003
"""Processor time for one expression on one post; a frame has 8 ms."""
STRIKES = 2
"""So often may an expression take too long before it is stopped."""

_Test = Callable[[str, Post], bool]


def pattern_problem(pattern: str) -> str:
    """Why a regular expression cannot be used, in the words of its parser; empty: it can."""
    if len(pattern) > MAX_PATTERN:
        return f"> {MAX_PATTERN}"
    try:
        regex.compile(pattern, regex.IGNORECASE)
    except (regex.error, OverflowError, RecursionError) as error:
        return str(error)
    return ""


def text_of(post: Post) -> str:
    """What rules about words look at: the text, its warning, descriptions and poll options."""
    parts = [post.content_warning, post.text.text, *(one.alt for one in post.attachments)]
    if post.poll is not None:
        parts.extend(option.title for option in post.poll.options)
    return "\n".join(part for part in parts if part)


class RuleMatcher:
    """The rules of one column. An expression that would run for ever is stopped: from then on
    it hides nothing, and `stopped` names it."""

    def __init__(self, rules: ColumnRules) -> None:
        self.rules = rules
        self.stopped: list[FilterRule] = []
        self._strikes: dict[FilterRule, int] = {}
        self._languages = frozenset(_language(code) for code in rules.only_languages)
        self._tests: list[_Test] = [self._test(rule) for rule in rules.hide if rule.text.strip()]

    def why(self, post: Post, *, is_seen: bool = False) -> HiddenWhy | None:
        """What hides it; None: it is shown."""
        rules, shown = self.rules, post.shown
        if rules.is_empty:
            return None
        language = _language(shown.language)
        checks = (
            (rules.hides_reposts and post.repost_of is not None, HiddenWhy.REPOST),
            (rules.hides_replies and shown.reply_to is not None, HiddenWhy.REPLY),
            (rules.hides_bots and (shown.author.is_bot or post.author.is_bot), HiddenWhy.BOT),
            (rules.hides_seen and is_seen, HiddenWhy.SEEN),
            (rules.only_media and not shown.attachments, HiddenWhy.NO_MEDIA),
            (rules.only_links and not has_link(shown), HiddenWhy.NO_LINK),
            (
                bool(self._languages and language) and language not in self._languages,
                HiddenWhy.LANGUAGE,
            ),
        )
        for hides, why in checks:
            if hides:
                return why
        if self._tests:
            text = text_of(shown)
            if any(test(text, post) for test in self._tests):
                return HiddenWhy.RULE
        return None

    def _test(self, rule: FilterRule) -> _Test:
        wanted = fold(rule.text.strip())
        match rule.kind:
            case RuleKind.WORD:
                words = words_of(wanted)
                return lambda text, _: bool(words.strip()) and words in words_of(fold(text))
            case RuleKind.PHRASE:
                return lambda text, _: wanted in fold(text)
            case RuleKind.AUTHOR:
                return lambda _, post: any(
                    is_author(wanted, one.author.handle) for one in (post, post.shown)
                )
            case RuleKind.LANGUAGE:
                code = _language(wanted)
                return lambda _, post: bool(code) and _language(post.shown.language) == code
            case RuleKind.REGEX:
                return self._regex_test(rule)

    def _regex_test(self, rule: FilterRule) -> _Test:
        if pattern_problem(rule.text):
            return lambda _text, _post: False
        pattern = regex.compile(rule.text, regex.IGNORECASE)

        def test(text: str, _: Post) -> bool:
            if self._strikes.get(rule, 0) >= STRIKES:
                return False
            try:
                return pattern.search(text, timeout=MATCH_SECONDS) is not None
            except TimeoutError:
                self._strikes[rule] = self._strikes.get(rule, 0) + 1
                if self._strikes[rule] == STRIKES:
                    self.stopped.append(rule)
                return False

        return test


def is_author(wanted: str, handle: str) -> bool:
    """bob and bob@example.org mean that person, @example.org everybody there."""
    handle = handle.casefold()
    if wanted.startswith("@") and "." in wanted and "@" not in wanted[1:]:
        return handle.endswith(wanted)
    wanted = wanted.removeprefix("@")
    return wanted in (handle, handle.partition("@")[0])


def has_link(post: Post) -> bool:
    return post.card is not None or any(span.kind is SpanKind.LINK for span in post.text.spans)


def _language(code: str) -> str:
    """Without its region: pt-BR is pt."""
    return code.strip().casefold().replace("_", "-").partition("-")[0]
