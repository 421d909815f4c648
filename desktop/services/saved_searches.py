"""Keyword columns: what is stored already, what arrives, and what the servers' own search finds."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from desktop.domain.account import AccountId
from desktop.domain.column import ColumnState, Failed, Limited, Live, Loading, NoSession, Waiting
from desktop.domain.errors import (
    NetworkError,
    NotSupported,
    Offline,
    QueryError,
    RateLimited,
    SecretsUnavailable,
    SignedOut,
    StoreError,
)
from desktop.domain.post import Post
from desktop.domain.query import Query, SavedSearch
from desktop.domain.signal import Signal
from desktop.domain.timeline import Cursor, Entry, TimelineKey, TimelineKind, microseconds
from desktop.networks.base import Budget
from desktop.services.notices import Notices
from desktop.services.store import Matching, PostStore, StoreBatch
from desktop.services.sync_account import OpenSessions, failure
from desktop.services.tasks import TaskScope

EVERY = 300.0
RETRY = 60.0
BACKFILL = 200
"""So many of the stored posts are put into a new column."""


def search_key(search_id: str) -> TimelineKey:
    return TimelineKey(AccountId(""), TimelineKind.SAVED_SEARCH, search_id)


class SearchSource:
    """One saved search as a column's source."""

    def __init__(
        self,
        search: SavedSearch,
        store: PostStore,
        sessions: OpenSessions,
        matching: Matching,
        notices: Notices,
        accounts: Callable[[], tuple[AccountId, ...]],
    ) -> None:
        self.search = search
        self.key = search_key(search.id)
        self.state: ColumnState = Loading()
        self.state_changed: Signal[ColumnState] = Signal()
        self.is_at_end = False
        self.budget = Budget()
        self.followers = 0
        self._store = store
        self._sessions = sessions
        self._matching = matching
        self._notices = notices
        self._accounts = accounts
        self._older: dict[AccountId, Cursor] = {}
        self._turn = asyncio.Lock()

    @property
    def accounts(self) -> tuple[AccountId, ...]:
        """Whose posts it looks at: those that were chosen and still are ours, or all."""
        ours = self._accounts()
        chosen = self.search.accounts
        return tuple(account for account in ours if not chosen or account in chosen)

    def set_state(self, state: ColumnState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)

    def _query(self) -> Query | None:
        try:
            return self._matching.parse(self.search.text)
        except QueryError as error:
            self.set_state(Failed("query", error.problem.value))
            return None

    async def backfill(self) -> None:
        """Put in what the store has."""
        query = self._query()
        if query is None:
            return
        try:
            posts = await self._store.search(query, self.search.accounts, limit=BACKFILL)
            await self._put(posts)
        except StoreError as error:
            self._notices.report(error, replaces="store")

    async def refresh(self) -> None:
        """Ask the servers that can search; what goes wrong becomes the state."""
        await self._ask(older=False)

    async def load_older(self) -> None:
        """Older ones of the store, then of the servers."""
        query = self._query()
        if query is None:
            self.is_at_end = True
            return
        bottom = await self._store.bottom(self.key)
        before = bottom.sort_at if bottom is not None else None
        posts = await self._store.search(query, self.search.accounts, before=before, limit=40)
        if posts:
            await self._put(posts)
            return
        await self._ask(older=True)
        self.is_at_end = not self._older

    async def fill_gap(self, entry: Entry) -> None:
        """A saved search has no gaps."""

    async def _put(self, posts: tuple[Post, ...]) -> None:
        entries = tuple(
            Entry(
                id=post.shown.uri,
                sort_at=microseconds(post.shown.created_at),
                post=post.shown,
            )
            for post in posts
        )
        if entries:
            await self._store.apply(StoreBatch(entries={self.key: entries}))

    async def _ask(self, *, older: bool) -> None:
        async with self._turn:
            query = self._query()
            if query is None:
                return
            matches = self._matching.compile(query)
            state: ColumnState = Live()
            for account in self.accounts:
                if older and account not in self._older:
                    continue
                try:
                    await self._ask_account(account, query, matches, older=older)
                except NotSupported:
                    self._older.pop(account, None)
                except StoreError as error:
                    self._notices.report(error, replaces="store")
                    state = Failed(f"store_{error.fault.value}", error.detail)
                except (NetworkError, SecretsUnavailable) as error:
                    self._sessions.report(account, error)
                    state = _state_of(error)
            self.set_state(state)

    async def _ask_account(
        self,
        account: AccountId,
        query: Query,
        matches: Callable[[Post], bool],
        *,
        older: bool,
    ) -> None:
        adapter = self._sessions.adapter(account)
        if not adapter.account.capabilities.can_search_posts:
            return
        page = await adapter.search_posts(query, self._older.get(account) if older else None)
        # A server understands less than the whole query, and finds more.
        found = tuple(post for post in page.posts if matches(post.shown))
        await self._put(found)
        if page.older is None or (older and page.older == self._older.get(account)):
            self._older.pop(account, None)
        elif older or account not in self._older:
            self._older[account] = page.older


