"""Likes, reposts, bookmarks, follows, mutes and blocks.

The servers that show these things learn of them a moment later, so what was just done is
remembered here and laid over what they say.
"""

from __future__ import annotations

from msgspec.structs import replace

from desktop.domain.errors import NotFound, NotSupported
from desktop.domain.post import Counts, Post, PostAction, Viewer
from desktop.domain.profile import ProfileAction, Relationship
from desktop.networks.bluesky import wire
from desktop.networks.bluesky.api import Api
from desktop.networks.bluesky.mapping import post_of
from desktop.networks.bluesky.people import relationship_of
from desktop.networks.bluesky.writing import Writing, strong_ref
from desktop.networks.lenient import Decoded, read_one

LIKE = "app.bsky.feed.like"
REPOST = "app.bsky.feed.repost"
FOLLOW = "app.bsky.graph.follow"
BLOCK = "app.bsky.graph.block"


class Acting:
    """What one account does with the posts and profiles of others."""

    def __init__(self, api: Api, writing: Writing) -> None:
        self._api = api
        self._writing = writing
        self._made: dict[tuple[str, str], str] = {}
        """By collection and subject: the record that we made of it last; empty: removed."""

    async def act(self, action: PostAction, post_id: str) -> Post:
        view = await self._writing.view(post_id)
        viewer = view.viewer or wire.PostViewer()
        post = post_of(Decoded(view), self._api.here)
        match action:
            case PostAction.LIKE | PostAction.UNLIKE:
                do = action is PostAction.LIKE
                await self._toggle(LIKE, post_id, strong_ref(view), viewer.like, do=do)
                return _told(post, "has_liked", "likes", do)
            case PostAction.REPOST | PostAction.UNREPOST:
                do = action is PostAction.REPOST
                await self._toggle(REPOST, post_id, strong_ref(view), viewer.repost, do=do)
                return _told(post, "has_reposted", "reposts", do)
            case PostAction.BOOKMARK:
                body = strong_ref(view)
                await self._api.post("app.bsky.bookmark.createBookmark", body, is_repeatable=True)
                return _told(post, "has_bookmarked", "", True)
            case PostAction.UNBOOKMARK:
                await self._api.post(
                    "app.bsky.bookmark.deleteBookmark", {"uri": post_id}, is_repeatable=True
                )
                return _told(post, "has_bookmarked", "", False)
            case PostAction.MUTE_THREAD | PostAction.UNMUTE_THREAD:
                do = action is PostAction.MUTE_THREAD
                reply = view.record.reply if view.record else None
                root = (reply.root.uri if reply and reply.root else None) or post_id
                call = "muteThread" if do else "unmuteThread"
                await self._api.post(f"app.bsky.graph.{call}", {"root": root}, is_repeatable=True)
                return _told(post, "has_muted", "", do)
        raise NotSupported(action.value)

    async def _toggle(
        self, collection: str, name: str, subject: object, told: str | None, *, do: bool
    ) -> None:
        """Make the record, or delete it; nothing where it is so already."""
        mine = self._made.get((collection, name))
        there = told if mine is None else mine
        if do and not there:
            self._made[collection, name] = await self._writing.add(collection, subject)
        elif not do and there:
            await self._writing.remove(there)
            self._made[collection, name] = ""

    async def person(self, actor: str) -> wire.ProfileView:
        """By DID or handle. Raises NotFound."""
        if not actor.startswith("did:") and "." not in actor:
            raise NotFound
        answer = await self._api.get("app.bsky.actor.getProfile", [("actor", actor)])
        view = read_one(answer, wire.ProfileView)
        if not view.did:
            raise NotFound
        return view

    async def act_on_profile(self, action: ProfileAction, profile_id: str) -> Relationship:
        view = await self.person(profile_id)
        viewer = view.viewer or wire.ProfileViewer()
        now = relationship_of(view)
        match action:
            case ProfileAction.FOLLOW | ProfileAction.UNFOLLOW:
                do = action is ProfileAction.FOLLOW
                await self._toggle(FOLLOW, profile_id, profile_id, viewer.following, do=do)
                return replace(now, is_following=do)
            case ProfileAction.BLOCK | ProfileAction.UNBLOCK:
                do = action is ProfileAction.BLOCK
                await self._toggle(BLOCK, profile_id, profile_id, viewer.blocking, do=do)
                return replace(now, is_blocking=do)
            case ProfileAction.MUTE | ProfileAction.UNMUTE:
                do = action is ProfileAction.MUTE
                call = "muteActor" if do else "unmuteActor"
                await self._api.post(
                    f"app.bsky.graph.{call}", {"actor": profile_id}, is_repeatable=True
                )
                return replace(now, is_muting=do)
        raise NotSupported(action.value)


def _told(post: Post, flag: str, count: str, do: bool) -> Post:
    """The post as it is now, whether the server knows it already or not."""
    if getattr(post.viewer, flag) == do:
        return post
    viewer: Viewer = replace(post.viewer, **{flag: do})
    counts = post.counts
    if count:
        number = max(0, getattr(counts, count) + (1 if do else -1))
        changed: Counts = replace(counts, **{count: number})
        counts = changed
    return replace(post, viewer=viewer, counts=counts)
