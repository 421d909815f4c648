"""What a network tells us that others did."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from desktop.domain.account import AccountId
from desktop.domain.post import Post
from desktop.domain.profile import Profile


class NotificationKind(StrEnum):
    MENTION = "mention"
    LIKE = "like"
    REPOST = "repost"
    FOLLOW = "follow"
    FOLLOW_REQUEST = "follow_request"
    POLL_ENDED = "poll_ended"
    EDIT = "edit"
    NEW_POST = "new_post"
    QUOTE = "quote"
    REACTION = "reaction"
    MODERATION = "moderation"
    OTHER = "other"


class Notification(Struct, frozen=True, kw_only=True, weakref=True):
    """One notification or a group of them.

    `group` joins those that say the same of the same post (empty: never joined). `people` are
    the latest first, `people_count` how many there are in all.
    """

    account: AccountId
    id: str
    kind: NotificationKind
    created_at: datetime
    people: tuple[Profile, ...] = ()
    people_count: int = 1
    post: Post | None = None
    group: str = ""
    wording: str = ""
    """For OTHER: the server's own type or fallback sentence; for REACTION the emoji."""
