"""The one door to the system's keyring (Secret Service, Keychain, Credential Locker).

Tokens and client secrets live there and in memory, never in a file: a backend that writes
files, that forgets, or that is none at all counts as no keyring. Every call runs in a thread
of its own, since a keyring may ask the user for a password and answer minutes later.

Keep what is saved small: Windows takes at most 2,560 bytes a secret, as UTF-16, that is some
1,200 characters of JSON.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from desktop.domain.account import AccountId, Credentials
from desktop.domain.errors import SecretsUnavailable

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

T = TypeVar("T")

_log = logging.getLogger(__name__)

SERVICE = "voliere"
TIMEOUT = 60.0
"""Seconds that a keyring has, the user's typing of its password included."""

_NO_KEYRINGS = ("keyring.backends.null", "keyring.backends.fail", "keyrings.alt")


class Secrets:
    """Credentials of our accounts, and registrations of this app with servers.

    `service` parts profiles from each other. `backend` None: the system's own, found at the
    first use. All coroutines raise SecretsUnavailable.
    """

    def __init__(
        self,
        service: str = SERVICE,
        *,
        backend: KeyringBackend | None = None,
        timeout: float = TIMEOUT,
    ) -> None:
        self._service = service
        self._backend = backend
        self._timeout = timeout
        self._held: dict[str, Credentials] = {}
        self._turn = asyncio.Lock()

    def __repr__(self) -> str:
        return f"Secrets({self._service!r})"

    async def load(self, account: AccountId) -> Credentials | None:
        """None: there are none, or they cannot be read as ours. What is held goes first."""
        return await self._load(account)

    async def save(self, account: AccountId, credentials: Credentials) -> None:
        await self._save(account, credentials)

    async def forget(self, account: AccountId) -> None:
        """Also what is held for this run; nothing to forget is no error."""
        await self._forget(account)

    def hold(self, account: AccountId, credentials: Credentials) -> None:
        """Keep them in memory, until the app ends or `forget`."""
        self._held[account] = credentials

    def is_held(self, account: AccountId) -> bool:
        return account in self._held

    async def load_registration(self, server: str) -> Credentials | None:
        return await self._load(_registration(server))

    async def save_registration(self, server: str, credentials: Credentials) -> None:
        await self._save(_registration(server), credentials)

    async def forget_registration(self, server: str) -> None:
        await self._forget(_registration(server))

    async def _load(self, name: str) -> Credentials | None:
        if name in self._held:
            return self._held[name]
        text = await self._call(lambda backend: backend.get_password(self._service, name))
        if text is None:
            return None
        try:
            return Credentials(values=msgspec.json.decode(text, type=dict[str, str]))
        except msgspec.MsgspecError:
            _log.warning("a secret in the keyring is not in our form")
            return None

    async def _save(self, name: str, credentials: Credentials) -> None:
        text = msgspec.json.encode(credentials.values).decode()

        def save(backend: KeyringBackend) -> None:
            backend.set_password(self._service, name, text)
            if backend.get_password(self._service, name) != text:
                from keyring.errors import PasswordSetError

                raise PasswordSetError("not kept")

        await self._call(save)
        self._held.pop(name, None)

    async def _forget(self, name: str) -> None:
        if self._held.pop(name, None) is not None:
            # Held because there was no keyring: there is nothing else to forget then.
            try:
                await self._call(self._delete(name))
            except SecretsUnavailable:
                return
        else:
            await self._call(self._delete(name))

    def _delete(self, name: str) -> Callable[[KeyringBackend], None]:
        def delete(backend: KeyringBackend) -> None:
            if backend.get_password(self._service, name) is not None:
                backend.delete_password(self._service, name)

        return delete

    async def _call(self, work: Callable[[KeyringBackend], T]) -> T:
        """One call at a time: two prompts for the same password would be one too many."""

        def run() -> T:
            # Imported here, in the thread: it takes long, and the window needs no secrets.
            from keyring import get_keyring
            from keyring.errors import NoKeyringError

            backend = self._backend or get_keyring()
            if not keeps_secrets(backend):
                raise NoKeyringError("no keyring")
            return work(backend)

        async with self._turn:
            try:
                return await asyncio.wait_for(_in_thread(run), self._timeout)
            except TimeoutError:
                _log.warning("the keyring does not answer")
                raise SecretsUnavailable(locked=True) from None
            except (asyncio.CancelledError, SecretsUnavailable):
                raise
            except Exception as error:
                # No text of a backend's error is let through: it may quote what it was given.
                locked = _is_locked(error)
                _log.warning("keyring: %s", type(error).__name__)
                raise SecretsUnavailable(locked=locked) from None


def keeps_secrets(backend: KeyringBackend) -> bool:
    """False for the backends that have no keyring behind them, or a mere file."""
    inner = getattr(backend, "backends", None)
    if inner is not None:
        chain = list(inner)
        return bool(chain) and all(keeps_secrets(one) for one in chain)
    return not type(backend).__module__.startswith(_NO_KEYRINGS)


def _registration(server: str) -> str:
    return f"registration:{server}"


def _is_locked(error: BaseException) -> bool:
    """secretstorage's own errors come through keyring's Secret Service backend unwrapped."""
    names = {kind.__name__ for kind in type(error).__mro__}
    return bool(names & {"KeyringLocked", "LockedException", "PromptDismissedException"})


async def _in_thread(work: Callable[[], T]) -> T:
    """Run it in a thread that does not keep the app from ending when it hangs."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()

    def tell(set_it: Callable[[Any], None], value: object) -> None:
        if not done.done():
            set_it(value)

    def run() -> None:
        try:
            result = work()
        except BaseException as error:
            outcome: tuple[Callable[[Any], None], object] = (done.set_exception, error)
        else:
            outcome = (done.set_result, result)
        try:
            loop.call_soon_threadsafe(tell, *outcome)
        except RuntimeError:
            pass  # the loop has ended meanwhile

    threading.Thread(target=run, name="keyring", daemon=True).start()
    return await done
