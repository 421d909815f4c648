"""Timelines kept in step: nothing missed, nothing twice, and every trouble has a state."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.domain.column import Failed, Limited, Live, NoSession, Polling, Waiting
from desktop.domain.errors import NotSupported, Offline, RateLimited, Rejected, SignedOut
from desktop.domain.post import PostKey, Thread
from desktop.domain.richtext import RichText
from desktop.domain.stream import (
    NotificationArrived,
    PostArrived,
    PostDeleted,
    PostEdited,
    StreamClosed,
    StreamOpened,
)
from desktop.domain.timeline import TimelineKey, TimelineKind
from desktop.networks.base import Budget
from desktop.services import sync_account
from desktop.services.notices import Notices
from desktop.services.polling import LONGEST, SHORTEST, Backoff, Interval, resting_until
from desktop.services.store import PostStore, StoreChange
from desktop.services.sync import Sync
from desktop.services.sync_pages import positions
from desktop.services.tasks import TaskScope
from tests.unit.services.store_making import (
    BOOKMARKS,
    HOME,
    LOCAL,
    ME,
    NOTIFICATIONS,
    at,
    liked,
    opened_store,
    post,
)
from tests.unit.services.sync_making import FakeServer, FakeSessions, until


class World:
    def __init__(self, store: PostStore) -> None:
        self.store = store
        self.server = FakeServer()
        self.server.stream_error = NotSupported("streaming")
        self.sessions = FakeSessions(self.server)
        self.notices = Notices()
        self.errors: list[BaseException] = []
        self.scope = TaskScope(self.errors.append)
        self.sync = Sync(store, self.sessions, self.notices, self.scope, chance=random.Random(1))

    def streams(self) -> None:
        self.server.stream_error = None

    async def ids(self, key: TimelineKey = HOME) -> list[str]:
        return [entry.id for entry in await self.store.window(key, limit=1000)]

    def has(self, *numbers: int, key: TimelineKey = HOME) -> None:
        """The server's timeline, newest first."""
        self.server.timelines[key] = [post(number) for number in sorted(numbers, reverse=True)]


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with opened_store(tmp_path / "posts.sqlite") as store:
        made = World(store)
        # A receiver of the store's news that fails, fails in a callback of the loop.
        asyncio.get_running_loop().set_exception_handler(
            lambda _, context: made.errors.append(context.get("exception") or RuntimeError())
        )
        yield made
        await made.sync.close()
        await made.scope.close()
        assert made.errors == []


def names(*numbers: int) -> list[str]:
    return [f"{number:05}" for number in sorted(numbers, reverse=True)]


async def test_the_first_page_and_what_is_below(world: World) -> None:
    world.has(*range(100))
    source = world.sync.follow(HOME)
    await until(lambda: isinstance(source.state, Polling))
    assert await world.ids() == names(*range(60, 100))
    assert (len(world.server.fetches), source.is_at_end) == (1, False)
    await source.load_older()
    await source.load_older()
    assert await world.ids() == names(*range(100))
    assert source.is_at_end
    assert len(world.server.fetches) == 3


async def test_reading_on_after_a_restart_starts_at_the_oldest(world: World) -> None:
    world.has(*range(100))
    world.sync.follow(HOME)
    await until(lambda: world.server.fetches)
    await world.sync.follow(HOME).refresh()
    await world.sync.close()
    fresh = Sync(world.store, world.sessions, world.notices, world.scope)
    source = fresh.follow(HOME)
    await until(lambda: isinstance(source.state, Polling))
    await source.load_older()
    assert await world.ids() == names(*range(20, 100))
    await fresh.close()


async def test_catching_up_pages_down_to_what_is_known(world: World) -> None:
    world.has(*range(10))
    source = world.sync.follow(HOME)
    await until(lambda: isinstance(source.state, Polling))
    world.has(*range(110))
    await source.refresh()
    assert await world.ids() == names(*range(110))
    assert await world.store.gaps(HOME) == ()


async def test_what_is_too_much_leaves_a_gap_that_can_be_filled(world: World) -> None:
    world.has(*range(10))
    source = world.sync.follow(HOME)
    await until(lambda: isinstance(source.state, Polling))
    told: list[StoreChange] = []
    world.store.changed.connect(told.append)
    world.has(*range(300))
    await source.refresh()
    gaps = await world.store.gaps(HOME)
    assert len(gaps) == 1
    # Gaps that closed at once were never told.
    assert (
        sum(
            entry.gap is not None
            for change in told
            for some in (*change.added.values(), *change.replaced.values())
            for entry in some
        )
        == 1
    )
    gap = gaps[0]
    assert gap.gap is not None
    assert (gap.gap.newer_at, gap.gap.older_at) == (at(100), at(9))
    await source.refresh()
    assert await world.store.gaps(HOME) == gaps
    await source.fill_gap(gap)
    smaller = (await world.store.gaps(HOME))[0]
    assert smaller.gap is not None
    assert smaller.gap.newer_at == at(60)
    await source.fill_gap(smaller)
    await source.fill_gap((await world.store.gaps(HOME))[0])
    assert await world.store.gaps(HOME) == ()
    assert await world.ids() == names(*range(300))


