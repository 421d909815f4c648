"""Reading timelines: which call, which page, in which order."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from desktop.domain.errors import NotFound, NotSupported
from desktop.domain.notification import Notification
from desktop.domain.post import Post
from desktop.domain.timeline import Cursor, Page, TimelineKey, TimelineKind
from desktop.networks.answers import Response
from desktop.networks.bluesky import wire
from desktop.networks.bluesky.api import Api, listed, older_of
from desktop.networks.bluesky.mapping import item_of, post_of
from desktop.networks.bluesky.notifications import notification_of, subjects_of
from desktop.networks.bluesky.values import at_uri
from desktop.networks.lenient import Decoded
from desktop.networks.paging import read_cursor

MAX_LIMIT = 100
POSTS_AT_ONCE = 25
FEED = "app.bsky.feed.generator"
_MENTIONS = ("mention", "reply", "quote")


class Timelines:
    """The paged timelines of one account."""

    def __init__(self, api: Api) -> None:
        self._api = api

    async def page(self, key: TimelineKey, cursor: Cursor | None, limit: int) -> Page:
        await self._api.refresh_preferences()
        match key.kind:
            case TimelineKind.HOME:
                return await self._feed("getTimeline", {}, cursor, limit)
            case TimelineKind.LIST:
                return await self._chosen(key.parameter, cursor, limit)
            case TimelineKind.PROFILE:
                asked = {"actor": key.parameter, "filter": "posts_with_replies"}
                return await self._feed("getAuthorFeed", asked, cursor, limit)
            case TimelineKind.LIKES:
                asked = {"actor": self._api.account.profile_id}
                return await self._feed("getActorLikes", asked, cursor, limit, in_time=False)
            case TimelineKind.BOOKMARKS:
                return await self._bookmarks(cursor, limit)
            case TimelineKind.NOTIFICATIONS:
                return await self._notifications((), cursor, limit)
            case TimelineKind.MENTIONS:
                return await self._notifications(_MENTIONS, cursor, limit)
        raise NotSupported(key.kind.value)

    async def posts(self, uris: Iterable[str]) -> dict[str, wire.PostView]:
        """As many of these posts as can be seen, by uri."""
        wanted = list(dict.fromkeys(uris))
        found: dict[str, wire.PostView] = {}
        for start in range(0, len(wanted), POSTS_AT_ONCE):
            asked = [("uris", uri) for uri in wanted[start : start + POSTS_AT_ONCE]]
            answer = await self._api.get("app.bsky.feed.getPosts", asked)
            for one in listed(answer, "posts", wire.PostView):
                if isinstance(one.value, wire.PostView) and one.value.uri:
                    found[one.value.uri] = one.value
        return found

    async def _chosen(self, uri: str, cursor: Cursor | None, limit: int) -> Page:
        """A list of people, or a feed that somebody's machine makes: both are lists to us."""
        place = at_uri(uri)
        if place is None:
            raise NotFound
        if place.collection == FEED:
            return await self._feed("getFeed", {"feed": uri}, cursor, limit)
        return await self._feed("getListFeed", {"list": uri}, cursor, limit)

    async def _feed(
        self,
        call: str,
        asked: dict[str, str],
        cursor: Cursor | None,
        limit: int,
        *,
        in_time: bool = True,
    ) -> Page:
        params = {**asked, **paged(cursor, limit)}
        answer = await self._api.get(f"app.bsky.feed.{call}", params.items())
        here = self._api.here
        found = (item_of(one, here) for one in listed(answer, "feed", wire.FeedItem))
        posts = [post for post in found if post is not None]
        return Page(
            posts=in_order(posts) if in_time else without_repeats(posts),
            older=older_of(answer, cursor),
        )

    async def _bookmarks(self, cursor: Cursor | None, limit: int) -> Page:
        params = paged(cursor, limit)
        answer = await self._api.get("app.bsky.bookmark.getBookmarks", params.items())
        posts = [
            post_of(Decoded(one.value.item), self._api.here)
            for one in listed(answer, "bookmarks", wire.Bookmark)
            if isinstance(one.value, wire.Bookmark)
            and one.value.item is not None
            and one.value.item.author is not None
        ]
        return Page(posts=without_repeats(posts), older=older_of(answer, cursor))

    async def _notifications(
        self, reasons: tuple[str, ...], cursor: Cursor | None, limit: int
    ) -> Page:
        params = [*paged(cursor, limit).items(), *(("reasons", reason) for reason in reasons)]
        answer = await self._api.get("app.bsky.notification.listNotifications", params)
        views = [
            one.value
            for one in listed(answer, "notifications", wire.NotificationView)
            if isinstance(one.value, wire.NotificationView)
            and (not reasons or one.value.reason in reasons)
        ]
        shown = await self.posts(subjects_of(views))
        here = self._api.here
        posts = {uri: post_of(Decoded(view), here) for uri, view in shown.items()}
        found = [one for view in views if (one := notification_of(view, posts, here)) is not None]
        return Page(notifications=grouped(found), older=older_of(answer, cursor))


def grouped(found: Iterable[Notification]) -> tuple[Notification, ...]:
    """Those of one group as one, newest first."""
    groups: dict[str, Notification] = {}
    for one in sorted(found, key=lambda each: (each.created_at, each.id), reverse=True):
        name = one.group or one.id
        former = groups.get(name)
        if former is None:
            groups[name] = one
            continue
        people = {person.id: person for person in (*former.people, *one.people)}
        groups[name] = replace(
            former, people=tuple(people.values()), people_count=max(len(people), 1)
        )
    return tuple(groups.values())


def paged(cursor: Cursor | None, limit: int) -> dict[str, str]:
    return {"limit": str(max(1, min(limit, MAX_LIMIT))), **read_cursor(cursor)}


def in_order(posts: Iterable[Post]) -> tuple[Post, ...]:
    """Newest first, each once."""
    return tuple(
        sorted(
            without_repeats(posts),
            key=lambda one: (one.created_at, one.id.rpartition("/")[2]),
            reverse=True,
        )
    )


def without_repeats(posts: Iterable[Post]) -> tuple[Post, ...]:
    return tuple({one.id: one for one in reversed(list(posts))}.values())[::-1]


def found_posts(answer: Response, api: Api) -> list[Post]:
    """The posts of an answer that lists plain views."""
    return [
        post_of(one, api.here)
        for one in listed(answer, "posts", wire.PostView)
        if isinstance(one.value, wire.PostView) and one.value.uri
    ]
