"""The store's index and the search grammar, together: nothing that matches is ever missed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.domain.post import Attachment, AttachmentKind, LinkCard, Poll, PollOption, Post
from desktop.domain.query import SavedSearch
from desktop.services.database import Database
from desktop.services.saved_searches import search_key
from desktop.services.store import PostStore, StoreBatch
from desktop.text import query as queries
from tests.unit.services.store_making import HOME, entry, post

POSTS: tuple[Post, ...] = (
    post(1, "Un bel été à la plage"),
    post(2, "東京タワーへ行きました"),
    post(3, "I like C++ and birds; prices at 5€"),
    post(4, "Straße und Größe"),
    replace(
        post(5, "look"), attachments=(Attachment(kind=AttachmentKind.IMAGE, alt="a blue bird"),)
    ),
    replace(
        post(6, "vote"), poll=Poll(id="p", options=(PollOption("red bird"), PollOption("fish")))
    ),
    replace(post(7, "read"), card=LinkCard(url="https://example.org", title="Bird news")),
    replace(post(8, "hidden"), content_warning="bird phobia"),
    replace(post(9, "tagged"), tags=("BirdWatching",), language="de-CH"),
    post(10, "🐦 only an emoji"),
    post(11, "الطيور في السماء"),
    post(12, "don't stop", author="bob"),
    post(13, "a bird in the hand is worth two in the bush"),
    post(14, "birdhouse"),
)

QUERIES = (
    "ete", "été", "東京", "タワー", "C++", "5€", "strasse", "groesse", "größe", "bird", "bird*",
    "#birdwatching", '"bird in the hand"', '"in the"', "bird -blue", "bird OR fish", "from:bob",
    "lang:de", "has:media", "has:poll bird", "🐦", "الطيور", "don't", "(bird OR été) -news",
)  # fmt: skip


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[PostStore]:
    database = await Database.open(tmp_path / "posts.sqlite", "posts", durable=False)
    yield PostStore(database, queries)
    await database.close()


@pytest.mark.parametrize("text", QUERIES)
async def test_the_index_finds_all_that_matches(store: PostStore, text: str) -> None:
    await store.apply(StoreBatch(entries={HOME: tuple(entry(made) for made in POSTS)}))
    query = queries.parse(text)
    expected = [made for made in reversed(POSTS) if queries.matches(query, made)]
    assert list(await store.search(query, limit=100)) == expected


async def test_something_is_found_at_all(store: PostStore) -> None:
    await store.apply(StoreBatch(posts=POSTS))
    assert len(await store.search(queries.parse("bird"), limit=100)) == 5
    assert [one.id for one in await store.search(queries.parse("ete"))] == ["00001"]
    assert [one.id for one in await store.search(queries.parse("東京"))] == ["00002"]


async def test_a_search_that_cannot_be_understood_finds_nothing(store: PostStore) -> None:
    store.set_searches((SavedSearch(id="a", text='"open'), SavedSearch(id="b", text="bird")))
    change = await store.apply(StoreBatch(posts=POSTS))
    assert set(change.added) == {search_key("b")}
    assert len(change.added[search_key("b")]) == 5
