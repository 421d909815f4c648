"""What columns show: the store first, merged sources, live, and never a hole in the reading."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.domain.account import AccountId
from desktop.domain.column import Column, ColumnState, Limited, Live, Loading, Polling, Waiting
from desktop.domain.post import FilterMatch, PostKey
from desktop.domain.richtext import RichText
from desktop.domain.signal import Signal
from desktop.domain.timeline import Entry, Gap, TimelineKey, TimelineKind
from desktop.networks.base import Budget
from desktop.services import feeds as feeds_module
from desktop.services.feeds import ColumnFeed, FeedChange, Feeds
from desktop.services.notices import Notices
from desktop.services.store import Place, PostStore, StoreBatch
from desktop.services.sync_pages import notification_entry
from desktop.services.tasks import TaskScope
from tests.unit.services.store_making import (
    HOME,
    LOCAL,
    ME,
    NOTIFICATIONS,
    OTHER,
    at,
    entries,
    entry,
    liked,
    opened_store,
    post,
)

OTHER_HOME = TimelineKey(OTHER, TimelineKind.HOME)


class FakeSource:
    def __init__(self, key: TimelineKey, store: PostStore) -> None:
        self.key = key
        self.state: ColumnState = Loading()
        self.state_changed: Signal[ColumnState] = Signal()
        self.is_at_end = False
        self.budget = Budget()
        self.older: list[tuple[Entry, ...]] = []
        self.refreshes = 0
        self.filled: list[str] = []
        self._store = store

    def say(self, state: ColumnState) -> None:
        self.state = state
        self.state_changed.emit(state)

    async def refresh(self) -> None:
        self.refreshes += 1

    async def load_older(self) -> None:
        if self.older:
            await self._store.apply(StoreBatch(entries={self.key: self.older.pop(0)}))
        self.is_at_end = not self.older

    async def fill_gap(self, entry: Entry) -> None:
        self.filled.append(entry.id)
        await self._store.apply(StoreBatch(removed={self.key: (entry.id,)}))


class FakeSync:
    def __init__(self, store: PostStore) -> None:
        self.store = store
        self.sources: dict[TimelineKey, FakeSource] = {}
        self.followed: list[TimelineKey] = []

    def follow(self, key: TimelineKey) -> FakeSource:
        self.followed.append(key)
        return self.sources.setdefault(key, FakeSource(key, self.store))

    def unfollow(self, key: TimelineKey) -> None:
        self.followed.remove(key)


class World:
    def __init__(self, store: PostStore) -> None:
        self.store = store
        self.sync = FakeSync(store)
        self.errors: list[BaseException] = []
        self.scope = TaskScope(self.errors.append)
        self.feeds = Feeds(store, self.sync, Notices(), self.scope)

    async def open(self, *keys: TimelineKey) -> tuple[ColumnFeed, Mirror]:
        feed = self.feeds.open(Column(id="c", sources=keys))
        mirror = Mirror(feed)
        await feed.start()
        return feed, mirror

    async def put(self, *made: Entry, key: TimelineKey = HOME) -> None:
        await self.store.apply(StoreBatch(entries={key: made}))


class Mirror:
    """Follows a feed by its changes alone, as a model does."""

    def __init__(self, feed: ColumnFeed) -> None:
        self.feed = feed
        self.entries: list[Entry] = []
        self.changes: list[FeedChange] = []
        feed.changed.connect(self.hear)

    def hear(self, change: FeedChange) -> None:
        self.changes.append(change)
        if change.reset:
            self.entries = list(self.feed.entries)
            return
        ids = {one.id for one in self.entries}
        assert set(change.removed) <= ids
        self.entries = [one for one in self.entries if one.id not in change.removed]
        fresh = {one.id: one for one in change.updated}
        assert set(fresh) <= {one.id for one in self.entries}
        self.entries = [fresh.get(one.id, one) for one in self.entries]
        assert not {one.id for one in self.entries} & {one.id for one in change.inserted}
        assert list(change.inserted) == sorted(
            change.inserted, key=lambda one: one.order, reverse=True
        )
        self.entries.extend(change.inserted)
        self.entries.sort(key=lambda one: one.order, reverse=True)
        assert self.entries == self.feed.entries


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with opened_store(tmp_path / "posts.sqlite") as store:
        made = World(store)
        # A receiver of the store's news that fails, fails in a callback of the loop.
        asyncio.get_running_loop().set_exception_handler(
            lambda _, context: made.errors.append(context.get("exception") or RuntimeError())
        )
        yield made
        await made.scope.close()
        assert made.errors == []


def ids(feed: ColumnFeed) -> list[str]:
    return [one.id for one in feed.entries]


def names(*numbers: int) -> list[str]:
    return [f"{number:05}" for number in sorted(numbers, reverse=True)]


async def test_the_store_is_shown_before_anything_is_followed(world: World) -> None:
    await world.put(*entries(*range(100)))
    feed = world.feeds.open(Column(id="c", sources=(HOME,)))
    followed: list[int] = []
    feed.changed.connect(lambda _: followed.append(len(world.sync.followed)))
    await feed.start()
    assert followed == [0]
    assert world.sync.followed == [HOME]
    assert ids(feed) == names(*range(60, 100))
    await feed.close()
    assert world.sync.followed == []


async def test_older_ones_come_from_the_store_then_from_the_server(world: World) -> None:
    await world.put(*entries(*range(50, 100)))
    feed, mirror = await world.open(HOME)
    world.sync.sources[HOME].older = [entries(*range(20, 50)), entries(*range(20))]
    loading: list[bool] = []
    feed.loading_changed.connect(lambda _: loading.append(feed.is_loading_older))
    await feed.load_older()
    assert ids(feed) == names(*range(50, 100))
    assert (loading, feed.is_at_end) == ([True, False], False)
    await feed.load_older()
    await feed.load_older()
    assert ids(feed) == names(*range(100))
    assert feed.is_at_end
    assert mirror.entries == feed.entries
    await feed.load_older()
    assert len(loading) == 6


async def test_arrivals_edits_and_deletions_are_told(world: World) -> None:
    await world.put(*entries(1, 2, 3))
    feed, mirror = await world.open(HOME)
    await world.put(entry(post(5)), entry(post(0)))
    assert ids(feed) == names(0, 1, 2, 3, 5)
    await world.put(entry(post(6, repost_of=post(4))))
    both = (replace(post(2), text=RichText("new")), replace(post(4), text=RichText("new")))
    await world.store.apply(StoreBatch(posts=both))
    assert {one.id for one in mirror.changes[-1].updated} == {"00002", "00006"}
    assert feed.entries[0].post is not None
    assert feed.entries[0].post.shown is world.store.post(PostKey(ME, "00004"))
    await world.store.apply(StoreBatch(deleted=(PostKey(ME, "00002"), PostKey(ME, "00004"))))
    assert ids(feed) == names(0, 1, 3, 5)
    count = len(mirror.changes)
    await world.put(entry(post(9)), key=LOCAL)
    assert len(mirror.changes) == count


async def test_what_is_far_below_waits_until_it_is_scrolled_to(world: World) -> None:
    await world.put(*entries(*range(100, 200)))
    feed, _ = await world.open(HOME)
    await world.put(*entries(*range(50, 60)))
    assert ids(feed) == names(*range(160, 200))
    for _ in range(3):
        await feed.load_older()
    assert ids(feed) == names(*range(50, 60), *range(100, 200))


async def test_unread_and_the_place_are_kept(world: World) -> None:
    feed, _ = await world.open(HOME)
    await world.put(*entries(*range(10)))
    assert feed.unread == 0
    await world.put(*entries(10, 11, 12))
    assert feed.unread == 3
    feed.mark_read((entry(post(11)).sort_at, "00011"))
    assert feed.unread == 1
    feed.remember_place(Place(anchor="00004", offset=7))
    await feed.close()
    again, _ = await world.open(HOME)
    assert again.unread == 1
    assert again.place is not None
    assert (again.place.anchor, again.place.offset) == ("00004", 7)
    again.mark_read()
    assert again.unread == 0
    await again.close()


async def test_a_place_far_down_is_loaded_at_the_start(world: World) -> None:
    await world.put(*entries(*range(300)))
    await world.store.save_place("c", Place(anchor="00150"))
    feed, _ = await world.open(HOME)
    assert "00150" in ids(feed)
    assert len(feed.entries) <= 200


async def test_sources_are_merged_in_time_and_each_post_once(world: World) -> None:
    await world.put(*entries(*range(0, 120, 2)))
    theirs = tuple(entry(post(n, account=OTHER)) for n in range(0, 120, 3))
    await world.put(*theirs, key=OTHER_HOME)
    feed, mirror = await world.open(HOME, OTHER_HOME)
    for _ in range(4):
        await feed.load_older()
    numbers = sorted({*range(0, 120, 2), *range(0, 120, 3)}, reverse=True)
    assert ids(feed) == [f"https://example.org/{number}" for number in numbers]
    await world.store.apply(StoreBatch(removed={HOME: ("00006", "00002")}))
    assert "https://example.org/6" in ids(feed)
    assert "https://example.org/2" not in ids(feed)
    await world.put(entry(post(500, account=OTHER)), key=OTHER_HOME)
    assert ids(feed)[0] == "https://example.org/500"
    assert mirror.entries == feed.entries


async def test_the_worst_state_is_the_columns(world: World) -> None:
    feed, _ = await world.open(HOME, OTHER_HOME)
    told: list[ColumnState] = []
    feed.state_changed.connect(told.append)
    world.sync.sources[HOME].say(Live())
    assert feed.state == Loading()
    world.sync.sources[OTHER_HOME].say(Polling(30))
    world.sync.sources[HOME].say(Limited(5.0))
    world.sync.sources[OTHER_HOME].say(Waiting())
    assert told == [Polling(30), Limited(5.0)]
    world.sync.sources[HOME].budget = Budget(300, 20)
    assert feed.budget.remaining == 20
    await feed.refresh()
    assert world.sync.sources[HOME].refreshes == 1


async def test_gaps_are_filled_where_they_belong(world: World) -> None:
    gap = Entry(
        id="gap:1", sort_at=entry(post(5)).sort_at - 1, gap=Gap(newer_at=at(5), older_at=at(1))
    )
    await world.put(*entries(1, 5), gap)
    feed, _ = await world.open(OTHER_HOME, HOME)
    gaps = [one for one in feed.entries if one.gap is not None]
    await feed.fill_gap(gaps[0].id)
    assert world.sync.sources[HOME].filled == ["gap:1"]
    assert len(feed.entries) == 2
    await feed.fill_gap("nothing")


async def test_what_the_server_hides_is_hidden(world: World) -> None:
    hidden = replace(post(2), filters=(FilterMatch("spoilers", "hide"),))
    warned = replace(post(3), filters=(FilterMatch("spoilers", "warn"),))
    await world.put(entry(hidden), entry(warned), *entries(1))
    feed, _ = await world.open(HOME)
    assert ids(feed) == names(1, 3)
    await world.put(entry(replace(hidden, id="00009", uri="x")))
    assert ids(feed) == names(1, 3)


async def test_a_column_full_of_hidden_posts_still_reads_on(world: World) -> None:
    hide = (FilterMatch("spoilers", "hide"),)
    await world.put(*(entry(replace(post(n), filters=hide)) for n in range(10, 150)))
    await world.put(*entries(*range(10)))
    feed, _ = await world.open(HOME)
    assert ids(feed) == names(*range(10))


async def test_memory_is_bounded(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds_module, "MAX_LOADED", 80)
    monkeypatch.setattr(feeds_module, "KEPT_LOADED", 50)
    feed, mirror = await world.open(HOME)
    for start in range(0, 400, 10):
        await world.put(*entries(*range(start, start + 10)))
        assert len(feed.entries) <= 80
    assert ids(feed) == names(*range(400))[: len(feed.entries)]
    while len(feed.entries) < 400:
        await feed.load_older()
    assert ids(feed) == names(*range(400))
    assert mirror.entries == feed.entries


async def test_nothing_is_lost_while_loading(world: World) -> None:
    chance = random.Random(3)
    await world.put(*entries(*range(0, 400, 2)))
    feed, mirror = await world.open(HOME)
    odd = list(range(1, 400, 2))
    chance.shuffle(odd)

    async def arrive() -> None:
        for start in range(0, len(odd), 5):
            await world.put(*entries(*odd[start : start + 5]))
            await world.store.apply(StoreBatch(removed={HOME: (f"{odd[start]:05}",)}))
            await asyncio.sleep(0)

    async def scroll() -> None:
        while not feed.is_at_end:
            await feed.load_older()
            await asyncio.sleep(0)

    await asyncio.gather(arrive(), scroll())
    window = await world.store.window(HOME, limit=1000)
    assert ids(feed) == [one.id for one in window]
    assert mirror.entries == feed.entries


async def test_two_accounts_of_one_server_do_not_mix(world: World) -> None:
    third = AccountId("demo:third@example.org")
    key = TimelineKey(third, TimelineKind.HOME)
    await world.put(entry(post(1)))
    await world.put(entry(replace(post(1, account=third), uri="https://elsewhere.org/1")), key=key)
    feed, _ = await world.open(HOME, key)
    assert len(feed.entries) == 2


async def test_a_group_that_grows_moves_up(world: World) -> None:
    def group(number: int, about: int, *people: str) -> Entry:
        return notification_entry(liked(number, post(about), *people))

    await world.put(group(10, 1, "bob"), group(11, 2, "cy"), key=NOTIFICATIONS)
    feed, mirror = await world.open(NOTIFICATIONS)
    await world.put(group(12, 1, "dan"), key=NOTIFICATIONS)
    assert ids(feed) == ["like-00001", "like-00002"]
    assert mirror.changes[-1].removed == ("like-00001",)
    assert feed.unread == 1
    top = mirror.entries[0].notification
    assert top is not None
    assert top.people_count == 2
