"""What the world keeps: posts, polls and deeds, the same for all who look at them."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct, field

from desktop.domain.account import Visibility
from desktop.domain.notification import NotificationKind
from desktop.domain.post import Attachment, LinkCard, PostEdit
from desktop.domain.richtext import RichText


class Ballot(Struct, kw_only=True):
    """A poll; `strangers` are votes of people whom we do not know by name."""

    id: str
    options: tuple[str, ...]
    strangers: list[int]
    ends_at: datetime
    is_multiple: bool = False
    votes: dict[str, tuple[int, ...]] = field(default_factory=dict)
    is_announced: bool = False

    def tally(self) -> list[int]:
        return [
            count + sum(choice in chosen for chosen in self.votes.values())
            for choice, count in enumerate(self.strangers)
        ]


class Writing(Struct, kw_only=True):
    """A post or a repost. `author`, `mentions`, `liked_by`, … are profile ids."""

    id: str
    author: str
    at: datetime
    source: str = ""
    text: RichText = RichText()
    warning: str = ""
    is_sensitive: bool = False
    visibility: Visibility = Visibility.PUBLIC
    language: str = ""
    attachments: tuple[Attachment, ...] = ()
    card: LinkCard | None = None
    ballot: Ballot | None = None
    reply_to: str = ""
    quote_of: str = ""
    repost_of: str = ""
    mentions: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    edited_at: datetime | None = None
    edits: list[PostEdit] = field(default_factory=list)
    replies: list[str] = field(default_factory=list)
    quotes: list[str] = field(default_factory=list)
    liked_by: dict[str, None] = field(default_factory=dict)
    reposts: dict[str, str] = field(default_factory=dict)
    """Who reposted it, and the id of the repost."""
    strange_likes: int = 0
    strange_reposts: int = 0
    application: str = "Volière"


class Deed(Struct, kw_only=True):
    """What somebody did that `owner` is told of; `people` are the latest first."""

    id: str
    owner: str
    kind: NotificationKind
    at: datetime
    people: list[str]
    post: str = ""
    group: str = ""


class Shelf(Struct, kw_only=True):
    """What belongs to one signed-in account. Lists of (running number, post id)."""

    bookmarks: dict[str, int] = field(default_factory=dict)
    likes: dict[str, int] = field(default_factory=dict)
    pins: dict[str, None] = field(default_factory=dict)
    muted_threads: set[str] = field(default_factory=set)
    tags: list[str] = field(default_factory=list)
    lists: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    """By id: title and members."""
    deeds: list[Deed] = field(default_factory=list)
    """Oldest first."""
    sent: dict[str, str] = field(default_factory=dict)
    """Idempotency keys and what they made."""


class Upload(Struct, frozen=True):
    body: bytes
    mime: str
    width: int
    height: int
    alt: str


class Change(Struct, frozen=True, tag=True):
    """What happened in the world."""


class Written(Change, frozen=True):
    post: str


class Changed(Change, frozen=True):
    post: str


class Removed(Change, frozen=True):
    post: str


class Done(Change, frozen=True):
    deed: Deed
