"""The deck: which columns stand side by side, saved ones and those opened for a moment."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from desktop.domain.account import AccountId
from desktop.domain.column import (
    DEFAULT_COLUMN_WIDTH,
    MAX_COLUMN_WIDTH,
    MIN_COLUMN_WIDTH,
    Column,
    Deck,
)
from desktop.domain.notice import Notice, NoticeCode
from desktop.domain.post import Post
from desktop.domain.profile import Profile
from desktop.domain.query import SavedSearch
from desktop.domain.timeline import TimelineKey
from desktop.domain.timeline_kind import TimelineKind
from desktop.viewmodels.column_vm import ColumnViewModel
from desktop.viewmodels.decks_vm import DecksViewModel
from desktop.viewmodels.open_deck import OpenDeck

if TYPE_CHECKING:
    from desktop.services.accounts import Accounts
    from desktop.services.deck_file import DeckFile
    from desktop.services.feeds import Feeds
    from desktop.services.notices import Notices
    from desktop.services.tasks import TaskScope

UNDO_REMOVE = "undo_remove_column"
UNDO_CLEAR = "undo_clear"

_SHOWN = (
    "sources", "search", "subject", "subjects", "tags_all", "tags_none", "rules", "alerts",
    "slow_minutes",
)  # fmt: skip
"""What a column's dialog changes."""


