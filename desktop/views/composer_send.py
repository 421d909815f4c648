"""The one wide button: in the account's colour, with its face, saying what it will do."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.domain.account import Account
from desktop.views.composer_faces import button_ground, face, on_colour
from desktop.views.controls import with_key
from desktop.views.images import ImageStore
from desktop.views.theme import CORNER, SEMIBOLD, SIZE_BODY, Tokens


class SendButton(QPushButton):
    """Long words are cut in the picture, never in the accessible name."""

    def __init__(
        self, tokens: Tokens, images: ImageStore | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("composerSend")
        self._tokens = tokens
        self._images = images
        self._account: Account | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if images is not None:
            images.ready.connect(self._ready)

    def show_action(self, label: str, account: Account | None, obstacle: str) -> None:
        """`obstacle`: why it cannot be pressed now; empty: it can."""
        self._account = account
        self.setText(label.replace("&", "&&"))
        self.setAccessibleName(label)
        self.setAccessibleDescription(obstacle)
        self.setToolTip(obstacle or with_key(label, "Ctrl+Return"))
        self.setEnabled(not obstacle)
        self.update()

    def apply_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._tokens.size(160), self._tokens.size(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._tokens.size(80), self._tokens.size(36))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, px = self._tokens, self._tokens.size
        colour = self._account.colour if self._account else tokens.colours.button
        ground = button_ground(colour)
        text = on_colour(ground.name())
        if not self.isEnabled():
            ground, text = tokens.colour("cover"), tokens.colour("secondary")
        elif self.isDown():
            ground = ground.darker(115)
        elif self.underMouse():
            ground = ground.darker(106)
        box = self.rect().adjusted(1, 1, -1, -1)
        edge = QColor(colour) if not self.isEnabled() and self._account else ground
        painter.setPen(QPen(edge, 1.5))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, CORNER, CORNER)
        if self.hasFocus():
            painter.setPen(QPen(tokens.colour("text"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, CORNER, CORNER)
        font = tokens.font(SIZE_BODY, SEMIBOLD)
        painter.setFont(font)
        size = px(22) if self._account else 0
        gap = px(8) if self._account else 0
        room = self.width() - size - gap - px(20)
        label = painter.fontMetrics().elidedText(
            self.accessibleName(), Qt.TextElideMode.ElideRight, room
        )
        width = painter.fontMetrics().horizontalAdvance(label)
        left = (self.width() - size - gap - width) // 2
        if self._account:
            top = (self.height() - size) // 2
            disc = face(self._account, size, tokens, self._images, self.devicePixelRatioF())
            if self.isEnabled():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(text)
                painter.drawEllipse(left - 1, top - 1, size + 2, size + 2)
            painter.drawPixmap(left, top, disc)
        painter.setPen(text)
        place = QRect(left + size + gap, 0, width + px(2), self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label)

    def _ready(self, url: str) -> None:
        if self._account and self._account.avatar_url == url:
            self.update()
