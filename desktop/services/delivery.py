"""One try to deliver a post, and what its outcome means: taken, not taken, or nobody knows.

A post that may have been taken is looked for before it is sent again. Where the server honours
Idempotency-Key the same key goes out again as well, so that even a post that was not found is
not made twice; Mastodon keeps keys for an hour (app/services/post_status_service.rb).
"""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import msgspec

from desktop.domain.draft import DraftMedia, OutboxItem, OutboxState
from desktop.domain.errors import (
    AccessDenied,
    NetworkError,
    NotFound,
    NotSupported,
    Offline,
    OfflineCause,
    RateLimited,
    Rejected,
    SignedOut,
)
from desktop.domain.post import Post
from desktop.networks.base import Adapter

KEY_LIFE = timedelta(minutes=50)
"""Mastodon's hour, less what clocks may differ."""
FIRST_RETRY = 5.0
LAST_RETRY = 900.0

Keep = Callable[[OutboxItem], Awaitable[None]]
"""Makes a new form of the item durable."""
Progress = Callable[[float], None]


class InDoubt(NetworkError):
    """It may have been posted, and this server can neither be asked nor takes a key."""


class Delivery:
    """Delivers one item. `item` is its newest form, also after an error.

    `is_other` tells whether a post's id is that of another item that was sent.
    """

    def __init__(
        self,
        item: OutboxItem,
        adapter: Adapter,
        *,
        keep: Keep,
        on_progress: Progress,
        is_other: Callable[[str], bool],
        now: Callable[[], datetime],
    ) -> None:
        self.item = item
        self._adapter = adapter
        self._keep = keep
        self._on_progress = on_progress
        self._is_other = is_other
        self._now = now

    async def run(self) -> Post:
        """The post, sent now or found sent. Raises what the adapter raises, and InDoubt; of an
        error that leaves `item.first_try_at` None the server took nothing."""
        # An edit made twice is made once: there is nothing to look for.
        if self.item.first_try_at is not None and not self.item.draft.edits:
            found = await self._find()
            if found is not None:
                return found
        await self._upload()
        return await self._publish()

    async def _find(self) -> Post | None:
        """The post that an earlier try made; None: there is none, or its key guards it."""
        try:
            found = await self._adapter.find_sent(self.item)
        except (NotSupported, AccessDenied, Rejected, NotFound):
            if not self._key_is_fresh():
                raise InDoubt from None
            return None
        return None if found is None or self._is_other(found.id) else found

    def _key_is_fresh(self) -> bool:
        first = self.item.first_try_at
        return (
            self._adapter.account.capabilities.has_idempotency
            and first is not None
            and timedelta(0) <= self._now() - first < KEY_LIFE
        )

    async def _upload(self) -> None:
        media = self.item.draft.media
        missing = [place for place, each in enumerate(media) if not each.remote_id]
        if not missing:
            return
        await self._become(state=OutboxState.UPLOADING, progress=0.0)
        for done, place in enumerate(missing):

            def progress(part: float, done: int = done) -> None:
                self._on_progress((done + part) / len(missing))

            uploaded = await self._adapter.upload(media[place], progress)
            media = _with_id(media, place, uploaded.id)
            await self._become(draft=msgspec.structs.replace(self.item.draft, media=media))
        self._on_progress(1.0)

    async def _publish(self) -> Post:
        earlier = self.item.first_try_at
        await self._become(
            state=OutboxState.SENDING,
            attempts=self.item.attempts + 1,
            next_at=None,
            first_try_at=earlier or self._now(),
        )
        try:
            return await self._adapter.publish(self.item)
        except NetworkError as error:
            if is_not_taken(error):
                if (
                    earlier
                    and not self.item.draft.edits
                    and isinstance(error, Rejected | AccessDenied)
                ):
                    # Some servers refuse what they have already, as a duplicate.
                    found = await self._find()
                    if found is not None:
                        return found
                self.item = msgspec.structs.replace(self.item, first_try_at=earlier)
            raise

    async def _become(self, **changes: object) -> None:
        item = msgspec.structs.replace(self.item, **changes)
        await self._keep(item)
        self.item = item


def is_not_taken(error: NetworkError) -> bool:
    """The server said no, or never heard of it."""
    if isinstance(error, Offline):
        return error.cause in (OfflineCause.NAME, OfflineCause.REFUSED)
    return is_final(error) or isinstance(error, RateLimited | SignedOut)


def is_final(error: NetworkError) -> bool:
    """Asking again would bring the same answer."""
    return isinstance(error, Rejected | AccessDenied | NotFound | NotSupported)


def retry_at(error: BaseException, attempts: int, now: datetime) -> datetime:
    """When the server allows it, else after 5 s, 10 s, … 15 min, each a bit sooner or later."""
    if isinstance(error, RateLimited):
        return max(error.until, now + timedelta(seconds=1))
    seconds = min(LAST_RETRY, FIRST_RETRY * 2 ** min(max(0, attempts - 1), 10))
    return now + timedelta(seconds=seconds * random.uniform(0.8, 1.2))  # noqa: S311 - no secret


def _with_id(media: tuple[DraftMedia, ...], place: int, remote_id: str) -> tuple[DraftMedia, ...]:
    with_id = msgspec.structs.replace(media[place], remote_id=remote_id)
    return (*media[:place], with_id, *media[place + 1 :])
