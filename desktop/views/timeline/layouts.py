"""The laid-out rows that a view keeps: the latest few, each good for one content and width."""

from __future__ import annotations

from collections import OrderedDict
from datetime import UTC, datetime

from desktop.domain.timeline import Entry
from desktop.viewmodels.row import GapRow, age_of
from desktop.views.timeline.other_rows import lay_row
from desktop.views.timeline.row_layout import RowLayout, RowState, Setting

_MOST_KEPT = 96
_MOST_STATES = 256
"""Rows that the user has opened; the longest ago is closed again."""
_CLOSED = RowState()


class Layouts:
    """Measures rows on demand. What the user opened in a row is kept here too, by entry id."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._kept: OrderedDict[str, RowLayout] = OrderedDict()
        self._states: OrderedDict[str, RowState] = OrderedDict()

    @property
    def setting(self) -> Setting:
        return self._setting

    def set_setting(self, setting: Setting) -> None:
        self._setting = setting
        self._kept.clear()

    def layout(self, entry: Entry, width: int) -> RowLayout:
        kept = self._kept.get(entry.id)
        if kept is not None and kept.entry is entry and kept.width == width:
            self._kept.move_to_end(entry.id)
            return kept
        state = self._states.get(entry.id, _CLOSED)
        same = kept.row if kept is not None and kept.entry is entry else None
        layout = lay_row(entry, self._setting, state, width, same)
        self._kept[entry.id] = layout
        self._kept.move_to_end(entry.id)
        if len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        return layout

    def state(self, entry_id: str) -> RowState:
        return self._states.get(entry_id, _CLOSED)

    def set_state(self, entry_id: str, state: RowState) -> None:
        if state == _CLOSED:
            self._states.pop(entry_id, None)
        else:
            self._states[entry_id] = state
            self._states.move_to_end(entry_id)
            if len(self._states) > _MOST_STATES:
                self._states.popitem(last=False)
        self._kept.pop(entry_id, None)

    def drop_aged(self) -> bool:
        """Forget the rows whose written age is no longer true; True if there were any."""
        now = datetime.now(UTC)
        old = [
            entry_id
            for entry_id, layout in self._kept.items()
            if not isinstance(layout.row, GapRow) and layout.row.age != age_of(layout.entry, now)
        ]
        for entry_id in old:
            del self._kept[entry_id]
        return bool(old)
