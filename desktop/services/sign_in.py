"""Signing in, from what a person typed to an account that is open."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from enum import StrEnum

import msgspec
from msgspec import Struct

from desktop.domain.account import Account, Credentials
from desktop.domain.errors import (
    AccessDenied,
    NetworkError,
    NotFound,
    NotSupported,
    Offline,
    OfflineCause,
    RateLimited,
    Rejected,
    SecretsUnavailable,
    SignedOut,
    SignInError,
    SignInProblem,
)
from desktop.networks.base import OUT_OF_BAND, SignInStart, SignInWay, SignsIn
from desktop.networks.http import HttpClient
from desktop.networks.oauth import LoopbackListener
from desktop.services.accounts import Accounts
from desktop.services.secrets import Secrets
from desktop.services.sessions import OpensAccounts, Sessions

TIMEOUT = 300.0
"""Seconds that a person has in the browser."""


class SignInStage(StrEnum):
    LOOKING = "looking"
    REGISTERING = "registering"
    WAITING = "waiting"
    EXCHANGING = "exchanging"


class SignInStep(Struct, frozen=True, kw_only=True):
    """Where a sign-in is. While it is WAITING, `url` is the page in the browser, to be copied
    where `browser_opened` is False."""

    stage: SignInStage
    server: str = ""
    url: str = ""
    browser_opened: bool = False

    def __repr__(self) -> str:
        return f"SignInStep({self.stage.value}, {self.server!r})"


class PendingSignIn(Struct, frozen=True):
    """Signed in, but the keyring did not take the token."""

    account: Account
    credentials: Credentials

    def __repr__(self) -> str:
        return f"PendingSignIn({self.account.id!r})"


class SignIn:
    """`open_browser` opens a page in the system's browser, and says whether it could.

    To cancel a sign-in, cancel the task that awaits it: the listener is then closed.
    """

    def __init__(
        self,
        registry: Mapping[str, OpensAccounts],
        http: HttpClient,
        sessions: Sessions,
        accounts: Accounts,
        secrets: Secrets,
        open_browser: Callable[[str], bool],
        *,
        language: str = "",
    ) -> None:
        self._registry = registry
        self._http = http
        self._sessions = sessions
        self._accounts = accounts
        self._secrets = secrets
        self._open_browser = open_browser
        self._language = language
        self.pending: PendingSignIn | None = None
        """After SecretsUnavailable: what `keep_for_this_run` or `save_again` can go on with."""

    async def run(
        self,
        network: str,
        server_text: str,
        *,
        on_step: Callable[[SignInStep], None] = lambda _: None,
        timeout: float = TIMEOUT,
    ) -> Account:
        """The whole way through the browser, back to a listener on this machine.

        The app is registered anew each time, since several servers take no other redirect
        than the very one, port included, that they were told. Raises SignInError (NO_LISTENER:
        use `begin_by_code`), and SecretsUnavailable with `pending` set.
        """
        with_network = self._sign_in(network)
        async with _problems():
            on_step(SignInStep(stage=SignInStage.LOOKING))
            server = await with_network.find_server(server_text)
            async with LoopbackListener() as listener:
                on_step(SignInStep(stage=SignInStage.REGISTERING, server=server))
                start = await with_network.begin(server, listener.redirect_uri, self._language)
                opened = self._open_browser(start.authorize_url)
                on_step(
                    SignInStep(
                        stage=SignInStage.WAITING,
                        server=server,
                        url=start.authorize_url,
                        browser_opened=opened,
                    )
                )
                code = await listener.wait(start.state, timeout)
            on_step(SignInStep(stage=SignInStage.EXCHANGING, server=server))
            account, credentials = await with_network.complete(start, code)
        return await self._finish(account, credentials)

    async def begin_by_code(self, network: str, server_text: str) -> SignInStart:
        """Where there is no browser here, or no listener: the server shows a code that is
        pasted. The page is at `authorize_url`. Raises SignInError."""
        with_network = self._sign_in(network)
        async with _problems():
            server = await with_network.find_server(server_text)
            start = await with_network.begin(server, OUT_OF_BAND, self._language)
        return msgspec.structs.replace(start, values=start.values | {_NETWORK: network})

    async def finish_by_code(self, start: SignInStart, code: str) -> Account:
        """Raises SignInError (BAD_CODE: nothing was pasted, or the server does not know it)
        and SecretsUnavailable with `pending` set."""
        code = code.strip()
        if not code:
            raise SignInError(SignInProblem.BAD_CODE)
        values = dict(start.values)
        with_network = self._sign_in(values.pop(_NETWORK, ""))
        async with _problems():
            account, credentials = await with_network.complete(
                msgspec.structs.replace(start, values=values), code
            )
        return await self._finish(account, credentials)

    def ways(self, network: str) -> tuple[SignInWay, ...]:
        """How that network lets people in, the best way first."""
        return self._sign_in(network).ways

    async def enter(
        self,
        network: str,
        name: str,
        password: str,
        server_text: str = "",
        *,
        on_step: Callable[[SignInStep], None] = lambda _: None,
    ) -> Account:
        """By name and password, where the network has that way. Without a server it is found
        by the name. Raises SignInError, and SecretsUnavailable with `pending` set."""
        with_network = self._sign_in(network)
        async with _problems():
            on_step(SignInStep(stage=SignInStage.LOOKING))
            server = await with_network.find_server(server_text.strip() or name)
            on_step(SignInStep(stage=SignInStage.EXCHANGING, server=server))
            account, credentials = await with_network.enter(name, password, server)
        return await self._finish(account, credentials)

    async def keep_for_this_run(self, pending: PendingSignIn) -> Account:
        """Go on without a keyring: the token is in memory and gone with the app. An account
        that was saved before stays saved, and will ask for its sign-in again."""
        former = self._accounts.get(pending.account.id)
        is_kept = former is not None and former.is_kept
        self._secrets.hold(pending.account.id, pending.credentials)
        return await self._open(
            msgspec.structs.replace(pending.account, is_kept=is_kept), pending.credentials
        )

    async def save_again(self, pending: PendingSignIn) -> Account:
        """Try the keyring once more, after it was unlocked. Raises SecretsUnavailable."""
        return await self._finish(pending.account, pending.credentials)

    async def give_up(self, pending: PendingSignIn) -> None:
        """Neither: take the token back at the server. Raises SignInError."""
        self.pending = None
        async with _problems():
            with_network = self._sign_in(pending.account.network)
            await with_network.revoke(pending.account, pending.credentials)

    def _sign_in(self, network: str) -> SignsIn:
        if network not in self._registry:
            raise SignInError(SignInProblem.NOT_THIS_API, network)
        return self._registry[network].sign_in(self._http)

    async def _finish(self, account: Account, credentials: Credentials) -> Account:
        try:
            await self._secrets.save(account.id, credentials)
        except SecretsUnavailable:
            self.pending = PendingSignIn(account, credentials)
            raise
        return await self._open(msgspec.structs.replace(account, is_kept=True), credentials)

    async def _open(self, account: Account, credentials: Credentials) -> Account:
        self.pending = None
        account = self._accounts.add(account)
        await self._sessions.add(account, credentials)
        return account


_NETWORK = "desktop.network"


@asynccontextmanager
async def _problems() -> AsyncIterator[None]:
    """A network's errors as problems of a sign-in."""
    try:
        yield
    except NetworkError as error:
        raise sign_in_error(error) from error


def sign_in_error(error: NetworkError) -> SignInError:
    match error:
        case Offline(cause=OfflineCause.TLS):
            return SignInError(SignInProblem.TLS, error.host)
        case Offline(cause=OfflineCause.TIMEOUT):
            return SignInError(SignInProblem.TIMEOUT, error.host)
        case Offline():
            return SignInError(SignInProblem.NO_SUCH_SERVER, error.host)
        case AccessDenied():
            return SignInError(SignInProblem.ACCESS_DENIED, error.reason)
        case Rejected():
            return SignInError(SignInProblem.REFUSED, error.reason)
        case RateLimited():
            return SignInError(SignInProblem.REFUSED, str(error))
        case NotFound() | NotSupported():
            return SignInError(SignInProblem.NOT_THIS_API)
        case SignedOut():
            return SignInError(SignInProblem.REFUSED)
    return SignInError(SignInProblem.SERVER_FAULT, str(error))
