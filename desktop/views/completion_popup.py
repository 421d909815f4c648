"""People, tags and emoji that could be meant, under the cursor; the editor keeps the focus."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QIcon
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.domain.account import AccountId
from desktop.viewmodels.completion_vm import Completion, CompletionKind, CompletionViewModel
from desktop.views.images import ImageStore, Shape, Wanted
from desktop.views.theme import SIZE_SMALL, Tokens


class CompletionPopup(QFrame):
    """Up and Down choose, Return or Tab takes, Esc closes."""

    taken = Signal(str, str)
    """What was typed, and what goes in its place."""

    def __init__(
        self, model: CompletionViewModel, tokens: Tokens, images: ImageStore | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("completionPopup")
        self.setAccessibleName(self.tr("Completions"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._model = model
        self._images = images
        self._account = AccountId("")
        self._anchor = QRect()
        self._ground = parent
        self._list = QListWidget()
        self._list.setObjectName("completionList")
        self._list.setAccessibleName(self.tr("Completions"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.itemClicked.connect(lambda _: self.take())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._list)
        self.apply_tokens(tokens)
        self.hide()
        model.changed.connect(self._refresh)
        if images is not None:
            images.ready.connect(self._picture_ready)

    def place_at(self, account: AccountId, cursor: QRect) -> None:
        """`cursor`: the text cursor in the parent's coordinates."""
        self._account = account
        self._anchor = cursor
        if self.isVisible():
            self._move()

    def key(self, key: int) -> None:
        """A key that the editor left to us."""
        count = self._list.count()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            self._list.setCurrentRow((self._list.currentRow() + step) % count)
            said = self._list.currentItem().text()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._list, said))
        elif key == Qt.Key.Key_Escape:
            self._model.close()
        else:
            self.take()

    def take(self) -> None:
        rows = self._model.rows
        row = self._list.currentRow()
        if 0 <= row < len(rows):
            token, chosen = self._model.token, rows[row]
            self._model.use(chosen.insert)
            self._model.close()
            self.taken.emit(token, chosen.insert)

    def apply_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._list.setFont(tokens.font(SIZE_SMALL))
        self._list.setIconSize(QSize(tokens.size(20), tokens.size(20)))

    def _refresh(self) -> None:
        self._list.clear()
        for row in self._model.rows:
            item = QListWidgetItem(_line(row))
            item.setToolTip(row.detail or row.title)
            self._list.addItem(item)
        self._paint_pictures()
        if not self._model.rows:
            self.hide()
            return
        self._list.setCurrentRow(0)
        self._move()
        self.show()
        self.raise_()
        said = self.tr("{count} completions: {first}").format(
            count=self._list.count(), first=self._list.item(0).text()
        )
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._list, said))

    def _paint_pictures(self) -> None:
        if self._images is None:
            return
        size = round(self._tokens.size(20) * self.devicePixelRatioF())
        for place, row in enumerate(self._model.rows):
            if row.picture_url:
                shape = Shape.ROUND if row.kind is CompletionKind.PROFILE else Shape.PLAIN
                wanted = Wanted(row.picture_url, size, size, shape)
                picture = self._images.pixmap(self._account, wanted)
                if picture is not None:
                    self._list.item(place).setIcon(QIcon(picture))

    def _picture_ready(self, url: str) -> None:
        if any(row.picture_url == url for row in self._model.rows):
            self._paint_pictures()

    def _move(self) -> None:
        parent = self._ground
        margin = self._tokens.size(8)
        width = parent.width() - 2 * margin
        row = max(self._list.sizeHintForRow(0), self._tokens.size(26))
        height = min(self._list.count() * row + self._tokens.size(12), self._tokens.size(260))
        below = QPoint(margin, self._anchor.bottom() + 4)
        if below.y() + height > parent.height():
            below.setY(max(0, self._anchor.top() - height - 4))
        self.setGeometry(below.x(), below.y(), width, height)


def _line(row: Completion) -> str:
    if row.kind is CompletionKind.EMOJI and row.detail:
        return f"{row.detail}  {row.title}"
    return f"{row.title}  {row.detail}" if row.detail else row.title
