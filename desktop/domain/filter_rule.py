"""What a column does not show: the reader's own rules."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class RuleKind(StrEnum):
    WORD = "word"
    """A whole word, by letters only: case and accents do not matter."""
    PHRASE = "phrase"
    """These characters anywhere; case and accents do not matter."""
    REGEX = "regex"
    AUTHOR = "author"
    """A handle with or without its host, or a host as @example.org."""
    LANGUAGE = "language"
    """A code such as fr."""


class FilterRule(Struct, frozen=True, order=True):
    """Posts that it matches are hidden."""

    kind: RuleKind
    text: str


class ColumnRules(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A post is hidden when any of these says so. They look at the post that is read: the
    reposted one for a repost, except for `hides_reposts`."""

    hide: tuple[FilterRule, ...] = ()
    only_languages: tuple[str, ...] = ()
    """A post that says another language is hidden; one that says none is shown."""
    only_media: bool = False
    only_links: bool = False
    hides_reposts: bool = False
    hides_replies: bool = False
    hides_bots: bool = False
    hides_seen: bool = False
    """What was read before, in this column or another."""

    @property
    def is_empty(self) -> bool:
        return self == ColumnRules()


class HiddenWhy(StrEnum):
    """Which part of the rules hid a post."""

    RULE = "rule"
    LANGUAGE = "language"
    NO_MEDIA = "no_media"
    NO_LINK = "no_link"
    REPOST = "repost"
    REPLY = "reply"
    BOT = "bot"
    SEEN = "seen"
    ELSEWHERE = "elsewhere"
    """Another column shows it, and each post was wanted once."""
