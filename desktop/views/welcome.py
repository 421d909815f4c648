"""What the deck shows before there is a column: a welcome, or the way to the first column."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.controls import plain_label, push_button
from desktop.views.icons import APP_ICON, icon_pixmap
from desktop.views.theme import Tokens


class WelcomePage(QWidget):
    """Stands in the deck; never a modal window."""

    sign_in_wanted = Signal()
    add_column_wanted = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcomePage")
        self._has_accounts = False
        self._card = QFrame(self)
        self._card.setObjectName("welcomeCard")
        self._card.setProperty("look", "card")
        self._card.setFixedWidth(tokens.size(420))
        self._icon = QLabel(self._card)
        self._title = plain_label(object_name="welcomeTitle", wraps=True, parent=self._card)
        self._text = plain_label(
            object_name="welcomeText", look="secondary", wraps=True, parent=self._card
        )
        self.main_button = push_button(
            "", object_name="welcomeButton", look="main", pressed=self._press
        )
        self._demo = plain_label(
            object_name="welcomeDemo", look="note", wraps=True, parent=self._card
        )
        inner = QVBoxLayout(self._card)
        inner.setContentsMargins(32, 32, 32, 32)
        inner.setSpacing(8)
        inner.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addSpacing(8)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            inner.addWidget(label)
        inner.addSpacing(12)
        inner.addWidget(self.main_button)
        inner.addSpacing(8)
        inner.addWidget(self._demo)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        # between stretches, not aligned: an aligned card is not asked how high its width makes it
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._card)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(3)
        self.set_tokens(tokens)
        self.set_has_accounts(False)

    def set_tokens(self, tokens: Tokens) -> None:
        self._card.setFixedWidth(tokens.size(420))
        self._icon.setPixmap(
            icon_pixmap(APP_ICON, QColor("#000000"), tokens.size(72), self.devicePixelRatioF())
        )
        self._icon.setFixedSize(tokens.size(72), tokens.size(72))
        self._title.setFont(tokens.font(20, theme.SEMIBOLD))
        self._text.setFont(tokens.font(theme.SIZE_INPUT))
        self._demo.setFont(tokens.font(theme.SIZE_SMALL))

    def set_has_accounts(self, has_accounts: bool) -> None:
        self._has_accounts = has_accounts
        if has_accounts:
            self._title.setText(self.tr("An empty deck"))
            self._text.setText(
                self.tr("Add a column: your home, notifications, a hashtag, or keywords to watch.")
            )
            button = self.tr("Add a column")
        else:
            self._title.setText(self.tr("Welcome to Volière"))
            self._text.setText(
                self.tr(
                    "Your timelines and keywords, side by side and live. Begin with an account."
                )
            )
            button = self.tr("Add an account")
        self.main_button.setText(button)
        self.main_button.setAccessibleName(button)
        self._demo.setText(
            self.tr(
                "Only looking? Start “voliere --demo” to try everything with invented people; "
                "nothing leaves this computer."
            )
        )
        self._demo.setVisible(not has_accounts)
        self.setAccessibleName(self._title.text())

    def _press(self) -> None:
        if self._has_accounts:
            self.add_column_wanted.emit()
        else:
            self.sign_in_wanted.emit()
