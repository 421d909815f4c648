"""The part of the timeline view that knows where rows are: a QListView without its layout.

Qt's accessibility knows item views by their class, so this is a QListView; but everything that
would measure all rows is overridden. Rows are measured where they are shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from desktop.views.timeline.moving import MovingView
from desktop.views.timeline.scroll_bar import WIDTH

Index = QModelIndex | QPersistentModelIndex

_GUESSED_HEIGHT = 110


class RowsView(MovingView):
    """The model's news and what Qt asks of an item view; painting is in `view.py`."""

    # What the model says

    def setModel(self, model: QAbstractItemModel | None) -> None:
        old = self.model()
        if old is not None:
            old.rowsRemoved.disconnect(self._on_removed)
        super().setModel(model)
        if model is not None:
            model.rowsRemoved.connect(self._on_removed)
        self.reset()

    def reset(self) -> None:
        super().reset()
        self._anchor.row = self._anchor.top = 0
        self._seen = None
        self._asked_older_at = -1
        self._set_waiting(0)
        self.viewport().update()

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        before = self._under_pointer()
        added = end - start + 1
        had_rows = self._row_count() > added
        is_shown_at_once = start == 0 and self.is_at_top() and not self.is_read()
        if had_rows and (not is_shown_at_once or self._restoring is not None):
            is_new = start <= self._waiting and start <= self._anchor.row
            waiting = self._waiting + (added if is_new and not self._is_thread() else 0)
            self._anchor.inserted(start, end)
            self._set_waiting(waiting)
        self._changed(before)
        super().rowsInserted(parent, start, end)
        if self._restoring is not None:
            self.restore_place(*self._restoring)
        self._asked_older_at = -1
        self._settling.start()

    def _on_removed(self, parent: Index, first: int, last: int) -> None:
        del parent
        before = self._under_pointer()
        gone_above = max(0, min(last, self._waiting - 1) - first + 1)
        self._anchor.removed(first, last)
        self._set_waiting(max(0, self._waiting - gone_above))
        self._seen = None
        if not self.is_read():
            seen = self.seen()
            if not seen or (seen[0].place.row == 0 and seen[0].place.top > 0):
                self._anchor.fill(self.viewport().height())
        self._changed(before)
        self._settling.start()

    def dataChanged(self, top_left: Index, bottom_right: Index, roles: Sequence[int] = ()) -> None:
        before = self._under_pointer()
        self._changed(before)
        super().dataChanged(top_left, bottom_right, list(roles))

    def _changed(self, before: tuple[str, int] | None) -> None:
        """Something other than the user changed the rows."""
        self._seen = None
        if before is not None and self._under_pointer() != before:
            self._shifted_at = monotonic()
        self.viewport().update()

    def _under_pointer(self) -> tuple[str, int] | None:
        """The entry under the pointer and its top, as last arranged."""
        if self._pointer_at is None:
            return None
        if self._seen is None:
            self.seen()
        y = self._pointer_at.y()
        for seen in self._seen or ():
            if seen.place.top <= y < seen.place.bottom:
                return seen.layout.entry.id, seen.place.top
        return None

    # QListView's own layout, replaced

    def doItemsLayout(self) -> None:
        self._seen = None
        self.viewport().update()

    def updateGeometries(self) -> None:
        """The real scroll bars stay empty; ours is laid over the right edge."""
        self.verticalScrollBar().setRange(0, 0)
        self.horizontalScrollBar().setRange(0, 0)
        area = self.viewport().geometry()
        left = area.left() if self.isRightToLeft() else area.right() + 1 - WIDTH
        self._bar.setGeometry(left, area.top(), WIDTH, area.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._seen = None
        if event.size().height() > event.oldSize().height():
            self._anchor.fill(event.size().height())
        elif self._anchor.top >= event.size().height():
            self._anchor.hold(self._anchor.arrange(event.size().height()))
        self.updateGeometries()
        self._bar.raise_()
        self.viewport().update()
        self._settling.start()

    def visualRect(self, index: Index) -> QRect:
        """Of a row that is not seen: a guess, above or below the viewport."""
        if not index.isValid():
            return QRect()
        seen, width, row = self.seen(), self.viewport().width(), index.row()
        if not seen:
            return QRect()
        first, last = seen[0].place, seen[-1].place
        if first.row <= row <= last.row:
            place = seen[row - first.row].place
            return QRect(0, place.top, width, place.height)
        height = _GUESSED_HEIGHT
        if row < first.row:
            return QRect(0, first.top - (first.row - row) * height, width, height)
        return QRect(0, last.bottom + (row - last.row - 1) * height, width, height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        seen = self.seen_at(point.y())
        if seen is None or not 0 <= point.x() < self.viewport().width():
            return QModelIndex()
        return self.model().index(seen.place.row, 0)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if not index.isValid():
            return
        row, room = index.row(), self.viewport().height()
        hints = QAbstractItemView.ScrollHint
        place = next((s.place for s in self.seen() if s.place.row == row), None)
        height = self._height(row)
        if hint is hints.EnsureVisible and place is not None:
            if place.top >= 0 and (place.bottom <= room or place.top == 0):
                return
            if place.top < 0 and place.bottom > room:
                return
        first = self.seen()[0].place.row if self.seen() else 0
        is_above = row < first or (place is not None and place.top < 0)
        if hint is hints.PositionAtTop or (hint is hints.EnsureVisible and is_above):
            top = 0
        elif hint is hints.PositionAtCenter:
            top = max(0, (room - height) // 2)
        else:
            top = max(0, room - height)
        self._restoring = None
        self.show_row(row, top)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        del modifiers
        actions = QAbstractItemView.CursorAction
        row, count = self.currentIndex().row(), self._row_count()
        if count == 0:
            return QModelIndex()
        seen = [s.place.row for s in self.seen()]
        if row < 0:
            return self.model().index(seen[0] if seen else 0, 0)
        step = {
            actions.MoveUp: -1,
            actions.MovePrevious: -1,
            actions.MoveDown: 1,
            actions.MoveNext: 1,
            actions.MovePageUp: -max(1, len(seen) - 1),
            actions.MovePageDown: max(1, len(seen) - 1),
            actions.MoveHome: -count,
            actions.MoveEnd: count,
        }.get(action, 0)
        return self.model().index(min(max(0, row + step), count - 1), 0)

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return 0

    def visualRegionForSelection(self, selection: object) -> QRegion:
        del selection
        current = self.currentIndex()
        return QRegion(self.visualRect(current)) if current.isValid() else QRegion()

    def isIndexHidden(self, index: Index) -> bool:
        del index
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.updateGeometries()
