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
from desktop.services.deck_exchange import NoLayout, export_decks, import_decks
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


def test_decks_are_added_named_shown_and_kept(deck: DeckFile, path: Path) -> None:
    first = deck.current
    news = deck.add_deck(" News ")
    assert deck.current == news == Deck(id=news.id, name="News")
    deck.add(a_column("d"))
    deck.select_deck(first.id)
    assert ids(deck) == "abc"
    deck.rename_deck(first.id, "Everyday")
    deck.flush()
    read = again(path)
    assert [one.name for one in read.decks] == ["Everyday", "News"]
    assert ids(read) == "abc"
    read.select_deck(news.id)
    assert ids(read) == "d"


def test_there_is_a_deck_for_each_digit_and_no_more(deck: DeckFile) -> None:
    for _ in range(8):
        deck.add_deck()
    with pytest.raises(ValueError, match="nine"):
        deck.add_deck()


def test_a_removed_deck_comes_back_in_its_place_with_its_columns(deck: DeckFile) -> None:
    first = deck.current
    second = deck.add_deck("Second")
    deck.add_deck("Third")
    deck.remove_deck(first.id)
    assert [one.name for one in deck.decks] == ["Second", "Third"]
    assert deck.current.name == "Third"
    assert deck.undo_remove_deck() == first
    assert deck.current == first
    assert deck.decks[1] == second
    assert deck.undo_remove_deck() is None


def test_the_last_deck_is_emptied(deck: DeckFile) -> None:
    first = deck.current
    deck.remove_deck(first.id)
    assert len(deck.decks) == 1
    assert deck.current.columns == ()
    deck.undo_remove_deck()
    assert deck.decks == (first,)


def test_a_column_moves_to_another_deck(deck: DeckFile, path: Path) -> None:
    first = deck.current
    other = deck.add_deck()
    deck.select_deck(first.id)
    deck.move_to_deck("b", other.id)
    assert ids(deck) == "ac"
    assert [one.id for one in again(path).decks[1].columns] == ["b"]


def test_decks_are_carried_to_a_fresh_profile_without_secrets(
    deck: DeckFile, tmp_path: Path
) -> None:
    deck.add(a_search("s1"))
    deck.update(a_column("a", width=480, is_folded=True, cleared_at=5))
    deck.add_deck("Second")
    file = tmp_path / "carried.toml"
    export_decks(deck.decks, file)
    text = file.read_text()
    assert "token" not in text
    assert "cleared_at" not in text
    fresh = DeckFile(tmp_path / "fresh" / "deck.toml")
    fresh.load()
    assert fresh.take_decks(import_decks(file)) == 2
    assert [one.name for one in fresh.decks] == ["", "Second"]
    assert fresh.decks[0].columns[1:] == deck.decks[0].columns[1:]
    assert fresh.decks[0].columns[0] == a_column("a", width=480, is_folded=True)
    # A second time they stand beside the first, and no id is there twice.
    assert fresh.take_decks(import_decks(file)) == 2
    columns = [column for one in fresh.decks for column in one.columns]
    assert len({column.id for column in columns}) == len(columns)
    searches = [column for column in columns if column.search is not None]
    assert {column.sources[0].parameter for column in searches} == {
        column.search.id for column in searches if column.search is not None
    }


@pytest.mark.parametrize("text", ["", "no = [toml", 'kind = "other"', "deck = 3", "\x00"])
def test_another_file_is_no_layout(tmp_path: Path, text: str) -> None:
    file = tmp_path / "other.toml"
    file.write_text(text)
    with pytest.raises(NoLayout):
        import_decks(file)


def test_what_an_account_shows_leaves_every_deck(deck: DeckFile, path: Path) -> None:
    ours, other = AccountId("demo:gone@example.org"), AccountId("demo:stays@example.org")

    def key(account: AccountId) -> TimelineKey:
        return TimelineKey(account, TimelineKind.HOME)

    before = [column.id for column in deck.current.columns]
    deck.add(Column(id="gone", sources=(key(ours),)))
    deck.add(Column(id="both", sources=(key(ours), key(other))))
    deck.add(Column(id="removed", sources=(key(ours),)))
    deck.remove("removed")
    first = deck.current.id
    deck.add_deck("Other")
    deck.add(Column(id="gone too", sources=(key(ours),)))
    deck.forget_account(ours)
    assert deck.current.columns == ()
    deck.select_deck(first)
    assert [column.id for column in deck.current.columns] == [*before, "both"]
    deck.flush()
    assert again(path).current == deck.current
    both = deck.column("both")
    assert both is not None
    assert both.sources == (key(other),)
    assert deck.undo_remove() is None
