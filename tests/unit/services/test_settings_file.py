from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec
import pytest

from desktop.domain.notice import NoticeCode
from desktop.domain.settings import ProxyKind, Settings, Theme
from desktop.services.settings_file import SettingsFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_no_file_means_defaults(path: Path) -> None:
    file = SettingsFile(path)
    assert file.load() is None
    assert file.value == Settings()
    assert not path.exists()


def test_keeps_what_was_set(path: Path) -> None:
    file = SettingsFile(path)
    heard: list[Settings] = []
    file.changed.connect(heard.append)
    file.update(theme=Theme.DARK, text_scale=120, proxy_kind="socks5", keep_days=1)
    file.update(theme=Theme.DARK)
    assert len(heard) == 1
    again = SettingsFile(path)
    assert again.load() is None
    assert again.value == file.value == heard[0]
    assert again.value.proxy_kind is ProxyKind.SOCKS5
    assert tomllib.loads(path.read_text())["theme"] == "dark"


@pytest.mark.parametrize(
    "changes", [{"text_scale": 500}, {"theme": "pink"}, {"streaming": "yes"}, {"keep_days": 0}]
)
def test_a_bad_value_is_refused(path: Path, changes: dict[str, object]) -> None:
    file = SettingsFile(path)
    with pytest.raises(msgspec.ValidationError):
        file.update(**changes)
    assert file.value == Settings()
    assert not path.exists()


@pytest.mark.parametrize("name", ["colour", "form"])
def test_an_unknown_name_is_refused(path: Path, name: str) -> None:
    with pytest.raises(TypeError):
        SettingsFile(path).update(**{name: 1})


def test_one_bad_value_costs_only_itself(path: Path) -> None:
    path.write_text('theme = "dark"\ntext_scale = 5000\ndensity = "airy"\nstreaming = false\n')
    file = SettingsFile(path)
    notice = file.load()
    assert notice is not None
    assert notice.code is NoticeCode.SETTINGS_RESET
    assert notice.values["names"] == "density, text_scale"
    assert file.value == Settings(theme=Theme.DARK, streaming=False)


def test_a_broken_file_is_moved_aside_and_said(path: Path) -> None:
    path.write_text("theme = [")
    file = SettingsFile(path)
    notice = file.load()
    assert notice is not None
    assert notice.code is NoticeCode.FILE_MOVED_ASIDE
    assert Path(notice.values["aside"]).read_text() == "theme = ["
    assert file.value == Settings()
    file.update(theme=Theme.LIGHT)
    assert SettingsFile(path).load() is None


def test_what_a_newer_version_wrote_is_kept(path: Path) -> None:
    path.write_text('form = 7\nfuture = "x"\ntheme = "light"\n[nested]\na = 1\n')
    file = SettingsFile(path)
    assert file.load() is None
    file.update(theme=Theme.DARK)
    written = tomllib.loads(path.read_text())
    assert written == {"form": 7, "future": "x", "theme": "dark", "nested": {"a": 1}}


def test_a_disk_that_is_full_does_not_take_the_change_back(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = SettingsFile(path)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        file.update(theme=Theme.DARK)
    assert file.value.theme is Theme.DARK
