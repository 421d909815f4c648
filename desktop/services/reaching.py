"""Asking an account's server something, so that its session hears how it went."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar

from desktop.domain.account import AccountId
from desktop.domain.errors import NetworkError
from desktop.domain.post import Post, PostKey
from desktop.domain.signal import Signal
from desktop.networks.base import Adapter
from desktop.services.store_batch import StoreBatch

T = TypeVar("T")


class ReachesServers(Protocol):
    """As much of Sessions as most services need."""

    def adapter(self, account: AccountId) -> Adapter: ...

    def report(
        self, account: AccountId, error: BaseException | None, adapter: Adapter | None = None
    ) -> None: ...


class AppliesPosts(Protocol):
    """As much of the store as is needed here."""

    async def apply(self, batch: StoreBatch) -> object: ...


class StoresPosts(AppliesPosts, Protocol):
    """And finds the post that is on the screen."""

    def post(self, key: PostKey) -> Post | None: ...


class HasSessions(ReachesServers, Protocol):
    """And tells which account's session changed."""

    @property
    def changed(self) -> Signal[AccountId]: ...


async def ask(
    sessions: ReachesServers, account: AccountId, question: Callable[[Adapter], Awaitable[T]]
) -> T:
    """The answer to `question`. Raises what the adapter raises, SignedOut, SecretsUnavailable,
    and NotFound for an account that is none of ours."""
    adapter = sessions.adapter(account)
    try:
        answer = await question(adapter)
    except NetworkError as error:
        sessions.report(account, error, adapter)
        raise
    sessions.report(account, None, adapter)
    return answer
