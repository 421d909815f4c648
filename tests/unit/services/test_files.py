from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop.services.files import move_aside, older_copies, write_atomically


def test_writes_anew_and_over(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "a.toml"
    write_atomically(path, b"one")
    write_atomically(path, b"two")
    assert path.read_bytes() == b"two"
    assert [entry.name for entry in path.parent.iterdir()] == ["a.toml"]
    if os.name != "nt":
        assert path.stat().st_mode & 0o077 == 0


def test_a_failed_write_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.toml"
    write_atomically(path, b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, b"new", copies=3)
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.toml"]


def test_keeps_older_copies_newest_first(tmp_path: Path) -> None:
    path = tmp_path / "deck.toml"
    for number in range(6):
        write_atomically(path, str(number).encode(), copies=3)
    assert path.read_bytes() == b"5"
    assert [copy.read_bytes() for copy in older_copies(path)] == [b"4", b"3", b"2"]


def test_a_burst_of_changes_makes_one_copy(tmp_path: Path) -> None:
    path = tmp_path / "deck.toml"
    write_atomically(path, b"yesterday", copies=3, copy_every=60)
    for number in range(9):
        write_atomically(path, str(number).encode(), copies=3, copy_every=60)
    assert [copy.read_bytes() for copy in older_copies(path)] == [b"yesterday"]
    copy = older_copies(path)[0]
    os.utime(copy, (copy.stat().st_atime, copy.stat().st_mtime - 61))
    write_atomically(path, b"later", copies=3, copy_every=60)
    assert [copy.read_bytes() for copy in older_copies(path)] == [b"8", b"yesterday"]


def test_what_is_broken_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    names = []
    for content in ("x", "y"):
        path.write_text(content)
        names.append(move_aside(path))
    assert [name.read_text() for name in names] == ["x", "y"]
    assert not path.exists()
