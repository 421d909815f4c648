"""What there is to say about a post before it is sent, as facts; the sentences are made above.

Each rule is one pure function from a `Situation` to its findings; a new rule is one more function
in `RULES`. Levels: NOTE is shown, ASK wants a yes, BLOCK keeps from sending.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from desktop.domain.account import Capabilities, Limits, Visibility
from desktop.domain.draft import Draft
from desktop.domain.richtext import SpanKind
from desktop.text import disclosure_rules
from desktop.text.counting import Count, count, rule_for
from desktop.text.entities import find_entities, mentioned_handles
from desktop.text.graphemes import grapheme_count


class Level(StrEnum):
    NOTE = "note"
    ASK = "ask"
    BLOCK = "block"


class FindingCode(StrEnum):
    """One for each sentence."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    """over"""
    INVALID_CHARACTERS = "invalid_characters"
    MISSING_ALT = "missing_alt"
    """missing, count"""
    ALT_TOO_LONG = "alt_too_long"
    """number, over, limit"""
    TOO_MANY_MEDIA = "too_many_media"
    """count, limit"""
    MEDIA_TYPE = "media_type"
    """number, type"""
    MEDIA_TOO_BIG = "media_too_big"
    """number, bytes, limit"""
    MEDIA_AND_POLL = "media_and_poll"
    POLL_NOT_SUPPORTED = "poll_not_supported"
    POLL_TOO_FEW = "poll_too_few"
    POLL_TOO_MANY = "poll_too_many"
    """count, limit"""
    POLL_EMPTY_OPTION = "poll_empty_option"
    """number"""
    POLL_SAME_OPTION = "poll_same_option"
    """number"""
    POLL_OPTION_TOO_LONG = "poll_option_too_long"
    """number, over, limit"""
    POLL_DURATION = "poll_duration"
    """min, max (seconds)"""
    MORE_PUBLIC_THAN_PARENT = "more_public_than_parent"
    """parent, visibility"""
    MENTION_WIDENS = "mention_widens"
    """handles: people who are not in the direct conversation yet"""
    DIRECT_TO_NOBODY = "direct_to_nobody"
    VISIBILITY_NOT_SUPPORTED = "visibility_not_supported"
    """visibility"""
    WARNING_NOT_SUPPORTED = "warning_not_supported"
    QUOTE_NOT_SUPPORTED = "quote_not_supported"
    LANGUAGE_DIFFERS = "language_differs"
    """chosen, guessed"""
    CARD_NUMBER = "card_number"
    """All of these: found"""
    IBAN = "iban"
    SECRET_KEY = "secret_key"  # noqa: S105 - a name
    PHONE_NUMBER = "phone_number"
    EMAIL_ADDRESS = "email_address"
    POSTAL_ADDRESS = "postal_address"
    CONFIDENTIAL_WORD = "confidential_word"
    COMPANY_NAME = "company_name"
    PRIVATE_LINK = "private_link"
    TAG_RUN_TOGETHER = "tag_run_together"
    TOO_MANY_TAGS = "too_many_tags"
    """count"""
    OLD_PARENT = "old_parent"
    """days"""


class Finding(Struct, frozen=True):
    code: FindingCode
    level: Level
    values: dict[str, str] = {}


class Checks(Struct, frozen=True, kw_only=True):
    """What the user wants to be told. `levels`: another level than the rule's own, None: never.
    Words and names are parted by commas."""

    levels: dict[FindingCode, Level | None] = {}
    confidential_words: str = ""
    company_names: str = ""
    most_tags: int = 5
    old_days: int = 90


class Situation(Struct, frozen=True, kw_only=True):
    """What the rules look at. `parent_*` are of the post that is answered."""

    draft: Draft
    capabilities: Capabilities
    parent_visibility: Visibility | None = None
    parent_people: tuple[str, ...] = ()
    """Handles of its author and of all whom it mentions, ours included."""
    remind_alt_text: bool = True
    guessed_language: str = ""
    checks: Checks = Checks()
    own_names: str = ""
    """Name and handle of the account: the company's own may name the company."""
    now: datetime | None = None
    """None: nothing is old."""

    @property
    def limits(self) -> Limits:
        return self.capabilities.limits

    def count(self) -> Count:
        return count(self.draft.text, rule_for(self.limits), self.draft.content_warning)


