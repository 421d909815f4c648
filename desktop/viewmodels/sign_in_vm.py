"""Signing in, step by step: what is going on, what the person can do, what went wrong."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.domain.account import Account
from desktop.domain.errors import SecretsUnavailable, SignInError, SignInProblem, VoliereError
from desktop.viewmodels.messages import error_sentence
from desktop.viewmodels.vocabulary import Vocabulary, vocabulary

if TYPE_CHECKING:
    from desktop.networks.base import SignInStart
    from desktop.services.sign_in import SignIn, SignInStep
    from desktop.services.tasks import TaskScope


class SignInPhase(StrEnum):
    ASKING = "asking"
    """The person types a server."""
    WORKING = "working"
    BROWSER = "browser"
    """The answer is awaited from the system browser."""
    CODE = "code"
    """The person pastes the code that the server's page shows."""
    KEYRING = "keyring"
    """Signed in, but the token cannot be kept."""
    DONE = "done"


class SignInViewModel(QObject):
    """One attempt after another; `finished` tells the account that was added.

    `networks`: those that are offered, the first one is chosen at first.
    """

    changed = Signal()
    browse_requested = Signal(str)
    finished = Signal(object)
    """Account"""

    def __init__(
        self,
        sign_in: SignIn,
        scope: TaskScope,
        networks: Sequence[str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.phase = SignInPhase.ASKING
        self.problem = ""
        """What went wrong last, in words; empty: nothing."""
        self.server = ""
        self.url = ""
        """The page for the browser, while one is awaited."""
        self.browser_opened = False
        self.is_locked = False
        self._step = ""
        self._sign_in = sign_in
        self._scope = scope
        self.networks = tuple(networks)
        self.network = self.networks[0]
        self.name = ""
        """Who signs in, where a name is asked for; known when somebody signs in again."""
        self._start: SignInStart | None = None
        self._task: asyncio.Task[None] | None = None

    @property
    def words(self) -> Vocabulary:
        """The chosen network's own."""
        return vocabulary(self.network)

    @property
    def network_names(self) -> tuple[str, ...]:
        """As people call `networks`."""
        return tuple(vocabulary(name).network for name in self.networks)

    @property
    def asks_password(self) -> bool:
        """A name and a password are typed here; else the browser does it."""
        return self._sign_in.ways(self.network)[:1] == ("password",)

    def choose_network(self, network: str) -> None:
        if network in self.networks and network != self.network:
            self.network = network
            self.problem = ""
            self.changed.emit()

    def again(self, account: Account) -> None:
        """Somebody signs in once more: on their network, by their name."""
        if account.network not in self.networks:
            self.networks = (account.network, *self.networks)
        self.network, self.name = account.network, account.handle

    @property
    def step_sentence(self) -> str:
        """What is going on just now."""
        translate = QCoreApplication.translate
        sentences = {
            "looking": lambda: translate("SignIn", "Looking for the server…"),
            "registering": lambda: translate("SignIn", "Introducing Volière to the server…"),
            "waiting": lambda: translate("SignIn", "Say yes in your browser, then come back here."),
            "exchanging": lambda: translate("SignIn", "Signing you in…"),
        }
        sentence = sentences.get(self._step)
        return sentence() if sentence is not None else ""

    @property
    def keyring_sentence(self) -> str:
        translate = QCoreApplication.translate
        if self.is_locked:
            return translate(
                "SignIn",
                "You are signed in, but this computer's keyring is locked, so the sign-in cannot "
                "be kept safely. Unlock the keyring and try again, or keep it for this run only.",
            )
        return translate(
            "SignIn",
            "You are signed in, but this computer has no keyring, so the sign-in cannot be kept "
            "safely; Volière never writes it to a file. You can use the account until you quit.",
        )

    @property
    def is_busy(self) -> bool:
        return self.phase in (SignInPhase.WORKING, SignInPhase.BROWSER)

    def begin(self, server_text: str) -> None:
        """Go the way through the browser."""
        self._reset(SignInPhase.WORKING)
        self.server = server_text.strip()
        self._step = "looking"
        self._run(self._through_browser())

    def enter(self, name: str, password: str, server_text: str = "") -> None:
        """By name and password; without a server it is found by the name."""
        self._reset(SignInPhase.WORKING)
        self.name, self.server = name.strip(), server_text.strip()
        self._step = "looking"
        self._run(self._by_password(password))

    def open_password_page(self) -> None:
        """Where a password for this program is made."""
        if self.words.password_page:
            self.browse_requested.emit(self.words.password_page)

    def use_code(self, server_text: str = "") -> None:
        """Paste a code instead: for when no browser or no way back to us is there."""
        self.server = server_text.strip() or self.server
        self._cancel_task()
        self._reset(SignInPhase.WORKING)
        self._step = "looking"
        self._run(self._begin_code())

    def submit_code(self, code: str) -> None:
        if self._start is not None:
            self.problem = ""
            self.phase = SignInPhase.WORKING
            self._step = "exchanging"
            self._run(self._finish_code(self._start, code))

    def keep_for_this_run(self) -> None:
        pending = self._sign_in.pending
        if pending is not None:
            self._run(self._take(self._sign_in.keep_for_this_run(pending)))

    def save_again(self) -> None:
        pending = self._sign_in.pending
        if pending is not None:
            self._run(self._take(self._sign_in.save_again(pending)))

    def cancel(self) -> None:
        """Stop whatever runs and ask for a server again; a token that cannot be kept is
        given back."""
        self._cancel_task()
        pending = self._sign_in.pending
        if self.phase is SignInPhase.KEYRING and pending is not None:
            self._scope.start(self._give_up(), name="give a sign-in back")
        self._reset(SignInPhase.ASKING)
        self.changed.emit()

    def let_go(self) -> None:
        """Nobody looks any more: stop what runs."""
        self._cancel_task()

    def open_page(self) -> None:
        """Once more in the browser."""
        if self.url:
            self.browse_requested.emit(self.url)

    def _reset(self, phase: SignInPhase) -> None:
        self.phase = phase
        self.problem = ""
        self.url = ""
        self._step = ""
        self._start = None

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        self.changed.emit()
        self._task = self._scope.start(self._guarded(work), name="sign in")

    def _cancel_task(self) -> None:
        if self._task is not None and not self._task.done():
            self._task.cancel()
        self._task = None

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except SecretsUnavailable as error:
            self.is_locked = error.locked
            self.phase = SignInPhase.KEYRING
        except SignInError as error:
            self._failed(error)
        except VoliereError as error:
            self.problem = error_sentence(error)
            self.phase = SignInPhase.ASKING
        self.changed.emit()

    def _failed(self, error: SignInError) -> None:
        self.problem = error_sentence(error)
        if error.problem is SignInProblem.BAD_CODE and self._start is not None:
            self.phase = SignInPhase.CODE
        else:
            self.phase = SignInPhase.ASKING

    async def _through_browser(self) -> None:
        account = await self._sign_in.run(self.network, self.server, on_step=self._on_step)
        self._done(account)

    async def _by_password(self, password: str) -> None:
        account = await self._sign_in.enter(
            self.network, self.name, password, self.server, on_step=self._on_step
        )
        self._done(account)

    async def _begin_code(self) -> None:
        self._start = await self._sign_in.begin_by_code(self.network, self.server)
        self.url = self._start.authorize_url
        self.phase = SignInPhase.CODE
        self.browse_requested.emit(self.url)

    async def _finish_code(self, start: SignInStart, code: str) -> None:
        self._done(await self._sign_in.finish_by_code(start, code))

    async def _take(self, work: Coroutine[Any, Any, Account]) -> None:
        self._done(await work)

    async def _give_up(self) -> None:
        pending = self._sign_in.pending
        if pending is not None:
            await self._sign_in.give_up(pending)

    def _on_step(self, step: SignInStep) -> None:
        self._step = step.stage.value
        self.url = step.url
        self.browser_opened = step.browser_opened
        if step.server:
            self.server = step.server
        self.phase = SignInPhase.BROWSER if step.url else SignInPhase.WORKING
        self.changed.emit()

    def _done(self, account: Account) -> None:
        self._reset(SignInPhase.DONE)
        self.finished.emit(account)
