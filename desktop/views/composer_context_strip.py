"""What is answered, quoted or changed, over the text; one key or click leaves it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.views.controls import with_key
from desktop.views.icons import icon, icon_pixmap
from desktop.views.theme import SEMIBOLD, SIZE_SMALL, SPACE_S, Tokens


class ContextStrip(QFrame):
    left = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composerContext")
        self._icon_name = "reply"
        self._icon = QLabel()
        self._icon.setObjectName("composerContextIcon")
        self._line = QLabel()
        self._line.setObjectName("composerContextLine")
        self._line.setTextFormat(Qt.TextFormat.PlainText)
        self._line.setWordWrap(True)
        self._excerpt = QLabel()
        self._excerpt.setObjectName("composerContextExcerpt")
        self._excerpt.setTextFormat(Qt.TextFormat.PlainText)
        self._excerpt.setWordWrap(True)
        self._close = QToolButton()
        self._close.setObjectName("composerContextLeave")
        self._close.setAccessibleName(self.tr("Leave it; what is written stays in the drafts"))
        self._close.setToolTip(with_key(self._close.accessibleName(), "Esc"))
        self._close.clicked.connect(self.left)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._line)
        words.addWidget(self._excerpt)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE_S + 3, SPACE_S - 2, SPACE_S - 4, SPACE_S - 2)
        layout.setSpacing(SPACE_S)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.apply_tokens(tokens)
        self.hide()

    def show_context(self, icon_name: str, line: str, excerpt: str) -> None:
        self._icon_name = icon_name
        self._line.setText(line)
        self._excerpt.setText(excerpt)
        self._excerpt.setVisible(bool(excerpt))
        self.setAccessibleName(f"{line}. {excerpt}" if excerpt else line)
        self._paint_icon()
        self.setVisible(bool(line))

    def apply_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        c = tokens.colours
        self._line.setFont(tokens.font(SIZE_SMALL, SEMIBOLD))
        self._excerpt.setFont(tokens.font(SIZE_SMALL))
        self.setStyleSheet(
            f"ContextStrip {{ background: {c.cover}; border-radius: 6px; }}"
            f"#composerContextExcerpt {{ color: {c.secondary}; }}"
        )
        self._close.setIcon(icon("close", tokens.colour("secondary")))
        self._close.setIconSize(QSize(tokens.size(14), tokens.size(14)))
        self._paint_icon()

    def _paint_icon(self) -> None:
        size = self._tokens.size(16)
        colour = self._tokens.colour("accent")
        self._icon.setPixmap(icon_pixmap(self._icon_name, colour, size, self.devicePixelRatioF()))
