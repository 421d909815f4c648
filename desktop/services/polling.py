"""How often to ask a server that cannot tell by itself: by how busy it is, within its limits."""

from __future__ import annotations

import random

from desktop.networks.base import Budget

SHORTEST = 30.0
LONGEST = 900.0
FIRST = 60.0
JITTER = 0.1
RESERVE = 0.25
"""This part of what a server allows is left for what the user does."""

FIRST_RETRY = 5.0
LAST_RETRY = 300.0


class Interval:
    """The seconds between two looks at one timeline."""

    def __init__(self, first: float = FIRST) -> None:
        self.seconds = first

    def found(self, count: int) -> None:
        """A look brought `count` new entries."""
        if count >= 10:
            self.seconds = max(SHORTEST, self.seconds / 3)
        elif count:
            self.seconds = max(SHORTEST, self.seconds / 1.5)
        else:
            self.seconds = min(LONGEST, self.seconds * 1.3)

    def failed(self) -> None:
        self.seconds = min(LONGEST, max(FIRST, self.seconds) * 2)

    def next_at(self, now: float, chance: random.Random) -> float:
        """POSIX time of the next look, spread so that columns do not ask all at once."""
        return now + self.seconds * chance.uniform(1 - JITTER, 1 + JITTER)


class Backoff:
    """The seconds to wait after each failure in a row."""

    def __init__(self, first: float = FIRST_RETRY, last: float = LAST_RETRY) -> None:
        self._first, self._last = first, last
        self._next = first

    def after_failure(self, chance: random.Random) -> float:
        wait = self._next * chance.uniform(0.8, 1.2)
        self._next = min(self._last, self._next * 2)
        return wait

    def reset(self) -> None:
        self._next = self._first


def resting_until(budget: Budget, now: float) -> float:
    """POSIX time until which polling must rest to leave the user a quarter of what the server
    allows; 0: it need not."""
    if budget.limit <= 0 or budget.remaining < 0 or budget.resets_at <= now:
        return 0.0
    return budget.resets_at if budget.remaining < budget.limit * RESERVE else 0.0
