"""Every way in which a request can end is one of our errors, and no secret leaves with it."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.domain.errors import (
    AccessDenied,
    NetworkError,
    NotFound,
    Offline,
    OfflineCause,
    RateLimited,
    Rejected,
    ServerFault,
    SignedOut,
)
from desktop.domain.settings import ProxyKind
from desktop.networks.http import FileToSend, HttpClient, ProxyChoice
from tests.unit.networks.answering import Answer, Answering, Asked

SECRET = "s3cr3t-t0ken"
SIGNED = {"Authorization": f"Bearer {SECRET}"}


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (401, {"error": "The access token is invalid"}, SignedOut),
        (403, {"error": "outside the authorized scopes"}, AccessDenied),
        (404, {"error": "Record not found"}, NotFound),
        (410, {}, NotFound),
        (422, {"error": "Validation failed"}, Rejected),
        (400, b"<html>no</html>", Rejected),
        (429, {"error": "Too many requests"}, RateLimited),
        (500, b"<html>oops</html>", ServerFault),
        (501, {}, ServerFault),
        (302, b"", ServerFault),
    ],
)
async def test_status_becomes_an_error(
    http: HttpClient, server: Answering, status: int, body: object, kind: type[NetworkError]
) -> None:
    server.routes["POST /x"] = Answer(body, status)
    with pytest.raises(kind):
        await http.request("POST", f"{server.base}/x", json={}, headers=SIGNED)


async def test_the_servers_own_words_are_kept(http: HttpClient, server: Answering) -> None:
    server.routes["POST /x"] = Answer({"error": "Text\u202e is too\nlong"}, 422)
    with pytest.raises(Rejected) as caught:
        await http.request("POST", f"{server.base}/x")
    assert caught.value.reason == "Text  is too long"
    assert caught.value.status == 422


async def test_401_without_a_token_signs_nobody_out(http: HttpClient, server: Answering) -> None:
    server.routes["GET /x"] = Answer({"error": "no"}, 401)
    with pytest.raises(AccessDenied):
        await http.request("GET", f"{server.base}/x")


async def test_limit_is_read_from_either_header(http: HttpClient, server: Answering) -> None:
    soon = (datetime.now(UTC) + timedelta(minutes=4)).replace(microsecond=0)
    server.routes["GET /a"] = Answer({}, 429, {"X-RateLimit-Reset": soon.isoformat()})
    server.routes["GET /b"] = Answer({}, 503, {"Retry-After": "30"})
    with pytest.raises(RateLimited) as caught:
        await http.request("GET", f"{server.base}/a")
    assert caught.value.until == soon
    with pytest.raises(RateLimited) as caught:
        await http.request("GET", f"{server.base}/b")
    assert timedelta(seconds=25) < caught.value.until - datetime.now(UTC) < timedelta(seconds=31)
    assert len(server.asked) == 2


@pytest.mark.parametrize("body", [b"<!DOCTYPE html><p>hi", b"{", b"\xff\xfe", b"[" * 100_000])
async def test_unreadable_answers_are_faults(
    http: HttpClient, server: Answering, body: bytes
) -> None:
    server.routes["GET /x"] = Answer(body)
    answer = await http.request("GET", f"{server.base}/x")
    with pytest.raises(ServerFault):
        answer.decode(dict[str, str])


async def test_get_is_tried_again_and_post_never(server: Answering) -> None:
    http = HttpClient(ProxyChoice(ProxyKind.NONE))
    server.routes["GET /x"] = [Answer({}, 502), Answer({}, 503), Answer([1])]
    server.routes["POST /x"] = [Answer({}, 502), Answer([1])]
    assert (await http.request("GET", f"{server.base}/x")).decode(list[int]) == [1]
    with pytest.raises(ServerFault):
        await http.request("POST", f"{server.base}/x", headers={"Idempotency-Key": "k"})
    with pytest.raises(ValueError, match="key"):
        await http.request("POST", f"{server.base}/x", retry=True)
    assert server.paths() == ["GET /x"] * 3 + ["POST /x"]
    await http.close()


async def test_a_redirect_takes_no_token_to_another_host(
    http: HttpClient, server: Answering
) -> None:
    async with Answering({"GET /there": Answer([])}) as other:
        server.routes["GET /x"] = Answer(b"", 302, {"Location": f"{other.base}/there?q=1"})
        server.routes["GET /y"] = Answer(b"", 301, {"Location": "/z"})
        server.routes["GET /z"] = Answer([])
        answer = await http.request("GET", f"{server.base}/x", headers=SIGNED, params={"a": "b"})
        assert answer.url == f"{other.base}/there?q=1"
        assert "authorization" not in other.asked[0].headers
        await http.request("GET", f"{server.base}/y", headers=SIGNED)
        assert server.asked[-1].headers["authorization"] == SIGNED["Authorization"]
        server.routes["POST /x"] = Answer(b"", 307, {"Location": f"{other.base}/there"})
        with pytest.raises(ServerFault):
            await http.request("POST", f"{server.base}/x", headers=SIGNED)
        assert len(other.asked) == 1


async def test_redirects_end(http: HttpClient, server: Answering) -> None:
    server.routes["GET /x"] = Answer(b"", 302, {"Location": "/x"})
    with pytest.raises(ServerFault):
        await http.request("GET", f"{server.base}/x")
    assert len(server.asked) < 10
    server.routes["GET /y"] = Answer(b"", 302, {"Location": "file:///etc/passwd"})
    with pytest.raises(ServerFault):
        await http.request("GET", f"{server.base}/y")


async def test_answers_are_capped(http: HttpClient, server: Answering) -> None:
    server.routes["GET /x"] = Answer(b"x" * 5000)
    with pytest.raises(ServerFault):
        await http.request("GET", f"{server.base}/x", max_bytes=4999)
    with pytest.raises(Rejected):
        await http.download(f"{server.base}/x", max_bytes=4999)
    assert len((await http.download(f"{server.base}/x", max_bytes=5000)).body) == 5000


async def test_what_is_no_tls_is_told_so(http: HttpClient) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(100)
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as plain:
        port = plain.sockets[0].getsockname()[1]
        with pytest.raises(Offline) as caught:
            await http.request("GET", f"https://127.0.0.1:{port}/", retry=False)
    assert caught.value.cause is OfflineCause.TLS


async def test_no_answer_is_offline(http: HttpClient) -> None:
    async with Answering() as other:
        gone = other.base
    with pytest.raises(Offline) as caught:
        await http.request("GET", f"{gone}/x", retry=False)
    assert caught.value.cause is OfflineCause.REFUSED
    with pytest.raises(Offline) as caught:
        await http.request("GET", "http://nobody.invalid/", retry=False)
    assert caught.value.cause is OfflineCause.NAME


async def test_a_silent_server_times_out(http: HttpClient, server: Answering) -> None:
    async def never(_: Asked) -> Answer:
        await asyncio.sleep(60)
        return Answer()

    server.routes["GET /x"] = never
    with pytest.raises(Offline) as caught:
        await http.request("GET", f"{server.base}/x", timeout=0.2, retry=False)
    assert caught.value.cause is OfflineCause.TIMEOUT


async def test_files_are_sent_with_progress(
    http: HttpClient, server: Answering, tmp_path: Path
) -> None:
    server.routes["POST /x"] = Answer({})
    file = tmp_path / "a.png"
    file.write_bytes(b"p" * 300_000)
    heard: list[float] = []
    await http.request(
        "POST", f"{server.base}/x", form={"description": "é"}, on_progress=heard.append,
        files={"file": FileToSend("é.png", file, "image/png")},
    )  # fmt: skip
    body = server.asked[0].body
    assert b"p" * 300_000 in body
    assert "é".encode() in body
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    assert len(heard) > 3


async def test_no_secret_in_logs_and_errors(
    http: HttpClient, server: Answering, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server.routes["GET /x"] = Answer({}, 500)
    errors: list[str] = []
    for url in (f"{server.base}/x?code={SECRET}", f"http://nobody.invalid/?code={SECRET}"):
        with pytest.raises(NetworkError) as caught:
            await http.request("GET", url, headers=SIGNED)
        errors.append(repr(caught.value))
        assert caught.value.__cause__ is None
    assert SECRET not in caplog.text
    assert SECRET not in "".join(errors)


async def test_a_proxy_takes_every_request(server: Answering) -> None:
    """An HTTP proxy sees the whole address; an unreachable one is said to be the cause."""
    host, _, port = server.base.removeprefix("http://").partition(":")
    http = HttpClient(ProxyChoice(ProxyKind.HTTP, host, int(port)))
    server.routes["GET http://bird.example/x"] = Answer([7])
    answer = await http.request("GET", "http://bird.example/x")
    assert answer.decode(list[int]) == [7]
    await http.set_proxy(ProxyChoice(ProxyKind.SOCKS5, "127.0.0.1", 1))
    with pytest.raises(Offline) as caught:
        await http.request("GET", "http://bird.example/x", retry=False)
    assert caught.value.cause is OfflineCause.PROXY
    await http.close()


async def test_socks_leaves_names_to_the_proxy() -> None:
    heard: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readexactly(3)
        writer.write(b"\x05\x00")
        head = await reader.readexactly(5)
        heard.append(head[3:4] + await reader.readexactly(head[4]))
        await reader.readexactly(2)
        writer.write(b"\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x50")
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n[]")
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as proxy:
        port = proxy.sockets[0].getsockname()[1]
        http = HttpClient(ProxyChoice(ProxyKind.SOCKS5, "127.0.0.1", port))
        answer = await http.request("GET", "http://nowhere.onion/x")
        await http.close()
    assert answer.body == b"[]"
    assert heard == [b"\x03nowhere.onion"]
