"""One signed-in account of the AT Protocol. Satisfies Adapter of networks/base.py."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from urllib.parse import urlsplit

from msgspec.structs import replace

from desktop.domain.account import Account, Credentials
from desktop.domain.draft import DraftMedia, OutboxItem, UploadedMedia
from desktop.domain.errors import AccessDenied, NotFound, NotSupported
from desktop.domain.post import Poll, Post, PostAction, PostEdit, PostSource, Thread
from desktop.domain.profile import Profile, ProfileAction, Relationship
from desktop.domain.query import Query
from desktop.domain.richtext import CustomEmoji
from desktop.domain.stream import StreamEvent
from desktop.domain.timeline import Cursor, ListInfo, Page, TimelineKey, TimelineKind
from desktop.networks.base import Budget, Media
from desktop.networks.bluesky import wire
from desktop.networks.bluesky.acting import Acting
from desktop.networks.bluesky.api import Api, listed
from desktop.networks.bluesky.limits import CAPABILITIES
from desktop.networks.bluesky.mapping import post_of, with_parent
from desktop.networks.bluesky.people import profile_of, relationship_of
from desktop.networks.bluesky.searching import Searching
from desktop.networks.bluesky.session import PasswordSession
from desktop.networks.bluesky.timelines import POSTS_AT_ONCE, Timelines
from desktop.networks.bluesky.values import AtUri, at_uri
from desktop.networks.bluesky.writing import POST, ThreadAnswer, Writing
from desktop.networks.http import HttpClient
from desktop.networks.lenient import Decoded, read_one
from desktop.networks.media import checked

_DEPTH = "10"
_PARENTS = "80"


class BlueskyAdapter:
    """`on_credentials` is told the new tokens whenever the server gave some for old ones."""

    def __init__(
        self,
        account: Account,
        credentials: Credentials,
        http: HttpClient,
        on_credentials: Callable[[Credentials], None] | None = None,
    ) -> None:
        signs = PasswordSession(account.server, credentials, http, on_credentials)
        self._api = Api(account, http, signs)
        self._timelines = Timelines(self._api)
        self._searching = Searching(self._api)
        self._writing = Writing(self._api, self._timelines)
        self._acting = Acting(self._api, self._writing)

    @property
    def account(self) -> Account:
        return self._api.account

    async def close(self) -> None:
        """Nothing is held open between two requests."""

    def budget(self) -> Budget:
        return self._api.budget()

    # Reads

    async def fetch(self, key: TimelineKey, cursor: Cursor | None = None, limit: int = 40) -> Page:
        if key.kind is TimelineKind.SEARCH:
            return await self._searching.by_text(key.parameter, cursor, limit)
        if key.kind is TimelineKind.HASHTAG:
            return await self._searching.by_tag(key.parameter, cursor, limit)
        if key.kind is TimelineKind.THREAD:
            thread = await self.thread(key.parameter)
            whole = (*thread.before, thread.post, *thread.after)
            return Page(posts=tuple(reversed(whole)))
        return await self._timelines.page(key, cursor, limit)

    async def newer(self, key: TimelineKey, than_id: str, limit: int = 40) -> Page:  # noqa: ARG002
        raise NotSupported("paging upwards")

    def fill_cursor(self, key: TimelineKey, below_id: str) -> Cursor:  # noqa: ARG002
        """Cursors are the server's own: none can be made for a post."""
        return Cursor("")

    async def thread(self, post_id: str) -> Thread:
        _wanted(post_id)
        await self._api.refresh_preferences()
        asked = [("uri", post_id), ("depth", _DEPTH), ("parentHeight", _PARENTS)]
        answer = await self._api.get("app.bsky.feed.getPostThread", asked)
        node = read_one(answer, ThreadAnswer).thread
        if node is None or node.post is None:
            if node is not None and (node.type or "").endswith("#blockedPost"):
                raise AccessDenied("blocked")
            raise NotFound
        before: list[Post] = []
        above = node.parent
        while above is not None and above.post is not None:
            before.append(self._in_thread(above))
            above = above.parent
        after: list[Post] = []
        self._collect(node, after)
        after.sort(key=lambda one: (one.created_at, one.id.rpartition("/")[2]))
        return Thread(tuple(reversed(before)), self._in_thread(node), tuple(after))

    def _collect(self, node: wire.ThreadNode, into: list[Post]) -> None:
        for reply in node.replies or ():
            if reply.post is not None:
                below = wire.ThreadNode(post=reply.post, parent=node, replies=reply.replies)
                into.append(self._in_thread(below))
                self._collect(reply, into)

    def _in_thread(self, node: wire.ThreadNode) -> Post:
        post = post_of(Decoded(node.post), self._api.here)
        above = node.parent.post if node.parent is not None else None
        return with_parent(post, wire.FeedReply(parent=above)) if above is not None else post

    async def post(self, post_id: str) -> Post:
        _wanted(post_id)
        return post_of(Decoded(await self._writing.view(post_id)), self._api.here)

    async def resolve_post(self, url: str) -> Post:
        place = at_uri(url)
        if place is None:
            parts = urlsplit(url)
            path = [part for part in parts.path.split("/") if part]
            if len(path) != 4 or path[0] != "profile" or path[2] != "post":
                raise NotFound
            place = AtUri(path[1], POST, path[3])
        did = place.did if place.did.startswith("did:") else await self._writing.resolve(place.did)
        if not did:
            raise NotFound
        return await self.post(str(AtUri(did, place.collection, place.rkey)))

    async def profile(self, profile_id: str) -> Profile:
        return profile_of(await self._acting.person(profile_id), full=True)

    async def find_profile(self, handle: str) -> Profile:
        name = handle.strip().lstrip("@").lower()
        return await self.profile(name)

    async def relationship(self, profile_id: str) -> Relationship:
        return relationship_of(await self._acting.person(profile_id))

    async def lists(self) -> tuple[ListInfo, ...]:
        """The feeds that the user has saved, those that are pinned first, and their lists."""
        await self._api.refresh_preferences(now=True)
        feeds, own = await asyncio.gather(self._saved_feeds(), self._own_lists())
        infos = {one.id: one for one in (*feeds, *own)}
        return tuple(infos.values())

    async def _saved_feeds(self) -> list[ListInfo]:
        saved = sorted(self._api.preferences.feeds, key=lambda one: one.pinned is not True)
        uris = [one.value for one in saved if one.type == "feed" and at_uri(one.value)]
        names: dict[str, str] = {}
        for start in range(0, len(uris), POSTS_AT_ONCE):
            asked = [("feeds", uri or "") for uri in uris[start : start + POSTS_AT_ONCE]]
            answer = await self._api.get("app.bsky.feed.getFeedGenerators", asked)
            for one in listed(answer, "feeds", wire.ListView):
                if isinstance(one.value, wire.ListView) and one.value.uri:
                    names[one.value.uri] = one.value.display_name or ""
        return [ListInfo(uri, names[uri]) for uri in uris if uri in names]

    async def _own_lists(self) -> list[ListInfo]:
        asked = [("actor", self.account.profile_id), ("limit", "100")]
        answer = await self._api.get("app.bsky.graph.getLists", asked)
        return [
            ListInfo(one.value.uri, one.value.name or "")
            for one in listed(answer, "lists", wire.ListView)
            if isinstance(one.value, wire.ListView)
            and one.value.uri
            and (one.value.purpose or "").endswith("#curatelist")
        ]

    async def followed_tags(self) -> tuple[str, ...]:
        """Hashtags cannot be followed here."""
        return ()

    async def emojis(self) -> tuple[CustomEmoji, ...]:
        """Servers have none of their own here."""
        return ()

    async def history(self, post_id: str) -> tuple[PostEdit, ...]:  # noqa: ARG002
        raise NotSupported("history")

    async def media(self, url: str, max_bytes: int) -> Media:
        return checked(await self._api.http.download(url, max_bytes=max_bytes))

    async def refresh_account(self) -> Account:
        view = await self._acting.person(self.account.profile_id)
        await self._api.refresh_preferences()
        me = profile_of(view)
        self._api.account = replace(
            self._api.account,
            handle=me.handle,
            name=me.name,
            avatar_url=me.avatar_url,
            follower_count=me.follower_count,
            capabilities=CAPABILITIES,
        )
        return self._api.account

    # Writes

    async def publish(self, item: OutboxItem) -> Post:
        return await self._writing.publish(item)

    async def find_sent(self, item: OutboxItem) -> Post | None:
        return await self._writing.find_sent(item)

    async def upload(
        self, media: DraftMedia, on_progress: Callable[[float], None]
    ) -> UploadedMedia:
        return await self._writing.upload(media, on_progress)

    async def act(self, action: PostAction, post_id: str) -> Post:
        _wanted(post_id)
        return await self._acting.act(action, post_id)

    async def delete(self, post_id: str) -> None:
        await self._writing.remove(post_id)

    async def source(self, post_id: str) -> PostSource:
        return PostSource((await self.post(post_id)).text.text)

    async def vote(
        self,
        post_id: str,  # noqa: ARG002
        poll_id: str,  # noqa: ARG002
        choices: tuple[int, ...],  # noqa: ARG002
    ) -> Poll:
        raise NotSupported("poll")

    async def act_on_profile(self, action: ProfileAction, profile_id: str) -> Relationship:
        return await self._acting.act_on_profile(action, profile_id)

    # Streams

    def stream(self, keys: frozenset[TimelineKey]) -> AsyncIterator[StreamEvent]:  # noqa: ARG002
        """There is no stream for one account: its timelines are polled."""
        return _no_stream()

    def set_keys(self, keys: frozenset[TimelineKey]) -> None:
        """Nothing streams that could listen to others."""

    # Searches

    async def search_posts(self, query: Query, cursor: Cursor | None = None) -> Page:
        return await self._searching.by_query(query, cursor)

    async def search_profiles(self, text: str, limit: int = 8) -> tuple[Profile, ...]:
        return await self._searching.profiles(text, limit)

    async def search_tags(self, text: str, limit: int = 8) -> tuple[str, ...]:  # noqa: ARG002
        """There is no search for hashtags: any can be typed."""
        return ()


def _wanted(post_id: str) -> None:
    """Raises NotFound for what cannot be a post's id, before any server is asked."""
    place = at_uri(post_id)
    if place is None or place.collection != POST:
        raise NotFound


async def _no_stream() -> AsyncIterator[StreamEvent]:
    none: tuple[StreamEvent, ...] = ()
    for event in none:
        yield event
    raise NotSupported("streaming")
