"""What is being written, and what is on its way."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from desktop.domain.account import AccountId, Visibility


class DraftMedia(Struct, frozen=True, kw_only=True):
    """`path` is a copy of the file in the profile's own folder, so that it cannot vanish."""

    id: str
    path: str
    mime: str
    alt: str = ""
    name: str = ""
    size: int = 0
    width: int = 0
    height: int = 0
    focus_x: float = 0.0
    focus_y: float = 0.0
    remote_id: str = ""
    """The server's id, once it is uploaded or when an edited post already had it."""
    part: int = 0
    """Which part of a thread it belongs to, from 0."""
    preview_url: str = ""
    """Where an edited post's own picture can be seen; its `path` is empty."""


class PollDraft(Struct, frozen=True):
    options: tuple[str, ...]
    seconds: int = 86_400
    is_multiple: bool = False


class Draft(Struct, frozen=True, kw_only=True):
    id: str
    account: AccountId
    others: tuple[AccountId, ...] = ()
    """Accounts that post it as well."""
    is_thread: bool = False
    """Posted as a thread, cut where a part is full and where the text has a cut mark."""
    is_numbered: bool = False
    part_warnings: tuple[str | None, ...] = ()
    """Content warnings of the parts of a thread; None and missing ones: that of the draft."""
    text: str = ""
    content_warning: str = ""
    is_sensitive: bool = False
    visibility: Visibility = Visibility.PUBLIC
    language: str = ""
    media: tuple[DraftMedia, ...] = ()
    poll: PollDraft | None = None
    reply_to: str = ""
    """Id of the post that is answered, on this account's server."""
    reply_handle: str = ""
    reply_excerpt: str = ""
    reply_uri: str = ""
    """The same on every server: finds the post again when another account is to answer."""
    reply_created_at: datetime | None = None
    reply_visibility: Visibility | None = None
    reply_people: tuple[str, ...] = ()
    """Handles of its author and of those whom it mentions, ours included."""
    quote: str = ""
    """Id of the post that is quoted."""
    quote_handle: str = ""
    quote_excerpt: str = ""
    quote_uri: str = ""
    quote_visibility: Visibility | None = None
    edits: str = ""
    """Id of the post that this changes."""
    updated_at: datetime | None = None

    @property
    def all_accounts(self) -> tuple[AccountId, ...]:
        """The first is the main one."""
        return (self.account, *(each for each in self.others if each != self.account))

    @property
    def is_empty(self) -> bool:
        return not (self.text.strip() or self.content_warning.strip() or self.media or self.poll)


class OutboxState(StrEnum):
    HELD = "held"
    """Waits for its due time: can still be taken back."""
    UPLOADING = "uploading"
    SENDING = "sending"
    """The first byte may have left: only an answer or a look at the server can say."""
    RETRYING = "retrying"
    REFUSED = "refused"
    SENT = "sent"


class OutboxItem(Struct, frozen=True, kw_only=True):
    """A post on its way. `key` is the Idempotency-Key, made with the row and never changed."""

    id: str
    key: str
    draft: Draft
    state: OutboxState
    due_at: datetime
    created_at: datetime
    attempts: int = 0
    next_at: datetime | None = None
    first_try_at: datetime | None = None
    """When it was first sent without a clear answer; None: no server can have taken it."""
    reason: str = ""
    """Why it was refused, in the server's words."""
    post_id: str = ""
    post_url: str = ""
    after: str = ""
    """The item that this one answers and waits for: the part of a thread before it."""
    group: str = ""
    """The same for all items that were submitted together."""
    whole: Draft | None = None
    """What was composed, where it became several items; `group_size` says how many."""
    group_size: int = 1
    progress: float = 0.0
    """Of the uploads, 0 to 1; not kept over a restart."""


class UploadedMedia(Struct, frozen=True):
    id: str