_OPENNESS = {
    Visibility.DIRECT: 0,
    Visibility.FOLLOWERS: 1,
    Visibility.LOCAL: 2,
    Visibility.UNLISTED: 3,
    Visibility.PUBLIC: 4,
}


def findings(situation: Situation) -> tuple[Finding, ...]:
    """All that there is to say, what blocks first."""
    order = list(Level)
    levels = situation.checks.levels
    found = [
        Finding(finding.code, level, finding.values)
        for rule in RULES
        for finding in rule(situation)
        if (level := levels.get(finding.code, finding.level)) is not None
    ]
    return tuple(sorted(found, key=lambda finding: -order.index(finding.level)))


def can_send(found: Iterable[Finding]) -> bool:
    return all(finding.level is not Level.BLOCK for finding in found)


def _text(situation: Situation) -> Iterator[Finding]:
    draft = situation.draft
    has_content = draft.text.strip() or draft.media
    if not has_content and not (draft.poll and draft.content_warning.strip()) and not draft.quote:
        yield Finding(FindingCode.EMPTY, Level.BLOCK)
    counted = situation.count()
    if not counted.fits:
        if counted.limit and counted.length > counted.limit:
            over = str(counted.length - counted.limit)
            yield Finding(FindingCode.TOO_LONG, Level.BLOCK, {"over": over})
        else:
            yield Finding(FindingCode.INVALID_CHARACTERS, Level.BLOCK)


def _alt_text(situation: Situation) -> Iterator[Finding]:
    media = situation.draft.media
    missing = sum(not item.alt.strip() for item in media)
    if missing and situation.remind_alt_text:
        values = {"missing": str(missing), "count": str(len(media))}
        yield Finding(FindingCode.MISSING_ALT, Level.ASK, values)
    limit = situation.limits.max_alt_characters
    for number, item in enumerate(media, 1):
        if 0 < limit < len(item.alt):
            values = {
                "number": str(number),
                "over": str(len(item.alt) - limit),
                "limit": str(limit),
            }
            yield Finding(FindingCode.ALT_TOO_LONG, Level.BLOCK, values)


def _media(situation: Situation) -> Iterator[Finding]:
    limits = situation.limits
    media = situation.draft.media
    if len(media) > limits.max_attachments:
        values = {"count": str(len(media)), "limit": str(limits.max_attachments)}
        yield Finding(FindingCode.TOO_MANY_MEDIA, Level.BLOCK, values)
    for number, item in enumerate(media, 1):
        if item.remote_id or not item.mime.startswith("image/"):
            continue
        if item.mime not in limits.image_types:
            values = {"number": str(number), "type": item.mime}
            yield Finding(FindingCode.MEDIA_TYPE, Level.BLOCK, values)
        if 0 < limits.max_image_bytes < item.size:
            values = {
                "number": str(number),
                "bytes": str(item.size),
                "limit": str(limits.max_image_bytes),
            }
            yield Finding(FindingCode.MEDIA_TOO_BIG, Level.BLOCK, values)


def _poll(situation: Situation) -> Iterator[Finding]:
    poll = situation.draft.poll
    if poll is None:
        return
    limits = situation.limits
    if not situation.capabilities.can_poll:
        yield Finding(FindingCode.POLL_NOT_SUPPORTED, Level.BLOCK)
    if situation.draft.media:
        yield Finding(FindingCode.MEDIA_AND_POLL, Level.BLOCK)
    if len(poll.options) < 2:
        yield Finding(FindingCode.POLL_TOO_FEW, Level.BLOCK)
    if len(poll.options) > limits.max_poll_options:
        values = {"count": str(len(poll.options)), "limit": str(limits.max_poll_options)}
        yield Finding(FindingCode.POLL_TOO_MANY, Level.BLOCK, values)
    if not limits.min_poll_seconds <= poll.seconds <= limits.max_poll_seconds:
        values = {"min": str(limits.min_poll_seconds), "max": str(limits.max_poll_seconds)}
        yield Finding(FindingCode.POLL_DURATION, Level.BLOCK, values)
    yield from _poll_options(poll.options, limits.max_poll_option_characters)


