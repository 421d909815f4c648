"""A column's feed as a Qt list model: one insert for each run of rows that came together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Any, Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop.domain.settings import SpokenOrder
from desktop.domain.signal import Signal
from desktop.domain.timeline import Entry
from desktop.viewmodels import accessible_text

EntryRole = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class FeedChanged(Protocol):
    """What a feed says when it changed; see `services/feeds.py`."""

    @property
    def inserted(self) -> tuple[Entry, ...]: ...
    @property
    def removed(self) -> tuple[str, ...]: ...
    @property
    def updated(self) -> tuple[Entry, ...]: ...
    @property
    def reset(self) -> bool: ...


class Feed(Protocol):
    """The part of a ColumnFeed that a model reads."""

    @property
    def entries(self) -> Sequence[Entry]:
        """Newest first by their order."""
        ...

    @property
    def changed(self) -> Signal[Any]: ...


_place = attrgetter("sort_at", "id")
"""An entry's order, read in C."""
_name = attrgetter("id")


class TimelineModel(QAbstractListModel):
    """Row 0 is the newest entry, or the oldest with `oldest_first` (a thread is read down)."""

    def __init__(
        self, feed: Feed, parent: QObject | None = None, *, oldest_first: bool = False
    ) -> None:
        super().__init__(parent)
        self._feed = feed
        self._oldest_first = oldest_first
        self._rising: list[Entry] = list(reversed(feed.entries))
        self._index: dict[str, Entry] | None = None
        self._spoken_order: tuple[accessible_text.Part, ...] = accessible_text.DEFAULT_ORDER
        self._disconnect = feed.changed.connect(self._on_changed)

    def close(self) -> None:
        """Stop listening to the feed."""
        self._disconnect()

    @property
    def is_oldest_first(self) -> bool:
        return self._oldest_first

    def entry(self, row: int) -> Entry:
        return self._rising[row if self._oldest_first else -1 - row]

    def row_of(self, entry_id: str) -> int:
        """-1 where there is no such entry."""
        entry = self._by_id.get(entry_id)
        return -1 if entry is None else self._row(self._find(entry))

    def set_spoken_order(self, order: SpokenOrder) -> None:
        """In which order (and which) parts of a row a screen reader is told."""
        self._spoken_order = accessible_text.ORDERS[order]

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rising)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self.entry(index.row())
        if role == EntryRole:
            return entry
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return accessible_text.sentence(entry, order=self._spoken_order)
        return None

    @property
    def _by_id(self) -> dict[str, Entry]:
        """Made when it is first needed: showing a column costs the same at any length."""
        if self._index is None:
            self._index = dict(zip(map(_name, self._rising), self._rising, strict=True))
        return self._index

    # Internally the list rises in time, so that what is new is appended: nothing is moved
    # in memory when a batch arrives on top of a long column.

    def _row(self, position: int) -> int:
        return position if self._oldest_first else len(self._rising) - 1 - position

    def _find(self, entry: Entry) -> int:
        return bisect_left(self._rising, entry.order, key=_place)

    def _on_changed(self, change: FeedChanged) -> None:
        if change.reset:
            self.beginResetModel()
            self._rising = list(reversed(self._feed.entries))
            self._index = None
            self.endResetModel()
            return
        gone = [self._by_id[i] for i in change.removed if i in self._by_id]
        moved, fresh = [], []
        for entry in change.updated:
            known = self._by_id.get(entry.id)
            if known is None:
                continue
            if known.order == entry.order:
                self._update(known, entry)
            else:
                moved.append(entry)
                gone.append(known)
        leaving = {entry.id for entry in gone}
        for entry in change.inserted:
            known = self._by_id.get(entry.id)
            if known is None or entry.id in leaving:
                fresh.append(entry)
            elif known.order == entry.order:
                self._update(known, entry)
        self._remove(gone)
        self._insert([*fresh, *moved])

    def _update(self, known: Entry, entry: Entry) -> None:
        position = self._find(known)
        self._rising[position] = entry
        self._by_id[entry.id] = entry
        index = self.index(self._row(position))
        self.dataChanged.emit(index, index)

    def _remove(self, entries: list[Entry]) -> None:
        positions = sorted({self._find(entry) for entry in entries}, reverse=True)
        for first, last in _runs(positions):  # falling: what is below keeps its position
            rows = sorted((self._row(first), self._row(last)))
            self.beginRemoveRows(_ROOT, rows[0], rows[1])
            known = self._by_id
            for entry in self._rising[last : first + 1]:
                del known[entry.id]
            del self._rising[last : first + 1]
            self.endRemoveRows()

    def _insert(self, entries: list[Entry]) -> None:
        entries = sorted({entry.id: entry for entry in entries}.values(), key=_place)
        start, known = 0, self._by_id
        while start < len(entries):
            position = self._find(entries[start])
            following = self._rising[position].order if position < len(self._rising) else None
            end = start + 1
            while end < len(entries) and (following is None or entries[end].order < following):
                end += 1
            run = entries[start:end]
            row = position if self._oldest_first else len(self._rising) - position
            self.beginInsertRows(_ROOT, row, row + len(run) - 1)
            self._rising[position:position] = run
            known.update((entry.id, entry) for entry in run)
            self.endInsertRows()
            start = end


def _runs(falling: list[int]) -> list[tuple[int, int]]:
    """(highest, lowest) of each unbroken run in a falling list."""
    runs: list[tuple[int, int]] = []
    for position in falling:
        if runs and runs[-1][1] - 1 == position:
            runs[-1] = (runs[-1][0], position)
        else:
            runs.append((position, position))
    return runs
