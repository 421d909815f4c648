"""Who writes: a pill for each account, in its colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QMenu, QRadioButton, QToolButton, QWidget

from desktop.domain.account import Account, AccountId
from desktop.views.composer_faces import face
from desktop.views.composer_flow import FlowLayout
from desktop.views.icons import icon
from desktop.views.images import ImageStore
from desktop.views.theme import MEDIUM, SIZE_SMALL, Tokens

MAX_NAME = 150
"""Pixels of a name before it is cut."""


class AccountPill(QRadioButton):
    """Chosen: a ring and text of the account's colour. Off: grey."""

    also_wanted = Signal(str)
    """Pressed with Ctrl: AccountId."""

    def __init__(
        self, account: Account, tokens: Tokens, images: ImageStore | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._account = account
        self._tokens = tokens
        self._images = images
        self.setObjectName(f"composerAccount:{account.id}")
        self.setText(account.display_name)
        self.setAccessibleName(
            self.tr("Write as {name}, {handle}").format(
                name=account.display_name, handle=account.handle
            )
        )
        self.setToolTip(f"@{account.handle}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(tokens.font(SIZE_SMALL, MEDIUM))

    @property
    def account_id(self) -> AccountId:
        return self._account.id

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.also_wanted.emit(self._account.id)
            return
        super().mousePressEvent(event)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def sizeHint(self) -> QSize:
        px = self._tokens.size
        name = min(self.fontMetrics().horizontalAdvance(self.text()), px(MAX_NAME))
        return QSize(px(3 + 20 + 6 + 12) + name, px(26))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._tokens.size(64), self._tokens.size(26))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, px = self._tokens, self._tokens.size
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        is_on = self.isChecked()
        ring = QColor(self._account.colour) if is_on else tokens.colour("hairline")
        painter.setPen(QPen(ring, 2 if is_on else 1))
        painter.setBrush(tokens.colour("column" if is_on else "panel"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        if self.hasFocus():
            painter.setPen(QPen(tokens.colour("text"), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inner = box.adjusted(2.5, 2.5, -2.5, -2.5)
            painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
        size = px(20)
        top = (self.height() - size) // 2
        painter.setOpacity(1.0 if is_on or self.underMouse() else 0.6)
        painter.drawPixmap(
            top, top, face(self._account, size, tokens, self._images, self.devicePixelRatioF())
        )
        painter.setOpacity(1.0)
        painter.setFont(self.font())
        painter.setPen(
            tokens.account_text(self._account.colour) if is_on else tokens.colour("secondary")
        )
        text = QRectF(self.rect()).adjusted(top + size + px(6), 0, -px(10), 0)
        name = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(text.width())
        )
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)


class AccountPills(QWidget):
    """Arrow keys go from one to the next; the one that is pressed posts alone. Ctrl and a press,
    or the menu at the end, add an account or leave one out."""

    chosen = Signal(str)
    """AccountId"""
    also = Signal(str)
    """AccountId: one more, or one less."""

    def __init__(
        self, tokens: Tokens, images: ImageStore | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("composerAccounts")
        self.setAccessibleName(self.tr("Account to write with"))
        self._tokens = tokens
        self._images = images
        self._accounts: tuple[Account, ...] = ()
        self._pills: dict[AccountId, AccountPill] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._clicked)
        self._chosen: tuple[AccountId, ...] = ()
        self._flow = FlowLayout(self)
        self._also = QToolButton(self)
        self._also.setObjectName("composerAlso")
        self._also.setAccessibleName(self.tr("Post with other accounts as well"))
        self._also.setToolTip(self.tr("Post with other accounts as well"))
        self._also.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._also.clicked.connect(self._open_menu)
        self._dress()
        if images is not None:
            images.ready.connect(self._picture_ready)

    def show_accounts(
        self,
        accounts: Sequence[Account],
        chosen: Sequence[AccountId],
        *,
        can_change: bool = True,
        can_add: bool = False,
    ) -> None:
        """`chosen`: the main one first."""
        self._chosen = tuple(chosen)
        self._also.setVisible(can_add)
        if tuple(accounts) != self._accounts:
            self._accounts = tuple(accounts)
            self._build()
        self._group.setExclusive(False)
        for account_id, pill in self._pills.items():
            pill.setChecked(account_id in chosen)
            pill.setEnabled(can_change or account_id in chosen)
        self._group.setExclusive(len(self._chosen) < 2)

    def apply_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._build()
        self._dress()
        self._group.setExclusive(False)
        for account_id, pill in self._pills.items():
            pill.setChecked(account_id in self._chosen)
        self._group.setExclusive(len(self._chosen) < 2)

    def _dress(self) -> None:
        size = self._tokens.size(26)
        self._also.setIcon(icon("plus", self._tokens.colour("secondary")))
        self._also.setFixedSize(size, size)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("composerAlsoMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for account in self._accounts:
            action = menu.addAction(
                f"{account.display_name} · @{account.handle}".replace("&", "&&")
            )
            action.setCheckable(True)
            action.setChecked(account.id in self._chosen)
            action.triggered.connect(lambda _=False, each=account.id: self.also.emit(each))
        menu.popup(self._also.mapToGlobal(self._also.rect().bottomLeft()))

    def _build(self) -> None:
        had_focus = any(pill.hasFocus() for pill in self._pills.values())
        for pill in self._pills.values():
            self._group.removeButton(pill)
            self._flow.removeWidget(pill)
            pill.hide()
            pill.deleteLater()
        self._pills = {}
        for account in self._accounts:
            pill = AccountPill(account, self._tokens, self._images, self)
            self._pills[account.id] = pill
            pill.also_wanted.connect(self.also)
            self._group.addButton(pill)
            self._flow.addWidget(pill)
            pill.show()
        self._flow.removeWidget(self._also)
        self._flow.addWidget(self._also)
        if had_focus and self._pills:
            next(iter(self._pills.values())).setFocus()
        self.updateGeometry()

    def _clicked(self, pill: AccountPill) -> None:
        self.chosen.emit(pill.account_id)

    def _picture_ready(self, url: str) -> None:
        if any(account.avatar_url == url for account in self._accounts):
            for pill in self._pills.values():
                pill.update()
