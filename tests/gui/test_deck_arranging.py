"""Decks and their columns arranged: several decks, folded, shared, alone, in a narrow window."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.timeline_kind import TimelineKind
from desktop.views.deck_buttons import DeckButton
from desktop.views.folded_column import FOLDED_WIDTH
from desktop.views.main_window import MainWindow
from tests.gui.house_parts import CLAIRE, House, account, own_loop

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    yield from own_loop()


@pytest.fixture
def house(qtbot: QtBot, tmp_path: Path, loop: asyncio.AbstractEventLoop) -> Iterator[House]:
    house = House(tmp_path, loop, account())
    house.add("home", entries=5)
    house.add("local", TimelineKind.LOCAL, entries=5)
    house.add("cats", TimelineKind.HASHTAG, entries=5)
    yield house
    house.deck.close()


def shown(qtbot: QtBot, house: House, width: int = 1400) -> MainWindow:
    window = house.window()
    qtbot.addWidget(window)
    window.resize(width, 800)
    window.show()
    qtbot.waitExposed(window)
    settle(house)
    return window


def settle(house: House) -> None:
    house.scope.settle()
    for _ in range(3):
        QApplication.processEvents()


def titles(window: MainWindow) -> list[str]:
    return [view.header.title for view in window.deck_view.views if view.isVisible()]


def focus(window: MainWindow, place: int) -> None:
    window.deck_view.focus_place(place)
    QApplication.processEvents()


def test_decks_are_shown_by_their_buttons_and_keys(qtbot: QtBot, house: House) -> None:
    window = shown(qtbot, house)
    first = house.deck_file.current.id
    house.deck.decks.add("News")
    house.add("birds", TimelineKind.HASHTAG, entries=3)
    settle(house)
    assert titles(window) == ["#birds"]
    buttons = window.rail.findChildren(DeckButton)
    assert [button.accessibleName() for button in buttons] == ["Deck 1", "News, shown"]
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    settle(house)
    assert titles(window) == ["Home", "Local", "#cats"]
    assert house.deck_file.current.id == first
    assert "close" not in house.feed("birds").calls, "it goes on living behind the other"
    house.feed("birds").set_unread(3)
    assert [b.accessibleName() for b in buttons] == ["Deck 1, shown", "News, 3 new"]
    window.commands.actions["deck_2"].trigger()
    settle(house)
    assert titles(window) == ["#birds"]
    window.commands.actions["next_deck"].trigger()
    assert house.deck_file.current.id == first


def test_a_deck_is_opened_only_when_it_is_first_shown(
    qtbot: QtBot, house: House, tmp_path: Path, loop: asyncio.AbstractEventLoop
) -> None:
    first = house.deck_file.current.id
    house.deck.decks.add("News")
    house.add("birds", TimelineKind.HASHTAG, entries=3)
    settle(house)
    house.deck.close()
    house = House(tmp_path, loop, account())
    house.deck_file.load()
    window = shown(qtbot, house)
    assert set(house.feeds.by_id) == {"birds"}
    house.deck.decks.show(first)
    settle(house)
    assert set(house.feeds.by_id) == {"birds", "home", "local", "cats"}
    assert titles(window) == ["Home", "Local", "#cats"]
    house.deck.close()


def test_a_removed_deck_is_taken_back(qtbot: QtBot, house: House) -> None:
    window = shown(qtbot, house)
    house.deck.decks.add("News")
    house.add("birds", TimelineKind.HASHTAG)
    settle(house)
    window.commands.actions["remove_deck"].trigger()
    settle(house)
    assert titles(window) == ["Home", "Local", "#cats"]
    assert house.feed("birds").calls[-1] == "close"
    house.notices_vm.act(house.notices.current[-1])
    settle(house)
    assert titles(window) == ["#birds"]


def test_a_column_goes_to_another_deck_and_its_feed_goes_on(qtbot: QtBot, house: House) -> None:
    window = shown(qtbot, house)
    first = house.deck_file.current.id
    house.deck.decks.add("News")
    target = house.deck_file.current.id
    house.deck.decks.show(first)
    settle(house)
    house.deck.decks.move_column("local", target)
    settle(house)
    assert titles(window) == ["Home", "#cats"]
    house.deck.decks.show(target)
    settle(house)
    assert titles(window) == ["Local"]
    assert house.feed("local").calls.count("start") == 1
    assert "close" not in house.feed("local").calls


def test_a_folded_column_is_a_strip_that_counts_and_opens(qtbot: QtBot, house: House) -> None:
    window = shown(qtbot, house)
    focus(window, 1)
    window.commands.actions["fold_column"].trigger()
    view = window.deck_view.views[1]
    assert view.width() == FOLDED_WIDTH
    assert not view.header.isVisible()
    assert not view.timeline.isVisible()
    assert view.folded.hasFocus()
    house.feed("local").set_unread(7)
    assert view.folded.accessibleName() == "Local, 7 unread, folded"
    assert house.deck_file.current.columns[1].is_folded
    qtbot.keyClick(view.folded, Qt.Key.Key_Space)
    settle(house)
    assert view.width() == 300
    assert view.timeline.isVisible()
    assert view.timeline.hasFocus()


def test_a_column_that_shares_takes_the_room_that_is_left(qtbot: QtBot, house: House) -> None:
    window = shown(qtbot, house)
    focus(window, 0)
    window.commands.actions["share_room"].trigger()
    settle(house)
    views = window.deck_view.views
    assert views[0].width() > 400
    assert [view.width() for view in views[1:]] == [300, 300]
    right = views[2].x() + views[2].width()
    assert right > window.deck_view.width() - 20
    window.commands.actions["share_room"].trigger()
    settle(house)
    assert views[0].width() == 300


def test_one_column_has_the_deck_to_itself(qtbot: QtBot, house: House) -> None:
    window = shown(qtbot, house)
    focus(window, 1)
    window.commands.actions["solo"].trigger()
    settle(house)
    assert titles(window) == ["Local"]
    assert window.deck_view.views[1].width() > 600
    strip = window.deck_view.strip
    assert [b.accessibleName() for b in strip.buttons] == ["Home", "Local", "#cats"]
    assert [b.isChecked() for b in strip.buttons] == [False, True, False]
    qtbot.mouseClick(strip.buttons[2], Qt.MouseButton.LeftButton)
    settle(house)
    assert titles(window) == ["#cats"]
    window.commands.actions["focus_left"].trigger()
    settle(house)
    assert titles(window) == ["Local"]
    qtbot.mouseClick(strip.leave, Qt.MouseButton.LeftButton)
    settle(house)
    assert titles(window) == ["Home", "Local", "#cats"]
    assert [view.width() for view in window.deck_view.views] == [300, 300, 300]
    assert not strip.isVisible()


def test_a_narrow_window_shows_one_column_and_a_strip(qtbot: QtBot, house: House) -> None:
    window = shown(qtbot, house)
    focus(window, 2)
    window.resize(500, 700)
    settle(house)
    assert titles(window) == ["#cats"]
    assert window.deck_view.strip.isVisible()
    window.deck_view.step(-1)
    settle(house)
    assert titles(window) == ["Local"]
    window.resize(1400, 700)
    settle(house)
    assert titles(window) == ["Home", "Local", "#cats"]


def test_a_space_stands_between_columns_and_is_moved_like_them(qtbot: QtBot, house: House) -> None:
    window = shown(qtbot, house)
    focus(window, 0)
    window.commands.actions["add_spacer"].trigger()
    settle(house)
    assert titles(window) == ["Home", "Space", "Local", "#cats"]
    space = window.deck_view.views[1]
    assert not space.face.isVisible()
    house.deck.move(space.column.id, 1)
    settle(house)
    assert titles(window) == ["Home", "Local", "Space", "#cats"]
    house.deck.remove(space.column.id)
    settle(house)
    assert titles(window) == ["Home", "Local", "#cats"]


def test_a_layout_is_carried_by_a_file(qtbot: QtBot, house: House, tmp_path: Path) -> None:
    window = shown(qtbot, house)
    house.deck.decks.export(tmp_path / "out.toml")
    assert CLAIRE in (tmp_path / "out.toml").read_text()
    house.deck.decks.take(tmp_path / "out.toml")
    settle(house)
    assert len(house.deck.decks.all) == 2
    assert titles(window) == ["Home", "Local", "#cats"]
    house.deck.decks.take(tmp_path / "settings.toml")
    assert house.notices_vm.sentence(house.notices.current[-1]) == (
        "settings.toml cannot be read or written."
    )


def test_the_row_of_digits_calls_decks_on_a_french_keyboard(qtbot: QtBot, house: House) -> None:
    window = shown(qtbot, house)
    first = house.deck_file.current.id
    house.deck.decks.add("News")
    settle(house)
    scan = {"linux": 10, "win32": 2}.get(sys.platform)
    if scan is None:
        pytest.skip("this system has no scan codes")
    control = Qt.KeyboardModifier.ControlModifier
    ampersand = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Ampersand, control, scan, 0, 0, "&")
    QApplication.sendEvent(window, ampersand)
    assert house.deck_file.current.id == first
    settle(house)
    e_acute = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Eacute, Qt.KeyboardModifier.NoModifier, scan + 1, 0, 0, "é"
    )
    QApplication.sendEvent(window, e_acute)
    assert window.deck_view.focused is window.deck_view.views[1]
    other = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_G, control, scan + 20, 0, 0, "g")
    QApplication.sendEvent(window, other)
    assert house.deck_file.current.id == first
