"""The deck: which columns stand side by side."""

from __future__ import annotations

from msgspec import Struct

from desktop.domain.filter_rule import ColumnRules
from desktop.domain.query import SavedSearch
from desktop.domain.timeline import TimelineKey

MIN_COLUMN_WIDTH = 240
DEFAULT_COLUMN_WIDTH = 300
MAX_COLUMN_WIDTH = 900


class Alerts(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a column tells of new posts while nobody looks."""

    badge: bool = True
    """The count in its header and on its deck."""
    sound: bool = False
    popup: bool = False
    """A notification of the desktop."""
    attention: bool = False
    """The window's mark in the taskbar."""

    @property
    def is_loud(self) -> bool:
        return self.sound or self.popup or self.attention


class Column(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One column. `sources` are merged in time, a saved search is one of them; without any it
    is a spacer.

    `width` in device-independent pixels. `keep` is how many posts of each source the store
    retains.
    """

    id: str
    sources: tuple[TimelineKey, ...]
    search: SavedSearch | None = None
    title: str = ""
    """Chosen by the user; empty: made from the sources."""
    subject: str = ""
    """What the parameter is called by people: a list's title, a profile's handle."""
    subjects: dict[str, str] = {}
    """The same for each of several sources, by kind/parameter."""
    width: int = DEFAULT_COLUMN_WIDTH
    keep: int = 2000
    is_folded: bool = False
    """Shown as a narrow strip with its count."""
    shares_room: bool = False
    """Takes its part of the room that is left over in the window."""
    tags_all: tuple[str, ...] = ()
    """Posts of its hashtags must have all of these, too (without #)."""
    tags_none: tuple[str, ...] = ()
    rules: ColumnRules = ColumnRules()
    alerts: Alerts = Alerts()
    slow_minutes: int = 0
    """New posts come in at most so often; 0: at once."""
    cleared_at: int = 0
    """What is not newer than this (a sort key) was cleared away; 0: nothing."""

    @property
    def is_spacer(self) -> bool:
        return not self.sources and self.search is None


class Deck(Struct, frozen=True, kw_only=True):
    id: str
    name: str = ""
    columns: tuple[Column, ...] = ()


class ColumnState(Struct, frozen=True, tag=True):
    """How fresh a column is; `viewmodels/messages.py` has the words."""


class Loading(ColumnState, frozen=True):
    pass


class Live(ColumnState, frozen=True):
    pass


class Polling(ColumnState, frozen=True):
    every: float
    """Seconds."""
    next_at: float = 0.0
    """POSIX time."""


class Waiting(ColumnState, frozen=True):
    """Offline; the next try is at `retry_at` (POSIX time, 0: unknown)."""

    retry_at: float = 0.0


class Limited(ColumnState, frozen=True):
    until: float


class NoSession(ColumnState, frozen=True):
    """Signed out; `locked`: its secrets cannot be read."""

    locked: bool = False


class Failed(ColumnState, frozen=True):
    """`code` names the error, `reason` is the server's own words."""

    code: str
    reason: str = ""
