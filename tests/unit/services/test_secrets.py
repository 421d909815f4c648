from __future__ import annotations

import asyncio
import json
import logging
import os
import shutil
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import keyring.backends.fail
import keyring.backends.null
import keyring.errors
import pytest
from keyring.backend import KeyringBackend

from desktop.domain.account import AccountId, Credentials
from desktop.domain.errors import SecretsUnavailable
from desktop.services.secrets import Secrets, keeps_secrets

ME = AccountId("mastodon:claire@example.org")
TOKEN = "t0ken-of-claire"
FAIL: KeyringBackend = keyring.backends.fail.Keyring()  # type: ignore[no-untyped-call]
NULL: KeyringBackend = keyring.backends.null.Keyring()  # type: ignore[no-untyped-call]
CREDENTIALS = Credentials(values={"access_token": TOKEN, "client_secret": "s"})


class MemoryKeyring(KeyringBackend):
    priority = 1

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.threads: set[int] = set()

    def get_password(self, service: str, username: str) -> str | None:
        self.threads.add(threading.get_ident())
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class FailingKeyring(MemoryKeyring):
    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def get_password(self, service: str, username: str) -> str | None:
        raise self.error

    def set_password(self, service: str, username: str, password: str) -> None:
        raise self.error


class ForgetfulKeyring(MemoryKeyring):
    def set_password(self, service: str, username: str, password: str) -> None:
        pass


async def test_saves_loads_and_forgets() -> None:
    backend = MemoryKeyring()
    secrets = Secrets(backend=backend)
    assert await secrets.load(ME) is None
    await secrets.save(ME, CREDENTIALS)
    assert await Secrets(backend=backend).load(ME) == CREDENTIALS
    await secrets.forget(ME)
    await secrets.forget(ME)
    assert await secrets.load(ME) is None
    assert backend.kept == {}


async def test_never_in_the_thread_of_the_loop() -> None:
    backend = MemoryKeyring()
    await Secrets(backend=backend).load(ME)
    assert threading.get_ident() not in backend.threads


async def test_registrations_and_profiles_are_kept_apart() -> None:
    backend = MemoryKeyring()
    one, two = Secrets("voliere", backend=backend), Secrets("voliere:/other", backend=backend)
    await one.save_registration("https://example.org", CREDENTIALS)
    assert await one.load_registration("https://example.org") == CREDENTIALS
    assert await one.load(AccountId("https://example.org")) is None
    assert await two.load_registration("https://example.org") is None
    await one.forget_registration("https://example.org")
    assert backend.kept == {}


@pytest.mark.parametrize("backend", [NULL, FAIL], ids=["null", "fail"])
async def test_no_keyring_is_said(backend: KeyringBackend) -> None:
    secrets = Secrets(backend=backend)
    for work in (secrets.load(ME), secrets.save(ME, CREDENTIALS), secrets.forget(ME)):
        with pytest.raises(SecretsUnavailable) as caught:
            await work
        assert not caught.value.locked


async def test_the_tests_themselves_have_no_keyring() -> None:
    with pytest.raises(SecretsUnavailable):
        await Secrets().load(ME)


def test_a_keyring_that_is_a_file_is_none() -> None:
    plain = type("PlaintextKeyring", (MemoryKeyring,), {"__module__": "keyrings.alt.file"})
    assert not keeps_secrets(plain())
    assert keeps_secrets(MemoryKeyring())
    chain = MemoryKeyring()
    chain.backends = [MemoryKeyring(), plain()]  # type: ignore[attr-defined]
    assert not keeps_secrets(chain)
    chain.backends = []  # type: ignore[attr-defined]
    assert not keeps_secrets(chain)


async def test_a_keyring_that_does_not_keep_is_none() -> None:
    with pytest.raises(SecretsUnavailable):
        await Secrets(backend=ForgetfulKeyring()).save(ME, CREDENTIALS)


async def test_a_locked_keyring_is_said() -> None:
    with pytest.raises(SecretsUnavailable) as caught:
        await Secrets(backend=FailingKeyring(keyring.errors.KeyringLocked("no"))).load(ME)
    assert caught.value.locked