class DeckViewModel(QObject):
    """`columns` in the order of the screen. Temporary columns stand right of the one that
    they were opened from, and go with it."""

    columns_changed = Signal()
    """Some were added, removed or moved: the view compares by id."""
    focus_wanted = Signal(str)
    """Id of a column that was just opened by the user."""
    edit_requested = Signal(str)
    """Id of a keyword column whose search is to be edited."""
    setup_requested = Signal(str)
    """Id of a column whose sources, rules and alerts are to be changed."""
    accounts_changed = Signal()
    arrived = Signal(object, object)
    """A ColumnViewModel of any open deck, and what is new in it."""
    solo_changed = Signal()
    """One column has the whole deck to itself, or no longer."""

    def __init__(
        self,
        deck_file: DeckFile,
        feeds: Feeds,
        accounts: Accounts,
        notices: Notices,
        scope: TaskScope,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._file = deck_file
        self._feeds = feeds
        self._accounts = accounts
        self._notices = notices
        self._scope = scope
        self._open_decks: dict[str, OpenDeck] = {}
        self._current = ""
        self._closed = OpenDeck()
        self._solo = ""
        self.decks = DecksViewModel(deck_file, notices, self.unread_of, self)
        self._disconnects = [
            deck_file.changed.connect(self._take_deck),
            accounts.changed.connect(lambda _: self.accounts_changed.emit()),
        ]

    def start(self) -> None:
        """Open the columns of the current deck, and decks with columns that are to alert."""
        for deck in self._file.decks:
            if any(column.alerts.is_loud for column in deck.columns):
                self._open_decks.setdefault(deck.id, OpenDeck())
        self._take_deck(self._file.current)

    @property
    def columns(self) -> tuple[ColumnViewModel, ...]:
        """Of the deck that is shown."""
        return self._shown.columns

    @property
    def all_columns(self) -> tuple[ColumnViewModel, ...]:
        """Of every deck that was opened."""
        return tuple(item for deck in self._open_decks.values() for item in deck.columns)

    def unread_of(self, deck_id: str) -> int:
        """In the columns that count for their deck; 0 for one that was not opened yet."""
        deck = self._open_decks.get(deck_id)
        return deck.unread if deck is not None else 0

    @property
    def solo(self) -> ColumnViewModel | None:
        """The column that has the whole deck to itself."""
        return self.column(self._solo) if self._solo else None

    def set_solo(self, column_id: str) -> None:
        """Empty: all columns side by side again."""
        if column_id != self._solo:
            self._solo = column_id
            self.solo_changed.emit()

    @property
    def _shown(self) -> OpenDeck:
        return self._open_decks.get(self._current, self._closed)

    @property
    def _saved(self) -> list[ColumnViewModel]:
        return self._shown.saved

    @property
    def _beside(self) -> list[tuple[str, ColumnViewModel]]:
        return self._shown.beside

    @property
    def has_accounts(self) -> bool:
        return bool(self._accounts.all)

    def column(self, column_id: str) -> ColumnViewModel | None:
        return next((item for item in self.columns if item.id == column_id), None)

    def add(self, column: Column, at: int | None = None) -> None:
        """Keep a new column; without `at` at the right end."""
        self._file.add(column, at)
        self.focus_wanted.emit(column.id)

    def remove(self, column_id: str) -> None:
        """A temporary one just closes; a saved one goes with a notice that has Undo."""
        target = self.column(column_id)
        if target is None:
            return
        if target.is_temporary:
            self.close_beside(column_id)
            return
        title = target.title
        self._file.remove(column_id)
        self._notices.post(
            Notice(
                code=NoticeCode.COLUMN_REMOVED,
                values={"title": title},
                replaces="column removed",
                action=UNDO_REMOVE,
                subject=column_id,
                seconds=12.0,
            )
        )

    def undo_remove(self) -> None:
        self._file.undo_remove()

    def move(self, column_id: str, steps: int) -> None:
        """Left (negative) or right, among the saved columns."""
        ids = [item.id for item in self._saved]
        if column_id in ids:
            self.move_to(column_id, ids.index(column_id) + steps)

    def move_to(self, column_id: str, place: int) -> None:
        ids = [item.id for item in self._saved]
        place = max(0, min(len(ids) - 1, place))
        if column_id in ids and ids.index(column_id) != place:
            self._file.move(column_id, place)

    def saved_place(self, column_id: str) -> int:
        """The place among the saved columns of this one, or of the one it was opened from."""
        return self._shown.saved_place(column_id)

    def resize(self, column_id: str, width: int) -> None:
        width = max(MIN_COLUMN_WIDTH, min(MAX_COLUMN_WIDTH, width))
        target = self.column(column_id)
        if target is None or target.column.width == width:
            return
        if target.is_temporary:
            target.set_column(_with(target.column, width=width))
        else:
            self._file.resize(column_id, width)

    def reset_width(self, column_id: str) -> None:
        self.resize(column_id, DEFAULT_COLUMN_WIDTH)

    def rename(self, column_id: str, title: str) -> None:
        """An empty title goes back to the one made from the sources."""
        self._update(column_id, title=title.strip())

    def fold(self, column_id: str, is_folded: bool) -> None:
        """To a narrow strip with its count, or back."""
        if is_folded and column_id == self._solo:
            self.set_solo("")
        self._update(column_id, is_folded=is_folded)

    def share_room(self, column_id: str, shares: bool) -> None:
        """Whether it takes its part of the room that is left over."""
        self._update(column_id, shares_room=shares)

    def show(self, column_id: str) -> None:
        """Bring it to the reader, in whichever deck it stands."""
        for deck in self._file.decks:
            if any(column.id == column_id for column in deck.columns):
                self._file.select_deck(deck.id)
                self.focus_wanted.emit(column_id)

    def add_spacer(self, beside: str = "") -> None:
        """Room between columns, right of `beside`; it is moved and sized like them."""
        place = self.saved_place(beside) + 1 if beside else None
        self.add(Column(id=uuid.uuid4().hex, sources=()), place)

    def clear(self, column_id: str) -> None:
        """Mark all as read and clear it away, down to what is new; a notice has Undo."""
        target = self.column(column_id)
        if target is None or target.is_temporary or not target.newest:
            return
        target.mark_read()
        former = target.column.cleared_at
        self._update(column_id, cleared_at=target.newest)
        self._notices.post(
            Notice(
                code=NoticeCode.COLUMN_CLEARED,
                values={"title": target.title, "former": str(former)},
                replaces=f"cleared {column_id}",
                action=UNDO_CLEAR,
                subject=column_id,
                seconds=12.0,
            )
        )

    def show_cleared(self, column_id: str, cleared_at: int = 0) -> None:
        """Show again what was cleared away, down to `cleared_at`."""
        for deck in self._file.decks:
            for column in deck.columns:
                if column.id == column_id:
                    self._file.update_anywhere(_with(column, cleared_at=cleared_at))

    def undo_clear(self, notice: Notice) -> None:
        self.show_cleared(notice.subject, int(notice.values.get("former", "0")))

    def change(self, column: Column) -> None:
        """Other sources, rules, pace or alerts; what else was changed meanwhile stays."""
        target = next((one for one in self.all_columns if one.id == column.id), None)
        if target is None:
            return
        shown = {name: getattr(column, name) for name in _SHOWN}
        self._file.update_anywhere(_with(target.column, **shown))

    def edit_search(self, column_id: str, search: SavedSearch) -> None:
        self._update(column_id, search=search)

    def keep(self, column_id: str) -> None:
        """Make a column that was opened beside part of the deck."""
        target = self.column(column_id)
        if target is None or not target.is_temporary:
            return
        place = self.saved_place(column_id) + 1
        self._shown.beside = [pair for pair in self._beside if pair[1] is not target]
        target.close()
        target.deleteLater()
        self._file.add(target.column, place)

    def refresh_all(self) -> None:
        for item in self.columns:
            item.refresh()

    def open_thread(self, post: Post, beside: str = "") -> None:
        shown = post.shown
        key = TimelineKey(shown.account, TimelineKind.THREAD, shown.id)
        self.open_beside(key, beside, subject=shown.author.display_name)

    def open_profile(self, account: AccountId, profile: Profile, beside: str = "") -> None:
        key = TimelineKey(account, TimelineKind.PROFILE, profile.id)
        self.open_beside(key, beside, subject=profile.display_name)

    def open_own_profile(self, account_id: AccountId) -> None:
        account = self._accounts.get(account_id)
        if account is not None:
            key = TimelineKey(account.id, TimelineKind.PROFILE, account.profile_id)
            self.open_beside(key, subject=account.display_name)

    def open_hashtag(self, account: AccountId, tag: str, beside: str = "") -> None:
        self.open_beside(TimelineKey(account, TimelineKind.HASHTAG, tag.removeprefix("#")), beside)

    def open_beside(self, key: TimelineKey, beside: str = "", *, subject: str = "") -> None:
        """Show a timeline for a moment, right of the column `beside`; its place stays."""
        for _, item in self._beside:
            if item.column.sources == (key,):
                self.focus_wanted.emit(item.id)
                return
        column = Column(id=f"beside-{uuid.uuid4().hex}", sources=(key,), subject=subject)
        self._beside.append((beside, self._open(column, is_temporary=True)))
        self.columns_changed.emit()
        self.focus_wanted.emit(column.id)

    def close_beside(self, column_id: str) -> str:
        """Close a temporary column and all that were opened from it; returns the id of the
        column to go back to."""
        origin = next((first for first, item in self._beside if item.id == column_id), "")
        for _, item in tuple(self._beside):
            if item.id == column_id:
                for child in [one.id for first, one in self._beside if first == column_id]:
                    self.close_beside(child)
                self._shown.beside = [pair for pair in self._beside if pair[1] is not item]
                item.close()
                item.deleteLater()
        self.columns_changed.emit()
        if origin and self.column(origin) is not None:
            self.focus_wanted.emit(origin)
        return origin

    @property
    def opened_beside(self) -> tuple[tuple[str, Column], ...]:
        """The temporary columns of the deck that is shown, each with what it stands beside."""
        return tuple((origin, item.column) for origin, item in self._beside)

    def reopen_beside(self, opened: tuple[tuple[str, Column], ...]) -> None:
        """What `opened_beside` said, in a window that follows another."""
        for origin, column in opened:
            self._beside.append((origin, self._open(column, is_temporary=True)))
        if opened:
            self.columns_changed.emit()

    def close(self) -> None:
        for disconnect in self._disconnects:
            disconnect()
        for item in self.all_columns:
            item.close()
        self._open_decks = {}

    def _update(self, column_id: str, **changes: object) -> None:
        target = self.column(column_id)
        if target is None:
            return
        changed = _with(target.column, **changes)
        if target.is_temporary:
            target.set_column(changed)
        else:
            self._file.update(changed)

    def _open(self, column: Column, *, is_temporary: bool = False) -> ColumnViewModel:
        feed = self._feeds.open(column)
        view_model = ColumnViewModel(
            feed,
            self._accounts,
            self._scope,
            is_temporary=is_temporary,
            parent=self,
        )
        view_model.unread_changed.connect(lambda _: self.decks.changed.emit())
        view_model.arrived.connect(lambda entries: self.arrived.emit(view_model, entries))
        view_model.start()
        return view_model

    def _take_deck(self, deck: Deck) -> None:
        """Bring what is open in step with the file. A deck opens when it is first shown, and
        then goes on living behind the others, so that its columns can count and tell."""
        before = [id(item) for item in self.columns]
        self._open_decks.setdefault(deck.id, OpenDeck())
        known = {item.id: item for one in self._open_decks.values() for item in one.saved}
        decks: dict[str, OpenDeck] = {}
        for each in self._file.decks:
            former = self._open_decks.get(each.id)
            if former is not None:
                saved = [self._column_for(column, known) for column in each.columns]
                decks[each.id] = OpenDeck(saved, former.beside)
        gone = [one for deck_id, one in self._open_decks.items() if deck_id not in decks]
        self._open_decks, self._current = decks, deck.id
        for item in [*known.values(), *(other for one in gone for _, other in one.beside)]:
            self._close_with_children(item)
        if self._solo and self.column(self._solo) is None:
            self.set_solo("")
        if before != [id(item) for item in self.columns]:
            self.columns_changed.emit()
        self.decks.changed.emit()

    def _column_for(self, column: Column, known: dict[str, ColumnViewModel]) -> ColumnViewModel:
        """The one that is open already where it can go on, else a new one."""
        item = known.pop(column.id, None)
        if item is not None and not _same_content(item.column, column):
            item.close()
            item.deleteLater()
            item = None
        if item is None:
            return self._open(column)
        item.set_column(column)
        return item

    def _close_with_children(self, item: ColumnViewModel) -> None:
        for one in self._open_decks.values():
            for child in one.children(item.id):
                one.beside = [pair for pair in one.beside if pair[1] is not child]
                self._close_with_children(child)
        item.close()
        item.deleteLater()


def _same_content(first: Column, second: Column) -> bool:
    """True when the same feed can go on; a new title or width does not matter."""

    def content(column: Column) -> object:
        search = column.search
        words = (search.text, search.accounts) if search is not None else None
        return (column.sources, words, column.keep)

    return content(first) == content(second)


def _with(column: Column, **changes: object) -> Column:
    changed: Column = msgspec.structs.replace(column, **changes)
    return changed
