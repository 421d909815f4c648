"""The one door to WebSockets: the same proxy as all requests, keep-alive, typed errors.

A connection is pinged every 20 seconds and counts as dead when 20 more bring no answer;
the server's own pings are answered by themselves.
"""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self
from urllib.parse import urlsplit

from websockets.exceptions import (
    ConnectionClosed,
    InvalidHandshake,
    InvalidStatus,
    InvalidURI,
    ProxyError,
)
from websockets.typing import Subprotocol

from desktop.domain.errors import Offline, OfflineCause, ServerFault
from desktop.domain.settings import ProxyKind
from desktop.networks.answers import error_of
from desktop.networks.route import ProxyChoice, is_loopback, offline_cause, tls_context

if TYPE_CHECKING:
    from websockets.asyncio.client import ClientConnection, connect

_OPEN_SECONDS = 15.0
_PING_SECONDS = 20.0
_MAX_BYTES = 8 * 1024 * 1024

# at DEBUG the library writes headers, and with them tokens
_log = logging.getLogger("desktop.networks.websocket.wire")
_log.setLevel(logging.WARNING)


class Socket:
    """An open connection. Use `async with`, or close() it."""

    def __init__(self, connection: ClientConnection, host: str) -> None:
        self._connection = connection
        self._host = host

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def send(self, text: str) -> None:
        """Raises Offline when the connection is lost."""
        try:
            await self._connection.send(text)
        except (ConnectionClosed, OSError):
            raise Offline(self._host) from None

    async def receive(self) -> str:
        """The next text frame. Raises Offline when the connection is lost or closed."""
        while True:
            try:
                frame = await self._connection.recv()
            except (ConnectionClosed, OSError):
                raise Offline(self._host) from None
            if isinstance(frame, str):
                return frame

    async def close(self) -> None:
        await self._connection.close()


async def open_socket(
    url: str,
    *,
    headers: Mapping[str, str] | None = None,
    protocol: str = "",
    proxy: ProxyChoice | None = None,
    user_agent: str = "Voliere",
    tls: ssl.SSLContext | None = None,
) -> Socket:
    """Connect to ws:// or wss://. `protocol`: a Sec-WebSocket-Protocol to offer. `tls`: what to
    trust, made anew where it is left out.

    Raises Offline, and for a refused handshake what HttpClient raises for that status.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme == "wss" and tls is None:
        tls = await asyncio.to_thread(tls_context)
    way: str | Literal[True] | None = None
    if proxy is not None and proxy.url is not None:
        way = proxy.url
    elif proxy is not None and proxy.kind is ProxyKind.SYSTEM and not is_loopback(host):
        way = True
    connection_to = await asyncio.to_thread(_library)
    try:
        connection = await connection_to(
            url,
            additional_headers=dict(headers or {}),
            subprotocols=[Subprotocol(protocol)] if protocol else None,
            proxy=way,
            user_agent_header=user_agent,
            ssl=tls if parts.scheme == "wss" else None,
            open_timeout=_OPEN_SECONDS,
            ping_interval=_PING_SECONDS,
            ping_timeout=_PING_SECONDS,
            close_timeout=2.0,
            max_size=_MAX_BYTES,
            logger=_log,
        )
    except InvalidStatus as error:
        answer = error.response
        heads = {name.lower(): value for name, value in answer.headers.raw_items()}
        fault = error_of(answer.status_code, heads, bytes(answer.body or b""))
        raise (fault or ServerFault(answer.status_code, "no WebSocket")) from None
    except TimeoutError:
        raise Offline(host, OfflineCause.TIMEOUT) from None
    except ProxyError:
        raise Offline(host, OfflineCause.PROXY) from None
    except (InvalidHandshake, InvalidURI, EOFError, ValueError):
        raise ServerFault(0, "no WebSocket") from None
    except (OSError, asyncio.IncompleteReadError) as error:
        cause = offline_cause(error)
        if way is not None and way is not True and cause is not OfflineCause.TLS:
            cause = OfflineCause.PROXY
        raise Offline(host, cause) from None
    return Socket(connection, host)


def _library() -> type[connect]:
    """Imported in a thread when the first connection is wanted: it takes as long as a window."""
    from websockets.asyncio.client import connect

    return connect
