"""The columns of one deck that is open: saved ones, and those beside them for a moment."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.viewmodels.column_vm import ColumnViewModel


@dataclass(eq=False)
class OpenDeck:
    """`beside`: pairs of the id of the column that it was opened from, and the column."""

    saved: list[ColumnViewModel] = field(default_factory=list)
    beside: list[tuple[str, ColumnViewModel]] = field(default_factory=list)

    @property
    def columns(self) -> tuple[ColumnViewModel, ...]:
        """In the order of the screen: what was opened from a column stands right of it."""
        result: list[ColumnViewModel] = []
        for saved in self.saved:
            result.extend(self._with_beside(saved))
        known = {item.id for item in result}
        result.extend(item for _, item in self.beside if item.id not in known)
        return tuple(result)

    @property
    def unread(self) -> int:
        return sum(item.unread for item in self.saved if item.column.alerts.badge)

    def saved_place(self, column_id: str) -> int:
        """The place among the saved columns of this one, or of the one it was opened from."""
        ids = [item.id for item in self.saved]
        while column_id not in ids:
            column_id = next((origin for origin, item in self.beside if item.id == column_id), "")
            if not column_id:
                return len(ids)
        return ids.index(column_id)

    def children(self, column_id: str) -> list[ColumnViewModel]:
        return [item for origin, item in self.beside if origin == column_id]

    def _with_beside(self, item: ColumnViewModel) -> list[ColumnViewModel]:
        result = [item]
        for other in self.children(item.id):
            result.extend(self._with_beside(other))
        return result
