"""The demo as a network: sign-in without a browser, adapters into one shared world."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from desktop.domain.account import ACCOUNT_COLOURS, Account, Credentials
from desktop.domain.errors import NotSupported, SignedOut, SignInError, SignInProblem
from desktop.networks.base import SignInStart, SignInWay
from desktop.networks.demo.adapter import DemoAdapter
from desktop.networks.demo.chronicle import OURS
from desktop.networks.demo.demo_world import DemoWorld, make_account
from desktop.networks.demo.people import HOST, PEOPLE, SERVER, Person

NAME = "demo"
_TOKEN = "token"  # noqa: S105 - the name of a field


class DemoNetwork:
    """Opens accounts of one world, which is made when the first of them needs it."""

    def __init__(self, make_world: Callable[[], DemoWorld] = DemoWorld) -> None:
        self._make_world = make_world

    @cached_property
    def world(self) -> DemoWorld:
        return self._make_world()

    def open(
        self,
        account: Account,
        credentials: Credentials,
        http: object = None,  # noqa: ARG002 - other networks need it
        on_credentials: object = None,  # noqa: ARG002
    ) -> DemoAdapter:
        """Raises SignedOut for an account that the demo does not know."""
        person = self.world.facts.people.get(account.profile_id)
        if person is None or credentials.values.get(_TOKEN) != _token(person):
            raise SignedOut(NAME)
        return DemoAdapter(self.world, account)

    def sign_in(self, http: object = None) -> DemoSignIn:  # noqa: ARG002
        return DemoSignIn(self)

    def accounts(self) -> tuple[tuple[Account, Credentials], ...]:
        """The two that the demo opens with."""
        people = (person for person in PEOPLE if person.id in OURS)
        return tuple(self.account_of(person, ACCOUNT_COLOURS[n]) for n, person in enumerate(people))

    def account_of(self, person: Person, colour: str = "") -> tuple[Account, Credentials]:
        account = make_account(self.world.facts, person, colour)
        return account, Credentials(values={_TOKEN: _token(person)})


class DemoSignIn:
    """Signs in whoever is next: no password, no browser, no server."""

    def __init__(self, network: DemoNetwork) -> None:
        self._network = network

    @property
    def ways(self) -> tuple[SignInWay, ...]:
        return (SignInWay.BROWSER,)

    async def enter(self, name: str, password: str, server: str) -> tuple[Account, Credentials]:  # noqa: ARG002
        raise NotSupported("password")

    async def find_server(self, text: str) -> str:
        wanted = text.strip().lower().removeprefix("https://").rstrip("/").rpartition("@")[2]
        if wanted not in ("", NAME, HOST):
            raise SignInError(SignInProblem.NO_SUCH_SERVER, wanted)
        return SERVER

    async def begin(self, server: str, redirect_uri: str, language: str = "") -> SignInStart:
        """`language` is of no use here: nothing is shown."""
        return SignInStart(
            server=server,
            authorize_url="demo:",
            redirect_uri=redirect_uri,
            state=language,
            values={},
        )

    async def complete(self, start: SignInStart, code: str) -> tuple[Account, Credentials]:
        """Any code is right; a handle as code chooses that person. Else the next local one."""
        world = self._network.world
        if start.server != SERVER:
            raise SignInError(SignInProblem.NO_SUCH_SERVER, start.server)
        wanted = world.facts.handles.get(code.strip().removeprefix("@").lower(), "")
        local = [one for one in PEOPLE if one.is_local and not one.is_bot]
        free = [one for one in local if one.id not in world.facts.shelves]
        person = world.facts.people.get(wanted) or next(iter(free or local))
        world.arrive(person.id)
        return self._network.account_of(person)

    async def revoke(self, account: Account, credentials: Credentials) -> None:
        """The demo remembers no tokens: there is nothing to take back."""
        if account.network != NAME or _TOKEN not in credentials.values:
            raise SignInError(SignInProblem.REFUSED)


def _token(person: Person) -> str:
    return f"demo-{person.id}"


def demo_accounts() -> tuple[tuple[Account, Credentials], ...]:
    """The accounts that the demo opens with, without a world."""
    return DemoNetwork(lambda: DemoWorld(steps=0)).accounts()
