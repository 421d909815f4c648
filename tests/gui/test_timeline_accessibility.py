"""What assistive software sees of a column."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from tests.gui.timeline_posts import simple_entry, simple_feed
from tests.gui.timeline_window import Shown, open_timeline


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
