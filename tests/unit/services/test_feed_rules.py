"""One row for a post however it comes; rules that hide and count; slow and cleared columns."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.domain.column import Column
from desktop.domain.filter_rule import ColumnRules, FilterRule, HiddenWhy, RuleKind
from desktop.domain.notice import NoticeCode
from desktop.domain.post import Post
from desktop.domain.richtext import RichText
from desktop.domain.timeline import Entry, TimelineKey, TimelineKind
from desktop.services.feeds import ColumnFeed, Feeds
from desktop.services.notices import Notices
from desktop.services.seen import Seen
from desktop.services.store import Place, StoreBatch
from tests.unit.services.store_making import (
    HOME,
    LOCAL,
    ME,
    at,
    entry,
    opened_store,
    person,
    post,
)
from tests.unit.services.test_feeds import Mirror, World

TAG = TimelineKey(ME, TimelineKind.HASHTAG, "cats")


@pytest.fixture
async def world(tmp_path: Path):  # type: ignore[no-untyped-def]
    async with opened_store(tmp_path / "posts.sqlite") as store:
        made = World(store)
        yield made
        await made.scope.close()
        assert made.errors == []


async def opened(world: World, column: Column) -> tuple[ColumnFeed, Mirror]:
    feed = world.feeds.open(column)
    mirror = Mirror(feed)
    await feed.start()
    return feed, mirror


def boost(number: int, of: Post, who: str) -> Entry:
    return entry(replace(post(number, repost_of=of), author=person(who)))


def shown(feed: ColumnFeed) -> list[str]:
    return [one.post.shown.id for one in feed.entries if one.post is not None]


def names(one: Entry) -> list[str]:
    return [who.handle.partition("@")[0] for who in one.reposters]


async def test_a_post_boosted_by_several_is_one_row_with_all_of_them(world: World) -> None:
    await world.put(entry(post(1)), entry(post(2)))
    feed, mirror = await world.open(HOME)
    await world.put(boost(5, post(1), "ann"))
    await world.put(boost(6, post(1), "bob"), boost(7, post(1), "cid"))
    assert shown(feed) == ["00002", "00001"], "nothing moves under the reader"
    assert names(feed.entries[1]) == ["cid", "bob", "ann"]
    assert mirror.entries == feed.entries
    await world.store.apply(StoreBatch(removed={HOME: ("00006",)}))
    assert names(feed.entries[1]) == ["cid", "ann"]
    await world.store.apply(StoreBatch(removed={HOME: ("00001",)}))
    assert shown(feed) == ["00002", "00001"], "it still comes by those who boosted it"


async def test_a_post_that_comes_by_four_ways_is_one_row(world: World) -> None:
    other = TimelineKey(ME, TimelineKind.LIST, "7")
    await world.put(entry(post(1)), boost(3, post(1), "ann"))
    for key in (LOCAL, TAG, other):
        await world.put(entry(post(1)), key=key)
    feed, _ = await world.open(HOME, LOCAL, TAG, other)
    assert shown(feed) == ["00001"]
    assert names(feed.entries[0]) == ["ann"]
    for key in (HOME, LOCAL, TAG):
        await world.store.apply(StoreBatch(removed={key: ("00001", "00003")}))
        assert shown(feed) == ["00001"]
    await world.store.apply(StoreBatch(removed={other: ("00001",)}))
    assert shown(feed) == []


async def test_the_place_is_found_in_the_row_that_it_joined(world: World) -> None:
    await world.put(entry(post(1)), boost(5, post(1), "ann"))
    await world.store.save_place("c", Place(anchor="00001", offset=4, read_up_to=1))
    feed, _ = await world.open(HOME)
    assert feed.place is not None
    assert feed.place.anchor == "00005"


async def test_rules_hide_count_and_open(world: World) -> None:
    rules = ColumnRules(hide=(FilterRule(RuleKind.WORD, "élection"),), hides_reposts=True)
    said = replace(post(2), text=RichText("Encore l'Election !"))
    await world.put(entry(post(1)), entry(said), boost(4, post(3), "ann"))
    feed, mirror = await opened(world, Column(id="c", sources=(HOME,), rules=rules))
    assert shown(feed) == ["00001"]
    assert feed.hidden == 2
    assert feed.reasons == {HiddenWhy.RULE: 1, HiddenWhy.REPOST: 1}
    await world.put(entry(replace(post(6), text=RichText("élection"))))
    assert feed.hidden == 3
    await feed.reveal(True)
    assert feed.hidden == 3
    assert len(shown(feed)) == 4
    await feed.reveal(False)
    assert shown(feed) == ["00001"]
    await feed.set_column(Column(id="c", sources=(HOME,)))
    assert feed.hidden == 0
    assert len(shown(feed)) == 4
    assert mirror.entries == feed.entries


async def test_a_rule_that_runs_for_ever_is_stopped_and_said(world: World) -> None:
    rules = ColumnRules(hide=(FilterRule(RuleKind.REGEX, r"(a+)+(b+)+$"),))
    trap = RichText("a" * 400 + "!")
    await world.put(*(entry(replace(post(n), text=trap)) for n in range(1, 9)))
    notices = Notices()
    feeds = Feeds(world.store, world.sync, notices, world.scope)
    feed = feeds.open(Column(id="c", sources=(HOME,), rules=rules))
    await feed.start()
    assert len(feed.entries) == 8
    told = [one for one in notices.current if one.code is NoticeCode.RULE_STOPPED]
    assert [one.values["rule"] for one in told] == [r"(a+)+(b+)+$"]


async def test_hashtags_that_must_and_must_not_be_there(world: World) -> None:
    both = replace(post(1), tags=("Cats", "photo"))
    bad = replace(post(2), tags=("cats", "photo", "ai"))
    await world.put(entry(both), entry(bad), entry(replace(post(3), tags=("cats",))), key=TAG)
    column = Column(id="c", sources=(TAG,), tags_all=("Photo",), tags_none=("AI",))
    feed, _ = await opened(world, column)
    assert shown(feed) == ["00001"]
    assert feed.hidden == 0


async def test_what_was_read_in_one_column_is_left_out_of_another(world: World) -> None:
    await world.put(entry(post(1)))
    await world.put(entry(post(1)), entry(post(2)), key=LOCAL)
    first, _ = await opened(world, Column(id="a", sources=(HOME,)))
    first.mark_read()
    rules = ColumnRules(hides_seen=True)
    second, _ = await opened(world, Column(id="b", sources=(LOCAL,), rules=rules))
    assert shown(second) == ["00002"]
    assert second.reasons == {HiddenWhy.SEEN: 1}


async def test_each_post_in_one_column_only_where_it_is_wanted(world: World) -> None:
    await world.put(entry(post(1)))
    await world.put(entry(post(1)), entry(post(2)), key=LOCAL)
    world.feeds = Feeds(world.store, world.sync, Notices(), world.scope, seen=Seen(lambda: True))
    first, _ = await opened(world, Column(id="a", sources=(HOME,)))
    second, _ = await opened(world, Column(id="b", sources=(LOCAL,)))
    assert shown(first) == ["00001"]
    assert shown(second) == ["00002"]
    assert second.reasons == {HiddenWhy.ELSEWHERE: 1}
    await first.close()
    await second.reveal(True)
    await second.reveal(False)
    assert shown(second) == ["00002", "00001"]


async def test_a_cleared_column_begins_above_what_was_cleared(world: World) -> None:
    await world.put(entry(post(1)), entry(post(2)))
    column = Column(id="c", sources=(HOME,))
    feed, _ = await opened(world, column)
    await feed.set_column(replace(column, cleared_at=feed.entries[0].sort_at))
    assert shown(feed) == []
    assert feed.is_at_end
    await world.put(entry(post(3)))
    assert shown(feed) == ["00003"]
    await feed.set_column(column)
    assert shown(feed) == ["00003", "00002", "00001"]


async def test_a_slow_column_holds_what_is_new_until_it_is_asked(world: World) -> None:
    await world.put(entry(post(1)))
    feed, mirror = await opened(world, Column(id="c", sources=(HOME,), slow_minutes=15))
    held: list[int] = []
    feed.held_changed.connect(held.append)
    await world.put(entry(post(2)))
    await world.put(entry(post(3)), entry(post(4)))
    await world.store.apply(StoreBatch(removed={HOME: ("00004",)}))
    assert shown(feed) == ["00001"]
    assert feed.held == 2
    await feed.release()
    assert shown(feed) == ["00003", "00002", "00001"]
    assert held[-1] == 0
    assert mirror.entries == feed.entries
    assert at(3) > at(1)
