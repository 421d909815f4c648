"""The deck: columns side by side on a quiet canvas, scrolled sideways."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.column import MAX_COLUMN_WIDTH
from desktop.viewmodels.column_vm import ColumnViewModel
from desktop.viewmodels.deck_vm import DeckViewModel
from desktop.viewmodels.notices_vm import NoticesViewModel
from desktop.views import theme
from desktop.views.column_header import COLUMN_MIME
from desktop.views.column_strip import ColumnStrip
from desktop.views.column_view import ColumnView, ResizeEdge
from desktop.views.notice_bar import NoticeBar
from desktop.views.profile_panel import ProfilePanel
from desktop.views.theme import Tokens
from desktop.views.welcome import WelcomePage

if TYPE_CHECKING:
    from desktop.views.timeline.view import TimelineView

NARROW = 600
"""In a window below this width (device-independent pixels) one column is shown at a time."""

MakeTimeline = Callable[[ColumnViewModel, Tokens], "TimelineView"]
MakePanel = Callable[[ColumnViewModel, Tokens], ProfilePanel | None]


class DeckCanvas(QWidget):
    """Holds the columns; takes a column header that is dropped between them."""

    dropped = Signal(str, int)
    """Column's id, and the x where it was let go."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("deckCanvas")
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(COLUMN_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(COLUMN_MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if event.mimeData().hasFormat(COLUMN_MIME):
            column_id = bytes(event.mimeData().data(COLUMN_MIME).data()).decode()
            event.acceptProposedAction()
            self.dropped.emit(column_id, round(event.position().x()))


class SidewaysArea(QScrollArea):
    """Scrolls left and right only; Shift and the wheel do so, too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("deckView")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.viewport().setObjectName("deckViewport")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        sideways = event.angleDelta().x() or event.angleDelta().y()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - sideways)
        event.accept()


class DeckView(QWidget):
    """Keeps one ColumnView for each column of the viewmodel, in its order."""

    sign_in_wanted = Signal(str)
    """AccountId of the account that signs in again; empty for a new one."""
    add_column_wanted = Signal()
    column_opened = Signal(object)
    """A ColumnView that was just made: the window connects its timeline."""

    def __init__(
        self,
        deck: DeckViewModel,
        notices: NoticesViewModel,
        tokens: Tokens,
        make_timeline: MakeTimeline,
        make_panel: MakePanel = lambda _column, _tokens: None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("deck")
        self.setAccessibleName(self.tr("Columns"))
        self._deck = deck
        self._tokens = tokens
        self._make_timeline = make_timeline
        self._make_panel = make_panel
        self._views: dict[str, ColumnView] = {}
        self._edges: dict[str, ResizeEdge] = {}

        self._canvas = DeckCanvas()
        self._row = QHBoxLayout(self._canvas)
        self._row.setContentsMargins(theme.COLUMN_GAP, theme.COLUMN_GAP, 0, theme.COLUMN_GAP)
        self._row.setSpacing(0)
        self._row.addStretch(1)
        self._area = SidewaysArea(self)
        self._area.setWidget(self._canvas)
        self.welcome = WelcomePage(tokens, self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._area)
        self._pages.addWidget(self.welcome)
        self.notice_bar = NoticeBar(notices, tokens, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.strip = ColumnStrip(tokens, self)
        self._shown_alone = ""
        layout.addWidget(self.strip)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.notice_bar)

        self.welcome.sign_in_wanted.connect(lambda: self.sign_in_wanted.emit(""))
        self.welcome.add_column_wanted.connect(self.add_column_wanted)
        self._canvas.dropped.connect(self._drop)
        self.strip.chosen.connect(self.focus_column)
        self.strip.left.connect(lambda: deck.set_solo(""))
        deck.columns_changed.connect(self.refresh)
        deck.solo_changed.connect(self._arrange)
        deck.accounts_changed.connect(self._choose_page)
        deck.focus_wanted.connect(self.focus_column)
        self.refresh()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.welcome.set_tokens(tokens)
        self.notice_bar.set_tokens(tokens)
        self.strip.set_tokens(tokens)
        for view in self._views.values():
            view.set_tokens(tokens)
            view.timeline.set_tokens(tokens)
        self._arrange()

    @property
    def views(self) -> tuple[ColumnView, ...]:
        """In the order of the screen."""
        return tuple(
            self._views[column.id] for column in self._deck.columns if column.id in self._views
        )

    @property
    def focused(self) -> ColumnView | None:
        return next((view for view in self.views if view.has_focus), None)

    def refresh(self) -> None:
        """Make the widgets what the viewmodel's columns are; those that stay are kept."""
        columns = self._deck.columns
        wanted = {column.id: column for column in columns}
        for column_id, view in tuple(self._views.items()):
            if wanted.get(column_id) is not view.column:
                self._let_go(column_id)
        for place, column in enumerate(columns):
            if column.id not in self._views:
                self._make(column)
            self._row.insertWidget(2 * place, self._views[column.id])
            self._row.insertWidget(2 * place + 1, self._edges[column.id])
        tab_order = self.views
        for former, following in pairwise(tab_order):
            QWidget.setTabOrder(former.timeline, following.header)
        self._choose_page()
        self._arrange()

    def focus_column(self, column_id: str) -> None:
        """Bring it into view and give it the keyboard, once it is laid out."""
        QTimer.singleShot(0, self, lambda: self._focus_now(column_id))

    def step(self, steps: int) -> None:
        """Move the keyboard left or right among the columns."""
        views = self.views
        if not views:
            return
        focused = self.focused
        place = views.index(focused) + steps if focused is not None else 0
        self._focus_now(views[max(0, min(len(views) - 1, place))].column.id)

    def focus_place(self, place: int) -> None:
        views = self.views
        if 0 <= place < len(views):
            self._focus_now(views[place].column.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            view = next((one for one in self.views if one.isAncestorOf(watched)), None)
            if view is not None:
                self._remember(view)
                self._show(view)
        return super().eventFilter(watched, event)

    def _focus_now(self, column_id: str) -> None:
        view = self._views.get(column_id)
        if view is not None:
            if self._deck.solo is not None:
                self._deck.set_solo(column_id)
            self._shown_alone = column_id
            self._arrange()
            self._show(view)
            view.focus()

    def _remember(self, view: ColumnView) -> None:
        """Which column had the keyboard last: the one that a narrow window shows."""
        if self._shown_alone != view.column.id:
            self._shown_alone = view.column.id
            if self.is_narrow:
                self._arrange()

    # -- one at a time, or side by side

    @property
    def is_narrow(self) -> bool:
        """The window is too narrow for two columns."""
        return self.window().width() < self._tokens.size(NARROW)

    def toggle_solo(self) -> None:
        """The focused column gets the whole deck, or gives it back."""
        focused = self.focused
        if self._deck.solo is not None:
            self._deck.set_solo("")
        elif focused is not None:
            self._deck.set_solo(focused.column.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Show all columns in their widths, or one with a strip of the others."""
        views = self.views
        solo = self._deck.solo
        alone: ColumnView | None = None
        if solo is not None:
            alone = self._views.get(solo.id)
        elif self.is_narrow and views:
            alone = self._views.get(self._shown_alone) or next(
                (view for view in views if not view.column.column.is_spacer), views[0]
            )
        self.strip.setVisible(alone is not None and len(views) > 1)
        self.strip.leave.setVisible(solo is not None)
        if alone is not None:
            real = [view.column for view in views if not view.column.column.is_spacer]
            self.strip.show_columns(real, alone.column.id)
        margin = theme.COLUMN_GAP
        room = self.width() - 2 * margin
        for view in views:
            view.setVisible(alone is None or view is alone)
            edge = self._edges[view.column.id]
            edge.setVisible(alone is None)
            edge.setEnabled(not view.is_folded)
            view.force_width(min(room, self._tokens.size(MAX_COLUMN_WIDTH)) if view is alone else 0)
            shares = alone is None and view.column.column.shares_room and not view.is_folded
            self._row.setStretchFactor(view, 1 if shares else 0)
        is_shared = any(view.column.column.shares_room and not view.is_folded for view in views)
        self._row.setStretch(self._row.count() - 1, 0 if is_shared and alone is None else 1)
        spare = max(0, room - self._tokens.size(MAX_COLUMN_WIDTH)) // 2 if alone is not None else 0
        self._row.setContentsMargins(margin + spare, margin, margin if alone else 0, margin)

    def fit(self, view: ColumnView) -> None:
        """Give a column the room that is left over; where there is none, the usual width."""
        needed = self._row.minimumSize().width()
        spare = self._area.viewport().width() - needed
        if spare > 0 and view.column.column.width < MAX_COLUMN_WIDTH:
            self._deck.resize(view.column.id, view.unscaled(view.width() + spare))
        else:
            self._deck.reset_width(view.column.id)

    def _show(self, view: ColumnView) -> None:
        """Scroll sideways just as far as needed."""
        self._row.activate()
        room = self._area.viewport().size()
        self._canvas.resize(max(room.width(), self._row.minimumSize().width()), room.height())
        bar = self._area.horizontalScrollBar()
        left = view.x() - theme.COLUMN_GAP
        right = view.x() + view.width() + theme.COLUMN_GAP
        if left < bar.value():
            bar.setValue(left)
        elif right > bar.value() + self._area.viewport().width():
            bar.setValue(right - self._area.viewport().width())

    def _make(self, column: ColumnViewModel) -> None:
        timeline = self._make_timeline(column, self._tokens)
        panel = self._make_panel(column, self._tokens)
        view = ColumnView(self._deck, column, timeline, self._tokens, panel, self._canvas)
        edge = ResizeEdge(view, self._canvas)
        edge.dragged.connect(lambda width: self._deck.resize(column.id, view.unscaled(width)))
        edge.fit_wanted.connect(lambda: self.fit(view))
        column.shape_changed.connect(self._arrange)
        view.sign_in_wanted.connect(self.sign_in_wanted)
        timeline.installEventFilter(self)
        view.header.installEventFilter(self)
        view.folded.installEventFilter(self)
        self._views[column.id] = view
        self._edges[column.id] = edge
        self.column_opened.emit(view)

    def _let_go(self, column_id: str) -> None:
        self._views[column_id].let_go()
        self._views[column_id].column.shape_changed.disconnect(self._arrange)
        for widget in (self._views.pop(column_id), self._edges.pop(column_id)):
            self._row.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _drop(self, column_id: str, x: int) -> None:
        """Put the dragged column where its header was let go."""
        saved = [view for view in self.views if not view.column.is_temporary]
        others = [view for view in saved if view.column.id != column_id]
        place = sum(1 for view in others if x > view.x() + view.width() // 2)
        self._deck.move_to(column_id, place)

    def _choose_page(self) -> None:
        self.welcome.set_has_accounts(self._deck.has_accounts)
        self._pages.setCurrentWidget(self._area if self._views else self.welcome)
