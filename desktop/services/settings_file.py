"""The settings in a readable file: typed, forgiving, and never lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_type_hints

import msgspec

from desktop.domain.notice import Notice, NoticeCode, NoticeLevel
from desktop.domain.settings import SETTINGS_FORM, Settings
from desktop.domain.signal import Signal
from desktop.services.files import write_atomically
from desktop.services.forms import Document, Upgrades, form_of, load_document, to_toml

UPGRADES = Upgrades()
"""One step for each form above 1."""

_TYPES = get_type_hints(Settings, include_extras=True)
_NAMES = Settings.__struct_fields__


class SettingsFile:
    """`value` is what holds now. What the file says and we do not know is kept in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.value = Settings()
        self.changed: Signal[Settings] = Signal()
        self._document: Document = {}

    def load(self) -> Notice | None:
        """Read the file, if there is one; tells what was odd, and goes on with defaults.

        A file that cannot be understood is moved aside; a single value of a wrong type or out
        of its range becomes the default, the rest holds. Emits `changed` when values differ.
        """
        document, notice = load_document(self.path, UPGRADES, SETTINGS_FORM)
        values, wrong = _values(document)
        if wrong:
            notice = _odd_values(self.path, wrong)
        self._document = document
        self._take(Settings(**values))
        return notice

    def update(self, **changes: Any) -> None:
        """Change some settings, write the file and tell it.

        Raises msgspec.ValidationError for a value of a wrong type or out of range, TypeError
        for a name that is no setting, OSError when the file cannot be written: the settings
        then hold for this run all the same.
        """
        checked = {}
        for name, value in changes.items():
            if name not in _NAMES or name == "form":
                raise TypeError(f"no such setting: {name}")
            plain = msgspec.to_builtins(value)
            checked[name] = msgspec.convert(plain, type=_TYPES[name])
        value = msgspec.structs.replace(self.value, **checked)
        if value == self.value:
            return
        for name in checked:
            self._document[name] = msgspec.to_builtins(checked[name])
        self._document["form"] = max(SETTINGS_FORM, form_of(self._document))
        try:
            write_atomically(self.path, to_toml(self._document))
        finally:
            self._take(value)

    def _take(self, value: Settings) -> None:
        if value != self.value:
            self.value = value
            self.changed.emit(value)


def _values(document: Document) -> tuple[dict[str, Any], list[str]]:
    values: dict[str, Any] = {}
    wrong: list[str] = []
    for name in _NAMES:
        if name == "form" or name not in document:
            continue
        try:
            values[name] = msgspec.convert(document[name], type=_TYPES[name])
        except msgspec.ValidationError:
            wrong.append(name)
    return values, wrong


def _odd_values(path: Path, names: list[str]) -> Notice:
    return Notice(
        code=NoticeCode.SETTINGS_RESET, level=NoticeLevel.WARNING,
        values={"file": path.name, "names": ", ".join(names)}, replaces=f"file:{path.name}",
    )  # fmt: skip
