"""What could be meant by what is typed after @, # or a colon."""

from __future__ import annotations

import asyncio
import re
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.account import Account
from desktop.domain.errors import VoliereError
from desktop.domain.richtext import CustomEmoji
from desktop.viewmodels.composer_context import short_handle
from desktop.viewmodels.emoji_table import find_unicode
from desktop.viewmodels.post_words import plain_name

if TYPE_CHECKING:
    from desktop.services.autocomplete import Autocomplete
    from desktop.services.tasks import TaskScope

PAUSE = 120
"""Milliseconds without a key before anything is asked."""
MAX_ROWS = 8
_SHORTCODE = re.compile(r":[a-zA-Z0-9_]{2,}:")
_TOKEN = re.compile(
    r"(?:^|[\s(\[{«“\"'>/,;!?…\u3000-\u303f])([@#:])([^\s@#:,;!?()\[\]{}«»“”\"]{1,64}"
    r"|[^\s@#:,;!?()\[\]{}«»“”\"]{1,64}@[\w.\-]{0,128})$"
)


def _without_shortcodes(name: str) -> str:
    """A line of plain text has no pictures: their codes only disturb."""
    return " ".join(_SHORTCODE.sub(" ", name).split())


class CompletionKind(StrEnum):
    PROFILE = "profile"
    TAG = "tag"
    EMOJI = "emoji"


class Completion(Struct, frozen=True, kw_only=True):
    """`insert` replaces what was typed from the sign on; `picture_url` may be empty."""

    kind: CompletionKind
    insert: str
    title: str
    detail: str = ""
    picture_url: str = ""


class CompletionViewModel(QObject):
    """Asks after a short pause, drops what is out of date, and never complains: a server that
    does not answer gives no rows."""

    changed = Signal()

    def __init__(
        self, autocomplete: Autocomplete, scope: TaskScope, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._autocomplete = autocomplete
        self._scope = scope
        self._rows: tuple[Completion, ...] = ()
        self._account: Account | None = None
        self._sign = self._prefix = ""
        self._task: asyncio.Task[None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._start)

    @property
    def rows(self) -> tuple[Completion, ...]:
        return self._rows

    @property
    def token(self) -> str:
        """What was typed, with its sign: @bo."""
        return self._sign + self._prefix

    def ask(self, account: Account | None, before: str) -> None:
        """`before`: the line up to the cursor."""
        match = _TOKEN.search(before[-200:]) if account is not None else None
        if match is None or (match[1] == ":" and len(match[2]) < 2):
            self.close()
            return
        if (match[1], match[2], account) == (self._sign, self._prefix, self._account):
            return
        self._cancel()
        self._account, self._sign, self._prefix = account, match[1], match[2]
        self._timer.start()

    def close(self) -> None:
        """Nothing is wanted any more."""
        self._cancel()
        self._sign = self._prefix = ""
        self._show(())

    def use(self, insert: str) -> None:
        """This one was taken: it comes first the next time."""
        if self._account is None:
            return
        what = insert.strip().strip("@#:")
        if insert.startswith("@") and "@" not in what:
            what += "@" + self._account.handle.partition("@")[2]
        self._autocomplete.use(self._account.id, what)

    async def emojis(
        self, account: Account, text: str, limit: int = MAX_ROWS
    ) -> tuple[CustomEmoji, ...]:
        """The server's own, for the picker."""
        try:
            return await self._autocomplete.emojis(account.id, text, limit)
        except VoliereError:
            return ()

    def _cancel(self) -> None:
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _start(self) -> None:
        if self._account is not None and not self._scope.is_closed:
            self._task = self._scope.start(
                self._look(self._account, self._sign, self._prefix), name="complete"
            )

    async def _look(self, account: Account, sign: str, prefix: str) -> None:
        try:
            rows = await self._find(account, sign, prefix)
        except VoliereError:
            rows = ()
        if (sign, prefix) == (self._sign, self._prefix):
            self._task = None
            self._show(rows)

    async def _find(self, account: Account, sign: str, prefix: str) -> tuple[Completion, ...]:
        if sign == "@":
            profiles = await self._autocomplete.profiles(account.id, prefix)
            return tuple(
                Completion(
                    kind=CompletionKind.PROFILE,
                    insert=f"@{short_handle(account, profile.handle)} ",
                    title=plain_name(profile),
                    detail=f"@{short_handle(account, profile.handle)}",
                    picture_url=profile.avatar_url,
                )
                for profile in profiles[:MAX_ROWS]
            )
        if sign == "#":
            tags = await self._autocomplete.tags(account.id, prefix)
            return tuple(
                Completion(kind=CompletionKind.TAG, insert=f"#{tag} ", title=f"#{tag}")
                for tag in tags[:MAX_ROWS]
            )
        custom = await self.emojis(account, prefix)
        rows = [
            Completion(
                kind=CompletionKind.EMOJI,
                insert=f":{emoji.shortcode}: ",
                title=f":{emoji.shortcode}:",
                picture_url=emoji.static_url or emoji.url,
            )
            for emoji in custom[:MAX_ROWS]
        ]
        rows += [
            Completion(
                kind=CompletionKind.EMOJI, insert=emoji.text, title=emoji.name, detail=emoji.text
            )
            for emoji in find_unicode(prefix, MAX_ROWS)
        ]
        return tuple(rows[:MAX_ROWS])

    def _show(self, rows: tuple[Completion, ...]) -> None:
        if rows != self._rows:
            self._rows = rows
            self.changed.emit()
