from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from desktop.domain.errors import (
    AccessDenied,
    NotFound,
    Offline,
    Rejected,
    SecretsUnavailable,
    ServerFault,
    SignedOut,
)
from desktop.domain.notice import NoticeCode
from desktop.domain.post import Counts, Poll, PollOption, Post, PostAction, PostKey, Viewer
from desktop.domain.profile import ProfileAction, Relationship
from desktop.services.actions import Actions
from desktop.services.notices import Notices
from desktop.services.store_batch import StoreBatch
from tests.unit.services.fake_network import (
    ME,
    FakeAdapter,
    OneSession,
    a_post,
    an_account,
    changed,
    until,
)


class Store:
    def __init__(self, *posts: Post) -> None:
        self.posts = {post.key: post for post in posts}
        self.batches: list[StoreBatch] = []

    async def apply(self, batch: StoreBatch) -> None:
        await asyncio.sleep(0)
        self.batches.append(batch)
        for post in batch.posts:
            self.posts[post.key] = post
        for key in batch.deleted:
            self.posts.pop(key, None)

    def post(self, key: PostKey) -> Post | None:
        return self.posts.get(key)


class House:
    def __init__(self) -> None:
        self.post = a_post(counts=Counts(replies=1, reposts=2, likes=3))
        self.adapter = FakeAdapter(an_account())
        self.sessions = OneSession(self.adapter)
        self.store = Store(self.post)
        self.notices = Notices()
        self.actions = Actions(self.store, self.sessions, self.notices)

    @property
    def now(self) -> Post:
        return self.store.posts[self.post.key]

    def server_does(self) -> Callable[[PostAction, str], Post]:
        """As a good server answers."""

        def act(action: PostAction, post_id: str) -> Post:
            has_liked = action is PostAction.LIKE
            likes = 3 + has_liked
            return changed(  # type: ignore[no-any-return]
                self.post, viewer=Viewer(has_liked=has_liked), counts=Counts(1, 2, likes)
            )

        return act


@pytest.fixture
def house() -> House:
    return House()


async def test_on_the_screen_before_the_server_is_asked(house: House) -> None:
    gate = house.adapter.gates["act"] = asyncio.Event()
    house.adapter.will("act", house.server_does())
    task = asyncio.ensure_future(house.actions.act(PostAction.LIKE, house.post))
    await until(lambda: house.now.viewer.has_liked)
    assert house.now.counts == Counts(1, 2, 4)
    gate.set()
    await task
    assert house.now.viewer.has_liked
    assert house.now.counts == Counts(1, 2, 4)
    assert house.adapter.calls == [("act", PostAction.LIKE, "p1")]
    assert house.notices.current == ()


@pytest.mark.parametrize(
    ("action", "field", "count"),
    [
        (PostAction.REPOST, "has_reposted", Counts(1, 3, 3)),
        (PostAction.BOOKMARK, "has_bookmarked", Counts(1, 2, 3)),
        (PostAction.PIN, "has_pinned", Counts(1, 2, 3)),
        (PostAction.MUTE_THREAD, "has_muted", Counts(1, 2, 3)),
    ],
)
async def test_each_action_and_its_count(
    house: House, action: PostAction, field: str, count: Counts
) -> None:
    shown: list[Post] = []

    def act(*_: object) -> Post:
        shown.append(house.now)
        return house.now

    house.adapter.will("act", act)
    await house.actions.act(action, house.post)
    assert getattr(shown[0].viewer, field)
    assert shown[0].counts == count


@pytest.mark.parametrize(
    ("error", "code", "values"),
    [
        (Rejected("You blocked them"), "rejected", {"reason": "You blocked them"}),
        (AccessDenied("no"), "access_denied", {"reason": "no"}),
        (Offline("example.org"), "offline", {"host": "example.org"}),
        (ServerFault(500), "server_fault", {"status": "500"}),
        (SecretsUnavailable(), "secrets_unavailable", {}),
        (NotFound(), "not_found", {}),
    ],
)
async def test_what_is_refused_is_taken_back_and_said(
    house: House, error: Exception, code: str, values: dict[str, str]
) -> None:
    house.adapter.will("act", error)
    await house.actions.act(PostAction.LIKE, house.post)
    assert house.now == house.post
    notice = house.notices.current[0]
    assert notice.code is NoticeCode.ACTION_UNDONE
    assert notice.values.items() >= (values | {"action": "like", "error": code}).items()


async def test_signed_out_offers_to_sign_in(house: House) -> None:
    house.adapter.will("act", SignedOut())
    await house.actions.act(PostAction.LIKE, house.post)
    assert (house.notices.current[0].action, house.notices.current[0].subject) == ("sign_in", ME)
    assert isinstance(house.sessions.reports[-1], SignedOut)


async def test_no_session_is_an_error_like_others(house: House) -> None:
    house.sessions.error = SignedOut()
    await house.actions.act(PostAction.LIKE, house.post)
    assert house.now == house.post
    assert len(house.notices.current) == 1


async def test_clicks_are_folded_and_the_last_wins(house: House) -> None:
    gate = house.adapter.gates["act"] = asyncio.Event()
    house.adapter.will("act", house.server_does())
    tasks = [asyncio.ensure_future(house.actions.act(PostAction.LIKE, house.post))]
    await until(lambda: house.adapter.count("act"))
    for action in (PostAction.UNLIKE, PostAction.LIKE, PostAction.UNLIKE):
        tasks.append(asyncio.ensure_future(house.actions.act(action, house.post)))
        await asyncio.sleep(0.005)
    assert not house.now.viewer.has_liked
    gate.set()
    await asyncio.gather(*tasks)
    assert [call[1] for call in house.adapter.calls] == [PostAction.LIKE, PostAction.UNLIKE]
    assert not house.now.viewer.has_liked
    assert house.now.counts.likes == 3


