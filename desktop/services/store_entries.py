"""Timelines as rows: which entry stands where. Runs in the database's worker thread."""

from __future__ import annotations

from enum import IntEnum

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from desktop.domain.account import AccountId
from desktop.domain.notification import Notification
from desktop.domain.post import Post
from desktop.domain.profile import Profile
from desktop.domain.timeline import Entry, Gap, TimelineKey
from desktop.domain.timeline_kind import TimelineKind
from desktop.services.database import Row, Transaction
from desktop.services.store_rows import whole_post

PEOPLE_KEPT = 20
"""Of a group of notifications only so many people are stored by name."""

COLUMNS = (
    "e.id, e.sort_at, e.kind, e.body, e.post, p.body, p.repost_of, p.quote_of,"
    " coalesce(p.is_gone, 0)"
)
JOIN = "entries e LEFT JOIN posts p ON p.num=e.post"

_encoder = msgspec.msgpack.Encoder()
_notifications = msgspec.msgpack.Decoder(Notification)
_gaps = msgspec.msgpack.Decoder(Gap)


class EntryKind(IntEnum):
    POST = 0
    NOTIFICATION = 1
    GAP = 2


class PutEntry(Struct, frozen=True):
    """What storing an entry came to. `moved`: it was there, at another place."""

    is_added: bool = False
    is_moved: bool = False
    is_replaced: bool = False


def timeline_num(transaction: Transaction, key: TimelineKey, *, create: bool) -> int | None:
    found = transaction.value(
        "SELECT num FROM timelines WHERE account=? AND kind=? AND parameter=?",
        key.account,
        key.kind.value,
        key.parameter,
    )
    if found is None and create:
        return transaction.insert(
            "INSERT INTO timelines (account, kind, parameter) VALUES (?, ?, ?)",
            key.account,
            key.kind.value,
            key.parameter,
        )
    return None if found is None else int(found)


def timeline_key(account: str, kind: str, parameter: str) -> TimelineKey:
    return TimelineKey(AccountId(account), TimelineKind(kind), parameter)


def put_entry(
    transaction: Transaction, timeline: int, entry: Entry, post: int | None, *, is_streamed: bool
) -> PutEntry:
    """Store one entry whose post, if it has one, is row `post`."""
    found = transaction.row(
        "SELECT num, sort_at, post, body FROM entries WHERE timeline=? AND id=?",
        timeline,
        entry.id,
    )
    kind, body, sort_at = EntryKind.POST, None, entry.sort_at
    if entry.notification is not None:
        kind = EntryKind.NOTIFICATION
        notification = replace(entry.notification, post=None)
        if found is not None and notification.group:
            old = _notifications.decode(found[3])
            notification = joined(old, notification, is_streamed=is_streamed)
            sort_at = max(sort_at, int(found[1]))
        body = _encoder.encode(notification)
    elif entry.gap is not None:
        kind, body = EntryKind.GAP, _encoder.encode(entry.gap)
    if found is not None:
        if found[1] == sort_at:
            if found[2] == post and found[3] == body:
                return PutEntry()
            transaction.run("UPDATE entries SET post=?, body=? WHERE num=?", post, body, found[0])
            return PutEntry(is_replaced=True)
        transaction.run("DELETE FROM entries WHERE num=?", found[0])
    transaction.run(
        "INSERT INTO entries (timeline, id, sort_at, kind, post, body) VALUES (?, ?, ?, ?, ?, ?)",
        timeline,
        entry.id,
        sort_at,
        kind.value,
        post,
        body,
    )
    return PutEntry(is_added=True, is_moved=found is not None)


def joined(old: Notification, new: Notification, *, is_streamed: bool) -> Notification:
    """One group of notifications out of what was known and what is told now, in any order."""
    first, second = (new, old) if new.created_at >= old.created_at else (old, new)
    people: dict[str, Profile] = {person.id: person for person in first.people}
    for person in second.people:
        people.setdefault(person.id, person)
    known = {person.id for person in old.people}
    unknown = sum(1 for person in new.people if person.id not in known)
    is_sample = new.people_count > len(new.people)
    if is_sample or (not is_streamed and new.people_count > 1):
        count = max(new.people_count, old.people_count)
    else:
        count = old.people_count + unknown
    return replace(
        first,
        people=tuple(people.values())[:PEOPLE_KEPT],
        people_count=max(count, len(people)),
    )


