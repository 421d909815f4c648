"""One account's way into the demo's world: every Protocol of `networks/base.py`."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing

from msgspec.structs import replace

from desktop.domain.account import Account
from desktop.domain.draft import DraftMedia, OutboxItem, UploadedMedia
from desktop.domain.errors import NotFound, Rejected
from desktop.domain.post import Poll, Post, PostAction, PostEdit, PostSource, Thread
from desktop.domain.profile import Profile, ProfileAction, Relationship
from desktop.domain.query import Query
from desktop.domain.richtext import CustomEmoji
from desktop.domain.stream import StreamEvent
from desktop.domain.timeline import (
    SERVER_ORDERED,
    Cursor,
    ListInfo,
    Page,
    TimelineKey,
    TimelineKind,
)
from desktop.networks.base import Budget, Media
from desktop.networks.demo import deeds, pictures, publishing, rich, timelines, views
from desktop.networks.demo.demo_world import DemoWorld
from desktop.networks.demo.live import Live
from desktop.networks.demo.people import HOST, SERVER
from desktop.networks.demo.portraits import EMOJI_NAMES
from desktop.networks.demo.records import Writing

SEARCH_PAGE = 40


class DemoAdapter:
    """See the Protocols for what each method promises. Answers come at once."""

    def __init__(self, world: DemoWorld, account: Account) -> None:
        self._world = world
        self._facts = world.facts
        self._account = account
        self._me = account.profile_id
        self._streams: list[Live] = []
        world.arrive(self._me)

    @property
    def account(self) -> Account:
        return self._account

    async def close(self) -> None:
        self._streams.clear()

    def _make(self, writing: Writing) -> Post:
        return views.make_post(self._facts, writing, self._me, self._account.id)

    def _visible(self, post_id: str) -> Writing:
        writing = self._facts.post(post_id)
        if not views.can_see(self._facts, writing, self._me):
            raise NotFound(post_id)
        return writing

    # Reads

    async def fetch(self, key: TimelineKey, cursor: Cursor | None = None, limit: int = 40) -> Page:
        if key.kind is TimelineKind.SEARCH:
            if not key.parameter.strip():
                return Page()
            query = timelines.words_of(key.parameter)
            return await timelines.search(
                self._facts, query, self._me, self._account.id, cursor, limit
            )
        return timelines.fetch(self._facts, key, self._me, self._account.id, cursor, limit)[0]

    async def newer(self, key: TimelineKey, than_id: str, limit: int = 40) -> Page:
        rank = timelines.rank_of(self._facts, key, self._me, than_id)
        if rank is None:
            raise NotFound(than_id)
        above = Cursor(f"above:{rank}")
        page, is_more = timelines.fetch(self._facts, key, self._me, self._account.id, above, limit)
        return page if is_more else replace(page, newer=None)

    def fill_cursor(self, key: TimelineKey, below_id: str) -> Cursor:
        if key.kind in SERVER_ORDERED - {TimelineKind.CONVERSATIONS}:
            return Cursor("")
        rank = timelines.rank_of(self._facts, key, self._me, below_id)
        return Cursor("" if rank is None else f"below:{rank}")

    async def thread(self, post_id: str) -> Thread:
        post = self._visible(post_id)
        before: list[Writing] = []
        parent = self._facts.posts.get(post.reply_to)
        while parent is not None and parent not in before:
            before.insert(0, parent)
            parent = self._facts.posts.get(parent.reply_to)
        after: list[Writing] = []
        branches = list(post.replies)
        while branches:
            reply = self._facts.posts.get(branches.pop(0))
            if reply is not None:
                after.append(reply)
                branches.extend(reply.replies)
        after.sort(key=lambda one: int(one.id))
        return Thread(
            tuple(self._make(one) for one in before if self._may_show(one)),
            self._make(post),
            tuple(self._make(one) for one in after if self._may_show(one)),
        )

    def _may_show(self, writing: Writing) -> bool:
        return views.can_see(self._facts, writing, self._me) and not self._facts.shuns(
            self._me, writing.author
        )

    async def post(self, post_id: str) -> Post:
        return self._make(self._visible(post_id))

    async def resolve_post(self, url: str) -> Post:
        return self._make(self._visible(url.rstrip("/").rpartition("/")[2]))

    async def profile(self, profile_id: str) -> Profile:
        return self._facts.profile(profile_id)

    async def find_profile(self, handle: str) -> Profile:
        full = handle.strip().removeprefix("@").lower()
        found = self._facts.handles.get(full if "@" in full else f"{full}@{HOST}")
        if found is None:
            raise NotFound(handle)
        return self._facts.profile(found)

    async def relationship(self, profile_id: str) -> Relationship:
        self._facts.profile(profile_id)
        return views.make_relationship(self._facts, self._me, profile_id)

    async def lists(self) -> tuple[ListInfo, ...]:
        kept = self._facts.shelf(self._me).lists
        return tuple(ListInfo(key, title) for key, (title, _) in kept.items())

    async def followed_tags(self) -> tuple[str, ...]:
        return tuple(self._facts.shelf(self._me).tags)

    async def emojis(self) -> tuple[CustomEmoji, ...]:
        return tuple(rich.emoji(code, SERVER) for code in EMOJI_NAMES)

    async def history(self, post_id: str) -> tuple[PostEdit, ...]:
        return tuple(self._visible(post_id).edits)

    async def media(self, url: str, max_bytes: int) -> Media:
        media = await asyncio.to_thread(pictures.draw, self._facts, url)
        return pictures.within(media, max_bytes)

    async def refresh_account(self) -> Account:
        profile = self._facts.profile(self._me)
        self._account = replace(
            self._account,
            name=profile.name,
            avatar_url=profile.avatar_url,
            follower_count=profile.follower_count,
        )
        return self._account

    def budget(self) -> Budget:
        return Budget()

    # Writes

    async def publish(self, item: OutboxItem) -> Post:
        sent = self._facts.shelf(self._me).sent
        known = self._facts.posts.get(sent.get(item.key, ""))
        if known is None:
            known = publishing.publish(self._world, item.draft, self._account)
            sent[item.key] = known.id
        return self._make(known)

    async def find_sent(self, item: OutboxItem) -> Post | None:
        known = self._facts.shelf(self._me).sent.get(item.key, "")
        if known in self._facts.posts:
            return self._make(self._facts.posts[known])
        draft = item.draft
        for writing in reversed(tuple(self._facts.posts.values())):
            if writing.at < item.created_at:
                break
            if (
                writing.author == self._me
                and writing.source == draft.text
                and writing.reply_to == draft.reply_to
                and len(writing.attachments) == len(draft.media)
                and not writing.repost_of
            ):
                return self._make(writing)
        return None

    async def upload(
        self, media: DraftMedia, on_progress: Callable[[float], None]
    ) -> UploadedMedia:
        on_progress(0.0)
        limits = self._account.capabilities.limits
        try:
            upload = await asyncio.to_thread(publishing.read_upload, media, limits)
        except OSError as error:
            raise Rejected("the file cannot be read") from error
        on_progress(0.7)
        name = f"u{self._facts.next_number()}"
        self._facts.uploads[name] = upload
        on_progress(1.0)
        return UploadedMedia(name)

    async def act(self, action: PostAction, post_id: str) -> Post:
        shown = self._visible(post_id)
        writing = self._facts.posts.get(shown.repost_of, shown)
        deeds.act(self._facts, action, writing, self._me)
        return self._make(writing)

    async def delete(self, post_id: str) -> None:
        self._facts.remove(publishing.own(self._facts, post_id, self._account).id)

    async def source(self, post_id: str) -> PostSource:
        writing = publishing.own(self._facts, post_id, self._account)
        return PostSource(writing.source, writing.warning)

    async def vote(self, post_id: str, poll_id: str, choices: tuple[int, ...]) -> Poll:
        return deeds.vote(self._facts, self._visible(post_id), poll_id, choices, self._me)

    async def act_on_profile(self, action: ProfileAction, profile_id: str) -> Relationship:
        deeds.act_on_profile(self._facts, action, profile_id, self._me)
        return views.make_relationship(self._facts, self._me, profile_id)

    # Streams

    async def stream(self, keys: frozenset[TimelineKey]) -> AsyncIterator[StreamEvent]:
        live = Live(self._world, self._account, keys)
        self._streams.append(live)
        try:
            async with aclosing(live.events()) as events:
                async for event in events:
                    yield event
        finally:
            if live in self._streams:
                self._streams.remove(live)

    def set_keys(self, keys: frozenset[TimelineKey]) -> None:
        for live in self._streams:
            live.set_keys(keys)

    # Searches

    async def search_posts(self, query: Query, cursor: Cursor | None = None) -> Page:
        return await timelines.search(
            self._facts, query, self._me, self._account.id, cursor, SEARCH_PAGE
        )

    async def search_profiles(self, text: str, limit: int = 8) -> tuple[Profile, ...]:
        wanted = text.strip().removeprefix("@").casefold()
        found = [
            profile
            for profile in self._facts.profiles.values()
            if wanted in profile.handle.casefold() or wanted in profile.name.casefold()
        ]
        found.sort(
            key=lambda one: (
                (self._me, one.id) not in self._facts.follows,
                not one.handle.casefold().startswith(wanted),
                one.handle,
            )
        )
        return tuple(found[:limit])

    async def search_tags(self, text: str, limit: int = 8) -> tuple[str, ...]:
        wanted = text.strip().removeprefix("#").casefold()
        uses: dict[str, int] = {}
        for writing in self._facts.posts.values():
            for tag in writing.tags:
                if tag.casefold().startswith(wanted):
                    uses[tag] = uses.get(tag, 0) + 1
        return tuple(sorted(uses, key=lambda tag: (-uses[tag], tag))[:limit])
