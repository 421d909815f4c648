from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from desktop.domain.settings import ProxyKind
from desktop.networks.http import HttpClient, ProxyChoice
from tests.unit.networks.answering import Answering


@pytest.fixture
async def http() -> AsyncIterator[HttpClient]:
    client = HttpClient(ProxyChoice(ProxyKind.NONE), "test")
    yield client
    await client.close()


@pytest.fixture
async def server() -> AsyncIterator[Answering]:
    async with Answering() as answering:
        yield answering
