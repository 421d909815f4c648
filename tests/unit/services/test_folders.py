from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop.services.folders import Folders, ProfileError


def test_a_profile_lies_below_its_folder(tmp_path: Path) -> None:
    folders = Folders.under(tmp_path / "profile")
    folders.prepare()
    for folder in (folders.config, folders.data, folders.cache, folders.logs):
        assert folder.is_dir()
        assert folder.is_relative_to(tmp_path / "profile")
        assert list(folder.iterdir()) == []
        if os.name != "nt":
            assert folder.stat().st_mode & 0o077 == 0
    folders.prepare()


def test_a_relative_profile_is_made_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Folders.under(Path("here")).data == tmp_path / "here" / "data"


def test_this_users_folders_are_named_after_us() -> None:
    folders = Folders.of_this_user()
    assert all("voliere" in str(folder) for folder in (folders.config, folders.data, folders.cache))


def test_a_file_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / "profile").write_text("a file")
    with pytest.raises(ProfileError) as caught:
        Folders.under(tmp_path / "profile").prepare()
    assert caught.value.path == tmp_path / "profile" / "config"


def test_a_folder_that_cannot_be_written_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    with pytest.raises(ProfileError) as caught:
        Folders.under(tmp_path).prepare()
    assert caught.value.reason == "Permission denied"
