"""Where the text is written: plain text only, as high as what is in it."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from desktop.domain.account import CountRule
from desktop.viewmodels.composer_text import CUT
from desktop.views.composer_highlight import ComposerHighlighter
from desktop.views.theme import LINE_INPUT, SEMIBOLD, SIZE_INPUT, SIZE_TINY, Tokens

MIN_LINES, MAX_LINES = 5, 14


class ComposerEditor(QTextEdit):
    """Emits what was done to it; knows nothing of posts."""

    edited = Signal(str)
    send_wanted = Signal()
    cut_wanted = Signal()
    """Ctrl+Shift+Enter: a new part of a thread begins here."""
    left = Signal()
    """Esc."""
    undo_send_wanted = Signal()
    """Undo, where nothing is left in the editor to undo."""
    image_pasted = Signal(bytes, str)
    """The picture as a PNG, and a name for it."""
    files_dropped = Signal(list)
    completion_key = Signal(int)
    """Up, Down, Return, Tab or Escape while completions are shown."""
    moved = Signal(str)
    """The line up to the cursor, after each key."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composerEditor")
        self.setAccessibleName(self.tr("Text of the post"))
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.is_completing = False
        self._tokens = tokens
        self._is_showing = False
        self._height = 0
        self._cuts: tuple[int, ...] = ()
        self._highlighter = ComposerHighlighter(self.document(), tokens)
        self._format()
        self.textChanged.connect(self._text_changed)
        self.cursorPositionChanged.connect(self._cursor_moved)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    @property
    def text(self) -> str:
        """As it was typed: toPlainText() would lose no-break spaces."""
        return self.document().toRawText().translate(_BREAKS)

    def show_text(self, text: str) -> None:
        """Another text, with the cursor at its end and nothing to undo."""
        if text == self.text:
            return
        self._is_showing = True
        self.document().setUndoRedoEnabled(False)
        self.setPlainText(text)
        self._format()
        self.document().setUndoRedoEnabled(True)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._is_showing = False

    def set_rule(self, rule: CountRule) -> None:
        self._is_showing = True
        self._highlighter.set_rule(rule)
        self._is_showing = False

    def set_overflow(self, position: int | None) -> None:
        self._is_showing = True
        self._highlighter.set_overflow(position)
        self._is_showing = False

    def set_cuts(self, cuts: tuple[int, ...]) -> None:
        """The UTF-16 offsets at which the second and later parts of a thread begin."""
        if cuts != self._cuts:
            self._cuts = cuts
            self.viewport().update()

    def cut_here(self) -> None:
        """Put a cut mark on a line of its own at the cursor."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.clearSelection()
        if not cursor.atBlockStart():
            cursor.insertText("\n")
        cursor.insertText(f"{CUT}\n")
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_place(self, offset: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(min(offset, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._cuts:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, px = self._tokens, self._tokens.size
        painter.setFont(tokens.font(SIZE_TINY, SEMIBOLD))
        for number, cut in enumerate(self._cuts, 2):
            cursor = QTextCursor(self.document())
            cursor.setPosition(min(cut, self.document().characterCount() - 1))
            place = self.cursorRect(cursor)
            if place.bottom() < 0 or place.top() > self.viewport().height():
                continue
            painter.fillRect(place.left() - 1, place.top(), px(2), place.height(),
                             tokens.colour("accent"))  # fmt: skip
            tag = QRectF(self.viewport().width() - px(22), place.top() + 1, px(20), px(15))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.colour("cover"))
            painter.drawRoundedRect(tag, 4, 4)
            painter.setPen(tokens.colour("secondary"))
            painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, str(number))

    def replace_token(self, token: str, text: str) -> None:
        """Put `text` where `token` stands before the cursor."""
        cursor = self.textCursor()
        length = len(token.encode("utf-16-le")) // 2
        cursor.setPosition(max(0, cursor.position() - length), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def apply_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._is_showing = True
        self._format()
        self._highlighter.apply_tokens(tokens)
        self._is_showing = False
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self._tokens.size(200), self._height or self._tokens.size(130))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._tokens.size(80), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self.is_completing and key in _COMPLETION_KEYS and not control:
            self.completion_key.emit(int(key))
            return
        is_enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and control and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.cut_wanted.emit()
            return
        if is_enter and control:
            self.send_wanted.emit()
            return
        if key == Qt.Key.Key_Escape:
            self.left.emit()
            return
        is_undo = key == Qt.Key.Key_Z and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if is_undo and not self.document().isUndoAvailable():
            self.undo_send_wanted.emit()
            return
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or source.hasUrls() or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        files = [url.toLocalFile() for url in source.urls() if url.isLocalFile()]
        if files:
            self.files_dropped.emit(files)
            return
        if source.hasImage() and not source.hasText():
            image = source.imageData()
            if isinstance(image, QImage) and not image.isNull():
                self.image_pasted.emit(_png(image), self.tr("Pasted picture") + ".png")
            return
        text = source.text()
        if text:
            self.insertPlainText(text)

    def _text_changed(self) -> None:
        if not self._is_showing:
            self.edited.emit(self.text)

    def _cursor_moved(self) -> None:
        if self._is_showing:
            return
        cursor = self.textCursor()
        block = cursor.block().text()
        at = cursor.positionInBlock()
        before = block[:at] if block.isascii() else _utf16_head(block, at)
        self.moved.emit("" if cursor.hasSelection() else before)

    def _format(self) -> None:
        tokens = self._tokens
        font = tokens.font(SIZE_INPUT)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self.document().setDocumentMargin(tokens.size(6))
        block = QTextBlockFormat()
        block.setLineHeight(
            tokens.size(LINE_INPUT), QTextBlockFormat.LineHeightTypes.MinimumHeight.value
        )
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(block)

    def _fit(self) -> None:
        line = self._tokens.size(LINE_INPUT)
        edges = 2 * self._tokens.size(6) + self._tokens.size(10)
        content = int(self.document().size().height()) + self._tokens.size(10)
        height = min(max(content, MIN_LINES * line + edges), MAX_LINES * line + edges)
        if height != self._height:
            self._height = height
            self.setFixedHeight(height)


_BREAKS = {0x2029: "\n", 0x2028: "\n", 0xFDD0: "\n", 0xFDD1: "\n"}
_COMPLETION_KEYS = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab,
    Qt.Key.Key_Escape,
)  # fmt: skip


def _utf16_head(text: str, length: int) -> str:
    return text.encode("utf-16-le", "surrogatepass")[: length * 2].decode("utf-16-le", "ignore")


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    buffer.close()
    return bytes(data.data())
