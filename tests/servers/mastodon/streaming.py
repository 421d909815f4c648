"""The multiplexed WebSocket (docs.joinmastodon.org/methods/streaming)."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field

from aiohttp import WSMsgType, web

from tests.servers.mastodon.entities import Entities
from tests.servers.mastodon.request import ENTITIES, WORLD, bearer, error
from tests.servers.mastodon.world import Notification, Post

routes = web.RouteTableDef()


@dataclass(eq=False)
class Listener:
    person: str
    socket: web.WebSocketResponse
    streams: set[tuple[str, ...]] = field(default_factory=set)


class Streaming:
    """Who listens to what; `tell` is the world's."""

    def __init__(self, entities: Entities) -> None:
        self._entities = entities
        self.listeners: set[Listener] = set()
        self._sending: set[asyncio.Task[None]] = set()
        self.is_mute = False
        """A dead stream: connections stay open but nothing is sent any more."""
        self.is_deaf = False
        """Connections that are opened meanwhile never answer a ping."""

    def tell(self, stream: str, event: str, subject: object, person: str | None) -> None:
        name, parameter = stream, ""
        if stream.startswith(("hashtag:", "list:")):
            name, _, parameter = stream.partition(":")
        wanted = (name, parameter) if parameter else (name,)
        for listener in list(self.listeners):
            if person is not None and listener.person != person:
                continue
            streams = {wanted} | ({("user",)} if name == "user:notification" else set())
            for heard in streams & listener.streams:
                self._send(listener, heard, event, subject)

    def _send(
        self, listener: Listener, stream: tuple[str, ...], event: str, subject: object
    ) -> None:
        if self.is_mute:
            return
        if isinstance(subject, Post):
            body: object = self._entities.status(subject, listener.person)
            if event == "conversation":
                body = {"id": subject.id, "unread": True, "accounts": [], "last_status": body}
            payload = json.dumps(body)
        elif isinstance(subject, Notification):
            payload = json.dumps(self._entities.notification(subject, listener.person))
        else:
            payload = str(subject)
        frame = json.dumps({"stream": list(stream), "event": event, "payload": payload})
        task = asyncio.ensure_future(listener.socket.send_str(frame))
        self._sending.add(task)
        task.add_done_callback(self._sent)

    def _sent(self, task: asyncio.Task[None]) -> None:
        self._sending.discard(task)
        if not task.cancelled():
            task.exception()

    async def close_all(self) -> None:
        for listener in list(self.listeners):
            await listener.socket.close()


STREAMING: web.AppKey[Streaming] = web.AppKey("streaming", Streaming)


@routes.get("/api/v1/streaming/health")
async def health(_request: web.Request) -> web.Response:
    return web.Response(text="OK")


@routes.get("/api/v1/streaming")
async def stream(request: web.Request) -> web.StreamResponse:
    offered = request.headers.get("Sec-WebSocket-Protocol", "")
    token = str(request.query.get("access_token") or offered)
    person = bearer(request) or request.app[WORLD].tokens.get(token)
    if person is None:
        raise error(401, "Missing access token")
    streaming = request.app[STREAMING]
    socket = web.WebSocketResponse(heartbeat=30, autoping=not streaming.is_deaf)
    await socket.prepare(request)
    listener = Listener(person, socket)
    streaming.listeners.add(listener)
    if "stream" in request.query:
        listener.streams.add(_name(dict(request.query)))
    try:
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                asked = json.loads(message.data)
                if asked.get("type") == "subscribe":
                    listener.streams.add(_name(asked))
                elif asked.get("type") == "unsubscribe":
                    listener.streams.discard(_name(asked))
    finally:
        streaming.listeners.discard(listener)
    return socket


def _name(asked: dict[str, str]) -> tuple[str, ...]:
    parameter = asked.get("tag") or asked.get("list")
    return (asked["stream"], parameter.lower()) if parameter else (asked["stream"],)


__all__ = ["ENTITIES", "STREAMING", "Streaming", "routes"]
