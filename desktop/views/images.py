"""Pictures for all columns: fetched once, decoded in a thread, kept within a number of bytes.

Views ask for a pixmap while they paint and get it or None; `ready` tells when one has come.
What nobody looks at any more is neither fetched nor decoded.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from pathlib import Path
from time import monotonic
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from desktop.domain.account import AccountId
from desktop.views.animations import Animations
from desktop.views.picture_files import Shape, Wanted, decode

__all__ = ["Fetch", "ImageStore", "Shape", "StartTask", "Wanted", "decode"]

MEMORY_LIMIT = 64 * 1024 * 1024
MAX_AT_ONCE = 4
LARGE = 4096
RETRY_AFTER = 60.0
"""Seconds before a picture that failed is asked for again."""

Fetch = Callable[[AccountId, str], Coroutine[Any, Any, bytes]]


class _Task(Protocol):
    def cancel(self) -> bool: ...


StartTask = Callable[[Coroutine[Any, Any, None]], _Task]


class ImageStore(QObject):
    """Shared by all columns. Lives on the GUI thread; only decoding leaves it."""

    ready = Signal(str)
    """The address of a picture that can be painted now, or that turned out to be broken."""

    def __init__(
        self,
        fetch: Fetch,
        start_task: StartTask,
        parent: QObject | None = None,
        *,
        memory_limit: int = MEMORY_LIMIT,
    ) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._start = start_task
        self._limit = memory_limit
        self._bytes = 0
        self._kept: OrderedDict[Wanted, QPixmap] = OrderedDict()
        self._sizes: dict[str, list[Wanted]] = {}
        self._waiting: OrderedDict[Wanted, AccountId] = OrderedDict()
        self._running: dict[Wanted, _Task] = {}
        self._viewers: dict[int, frozenset[str]] = {}
        self._asked_by: dict[Wanted, set[int]] = {}
        self._failed: dict[str, float] = {}
        self._resizing: set[int] = set()
        self.animations = Animations(fetch, start_task, self)

    @property
    def bytes_held(self) -> int:
        return self._bytes

    @property
    def is_busy(self) -> bool:
        """Some picture is on its way."""
        return bool(self._running or self._waiting)

    def pixmap(self, account: AccountId, wanted: Wanted, viewer: int = 0) -> QPixmap | None:
        """The picture, or None and it is on its way.

        While another size of it is at hand, that one is returned: it is to be stretched to
        the place. `viewer` says who looks, for `looks_at`.
        """
        kept = self._kept.get(wanted)
        if kept is not None:
            self._kept.move_to_end(wanted)
            return kept
        if not wanted.url or wanted.width <= 0 or wanted.height <= 0:
            return None
        sizes = reversed(self._sizes.get(wanted.url, ()))
        other = next((size for size in sizes if size.shape is wanted.shape), None)
        if other is None or viewer not in self._resizing:
            self._ask(account, wanted, viewer)
        return self._kept.get(other) if other is not None else None

    def set_resizing(self, viewer: int, is_resizing: bool) -> bool:
        """While its width is dragged no other size is decoded of what it shows. True when that
        has changed."""
        if is_resizing == (viewer in self._resizing):
            return False
        self._resizing ^= {viewer}
        return True

    def is_broken(self, url: str) -> bool:
        """It could not be fetched or decoded a short while ago."""
        return url in self._failed

    def looks_at(self, viewer: int, urls: frozenset[str]) -> None:
        """All that this viewer shows now: requests for anything else are dropped."""
        self._viewers[viewer] = urls
        for wanted in [w for w, by in self._asked_by.items() if viewer in by and w.url not in urls]:
            self._asked_by[wanted].discard(viewer)
            if not self._asked_by[wanted]:
                self._drop(wanted)
        self.animations.keep_to(frozenset().union(*self._viewers.values()))

    def left(self, viewer: int) -> None:
        """This viewer is closed."""
        self._resizing.discard(viewer)
        self.looks_at(viewer, frozenset())
        del self._viewers[viewer]

    def bring(
        self, account: AccountId, url: str, receive: Callable[[QPixmap | None], None]
    ) -> None:
        """One picture as large as it is (up to LARGE pixels a side), kept by nobody but the
        receiver; None when it cannot be had."""
        self._start(self._bring_large(account, url, receive))

    def save(self, account: AccountId, url: str, path: str, then: Callable[[bool], None]) -> None:
        """Write what the server has under `url` to a file; `then` hears whether it went."""
        self._start(self._save(account, url, path, then))

    async def _bring_large(
        self, account: AccountId, url: str, receive: Callable[[QPixmap | None], None]
    ) -> None:
        image: QImage | None = None
        try:
            data = await self._fetch(account, url)
            image = await asyncio.to_thread(decode, data, Wanted(url, LARGE, LARGE))
        except asyncio.CancelledError:
            raise
        except Exception:  # told to the receiver, in the only way it can use
            image = None
        receive(QPixmap.fromImage(image) if image is not None else None)

    async def _save(
        self, account: AccountId, url: str, path: str, then: Callable[[bool], None]
    ) -> None:
        try:
            data = await self._fetch(account, url)
            await asyncio.to_thread(Path(path).write_bytes, data)
        except asyncio.CancelledError:
            raise
        except Exception:  # no answer, no room, not allowed: it was not saved
            then(False)
        else:
            then(True)

    def clear(self) -> None:
        """Forget every decoded picture."""
        self._kept.clear()
        self._sizes.clear()
        self._bytes = 0

    def _ask(self, account: AccountId, wanted: Wanted, viewer: int) -> None:
        failed_at = self._failed.get(wanted.url)
        if failed_at is not None:
            if monotonic() - failed_at < RETRY_AFTER:
                return
            del self._failed[wanted.url]
        self._asked_by.setdefault(wanted, set()).add(viewer)
        if wanted in self._running or wanted in self._waiting:
            return
        self._waiting[wanted] = account
        self._start_next()

    def _drop(self, wanted: Wanted) -> None:
        self._asked_by.pop(wanted, None)
        self._waiting.pop(wanted, None)
        task = self._running.pop(wanted, None)
        if task is not None:
            task.cancel()
            self._start_next()

    def _start_next(self) -> None:
        while self._waiting and len(self._running) < MAX_AT_ONCE:
            wanted, account = self._waiting.popitem(last=True)  # what came into view last
            self._running[wanted] = self._start(self._bring(account, wanted))

    async def _bring(self, account: AccountId, wanted: Wanted) -> None:
        image: QImage | None = None
        try:
            data = await self._fetch(account, wanted.url)
            image = await asyncio.to_thread(decode, data, wanted)
        except asyncio.CancelledError:
            raise
        except Exception:  # any refusal is the same to the eye: a picture that is not there
            image = None
        self._running.pop(wanted, None)
        self._asked_by.pop(wanted, None)
        if image is None or image.isNull():
            self._failed[wanted.url] = monotonic()
        else:
            self._keep(wanted, QPixmap.fromImage(image))
        self._start_next()
        self.ready.emit(wanted.url)

    def _keep(self, wanted: Wanted, pixmap: QPixmap) -> None:
        self._kept[wanted] = pixmap
        self._sizes.setdefault(wanted.url, []).append(wanted)
        self._bytes += _weight(pixmap)
        while self._bytes > self._limit and len(self._kept) > 1:
            old, gone = self._kept.popitem(last=False)
            self._bytes -= _weight(gone)
            sizes = self._sizes[old.url]
            sizes.remove(old)
            if not sizes:
                del self._sizes[old.url]


def _weight(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