async def test_a_catch_up_that_breaks_off_leaves_a_gap(world: World) -> None:
    world.has(*range(10))
    source = world.sync.follow(HOME)
    await until(lambda: isinstance(source.state, Polling))
    world.has(*range(200))
    calls = len(world.server.fetches)

    def break_off() -> None:
        if len(world.server.fetches) == calls + 3:
            world.server.error = Offline("example.org")

    world.server.before_fetch = break_off
    await source.refresh()
    assert isinstance(source.state, Waiting)
    assert len(await world.store.gaps(HOME)) == 1
    world.server.error = None
    await source.fill_gap((await world.store.gaps(HOME))[0])
    await source.fill_gap((await world.store.gaps(HOME))[0])
    await source.fill_gap((await world.store.gaps(HOME))[0])
    assert await world.store.gaps(HOME) == ()
    assert await world.ids() == names(*range(200))


@pytest.mark.parametrize("page_size", [3, 7, 40])
async def test_random_absences_lose_nothing(world: World, page_size: int) -> None:
    chance = random.Random(page_size)
    world.server.page_size = page_size
    top = 30
    world.has(*range(top))
    source = world.sync.follow(HOME)
    await until(lambda: isinstance(source.state, Polling))
    for _ in range(12):
        top += chance.randint(0, 60)
        world.has(*range(top))
        await source.refresh()
        for gap in await world.store.gaps(HOME):
            if chance.random() < 0.3:
                await source.fill_gap(gap)
    for _ in range(400):
        gaps = await world.store.gaps(HOME)
        if not gaps:
            break
        await source.fill_gap(gaps[0])
    while not source.is_at_end:
        await source.load_older()
    assert await world.ids() == names(*range(top))


async def test_streamed_posts_arrive_and_catching_up_goes_below_them(world: World) -> None:
    world.streams()
    world.has(1, 2)
    source = world.sync.follow(HOME)
    await until(lambda: isinstance(source.state, Polling))
    world.server.events.put_nowait(StreamOpened(frozenset({HOME})))
    await until(lambda: isinstance(source.state, Live))
    world.server.events.put_nowait(PostArrived(post(3), frozenset({HOME, LOCAL})))
    world.server.events.put_nowait(PostArrived(post(4), frozenset({HOME})))
    world.server.events.put_nowait(PostEdited(replace(post(4), text=RichText("edited"))))
    world.server.events.put_nowait(PostDeleted("00001"))
    told: list[StoreChange] = []
    world.store.changed.connect(told.append)
    await until(lambda: told)
    assert await world.ids() == names(2, 3, 4)
    found = world.store.post(PostKey(ME, "00004"))
    assert found is not None
    assert found.text.text == "edited"
    # The connection is lost, much happens, and after it is back the first live post comes
    # before anybody could ask for a page.
    world.server.events.put_nowait(StreamClosed(datetime.now(UTC) + timedelta(seconds=60)))
    await until(lambda: isinstance(source.state, Waiting))
    world.has(*range(2, 90))
    fetched = len(world.server.fetches)
    world.server.events.put_nowait(PostArrived(post(89), frozenset({HOME})))
    world.server.events.put_nowait(StreamOpened(frozenset({HOME})))
    await until(lambda: isinstance(source.state, Live))
    assert len(world.server.fetches) > fetched
    assert await world.ids() == names(*range(2, 90))


async def test_streamed_notifications_join_their_group(world: World) -> None:
    world.streams()
    about = post(1)
    world.server.timelines[NOTIFICATIONS] = [liked(2, about, "bob")]
    source = world.sync.follow(NOTIFICATIONS)
    await until(lambda: isinstance(source.state, Polling))
    world.server.events.put_nowait(NotificationArrived(liked(3, about, "cy")))
    world.server.events.put_nowait(NotificationArrived(liked(4, about, "dan")))
    told: list[StoreChange] = []
    world.store.changed.connect(told.append)
    await until(lambda: told)
    entries = await world.store.window(NOTIFICATIONS)
    assert len(entries) == 1
    assert entries[0].notification is not None
    assert [one.id for one in entries[0].notification.people] == ["dan", "cy", "bob"]
    assert entries[0].notification.people_count == 3


