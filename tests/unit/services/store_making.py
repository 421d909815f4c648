"""Posts and timelines made for the tests of the store, the feeds and the sync."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop.domain.account import AccountId
from desktop.domain.notification import Notification, NotificationKind
from desktop.domain.post import Post, Quote, QuoteState
from desktop.domain.profile import Profile
from desktop.domain.query import Query, Word
from desktop.domain.richtext import RichText
from desktop.domain.timeline import Entry, TimelineKey, TimelineKind, microseconds
from desktop.services.database import Database
from desktop.services.store import PostStore

ME = AccountId("demo:me@example.org")
OTHER = AccountId("demo:other@example.net")
HOME = TimelineKey(ME, TimelineKind.HOME)
LOCAL = TimelineKey(ME, TimelineKind.LOCAL)
NOTIFICATIONS = TimelineKey(ME, TimelineKind.NOTIFICATIONS)
BOOKMARKS = TimelineKey(ME, TimelineKind.BOOKMARKS)
START = datetime(2026, 11, 1, tzinfo=UTC)


def at(number: int) -> datetime:
    return START + timedelta(minutes=number)


def person(name: str) -> Profile:
    return Profile(id=name, handle=f"{name}@example.org", name=name.title())


def post(
    number: int,
    text: str = "",
    *,
    account: AccountId = ME,
    author: str = "ada",
    repost_of: Post | None = None,
    quote: Post | None = None,
) -> Post:
    return Post(
        account=account,
        id=f"{number:05}",
        uri=f"https://example.org/{number}",
        author=person(author),
        created_at=at(number),
        text=RichText("" if repost_of else text or f"post {number}"),
        repost_of=repost_of,
        quote=Quote(QuoteState.SHOWN, quote, quote.id) if quote else None,
    )


def entry(made: Post) -> Entry:
    return Entry(id=made.id, sort_at=microseconds(made.created_at), post=made)


def entries(*numbers: int) -> tuple[Entry, ...]:
    return tuple(entry(post(number)) for number in numbers)


def liked(number: int, about: Post, *names: str, count: int = 0) -> Notification:
    return Notification(
        account=ME,
        id=f"n{number}",
        kind=NotificationKind.LIKE,
        created_at=at(number),
        people=tuple(person(name) for name in names),
        people_count=count or len(names),
        post=about,
        group=f"like-{about.id}",
    )


class WordMatching:
    """A search of one word."""

    def parse(self, text: str) -> Query:
        return Word(text)

    def compile(self, query: Query) -> Callable[[Post], bool]:
        assert isinstance(query, Word)
        word = query.word
        return lambda made: word in made.text.text.split()

    def fts(self, query: Query) -> str | None:
        assert isinstance(query, Word)
        return f'"{query.word}"'

    def index_text(self, post: Post) -> str:
        return post.text.text


@asynccontextmanager
async def opened_store(path: Path) -> AsyncIterator[PostStore]:
    database = await Database.open(path, "posts", durable=False)
    try:
        yield PostStore(database, WordMatching())
    finally:
        await database.close()
