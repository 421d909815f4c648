"""One column: what stands in its header, what its face says, what its buttons do."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.account import Account, AccountId
from desktop.domain.column import Column, ColumnState, Failed, Limited, Loading, NoSession, Waiting
from desktop.domain.errors import QueryError, VoliereError
from desktop.domain.timeline import Entry
from desktop.domain.timeline_kind import TimelineKind
from desktop.services.store_batch import Place
from desktop.text.query import highlights, parse
from desktop.viewmodels.column_types import (
    COLUMN_TYPES,
    column_accounts,
    column_subtitle,
    column_title,
    empty_words,
    kind_of,
)
from desktop.viewmodels.find_vm import FindViewModel
from desktop.viewmodels.rule_words import (
    cleared_words,
    held_sentence,
    hidden_sentence,
    hidden_words,
    reasons_sentence,
)
from desktop.viewmodels.state_words import StateWords, state_words
from desktop.viewmodels.timeline_model import FeedChanged, TimelineModel

if TYPE_CHECKING:
    from desktop.services.accounts import Accounts
    from desktop.services.feeds import ColumnFeed
    from desktop.services.tasks import TaskScope


Highlights = Callable[[str], Sequence[tuple[int, int]]]


class Face(StrEnum):
    """What fills a column: its posts, or a page that says why there are none."""

    POSTS = "posts"
    LOADING = "loading"
    EMPTY = "empty"
    TROUBLE = "trouble"


class ColumnViewModel(QObject):
    """Wraps a ColumnFeed for a column's view. `model` lists its entries for the timeline.

    A temporary column (a thread, a profile opened beside) is not part of the saved deck.
    """

    header_changed = Signal()
    """Title, subtitle, icon or colours."""
    state_changed = Signal()
    face_changed = Signal()
    unread_changed = Signal(int)
    loading_changed = Signal()
    width_changed = Signal(int)
    shape_changed = Signal()
    """Folded or not, with a share of the room or not."""
    rules_changed = Signal()
    """What the rules hide, whether that is shown all the same, or what a slow column holds."""
    arrived = Signal(object)
    """Entries that are new at the top and not our own, newest first: something to tell of."""
    gap_failed = Signal(str)
    """Entry id of a gap that could not be filled."""

    def __init__(
        self,
        feed: ColumnFeed,
        accounts: Accounts,
        scope: TaskScope,
        *,
        is_temporary: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.feed = feed
        self.model = TimelineModel(
            feed, self, oldest_first=kind_of(feed.column) is TimelineKind.THREAD
        )
        self.is_temporary = is_temporary
        self._accounts = accounts
        self._scope = scope
        self._column = feed.column
        self._face = self._current_face()
        self._is_closed = False
        self._known = 0
        self.find = FindViewModel(feed, scope, self)
        self.find.changed.connect(self.header_changed)
        self._marked: tuple[str, Highlights | None] = ("", None)
        self._disconnects: list[Callable[[], None]] = [
            feed.state_changed.connect(self._on_state),
            feed.unread_changed.connect(self._on_unread),
            feed.hidden_changed.connect(lambda _: self.rules_changed.emit()),
            feed.held_changed.connect(lambda _: self.rules_changed.emit()),
            feed.loading_changed.connect(lambda _: self.loading_changed.emit()),
            feed.changed.connect(self._on_feed),
            accounts.changed.connect(lambda _: self.header_changed.emit()),
        ]

    @property
    def id(self) -> str:
        return self._column.id

    @property
    def column(self) -> Column:
        return self._column

    def set_column(self, column: Column) -> None:
        """Take over a new title or width; the sources stay the same."""
        former, self._column = self._column, column
        if (former.title, former.subject, former.search) != (
            column.title, column.subject, column.search,
        ):  # fmt: skip
            self.header_changed.emit()
        if former.width != column.width:
            self.width_changed.emit(column.width)
        if (former.is_folded, former.shares_room) != (column.is_folded, column.shares_room):
            self.shape_changed.emit()
        if _shows_else(former, column) and not self._is_closed:
            self._scope.start(self._take_column(column), name=f"rules {self.id}")

    async def _take_column(self, column: Column) -> None:
        await self.feed.set_column(column)
        self.rules_changed.emit()
        self._check_face()

    @property
    def hidden_sentence(self) -> str:
        """What the strip says of the posts that the rules hide; empty: none."""
        return hidden_sentence(self.feed.hidden, self.feed.is_revealing)

    @property
    def hidden_reasons(self) -> str:
        """Why, part by part, for the strip's tool tip."""
        return reasons_sentence(self.feed.reasons)

    @property
    def is_revealing(self) -> bool:
        return self.feed.is_revealing

    @property
    def held_sentence(self) -> str:
        """What waits in a slow column; empty: nothing."""
        return held_sentence(self.feed.held)

    def reveal(self, is_revealing: bool) -> None:
        """Show what the rules hide, or hide it again."""
        if not self._is_closed:
            self._scope.start(self._reveal(is_revealing), name=f"reveal {self.id}")

    async def _reveal(self, is_revealing: bool) -> None:
        await self.feed.reveal(is_revealing)
        self.rules_changed.emit()
        self._check_face()

    def release(self) -> None:
        """Let in what a slow column holds."""
        if not self._is_closed:
            self._scope.start(self.feed.release(), name=f"release {self.id}")

    @property
    def newest(self) -> int:
        """The sort key of what is on top, 0 for an empty column."""
        return self.feed.entries[0].sort_at if self.feed.entries else 0

    @property
    def kind(self) -> TimelineKind:
        return kind_of(self._column)

    @property
    def accounts(self) -> tuple[Account, ...]:
        return column_accounts(self._column, self._accounts.all)

    @property
    def account(self) -> Account | None:
        """The first account that this column sees with."""
        accounts = self.accounts
        return accounts[0] if accounts else None

    @property
    def title(self) -> str:
        account = self.account
        return column_title(self._column, account.network if account else "mastodon")

    @property
    def subtitle(self) -> str:
        return column_subtitle(self._column, self._accounts.all)

    @property
    def icon(self) -> str:
        return COLUMN_TYPES[self.kind].icon

    @property
    def colours(self) -> tuple[str, ...]:
        """One for each account, for the bar on top."""
        return tuple(dict.fromkeys(account.colour for account in self.accounts))

    @property
    def state(self) -> ColumnState:
        return self.feed.state

    @property
    def words(self) -> StateWords:
        return state_words(self.feed.state)

    @property
    def unread(self) -> int:
        return self.feed.unread

    @property
    def face(self) -> Face:
        return self._face

    @property
    def empty_words(self) -> tuple[str, str]:
        if self._column.cleared_at:
            return cleared_words()
        if self.feed.hidden:
            return hidden_words(self.feed.hidden)
        return empty_words(self.kind)

    @property
    def is_cleared(self) -> bool:
        """What was there was cleared away, and can be shown again."""
        return bool(self._column.cleared_at)

    @property
    def is_loading_older(self) -> bool:
        return self.feed.is_loading_older

    @property
    def signed_out_account(self) -> AccountId | None:
        """Who has to sign in again so that this column goes on."""
        if isinstance(self.feed.state, NoSession) and self.account is not None:
            return self.account.id
        return None

    def start(self) -> None:
        self._scope.start(self.feed.start(), name=f"column {self.id}")

    def refresh(self) -> None:
        if not self._is_closed:
            self._scope.start(self.feed.refresh(), name=f"refresh {self.id}")

    def load_older(self) -> None:
        if not (self._is_closed or self.feed.is_at_end or self.feed.is_loading_older):
            self._scope.start(self.feed.load_older(), name=f"older {self.id}")

    def fill_gap(self, entry_id: str) -> None:
        if not self._is_closed:
            self._scope.start(self._fill(entry_id), name=f"gap {self.id}")

    async def _fill(self, entry_id: str) -> None:
        try:
            await self.feed.fill_gap(entry_id)
        except VoliereError:
            self.gap_failed.emit(entry_id)
            raise

    def reached(self, entry_id: str, top: int) -> None:
        """Where the reader is: the first row's entry, and its top in pixels. What is older
        than it counts as read, too."""
        row = self.model.row_of(entry_id)
        if row < 0 or self._is_closed:
            return
        entry = self.model.entry(row)
        self.feed.mark_read(entry.order)
        if not self.is_temporary:
            former = self.feed.place
            read = max(entry.sort_at, former.read_up_to if former is not None else 0)
            self.feed.remember_place(Place(anchor=entry_id, offset=-top, read_up_to=read))

    @property
    def highlights(self) -> Highlights | None:
        """Which runs of a text (code points) match: what is looked for, else the keywords."""
        if self.find.is_on:
            return self.find.highlights
        search = self._column.search
        text = search.text if search is not None else ""
        if text != self._marked[0]:
            self._marked = (text, _marker(text))
        return self._marked[1]

    @property
    def place(self) -> tuple[str, int] | None:
        """Where the reader was the last time: entry id, and where its top was."""
        place = self.feed.place
        return (place.anchor, -place.offset) if place is not None and place.anchor else None

    def mark_read(self) -> None:
        self.feed.mark_read()

    def seconds_to_next(self) -> float:
        """Until a waiting or limited column is tried again; 0: unknown or now."""
        match self.feed.state:
            case Waiting(retry_at=moment) | Limited(until=moment):
                return max(0.0, moment - time.time())
        return 0.0

    def close(self) -> None:
        """Let go of the feed; its tasks end with it."""
        if self._is_closed:
            return
        self._is_closed = True
        for disconnect in self._disconnects:
            disconnect()
        self._disconnects.clear()
        self.model.close()
        self._scope.start(self.feed.close(), name=f"close {self.id}")

    def _on_feed(self, change: FeedChanged) -> None:
        self._check_face()
        before, self._known = self._known, max(self._known, self.newest)
        if not before or change.reset or isinstance(self.feed.state, Loading):
            return
        fresh = [
            entry
            for entry in change.inserted
            if entry.sort_at > before and entry.gap is None and not self._is_ours(entry)
        ]
        if fresh:
            self.arrived.emit(fresh)

    def _is_ours(self, entry: Entry) -> bool:
        post = entry.post
        return post is not None and any(
            one.id == post.account and one.profile_id == post.author.id for one in self.accounts
        )

    def _on_state(self, _: ColumnState) -> None:
        self.state_changed.emit()
        self._check_face()

    def _on_unread(self, count: int) -> None:
        self.unread_changed.emit(count)

    def _check_face(self) -> None:
        face = self._current_face()
        if face is not self._face or face is Face.TROUBLE:
            self._face = face
            self.face_changed.emit()

    def _current_face(self) -> Face:
        if self.feed.entries:
            return Face.POSTS
        if self._column.is_spacer:
            return Face.EMPTY
        match self.feed.state:
            case Loading():
                return Face.LOADING
            case Waiting() | Limited() | NoSession() | Failed():
                return Face.TROUBLE
        return Face.EMPTY


def _marker(text: str) -> Highlights | None:
    """None for words that are no query."""
    try:
        query = parse(text)
    except QueryError:
        return None
    return lambda shown: tuple(highlights(query, shown))


def _shows_else(former: Column, column: Column) -> bool:
    """Whether the same sources show other posts now."""

    def shown(one: Column) -> object:
        return (one.rules, one.cleared_at, one.tags_all, one.tags_none, one.slow_minutes)

    return shown(former) != shown(column)
