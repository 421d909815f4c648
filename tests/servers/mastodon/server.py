"""The server itself: a thread with its own event loop, so that any test may use it."""

from __future__ import annotations

import asyncio
import struct
import threading
import zlib
from collections.abc import Awaitable, Callable
from typing import Self, TypeVar

from aiohttp import web

from tests.servers.mastodon import oauth, posts, streaming, timelines
from tests.servers.mastodon.entities import Entities
from tests.servers.mastodon.faults import Faults
from tests.servers.mastodon.request import ENTITIES, WORLD
from tests.servers.mastodon.world import World

T = TypeVar("T")
Next = Callable[[web.Request], Awaitable[web.StreamResponse]]


class MastodonServer:
    """`with MastodonServer() as server:` listens on 127.0.0.1 at `server.url`.

    The world is changed through `server.do(lambda world: …)`, which runs on the server's own
    thread, so that streams hear of it in order.
    """

    def __init__(self, world: World | None = None, port: int = 0) -> None:
        self.world = world or World()
        self.faults = Faults()
        self.url = ""
        self.streaming: streaming.Streaming
        self._port = port
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._stop: asyncio.Event
        self._thread = threading.Thread(target=self._run, name="mastodon-server", daemon=True)
        self._failure: BaseException | None = None

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait(10)
        if self._failure:
            raise self._failure
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Be gone, as a server that is switched off; a second time does nothing."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stop.set)
            self._thread.join(10)

    def do(self, work: Callable[[World], T]) -> T:
        async def run() -> T:
            return work(self.world)

        return asyncio.run_coroutine_threadsafe(run(), self._loop).result(10)

    def cut_streams(self) -> None:
        """Close every WebSocket, as a restarting server does."""
        asyncio.run_coroutine_threadsafe(self.streaming.close_all(), self._loop).result(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._serve())
        except BaseException as failure:
            self._failure = failure
            self._ready.set()
        finally:
            self._loop.close()

    async def _serve(self) -> None:
        self._stop = asyncio.Event()
        app = web.Application(middlewares=[self._with_faults, _with_rate_limit])
        for module in (oauth, timelines, posts, streaming):
            app.add_routes(module.routes)
            # Rails takes a final slash too, and Mastodon.py sends one.
            app.add_routes(
                web.route(route.method, route.path + "/", route.handler)
                for route in module.routes
                if isinstance(route, web.RouteDef)
            )
        app.add_routes([web.get("/avatars/{name}", _picture), web.get("/media/{id}", _medium)])
        app[WORLD] = self.world
        entities = app[ENTITIES] = Entities(self.world, "")
        self.streaming = app[streaming.STREAMING] = streaming.Streaming(entities)
        self.world.tell = self.streaming.tell
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", self._port)
        await site.start()
        host, port = runner.addresses[0][:2]
        self.url = entities.url = f"http://{host}:{port}"
        self._ready.set()
        await self._stop.wait()
        await self.streaming.close_all()
        await runner.cleanup()

    @web.middleware
    async def _with_faults(self, request: web.Request, handler: Next) -> web.StreamResponse:
        fault = self.faults.take(request.method, request.path)
        if fault is None:
            return await handler(request)
        if fault.delay:
            await asyncio.sleep(fault.delay)
        if fault.after:
            await handler(request)
        if fault.linger:
            await asyncio.sleep(fault.linger)
        if fault.drop and request.transport is not None:
            request.transport.close()
        return web.Response(
            status=fault.status,
            text=fault.body,
            content_type=fault.content_type,
            headers=fault.headers,
        )


@web.middleware
async def _with_rate_limit(request: web.Request, handler: Next) -> web.StreamResponse:
    response = await handler(request)
    if request.path.startswith("/api/") and not response.prepared:
        response.headers["X-RateLimit-Limit"] = "300"
        response.headers["X-RateLimit-Remaining"] = "299"
        response.headers["X-RateLimit-Reset"] = "2099-01-01T00:00:00.000000Z"
    return response


async def _picture(request: web.Request) -> web.Response:
    shade = sum(request.match_info["name"].encode()) % 256
    return web.Response(body=png(8, 8, (shade, 128, 255 - shade)), content_type="image/png")


async def _medium(request: web.Request) -> web.Response:
    found = request.app[WORLD].media.get(request.match_info["id"])
    if found is None:
        raise web.HTTPNotFound
    return web.Response(body=found.body, content_type=found.mime)


def png(width: int, height: int, colour: tuple[int, int, int]) -> bytes:
    """A picture of one colour."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    rows = (b"\0" + bytes(colour) * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
