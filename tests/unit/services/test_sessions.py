from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import cast

import keyring.errors
import pytest

from desktop.domain.account import AccountId, Credentials, SessionState
from desktop.domain.errors import (
    NotFound,
    Offline,
    RateLimited,
    Rejected,
    SecretsUnavailable,
    ServerFault,
    SignedOut,
)
from desktop.domain.notice import NoticeCode
from desktop.networks.http import HttpClient
from desktop.services import sessions as sessions_module
from desktop.services.accounts import Accounts
from desktop.services.notices import Notices
from desktop.services.secrets import Secrets
from desktop.services.sessions import Sessions
from desktop.services.tasks import TaskScope
from tests.unit.services.fake_network import (
    ME,
    NOW,
    FakeNetwork,
    MemoryKeyring,
    an_account,
    changed,
    until,
)

TOKEN = Credentials(values={"access_token": "t1"})


class House:
    def __init__(self, path: Path) -> None:
        self.errors: list[BaseException] = []
        self.scope = TaskScope(self.errors.append, "test")
        self.keyring = MemoryKeyring()
        self.secrets = Secrets(backend=self.keyring)
        self.accounts = Accounts(path / "accounts.toml")
        self.notices = Notices()
        self.network = FakeNetwork()
        self.forgotten: list[AccountId] = []
        self.heard: list[AccountId] = []
        self.sessions = Sessions(
            self.accounts, self.secrets, {"fake": self.network}, cast("HttpClient", None),
            self.notices, self.scope, forget_data=self.forget,
        )  # fmt: skip
        self.sessions.changed.connect(self.heard.append)

    async def forget(self, account: AccountId) -> None:
        self.forgotten.append(account)

    async def add_saved(self, nick: str = "claire") -> AccountId:
        account = self.accounts.add(an_account(nick))
        await self.secrets.save(account.id, TOKEN)
        return account.id

    @property
    def codes(self) -> list[NoticeCode]:
        return [notice.code for notice in self.notices.current]


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    house = House(tmp_path)
    yield house
    await house.sessions.close()
    await house.scope.close()
    assert house.errors == []


async def test_opens_with_what_the_keyring_has(house: House) -> None:
    await house.add_saved()
    assert house.sessions.state(ME) is SessionState.OPENING
    with pytest.raises(Offline):
        house.sessions.adapter(ME)
    await house.sessions.open_all()
    assert house.sessions.state(ME) is SessionState.READY
    assert house.sessions.adapter(ME) is house.network.adapters[0]
    assert house.network.tokens == ["t1"]
    await house.sessions.open(ME)
    assert len(house.network.adapters) == 1
    assert house.heard == [ME]


async def test_opening_waits_for_no_server(house: House) -> None:
    await house.add_saved()

    def hang(adapter: object) -> None:
        cast("FakeNetwork", adapter).gates["refresh_account"] = asyncio.Event()  # type: ignore[attr-defined]
        adapter.answers["refresh_account"] = [an_account()]  # type: ignore[attr-defined]

    house.network.prepare = hang
    await asyncio.wait_for(house.sessions.open_all(), 1)
    assert house.sessions.state(ME) is SessionState.READY


async def test_name_picture_and_limits_are_refreshed(house: House) -> None:
    await house.add_saved("other")
    await house.add_saved()
    before = house.accounts.get(ME)
    assert before is not None
    house.network.prepare = lambda adapter: adapter.will(
        "refresh_account", changed(adapter.account, name="Neu", version="9", colour="#000000")
    )
    await house.sessions.open(ME)
    await until(lambda: house.accounts.get(ME) != before)
    after = house.accounts.get(ME)
    assert after == changed(before, name="Neu", version="9")


async def test_a_refresh_that_fails_is_tried_again(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions_module, "FIRST_RETRY", 0.005)
    await house.add_saved()
    house.network.prepare = lambda adapter: adapter.will(
        "refresh_account", Offline("example.org"), ServerFault(500), RateLimited(NOW),
        changed(adapter.account, name="Neu"),
    )  # fmt: skip
    await house.sessions.open(ME)
    await until(lambda: house.sessions.state(ME) is SessionState.OFFLINE)
    await until(lambda: house.accounts.all[0].name == "Neu")
    assert house.sessions.state(ME) is SessionState.READY
    assert house.notices.current == ()


async def test_no_credentials_means_signed_out_and_others_go_on(house: House) -> None:
    house.accounts.add(an_account())
    other = await house.add_saved("other")
    await house.sessions.open_all()
    assert house.sessions.state(ME) is SessionState.SIGNED_OUT
    assert house.sessions.state(other) is SessionState.READY
    with pytest.raises(SignedOut):
        house.sessions.adapter(ME)
    notice = house.notices.current[0]
    assert (notice.code, notice.action, notice.subject) == (NoticeCode.SIGNED_OUT, "sign_in", ME)


