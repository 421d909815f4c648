"""One account's live connection: it stays up, listens to what is wanted, and tells the rest.

Source: docs.joinmastodon.org/methods/streaming. There is no replay: what was missed between
two connections has to be read by paging, which StreamOpened asks for.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import random
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from enum import Enum
from urllib.parse import urlencode

from desktop.domain.errors import (
    AccessDenied,
    NetworkError,
    NotFound,
    NotSupported,
    RateLimited,
    SignedOut,
)
from desktop.domain.stream import StreamClosed, StreamEvent, StreamOpened
from desktop.domain.timeline import TimelineKey
from desktop.networks.mastodon.api import Api
from desktop.networks.mastodon.events import (
    Plan,
    Subscription,
    event_of,
    plan,
    read_frame,
    stream_of,
)
from desktop.networks.websocket import Socket, open_socket

log = logging.getLogger(__name__)

FIRST_PAUSE = 1.0
LONGEST_PAUSE = 60.0
HEALTHY_SECONDS = 5.0
"""A connection that ends sooner was probably refused."""
_PATH = "/api/v1/streaming"


class _Order(Enum):
    ADAPT = "adapt"
    END = "end"


Item = StreamEvent | NetworkError | _Order


class _Line:
    """A connection and what it carries: several streams, or one (`alone`)."""

    def __init__(self, socket: Socket, alone: Subscription | None) -> None:
        self.socket = socket
        self.alone = alone
        self.carries: Plan = {}
        self.reader: asyncio.Task[None] | None = None

    async def close(self) -> None:
        if self.reader is not None:
            self.reader.cancel()
            await asyncio.gather(self.reader, return_exceptions=True)
        with contextlib.suppress(NetworkError, OSError):
            await self.socket.close()


class Stream:
    """`address` gives the streaming server's base address, or nothing where there is none."""

    def __init__(self, api: Api, address: Callable[[], Awaitable[str]]) -> None:
        self._api = api
        self._address = address
        self._keys: frozenset[TimelineKey] = frozenset()
        self._queue: asyncio.Queue[Item] | None = None
        self._opened_at = 0.0
        """When a socket of the present connection was first accepted; 0: none was."""

    def set_keys(self, keys: frozenset[TimelineKey]) -> None:
        self._keys = keys
        if self._queue is not None:
            self._queue.put_nowait(_Order.ADAPT)

    def close(self) -> None:
        """End the events of the connection that is open."""
        if self._queue is not None:
            self._queue.put_nowait(_Order.END)

    async def events(self, keys: frozenset[TimelineKey]) -> AsyncGenerator[StreamEvent, None]:
        self._keys = keys
        failures = too_short = 0
        was_open = False
        while True:
            self._opened_at = 0.0
            problem: NetworkError
            try:
                async with contextlib.aclosing(self._connection()) as events:
                    async for event in events:
                        was_open = True
                        yield event
                return
            except NotSupported:
                raise
            except NetworkError as error:
                problem = error
            if isinstance(problem, NotFound) and not was_open:
                raise NotSupported("streaming")
            if self._opened_at and time.monotonic() - self._opened_at >= HEALTHY_SECONDS:
                failures = too_short = 0
            elif self._opened_at:
                too_short += 1
            failures += 1
            pause = _pause(failures, problem)
            yield StreamClosed(datetime.now(UTC) + timedelta(seconds=pause))
            if too_short >= 2 or isinstance(problem, SignedOut | AccessDenied):
                too_short = 0
                await self._check_token()
            await asyncio.sleep(pause)

    async def _check_token(self) -> None:
        """Raises SignedOut when the server does not take it any more."""
        try:
            await self._api.verify()
        except SignedOut:
            raise
        except NetworkError as error:
            log.debug("token not checked: %s", type(error).__name__)

    async def _connection(self) -> AsyncGenerator[StreamEvent, None]:
        """Events until the connection is lost, which raises. All of an account's sockets live
        and die together, so that there is one answer to what is live."""
        base = await self._address()
        if not base:
            raise NotSupported("streaming")
        queue: asyncio.Queue[Item] = asyncio.Queue()
        lines: list[_Line] = []
        self._queue = queue
        try:
            live = await self._adapt(base, lines, queue)
            yield StreamOpened(live)
            while True:
                item = await queue.get()
                if isinstance(item, NetworkError):
                    raise item
                if item is _Order.END:
                    return
                if isinstance(item, StreamEvent):
                    yield item
                    continue
                now = await self._adapt(base, lines, queue)
                if now - live:
                    yield StreamOpened(now)
                live = now
        finally:
            if self._queue is queue:  # else a new stream has taken the place of this one
                self._queue = None
            await asyncio.gather(*(line.close() for line in lines), return_exceptions=True)

    async def _adapt(
        self, base: str, lines: list[_Line], queue: asyncio.Queue[Item]
    ) -> frozenset[TimelineKey]:
        """Open, subscribe, unsubscribe and close until the lines carry what is wanted."""
        quirks = self._api.quirks
        wanted = plan(self._keys, tags_from_public=quirks.tags_from_public)
        shared, alone = (wanted, Plan()) if quirks.multiplexes else (Plan(), wanted)
        for line in [line for line in lines if line.alone and line.alone not in alone]:
            lines.remove(line)
            await line.close()
        for one, keys in alone.items():
            there = next((line for line in lines if line.alone == one), None)
            if there is None:
                there = await self._open(base, one, lines, queue)
            there.carries = {one: keys}
        common = next((line for line in lines if line.alone is None), None)
        if common is None and shared:
            common = await self._open(base, None, lines, queue)
        if common is not None:
            before, common.carries = common.carries, shared
            for one in before.keys() - shared.keys():
                await common.socket.send(one.frame("unsubscribe"))
            for one in shared.keys() - before.keys():
                await common.socket.send(one.frame("subscribe"))
        return frozenset(key for keys in wanted.values() for key in keys)

    async def _open(
        self, base: str, alone: Subscription | None, lines: list[_Line], queue: asyncio.Queue[Item]
    ) -> _Line:
        http = self._api.http
        query = f"?{urlencode(alone.query)}" if alone else ""
        in_header = not self._api.quirks.token_as_protocol
        socket = await open_socket(
            f"{base}{_PATH}{query}",
            headers=self._api.headers if in_header else None,
            protocol="" if in_header else self._api.token,
            proxy=http.proxy,
            user_agent=http.user_agent,
            tls=await http.stream_tls() if base.startswith("wss") else None,
        )
        self._opened_at = self._opened_at or time.monotonic()
        line = _Line(socket, alone)
        lines.append(line)
        line.reader = asyncio.create_task(self._read(line, queue), name="mastodon stream")
        return line

    async def _read(self, line: _Line, queue: asyncio.Queue[Item]) -> None:
        try:
            while True:
                frame = read_frame(await line.socket.receive())
                if frame is None:
                    continue
                if frame.error:
                    log.warning("stream: %s", frame.error[:200])
                    continue
                one = line.alone or stream_of(frame, line.carries)
                keys = line.carries.get(one) if one else None
                if one is None or keys is None:
                    continue
                event = event_of(frame, one.stream, keys, self._api.here)
                if event is not None:
                    queue.put_nowait(event)
        except NetworkError as error:
            queue.put_nowait(error)


def _pause(failures: int, problem: NetworkError) -> float:
    """Seconds until the next try: 1, 2, 4 … 60, a fifth more or less."""
    pause = min(LONGEST_PAUSE, FIRST_PAUSE * 2.0 ** min(failures - 1, 10))
    pause *= random.uniform(0.8, 1.2)  # noqa: S311  (not a secret)
    if isinstance(problem, RateLimited):
        pause = max(pause, (problem.until - datetime.now(UTC)).total_seconds())
    return min(LONGEST_PAUSE * 5, pause)
