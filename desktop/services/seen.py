"""What was read in any column, and which column shows a post where each is wanted once."""

from __future__ import annotations

from collections.abc import Callable, Iterable

MAX_SEEN = 50_000


class Seen:
    """Shared by all columns of a run. `is_once` asks whether a post that one column shows is
    left out of the others."""

    def __init__(self, is_once: Callable[[], bool] = lambda: False) -> None:
        self._read: dict[str, None] = {}
        self._shown_by: dict[str, str] = {}
        self._is_once = is_once

    def mark(self, subjects: Iterable[str]) -> None:
        """These were read."""
        for subject in subjects:
            if subject:
                self._read[subject] = None
        while len(self._read) > MAX_SEEN:
            del self._read[next(iter(self._read))]

    def is_seen(self, subject: str) -> bool:
        return subject in self._read

    def is_elsewhere(self, subject: str, column: str) -> bool:
        """Another column shows it already; else this one does from now on."""
        if not (subject and self._is_once()):
            return False
        return self._shown_by.setdefault(subject, column) != column

    def let_go(self, column: str) -> None:
        """The column is closed, or begins anew."""
        for subject in [one for one, by in self._shown_by.items() if by == column]:
            del self._shown_by[subject]
