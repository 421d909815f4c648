"""Live streams: driven by hand, or by their own pace."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from datetime import timedelta
from typing import cast

import pytest

from desktop.domain.post import PostAction
from desktop.domain.stream import (
    NotificationArrived,
    PostArrived,
    PostDeleted,
    PostEdited,
    StreamEvent,
    StreamOpened,
)
from desktop.domain.timeline import TimelineKey, TimelineKind
from desktop.networks.demo.adapter import DemoAdapter
from desktop.networks.demo.demo_world import DemoWorld
from desktop.networks.demo.network import DemoNetwork
from tests.unit.networks.demo.conftest import NOW, MakeItem, key

Events = AsyncGenerator[StreamEvent, None]


def listen(adapter: DemoAdapter, *keys: TimelineKey) -> Events:
    return cast("Events", adapter.stream(frozenset(keys)))


async def gather(events: Events) -> list[StreamEvent]:
    """All that has arrived until now; the stream is closed then."""
    found: list[StreamEvent] = []

    async def read() -> None:
        async for event in events:
            found.append(event)

    task = asyncio.create_task(read())
    for _ in range(5):
        await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    return found


async def opened(events: Events) -> None:
    assert isinstance(await anext(events), StreamOpened)


async def test_it_opens_with_what_it_can_stream(claire: DemoAdapter) -> None:
    home, kept = key(claire, TimelineKind.HOME), key(claire, TimelineKind.BOOKMARKS)
    events = listen(claire, home, kept)
    assert await anext(events) == StreamOpened(frozenset({home}))
    await events.aclose()


async def test_posts_come_with_their_timelines(
    claire: DemoAdapter, atelier: DemoAdapter, make_item: MakeItem
) -> None:
    home, local = key(claire, TimelineKind.HOME), key(claire, TimelineKind.LOCAL)
    tag, notes = (
        key(claire, TimelineKind.HASHTAG, "veille"),
        key(claire, TimelineKind.NOTIFICATIONS),
    )
    events = listen(claire, home, local, tag, notes)
    await opened(events)
    sent = await atelier.publish(make_item(atelier, "@claire@demo.example bonjour #veille"))
    liked = await atelier.act(PostAction.LIKE, (await claire.publish(make_item(claire, "a"))).id)
    arrived = [one for one in await gather(events) if isinstance(one, PostArrived)]
    assert arrived[0].post.id == sent.id
    assert arrived[0].post.account == claire.account.id
    assert arrived[0].keys == {home, local, tag}
    assert arrived[1].post.id == liked.id
    assert arrived[1].keys == {home, local}


async def test_notifications_edits_and_deletions(
    claire: DemoAdapter, atelier: DemoAdapter, make_item: MakeItem
) -> None:
    post = await claire.publish(make_item(claire, "Avant"))
    events = listen(claire, key(claire, TimelineKind.NOTIFICATIONS))
    others = listen(atelier, key(atelier, TimelineKind.HOME))
    await opened(events)
    await opened(others)
    await atelier.act(PostAction.LIKE, post.id)
    await claire.publish(make_item(claire, "Après", edits=post.id))
    await claire.delete(post.id)
    mine = await gather(events)
    told = [one.notification for one in mine if isinstance(one, NotificationArrived)]
    assert [(one.kind.value, one.people[0].id) for one in told] == [("like", "2")]
    theirs = await gather(others)
    texts = [one.post.text.text for one in theirs if isinstance(one, PostEdited)]
    assert texts == ["Avant", "Après"]
    assert theirs[-1] == PostDeleted(post.id)


async def test_likes_are_joined(claire: DemoAdapter, make_item: MakeItem, world: DemoWorld) -> None:
    post = await claire.publish(make_item(claire, "Merci"))
    events = listen(claire, key(claire, TimelineKind.NOTIFICATIONS))
    await opened(events)
    for who in ("5", "6", "7"):
        world.facts.like(who, post.id, world.facts.moment())
    told = [
        one.notification for one in await gather(events) if isinstance(one, NotificationArrived)
    ]
    assert [one.people_count for one in told] == [1, 2, 3]
    assert len({one.group for one in told}) == 1
    assert len({one.id for one in told}) == 3
    assert [one.id for one in told[-1].people] == ["7", "6", "5"]
    page = await claire.fetch(key(claire, TimelineKind.NOTIFICATIONS), limit=2)
    assert [one.group for one in page.notifications].count(told[0].group) == 1


async def test_mentions_alone(
    claire: DemoAdapter, atelier: DemoAdapter, make_item: MakeItem
) -> None:
    post = await claire.publish(make_item(claire, "Dites"))
    events = listen(claire, key(claire, TimelineKind.MENTIONS))
    await opened(events)
    await atelier.act(PostAction.LIKE, post.id)
    await atelier.publish(make_item(atelier, "@claire@demo.example oui", reply_to=post.id))
    told = [
        one.notification for one in await gather(events) if isinstance(one, NotificationArrived)
    ]
    assert [one.kind.value for one in told] == ["mention"]


async def test_keys_can_change(
    claire: DemoAdapter, atelier: DemoAdapter, make_item: MakeItem
) -> None:
    home, local = key(claire, TimelineKind.HOME), key(claire, TimelineKind.LOCAL)
    events = listen(claire, home)
    await opened(events)
    claire.set_keys(frozenset({home, local}))
    await atelier.publish(make_item(atelier, "encore"))
    first, second = (await gather(events))[:2]
    assert first == StreamOpened(frozenset({home, local}))
    assert isinstance(second, PostArrived)
    assert second.keys == {home, local}


async def test_a_closed_stream_hears_nothing_more(
    claire: DemoAdapter, world: DemoWorld, make_item: MakeItem
) -> None:
    events = listen(claire, key(claire, TimelineKind.HOME))
    await opened(events)
    await events.aclose()
    assert not world.facts.changed._receivers


async def test_two_streams_share_one_time() -> None:
    world = DemoWorld(5, NOW, pace=2000.0)
    network = DemoNetwork(lambda: world)
    one, other = (network.open(*pair) for pair in network.accounts())
    streams = [
        listen(one, key(one, TimelineKind.FEDERATED)),
        listen(other, key(other, TimelineKind.FEDERATED)),
    ]
    heard: list[list[str]] = [[], []]

    async def read(number: int) -> None:
        async for event in streams[number]:
            if isinstance(event, PostArrived):
                heard[number].append(event.post.id)
                if len(heard[number]) == 12:
                    return

    async with asyncio.timeout(20):
        await asyncio.gather(read(0), read(1))
    assert heard[0] == heard[1]
    assert len(set(heard[0])) == 12
    for stream in streams:
        await stream.aclose()


async def test_the_same_live_posts_for_the_same_seed() -> None:
    told = []
    for start in (NOW, NOW + timedelta(days=3)):
        world = DemoWorld(5, start, pace=0)
        network = DemoNetwork(lambda world=world: world)  # type: ignore[misc]
        adapter = network.open(*network.accounts()[0])
        events = listen(adapter, key(adapter, TimelineKind.FEDERATED))
        await opened(events)
        for _ in range(30):
            world.tick()
        found = await gather(events)
        told.append([one.post.text.text for one in found if isinstance(one, PostArrived)])
    assert told[0] == told[1]
    assert len(told[0]) > 8
