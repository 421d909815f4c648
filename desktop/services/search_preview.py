"""What a keyword search would find, before it is kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from desktop.domain.account import AccountId
from desktop.domain.errors import NetworkError, SecretsUnavailable
from desktop.domain.post import Post
from desktop.domain.query import Query
from desktop.services.store import Matching, PostStore
from desktop.services.sync_account import OpenSessions

LIMIT = 20
PATIENCE = 4.0
"""Seconds that a server has for its answer: a preview does not wait for the slowest."""


class SearchPreview:
    """The newest matches of the local store and of the servers' own search, each once."""

    def __init__(
        self,
        store: PostStore,
        sessions: OpenSessions,
        matching: Matching,
        accounts: Callable[[], tuple[AccountId, ...]],
    ) -> None:
        self._store = store
        self._sessions = sessions
        self._matching = matching
        self._accounts = accounts

    async def __call__(self, query: Query, accounts: tuple[AccountId, ...]) -> tuple[Post, ...]:
        """`accounts` empty: all of ours. A server that cannot be asked is left out. Raises
        StoreError."""
        wanted = tuple(one for one in self._accounts() if not accounts or one in accounts)
        stored, *found = await asyncio.gather(
            self._store.search(query, wanted, limit=LIMIT),
            *(self._ask(account, query) for account in wanted),
        )
        unique: dict[str, Post] = {}
        for post in (*stored, *(post for posts in found for post in posts)):
            unique.setdefault(post.shown.uri, post.shown)
        newest = sorted(unique.values(), key=lambda post: post.created_at, reverse=True)
        return tuple(newest[:LIMIT])

    async def _ask(self, account: AccountId, query: Query) -> tuple[Post, ...]:
        try:
            adapter = self._sessions.adapter(account)
            if not adapter.account.capabilities.can_search_posts:
                return ()
            async with asyncio.timeout(PATIENCE):
                page = await adapter.search_posts(query)
        except (NetworkError, SecretsUnavailable, TimeoutError):
            return ()
        matches = self._matching.compile(query)
        return tuple(post for post in page.posts if matches(post.shown))
