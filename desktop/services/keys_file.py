"""The keys that somebody changed, in a readable file; all others are as they were made."""

from __future__ import annotations

from pathlib import Path

from desktop.domain.notice import Notice
from desktop.domain.signal import Signal
from desktop.services.files import write_atomically
from desktop.services.forms import Document, Upgrades, load_document, to_toml

KEYS_FORM = 1
UPGRADES = Upgrades()

Keys = dict[str, tuple[str, ...]]


class KeysFile:
    """`keys`: for the names of commands, what calls them instead; none: nothing does."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.keys: Keys = {}
        self.changed: Signal[Keys] = Signal()
        self._document: Document = {}

    def load(self) -> Notice | None:
        """Read the file, if there is one; a broken one is moved aside, which is told."""
        document, notice = load_document(self.path, UPGRADES, KEYS_FORM)
        plain = document.pop("keys", {})
        self._document = document
        self.keys = {
            name: tuple(key for key in keys if isinstance(key, str))
            for name, keys in (plain.items() if isinstance(plain, dict) else ())
            if isinstance(keys, list)
        }
        self.changed.emit(self.keys)
        return notice

    def change(self, changes: dict[str, tuple[str, ...] | None]) -> None:
        """Other keys for some commands; None: as they were made. Raises OSError when it cannot
        be written: they then hold for this run all the same."""
        keys = dict(self.keys)
        for name, wanted in changes.items():
            if wanted is None:
                keys.pop(name, None)
            else:
                keys[name] = wanted
        self.keys = keys
        plain = {name: list(wanted) for name, wanted in sorted(keys.items())}
        document = {"form": KEYS_FORM} | self._document | {"keys": plain}
        try:
            write_atomically(self.path, to_toml(document))
        finally:
            self.changed.emit(keys)
