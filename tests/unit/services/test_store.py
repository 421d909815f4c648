"""The store: one truth about posts, told once, shared by all who show them."""

from __future__ import annotations

import asyncio
import gc
import random
import tempfile
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.domain.account import AccountId
from desktop.domain.post import PostKey, QuoteState, Viewer
from desktop.domain.query import SavedSearch, Word
from desktop.domain.richtext import RichText
from desktop.domain.timeline import Entry, Gap, TimelineKey, TimelineKind, microseconds
from desktop.services.database import Database
from desktop.services.store import Place, PostStore, StoreBatch, StoreChange
from desktop.text import query as matching
from tests.unit.services.store_making import (
    BOOKMARKS,
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


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[PostStore]:
    async with opened_store(tmp_path / "posts.sqlite") as made:
        yield made


def ids(found: tuple[Entry, ...]) -> list[str]:
    return [one.id for one in found]


def home(*made: Entry) -> StoreBatch:
    return StoreBatch(entries={HOME: made})


async def test_a_page_is_stored_and_told_once(store: PostStore) -> None:
    told: list[StoreChange] = []
    store.changed.connect(told.append)
    change = await store.apply(home(*entries(1, 3, 2)))
    assert ids(change.added[HOME]) == ["00003", "00002", "00001"]
    assert told == [change]
    again = await store.apply(home(*entries(1, 3, 2)))
    assert again.is_empty
    assert told == [change]
    assert ids(await store.window(HOME)) == ["00003", "00002", "00001"]
    assert await store.window(LOCAL) == ()


async def test_windows_page_downwards(store: PostStore) -> None:
    await store.apply(home(*entries(*range(10))))
    first = await store.window(HOME, limit=4)
    second = await store.window(HOME, before=first[-1].order, limit=4)
    assert ids(first) + ids(second) == [f"{number:05}" for number in range(9, 1, -1)]


async def test_posts_come_back_as_they_went_in(store: PostStore) -> None:
    quoted = post(1)
    inner = post(2, quote=quoted)
    wrapper = post(3, author="bob", repost_of=inner)
    await store.apply(home(entry(wrapper)))
    gc.collect()
    found = await store.window(HOME)
    assert found[0].post == wrapper
    assert await store.read_post(PostKey(ME, "00001")) == quoted
    assert await store.read_post(PostKey(ME, "nothing")) is None


async def test_columns_share_one_object(store: PostStore) -> None:
    await store.apply(StoreBatch(entries={HOME: entries(1), LOCAL: entries(1)}))
    first, second = await store.window(HOME), await store.window(LOCAL)
    assert first[0].post is second[0].post
    assert store.post(PostKey(ME, "00001")) is first[0].post


async def test_a_change_shows_in_reposts_and_quotes(store: PostStore) -> None:
    inner = post(1)
    await store.apply(home(entry(post(2, repost_of=inner)), entry(post(3, quote=inner))))
    shown = await store.window(HOME)
    edited = replace(inner, text=RichText("edited"))
    change = await store.apply(StoreBatch(posts=(edited,)))
    assert set(change.updated) == {PostKey(ME, f"{n:05}") for n in (1, 2, 3)}
    assert change.updated[PostKey(ME, "00002")].shown is change.updated[PostKey(ME, "00001")]
    assert len(shown) == 2
    again = await store.window(HOME)
    assert again[1].post is not None
    assert again[1].post.shown.text.text == "edited"
    quote = again[0].post.quote if again[0].post else None
    assert quote is not None
    assert quote.post == edited


async def test_a_stream_does_not_forget_what_we_did(store: PostStore) -> None:
    mine = replace(post(1), viewer=Viewer(has_liked=True))
    await store.apply(home(entry(mine)))
    change = await store.apply(
        StoreBatch(posts=(replace(post(1), text=RichText("new")),), is_streamed=True)
    )
    updated = change.updated[mine.key]
    assert updated.viewer.has_liked
    assert updated.text.text == "new"
    change = await store.apply(StoreBatch(posts=(post(1),)))
    assert not change.updated[mine.key].viewer.has_liked


async def test_deleted_posts_leave_everywhere(store: PostStore) -> None:
    inner = post(1, "gone")
    await store.apply(
        StoreBatch(
            entries={
                HOME: (entry(post(2, repost_of=inner)), entry(post(3, quote=inner))),
                LOCAL: (entry(inner),),
                NOTIFICATIONS: (Entry(id="g", sort_at=1, notification=liked(4, inner, "bob")),),
            }
        )
    )
    change = await store.apply(StoreBatch(deleted=(inner.key,)))
    assert change.removed == {HOME: ("00002",), LOCAL: ("00001",), NOTIFICATIONS: ("g",)}
    assert change.deleted == {inner.key, PostKey(ME, "00002")}
    quoting = change.updated[PostKey(ME, "00003")]
    assert quoting.quote is not None
    assert quoting.quote.state is QuoteState.GONE
    assert quoting.quote.post is None
    assert ids(await store.window(HOME)) == ["00003"]
    assert await store.search(Word("gone")) == ()
    late = await store.apply(StoreBatch(entries={HOME: (entry(post(2, repost_of=inner)),)}))
    assert late.added == {}
    back = await store.apply(StoreBatch(entries={LOCAL: (entry(inner),)}, restores=True))
    assert ids(back.added[LOCAL]) == ["00001"]
    assert await store.read_post(inner.key) == inner
    assert len(await store.search(Word("gone"))) == 1


async def test_a_grown_group_moves_to_the_top(store: PostStore) -> None:
    about = post(1)

    def group(number: int, *names: str) -> Entry:
        made = liked(number, about, *names)
        return Entry(id=made.group, sort_at=microseconds(made.created_at), notification=made)

    await store.apply(StoreBatch(entries={NOTIFICATIONS: (group(2, "bob"),)}))
    await store.apply(
        StoreBatch(
            entries={
                NOTIFICATIONS: (
                    Entry(
                        id="x",
                        sort_at=microseconds(at(3)),
                        notification=replace(liked(3, post(9), "cy"), group=""),
                    ),
                )
            }
        )
    )
    change = await store.apply(
        StoreBatch(entries={NOTIFICATIONS: (group(4, "dan"),)}, is_streamed=True)
    )
    assert change.removed == {NOTIFICATIONS: ("like-00001",)}
    top = (await store.window(NOTIFICATIONS))[0]
    assert change.added[NOTIFICATIONS] == (top,)
    assert top.notification is not None
    assert [one.id for one in top.notification.people] == ["dan", "bob"]
    assert top.notification.people_count == 2
    same = await store.apply(
        StoreBatch(entries={NOTIFICATIONS: (group(4, "dan"),)}, is_streamed=True)
    )
    assert same.is_empty
    older = await store.apply(StoreBatch(entries={NOTIFICATIONS: (group(1, "eve"),)}))
    assert older.added == {}
    grown = older.replaced[NOTIFICATIONS][0].notification
    assert grown is not None
    assert [one.id for one in grown.people] == ["dan", "bob", "eve"]
    assert grown.people_count == 3


async def test_saved_searches_catch_what_arrives(store: PostStore) -> None:
    found = TimelineKey(AccountId(""), TimelineKind.SAVED_SEARCH, "s1")
    store.set_searches((SavedSearch(id="s1", text="bird", accounts=(ME,)),))
    change = await store.apply(
        home(
            entry(post(1, "a bird")),
            entry(post(2, "a fish")),
            entry(post(3, repost_of=post(0, "bird"))),
        )
    )
    assert ids(change.added[found]) == ["https://example.org/1", "https://example.org/0"]
    change = await store.apply(
        StoreBatch(
            entries={LOCAL: (entry(post(1, "a bird")),)}, posts=(post(5, "bird", account=OTHER),)
        )
    )
    assert found not in change.added
    change = await store.apply(StoreBatch(posts=(replace(post(2), text=RichText("now a bird")),)))
    assert ids(change.added[found]) == ["https://example.org/2"]
    change = await store.apply(home(entry(post(2, "still a bird"))))
    assert found not in change.added


async def test_search_finds_words_without_accents(store: PostStore) -> None:
    both = (post(1, "un bel été"), post(1, "un bel été", account=OTHER))
    await store.apply(StoreBatch(posts=(*both, post(2, "東京タワーへ"), post(3, "nothing"))))

    class Folded(type(store._matching)):  # type: ignore[misc]
        def compile(self, query: object) -> object:
            return lambda made: True

    store._matching = Folded()
    assert [one.id for one in await store.search(Word("ete"))] == ["00001"]
    assert len(await store.search(Word("ete"), (OTHER,))) == 1
    assert await store.search(Word("ete"), before=microseconds(at(1))) == ()


async def test_search_is_exact_after_the_index(store: PostStore) -> None:
    await store.apply(StoreBatch(posts=tuple(post(n, f"word {n % 2}") for n in range(450))))
    found = await store.search(Word("1"), limit=1000)
    assert len(found) == 225
    assert [one.id for one in found] == sorted((one.id for one in found), reverse=True)


async def test_gaps_are_told_only_when_they_stay(store: PostStore) -> None:
    gap = Entry(
        id="gap:1",
        sort_at=5,
        gap=Gap(newer_at=at(5), older_at=at(1), fill="x"),  # type: ignore[arg-type]
    )
    change = await store.apply(
        StoreBatch(entries={HOME: (*entries(9), gap)}, silent=frozenset({"gap:1"}))
    )
    assert ids(change.added[HOME]) == ["00009"]
    assert (await store.window(HOME))[-1] == gap
    change = await store.apply(StoreBatch(entries={HOME: (gap,)}))
    assert ids(change.replaced[HOME]) == ["gap:1"]
    change = await store.apply(StoreBatch(removed={HOME: ("gap:1", "nothing")}))
    assert change.removed == {HOME: ("gap:1",)}


async def test_marks_tell_what_was_there_before(store: PostStore) -> None:
    await store.apply(StoreBatch(entries={HOME: entries(1, 2)}, complete=frozenset({HOME})))
    await store.apply(home(*entries(5)))
    names = ("00001", "00002", "00005", "00009")
    assert set(await store.orders(HOME, names)) == {"00001", "00002", "00005"}
    assert set(await store.orders(HOME, names, marked=True)) == {"00001", "00002"}


async def test_places_are_kept(store: PostStore) -> None:
    assert await store.place("c") is None
    place = Place(anchor="00001", offset=4, read_up_to=9)
    await store.save_place("c", place)
    assert await store.place("c") == place


async def test_a_forgotten_account_leaves_nothing(store: PostStore) -> None:
    store.set_searches((SavedSearch(id="s", text="bird"),))
    await store.apply(home(entry(post(1, "bird")), entry(post(2, "bird", account=OTHER))))
    told: list[StoreChange] = []
    store.changed.connect(told.append)
    await store.forget_account(ME)
    found = TimelineKey(AccountId(""), TimelineKind.SAVED_SEARCH, "s")
    assert told[-1].removed == {found: ("https://example.org/1",)}
    assert await store.window(HOME) == ()
    assert await store.read_post(PostKey(ME, "00001")) is None
    assert await store.read_post(PostKey(OTHER, "00002")) is not None


async def test_what_is_on_its_way_for_a_forgotten_account_is_not_stored(store: PostStore) -> None:
    await store.apply(home(entry(post(1))))
    await store.forget_account(ME)
    await store.apply(home(entry(post(2)), entry(post(3, account=OTHER))))
    assert [each.id for each in await store.window(HOME)] == []
    assert await store.read_post(PostKey(ME, "00002")) is None
    store.welcome((ME,))
    await store.apply(home(entry(post(2))))
    assert await store.read_post(PostKey(ME, "00002")) is not None


async def test_what_is_forgotten_is_overwritten_on_the_disk(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "posts.sqlite", "posts", durable=False)
    store = PostStore(database, matching)
    await store.apply(home(*(entry(post(n, "a kingfisher passes")) for n in range(60))))
    await store.forget_account(ME)
    await database.close()
    left = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    assert b"kingfisher" not in left


async def test_prune_keeps_what_is_to_be_kept(store: PostStore) -> None:
    now = datetime.now(UTC)

    def recent(number: int, days: float) -> Entry:
        return entry(replace(post(number), created_at=now - timedelta(days=days, minutes=number)))

    await store.apply(
        StoreBatch(
            entries={
                HOME: tuple(recent(n, 0) for n in range(10)),
                LOCAL: (recent(20, 1), recent(21, 50)),
                BOOKMARKS: (recent(30, 900),),
                TimelineKey(ME, TimelineKind.THREAD, "1"): (recent(40, 0),),
            }
        )
    )
    gc.collect()
    store._live.forget_recent()
    assert await store.prune({HOME: 4, LOCAL: 10}, 30) == 8
    assert len(await store.window(HOME)) == 4
    assert ids(await store.window(LOCAL)) == ["00020"]
    assert len(await store.window(BOOKMARKS)) == 1
    assert await store.read_post(PostKey(ME, "00040")) is None
    assert len(await store.search(Word("post"), limit=100)) == 6


async def test_a_failed_batch_changes_nothing(store: PostStore) -> None:
    broken = Entry(id="x", sort_at=1, post=replace(post(7), id=object()))
    with pytest.raises(Exception):  # noqa: B017
        await store.apply(home(*entries(1), broken))
    assert await store.window(HOME) == ()


OPERATIONS = st.lists(
    st.tuples(
        st.sampled_from(["add", "add", "add", "remove", "delete", "edit", "repost"]),
        st.sampled_from([HOME, LOCAL]),
        st.lists(st.integers(0, 15), min_size=1, max_size=6),
    ),
    max_size=14,
)


@settings(max_examples=40, deadline=None)
@given(operations=OPERATIONS, seed=st.integers(0, 1000))
def test_windows_equal_a_naive_model(  # noqa: C901
    operations: list[tuple[str, TimelineKey, list[int]]], seed: int
) -> None:
    chance = random.Random(seed)

    async def run(folder: Path) -> None:  # noqa: C901
        model: dict[TimelineKey, dict[str, int]] = {HOME: {}, LOCAL: {}}
        texts: dict[int, str] = {}
        gone: set[str] = set()
        followed: dict[TimelineKey, dict[str, Entry]] = {HOME: {}, LOCAL: {}}

        def follow(change: StoreChange) -> None:
            for key, removed in change.removed.items():
                for name in removed:
                    followed[key].pop(name, None)
            for told in (change.added, change.replaced):
                for key, some in told.items():
                    followed[key].update((one.id, one) for one in some)
            for shown in followed.values():
                for name, one in list(shown.items()):
                    if one.post is not None and one.post.key in change.updated:
                        shown[name] = replace(one, post=change.updated[one.post.key])

        async with opened_store(folder / "posts.sqlite") as store:
            store.changed.connect(follow)
            for what, key, numbers in operations:
                names = [f"{number:05}" for number in numbers]
                if what == "add":
                    made = [entry(post(n, texts.get(n, ""))) for n in numbers]
                    await store.apply(StoreBatch(entries={key: tuple(made)}))
                    model[key].update((one.id, one.sort_at) for one in made if one.id not in gone)
                elif what == "repost":
                    made = [
                        entry(post(100 + n, repost_of=post(n, texts.get(n, "")))) for n in numbers
                    ]
                    await store.apply(StoreBatch(entries={key: tuple(made)}))
                    model[key].update(
                        (one.id, one.sort_at)
                        for one, name in zip(made, names, strict=True)
                        if name not in gone
                    )
                elif what == "remove":
                    await store.apply(StoreBatch(removed={key: tuple(names)}))
                    for name in names:
                        model[key].pop(name, None)
                elif what == "delete":
                    await store.apply(
                        StoreBatch(deleted=tuple(PostKey(ME, name) for name in names))
                    )
                    for number, name in zip(numbers, names, strict=True):
                        # Only what the store has seen can be deleted.
                        if any(
                            found in timeline or name in seen
                            for timeline in model.values()
                            for found in (name, f"{100 + number:05}")
                        ):
                            gone.update((name,))
                        for timeline in model.values():
                            timeline.pop(name, None)
                            timeline.pop(f"{100 + number:05}", None)
                else:
                    number = chance.choice(numbers)
                    if f"{number:05}" not in gone:
                        texts[number] = f"edited {chance.random()}"
                        await store.apply(StoreBatch(posts=(post(number, texts[number]),)))
                        seen.add(f"{number:05}")
                seen.update(name for timeline in model.values() for name in timeline)
                seen.update(
                    f"{int(name) - 100:05}"
                    for timeline in model.values()
                    for name in timeline
                    if int(name) >= 100
                )
                for which, wanted in model.items():
                    expected = sorted(wanted, key=lambda n: (wanted[n], n), reverse=True)
                    window = await store.window(which, limit=100)
                    assert ids(window) == expected
                    assert set(followed[which]) == set(expected)
                    for one in window:
                        assert one.post is not None
                        number = int(one.post.shown.id)
                        assert one.post.shown.text.text == texts.get(number, f"post {number}")
                        assert followed[which][one.id].post is one.post

    seen: set[str] = set()
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(run(Path(folder)))
