"""Which of our accounts can talk to their servers, and through what."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Mapping
from typing import Protocol
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

from desktop.domain.account import Account, AccountId, Credentials, SessionState
from desktop.domain.errors import (
    NetworkError,
    NotFound,
    Offline,
    RateLimited,
    SecretsUnavailable,
    ServerFault,
    SignedOut,
    VoliereError,
)
from desktop.domain.notice import Notice, NoticeCode, NoticeLevel
from desktop.domain.signal import Signal
from desktop.networks.base import Adapter, SignsIn
from desktop.networks.http import HttpClient
from desktop.services.accounts import Accounts
from desktop.services.notices import Notices
from desktop.services.secrets import Secrets
from desktop.services.tasks import TaskScope

_log = logging.getLogger(__name__)

REFRESH_EVERY = 6 * 3600.0
"""Seconds between two looks at an account's own name, picture and limits."""
FIRST_RETRY = 15.0
LAST_RETRY = 900.0
REVOKE_SECONDS = 15.0


class OpensAccounts(Protocol):
    """What `networks/registry.py` has for each network."""

    def sign_in(self, http: HttpClient) -> SignsIn: ...

    def open(
        self,
        account: Account,
        credentials: Credentials,
        http: HttpClient,
        on_credentials: Callable[[Credentials], None] | None = None,
    ) -> Adapter: ...


class _Session(Struct, eq=False):
    state: SessionState
    adapter: Adapter | None = None
    scope: TaskScope | None = None
    is_locked: bool = False


