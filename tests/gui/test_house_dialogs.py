"""The dialogs, on real widgets."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.domain.account import SessionState
from desktop.domain.errors import SignInError, SignInProblem
from desktop.domain.query import HasKind, SavedSearch
from desktop.domain.settings import ProxyKind, Settings, Theme
from desktop.domain.timeline_kind import TimelineKind
from desktop.viewmodels import keywords_vm
from desktop.viewmodels.settings_form import rows
from desktop.viewmodels.sign_in_vm import SignInPhase
from desktop.views.accounts_dialog import AccountsDialog
from desktop.views.add_column_dialog import AddColumnDialog, EditKeywordsDialog
from desktop.views.log_dialog import LogDialog
from desktop.views.main_window import MainWindow
from desktop.views.settings_dialog import SettingsDialog
from desktop.views.shortcuts import commands
from desktop.views.shortcuts_dialog import ShortcutsDialog
from desktop.views.sign_in_dialog import SignInDialog
from tests.gui.house_parts import ATELIER, CLAIRE, House, account, own_loop, post

LEFT = Qt.MouseButton.LeftButton

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""What the offscreen platform says of real windows."""


@pytest.fixture
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    yield from own_loop()


@pytest.fixture
def house(
    qtbot: QtBot,
    tmp_path: Path,
    loop: asyncio.AbstractEventLoop,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[House]:
    monkeypatch.setattr(keywords_vm, "PREVIEW_AFTER", 0.0)
    house = House(tmp_path, loop, account(), account(ATELIER, "Atelier", 1))
    yield house
    house.deck.close()


@pytest.fixture
def window(qtbot: QtBot, house: House) -> MainWindow:
    window = house.window()
    qtbot.addWidget(window)
    house.scope.settle()
    return window


def _choose(dialog: AddColumnDialog, kind: TimelineKind) -> None:
    dialog.choose_kind(kind)
    QApplication.processEvents()


def _added(window: MainWindow) -> AddColumnDialog:
    window.dialogs.add_column()
    dialog = window.dialogs.current("addColumnDialog")
    assert isinstance(dialog, AddColumnDialog)
    return dialog


def _all_named(dialog: QWidget) -> None:
    kinds = (QAbstractButton, QLineEdit, QComboBox, QSpinBox, QListWidget)
    for kind in kinds:
        for control in dialog.findChildren(kind):
            if control.objectName().startswith("qt_"):
                continue
            assert control.objectName(), control
            if control.isVisibleTo(dialog):
                assert control.accessibleName(), control.objectName()


def test_a_home_column_is_added(qtbot: QtBot, house: House, window: MainWindow) -> None:
    dialog = _added(window)
    _all_named(dialog)
    qtbot.mouseClick(dialog.add_button, LEFT)
    (column,) = house.deck_file.current.columns
    assert column.sources[0].kind is TimelineKind.HOME
    assert column.sources[0].account == CLAIRE
    assert window.dialogs.current("addColumnDialog") is None


def test_only_the_accounts_kinds_are_offered(
    qtbot: QtBot, house: House, window: MainWindow
) -> None:
    dialog = _added(window)
    offered = [dialog.kinds.item(row).text() for row in range(dialog.kinds.count())]
    assert "Home" in offered
    assert "Keywords" in offered
    assert "Federated" not in offered


def test_a_hashtag_column_completes_its_tag(qtbot: QtBot, house: House, window: MainWindow) -> None:
    dialog = _added(window)
    _choose(dialog, TimelineKind.HASHTAG)
    assert not dialog.add_button.isEnabled()
    qtbot.keyClicks(dialog.tag, "#ca")
    house.scope.settle()
    completer = dialog.tag.completer()
    assert completer is not None
    assert completer.completionModel().rowCount() == 2
    qtbot.keyClicks(dialog.tag, "turday")
    house.scope.settle()
    qtbot.mouseClick(dialog.add_button, LEFT)
    assert house.deck_file.current.columns[0].sources[0].parameter == "caturday"


def test_a_list_is_chosen_from_the_servers(qtbot: QtBot, house: House, window: MainWindow) -> None:
    dialog = _added(window)
    _choose(dialog, TimelineKind.LIST)
    house.scope.settle()
    assert [dialog.lists.item(row).text() for row in range(2)] == ["Colleagues", "Birds"]
    dialog.lists.setCurrentRow(1)
    qtbot.mouseClick(dialog.add_button, LEFT)
    (column,) = house.deck_file.current.columns
    assert (column.sources[0].parameter, column.subject) == ("8", "Birds")
    assert window.deck_view.views[0].header.title == "Birds"


def test_a_person_is_found_by_handle(qtbot: QtBot, house: House, window: MainWindow) -> None:
    dialog = _added(window)
    _choose(dialog, TimelineKind.PROFILE)
    qtbot.keyClicks(dialog.person, "@bea@bea.example")
    qtbot.keyClick(dialog.person, Qt.Key.Key_Return)
    house.scope.settle()
    assert dialog.add_button.isEnabled()
    qtbot.mouseClick(dialog.add_button, LEFT)
    (column,) = house.deck_file.current.columns
    assert (column.sources[0].parameter, column.subject) == ("p9", "Bea Kim")


def test_keywords_raw_form_mark_preview_and_save(
    qtbot: QtBot, house: House, window: MainWindow
) -> None:
    house.found = (post(1, "la veille du jour"), post(2, "veille"))
    window.dialogs.search()
    dialog = window.dialogs.current("addColumnDialog")
    assert isinstance(dialog, AddColumnDialog)
    form = dialog.keywords
    qtbot.keyClicks(form.query, 'veille "jo')
    house.scope.settle()
    assert form.query.mark[0] == 7
    assert "quotation mark" in form.problem.text()
    assert not dialog.add_button.isEnabled()
    qtbot.keyClicks(form.query, 'ur"')
    house.scope.settle()
    assert form.query.mark == (0, 0)
    assert form.fields["phrase"].text() == "jour"
    qtbot.keyClicks(form.fields["none_words"], "sport")
    form.has[HasKind.LINK].click()
    house.scope.settle()
    assert form.query.text() == 'veille "jour" has:link -sport'
    assert form.preview.count() == 2
    assert form.preview_text.text() == "2 matches"
    form.accounts[ATELIER].click()
    house.scope.settle()
    _all_named(dialog)
    qtbot.mouseClick(dialog.add_button, LEFT)
    (column,) = house.deck_file.current.columns
    assert column.search is not None
    assert column.search.text == 'veille "jour" has:link -sport'
    assert column.search.accounts == (CLAIRE,)
    assert column.sources[0].kind is TimelineKind.SAVED_SEARCH


def test_keywords_of_a_column_are_edited(qtbot: QtBot, house: House, window: MainWindow) -> None:
    house.add("s", TimelineKind.SAVED_SEARCH, search=SavedSearch(id="s", text="cats"))
    window.dialogs.edit_search("s")
    dialog = window.dialogs.current("editKeywordsDialog")
    assert isinstance(dialog, EditKeywordsDialog)
    assert dialog.form.fields["all_words"].text() == "cats"
    dialog.form.query.selectAll()
    qtbot.keyClicks(dialog.form.query, "dogs OR")
    assert not dialog.save_button.isEnabled()
    qtbot.keyClicks(dialog.form.query, " birds")
    qtbot.mouseClick(dialog.save_button, LEFT)
    house.scope.settle()
    assert house.deck_file.current.columns[0].search == SavedSearch(id="s", text="dogs OR birds")


def test_settings_hold_at_once(qtbot: QtBot, house: House, window: MainWindow) -> None:
    window.dialogs.settings()
    dialog = window.dialogs.current("settingsDialog")
    assert isinstance(dialog, SettingsDialog)
    _all_named(dialog)
    chosen, fields = dialog.fields["theme"], dialog.fields
    assert isinstance(chosen, QComboBox)
    chosen.setCurrentIndex(chosen.findData("dark"))
    assert house.settings_file.value.theme is Theme.DARK
    assert not fields["proxy_host"].isEnabled()
    proxy = fields["proxy_kind"]
    assert isinstance(proxy, QComboBox)
    proxy.setCurrentIndex(proxy.findData("socks5"))
    assert house.settings_file.value.proxy_kind is ProxyKind.SOCKS5
    assert fields["proxy_host"].isEnabled()
    box, number = fields["show_images"], fields["undo_send_seconds"]
    assert isinstance(box, QCheckBox)
    assert isinstance(number, QSpinBox)
    box.click()
    number.setValue(30)
    assert (house.settings.value.show_images, house.settings.value.undo_send_seconds) == (False, 30)
    reset = dialog.findChild(QPushButton, "settingsReset")
    assert reset is not None
    qtbot.mouseClick(reset, LEFT)
    assert house.settings_file.value == Settings()
    assert box.isChecked()


def test_every_setting_has_a_row() -> None:
    names = [row.name for row in rows()]
    assert sorted(names) == sorted(set(Settings.__struct_fields__) - {"form"})
    assert all(row.label for row in rows())


def test_accounts_colour_and_sign_out_after_asking(
    qtbot: QtBot, house: House, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.sessions.states[ATELIER] = SessionState.LOCKED
    window.dialogs.accounts()
    dialog = window.dialogs.current("accountsDialog")
    assert isinstance(dialog, AccountsDialog)
    assert "keyring is locked" in dialog.cards[1].state.text()
    swatch = dialog.cards[0].findChild(QAbstractButton, "accountColour3")
    assert swatch is not None
    qtbot.mouseClick(swatch, LEFT)
    assert house.accounts.get(CLAIRE).colour == "#C2843A"
    asked: list[str] = []

    def answer(box: QMessageBox) -> int:
        asked.append(box.text())
        box.buttons()[0].click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    button = dialog.cards[0].findChild(QPushButton, "accountSignOut")
    assert button is not None
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda box: box.buttons()[0])
    qtbot.mouseClick(button, LEFT)
    house.scope.settle()
    assert "Sign out Claire?" in asked[0]
    assert len(dialog.cards) == 1


class Server:
    def ways(self, network: str) -> tuple[str, ...]:
        return ("password",) if network == "bluesky" else ("browser",)

    pending = None

    async def run(self, *arguments: Any, on_step: Any) -> Any:
        raise SignInError(SignInProblem.NOT_THIS_API)


def test_sign_in_says_what_went_wrong(qtbot: QtBot, house: House, window: MainWindow) -> None:
    house.sign_in = Server()
    window.dialogs.sign_in()
    dialog = window.dialogs.current("signInDialog")
    assert isinstance(dialog, SignInDialog)
    _all_named(dialog)
    assert not dialog.main_button.isEnabled()
    qtbot.keyClicks(dialog.server, "example.org")
    qtbot.mouseClick(dialog.main_button, LEFT)
    assert dialog.pages.currentWidget() is not None
    assert not dialog.main_button.isVisibleTo(dialog)
    house.scope.settle()
    assert "no server of that network" in dialog.problem.text()
    assert dialog.main_button.isVisibleTo(dialog)


def test_sign_in_shows_the_address_while_the_browser_is_awaited(
    qtbot: QtBot, house: House, window: MainWindow
) -> None:
    house.sign_in = Server()
    window.dialogs.sign_in()
    dialog = window.dialogs.current("signInDialog")
    assert isinstance(dialog, SignInDialog)
    view_model = dialog._sign_in
    view_model.phase = SignInPhase.BROWSER
    view_model.url = "https://example.org/oauth/authorize"
    view_model.changed.emit()
    copy = dialog.findChild(QPushButton, "signInCopyUrl")
    assert copy is not None
    assert dialog.url.text() == view_model.url
    qtbot.mouseClick(copy, LEFT)
    assert QGuiApplication.clipboard().text() == view_model.url
    qtbot.mouseClick(dialog.cancel_button, LEFT)
    assert view_model.phase is SignInPhase.ASKING


def test_all_keys_are_on_one_page(qtbot: QtBot, house: House, window: MainWindow) -> None:
    window.dialogs.shortcuts()
    dialog = window.dialogs.current("shortcutsDialog")
    assert isinstance(dialog, ShortcutsDialog)
    for command in commands():
        if command.keys:
            assert dialog.findChild(QWidget, f"key:{command.name}") is not None


def test_no_key_is_given_twice(window: MainWindow) -> None:
    keys = [key for command in commands() for key in command.keys]
    assert len(keys) == len(set(keys))
    assert set(window.commands.actions) == {command.name for command in commands()}


def test_the_log_is_shown_and_copied(qtbot: QtBot, house: House, window: MainWindow) -> None:
    window.dialogs.log()
    dialog = window.dialogs.current("logDialog")
    assert isinstance(dialog, LogDialog)
    assert dialog.text.toPlainText() == house.log_text()
    window.commands.actions["copy_log"].trigger()
    assert QGuiApplication.clipboard().text() == house.log_text()


def test_the_menu_holds_every_command(window: MainWindow) -> None:
    shown = {action.text() for action in window.commands.menu().actions() if action.text()}
    assert shown == {command.text for command in commands() if command.in_menu}


def test_a_post_is_deleted_only_after_yes(
    qtbot: QtBot, house: House, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = post(5, "mine", account_profile())
    menu = window.post_menu.build(own)
    names = [action.objectName() for action in menu.actions() if action.objectName()]
    assert "delete" in names
    assert "block_author" not in names
    answers = iter([1, 0])
    monkeypatch.setattr(QMessageBox, "exec", lambda box: 0)
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda box: box.buttons()[next(answers)])
    window.post_menu.request(own, "delete")
    house.scope.settle()
    assert house.actions.calls == []
    window.post_menu.request(own, "delete")
    house.scope.settle()
    assert house.actions.calls == [("delete", "5")]


def account_profile() -> Any:
    from desktop.domain.profile import Profile

    one = account()
    return Profile(id=one.profile_id, handle=one.handle, name=one.name)


def test_a_window_of_another_size_is_remembered_in_the_profile(
    qtbot: QtBot, house: House, window: MainWindow
) -> None:
    window.close()
    assert isinstance(house.memory, QSettings)
    assert Path(house.memory.fileName()).is_file()
