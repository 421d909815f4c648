"""Changed forms of our TOML files: each step from one form to the next is a function.

    UPGRADES = Upgrades()

    @UPGRADES.upgrade(2)
    def name_what_changes(document): ...

raises a document of form 1 to form 2. A test demands a test for each of them.
"""

from __future__ import annotations

import logging
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import tomli_w

from desktop.domain.notice import Notice, NoticeCode, NoticeLevel
from desktop.services.files import move_aside

_log = logging.getLogger(__name__)

Document = dict[str, Any]
Upgrade = Callable[[Document], None]


class Upgrades:
    """The steps of one file, by the form that they lead to."""

    def __init__(self) -> None:
        self.steps: dict[int, Upgrade] = {}

    def upgrade(self, to: int) -> Callable[[Upgrade], Upgrade]:
        """Says that the function below changes a document of form `to` - 1, in its place."""

        def register(step: Upgrade) -> Upgrade:
            if to in self.steps:
                raise ValueError(f"two upgrades to form {to}")
            self.steps[to] = step
            return step

        return register

    def apply(self, document: Document, current: int) -> bool:
        """Bring `document` to the form `current`; False when there was nothing to do. A newer
        document stays as it is."""
        form = form_of(document)
        if form >= current:
            return False
        for number in range(form + 1, current + 1):
            self.steps[number](document)
            document["form"] = number
        return True


def form_of(document: Document) -> int:
    """A document that does not say is of the first form."""
    form = document.get("form", 1)
    return form if isinstance(form, int) and not isinstance(form, bool) and form > 0 else 1


def load_document(path: Path, upgrades: Upgrades, current: int) -> tuple[Document, Notice | None]:
    """What the file says, in the form `current` or a newer one; empty when there is no file.

    A file that is no TOML, cannot be read, or cannot be upgraded is moved aside, which the
    notice says; nothing is ever deleted.
    """
    try:
        document = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
        upgrades.apply(document, current)
        return document, None
    except FileNotFoundError:
        return {}, None
    except Exception as error:
        _log.warning("%s cannot be read: %s", path.name, type(error).__name__)
        return {}, broken(path)


def broken(path: Path) -> Notice:
    """Move a file aside and make the notice that says it: values `name`, which it was, `file`,
    the name that it has now, and `aside`, its whole path."""
    try:
        aside = move_aside(path)
    except OSError:
        aside = path
    return Notice(
        code=NoticeCode.FILE_MOVED_ASIDE,
        level=NoticeLevel.WARNING,
        values={"file": aside.name, "name": path.name, "aside": str(aside)},
        replaces=f"file:{path.name}",
        seconds=0.0,
    )


def kept_unread(path: Path, count: int) -> Notice:
    """Some parts of the file were written by a newer version: they stay, but are not shown."""
    return Notice(
        code=NoticeCode.ENTRIES_UNKNOWN,
        level=NoticeLevel.WARNING,
        values={"file": path.name, "count": str(count)},
        replaces=f"file:{path.name}",
    )


def to_toml(document: Document) -> bytes:
    """As text, without what is None: TOML has no word for it."""
    return tomli_w.dumps(_without_none(document)).encode()


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_none(item) for key, item in value.items() if item is not None}
    if isinstance(value, list | tuple):
        return [_without_none(item) for item in value if item is not None]
    return value
