"""The JSON of the Mastodon API, as its servers really send it.

Source: docs.joinmastodon.org/entities, and the answers in tests/data. Every field may be
missing or null; what is of an odd type is dropped by `lenient.py`, not here.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct

Id = str | int | None
Time = str | int | float | None
Number = int | float | None


class Emoji(Struct, frozen=True):
    shortcode: str | None = None
    url: str | None = None
    static_url: str | None = None


class Field(Struct, frozen=True):
    name: str | None = None
    value: str | None = None
    verified_at: Time = None


class Source(Struct, frozen=True):
    privacy: str | None = None
    language: str | None = None
    sensitive: bool | None = None


class Account(Struct, frozen=True):
    id: Id = None
    username: str | None = None
    acct: str | None = None
    url: str | None = None
    display_name: str | None = None
    note: str | None = None
    avatar: str | None = None
    avatar_static: str | None = None
    header: str | None = None
    locked: bool | None = None
    bot: bool | None = None
    created_at: Time = None
    followers_count: Number = None
    following_count: Number = None
    statuses_count: Number = None
    emojis: list[Emoji] | None = None
    fields: list[Field] | None = None
    moved: Account | None = None
    source: Source | None = None


class Mention(Struct, frozen=True):
    id: Id = None
    username: str | None = None
    acct: str | None = None
    url: str | None = None


class Tag(Struct, frozen=True):
    name: str | None = None
    url: str | None = None
    following: bool | None = None


class Size(Struct, frozen=True):
    width: Number = None
    height: Number = None


class Focus(Struct, frozen=True):
    x: Number = None
    y: Number = None


class Meta(Struct, frozen=True):
    original: Size | None = None
    small: Size | None = None
    focus: Focus | None = None


class Media(Struct, frozen=True):
    id: Id = None
    type: str | None = None
    url: str | None = None
    preview_url: str | None = None
    remote_url: str | None = None
    description: str | None = None
    blurhash: str | None = None
    meta: Meta | None = None


class PollOption(Struct, frozen=True):
    title: str | None = None
    votes_count: Number = None


class Poll(Struct, frozen=True):
    id: Id = None
    expires_at: Time = None
    expired: bool | None = None
    multiple: bool | None = None
    votes_count: Number = None
    voters_count: Number = None
    voted: bool | None = None
    own_votes: list[int] | None = None
    options: list[PollOption] | None = None
    emojis: list[Emoji] | None = None


class CardAuthor(Struct, frozen=True):
    name: str | None = None


class Card(Struct, frozen=True):
    url: str | None = None
    title: str | None = None
    description: str | None = None
    type: str | None = None
    author_name: str | None = None
    authors: list[CardAuthor] | None = None
    provider_name: str | None = None
    image: str | None = None
    blurhash: str | None = None


class Filter(Struct, frozen=True):
    id: Id = None
    title: str | None = None
    context: list[str] | None = None
    filter_action: str | None = None
    expires_at: Time = None


class FilterResult(Struct, frozen=True):
    filter: Filter | None = None


class Application(Struct, frozen=True):
    name: str | None = None


class Pleroma(Struct, frozen=True):
    """The extension under `pleroma` of Pleroma's and Akkoma's posts."""

    content: dict[str, Any] | None = None
    quote: Any = None
    quote_visible: bool | None = None
    in_reply_to_account_acct: str | None = None
    local: bool | None = None


class Status(Struct, frozen=True):
    id: Id = None
    uri: str | None = None
    url: str | None = None
    account: Account | None = None
    created_at: Time = None
    edited_at: Time = None
    content: str | None = None
    spoiler_text: str | None = None
    sensitive: bool | None = None
    visibility: str | None = None
    local_only: bool | None = None
    language: str | None = None
    in_reply_to_id: Id = None
    in_reply_to_account_id: Id = None
    reblog: Status | None = None
    media_attachments: list[Media] | None = None
    mentions: list[Mention] | None = None
    tags: list[Tag] | None = None
    emojis: list[Emoji] | None = None
    poll: Poll | None = None
    card: Card | None = None
    quote: Any = None
    """A Quote of Mastodon 4.5 (it has a `state`), or with Akkoma the quoted Status itself."""
    filtered: list[FilterResult] | None = None
    application: Application | None = None
    replies_count: Number = None
    reblogs_count: Number = None
    favourites_count: Number = None
    quotes_count: Number = None
    favourited: bool | None = None
    reblogged: bool | None = None
    bookmarked: bool | None = None
    muted: bool | None = None
    pinned: bool | None = None
    pleroma: Pleroma | None = None


class Quote(Struct, frozen=True):
    state: str | None = None
    quoted_status: Status | None = None
    quoted_status_id: Id = None


class Fallback(Struct, frozen=True):
    title: str | None = None
    summary: str | None = None


class Notification(Struct, frozen=True):
    id: Id = None
    type: str | None = None
    created_at: Time = None
    account: Account | None = None
    status: Status | None = None
    group_key: str | None = None
    emoji: str | None = None
    fallback: Fallback | None = None


class NotificationGroup(Struct, frozen=True):
    group_key: str | None = None
    notifications_count: Number = None
    type: str | None = None
    most_recent_notification_id: Id = None
    page_min_id: Id = None
    page_max_id: Id = None
    latest_page_notification_at: Time = None
    sample_account_ids: list[str | int] | None = None
    status_id: Id = None
    fallback: Fallback | None = None


class Conversation(Struct, frozen=True):
    id: Id = None
    unread: bool | None = None
    accounts: list[Account] | None = None
    last_status: Status | None = None


class Relationship(Struct, frozen=True):
    id: Id = None
    following: bool | None = None
    requested: bool | None = None
    followed_by: bool | None = None
    muting: bool | None = None
    blocking: bool | None = None
    note: str | None = None


class List(Struct, frozen=True):
    id: Id = None
    title: str | None = None


class StatusEdit(Struct, frozen=True):
    content: str | None = None
    spoiler_text: str | None = None
    created_at: Time = None
    emojis: list[Emoji] | None = None


class StatusSource(Struct, frozen=True):
    text: str | None = None
    spoiler_text: str | None = None


class StreamFrame(Struct, frozen=True):
    stream: list[str] | None = None
    event: str | None = None
    payload: Any = None
    error: str | None = None
    status: int | None = None


class UploadedFile(Struct, frozen=True):
    id: Id = None
    url: str | None = None
