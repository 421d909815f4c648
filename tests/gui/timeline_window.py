"""A timeline on a real widget, with invented posts."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.viewmodels.timeline_model import TimelineModel
from desktop.views.images import ImageStore
from desktop.views.theme import tokens
from desktop.views.timeline import TimelineView
from desktop.views.timeline.moving import Seen
from tests.gui.timeline_posts import InventedFeed


class Shown(NamedTuple):
    view: TimelineView
    model: TimelineModel
    feed: InventedFeed

    def row(self, entry_id: str) -> Seen:
        return next(s for s in self.view.seen() if s.layout.entry.id == entry_id)

    def top(self, entry_id: str) -> int:
        return self.row(entry_id).place.top

    def ids(self) -> list[str]:
        return [s.layout.entry.id for s in self.view.seen()]

    def show(self, entry_id: str) -> Seen:
        self.view.show_row(self.model.row_of(entry_id))
        return self.row(entry_id)

    def at(self, entry_id: str, x: float, y: float) -> QPoint:
        """A point of a row in the viewport."""
        return QPoint(round(x), round(y) + self.top(entry_id))

    def centre(self, entry_id: str, matches: Callable[[object], bool]) -> QPoint:
        """The middle of the first target that matches."""
        for target in self.row(entry_id).layout.targets:
            if matches(target):
                middle = target.box.center()
                return self.at(entry_id, middle.x(), middle.y())
        raise AssertionError("no such target")


def open_timeline(
    qtbot: QtBot,
    feed: InventedFeed,
    *,
    width: int = 300,
    height: int = 600,
    images: ImageStore | None = None,
) -> Shown:
    view = TimelineView(tokens("light"), images)
    model = TimelineModel(feed, view)
    view.setModel(model)
    view.resize(width, height)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitExposed(view)
    view.point_at(None)
    return Shown(view, model, feed)


def click(qtbot: QtBot, shown: Shown, point: QPoint) -> None:
    qtbot.mouseMove(shown.view.viewport(), point)
    qtbot.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
