"""What our accounts do with posts and profiles: at once on the screen, taken back if refused."""

from __future__ import annotations

import asyncio
from typing import Any

import msgspec

from desktop.domain.account import AccountId
from desktop.domain.errors import NetworkError, NotFound, SecretsUnavailable, SignedOut
from desktop.domain.notice import Notice, NoticeCode, NoticeLevel
from desktop.domain.post import Counts, Poll, PollOption, Post, PostAction, PostKey, Viewer
from desktop.domain.profile import ProfileAction, Relationship
from desktop.services.notices import Notices, notice_for, shown_account
from desktop.services.reaching import ReachesServers, StoresPosts, ask
from desktop.services.store_batch import StoreBatch

_FIELDS = {
    PostAction.LIKE: ("has_liked", True),
    PostAction.UNLIKE: ("has_liked", False),
    PostAction.REPOST: ("has_reposted", True),
    PostAction.UNREPOST: ("has_reposted", False),
    PostAction.BOOKMARK: ("has_bookmarked", True),
    PostAction.UNBOOKMARK: ("has_bookmarked", False),
    PostAction.PIN: ("has_pinned", True),
    PostAction.UNPIN: ("has_pinned", False),
    PostAction.MUTE_THREAD: ("has_muted", True),
    PostAction.UNMUTE_THREAD: ("has_muted", False),
}
_ACTIONS = {what: action for action, what in _FIELDS.items()}
_COUNTS = {"has_liked": "likes", "has_reposted": "reposts"}


class _Wish:
    """What is wanted of one flag of one post; `known` is what the server last had."""

    def __init__(self, known: bool) -> None:
        self.known = known
        self.wanted = known
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()


