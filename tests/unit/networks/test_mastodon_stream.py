"""The live connection: what it asks for, what it tells, and how it comes back."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.http11 import Request
from websockets.http11 import Response as Refusal

from desktop.domain.account import Account, AccountId, Credentials
from desktop.domain.errors import NotSupported, Offline, OfflineCause, SignedOut
from desktop.domain.settings import ProxyKind
from desktop.domain.stream import (
    FiltersChanged,
    NotificationArrived,
    PostArrived,
    PostDeleted,
    PostEdited,
    StreamClosed,
    StreamEvent,
    StreamOpened,
)
from desktop.domain.timeline import TimelineKey, TimelineKind
from desktop.networks.base import Adapter
from desktop.networks.http import HttpClient, ProxyChoice
from desktop.networks.mastodon import stream as stream_module
from desktop.networks.mastodon.events import Subscription, event_of, plan, read_frame
from desktop.networks.registry import NETWORKS
from desktop.networks.websocket import open_socket
from tests.unit.networks.answering import Answer, Answering
from tests.unit.networks.test_mastodon_mapping import HERE, STATUS

ME = AccountId("mastodon:me@example.org")
HOME = TimelineKey(ME, TimelineKind.HOME)
NOTIFICATIONS = TimelineKey(ME, TimelineKind.NOTIFICATIONS)
LOCAL = TimelineKey(ME, TimelineKind.LOCAL)
BIRDS = TimelineKey(ME, TimelineKind.HASHTAG, "Birds")
LIST = TimelineKey(ME, TimelineKind.LIST, "12")
TALKS = TimelineKey(ME, TimelineKind.CONVERSATIONS)
BOOKMARKS = TimelineKey(ME, TimelineKind.BOOKMARKS)
TOLD = {
    "id": "1", "type": "favourite", "created_at": "2026-08-01T10:00:00Z",
    "account": {"id": "2", "acct": "eve"}, "status": STATUS, "group_key": "favourite-5-1",
}  # fmt: skip


def frame(event: str, payload: Any = None, stream: list[str] | None = None) -> str:
    told: dict[str, Any] = {"stream": stream or ["user"], "event": event}
    if payload is not None:
        told["payload"] = payload if isinstance(payload, str) else json.dumps(payload)
    return json.dumps(told)


class Streaming:
    """A streaming server: `asked` has the requests, `frames` what clients sent."""

    def __init__(self) -> None:
        self.asked: list[Request] = []
        self.frames: list[dict[str, Any]] = []
        self.open: list[ServerConnection] = []
        self.refuse: int = 0
        self.on_open: Callable[[ServerConnection], Awaitable[None]] | None = None
        self.base = ""

    async def serve(self, connection: ServerConnection) -> None:
        self.open.append(connection)
        try:
            if self.on_open is not None:
                await self.on_open(connection)
            async for message in connection:
                self.frames.append(json.loads(message))
        finally:
            self.open.remove(connection)

    def check(self, connection: ServerConnection, request: Request) -> Refusal | None:
        self.asked.append(request)
        return connection.respond(self.refuse, "no") if self.refuse else None

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[Server]:
        async with serve(
            self.serve, "127.0.0.1", 0, process_request=self.check,
            select_subprotocol=lambda _, offered: offered[0] if offered else None,
        ) as server:  # fmt: skip
            port = server.sockets[0].getsockname()[1]
            self.base = f"ws://127.0.0.1:{port}"
            yield server


@pytest.fixture
async def streaming() -> AsyncIterator[Streaming]:
    live = Streaming()
    async with live.running():
        yield live


def opened(
    http: HttpClient, server: Answering, streaming: Streaming, software: str = "mastodon"
) -> Adapter:
    server.routes["GET /api/v2/instance"] = Answer(
        {"version": "4", "configuration": {"urls": {"streaming": streaming.base}}}
    )
    server.routes["GET /.well-known/nodeinfo"] = Answer(
        {"links": [{"rel": "nodeinfo/2.0", "href": f"{server.base}/nodeinfo"}]}
    )
    server.routes["GET /nodeinfo"] = Answer({"software": {"name": software}})
    account = Account(
        id=ME, network="mastodon", server=server.base, handle="me@example.org", profile_id="7",
        software=software,
    )  # fmt: skip
    return NETWORKS["mastodon"].open(account, Credentials(values={"access_token": "t0"}), http)


@contextlib.asynccontextmanager
async def listening(
    adapter: Adapter, *keys: TimelineKey
) -> AsyncIterator[Callable[[], Awaitable[StreamEvent]]]:
    events = adapter.stream(frozenset(keys))

    async def next_event() -> StreamEvent:
        async with asyncio.timeout(5):
            return await anext(events)

    try:
        yield next_event
    finally:
        await events.aclose()  # type: ignore[attr-defined]


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not condition():
            await asyncio.sleep(0.01)


async def test_one_connection_for_all(
    http: HttpClient, server: Answering, streaming: Streaming
) -> None:
    adapter = opened(http, server, streaming)
    async with listening(adapter, HOME, NOTIFICATIONS, LOCAL, BIRDS, LIST, BOOKMARKS) as event:
        assert await event() == StreamOpened(frozenset({HOME, NOTIFICATIONS, LOCAL, BIRDS, LIST}))
        await until(lambda: len(streaming.frames) == 4)
        (request,) = streaming.asked
        assert request.path == "/api/v1/streaming"
        assert request.headers["Authorization"] == "Bearer t0"
        told = sorted(streaming.frames, key=lambda one: str(one["stream"]))
        assert told == [
            {"type": "subscribe", "stream": "hashtag", "tag": "Birds"},
            {"type": "subscribe", "stream": "list", "list": "12"},
            {"type": "subscribe", "stream": "public:local"},
            {"type": "subscribe", "stream": "user"},
        ]
        (there,) = streaming.open
        for one in (
            frame("update", STATUS),
            frame("update", STATUS, ["hashtag", "birds"]),
            frame("update", STATUS, ["list", "12"]),
            frame("update", STATUS, ["list", "13"]),
            frame("notification", TOLD),
            frame("announcement", {"id": "1"}),
            frame("delete", "5"),
            "not json", "[]", json.dumps({"error": "Unknown stream type", "status": 400}),
            frame("update", "{broken"),
            frame("filters_changed"),
            frame("status.update", {**STATUS, "edited_at": "2026-08-02T00:00:00Z"}),
        ):  # fmt: skip
            await there.send(one)
        first = await event()
        assert isinstance(first, PostArrived)
        assert (first.post.id, first.keys) == ("5", frozenset({HOME}))
        assert [getattr(await event(), "keys", None) for _ in range(2)] == [{BIRDS}, {LIST}]
        heard = await event()
        assert isinstance(heard, NotificationArrived)
        assert heard.notification.group == "favourite-5-1"
        assert await event() == PostDeleted("5")
        assert await event() == FiltersChanged()
        edited = await event()
        assert isinstance(edited, PostEdited)
        assert edited.post.edited_at is not None


async def test_keys_change_without_a_new_connection(
    http: HttpClient, server: Answering, streaming: Streaming
) -> None:
    adapter = opened(http, server, streaming)
    async with listening(adapter, HOME) as event:
        await event()
        adapter.set_keys(frozenset({LOCAL}))
        assert await event() == StreamOpened(frozenset({LOCAL}))
        await until(lambda: len(streaming.frames) == 3)
        assert streaming.frames[1:] == [
            {"type": "unsubscribe", "stream": "user"},
            {"type": "subscribe", "stream": "public:local"},
        ]
        assert len(streaming.asked) == 1


async def test_pleroma_has_a_connection_for_each(
    http: HttpClient, server: Answering, streaming: Streaming
) -> None:
    adapter = opened(http, server, streaming, "akkoma")
    async with listening(adapter, HOME, BIRDS) as event:
        assert await event() == StreamOpened(frozenset({HOME, BIRDS}))
        paths = sorted(one.path for one in streaming.asked)
        assert paths == [
            "/api/v1/streaming?stream=hashtag&tag=Birds", "/api/v1/streaming?stream=user"
        ]  # fmt: skip
        assert streaming.asked[0].headers["Sec-WebSocket-Protocol"] == "t0"
        adapter.set_keys(frozenset({HOME}))
        waiting = asyncio.ensure_future(event())
        await until(lambda: len(streaming.open) == 1)
        await streaming.open[0].send(json.dumps({"event": "update", "payload": json.dumps(STATUS)}))
        arrived = await waiting
        assert isinstance(arrived, PostArrived)
        assert arrived.keys == {HOME}
        assert streaming.frames == []


async def test_gotosocials_hashtags_come_from_the_public_stream(
    http: HttpClient, server: Answering, streaming: Streaming
) -> None:
    adapter = opened(http, server, streaming, "gotosocial")
    async with listening(adapter, BIRDS) as event:
        assert await event() == StreamOpened(frozenset({BIRDS}))
        await until(lambda: bool(streaming.frames))
        assert streaming.frames == [{"type": "subscribe", "stream": "public"}]
        (there,) = streaming.open
        await there.send(frame("update", STATUS, ["public"]))
        tagged = {**STATUS, "id": "6", "tags": [{"name": "birds"}]}
        await there.send(frame("update", tagged, ["public"]))
        arrived = await event()
        assert isinstance(arrived, PostArrived)
        assert (arrived.post.id, arrived.keys) == ("6", frozenset({BIRDS}))


async def test_it_comes_back(
    http: HttpClient, server: Answering, streaming: Streaming, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream_module, "FIRST_PAUSE", 0.05)
    adapter = opened(http, server, streaming)
    async with listening(adapter, HOME) as event:
        assert isinstance(await event(), StreamOpened)
        await streaming.open[0].close()
        closed = await event()
        assert isinstance(closed, StreamClosed)
        assert closed.retry_at is not None
        assert isinstance(await event(), StreamOpened)


async def test_closed_at_once_twice_means_that_the_token_is_looked_at(
    http: HttpClient, server: Answering, streaming: Streaming, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def shut(connection: ServerConnection) -> None:
        await connection.close()

    monkeypatch.setattr(stream_module, "FIRST_PAUSE", 0.02)
    streaming.on_open = shut
    verify = "GET /api/v1/accounts/verify_credentials"
    server.routes[verify] = [Answer({"id": "7"}), Answer({"error": "revoked"}, 401)]
    heard: list[str] = []
    with pytest.raises(SignedOut):
        async with listening(opened(http, server, streaming), HOME) as event:
            while True:
                heard.append(type(await event()).__name__)
    assert server.paths().count(verify) == 2
    assert heard.count("StreamClosed") == 4


async def test_a_refused_handshake_is_looked_into(
    http: HttpClient, server: Answering, streaming: Streaming
) -> None:
    streaming.refuse = 401
    server.routes["GET /api/v1/accounts/verify_credentials"] = Answer({"error": "x"}, 401)
    with pytest.raises(SignedOut):
        async with listening(opened(http, server, streaming), HOME) as event:
            assert isinstance(await event(), StreamClosed)
            await event()


async def test_no_streaming_is_said(
    http: HttpClient, server: Answering, streaming: Streaming
) -> None:
    with pytest.raises(NotSupported):
        async with listening(opened(http, server, streaming, "takahe"), HOME) as event:
            await event()
    streaming.refuse = 404
    with pytest.raises(NotSupported):
        async with listening(opened(http, server, streaming), HOME) as event:
            await event()


async def test_offline_at_first_is_no_end(
    http: HttpClient, server: Answering, streaming: Streaming, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream_module, "FIRST_PAUSE", 0.02)
    streaming.refuse = 502
    async with listening(opened(http, server, streaming), HOME) as event:
        assert isinstance(await event(), StreamClosed)
        streaming.refuse = 0
        while not isinstance(await event(), StreamOpened):
            pass


async def test_a_new_stream_takes_the_place_of_the_old_one(
    http: HttpClient, server: Answering, streaming: Streaming
) -> None:
    """Also when the old one ends only afterwards."""
    adapter = opened(http, server, streaming)
    old = adapter.stream(frozenset({HOME}))
    assert isinstance(await anext(old), StreamOpened)
    async with listening(adapter, HOME) as event:
        assert isinstance(await event(), StreamOpened)
        await old.aclose()  # type: ignore[attr-defined]
        adapter.set_keys(frozenset({HOME, LOCAL}))
        assert await event() == StreamOpened(frozenset({HOME, LOCAL}))


async def test_close_ends_the_events(
    http: HttpClient, server: Answering, streaming: Streaming
) -> None:
    adapter = opened(http, server, streaming)
    async with listening(adapter, HOME) as event:
        await event()
        await adapter.close()
        with pytest.raises(StopAsyncIteration):
            await event()
    await until(lambda: not streaming.open)


async def test_streams_take_the_proxy_too(server: Answering, streaming: Streaming) -> None:
    heard: list[str] = []

    async def proxy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append((await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")[0])
        writer.write(b"HTTP/1.1 403 No\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
        await writer.drain()
        writer.close()

    plain = HttpClient(ProxyChoice(ProxyKind.NONE))
    adapter = opened(plain, server, streaming)
    async with await asyncio.start_server(proxy, "127.0.0.1", 0) as there:
        port = there.sockets[0].getsockname()[1]
        # what the server says of itself is fetched before the proxy is chosen
        await plain.request("GET", f"{server.base}/api/v2/instance")
        server.routes["GET /api/v1/accounts/verify_credentials"] = Answer({"id": "7", "acct": "me"})
        await adapter.refresh_account()
        await plain.set_proxy(ProxyChoice(ProxyKind.HTTP, "127.0.0.1", port))
        async with listening(adapter, HOME) as event:
            assert isinstance(await event(), StreamClosed)
    assert heard == [f"CONNECT {streaming.base.removeprefix('ws://')} HTTP/1.1"]
    assert streaming.asked == []
    await plain.close()


async def test_streams_leave_names_to_a_socks_proxy() -> None:
    heard: list[bytes] = []

    async def proxy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readexactly(3)
        writer.write(b"\x05\x00")
        head = await reader.readexactly(5)
        heard.append(head[3:4] + await reader.readexactly(head[4]))
        writer.write(b"\x05\x04\x00\x01\x00\x00\x00\x00\x00\x00")
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(proxy, "127.0.0.1", 0) as there:
        port = there.sockets[0].getsockname()[1]
        choice = ProxyChoice(ProxyKind.SOCKS5, "127.0.0.1", port)
        with pytest.raises(Offline) as caught:
            await open_socket("ws://nowhere.onion/api", proxy=choice)
    assert caught.value.cause is OfflineCause.PROXY
    assert heard == [b"\x03nowhere.onion"]


def test_what_is_streamed() -> None:
    wanted = plan(frozenset({HOME, NOTIFICATIONS, BIRDS, TALKS, BOOKMARKS}))
    assert wanted == {
        Subscription("user"): {HOME, NOTIFICATIONS},
        Subscription("hashtag", "Birds"): {BIRDS},
        Subscription("direct"): {TALKS},
    }
    assert plan(frozenset()) == {}


def test_conversations_bring_their_last_post() -> None:
    told = read_frame(frame("conversation", {"id": "9", "last_status": STATUS}, ["direct"]))
    assert told is not None
    event = event_of(told, "direct", frozenset({TALKS}), HERE)
    assert isinstance(event, PostArrived)
    assert (event.post.id, event.keys) == ("5", frozenset({TALKS}))
    assert event_of(told, "user", frozenset({HOME}), HERE) is None


def test_home_alone_hears_no_notifications() -> None:
    told = read_frame(frame("notification", TOLD))
    assert told is not None
    assert event_of(told, "user", frozenset({HOME}), HERE) is None
    update = read_frame(frame("update", STATUS))
    assert update is not None
    assert event_of(update, "user", frozenset({NOTIFICATIONS}), HERE) is None
