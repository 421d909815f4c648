"""The measured process: Volière on a bench's profile, with its token in memory.

Says "painted" once every column shows posts. Then it obeys lines of JSON on its standard input
and answers in JSON.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

COLUMNS = 6
WIDTH, HEIGHT = 2400, 1080
"""Wide enough for all columns beside the composer."""


def main() -> None:
    profile, token, account = sys.argv[1:4]
    from desktop.app.command_line import hasten
    from desktop.services.folders import Folders

    folders = Folders.under(Path(profile))
    folders.prepare()
    hasten()
    from PySide6.QtCore import QCoreApplication, Qt
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication

    from desktop.app import loop
    from desktop.app.application import Run
    from desktop.app.crash import CrashGuard
    from desktop.app.options import Options
    from desktop.app.single_instance import SingleInstance
    from desktop.domain.account import AccountId, Credentials
    from desktop.services.log import Log
    from desktop.services.notices import Notices
    from desktop.services.secrets import Secrets

    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    QCoreApplication.setApplicationName("Volière")
    application = QApplication(["voliere"])
    application.setQuitOnLastWindowClosed(False)
    instance = SingleInstance(folders.data)
    if not instance.take():
        sys.exit("the profile is in use")
    log, notices = Log(folders.logs), Notices()
    guard = CrashGuard(folders.logs, notices.report)

    async def work() -> None:
        secrets = Secrets()
        secrets.hold(AccountId(account), Credentials(values={"access_token": token}))
        run = Run(application, Options(), folders, log, notices, guard, instance, secrets=secrets)
        await _Drive(run).main()

    loop.run(application, work())
    guard.close()
    os._exit(0)


class _Drive:
    def __init__(self, run: Any) -> None:
        self._run = run
        self._painted: dict[str, float] = {}
        """Text of each entry that was seen with a bench's mark: when it was first painted."""
        self._shown: set[int] = set()
        """Which views have painted posts."""
        self._watch()

    def _watch(self) -> None:
        from desktop.views.timeline.view import TimelineView

        plain = TimelineView.paintEvent

        def paint(view: TimelineView, event: Any) -> None:
            plain(view, event)
            seen = view._seen
            if seen:
                self._shown.add(id(view))
                for row in seen[:4]:
                    entry = row.layout.entry
                    post = entry.notification.post if entry.notification else entry.post
                    if post is not None and "bench-" in post.text.text:
                        self._painted.setdefault(post.text.text, time.time())

        TimelineView.paintEvent = paint  # type: ignore[assignment,method-assign]

    async def main(self) -> None:
        run = self._run
        task = asyncio.ensure_future(run.main())
        await run.is_open.wait()
        main = run.window.main
        if main.width() != WIDTH:  # the first time; from then on the profile remembers it
            main.resize(WIDTH, HEIGHT)
        while len(self._shown) < COLUMNS:
            await asyncio.sleep(0.004)
        main.grab()
        print("painted", flush=True)
        lines: asyncio.Queue[str] = asyncio.Queue()
        asyncio.get_running_loop().add_reader(
            sys.stdin.fileno(), lambda: lines.put_nowait(os.read(0, 65536).decode())
        )
        while True:
            text = await lines.get()
            if not text:
                os._exit(1)
            asked = json.loads(text)
            if asked["do"] == "quit":
                break
            print(json.dumps(await getattr(self, asked["do"])(**asked.get("with", {}))), flush=True)
        run.stop()
        await task

    async def settle(self) -> dict[str, int]:
        """Wait until all is there and calm."""
        calm = 0
        while calm < 8:
            await asyncio.sleep(0.1)
            calm = calm + 1 if self._run.window.is_filled() else 0
        return {c.id: len(c.feed.entries) for c in self._run.models.deck.columns}

    async def fill(self, each: int) -> dict[str, int]:
        """Load down to `each` posts a column, and scroll through all of them."""
        columns = self._run.models.deck.columns
        for column in columns:
            idle = 0
            while len(column.feed.entries) < each and not column.feed.is_at_end and idle < 50:
                before = len(column.feed.entries)
                await column.feed.load_older()
                await asyncio.sleep(0.01)
                idle = idle + 1 if len(column.feed.entries) == before else 0
        counts = {c.id: len(c.feed.entries) for c in columns}
        await self.scroll()
        return counts

    async def scroll(self) -> None:
        from desktop.views.timeline.view import TimelineView

        window = self._run.window
        views = window.main.findChildren(TimelineView)
        is_moving = True
        while is_moving:
            is_moving = any([view.scroll_by(700) != 0 for view in views])  # noqa: C419
            for _ in range(100):
                await asyncio.sleep(0.01)
                if not window.images.is_busy:
                    break
        for view in views:
            view.show_newest()
            view.clearFocus()  # in a column that somebody reads, new posts wait above

    async def lags(self) -> list[list[float]]:
        """Of each post with a mark: its number, and seconds from writing to painting."""
        found = []
        for text, at in self._painted.items():
            mark = next(word for word in text.split() if word.startswith("bench-"))
            _, number, written = mark.split("-")
            found.append([float(number), at - float(written)])
        return found

    async def arrived(self) -> dict[str, int]:
        """How many different posts with a mark each column has."""
        counts = {}
        for column in self._run.models.deck.columns:
            posts = [e.post or e.notification.post for e in column.feed.entries if not e.gap]
            counts[column.id] = len({p.id for p in posts if p and "bench-" in p.text.text})
        return counts

    async def pictures(self) -> int:
        return int(self._run.window.images.bytes_held)


if __name__ == "__main__":
    main()
