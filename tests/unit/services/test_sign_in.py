from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

import keyring.errors
import pytest

from desktop.domain.account import ACCOUNT_COLOURS, SessionState
from desktop.domain.errors import (
    AccessDenied,
    NetworkError,
    NotFound,
    Offline,
    OfflineCause,
    RateLimited,
    Rejected,
    SecretsUnavailable,
    ServerFault,
    SignedOut,
    SignInError,
    SignInProblem,
)
from desktop.networks.base import OUT_OF_BAND
from desktop.networks.http import HttpClient
from desktop.services.sign_in import SignIn, SignInStage, SignInStep, sign_in_error
from tests.unit.services.fake_network import ME, NOW, an_account, until
from tests.unit.services.test_sessions import House


class Browser:
    """Opens the page and goes where the server would send it, with `answer`."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.answer = "code=abc&state=st"
        self.is_there = True
        self.pages: list[str] = []
        self.running: list[asyncio.Task[None]] = []

    def open(self, url: str) -> bool:
        self.pages.append(url)
        if self.is_there and self.answer:
            self.running.append(asyncio.get_running_loop().create_task(self._visit()))
        return self.is_there

    async def _visit(self) -> None:
        redirect = urlsplit(self.house.network.registered[-1])
        reader, writer = await asyncio.open_connection(redirect.hostname, redirect.port)
        request = f"GET {redirect.path}?{self.answer} HTTP/1.1"
        writer.write(f"{request}\r\nHost: {redirect.netloc}\r\n\r\n".encode())
        await writer.drain()
        await reader.read()
        writer.close()
        await writer.wait_closed()


class SignInHouse(House):
    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.browser = Browser(self)
        self.steps: list[SignInStep] = []
        self.sign_in = SignIn(
            {"fake": self.network}, cast("HttpClient", None), self.sessions, self.accounts,
            self.secrets, self.browser.open,
        )  # fmt: skip


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[SignInHouse]:
    house = SignInHouse(tmp_path)
    yield house
    await asyncio.gather(*house.browser.running)
    await house.sessions.close()
    await house.scope.close()
    assert house.errors == []


async def test_the_whole_way(house: SignInHouse) -> None:
    account = await house.sign_in.run("fake", "@claire@example.org", on_step=house.steps.append)
    assert account.id == ME
    assert house.accounts.all == (account,)
    assert house.sessions.state(ME) is SessionState.READY
    assert house.network.tokens == ["token-for-abc"]
    assert "token-for-abc" in str(house.keyring.kept)
    assert [step.stage for step in house.steps] == list(SignInStage)
    waiting = house.steps[2]
    assert waiting.url == house.browser.pages[0] == "https://example.org/oauth/authorize?state=st"
    assert waiting.browser_opened
    assert "authorize" not in repr(waiting)


async def test_several_accounts_and_a_port_for_each(house: SignInHouse) -> None:
    for nick in ("claire", "bob"):
        house.network.who = an_account(nick)
        await house.sign_in.run("fake", "example.org")
    assert [account.colour for account in house.accounts.all] == list(ACCOUNT_COLOURS[:2])
    assert len(house.network.registered) == 2
    assert all(uri.startswith("http://127.0.0.1:") for uri in house.network.registered)


async def test_signing_in_again_keeps_the_accounts_colour(house: SignInHouse) -> None:
    for nick in ("claire", "bob", "claire"):
        house.network.who = an_account(nick)
        await house.sign_in.run("fake", "example.org")
    assert [account.handle for account in house.accounts.all] == [
        "claire@example.org",
        "bob@example.org",
    ]


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ("error=access_denied&state=st", SignInProblem.ACCESS_DENIED),
        ("code=abc&state=other", SignInProblem.STATE_MISMATCH),
        ("error=server_error&error_description=tired&state=st", SignInProblem.REFUSED),
    ],
)
async def test_what_the_browser_brings_back(
    house: SignInHouse, answer: str, problem: SignInProblem
) -> None:
    house.browser.answer = answer
    with pytest.raises(SignInError) as caught:
        await house.sign_in.run("fake", "example.org")
    assert caught.value.problem is problem
    assert house.accounts.all == ()
    assert house.network.codes == []


async def test_it_times_out(house: SignInHouse) -> None:
    house.browser.answer = ""
    with pytest.raises(SignInError) as caught:
        await house.sign_in.run("fake", "example.org", timeout=0.03)
    assert caught.value.problem is SignInProblem.TIMEOUT


async def test_it_can_be_cancelled_and_the_listener_goes(house: SignInHouse) -> None:
    house.browser.answer = ""
    task = house.scope.start(house.sign_in.run("fake", "example.org"))
    await until(lambda: house.browser.pages)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    redirect = urlsplit(house.network.registered[0])
    with pytest.raises(OSError):
        await asyncio.open_connection(redirect.hostname, redirect.port)


async def test_without_a_browser_the_page_is_told(house: SignInHouse) -> None:
    house.browser.is_there = False
    task = house.scope.start(
        house.sign_in.run("fake", "example.org", on_step=house.steps.append, timeout=5)
    )
    await until(lambda: len(house.steps) == 3)
    assert not house.steps[2].browser_opened
    assert house.steps[2].url
    house.browser.is_there = True
    house.browser.open(house.steps[2].url)
    assert (await task).id == ME


@pytest.mark.parametrize("step", ["find_server", "begin", "complete"])
async def test_errors_of_each_step_come_through(house: SignInHouse, step: str) -> None:
    house.network.errors[step] = Offline("example.org", OfflineCause.TLS)
    with pytest.raises(SignInError) as caught:
        await house.sign_in.run("fake", "example.org")
    assert caught.value.problem is SignInProblem.TLS
    assert caught.value.detail == "example.org"


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (Offline("a"), SignInProblem.NO_SUCH_SERVER),
        (Offline("a", OfflineCause.TIMEOUT), SignInProblem.TIMEOUT),
        (AccessDenied("x"), SignInProblem.ACCESS_DENIED),
        (Rejected("x"), SignInProblem.REFUSED),
        (RateLimited(NOW), SignInProblem.REFUSED),
        (SignedOut(), SignInProblem.REFUSED),
        (NotFound(), SignInProblem.NOT_THIS_API),
        (ServerFault(500), SignInProblem.SERVER_FAULT),
    ],
)
def test_network_errors_as_problems(error: NetworkError, problem: SignInProblem) -> None:
    assert sign_in_error(error).problem is problem


async def test_an_unknown_network_is_said(house: SignInHouse) -> None:
    with pytest.raises(SignInError) as caught:
        await house.sign_in.run("telepathy", "example.org")
    assert caught.value.problem is SignInProblem.NOT_THIS_API


async def test_by_code(house: SignInHouse) -> None:
    start = await house.sign_in.begin_by_code("fake", "example.org")
    assert house.network.registered == [OUT_OF_BAND]
    assert start.authorize_url
    for nothing in ("", "  \n"):
        with pytest.raises(SignInError) as caught:
            await house.sign_in.finish_by_code(start, nothing)
        assert caught.value.problem is SignInProblem.BAD_CODE
    account = await house.sign_in.finish_by_code(start, " xyz \n")
    assert account.id == ME
    assert house.network.codes == ["xyz"]
    assert house.sessions.state(ME) is SessionState.READY


async def test_without_a_keyring_it_can_go_on_for_this_run(house: SignInHouse) -> None:
    house.keyring.error = keyring.errors.NoKeyringError()
    with pytest.raises(SecretsUnavailable):
        await house.sign_in.run("fake", "example.org")
    pending = house.sign_in.pending
    assert pending is not None
    assert "token" not in repr(pending)
    assert house.accounts.all == ()
    account = await house.sign_in.keep_for_this_run(pending)
    assert not account.is_kept
    assert house.sign_in.pending is None
    assert house.sessions.state(ME) is SessionState.READY
    assert ME not in house.accounts.path.read_text()
    assert house.keyring.kept == {}


async def test_a_saved_account_stays_saved_when_the_keyring_is_locked(house: SignInHouse) -> None:
    await house.sign_in.run("fake", "example.org")
    house.keyring.error = keyring.errors.KeyringLocked()
    with pytest.raises(SecretsUnavailable):
        await house.sign_in.run("fake", "example.org")
    assert house.sign_in.pending is not None
    account = await house.sign_in.keep_for_this_run(house.sign_in.pending)
    assert account.is_kept
    assert ME in house.accounts.path.read_text()


async def test_the_keyring_can_be_tried_again_or_all_given_up(house: SignInHouse) -> None:
    house.keyring.error = keyring.errors.KeyringLocked()
    with pytest.raises(SecretsUnavailable):
        await house.sign_in.run("fake", "example.org")
    pending = house.sign_in.pending
    assert pending is not None
    with pytest.raises(SecretsUnavailable):
        await house.sign_in.save_again(pending)
    house.keyring.error = None
    assert (await house.sign_in.save_again(pending)).is_kept
    await house.sign_in.give_up(pending)
    assert house.network.revoked == ["token-for-abc"]