def _poll_options(options: tuple[str, ...], limit: int) -> Iterator[Finding]:
    seen: set[str] = set()
    for number, option in enumerate(options, 1):
        title = option.strip()
        length = grapheme_count(title)
        if not title:
            yield Finding(FindingCode.POLL_EMPTY_OPTION, Level.BLOCK, {"number": str(number)})
        elif title in seen:
            yield Finding(FindingCode.POLL_SAME_OPTION, Level.BLOCK, {"number": str(number)})
        elif 0 < limit < length:
            values = {"number": str(number), "over": str(length - limit), "limit": str(limit)}
            yield Finding(FindingCode.POLL_OPTION_TOO_LONG, Level.BLOCK, values)
        seen.add(title)


def _readers(situation: Situation) -> Iterator[Finding]:
    draft = situation.draft
    parent = situation.parent_visibility
    if (
        parent in (Visibility.DIRECT, Visibility.FOLLOWERS)
        and _OPENNESS[draft.visibility] > _OPENNESS[parent]
    ):
        values = {"parent": parent.value, "visibility": draft.visibility.value}
        yield Finding(FindingCode.MORE_PUBLIC_THAN_PARENT, Level.ASK, values)
    if draft.visibility is not Visibility.DIRECT or draft.edits:
        return
    mentioned = mentioned_handles(draft.text, situation.limits.rule)
    if parent is Visibility.DIRECT:
        known = {_bare(handle) for handle in situation.parent_people}
        names = {handle.partition("@")[0] for handle in known}
        added = [
            handle
            for handle in mentioned
            if _bare(handle) not in (known if "@" in handle else names)
        ]
        if added:
            values = {"handles": ", ".join(f"@{handle}" for handle in added)}
            yield Finding(FindingCode.MENTION_WIDENS, Level.ASK, values)
    if not mentioned:
        yield Finding(FindingCode.DIRECT_TO_NOBODY, Level.ASK)


def _bare(handle: str) -> str:
    return handle.removeprefix("@").casefold()


def _support(situation: Situation) -> Iterator[Finding]:
    draft = situation.draft
    capabilities = situation.capabilities
    if draft.visibility not in capabilities.visibilities:
        values = {"visibility": draft.visibility.value}
        yield Finding(FindingCode.VISIBILITY_NOT_SUPPORTED, Level.BLOCK, values)
    if draft.content_warning.strip() and not capabilities.can_warn:
        yield Finding(FindingCode.WARNING_NOT_SUPPORTED, Level.BLOCK)
    if draft.quote and not capabilities.can_quote:
        yield Finding(FindingCode.QUOTE_NOT_SUPPORTED, Level.BLOCK)


def _language(situation: Situation) -> Iterator[Finding]:
    chosen = situation.draft.language.partition("-")[0].lower()
    guessed = situation.guessed_language
    if chosen and guessed and chosen != guessed:
        values = {"chosen": chosen, "guessed": guessed}
        yield Finding(FindingCode.LANGUAGE_DIFFERS, Level.NOTE, values)


_DISCLOSED: tuple[tuple[FindingCode, Level, Callable[[str], Iterator[str]]], ...] = (
    (FindingCode.CARD_NUMBER, Level.ASK, disclosure_rules.card_numbers),
    (FindingCode.IBAN, Level.ASK, disclosure_rules.ibans),
    (FindingCode.SECRET_KEY, Level.ASK, disclosure_rules.secret_keys),
    (FindingCode.PHONE_NUMBER, Level.NOTE, disclosure_rules.phone_numbers),
    (FindingCode.EMAIL_ADDRESS, Level.NOTE, disclosure_rules.email_addresses),
    (FindingCode.POSTAL_ADDRESS, Level.NOTE, disclosure_rules.postal_addresses),
)