async def test_a_double_click_asks_once(house: House) -> None:
    house.adapter.will("act", house.server_does())
    await asyncio.gather(
        house.actions.act(PostAction.LIKE, house.post),
        house.actions.act(PostAction.LIKE, house.post),
    )
    await house.actions.act(PostAction.LIKE, house.now)
    assert house.adapter.count("act") == 1
    assert house.now.counts.likes == 4


async def test_different_actions_do_not_undo_each_other(house: House) -> None:
    gate = house.adapter.gates["act"] = asyncio.Event()
    house.adapter.will(
        "act",
        lambda action, _: house.server_does()(action, "p1"),  # knows nothing of the bookmark yet
    )
    tasks = [
        asyncio.ensure_future(house.actions.act(action, house.post))
        for action in (PostAction.LIKE, PostAction.BOOKMARK)
    ]
    await until(lambda: house.adapter.count("act") == 2)
    gate.set()
    await asyncio.gather(*tasks)
    assert house.now.viewer.has_bookmarked


async def test_a_server_that_answers_with_yesterday_is_not_believed(house: House) -> None:
    house.adapter.will("act", lambda *_: house.post)
    await house.actions.act(PostAction.LIKE, house.post)
    assert house.now.viewer.has_liked
    assert house.now.counts.likes == 4


async def test_a_repost_is_acted_on_as_what_it_shows(house: House) -> None:
    wrapper = a_post("p9", text="", repost_of=house.post)
    house.adapter.will("act", house.server_does())
    await house.actions.act(PostAction.LIKE, wrapper)
    assert house.adapter.calls == [("act", PostAction.LIKE, "p1")]
    assert house.now.viewer.has_liked


async def test_cancelled_leaves_the_screen_as_it_was(house: House) -> None:
    house.adapter.gates["act"] = asyncio.Event()
    house.adapter.will("act", house.server_does())
    task = asyncio.ensure_future(house.actions.act(PostAction.LIKE, house.post))
    await until(lambda: house.adapter.count("act"))
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert house.now == house.post
    house.adapter.gates.clear()
    await house.actions.act(PostAction.LIKE, house.post)
    assert house.now.viewer.has_liked


async def test_deleting(house: House) -> None:
    house.adapter.will("delete", None)
    await house.actions.delete(house.post)
    assert house.store.posts == {}
    assert house.notices.current[0].code is NoticeCode.POST_DELETED


async def test_what_is_gone_already_is_deleted(house: House) -> None:
    house.adapter.will("delete", NotFound())
    await house.actions.delete(house.post)
    assert house.store.posts == {}
    assert house.notices.current[0].code is NoticeCode.POST_DELETED


async def test_a_deletion_that_is_refused_brings_the_post_back(house: House) -> None:
    house.adapter.will("delete", Offline("example.org"))
    await house.actions.delete(house.post)
    assert house.now == house.post
    assert house.store.batches[-1].restores
    assert house.notices.current[0].code is NoticeCode.ACTION_UNDONE


def with_poll(**more: Any) -> Post:
    options = (PollOption("a", 1), PollOption("b", 2), PollOption("c"))
    return a_post(poll=Poll(id="q", options=options, votes=3, voters=3, **more))


async def test_voting(house: House) -> None:
    post = with_poll()
    house.store.posts[post.key] = post
    gate = house.adapter.gates["vote"] = asyncio.Event()
    assert post.poll is not None
    house.adapter.will("vote", changed(post.poll, has_voted=True, own_votes=(1,), votes=9))
    task = asyncio.ensure_future(house.actions.vote(post, (1,)))
    await until(lambda: house.now.poll and house.now.poll.has_voted)
    assert house.now.poll is not None
    assert [option.votes for option in house.now.poll.options] == [1, 3, -1]
    await house.actions.vote(post, (0,))
    gate.set()
    await task
    assert house.now.poll.votes == 9
    assert house.adapter.calls == [("vote", "p1", "q", (1,))]


async def test_a_vote_that_is_refused_is_taken_back(house: House) -> None:
    post = with_poll()
    house.store.posts[post.key] = post
    house.adapter.will("vote", Rejected("The poll has ended"))
    await house.actions.vote(post, (0,))
    assert house.now == post
    assert house.notices.current[0].values["reason"] == "The poll has ended"


@pytest.mark.parametrize("poll", [{"has_voted": True}, {"is_expired": True}])
async def test_where_nothing_can_be_voted(house: House, poll: dict[str, bool]) -> None:
    post = with_poll(**poll)
    house.store.posts[post.key] = post
    await house.actions.vote(post, (0,))
    await house.actions.vote(house.post, (0,))
    assert house.adapter.calls == []


async def test_profiles(house: House) -> None:
    following = Relationship(profile_id="7", is_following=True)
    house.adapter.will("act_on_profile", following)
    house.adapter.will("relationship", Offline("example.org"))
    assert await house.actions.act_on_profile(ProfileAction.FOLLOW, ME, "7") == following
    with pytest.raises(Offline):
        await house.actions.relationship(ME, "7")
    assert house.sessions.reports[0] is None
    assert isinstance(house.sessions.reports[1], Offline)
