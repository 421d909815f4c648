"""What a network's adapter does, as small Protocols.

An adapter is one signed-in account's way to its server. It holds no state that cannot be
thrown away, never touches the store, and raises only `domain.errors` (NetworkError and its
children; SignInError from SignsIn). Every coroutine may be cancelled at any await.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from enum import StrEnum
from typing import Protocol, runtime_checkable

from msgspec import Struct

from desktop.domain.account import Account, Credentials
from desktop.domain.draft import DraftMedia, OutboxItem, UploadedMedia
from desktop.domain.post import Poll, Post, PostAction, PostEdit, PostSource, Thread
from desktop.domain.profile import Profile, ProfileAction, Relationship
from desktop.domain.query import Query
from desktop.domain.richtext import CustomEmoji
from desktop.domain.stream import StreamEvent
from desktop.domain.timeline import Cursor, ListInfo, Page, TimelineKey


class Budget(Struct, frozen=True):
    """What a server still lets us ask. -1: it does not say. `resets_at`: POSIX seconds."""

    limit: int = -1
    remaining: int = -1
    resets_at: float = 0.0


class Media(Struct, frozen=True):
    body: bytes
    mime: str


@runtime_checkable
class Reads(Protocol):
    async def fetch(self, key: TimelineKey, cursor: Cursor | None = None, limit: int = 40) -> Page:
        """One page of a timeline; without a cursor the newest.

        Duplicates and wrong order within the page are already mended; a page that brings
        nothing and has `older` is allowed, the same `older` cursor twice is not.
        Raises NotSupported for kinds that are not in the account's capabilities.
        """
        ...

    async def newer(self, key: TimelineKey, than_id: str, limit: int = 40) -> Page:
        """The page directly above the post or notification `than_id` (no gap between). Its
        `newer` is None when nothing is above it. Raises NotSupported where the server can only
        page downwards; the caller then pages down from the top."""
        ...

    def fill_cursor(self, key: TimelineKey, below_id: str) -> Cursor:
        """The cursor that reads on directly below the post `below_id`; empty where the server
        has none (its order is its own)."""
        ...

    async def thread(self, post_id: str) -> Thread: ...

    async def post(self, post_id: str) -> Post: ...

    async def resolve_post(self, url: str) -> Post:
        """A post of another server, by its address or uri, as this account sees it."""
        ...

    async def profile(self, profile_id: str) -> Profile: ...

    async def find_profile(self, handle: str) -> Profile:
        """By handle, with or without @ and host."""
        ...

    async def relationship(self, profile_id: str) -> Relationship: ...

    async def lists(self) -> tuple[ListInfo, ...]: ...

    async def followed_tags(self) -> tuple[str, ...]: ...

    async def emojis(self) -> tuple[CustomEmoji, ...]:
        """The server's own, for the composer."""
        ...

    async def history(self, post_id: str) -> tuple[PostEdit, ...]:
        """Former texts, oldest first."""
        ...

    async def media(self, url: str, max_bytes: int) -> Media:
        """An avatar, a picture, an emoji. Raises Rejected when it is larger than `max_bytes`
        or of no type that is a picture, a film or a sound."""
        ...

    async def refresh_account(self) -> Account:
        """The account with its capabilities, limits, name and picture as they are now."""
        ...

    def budget(self) -> Budget: ...


@runtime_checkable
class Writes(Protocol):
    async def publish(self, item: OutboxItem) -> Post:
        """Send it; all its media have their `remote_id`. Sends `item.key` as Idempotency-Key.

        Raises Rejected when the server refused it for good, RateLimited, SignedOut, Offline
        or ServerFault when it is unknown whether it was taken: then the caller asks
        `find_sent` before it tries again. For a draft with `edits` it changes that post.
        """
        ...

    async def find_sent(self, item: OutboxItem) -> Post | None:
        """Look among the account's own latest posts for one that this item must have made
        (same text, reply and media count, created after the item)."""
        ...

    async def upload(
        self, media: DraftMedia, on_progress: Callable[[float], None]
    ) -> UploadedMedia:
        """Send the file with its alt text and wait until the server has processed it.
        `on_progress` hears 0 to 1."""
        ...

    async def act(self, action: PostAction, post_id: str) -> Post:
        """Do it and return the post (never the wrapper of a repost) as it is then."""
        ...

    async def delete(self, post_id: str) -> None: ...

    async def source(self, post_id: str) -> PostSource: ...

    async def vote(self, post_id: str, poll_id: str, choices: tuple[int, ...]) -> Poll: ...

    async def act_on_profile(self, action: ProfileAction, profile_id: str) -> Relationship: ...


@runtime_checkable
class Streams(Protocol):
    def stream(self, keys: frozenset[TimelineKey]) -> AsyncIterator[StreamEvent]:
        """Live events for `keys`, for ever: it reconnects by itself (back-off with jitter) and
        says StreamOpened after each connection, StreamClosed after each loss. Keys that cannot
        be streamed are not in StreamOpened.keys. Raises SignedOut when the token is no longer
        taken, NotSupported when this server has no streaming. Closed by aclose()."""
        ...

    def set_keys(self, keys: frozenset[TimelineKey]) -> None:
        """Change what the running stream listens to, without a new connection."""
        ...


@runtime_checkable
class Searches(Protocol):
    async def search_posts(self, query: Query, cursor: Cursor | None = None) -> Page:
        """What the server's own search finds for as much of the query as it understands; the
        caller matches the results again with the whole query. Raises NotSupported."""
        ...

    async def search_profiles(self, text: str, limit: int = 8) -> tuple[Profile, ...]: ...

    async def search_tags(self, text: str, limit: int = 8) -> tuple[str, ...]: ...


@runtime_checkable
class Adapter(Reads, Writes, Streams, Searches, Protocol):
    """Everything that one signed-in account can do."""

    @property
    def account(self) -> Account: ...

    async def close(self) -> None:
        """Let go of its connections. It may not be used afterwards."""
        ...


class SignInStart(Struct, frozen=True, kw_only=True):
    """A sign-in that was begun. `values` are secrets of this attempt, in memory only."""

    server: str
    authorize_url: str
    redirect_uri: str
    state: str
    values: dict[str, str]

    def __repr__(self) -> str:
        return f"SignInStart({self.server})"


OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob"


class SignInWay(StrEnum):
    """How a network lets a person in; `SignsIn.ways` has those that it knows, best first."""

    BROWSER = "browser"
    """Says yes on the server's own page: `begin` and `complete`."""
    PASSWORD = "password"  # noqa: S105 - the name of a way
    """Types a name and a password that was made for this program: `enter`."""


@runtime_checkable
class SignsIn(Protocol):
    @property
    def ways(self) -> tuple[SignInWay, ...]: ...

    async def find_server(self, text: str) -> str:
        """The API's base address for what a person typed: a name, a handle, an address with a
        port. Raises SignInError."""
        ...

    async def begin(self, server: str, redirect_uri: str, language: str = "") -> SignInStart:
        """Register with the server and make the address for the system browser."""
        ...

    async def complete(self, start: SignInStart, code: str) -> tuple[Account, Credentials]:
        """Exchange the code for a token and read who we are."""
        ...

    async def enter(self, name: str, password: str, server: str) -> tuple[Account, Credentials]:
        """Sign in by name and password. `server` is what `find_server` gave. The password is
        not kept. Raises SignInError: WRONG_PASSWORD, WRONG_KIND_OF_PASSWORD; NotSupported where
        PASSWORD is not one of the ways."""
        ...

    async def revoke(self, account: Account, credentials: Credentials) -> None:
        """Take the token back at the server."""
        ...
