"""Keyword columns: stored, arriving and searched for, each post once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.domain.column import Column, Live, Waiting
from desktop.domain.errors import Offline
from desktop.domain.query import SavedSearch
from desktop.services.notices import Notices
from desktop.services.retention import Retention, kept_of
from desktop.services.saved_searches import SavedSearches, search_key
from desktop.services.store import PostStore, StoreBatch
from desktop.services.tasks import TaskScope
from tests.unit.services.store_making import (
    HOME,
    LOCAL,
    ME,
    OTHER,
    WordMatching,
    entries,
    entry,
    opened_store,
    post,
)
from tests.unit.services.sync_making import FakeServer, FakeSessions, until

BIRD = SavedSearch(id="s", text="bird")
KEY = search_key("s")


class World:
    def __init__(self, store: PostStore) -> None:
        self.store = store
        self.servers = FakeServer(), FakeServer(account=OTHER)
        self.sessions = FakeSessions(*self.servers)
        self.errors: list[BaseException] = []
        self.scope = TaskScope(self.errors.append)
        self.searches = SavedSearches(
            store,
            self.sessions,
            WordMatching(),
            Notices(),
            self.scope,
            accounts=lambda: (ME, OTHER),
        )

    async def uris(self) -> list[str]:
        return [one.id.rpartition("/")[2] for one in await self.store.window(KEY, limit=500)]


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


async def test_three_ways_lead_into_the_column(world: World) -> None:
    await world.store.apply(
        StoreBatch(entries={HOME: (entry(post(1, "a bird")), entry(post(2, "a fish")))})
    )
    mine, theirs = world.servers
    mine.found = [post(3, "bird song"), post(4, "birds of a feather")]
    theirs.found = [post(3, "bird song", account=OTHER), post(5, "one bird", account=OTHER)]
    world.searches.keep((BIRD,))
    source = world.searches.follow(KEY)
    await until(lambda: isinstance(source.state, Live))
    await until(lambda: world.scope.is_idle or source.state)
    await world.store.apply(StoreBatch(entries={LOCAL: (entry(post(9, "late bird")),)}))
    assert await world.uris() == ["9", "5", "3", "1"]
    world.searches.unfollow(KEY)


async def test_chosen_accounts_only(world: World) -> None:
    world.servers[0].found = [post(1, "bird")]
    world.servers[1].found = [post(2, "bird", account=OTHER)]
    world.searches.keep((replace(BIRD, accounts=(OTHER,)),))
    source = world.searches.follow(KEY)
    await until(lambda: isinstance(source.state, Live))
    assert await world.uris() == ["2"]


async def test_older_ones_come_from_the_store_then_the_servers(world: World) -> None:
    await world.store.apply(StoreBatch(posts=tuple(post(n, "bird") for n in range(500, 800))))
    world.servers[0].found = [post(n, "bird") for n in range(799, 299, -1)]
    world.searches.keep((BIRD,))
    source = world.searches.follow(KEY)
    await until(lambda: isinstance(source.state, Live))
    for _ in range(40):
        if source.is_at_end:
            break
        await source.load_older()
    assert source.is_at_end
    assert len(await world.uris()) == 500


async def test_trouble_of_a_server_is_a_state(world: World) -> None:
    world.servers[0].error = Offline("example.org")
    world.servers[1].found = [post(2, "bird", account=OTHER)]
    world.searches.keep((BIRD,))
    source = world.searches.follow(KEY)
    await until(lambda: isinstance(source.state, Waiting))
    assert await world.uris() == ["2"]
    world.servers[0].error = None
    await source.refresh()
    assert isinstance(source.state, Live)


async def test_an_account_that_opens_is_asked_at_once(world: World) -> None:
    world.sessions.errors[ME] = Offline("example.org")
    world.servers[0].found = [post(1, "bird")]
    world.searches.keep((BIRD,))
    source = world.searches.follow(KEY)
    await until(lambda: isinstance(source.state, Waiting))
    world.sessions.errors.clear()
    world.sessions.changed.emit(ME)
    await until(lambda: isinstance(source.state, Live))
    assert await world.uris() == ["1"]


async def test_changed_words_start_anew(world: World) -> None:
    await world.store.apply(StoreBatch(posts=(post(1, "a bird"), post(2, "a fish"))))
    world.searches.keep((BIRD,))
    await until(lambda: world.scope.is_idle)
    assert await world.uris() == ["1"]
    world.searches.keep((replace(BIRD, text="fish"),))
    await until(lambda: world.scope.is_idle)
    assert await world.uris() == ["2"]
    world.searches.keep(())
    await world.store.apply(StoreBatch(posts=(post(3, "a fish"),)))
    assert await world.uris() == ["2"]


async def test_retention_keeps_what_columns_ask_for(world: World) -> None:
    await world.store.apply(
        StoreBatch(entries={HOME: entries(*range(50)), LOCAL: entries(*range(60, 90))})
    )
    columns = (
        Column(id="a", sources=(HOME,), keep=10),
        Column(id="b", sources=(HOME, LOCAL), keep=20),
    )
    assert kept_of(columns, 15) == {HOME: 15, LOCAL: 15}
    world.store._live.forget_recent()
    retention = Retention(world.store, lambda: columns, lambda: (15, 3650), Notices())
    assert await retention.prune() == 50
    assert len(await world.store.window(HOME, limit=100)) == 15
