"""Pages of a server made into places of a timeline. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.domain.notification import Notification
from desktop.domain.post import Post, Thread
from desktop.domain.timeline import SERVER_ORDERED, Entry, Page, TimelineKind, microseconds
from desktop.services.store_entries import joined

NEAR = 1_000
"""Microseconds between entries that came together at the head of a server-ordered timeline."""
FAR = 1_000_000
"""Microseconds between those that are read on below."""


def keeps_server_order(kind: TimelineKind) -> bool:
    """Whether places come from the server's order and not from the posts' times."""
    return kind in SERVER_ORDERED or kind is TimelineKind.THREAD


def notification_entry(notification: Notification) -> Entry:
    return Entry(
        id=notification.group or notification.id,
        sort_at=microseconds(notification.created_at),
        notification=notification,
    )


def post_entry(post: Post) -> Entry:
    return Entry(id=post.id, sort_at=microseconds(post.created_at), post=post)


def page_entries(page: Page) -> list[Entry]:
    """The entries of a page, each id once, in the page's order; notifications of one group
    are joined."""
    entries: dict[str, Entry] = {}
    for post in page.posts:
        entries.setdefault(post.id, post_entry(post))
    for notification in page.notifications:
        entry = notification_entry(notification)
        former = entries.get(entry.id)
        if former is not None and former.notification is not None:
            entry = notification_entry(joined(former.notification, notification, is_streamed=False))
        entries[entry.id] = entry
    return list(entries.values())


def thread_posts(thread: Thread) -> tuple[Post, ...]:
    """A thread in the order of reading."""
    posts = {post.id: post for post in (*thread.before, thread.post, *thread.after)}
    return tuple(posts.values())


def positions(
    ids: Sequence[str],
    known: Mapping[str, int],
    *,
    now: int,
    ceiling: int | None = None,
    floor: int | None = None,
) -> dict[str, int]:
    """Sort keys that keep the server's order of `ids` (first on top).

    What is `known` keeps its place as far as that agrees with the order; the rest is put
    between. `ceiling`: all stays below it; None for the top of the timeline, whose new entries
    are of `now`. `floor`: what is stored below the last of `ids`, None when nothing is.
    """
    kept: dict[str, int] = {}
    below = floor if floor is not None else -1
    for name in reversed(ids):
        place = known.get(name)
        if place is not None and place > below and (ceiling is None or place < ceiling):
            kept[name] = below = place
    result: dict[str, int] = {}
    upper = ceiling
    run: list[str] = []
    for name in ids:
        if name not in kept:
            run.append(name)
            continue
        result.update(_spread(run, upper, kept[name], now))
        result[name] = upper = kept[name]
        run = []
    result.update(_spread(run, upper, floor, now))
    return result


def _spread(run: Sequence[str], upper: int | None, lower: int | None, now: int) -> dict[str, int]:
    if not run:
        return {}
    if upper is None:
        step = NEAR if lower is not None else FAR
        top = now if lower is None else max(now, lower + len(run) * step)
        return {name: top - index * step for index, name in enumerate(run)}
    if lower is None:
        return {name: upper - (index + 1) * FAR for index, name in enumerate(run)}
    room = upper - lower
    return {name: upper - room * (index + 1) // (len(run) + 1) for index, name in enumerate(run)}
