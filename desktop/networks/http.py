"""The one door to HTTP: proxy, time limits, size limits, retries and typed errors.

Nothing that is raised or logged here holds a token, a header or an address's query.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import logging
import ssl
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from msgspec import Struct

from desktop.domain.errors import Offline, OfflineCause, Rejected, ServerFault
from desktop.domain.settings import ProxyKind
from desktop.networks.answers import Response, TooLarge, error_of, without_query
from desktop.networks.redirects import follow, kept
from desktop.networks.route import ProxyChoice, offline_cause, tls_context

if TYPE_CHECKING:
    import httpx

__all__ = ["FileToSend", "HttpClient", "ProxyChoice", "Response"]

log = logging.getLogger(__name__)

Params = Sequence[tuple[str, str]] | Mapping[str, str]

JSON_BYTES = 16 * 1024 * 1024
_REDIRECTS = 5
_CHUNK = 64 * 1024
_RETRIED_STATUS = frozenset({500, 502, 503, 504, 520, 521, 522, 523, 524})
_SAFE = frozenset({"GET", "HEAD"})


class FileToSend(Struct, frozen=True):
    """A file of a multipart form: its `content` as bytes or as the path of a file."""

    name: str
    content: bytes | Path
    mime: str = "application/octet-stream"


class _Watched(io.BufferedIOBase):
    """A file that tells how far it was read, from 0 to 1."""

    def __init__(self, file: io.BufferedIOBase, size: int, told: Callable[[float], None]) -> None:
        self._file, self._size, self._told = file, size, told

    def read(self, size: int | None = -1) -> bytes:
        data = self._file.read(size)
        self._told(min(1.0, self._file.tell() / max(1, self._size)))
        return data

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def seekable(self) -> bool:
        return True

    def close(self) -> None:
        self._file.close()
        super().close()


class _Line(Struct):
    """One httpx client and how many requests are on it; closed when the last one ends."""

    client: httpx.AsyncClient
    users: int = 0
    is_old: bool = False


class HttpClient:
    """All requests of the program. One is made at start and shared by all adapters.

    Errors: Offline, RateLimited, SignedOut, AccessDenied, NotFound, Rejected, ServerFault.
    """

    def __init__(
        self, proxy: ProxyChoice | None = None, user_agent: str = "Voliere", *, attempts: int = 3
    ) -> None:
        self.proxy = proxy or ProxyChoice()
        self.user_agent = user_agent
        self._attempts = attempts
        self._line: _Line | None = None
        self._tls: ssl.SSLContext | None = None
        self._stream_tls: ssl.SSLContext | None = None
        self._making = asyncio.Lock()
        self._is_loaded = False
        # these log addresses with their queries, and headers
        for name in ("httpx", "httpcore", "hpack", "h2"):
            logging.getLogger(name).setLevel(logging.WARNING)
        logging.getLogger("stamina").setLevel(logging.ERROR)

    async def set_proxy(self, proxy: ProxyChoice) -> None:
        """Take another way from the next request on; those that run end on the old one."""
        if proxy == self.proxy:
            return
        self.proxy = proxy
        await self._retire()

    async def close(self) -> None:
        await self._retire()

    async def stream_tls(self) -> ssl.SSLContext:
        """What WebSockets trust, made once."""
        async with self._making:
            if self._stream_tls is None:
                self._stream_tls = await asyncio.to_thread(tls_context)
            return self._stream_tls

    async def request(
        self,
        method: str,
        url: str,
        *,
        params: Params | None = None,
        json: object = None,
        form: Params | None = None,
        files: Mapping[str, FileToSend] | None = None,
        content: FileToSend | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: float = 30.0,
        max_bytes: int = JSON_BYTES,
        retry: bool | None = None,
        check: bool = True,
        on_progress: Callable[[float], None] | None = None,
    ) -> Response:
        """Ask and read the whole answer.

        `timeout`: seconds without any byte, in either direction. `retry`: by default GET and HEAD
        are tried up to three times when the server or the way to it failed; anything else only
        when asked for and with an Idempotency-Key. `check=False` gives answers of any status
        back instead of raising. `content` is a file that is the whole body. Raises ServerFault
        for an answer above `max_bytes`.
        """
        head = {name.lower(): value for name, value in (headers or {}).items()}
        again = method in _SAFE if retry is None else retry
        if again and method not in _SAFE and "idempotency-key" not in head:
            raise ValueError("a request that changes something is only repeated with a key")
        attempts = self._attempts if again else 1
        await self._load()
        import stamina

        async for attempt in stamina.retry_context(
            on=_is_passing, attempts=attempts, timeout=None, wait_initial=0.3, wait_max=3.0
        ):
            with attempt:
                return await self._once(
                    method, url, params, json, form, files, content, head, timeout, max_bytes,
                    check, on_progress,
                )  # fmt: skip
        raise AssertionError("retry_context ends by an answer or an error")

    async def download(
        self,
        url: str,
        *,
        max_bytes: int,
        headers: Mapping[str, str] | None = None,
        timeout: float = 30.0,
    ) -> Response:
        """A file, never more than `max_bytes` of it: raises Rejected for a larger one."""
        try:
            return await self.request(
                "GET",
                url,
                headers={"accept": "*/*", **(headers or {})},
                timeout=timeout,
                max_bytes=max_bytes,
            )
        except TooLarge:
            raise Rejected("too large", 413) from None

    async def _once(
        self,
        method: str,
        url: str,
        params: Params | None,
        json: object,
        form: Params | None,
        files: Mapping[str, FileToSend] | None,
        content: FileToSend | None,
        headers: dict[str, str],
        timeout: float,
        max_bytes: int,
        check: bool,
        on_progress: Callable[[float], None] | None,
    ) -> Response:
        head = {"user-agent": self.user_agent, "accept": "application/json, */*;q=0.5", **headers}
        query: Params | None = params
        for _ in range(_REDIRECTS + 1):
            async with contextlib.AsyncExitStack() as stack:
                sent = {
                    name: (file.name, _open(stack, file, on_progress), file.mime)
                    for name, file in (files or {}).items()
                }
                if content is not None:
                    body = _chunks(_open(stack, content, on_progress))
                    head["content-type"] = content.mime
                    head["content-length"] = str(_size(content))
                else:
                    body = None
                answer = await self._exchange(
                    method, url, max_bytes, timeout,
                    params=list(query.items() if isinstance(query, Mapping) else query)
                    if query else None,
                    json=json, data=_form(form), files=sent or None, content=body, headers=head,
                )  # fmt: skip
            target = answer.headers.get("location", "")
            if method not in _SAFE or answer.status not in (301, 302, 303, 307, 308) or not target:
                break
            url, head, query = follow(url, target), kept(url, target, head), None
        if check:
            error = error_of(
                answer.status, answer.headers, answer.body, signed="authorization" in headers
            )
            if error is not None:
                log.debug("%s %s: %s", method, without_query(url), answer.status)
                raise error
        return answer

    async def _exchange(
        self, method: str, url: str, max_bytes: int, timeout: float, **parts: Any
    ) -> Response:
        await self._load()
        import httpx

        host = urlsplit(url).hostname or ""
        limits = httpx.Timeout(timeout, connect=min(15.0, timeout), pool=60.0)
        try:
            async with (
                self._borrow() as client,
                client.stream(method, url, timeout=limits, **parts) as answer,
            ):
                told = answer.headers.get("content-length", "")
                if told.isdigit() and int(told) > max_bytes:
                    raise TooLarge
                body = bytearray()
                async for chunk in answer.aiter_bytes(_CHUNK):
                    body += chunk
                    if len(body) > max_bytes:
                        raise TooLarge
                heads = {name.lower(): value for name, value in answer.headers.items()}
                return Response(answer.status_code, heads, bytes(body), str(answer.url))
        except httpx.TimeoutException:
            raise Offline(host, OfflineCause.TIMEOUT) from None
        except httpx.ProxyError:
            raise Offline(host, OfflineCause.PROXY) from None
        except httpx.ConnectError as error:
            cause = offline_cause(error)
            if self.proxy.url and cause is not OfflineCause.TLS:
                cause = OfflineCause.PROXY
            raise Offline(host, cause) from None
        except (httpx.DecodingError, httpx.RemoteProtocolError):
            raise ServerFault(0, "broken answer") from None
        except httpx.TransportError as error:
            raise Offline(host, offline_cause(error)) from None
        except (httpx.InvalidURL, httpx.HTTPError, UnicodeError, ValueError):
            raise ServerFault(0, "bad address") from None

    async def _load(self) -> None:
        """httpx takes longer to import than a window to open: in a thread, when it is needed."""
        if not self._is_loaded:
            async with self._making:
                await asyncio.to_thread(_load_parts)
                self._is_loaded = True

    @contextlib.asynccontextmanager
    async def _borrow(self) -> AsyncIterator[httpx.AsyncClient]:
        async with self._making:
            line = self._line
            if line is None:
                # imports and certificates: too slow for the thread that paints
                proxy = self.proxy
                line = _Line(await asyncio.to_thread(self._make, proxy))
                if proxy == self.proxy:
                    self._line = line
                else:
                    line.is_old = True
            line.users += 1
        try:
            yield line.client
        finally:
            line.users -= 1
            if line.is_old and not line.users:
                await line.client.aclose()

    async def _retire(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            line.is_old = True
            if not line.users:
                await line.client.aclose()

    def _make(self, proxy: ProxyChoice) -> httpx.AsyncClient:
        self._tls = self._tls or tls_context()
        import httpx

        is_system = proxy.kind is ProxyKind.SYSTEM
        loopback = ("all://127.0.0.1", "all://localhost", "all://[::1]")
        return httpx.AsyncClient(
            http2=True,
            verify=self._tls,
            proxy=proxy.url,
            trust_env=is_system,
            mounts=dict.fromkeys(loopback) if is_system else None,
            limits=httpx.Limits(max_connections=48, max_keepalive_connections=16),
            follow_redirects=False,
        )


def _load_parts() -> None:
    import httpx
    import stamina

    del httpx, stamina


def _is_passing(error: Exception) -> bool:
    if isinstance(error, ServerFault):
        return error.status in _RETRIED_STATUS
    return isinstance(error, Offline) and error.cause in (
        OfflineCause.NO_ROUTE,
        OfflineCause.REFUSED,
        OfflineCause.TIMEOUT,
    )


def _form(form: Params | None) -> dict[str, list[str]] | None:
    if form is None:
        return None
    fields: dict[str, list[str]] = {}
    for name, value in form.items() if isinstance(form, Mapping) else form:
        fields.setdefault(name, []).append(value)
    return fields


def _open(
    stack: contextlib.AsyncExitStack, file: FileToSend, told: Callable[[float], None] | None
) -> io.BufferedIOBase:
    source: io.BufferedIOBase
    source = (
        io.BytesIO(file.content) if isinstance(file.content, bytes) else file.content.open("rb")
    )
    watched = _Watched(source, _size(file), told) if told else source
    stack.callback(watched.close)
    return watched


def _size(file: FileToSend) -> int:
    return len(file.content) if isinstance(file.content, bytes) else file.content.stat().st_size


async def _chunks(source: io.BufferedIOBase) -> AsyncIterator[bytes]:
    while chunk := source.read(_CHUNK):
        yield chunk
