"""The rail: our accounts, a new column, the decks, search and settings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QMenu, QToolButton, QVBoxLayout, QWidget

from desktop.domain.account import Account
from desktop.viewmodels.accounts_vm import AccountsViewModel
from desktop.viewmodels.decks_vm import DecksViewModel
from desktop.views import theme
from desktop.views.controls import icon_button, portrait
from desktop.views.deck_buttons import DeckButtons
from desktop.views.icons import icon
from desktop.views.images import ImageStore, Shape, Wanted
from desktop.views.theme import Tokens

_PORTRAIT = 38


class AccountButton(QToolButton):
    """An account's portrait in a ring of its colour; a mark says that it needs attention."""

    def __init__(
        self,
        account: Account,
        accounts: AccountsViewModel,
        images: ImageStore | None,
        tokens: Tokens,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"account:{account.id}")
        self.account = account
        self._accounts = accounts
        self._images = images
        self._tokens = tokens
        size = tokens.size(_PORTRAIT)
        self.setFixedSize(size + 4, size + 4)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        sentence = f"{account.display_name}, @{account.handle}"
        state = accounts.state_sentence(account.id)
        self.setAccessibleName(f"{sentence}, {state}")
        self.setToolTip(f"{sentence}\n{state}")

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, account = self._tokens, self.account
        ratio = self.devicePixelRatioF()
        size = tokens.size(_PORTRAIT)
        picture = None
        if self._images is not None and account.avatar_url:
            pixels = round(size * ratio)
            wanted = Wanted(account.avatar_url, pixels, pixels, Shape.COVER)
            picture = self._images.pixmap(account.id, wanted)
        colour = QColor(account.colour)
        drawn = portrait(
            picture, account.display_name, colour, size, ring=colour,
            ground=tokens.colour("panel"), ratio=ratio,
        )  # fmt: skip
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            name = "accent" if self.hasFocus() else "hairline"
            painter.setPen(tokens.colour(name))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self.rect().adjusted(0, 0, -1, -1))
        painter.drawPixmap(2, 2, drawn)
        if self._accounts.is_troubled(account.id):
            mark = tokens.size(14)
            corner = QPoint(self.width() - mark, self.height() - mark)
            painter.setPen(tokens.colour("panel"))
            painter.setBrush(tokens.colour("warm"))
            painter.drawEllipse(corner.x(), corner.y(), mark - 1, mark - 1)
            painter.setPen(tokens.colour("on_warm"))
            painter.setFont(tokens.font(theme.SIZE_TINY, theme.SEMIBOLD))
            box = self.rect().adjusted(corner.x(), corner.y(), -1, -1)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "!")


class Rail(QFrame):
    """Says what was pressed; the window does it."""

    account_chosen = Signal(str)
    """AccountId: write with it."""
    profile_wanted = Signal(str)
    sign_in_wanted = Signal(str)
    """AccountId, or empty for a new account."""
    accounts_wanted = Signal()
    add_column_wanted = Signal()
    composer_toggled = Signal()
    search_wanted = Signal()
    settings_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(
        self,
        accounts: AccountsViewModel,
        decks: DecksViewModel,
        images: ImageStore | None,
        tokens: Tokens,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(self.tr("Accounts and tools"))
        self._accounts = accounts
        self._decks = decks
        self._images = images
        self._tokens = tokens
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 8)
        self._column.setSpacing(4)
        accounts.changed.connect(self.refresh)
        if images is not None:
            images.ready.connect(self._on_picture)
        self.refresh()

    @property
    def account_buttons(self) -> tuple[AccountButton, ...]:
        return tuple(self.findChildren(AccountButton))

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.refresh()

    def refresh(self) -> None:
        """Build the rail anew: it changes seldom."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        tokens = self._tokens
        self.setFixedWidth(tokens.size(theme.RAIL_WIDTH))
        for account in self._accounts.all:
            button = AccountButton(account, self._accounts, self._images, tokens, self)
            button.clicked.connect(lambda _=False, b=button: self._show_account_menu(b))
            self._add(button)
        self._tool(
            "user-plus", "railAddAccount", self.tr("Add an account"), "",
            lambda: self.sign_in_wanted.emit(""),
        )  # fmt: skip
        self._tool(
            "plus", "railAddColumn", self.tr("Add a column"), "Ctrl+T", self.add_column_wanted.emit
        )
        self._column.addStretch(1)
        self.decks = DeckButtons(self._decks, tokens, self)
        self._add(self.decks)
        self._column.addStretch(1)
        self._tool(
            "fold", "railComposer", self.tr("Show or hide the composer"), "Ctrl+B",
            self.composer_toggled.emit,
        )  # fmt: skip
        self._tool(
            "search", "railSearch", self.tr("Search"), "Ctrl+Shift+S", self.search_wanted.emit
        )
        self._tool(
            "settings", "railSettings", self.tr("Settings"), "Ctrl+,", self.settings_wanted.emit
        )
        self._tool("menu", "railMenu", self.tr("All commands"), "F10", self._show_menu)

    def _tool(
        self, name: str, object_name: str, text: str, key: str, pressed: Callable[[], object]
    ) -> None:
        button = icon_button(
            name, self._tokens, object_name=object_name, text=text, key=key, size=20,
            pressed=pressed, parent=self,
        )  # fmt: skip
        side = self._tokens.size(36)
        button.setFixedSize(side, side)
        self._add(button)

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        widget.show()

    def _show_menu(self) -> None:
        button = self.findChild(QToolButton, "railMenu")
        if button is not None:
            self.menu_wanted.emit(button.mapToGlobal(QPoint(button.width() + 4, 0)))

    def account_menu(self, account: Account) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("accountMenu")
        menu.setAccessibleName(account.display_name)
        rows = [
            ("edit", self.tr("Write as {name}"), lambda: self.account_chosen.emit(account.id)),
            ("user", self.tr("Show my profile"), lambda: self.profile_wanted.emit(account.id)),
            ("settings", self.tr("Accounts…"), self.accounts_wanted.emit),
        ]
        if self._accounts.is_troubled(account.id):
            again = lambda: self.sign_in_wanted.emit(account.id)  # noqa: E731
            rows.insert(0, ("key", self.tr("Sign in again"), again))
        for name, text, run in rows:
            action = menu.addAction(text.replace("{name}", account.display_name))
            action.setIcon(icon(name, self._tokens.colour("secondary")))
            action.triggered.connect(lambda _=False, r=run: r())
        return menu

    def _show_account_menu(self, button: AccountButton) -> None:
        menu = self.account_menu(button.account)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(button.width() + 4, 0)))

    def _on_picture(self, url: str) -> None:
        for button in self.account_buttons:
            if button.account.avatar_url == url:
                button.update()
