"""The decks themselves: their names, which one is shown, carried in and out as a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from desktop.domain.notice import Notice, NoticeCode, NoticeLevel
from desktop.services.deck_exchange import NoLayout, export_decks, import_decks
from desktop.services.deck_file import MAX_DECKS
from desktop.viewmodels.deck_words import deck_name

if TYPE_CHECKING:
    from desktop.services.deck_file import DeckFile
    from desktop.services.notices import Notices

UNDO_REMOVE_DECK = "undo_remove_deck"


class DeckShown(Struct, frozen=True, kw_only=True):
    """One button of the rail."""

    id: str
    number: int
    name: str
    own_name: str
    is_current: bool
    unread: int
    column_count: int


class DecksViewModel(QObject):
    """`unread_of` counts what is new in a deck, by its id."""

    changed = Signal()

    def __init__(
        self,
        deck_file: DeckFile,
        notices: Notices,
        unread_of: Callable[[str], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._file = deck_file
        self._notices = notices
        self._unread_of = unread_of

    @property
    def all(self) -> tuple[DeckShown, ...]:
        current = self._file.current.id
        return tuple(
            DeckShown(
                id=deck.id,
                number=number,
                name=deck_name(deck, number),
                own_name=deck.name,
                is_current=deck.id == current,
                unread=self._unread_of(deck.id),
                column_count=len(deck.columns),
            )
            for number, deck in enumerate(self._file.decks, 1)
        )

    @property
    def current(self) -> DeckShown:
        return next(deck for deck in self.all if deck.is_current)

    @property
    def can_add(self) -> bool:
        return len(self._file.decks) < MAX_DECKS

    def add(self, name: str = "") -> None:
        if self.can_add:
            self._file.add_deck(name)

    def show_place(self, place: int) -> None:
        """By its number, from 0; nothing where there is none."""
        if 0 <= place < len(self._file.decks):
            self._file.select_deck(self._file.decks[place].id)

    def step(self, steps: int) -> None:
        """To the deck before or after, round and round."""
        ids = [deck.id for deck in self._file.decks]
        place = (ids.index(self._file.current.id) + steps) % len(ids)
        self._file.select_deck(ids[place])

    def show(self, deck_id: str) -> None:
        self._file.select_deck(deck_id)

    def rename(self, deck_id: str, name: str) -> None:
        self._file.rename_deck(deck_id, name)

    def remove(self, deck_id: str) -> None:
        """Goes with its columns, and a notice that has Undo."""
        shown = next(deck for deck in self.all if deck.id == deck_id)
        self._file.remove_deck(deck_id)
        self._notices.post(
            Notice(
                code=NoticeCode.DECK_REMOVED,
                values={"name": shown.name, "count": str(shown.column_count)},
                replaces="deck removed",
                action=UNDO_REMOVE_DECK,
                subject=deck_id,
                seconds=12.0,
            )
        )

    def undo_remove(self) -> None:
        self._file.undo_remove_deck()

    def move_column(self, column_id: str, deck_id: str) -> None:
        """From the deck that is shown to the end of another."""
        self._file.move_to_deck(column_id, deck_id)

    def export(self, path: Path) -> None:
        """Write all decks, without secrets; says how it went."""
        try:
            export_decks(self._file.decks, path)
        except OSError:
            self._say(NoticeCode.FILE_FAULT, NoticeLevel.ERROR, file=path.name)
        else:
            self._say(NoticeCode.DECKS_EXPORTED, file=path.name)

    def take(self, path: Path) -> None:
        """Put the decks of an exported file beside ours; says how it went."""
        try:
            decks = import_decks(path)
        except OSError:
            self._say(NoticeCode.FILE_FAULT, NoticeLevel.ERROR, file=path.name)
        except NoLayout:
            self._say(NoticeCode.NO_LAYOUT, NoticeLevel.WARNING, file=path.name)
        else:
            count = self._file.take_decks(decks)
            left_out = len(decks) - count
            self._say(NoticeCode.DECKS_IMPORTED, count=str(count), left_out=str(left_out))

    def _say(self, code: NoticeCode, level: NoticeLevel = NoticeLevel.INFO, **values: str) -> None:
        self._notices.post(Notice(code=code, level=level, values=values, replaces="decks"))
