"""Reading: timelines, pages, threads, people."""

from __future__ import annotations

import pytest

from desktop.domain.account import AccountId
from desktop.domain.errors import NotFound, NotSupported, ServerFault
from desktop.domain.post import PostAction
from desktop.domain.profile import ProfileAction
from desktop.domain.timeline import Cursor, Page, TimelineKey, TimelineKind
from desktop.networks.base import Adapter
from desktop.networks.demo.adapter import DemoAdapter
from desktop.networks.demo.demo_world import DemoWorld
from tests.unit.networks.demo.conftest import key

ORDERED = [
    "home",
    "local",
    "federated",
    "notifications",
    "mentions",
    "conversations",
    "bookmarks",
    "likes",
]


def names(page: Page) -> list[str]:
    return [one.id for one in page.posts] + [one.id for one in page.notifications]


def test_it_is_an_adapter(claire: DemoAdapter) -> None:
    assert isinstance(claire, Adapter)


@pytest.mark.parametrize("kind", ORDERED)
async def test_pages_go_down_to_the_end_without_duplicates(claire: DemoAdapter, kind: str) -> None:
    timeline = key(claire, TimelineKind(kind))
    seen: list[str] = []
    cursors: set[str] = set()
    page = await claire.fetch(timeline, limit=7)
    while True:
        assert len(names(page)) <= 7
        seen += names(page)
        if page.older is None:
            break
        assert page.older not in cursors
        cursors.add(page.older)
        page = await claire.fetch(timeline, page.older, limit=7)
    assert seen
    assert len(set(seen)) == len(seen)
    assert seen == names(await claire.fetch(timeline, limit=1000))


@pytest.mark.parametrize("kind", ["home", "federated", "notifications"])
async def test_pages_go_up_to_the_top_without_a_gap(claire: DemoAdapter, kind: str) -> None:
    timeline = key(claire, TimelineKind(kind))
    everything = names(await claire.fetch(timeline, limit=1000))
    place = min(30, len(everything) - 1)
    page = await claire.newer(timeline, everything[place], limit=9)
    found = names(page)
    while page.newer is not None:
        page = await claire.fetch(timeline, page.newer, limit=9)
        if not names(page):
            break
        found = names(page) + found
    assert found == everything[:place]
    top = await claire.newer(timeline, everything[0])
    assert names(top) == []
    assert top.newer is None


async def test_a_cursor_outlives_its_post(claire: DemoAdapter, world: DemoWorld) -> None:
    timeline = key(claire, TimelineKind.FEDERATED)
    first = await claire.fetch(timeline, limit=5)
    second = await claire.fetch(timeline, first.older, limit=5)
    world.facts.remove(first.posts[-1].id)
    assert first.older is not None
    assert names(await claire.fetch(timeline, first.older, limit=5)) == names(second)


async def test_the_fill_cursor_reads_on_below(claire: DemoAdapter) -> None:
    timeline = key(claire, TimelineKind.HOME)
    page = await claire.fetch(timeline, limit=20)
    cursor = claire.fill_cursor(timeline, page.posts[3].id)
    assert names(await claire.fetch(timeline, cursor, limit=5)) == names(page)[4:9]
    assert claire.fill_cursor(key(claire, TimelineKind.BOOKMARKS), page.posts[0].id) == ""
    told = await claire.fetch(key(claire, TimelineKind.NOTIFICATIONS), limit=20)
    grouped = next(n for n, one in enumerate(told.notifications) if one.group)
    below = claire.fill_cursor(
        key(claire, TimelineKind.NOTIFICATIONS), told.notifications[grouped].group
    )
    next_page = await claire.fetch(key(claire, TimelineKind.NOTIFICATIONS), below, limit=3)
    assert names(next_page) == names(told)[grouped + 1 : grouped + 4]


async def test_each_timeline_holds_what_it_says(claire: DemoAdapter, world: DemoWorld) -> None:
    local = await claire.fetch(key(claire, TimelineKind.LOCAL))
    assert all(one.author.handle.endswith("@demo.example") for one in local.posts)
    assert not any(one.repost_of for one in local.posts)
    tagged = await claire.fetch(key(claire, TimelineKind.HASHTAG, "Veille"))
    assert len(tagged.posts) > 10
    assert all("veille" in one.tags for one in tagged.posts)
    listed = await claire.fetch(key(claire, TimelineKind.LIST, "l1"))
    assert {one.author.id for one in listed.posts} <= {"6", "14", "25", "26", "28", "13"}
    own = await claire.fetch(key(claire, TimelineKind.PROFILE, "3"))
    assert {one.author.id for one in own.posts} == {"3"}
    direct = await claire.fetch(key(claire, TimelineKind.CONVERSATIONS))
    assert {one.visibility.value for one in direct.posts} == {"direct"}
    mentions = await claire.fetch(key(claire, TimelineKind.MENTIONS))
    assert {one.kind.value for one in mentions.notifications} <= {"mention", "quote"}
    home = await claire.fetch(key(claire, TimelineKind.HOME), limit=1000)
    follows = {other for who, other in world.facts.follows if who == "1"} | {"1"}
    strangers = [one for one in home.posts if one.author.id not in follows]
    assert all("veille" in one.tags for one in strangers)