def _disclosure(situation: Situation) -> Iterator[Finding]:
    """In everything that will be read: text, warning, descriptions, answers of a poll."""
    draft, checks = situation.draft, situation.checks
    poll = draft.poll.options if draft.poll else ()
    text = "\n".join(
        (draft.text, draft.content_warning, *(each.alt for each in draft.media), *poll)
    )
    plain = disclosure_rules.without_links(text)
    for code, level, find in _DISCLOSED:
        yield from _found(code, level, find(plain))
    yield from _found(
        FindingCode.CONFIDENTIAL_WORD,
        Level.ASK,
        disclosure_rules.listed_words(text, checks.confidential_words),
    )
    if not any(disclosure_rules.listed_words(situation.own_names, checks.company_names)):
        names = disclosure_rules.listed_words(text, checks.company_names)
        yield from _found(FindingCode.COMPANY_NAME, Level.ASK, names)
    yield from _found(FindingCode.PRIVATE_LINK, Level.ASK, disclosure_rules.private_links(text))


def _found(code: FindingCode, level: Level, found: Iterator[str]) -> Iterator[Finding]:
    words = tuple(dict.fromkeys(found))
    if words:
        yield Finding(code, level, {"found": ", ".join(words[:3])})


def _tags(situation: Situation) -> Iterator[Finding]:
    if "#" not in situation.draft.text and "＃" not in situation.draft.text:
        return
    tags = [
        span.target
        for span in find_entities(situation.draft.text, situation.limits.rule)
        if span.kind is SpanKind.HASHTAG
    ]
    together = (f"#{tag}" for tag in tags if disclosure_rules.run_together(tag))
    yield from _found(FindingCode.TAG_RUN_TOGETHER, Level.NOTE, together)
    if len(tags) > situation.checks.most_tags > 0:
        yield Finding(FindingCode.TOO_MANY_TAGS, Level.NOTE, {"count": str(len(tags))})


def _old_parent(situation: Situation) -> Iterator[Finding]:
    written = situation.draft.reply_created_at
    if written is None or situation.now is None or situation.checks.old_days <= 0:
        return
    days = (situation.now - written).days
    if days >= situation.checks.old_days:
        yield Finding(FindingCode.OLD_PARENT, Level.NOTE, {"days": str(days)})


RULES: tuple[Callable[[Situation], Iterator[Finding]], ...] = (
    _text,
    _alt_text,
    _media,
    _poll,
    _readers,
    _support,
    _language,
    _disclosure,
    _tags,
    _old_parent,
)


class Audience(Struct, frozen=True, kw_only=True):
    """Who will read a post, as facts for one sentence.

    `follower_count` is -1 where it is not known or plays no part; `approves_followers`: our
    account is locked, so its followers are chosen.
    """

    visibility: Visibility
    mentions: tuple[str, ...] = ()
    follower_count: int = -1
    approves_followers: bool = False
    is_reply: bool = False
    reply_handle: str = ""

    @property
    def is_anyone(self) -> bool:
        return self.visibility in (Visibility.PUBLIC, Visibility.UNLISTED)

    @property
    def is_nobody_else(self) -> bool:
        """A direct post without a mention reaches only its author."""
        return self.visibility is Visibility.DIRECT and not self.mentions


def audience(
    visibility: Visibility,
    mentions: Iterable[str] = (),
    follower_count: int = -1,
    *,
    approves_followers: bool = False,
    reply_handle: str = "",
) -> Audience:
    """The readers of a post with this visibility that mentions these handles."""
    is_counted = visibility in (Visibility.FOLLOWERS, Visibility.PUBLIC, Visibility.UNLISTED)
    return Audience(
        visibility=visibility,
        mentions=tuple(dict.fromkeys(mentions)),
        follower_count=follower_count if is_counted else -1,
        approves_followers=approves_followers,
        is_reply=bool(reply_handle),
        reply_handle=reply_handle,
    )
