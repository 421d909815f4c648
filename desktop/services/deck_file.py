"""The deck of columns in a readable file, with older copies beside it."""

from __future__ import annotations

import asyncio
import contextlib
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from desktop.domain.account import AccountId
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
MAX_DECKS = 9
"""As many as there are digits to call them by."""

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
        self._removed_decks: list[tuple[int, Deck]] = []
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
        self._removed_decks.clear()
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

    # -- decks

    def add_deck(self, name: str = "") -> Deck:
        """A new empty one at the end, chosen at once. Raises ValueError when there are nine."""
        if len(self._decks) >= MAX_DECKS:
            raise ValueError("there are nine decks already")
        deck = Deck(id=uuid.uuid4().hex, name=name.strip())
        self._decks.append(deck)
        self._current = len(self._decks) - 1
        self._tell()
        return deck

    def rename_deck(self, deck_id: str, name: str) -> None:
        """An empty name: it is called by its number. Raises KeyError."""
        place = self._deck_place(deck_id)
        renamed = msgspec.structs.replace(self._decks[place], name=name.strip())
        if renamed != self._decks[place]:
            self._decks[place] = renamed
            self._tell()

    def select_deck(self, deck_id: str) -> None:
        """Show another one. Raises KeyError."""
        place = self._deck_place(deck_id)
        if place != self._current:
            self._current = place
            self._tell(later=True)

    def remove_deck(self, deck_id: str) -> None:
        """Take out a deck with its columns; `undo_remove_deck` brings it back. The last one
        is emptied instead. Raises KeyError."""
        place = self._deck_place(deck_id)
        deck = self._decks[place]
        self._removed_decks = [*self._removed_decks[1 - MAX_UNDO :], (place, deck)]
        if len(self._decks) == 1:
            self._decks = [Deck(id=uuid.uuid4().hex)]
        else:
            del self._decks[place]
        if self._current > place or self._current >= len(self._decks):
            self._current -= 1
        self._current = max(0, self._current)
        self._tell()

    def undo_remove_deck(self) -> Deck | None:
        """Put back the deck that was removed last and show it; None: there is none."""
        if not self._removed_decks or len(self._decks) >= MAX_DECKS:
            return None
        place, deck = self._removed_decks.pop()
        if len(self._decks) == 1 and not self._decks[0].columns:
            self._decks = []
            place = 0
        self._decks.insert(place, deck)
        self._current = place
        self._tell()
        return deck

    def move_to_deck(self, column_id: str, deck_id: str) -> None:
        """Put a column of the current deck at the end of another. Raises KeyError."""
        target = self._deck_place(deck_id)
        column = self.current.columns[self._place(column_id)]
        if target == self._current:
            return
        rest = tuple(each for each in self.current.columns if each.id != column_id)
        self._decks[self._current] = msgspec.structs.replace(self.current, columns=rest)
        there = self._decks[target]
        self._decks[target] = msgspec.structs.replace(there, columns=(*there.columns, column))
        self._tell()

    def take_decks(self, decks: Iterable[Deck]) -> int:
        """Add decks of an exported layout beside ours and show the first of them; how many
        there was room for. A lone empty deck makes place."""
        if len(self._decks) == 1 and not self._decks[0].columns:
            room = MAX_DECKS
        else:
            room = MAX_DECKS - len(self._decks)
        taken = tuple(decks)[:room]
        if not taken:
            return 0
        if room == MAX_DECKS:
            self._decks = []
        first = len(self._decks)
        used_decks = {deck.id for deck in self._decks}
        used_columns = {column.id for deck in self._decks for column in deck.columns}
        for deck in taken:
            deck_id = deck.id if deck.id not in used_decks else uuid.uuid4().hex
            columns = tuple(_fresh(column, used_columns) for column in deck.columns)
            self._decks.append(msgspec.structs.replace(deck, id=deck_id, columns=columns))
        self._current = first
        self._tell()
        return len(taken)

    def update_anywhere(self, column: Column) -> None:
        """As `update`, in whichever deck the column stands. Raises KeyError."""
        for place, deck in enumerate(self._decks):
            if any(each.id == column.id for each in deck.columns):
                columns = tuple(column if each.id == column.id else each for each in deck.columns)
                if columns != deck.columns:
                    self._decks[place] = msgspec.structs.replace(deck, columns=columns)
                    self._tell()
                return
        raise KeyError(column.id)

    def forget_account(self, account: AccountId) -> None:
        """Out of every deck, without a way back: columns that show nothing else, and its part of
        those that do."""
        self._removed = [
            (deck_id, place, column)
            for deck_id, place, removed in self._removed
            if (column := without_account(removed, account)) is not None
        ]
        decks = [_deck_without(deck, account) for deck in self._decks]
        self._removed_decks = [(n, _deck_without(deck, account)) for n, deck in self._removed_decks]
        if decks != self._decks:
            self._decks = decks
            self._tell()

    def _deck_place(self, deck_id: str) -> int:
        for place, deck in enumerate(self._decks):
            if deck.id == deck_id:
                return place
        raise KeyError(deck_id)

    def _tell(self, *, later: bool = False) -> None:
        try:
            if later:
                self._write_soon()
            else:
                self._write()
        finally:
            self.changed.emit(self.current)

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
        self._tell(later=later)

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


def _fresh(column: Column, used: set[str]) -> Column:
    """The column under an id that is free; a saved search goes by its own column's."""
    if column.id not in used:
        used.add(column.id)
        return column
    fresh = uuid.uuid4().hex
    used.add(fresh)
    search, sources = column.search, column.sources
    if search is not None:
        sources = tuple(
            msgspec.structs.replace(key, parameter=fresh) if key.parameter == search.id else key
            for key in sources
        )
        search = msgspec.structs.replace(search, id=fresh)
    return msgspec.structs.replace(column, id=fresh, search=search, sources=sources)


def without_account(column: Column, account: AccountId) -> Column | None:
    """None: nothing is left of it. A keyword column looks at whatever accounts there are."""
    sources = tuple(key for key in column.sources if key.account != account)
    if sources == column.sources:
        return column
    return msgspec.structs.replace(column, sources=sources) if sources else None


def _deck_without(deck: Deck, account: AccountId) -> Deck:
    kept = tuple(one for c in deck.columns if (one := without_account(c, account)) is not None)
    return msgspec.structs.replace(deck, columns=kept)
