"""What goes into the store, and what it says has changed."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

import msgspec
from msgspec import Struct

from desktop.domain.account import AccountId
from desktop.domain.post import Post, PostKey
from desktop.domain.timeline import Entry, TimelineKey


class StoreBatch(Struct, frozen=True, kw_only=True):
    """Everything here is stored in one transaction."""

    posts: tuple[Post, ...] = ()
    """New or changed posts that need not be in any timeline."""
    entries: dict[TimelineKey, tuple[Entry, ...]] = {}
    removed: dict[TimelineKey, tuple[str, ...]] = {}
    """Ids of entries that leave their timeline."""
    deleted: tuple[PostKey, ...] = ()
    """Posts that are no more, anywhere. They never come back, see `restores`."""
    is_streamed: bool = False
    """Told by a stream: its posts may not know what our account did with them, so what is known
    of that stays; a notification joins the group that is stored."""
    restores: bool = False
    """Posts that were deleted come back: their deletion was refused."""
    complete: frozenset[TimelineKey] = frozenset()
    """Timelines that after this batch have no hole above what was known before."""
    silent: frozenset[str] = frozenset()
    """Ids of entries that are stored but not told in `changed`: gaps that may close at once."""

    def without(self, accounts: AbstractSet[AccountId]) -> StoreBatch:
        """The batch with nothing in it that these accounts see."""
        return msgspec.structs.replace(
            self,
            posts=tuple(post for post in self.posts if post.account not in accounts),
            entries={
                key: tuple(e for e in entries if e.post is None or e.post.account not in accounts)
                for key, entries in self.entries.items()
                if key.account not in accounts
            },
        )


class StoreChange(Struct, frozen=True, kw_only=True):
    """What a batch really changed."""

    added: dict[TimelineKey, tuple[Entry, ...]] = {}
    """Only what was not there before; newest first. An entry that moved is removed and added."""
    updated: dict[PostKey, Post] = {}
    """Posts that were there before and are different now, those that repost or quote them too."""
    removed: dict[TimelineKey, tuple[str, ...]] = {}
    deleted: frozenset[PostKey] = frozenset()
    replaced: dict[TimelineKey, tuple[Entry, ...]] = {}
    """The same id at the same place, with new content."""

    @property
    def is_empty(self) -> bool:
        return not (self.added or self.updated or self.removed or self.deleted or self.replaced)


class Place(Struct, frozen=True, kw_only=True):
    """Where somebody reads in a column. `anchor`: the id of the entry at the upper edge (empty:
    the top), `offset`: how many device-independent pixels of it are above the edge.
    `read_up_to`: the sort key (microseconds) of the newest entry that was read, 0: none."""

    anchor: str = ""
    offset: int = 0
    read_up_to: int = 0