def _state_of(error: Exception) -> ColumnState:
    match error:
        case RateLimited():
            return Limited(error.until.timestamp())
        case Offline():
            return Waiting(time.time() + RETRY)
        case SignedOut():
            return NoSession()
        case SecretsUnavailable():
            return NoSession(locked=error.locked)
        case NetworkError():
            return failure(error)
    return Failed("unexpected", type(error).__name__)


class SavedSearches:
    """All saved searches of the deck, kept in step with the store and the servers.

    `accounts` gives all of ours.
    """

    def __init__(
        self,
        store: PostStore,
        sessions: OpenSessions,
        matching: Matching,
        notices: Notices,
        scope: TaskScope,
        *,
        accounts: Callable[[], tuple[AccountId, ...]],
    ) -> None:
        self._store = store
        self._sessions = sessions
        self._matching = matching
        self._notices = notices
        self._scope = scope
        self._accounts = accounts
        self._sources: dict[str, SearchSource] = {}
        self._scopes: dict[str, TaskScope] = {}
        sessions.changed.connect(self._session_changed)

    def keep(self, searches: tuple[SavedSearch, ...], *, is_start: bool = False) -> None:
        """The deck has these now. New ones are filled from the store; one whose words changed
        starts anew. `is_start`: they were there before, so nothing needs filling."""
        self._store.set_searches(searches)
        wanted = {search.id: search for search in searches}
        for search_id, source in list(self._sources.items()):
            search = wanted.get(search_id)
            if search is None:
                # Its posts stay until retention takes them: the removal may be undone.
                del self._sources[search_id]
                self._stop(search_id)
            elif (search.text, search.accounts) != (source.search.text, source.search.accounts):
                source.search = search
                self._scope.start(self._renew(source), name="renew")
            else:
                source.search = search
        for search in searches:
            if search.id not in self._sources:
                source = self._sources[search.id] = self._source(search)
                if not is_start:
                    self._scope.start(source.backfill(), name="backfill")

    def follow(self, key: TimelineKey) -> SearchSource:
        """Ask the servers again and again as long as somebody looks."""
        source = self._sources.get(key.parameter)
        if source is None:
            source = self._source(SavedSearch(id=key.parameter, text=""))
            self._sources[key.parameter] = source
        source.followers += 1
        if source.followers == 1:
            scope = self._scopes[key.parameter] = self._scope.child(f"search {key.parameter}")
            scope.start(self._ask_for_ever(source), name="ask")
        return source

    def unfollow(self, key: TimelineKey) -> None:
        source = self._sources.get(key.parameter)
        if source is None:
            return
        source.followers -= 1
        if source.followers <= 0:
            self._stop(key.parameter)

    def _session_changed(self, account: AccountId) -> None:
        """An account that could not be asked may be open now."""
        for search_id, scope in self._scopes.items():
            source = self._sources[search_id]
            if account in source.accounts and not isinstance(source.state, Live | Limited):
                scope.start(source.refresh(), name="refresh")

    def _stop(self, search_id: str) -> None:
        scope = self._scopes.pop(search_id, None)
        if scope is not None:
            self._scope.start(scope.close(), name="close")

    def _source(self, search: SavedSearch) -> SearchSource:
        return SearchSource(
            search, self._store, self._sessions, self._matching, self._notices, self._accounts
        )

    async def _renew(self, source: SearchSource) -> None:
        stored = await self._store.ids(source.key, since=0)
        await self._store.apply(StoreBatch(removed={source.key: stored}))
        source.is_at_end = False
        await source.backfill()
        await source.refresh()

    async def _ask_for_ever(self, source: SearchSource) -> None:
        while True:
            await source.refresh()
            state = source.state
            wait = EVERY
            if isinstance(state, Limited):
                wait = max(RETRY, state.until - time.time())
            elif not isinstance(state, Live):
                wait = RETRY
            await asyncio.sleep(wait)
