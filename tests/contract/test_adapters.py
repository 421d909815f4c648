"""What every adapter must do, whatever its network: networks/base.py, as tests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
from pathlib import Path

import pytest

from desktop.domain.draft import PollDraft
from desktop.domain.errors import NotFound, NotSupported, Rejected, SignedOut
from desktop.domain.notification import NotificationKind
from desktop.domain.post import Post, PostAction
from desktop.domain.profile import ProfileAction
from desktop.domain.query import Word
from desktop.domain.stream import (
    NotificationArrived,
    PostArrived,
    PostDeleted,
    PostEdited,
    StreamEvent,
    StreamOpened,
)
from desktop.domain.timeline import Page, TimelineKey, TimelineKind
from desktop.networks.base import Adapter
from tests.contract.stages import STAGES, Stage, item, picture, until


@pytest.fixture(params=sorted(STAGES))
async def stage(request: pytest.FixtureRequest) -> AsyncIterator[Stage]:
    async with STAGES[request.param]() as ready:
        yield ready


def key(adapter: Adapter, kind: TimelineKind, parameter: str = "") -> TimelineKey:
    return TimelineKey(adapter.account.id, kind, parameter)


async def publish(adapter: Adapter, text: str, **more: object) -> Post:
    return await adapter.publish(item(adapter.account.id, text, **more))


def ids(page: Page) -> list[str]:
    return [post.id for post in page.posts]


async def test_it_is_an_adapter(stage: Stage) -> None:
    assert isinstance(stage.me, Adapter)
    mine = stage.me.account
    assert "@" in mine.handle or "." in mine.handle
    assert mine.id in (f"{mine.network}:{mine.handle}", f"{mine.network}:{mine.profile_id}")
    fresh = await stage.me.refresh_account()
    assert fresh.id == stage.me.account.id
    assert fresh.capabilities.limits.max_characters > 0
    assert TimelineKind.HOME in fresh.capabilities.timelines


async def test_home_is_paged_to_its_end_without_duplicates(stage: Stage) -> None:
    made = [(await publish(stage.other, f"Heron number {number}")).id for number in range(25)]
    home, seen, cursors, cursor = key(stage.me, TimelineKind.HOME), [], set(), None
    while True:
        page = await stage.me.fetch(home, cursor, limit=10)
        moments = [post.created_at for post in page.posts]
        assert moments == sorted(moments, reverse=True)
        seen += ids(page)
        if page.older is None:
            break
        assert page.older not in cursors
        cursors.add(page.older)
        cursor = page.older
    assert len(seen) == len(set(seen))
    assert [number for number in seen if number in made] == made[::-1]


async def test_what_is_newer_is_read_without_a_gap(stage: Stage) -> None:
    made = [(await publish(stage.other, f"Stork {number}")).id for number in range(12)]
    home = key(stage.me, TimelineKind.HOME)
    above: list[str] = []
    than = made[0]
    try:
        while page := await stage.me.newer(home, than, limit=4):
            above = ids(page) + above
            if page.newer is None:
                break
            than = page.posts[0].id
    except NotSupported:
        assert not stage.pages_upwards
        return
    assert stage.pages_upwards
    assert [number for number in above if number in made] == made[:0:-1]


async def test_below_a_post_reading_goes_on(stage: Stage) -> None:
    made = [(await publish(stage.other, f"Crane {number}")).id for number in range(6)]
    home = key(stage.me, TimelineKind.HOME)
    cursor = stage.me.fill_cursor(home, made[3])
    assert bool(cursor) is stage.pages_upwards
    if not cursor:
        first = await stage.me.fetch(home, limit=3)
        assert ids(first) == made[:2:-1]
        assert first.older is not None
        cursor = first.older
    page = await stage.me.fetch(home, cursor, limit=3)
    assert ids(page)[:3] == made[2::-1]


async def test_a_post_with_everything_arrives_whole(stage: Stage, tmp_path: Path) -> None:
    media = picture(tmp_path)
    heard: list[float] = []
    uploaded = await stage.other.upload(media, heard.append)
    assert heard
    assert heard[-1] == 1.0
    assert heard == sorted(heard)
    import msgspec

    ready = msgspec.structs.replace(media, remote_id=uploaded.id)
    able = stage.other.account.capabilities
    handle = stage.me.account.handle
    visibility = able.visibilities[min(1, len(able.visibilities) - 1)]
    warning = "Birds" if able.can_warn else ""
    post = await publish(
        stage.other,
        f"Look @{handle.partition('@')[0]}: https://example.org/birds #veille",
        content_warning=warning,
        media=(ready,),
        language="en",
        visibility=visibility.value,
    )
    mine = await stage.me.post(post.id)
    assert "https://example.org/birds" in [span.target for span in mine.text.spans]
    assert mine.tags == ("veille",)
    assert mine.content_warning == warning
    assert mine.language == "en"
    assert [mention.handle.partition("@")[0] for mention in mine.mentions] == [
        handle.partition("@")[0]
    ]
    assert mine.attachments[0].alt == "A heron"
    assert mine.visibility is visibility
    assert mine.uri == post.uri
    assert mine.account == stage.me.account.id
    image = await stage.me.media(mine.attachments[0].url, 1_000_000)
    assert image.mime == "image/png"
    with pytest.raises(Rejected):
        await stage.me.media(mine.attachments[0].url, 10)


async def test_the_same_item_is_posted_once(stage: Stage) -> None:
    once = item(stage.other.account.id, "Only one kingfisher")
    assert await stage.other.find_sent(once) is None
    first = await stage.other.publish(once)
    if stage.other.account.capabilities.has_idempotency:
        assert (await stage.other.publish(once)).id == first.id
    found = await stage.other.find_sent(once)
    assert found is not None
    assert found.id == first.id


async def test_a_text_over_the_limit_is_refused_with_a_reason(stage: Stage) -> None:
    too_long = "x" * (stage.me.account.capabilities.limits.max_characters + 1)
    with pytest.raises(Rejected) as refusal:
        await publish(stage.me, too_long)
    assert refusal.value.reason


@pytest.mark.parametrize(
    ("do", "undo", "flag"),
    [
        (PostAction.LIKE, PostAction.UNLIKE, "has_liked"),
        (PostAction.REPOST, PostAction.UNREPOST, "has_reposted"),
        (PostAction.BOOKMARK, PostAction.UNBOOKMARK, "has_bookmarked"),
    ],
)
async def test_actions_are_done_and_undone(
    stage: Stage, do: PostAction, undo: PostAction, flag: str
) -> None:
    post = await publish(stage.other, "A wren")
    done = await stage.me.act(do, post.id)
    assert done.id == post.id
    assert getattr(done.viewer, flag)
    undone = await stage.me.act(undo, post.id)
    assert not getattr(undone.viewer, flag)
    assert not getattr((await stage.me.post(post.id)).viewer, flag)


async def test_bookmarks_likes_hashtag_and_profile(stage: Stage) -> None:
    post = await publish(stage.other, "A bittern in the reeds #butor")
    await stage.me.act(PostAction.BOOKMARK, post.id)
    await stage.me.act(PostAction.LIKE, post.id)
    for kind, parameter in (
        (TimelineKind.BOOKMARKS, ""),
        (TimelineKind.LIKES, ""),
        (TimelineKind.HASHTAG, "butor"),
        (TimelineKind.PROFILE, stage.other.account.profile_id),
        (TimelineKind.LOCAL, ""),
        (TimelineKind.FEDERATED, ""),
    ):
        if kind not in stage.me.account.capabilities.timelines:
            continue
        page = await stage.me.fetch(key(stage.me, kind, parameter))
        assert ids(page)[0] == post.id, kind


async def test_lists_are_read(stage: Stage) -> None:
    lists = await stage.me.lists()
    assert lists
    page = await stage.me.fetch(key(stage.me, TimelineKind.LIST, lists[0].id))
    assert isinstance(page.posts, tuple)


async def test_notifications_tell_what_others_did(stage: Stage) -> None:
    mine = await publish(stage.me, "Who likes owls?")
    await stage.other.act(PostAction.LIKE, mine.id)
    await stage.other.act(PostAction.REPOST, mine.id)
    name = stage.me.account.handle.partition("@")[0]
    mention = await publish(stage.other, f"@{name} I do", reply_to=mine.id)
    page = await stage.me.fetch(key(stage.me, TimelineKind.NOTIFICATIONS))
    about = {entry.kind for entry in page.notifications if entry.post and entry.post.id == mine.id}
    assert {NotificationKind.LIKE, NotificationKind.REPOST} <= about
    only = await stage.me.fetch(key(stage.me, TimelineKind.MENTIONS))
    kinds = {entry.kind for entry in only.notifications}
    assert NotificationKind.MENTION in kinds
    assert kinds <= {NotificationKind.MENTION, NotificationKind.QUOTE}
    assert only.notifications[0].post is not None
    assert only.notifications[0].post.id == mention.id


async def test_a_thread_has_what_came_before_and_after(stage: Stage) -> None:
    first = await publish(stage.me, "One")
    second = await publish(stage.other, "Two", reply_to=first.id)
    third = await publish(stage.me, "Three", reply_to=second.id)
    thread = await stage.me.thread(second.id)
    assert [post.id for post in thread.before] == [first.id]
    assert thread.post.id == second.id
    assert [post.id for post in thread.after] == [third.id]
    assert thread.post.reply_to is not None
    assert thread.post.reply_to.post_id == first.id


async def test_deleting_and_editing(stage: Stage) -> None:
    post = await publish(stage.other, "A first version")
    if stage.other.account.capabilities.can_edit:
        edited = await publish(stage.other, "A second version", edits=post.id)
        assert edited.id == post.id
        assert edited.text.text == "A second version"
        assert edited.edited_at is not None
        assert "A first version" in [e.text.text for e in await stage.me.history(post.id)]
        assert (await stage.other.source(post.id)).text == "A second version"
    await stage.other.delete(post.id)
    with pytest.raises(NotFound):
        await stage.me.post(post.id)


async def test_polls(stage: Stage) -> None:
    draft = PollDraft(("Swift", "Swallow"), seconds=600)
    if not stage.other.account.capabilities.can_poll:
        with pytest.raises(NotSupported):
            await publish(stage.other, "Which?", poll=draft)
        return
    asked = await publish(stage.other, "Which?", poll=draft)
    assert asked.poll is not None
    voted = await stage.me.vote(asked.id, asked.poll.id, (1,))
    assert voted.has_voted
    assert voted.options[1].votes == 1
    with pytest.raises(Rejected):
        await stage.me.vote(asked.id, asked.poll.id, (0,))


async def test_people_are_found_followed_muted_blocked(stage: Stage) -> None:
    handle = stage.other.account.handle
    found = await stage.me.find_profile(f"@{handle}")
    assert found.id == stage.other.account.profile_id
    assert (await stage.me.profile(found.id)).handle == handle
    assert found.id in [p.id for p in await stage.me.search_profiles(handle.partition("@")[0])]
    assert (await stage.me.relationship(found.id)).is_following
    for action, flag, value in (
        (ProfileAction.UNFOLLOW, "is_following", False),
        (ProfileAction.FOLLOW, "is_following", True),
        (ProfileAction.MUTE, "is_muting", True),
        (ProfileAction.UNMUTE, "is_muting", False),
        (ProfileAction.BLOCK, "is_blocking", True),
        (ProfileAction.UNBLOCK, "is_blocking", False),
    ):
        now = await stage.me.act_on_profile(action, found.id)
        assert getattr(now, flag) is value
        assert getattr(await stage.me.relationship(found.id), flag) is value


async def test_what_is_not_there_is_not_found(stage: Stage) -> None:
    for ask in (
        stage.me.post("999999999999"),
        stage.me.profile("999999999999"),
        stage.me.find_profile("nobody-at-all"),
    ):
        with pytest.raises(NotFound):
            await ask


async def test_search(stage: Stage) -> None:
    post = await publish(stage.me, "A hoopoe, of all things #huppe")
    page = await stage.me.search_posts(Word("hoopoe"))
    assert post.id in ids(page)
    assert ("huppe" in await stage.me.search_tags("hupp")) is stage.finds_tags
    assert (await stage.me.resolve_post(post.url)).id == post.id


async def test_live_posts_edits_deletions_and_notifications(stage: Stage) -> None:
    keys = frozenset({key(stage.me, k) for k in (TimelineKind.HOME, TimelineKind.NOTIFICATIONS)})
    heard: list[StreamEvent] = []
    if not stage.me.account.capabilities.can_stream:
        with pytest.raises(NotSupported):
            async for event in stage.me.stream(keys):
                heard.append(event)
        assert not heard
        return

    async def listen() -> None:
        async with aclosing(stage.me.stream(keys)) as events:  # type: ignore[type-var]
            async for event in events:
                heard.append(event)

    task = asyncio.create_task(listen())
    try:
        await until(lambda: any(isinstance(e, StreamOpened) for e in heard))
        name = stage.me.account.handle.partition("@")[0]
        post = await publish(stage.other, f"Live for @{name}")
        await until(lambda: any(isinstance(e, PostArrived) and e.post.id == post.id for e in heard))
        arrived = next(e for e in heard if isinstance(e, PostArrived) and e.post.id == post.id)
        assert key(stage.me, TimelineKind.HOME) in arrived.keys
        await until(
            lambda: any(
                isinstance(e, NotificationArrived)
                and e.notification.post is not None
                and e.notification.post.id == post.id
                for e in heard
            )
        )
        if stage.other.account.capabilities.can_edit:
            await publish(stage.other, f"Changed for @{name}", edits=post.id)
            await until(
                lambda: any(isinstance(e, PostEdited) and e.post.id == post.id for e in heard)
            )
        await stage.other.delete(post.id)
        await until(lambda: any(isinstance(e, PostDeleted) and e.post_id == post.id for e in heard))
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_a_running_stream_listens_to_more(stage: Stage) -> None:
    home = key(stage.me, TimelineKind.HOME)
    local = key(stage.me, TimelineKind.LOCAL)
    if not stage.me.account.capabilities.can_stream:
        stage.me.set_keys(frozenset({home, local}))
        assert [event async for event in _until_refused(stage.me, home)] == []
        return
    heard: list[StreamEvent] = []

    async def listen() -> None:
        async with aclosing(stage.me.stream(frozenset({home}))) as events:  # type: ignore[type-var]
            async for event in events:
                heard.append(event)

    task = asyncio.create_task(listen())
    try:
        await until(lambda: any(isinstance(e, StreamOpened) for e in heard))
        stage.me.set_keys(frozenset({home, local}))
        reached: set[TimelineKey] = set()
        for number in range(40):
            await publish(stage.other, f"Public {number}")
            await asyncio.sleep(0.05)
            reached = {k for e in heard if isinstance(e, PostArrived) for k in e.keys}
            if local in reached:
                break
        assert {home, local} <= reached
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _until_refused(adapter: Adapter, home: TimelineKey) -> AsyncIterator[StreamEvent]:
    with pytest.raises(NotSupported):
        async for event in adapter.stream(frozenset({home})):
            yield event


async def test_kinds_that_it_does_not_have_are_not_supported(stage: Stage) -> None:
    missing = set(TimelineKind) - stage.me.account.capabilities.timelines
    for kind in missing:
        with pytest.raises(NotSupported):
            await stage.me.fetch(key(stage.me, kind, "1"))


async def test_a_revoked_token_is_signed_out(stage: Stage) -> None:
    if stage.revoke is None:
        assert stage.me.account.network == "demo", "only the demo has no tokens"
        return
    stage.revoke()
    with pytest.raises(SignedOut):
        await stage.me.fetch(key(stage.me, TimelineKind.HOME))
    if not stage.me.account.capabilities.can_stream:
        return
    with pytest.raises(SignedOut):
        async with aclosing(
            stage.me.stream(frozenset({key(stage.me, TimelineKind.HOME)}))
        ) as events:  # type: ignore[type-var]
            async for event in events:
                assert not isinstance(event, StreamOpened)
