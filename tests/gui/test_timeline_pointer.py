"""Clicks, hover, selection and tips on real rows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.profile import Profile
from desktop.domain.richtext import SpanKind
from desktop.domain.settings import Density
from desktop.views.theme import tokens
from desktop.views.timeline import pointer
from desktop.views.timeline.actions import MORE
from desktop.views.timeline.row_layout import Options, TargetKind
from tests.gui.timeline_posts import ACCOUNT, InventedFeed, entry, gallery, post, rich, simple_entry
from tests.gui.timeline_window import Shown, click, open_timeline

pytestmark = pytest.mark.qt_log_ignore("OpenType support missing")


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return open_timeline(qtbot, InventedFeed(gallery()), height=900)


def link_point(shown: Shown, entry_id: str, kind: SpanKind) -> QPoint:
    for place in shown.row(entry_id).layout.texts:
        for link in place.block.links:
            if link.kind is kind:
                line = place.block.layout.lineForTextPosition(link.start)
                x = line.cursorToX(link.start)
                left = x[0] if isinstance(x, tuple) else x
                return shown.at(entry_id, place.x + left + 5, place.y + line.y() + 8)
    raise AssertionError("no such link")


def target(shown: Shown, entry_id: str, kind: TargetKind) -> QPoint:
    return shown.centre(entry_id, lambda one: one.kind is kind)


def test_link_in_text(qtbot: QtBot, shown: Shown) -> None:
    with qtbot.waitSignal(shown.view.link_activated) as told:
        click(qtbot, shown, link_point(shown, "100", SpanKind.LINK))
    assert told.args == ["https://dixkatre.example.fr/veille"]


def test_hashtag(qtbot: QtBot, shown: Shown) -> None:
    with qtbot.waitSignal(shown.view.hashtag_activated) as told:
        click(qtbot, shown, link_point(shown, "100", SpanKind.HASHTAG))
    assert told.args == ["veille", ACCOUNT]


def test_mention_gives_the_profile_that_the_post_names(qtbot: QtBot, shown: Shown) -> None:
    shown.show("91")
    with qtbot.waitSignal(shown.view.profile_activated) as told:
        click(qtbot, shown, link_point(shown, "91", SpanKind.MENTION))
    assert isinstance(told.args[0], Profile)
    assert told.args[0].id == "7"


def test_card(qtbot: QtBot, shown: Shown) -> None:
    with qtbot.waitSignal(shown.view.link_activated) as told:
        click(qtbot, shown, target(shown, "100", TargetKind.LINK))
    assert told.args == ["https://dixkatre.example.fr/veille"]


def test_avatar_and_name(qtbot: QtBot, shown: Shown) -> None:
    with qtbot.waitSignal(shown.view.profile_activated) as told:
        click(qtbot, shown, shown.at("100", 20, 20))
    assert told.args[0].handle == "louise@piaille.example"


def test_booster_and_author_are_two_people(qtbot: QtBot, shown: Shown) -> None:
    with qtbot.waitSignal(shown.view.profile_activated) as told:
        click(qtbot, shown, target(shown, "98", TargetKind.PROFILE))
    assert told.args[0].handle == "louise@piaille.example"
    with qtbot.waitSignal(shown.view.profile_activated) as told:
        click(qtbot, shown, shown.at("98", 20, 50))
    assert told.args[0].handle == "jonas@nord.example"


def test_content_warning_opens_and_folds_without_moving_its_row(qtbot: QtBot, shown: Shown) -> None:
    top = shown.top("96")
    folded = shown.row("96").place.height
    click(qtbot, shown, target(shown, "96", TargetKind.WARNING))
    assert shown.row("96").place.height > folded
    assert shown.top("96") == top
    assert any("long explanation" in t.block.shown for t in shown.row("96").layout.texts)
    click(qtbot, shown, target(shown, "96", TargetKind.WARNING))
    assert shown.row("96").place.height == folded


def test_media(qtbot: QtBot, shown: Shown) -> None:
    shown.show("86")
    with qtbot.waitSignal(shown.view.media_activated) as told:
        point = shown.centre("86", lambda t: t.kind is TargetKind.MEDIA and t.value == 2)
        click(qtbot, shown, point)
    assert told.args[0].id == "86"
    assert told.args[1] == 2


def test_sensitive_media_are_shown_when_asked(qtbot: QtBot, shown: Shown) -> None:
    shown.show("85")
    assert "https://veille.example/s.png" not in shown.row("85").layout.urls
    click(qtbot, shown, target(shown, "85", TargetKind.REVEAL))
    assert "https://veille.example/s.png" in shown.row("85").layout.urls


def test_settings_open_everything(qtbot: QtBot, shown: Shown) -> None:
    shown.view.set_options(Options(show_sensitive=True, expand_warnings=True))
    shown.show("85")
    assert "https://veille.example/s.png" in shown.row("85").layout.urls
    shown.show("96")
    assert shown.row("96").layout.is_opened


def test_without_images_nothing_is_asked_for(qtbot: QtBot, shown: Shown) -> None:
    shown.view.set_options(Options(show_images=False))
    for row in range(shown.model.rowCount()):
        shown.view.show_row(row)
        for seen in shown.view.seen():
            assert not {u for u in seen.layout.urls if "bird" not in u}


def test_quote_opens_the_quoted_post(qtbot: QtBot, shown: Shown) -> None:
    shown.show("88")
    with qtbot.waitSignal(shown.view.post_activated) as told:
        point = shown.centre(
            "88", lambda t: t.kind is TargetKind.POST and getattr(t.value, "id", "") == "87"
        )
        click(qtbot, shown, point)
    assert told.args[0].id == "87"


def test_voting_takes_a_choice_and_the_button(qtbot: QtBot, shown: Shown) -> None:
    shown.show("89")
    heard: list[object] = []
    shown.view.vote_requested.connect(lambda p, c: heard.append((p.id, c)))
    click(qtbot, shown, target(shown, "89", TargetKind.VOTE))
    assert heard == []
    for number in (0, 1):
        point = shown.centre("89", lambda t, n=number: t.kind is TargetKind.OPTION and t.value == n)
        click(qtbot, shown, point)
    click(qtbot, shown, target(shown, "89", TargetKind.VOTE))
    assert heard == [("89", (1,))]


def test_gap_is_filled_once(qtbot: QtBot, shown: Shown) -> None:
    shown.show("gap:1")
    heard: list[str] = []
    shown.view.fill_requested.connect(heard.append)
    for _ in range(2):
        click(qtbot, shown, target(shown, "gap:1", TargetKind.FILL))
    assert heard == ["gap:1"]
    shown.view.filling_ended("gap:1")
    click(qtbot, shown, target(shown, "gap:1", TargetKind.FILL))
    assert heard == ["gap:1", "gap:1"]


def test_filtered_post_opens(qtbot: QtBot, shown: Shown) -> None:
    shown.show("84")
    click(qtbot, shown, target(shown, "84", TargetKind.FILTER))
    assert any("spoiler" in t.block.shown for t in shown.row("84").layout.texts)


def test_actions_stand_where_the_counts_were_and_keep_the_height(
    qtbot: QtBot, shown: Shown
) -> None:
    height = shown.row("99").place.height
    qtbot.mouseMove(shown.view.viewport(), shown.at("99", 100, 20))
    assert shown.row("99").place.height == height
    actions = shown.view.actions_in(shown.row("99").layout)
    assert [a.name for a in actions] == ["reply", "repost", "like", "bookmark", MORE]
    with qtbot.waitSignal(shown.view.action_requested) as told:
        middle = actions[2].box.center()
        click(qtbot, shown, shown.at("99", middle.x(), middle.y()))
    assert told.args[0].id == "99"
    assert told.args[1] == "like"


def test_more_asks_for_the_menu_at_its_place(qtbot: QtBot, shown: Shown) -> None:
    qtbot.mouseMove(shown.view.viewport(), shown.at("99", 100, 20))
    middle = shown.view.actions_in(shown.row("99").layout)[-1].box.center()
    with qtbot.waitSignal(shown.view.menu_requested) as told:
        click(qtbot, shown, shown.at("99", middle.x(), middle.y()))
    assert told.args[0].id == "99"


def test_double_click_opens_the_thread(qtbot: QtBot, shown: Shown) -> None:
    seen = shown.row("99")
    place = seen.layout.texts[0]
    point = shown.at("99", place.x + 4, place.y + 4)
    with qtbot.waitSignal(shown.view.post_activated) as told:
        qtbot.mouseDClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert told.args[0].id == "99"


def test_text_is_selected_by_dragging_and_copied(qtbot: QtBot) -> None:
    words = rich("one two three :bird: four")
    shown = open_timeline(qtbot, InventedFeed([entry(post(5, text=words))]))
    place = shown.row("5").layout.texts[0]
    y = place.y + 8
    start = place.block.layout.lineAt(0).cursorToX(4)[0]
    end = place.block.layout.lineAt(0).cursorToX(13)[0]
    port = shown.view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=shown.at("5", place.x + start, y))
    for x in (start + 15, start + 30, end):
        qtbot.mouseMove(port, shown.at("5", place.x + x, y))
        _drag(shown, shown.at("5", place.x + x, y))
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=shown.at("5", place.x + end, y))
    assert shown.view.selected_text() == "two three"
    qtbot.keyClick(shown.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "two three"


def _drag(shown: Shown, point: QPoint) -> None:
    """A move with the button held: the test platform's own moves have none."""
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    port = shown.view.viewport()
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(point),
        QPointF(port.mapToGlobal(point)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QGuiApplication.sendEvent(port, event)


def test_link_under_the_pointer_says_its_whole_address(qtbot: QtBot, shown: Shown) -> None:
    point = link_point(shown, "100", SpanKind.LINK)
    qtbot.mouseMove(shown.view.viewport(), point)
    tip, box = shown.view._pointer.tip_at(point)
    assert tip == "https://dixkatre.example.fr/veille"
    assert box.contains(point)
    assert shown.view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor


def test_alt_text_is_the_picture_s_tip(qtbot: QtBot, shown: Shown) -> None:
    shown.show("95")
    tip, _ = shown.view._pointer.tip_at(target(shown, "95", TargetKind.MEDIA))
    assert tip == "A kingfisher"


def test_a_click_after_a_shift_does_nothing(qtbot: QtBot, shown: Shown) -> None:
    heard: list[object] = []
    shown.view.profile_activated.connect(lambda *args: heard.append(args))
    point = shown.at("100", 20, 20)
    qtbot.mouseMove(shown.view.viewport(), point)
    shown.feed.remove("100")
    qtbot.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert heard == []


@pytest.mark.parametrize("theme", ["light", "dark", "high_contrast"])
@pytest.mark.parametrize("width", [240, 300, 900])
def test_every_row_paints_within_its_width(
    qtbot: QtBot, shown: Shown, theme: str, width: int
) -> None:
    shown.view.resize(width, 700)
    for density in Density:
        shown.view.set_tokens(tokens(theme, density, 200 if width > 300 else 100))
        for row in range(0, shown.model.rowCount(), 3):
            shown.view.show_row(row)
            assert not shown.view.grab().isNull()
            for seen in shown.view.seen():
                for place in seen.layout.texts:
                    assert place.x + place.block.width <= width + 1, seen.layout.entry.id


def test_merged_accounts_do_not_relayout_for_the_same_settings(qtbot: QtBot, shown: Shown) -> None:
    shown.view.set_account_colours({ACCOUNT: "#7C5CBF"})
    layout = shown.view.seen()[0].layout
    shown.view.set_account_colours({ACCOUNT: "#7C5CBF"})
    assert shown.view.seen()[0].layout is layout


def test_long_text_is_folded_until_asked(qtbot: QtBot) -> None:
    shown = open_timeline(qtbot, InventedFeed([simple_entry(1, 400)]), height=500)
    folded = shown.row("1").place.height
    assert folded < 500
    click(qtbot, shown, target(shown, "1", TargetKind.UNFOLD))
    assert shown.row("1").place.height > 2 * folded


class Carried:
    """Takes the place of QDrag, which would wait for a mouse that is not there."""

    def __init__(self) -> None:
        self.urls: list[str] = []
        self.text = ""
        self.has_picture = False

    def __call__(self, source: QWidget) -> Carried:
        return self

    def setMimeData(self, data: QMimeData) -> None:
        self.urls = [url.toString() for url in data.urls()]
        self.text = data.text()

    def setPixmap(self, pixmap: QPixmap) -> None:
        self.has_picture = not pixmap.isNull()

    def exec(self, actions: object) -> None:
        del actions


def carry(qtbot: QtBot, shown: Shown, point: QPoint, monkeypatch: pytest.MonkeyPatch) -> Carried:
    carried = Carried()
    monkeypatch.setattr(pointer, "QDrag", carried)
    qtbot.mousePress(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    _drag(shown, point + QPoint(0, 30))
    qtbot.mouseRelease(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=point + QPoint(0, 30))
    return carried


def test_a_link_is_dragged_out(qtbot: QtBot, shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    shown.view.link_activated.connect(opened.append)
    point = link_point(shown, "100", SpanKind.LINK)
    carried = carry(qtbot, shown, point, monkeypatch)
    assert carried.urls == ["https://dixkatre.example.fr/veille"]
    assert carried.text == carried.urls[0]
    assert not carried.has_picture
    assert opened == []


def test_a_picture_is_dragged_out_with_its_look(
    qtbot: QtBot, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown.show("95")
    carried = carry(qtbot, shown, target(shown, "95", TargetKind.MEDIA), monkeypatch)
    assert carried.urls == ["https://veille.example/k.png"]
    assert carried.has_picture


def labels(menu: QMenu | None) -> list[str]:
    assert menu is not None
    return [action.objectName() for action in menu.actions() if action.objectName()]


def pick(menu: QMenu | None, name: str) -> None:
    assert menu is not None
    next(action for action in menu.actions() if action.objectName() == name).trigger()


def test_menu_on_a_link_copies_and_opens_it(qtbot: QtBot, shown: Shown) -> None:
    point = link_point(shown, "100", SpanKind.LINK)
    menu = shown.view.place_menu(point)
    assert labels(menu) == ["open_link", "copy_link", "post_menu"]
    pick(menu, "copy_link")
    assert QGuiApplication.clipboard().text() == "https://dixkatre.example.fr/veille"
    with qtbot.waitSignal(shown.view.link_activated) as told:
        pick(menu, "open_link")
    assert told.args == ["https://dixkatre.example.fr/veille"]
    with qtbot.waitSignal(shown.view.menu_requested) as asked:
        pick(menu, "post_menu")
    assert asked.args[0].id == "100"


def test_menu_on_a_picture_copies_its_words_and_address(qtbot: QtBot, shown: Shown) -> None:
    shown.show("95")
    menu = shown.view.place_menu(target(shown, "95", TargetKind.MEDIA))
    assert labels(menu) == ["open_media", "copy_description", "copy_address", "post_menu"]
    pick(menu, "copy_description")
    assert QGuiApplication.clipboard().text() == "A kingfisher"
    pick(menu, "copy_address")
    assert QGuiApplication.clipboard().text() == "https://veille.example/k.png"


def test_plain_text_has_no_menu_of_its_own(shown: Shown) -> None:
    assert shown.view.place_menu(shown.at("99", 4, 2)) is None
