"""What journeys start from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.stage import Stage
from tests.servers.mastodon import MastodonServer, World


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path) -> Stage:
    qapp.setQuitOnLastWindowClosed(False)
    return Stage(qapp, tmp_path)


@pytest.fixture
def server() -> Iterator[MastodonServer]:
    with MastodonServer() as server:
        server.do(people)
        yield server


@pytest.fixture
def other_server() -> Iterator[MastodonServer]:
    with MastodonServer() as server:
        server.do(lambda world: world.person("atelier", "Atelier Volière"))
        server.do(lambda world: world.post("atelier", "The other server's first post"))
        yield server


def people(world: World) -> None:
    """Claire, who signs in, and three whom she follows or not."""
    world.person("claire", "Claire Dubois")
    for name in ("bob", "zoe"):
        world.follow("claire", name)
    world.post("bob", "Good morning from Bob", ago=timedelta(minutes=50))
    world.post("zoe", "Zoë bakes bread #baking", ago=timedelta(minutes=40))
    world.post("eve", "Eve is seen on the local timeline", ago=timedelta(minutes=30))
    world.post("bob", "@claire shall we sing?", ago=timedelta(minutes=20))
