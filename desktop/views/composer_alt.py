"""Describing a picture: the picture itself, a text, and how much room is left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.account import AccountId, CountUnit
from desktop.domain.draft import DraftMedia
from desktop.viewmodels.composer_sentences import remaining_words
from desktop.views.counter import Counter
from desktop.views.images import ImageStore, Wanted
from desktop.views.style import set_look
from desktop.views.theme import SPACE_L, SPACE_M, Tokens

PICTURE_WIDTH, PICTURE_HEIGHT = 440, 280


class _Picture(QWidget):
    def __init__(
        self, account: AccountId, media: DraftMedia, images: ImageStore, tokens: Tokens
    ) -> None:
        super().__init__()
        self._account = account
        self._media = media
        self._images = images
        self._tokens = tokens
        self.setObjectName("altPicture")
        self.setAccessibleName(media.alt or media.name)
        self.setFixedHeight(tokens.size(PICTURE_HEIGHT))
        images.ready.connect(self._ready)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), self._tokens.colour("cover"))
        ratio = self.devicePixelRatioF()
        wanted = Wanted(self._media.id, round(self.width() * ratio), round(self.height() * ratio))
        picture = self._images.pixmap(self._account, wanted)
        if picture is None:
            return
        size = picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        painter.drawPixmap(left, top, size.width(), size.height(), picture)

    def _ready(self, url: str) -> None:
        if url == self._media.id:
            self.update()


class AltTextDialog(QDialog):
    """Ctrl+Enter takes the description over, Esc does not."""

    def __init__(
        self, account: AccountId, media: DraftMedia, limit: int, colour: str, tokens: Tokens,
        images: ImageStore, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName("altTextDialog")
        self.setWindowTitle(self.tr("Describe the picture"))
        self.media_id = media.id
        self._limit = limit
        self._colour = colour
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        layout.setSpacing(SPACE_M)
        if media.mime.startswith("image/"):
            layout.addWidget(_Picture(account, media, images, tokens))
        label = QLabel(self.tr("&What is to be seen, for those who cannot see it:"))
        label.setObjectName("altTextLabel")
        label.setWordWrap(True)
        self._edit = QPlainTextEdit(media.alt)
        self._edit.setObjectName("altText")
        self._edit.setAccessibleName(self.tr("Description"))
        self._edit.setTabChangesFocus(True)
        self._edit.setMinimumHeight(tokens.size(96))
        label.setBuddy(self._edit)
        self._counter = Counter(tokens)
        self._counter.setObjectName("altTextCounter")
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(self.tr("Save"))
        self._ok.setObjectName("altTextSave")
        cancel = self._buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(self.tr("Cancel"))
        cancel.setObjectName("altTextCancel")
        _name(self._ok, cancel)
        set_look(self._ok, "main")
        for widget in (label, self._edit, self._counter, self._buttons):
            layout.addWidget(widget)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._edit.textChanged.connect(self._count)
        self.setMinimumWidth(tokens.size(PICTURE_WIDTH) + 2 * SPACE_L)
        self._count()
        self._edit.setFocus()

    @property
    def text(self) -> str:
        return (
            self._edit.document()
            .toRawText()
            .replace("\u2029", "\n")
            .replace("\u2028", "\n")
            .strip()
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self._ok.isEnabled():
                self.accept()
            return
        super().keyPressEvent(event)

    def _count(self) -> None:
        length = len(self.text)
        remaining = self._limit - length
        words = remaining_words(remaining, CountUnit.CODE_POINTS, self._limit, length)
        self._counter.show_count(
            self.tr("Description"), self._colour, length=length, limit=self._limit,
            remaining=remaining, fits=remaining >= 0, words=words,
        )  # fmt: skip
        self._ok.setEnabled(remaining >= 0)


def _name(*buttons: QPushButton) -> None:
    for button in buttons:
        button.setAccessibleName(button.text())
