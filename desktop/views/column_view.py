"""One column of the deck: header, strips, and the timeline or its face."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget

from desktop.viewmodels.column_vm import ColumnViewModel, Face
from desktop.viewmodels.deck_vm import DeckViewModel
from desktop.views import theme
from desktop.views.column_face import ColumnFace, RulesStrip, StateStrip
from desktop.views.column_header import ColumnHeader
from desktop.views.column_menu import ColumnMenu
from desktop.views.find_bar import FindBar
from desktop.views.folded_column import FOLDED_WIDTH, FoldedColumn
from desktop.views.icons import icon
from desktop.views.profile_panel import ProfilePanel
from desktop.views.theme import Tokens

if TYPE_CHECKING:
    from desktop.views.timeline.view import TimelineView


WIDEST = 16_777_215
"""As far as Qt lets a widget grow."""


class NewStrip(QPushButton):
    """Says how many new posts wait above; pressing it jumps to the top."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("newStrip")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_tokens(tokens)
        self.set_count(0)

    def set_tokens(self, tokens: Tokens) -> None:
        colours = tokens.colours
        self.setFont(tokens.font(theme.SIZE_SMALL, theme.SEMIBOLD))
        self.setIcon(icon("arrow-up", tokens.colour("link")))
        self.setIconSize(QSize(tokens.size(14), tokens.size(14)))
        self.setStyleSheet(
            f"#newStrip {{ background: {colours.cover}; color: {colours.link}; border: none;"
            f" border-bottom: 1px solid {colours.hairline}; border-radius: 0; padding: 4px; }}"
            f"#newStrip:focus {{ border: 2px solid {colours.accent}; padding: 2px; }}"
        )

    def set_count(self, count: int) -> None:
        text = self.tr("1 new") if count == 1 else self.tr("{count} new").format(count=count)
        self.setText(text)
        self.setAccessibleName(self.tr("{text}, jump to the top").format(text=text))
        self.setVisible(count > 0)


