"""Which keys call which command, as somebody wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from desktop.services.keys_file import KeysFile


class KeysViewModel(QObject):
    changed = Signal()
    problem = Signal(str)
    """What the keys could not be written for; they hold until the end of this run."""

    def __init__(self, keys_file: KeysFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = keys_file
        self._disconnect = keys_file.changed.connect(lambda _: self.changed.emit())

    def keys_of(self, name: str, default: tuple[str, ...]) -> tuple[str, ...]:
        return self._file.keys.get(name, default)

    def is_changed(self, name: str) -> bool:
        return name in self._file.keys

    def change(self, changes: dict[str, tuple[str, ...] | None]) -> None:
        """None: back to how it was made."""
        try:
            self._file.change(changes)
        except OSError as error:
            self.problem.emit(error.strerror or "")

    def reset(self) -> None:
        """All as they were made."""
        self.change(dict.fromkeys(self._file.keys))

    def close(self) -> None:
        self._disconnect()
