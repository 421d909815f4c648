"""One signed-in account of the Mastodon API family. Satisfies Adapter of networks/base.py."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable
from urllib.parse import quote, urlsplit

import msgspec

from desktop.domain.account import Account, Credentials
from desktop.domain.draft import DraftMedia, OutboxItem, UploadedMedia
from desktop.domain.errors import NotFound, Rejected
from desktop.domain.post import Poll, Post, PostAction, PostEdit, PostSource, Thread
from desktop.domain.profile import Profile, ProfileAction, Relationship
from desktop.domain.query import Query
from desktop.domain.richtext import CustomEmoji
from desktop.domain.stream import StreamEvent
from desktop.domain.timeline import Cursor, ListInfo, Page, TimelineKey, TimelineKind
from desktop.networks.answers import Response
from desktop.networks.base import Budget, Media
from desktop.networks.http import HttpClient
from desktop.networks.lenient import Decoded, read_list, read_one
from desktop.networks.mastodon import wire
from desktop.networks.mastodon.api import Api, Call
from desktop.networks.mastodon.auth import account_of
from desktop.networks.mastodon.mapping import edit_of, named_emojis, poll_of, post_of, posts_of
from desktop.networks.mastodon.people import profile_of, relationship_of
from desktop.networks.mastodon.searching import Searching
from desktop.networks.mastodon.server import ServerInfo, ask_server
from desktop.networks.mastodon.stream import Stream
from desktop.networks.mastodon.timelines import BY_ID, Timelines, read_field
from desktop.networks.mastodon.values import id_of, text_of
from desktop.networks.mastodon.writing import Writing
from desktop.networks.media import checked
from desktop.networks.paging import read_links, write_cursor

_ACTIONS = {
    PostAction.LIKE: "favourite",
    PostAction.UNLIKE: "unfavourite",
    PostAction.REPOST: "reblog",
    PostAction.UNREPOST: "unreblog",
    PostAction.BOOKMARK: "bookmark",
    PostAction.UNBOOKMARK: "unbookmark",
    PostAction.PIN: "pin",
    PostAction.UNPIN: "unpin",
    PostAction.MUTE_THREAD: "mute",
    PostAction.UNMUTE_THREAD: "unmute",
}
_TAG_PAGES = 5


class MastodonAdapter:
    """`on_credentials` is told the new tokens where a server gave some for expired ones."""

    def __init__(
        self,
        account: Account,
        credentials: Credentials,
        http: HttpClient,
        on_credentials: Callable[[Credentials], None] | None = None,
    ) -> None:
        self._api = Api(account, credentials, http, on_credentials)
        self._timelines = Timelines(self._api)
        self._searching = Searching(self._api)
        self._writing = Writing(self._api)
        self._stream = Stream(self._api, self._streaming_address)
        self._info: ServerInfo | None = None

    @property
    def account(self) -> Account:
        return self._api.account

    async def close(self) -> None:
        self._stream.close()

    def budget(self) -> Budget:
        return self._api.budget()

    # Reads

    async def fetch(self, key: TimelineKey, cursor: Cursor | None = None, limit: int = 40) -> Page:
        if key.kind is TimelineKind.SEARCH:
            return await self._searching.by_text(key.parameter, cursor, limit)
        if key.kind is TimelineKind.THREAD:
            thread = await self.thread(key.parameter)
            whole = (*thread.before, thread.post, *thread.after)
            return Page(posts=tuple(reversed(whole)))
        return await self._timelines.page(key, cursor, limit)

    async def newer(self, key: TimelineKey, than_id: str, limit: int = 40) -> Page:
        return await self._timelines.newer(key, than_id, limit)

    def fill_cursor(self, key: TimelineKey, below_id: str) -> Cursor:
        return write_cursor({"max_id": below_id}) if key.kind in BY_ID else Cursor("")

    async def thread(self, post_id: str) -> Thread:
        path = f"/api/v1/statuses/{_safe(post_id)}"
        # one after the other: the post decides whether there is a thread at all
        post = await self.post(post_id)
        answer = await self._api.get(f"{path}/context")
        here = self._api.here
        before = posts_of(read_field(answer, "ancestors", wire.Status), here)
        after = posts_of(read_field(answer, "descendants", wire.Status), here)
        return Thread(before, post, tuple(sorted(after, key=lambda one: one.created_at)))

    async def post(self, post_id: str) -> Post:
        return self._post(await self._api.get(f"/api/v1/statuses/{_safe(post_id)}"))

    async def resolve_post(self, url: str) -> Post:
        parts = urlsplit(url)
        last = parts.path.rstrip("/").rpartition("/")[2]
        if last and parts.netloc == urlsplit(self.account.server).netloc:
            # one of its own: its id is in the address, and some do not look themselves up
            with contextlib.suppress(NotFound, Rejected):
                post = await self.post(last)
                if url in (post.url, post.uri):
                    return post
        params = [("q", url), ("type", "statuses"), ("resolve", "true"), ("limit", "1")]
        answer = await self._api.get("/api/v2/search", params)
        posts = posts_of(read_field(answer, "statuses", wire.Status), self._api.here)
        if not posts:
            raise NotFound
        return posts[0]

    async def profile(self, profile_id: str) -> Profile:
        answer = await self._api.get(f"/api/v1/accounts/{_safe(profile_id)}")
        return profile_of(read_one(answer, wire.Account), self._api.here, full=True)

    async def find_profile(self, handle: str) -> Profile:
        name = handle.strip().lstrip("@")
        user, _, host = name.partition("@")
        if host.casefold() == self._api.here.host.casefold():
            name = user
        here = self._api.here
        try:
            answer = await self._api.get("/api/v1/accounts/lookup", [("acct", name)])
            return profile_of(read_one(answer, wire.Account), here, full=True)
        except (NotFound, Rejected):
            # lookup knows only whom the server has already met
            params = [("q", f"@{name}"), ("resolve", "true"), ("limit", "5")]
            answer = await self._api.get("/api/v1/accounts/search", params)
        whole = name if "@" in name else f"{name}@{here.host}"
        for one in read_list(answer, wire.Account):
            if isinstance(one.value, wire.Account):
                found = profile_of(one.value, here, full=True)
                if found.handle.casefold() == whole.casefold():
                    return found
        raise NotFound

    async def relationship(self, profile_id: str) -> Relationship:
        params = [("id[]", profile_id)]
        answer = await self._api.get("/api/v1/accounts/relationships", params)
        for one in read_list(answer, wire.Relationship):
            if isinstance(one.value, wire.Relationship):
                return relationship_of(one.value, profile_id)
        raise NotFound

    async def lists(self) -> tuple[ListInfo, ...]:
        answer = await self._api.get("/api/v1/lists")
        return tuple(
            ListInfo(id_of(one.value.id), text_of(one.value.title))
            for one in read_list(answer, wire.List)
            if isinstance(one.value, wire.List) and one.value.id
        )

    async def followed_tags(self) -> tuple[str, ...]:
        names: dict[str, None] = {}
        places: dict[str, str] = {}
        for _ in range(_TAG_PAGES):
            try:
                answer = await self._api.get(
                    "/api/v1/followed_tags", [("limit", "200"), *places.items()]
                )
            except NotFound:
                break
            for one in read_list(answer, wire.Tag):
                if isinstance(one.value, wire.Tag) and one.value.name:
                    names[one.value.name] = None
            further = read_links(answer.headers.get("link", "")).get("next", {})
            if not further or further == places:
                break
            places = further
        return tuple(names)

    async def emojis(self) -> tuple[CustomEmoji, ...]:
        answer = await self._api.get("/api/v1/custom_emojis")
        found = (one.value for one in read_list(answer, wire.Emoji))
        return named_emojis(one for one in found if isinstance(one, wire.Emoji))

    async def history(self, post_id: str) -> tuple[PostEdit, ...]:
        answer = await self._api.get(f"/api/v1/statuses/{_safe(post_id)}/history")
        edits = [edit_of(one.value) for one in read_list(answer, wire.StatusEdit) if one.value]
        return tuple(sorted((one for one in edits if one), key=lambda one: one.at))

    async def media(self, url: str, max_bytes: int) -> Media:
        # pictures are public, and often on another host: the token stays at home
        return checked(await self._api.http.download(url, max_bytes=max_bytes))

    async def refresh_account(self) -> Account:
        self._info = await self._ask_server()
        mine = account_of(await self._api.verify(), self._info)
        old = self._api.account
        self._api.account = msgspec.structs.replace(
            mine, id=old.id, handle=old.handle, server=old.server, colour=old.colour,
            is_kept=old.is_kept,
        )  # fmt: skip
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
        path = f"/api/v1/statuses/{_safe(post_id)}/{_ACTIONS[action]}"
        bucket = "deleting" if action is PostAction.UNREPOST else "acting"
        return self._post(await self._api.ask("POST", path, Call(bucket=bucket))).shown

    async def delete(self, post_id: str) -> None:
        path = f"/api/v1/statuses/{_safe(post_id)}"
        await self._api.ask("DELETE", path, Call(bucket="deleting"))

    async def source(self, post_id: str) -> PostSource:
        source = await self._writing.source(_safe(post_id))
        return PostSource(text_of(source.text), text_of(source.spoiler_text))

    async def vote(
        self,
        post_id: str,  # noqa: ARG002  (a poll has its own id here)
        poll_id: str,
        choices: tuple[int, ...],
    ) -> Poll:
        call = Call(json={"choices": list(choices)}, bucket="acting")
        answer = await self._api.ask("POST", f"/api/v1/polls/{_safe(poll_id)}/votes", call)
        return poll_of(read_one(answer, wire.Poll))

    async def act_on_profile(self, action: ProfileAction, profile_id: str) -> Relationship:
        path = f"/api/v1/accounts/{_safe(profile_id)}/{action.value}"
        answer = await self._api.ask("POST", path, Call(bucket="acting"))
        return relationship_of(read_one(answer, wire.Relationship), profile_id)

    # Streams

    def stream(self, keys: frozenset[TimelineKey]) -> AsyncIterator[StreamEvent]:
        return self._stream.events(keys)

    def set_keys(self, keys: frozenset[TimelineKey]) -> None:
        self._stream.set_keys(keys)

    # Searches

    async def search_posts(self, query: Query, cursor: Cursor | None = None) -> Page:
        return await self._searching.by_query(query, cursor)

    async def search_profiles(self, text: str, limit: int = 8) -> tuple[Profile, ...]:
        return await self._searching.profiles(text, limit)

    async def search_tags(self, text: str, limit: int = 8) -> tuple[str, ...]:
        return await self._searching.tags(text, limit)

    def _post(self, answer: Response) -> Post:
        return post_of(Decoded(read_one(answer, wire.Status)), self._api.here)

    async def _ask_server(self) -> ServerInfo:
        return await ask_server(self._api.http, self.account.server, self._api.headers)

    async def _streaming_address(self) -> str:
        if not self._api.quirks.streams:
            return ""
        if self._info is None:
            self._info = await self._ask_server()
        return self._info.streaming


def _safe(part: str) -> str:
    return quote(part, safe="")
