"""What the store lets go of. Runs in the database's worker thread."""

from __future__ import annotations

import time

from desktop.domain.account import AccountId
from desktop.domain.post import PostKey
from desktop.domain.timeline import TimelineKey
from desktop.domain.timeline_kind import TimelineKind
from desktop.services.database import Transaction
from desktop.services.store_entries import timeline_key

KEPT_WITHOUT_COLUMN = 100
"""Entries that stay of a timeline that no column shows."""

STEP = 500
"""Posts looked at in one transaction."""

_EVER = frozenset({TimelineKind.BOOKMARKS})
_BY_NUMBER_ONLY = frozenset({TimelineKind.LIKES, TimelineKind.CONVERSATIONS, TimelineKind.THREAD})
_BRIEFLY = frozenset({TimelineKind.THREAD, TimelineKind.PROFILE, TimelineKind.SEARCH})
"""Timelines that are looked at once: nothing stays without a column."""


def prune_timelines(transaction: Transaction, keep: dict[TimelineKey, int], days: int) -> None:
    oldest = int((time.time() - days * 86_400) * 1_000_000)
    for num, *parts in transaction.rows("SELECT num, account, kind, parameter FROM timelines"):
        key = timeline_key(*parts)
        if key.kind in _EVER:
            continue
        limit = keep.get(key, 0 if key.kind in _BRIEFLY else KEPT_WITHOUT_COLUMN)
        edge = transaction.row(
            "SELECT sort_at, id FROM entries WHERE timeline=?"
            " ORDER BY sort_at DESC, id DESC LIMIT 1 OFFSET ?",
            num,
            limit,
        )
        if edge is not None:
            transaction.run(
                "DELETE FROM entries WHERE timeline=? AND (sort_at, id) <= (?, ?)", num, *edge
            )
        if key.kind not in _BY_NUMBER_ONLY:
            transaction.run("DELETE FROM entries WHERE timeline=? AND sort_at < ?", num, oldest)
        # A hole at the very bottom is no hole: there is nothing below it any more.
        transaction.run(
            "DELETE FROM entries WHERE num=(SELECT num FROM entries WHERE timeline=?"
            " ORDER BY sort_at, id LIMIT 1) AND kind=2",
            num,
        )
        if key not in keep:
            transaction.run(
                "DELETE FROM timelines WHERE num=?"
                " AND NOT EXISTS (SELECT 1 FROM entries WHERE timeline=timelines.num)",
                num,
            )


def prune_posts(transaction: Transaction, shown: set[PostKey], after: int) -> tuple[int, int]:
    """Drop posts above row `after` that nothing refers to; how many went, and the row to go on
    after (0: done). Posts that are `shown` stay."""
    rows = transaction.rows(
        "SELECT num, account, id, is_gone,"
        " EXISTS (SELECT 1 FROM entries e WHERE e.post=p.num)"
        " OR EXISTS (SELECT 1 FROM posts r WHERE r.repost_of=p.num)"
        " OR EXISTS (SELECT 1 FROM posts q WHERE q.quote_of=p.num)"
        " FROM posts p WHERE num>? ORDER BY num LIMIT ?",
        after,
        STEP,
    )
    gone = 0
    for num, account, post_id, _, is_referred in rows:
        if is_referred or PostKey(AccountId(account), post_id) in shown:
            continue
        transaction.run("DELETE FROM words WHERE rowid=?", num)
        transaction.run("DELETE FROM posts WHERE num=?", num)
        gone += 1
    return gone, int(rows[-1][0]) if len(rows) == STEP else 0


def forget_account(
    transaction: Transaction, account: AccountId
) -> dict[TimelineKey, tuple[str, ...]]:
    """Everything of `account`; which entries left the timelines of others (saved searches)."""
    rows = transaction.rows(
        "SELECT t.account, t.kind, t.parameter, e.id FROM entries e"
        " JOIN timelines t ON t.num=e.timeline JOIN posts p ON p.num=e.post"
        " WHERE p.account=? AND t.account<>?",
        account,
        account,
    )
    removed: dict[TimelineKey, list[str]] = {}
    for row in rows:
        removed.setdefault(timeline_key(*row[:3]), []).append(row[3])
    transaction.run("DELETE FROM timelines WHERE account=?", account)
    transaction.run(
        "DELETE FROM entries WHERE post IN (SELECT num FROM posts WHERE account=?)", account
    )
    transaction.run(
        "DELETE FROM words WHERE rowid IN (SELECT num FROM posts WHERE account=?)", account
    )
    transaction.run("DELETE FROM posts WHERE account=?", account)
    # The index of words only marks what is deleted; written anew it no longer holds it.
    transaction.run("INSERT INTO words (words) VALUES ('optimize')")
    return {key: tuple(ids) for key, ids in removed.items()}
