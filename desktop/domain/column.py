"""The deck: which columns stand side by side."""

from __future__ import annotations

from msgspec import Struct

from desktop.domain.query import SavedSearch
from desktop.domain.timeline import TimelineKey

MIN_COLUMN_WIDTH = 240
DEFAULT_COLUMN_WIDTH = 300
MAX_COLUMN_WIDTH = 900


class Column(Struct, frozen=True, kw_only=True):
    """One column. `sources` are merged in time; for a saved search the only source is its key.

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
    width: int = DEFAULT_COLUMN_WIDTH
    keep: int = 2000


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
