"""Signing in to a server of the Mastodon API family.

Sources: docs.joinmastodon.org/methods/apps and /methods/oauth, RFC 7033 (WebFinger).
"""

from __future__ import annotations

import logging
import time
from urllib.parse import urlencode, urlsplit

from desktop.domain.account import ACCOUNT_COLOURS, Account, AccountId, Credentials
from desktop.domain.errors import (
    AccessDenied,
    NetworkError,
    NotFound,
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
from desktop.networks.address import read_address
from desktop.networks.answers import reason_of
from desktop.networks.base import SignInStart, SignInWay
from desktop.networks.http import HttpClient
from desktop.networks.lenient import read_one
from desktop.networks.mastodon import wire, wire_server
from desktop.networks.mastodon.mapping import VISIBILITIES
from desktop.networks.mastodon.people import Here, profile_of
from desktop.networks.mastodon.quirks import quirks_of
from desktop.networks.mastodon.server import ServerInfo, ask_instance, ask_node, ask_server
from desktop.networks.mastodon.values import number_of, text_of, web_address
from desktop.networks.oauth import new_pkce, new_state
from desktop.networks.route import may_be_plain

log = logging.getLogger(__name__)

APP_NAME = "Volière"
_NOT_THE_CODE = frozenset(
    {"invalid_client", "unauthorized_client", "unsupported_grant_type", "invalid_scope"}
)
_OFFLINE = {
    OfflineCause.TLS: SignInProblem.TLS,
    OfflineCause.TIMEOUT: SignInProblem.TIMEOUT,
}


class MastodonSignIn:
    """Satisfies SignsIn. Every problem is a SignInError."""

    def __init__(self, http: HttpClient) -> None:
        self._http = http

    @property
    def ways(self) -> tuple[SignInWay, ...]:
        return (SignInWay.BROWSER,)

    async def enter(self, name: str, password: str, server: str) -> tuple[Account, Credentials]:  # noqa: ARG002
        raise NotSupported("password")

    async def find_server(self, text: str) -> str:
        typed = read_address(text)
        problem: SignInError | None = None
        for base in typed.bases:
            try:
                return await self._find(base, typed.user, typed.host)
            except SignInError as error:
                problem = problem or error
        raise problem or SignInError(SignInProblem.BAD_ADDRESS)

    async def _find(self, base: str, user: str, host: str) -> str:
        candidates: list[str] = []
        if user:
            candidates += await self._pointed(
                f"{base}/.well-known/webfinger?{urlencode({'resource': f'acct:{user}@{host}'})}",
                base,
            )
        candidates.append(base)
        problem: SignInError | None = None
        for candidate in dict.fromkeys(candidates):
            try:
                return await self._probe(candidate)
            except SignInError as error:
                problem = problem or error
        # the API of example.org may live at social.example.org, which nodeinfo then names
        if problem is not None and problem.problem is SignInProblem.NOT_THIS_API:
            for candidate in await self._pointed(f"{base}/.well-known/nodeinfo", base):
                if candidate not in candidates:
                    return await self._probe(candidate)
        raise problem or SignInError(SignInProblem.NO_SUCH_SERVER)

    async def _pointed(self, url: str, base: str) -> list[str]:
        """The servers that a document of links names, without what could be listened to."""
        try:
            answer = await self._http.request("GET", url, timeout=10, retry=False)
            links = read_one(answer, wire_server.Links).links or []
        except NetworkError:
            return []
        found: list[str] = []
        for link in links:
            is_self = link.rel == "self" and "json" in (link.type or "")
            if not is_self and "nodeinfo" not in (link.rel or ""):
                continue
            parts = urlsplit(web_address(link.href))
            if parts.netloc and (parts.scheme == "https" or may_be_plain(parts.hostname or "")):
                found.append(f"{parts.scheme}://{parts.netloc}")
        # a server behind a proxy may name itself by https while we reach it by http
        here = urlsplit(base).netloc
        return [base if urlsplit(one).netloc == here else one for one in found]

    async def _probe(self, base: str) -> str:
        try:
            _, answer = await ask_instance(self._http, base, retry=False)
        except AccessDenied as error:
            if error.reason:
                # it speaks the API, but not to strangers
                return base
            raise SignInError(SignInProblem.NOT_THIS_API) from None
        except (NotFound, Rejected):
            raise SignInError(SignInProblem.NOT_THIS_API) from None
        except ServerFault as error:
            if error.status == 0:
                raise SignInError(SignInProblem.NOT_THIS_API) from None
            raise SignInError(SignInProblem.SERVER_FAULT, str(error.status)) from None
        except NetworkError as error:
            raise _sign_in_error(error) from None
        parts = urlsplit(answer.url)
        return f"{parts.scheme}://{parts.netloc}"

    async def begin(self, server: str, redirect_uri: str, language: str = "") -> SignInStart:
        name, _ = await ask_node(self._http, server)
        scopes = quirks_of(name).scopes
        form = {
            "client_name": APP_NAME,
            "redirect_uris": redirect_uri,
            "scopes": scopes,
        }
        try:
            answer = await self._http.request("POST", f"{server}/api/v1/apps", form=form)
            app = read_one(answer, wire_server.App)
        except NetworkError as error:
            raise _sign_in_error(error) from None
        if not app.client_id or not app.client_secret:
            raise SignInError(SignInProblem.NOT_THIS_API)
        pkce, state = new_pkce(), new_state()
        query = {
            "response_type": "code",
            "client_id": app.client_id,
            "redirect_uri": redirect_uri,
            "scope": scopes,
            "state": state,
            "code_challenge": pkce.challenge,
            "code_challenge_method": "S256",
            # without it a second account on the same server cannot be chosen
            "force_login": "true",
        }
        if language:
            query["lang"] = language
        return SignInStart(
            server=server,
            authorize_url=f"{server}/oauth/authorize?{urlencode(query)}",
            redirect_uri=redirect_uri,
            state=state,
            values={
                "client_id": app.client_id,
                "client_secret": app.client_secret,
                "code_verifier": pkce.verifier,
                "scope": scopes,
            },
        )

    async def complete(self, start: SignInStart, code: str) -> tuple[Account, Credentials]:
        token = await self._exchange(start, code.strip())
        values = {
            "access_token": text_of(token.access_token),
            "client_id": start.values["client_id"],
            "client_secret": start.values["client_secret"],
        }
        if token.refresh_token:
            values["refresh_token"] = token.refresh_token
            if token.expires_in is not None:
                values["expires_at"] = str(int(time.time()) + number_of(token.expires_in))
        headers = {"Authorization": f"Bearer {token.access_token}"}
        try:
            info = await ask_server(self._http, start.server, headers)
            answer = await self._http.request(
                "GET", f"{start.server}/api/v1/accounts/verify_credentials", headers=headers
            )
            account = account_of(read_one(answer, wire.Account), info)
        except NetworkError as error:
            raise _sign_in_error(error) from None
        if not account.profile_id:
            raise SignInError(SignInProblem.NOT_THIS_API)
        return account, Credentials(values=values)

    async def _exchange(self, start: SignInStart, code: str) -> wire_server.Token:
        if not code:
            raise SignInError(SignInProblem.BAD_CODE)
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "client_id": start.values["client_id"],
            "client_secret": start.values["client_secret"],
            "redirect_uri": start.redirect_uri,
            "code_verifier": start.values["code_verifier"],
            "scope": start.values["scope"],
        }
        try:
            answer = await self._http.request(
                "POST", f"{start.server}/oauth/token", form=form, check=False
            )
            if answer.status >= 500:
                raise SignInError(SignInProblem.SERVER_FAULT, str(answer.status))
            token = read_one(answer, wire_server.Token)
        except NetworkError as error:
            raise _sign_in_error(error) from None
        if answer.status >= 400 or not token.access_token:
            # GoToSocial has words of its own for a code that it does not know
            is_ours = token.error in _NOT_THE_CODE or answer.status not in (400, 401)
            problem = SignInProblem.REFUSED if is_ours else SignInProblem.BAD_CODE
            raise SignInError(problem, reason_of(answer.body))
        return token

    async def revoke(self, account: Account, credentials: Credentials) -> None:
        """Raises NetworkError when the server could not be told; the token may then live on."""
        values = credentials.values
        form = {
            "client_id": values.get("client_id", ""),
            "client_secret": values.get("client_secret", ""),
            "token": values.get("access_token", ""),
        }
        answer = await self._http.request(
            "POST", f"{account.server}/oauth/revoke", form=form, check=False
        )
        if answer.status >= 500 or answer.status == 429:
            raise ServerFault(answer.status)
        if answer.status >= 400:
            raise Rejected(reason_of(answer.body), answer.status)


