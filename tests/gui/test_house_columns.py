"""The window around the columns, on real widgets."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.account import SessionState
from desktop.domain.column import Failed, Limited, Live, Loading, NoSession, Polling, Waiting
from desktop.domain.notice import Notice, NoticeCode, NoticeLevel
from desktop.domain.profile import ProfileAction
from desktop.domain.query import SavedSearch
from desktop.domain.timeline_kind import TimelineKind
from desktop.views import theme
from desktop.views.column_face import MessagePage, Skeleton
from desktop.views.main_window import MainWindow
from desktop.views.profile_panel import ProfilePanel
from tests.gui.house_parts import ATELIER, CLAIRE, TEXTS, House, account, entry, own_loop, post

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""What the offscreen platform says of real windows."""


@pytest.fixture
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    yield from own_loop()


@pytest.fixture
def house(qtbot: QtBot, tmp_path: Path, loop: asyncio.AbstractEventLoop) -> Iterator[House]:
    house = House(tmp_path, loop, account(), account(ATELIER, "Atelier", 1))
    yield house
    house.deck.close()


def _shown(qtbot: QtBot, house: House) -> MainWindow:
    window = house.window()
    qtbot.addWidget(window)
    window.resize(1400, 800)
    window.show()
    qtbot.waitExposed(window)
    house.scope.settle()
    QApplication.processEvents()
    return window


def _texts(widget: QWidget) -> set[str]:
    labels = {label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)}
    buttons = widget.findChildren(QPushButton)
    return labels | {button.text() for button in buttons if button.isVisibleTo(widget)}


def test_columns_stand_side_by_side_with_their_headers(qtbot: QtBot, house: House) -> None:
    house.add("home", entries=5)
    house.add("local", TimelineKind.LOCAL, entries=5, whose=ATELIER)
    window = _shown(qtbot, house)
    views = window.deck_view.views
    assert [view.header.title for view in views] == ["Home", "Local"]
    assert [view.width() for view in views] == [300, 300]
    assert views[1].x() - (views[0].x() + views[0].width()) == theme.COLUMN_GAP
    assert views[0].header.height() == theme.HEADER_HEIGHT + theme.ACCOUNT_BAR
    assert house.feed("home").calls == ["start"]


def test_without_accounts_the_deck_welcomes_and_nothing_is_modal(
    qtbot: QtBot, tmp_path: Path, loop: asyncio.AbstractEventLoop
) -> None:
    house = House(tmp_path, loop)
    window = _shown(qtbot, house)
    welcome = window.deck_view.welcome
    assert welcome.isVisible()
    assert welcome.main_button.text() == "Add an account"
    assert QApplication.activeModalWidget() is None
    with qtbot.waitSignal(window.deck_view.sign_in_wanted):
        qtbot.mouseClick(welcome.main_button, Qt.MouseButton.LeftButton)
    house.accounts.add(account())
    assert welcome.main_button.text() == "Add a column"
    house.add("home", entries=1)
    assert not welcome.isVisible()
    house.deck.close()


@pytest.mark.parametrize(
    ("state", "words", "button"),
    [
        (Waiting(), "The server cannot be reached", "Try now"),
        (NoSession(), "Signed out", "Sign in again"),
        (NoSession(locked=True), "The keyring is locked", "Try again"),
        (Failed("server_fault", "down"), "This column could not be loaded", "Retry"),
        (Live(), "Nothing here yet", ""),
    ],
)
def test_every_state_of_an_empty_column_has_a_face(
    qtbot: QtBot, house: House, state: object, words: str, button: str
) -> None:
    house.add("home", state=state)  # type: ignore[arg-type]
    window = _shown(qtbot, house)
    view = window.deck_view.views[0]
    page = view.face.currentWidget()
    assert isinstance(page, MessagePage)
    assert words in _texts(page)
    assert page.button.isVisible() == bool(button)
    assert page.button.text() == button


def test_a_loading_column_shows_quiet_rows_then_posts(qtbot: QtBot, house: House) -> None:
    house.add("home", state=Loading())
    window = _shown(qtbot, house)
    view = window.deck_view.views[0]
    assert isinstance(view.face.currentWidget(), Skeleton)
    house.feed("home").insert(entry(post(1, TEXTS[0])))
    house.feed("home").set_state(Live())
    assert view.face.currentWidget() is view.timeline
    assert view.header.state_text == "live"


def test_trouble_with_posts_is_a_strip_under_the_header(qtbot: QtBot, house: House) -> None:
    house.add("home", entries=3)
    window = _shown(qtbot, house)
    view, feed = window.deck_view.views[0], house.feed("home")
    assert not view.state_strip.isVisible()
    feed.set_state(Limited(time.time() + 600))
    assert view.state_strip.isVisible()
    assert any("Limit reached until" in text for text in _texts(view.state_strip))
    assert view.face.currentWidget() is view.timeline
    feed.set_state(Polling(30.0))
    assert not view.state_strip.isVisible()
    assert view.header.state_text == "every 30 s"


