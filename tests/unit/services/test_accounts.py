from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec
import pytest

from desktop.domain.account import ACCOUNT_COLOURS, Account, AccountId, Capabilities, Limits
from desktop.domain.notice import NoticeCode
from desktop.domain.timeline_kind import TimelineKind
from desktop.services.accounts import Accounts


def an_account(nick: str = "claire", **more: object) -> Account:
    values = {
        "id": AccountId(f"mastodon:{nick}@example.org"), "network": "mastodon",
        "server": "https://example.org", "handle": f"{nick}@example.org", "profile_id": "1",
        "capabilities": Capabilities(
            timelines=frozenset({TimelineKind.HOME, TimelineKind.LOCAL}), can_stream=True,
            limits=Limits(max_characters=11_000),
        ),
    } | more  # fmt: skip
    return Account(**values)  # type: ignore[arg-type]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "accounts.toml"


def test_what_was_added_is_there_again(path: Path) -> None:
    accounts = Accounts(path)
    assert accounts.load() is None
    heard: list[tuple[Account, ...]] = []
    accounts.changed.connect(heard.append)
    claire, bob = accounts.add(an_account()), accounts.add(an_account("bob"))
    again = Accounts(path)
    assert again.load() is None
    assert again.all == (claire, bob) == heard[-1]
    assert again.get(claire.id) == claire
    assert again.get(AccountId("x")) is None


def test_colours_are_the_first_that_are_free(path: Path) -> None:
    accounts = Accounts(path)
    added = [accounts.add(an_account(f"n{number}")) for number in range(len(ACCOUNT_COLOURS))]
    assert [account.colour for account in added] == list(ACCOUNT_COLOURS)
    accounts.remove(added[2].id)
    assert accounts.add(an_account("new")).colour == ACCOUNT_COLOURS[2]
    assert accounts.add(an_account("more")).colour == ACCOUNT_COLOURS[0]


def test_adding_again_keeps_colour_and_place(path: Path) -> None:
    accounts = Accounts(path)
    accounts.add(an_account())
    bob = accounts.add(an_account("bob"))
    accounts.add(an_account("eve"))
    again = accounts.add(an_account("bob", name="Bob B."))
    assert again.colour == bob.colour
    assert [account.display_name for account in accounts.all] == ["claire", "Bob B.", "eve"]


def test_updates_are_written_and_told_only_when_something_changed(path: Path) -> None:
    accounts = Accounts(path)
    claire = accounts.add(an_account())
    heard: list[object] = []
    accounts.changed.connect(heard.append)
    accounts.update(claire)
    assert heard == []
    accounts.update(msgspec.structs.replace(claire, name="Claire"))
    accounts.remove(claire.id)
    accounts.update(claire)
    assert accounts.all == ()
    assert len(heard) == 2


def test_an_account_for_this_run_is_not_written(path: Path) -> None:
    accounts = Accounts(path)
    accounts.add(an_account())
    accounts.add(an_account("guest", is_kept=False))
    assert len(accounts.all) == 2
    assert "guest" not in path.read_text()


def test_odd_capabilities_cost_only_themselves(path: Path) -> None:
    Accounts(path).add(an_account())
    path.write_text(path.read_text().replace('"home"', '"holograms"'))
    accounts = Accounts(path)
    assert accounts.load() is None
    assert accounts.all[0].handle == "claire@example.org"
    assert accounts.all[0].capabilities == Capabilities()


def test_what_cannot_be_understood_stays_in_the_file(path: Path) -> None:
    path.write_text('future = true\n[[account]]\nid = "telepathy:x"\nmind = 3\n')
    accounts = Accounts(path)
    notice = accounts.load()
    assert notice is not None
    assert notice.code is NoticeCode.ENTRIES_UNKNOWN
    accounts.add(an_account())
    written = tomllib.loads(path.read_text())
    assert written["future"] is True
    assert {"id": "telepathy:x", "mind": 3} in written["account"]
    assert len(written["account"]) == 2


def test_a_broken_file_is_moved_aside(path: Path) -> None:
    path.write_text("[[account")
    notice = Accounts(path).load()
    assert notice is not None
    assert notice.code is NoticeCode.FILE_MOVED_ASIDE
