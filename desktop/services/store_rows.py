"""Posts as rows: written flat, read whole. Runs in the database's worker thread."""

from __future__ import annotations

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from desktop.domain.account import AccountId
from desktop.domain.post import Post, PostKey, Quote, QuoteState, Viewer
from desktop.domain.timeline import microseconds
from desktop.services.database import Transaction

MAX_DEPTH = 4
"""How many posts deep a repost of a quote of a quote is read: a server may quote in circles."""

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Post)


class WrittenPost(Struct, frozen=True):
    num: int
    is_new: bool
    is_changed: bool
    is_gone: bool


class PostRows:
    """The posts that one transaction touches. `changed` are those that were there before."""

    def __init__(self, transaction: Transaction, *, is_streamed: bool, restores: bool) -> None:
        self._transaction = transaction
        self._is_streamed = is_streamed
        self._restores = restores
        self._written: dict[PostKey, tuple[Post, WrittenPost]] = {}
        self.changed: dict[PostKey, int] = {}

    def write(self, post: Post) -> WrittenPost:
        """Store `post` and the posts inside it."""
        before = self._written.get(post.key)
        if before is not None and before[0] is post:
            return before[1]
        repost_of = quote_of = None
        if post.repost_of is not None:
            inner = self.write(post.repost_of)
            repost_of = inner.num
        if post.quote is not None and post.quote.post is not None:
            quote_of = self.write(post.quote.post).num
        elif post.quote is not None and post.quote.id:
            quote_of = self.num_of(PostKey(post.account, post.quote.id))
        written = self._write_row(post, repost_of, quote_of)
        self._written[post.key] = (post, written)
        return written

    def num_of(self, key: PostKey) -> int | None:
        found = self._transaction.row(
            "SELECT num FROM posts WHERE account=? AND id=?", key.account, key.id
        )
        return None if found is None else int(found[0])

    def _write_row(self, post: Post, repost_of: int | None, quote_of: int | None) -> WrittenPost:
        found = self._transaction.row(
            "SELECT num, body, is_gone, repost_of, quote_of FROM posts WHERE account=? AND id=?",
            post.account,
            post.id,
        )
        flat = flattened(post)
        if found is None:
            num = self._transaction.insert(
                "INSERT INTO posts (account, id, uri, created_at, repost_of, quote_of, body)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                post.account,
                post.id,
                post.uri,
                microseconds(post.created_at),
                repost_of,
                quote_of,
                _encoder.encode(flat),
            )
            return WrittenPost(num, True, False, False)
        num, body, is_gone = int(found[0]), found[1], bool(found[2])
        if is_gone and not self._restores:
            return WrittenPost(num, False, False, True)
        if self._is_streamed and body:
            flat = keeping_ours(flat, _decoder.decode(body))
        encoded = _encoder.encode(flat)
        if encoded == body and (repost_of, quote_of) == (found[3], found[4]) and not is_gone:
            return WrittenPost(num, False, False, False)
        self._transaction.run(
            "UPDATE posts SET uri=?, created_at=?, repost_of=?, quote_of=?, body=?, is_gone=0"
            " WHERE num=?",
            post.uri,
            microseconds(post.created_at),
            repost_of,
            quote_of,
            encoded,
            num,
        )
        self.changed[post.key] = num
        return WrittenPost(num, False, True, False)

    def read(self, num: int, depth: int = MAX_DEPTH) -> Post | None:
        return read_post(self._transaction, num, depth)


def flattened(post: Post) -> Post:
    """The post without the posts inside it."""
    quote = post.quote
    if quote is not None and quote.post is not None:
        quote = Quote(quote.state, None, quote.post.id)
    if post.repost_of is None and quote is post.quote:
        return post
    return replace(post, repost_of=None, quote=quote)


def keeping_ours(new: Post, old: Post) -> Post:
    """`new` with what our account did to `old`, where `new` seems to know nothing of it."""
    changes: dict[str, object] = {}
    if new.viewer == Viewer() and old.viewer != Viewer():
        changes["viewer"] = old.viewer
    if (
        new.poll is not None
        and old.poll is not None
        and old.poll.has_voted
        and not new.poll.has_voted
    ):
        changes["poll"] = replace(
            new.poll, has_voted=True, own_votes=new.poll.own_votes or old.poll.own_votes
        )
    if old.filters and not new.filters:
        changes["filters"] = old.filters
    return replace(new, **changes) if changes else new


def read_post(transaction: Transaction, num: int, depth: int = MAX_DEPTH) -> Post | None:
    """The post with the posts inside it; None when it is gone."""
    found = transaction.row("SELECT body, repost_of, quote_of, is_gone FROM posts WHERE num=?", num)
    if found is None or found[3]:
        return None
    return whole_post(transaction, found[0], found[1], found[2], depth)


def whole_post(
    transaction: Transaction,
    body: bytes,
    repost_of: int | None,
    quote_of: int | None,
    depth: int = MAX_DEPTH,
) -> Post | None:
    """A row's post with the posts inside it; None for a repost of a post that is gone."""
    post = _decoder.decode(body)
    if repost_of is not None and depth > 0:
        inner = read_post(transaction, repost_of, depth - 1)
        if inner is None:
            return None
        post = replace(post, repost_of=inner)
    quote = post.quote
    if quote_of is not None and quote is not None and depth > 0:
        quoted = read_post(transaction, quote_of, depth - 1)
        if quoted is not None:
            if quote.state is QuoteState.SHOWN:
                post = replace(post, quote=Quote(QuoteState.SHOWN, quoted, quoted.id))
        elif transaction.value("SELECT is_gone FROM posts WHERE num=?", quote_of):
            post = replace(post, quote=Quote(QuoteState.GONE, None, quote.id))
    return post


def index_words(transaction: Transaction, num: int, text: str) -> None:
    """Let a search find row `num` by `text`."""
    transaction.run("INSERT OR REPLACE INTO words (rowid, body) VALUES (?, ?)", num, text)
    transaction.run("UPDATE posts SET is_indexed=1 WHERE num=?", num)


def delete_posts(
    transaction: Transaction, keys: tuple[PostKey, ...]
) -> tuple[list[tuple[int, PostKey]], list[int]]:
    """Mark posts and their reposts as gone. What is gone, and the rows that quote it."""
    gone: list[tuple[int, PostKey]] = []
    quoting: list[int] = []
    for key in keys:
        rows = transaction.rows(
            "SELECT num, account, id FROM posts WHERE account=? AND id=? AND is_gone=0"
            " UNION SELECT r.num, r.account, r.id FROM posts p JOIN posts r ON r.repost_of=p.num"
            " WHERE p.account=? AND p.id=? AND r.is_gone=0",
            key.account,
            key.id,
            key.account,
            key.id,
        )
        for num, account, post_id in rows:
            gone.append((num, PostKey(AccountId(account), post_id)))
            transaction.run("UPDATE posts SET is_gone=1, is_indexed=0, body=x'' WHERE num=?", num)
            transaction.run("DELETE FROM words WHERE rowid=?", num)
            quoting.extend(
                row[0] for row in transaction.rows("SELECT num FROM posts WHERE quote_of=?", num)
            )
    return gone, quoting
