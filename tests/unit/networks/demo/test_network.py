"""Signing in, the deck, and the server's search."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.domain.account import Credentials
from desktop.domain.errors import SignedOut, SignInError
from desktop.domain.query import Tag, Word
from desktop.domain.timeline import TimelineKind
from desktop.networks.base import SignsIn
from desktop.networks.demo.adapter import DemoAdapter
from desktop.networks.demo.deck import SEARCH, demo_deck
from desktop.networks.demo.demo_world import DemoWorld
from desktop.networks.demo.network import DemoNetwork, demo_accounts
from desktop.text.query import matches, parse
from tests.unit.networks.demo.conftest import key


def test_the_two_accounts(network: DemoNetwork) -> None:
    (claire, secrets), (atelier, _) = demo_accounts()
    assert (claire.handle, claire.name) == ("claire@demo.example", "Claire Fontaine")
    assert (atelier.handle, atelier.name) == ("atelier@demo.example", "Atelier Volière")
    assert claire.colour != atelier.colour
    assert not claire.is_kept
    assert claire.capabilities.can_stream
    assert claire.capabilities.limits.max_characters == 500
    assert network.open(claire, secrets).account == claire


async def test_signing_in_takes_the_next_person(network: DemoNetwork, world: DemoWorld) -> None:
    sign_in = network.sign_in()
    assert isinstance(sign_in, SignsIn)
    server = await sign_in.find_server("demo")
    start = await sign_in.begin(server, "http://127.0.0.1:1/")
    assert start.authorize_url == "demo:"
    first, _ = await sign_in.complete(start, "whatever")
    assert first.handle == "nadia@demo.example"
    second, secrets = await sign_in.complete(start, "")
    assert second.handle == "bea@demo.example"
    chosen, _ = await sign_in.complete(start, "@kofi@demo.example")
    assert chosen.profile_id == "16"
    adapter = network.open(second, secrets)
    assert (await adapter.fetch(key(adapter, TimelineKind.HOME))).posts
    await sign_in.revoke(second, secrets)
    with pytest.raises(SignedOut):
        network.open(second, Credentials(values={}))
    with pytest.raises(SignInError):
        await sign_in.find_server("mastodon.example")


async def test_the_deck_is_filled(
    network: DemoNetwork, claire: DemoAdapter, atelier: DemoAdapter, world: DemoWorld
) -> None:
    deck = demo_deck((claire.account, atelier.account))
    assert len(deck.columns) >= 6
    assert len({column.id for column in deck.columns}) == len(deck.columns)
    adapters = {claire.account.id: claire, atelier.account.id: atelier}
    for column in deck.columns:
        (source,) = column.sources
        if column.search is None:
            page = await adapters[source.account].fetch(source)
            assert len(page.posts) + len(page.notifications) > 12
    assert {column.sources[0].account for column in deck.columns} >= set(adapters)
    with pytest.raises(ValueError, match="two accounts"):
        demo_deck((claire.account,))


async def test_the_pinned_search_has_matches(claire: DemoAdapter, world: DemoWorld) -> None:
    query = parse(SEARCH)
    page = await claire.search_posts(query)
    assert len(page.posts) > 12
    assert all(matches(query, post) for post in page.posts)
    assert len({post.language for post in page.posts}) > 2
    ids = [post.id for post in page.posts]
    while page.older is not None:
        page = await claire.search_posts(query, page.older)
        ids += [post.id for post in page.posts]
    assert len(set(ids)) == len(ids)
    assert ids == sorted(ids, key=int, reverse=True)
    assert (await claire.search_posts(Tag("veille"))).posts
    assert not (await claire.search_posts(Word("zzyzx"))).posts


async def test_the_search_timeline(claire: DemoAdapter) -> None:
    page = await claire.fetch(key(claire, TimelineKind.SEARCH, "compte mastodon"), limit=5)
    assert page.posts
    assert all("compte" in post.text.text.lower() for post in page.posts)
    assert (await claire.fetch(key(claire, TimelineKind.SEARCH, "  "))).posts == ()


def test_no_module_of_the_demo_is_long() -> None:
    import desktop.networks.demo as package

    for folder in package.__path__:
        for file in Path(folder).glob("*.py"):
            assert file.read_text("utf-8").count("\n") <= 300, file.name
