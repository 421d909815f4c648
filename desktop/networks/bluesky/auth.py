"""Signing in by an app password.

Source: atproto.com/specs/xrpc#app-passwords, com.atproto.server.createSession. Sign-ins are
counted by the server (300 a day and account), so tokens are kept and renewed.
"""

from __future__ import annotations

from desktop.domain.account import Account, AccountId, Credentials
from desktop.domain.errors import (
    AccessDenied,
    NetworkError,
    NotSupported,
    Offline,
    OfflineCause,
    RateLimited,
    Rejected,
    ServerFault,
    SignedOut,
    SignInError,
    SignInProblem,
)
from desktop.domain.profile import Profile
from desktop.networks.address import read_address
from desktop.networks.base import SignInStart, SignInWay
from desktop.networks.bluesky import wire
from desktop.networks.bluesky.faults import error_of, fault_of
from desktop.networks.bluesky.identity import (
    Directory,
    find_identity,
    is_did,
    is_handle,
    server_of,
)
from desktop.networks.bluesky.limits import CAPABILITIES
from desktop.networks.bluesky.people import profile_of
from desktop.networks.bluesky.session import bearer
from desktop.networks.http import HttpClient
from desktop.networks.lenient import read_one

NAME = "bluesky"
ENTRYWAY = "https://bsky.social"
"""The server of whoever signs in by an e-mail address."""
_OFFLINE = {OfflineCause.TLS: SignInProblem.TLS, OfflineCause.TIMEOUT: SignInProblem.TIMEOUT}


class BlueskySignIn:
    """Satisfies SignsIn. Every problem is a SignInError."""

    def __init__(self, http: HttpClient, directory: Directory | None = None) -> None:
        self._http = http
        self._directory = directory or Directory()

    @property
    def ways(self) -> tuple[SignInWay, ...]:
        return (SignInWay.PASSWORD,)

    async def find_server(self, text: str) -> str:
        typed = text.strip().lstrip("@")
        name = typed.lower()
        try:
            if "@" in typed and "://" not in typed:
                return await self._probe(ENTRYWAY)
            if is_did(typed):
                return (await find_identity(self._http, typed, self._directory)).server
            if is_handle(name):
                try:
                    return (await find_identity(self._http, name, self._directory)).server
                except SignInError:
                    return await self._first(name)
            return await self._first(typed)
        except NetworkError as error:
            raise sign_in_error(error) from None

    async def _first(self, text: str) -> str:
        problem: SignInError | None = None
        for base in read_address(text).bases:
            try:
                return await self._probe(base)
            except NetworkError as error:
                problem = problem or sign_in_error(error)
            except SignInError as error:
                problem = problem or error
        raise problem or SignInError(SignInProblem.BAD_ADDRESS)

    async def _probe(self, base: str) -> str:
        """The address, if a server of this network is there."""
        answer = await self._http.request(
            "GET", f"{base}/xrpc/com.atproto.server.describeServer", timeout=10, retry=False
        )
        if read_one(answer, wire.DidDocument).did is None:
            raise SignInError(SignInProblem.NOT_THIS_API)
        return base

    async def begin(
        self,
        server: str,  # noqa: ARG002
        redirect_uri: str,  # noqa: ARG002
        language: str = "",  # noqa: ARG002
    ) -> SignInStart:
        raise NotSupported("browser")

    async def complete(
        self,
        start: SignInStart,  # noqa: ARG002
        code: str,  # noqa: ARG002
    ) -> tuple[Account, Credentials]:
        raise NotSupported("browser")

    async def enter(self, name: str, password: str, server: str) -> tuple[Account, Credentials]:
        try:
            return await self._enter(name.strip().lstrip("@"), password.strip(), server)
        except NetworkError as error:
            raise sign_in_error(error) from None

    async def _enter(self, name: str, password: str, server: str) -> tuple[Account, Credentials]:
        answer = await self._http.request(
            "POST",
            f"{server}/xrpc/com.atproto.server.createSession",
            json={"identifier": name, "password": password},
            check=False,
        )
        if fault_of(answer).error == "AuthFactorTokenRequired":
            raise SignInError(SignInProblem.WRONG_KIND_OF_PASSWORD)
        error = error_of(answer)
        if isinstance(error, SignedOut):
            raise SignInError(SignInProblem.WRONG_PASSWORD)
        if error is not None:
            raise error
        session = read_one(answer, wire.Session)
        if not session.did or not session.access_jwt or not session.refresh_jwt:
            raise SignInError(SignInProblem.NOT_THIS_API)
        home = server_of(session.did_doc)
        if home.startswith("https://"):
            # an entryway signs people in for servers of other names
            server = home
        values = {
            "did": session.did,
            "access_jwt": session.access_jwt,
            "refresh_jwt": session.refresh_jwt,
        }
        view = await self._http.request(
            "GET",
            f"{server}/xrpc/app.bsky.actor.getProfile",
            params={"actor": session.did},
            headers=bearer(session.access_jwt),
            check=False,
        )
        error = error_of(view)
        if isinstance(error, RateLimited | ServerFault | Offline):
            raise error
        # an account without a profile is one all the same
        found = read_one(view, wire.ProfileView) if error is None else wire.ProfileView()
        profile = profile_of(found) if found.did else None
        handle = session.handle or session.did
        return account_of(session.did, handle, server, profile), Credentials(values=values)

    async def revoke(self, account: Account, credentials: Credentials) -> None:
        """Raises NetworkError when the server could not be told; the tokens may then live on."""
        answer = await self._http.request(
            "POST",
            f"{account.server}/xrpc/com.atproto.server.deleteSession",
            headers=bearer(credentials.values.get("refresh_jwt", "")),
            check=False,
        )
        error = error_of(answer)
        if error is not None and not isinstance(error, SignedOut):
            raise error


def account_of(did: str, handle: str, server: str, profile: Profile | None) -> Account:
    """Our account. Its name for us is the DID: handles change."""
    return Account(
        id=AccountId(f"{NAME}:{did}"),
        network=NAME,
        server=server,
        handle=handle,
        profile_id=did,
        name=profile.name if profile else "",
        avatar_url=profile.avatar_url if profile else "",
        software=NAME,
        capabilities=CAPABILITIES,
        follower_count=profile.follower_count if profile else -1,
    )


def sign_in_error(error: NetworkError) -> SignInError:
    match error:
        case Offline():
            problem = _OFFLINE.get(error.cause, SignInProblem.NO_SUCH_SERVER)
            return SignInError(problem, error.cause.value)
        case RateLimited():
            return SignInError(SignInProblem.REFUSED, "rate limited")
        case AccessDenied() | Rejected():
            return SignInError(SignInProblem.REFUSED, error.reason)
        case SignedOut():
            return SignInError(SignInProblem.REFUSED)
        case ServerFault() if error.status:
            return SignInError(SignInProblem.SERVER_FAULT, str(error.status))
        case _:
            return SignInError(SignInProblem.NOT_THIS_API)
