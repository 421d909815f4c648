"""A network without a network: it does what a test tells it, and remembers what it was asked."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from typing import Any

import msgspec
from keyring.backend import KeyringBackend

from desktop.domain.account import Account, AccountId, Capabilities, Credentials
from desktop.domain.draft import DraftMedia, OutboxItem, UploadedMedia
from desktop.domain.post import Poll, Post, PostAction, PostEdit, PostSource, Thread
from desktop.domain.profile import Profile, ProfileAction, Relationship
from desktop.domain.query import Query
from desktop.domain.richtext import CustomEmoji, RichText
from desktop.domain.stream import StreamEvent
from desktop.domain.timeline import Cursor, ListInfo, Page, TimelineKey
from desktop.networks.base import Budget, Media, SignInStart, SignInWay

ME = AccountId("fake:claire@example.org")
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def an_account(nick: str = "claire", **more: Any) -> Account:
    values: dict[str, Any] = {
        "id": AccountId(f"fake:{nick}@example.org"),
        "network": "fake",
        "server": "https://example.org",
        "handle": f"{nick}@example.org",
        "profile_id": "1",
        "capabilities": Capabilities(has_idempotency=True, can_upload=True),
    }
    return Account(**(values | more))


def a_profile(nick: str = "bob", **more: Any) -> Profile:
    return Profile(id=f"id-{nick}", handle=f"{nick}@example.org", **more)


def a_post(post_id: str = "p1", text: str = "Hello", **more: Any) -> Post:
    values: dict[str, Any] = {
        "account": ME,
        "id": post_id,
        "uri": f"https://example.org/p/{post_id}",
        "url": f"https://example.org/@bob/{post_id}",
        "author": a_profile(),
        "created_at": NOW,
        "text": RichText(text),
    }
    return Post(**(values | more))


class MemoryKeyring(KeyringBackend):
    priority = 1

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.error: Exception | None = None

    def get_password(self, service: str, username: str) -> str | None:
        if self.error is not None:
            raise self.error
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.error is not None:
            raise self.error
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class FakeAdapter:
    """`answers[name]` is a list of what the calls of a method give: a value, an exception, or
    a function of the arguments; the last one stays. `gates[name]` is waited for before."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.answers: dict[str, list[Any]] = {}
        self.gates: dict[str, asyncio.Event] = {}
        self.calls: list[tuple[Any, ...]] = []
        self.is_closed = False

    def will(self, name: str, *answers: Any) -> None:
        self.answers[name] = list(answers)

    def count(self, name: str) -> int:
        return sum(call[0] == name for call in self.calls)

    async def _answer(self, name: str, *arguments: Any) -> Any:
        self.calls.append((name, *arguments))
        if name in self.gates:
            await self.gates[name].wait()
        await asyncio.sleep(0)
        answers = self.answers.get(name)
        if not answers:
            raise AssertionError(f"nobody said what {name} answers")
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if isinstance(answer, BaseException):
            raise answer
        if callable(answer):
            answer = answer(*arguments)
        return answer

    async def fetch(self, key: TimelineKey, cursor: Cursor | None = None, limit: int = 40) -> Page:
        return await self._answer("fetch", key, cursor)  # type: ignore[no-any-return]

    async def newer(self, key: TimelineKey, than_id: str, limit: int = 40) -> Page:
        return await self._answer("newer", key, than_id)  # type: ignore[no-any-return]

    def fill_cursor(self, key: TimelineKey, below_id: str) -> Cursor:
        return Cursor(below_id)

    async def thread(self, post_id: str) -> Thread:
        return await self._answer("thread", post_id)  # type: ignore[no-any-return]

    async def post(self, post_id: str) -> Post:
        return await self._answer("post", post_id)  # type: ignore[no-any-return]

    async def resolve_post(self, url: str) -> Post:
        return await self._answer("resolve_post", url)  # type: ignore[no-any-return]

    async def profile(self, profile_id: str) -> Profile:
        return await self._answer("profile", profile_id)  # type: ignore[no-any-return]

    async def find_profile(self, handle: str) -> Profile:
        return await self._answer("find_profile", handle)  # type: ignore[no-any-return]

    async def relationship(self, profile_id: str) -> Relationship:
        return await self._answer("relationship", profile_id)  # type: ignore[no-any-return]

    async def lists(self) -> tuple[ListInfo, ...]:
        return await self._answer("lists")  # type: ignore[no-any-return]

    async def followed_tags(self) -> tuple[str, ...]:
        return await self._answer("followed_tags")  # type: ignore[no-any-return]

    async def emojis(self) -> tuple[CustomEmoji, ...]:
        return await self._answer("emojis")  # type: ignore[no-any-return]

    async def history(self, post_id: str) -> tuple[PostEdit, ...]:
        return await self._answer("history", post_id)  # type: ignore[no-any-return]

    async def media(self, url: str, max_bytes: int) -> Media:
        return await self._answer("media", url, max_bytes)  # type: ignore[no-any-return]

    async def refresh_account(self) -> Account:
        if "refresh_account" not in self.answers:
            return self.account
        return await self._answer("refresh_account")  # type: ignore[no-any-return]

    def budget(self) -> Budget:
        return Budget()

    async def publish(self, item: OutboxItem) -> Post:
        return await self._answer("publish", item)  # type: ignore[no-any-return]

    async def find_sent(self, item: OutboxItem) -> Post | None:
        return await self._answer("find_sent", item)  # type: ignore[no-any-return]

    async def upload(
        self, media: DraftMedia, on_progress: Callable[[float], None]
    ) -> UploadedMedia:
        on_progress(0.5)
        return await self._answer("upload", media)  # type: ignore[no-any-return]

    async def act(self, action: PostAction, post_id: str) -> Post:
        return await self._answer("act", action, post_id)  # type: ignore[no-any-return]

    async def delete(self, post_id: str) -> None:
        await self._answer("delete", post_id)

    async def source(self, post_id: str) -> PostSource:
        return await self._answer("source", post_id)  # type: ignore[no-any-return]

    async def vote(self, post_id: str, poll_id: str, choices: tuple[int, ...]) -> Poll:
        return await self._answer("vote", post_id, poll_id, choices)  # type: ignore[no-any-return]

    async def act_on_profile(self, action: ProfileAction, profile_id: str) -> Relationship:
        return await self._answer("act_on_profile", action, profile_id)  # type: ignore[no-any-return]

    async def stream(self, keys: frozenset[TimelineKey]) -> AsyncIterator[StreamEvent]:
        for event in await self._answer("stream", keys):
            yield event

    def set_keys(self, keys: frozenset[TimelineKey]) -> None:
        self.calls.append(("set_keys", keys))

    async def search_posts(self, query: Query, cursor: Cursor | None = None) -> Page:
        return await self._answer("search_posts", query)  # type: ignore[no-any-return]

    async def search_profiles(self, text: str, limit: int = 8) -> tuple[Profile, ...]:
        return await self._answer("search_profiles", text)  # type: ignore[no-any-return]

    async def search_tags(self, text: str, limit: int = 8) -> tuple[str, ...]:
        return await self._answer("search_tags", text)  # type: ignore[no-any-return]

    async def close(self) -> None:
        self.is_closed = True