def test_retry_and_sign_in_do_what_they_say(qtbot: QtBot, house: House) -> None:
    house.add("home", state=Waiting())
    window = _shown(qtbot, house)
    view = window.deck_view.views[0]
    page = view.face.currentWidget()
    assert isinstance(page, MessagePage)
    qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    house.scope.settle()
    assert "refresh" in house.feed("home").calls
    house.feed("home").set_state(NoSession())
    with qtbot.waitSignal(window.deck_view.sign_in_wanted) as caught:
        qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    assert caught.args == [CLAIRE]


def test_new_posts_are_counted_and_the_strip_jumps_to_them(qtbot: QtBot, house: House) -> None:
    house.add("home", entries=30)
    window = _shown(qtbot, house)
    view, feed = window.deck_view.views[0], house.feed("home")
    view.timeline.scroll_by(400)
    fresh = [entry(post(number, "new", minutes=-number)) for number in (103, 102, 101)]
    feed.insert(*fresh)
    assert view.new_strip.isVisible()
    assert view.new_strip.text() == "3 new"
    qtbot.mouseClick(view.new_strip, Qt.MouseButton.LeftButton)
    assert view.timeline.is_at_top()
    assert not view.new_strip.isVisible()
    assert feed.calls[-1] == "mark_read"


def test_unread_is_a_pill(qtbot: QtBot, house: House) -> None:
    house.add("home", entries=3)
    window = _shown(qtbot, house)
    pill = window.deck_view.views[0].header.findChild(QWidget, "unreadPill")
    assert pill is not None
    assert not pill.isVisible()
    house.feed("home").set_unread(12)
    assert pill.isVisible()
    assert pill.accessibleName() == "12 unread"
    house.feed("home").set_unread(0)
    assert not pill.isVisible()


def test_an_edge_is_dragged_and_the_width_kept(qtbot: QtBot, house: House) -> None:
    house.add("home", entries=3)
    window = _shown(qtbot, house)
    edge = window.findChild(QWidget, "columnEdge")
    assert edge is not None
    qtbot.mousePress(edge, Qt.MouseButton.LeftButton, pos=QPoint(4, 100))
    qtbot.mouseMove(edge, QPoint(84, 100))
    qtbot.mouseRelease(edge, Qt.MouseButton.LeftButton, pos=QPoint(84, 100))
    assert window.deck_view.views[0].width() == 380
    assert house.deck_file.current.columns[0].width == 380
    house.deck.resize("home", 20)
    assert window.deck_view.views[0].width() == 240
    qtbot.mouseDClick(edge, Qt.MouseButton.LeftButton)
    assert window.deck_view.views[0].width() == 900, "as much of the room left as it may have"
    qtbot.mouseDClick(edge, Qt.MouseButton.LeftButton)
    assert window.deck_view.views[0].width() == 300


def test_keys_move_the_focus_and_the_column(qtbot: QtBot, house: House) -> None:
    for name, kind in (("a", TimelineKind.HOME), ("b", TimelineKind.LOCAL)):
        house.add(name, kind, entries=3)
    window = _shown(qtbot, house)
    deck_view, actions = window.deck_view, window.commands.actions
    deck_view.focus_place(0)
    actions["focus_right"].trigger()
    assert deck_view.focused is deck_view.views[1]
    actions["move_left"].trigger()
    assert [view.column.id for view in deck_view.views] == ["b", "a"]
    assert [column.id for column in house.deck_file.current.columns] == ["b", "a"]
    actions["column_2"].trigger()
    assert deck_view.focused is deck_view.views[1]
    actions["wider"].trigger()
    assert deck_view.views[1].width() == 320


def test_removing_a_column_can_be_undone_from_its_notice(qtbot: QtBot, house: House) -> None:
    house.add("a", entries=3)
    house.add("b", TimelineKind.LOCAL, entries=3)
    window = _shown(qtbot, house)
    window.deck_view.focus_place(0)
    window.commands.actions["remove_column"].trigger()
    assert [view.column.id for view in window.deck_view.views] == ["b"]
    (row,) = window.deck_view.notice_bar.rows
    assert "Removed “Home”." in _texts(row)
    qtbot.mouseClick(row.button, Qt.MouseButton.LeftButton)
    assert [view.column.id for view in window.deck_view.views] == ["a", "b"]
    assert window.deck_view.notice_bar.rows == ()


def test_a_thread_opens_beside_and_escape_goes_back(qtbot: QtBot, house: House) -> None:
    house.add("a", entries=9)
    house.add("b", TimelineKind.LOCAL, entries=9)
    window = _shown(qtbot, house)
    first = window.deck_view.views[0]
    first.timeline.scroll_by(150)
    place = first.timeline.first_seen()
    first.timeline.post_activated.emit(post(3, TEXTS[0]))
    QApplication.processEvents()
    views = window.deck_view.views
    assert [view.column.is_temporary for view in views] == [False, True, False]
    assert views[1].header.title == "Thread"
    assert first.timeline.first_seen() is place
    assert len(house.deck_file.current.columns) == 2
    window.deck_view.focus_place(1)
    window.commands.actions["close_beside"].trigger()
    QApplication.processEvents()
    assert [view.column.id for view in window.deck_view.views] == ["a", "b"]
    assert window.deck_view.focused is first
    assert house.notices.current == ()


