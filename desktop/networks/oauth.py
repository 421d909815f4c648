"""Sign-in by the system browser: PKCE, state, and the listener that hears the answer.

RFC 8252 (native apps), RFC 7636 (PKCE).
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import hashlib
import hmac
import secrets
from types import TracebackType
from typing import Self
from urllib.parse import parse_qsl, urlsplit

from msgspec import Struct

from desktop.domain.errors import SignInError, SignInProblem

_PATH = "/callback"
_HEAD_BYTES = 16 * 1024
_HEAD_SECONDS = 10.0
_CONNECTIONS = 32

_PAGE = """<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="utf-8"><title>Volière</title>
<style>body{{font:16px/1.5 system-ui,sans-serif;max-width:28em;margin:20vh auto;padding:0 1em;
color-scheme:light dark}}</style></head>
<body><h1>Volière</h1><p>{text}</p></body></html>
"""
_TEXTS = {
    "en": "You can go back to Volière. This page can be closed.",
    "fr": "Vous pouvez revenir à Volière. Cette page peut être fermée.",
}


class Pkce(Struct, frozen=True):
    """The secret that proves that who exchanges the code is who asked for it."""

    verifier: str
    challenge: str

    def __repr__(self) -> str:
        return "Pkce(…)"


def new_pkce() -> Pkce:
    """A verifier of 64 characters and its S256 challenge."""
    verifier = secrets.token_urlsafe(48)
    digest = hashlib.sha256(verifier.encode()).digest()
    return Pkce(verifier, base64.urlsafe_b64encode(digest).rstrip(b"=").decode())


def new_state() -> str:
    return secrets.token_urlsafe(24)


class LoopbackListener:
    """Waits on 127.0.0.1, at a port of the system's choice, for one answer of the browser.

    Use: `async with LoopbackListener() as listener`, give `listener.redirect_uri` to the server,
    then `code = await listener.wait(state)`. Entering raises SignInError(NO_LISTENER) where no
    port can be opened.
    """

    def __init__(self) -> None:
        self.redirect_uri = ""
        self._server: asyncio.Server | None = None
        self._answer: asyncio.Future[dict[str, str]] | None = None
        self._open: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._answer = asyncio.get_running_loop().create_future()
        try:
            self._server = await asyncio.start_server(
                self._serve, "127.0.0.1", 0, limit=_HEAD_BYTES
            )
        except OSError as error:
            raise SignInError(SignInProblem.NO_LISTENER, error.strerror or "") from None
        port = self._server.sockets[0].getsockname()[1]
        self.redirect_uri = f"http://127.0.0.1:{port}{_PATH}"
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._server is not None:
            self._server.close()
            # the browser's page is on its way: let it arrive
            if self._open and kind is None:
                await asyncio.wait(set(self._open), timeout=1.0)
            for task in tuple(self._open):
                task.cancel()
            await asyncio.gather(*self._open, return_exceptions=True)
            await self._server.wait_closed()
            self._server = None

    async def wait(self, state: str, timeout: float = 300.0) -> str:
        """The code that the server sent with the browser.

        Raises SignInError: TIMEOUT, STATE_MISMATCH (the answer belongs to another attempt),
        ACCESS_DENIED (the person said no), REFUSED (any other error, with the server's words).
        """
        if self._answer is None:
            raise SignInError(SignInProblem.NO_LISTENER)
        try:
            async with asyncio.timeout(timeout):
                answer = await asyncio.shield(self._answer)
        except TimeoutError:
            raise SignInError(SignInProblem.TIMEOUT) from None
        if not hmac.compare_digest(answer.get("state", "").encode(), state.encode()):
            raise SignInError(SignInProblem.STATE_MISMATCH)
        error = answer.get("error", "")
        if error == "access_denied":
            raise SignInError(SignInProblem.ACCESS_DENIED)
        if error or not answer.get("code"):
            raise SignInError(
                SignInProblem.REFUSED, (answer.get("error_description") or error)[:200]
            )
        return answer["code"]

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is None or len(self._open) >= _CONNECTIONS:
            writer.close()
            return
        self._open.add(task)
        try:
            async with asyncio.timeout(_HEAD_SECONDS):
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                writer.write(self._reply(head))
                await writer.drain()
        except (TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, OSError):
            pass
        finally:
            self._open.discard(task)
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()

    def _reply(self, head: str) -> bytes:
        request, *lines = head.split("\r\n")
        fields = {
            name.strip().lower(): value.strip()
            for name, colon, value in (line.partition(":") for line in lines)
            if colon
        }
        method, _, rest = request.partition(" ")
        target = rest.partition(" ")[0]
        try:
            parts = urlsplit(target)
            params = dict(parse_qsl(parts.query, max_num_fields=20))
        except ValueError:
            return _http(400, "")
        here = urlsplit(self.redirect_uri).netloc
        # another name for this address means that a page elsewhere talks to us
        if fields.get("host", "").lower() not in (here, here.replace("127.0.0.1", "localhost")):
            return _http(400, "")
        if method != "GET":
            return _http(405, "")
        if parts.path != _PATH or not ("code" in params or "error" in params):
            return _http(404, "")
        if self._answer is not None and not self._answer.done():
            self._answer.set_result(params)
        lang = "fr" if fields.get("accept-language", "").lower().startswith("fr") else "en"
        return _http(200, _PAGE.format(lang=lang, text=_TEXTS[lang]))


def _http(status: int, page: str) -> bytes:
    body = page.encode()
    phrase = {200: "OK", 400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed"}[status]
    head = (
        f"HTTP/1.1 {status} {phrase}\r\n"
        "Content-Type: text/html; charset=utf-8\r\n"
        f"Content-Length: {len(body)}\r\n"
        "Cache-Control: no-store\r\n"
        "Referrer-Policy: no-referrer\r\n"
        "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\n"
        "Connection: close\r\n\r\n"
    )
    return head.encode() + body
