"""The frame of every dialog: margins, a title, the row of buttons at the foot."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.views import theme
from desktop.views.controls import plain_label
from desktop.views.theme import Tokens


class Dialog(QDialog):
    """`body` takes the content. Not modal to the rest: columns go on living."""

    def __init__(
        self, title: str, object_name: str, tokens: Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.tokens = tokens
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(12)
        heading = plain_label(
            title, object_name="dialogTitle", font=tokens.font(18, theme.SEMIBOLD), parent=self
        )
        outer.addWidget(heading)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        outer.addLayout(self.body, 1)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(8)
        self._foot.addStretch(1)
        outer.addLayout(self._foot)

    def add_buttons(self, *buttons: QPushButton, left: QPushButton | None = None) -> None:
        """At the foot, the main one last."""
        if left is not None:
            self._foot.insertWidget(0, left)
        for button in buttons:
            self._foot.addWidget(button)
