"""Opens the window's dialogs, each at most once; the deck goes on living behind them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from desktop.domain.account import AccountId
from desktop.domain.column import Column
from desktop.domain.query import SavedSearch
from desktop.domain.timeline_kind import TimelineKind
from desktop.viewmodels.accounts_vm import AccountsViewModel
from desktop.viewmodels.add_column_vm import AddColumnViewModel
from desktop.viewmodels.column_setup_vm import ColumnSetupViewModel
from desktop.viewmodels.deck_vm import DeckViewModel
from desktop.viewmodels.keys_vm import KeysViewModel
from desktop.viewmodels.keywords_vm import KeywordsViewModel
from desktop.viewmodels.settings_form import SettingsViewModel
from desktop.viewmodels.sign_in_vm import SignInViewModel
from desktop.views.accounts_dialog import AccountsDialog
from desktop.views.add_column_dialog import AddColumnDialog, EditKeywordsDialog
from desktop.views.change_key_dialog import ChangeKeyDialog
from desktop.views.column_setup_dialog import ColumnSetupDialog
from desktop.views.icons import APP_ICON, icon_pixmap
from desktop.views.keywords_form import KeywordsForm
from desktop.views.log_dialog import LogDialog
from desktop.views.settings_dialog import SettingsDialog
from desktop.views.shortcuts_dialog import ShortcutsDialog
from desktop.views.sign_in_dialog import SignInDialog
from desktop.views.theme import Tokens


class DialogParts(Protocol):
    """Makes the viewmodels that live as long as their dialog; written by the composition
    root."""

    def make_sign_in(self) -> SignInViewModel: ...

    def make_add_column(self) -> AddColumnViewModel: ...

    def make_setup(self, column: Column) -> ColumnSetupViewModel: ...

    def make_keywords(self, search: SavedSearch) -> KeywordsViewModel: ...

    def log_text(self) -> str: ...

    def version(self) -> str: ...


class LetsGo(Protocol):
    def let_go(self) -> None: ...


class WindowDialogs(QObject):
    """One open dialog of each kind; a second wish brings it to the front."""

    browse_requested = Signal(str)

    def __init__(
        self,
        owner: QWidget,
        deck: DeckViewModel,
        accounts: AccountsViewModel,
        settings: SettingsViewModel,
        parts: DialogParts,
        tokens: Tokens,
        keys: KeysViewModel | None = None,
    ) -> None:
        super().__init__(owner)
        self._keys = keys
        self._owner = owner
        self._deck = deck
        self._accounts = accounts
        self._settings = settings
        self._parts = parts
        self.tokens = tokens
        self._open: dict[str, QDialog] = {}

    def current(self, name: str) -> QDialog | None:
        """The open dialog with this objectName."""
        return self._open.get(name)

    def sign_in(self, account_id: str = "") -> None:
        account = self._accounts.account(AccountId(account_id)) if account_id else None
        server = account.server if account is not None else ""
        view_model = self._parts.make_sign_in()
        if account is not None:
            view_model.again(account)
        view_model.browse_requested.connect(self.browse_requested)
        self._show(
            "signInDialog",
            lambda: SignInDialog(view_model, self.tokens, server, self._owner),
            view_model,
        )

    def accounts(self) -> None:
        def make() -> QDialog:
            dialog = AccountsDialog(self._accounts, self.tokens, self._owner)
            dialog.sign_in_wanted.connect(self.sign_in)
            return dialog

        self._show("accountsDialog", make)

    def settings(self) -> None:
        self._show(
            "settingsDialog",
            lambda: SettingsDialog(self._settings, self.tokens, self._owner),
        )

    def add_column(self) -> None:
        self._add_column(TimelineKind.HOME)

    def search(self) -> None:
        """Keywords first: the search that can be kept."""
        self._add_column(TimelineKind.SAVED_SEARCH)

    def _add_column(self, kind: TimelineKind) -> None:
        if not self._accounts.all:
            self.sign_in()
            return
        view_model = self._parts.make_add_column()

        def make() -> QDialog:
            dialog = AddColumnDialog(view_model, self.tokens, self._owner)
            dialog.chosen.connect(self._on_column)
            return dialog

        dialog = self._show("addColumnDialog", make, view_model)
        if isinstance(dialog, AddColumnDialog):
            dialog.choose_kind(kind)

    def edit_search(self, column_id: str) -> None:
        column = self._deck.column(column_id)
        if column is None or column.column.search is None:
            return
        keywords = self._parts.make_keywords(column.column.search)

        def make() -> QDialog:
            form = KeywordsForm(keywords, self.tokens)
            dialog = EditKeywordsDialog(form, self.tokens, self._owner)
            keywords.changed.connect(lambda: dialog.set_can_save(keywords.query is not None))
            dialog.accepted.connect(lambda: self._save_search(column_id, keywords))
            return dialog

        self._show("editKeywordsDialog", make, keywords)

    def set_up(self, column_id: str) -> None:
        """What a column shows; nothing changes before it is saved."""
        target = self._deck.column(column_id)
        if target is None or target.is_temporary or target.column.is_spacer:
            return
        setup = self._parts.make_setup(target.column)

        def make() -> QDialog:
            dialog = ColumnSetupDialog(setup, self.tokens, self._owner)
            dialog.source_wanted.connect(lambda: self._add_source(setup))
            dialog.accepted.connect(lambda: self._deck.change(setup.column))
            return dialog

        self._show("columnSetupDialog", make, setup)

    def _add_source(self, setup: ColumnSetupViewModel) -> None:
        view_model = self._parts.make_add_column()

        def make() -> QDialog:
            dialog = AddColumnDialog(view_model, self.tokens, self._owner, is_source=True)
            dialog.chosen.connect(setup.add_sources)
            return dialog

        self._show("addSourceDialog", make, view_model)

    def shortcuts(self) -> None:
        def make() -> QDialog:
            dialog = ShortcutsDialog(self.tokens, self._owner, self._keys)
            dialog.change_wanted.connect(self.change_key)
            return dialog

        self._show("shortcutsDialog", make)

    def change_key(self) -> None:
        keys = self._keys
        if keys is not None:
            self._show("changeKeyDialog", lambda: ChangeKeyDialog(keys, self.tokens, self._owner))

    def log(self) -> None:
        self._show(
            "logDialog",
            lambda: LogDialog(self._parts.log_text(), self.tokens, self._owner),
        )

    def copy_log(self) -> None:
        QGuiApplication.clipboard().setText(self._parts.log_text())

    def about(self) -> None:
        def make() -> QDialog:
            box = QMessageBox(self._owner)
            box.setTextFormat(Qt.TextFormat.PlainText)
            box.setWindowTitle(self.tr("About Volière"))
            box.setIconPixmap(icon_pixmap(APP_ICON, QColor("#000000"), 64))
            box.setText(self.tr("Volière {version}").format(version=self._parts.version()))
            box.setInformativeText(
                self.tr(
                    "Your timelines and keywords, side by side.\n"
                    "Free software under the MIT licence. Typeface: Inter (SIL Open Font Licence)."
                )
            )
            box.setStandardButtons(QMessageBox.StandardButton.Close)
            return box

        self._show("aboutDialog", make)

    def _on_column(self, column: Column) -> None:
        self._deck.add(column)

    def _save_search(self, column_id: str, keywords: KeywordsViewModel) -> None:
        column = self._deck.column(column_id)
        former = column.column.search if column is not None else None
        search = keywords.saved_search(former.id if former is not None else column_id)
        if search is not None:
            self._deck.edit_search(column_id, search)

    def _show(
        self, name: str, make: Callable[[], QDialog], view_model: LetsGo | None = None
    ) -> QDialog:
        dialog = self._open.get(name)
        if dialog is None:
            dialog = make()
            dialog.setObjectName(name)
            self._open[name] = dialog
            dialog.finished.connect(lambda _: self._closed(name, view_model))
            dialog.show()
            return dialog
        if view_model is not None:
            view_model.let_go()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    def _closed(self, name: str, view_model: LetsGo | None) -> None:
        dialog = self._open.pop(name)
        dialog.deleteLater()
        if view_model is not None:
            view_model.let_go()
