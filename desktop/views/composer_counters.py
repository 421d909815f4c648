"""How much room is left for each account that posts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.viewmodels.composer_sentences import count_of, remaining_words
from desktop.viewmodels.composer_targets import TargetCount
from desktop.views.counter import Counter
from desktop.views.theme import Tokens


class Counters(QWidget):
    """One under the other, the one that binds first."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composerCounters")
        self._tokens = tokens
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.first = Counter(tokens)
        self._layout.addWidget(self.first)
        self._more: list[Counter] = []

    def show_counts(self, counts: Sequence[TargetCount]) -> None:
        self.setVisible(bool(counts))
        while len(self._more) < len(counts) - 1:
            counter = Counter(self._tokens)
            counter.setObjectName(f"composerCounter{len(self._more) + 2}")
            self._more.append(counter)
            self._layout.addWidget(counter)
        for place, counter in enumerate((self.first, *self._more)):
            counter.setVisible(place < len(counts))
            if place < len(counts):
                _show(counter, counts[place], is_one=len(counts) == 1)

    def apply_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for counter in (self.first, *self._more):
            counter.apply_tokens(tokens)


def _show(counter: Counter, target: TargetCount, *, is_one: bool) -> None:
    count, account = target.judgement.count, target.account
    words = remaining_words(count.remaining, count.unit, count.limit, count.length)
    counter.show_count(
        account.display_name, account.colour, length=count.length, limit=count.limit,
        remaining=count.remaining, fits=count.fits,
        words=words if is_one else count_of(account, words),
    )  # fmt: skip
