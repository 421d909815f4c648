"""The layout of all decks as a file to carry elsewhere: no secrets are in it, nor any posts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from desktop.domain.column import MAX_COLUMN_WIDTH, MIN_COLUMN_WIDTH, Column, Deck
from desktop.services.files import write_atomically
from desktop.services.forms import to_toml

KIND = "voliere decks"
FORM = 1


class NoLayout(ValueError):
    """The file is not a layout of ours."""


def export_decks(decks: tuple[Deck, ...], path: Path) -> None:
    """Accounts are named by network and handle only. Raises OSError."""
    plain: list[dict[str, Any]] = []
    for deck in decks:
        entry: dict[str, Any] = msgspec.to_builtins(deck)
        columns = entry.pop("columns", ())
        plain.append(entry | {"column": [_carried(column) for column in columns]})
    write_atomically(path, to_toml({"kind": KIND, "form": FORM, "deck": plain}))


def import_decks(path: Path) -> tuple[Deck, ...]:
    """What `export_decks` wrote. Columns of kinds that we do not know are left out. Raises
    OSError when it cannot be read and NoLayout when it is something else."""
    try:
        document = msgspec.toml.decode(path.read_bytes())
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise NoLayout(path.name) from error
    if not isinstance(document, dict) or document.get("kind") != KIND:
        raise NoLayout(path.name)
    decks: list[Deck] = []
    entries = document.get("deck")
    for entry in entries if isinstance(entries, list) else []:
        if not isinstance(entry, dict) or not isinstance(entry.get("id"), str):
            raise NoLayout(path.name)
        columns = entry.get("column")
        read = [_column(one) for one in (columns if isinstance(columns, list) else [])]
        found = {one.id: one for one in read if one is not None}
        name = entry.get("name")
        decks.append(
            Deck(
                id=entry["id"],
                name=name if isinstance(name, str) else "",
                columns=tuple(found.values()),
            )
        )
    if not decks:
        raise NoLayout(path.name)
    return tuple(decks)


def _carried(column: dict[str, Any]) -> dict[str, Any]:
    """Where somebody was in the posts is of this machine."""
    return {name: value for name, value in column.items() if name != "cleared_at"}


def _column(plain: Any) -> Column | None:
    try:
        column = msgspec.convert(plain, type=Column)
    except msgspec.ValidationError:
        return None
    width = min(MAX_COLUMN_WIDTH, max(MIN_COLUMN_WIDTH, column.width))
    return msgspec.structs.replace(column, width=width)
