"""Finding words in one column: in what is loaded, then further down in what is stored."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.domain.timeline import Entry
from desktop.text.filter_rules import text_of
from desktop.text.fold import fold, fold_with_places

if TYPE_CHECKING:
    from desktop.services.feeds import ColumnFeed
    from desktop.services.tasks import TaskScope

MAX_WINDOWS = 100
"""So many pieces of the store are looked through for one press."""


class FindViewModel(QObject):
    """`step` goes to the next match below (1) or above (-1) and says it by `found`."""

    changed = Signal()
    """The words, or what is said of them."""
    found = Signal(str)
    """Entry id."""

    def __init__(self, feed: ColumnFeed, scope: TaskScope, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._feed = feed
        self._scope = scope
        self.is_looking = False
        self.sentence = ""
        self._wanted = ""
        self._at = ""
        self._run = 0

    @property
    def is_on(self) -> bool:
        return bool(self._wanted)

    def set_text(self, text: str) -> None:
        """Look from the top; empty: no longer."""
        self._wanted = fold(text.strip())
        self._at = ""
        self.sentence = ""
        self._run += 1
        self.changed.emit()
        if self._wanted:
            self.step(1)

    def step(self, steps: int) -> None:
        if not self._wanted or self.is_looking:
            return
        entries = self._feed.entries
        places = [place for place, entry in enumerate(entries) if self._matches(entry)]
        at = next((n for n, one in enumerate(entries) if one.id == self._at), -1)
        if steps > 0:
            place = next((one for one in places if one > at), None)
        else:
            place = next((one for one in reversed(places) if one < at), None)
        if place is not None:
            self._show(entries[place], places.index(place) + 1, len(places))
        elif steps > 0:
            self._scope.start(self._look_further(self._run), name="find")
        self.changed.emit()

    def highlights(self, text: str) -> Sequence[tuple[int, int]]:
        """Where the words stand in a text, in code points."""
        folded, places = fold_with_places(text)
        runs: list[tuple[int, int]] = []
        start = folded.find(self._wanted) if self._wanted else -1
        while start >= 0:
            end = start + len(self._wanted)
            runs.append((places[start], places[end - 1] + 1))
            start = folded.find(self._wanted, end)
        return runs

    async def _look_further(self, run: int) -> None:
        """Down in the store until something matches."""
        self.is_looking = True
        self.sentence = QCoreApplication.translate("Find", "Looking further down…")
        self.changed.emit()
        try:
            for _ in range(MAX_WINDOWS):
                known = len(self._feed.entries)
                if run != self._run or not await self._feed.load_stored():
                    break
                if any(self._matches(entry) for entry in self._feed.entries[known:]):
                    self.is_looking = False
                    if run == self._run:
                        self.step(1)
                    return
        finally:
            self.is_looking = False
        if run == self._run:
            count = len(self._feed.entries)
            text = QCoreApplication.translate("Find", "Nothing further in %n posts", "", count)
            self.sentence = text
            self.changed.emit()

    def _matches(self, entry: Entry) -> bool:
        post = entry.post or (entry.notification.post if entry.notification is not None else None)
        people = list(entry.notification.people) if entry.notification is not None else []
        texts: list[str] = []
        if post is not None:
            people.extend((post.author, post.shown.author))
            texts.append(text_of(post.shown))
        texts.extend(f"{one.display_name} @{one.handle}" for one in people)
        return any(self._wanted in fold(text) for text in texts)

    def _show(self, entry: Entry, number: int, count: int) -> None:
        self._at = entry.id
        text = QCoreApplication.translate("Find", "{number} of {count}")
        self.sentence = text.replace("{number}", str(number)).replace("{count}", str(count))
        self.found.emit(entry.id)
