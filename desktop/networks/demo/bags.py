"""Chance without repetition: things are drawn from bags that are refilled when empty."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from random import Random
from typing import TypeVar, cast

from desktop.networks.demo.chance import chance

T = TypeVar("T")
_SLOT = re.compile(r"\{(\w+)\}")


class Bags:
    """Named bags. What was drawn does not come back before all the others did; the order is
    the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._bags: dict[Hashable, list[object]] = {}
        self._rounds: dict[Hashable, int] = {}
        self._draws: dict[Hashable, int] = {}

    def draw(
        self, name: Hashable, items: Sequence[T], fits: Callable[[T], bool] | None = None
    ) -> T:
        """One of `items`; with `fits` the next that fits, or else any."""
        self._draws[name] = self._draws.get(name, 0) + 1
        bag = self._bags.setdefault(name, [])
        if not bag:
            self._fill(name, bag, items)
        drawn = cast("list[T]", bag)
        for place in range(len(drawn) - 1, -1, -1):
            if fits is None or fits(drawn[place]):
                return drawn.pop(place)
        fitting = [item for item in items if fits is not None and fits(item)]
        if not fitting:
            return drawn.pop()
        self._rounds[name] = self._rounds.get(name, 0) + 1
        return chance(f"{self._seed}:{name}:{self._rounds[name]}").choice(fitting)

    def draws(self, name: Hashable) -> int:
        """How often something was drawn from a bag."""
        return self._draws.get(name, 0)

    def _fill(self, name: Hashable, bag: list[object], items: Sequence[T]) -> None:
        turn = self._rounds[name] = self._rounds.get(name, 0) + 1
        bag.extend(items)
        chance(f"{self._seed}:{name}:{turn}").shuffle(bag)


def fill(sentence: str, slots: dict[str, tuple[str, ...]], link: str, rng: Random) -> str:
    """Put words into the `{slots}` of a sentence."""

    def word(match: re.Match[str]) -> str:
        name = match[1]
        if name == "n":
            return str(rng.randint(2, 9))
        if name == "nn":
            return str(rng.randint(11, 96))
        if name == "link":
            return link
        return rng.choice(slots[name])

    return _SLOT.sub(word, sentence)


def hour(language: str, rng: Random) -> str:
    """A time of day as one writes it."""
    hours, minutes = rng.randint(6, 21), rng.choice((0, 0, 4, 12, 15, 30, 30, 45))
    if language == "fr":
        return f"{hours} h {minutes:02}" if minutes else f"{hours} h"
    if language == "en":
        half = "am" if hours < 12 else "pm"
        return f"{(hours - 1) % 12 + 1}:{minutes:02} {half}"
    return f"{hours}:{minutes:02}"