async def test_no_error_quotes_the_secret(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    secrets = Secrets(backend=FailingKeyring(ValueError(f"cannot save {TOKEN}")))
    with pytest.raises(SecretsUnavailable) as caught:
        await secrets.save(ME, CREDENTIALS)
    assert TOKEN not in repr(caught.value)
    assert caught.value.__suppress_context__
    assert TOKEN not in caplog.text
    assert TOKEN not in repr(CREDENTIALS) + repr(secrets)


async def test_a_keyring_that_hangs_does_not_hang_us() -> None:
    release = threading.Event()

    class Hanging(MemoryKeyring):
        def get_password(self, service: str, username: str) -> str | None:
            release.wait(10)
            return None

    started = time.monotonic()
    with pytest.raises(SecretsUnavailable) as caught:
        await Secrets(backend=Hanging(), timeout=0.05).load(ME)
    release.set()
    assert caught.value.locked
    assert time.monotonic() - started < 5


async def test_one_call_at_a_time() -> None:
    running: list[int] = []
    most: list[int] = []

    class Slow(MemoryKeyring):
        def get_password(self, service: str, username: str) -> str | None:
            running.append(1)
            most.append(len(running))
            time.sleep(0.01)
            running.pop()
            return None

    secrets = Secrets(backend=Slow())
    await asyncio.gather(*(secrets.load(AccountId(str(number))) for number in range(5)))
    assert most == [1] * 5


async def test_held_for_this_run_only() -> None:
    secrets = Secrets(backend=NULL)
    secrets.hold(ME, CREDENTIALS)
    assert secrets.is_held(ME)
    assert await secrets.load(ME) == CREDENTIALS
    await secrets.forget(ME)
    assert not secrets.is_held(ME)


async def test_what_is_not_ours_is_nothing() -> None:
    backend = MemoryKeyring()
    backend.kept["voliere", ME] = "plain words"
    assert await Secrets(backend=backend).load(ME) is None


SAVE_LOAD_FORGET = """
    import asyncio, json
    from desktop.domain.account import AccountId, Credentials
    from desktop.services.secrets import Secrets

    async def main():
        me = AccountId("mastodon:élise@example.org")
        first = await Secrets().load(me)
        await Secrets().save(me, Credentials(values={"access_token": "ümlaut-" + "x" * 400}))
        loaded = await Secrets().load(me)
        await Secrets().save(me, Credentials(values={"access_token": "second"}))
        again = await Secrets().load(me)
        await Secrets().forget(me)
        gone = await Secrets().load(me)
        import keyring
        print(json.dumps([type(keyring.get_keyring()).__module__, first, loaded.values,
                          again.values, gone]))
    asyncio.run(main())
"""

LOCKED = """
    import asyncio, json, secretstorage
    from desktop.domain.account import AccountId, Credentials
    from desktop.domain.errors import SecretsUnavailable
    from desktop.services.secrets import Secrets

    async def main():
        me = AccountId("mastodon:claire@example.org")
        secrets = Secrets(timeout=8)
        await secrets.save(me, Credentials(values={"access_token": "x"}))
        bus = secretstorage.dbus_init()
        secretstorage.get_default_collection(bus).lock()
        said = []
        for work in (lambda: secrets.load(me), lambda: secrets.save(me, Credentials(values={}))):
            try:
                await work()
                said.append("opened")
            except SecretsUnavailable as error:
                said.append(error.locked)
        print(json.dumps(said))
    asyncio.run(main())
"""


def with_secret_service(script: str, tmp_path: Path) -> object:
    """Run it with a real gnome-keyring of its own, on a session bus of its own."""
    for program in ("dbus-run-session", "gnome-keyring-daemon"):
        assert shutil.which(program), f"{program} is needed: apt install gnome-keyring dbus"
    (tmp_path / "script.py").write_text(textwrap.dedent(script), encoding="utf-8")
    root = Path(__file__).resolve().parents[3]
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    environment = {
        "PATH": os.environ["PATH"], "HOME": str(tmp_path), "PYTHONPATH": str(root),
        "XDG_DATA_HOME": str(tmp_path / "data"), "XDG_RUNTIME_DIR": str(runtime),
        "XDG_CACHE_HOME": str(tmp_path / "cache"), "LANG": "C.UTF-8",
    }  # fmt: skip
    start = (
        "printf pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1;"
        f"exec {sys.executable} script.py"
    )
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", start], cwd=tmp_path, env=environment,
        capture_output=True, text=True, timeout=60, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    answer: object = json.loads(done.stdout.strip().splitlines()[-1])
    kept = b"".join(p.read_bytes() for p in (tmp_path / "data").rglob("*") if p.is_file())
    assert b"ACCESS_TOKEN" not in kept.upper(), "the daemon keeps it encrypted"
    return answer


@pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is Linux's")
def test_with_the_real_secret_service(tmp_path: Path) -> None:
    assert with_secret_service(SAVE_LOAD_FORGET, tmp_path) == [
        "keyring.backends.SecretService",
        None,
        {"access_token": "ümlaut-" + "x" * 400},
        {"access_token": "second"},
        None,
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is Linux's")
def test_with_a_real_locked_collection(tmp_path: Path) -> None:
    assert with_secret_service(LOCKED, tmp_path) == [True, True]