class Sessions:
    """One session an account. Opening one never asks its server anything, so it cannot hang on
    it: name, picture and limits are refreshed in the background.

    `forget_data` is asked to forget what the store has of an account that signed out.
    """

    def __init__(
        self,
        accounts: Accounts,
        secrets: Secrets,
        networks: Mapping[str, OpensAccounts],
        http: HttpClient,
        notices: Notices,
        scope: TaskScope,
        *,
        forget_data: Callable[[AccountId], Awaitable[object]] | None = None,
    ) -> None:
        self.changed: Signal[AccountId] = Signal()
        self._accounts = accounts
        self._secrets = secrets
        self._networks = networks
        self._http = http
        self._notices = notices
        self._scope = scope
        self._forget_data = forget_data
        self._sessions: dict[AccountId, _Session] = {}
        self._turns: dict[AccountId, asyncio.Lock] = {}

    async def open_all(self) -> None:
        """All accounts at once; what goes wrong with one is told, and stops no other."""
        await asyncio.gather(*(self.open(account.id) for account in self._accounts.all))

    async def open(self, account: AccountId) -> None:
        """Make the session ready, if it is not: also tries a locked keyring again.

        Does not raise for what can be expected: the state then says it, and a notice.
        """
        async with self._turns.setdefault(account, asyncio.Lock()):
            known = self._accounts.get(account)
            if known is None or self._state(account) in (SessionState.READY, SessionState.OFFLINE):
                return
            self._set(account, SessionState.OPENING)
            try:
                credentials = await self._secrets.load(account)
            except SecretsUnavailable as error:
                self._set(account, SessionState.LOCKED, is_locked=error.locked)
                self._notices.report(
                    error, replaces="secrets", action="unlock", subject=account, account=account
                )
                return
            if credentials is None or known.network not in self._networks:
                self._sign_in_is_needed(account)
                return
            await self._use(known, credentials)

    async def add(self, account: Account, credentials: Credentials) -> None:
        """Open it with what a sign-in just gave; what was open before is closed."""
        async with self._turns.setdefault(account.id, asyncio.Lock()):
            await self._use(account, credentials)
            self._notices.withdraw(_notice_name(account.id))

    async def close(self) -> None:
        """Close all, for good."""
        for account in tuple(self._sessions):
            await self._let_go(account)
        self._sessions.clear()

    def adapter(self, account: AccountId) -> Adapter:
        """The way to the account's server.

        Raises NotFound for an account that is none of ours, SignedOut, SecretsUnavailable; and
        Offline as long as it is still being opened.
        """
        session = self._sessions.get(account)
        known = self._accounts.get(account)
        if known is None:
            raise NotFound
        if session is None or session.state is SessionState.OPENING:
            raise Offline(urlsplit(known.server).hostname or known.server)
        if session.state is SessionState.LOCKED:
            raise SecretsUnavailable(locked=session.is_locked)
        if session.state is SessionState.SIGNED_OUT or session.adapter is None:
            raise SignedOut
        return session.adapter

    def state(self, account: AccountId) -> SessionState:
        """OPENING as long as nothing is known."""
        return self._state(account) or SessionState.OPENING

    def report(
        self, account: AccountId, error: BaseException | None, adapter: Adapter | None = None
    ) -> None:
        """What a request brought: an error, or None for success.

        `adapter` is the one that was asked: what a former one says is not listened to.
        """
        session = self._sessions.get(account)
        if session is None or session.adapter is None:
            return
        if adapter is not None and adapter is not session.adapter:
            return
        if session.state is SessionState.SIGNED_OUT:
            return
        if isinstance(error, SignedOut):
            self._sign_in_is_needed(account)
        elif isinstance(error, Offline):
            self._set(account, SessionState.OFFLINE)
        elif error is None or isinstance(error, NetworkError):
            self._set(account, SessionState.READY)

    async def sign_out(self, account: AccountId) -> None:
        """Take the token back at the server, then forget the account and all that is its own.

        Where the server cannot be reached a notice says that the token may still be good.
        """
        async with self._turns.setdefault(account, asyncio.Lock()):
            known = self._accounts.get(account)
            if known is None:
                return
            try:
                await self._revoke(known)
            except (VoliereError, TimeoutError) as error:
                _log.info("token not revoked: %s", type(error).__name__)
                self._notices.post(
                    Notice(
                        code=NoticeCode.NOT_REVOKED, level=NoticeLevel.WARNING, seconds=0.0,
                        values={"account": known.handle, "server": known.server},
                    )
                )  # fmt: skip
            await self._let_go(account)
            self._sessions.pop(account, None)
            try:
                await self._secrets.forget(account)
            except SecretsUnavailable as error:
                self._notices.report(error, replaces="secrets")
            self._notices.withdraw(_notice_name(account))
            self._accounts.remove(account)
            if self._forget_data is not None:
                await self._forget_data(account)
        self.changed.emit(account)

    async def _revoke(self, account: Account) -> None:
        credentials = await self._secrets.load(account.id)
        network = self._networks.get(account.network)
        if credentials is not None and network is not None:
            async with asyncio.timeout(REVOKE_SECONDS):
                await network.sign_in(self._http).revoke(account, credentials)

    async def _use(self, account: Account, credentials: Credentials) -> None:
        await self._let_go(account.id)
        network = self._networks[account.network]

        def keep(new: Credentials) -> None:
            if self._secrets.is_held(account.id):
                self._secrets.hold(account.id, new)
            else:
                self._scope.start(self._keep(account.id, new), name="keep credentials")

        adapter = network.open(account, credentials, self._http, keep)
        scope = self._scope.child(f"session {account.id}")
        self._sessions[account.id] = _Session(SessionState.OPENING, adapter, scope)
        self._set(account.id, SessionState.READY)
        scope.start(self._refresh_for_ever(account.id, adapter), name="refresh")

    async def _keep(self, account: AccountId, credentials: Credentials) -> None:
        try:
            await self._secrets.save(account, credentials)
        except SecretsUnavailable as error:
            self._secrets.hold(account, credentials)
            self._notices.report(error, replaces="secrets", account=account)

    async def _let_go(self, account: AccountId) -> None:
        session = self._sessions.get(account)
        if session is None:
            return
        if session.scope is not None:
            await session.scope.close()
        adapter, session.adapter, session.scope = session.adapter, None, None
        if adapter is not None:
            await adapter.close()

    async def _refresh_for_ever(self, account: AccountId, adapter: Adapter) -> None:
        retry = FIRST_RETRY
        while True:
            try:
                fresh = await adapter.refresh_account()
            except NetworkError as error:
                self.report(account, error, adapter)
                if isinstance(error, SignedOut):
                    return
                if not isinstance(error, Offline | RateLimited | ServerFault):
                    _log.info("account not refreshed: %s", type(error).__name__)
                await asyncio.sleep(retry * random.uniform(0.8, 1.2))  # noqa: S311 - no secret
                retry = min(LAST_RETRY, retry * 2)
                continue
            self.report(account, None, adapter)
            self._take_over(account, fresh)
            retry = FIRST_RETRY
            await asyncio.sleep(REFRESH_EVERY)

    def _take_over(self, account: AccountId, fresh: Account) -> None:
        known = self._accounts.get(account)
        if known is None:
            return
        fresh = msgspec.structs.replace(
            fresh,
            id=known.id,
            colour=known.colour,
            is_kept=known.is_kept,
            undo_send_seconds=known.undo_send_seconds,
        )
        if fresh != known:
            try:
                self._accounts.update(fresh)
            except OSError as error:
                self._notices.report(error)

    def _sign_in_is_needed(self, account: AccountId) -> None:
        self._set(account, SessionState.SIGNED_OUT)
        self._notices.report(
            SignedOut(), replaces=_notice_name(account), account=account, subject=account
        )

    def _state(self, account: AccountId) -> SessionState | None:
        session = self._sessions.get(account)
        return session.state if session is not None else None

    def _set(self, account: AccountId, state: SessionState, *, is_locked: bool = False) -> None:
        session = self._sessions.setdefault(account, _Session(SessionState.OPENING))
        session.is_locked = is_locked
        if session.state is not state:
            session.state = state
            self.changed.emit(account)


def _notice_name(account: AccountId) -> str:
    return f"signed_out:{account}"
