"""What a column shows, changed by its dialog; its strips; cleared and brought back."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.column import Alerts
from desktop.domain.filter_rule import FilterRule, HiddenWhy, RuleKind
from desktop.domain.timeline import TimelineKey
from desktop.domain.timeline_kind import TimelineKind
from desktop.views.add_column_dialog import AddColumnDialog
from desktop.views.column_setup_dialog import ColumnSetupDialog
from desktop.views.main_window import MainWindow
from tests.gui.house_parts import ATELIER, CLAIRE, House, account, own_loop

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    yield from own_loop()


@pytest.fixture
def house(qtbot: QtBot, tmp_path: Path, loop: asyncio.AbstractEventLoop) -> Iterator[House]:
    house = House(tmp_path, loop, account(), account(ATELIER, "Atelier", 1))
    house.add("home", entries=5)
    yield house
    house.deck.close()


def shown(qtbot: QtBot, house: House) -> MainWindow:
    window = house.window()
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    qtbot.waitExposed(window)
    settle(house)
    return window


def settle(house: House) -> None:
    house.scope.settle()
    for _ in range(3):
        QApplication.processEvents()


def dialog_of(window: MainWindow) -> ColumnSetupDialog:
    window.deck_view.focus_place(0)
    window.commands.actions["setup_column"].trigger()
    dialog = window.dialogs.current("columnSetupDialog")
    assert isinstance(dialog, ColumnSetupDialog)
    return dialog


def test_a_column_becomes_several_sources_of_two_accounts(qtbot: QtBot, house: House) -> None:
    window = shown(qtbot, house)
    dialog = dialog_of(window)
    dialog.source_wanted.emit()
    adding = window.dialogs.current("addSourceDialog")
    assert isinstance(adding, AddColumnDialog)
    adding.account.setCurrentIndex(1)
    adding.choose_kind(TimelineKind.LIST)
    settle(house)
    adding.lists.setCurrentRow(1)
    adding.add_button.click()
    for tag in ("cats", "dogs"):
        dialog.source_wanted.emit()
        adding = window.dialogs.current("addSourceDialog")
        assert isinstance(adding, AddColumnDialog)
        adding.choose_kind(TimelineKind.HASHTAG)
        qtbot.keyClicks(adding.tag, tag)
        settle(house)
        adding.add_button.click()
    assert [dialog.sources.item(row).text() for row in range(4)] == [
        "Home\nClaire", "Birds\nList · Atelier", "#cats\nHashtag · Claire",
        "#dogs\nHashtag · Claire",
    ]  # fmt: skip
    qtbot.keyClicks(dialog.needed, "#photo, art")
    dialog.save_button.click()
    settle(house)
    column = house.deck_file.current.columns[0]
    assert column.sources == (
        TimelineKey(CLAIRE, TimelineKind.HOME),
        TimelineKey(ATELIER, TimelineKind.LIST, "8"),
        TimelineKey(CLAIRE, TimelineKind.HASHTAG, "cats"),
        TimelineKey(CLAIRE, TimelineKind.HASHTAG, "dogs"),
    )
    assert column.tags_all == ("photo", "art")
    view = window.deck_view.views[0]
    assert view.header.title == "Home + Birds + #cats + #dogs"
    assert view.column.subtitle == "4 sources · Claire, Atelier"
    assert len(view.column.colours) == 2


def test_rules_are_made_in_the_dialog_and_hold_without_a_new_feed(
    qtbot: QtBot, house: House
) -> None:
    window = shown(qtbot, house)
    feed = house.feed("home")
    dialog = dialog_of(window)
    dialog.tabs.setCurrentIndex(1)
    dialog.switches["hides_reposts"].click()
    dialog.rule_kind.setCurrentIndex(dialog.rule_kind.findData(RuleKind.REGEX.value))
    qtbot.keyClicks(dialog.rule_text, "(open")
    qtbot.keyClick(dialog.rule_text, Qt.Key.Key_Return)
    assert "cannot be used" in dialog.problem.text()
    assert dialog.isVisible()
    dialog.rule_text.clear()
    qtbot.keyClicks(dialog.rule_text, "spoiler|leak")
    qtbot.keyClick(dialog.rule_text, Qt.Key.Key_Return)
    assert dialog.rules.item(0).text() == "Regular expression: spoiler|leak"
    dialog.tabs.setCurrentIndex(2)
    dialog.pace.setCurrentIndex(3)
    dialog.pace.activated.emit(3)
    dialog.alerts["sound"].click()
    dialog.save_button.click()
    settle(house)
    column = house.deck_file.current.columns[0]
    assert column.rules.hides_reposts
    assert column.rules.hide == (FilterRule(RuleKind.REGEX, "spoiler|leak"),)
    assert column.slow_minutes == 15
    assert column.alerts == Alerts(sound=True)
    assert house.feed("home") is feed
    assert "set_column" in feed.calls


def test_the_strip_counts_what_is_hidden_and_opens_it(qtbot: QtBot, house: House) -> None:
    window = shown(qtbot, house)
    view, feed = window.deck_view.views[0], house.feed("home")
    assert not view.rules_strip.isVisible()
    feed.hidden, feed.reasons = 14, {HiddenWhy.REPOST: 14}
    feed.hidden_changed.emit(14)
    assert view.rules_strip.accessibleName() == "14 hidden by your rules. boosts: 14"
    assert view.rules_strip.isVisible()
    qtbot.mouseClick(view.rules_strip.button, Qt.MouseButton.LeftButton)
    settle(house)
    assert feed.is_revealing
    assert view.rules_strip.accessibleName().startswith("14 shown that your rules hide")
    assert view.rules_strip.button.text() == "Hide again"


def test_a_slow_column_says_what_waits_and_lets_it_in(qtbot: QtBot, house: House) -> None:
    window = shown(qtbot, house)
    view, feed = window.deck_view.views[0], house.feed("home")
    feed.held = 5
    feed.held_changed.emit(5)
    assert view.held_strip.accessibleName() == "5 waiting"
    qtbot.mouseClick(view.held_strip.button, Qt.MouseButton.LeftButton)
    settle(house)
    assert not view.held_strip.isVisible()


def test_a_column_is_cleared_and_brought_back(qtbot: QtBot, house: House) -> None:
    window = shown(qtbot, house)
    window.deck_view.focus_place(0)
    window.commands.actions["clear_column"].trigger()
    settle(house)
    view = window.deck_view.views[0]
    newest = house.deck_file.current.columns[0].cleared_at
    assert newest > 0
    assert "mark_read" in house.feed("home").calls
    assert view.column.empty_words[0] == "All read"
    house.notices_vm.act(house.notices.current[-1])
    settle(house)
    assert house.deck_file.current.columns[0].cleared_at == 0
    window.deck_view.focus_place(0)
    house.deck.show_cleared("home", newest)
    settle(house)
    view.face.uncleared.emit()
    assert house.deck_file.current.columns[0].cleared_at == 0
