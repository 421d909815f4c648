"""A folded column: its colour, icon, count and title, upright in a narrow strip."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.viewmodels.column_vm import ColumnViewModel
from desktop.views import theme
from desktop.views.icons import icon_pixmap
from desktop.views.theme import Tokens

FOLDED_WIDTH = 40


class FoldedColumn(QPushButton):
    """Pressing it opens the column again."""

    def __init__(
        self, column: ColumnViewModel, tokens: Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("foldedColumn")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._column = column
        self._tokens = tokens
        column.header_changed.connect(self._name)
        column.unread_changed.connect(self._name)
        self._name()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._tokens.size(FOLDED_WIDTH), 200)

    def _name(self, _count: int = 0) -> None:
        column = self._column
        if column.unread:
            said = self.tr("{title}, {count} unread, folded").format(
                title=column.title, count=column.unread
            )
        else:
            said = self.tr("{title}, folded").format(title=column.title)
        self.setAccessibleName(said)
        self.setToolTip(f"{column.title}\n{column.subtitle}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, column = self._tokens, self._column
        painter.fillRect(self.rect(), tokens.colour("cover" if self.underMouse() else "column"))
        colours = column.colours or (tokens.colours.secondary,)
        share = self.width() / len(colours)
        for number, colour in enumerate(colours):
            bar = QRectF(number * share, 0, share, theme.ACCOUNT_BAR)
            painter.fillRect(bar, QColor(colour))
        if self.hasFocus():
            painter.fillRect(QRectF(0, 0, theme.FOCUS_BAR, self.height()), tokens.colour("accent"))
        size = tokens.size(18)
        drawn = icon_pixmap(column.icon, tokens.colour("secondary"), size, self.devicePixelRatioF())
        top = theme.ACCOUNT_BAR + tokens.size(14)
        painter.drawPixmap(QPointF((self.width() - size) / 2, top), drawn)
        top += size + tokens.size(10)
        top += self._paint_count(painter, top)
        painter.save()
        painter.setFont(tokens.font(theme.SIZE_TITLE, theme.SEMIBOLD))
        painter.setPen(tokens.colour("text"))
        metrics = QFontMetrics(painter.font())
        room = self.height() - top - tokens.size(16)
        text = metrics.elidedText(column.title, Qt.TextElideMode.ElideRight, max(0, room))
        painter.translate(self.width() / 2, top)
        painter.rotate(90)
        box = QRectF(0, -self.width() / 2, max(0, room), self.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()

    def _paint_count(self, painter: QPainter, top: int) -> int:
        """The height that it took."""
        count = self._column.unread
        if not count:
            return 0
        tokens = self._tokens
        text = "99+" if count > 99 else str(count)
        painter.setFont(tokens.font(theme.SIZE_TINY, theme.SEMIBOLD, tabular=True))
        height = tokens.size(18)
        wide = QFontMetrics(painter.font()).horizontalAdvance(text) + 12
        width = max(height + 4, wide)
        box = QRectF((self.width() - width) / 2, top, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.colour("warm"))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setPen(tokens.colour("on_warm"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        return height + tokens.size(10)
