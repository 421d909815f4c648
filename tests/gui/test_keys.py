"""Keys that are changed, kept in a file, and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.domain.notice import NoticeCode
from desktop.services.keys_file import KeysFile
from desktop.viewmodels.keys_vm import KeysViewModel
from desktop.views.change_key_dialog import ChangeKeyDialog
from desktop.views.shortcuts_dialog import ShortcutsDialog
from desktop.views.theme import tokens

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_a_key_is_changed_taken_from_another_and_kept(qtbot: QtBot, tmp_path: Path) -> None:
    file = KeysFile(tmp_path / "keys.toml")
    assert file.load() is None
    keys = KeysViewModel(file)
    page = ShortcutsDialog(tokens("light"), None, keys)
    qtbot.addWidget(page)
    dialog = ChangeKeyDialog(keys, tokens("light"))
    qtbot.addWidget(dialog)
    dialog.command.setCurrentIndex(dialog.command.findData("refresh"))
    assert dialog.edit.keySequence() == QKeySequence("F5")
    assert not dialog.default.isEnabled()
    dialog.edit.setKeySequence(QKeySequence("Ctrl+B"))
    assert "Show or hide the composer" in dialog.said.text()
    dialog.save.click()
    assert keys.keys_of("refresh", ()) == ("Ctrl+B", "Ctrl+R")
    assert keys.keys_of("toggle_composer", ("Ctrl+B",)) == ()
    shown = {label.text() for label in page.findChildren(QLabel)}
    assert "Ctrl+B  Ctrl+R" in shown
    again = KeysFile(tmp_path / "keys.toml")
    assert again.load() is None
    assert again.keys == file.keys
    dialog.default.click()
    assert keys.keys_of("refresh", ("F5",)) == ("F5",)
    keys.reset()
    assert file.keys == {}


def test_a_broken_file_is_moved_aside(tmp_path: Path) -> None:
    path = tmp_path / "keys.toml"
    path.write_text("[keys\n")
    file = KeysFile(path)
    notice = file.load()
    assert notice is not None
    assert notice.code is NoticeCode.FILE_MOVED_ASIDE
    assert file.keys == {}
    path.write_text('[keys]\nfind = "Ctrl+F"\nsolo = ["Ctrl+J", 3]\n')
    assert file.load() is None
    assert file.keys == {"solo": ("Ctrl+J",)}
