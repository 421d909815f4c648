"""A label for RichText: links, mentions and hashtags can be pressed. Never reads markup."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.richtext import RichText, Span, SpanKind
from desktop.views import theme
from desktop.views.theme import Tokens

_PRESSABLE = frozenset({SpanKind.LINK, SpanKind.MENTION, SpanKind.HASHTAG})


class RichLabel(QWidget):
    """As high as its text at the width that it gets."""

    activated = Signal(object)
    """The Span that was pressed."""

    def __init__(
        self,
        tokens: Tokens,
        object_name: str,
        size: float = theme.SIZE_BODY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(object_name)
        self._tokens = tokens
        self._size = size
        self._text = RichText()
        self._layout = QTextLayout()
        self._laid_out_at = -1
        self._height = 0
        self._current = -1
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_text(self, text: RichText) -> None:
        self._text = text
        self._current = -1
        self.setAccessibleName(text.text)
        has_links = any(span.kind in _PRESSABLE for span in text.spans)
        policy = Qt.FocusPolicy.TabFocus if has_links else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        self._prepare()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._prepare()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self._lay_out(width)
        return self._height

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.heightForWidth(max(1, self.width())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._lay_out(self.width())
        painter = QPainter(self)
        painter.setPen(self._tokens.colour("text"))
        self._layout.draw(painter, QPointF(0, 0))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        span = self._span_at(event.position())
        shape = Qt.CursorShape.PointingHandCursor if span else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        span = self._span_at(event.position())
        if span is not None and event.button() == Qt.MouseButton.LeftButton:
            self.activated.emit(span)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        links = [span for span in self._text.spans if span.kind in _PRESSABLE]
        if links and event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            self._current = (self._current + step) % len(links)
            self._prepare()
        elif links and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(links[max(0, self._current)])
        else:
            super().keyPressEvent(event)

    def _prepare(self) -> None:
        text = self._text.text
        font = self._tokens.font(self._size)
        self._layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._layout.setTextOption(option)
        self._layout.setFormats(self._formats())
        self._laid_out_at = -1
        self.updateGeometry()
        self.update()

    def _formats(self) -> list[QTextLayout.FormatRange]:
        links = [span for span in self._text.spans if span.kind in _PRESSABLE]
        ranges: list[QTextLayout.FormatRange] = []
        for span in self._text.spans:
            shape = QTextCharFormat()
            if span.kind in _PRESSABLE:
                shape.setForeground(self._tokens.colour("link"))
                is_current = self._current >= 0 and links[self._current] is span
                shape.setFontUnderline(is_current)
            elif span.kind is SpanKind.BOLD:
                shape.setFontWeight(int(theme.SEMIBOLD))
            elif span.kind is SpanKind.ITALIC:
                shape.setFontItalic(True)
            elif span.kind in (SpanKind.CODE, SpanKind.PREFORMATTED):
                shape.setFontFamilies(["monospace"])
                shape.setFontStyleHint(QFont.StyleHint.Monospace)
            else:
                continue
            found = QTextLayout.FormatRange()
            found.start = _utf16(self._text.text[: span.start])
            found.length = _utf16(self._text.text[span.start : span.end])
            found.format = shape
            ranges.append(found)
        return ranges

    def _lay_out(self, width: int) -> None:
        if width == self._laid_out_at:
            return
        self._laid_out_at = width
        spacing = self._tokens.size(theme.LINE_BODY * self._size / theme.SIZE_BODY)
        y = 0.0
        self._layout.beginLayout()
        while (row := self._layout.createLine()).isValid():
            row.setLineWidth(width)
            row.setPosition(QPointF(0, y + max(0.0, (spacing - row.height()) / 2)))
            y += max(spacing, row.height())
        self._layout.endLayout()
        self._height = round(y) if self._text.text else 0

    def _span_at(self, point: QPointF) -> Span | None:
        for number in range(self._layout.lineCount()):
            row = self._layout.lineAt(number)
            if row.rect().top() <= point.y() < row.rect().bottom():
                if not row.naturalTextRect().contains(point):
                    return None
                position = row.xToCursor(point.x(), row.CursorPosition.CursorOnCharacter)
                return self._span_of(position)
        return None

    def _span_of(self, position: int) -> Span | None:
        text = self._text.text
        for span in self._text.spans:
            start, end = _utf16(text[: span.start]), _utf16(text[: span.end])
            if span.kind in _PRESSABLE and start <= position < end:
                return span
        return None


def _utf16(text: str) -> int:
    """How many UTF-16 units Qt counts for it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
