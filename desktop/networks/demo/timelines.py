"""Which posts stand in which timeline, and their pages.

Every row has a rank: a number that orders it in its timeline and never changes, so that a
cursor still works when the post that it was made from is gone.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from typing import TypeVar

from desktop.domain.account import AccountId, Visibility
from desktop.domain.errors import NotFound, NotSupported, ServerFault
from desktop.domain.notification import NotificationKind
from desktop.domain.query import And, Query, Word
from desktop.domain.timeline import SERVER_ORDERED, Cursor, Page, TimelineKey, TimelineKind
from desktop.networks.demo.records import Deed, Writing
from desktop.networks.demo.views import can_see, make_notification, make_post, make_probe
from desktop.networks.demo.world import World
from desktop.text.query import matches

Kind = TimelineKind
NOTIFYING = frozenset({Kind.NOTIFICATIONS, Kind.MENTIONS})
STREAMED = frozenset(Kind) - SERVER_ORDERED - {Kind.SAVED_SEARCH} | {Kind.CONVERSATIONS}
SHOWN = frozenset(Kind) - {Kind.SAVED_SEARCH}
_MENTIONING = frozenset({NotificationKind.MENTION, NotificationKind.QUOTE})
SEARCH_PIECE = 40
"""Posts that are looked at in one go: well under a frame."""
Row = TypeVar("Row")


def belongs(world: World, writing: Writing, key: TimelineKey, viewer: str) -> bool:
    """Is the post in this timeline of `viewer` (a profile id)? Not for notifications."""
    if not can_see(world, writing, viewer):
        return False
    original = world.posts.get(writing.repost_of)
    kind = key.kind
    if kind is not Kind.PROFILE and kind is not Kind.THREAD:
        people = (writing, original) if original else (writing,)
        if any(world.shuns(viewer, one.author) for one in people):
            return False
    rule = _RULES.get(kind)
    if rule is None:
        raise NotSupported(kind.value)
    return rule(world, writing, key.parameter, viewer)


def _home(world: World, writing: Writing, _parameter: str, viewer: str) -> bool:
    if writing.visibility is Visibility.DIRECT:
        return False
    author = writing.author
    if author != viewer and (viewer, author) not in world.follows:
        followed = set(world.shelf(viewer).tags)
        is_public = writing.visibility is Visibility.PUBLIC
        return is_public and any(tag.lower() in followed for tag in writing.tags)
    parent = world.posts.get(writing.reply_to)
    return (
        parent is None
        or author == viewer
        or parent.author in (viewer, author)
        or (viewer, parent.author) in world.follows
    )


def _local(world: World, writing: Writing, _parameter: str, viewer: str) -> bool:
    return world.people[writing.author].is_local and _federated(world, writing, "", viewer)


def _federated(world: World, writing: Writing, _parameter: str, _viewer: str) -> bool:
    parent = world.posts.get(writing.reply_to)
    return (
        writing.visibility is Visibility.PUBLIC
        and not writing.repost_of
        and (not writing.reply_to or (parent is not None and parent.author == writing.author))
    )


def _hashtag(_world: World, writing: Writing, parameter: str, _viewer: str) -> bool:
    wanted = parameter.removeprefix("#").lower()
    is_public = writing.visibility is Visibility.PUBLIC
    return is_public and wanted in (tag.lower() for tag in writing.tags)


def _list(world: World, writing: Writing, parameter: str, viewer: str) -> bool:
    found = world.shelf(viewer).lists.get(parameter)
    if found is None:
        raise NotFound(parameter)
    return writing.author in found[1] and writing.visibility is not Visibility.DIRECT


def _profile(_world: World, writing: Writing, parameter: str, _viewer: str) -> bool:
    return writing.author == parameter and writing.visibility is not Visibility.DIRECT


def _conversations(_world: World, writing: Writing, _parameter: str, viewer: str) -> bool:
    is_direct = writing.visibility is Visibility.DIRECT
    return is_direct and (writing.author == viewer or viewer in writing.mentions)


def _search(world: World, writing: Writing, parameter: str, viewer: str) -> bool:
    return bool(parameter.strip()) and finds(world, writing, words_of(parameter), viewer)


def _thread(world: World, writing: Writing, parameter: str, _viewer: str) -> bool:
    top = world.posts.get(parameter)
    return top is not None and not writing.repost_of and world.root(top) == world.root(writing)


_RULES: dict[TimelineKind, Callable[[World, Writing, str, str], bool]] = {
    Kind.HOME: _home,
    Kind.LOCAL: _local,
    Kind.FEDERATED: _federated,
    Kind.HASHTAG: _hashtag,
    Kind.LIST: _list,
    Kind.PROFILE: _profile,
    Kind.CONVERSATIONS: _conversations,
    Kind.SEARCH: _search,
    Kind.THREAD: _thread,
}


def finds(world: World, writing: Writing, query: Query, viewer: str) -> bool:
    """Does a search find this post? Reposts are never found."""
    if writing.repost_of or not can_see(world, writing, viewer):
        return False
    return matches(query, make_probe(world, writing))


def notifies(deed: Deed, kind: TimelineKind) -> bool:
    return kind is Kind.NOTIFICATIONS or deed.kind in _MENTIONING


def _cut(
    rows: Iterable[tuple[int, Row]], cursor: Cursor | None, limit: int
) -> tuple[list[Row], Cursor | None, Cursor | None, bool]:
    """What a cursor asks of rows that come newest first: the piece, `older`, `newer`, and
    whether something stands above it."""
    side, _, place = (cursor or Cursor("")).partition(":")
    if cursor and (side not in ("below", "above") or not place.isdigit()):
        raise ServerFault(0, "a cursor of another network")
    ordered = list(rows)
    if side == "above":
        above = [row for row in ordered if row[0] > int(place)]
        piece = above[-limit:]
        is_more_above, is_more_below = len(above) > limit, True
    else:
        below = [row for row in ordered if not side or row[0] < int(place)]
        piece = below[:limit]
        is_more_above, is_more_below = bool(side), len(below) > limit
    older = Cursor(f"below:{piece[-1][0]}") if piece and is_more_below else None
    newer = Cursor(f"above:{piece[0][0]}") if piece else cursor if side == "above" else None
    return [row for _, row in piece], older, newer, is_more_above


def fetch(
    world: World,
    key: TimelineKey,
    viewer: str,
    account: AccountId,
    cursor: Cursor | None,
    limit: int,
) -> tuple[Page, bool]:
    """A page, and whether there is something above it."""
    if key.kind in NOTIFYING:
        deeds = [
            (int(deed.id), deed)
            for deed in reversed(world.shelf(viewer).deeds)
            if notifies(deed, key.kind) and not world.shuns(viewer, deed.people[0])
        ]
        told, older, newer, more = _cut(deeds, cursor, limit)
        notifications = tuple(make_notification(world, deed, account) for deed in told)
        return Page(notifications=notifications, older=older, newer=newer), more
    piece, older, newer, more = _cut(_rows(world, key, viewer), cursor, limit)
    posts = tuple(make_post(world, writing, viewer, account) for writing in piece)
    return Page(posts=posts, older=older, newer=newer), more


async def search(
    world: World, query: Query, viewer: str, account: AccountId, cursor: Cursor | None, limit: int
) -> Page:
    """What a search finds. It lets others run in between: this floor shares the GUI's thread."""
    rows: list[tuple[int, Writing]] = []
    for number, writing in enumerate(reversed(tuple(world.posts.values()))):
        if number % SEARCH_PIECE == 0:
            await asyncio.sleep(0)
        if writing.id in world.posts and finds(world, writing, query, viewer):
            rows.append((int(writing.id), writing))
    piece, older, newer, _ = _cut(rows, cursor, limit)
    posts = tuple(make_post(world, writing, viewer, account) for writing in piece)
    return Page(posts=posts, older=older, newer=newer)