async def test_the_two_homes_differ(claire: DemoAdapter, atelier: DemoAdapter) -> None:
    one = set(names(await claire.fetch(key(claire, TimelineKind.HOME))))
    other = set(names(await atelier.fetch(key(atelier, TimelineKind.HOME))))
    assert len(one - other) > 10
    assert len(other - one) > 10


async def test_what_does_not_exist(claire: DemoAdapter) -> None:
    with pytest.raises(NotFound):
        await claire.fetch(key(claire, TimelineKind.LIST, "none"))
    with pytest.raises(NotFound):
        await claire.fetch(key(claire, TimelineKind.PROFILE, "none"))
    with pytest.raises(NotFound):
        await claire.post("1")
    with pytest.raises(NotFound):
        await claire.find_profile("@nobody@nowhere.example")
    with pytest.raises(ServerFault):
        await claire.fetch(key(claire, TimelineKind.HOME), Cursor("max_id=3"))
    with pytest.raises(NotSupported):
        await claire.fetch(TimelineKey(AccountId(""), TimelineKind.SAVED_SEARCH, "x"))


async def test_a_thread_has_both_sides(claire: DemoAdapter, world: DemoWorld) -> None:
    start = next(
        one
        for one in world.facts.posts.values()
        if one.source.endswith("🧵") and len(one.replies) > 0
    )
    second = world.facts.posts[start.replies[0]]
    thread = await claire.thread(second.id)
    assert [one.id for one in thread.before] == [start.id]
    assert thread.post.id == second.id
    assert {one.id for one in thread.after} >= set(second.replies)
    everything = await claire.fetch(key(claire, TimelineKind.THREAD, second.id))
    assert {start.id, second.id} <= set(names(everything))
    assert (await claire.resolve_post(thread.post.url)).id == second.id
    assert (await claire.resolve_post(thread.post.uri)).id == second.id


async def test_people(claire: DemoAdapter) -> None:
    louise = await claire.find_profile("@Louise@piaille.example")
    assert louise == await claire.profile("3")
    assert louise.bio.spans
    assert louise.fields[0].is_verified
    assert (await claire.find_profile("atelier")).id == "2"
    assert (await claire.relationship("3")).is_following
    assert [one.handle for one in await claire.search_profiles("@lou")] == [
        "louise@piaille.example"
    ]
    assert [one.id for one in await claire.search_profiles("川村")] == ["5"]
    assert "veille" in await claire.search_tags("#vei")
    assert [one.title for one in await claire.lists()] == ["Berges et canaux", "Presse"]
    assert await claire.followed_tags() == ("veille",)
    assert claire.budget().limit == -1


async def test_edits_have_a_history(claire: DemoAdapter, world: DemoWorld) -> None:
    edited = next(one for one in world.facts.posts.values() if one.edits)
    post = await claire.post(edited.id)
    (former,) = await claire.history(edited.id)
    assert post.edited_at is not None
    assert former.text != post.text
    assert post.text.text.startswith(former.text.text)


async def test_muted_people_leave_the_timelines(claire: DemoAdapter) -> None:
    home = await claire.fetch(key(claire, TimelineKind.HOME), limit=100)
    author = home.posts[0].shown.author.id
    assert (await claire.act_on_profile(ProfileAction.MUTE, author)).is_muting
    after = await claire.fetch(key(claire, TimelineKind.HOME), limit=100)
    assert author not in {one.shown.author.id for one in after.posts}
    await claire.act_on_profile(ProfileAction.UNMUTE, author)
    assert names(await claire.fetch(key(claire, TimelineKind.HOME), limit=100)) == names(home)


async def test_server_ordered_timelines_have_the_order_of_the_deeds(claire: DemoAdapter) -> None:
    local = (await claire.fetch(key(claire, TimelineKind.LOCAL))).posts
    for post in (local[5], local[0], local[9]):
        await claire.act(PostAction.BOOKMARK, post.id)
    kept = await claire.fetch(key(claire, TimelineKind.BOOKMARKS), limit=3)
    assert names(kept) == [local[9].id, local[0].id, local[5].id]
