"""The deck of columns in a readable file, with older copies beside it."""

from __future__ import annotations

import asyncio
import contextlib
from pathlib import Path
from typing import Any

import msgspec

from desktop.domain.column import MAX_COLUMN_WIDTH, MIN_COLUMN_WIDTH, Column, Deck
from desktop.domain.notice import Notice
from desktop.domain.signal import Signal
from desktop.services.files import write_atomically
from desktop.services.forms import Document, Upgrades, broken, kept_unread, load_document, to_toml

DECK_FORM = 1
COPIES = 3
COPY_EVERY = 300.0
"""Seconds between two older copies: an afternoon of resizing does not push out yesterday's."""
WRITE_AFTER = 0.5
"""Seconds that a resize waits for the next one before it is written."""
MAX_UNDO = 10

UPGRADES = Upgrades()


class DeckFile:
    """Every change is told at once and written, all but widths without delay."""

    def __init__(self, path: Path, *, copy_every: float = COPY_EVERY) -> None:
        self.path = path
        self.changed: Signal[Deck] = Signal()
        self._copy_every = copy_every
        self._decks: list[Deck] = [Deck(id="main")]
        self._current = 0
        self._removed: list[tuple[str, int, Column]] = []
        self._document: Document = {}
        self._unread: dict[str, list[tuple[int, Any]]] = {}
        self._write_later: asyncio.TimerHandle | None = None

    @property
    def decks(self) -> tuple[Deck, ...]:
        return tuple(self._decks)

    @property
    def current(self) -> Deck:
        return self._decks[self._current]

    @property
    def can_undo_remove(self) -> bool:
        return any(deck_id == self.current.id for deck_id, _, _ in self._removed)

    def load(self) -> Notice | None:
        """Read the file, if there is one; a broken one is moved aside, which is told. A column
        of a kind that we do not know is kept in the file, in its place."""
        document, notice = load_document(self.path, UPGRADES, DECK_FORM)
        self._unread.clear()
        self._removed.clear()
        decks: list[Deck] = []
        try:
            for entry in document.pop("deck", []):
                decks.append(self._read_deck(entry))  # noqa: PERF401 - may raise half-way
        except (TypeError, AttributeError, KeyError, ValueError):
            notice = broken(self.path)
        names = [deck.id for deck in decks]
        if len(set(names)) < len(names):
            notice = broken(self.path)
            decks = []
        self._decks = decks or [Deck(id="main")]
        current = document.pop("current", "")
        self._current = names.index(current) if decks and current in names else 0
        self._document = document
        unread = sum(len(columns) for columns in self._unread.values())
        if unread:
            notice = kept_unread(self.path, unread)
        self.changed.emit(self.current)
        return notice

    def column(self, column_id: str) -> Column | None:
        return next((each for each in self.current.columns if each.id == column_id), None)

    def add(self, column: Column, at: int | None = None) -> None:
        """Put it at a place, else last. Raises ValueError for an id that is there already."""
        if self.column(column.id) is not None:
            raise ValueError(f"column {column.id} is there already")
        columns = list(self.current.columns)
        columns.insert(len(columns) if at is None else max(0, at), column)
        self._set(columns)

    def move(self, column_id: str, to: int) -> None:
        """To the place `to`, counted without it; kept within the deck."""
        columns = list(self.current.columns)
        columns.insert(max(0, to), columns.pop(self._place(column_id)))
        self._set(columns)

    def resize(self, column_id: str, width: int) -> None:
        """Kept within the widths that a column may have; written a moment later."""
        width = min(MAX_COLUMN_WIDTH, max(MIN_COLUMN_WIDTH, width))
        columns = list(self.current.columns)
        place = self._place(column_id)
        columns[place] = msgspec.structs.replace(columns[place], width=width)
        self._set(columns, later=True)

    def update(self, column: Column) -> None:
        """Take the place of the column with this id."""
        columns = list(self.current.columns)
        columns[self._place(column.id)] = column
        self._set(columns)

    def remove(self, column_id: str) -> Column:
        """Take it out; `undo_remove` brings back the last one. Raises KeyError."""
        columns = list(self.current.columns)
        place = self._place(column_id)
        column = columns.pop(place)
        self._removed = [*self._removed[1 - MAX_UNDO :], (self.current.id, place, column)]
        self._set(columns)
        return column

    def undo_remove(self) -> Column | None:
        """Put back the column that was removed last, where it was; None: there is none."""
        for index in range(len(self._removed) - 1, -1, -1):
            deck_id, place, column = self._removed[index]
            if deck_id == self.current.id:
                del self._removed[index]
                self.add(column, place)
                return column
        return None

    def flush(self) -> None:
        """Write what still waits; before the end. Raises OSError."""
        if self._write_later is not None:
            self._write_later.cancel()
            self._write()

    def _place(self, column_id: str) -> int:
        for place, column in enumerate(self.current.columns):
            if column.id == column_id:
                return place
        raise KeyError(column_id)

    def _set(self, columns: list[Column], *, later: bool = False) -> None:
        deck = msgspec.structs.replace(self.current, columns=tuple(columns))
        if deck == self.current:
            return
        self._decks[self._current] = deck
        try:
            if later:
                self._write_soon()
            else:
                self._write()
        finally:
            self.changed.emit(deck)

    def _write_soon(self) -> None:
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            self._write()
            return
        if self._write_later is not None:
            self._write_later.cancel()
        self._write_later = loop.call_later(WRITE_AFTER, self._write)

    def _write(self) -> None:
        if self._write_later is not None:
            self._write_later.cancel()
            self._write_later = None
        document = (
            {"form": DECK_FORM}
            | self._document
            | {"current": self.current.id, "deck": [self._plain(deck) for deck in self._decks]}
        )
        write_atomically(self.path, to_toml(document), copies=COPIES, copy_every=self._copy_every)

    def _plain(self, deck: Deck) -> Document:
        plain: Document = msgspec.to_builtins(deck)
        columns = list(plain.pop("columns"))
        for place, entry in self._unread.get(deck.id, ()):
            columns.insert(place, entry)
        return plain | {"column": columns}

    def _read_deck(self, entry: Document) -> Deck:
        deck_id = str(entry["id"])
        columns: list[Column] = []
        for place, plain in enumerate(entry.get("column", [])):
            column = None
            with contextlib.suppress(msgspec.ValidationError):
                column = msgspec.convert(plain, type=Column)
            if column is None or any(each.id == column.id for each in columns):
                self._unread.setdefault(deck_id, []).append((place, plain))
            else:
                width = min(MAX_COLUMN_WIDTH, max(MIN_COLUMN_WIDTH, column.width))
                columns.append(msgspec.structs.replace(column, width=width))
        return Deck(id=deck_id, name=str(entry.get("name", "")), columns=tuple(columns))
