"""Everything in a column from the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.gui.timeline_posts import InventedFeed, gallery, simple_entry, simple_feed
from tests.gui.timeline_window import Shown, open_timeline

pytestmark = pytest.mark.qt_log_ignore("OpenType support missing")


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    shown = open_timeline(qtbot, simple_feed(40))
    shown.view.set_current(0)
    return shown


def current(shown: Shown) -> int:
    return shown.view.currentIndex().row()


def test_j_and_k_step_and_keep_the_row_in_view(qtbot: QtBot, shown: Shown) -> None:
    for _ in range(80):
        before = current(shown)
        qtbot.keyClick(shown.view, Qt.Key.Key_J)
        assert current(shown) in (before, before + 1)
        assert shown.view.current_seen() is not None
    assert current(shown) == 39
    for _ in range(80):
        qtbot.keyClick(shown.view, Qt.Key.Key_K)
    assert current(shown) == 0
    assert shown.view.is_at_top()


def test_a_row_taller_than_the_view_is_read_to_its_end(qtbot: QtBot) -> None:
    feed = InventedFeed([simple_entry(2, 60), simple_entry(1, 5)])
    shown = open_timeline(qtbot, feed, height=200)
    shown.view.set_current(0)
    tops = [shown.top("2")]
    while current(shown) == 0:
        qtbot.keyClick(shown.view, Qt.Key.Key_Down)
        if "2" in shown.ids():
            tops.append(shown.top("2"))
    assert len(tops) > 2
    assert tops == sorted(tops, reverse=True)


def test_home_end_and_pages(qtbot: QtBot, shown: Shown) -> None:
    qtbot.keyClick(shown.view, Qt.Key.Key_End)
    assert current(shown) == 39
    qtbot.keyClick(shown.view, Qt.Key.Key_Home)
    assert current(shown) == 0
    qtbot.keyClick(shown.view, Qt.Key.Key_Space)
    further = current(shown)
    assert further > 0
    qtbot.keyClick(shown.view, Qt.Key.Key_PageUp)
    assert current(shown) < further


@pytest.mark.parametrize(
    ("key", "action"),
    [
        (Qt.Key.Key_R, "reply"),
        (Qt.Key.Key_B, "repost"),
        (Qt.Key.Key_F, "like"),
        (Qt.Key.Key_D, "bookmark"),
    ],
)
def test_letters_act_on_the_focused_post(
    qtbot: QtBot, shown: Shown, key: Qt.Key, action: str
) -> None:
    with qtbot.waitSignal(shown.view.action_requested) as told:
        qtbot.keyClick(shown.view, key)
    assert told.args[0].id == "1039"
    assert told.args[1] == action


def test_enter_and_o_open(qtbot: QtBot, shown: Shown) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_O):
        with qtbot.waitSignal(shown.view.post_activated) as told:
            qtbot.keyClick(shown.view, key)
        assert told.args[0].id == "1039"


def test_letters_with_ctrl_are_left_to_the_window(qtbot: QtBot, shown: Shown) -> None:
    heard: list[object] = []
    shown.view.action_requested.connect(lambda *args: heard.append(args))
    qtbot.keyClick(shown.view, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert heard == []


def test_warnings_media_polls_links_and_gaps(qtbot: QtBot) -> None:
    shown = open_timeline(qtbot, InventedFeed(gallery()), height=800)

    def focus(entry_id: str) -> None:
        shown.show(entry_id)
        shown.view.set_current(shown.model.row_of(entry_id))

    focus("96")
    qtbot.keyClick(shown.view, Qt.Key.Key_X)
    assert shown.row("96").layout.is_opened
    qtbot.keyClick(shown.view, Qt.Key.Key_X)
    assert not shown.row("96").layout.is_opened
    focus("85")
    qtbot.keyClick(shown.view, Qt.Key.Key_E)
    assert "https://veille.example/s.png" in shown.row("85").layout.urls
    with qtbot.waitSignal(shown.view.media_activated) as media:
        qtbot.keyClick(shown.view, Qt.Key.Key_V)
    assert media.args[1] == 0
    focus("89")
    qtbot.keyClick(shown.view, Qt.Key.Key_2)
    with qtbot.waitSignal(shown.view.vote_requested) as vote:
        qtbot.keyClick(shown.view, Qt.Key.Key_V)
    assert vote.args[1] == (1,)
    focus("100")
    with qtbot.waitSignal(shown.view.link_activated):
        qtbot.keyClick(shown.view, Qt.Key.Key_U)
    with qtbot.waitSignal(shown.view.profile_activated):
        qtbot.keyClick(shown.view, Qt.Key.Key_P)
    with qtbot.waitSignal(shown.view.menu_requested):
        qtbot.keyClick(shown.view, Qt.Key.Key_Menu)
    focus("gap:1")
    with qtbot.waitSignal(shown.view.fill_requested):
        qtbot.keyClick(shown.view, Qt.Key.Key_Return)


def test_copy_without_a_selection_takes_the_post(qtbot: QtBot, shown: Shown) -> None:
    qtbot.keyClick(shown.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("word1039")


def test_focus_by_key_lands_on_a_row_in_view(qtbot: QtBot) -> None:
    shown = open_timeline(qtbot, simple_feed(40))
    shown.view.show_row(20)
    shown.view.activateWindow()
    shown.view.setFocus()
    qtbot.waitUntil(shown.view.hasFocus)
    shown.view.clearFocus()
    shown.view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(shown.view.hasFocus)
    assert shown.view.current_seen() is not None
