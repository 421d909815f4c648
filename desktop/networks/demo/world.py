"""The demo's world: who there is, what was written, who follows whom. All in memory.

Every account of the demo sees the same world; what one changes is told to the others by
`changed`. Nothing here waits: `live.py` moves the time on, `chronicle.py` invents.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from desktop.domain.errors import NotFound
from desktop.domain.notification import NotificationKind
from desktop.domain.profile import Profile
from desktop.domain.signal import Signal
from desktop.networks.demo import people
from desktop.networks.demo.records import (
    Change,
    Changed,
    Deed,
    Done,
    Removed,
    Shelf,
    Upload,
    Writing,
    Written,
)


def utc_now() -> datetime:
    return datetime.now(UTC)


class World:
    """Holds and changes the facts. `clock` gives aware UTC times."""

    def __init__(self, now: datetime, clock: Callable[[], datetime] = utc_now) -> None:
        self.clock = clock
        self.changed: Signal[Change] = Signal()
        self.people = {person.id: person for person in people.PEOPLE}
        self.profiles: dict[str, Profile] = {
            person.id: people.make_profile(person, now) for person in people.PEOPLE
        }
        self.handles = {person.handle: person.id for person in people.PEOPLE}
        self.posts: dict[str, Writing] = {}
        self.follows: set[tuple[str, str]] = set()
        self.mutes: set[tuple[str, str]] = set()
        self.blocks: set[tuple[str, str]] = set()
        self.shelves: dict[str, Shelf] = {}
        self.uploads: dict[str, Upload] = {}
        self._last_id = 0
        self._numbers = 0

    # time and names

    def moment(self) -> datetime:
        """Now, in whole milliseconds: the resolution of ids."""
        now = self.clock()
        return now.replace(microsecond=now.microsecond // 1000 * 1000)

    def make_id(self, at: datetime) -> str:
        """Ids are in the order of time, as those of real servers."""
        wanted = round(at.timestamp() * 1000) << 16
        self._last_id = max(self._last_id + 1, wanted)
        return str(self._last_id)

    def next_number(self) -> int:
        self._numbers += 1
        return self._numbers

    def shelf(self, owner: str) -> Shelf:
        return self.shelves.setdefault(owner, Shelf())

    def post(self, post_id: str) -> Writing:
        """Raises NotFound."""
        found = self.posts.get(post_id)
        if found is None:
            raise NotFound(post_id)
        return found

    def profile(self, profile_id: str) -> Profile:
        """Raises NotFound."""
        found = self.profiles.get(profile_id)
        if found is None:
            raise NotFound(profile_id)
        return found

    # who sees what

    def shuns(self, viewer: str, other: str) -> bool:
        """Muted or blocked, or blocked by them."""
        return (
            (viewer, other) in self.mutes
            or (viewer, other) in self.blocks
            or (other, viewer) in self.blocks
        )

    def root(self, writing: Writing) -> str:
        """The id of the first post of its thread."""
        seen = {writing.id}
        while writing.reply_to and writing.reply_to in self.posts and writing.reply_to not in seen:
            writing = self.posts[writing.reply_to]
            seen.add(writing.id)
        return writing.id

    # changes

    def write(self, writing: Writing) -> Writing:
        """Put a new post into the world and tell everyone whom it concerns."""
        self.posts[writing.id] = writing
        parent = self.posts.get(writing.reply_to)
        if parent is not None:
            parent.replies.append(writing.id)
        quoted = self.posts.get(writing.quote_of)
        if quoted is not None:
            quoted.quotes.append(writing.id)
        reposted = self.posts.get(writing.repost_of)
        if reposted is not None:
            reposted.reposts[writing.author] = writing.id
        self._count_posts(writing.author, 1)
        self.changed.emit(Written(writing.id))
        told = {writing.author}
        for other in writing.mentions:
            if other not in told:
                told.add(other)
                self.tell(other, NotificationKind.MENTION, writing.author, writing.id, writing.at)
        if quoted is not None and quoted.author not in told:
            kind = NotificationKind.QUOTE
            self.tell(quoted.author, kind, writing.author, writing.id, writing.at)
        if reposted is not None:
            kind = NotificationKind.REPOST
            self.tell(reposted.author, kind, writing.author, reposted.id, writing.at)
        for touched in (parent, quoted, reposted):
            if touched is not None:
                self.changed.emit(Changed(touched.id))
        return writing

    def touch(self, post_id: str) -> None:
        """Say that a post is not what it was."""
        self.changed.emit(Changed(post_id))

    def remove(self, post_id: str) -> None:
        """Take a post away, and its reposts with it."""
        gone = self.posts.pop(post_id, None)
        if gone is None:
            return
        self._count_posts(gone.author, -1)
        for repost in tuple(gone.reposts.values()):
            self.remove(repost)
        for other, kept in ((gone.reply_to, "replies"), (gone.quote_of, "quotes")):
            if other in self.posts and post_id in getattr(self.posts[other], kept):
                getattr(self.posts[other], kept).remove(post_id)
        if gone.repost_of in self.posts:
            self.posts[gone.repost_of].reposts.pop(gone.author, None)
        for shelf in self.shelves.values():
            shelf.bookmarks.pop(post_id, None)
            shelf.likes.pop(post_id, None)
            shelf.pins.pop(post_id, None)
            shelf.deeds[:] = [deed for deed in shelf.deeds if deed.post != post_id]
        self.changed.emit(Removed(post_id))
        if gone.reply_to in self.posts:
            self.touch(gone.reply_to)
        if gone.repost_of in self.posts:
            self.touch(gone.repost_of)

    def like(self, who: str, post_id: str, at: datetime) -> None:
        post = self.post(post_id)
        if who in post.liked_by:
            return
        post.liked_by[who] = None
        self.touch(post_id)
        self.tell(post.author, NotificationKind.LIKE, who, post_id, at)

    def unlike(self, who: str, post_id: str) -> None:
        post = self.post(post_id)
        if who in post.liked_by:
            del post.liked_by[who]
            self.touch(post_id)

    def repost(self, who: str, post_id: str, at: datetime) -> None:
        post = self.post(post_id)
        if who not in post.reposts:
            self.write(Writing(id=self.make_id(at), author=who, at=at, repost_of=post_id))

    def follow(self, who: str, other: str, at: datetime) -> None:
        if (who, other) not in self.follows:
            self.follows.add((who, other))
            self._count_followers(who, other, 1)
            self.tell(other, NotificationKind.FOLLOW, who, "", at)

    def unfollow(self, who: str, other: str) -> None:
        if (who, other) in self.follows:
            self.follows.discard((who, other))
            self._count_followers(who, other, -1)

    def tell(
        self, owner: str, kind: NotificationKind, who: str, post_id: str, at: datetime
    ) -> None:
        """Note a deed for its owner, joined to an older one that says the same."""
        shelf = self.shelves.get(owner)
        if shelf is None or (owner == who and kind is not NotificationKind.POLL_ENDED):
            return
        post = self.posts.get(post_id)
        if self.shuns(owner, who) or (post is not None and self.root(post) in shelf.muted_threads):
            return
        group = ""
        if kind in (NotificationKind.LIKE, NotificationKind.REPOST):
            group = f"{kind.value}-{post_id}"
        elif kind is NotificationKind.FOLLOW:
            group = f"follow-{(at - timedelta(hours=4)):%Y%m%d}"
        older = next((deed for deed in shelf.deeds if group and deed.group == group), None)
        names = [who]
        if older is not None:
            shelf.deeds.remove(older)
            names += [name for name in older.people if name != who]
        deed = Deed(
            id=self.make_id(at),
            owner=owner,
            kind=kind,
            at=at,
            people=names,
            post=post_id,
            group=group,
        )
        shelf.deeds.append(deed)
        self.changed.emit(Done(deed))

    def _count_posts(self, author: str, by: int) -> None:
        profile = self.profiles[author]
        self.profiles[author] = _with(profile, post_count=max(0, profile.post_count + by))

    def _count_followers(self, who: str, other: str, by: int) -> None:
        mine, theirs = self.profiles[who], self.profiles[other]
        self.profiles[who] = _with(mine, following_count=max(0, mine.following_count + by))
        self.profiles[other] = _with(theirs, follower_count=max(0, theirs.follower_count + by))


def _with(profile: Profile, **changes: int) -> Profile:
    return replace(profile, **changes)
