"""A post as one of our accounts sees it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from desktop.domain.account import AccountId, Visibility
from desktop.domain.profile import Profile
from desktop.domain.richtext import CustomEmoji, RichText


class PostKey(NamedTuple):
    """Which post, seen by whom: the same post has one key for each of our accounts."""

    account: AccountId
    id: str


class AttachmentKind(StrEnum):
    IMAGE = "image"
    GIF = "gif"
    VIDEO = "video"
    AUDIO = "audio"
    UNKNOWN = "unknown"


class Attachment(Struct, frozen=True, kw_only=True):
    """Media of a post. Sizes in pixels, 0 where not told; `focus_*` from -1 to 1, y up."""

    id: str = ""
    kind: AttachmentKind = AttachmentKind.UNKNOWN
    url: str = ""
    preview_url: str = ""
    remote_url: str = ""
    alt: str = ""
    width: int = 0
    height: int = 0
    blurhash: str = ""
    focus_x: float = 0.0
    focus_y: float = 0.0


class PollOption(Struct, frozen=True):
    title: str
    votes: int = -1
    """-1: hidden until the end."""


class Poll(Struct, frozen=True, kw_only=True):
    id: str
    options: tuple[PollOption, ...]
    expires_at: datetime | None = None
    is_expired: bool = False
    is_multiple: bool = False
    votes: int = 0
    voters: int = -1
    has_voted: bool = False
    own_votes: tuple[int, ...] = ()
    emojis: tuple[CustomEmoji, ...] = ()


class LinkCard(Struct, frozen=True, kw_only=True):
    url: str
    title: str = ""
    description: str = ""
    provider: str = ""
    author: str = ""
    image_url: str = ""
    blurhash: str = ""


class QuoteState(StrEnum):
    SHOWN = "shown"
    PENDING = "pending"
    GONE = "gone"
    """Deleted, revoked, rejected, blocked, or a state that we do not know: not to be shown."""


class Quote(Struct, frozen=True):
    state: QuoteState
    post: Post | None = None
    id: str = ""


class Mention(Struct, frozen=True):
    id: str
    handle: str
    url: str = ""


class ReplyTo(Struct, frozen=True):
    post_id: str
    profile_id: str = ""
    handle: str = ""


class Counts(Struct, frozen=True):
    replies: int = 0
    reposts: int = 0
    likes: int = 0
    quotes: int = 0


class Viewer(Struct, frozen=True):
    """What our account has done with it."""

    has_liked: bool = False
    has_reposted: bool = False
    has_bookmarked: bool = False
    has_muted: bool = False
    has_pinned: bool = False


class FilterMatch(Struct, frozen=True):
    """A server's own filter that matched; `action` is warn, hide or blur."""

    title: str
    action: str = "warn"


class Post(Struct, frozen=True, kw_only=True, weakref=True):
    """`id` is the server's, opaque; `uri` is the same on every server of the network.

    A repost is a Post of its own (author: who reposted; created_at: when) with `repost_of`
    and no text. `problem` is set for a post that could not be read: it then says what was odd,
    and `text` holds whatever could be saved.
    """

    account: AccountId
    id: str
    uri: str
    url: str = ""
    author: Profile
    created_at: datetime
    edited_at: datetime | None = None
    text: RichText = RichText()
    content_warning: str = ""
    is_sensitive: bool = False
    visibility: Visibility = Visibility.PUBLIC
    language: str = ""
    attachments: tuple[Attachment, ...] = ()
    poll: Poll | None = None
    card: LinkCard | None = None
    quote: Quote | None = None
    reply_to: ReplyTo | None = None
    repost_of: Post | None = None
    mentions: tuple[Mention, ...] = ()
    tags: tuple[str, ...] = ()
    emojis: tuple[CustomEmoji, ...] = ()
    counts: Counts = Counts()
    viewer: Viewer = Viewer()
    filters: tuple[FilterMatch, ...] = ()
    application: str = ""
    problem: str = ""
    raw: str = ""
    """The server's JSON, only where `problem` is set."""

    @property
    def key(self) -> PostKey:
        return PostKey(self.account, self.id)

    @property
    def shown(self) -> Post:
        """The post that a reader sees: the reposted one for a repost."""
        return self.repost_of or self


class PostAction(StrEnum):
    LIKE = "like"
    UNLIKE = "unlike"
    REPOST = "repost"
    UNREPOST = "unrepost"
    BOOKMARK = "bookmark"
    UNBOOKMARK = "unbookmark"
    PIN = "pin"
    UNPIN = "unpin"
    MUTE_THREAD = "mute_thread"
    UNMUTE_THREAD = "unmute_thread"


class Thread(Struct, frozen=True):
    """A post with what came before and after, both oldest first."""

    before: tuple[Post, ...]
    post: Post
    after: tuple[Post, ...]


class PostEdit(Struct, frozen=True):
    at: datetime
    text: RichText
    content_warning: str = ""


class PostSource(Struct, frozen=True):
    """A post's text as it was typed, for editing."""

    text: str
    content_warning: str = ""
