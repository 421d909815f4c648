from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from desktop.domain.errors import (
    NetworkError,
    NotFound,
    Offline,
    Rejected,
    SecretsUnavailable,
    ServerFault,
    SignedOut,
    VoliereError,
)
from desktop.networks.base import Media
from desktop.services import media as module
from desktop.services.media import MediaCache
from desktop.services.tasks import TaskScope
from tests.unit.services.fake_network import ME, FakeAdapter, OneSession, an_account, until

PNG = b"\x89PNG\r\n\x1a\n"


class House:
    def __init__(self, folder: Path, limit: int = 1_000_000) -> None:
        self.folder = folder
        self.errors: list[BaseException] = []
        self.scope = TaskScope(self.errors.append)
        self.adapter = FakeAdapter(an_account())
        self.adapter.will("media", lambda url, _: Media(PNG + url.encode(), "image/png"))
        self.sessions = OneSession(self.adapter)
        self.limit = limit
        self.cache = self.open()

    def open(self) -> MediaCache:
        return MediaCache(self.folder, self.limit, self.sessions, self.scope)

    @property
    def downloads(self) -> int:
        return self.adapter.count("media")

    async def fetch(self, name: str) -> bytes:
        return await self.cache.fetch(ME, f"https://example.org/{name}")


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    house = House(tmp_path / "media")
    yield house
    await house.scope.close()
    assert house.errors == []


async def test_fetched_once_and_kept_over_a_restart(house: House) -> None:
    content = await house.fetch("a.png")
    assert content == PNG + b"https://example.org/a.png"
    assert await house.fetch("a.png") == content
    house.cache = house.open()
    assert await house.fetch("a.png") == content
    assert house.downloads == 1
    assert [len(path.name) for path in house.folder.iterdir()] == [64]


async def test_one_download_for_all_who_wait(house: House) -> None:
    contents = await asyncio.gather(*(house.fetch("a.png") for _ in range(10)))
    assert len(set(contents)) == 1
    assert house.downloads == 1


async def test_no_more_than_six_at_once(house: House) -> None:
    gate = house.adapter.gates["media"] = asyncio.Event()
    tasks = [asyncio.ensure_future(house.fetch(str(number))) for number in range(10)]
    await until(lambda: house.downloads == 6)
    await asyncio.sleep(0.02)
    assert house.downloads == 6
    gate.set()
    await asyncio.gather(*tasks)
    assert house.downloads == 10


async def test_cancelled_when_nobody_waits_any_more(house: House) -> None:
    gate = house.adapter.gates["media"] = asyncio.Event()
    first, second = (asyncio.ensure_future(house.fetch("a.png")) for _ in range(2))
    await until(lambda: house.downloads)
    first.cancel()
    await asyncio.sleep(0.01)
    assert not house.scope.is_idle
    second.cancel()
    await until(lambda: house.scope.is_idle)
    third = asyncio.ensure_future(house.fetch("a.png"))
    await until(lambda: house.downloads == 2)
    gate.set()
    assert await third


async def test_the_least_recently_used_go_first(tmp_path: Path) -> None:
    house = House(tmp_path, limit=100)
    for name in ("a", "b", "c"):
        await house.fetch(name)
    assert await house.cache.size() <= 100
    await house.fetch("a")
    await house.fetch("d")
    assert house.downloads == 4
    await house.fetch("a")
    assert house.downloads == 4
    await house.fetch("b")
    assert house.downloads == 5
    await house.scope.close()


async def test_the_order_of_use_outlives_a_restart(tmp_path: Path) -> None:
    house = House(tmp_path, limit=100)
    for number, name in enumerate(("a", "b", "c")):
        await house.fetch(name)
        newest = max(tmp_path.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        os.utime(newest, (1000 + number, 1000 + number))
    await house.fetch("a")
    house.cache = house.open()
    await house.fetch("d")
    await house.fetch("a")
    assert house.downloads == 4
    await house.scope.close()


async def test_a_smaller_limit_holds_at_once(house: House) -> None:
    for name in ("a", "b", "c"):
        await house.fetch(name)
    await house.cache.set_limit(40)
    assert len(list(house.folder.iterdir())) == 1
    await house.cache.clear()
    assert list(house.folder.iterdir()) == []
    assert await house.cache.size() == 0


async def test_larger_than_the_whole_limit_is_shown_but_not_kept(tmp_path: Path) -> None:
    house = House(tmp_path, limit=10)
    assert await house.fetch("a")
    assert list(tmp_path.iterdir()) == []
    await house.scope.close()


@pytest.mark.parametrize(
    "body", [b"<html>hello", b"<svg xmlns='x'/>", b"", b"<?xml?>", PNG + b"x" * 50], ids=repr
)
async def test_what_is_no_picture_or_too_large_is_refused(
    house: House, body: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 40)
    house.adapter.will("media", Media(body, "image/png"))
    with pytest.raises(Rejected):
        await house.fetch("a.png")
    assert not house.folder.exists()


@pytest.mark.parametrize("error", [NotFound(), ServerFault(500), Offline("cdn.example")])
async def test_failures_are_remembered_for_a_while_and_never_blamed_on_the_session(
    house: House, error: NetworkError, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.adapter.will("media", error, Media(PNG, "image/png"))
    for _ in range(3):
        with pytest.raises(type(error)):
            await house.fetch("a.png")
    assert house.downloads == 1
    assert house.sessions.reports == []
    later = time.monotonic() + 601
    monkeypatch.setattr("time.monotonic", lambda: later)
    assert await house.fetch("a.png") == PNG


@pytest.mark.parametrize("error", [SignedOut(), SecretsUnavailable()])
async def test_without_a_session_only_the_disk_helps(house: House, error: VoliereError) -> None:
    content = await house.fetch("a.png")
    house.sessions.error = error
    assert await house.fetch("a.png") == content
    with pytest.raises(type(error)):
        await house.fetch("b.png")
    house.sessions.error = None
    assert await house.fetch("b.png")


async def test_an_account_that_is_still_opening_is_waited_for(house: House) -> None:
    house.sessions.error = Offline("example.org")
    task = asyncio.ensure_future(house.fetch("a.png"))
    await asyncio.sleep(0.02)
    house.sessions.error = None
    assert await task


async def test_a_file_that_was_damaged_is_fetched_again(house: House) -> None:
    content = await house.fetch("a.png")
    for path in house.folder.iterdir():
        path.write_bytes(b"")
    assert await house.fetch("a.png") == content
    for path in house.folder.iterdir():
        path.unlink()
    assert await house.fetch("a.png") == content
    assert house.downloads == 3


async def test_a_folder_that_cannot_be_written_costs_nothing_else(house: House) -> None:
    house.folder.write_text("in the way")
    with pytest.raises(NotADirectoryError):
        list(house.folder.iterdir())
    assert await house.fetch("a.png")
