"""Pictures for all columns: fetched once, decoded in a thread, kept within a number of bytes.

Views ask for a pixmap while they paint and get it or None; `ready` tells when one has come.
What nobody looks at any more is neither fetched nor decoded.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from enum import Enum
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QPainter, QPainterPath, QPixmap

from desktop.domain.account import AccountId

MEMORY_LIMIT = 64 * 1024 * 1024
MAX_PIXELS = 64_000_000
"""A picture that says it is larger is refused unread."""
MAX_DECODED_MEGABYTES = 256
MAX_AT_ONCE = 4
LARGE = 4096
RETRY_AFTER = 60.0
"""Seconds before a picture that failed is asked for again."""

Fetch = Callable[[AccountId, str], Coroutine[Any, Any, bytes]]


class _Task(Protocol):
    def cancel(self) -> bool: ...


StartTask = Callable[[Coroutine[Any, Any, None]], _Task]


class Shape(Enum):
    PLAIN = "plain"
    """Fitted within the size, nothing cut off."""
    COVER = "cover"
    """Fills the size; the edges are cut around the focus; corners rounded by `corner`."""
    ROUND = "round"


class Wanted(NamedTuple):
    """One picture in one size (device pixels). `focus` from -1 to 1, y up."""

    url: str
    width: int
    height: int
    shape: Shape = Shape.PLAIN
    corner: int = 0
    focus: tuple[float, float] = (0.0, 0.0)


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
        self._ask(account, wanted, viewer)
        for size in reversed(self._sizes.get(wanted.url, ())):
            if size.shape is wanted.shape:
                return self._kept.get(size)
        return None

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

    def left(self, viewer: int) -> None:
        """This viewer is closed."""
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


def decode(data: bytes, wanted: Wanted) -> QImage | None:
    """Read, scale and cut a picture; made for a thread. None for what is no picture, or is
    larger than MAX_PIXELS. Only the first frame of an animation."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    reader.setAllocationLimit(MAX_DECODED_MEGABYTES)
    size = reader.size()
    if size.isValid() and size.width() * size.height() > MAX_PIXELS:
        return None
    if not reader.canRead():
        return None
    if wanted.shape is Shape.PLAIN:
        target = QSize(wanted.width, wanted.height)
        if size.isValid():
            turned = size.transposed() if _is_turned(reader) else size
            fitted = turned.scaled(target, Qt.AspectRatioMode.KeepAspectRatio)
            if fitted.width() < turned.width():
                reader.setScaledSize(fitted.transposed() if _is_turned(reader) else fitted)
        image = reader.read()
        if image.isNull():
            return None
        if image.width() > target.width() or image.height() > target.height():
            image = image.scaled(
                target,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        return image
    return _cut(reader, size, wanted)


def _is_turned(reader: QImageReader) -> bool:
    quarter = QImageIOHandler.Transformation.TransformationRotate90
    return bool(reader.transformation().value & quarter.value)


def _cut(reader: QImageReader, size: QSize, wanted: Wanted) -> QImage | None:
    target = QSize(wanted.width, wanted.height)
    if size.isValid() and not size.isEmpty():
        turned = _is_turned(reader)
        upright = size.transposed() if turned else size
        covered = upright.scaled(target, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        if covered.width() < upright.width():  # twice the size first, for a finer result
            roomy = QSize(
                min(upright.width(), covered.width() * 2),
                min(upright.height(), covered.height() * 2),
            )
            reader.setScaledSize(roomy.transposed() if turned else roomy)
    image = reader.read()
    if image.isNull():
        return None
    source = _window(image.size(), target, wanted.focus)
    piece = image.copy(source).scaled(
        target, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    if wanted.shape is Shape.COVER and wanted.corner <= 0:
        return piece
    result = QImage(target, QImage.Format.Format_ARGB32_Premultiplied)
    result.fill(Qt.GlobalColor.transparent)
    path = QPainterPath()
    box = QRectF(0, 0, target.width(), target.height())
    if wanted.shape is Shape.ROUND:
        path.addEllipse(box)
    else:
        path.addRoundedRect(box, wanted.corner, wanted.corner)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(path)
    painter.drawImage(0, 0, piece)
    painter.end()
    return result


def _window(image: QSize, target: QSize, focus: tuple[float, float]) -> QRect:
    """The part of the image, with the target's proportions, around the focus."""
    part = target.scaled(image, Qt.AspectRatioMode.KeepAspectRatio)
    part = QSize(max(1, part.width()), max(1, part.height()))
    centre_x = (focus[0] + 1) / 2 * image.width()
    centre_y = (1 - focus[1]) / 2 * image.height()
    x = min(max(0.0, centre_x - part.width() / 2), image.width() - part.width())
    y = min(max(0.0, centre_y - part.height() / 2), image.height() - part.height())
    return QRect(round(x), round(y), part.width(), part.height())
