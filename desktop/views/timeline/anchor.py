"""Which rows are seen, told by one row that stays where it is: the arithmetic, without Qt.

There is no total height: rows are measured only where they are shown. Everything hangs on an
anchor, a row and the pixel of its top in the viewport; whatever comes, goes or grows above
or below it leaves that pixel alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Placed(NamedTuple):
    """A row in the viewport: `top` counts from the viewport's top edge."""

    row: int
    top: int
    height: int

    @property
    def bottom(self) -> int:
        return self.top + self.height


class Anchor:
    """`count` tells how many rows there are, `height` measures one of them."""

    def __init__(self, count: Callable[[], int], height: Callable[[int], int]) -> None:
        self._count = count
        self._height = height
        self.row = 0
        self.top = 0
        self.placed: list[Placed] = []
        """As the last `scroll` that moved has left them."""

    def arrange(self, room: int) -> list[Placed]:
        """The rows that are seen in a viewport `room` pixels high, from top to bottom."""
        count = self._count()
        if count == 0 or room <= 0:
            return []
        self.row = min(max(0, self.row), count - 1)
        above: list[Placed] = []
        row, top = self.row, self.top
        while top > 0 and row > 0:
            row -= 1
            height = self._height(row)
            top -= height
            above.append(Placed(row, top, height))
        placed = above[::-1]
        row, top = self.row, self.top
        while top < room and row < count:
            height = self._height(row)
            placed.append(Placed(row, top, height))
            top += height
            row += 1
        first = next((n for n, p in enumerate(placed) if p.bottom > 0), len(placed))
        return [p for p in placed[first:] if p.top < room]

    def scroll(self, delta: int, room: int, placed: list[Placed] | None = None) -> int:
        """Move the content up by `delta` (down if negative), as far as there are rows.

        Returns how far it moved. A blank left below the last row is never made larger, nor
        closed by force. `placed`: the rows as they are arranged, where that is known.
        """
        if delta == 0 or self._count() == 0:
            return 0
        before = self.arrange(room) if placed is None else placed
        if delta > 0:
            delta = min(delta, self._room_below(before, room, delta))
        else:
            delta = -min(-delta, self._room_above(before, -delta))
        if delta:
            self.top -= delta
            self.placed = self.arrange(room)
            self.hold(self.placed)
        return delta

    def _room_below(self, placed: list[Placed], room: int, wanted: int) -> int:
        if not placed:
            return 0
        bottom, row, last = placed[-1].bottom, placed[-1].row, self._count() - 1
        while row < last and bottom - room < wanted:
            row += 1
            bottom += self._height(row)
        return max(0, bottom - room)

    def _room_above(self, placed: list[Placed], wanted: int) -> int:
        if not placed:
            return 0
        top, row = placed[0].top, placed[0].row
        while row > 0 and -top < wanted:
            row -= 1
            top -= self._height(row)
        return max(0, -top)

    def hold(self, placed: list[Placed]) -> None:
        """Take as anchor the first row whose top is seen, else the row that fills the view."""
        if not placed:
            return
        best = next((p for p in placed if p.top >= 0), placed[0])
        self.row, self.top = best.row, best.top

    def put(self, row: int, top: int, room: int) -> None:
        """Show a row with its top at this pixel, but leave no blank that rows could fill."""
        count = self._count()
        self.row, self.top = min(max(0, row), max(0, count - 1)), top
        self.fill(room)

    def fill(self, room: int) -> None:
        """Close blanks above the first row and below the last, as far as rows reach."""
        placed = self.arrange(room)
        if not placed:
            if self._count():
                self.top = 0
            return
        if placed[-1].row == self._count() - 1 and placed[-1].bottom < room:
            self.top += min(
                room - placed[-1].bottom, self._room_above(placed, room - placed[-1].bottom)
            )
            placed = self.arrange(room)
        if placed[0].row == 0 and placed[0].top > 0:
            self.top -= placed[0].top
            placed = self.arrange(room)
        self.hold(placed)

    def inserted(self, first: int, last: int) -> None:
        """Rows came before `first`; the anchor is still the same content at the same pixel."""
        if first <= self.row:
            self.row += last - first + 1

    def removed(self, first: int, last: int) -> bool:
        """Rows went. True when the anchor was among them: its neighbour took its pixel."""
        if last < self.row:
            self.row -= last - first + 1
            return False
        if first <= self.row:
            self.row = first
            return True
        return False
