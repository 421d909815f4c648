"""The log, to be read and copied."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.views.controls import plain_label, push_button
from desktop.views.dialog import Dialog
from desktop.views.theme import Tokens


class LogDialog(Dialog):
    def __init__(self, text: str, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Log"), "logDialog", tokens, parent)
        self.resize(tokens.size(820), tokens.size(560))
        self.body.addWidget(
            plain_label(
                self.tr("What Volière did lately. Passwords and tokens are never written here."),
                object_name="logHelp", look="secondary", wraps=True,
            )
        )  # fmt: skip
        self.text = QPlainTextEdit(text, self)
        self.text.setObjectName("logText")
        self.text.setAccessibleName(self.tr("Log"))
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)
        self.body.addWidget(self.text, 1)
        copy = push_button(self.tr("Copy"), object_name="logCopy", pressed=self._copy)
        close = push_button(
            self.tr("Close"), object_name="logClose", look="main", pressed=self.accept
        )
        self.add_buttons(copy, close)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
