"""Whatever nobody caught lands in the log, and in one notice."""

from __future__ import annotations

import asyncio
import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_log = logging.getLogger("voliere.unexpected")
_qt_log = logging.getLogger("voliere.qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


_NOISE = ("This plugin does not support", "OpenType support missing for")
"""What Qt warns of that is nobody's fault: platforms without a window manager, fonts that leave
a script to the next one."""


class QtWarning(Exception):
    """Qt warned of something that we did."""


class CrashGuard:
    """Hooks into Python, threads, asyncio and Qt. `tell` hears of each unexpected error on the
    loop's thread, wherever it happened; before `watch` on the thread where it happened."""

    def __init__(self, logs: Path, tell: Callable[[BaseException], None]) -> None:
        self._tell = tell
        self._loop: asyncio.AbstractEventLoop | None = None
        self._file = (logs / "crash.log").open("a", encoding="utf-8")
        faulthandler.enable(self._file)
        self._former_hook = sys.excepthook
        self._former_thread_hook = threading.excepthook
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread
        self._former_qt_hook = qInstallMessageHandler(self._qt_message)

    def watch(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        loop.set_exception_handler(self._uncaught_in_loop)

    def close(self) -> None:
        sys.excepthook = self._former_hook
        threading.excepthook = self._former_thread_hook
        qInstallMessageHandler(self._former_qt_hook)
        faulthandler.disable()
        self._file.close()

    def _uncaught(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        _log.error("Uncaught", exc_info=(kind, error, trace))
        self._pass_on(error)

    def _pass_on(self, error: BaseException) -> None:
        if self._loop is None or self._loop.is_closed():
            self._tell(error)
        else:
            self._loop.call_soon_threadsafe(self._tell, error)

    def _uncaught_in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._uncaught(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _uncaught_in_loop(
        self, _loop: asyncio.AbstractEventLoop, context: dict[str, object]
    ) -> None:
        error = context.get("exception")
        if isinstance(error, BaseException):
            self._uncaught(type(error), error, error.__traceback__)
        else:
            _log.error("Event loop: %s", context.get("message"))

    def _qt_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        category = getattr(context, "category", None) or "qt"
        level = _LEVELS.get(kind, logging.WARNING)
        _qt_log.log(level, "%s: %s", category, message)
        if level >= logging.WARNING and not message.startswith(_NOISE):
            self._pass_on(QtWarning(message))