def entry_of(transaction: Transaction, row: Row) -> Entry | None:
    """An entry out of a row of COLUMNS; None when its post is gone."""
    entry_id, sort_at, kind, body, post_num, post_body, repost_of, quote_of, is_gone = row
    if kind == EntryKind.GAP:
        return Entry(id=entry_id, sort_at=sort_at, gap=_gaps.decode(body))
    post: Post | None = None
    if post_body is not None and not is_gone:
        post = whole_post(transaction, post_body, repost_of, quote_of)
    if kind == EntryKind.NOTIFICATION:
        notification = _notifications.decode(body)
        if post is not None:
            notification = replace(notification, post=post)
        elif post_num is not None:
            return None
        return Entry(id=entry_id, sort_at=sort_at, notification=notification)
    return None if post is None else Entry(id=entry_id, sort_at=sort_at, post=post)


def read_entry(transaction: Transaction, timeline: int, entry_id: str) -> Entry | None:
    row = transaction.row(
        f"SELECT {COLUMNS} FROM {JOIN} WHERE e.timeline=? AND e.id=?",  # noqa: S608
        timeline,
        entry_id,
    )
    return None if row is None else entry_of(transaction, row)


def read_window(
    transaction: Transaction, timeline: int, before: tuple[int, str] | None, limit: int
) -> list[Entry]:
    """Up to `limit` entries below `before`, newest first."""
    where, values = "e.timeline=?", [timeline]
    sql_values: list[int | str] = [*values]
    if before is not None:
        where += " AND (e.sort_at, e.id) < (?, ?)"
        sql_values.extend(before)
    rows = transaction.rows(
        f"SELECT {COLUMNS} FROM {JOIN} WHERE {where}"  # noqa: S608
        " ORDER BY e.sort_at DESC, e.id DESC LIMIT ?",
        *sql_values,
        limit,
    )
    entries = (entry_of(transaction, row) for row in rows)
    return [entry for entry in entries if entry is not None]


def read_bottom(transaction: Transaction, timeline: int) -> Entry | None:
    row = transaction.row(
        f"SELECT {COLUMNS} FROM {JOIN} WHERE e.timeline=? AND e.kind<>?"  # noqa: S608
        " ORDER BY e.sort_at, e.id LIMIT 1",
        timeline,
        EntryKind.GAP.value,
    )
    return None if row is None else entry_of(transaction, row)


def read_gaps(transaction: Transaction, timeline: int) -> list[Entry]:
    rows = transaction.rows(
        "SELECT id, sort_at, body FROM entries WHERE timeline=? AND kind=?"
        " ORDER BY sort_at DESC, id DESC",
        timeline,
        EntryKind.GAP.value,
    )
    return [Entry(id=row[0], sort_at=row[1], gap=_gaps.decode(row[2])) for row in rows]


def remove_entries(transaction: Transaction, timeline: int, ids: tuple[str, ...]) -> list[str]:
    return [
        entry_id
        for entry_id in ids
        if transaction.run("DELETE FROM entries WHERE timeline=? AND id=?", timeline, entry_id)
    ]


def remove_entries_of_post(transaction: Transaction, num: int) -> list[tuple[TimelineKey, str]]:
    rows = transaction.rows(
        "SELECT t.account, t.kind, t.parameter, e.id FROM entries e"
        " JOIN timelines t ON t.num=e.timeline WHERE e.post=?",
        num,
    )
    transaction.run("DELETE FROM entries WHERE post=?", num)
    return [(timeline_key(*row[:3]), row[3]) for row in rows]


def known_orders(
    transaction: Transaction, timeline: int, ids: tuple[str, ...], *, marked: bool
) -> dict[str, int]:
    """The sort keys of those of `ids` that are in the timeline. `marked`: only those that were
    there when it was last known to be without a hole at its top."""
    mark = transaction.value("SELECT mark FROM timelines WHERE num=?", timeline) if marked else None
    found: dict[str, int] = {}
    for entry_id in ids:
        row = transaction.row(
            "SELECT sort_at, num FROM entries WHERE timeline=? AND id=?", timeline, entry_id
        )
        if row is not None and (mark is None or row[1] <= mark):
            found[entry_id] = int(row[0])
    return found


def set_mark(transaction: Transaction, timeline: int) -> None:
    transaction.run(
        "UPDATE timelines SET mark=(SELECT coalesce(max(num), 0) FROM entries) WHERE num=?",
        timeline,
    )
