"""The one-shot listener: what it takes, what it refuses, and that nobody can hold it up."""

from __future__ import annotations

import asyncio
import base64
import hashlib

import pytest

from desktop.domain.errors import SignInError, SignInProblem
from desktop.networks.http import HttpClient
from desktop.networks.oauth import LoopbackListener, new_pkce, new_state


def test_pkce_and_state() -> None:
    pkce = new_pkce()
    digest = hashlib.sha256(pkce.verifier.encode()).digest()
    assert base64.urlsafe_b64decode(pkce.challenge + "=") == digest
    assert 43 <= len(pkce.verifier) <= 128
    assert pkce.verifier not in repr(pkce)
    assert new_state() != new_state()


async def _visit(http: HttpClient, url: str, language: str = "en") -> tuple[int, str]:
    answer = await http.request("GET", url, headers={"Accept-Language": language}, check=False)
    return answer.status, answer.body.decode()


async def test_the_code_arrives_and_the_page_is_in_the_readers_language(http: HttpClient) -> None:
    async with LoopbackListener() as listener:
        assert listener.redirect_uri.startswith("http://127.0.0.1:")
        base = listener.redirect_uri.removesuffix("/callback")
        assert (await _visit(http, f"{base}/favicon.ico"))[0] == 404
        assert (await _visit(http, listener.redirect_uri))[0] == 404
        status, page = await _visit(http, f"{listener.redirect_uri}?code=c%2B1&state=s", "fr-FR")
        assert status == 200
        assert "Vous pouvez revenir à Volière" in page
        assert "c+1" not in page
        _, page = await _visit(http, f"{listener.redirect_uri}?code=2&state=s")
        assert "You can go back to Volière" in page
        assert await listener.wait("s", 1) == "c+1"


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("code=1&state=other", SignInProblem.STATE_MISMATCH),
        ("code=1", SignInProblem.STATE_MISMATCH),
        ("error=access_denied&state=s", SignInProblem.ACCESS_DENIED),
        ("error=server_error&error_description=Oh&state=s", SignInProblem.REFUSED),
    ],
)
async def test_refusals(http: HttpClient, query: str, problem: SignInProblem) -> None:
    async with LoopbackListener() as listener:
        await _visit(http, f"{listener.redirect_uri}?{query}")
        with pytest.raises(SignInError) as caught:
            await listener.wait("s", 1)
    assert caught.value.problem is problem


async def test_it_gives_up() -> None:
    async with LoopbackListener() as listener:
        with pytest.raises(SignInError) as caught:
            await listener.wait("s", 0.05)
    assert caught.value.problem is SignInProblem.TIMEOUT


async def test_slow_and_greedy_clients_hold_nobody_up(http: HttpClient) -> None:
    async with LoopbackListener() as listener:
        port = int(listener.redirect_uri.split(":")[2].split("/")[0])
        slow = [await asyncio.open_connection("127.0.0.1", port) for _ in range(5)]
        for _, writer in slow[:3]:
            writer.write(b"GET /call")
        slow[4][1].write(b"GET /" + b"x" * 100_000)
        await _visit(http, f"{listener.redirect_uri}?code=1&state=s")
        assert await listener.wait("s", 2) == "1"
    for _, writer in slow:
        writer.close()


async def test_other_names_for_this_machine_are_refused() -> None:
    """A page elsewhere whose name was made to point here gets nowhere."""
    async with LoopbackListener() as listener:
        port = int(listener.redirect_uri.split(":")[2].split("/")[0])
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET /callback?code=1&state=s HTTP/1.1\r\nHost: evil.example\r\n\r\n")
        assert b" 400 " in await reader.readline()
        writer.close()
        with pytest.raises(SignInError):
            await listener.wait("s", 0.05)
