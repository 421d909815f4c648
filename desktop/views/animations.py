"""Moving pictures: avatars, emoji and GIFs, played only while somebody sees them.

An animation lives as long as it is painted: whoever paints asks for the current frame, and
only what was asked for since its last frame gets a next one. What is scrolled away, hidden or
in a window that is not used costs nothing.
"""

from __future__ import annotations

import asyncio
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from itertools import accumulate
from time import monotonic
from typing import Any, NamedTuple, Protocol
from urllib.parse import urlsplit

from PySide6.QtCore import QBuffer, QByteArray, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication, QStyle

from desktop.domain.account import AccountId
from desktop.views.picture_files import MAX_PIXELS, Wanted, cut, reader_of

MEMORY_LIMIT = 24 * 1024 * 1024
MOST_BYTES = 6 * 1024 * 1024
"""Of one animation's frames; longer ones skip frames."""
MOST_FRAMES = 1000
MOST_READ = 8 * MAX_PIXELS
"""Pixels that are read of one file; what comes after is not shown."""
SHORTEST_MS, UNSAID_MS = 20, 100
MAX_AT_ONCE = 2
_MAY_MOVE = (".gif", ".webp")

Fetch = Callable[[AccountId, str], Coroutine[Any, Any, bytes]]


class _Task(Protocol):
    def cancel(self) -> bool: ...


StartTask = Callable[[Coroutine[Any, Any, None]], _Task]


def may_move(url: str) -> bool:
    """Whether it is worth looking for more than one frame, by the address alone."""
    return urlsplit(url).path.lower().endswith(_MAY_MOVE)


def system_allows_motion() -> bool:
    """False where the system's settings ask for less of it."""
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    return QApplication.style().styleHint(hint) > 0


class Frame(NamedTuple):
    image: QImage
    milliseconds: int


class _Playing:
    """Decoded frames, and the time at which each of them ends within a round."""

    __slots__ = ("ends", "frames", "shown", "shown_since", "weight")

    def __init__(self, frames: list[Frame]) -> None:
        self.frames = [QPixmap.fromImage(frame.image) for frame in frames]
        self.ends = list(accumulate(frame.milliseconds for frame in frames))
        self.weight = sum(4 * one.width() * one.height() for one in self.frames)
        self.shown = 0
        self.shown_since = 0.0

    def place_at(self, milliseconds: float) -> tuple[int, float]:
        """The frame's number, and how long it has still to be shown."""
        within = milliseconds % self.ends[-1]
        number = min(bisect_right(self.ends, within), len(self.ends) - 1)
        return number, self.ends[number] - within


