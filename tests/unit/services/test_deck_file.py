from __future__ import annotations

import asyncio
import tomllib
from pathlib import Path

import msgspec
import pytest

from desktop.domain.account import AccountId
from desktop.domain.column import MAX_COLUMN_WIDTH, MIN_COLUMN_WIDTH, Column, Deck
from desktop.domain.notice import NoticeCode
from desktop.domain.query import SavedSearch
from desktop.domain.timeline import TimelineKey, TimelineKind
from desktop.services import deck_file
from desktop.services.deck_file import DeckFile
from desktop.services.files import older_copies

ME = AccountId("mastodon:claire@example.org")


def a_column(name: str, **more: object) -> Column:
    values = {"id": name, "sources": (TimelineKey(ME, TimelineKind.HASHTAG, name),)} | more
    return Column(**values)  # type: ignore[arg-type]


def a_search(name: str) -> Column:
    key = TimelineKey(AccountId(""), TimelineKind.SAVED_SEARCH, "s1")
    search = SavedSearch(id="s1", text='"été" OR -x', accounts=(ME,))
    return Column(id=name, sources=(key,), search=search, title="Été")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deck.toml"


@pytest.fixture
def deck(path: Path) -> DeckFile:
    deck = DeckFile(path, copy_every=0)
    assert deck.load() is None
    for name in "abc":
        deck.add(a_column(name))
    return deck


def ids(deck: DeckFile) -> str:
    return "".join(column.id for column in deck.current.columns)


def again(path: Path) -> DeckFile:
    deck = DeckFile(path)
    assert deck.load() is None
    return deck


def test_no_file_is_an_empty_deck(path: Path) -> None:
    deck = DeckFile(path)
    assert deck.load() is None
    assert deck.current == Deck(id="main")
    assert not path.exists()


def test_all_of_a_column_is_there_again(deck: DeckFile, path: Path) -> None:
    deck.add(a_search("s"), at=1)
    deck.update(a_column("c", title="Three", subject="tag", keep=100))
    assert ids(deck) == "asbc"
    assert again(path).decks == deck.decks


def test_moving(deck: DeckFile, path: Path) -> None:
    deck.move("a", 2)
    assert ids(deck) == "bca"
    deck.move("a", 0)
    deck.move("b", 99)
    assert ids(deck) == "acb" == ids(again(path))
    with pytest.raises(KeyError):
        deck.move("x", 0)


def test_removing_can_be_undone_in_place(deck: DeckFile, path: Path) -> None:
    deck.remove("b")
    deck.remove("a")
    assert ids(again(path)) == "c"
    assert deck.undo_remove() == a_column("a")
    assert deck.undo_remove() == a_column("b")
    assert deck.undo_remove() is None
    assert not deck.can_undo_remove
    assert ids(deck) == "abc" == ids(again(path))


def test_the_same_id_twice_is_a_mistake(deck: DeckFile) -> None:
    with pytest.raises(ValueError):
        deck.add(a_column("a"))


def test_every_change_is_told_once(deck: DeckFile) -> None:
    heard: list[Deck] = []
    deck.changed.connect(heard.append)
    deck.move("a", 1)
    deck.move("a", 1)
    deck.resize("a", 400)
    deck.remove("a")
    assert len(heard) == 3


def test_widths_stay_in_range(deck: DeckFile, path: Path) -> None:
    deck.resize("a", 1)
    deck.resize("b", 9999)
    widths = [column.width for column in again(path).current.columns]
    assert widths[:2] == [MIN_COLUMN_WIDTH, MAX_COLUMN_WIDTH]


async def test_dragging_an_edge_writes_once(
    deck: DeckFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deck_file, "WRITE_AFTER", 0.02)
    before = path.read_bytes()
    for width in range(300, 350):
        deck.resize("a", width)
    assert path.read_bytes() == before
    await asyncio.sleep(0.1)
    assert again(path).current.columns[0].width == 349
    deck.resize("a", 500)
    deck.flush()
    assert again(path).current.columns[0].width == 500


def test_three_older_copies(deck: DeckFile, path: Path) -> None:
    for name in "defgh":
        deck.add(a_column(name))
    copies = older_copies(path)
    assert len(copies) == 3
    columns = [len(tomllib.loads(copy.read_text())["deck"][0]["column"]) for copy in copies]
    assert columns == [7, 6, 5]


@pytest.mark.parametrize(
    "content",
    ["deck = 3\n", "[[deck]]\nname = 'x'\n", "[[deck", '[[deck]]\nid="a"\n[[deck]]\nid="a"\n'],
)
def test_a_broken_file_is_moved_aside(path: Path, content: str) -> None:
    path.write_text(content)
    deck = DeckFile(path)
    notice = deck.load()
    assert notice is not None
    assert notice.code is NoticeCode.FILE_MOVED_ASIDE
    assert Path(notice.values["aside"]).read_text() == content
    assert deck.current == Deck(id="main")
    deck.add(a_column("a"))
    assert ids(again(path)) == "a"


def test_an_unknown_kind_of_column_stays_in_its_place(deck: DeckFile, path: Path) -> None:
    path.write_text(path.read_text().replace('kind = "hashtag"', 'kind = "hologram"', 1))
    other = DeckFile(path)
    notice = other.load()
    assert notice is not None
    assert notice.code is NoticeCode.ENTRIES_UNKNOWN
    assert ids(other) == "bc"
    other.resize("b", 420)
    columns = tomllib.loads(path.read_text())["deck"][0]["column"]
    assert [column["id"] for column in columns] == ["a", "b", "c"]
    assert columns[0]["sources"][0]["kind"] == "hologram"


def test_several_decks_are_kept(path: Path) -> None:
    deck = DeckFile(path)
    deck.add(a_column("a"))
    text = path.read_text().replace('current = "main"', 'current = "two"')
    path.write_text(f'{text}\n[[deck]]\nid = "two"\nname = "Second"\n')
    other = again(path)
    assert other.current == Deck(id="two", name="Second")
    other.add(a_column("z"))
    assert [len(each.columns) for each in again(path).decks] == [1, 1]
    assert msgspec.structs.replace(again(path).current, columns=()) == Deck(id="two", name="Second")