class Actions:
    """Nothing here raises a network's errors but where it says so: they become notices."""

    def __init__(self, store: StoresPosts, sessions: ReachesServers, notices: Notices) -> None:
        self._store = store
        self._sessions = sessions
        self._notices = notices
        self._wishes: dict[tuple[PostKey, str], _Wish] = {}
        self._voting: set[PostKey] = set()

    async def act(self, action: PostAction, post: Post) -> None:
        """Do it to the post that is shown. The screen has it before the server is asked; what
        the server refuses is taken back, with a notice that says why.

        Clicks that come while one is under way are folded into one: the last wins.
        """
        post = post.shown
        field, wanted = _FIELDS[action]
        place = (post.key, field)
        wish = self._wishes.get(place)
        if wish is not None:
            wish.wanted = wanted
            await self._show(post.key, post, field, wanted)
            await asyncio.shield(wish.done)
            return
        current = self._store.post(post.key) or post
        known = bool(getattr(current.viewer, field))
        if known == wanted:
            return
        wish = self._wishes[place] = _Wish(known)
        wish.wanted = wanted
        try:
            await self._show(post.key, post, field, wanted)
            while wish.wanted != wish.known:
                await self._ask_for(wish, post, field)
        finally:
            del self._wishes[place]
            if not wish.done.done():
                wish.done.set_result(None)

    async def delete(self, post: Post) -> None:
        """Delete an own post; it leaves the screen at once, and comes back if refused."""
        post = post.shown
        current = self._store.post(post.key) or post
        await self._store.apply(StoreBatch(deleted=(post.key,)))
        try:
            await ask(self._sessions, post.account, lambda adapter: adapter.delete(post.id))
        except NotFound:
            pass
        except (NetworkError, SecretsUnavailable) as error:
            await self._store.apply(StoreBatch(posts=(current,), restores=True))
            self._say(error, post, "delete")
            return
        self._notices.post(
            Notice(
                code=NoticeCode.POST_DELETED, values={"account": shown_account(post.account)},
                replaces=f"delete:{post.key}", subject=post.id,
            )
        )  # fmt: skip

    async def vote(self, post: Post, choices: tuple[int, ...]) -> None:
        """Vote in the poll of a post; what is refused is taken back. A second click while the
        first is under way does nothing."""
        post = self._store.post(post.shown.key) or post.shown
        poll = post.poll
        if poll is None or not choices or post.key in self._voting:
            return
        if poll.has_voted or poll.is_expired:
            return
        self._voting.add(post.key)
        try:
            await self._put(post, poll=_voted(poll, choices))
            try:
                answer = await ask(
                    self._sessions,
                    post.account,
                    lambda adapter: adapter.vote(post.id, poll.id, choices),
                )
            except (NetworkError, SecretsUnavailable) as error:
                await self._put(post, poll=poll)
                self._say(error, post, "vote")
            else:
                await self._put(post, poll=answer)
        finally:
            self._voting.discard(post.key)

    async def act_on_profile(
        self, action: ProfileAction, account: AccountId, profile_id: str
    ) -> Relationship:
        """How `account` stands to the profile now. Raises NetworkError, SecretsUnavailable."""
        return await ask(
            self._sessions, account, lambda adapter: adapter.act_on_profile(action, profile_id)
        )

    async def relationship(self, account: AccountId, profile_id: str) -> Relationship:
        """Raises NetworkError, SecretsUnavailable."""
        return await ask(self._sessions, account, lambda adapter: adapter.relationship(profile_id))

    async def _ask_for(self, wish: _Wish, post: Post, field: str) -> None:
        wanted = wish.wanted
        action = _ACTIONS[field, wanted]
        try:
            answer = await ask(
                self._sessions, post.account, lambda adapter: adapter.act(action, post.id)
            )
        except (NetworkError, SecretsUnavailable) as error:
            wish.wanted = wish.known
            await self._show(post.key, post, field, wish.known)
            self._say(error, post, action.value)
            return
        except BaseException:
            # Cancelled, or a mistake of ours: nobody knows what the server has.
            await self._show(post.key, post, field, wish.known)
            raise
        wish.known = wanted
        await self._take_over(answer.shown, wish, field)

    async def _take_over(self, answer: Post, wish: _Wish, field: str) -> None:
        """Store what the server says, with the flags that are still on their way as wished.

        Some servers answer with what was before: the flag that was asked for holds.
        """
        answer = _with_flag(answer, field, wish.wanted)
        for (key, other), another in self._wishes.items():
            if key == answer.key and other != field:
                answer = _with_flag(answer, other, another.wanted)
        await self._store.apply(StoreBatch(posts=(answer,)))

    async def _show(self, key: PostKey, post: Post, field: str, value: bool) -> None:
        current = self._store.post(key) or post
        changed = _with_flag(current, field, value)
        if changed is not current:
            await self._store.apply(StoreBatch(posts=(changed,)))

    async def _put(self, post: Post, **changes: Any) -> None:
        current = self._store.post(post.key) or post
        await self._store.apply(StoreBatch(posts=(msgspec.structs.replace(current, **changes),)))

    def _say(self, error: BaseException, post: Post, action: str) -> None:
        """That it was taken back, and why: `error` is the code of the reason's own sentence."""
        why = notice_for(error, account=post.account)
        can_sign_in = isinstance(error, SignedOut)
        self._notices.post(
            Notice(
                code=NoticeCode.ACTION_UNDONE, level=NoticeLevel.WARNING,
                values={"reason": ""} | why.values | {"action": action, "error": why.code.value},
                replaces=f"{action}:{post.account}",
                action="sign_in" if can_sign_in else "",
                subject=post.account if can_sign_in else post.id,
            )
        )  # fmt: skip


def _with_flag(post: Post, field: str, value: bool) -> Post:
    """The post with the flag, and its count one up or down; the same where nothing changes."""
    if bool(getattr(post.viewer, field)) == value:
        return post
    viewer: Viewer = msgspec.structs.replace(post.viewer, **{field: value})
    counts: Counts = post.counts
    name = _COUNTS.get(field)
    if name is not None:
        number = max(0, getattr(counts, name) + (1 if value else -1))
        counts = msgspec.structs.replace(counts, **{name: number})
    return msgspec.structs.replace(post, viewer=viewer, counts=counts)


def _voted(poll: Poll, choices: tuple[int, ...]) -> Poll:
    options = tuple(
        PollOption(option.title, option.votes + 1)
        if place in choices and option.votes >= 0
        else option
        for place, option in enumerate(poll.options)
    )
    return msgspec.structs.replace(
        poll,
        options=options,
        votes=poll.votes + len(choices),
        voters=poll.voters + 1 if poll.voters >= 0 else poll.voters,
        has_voted=True,
        own_votes=choices,
    )
