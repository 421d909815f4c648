"""Wheels, touchpads and the thin scroll bar."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QScrollEvent, QScrollPrepareEvent, QWheelEvent
from PySide6.QtWidgets import QScroller
from pytestqt.qtbot import QtBot

from desktop.views.timeline import Options
from tests.gui.timeline_posts import simple_feed
from tests.gui.timeline_window import Shown, open_timeline

STILL = QPoint()


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    shown = open_timeline(qtbot, simple_feed(200))
    shown.view.show_row(50)
    return shown


def wheel(shown: Shown, *, pixels: QPoint = STILL, angle: QPoint = STILL) -> bool:
    port = shown.view.viewport()
    at = QPointF(100, 100)
    event = QWheelEvent(
        at, QPointF(port.mapToGlobal(at.toPoint())), pixels, angle, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QGuiApplication.sendEvent(port, event)
    return event.isAccepted()


def test_touchpad_moves_by_its_pixels_at_once(shown: Shown) -> None:
    entry_id = shown.ids()[0]
    before = shown.top(entry_id)
    assert wheel(shown, pixels=QPoint(0, -17), angle=QPoint(0, -34))
    assert shown.top(entry_id) == before - 17


def test_a_notch_glides_to_its_end(qtbot: QtBot, shown: Shown) -> None:
    entry_id = shown.ids()[0]
    before = shown.top(entry_id)
    assert wheel(shown, angle=QPoint(0, -120))
    assert before - 96 < shown.top(entry_id) < before
    qtbot.waitUntil(lambda: shown.top(entry_id) <= before - 95)


def test_less_motion_jumps(shown: Shown) -> None:
    shown.view.set_options(Options(can_animate=False))
    entry_id = shown.ids()[0]
    before = shown.top(entry_id)
    wheel(shown, angle=QPoint(0, -120))
    assert shown.top(entry_id) == before - 96


def test_sideways_is_left_to_the_deck(shown: Shown) -> None:
    entry_id = shown.ids()[0]
    before = shown.top(entry_id)
    wheel(shown, angle=QPoint(-120, 0))
    assert shown.top(entry_id) == before


def test_the_bar_goes_to_both_ends_and_shows_where(shown: Shown) -> None:
    bar = shown.view._bar
    bar._go_to(1.0)
    assert shown.view.seen()[-1].place.row == 199
    assert bar._thumb().bottom() == pytest.approx(bar.height(), abs=1)
    bar._go_to(0.0)
    assert shown.view.is_at_top()
    assert bar._thumb().top() == 0
    bar._go_to(0.5)
    assert 80 < shown.view.seen()[0].place.row < 120
    assert bar.geometry().right() == shown.view.rect().right()


def test_a_finger_drags_the_posts(qtbot: QtBot, shown: Shown) -> None:
    port = shown.view.viewport()
    entry_id = shown.ids()[0]
    before = shown.top(entry_id)
    prepare = QScrollPrepareEvent(QPointF(100, 300))
    QGuiApplication.sendEvent(port, prepare)
    assert prepare.isAccepted()
    start = prepare.contentPos()
    room = prepare.contentPosRange()
    assert room.top() + 1000 < start.y() < room.bottom() - 1000
    states = QScrollEvent.ScrollState
    moves = ((0, states.ScrollStarted), (13, states.ScrollUpdated), (40, states.ScrollFinished))
    for down, state in moves:
        move = QScrollEvent(start + QPointF(0, down), QPointF(), state)
        QGuiApplication.sendEvent(port, move)
        assert move.isAccepted()
        assert shown.top(entry_id) == before - down


def test_a_finger_stops_at_the_top(qtbot: QtBot, shown: Shown) -> None:
    shown.view.show_newest()
    port = shown.view.viewport()
    prepare = QScrollPrepareEvent(QPointF(100, 300))
    QGuiApplication.sendEvent(port, prepare)
    up = prepare.contentPos() - QPointF(0, 200)
    updated = QScrollEvent.ScrollState.ScrollUpdated
    QGuiApplication.sendEvent(port, QScrollEvent(up, QPointF(), updated))
    assert shown.view.is_at_top()


def test_the_viewport_listens_to_fingers(shown: Shown) -> None:
    assert QScroller.hasScroller(shown.view.viewport())
    gesture = QScroller.grabbedGesture(shown.view.viewport())
    assert gesture != Qt.GestureType(0)
