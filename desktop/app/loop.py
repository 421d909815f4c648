"""Qt's event loop and asyncio's, made one: the only importer of qasync."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import socket
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

import qasync
from PySide6.QtCore import QCoreApplication, QSocketNotifier

T = TypeVar("T")


def run(application: QCoreApplication, work: Coroutine[Any, Any, T]) -> T:
    """Run `work` to its end on the application's event loop."""
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        return runner.run(work)


class StopSignals:
    """Calls `stop` on SIGINT and SIGTERM, without a timer that wakes the process to look."""

    def __init__(self, stop: Callable[[], None]) -> None:
        self._stop = stop
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._drain)
        self._former_fd = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        self._former = {
            number: signal.signal(number, self._received)
            for number in (signal.SIGINT, signal.SIGTERM)
        }

    def _received(self, _number: int, _frame: object) -> None:
        self._stop()

    def _drain(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._reader.recv(64)

    def close(self) -> None:
        for number, handler in self._former.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._former_fd)
        self._notifier.setEnabled(False)
        self._reader.close()
        self._writer.close()
