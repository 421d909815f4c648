"""Emoji by name: those of Unicode, and the server's own with their pictures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.account import AccountId
from desktop.domain.richtext import CustomEmoji
from desktop.viewmodels.emoji_table import find_unicode, unicode_emoji
from desktop.views.images import ImageStore, Wanted
from desktop.views.style import set_look
from desktop.views.theme import SIZE_SMALL, SPACE_S, Tokens

MAX_SHOWN = 240
RECENT = 16
_INSERT = Qt.ItemDataRole.UserRole


class EmojiPicker(QFrame):
    """Typing searches, arrow keys choose, Enter takes, Esc closes."""

    taken = Signal(str)
    search_wanted = Signal(str)
    """The server's own with this in their name are wanted: `show_custom`."""

    def __init__(
        self, tokens: Tokens, images: ImageStore | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("emojiPicker")
        self.setAccessibleName(self.tr("Emoji"))
        set_look(self, "card")
        self._images = images
        self._account = AccountId("")
        self._custom: tuple[CustomEmoji, ...] = ()
        self._recent: list[tuple[str, str]] = []
        self._search = QLineEdit()
        self._search.setObjectName("emojiSearch")
        self._search.setAccessibleName(self.tr("Search emoji"))
        self._search.setPlaceholderText(self.tr("Search emoji"))
        self._search.setClearButtonEnabled(True)
        self._list = QListWidget()
        self._list.setObjectName("emojiList")
        self._list.setAccessibleName(self.tr("Emoji"))
        self._list.setViewMode(QListView.ViewMode.IconMode)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setMovement(QListView.Movement.Static)
        self._list.setUniformItemSizes(True)
        self._list.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self._name = QLabel()
        self._name.setObjectName("emojiName")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_S, SPACE_S, SPACE_S, SPACE_S)
        layout.setSpacing(SPACE_S)
        for widget in (self._search, self._list, self._name):
            layout.addWidget(widget)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(150)
        self._later.timeout.connect(lambda: self.search_wanted.emit(self._search.text().strip()))
        self._search.textChanged.connect(self._searched)
        self._search.installEventFilter(self)
        self._list.installEventFilter(self)
        self._list.itemClicked.connect(self._take)
        self._list.currentItemChanged.connect(self._named)
        if images is not None:
            images.ready.connect(self._ready)
        self.apply_tokens(tokens)

    def open_at(self, account: AccountId, above: QPoint) -> None:
        """Near a place on the screen, all of it visible."""
        self._account = account
        self._custom = ()
        self._search.clear()
        self._fill()
        screen = QGuiApplication.screenAt(above) or QGuiApplication.primaryScreen()
        area = screen.availableGeometry()
        x = min(max(area.left(), above.x()), area.right() - self.width())
        y = above.y() + 4
        if y + self.height() > area.bottom():
            y = max(area.top(), above.y() - self.height() - self._tokens.size(40))
        self.move(x, y)
        self.show()
        self._search.setFocus(Qt.FocusReason.PopupFocusReason)
        self.search_wanted.emit("")

    def show_custom(self, emojis: Sequence[CustomEmoji]) -> None:
        self._custom = tuple(emojis)
        self._fill()

    def apply_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        px = tokens.size
        self._list.setFont(tokens.font(20))
        self._list.setIconSize(QSize(px(24), px(24)))
        self._list.setGridSize(QSize(px(34), px(34)))
        self._name.setFont(tokens.font(SIZE_SMALL))
        self._name.setMinimumHeight(px(18))
        self.resize(px(300), px(320))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self._list.currentItem())
            return True
        if key == Qt.Key.Key_Escape:
            self.close()
            return True
        if watched is self._search and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._list.setFocus()
            return True
        if watched is self._list and event.text().strip() and event.text().isprintable():
            self._search.setFocus()
            self._search.insert(event.text())
            return True
        return super().eventFilter(watched, event)

    def _searched(self) -> None:
        self._fill()
        self._later.start()

    def _fill(self) -> None:
        words = self._search.text().strip()
        self._list.clear()
        if not words:
            for text, name in self._recent:
                self._add(text, name, text)
        for emoji in self._custom[:MAX_SHOWN]:
            code = f":{emoji.shortcode}:"
            item = self._add("", code, f"{code} ")
            item.setData(_INSERT + 1, emoji.static_url or emoji.url)
        unicode = find_unicode(words, MAX_SHOWN) if words else unicode_emoji()
        for each in unicode:
            self._add(each.text, each.name, each.text)
        self._paint_pictures()
        self._list.setCurrentRow(0)
        if self._list.count() == 0:
            self._name.setText(self.tr("Nothing has that name."))

    def _add(self, text: str, name: str, insert: str) -> QListWidgetItem:
        item = QListWidgetItem(text)
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, name)
        item.setToolTip(name)
        item.setData(_INSERT, insert)
        self._list.addItem(item)
        return item

    def _paint_pictures(self) -> None:
        if self._images is None:
            return
        size = round(self._tokens.size(24) * self.devicePixelRatioF())
        for row in range(min(self._list.count(), len(self._custom) + RECENT)):
            item = self._list.item(row)
            url = item.data(_INSERT + 1)
            if url:
                wanted = Wanted(url, size, size)
                picture = self._images.pixmap(self._account, wanted)
                if picture is not None:
                    item.setIcon(QIcon(picture))

    def _ready(self, url: str) -> None:
        if self.isVisible() and any(url in (e.url, e.static_url) for e in self._custom):
            self._paint_pictures()

    def _named(self, item: QListWidgetItem | None) -> None:
        self._name.setText(item.toolTip() if item is not None else "")

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        insert, name = str(item.data(_INSERT)), item.toolTip()
        if item.text():
            self._recent = [(insert, name), *(r for r in self._recent if r[0] != insert)][:RECENT]
        self.close()
        self.taken.emit(insert)