async def test_one_stream_serves_all_columns(world: World) -> None:
    world.streams()
    world.sync.follow(HOME)
    await until(lambda: world.server.streams == 1)
    world.sync.follow(LOCAL)
    world.sync.follow(LOCAL)
    assert world.server.streamed == {HOME, LOCAL}
    world.sync.unfollow(LOCAL)
    assert world.server.streamed == {HOME, LOCAL}
    world.sync.unfollow(LOCAL)
    assert world.server.streamed == {HOME}
    assert world.server.streams == 1


async def test_a_burst_is_stored_in_few_batches(world: World) -> None:
    world.streams()
    source = world.sync.follow(HOME)
    await until(lambda: isinstance(source.state, Polling))
    told: list[StoreChange] = []
    world.store.changed.connect(told.append)
    for number in range(200):
        world.server.events.put_nowait(PostArrived(post(number), frozenset({HOME})))
    await until(lambda: sum(len(c.added.get(HOME, ())) for c in told) == 200)
    assert len(told) <= 8


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (Offline("example.org"), Waiting),
        (Rejected("no such list"), Failed),
        (ValueError("a fault of ours"), Failed),
    ],
)
async def test_every_trouble_has_a_state(
    world: World, error: Exception, state: type[object]
) -> None:
    world.server.error = error
    source = world.sync.follow(HOME)
    await until(lambda: isinstance(source.state, state))
    world.server.error = None
    world.has(1)
    await source.refresh()
    assert isinstance(source.state, Polling)
    assert await world.ids() == names(1)


async def test_a_limit_ends(world: World) -> None:
    world.server.error = RateLimited(datetime.now(UTC) + timedelta(seconds=0.2))
    source = world.sync.follow(HOME)
    await until(lambda: isinstance(source.state, Limited))
    world.server.error = None
    world.has(1)
    await until(lambda: isinstance(source.state, Polling))
    assert await world.ids() == names(1)


async def test_signed_out_stops_nothing_else(world: World) -> None:
    other = FakeServer(account=ME.__class__("demo:you@example.net"))
    other.stream_error = NotSupported("streaming")
    yours = TimelineKey(other.account.id, TimelineKind.HOME)
    other.timelines[yours] = [replace(post(5), account=other.account.id)]
    world.sessions.servers[other.account.id] = other
    world.server.error = SignedOut()
    mine, theirs = world.sync.follow(HOME), world.sync.follow(yours)
    await until(lambda: isinstance(mine.state, NoSession))
    await until(lambda: isinstance(theirs.state, Polling))
    assert any(isinstance(report, SignedOut) for report in world.sessions.reports)
    world.server.error = None
    world.has(1)
    fresh = FakeServer()
    fresh.stream_error = NotSupported("streaming")
    fresh.timelines = world.server.timelines
    world.sessions.servers[ME] = fresh
    world.sessions.changed.emit(ME)
    await until(lambda: isinstance(mine.state, Polling))
    assert await world.ids() == names(1)


async def test_a_session_that_opens_is_waited_for(world: World) -> None:
    world.streams()
    world.sessions.errors[ME] = Offline("example.org")
    world.has(1)
    source = world.sync.follow(HOME)
    states: list[object] = []
    source.state_changed.connect(states.append)
    await asyncio.sleep(0.05)
    assert states == []
    world.sessions.errors.clear()
    world.sessions.changed.emit(ME)
    await until(lambda: isinstance(source.state, Polling) and world.server.streams)
    assert await world.ids() == names(1)


async def test_a_limit_is_kept_by_scrolling_too(world: World) -> None:
    world.has(*range(100))
    source = world.sync.follow(HOME)
    await until(lambda: isinstance(source.state, Polling))
    world.server.error = RateLimited(datetime.now(UTC) + timedelta(minutes=5))
    await source.load_older()
    asked = len(world.server.fetches)
    world.server.error = None
    await source.load_older()
    await source.refresh()
    assert isinstance(source.state, Limited)
    assert len(world.server.fetches) == asked


async def test_polling_rests_when_little_is_left(world: World) -> None:
    world.has(1)
    source = world.sync.follow(HOME)
    await until(lambda: isinstance(source.state, Polling))
    asked = len(world.server.fetches)
    world.server.allowance = Budget(300, 10, time.time() + 60)
    account = world.sync._accounts[ME]
    account._followed[HOME].next_at = 0.0
    account._woken.set()
    await asyncio.sleep(0.1)
    assert len(world.server.fetches) == asked
    world.has(1, 2)
    await source.refresh()
    assert await world.ids() == names(1, 2)


