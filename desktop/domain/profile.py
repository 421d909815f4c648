"""Anyone's profile, and how one of our accounts stands to it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from desktop.domain.richtext import CustomEmoji, RichText


class ProfileField(Struct, frozen=True):
    name: str
    value: RichText
    is_verified: bool = False


class Profile(Struct, frozen=True, kw_only=True):
    """`handle` is written without @ and with its host: bob@example.org."""

    id: str
    handle: str
    name: str = ""
    url: str = ""
    avatar_url: str = ""
    """A still picture where the server has one."""
    moving_avatar_url: str = ""
    """Where it also has one that moves."""
    header_url: str = ""
    bio: RichText = RichText()
    fields: tuple[ProfileField, ...] = ()
    emojis: tuple[CustomEmoji, ...] = ()
    is_bot: bool = False
    is_locked: bool = False
    follower_count: int = -1
    """-1: not told."""
    following_count: int = -1
    post_count: int = -1
    created_at: datetime | None = None
    moved_to: str = ""

    @property
    def display_name(self) -> str:
        return self.name or self.handle.partition("@")[0]


class Relationship(Struct, frozen=True, kw_only=True):
    profile_id: str
    is_following: bool = False
    is_requested: bool = False
    is_followed_by: bool = False
    is_muting: bool = False
    is_blocking: bool = False
    note: str = ""


class ProfileAction(StrEnum):
    FOLLOW = "follow"
    UNFOLLOW = "unfollow"
    MUTE = "mute"
    UNMUTE = "unmute"
    BLOCK = "block"
    UNBLOCK = "unblock"