def test_the_same_thread_opens_once_and_goes_with_its_column(qtbot: QtBot, house: House) -> None:
    house.add("a", entries=9)
    window = _shown(qtbot, house)
    house.deck.open_thread(post(3, TEXTS[0]), "a")
    house.deck.open_thread(post(3, TEXTS[0]), "a")
    assert len(window.deck_view.views) == 2
    house.deck.remove("a")
    assert window.deck_view.views == ()


def test_a_profile_column_has_its_panel(qtbot: QtBot, house: House) -> None:
    house.add("a", entries=2)
    window = _shown(qtbot, house)
    house.deck.open_profile(CLAIRE, post(1, "").author, "a")
    house.scope.settle()
    panel = window.deck_view.views[1].panel
    assert isinstance(panel, ProfilePanel)
    assert panel.name.whole == "Louise Martel"
    assert panel.bio.accessibleName() == "Reads everything.\nWrites little."
    assert "Follows you." in _texts(panel)
    qtbot.mouseClick(panel.buttons[ProfileAction.FOLLOW], Qt.MouseButton.LeftButton)
    house.scope.settle()
    assert house.actions.calls == [(ProfileAction.FOLLOW, "p1")]
    assert ProfileAction.UNFOLLOW in panel.buttons


def test_a_column_can_be_renamed_without_a_new_feed(qtbot: QtBot, house: House) -> None:
    house.add("a", entries=2)
    window = _shown(qtbot, house)
    view = window.deck_view.views[0]
    house.deck.rename("a", "Everybody")
    assert window.deck_view.views[0] is view
    assert view.header.title == "Everybody"
    assert house.deck_file.current.columns[0].title == "Everybody"


def test_edited_keywords_open_a_new_feed(qtbot: QtBot, house: House) -> None:
    house.add("s", TimelineKind.SAVED_SEARCH, search=SavedSearch(id="s", text="cats"))
    window = _shown(qtbot, house)
    former = house.feed("s")
    house.deck.edit_search("s", SavedSearch(id="s", text="dogs"))
    house.scope.settle()
    assert "close" in former.calls
    assert house.feed("s") is not former
    assert window.deck_view.views[0].header.title == "dogs"


def test_three_notices_at_most_and_each_can_be_dismissed(qtbot: QtBot, house: House) -> None:
    window = _shown(qtbot, house)
    for number in range(5):
        house.notices.post(
            Notice(code=NoticeCode.COPIED, level=NoticeLevel.INFO, replaces=str(number))
        )
    bar = window.deck_view.notice_bar
    assert len(bar.rows) == 3
    close = bar.rows[0].findChild(QToolButton, "noticeDismiss")
    assert close is not None
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert len(house.notices.current) == 4


def test_a_notice_goes_by_itself(qtbot: QtBot, house: House) -> None:
    window = _shown(qtbot, house)
    house.notices.post(Notice(code=NoticeCode.COPIED, seconds=0.05))
    qtbot.waitUntil(lambda: window.deck_view.notice_bar.rows == (), timeout=3000)


def test_the_rail_marks_an_account_that_needs_its_owner(qtbot: QtBot, house: House) -> None:
    window = _shown(qtbot, house)
    assert [one.account.name for one in window.rail.account_buttons] == ["Claire", "Atelier"]
    house.sessions.states[ATELIER] = SessionState.SIGNED_OUT
    house.sessions.changed.emit(ATELIER)
    button = window.rail.account_buttons[1]
    assert "Signed out" in button.accessibleName()
    rows = [action.text() for action in window.rail.account_menu(button.account).actions()]
    assert rows[0] == "Sign in again"


def test_the_composer_folds_away_and_stays_so(qtbot: QtBot, house: House) -> None:
    window = _shown(qtbot, house)
    assert not window.is_composer_shown
    window.set_composer(QWidget())
    assert window.is_composer_shown
    assert window.composer_slot.width() == theme.COMPOSER_WIDTH
    window.toggle_composer()
    window.resize(640, 600)
    window.close()
    again = house.window()
    qtbot.addWidget(again)
    again.set_composer(QWidget())
    assert not again.is_composer_shown
    assert again.size().width() == 640


def test_every_control_has_a_name(qtbot: QtBot, house: House) -> None:
    house.add("a", entries=2)
    window = _shown(qtbot, house)
    house.notices.post(Notice(code=NoticeCode.SIGNED_OUT, action="sign_in"))
    for kind in (QToolButton, QPushButton):
        for control in window.findChildren(kind):
            assert control.objectName(), control
            if control.isVisibleTo(window):
                assert control.accessibleName(), control.objectName()


def test_other_tokens_change_the_picture(qtbot: QtBot, house: House) -> None:
    house.add("a", entries=2)
    window = _shown(qtbot, house)
    light: QPixmap = window.grab()
    window.set_tokens(theme.tokens("dark", text_scale=150))
    assert window.deck_view.views[0].width() == 450
    assert window.grab().toImage() != light.toImage()