async def test_a_timeline_in_preparation_is_asked_for_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sync_account, "PREPARING_SECONDS", 0.02)
    world.server.is_complete = False
    source = world.sync.follow(HOME)
    await until(lambda: len(world.server.fetches) >= 2)
    world.has(1, 2)
    world.server.is_complete = True
    await until(lambda: isinstance(source.state, Polling))
    assert await world.ids() == names(1, 2)


async def test_bookmarks_keep_the_servers_order(world: World) -> None:
    world.server.has_fill = False
    listed = [post(number) for number in (5, 9, 1, 7)]
    world.server.timelines[BOOKMARKS] = list(listed)
    source = world.sync.follow(BOOKMARKS)
    await until(lambda: isinstance(source.state, Polling))
    assert await world.ids(BOOKMARKS) == [one.id for one in listed]
    before = await world.store.window(BOOKMARKS)
    await source.refresh()
    assert await world.store.window(BOOKMARKS) == before
    changed = [post(3), listed[2], listed[0], listed[3]]
    world.server.timelines[BOOKMARKS] = list(changed)
    await source.refresh()
    assert await world.ids(BOOKMARKS) == [one.id for one in changed]
    many = [post(number) for number in random.Random(1).sample(range(100, 200), 90)]
    world.server.timelines[BOOKMARKS] = [*many, *changed]
    await source.refresh()
    assert await world.ids(BOOKMARKS) == [one.id for one in (*many, *changed)]


async def test_bookmarks_are_read_on_below(world: World) -> None:
    world.server.has_fill = False
    listed = [post(number) for number in random.Random(2).sample(range(100), 100)]
    world.server.timelines[BOOKMARKS] = list(listed)
    source = world.sync.follow(BOOKMARKS)
    await until(lambda: isinstance(source.state, Polling))
    for _ in range(5):
        await source.load_older()
    assert await world.ids(BOOKMARKS) == [one.id for one in listed]
    assert source.is_at_end


async def test_a_thread_is_in_the_order_of_reading(world: World) -> None:
    key = TimelineKey(ME, TimelineKind.THREAD, "00002")
    world.server.threads["00002"] = Thread((post(1),), post(2), (post(4), post(3)))
    source = world.sync.follow(key)
    await until(lambda: isinstance(source.state, Polling))
    assert await world.ids(key) == ["00001", "00002", "00004", "00003"]
    world.server.threads["00002"] = Thread((post(1),), post(2), (post(4), post(5), post(6)))
    await source.refresh()
    assert await world.ids(key) == ["00001", "00002", "00004", "00005", "00006"]


async def test_after_sleep_everything_is_looked_at(world: World) -> None:
    world.streams()
    source = world.sync.follow(HOME)
    await until(lambda: isinstance(source.state, Polling))
    world.has(1)
    world.sync.reconnect()
    await until(lambda: world.server.streams == 2)
    await until(lambda: isinstance(source.state, Polling) and source.arrived)
    assert await world.ids() == names(1)
    assert Sync.overslept(0, 3600)
    assert Sync.overslept(0, -3600)
    assert not Sync.overslept(0, 16)


def test_polling_adapts_and_leaves_the_user_a_quarter() -> None:
    interval = Interval()
    for _ in range(50):
        interval.found(0)
    assert interval.seconds == LONGEST
    for _ in range(50):
        interval.found(3)
    assert interval.seconds == SHORTEST
    assert resting_until(Budget(300, 74, 500.0), 400.0) == 500.0
    assert resting_until(Budget(300, 76, 500.0), 400.0) == 0.0
    assert resting_until(Budget(300, 10, 300.0), 400.0) == 0.0
    assert resting_until(Budget(), 400.0) == 0.0
    backoff, chance = Backoff(), random.Random(1)
    waits = [backoff.after_failure(chance) for _ in range(12)]
    assert waits[0] < 7
    assert 240 <= waits[-1] <= 360


@given(
    order=st.permutations(list(range(8))),
    known=st.dictionaries(st.integers(0, 7), st.integers(1, 10**12)),
    now=st.integers(2 * 10**12, 3 * 10**12),
)
def test_positions_keep_the_servers_order(
    order: list[int], known: dict[int, int], now: int
) -> None:
    ids = [str(number) for number in order]
    places = positions(ids, {str(number): at * 1_000_000 for number, at in known.items()}, now=now)
    assert sorted(ids, key=lambda name: places[name], reverse=True) == ids or len(
        set(places.values())
    ) < len(ids)
    assert set(places) == set(ids)
