"""What signs an account's requests: the tokens of an app password, renewed before they end.

Source: atproto.com/specs/xrpc (authentication), com.atproto.server.refreshSession.
"""

from __future__ import annotations

import asyncio
import base64
import time
from collections.abc import Callable
from typing import Protocol

import msgspec

from desktop.domain.account import Credentials
from desktop.domain.errors import ServerFault, SignedOut
from desktop.networks.answers import Response
from desktop.networks.bluesky import wire
from desktop.networks.bluesky.faults import EXPIRED, error_of, fault_of
from desktop.networks.http import HttpClient
from desktop.networks.lenient import read_one

EARLY = 60.0
"""Seconds before its end in which a token is no longer used."""
KeepCredentials = Callable[[Credentials], None]


class Signs(Protocol):
    """One account's signature under its requests."""

    async def headers(self, method: str, url: str) -> dict[str, str]:
        """What to send along; renews what is about to end. Raises SignedOut."""
        ...

    async def try_again(self, answer: Response, sent: dict[str, str]) -> bool:
        """After a refusal: whether the same request is worth sending once more, since its
        signature was out of date and is now renewed. Raises SignedOut."""
        ...


class PasswordSession:
    """accessJwt and refreshJwt. Refreshing gives new ones for both, one at a time."""

    def __init__(
        self,
        server: str,
        credentials: Credentials,
        http: HttpClient,
        on_credentials: KeepCredentials | None,
    ) -> None:
        self._server = server
        self._credentials = credentials
        self._http = http
        self._on_credentials = on_credentials
        self._turn = asyncio.Lock()

    async def headers(self, method: str, url: str) -> dict[str, str]:  # noqa: ARG002
        token = self._credentials.values.get("access_jwt", "")
        ends = ends_at(token)
        if ends and ends - EARLY < time.time():
            await self._refresh(token)
        return bearer(self._credentials.values.get("access_jwt", ""))

    async def try_again(self, answer: Response, sent: dict[str, str]) -> bool:
        if answer.status == 401 or (
            answer.status == 400 and (fault_of(answer).error or "") in EXPIRED | {"InvalidToken"}
        ):
            await self._refresh(sent.get("Authorization", "").removeprefix("Bearer "))
            return True
        return False

    async def _refresh(self, refused: str) -> None:
        """Raises SignedOut when the server takes neither token."""
        async with self._turn:
            values = self._credentials.values
            if values.get("access_jwt") != refused:
                return
            if not values.get("refresh_jwt"):
                raise SignedOut
            answer = await self._http.request(
                "POST",
                f"{self._server}/xrpc/com.atproto.server.refreshSession",
                headers=bearer(values["refresh_jwt"]),
                check=False,
            )
            error = error_of(answer)
            if error is not None:
                raise error
            session = read_one(answer, wire.Session)
            if not session.access_jwt or not session.refresh_jwt:
                raise ServerFault(0, "no new tokens")
            if session.did and session.did != values.get("did", session.did):
                raise SignedOut
            self._credentials = Credentials(
                values={
                    **values,
                    "access_jwt": session.access_jwt,
                    "refresh_jwt": session.refresh_jwt,
                }
            )
            if self._on_credentials is not None:
                self._on_credentials(self._credentials)


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


class _Claims(msgspec.Struct):
    exp: float = 0.0


def ends_at(token: str) -> float:
    """When a JWT ends (POSIX seconds); 0 where it does not say."""
    body = token.split(".")[1] if token.count(".") == 2 else ""
    try:
        raw = base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))
        return msgspec.json.decode(raw, type=_Claims).exp
    except (ValueError, msgspec.MsgspecError):
        return 0.0