async def test_a_locked_keyring_can_be_tried_again(house: House) -> None:
    await house.add_saved()
    await house.add_saved("other")
    house.keyring.error = keyring.errors.KeyringLocked()
    await house.sessions.open_all()
    assert house.sessions.state(ME) is SessionState.LOCKED
    with pytest.raises(SecretsUnavailable) as caught:
        house.sessions.adapter(ME)
    assert caught.value.locked
    assert house.codes == [NoticeCode.SECRETS_LOCKED]
    house.keyring.error = None
    await house.sessions.open_all()
    assert house.sessions.state(ME) is SessionState.READY


async def test_unknown_accounts_are_not_found(house: House) -> None:
    with pytest.raises(NotFound):
        house.sessions.adapter(ME)
    await house.sessions.open(ME)
    house.sessions.report(ME, SignedOut())
    assert house.heard == []


async def test_a_token_no_longer_taken_is_said_once(house: House) -> None:
    await house.add_saved()
    await house.sessions.open(ME)
    for _ in range(5):
        house.sessions.report(ME, SignedOut())
    house.sessions.report(ME, None)
    assert house.sessions.state(ME) is SessionState.SIGNED_OUT
    assert house.codes == [NoticeCode.SIGNED_OUT]
    assert house.heard == [ME, ME]


async def test_offline_and_back(house: House) -> None:
    await house.add_saved()
    await house.sessions.open(ME)
    house.sessions.report(ME, Offline("example.org"))
    assert house.sessions.state(ME) is SessionState.OFFLINE
    assert house.sessions.adapter(ME)
    house.sessions.report(ME, Rejected("no"))
    assert house.sessions.state(ME) is SessionState.READY
    house.sessions.report(ME, Offline("example.org"))
    house.sessions.report(ME, None)
    assert house.sessions.state(ME) is SessionState.READY
    assert house.notices.current == ()


async def test_signing_in_again_closes_the_old_way_and_is_deaf_to_it(house: House) -> None:
    await house.add_saved()
    await house.sessions.open(ME)
    old = house.sessions.adapter(ME)
    house.sessions.report(ME, SignedOut(), old)
    await house.sessions.add(an_account(), Credentials(values={"access_token": "t2"}))
    assert house.sessions.state(ME) is SessionState.READY
    assert house.network.adapters[0].is_closed
    assert house.network.tokens == ["t1", "t2"]
    assert house.notices.current == ()
    house.sessions.report(ME, SignedOut(), old)
    assert house.sessions.state(ME) is SessionState.READY


async def test_new_tokens_are_kept_where_the_old_were(house: House) -> None:
    await house.add_saved()
    await house.sessions.open(ME)
    new = Credentials(values={"access_token": "t2"})
    keep = house.network.keepers[0]
    assert keep is not None
    keep(new)
    await until(lambda: house.scope.is_idle or "t2" in str(house.keyring.kept))
    assert "t2" in str(house.keyring.kept)
    house.secrets.hold(ME, new)
    keep(Credentials(values={"access_token": "t3"}))
    assert (await house.secrets.load(ME)) == Credentials(values={"access_token": "t3"})
    assert "t3" not in str(house.keyring.kept)


async def test_signing_out_leaves_nothing(house: House) -> None:
    await house.add_saved()
    await house.sessions.open(ME)
    await house.sessions.sign_out(ME)
    assert house.network.revoked == ["t1"]
    assert house.network.adapters[0].is_closed
    assert house.keyring.kept == {}
    assert house.accounts.all == ()
    assert house.forgotten == [ME]
    assert house.notices.current == ()
    await house.sessions.sign_out(ME)
    assert house.forgotten == [ME]


@pytest.mark.parametrize("error", [Offline("example.org"), ServerFault(500)])
async def test_a_token_that_was_not_revoked_is_said(house: House, error: Exception) -> None:
    await house.add_saved()
    await house.sessions.open(ME)
    house.network.errors["revoke"] = error
    await house.sessions.sign_out(ME)
    assert house.codes == [NoticeCode.NOT_REVOKED]
    assert house.accounts.all == ()
    assert house.forgotten == [ME]


async def test_closing_closes_all(house: House) -> None:
    await house.add_saved()
    await house.add_saved("other")
    await house.sessions.open_all()
    await house.sessions.close()
    assert all(adapter.is_closed for adapter in house.network.adapters)
    assert house.scope.is_idle