class Animations(QObject):
    """Shared by all columns. All copies of an animation are in step."""

    advanced = Signal(object)
    """A frozenset of addresses that have another frame to show."""

    def __init__(
        self, fetch: Fetch, start_task: StartTask, parent: QObject | None = None, *,
        memory_limit: int = MEMORY_LIMIT, clock: Callable[[], float] = monotonic,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._fetch = fetch
        self._start = start_task
        self._limit = memory_limit
        self._clock = clock
        self._bytes = 0
        self._kept: OrderedDict[Wanted, _Playing] = OrderedDict()
        self._still: OrderedDict[str, None] = OrderedDict()
        self._waiting: OrderedDict[Wanted, AccountId] = OrderedDict()
        self._running: dict[Wanted, _Task] = {}
        self._painted: set[Wanted] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._advance)

    @property
    def bytes_held(self) -> int:
        return self._bytes

    @property
    def is_ticking(self) -> bool:
        return self._timer.isActive()

    def frame(self, account: AccountId, wanted: Wanted) -> QPixmap | None:
        """What is to be painted now; None for a picture that does not move, or not yet."""
        if not may_move(wanted.url) or wanted.url in self._still:
            return None
        playing = self._kept.get(wanted)
        if playing is None:
            if wanted not in self._running:
                self._waiting[wanted] = account
                self._start_next()
            return None
        self._kept.move_to_end(wanted)
        self._painted.add(wanted)
        number, left = playing.place_at(self._clock() * 1000)
        playing.shown = number
        if not self._timer.isActive() or left < self._timer.remainingTime():
            self._timer.start(max(1, round(left)))
        return playing.frames[number]

    def keep_to(self, urls: frozenset[str]) -> None:
        """All that anybody looks at: anything else is neither fetched nor decoded."""
        for wanted in [w for w in self._waiting if w.url not in urls]:
            del self._waiting[wanted]
        for wanted in [w for w in self._running if w.url not in urls]:
            self._running.pop(wanted).cancel()
        self._start_next()

    def clear(self) -> None:
        self._kept.clear()
        self._painted.clear()
        self._bytes = 0

    def _advance(self) -> None:
        now = self._clock() * 1000
        urls, soonest, later = set(), 1e9, set()
        for wanted in self._painted:
            playing = self._kept.get(wanted)
            if playing is None:
                continue
            number, left = playing.place_at(now)
            if number != playing.shown:
                urls.add(wanted.url)
            else:  # not due yet: it was painted, and need not be again to go on
                later.add(wanted)
                soonest = min(soonest, left)
        self._painted = later
        if later:
            self._timer.start(max(1, round(soonest)))
        if urls:
            self.advanced.emit(frozenset(urls))

    def _start_next(self) -> None:
        while self._waiting and len(self._running) < MAX_AT_ONCE:
            wanted, account = self._waiting.popitem(last=True)
            self._running[wanted] = self._start(self._bring(account, wanted))

    async def _bring(self, account: AccountId, wanted: Wanted) -> None:
        frames: list[Frame] = []
        try:
            data = await self._fetch(account, wanted.url)
            frames = await asyncio.to_thread(read_frames, data, wanted)
        except asyncio.CancelledError:
            raise
        except Exception:  # the still picture stays, which has its own way of failing
            frames = []
        self._running.pop(wanted, None)
        if len(frames) > 1:
            self._keep(wanted, _Playing(frames))
            self.advanced.emit(frozenset({wanted.url}))
        else:
            self._still[wanted.url] = None
            if len(self._still) > 4096:
                self._still.popitem(last=False)
        self._start_next()

    def _keep(self, wanted: Wanted, playing: _Playing) -> None:
        self._kept[wanted] = playing
        self._bytes += playing.weight
        while self._bytes > self._limit and len(self._kept) > 1:
            old, gone = self._kept.popitem(last=False)
            self._bytes -= gone.weight
            self._painted.discard(old)


def read_frames(data: bytes, wanted: Wanted) -> list[Frame]:
    """All frames in the size and shape that is wanted; made for a thread. Empty for what does
    not move, is no picture or is refused. Too many frames are thinned out evenly."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = reader_of(buffer)
    if reader is None or not reader.supportsAnimation():
        return []
    frames: list[Frame] = []
    most = max(2, MOST_BYTES // max(1, 4 * wanted.width * wanted.height))
    step, read, number = 1, 0, 0
    while number < MOST_FRAMES and read < MOST_READ:
        image = reader.read()
        if image.isNull():
            break
        read += image.width() * image.height()
        delay = reader.nextImageDelay()
        delay = UNSAID_MS if delay < SHORTEST_MS else delay
        if number % step == 0:
            frames.append(Frame(cut(image, wanted), delay))
        else:
            frames[-1] = frames[-1]._replace(milliseconds=frames[-1].milliseconds + delay)
        number += 1
        if len(frames) > most:
            frames = _thinned(frames)
            step *= 2
    return frames if len(frames) > 1 else []


def _thinned(frames: list[Frame]) -> list[Frame]:
    """Every other frame, each shown as long as two."""
    kept = []
    for place in range(0, len(frames), 2):
        both = frames[place : place + 2]
        kept.append(Frame(both[0].image, sum(one.milliseconds for one in both)))
    return kept
