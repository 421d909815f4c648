"""What a column shows where it has no posts: quiet rows, words and one button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop.viewmodels.column_vm import ColumnViewModel, Face
from desktop.viewmodels.state_words import StateAction
from desktop.views import theme
from desktop.views.controls import plain_label, push_button
from desktop.views.icons import icon_pixmap
from desktop.views.theme import Tokens


class Skeleton(QWidget):
    """Rows in the shape of posts, still and quiet, while the first ones come."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("columnSkeleton")
        self.setAccessibleName(self.tr("Loading posts…"))
        self._tokens = tokens

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        pad, avatar, row = tokens.size(12), tokens.size(theme.AVATAR), tokens.size(112)
        width = self.width() - 3 * pad - avatar
        for number in range(self.height() // row + 1):
            painter.setOpacity(max(0.12, 1 - number * 0.17))
            painter.setBrush(tokens.colour("cover"))
            top = number * row + pad
            painter.drawEllipse(QRectF(pad, top, avatar, avatar))
            left = 2 * pad + avatar
            shares = ((0.55, 2), (1.0, 24), (0.92, 42), (0.4 + number % 3 * 0.15, 60))
            for share, down in shares:
                bar = QRectF(left, top + tokens.size(down), width * share, tokens.size(10))
                painter.drawRoundedRect(bar, 4, 4)
            painter.setOpacity(1)
            painter.fillRect(
                QRectF(0, (number + 1) * row, self.width(), 1), tokens.colour("hairline")
            )


class MessagePage(QWidget):
    """An icon, a title, a sentence and at most one button, in the upper third."""

    pressed = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("columnMessage")
        self._tokens = tokens
        self._icon = QLabel(self)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._title = plain_label(object_name="faceTitle", wraps=True, parent=self)
        self._text = plain_label(object_name="faceText", look="secondary", wraps=True, parent=self)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = push_button("", object_name="faceButton", pressed=self.pressed.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._icon)
        column.addSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(5)
        self._shown = ("", "", "", "", "")

    def show_message(
        self, icon_name: str, title: str, text: str, button: str = "", colour: str = "secondary"
    ) -> None:
        tokens = self._tokens
        self._shown = (icon_name, title, text, button, colour)
        self._icon.setPixmap(
            icon_pixmap(icon_name, tokens.colour(colour), tokens.size(32), self.devicePixelRatioF())
        )
        self._title.setText(title)
        self._title.setFont(tokens.font(theme.SIZE_INPUT, theme.SEMIBOLD))
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.button.setText(button)
        self.button.setAccessibleName(button)
        self.button.setVisible(bool(button))
        self.setAccessibleName(f"{title}. {text}")

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        if self._shown[1]:
            self.show_message(*self._shown)


class StateStrip(QFrame):
    """Trouble said in one line under the header, while posts are shown."""

    pressed = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stateStrip")
        self._tokens = tokens
        self._icon = QLabel(self)
        self._text = plain_label(object_name="stateStripText", wraps=True, parent=self)
        self.button = push_button(
            "", object_name="stateStripButton", look="link", pressed=self.pressed.emit
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self.button)
        self.set_tokens(tokens)
        self.hide()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._text.setFont(tokens.font(theme.SIZE_SMALL))
        self.setStyleSheet(
            f"#stateStrip {{ background: {tokens.colours.warning}; }}"
            f"#stateStripText {{ color: {tokens.colours.on_warning}; }}"
        )

    def show_words(self, icon_name: str, text: str, button: str) -> None:
        tokens = self._tokens
        colour = tokens.colour("on_warning")
        self._icon.setPixmap(
            icon_pixmap(icon_name, colour, tokens.size(16), self.devicePixelRatioF())
        )
        self._text.setText(text)
        self.button.setText(button)
        self.button.setAccessibleName(button)
        self.button.setVisible(bool(button))
        self.setAccessibleName(text)
        self.show()


class RulesStrip(QFrame):
    """What the column's rules hide, counted; its button opens that, or hides it again."""

    pressed = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rulesStrip")
        self._text = plain_label(object_name="rulesStripText", parent=self)
        self.button = push_button(
            "", object_name="rulesStripButton", look="link", pressed=self.pressed.emit
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 6, 2)
        row.addWidget(self._text, 1)
        row.addWidget(self.button)
        self.set_tokens(tokens)
        self.hide()

    def set_tokens(self, tokens: Tokens) -> None:
        self._text.setFont(tokens.font(theme.SIZE_TINY))
        self.button.setFont(tokens.font(theme.SIZE_TINY, theme.SEMIBOLD))
        colours = tokens.colours
        self.setStyleSheet(
            f"#rulesStrip {{ background: {colours.cover};"
            f" border-bottom: 1px solid {colours.hairline}; }}"
            f"#rulesStripText {{ color: {colours.secondary}; }}"
        )

    def show_words(self, text: str, why: str, button: str) -> None:
        """An empty text hides it."""
        self._text.setText(text)
        self._text.setToolTip(why)
        self.button.setText(button)
        self.button.setAccessibleName(f"{text}, {button}")
        self.setAccessibleName(f"{text}. {why}" if why else text)
        self.setVisible(bool(text))


class ColumnFace(QStackedWidget):
    """Chooses between the timeline, the skeleton and a message, as the column says."""

    sign_in_wanted = Signal(str)
    edit_wanted = Signal()
    uncleared = Signal()
    """What was cleared away is wanted again."""

    def __init__(
        self,
        column: ColumnViewModel,
        timeline: QWidget,
        strip: StateStrip,
        tokens: Tokens,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("columnFace")
        self._column = column
        self._timeline = timeline
        self._strip = strip
        self._skeleton = Skeleton(tokens, self)
        self._message = MessagePage(tokens, self)
        for page in (timeline, self._skeleton, self._message):
            self.addWidget(page)
        self._message.pressed.connect(self._act)
        strip.pressed.connect(self._act)
        column.face_changed.connect(self.refresh)
        column.state_changed.connect(self.refresh)
        column.rules_changed.connect(self.refresh)
        self.refresh()

    def set_tokens(self, tokens: Tokens) -> None:
        self._skeleton.set_tokens(tokens)
        self._message.set_tokens(tokens)
        self._strip.set_tokens(tokens)
        self.refresh()

    def refresh(self) -> None:
        column = self._column
        words = column.words
        if column.face is Face.POSTS and words.is_trouble:
            self._strip.show_words(words.icon, words.title, words.action_label)
        else:
            self._strip.hide()
        match column.face:
            case Face.POSTS:
                self.setCurrentWidget(self._timeline)
            case Face.LOADING:
                self.setCurrentWidget(self._skeleton)
            case Face.EMPTY:
                title, text = column.empty_words
                label = self.tr("Edit keywords") if column.column.search is not None else ""
                if column.is_cleared:
                    label = self.tr("Show earlier posts")
                self._message.show_message(column.icon, title, text, label)
                self.setCurrentWidget(self._message)
            case Face.TROUBLE:
                self._message.show_message(
                    words.icon, words.title, words.text, words.action_label, "warm"
                )
                self.setCurrentWidget(self._message)

    def _act(self) -> None:
        column = self._column
        if column.face is Face.EMPTY and column.is_cleared:
            self.uncleared.emit()
        elif column.face is Face.EMPTY:
            self.edit_wanted.emit()
        elif column.words.action is StateAction.SIGN_IN and column.signed_out_account is not None:
            self.sign_in_wanted.emit(column.signed_out_account)
        elif column.words.action is StateAction.RETRY:
            column.refresh()
