"""The part of the timeline view that scrolls: rows hang on an anchor (`anchor.py`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import (
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop.domain.timeline import Entry
from desktop.viewmodels.timeline_model import EntryRole, TimelineModel
from desktop.views.timeline.anchor import Anchor, Placed
from desktop.views.timeline.layouts import Layouts
from desktop.views.timeline.row_layout import RowLayout, Setting
from desktop.views.timeline.scroll_bar import OverlayScrollBar

_SETTLED_MS = 180
_OLDER_WITHIN = 2.0
"""Ask for older posts when fewer viewports than this are left below."""


class Seen(NamedTuple):
    """A row in the viewport, with its layout."""

    place: Placed
    layout: RowLayout


class MovingView(QListView):
    """Which rows are seen, and moving among them."""

    place_changed = Signal(str, int)
    """The reading position has settled: the first row's entry id, its top in pixels."""
    new_above = Signal(int)
    """How many new rows wait above what is seen."""
    older_wanted = Signal()
    """The end is near."""

    def __init__(self, setting: Setting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layouts = Layouts(setting)
        self._anchor = Anchor(self._row_count, self._height)
        self._seen: list[Seen] | None = None
        self._known: dict[int, RowLayout] = {}
        """Rows that were seen a moment ago, while scrolling looks for the next ones."""
        self._waiting = 0
        self._restoring: tuple[str, int] | None = None
        self._pointer_at: QPoint | None = None
        self._shifted_at = 0.0
        self._asked_older_at = -1
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAutoScroll(False)
        self._bar = OverlayScrollBar(self, self._go_to_part)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLED_MS)
        self._settling.timeout.connect(self._settle)
        self._disconnects: list[Callable[[], object]] = []

    # What is seen

    def seen(self) -> list[Seen]:
        """The rows in the viewport from top to bottom, laid out."""
        if self._seen is None:
            self._see(self._anchor.arrange(self.viewport().height()))
        return self._seen or []

    def _see(self, places: list[Placed]) -> None:
        self._seen = [Seen(place, self._layout(place.row)) for place in places]
        self._bar.tell(*self._extent(places))

    def seen_at(self, y: int) -> Seen | None:
        for seen in self.seen():
            if seen.place.top <= y < seen.place.bottom:
                return seen
        return None

    def first_seen(self) -> Entry | None:
        """The entry that holds its place: the first whose top was in view when the user last
        moved, or the one that fills the view."""
        held = self._held()
        return held.layout.entry if held is not None else None

    def _held(self) -> Seen | None:
        seen = self.seen()
        return next((s for s in seen if s.place.row == self._anchor.row), seen[0] if seen else None)

    def is_at_top(self) -> bool:
        return self._anchor.row == 0 and self._anchor.top >= 0

    def is_read(self) -> bool:
        """Somebody is at it: the pointer is over it or it has the keyboard."""
        return self.hasFocus() or self._pointer_at is not None

    def waiting_above(self) -> int:
        return self._waiting

    def entry_at(self, row: int) -> Entry:
        model = self.model()
        if isinstance(model, TimelineModel):
            return model.entry(row)
        entry: Entry = model.index(row, 0).data(EntryRole)
        return entry

    def _is_thread(self) -> bool:
        model = self.model()
        return isinstance(model, TimelineModel) and model.is_oldest_first

    def _row_count(self) -> int:
        model = self.model()
        return model.rowCount() if model is not None else 0

    def _layout(self, row: int) -> RowLayout:
        known = self._known.get(row)
        if known is not None:
            return known
        return self._layouts.layout(self.entry_at(row), self.viewport().width())

    def _height(self, row: int) -> int:
        return self._layout(row).height

    def _extent(self, places: list[Placed]) -> tuple[float, float]:
        """Start and part of the whole, for the scroll bar, counted in rows."""
        count = self._row_count()
        if not places or count == 0:
            return 0.0, 1.0
        first, last = places[0], places[-1]
        start = first.row + max(0, -first.top) / max(1, first.height)
        end = last.row + 1 - max(0, last.bottom - self.viewport().height()) / max(1, last.height)
        part = max(0.0001, (end - start) / count)
        return start / max(1e-9, count - (end - start)) if part < 1 else 0.0, part

    # Moving

    def scroll_by(self, pixels: int) -> int:
        """Move by pixels, down if positive; returns how far it went."""
        before = self.seen()
        self._known = {seen.place.row: seen.layout for seen in before}
        moved = self._anchor.scroll(pixels, self.viewport().height(), [s.place for s in before])
        if moved:
            self._restoring = None
            self._see(self._anchor.placed)
        self._known = {}
        if moved:
            self._after_moving()
        elif pixels > 0:
            self._want_older()
        return moved

    def show_newest(self) -> None:
        """To the very top."""
        self._restoring = None
        self._anchor.put(0, 0, self.viewport().height())
        self._moved()

    def show_last(self) -> None:
        """The foot of the last row at the foot of the view."""
        self._restoring = None
        last, room = self._row_count() - 1, self.viewport().height()
        if last >= 0:
            self._anchor.put(last, room - self._height(last), room)
            self._moved()

    def show_row(self, row: int, top: int = 0) -> None:
        self._anchor.put(row, top, self.viewport().height())
        self._moved()

    def restore_place(self, entry_id: str, offset: int) -> bool:
        """Put this entry's top at `offset`; if it is not loaded yet, once it comes, unless the
        user has scrolled by then."""
        model = self.model()
        row = model.row_of(entry_id) if isinstance(model, TimelineModel) else -1
        if row < 0:
            self._restoring = (entry_id, offset)
            return False
        self._restoring = None
        self.show_row(row, offset)
        return True

    def _go_to_part(self, part: float) -> None:
        """Where the scroll bar's thumb was dragged to."""
        self._restoring = None
        count, room = self._row_count(), self.viewport().height()
        if part >= 1.0 or not count:
            self.show_last()
            return
        place = part * max(0, count - len(self.seen()) + 1)
        row = min(int(place), count - 1)
        self._anchor.put(row, -round((place - row) * self._height(row)), room)
        self._moved()

    def _moved(self) -> None:
        self._seen = None
        self._after_moving()

    def _after_moving(self) -> None:
        seen = self.seen()
        if seen and self._waiting > seen[0].place.row:
            self._set_waiting(seen[0].place.row)
        self._bar.flash()
        self._want_older()
        self.viewport().update()
        self._settling.start()

    def _want_older(self) -> None:
        seen, count = self.seen(), self._row_count()
        if not seen or count == 0 or self._asked_older_at == count:
            return
        left = count - 1 - seen[-1].place.row
        average = sum(s.place.height for s in seen) / len(seen)
        if left * average < _OLDER_WITHIN * self.viewport().height():
            self._asked_older_at = count
            self.older_wanted.emit()

    def allow_older(self) -> None:
        """Older posts may be asked for again, though none came the last time."""
        self._asked_older_at = -1

    def _settle(self) -> None:
        held = self._held()
        if held is not None:
            self.place_changed.emit(held.layout.entry.id, held.place.top)

    def _set_waiting(self, count: int) -> None:
        if count != self._waiting:
            self._waiting = count
            self.new_above.emit(count)
