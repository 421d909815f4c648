"""Signing in, phase by phase."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.account import Account, Credentials
from desktop.domain.errors import SecretsUnavailable, SignInError, SignInProblem
from desktop.networks.base import SignInStart, SignInWay
from desktop.services.sign_in import PendingSignIn, SignInStage, SignInStep
from desktop.viewmodels.sign_in_vm import SignInPhase, SignInViewModel
from tests.gui.house_parts import Scope, account


class Server:
    """A SignIn whose steps the test decides."""

    def __init__(self) -> None:
        self.pending: PendingSignIn | None = None
        self.error: Exception | None = None
        self.answer: asyncio.Event | None = None
        self.codes: list[str] = []
        self.given_up = False

    async def run(
        self, network: str, text: str, *, on_step: Callable[[SignInStep], None]
    ) -> Account:
        on_step(SignInStep(stage=SignInStage.LOOKING))
        if self.error is not None:
            raise self.error
        url = "https://example.org/oauth?x"
        on_step(SignInStep(stage=SignInStage.WAITING, server="https://example.org", url=url))
        self.answer = asyncio.Event()
        await self.answer.wait()
        if self.pending is not None:
            raise SecretsUnavailable
        return account()

    def ways(self, network: str) -> tuple[SignInWay, ...]:
        return (SignInWay.PASSWORD,) if network == "bluesky" else (SignInWay.BROWSER,)

    async def enter(
        self,
        network: str,
        name: str,
        password: str,
        server: str = "",
        *,
        on_step: Callable[[SignInStep], None],
    ) -> Account:
        on_step(SignInStep(stage=SignInStage.LOOKING))
        if password != "abcd-efgh-ijkl-mnop":
            raise SignInError(SignInProblem.WRONG_PASSWORD)
        self.codes.append(f"{network} {name} {server}")
        return account()

    async def begin_by_code(self, network: str, text: str) -> SignInStart:
        return SignInStart(
            server="https://example.org", authorize_url="https://example.org/code",
            redirect_uri="urn", state="s", values={},
        )  # fmt: skip

    async def finish_by_code(self, start: SignInStart, code: str) -> Account:
        self.codes.append(code)
        if code != "right":
            raise SignInError(SignInProblem.BAD_CODE)
        return account()

    async def keep_for_this_run(self, pending: PendingSignIn) -> Account:
        return pending.account

    async def save_again(self, pending: PendingSignIn) -> Account:
        raise SecretsUnavailable(locked=True)

    async def give_up(self, pending: PendingSignIn) -> None:
        self.given_up = True


@pytest.fixture
def scope() -> Iterator[Scope]:
    loop = asyncio.new_event_loop()
    yield Scope(loop)
    loop.close()


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def sign_in(qtbot: QtBot, server: Any, scope: Any) -> SignInViewModel:
    return SignInViewModel(server, scope, ("mastodon", "bluesky"))


def test_the_way_through_the_browser(
    qtbot: QtBot, sign_in: SignInViewModel, server: Server, scope: Scope
) -> None:
    done: list[Account] = []
    sign_in.finished.connect(done.append)
    sign_in.begin(" example.org ")
    scope.turn()
    assert sign_in.phase is SignInPhase.BROWSER
    assert sign_in.url.startswith("https://example.org/oauth")
    assert server.answer is not None
    server.answer.set()
    scope.settle()
    assert sign_in.phase is SignInPhase.DONE
    assert [one.name for one in done] == ["Claire"]


def test_the_way_by_name_and_password(
    sign_in: SignInViewModel, server: Server, scope: Scope
) -> None:
    assert sign_in.network_names == ("Mastodon", "Bluesky")
    assert not sign_in.asks_password
    sign_in.choose_network("bluesky")
    assert sign_in.asks_password
    assert "app password" in sign_in.words.ask_server
    sign_in.enter("alice.test", "not that", "")
    scope.settle()
    assert sign_in.phase is SignInPhase.ASKING
    assert "does not take that name" in sign_in.problem
    done: list[Account] = []
    sign_in.finished.connect(done.append)
    sign_in.enter("alice.test", "abcd-efgh-ijkl-mnop", " http://127.0.0.1:2583 ")
    scope.settle()
    assert server.codes == ["bluesky alice.test http://127.0.0.1:2583"]
    assert len(done) == 1


def test_signing_in_again_is_on_the_same_network(sign_in: SignInViewModel) -> None:
    before = account()
    sign_in.choose_network("bluesky")
    sign_in.again(before)
    assert (sign_in.network, sign_in.name) == (before.network, before.handle)


def test_a_problem_is_said_and_one_can_try_again(
    sign_in: SignInViewModel, server: Server, scope: Scope
) -> None:
    server.error = SignInError(SignInProblem.NO_SUCH_SERVER)
    sign_in.begin("exmaple.org")
    scope.settle()
    assert sign_in.phase is SignInPhase.ASKING
    assert "No server was found" in sign_in.problem


def test_cancelling_stops_the_waiting(
    sign_in: SignInViewModel, server: Server, scope: Scope
) -> None:
    sign_in.begin("example.org")
    scope.turn()
    sign_in.cancel()
    scope.settle()
    assert sign_in.phase is SignInPhase.ASKING
    assert sign_in.url == ""
    assert sign_in.problem == ""


def test_a_wrong_code_can_be_corrected(
    sign_in: SignInViewModel, server: Server, scope: Scope
) -> None:
    sign_in.use_code("example.org")
    scope.settle()
    assert sign_in.phase is SignInPhase.CODE
    sign_in.submit_code("wrong")
    scope.settle()
    assert sign_in.phase is SignInPhase.CODE
    assert "does not take that code" in sign_in.problem
    sign_in.submit_code("right")
    scope.settle()
    assert sign_in.phase is SignInPhase.DONE


def test_without_a_keyring_it_can_be_kept_for_this_run(
    sign_in: SignInViewModel, server: Server, scope: Scope
) -> None:
    server.pending = PendingSignIn(account(), Credentials(values={}))
    sign_in.begin("example.org")
    scope.turn()
    assert server.answer is not None
    server.answer.set()
    scope.settle()
    assert sign_in.phase is SignInPhase.KEYRING
    assert "no keyring" in sign_in.keyring_sentence
    sign_in.save_again()
    scope.settle()
    assert sign_in.phase is SignInPhase.KEYRING
    assert "locked" in sign_in.keyring_sentence
    sign_in.keep_for_this_run()
    scope.settle()
    assert sign_in.phase is SignInPhase.DONE


def test_not_keeping_gives_the_token_back(
    sign_in: SignInViewModel, server: Server, scope: Scope
) -> None:
    server.pending = PendingSignIn(account(), Credentials(values={}))
    sign_in.begin("example.org")
    scope.turn()
    assert server.answer is not None
    server.answer.set()
    scope.settle()
    sign_in.cancel()
    scope.settle()
    assert server.given_up
    assert sign_in.phase is SignInPhase.ASKING
