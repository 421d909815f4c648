"""Our own accounts, their servers and what they can do."""

from __future__ import annotations

from enum import StrEnum
from typing import NewType

from msgspec import Struct

from desktop.domain.timeline_kind import TimelineKind

AccountId = NewType("AccountId", str)
"""Made by us: network:handle@host, e.g. mastodon:claire@example.org; stable, used as a key."""

ACCOUNT_COLOURS = (
    "#0E7490", "#7C5CBF", "#C2843A", "#3F8F6B", "#3E7CB1", "#A0623A", "#8A5A9E", "#556B8D",
)  # fmt: skip


class CountUnit(StrEnum):
    GRAPHEMES = "graphemes"
    CODE_POINTS = "code_points"
    WEIGHTED = "weighted"
    UTF8_BYTES = "utf8_bytes"


class CountRule(StrEnum):
    """Which rule of `text/counting.py` a server counts by."""

    MASTODON = "mastodon"
    GRAPHEMES = "graphemes"
    """Plain graphemes, nothing discounted (Pleroma, Akkoma)."""
    CODE_POINTS = "code_points"
    BLUESKY = "bluesky"
    X = "x"


class Limits(Struct, frozen=True, kw_only=True):
    """What a server says it takes. 0 in `max_characters`: no limit."""

    rule: CountRule = CountRule.MASTODON
    max_characters: int = 500
    characters_per_url: int = 23
    max_attachments: int = 4
    max_alt_characters: int = 1500
    max_image_bytes: int = 16_777_216
    max_image_pixels: int = 33_177_600
    image_types: tuple[str, ...] = ("image/jpeg", "image/png", "image/gif", "image/webp")
    max_poll_options: int = 4
    max_poll_option_characters: int = 50
    min_poll_seconds: int = 300
    max_poll_seconds: int = 2_629_746


class Visibility(StrEnum):
    PUBLIC = "public"
    UNLISTED = "unlisted"
    FOLLOWERS = "followers"
    DIRECT = "direct"
    LOCAL = "local"


class Capabilities(Struct, frozen=True, kw_only=True):
    """What can be done on this account's server; the screen offers nothing else."""

    timelines: frozenset[TimelineKind] = frozenset()
    visibilities: tuple[Visibility, ...] = (Visibility.PUBLIC,)
    can_stream: bool = False
    can_search_posts: bool = False
    can_like: bool = True
    can_repost: bool = True
    can_quote: bool = False
    can_bookmark: bool = False
    can_edit: bool = False
    can_delete: bool = True
    can_poll: bool = False
    can_follow: bool = True
    can_mute: bool = True
    can_block: bool = True
    can_warn: bool = False
    """Content warnings."""
    can_upload: bool = False
    can_set_language: bool = False
    has_idempotency: bool = False
    """The server honours Idempotency-Key; where not, look before sending again."""
    limits: Limits = Limits()


class Account(Struct, frozen=True, kw_only=True):
    """`server` is the API's base address without a final slash: https://example.org."""

    id: AccountId
    network: str
    server: str
    handle: str
    profile_id: str
    name: str = ""
    avatar_url: str = ""
    colour: str = ACCOUNT_COLOURS[0]
    software: str = ""
    """As the server calls itself: mastodon, gotosocial, pleroma, akkoma, friendica, takahe, …"""
    version: str = ""
    capabilities: Capabilities = Capabilities()
    default_visibility: Visibility = Visibility.PUBLIC
    default_language: str = ""
    follower_count: int = -1
    undo_send_seconds: int = -1
    """How long a post can be taken back, 0 to 120; -1: as the setting says."""
    is_kept: bool = True
    """False: for this run only, its secrets are in memory and the account is not saved."""

    @property
    def display_name(self) -> str:
        return self.name or self.handle.partition("@")[0]


class Credentials(Struct, frozen=True, kw_only=True):
    """What signs requests; only `services/secrets.py` keeps it. Never printed."""

    values: dict[str, str]

    def __repr__(self) -> str:
        return "Credentials(…)"


class SessionState(StrEnum):
    OPENING = "opening"
    READY = "ready"
    OFFLINE = "offline"
    SIGNED_OUT = "signed_out"
    LOCKED = "locked"
    """Its secrets cannot be read: no keyring, or a locked one."""