def account_of(mine: wire.Account, info: ServerInfo) -> Account:
    """Our account, from verify_credentials and what its server says about itself."""
    here = Here(AccountId(""), info.host)
    profile = profile_of(mine, here)
    handle = profile.handle
    source = mine.source or wire.Source()
    language = text_of(source.language)
    return Account(
        id=AccountId(f"mastodon:{handle}"),
        network="mastodon",
        server=info.base,
        handle=handle,
        profile_id=profile.id,
        name=profile.name,
        avatar_url=profile.avatar_url,
        colour=ACCOUNT_COLOURS[0],
        software=info.software,
        version=info.version,
        capabilities=info.capabilities,
        default_visibility=VISIBILITIES.get(source.privacy or "public", VISIBILITIES["public"]),
        # Takahē says "unk" for a language that it does not know
        default_language=language if len(language) >= 2 and language != "unk" else "",
        follower_count=profile.follower_count,
    )


def _sign_in_error(error: NetworkError) -> SignInError:
    match error:
        case Offline():
            problem = _OFFLINE.get(error.cause, SignInProblem.NO_SUCH_SERVER)
            return SignInError(problem, error.cause.value)
        case RateLimited():
            return SignInError(SignInProblem.REFUSED, "rate limited")
        case SignedOut():
            return SignInError(SignInProblem.REFUSED)
        case AccessDenied() | Rejected():
            return SignInError(SignInProblem.REFUSED, error.reason)
        case NotFound():
            return SignInError(SignInProblem.NOT_THIS_API)
        case ServerFault() if error.status == 0:
            return SignInError(SignInProblem.NOT_THIS_API, error.detail)
        case ServerFault():
            return SignInError(SignInProblem.SERVER_FAULT, str(error.status))
        case _:
            return SignInError(SignInProblem.SERVER_FAULT)
