"""Text that is selected inside one post."""

from __future__ import annotations

from typing import NamedTuple


class TextSelection(NamedTuple):
    """`number`: which of the row's texts; `start` is where the drag began, `end` where it is."""

    entry_id: str
    number: int
    start: int
    end: int

    @property
    def is_empty(self) -> bool:
        return self.start == self.end