def words_of(text: str) -> Query:
    """The query of a SEARCH timeline: all the words."""
    words = tuple(Word(word) for word in text.split())
    return words[0] if len(words) == 1 else And(words)


def _rows(world: World, key: TimelineKey, viewer: str) -> list[tuple[int, Writing]]:
    shelf = world.shelf(viewer)
    kept = {Kind.BOOKMARKS: shelf.bookmarks, Kind.LIKES: shelf.likes}.get(key.kind)
    if kept is not None:
        rows = [
            (number, world.posts[post_id])
            for post_id, number in kept.items()
            if can_see(world, world.posts[post_id], viewer)
        ]
        return sorted(rows, key=lambda row: row[0], reverse=True)
    if key.kind is Kind.PROFILE:
        world.profile(key.parameter)
    if key.kind is Kind.THREAD:
        world.post(key.parameter)
    if key.kind is Kind.LIST and key.parameter not in shelf.lists:
        raise NotFound(key.parameter)
    return [
        (int(writing.id), writing)
        for writing in reversed(tuple(world.posts.values()))
        if belongs(world, writing, key, viewer)
    ]


def rank_of(world: World, key: TimelineKey, viewer: str, item: str) -> int | None:
    """Where the post or notification `item` stands (or stood); None where nobody knows.
    Notifications are also known by their group."""
    if key.kind in NOTIFYING:
        for deed in world.shelf(viewer).deeds:
            if item in (deed.id, deed.group):
                return int(deed.id)
    if key.kind in (Kind.BOOKMARKS, Kind.LIKES):
        shelf = world.shelf(viewer)
        return (shelf.bookmarks if key.kind is Kind.BOOKMARKS else shelf.likes).get(item)
    return int(item) if item.isdigit() else None
