from __future__ import annotations

import importlib
import tomllib
from pathlib import Path

import pytest

from desktop.domain.notice import NoticeCode
from desktop.domain.settings import SETTINGS_FORM
from desktop.services import accounts, deck_file, settings_file
from desktop.services.forms import Document, Upgrades, load_document, to_toml

FILES = {
    "settings_file": (settings_file.UPGRADES, SETTINGS_FORM),
    "accounts": (accounts.UPGRADES, accounts.ACCOUNTS_FORM),
    "deck_file": (deck_file.UPGRADES, deck_file.DECK_FORM),
}


def missing_tests(module: object, upgrades: Upgrades) -> list[str]:
    names = [f"test_upgrade_to_{number}" for number in upgrades.steps]
    return [name for name in names if not hasattr(module, name)]


@pytest.mark.parametrize("name", FILES)
def test_every_form_has_its_upgrade_and_every_upgrade_its_test(name: str) -> None:
    upgrades, form = FILES[name]
    assert set(upgrades.steps) == set(range(2, form + 1))
    module = importlib.import_module(f"tests.unit.services.test_{name}")
    assert missing_tests(module, upgrades) == []


def test_a_missing_test_would_be_found() -> None:
    upgrades = Upgrades()
    upgrades.upgrade(2)(lambda _: None)
    assert missing_tests(object(), upgrades) == ["test_upgrade_to_2"]


@pytest.fixture
def upgrades() -> Upgrades:
    upgrades = Upgrades()

    @upgrades.upgrade(3)
    def double(document: Document) -> None:
        document["size"] *= 2

    @upgrades.upgrade(2)
    def rename(document: Document) -> None:
        document["size"] = document.pop("width")

    return upgrades


def test_upgrades_run_in_order_from_where_the_file_is(upgrades: Upgrades) -> None:
    first: Document = {"width": 4}
    assert upgrades.apply(first, 3)
    assert first == {"size": 8, "form": 3}
    second: Document = {"form": 2, "size": 4}
    upgrades.apply(second, 3)
    assert second == {"size": 8, "form": 3}
    newer: Document = {"form": 9, "size": 4}
    assert not upgrades.apply(newer, 3)
    assert newer == {"form": 9, "size": 4}


def test_two_upgrades_to_one_form_are_a_mistake(upgrades: Upgrades) -> None:
    with pytest.raises(ValueError):
        upgrades.upgrade(2)(lambda _: None)


@pytest.mark.parametrize("content", [b"= broken", b"\xff\xfe\x00", b"form = 1\n"])
def test_what_cannot_be_read_or_upgraded_is_moved_aside(
    content: bytes, upgrades: Upgrades, tmp_path: Path
) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(content)
    document, notice = load_document(path, upgrades, 3)
    assert document == {}
    assert notice is not None
    assert notice.code is NoticeCode.FILE_MOVED_ASIDE
    assert Path(notice.values["aside"]).read_bytes() == content
    assert not path.exists()


def test_none_is_left_out() -> None:
    text = to_toml({"a": None, "b": [{"c": None, "d": 1}], "e": (1, 2)}).decode()
    assert tomllib.loads(text) == {"b": [{"d": 1}], "e": [1, 2]}
