"""Reading timelines: which address, which page, in which order."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from urllib.parse import quote

import msgspec

from desktop.domain.errors import NotFound, NotSupported, Rejected
from desktop.domain.notification import NotificationKind
from desktop.domain.post import Post
from desktop.domain.timeline import SERVER_ORDERED, Cursor, Page, TimelineKey, TimelineKind
from desktop.networks.answers import Response
from desktop.networks.lenient import Decoded, read_list
from desktop.networks.mastodon import wire
from desktop.networks.mastodon.api import Api
from desktop.networks.mastodon.mapping import posts_of
from desktop.networks.mastodon.notifications import notifications_of, read_groups
from desktop.networks.mastodon.people import Here
from desktop.networks.mastodon.values import id_of
from desktop.networks.paging import id_order, older_cursor, read_cursor, read_links, write_cursor

MAX_LIMIT = 40
_AT_ONCE = 10

_PATHS = {
    TimelineKind.HOME: "/api/v1/timelines/home",
    TimelineKind.LOCAL: "/api/v1/timelines/public",
    TimelineKind.FEDERATED: "/api/v1/timelines/public",
    TimelineKind.HASHTAG: "/api/v1/timelines/tag/{}",
    TimelineKind.LIST: "/api/v1/timelines/list/{}",
    TimelineKind.PROFILE: "/api/v1/accounts/{}/statuses",
    TimelineKind.BOOKMARKS: "/api/v1/bookmarks",
    TimelineKind.LIKES: "/api/v1/favourites",
    TimelineKind.CONVERSATIONS: "/api/v1/conversations",
}
_PUBLIC = frozenset({TimelineKind.LOCAL, TimelineKind.FEDERATED, TimelineKind.HASHTAG})
_NOTIFICATIONS = frozenset({TimelineKind.NOTIFICATIONS, TimelineKind.MENTIONS})
BY_ID = (frozenset(_PATHS) | _NOTIFICATIONS) - SERVER_ORDERED
"""The kinds whose pages can be asked for by the id of a post."""


class Timelines:
    """The paged timelines of one account."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._has_groups = api.quirks.has_groups

    async def page(self, key: TimelineKey, cursor: Cursor | None, limit: int) -> Page:
        if key.kind in _NOTIFICATIONS:
            return await self._notifications(key.kind, cursor, limit)
        if key.kind not in _PATHS:
            raise NotSupported(key.kind.value)
        path = _PATHS[key.kind].format(quote(key.parameter, safe=""))
        params = _params(cursor, limit)
        if key.kind is TimelineKind.LOCAL:
            params["local"] = "true"
        answer = await self._api.get(path, params.items(), is_public=key.kind in _PUBLIC)
        if key.kind is TimelineKind.CONVERSATIONS:
            return self._conversations(answer, cursor)
        found = read_list(answer, wire.Status)
        return await self._posts(answer, found, cursor, by_id=key.kind in BY_ID)

    async def newer(self, key: TimelineKey, than_id: str, limit: int) -> Page:
        if key.kind not in BY_ID:
            raise NotSupported(key.kind.value)
        return await self.page(key, write_cursor({"min_id": than_id}), limit)

    async def _posts(
        self, answer: Response, found: list[Decoded], cursor: Cursor | None, *, by_id: bool
    ) -> Page:
        posts = await gently(found, self._api.here)
        ids = [id_of(one.value.id) for one in found if one.value is not None and one.value.id]
        return Page(
            posts=in_order(posts) if by_id else without_repeats(posts),
            older=older_cursor(cursor, _links(answer), ids, by_id=by_id),
            newer=_newer(ids) if by_id else None,
            complete=answer.status != 206,
        )

    def _conversations(self, answer: Response, cursor: Cursor | None) -> Page:
        found = read_list(answer, wire.Conversation)
        last = [
            Decoded(one.value.last_status)
            for one in found
            if one.value is not None and one.value.last_status is not None
        ]
        posts = posts_of(last, self._api.here)
        older = older_cursor(cursor, _links(answer), (), by_id=False)
        return Page(posts=without_repeats(posts), older=older)

    async def _notifications(self, kind: TimelineKind, cursor: Cursor | None, limit: int) -> Page:
        params = _params(cursor, limit)
        only_mentions = kind is TimelineKind.MENTIONS
        if self._has_groups and not only_mentions:
            try:
                answer = await self._api.get("/api/v2/notifications", params.items())
            except (NotFound, Rejected):
                # older than 4.3: asked once, then remembered
                self._has_groups = False
            else:
                groups, lowest = read_groups(answer, self._api.here)
                ids = [*lowest, *(one.id for one in groups)]
                return Page(
                    notifications=groups,
                    older=older_cursor(cursor, _links(answer), ids, by_id=True),
                    newer=_newer(ids),
                )
        if only_mentions:
            params["types[]"] = "mention"
        answer = await self._api.get("/api/v1/notifications", params.items())
        found = read_list(answer, wire.Notification)
        ids = [id_of(one.value.id) for one in found if one.value is not None and one.value.id]
        notifications = notifications_of(found, self._api.here)
        if only_mentions:
            notifications = tuple(
                one for one in notifications if one.kind is NotificationKind.MENTION
            )
        return Page(
            notifications=notifications,
            older=older_cursor(cursor, _links(answer), ids, by_id=True),
            newer=_newer(ids),
        )


async def gently(found: list[Decoded], here: Here) -> list[Post]:
    """A page's posts; the loop gets a turn now and then, since reading HTML takes a while."""
    posts: list[Post] = []
    for start in range(0, len(found), _AT_ONCE):
        near = posts[-1].created_at if posts else None
        posts += posts_of(found[start : start + _AT_ONCE], here, near)
        await asyncio.sleep(0)
    return posts


def in_order(posts: Iterable[Post]) -> tuple[Post, ...]:
    """Newest first, each once."""
    return tuple(
        sorted(
            without_repeats(posts),
            key=lambda one: (one.created_at, id_order(one.id)),
            reverse=True,
        )
    )


def without_repeats(posts: Iterable[Post]) -> tuple[Post, ...]:
    return tuple({one.id: one for one in reversed(list(posts))}.values())[::-1]


def read_field(answer: Response, name: str, kind: type[msgspec.Struct]) -> list[Decoded]:
    """The list under one name of an object; empty where it is missing."""
    whole = answer.decode(dict[str, msgspec.Raw])
    raw = bytes(whole[name]) if name in whole else b"[]"
    return read_list(Response(200, {}, b"[]" if raw == b"null" else raw), kind)


def _params(cursor: Cursor | None, limit: int) -> dict[str, str]:
    return {"limit": str(max(1, min(limit, MAX_LIMIT))), **read_cursor(cursor)}


def _links(answer: Response) -> dict[str, dict[str, str]] | None:
    header = answer.headers.get("link")
    return read_links(header) if header else None


def _newer(ids: list[str]) -> Cursor | None:
    return write_cursor({"min_id": max(ids, key=id_order)}) if ids else None
