"""Finding words in a column, and commands by their names."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.timeline_kind import TimelineKind
from desktop.views.main_window import MainWindow
from desktop.views.palette import CommandPalette
from tests.gui.house_parts import House, account, entry, own_loop, post

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    yield from own_loop()


@pytest.fixture
def house(qtbot: QtBot, tmp_path: Path, loop: asyncio.AbstractEventLoop) -> Iterator[House]:
    house = House(tmp_path, loop, account())
    house.add("home", entries=20)
    house.add("local", TimelineKind.LOCAL, entries=3)
    yield house
    house.deck.close()


def shown(qtbot: QtBot, house: House) -> MainWindow:
    window = house.window()
    qtbot.addWidget(window)
    window.resize(1000, 800)
    window.show()
    qtbot.waitExposed(window)
    settle(house)
    window.deck_view.focus_place(0)
    return window


def settle(house: House) -> None:
    house.scope.settle()
    for _ in range(3):
        QApplication.processEvents()


def test_words_are_found_in_what_is_loaded_and_marked(qtbot: QtBot, house: House) -> None:
    window = shown(qtbot, house)
    view = window.deck_view.views[0]
    window.commands.actions["find"].trigger()
    assert view.find_bar.isVisible()
    qtbot.keyClicks(view.find_bar.field, "KINGFISHER")
    settle(house)
    assert view.find_bar.said.text() == "1 of 4"
    assert view.timeline.currentIndex().row() == 3
    qtbot.keyClick(view.find_bar.field, Qt.Key.Key_Return)
    assert view.find_bar.said.text() == "2 of 4"
    assert view.timeline.currentIndex().row() == 8
    qtbot.keyClick(view.find_bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert view.timeline.currentIndex().row() == 3
    marks = view.column.highlights
    assert marks is not None
    assert list(marks("A kíngfisher, kingfisher")) == [(2, 12), (14, 24)]
    qtbot.keyClick(view.find_bar.field, Qt.Key.Key_Escape)
    assert not view.find_bar.isVisible()
    assert view.column.highlights is None
    assert view.timeline.hasFocus()


def test_it_looks_further_down_in_the_store(qtbot: QtBot, house: House) -> None:
    window = shown(qtbot, house)
    view, feed = window.deck_view.views[0], house.feed("home")
    feed.stored = [
        [entry(post(600 + n, "nothing here", minutes=600 + n)) for n in range(3)],
        [entry(post(700, "The needle", minutes=700))],
    ]
    view.find_words()
    qtbot.keyClicks(view.find_bar.field, "needle")
    settle(house)
    assert view.find_bar.said.text() == "1 of 1"
    assert view.timeline.currentIndex().row() == 23
    assert 23 in {seen.place.row for seen in view.timeline.seen()}, "it is brought into view"
    qtbot.keyClick(view.find_bar.field, Qt.Key.Key_Return)
    settle(house)
    assert view.find_bar.said.text() == "Nothing further in 24 posts"


def test_authors_are_found_by_name_and_handle(qtbot: QtBot, house: House) -> None:
    window = shown(qtbot, house)
    view = window.deck_view.views[0]
    view.find_words()
    qtbot.keyClicks(view.find_bar.field, "@jonas")
    settle(house)
    assert view.timeline.currentIndex().row() == 1


def test_a_command_is_found_by_letters_of_its_name_and_acts_on_the_column(
    qtbot: QtBot, house: House
) -> None:
    window = shown(qtbot, house)
    window.deck_view.focus_place(1)
    window.commands.actions["palette"].trigger()
    palette = window.findChild(CommandPalette)
    assert palette is not None
    qtbot.keyClicks(palette.field, "fold")
    texts = [palette.list.item(row).text() for row in range(palette.list.count())]
    assert texts[0].startswith("Fold or open this column")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    settle(house)
    assert [one.is_folded for one in house.deck_file.current.columns] == [False, True]


def test_every_key_means_one_thing(qtbot: QtBot, house: House) -> None:
    window = shown(qtbot, house)
    keys = [
        key.toString() for action in window.commands.actions.values() for key in action.shortcuts()
    ]
    assert len(keys) == len(set(keys))
