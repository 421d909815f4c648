"""Our adapter against Bluesky's own servers."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import pytest

from desktop.domain.account import Credentials
from desktop.domain.errors import NotFound, Rejected, SignedOut, SignInError, SignInProblem
from desktop.domain.notification import NotificationKind
from desktop.domain.post import PostAction, QuoteState
from desktop.domain.profile import ProfileAction
from desktop.domain.query import Word
from desktop.domain.timeline import TimelineKey, TimelineKind
from desktop.networks.bluesky.adapter import BlueskyAdapter
from desktop.networks.bluesky.auth import BlueskySignIn
from desktop.networks.http import HttpClient
from tests.contract.stages import item, picture
from tests.servers.bluesky import ReferenceStack

_names = itertools.count(1)


class Scene:
    """Two people who follow each other."""

    def __init__(self, stack: ReferenceStack, http: HttpClient) -> None:
        self.stack, self.http = stack, http
        self.kept: list[Credentials] = []
        self.me: BlueskyAdapter
        self.other: BlueskyAdapter
        self.passwords: dict[str, str] = {}

    async def enter(self, name: str) -> BlueskyAdapter:
        password = self.passwords[name]
        found = await BlueskySignIn(self.http).enter(f"{name}.test", password, self.stack.pds)
        return BlueskyAdapter(*found, self.http, self.kept.append)

    def key(self, kind: TimelineKind, parameter: str = "") -> TimelineKey:
        return TimelineKey(self.me.account.id, kind, parameter)


@pytest.fixture
async def scene(stack: ReferenceStack) -> AsyncIterator[Scene]:
    http = HttpClient()
    scene, number = Scene(stack, http), next(_names)
    for name in (f"alice{number}", f"bob{number}"):
        scene.passwords[name] = stack.create(name)
    stack.wait()
    scene.me = await scene.enter(f"alice{number}")
    scene.other = await scene.enter(f"bob{number}")
    await scene.me.act_on_profile(ProfileAction.FOLLOW, scene.other.account.profile_id)
    await scene.other.act_on_profile(ProfileAction.FOLLOW, scene.me.account.profile_id)
    stack.wait()
    yield scene
    await http.close()


async def test_signing_in(scene: Scene) -> None:
    sign_in = BlueskySignIn(scene.http)
    assert await sign_in.find_server(scene.stack.pds) == scene.stack.pds
    with pytest.raises(SignInError) as refusal:
        await sign_in.enter(scene.me.account.handle, "wrong", scene.stack.pds)
    assert refusal.value.problem is SignInProblem.WRONG_PASSWORD
    fresh = await scene.me.refresh_account()
    assert fresh.handle == scene.me.account.handle
    assert (await scene.me.relationship(scene.other.account.profile_id)).is_following


async def test_home_thread_and_notifications(scene: Scene) -> None:
    me, other = scene.me, scene.other
    first = await other.publish(item(other.account.id, "First of all"))
    scene.stack.wait()
    second = await me.publish(item(me.account.id, "Answer", reply_to=first.id))
    scene.stack.wait()
    third = await other.publish(
        item(other.account.id, f"@{me.account.handle} again", reply_to=second.id)
    )
    scene.stack.wait()
    home = await me.fetch(scene.key(TimelineKind.HOME))
    assert {first.id, second.id, third.id} <= {post.id for post in home.posts}
    assert not [post.problem for post in home.posts if post.problem]
    thread = await me.thread(second.id)
    assert [post.id for post in thread.before] == [first.id]
    assert [post.id for post in thread.after] == [third.id]
    await other.act(PostAction.LIKE, second.id)
    await other.act(PostAction.REPOST, second.id)
    scene.stack.wait()
    page = await me.fetch(scene.key(TimelineKind.NOTIFICATIONS))
    kinds = {one.kind for one in page.notifications}
    assert {
        NotificationKind.LIKE, NotificationKind.REPOST, NotificationKind.MENTION,
        NotificationKind.FOLLOW,
    } <= kinds  # fmt: skip
    only = await me.fetch(scene.key(TimelineKind.MENTIONS))
    assert {one.kind for one in only.notifications} == {NotificationKind.MENTION}
    reposted = await other.fetch(
        TimelineKey(other.account.id, TimelineKind.PROFILE, other.account.profile_id)
    )
    assert second.id in {post.shown.id for post in reposted.posts if post.repost_of}


async def test_paging_reaches_the_end(scene: Scene) -> None:
    made = [
        (await scene.other.publish(item(scene.other.account.id, f"Heron {number}"))).id
        for number in range(12)
    ]
    scene.stack.wait()
    seen: list[str] = []
    cursor = None
    while True:
        page = await scene.me.fetch(scene.key(TimelineKind.HOME), cursor, limit=5)
        seen += [post.id for post in page.posts]
        cursor = page.older
        if cursor is None:
            break
    assert [one for one in seen if one in made] == made[::-1]


async def test_facets_pictures_and_quotes(scene: Scene, tmp_path: Path) -> None:
    me, other = scene.me, scene.other
    media = picture(tmp_path)
    uploaded = await other.upload(media, lambda _: None)
    ready = msgspec.structs.replace(media, remote_id=uploaded.id)
    text = f"Grüße 🌍 @{me.account.handle} #fédivers"
    post = await other.publish(
        item(other.account.id, text, media=(ready,), language="de", is_sensitive=True)
    )
    scene.stack.wait()
    shown = await me.post(post.id)
    assert shown.text.text == text
    assert [one.id for one in shown.mentions] == [me.account.profile_id]
    assert shown.tags == ("fédivers",)
    assert shown.language == "de"
    assert shown.attachments[0].alt == "A heron"
    assert (shown.attachments[0].width, shown.attachments[0].height) == (8, 8)
    assert [one.action for one in shown.filters] == ["blur"]
    quoting = await me.publish(item(me.account.id, "Look", quote=post.id))
    scene.stack.wait()
    quote = (await me.post(quoting.id)).quote
    assert quote is not None
    assert quote.state is QuoteState.SHOWN


async def test_an_item_is_posted_once(scene: Scene) -> None:
    once = item(scene.me.account.id, "Only once")
    assert await scene.me.find_sent(once) is None
    sent = await scene.me.publish(once)
    assert (await scene.me.publish(once)).id == sent.id
    found = await scene.me.find_sent(once)
    assert found is not None
    assert found.id == sent.id
    scene.stack.wait()
    profile = scene.key(TimelineKind.PROFILE, scene.me.account.profile_id)
    page = await scene.me.fetch(profile)
    assert [post.text.text for post in page.posts].count("Only once") == 1


async def test_actions_are_done_and_undone(scene: Scene) -> None:
    post = await scene.other.publish(item(scene.other.account.id, "A wren"))
    scene.stack.wait()
    for do, undo, flag in (
        (PostAction.LIKE, PostAction.UNLIKE, "has_liked"),
        (PostAction.REPOST, PostAction.UNREPOST, "has_reposted"),
        (PostAction.BOOKMARK, PostAction.UNBOOKMARK, "has_bookmarked"),
    ):
        assert getattr((await scene.me.act(do, post.id)).viewer, flag)
        scene.stack.wait()
        assert getattr((await scene.me.post(post.id)).viewer, flag), do
        assert not getattr((await scene.me.act(undo, post.id)).viewer, flag)
        scene.stack.wait()
        assert not getattr((await scene.me.post(post.id)).viewer, flag), undo


async def test_search_and_refusals(scene: Scene) -> None:
    post = await scene.other.publish(item(scene.other.account.id, "A hoopoe, of all things"))
    scene.stack.wait()
    assert post.id in [one.id for one in (await scene.me.search_posts(Word("hoopoe"))).posts]
    found = await scene.me.search_profiles(scene.other.account.handle.partition(".")[0])
    assert scene.other.account.profile_id in [one.id for one in found]
    with pytest.raises(Rejected):
        await scene.me.publish(item(scene.me.account.id, "x" * 301))
    with pytest.raises(NotFound):
        await scene.me.find_profile("nobody-at-all.test")
    await scene.other.delete(post.id)
    scene.stack.wait()
    with pytest.raises(NotFound):
        await scene.me.post(post.id)


async def test_tokens_are_renewed_and_end(scene: Scene) -> None:
    sign_in = BlueskySignIn(scene.http)
    name = scene.me.account.handle.partition(".")[0]
    account, credentials = await sign_in.enter(
        f"{name}.test", scene.passwords[name], scene.stack.pds
    )
    broken = Credentials(values={**credentials.values, "access_jwt": "not.a.token"})
    adapter = BlueskyAdapter(account, broken, scene.http, scene.kept.append)
    await adapter.refresh_account()
    assert len(scene.kept) == 1
    renewed = scene.kept[0]
    assert renewed.values["refresh_jwt"] != credentials.values["refresh_jwt"]
    await sign_in.revoke(account, renewed)
    ended = Credentials(values={**renewed.values, "access_jwt": "not.a.token"})
    with pytest.raises(SignedOut):
        await BlueskyAdapter(account, ended, scene.http).refresh_account()