class FakeSignIn:
    def __init__(self, network: FakeNetwork) -> None:
        self.network = network

    @property
    def ways(self) -> tuple[SignInWay, ...]:
        return (SignInWay.BROWSER, SignInWay.PASSWORD)

    async def enter(self, name: str, password: str, server: str) -> tuple[Account, Credentials]:
        self.network.raise_at("enter")
        return self.network.who, Credentials(values={"access_token": f"{name} {password} {server}"})

    async def find_server(self, text: str) -> str:
        self.network.raise_at("find_server")
        return f"https://{text.rpartition('@')[2]}"

    async def begin(self, server: str, redirect_uri: str, language: str = "") -> SignInStart:
        self.network.raise_at("begin")
        self.network.registered.append(redirect_uri)
        return SignInStart(
            server=server,
            authorize_url=f"{server}/oauth/authorize?state=st",
            redirect_uri=redirect_uri,
            state="st",
            values={"client_secret": "cs"},
        )

    async def complete(self, start: SignInStart, code: str) -> tuple[Account, Credentials]:
        self.network.raise_at("complete")
        assert start.values == {"client_secret": "cs"}
        self.network.codes.append(code)
        return self.network.who, Credentials(values={"access_token": f"token-for-{code}"})

    async def revoke(self, account: Account, credentials: Credentials) -> None:
        self.network.raise_at("revoke")
        self.network.revoked.append(credentials.values["access_token"])


class FakeNetwork:
    """An entry of the registry; `adapters` are those that it opened."""

    def __init__(self) -> None:
        self.adapters: list[FakeAdapter] = []
        self.tokens: list[str] = []
        self.keepers: list[Callable[[Credentials], None] | None] = []
        self.errors: dict[str, BaseException] = {}
        self.registered: list[str] = []
        self.codes: list[str] = []
        self.revoked: list[str] = []
        self.who = an_account()
        self.prepare: Callable[[FakeAdapter], None] = lambda _: None

    def raise_at(self, step: str) -> None:
        if step in self.errors:
            raise self.errors[step]

    def sign_in(self, http: object) -> FakeSignIn:
        return FakeSignIn(self)

    def open(
        self,
        account: Account,
        credentials: Credentials,
        http: object,
        on_credentials: Callable[[Credentials], None] | None = None,
    ) -> FakeAdapter:
        adapter = FakeAdapter(account)
        self.prepare(adapter)
        self.adapters.append(adapter)
        self.tokens.append(credentials.values["access_token"])
        self.keepers.append(on_credentials)
        return adapter


class OneSession:
    """Sessions with one adapter that is always there, and what was reported to them."""

    def __init__(self, adapter: FakeAdapter) -> None:
        self.the_adapter = adapter
        self.error: BaseException | None = None
        self.reports: list[BaseException | None] = []

    def adapter(self, account: AccountId) -> FakeAdapter:
        if self.error is not None:
            raise self.error
        return self.the_adapter

    def report(
        self, account: AccountId, error: BaseException | None, adapter: object = None
    ) -> None:
        self.reports.append(error)


def changed(value: Any, **changes: Any) -> Any:
    return msgspec.structs.replace(value, **changes)


async def until(condition: Callable[[], object], seconds: float = 5.0) -> None:
    """Wait until it holds, by looking often; fails after `seconds`."""
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.002)
