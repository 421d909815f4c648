"""How much room is left: a name, a bar in the account's colour, a number."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.views.theme import SEMIBOLD, SIZE_SMALL, Tokens

NEARLY = 20
"""From here on a screen reader is told by itself."""


class Counter(QWidget):
    """`remaining` below 0 turns warm. Without a limit the length is shown and no bar."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composerCounter")
        self._tokens = tokens
        self._name = ""
        self._colour = tokens.colours.accent
        self._length = self._limit = self._remaining = 0
        self._fits = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(
        self, name: str, colour: str, *, length: int, limit: int, remaining: int, fits: bool,
        words: str,
    ) -> None:  # fmt: skip
        """`words` is the count as a screen reader says it: 328 characters left."""
        before = self._remaining
        self._name, self._colour = name, colour
        self._length, self._limit, self._remaining = length, limit, remaining
        self._fits = fits
        if words != self.accessibleName():
            self.setAccessibleName(words)
            self.setToolTip(words)
            if limit > 0 and (remaining < 0 <= before or remaining == NEARLY == before - 1):
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.update()

    @property
    def text(self) -> str:
        """The number as it is painted."""
        value = self._remaining if self._limit > 0 else self._length
        return self.locale().toString(value).replace("-", "\u2212")

    def apply_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._tokens.size(200), self._tokens.size(19))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, px = self._tokens, self._tokens.size
        warm = tokens.colour("on_warning")
        number_width = px(64)
        name_width = min(px(110), self.width() // 3)
        box = QRectF(self.rect())
        middle = Qt.AlignmentFlag.AlignVCenter
        font = tokens.font(SIZE_SMALL)
        painter.setFont(font)
        painter.setPen(tokens.colour("secondary"))
        name = painter.fontMetrics().elidedText(
            self._name, Qt.TextElideMode.ElideRight, name_width - px(8)
        )
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignLeft, name)
        painter.setFont(tokens.font(SIZE_SMALL + 1, SEMIBOLD, tabular=True))
        painter.setPen(tokens.colour("text") if self._fits else warm)
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, self.text)
        if self._limit <= 0:
            return
        bar = QRectF(name_width, self.height() / 2 - px(1.5), 0, px(3))
        bar.setWidth(max(0, self.width() - name_width - number_width))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.colour("hairline"))
        painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
        share = min(1.0, self._length / self._limit)
        if share > 0:
            bar.setWidth(max(bar.height(), bar.width() * share))
            painter.setBrush(QColor(self._colour) if self._fits else tokens.colour("warm"))
            painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
