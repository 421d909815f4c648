"""Searching what is stored: the index narrows, the exact match decides. Worker thread."""

from __future__ import annotations

from collections.abc import Callable

from desktop.domain.account import AccountId
from desktop.domain.post import Post
from desktop.services.database import Transaction, Value
from desktop.services.store_rows import whole_post

SEARCH_STEP = 200
SEARCH_LIMIT = 5_000
"""So many candidates of the index are looked at in one search at most."""


def search_posts(
    transaction: Transaction,
    words: str | None,
    matches: Callable[[Post], bool],
    accounts: tuple[AccountId, ...],
    before: int | None,
    limit: int,
) -> list[Post]:
    """Newest first, each uri once. `words`: an FTS5 expression, None: all posts."""
    source, where = "posts p", ["p.is_gone=0", "p.is_indexed=1"]
    values: list[Value] = []
    if words is not None:
        source = "words JOIN posts p ON p.num=words.rowid"
        where.append("words MATCH ?")
        values.append(words)
    if accounts:
        where.append(f"p.account IN ({', '.join('?' * len(accounts))})")
        values.extend(accounts)
    if before is not None:
        where.append("p.created_at < ?")
        values.append(before)
    sql = (
        f"SELECT p.body, p.repost_of, p.quote_of FROM {source}"  # noqa: S608
        f" WHERE {' AND '.join(where)} ORDER BY p.created_at DESC, p.num DESC LIMIT ? OFFSET ?"
    )
    found: dict[str, Post] = {}
    for offset in range(0, SEARCH_LIMIT, SEARCH_STEP):
        rows = transaction.rows(sql, *values, SEARCH_STEP, offset)
        for body, repost_of, quote_of in rows:
            post = whole_post(transaction, body, repost_of, quote_of)
            if post is not None and post.uri not in found and matches(post):
                found[post.uri] = post
                if len(found) >= limit:
                    return list(found.values())
        if len(rows) < SEARCH_STEP:
            break
    return list(found.values())