class ResizeEdge(QWidget):
    """The gap right of a column: dragging it sets the width, a double click fits it."""

    dragged = Signal(int)
    """New width of the column."""
    fit_wanted = Signal()

    def __init__(self, column: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("columnEdge")
        self.setAccessibleName(self.tr("Column edge"))
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setFixedWidth(theme.COLUMN_GAP)
        self._column = column
        self._start: tuple[int, int] | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._start = (event.globalPosition().toPoint().x(), self._column.width())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._start is not None:
            start, width = self._start
            self.dragged.emit(width + event.globalPosition().toPoint().x() - start)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._start = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.fit_wanted.emit()


class ColumnView(QFrame):
    """Puts a column's parts together; what they ask for goes to the deck's viewmodel."""

    sign_in_wanted = Signal(str)

    def __init__(
        self,
        deck: DeckViewModel,
        column: ColumnViewModel,
        timeline: TimelineView,
        tokens: Tokens,
        panel: ProfilePanel | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("column")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.column = column
        self.timeline = timeline
        self.panel = panel
        self._deck = deck
        self._tokens = tokens
        self._forced_width = 0
        self._new = 0
        self.folded = FoldedColumn(column, tokens, self)
        self.folded.clicked.connect(self.unfold)
        self.header = ColumnHeader(column, tokens, self)
        self.new_strip = NewStrip(tokens, self)
        self.state_strip = StateStrip(tokens, self)
        self.find_bar = FindBar(column.find, tokens, self)
        self.rules_strip = RulesStrip(tokens, self)
        self.held_strip = RulesStrip(tokens, self)
        self.held_strip.setObjectName("heldStrip")
        self.face = ColumnFace(column, timeline, self.state_strip, tokens, self)
        self.menu = ColumnMenu(deck, column, tokens, self)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (
            self.header, self.find_bar, self.new_strip, self.state_strip, self.held_strip,
            self.rules_strip,
        ):  # fmt: skip
            layout.addWidget(part)
        if panel is not None:
            layout.addWidget(panel)
        layout.addWidget(self.face, 1)
        layout.addWidget(self.folded, 1)
        layout.addStretch(0)

        self.header.top_wanted.connect(self.jump_to_top)
        self.header.menu_wanted.connect(self.menu.show)
        self.header.close_wanted.connect(lambda: deck.remove(column.id))
        self.new_strip.clicked.connect(self.jump_to_top)
        self.rules_strip.pressed.connect(lambda: column.reveal(not column.is_revealing))
        self.held_strip.pressed.connect(column.release)
        column.find.found.connect(self._show_found)
        self.find_bar.closed.connect(self.focus)
        self.face.uncleared.connect(lambda: deck.show_cleared(column.id))
        self.face.sign_in_wanted.connect(self.sign_in_wanted)
        self.face.edit_wanted.connect(self.menu.edit_search)
        timeline.new_above.connect(self._show_new)
        timeline.older_wanted.connect(column.load_older)
        timeline.fill_requested.connect(column.fill_gap)
        timeline.place_changed.connect(column.reached)
        column.loading_changed.connect(self._on_loading)
        column.gap_failed.connect(timeline.filling_ended)
        column.width_changed.connect(self._fit)
        column.shape_changed.connect(self._fit)
        column.rules_changed.connect(self._show_rules)
        column.face_changed.connect(self._hand_focus_on)
        column.header_changed.connect(self._name)
        self._fit()
        self._name()
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.menu.tokens = tokens
        self.header.set_tokens(tokens)
        self.new_strip.set_tokens(tokens)
        self.face.set_tokens(tokens)
        if self.panel is not None:
            self.panel.set_tokens(tokens)
        self.folded.set_tokens(tokens)
        self.rules_strip.set_tokens(tokens)
        self.find_bar.set_tokens(tokens)
        self.held_strip.set_tokens(tokens)
        self._fit()
        self.update()

    def jump_to_top(self) -> None:
        """Show the newest; everything is then read."""
        self.timeline.show_newest()
        self._show_new(0)
        self.column.mark_read()

    def focus(self) -> None:
        """Give the keyboard to the posts, or to the header while there are none."""
        if self.is_folded:
            self.folded.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.face.currentWidget() is self.timeline:
            self.timeline.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.header.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def paintEvent(self, _event: QPaintEvent) -> None:
        name = "canvas" if self.column.column.is_spacer else "column"
        QPainter(self).fillRect(self.rect(), self._tokens.colour(name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), theme.CORNER, theme.CORNER)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def let_go(self) -> None:
        """Before it is deleted."""
        self.timeline.close_view()
        if self.panel is not None:
            self.panel.let_go()

    def find_words(self) -> None:
        """Open the line that finds words here."""
        if self.is_folded:
            self._deck.fold(self.column.id, False)
        if not self.column.column.is_spacer:
            self.find_bar.begin()

    def _show_found(self, entry_id: str) -> None:
        row = self.column.model.row_of(entry_id)
        if row < 0:
            return
        room = self.timeline.viewport().height()
        places = [one.place for one in self.timeline.seen() if one.place.row == row]
        if not places or places[0].top < 0 or places[0].top > room * 2 // 3:
            self.timeline.show_row(row, room // 4)
        self.timeline.set_current(row)

    def _show_rules(self) -> None:
        """Say what the rules hide and what waits."""
        column = self.column
        if self.is_folded or column.column.is_spacer:
            self.rules_strip.hide()
            self.held_strip.hide()
            return
        button = self.tr("Hide again") if column.is_revealing else self.tr("Show")
        self.rules_strip.show_words(column.hidden_sentence, column.hidden_reasons, button)
        self.held_strip.show_words(column.held_sentence, "", self.tr("Show now"))

    def _show_new(self, count: int) -> None:
        self._new = count
        self.new_strip.set_count(0 if self.is_folded else count)

    def _on_loading(self) -> None:
        if not self.column.is_loading_older:
            self.timeline.allow_older()

    def _hand_focus_on(self) -> None:
        """Who waited at the header for the first posts goes on with them."""
        if self.column.face is Face.POSTS and self.header.hasFocus():
            self.timeline.setFocus(Qt.FocusReason.OtherFocusReason)

    def unscaled(self, width: int) -> int:
        """The width to be remembered for one on the screen: large text widens columns."""
        return round(width / max(1.0, self._tokens.scale))

    @property
    def is_folded(self) -> bool:
        """A column that has the deck to itself is never folded."""
        return self.column.column.is_folded and not self._forced_width

    def unfold(self) -> None:
        self._deck.fold(self.column.id, False)
        self.focus()

    def force_width(self, width: int) -> None:
        """While it is shown alone: as wide as this; 0: its own width again."""
        if width != self._forced_width:
            self._forced_width = width
            self._fit()

    def _fit(self, _width: int = 0) -> None:
        """As wide, and as folded, as the column says."""
        column, is_folded = self.column.column, self.is_folded
        had_focus = self.has_focus
        self.folded.setVisible(is_folded)
        self.header.setVisible(not is_folded)
        self.face.setVisible(not is_folded)
        if self.panel is not None:
            self.panel.setVisible(not is_folded)
        if is_folded:
            for strip in (self.new_strip, self.state_strip, self.find_bar):
                strip.hide()
            if had_focus:
                self.folded.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.new_strip.set_count(self._new)
            self.face.refresh()
        self._show_rules()
        if column.is_spacer:
            self.face.hide()
        width = round(column.width * max(1.0, self._tokens.scale))
        if is_folded:
            self.setFixedWidth(self._tokens.size(FOLDED_WIDTH))
        elif self._forced_width:
            self.setFixedWidth(self._forced_width)
        elif column.shares_room:
            self.setMinimumWidth(width)
            self.setMaximumWidth(WIDEST)
        else:
            self.setFixedWidth(width)

    def _name(self) -> None:
        self.setAccessibleName(f"{self.column.title}, {self.column.subtitle}")
