"""A stage for journeys: the whole app on a real loop, and somebody who uses it beside.

`Stage.play` runs a journey, a coroutine, on the loop that the app's runs share; a journey opens
one run after another (`async with stage.run() as app`), as a person starts and quits the app.
Everything the app reaches is real (window, loop, databases, HTTP, WebSocket) but the keyring
and the browser.
"""

from __future__ import annotations

import asyncio
import logging
import threading
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop.app import loop
from desktop.app.application import Run
from desktop.app.crash import CrashGuard
from desktop.app.options import Options
from desktop.app.single_instance import SingleInstance
from desktop.domain.notice import Notice, NoticeCode
from desktop.services.folders import Folders
from desktop.services.log import Log
from desktop.services.notices import Notices
from desktop.services.secrets import Secrets
from tests.journeys.keyrings import MemoryKeyring
from tests.journeys.person import Person

T = TypeVar("T")


class Browser:
    """Stands for the system's: opens each page in a thread and follows where it leads."""

    def __init__(self) -> None:
        self.pages: list[str] = []
        self.is_there = True
        self.is_open = True
        """False: the page is opened, but nobody answers it."""
        self.rewrite: Callable[[str], str] = lambda url: url
        """What the person's browser asks for instead."""
        self._threads: list[threading.Thread] = []

    def open(self, url: str) -> bool:
        if not self.is_there:
            return False
        self.pages.append(url)
        if self.is_open:
            thread = threading.Thread(target=self.visit, args=(self.rewrite(url),), daemon=True)
            self._threads.append(thread)
            thread.start()
        return True

    def visit(self, url: str) -> str:
        """The page's text; an error page's text, too."""
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(url, timeout=10) as answer:
                text: bytes = answer.read()
        except urllib.error.HTTPError as error:
            with error:
                text = error.read()
        return text.decode()

    def close(self) -> None:
        for thread in self._threads:
            thread.join(10)


_OF_NO_WINDOW_SYSTEM = "This plugin does not support"
"""What Qt's offscreen platform says of itself."""


class _Unexpected(logging.Handler):
    """What only a mistake can have logged."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        line = self.format(record)
        is_unexpected = record.name in ("voliere.qt", "voliere.unexpected") or record.exc_info
        if is_unexpected and _OF_NO_WINDOW_SYSTEM not in line:
            self.lines.append(line)


class Stage:
    """One profile, one keyring, one browser; see the module."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self.application = application
        self.profile = folder / "profile"
        self.keyring = MemoryKeyring()
        self.browser = Browser()
        self.expects_unexpected = False
        """True: this journey breaks something on purpose that the log shows with a traceback."""

    def play(self, journey: Coroutine[Any, Any, T]) -> T:
        try:
            return loop.run(self.application, journey)
        finally:
            self.browser.close()

    @asynccontextmanager
    async def run(self, options: Options | None = None) -> AsyncIterator[Person]:
        """The app from its start to its orderly end."""
        options = options or Options(profile=self.profile)
        folders = Folders.under(self.profile)
        folders.prepare()
        instance = SingleInstance(folders.data)
        assert instance.take()
        log = Log(folders.logs, is_debug=options.debug)
        notices = Notices()
        told: list[Notice] = []
        notices.posted.connect(told.append)
        unexpected = _Unexpected()
        logging.getLogger().addHandler(unexpected)
        guard = CrashGuard(folders.logs, notices.report)
        run = Run(
            self.application, options, folders, log, notices, guard, instance,
            open_browser=self.browser.open, secrets=Secrets(backend=self.keyring),
        )  # fmt: skip
        main = asyncio.ensure_future(run.main())
        try:
            await _first(run.is_open.wait(), main)
            person = Person(run, self, told)
            await person.settle()
            yield person
        finally:
            run.stop()
            code = await asyncio.wait_for(main, 20)
            await _deleted()
            asyncio.get_running_loop().set_exception_handler(None)
            guard.close()
            instance.close()
            log.close()
            logging.getLogger().removeHandler(unexpected)
        assert code == 0
        if not self.expects_unexpected:
            assert unexpected.lines == []
            assert [one for one in told if one.code is NoticeCode.UNEXPECTED] == []


async def _first(wanted: Coroutine[Any, Any, object], main: asyncio.Future[int]) -> None:
    """Wait until the run is open; if it ends before that, say why."""
    opened = asyncio.ensure_future(wanted)
    await asyncio.wait({opened, main}, return_when=asyncio.FIRST_COMPLETED)
    if not opened.done():
        opened.cancel()
        raise AssertionError(f"the run ended with {await main}")


async def _deleted() -> None:
    """Let Qt delete what was asked to be deleted later: nothing of a run may outlive it."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        await asyncio.sleep(0)


def journey(work: Callable[..., Coroutine[Any, Any, None]]) -> Callable[..., None]:
    """Makes a test of a coroutine that takes a `stage` (and whatever other fixtures)."""

    @wraps(work)
    def test(**fixtures: Any) -> None:
        fixtures["stage"].play(work(**fixtures))

    return test
