"""A demo world that stands still, and its two accounts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from desktop.domain.draft import Draft, OutboxItem, OutboxState
from desktop.domain.timeline import TimelineKey, TimelineKind
from desktop.networks.demo.adapter import DemoAdapter
from desktop.networks.demo.demo_world import DemoWorld
from desktop.networks.demo.network import DemoNetwork

NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)


class Clock:
    """A clock and a timer that tests move by hand."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=10)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def world(clock: Clock) -> DemoWorld:
    return DemoWorld(seed=7, now=NOW, clock=clock, pace=0)


@pytest.fixture
def network(world: DemoWorld) -> DemoNetwork:
    return DemoNetwork(lambda: world)


@pytest.fixture
def claire(network: DemoNetwork) -> DemoAdapter:
    return network.open(*network.accounts()[0])


@pytest.fixture
def atelier(network: DemoNetwork) -> DemoAdapter:
    return network.open(*network.accounts()[1])


def key(adapter: DemoAdapter, kind: TimelineKind, parameter: str = "") -> TimelineKey:
    return TimelineKey(adapter.account.id, kind, parameter)


MakeItem = Callable[..., OutboxItem]


@pytest.fixture
def make_item() -> MakeItem:
    numbers = iter(range(1000))

    def make(adapter: DemoAdapter, text: str = "", **fields: object) -> OutboxItem:
        name = f"i{next(numbers)}"
        draft = Draft(id=name, account=adapter.account.id, text=text, **fields)  # type: ignore[arg-type]
        return OutboxItem(
            id=name,
            key=f"key-{name}",
            draft=draft,
            state=OutboxState.SENDING,
            due_at=NOW,
            created_at=NOW,
        )

    return make
