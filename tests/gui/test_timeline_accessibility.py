"""What assistive software sees of a column."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from pytestqt.qtbot import QtBot

from desktop.views.theme import tokens
from tests.gui.timeline_posts import InventedFeed, gallery, simple_entry, simple_feed
from tests.gui.timeline_window import Shown, open_timeline

pytestmark = pytest.mark.qt_log_ignore("OpenType support missing")


@pytest.fixture(autouse=True)
def _listening() -> Iterator[None]:
    """As if a screen reader were there: Qt keeps its items in step only then."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def items(shown: Shown) -> QAccessibleInterface:
    interface = QAccessible.queryAccessibleInterface(shown.view)
    assert interface is not None
    return interface


def test_rows_are_list_items_with_a_sentence_and_a_place(qtbot: QtBot) -> None:
    shown = open_timeline(qtbot, simple_feed(30))
    tree = items(shown)
    assert tree.role() == QAccessible.Role.List
    assert tree.childCount() == 30
    seen = shown.view.seen()[1]
    child = tree.child(1)
    assert child.role() == QAccessible.Role.ListItem
    name = child.text(QAccessible.Text.Name)
    assert name.startswith("Louise Martel; word1028")
    assert "5 minutes ago" in name
    assert name.endswith("likes.")
    assert child.text(QAccessible.Text.Description) == ""
    corner = shown.view.viewport().mapToGlobal(shown.view.viewport().rect().topLeft())
    expected = QRect(0, seen.place.top, 300, seen.place.height).translated(corner)
    assert child.rect() == expected


def test_items_follow_when_posts_arrive_above(qtbot: QtBot) -> None:
    shown = open_timeline(qtbot, simple_feed(30))
    tree = items(shown)
    assert "word1029" in tree.child(0).text(QAccessible.Text.Name)
    shown.view.show_row(10)
    shown.feed.insert(simple_entry(2000), simple_entry(2001))
    assert tree.childCount() == 32
    assert "word2001" in tree.child(0).text(QAccessible.Text.Name)
    assert "word1029" in tree.child(2).text(QAccessible.Text.Name)


def test_a_long_column_costs_no_more(qtbot: QtBot) -> None:
    shown = open_timeline(qtbot, simple_feed(20_000))
    tree = items(shown)
    started = perf_counter()
    last = tree.child(19_999)
    assert last.text(QAccessible.Text.Name)
    assert last.rect().isValid()
    assert perf_counter() - started < 0.25


def test_controls_have_names(qtbot: QtBot) -> None:
    shown = open_timeline(qtbot, simple_feed(3))
    assert shown.view.accessibleName()
    assert shown.view.objectName()


def test_a_row_is_told_once_when_it_gets_the_focus(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[object, int]] = []

    class Told:
        isActive = staticmethod(lambda: True)
        Event = QAccessible.Event

        @staticmethod
        def updateAccessibility(event: QAccessibleEvent) -> None:
            told.append((event.type(), event.child()))

    shown = open_timeline(qtbot, simple_feed(30))
    shown.view.activateWindow()
    shown.view.setFocus()
    qtbot.waitUntil(shown.view.hasFocus)
    monkeypatch.setattr("desktop.views.timeline.view.QAccessible", Told)
    qtbot.keyClick(shown.view, Qt.Key.Key_J)
    qtbot.keyClick(shown.view, Qt.Key.Key_J)
    row = shown.view.currentIndex().row()
    assert told == [(QAccessible.Event.Focus, row - 1), (QAccessible.Event.Focus, row)]


def test_a_post_says_each_of_its_parts_once(qtbot: QtBot) -> None:
    for number, one in enumerate(gallery()):
        shown = open_timeline(qtbot, InventedFeed([one]))
        child = items(shown).child(0)
        name = child.text(QAccessible.Text.Name)
        assert name, number
        assert name[-1] in ".!?…"
        assert child.text(QAccessible.Text.Description) == ""
        assert child.text(QAccessible.Text.Value) in ("", name)
        parts = [part.strip() for part in name.rstrip(".").split(";")]
        assert len(parts) == len(set(parts)), name


def test_the_focused_row_is_seen_to_be_so(qtbot: QtBot) -> None:
    shown = open_timeline(qtbot, simple_feed(30))
    shown.view.activateWindow()
    shown.view.setFocus()
    qtbot.waitUntil(shown.view.hasFocus)
    shown.view.set_current(1)
    place = shown.view.current_seen()
    assert place is not None
    image = shown.view.viewport().grab().toImage()
    accent = tokens("light").colour("accent")
    assert image.pixelColor(1, place.place.top + 8) == accent
    assert image.pixelColor(1, place.place.bottom + 8) != accent
