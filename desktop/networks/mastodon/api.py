"""One account's signed requests: token, budgets, and the refresh of tokens that expire."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime

from msgspec import Struct

from desktop.domain.account import Account, Credentials
from desktop.domain.errors import AccessDenied, RateLimited, ServerFault, SignedOut
from desktop.networks.answers import Response
from desktop.networks.base import Budget
from desktop.networks.http import FileToSend, HttpClient
from desktop.networks.lenient import read_one
from desktop.networks.mastodon import wire, wire_server
from desktop.networks.mastodon.people import Here
from desktop.networks.mastodon.quirks import Quirks, quirks_of
from desktop.networks.ratelimit import Budgets

Params = Iterable[tuple[str, str]]

_PAGING = frozenset({"max_id", "min_id", "since_id", "page"})


class Call(Struct, frozen=True, kw_only=True):
    """What goes with a request. `bucket`: which of the server's budgets it counts in."""

    params: tuple[tuple[str, str], ...] = ()
    json: object = None
    form: Mapping[str, str] | None = None
    files: Mapping[str, FileToSend] | None = None
    key: str = ""
    bucket: str = ""
    timeout: float = 30.0
    on_progress: Callable[[float], None] | None = None


_PLAIN = Call()


class Api:
    """Errors are those of HttpClient. SignedOut means that the token is really refused."""

    def __init__(
        self,
        account: Account,
        credentials: Credentials,
        http: HttpClient,
        on_credentials: Callable[[Credentials], None] | None = None,
    ) -> None:
        self.account = account
        self.http = http
        self.budgets = Budgets()
        self._credentials = credentials
        self._on_credentials = on_credentials
        self._refreshing = asyncio.Lock()
        self._blocked: dict[str, datetime] = {}

    @property
    def here(self) -> Here:
        return Here(self.account.id, self.account.handle.rpartition("@")[2])

    @property
    def quirks(self) -> Quirks:
        return quirks_of(self.account.software)

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    @property
    def token(self) -> str:
        return self._credentials.values.get("access_token", "")

    def budget(self) -> Budget:
        return self.budgets.tightest(datetime.now(UTC), "reading", "paging")

    async def get(self, path: str, params: Params = (), *, is_public: bool = False) -> Response:
        """`is_public`: a timeline that the server may simply keep closed; its 401 is then
        AccessDenied as long as the token is good for the rest."""
        try:
            return await self.ask("GET", path, Call(params=tuple(params)))
        except SignedOut:
            if not is_public:
                raise
            await self.verify()
            raise AccessDenied from None

    async def verify(self) -> wire.Account:
        """Who we are. Raises SignedOut when the server no longer takes the token."""
        answer = await self.ask("GET", "/api/v1/accounts/verify_credentials")
        return read_one(answer, wire.Account)

    async def ask(self, method: str, path: str, call: Call = _PLAIN) -> Response:
        bucket = call.bucket or (
            "paging" if any(name in _PAGING for name, _ in call.params) else "reading"
        )
        now = datetime.now(UTC)
        until = self._blocked.get(bucket)
        if until is not None and until > now:
            raise RateLimited(until)
        token = self.token
        try:
            answer = await self._send(method, path, call)
        except SignedOut:
            if not await self._refresh(token):
                raise
            answer = await self._send(method, path, call)
        except RateLimited as error:
            self._blocked[bucket] = error.until
            self.budgets.exhaust(bucket, error.until)
            raise
        self.budgets.note(bucket, answer.headers, now)
        return answer

    async def _send(self, method: str, path: str, call: Call) -> Response:
        headers = self.headers
        if call.key:
            headers["Idempotency-Key"] = call.key
        return await self.http.request(
            method,
            f"{self.account.server}{path}",
            params=call.params or None,
            json=call.json,
            form=call.form,
            files=call.files,
            headers=headers,
            timeout=call.timeout,
            on_progress=call.on_progress,
        )

    async def _refresh(self, refused: str) -> bool:
        """A new token for the one that was refused (Pleroma's and Akkoma's expire). False
        where there is none to be had."""
        async with self._refreshing:
            values = self._credentials.values
            if values.get("access_token") != refused:
                return True
            if not values.get("refresh_token"):
                return False
            answer = await self.http.request(
                "POST",
                f"{self.account.server}/oauth/token",
                form={
                    "grant_type": "refresh_token",
                    "refresh_token": values["refresh_token"],
                    "client_id": values.get("client_id", ""),
                    "client_secret": values.get("client_secret", ""),
                },
                check=False,
            )
            if answer.status >= 500:
                raise ServerFault(answer.status)
            if answer.status >= 400:
                return False
            token = read_one(answer, wire_server.Token)
            if not token.access_token:
                return False
            self._credentials = Credentials(
                values={
                    **values,
                    "access_token": token.access_token,
                    "refresh_token": token.refresh_token or values["refresh_token"],
                }
            )
            if self._on_credentials is not None:
                self._on_credentials(self._credentials)
            return True
