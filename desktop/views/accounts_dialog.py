"""Our accounts: state, colour, signing in again, signing out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QColorDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.account import Account, AccountId
from desktop.viewmodels.accounts_vm import AccountsViewModel
from desktop.views import theme
from desktop.views.controls import ElidedLabel, number_box, plain_label, portrait, push_button
from desktop.views.dialog import Dialog
from desktop.views.icons import icon
from desktop.views.post_menu import ask
from desktop.views.theme import Tokens


class AccountCard(QFrame):
    """One account."""

    sign_in_wanted = Signal(str)

    def __init__(
        self,
        account: Account,
        accounts: AccountsViewModel,
        tokens: Tokens,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"accountCard:{account.id}")
        self.setProperty("look", "card")
        self.setAccessibleName(f"{account.display_name}, {accounts.state_sentence(account.id)}")
        self._account = account
        self._accounts = accounts
        self._tokens = tokens
        picture = QLabel(self)
        colour = QColor(account.colour)
        picture.setPixmap(
            portrait(
                None, account.display_name, colour, tokens.size(44), ring=colour,
                ratio=self.devicePixelRatioF(),
            )
        )  # fmt: skip
        name = ElidedLabel(account.display_name, self)
        name.setFont(tokens.font(theme.SIZE_INPUT, theme.SEMIBOLD))
        handle = ElidedLabel(f"@{account.handle}", self)
        handle.setProperty("look", "secondary")
        handle.setFont(tokens.font(theme.SIZE_SMALL))
        self.state = plain_label(
            f"{accounts.state_sentence(account.id)} · {accounts.server_words(account)}",
            object_name="accountState", look="secondary",
            font=tokens.font(theme.SIZE_SMALL), wraps=True,
        )  # fmt: skip
        is_troubled = accounts.is_troubled(account.id)
        if is_troubled:
            self.state.setStyleSheet(f"color: {tokens.colours.warm};")
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 12, 12, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(picture, 0, 0, 3, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(name, 0, 1)
        grid.addWidget(handle, 1, 1)
        grid.addWidget(self.state, 2, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        if is_troubled:
            buttons.addWidget(
                push_button(
                    self.tr("Sign in again"), object_name="accountSignIn", look="main",
                    pressed=lambda: self.sign_in_wanted.emit(account.id), parent=self,
                )
            )  # fmt: skip
        buttons.addWidget(
            push_button(
                self.tr("Sign out…"), object_name="accountSignOut", pressed=self._sign_out,
                parent=self,
            )
        )  # fmt: skip
        grid.addLayout(buttons, 0, 2, 2, 1)
        grid.addLayout(self._colours(), 3, 1, 1, 2)
        grid.addLayout(self._undo_send(), 4, 1, 1, 2)

    def _undo_send(self) -> QHBoxLayout:
        label = plain_label(
            self.tr("Time to take a post back"), object_name="accountUndoLabel",
            look="secondary", font=self._tokens.font(theme.SIZE_SMALL),
        )  # fmt: skip
        seconds = number_box(self)
        seconds.setObjectName("accountUndoSend")
        seconds.setAccessibleName(self.tr("Time to take a post back"))
        seconds.setRange(-1, 120)
        seconds.setSpecialValueText(self.tr("As in the settings"))
        seconds.setSuffix(" " + self.tr("s"))
        seconds.setKeyboardTracking(False)
        seconds.setValue(self._account.undo_send_seconds)
        seconds.editingFinished.connect(
            lambda: self._accounts.set_undo_send(self._account.id, seconds.value())
        )
        row = QHBoxLayout()
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(theme.SPACE_S)
        row.addWidget(label)
        row.addWidget(seconds)
        row.addStretch(1)
        return row

    def _colours(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(2)
        chosen = QColor(self._account.colour)
        offered = [QColor(value) for value in self._accounts.colours]
        for number, colour in enumerate(offered, 1):
            row.addWidget(self._swatch(colour, number, is_chosen=colour == chosen))
        more = QToolButton(self)
        more.setObjectName("accountColourMore")
        more.setAccessibleName(self.tr("Another colour"))
        more.setToolTip(self.tr("Another colour"))
        more.setIcon(icon("more", self._tokens.colour("secondary")))
        more.clicked.connect(self._choose_colour)
        row.addWidget(more)
        row.addStretch(1)
        return row

    def _swatch(self, colour: QColor, number: int, *, is_chosen: bool) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"accountColour{number}")
        name = self.tr("Colour {number}").format(number=number)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setCheckable(True)
        button.setChecked(is_chosen)
        ring = self._tokens.colour("text") if is_chosen else None
        pixmap = portrait(None, " ", colour, 22, ring=ring, ratio=self.devicePixelRatioF())
        button.setIcon(pixmap)
        button.clicked.connect(
            lambda: self._accounts.set_colour(self._account.id, colour.name().upper())
        )
        return button

    def _choose_colour(self) -> None:
        colour = QColorDialog.getColor(
            QColor(self._account.colour), self, self.tr("Colour of this account")
        )
        if colour.isValid():
            self._accounts.set_colour(self._account.id, colour.name().upper())

    def _sign_out(self) -> None:
        question = self.tr(
            "Sign out {name}? What Volière keeps of this account here is deleted; "
            "nothing changes on the server."
        ).format(name=self._account.display_name)
        if ask(self, question, self.tr("Sign out")):
            self._accounts.sign_out(AccountId(self._account.id))


class AccountsDialog(Dialog):
    """All accounts, and the way to another one."""

    sign_in_wanted = Signal(str)

    def __init__(
        self, accounts: AccountsViewModel, tokens: Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Accounts"), "accountsDialog", tokens, parent)
        self._accounts = accounts
        self.setMinimumWidth(tokens.size(560))
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self.cards: list[AccountCard] = []
        add = push_button(
            self.tr("Add an account"), object_name="accountsAdd",
            pressed=lambda: self.sign_in_wanted.emit(""),
        )  # fmt: skip
        close = push_button(
            self.tr("Close"), object_name="accountsClose", look="main", pressed=self.accept
        )
        self.add_buttons(close, left=add)
        accounts.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.cards = []
        for account in self._accounts.all:
            card = AccountCard(account, self._accounts, self.tokens, self)
            card.sign_in_wanted.connect(self.sign_in_wanted)
            self._list.addWidget(card)
            self.cards.append(card)
        if not self.cards:
            self._list.addWidget(
                plain_label(
                    self.tr("No account yet."), object_name="accountsNone", look="secondary"
                )
            )
