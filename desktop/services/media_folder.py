"""A folder of files that may be fetched again, with a limit of bytes."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections import OrderedDict
from pathlib import Path

_UNFINISHED = ".new"


class MediaFolder:
    """Files are touched when they are read, so that their times say what was used last, also
    over a restart. All work on the disk is done in threads."""

    def __init__(self, path: Path, limit_bytes: int) -> None:
        self._path = path
        self._limit = limit_bytes
        self._sizes: OrderedDict[str, int] = OrderedDict()
        """Name to bytes, least recently used first."""
        self._total = 0
        self._is_known = False
        self._turn = asyncio.Lock()

    async def read(self, name: str) -> bytes | None:
        """None: it is not here."""
        await self._look()
        if name not in self._sizes:
            return None
        content = await asyncio.to_thread(_read, self._path / name)
        if content is None:
            self._drop(name)
        elif name in self._sizes:
            self._sizes.move_to_end(name)
        return content

    async def write(self, name: str, content: bytes) -> None:
        """Keep it, and let go of what was not used for longest. Raises OSError. A file larger
        than the whole limit is not kept."""
        await self._look()
        if len(content) > self._limit:
            return
        await asyncio.to_thread(_write, self._path, name, content)
        self._drop(name)
        self._sizes[name] = len(content)
        self._total += len(content)
        await self._make_room()

    async def set_limit(self, limit_bytes: int) -> None:
        self._limit = limit_bytes
        await self._look()
        await self._make_room()

    async def clear(self) -> None:
        await self._look()
        names = list(self._sizes)
        self._sizes.clear()
        self._total = 0
        await asyncio.to_thread(_delete, self._path, names)

    async def size(self) -> int:
        await self._look()
        return self._total

    async def _look(self) -> None:
        """Find out what is there, once."""
        async with self._turn:
            if not self._is_known:
                for name, size in await asyncio.to_thread(_scan, self._path):
                    self._sizes[name] = size
                    self._total += size
                self._is_known = True

    async def _make_room(self) -> None:
        gone = []
        while self._total > self._limit and self._sizes:
            name = next(iter(self._sizes))
            self._drop(name)
            gone.append(name)
        if gone:
            await asyncio.to_thread(_delete, self._path, gone)

    def _drop(self, name: str) -> None:
        self._total -= self._sizes.pop(name, 0)


def _scan(folder: Path) -> list[tuple[str, int]]:
    found = []
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with contextlib.suppress(OSError):
                if entry.name.endswith(_UNFINISHED):
                    os.unlink(entry.path)  # noqa: PTH108 - a path as scandir gives it
                elif entry.is_file(follow_symlinks=False):
                    facts = entry.stat(follow_symlinks=False)
                    found.append((facts.st_mtime_ns, entry.name, facts.st_size))
    return [(name, size) for _, name, size in sorted(found)]


def _read(path: Path) -> bytes | None:
    try:
        content = path.read_bytes()
        os.utime(path)
    except OSError:
        return None
    return content


def _write(folder: Path, name: str, content: bytes) -> None:
    """In one step, but not durable: what is lost is fetched again."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = folder / f"{name}{_UNFINISHED}"
    fresh.write_bytes(content)
    fresh.replace(folder / name)


def _delete(folder: Path, names: list[str]) -> None:
    for name in names:
        with contextlib.suppress(OSError):
            (folder / name).unlink()
