"""One account's XRPC calls: signed, counted, and asked again where that is safe."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

import msgspec

from desktop.domain.account import Account
from desktop.domain.errors import NetworkError, Offline, RateLimited, ServerFault, SignedOut
from desktop.domain.timeline import Cursor
from desktop.networks.answers import Response
from desktop.networks.base import Budget
from desktop.networks.bluesky import wire
from desktop.networks.bluesky.faults import error_of
from desktop.networks.bluesky.moderation import (
    OFFICIAL_LABELER,
    Preferences,
    preferences_of,
)
from desktop.networks.bluesky.people import Here
from desktop.networks.bluesky.session import Signs
from desktop.networks.http import FileToSend, HttpClient
from desktop.networks.lenient import Decoded, read_list, read_one
from desktop.networks.paging import write_cursor
from desktop.networks.ratelimit import Budgets

Params = Iterable[tuple[str, str]]

PREFERENCES_SECONDS = 600.0
_PASSING = frozenset({502, 503, 504})


class Api:
    """Errors are those of `faults.py`. SignedOut means that the account must sign in again."""

    def __init__(self, account: Account, http: HttpClient, signs: Signs) -> None:
        self.account = account
        self.http = http
        self.preferences = Preferences()
        self._signs = signs
        self._budgets = Budgets()
        self._blocked: dict[str, datetime] = {}
        self._preferences_until = 0.0

    @property
    def here(self) -> Here:
        mine = self.account
        return Here(mine.id, mine.profile_id, self.preferences, mine.handle)

    def budget(self) -> Budget:
        return self._budgets.tightest(datetime.now(UTC), "reading")

    async def get(self, nsid: str, params: Params = ()) -> Response:
        """A query; asked twice where the server's own back end failed."""
        pairs = tuple(params)
        answer = await self._send("GET", nsid, params=pairs)
        if answer.status in _PASSING:
            answer = await self._send("GET", nsid, params=pairs)
        return self._checked(answer, "reading")

    async def post(
        self, nsid: str, body: object = None, *, is_repeatable: bool = False
    ) -> Response:
        """A procedure. `is_repeatable`: doing it twice does it once, so it is sent again when
        the answer was lost."""
        try:
            answer = await self._send("POST", nsid, json=body)
        except (Offline, ServerFault):
            if not is_repeatable:
                raise
            answer = await self._send("POST", nsid, json=body)
        return self._checked(answer, "writing")

    async def upload(self, file: FileToSend, on_progress: Callable[[float], None]) -> Response:
        answer = await self._send(
            "POST", "com.atproto.repo.uploadBlob", content=file, on_progress=on_progress,
            timeout=120,
        )  # fmt: skip
        return self._checked(answer, "writing")

    async def put_record(self, collection: str, rkey: str, record: object) -> wire.Written:
        """Write a record under a name that we chose, which makes writing it twice harmless."""
        body = {
            "repo": self.account.profile_id,
            "collection": collection,
            "rkey": rkey,
            "record": record,
        }
        answer = await self.post("com.atproto.repo.putRecord", body, is_repeatable=True)
        return read_one(answer, wire.Written)

    async def delete_record(self, collection: str, rkey: str) -> None:
        body = {"repo": self.account.profile_id, "collection": collection, "rkey": rkey}
        await self.post("com.atproto.repo.deleteRecord", body, is_repeatable=True)

    async def refresh_preferences(self, *, now: bool = False) -> None:
        """What the user has chosen about labels, words and feeds; kept as it was where the
        server does not say."""
        if not now and time.monotonic() < self._preferences_until:
            return
        self._preferences_until = time.monotonic() + PREFERENCES_SECONDS
        try:
            answer = await self.get("app.bsky.actor.getPreferences")
            found = listed(answer, "preferences", wire.Preference)
        except SignedOut:
            raise
        except NetworkError:
            if now:
                raise
            return
        self.preferences = preferences_of(
            one.value for one in found if isinstance(one.value, wire.Preference)
        )

    async def _send(
        self,
        method: str,
        nsid: str,
        *,
        params: tuple[tuple[str, str], ...] = (),
        json: object = None,
        content: FileToSend | None = None,
        on_progress: Callable[[float], None] | None = None,
        timeout: float = 30.0,
    ) -> Response:
        bucket = "reading" if method == "GET" else "writing"
        until = self._blocked.get(bucket)
        if until is not None and until > datetime.now(UTC):
            raise RateLimited(until)
        url = f"{self.account.server}/xrpc/{nsid}"
        signed = await self._signs.headers(method, url)
        for attempt in (1, 2, 3):
            answer = await self.http.request(
                method,
                url,
                params=params or None,
                json=json,
                content=content,
                headers={**signed, **self._labelers},
                timeout=timeout,
                on_progress=on_progress,
                check=False,
            )
            if attempt == 3 or not await self._signs.try_again(answer, signed):
                break
            signed = await self._signs.headers(method, url)
        return answer

    @property
    def _labelers(self) -> dict[str, str]:
        chosen = [one for one in self.preferences.labelers if one != OFFICIAL_LABELER]
        if not chosen:
            return {}
        return {"atproto-accept-labelers": ", ".join([f"{OFFICIAL_LABELER};redact", *chosen])}

    def _checked(self, answer: Response, bucket: str) -> Response:
        now = datetime.now(UTC)
        self._budgets.note(bucket, answer.headers, now)
        error = error_of(answer)
        if isinstance(error, RateLimited):
            self._blocked[bucket] = error.until
            self._budgets.exhaust(bucket, error.until)
        if error is not None:
            raise error
        return answer


def listed(answer: Response, name: str, kind: type[msgspec.Struct]) -> list[Decoded]:
    """The list under one name of an answer; empty where it is missing."""
    whole = answer.decode(dict[str, msgspec.Raw])
    raw = bytes(whole[name]) if name in whole else b"[]"
    return read_list(Response(200, {}, b"[]" if raw == b"null" else raw), kind)


def older_of(answer: Response, asked: Cursor | None) -> Cursor | None:
    """Where an answer says to read on; None at the end, also where it says the same again."""
    told = read_one(answer, _Paged).cursor
    older = write_cursor({"cursor": told}) if told else None
    return None if older == asked else older


class _Paged(wire.Wire, frozen=True):
    cursor: str | None = None
