"""The timeline view: paints the rows that are seen and answers pointer and keyboard."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from time import monotonic

import msgspec
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
    QTextLayout,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from desktop.domain.account import AccountId, Capabilities
from desktop.domain.post import Post
from desktop.viewmodels.timeline_model import TimelineModel
from desktop.views.animations import system_allows_motion
from desktop.views.images import ImageStore
from desktop.views.theme import FOCUS_BAR, Tokens
from desktop.views.timeline.actions import Action, actions_of, paint_actions
from desktop.views.timeline.faces import Faces, mixed
from desktop.views.timeline.geometry import Index, RowsView
from desktop.views.timeline.keys import command_of
from desktop.views.timeline.moving import Seen
from desktop.views.timeline.place_menu import PlaceMenu
from desktop.views.timeline.pointer import Pointer
from desktop.views.timeline.row_commands import RowCommands
from desktop.views.timeline.row_layout import Canvas, Options, RowLayout, Setting
from desktop.views.timeline.scrolling import Scrolling
from desktop.views.timeline.text_block import Highlights
from desktop.views.timeline.text_style import selected, underlined

IGNORED_AFTER_SHIFT = 0.3
"""Seconds in which a click is not taken after rows moved under the pointer."""
_MINUTE_MS = 60_000
_viewer_ids = count(1)


class TimelineView(RowsView):
    """One column's posts. It shows a TimelineModel; it knows nothing of where posts come from.

    Signals give the post that is read (the reposted one for a repost).
    """

    link_activated = Signal(str)
    profile_activated = Signal(object, str)
    """A Profile, and the account that sees it."""
    hashtag_activated = Signal(str, str)
    """A tag without #, and the account."""
    post_activated = Signal(object)
    media_activated = Signal(object, int)
    """Post and the attachment's place among its attachments."""
    action_requested = Signal(object, str)
    """Post and a PostAction's value or "reply"."""
    vote_requested = Signal(object, tuple)
    fill_requested = Signal(str)
    """A gap's entry id."""
    menu_requested = Signal(object, QPoint)
    """Post and the place on the screen."""

    def __init__(
        self, tokens: Tokens, images: ImageStore | None = None, parent: QWidget | None = None
    ) -> None:
        self._tokens = tokens
        self._images = images
        super().__init__(Setting(faces=Faces(tokens, 1.0)), parent)
        self.setObjectName("timeline")
        self.setAccessibleName(self.tr("Posts"))
        self._viewer = next(_viewer_ids)
        self._canvas = Canvas(self._layouts.setting.faces, images, 1.0, self._viewer)
        self._scrolling = Scrolling(self.viewport(), self.scroll_by)
        self._pointer = Pointer(self)
        self._commands = RowCommands(self)
        self._place_menu = PlaceMenu(self, self._pointer, images)
        self._minute = QTimer(self)
        self._minute.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self.refresh_ages)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setAutoFillBackground(False)
        if images is not None:
            images.ready.connect(self._on_picture)
            images.animations.advanced.connect(self._on_frames)
        self.set_tokens(tokens)

    # What it is told

    def set_tokens(self, tokens: Tokens) -> None:
        """Another theme, density or text size; what is read stays where it is."""
        self._tokens = tokens
        ratio = self.viewport().devicePixelRatioF()
        faces = Faces(tokens, ratio)
        self._canvas.faces, self._canvas.ratio = faces, ratio
        self._focused = mixed(faces.colour("column"), faces.colour("accent"), 0.07)
        self._hovered = mixed(faces.colour("column"), faces.colour("text"), 0.018)
        self._bar.set_colour(mixed(faces.colour("column"), faces.colour("faint"), 0.7))
        self._set(faces=faces)

    def set_options(self, options: Options) -> None:
        self._scrolling.can_glide = options.can_animate and system_allows_motion()
        self._set(options=options)

    def set_highlights(self, highlights: Highlights | None) -> None:
        """Which runs of a text are marked as found; given the plain text of each post."""
        self._set(highlights=highlights)

    def set_account_colours(self, colours: Mapping[AccountId, str]) -> None:
        """For columns that merge accounts: each row's mark. Empty: no marks."""
        self._set(account_colours=dict(colours))

    def set_capabilities(self, capabilities: Mapping[AccountId, Capabilities]) -> None:
        """Only these actions are offered."""
        self._set(capabilities=dict(capabilities))

    def _set(self, **changes: object) -> None:
        old = self._layouts.setting
        if all(getattr(old, name) == value for name, value in changes.items()):
            return
        self._layouts.set_setting(msgspec.structs.replace(old, **changes))
        self.doItemsLayout()

    def refresh_ages(self) -> None:
        """Write the times anew where they are no longer true."""
        if self._layouts.drop_aged():
            self.doItemsLayout()

    def filling_ended(self, entry_id: str) -> None:
        """The gap could not be filled: offer its button again."""
        self.change_state(entry_id, is_filling=False)

    def change_state(self, entry_id: str, **changes: object) -> None:
        """What the user opened or chose in a row; it keeps its place."""
        state = msgspec.structs.replace(self._layouts.state(entry_id), **changes)
        self._layouts.set_state(entry_id, state)
        self.doItemsLayout()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.viewport().devicePixelRatioF() != self._canvas.ratio:
            self.set_tokens(self._tokens)  # moved to another screen
        painter = QPainter(self.viewport())
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        clip, faces, done = event.rect(), self._canvas.faces, 0
        dirty = event.region() if event.region().rectCount() > 1 else None
        self._canvas.can_play = self._layouts.setting.options.can_animate and self._is_watched()
        painter.fillRect(clip, faces.brush("column"))
        current = self.currentIndex().row() if self.hasFocus() else -1
        hovered = self._pointer.row
        for seen in self.seen():
            place = seen.place
            if place.bottom <= clip.top() or place.top > clip.bottom():
                continue
            if dirty is not None:
                row = QRect(clip.left(), place.top, clip.width(), place.height)
                if not dirty.intersects(row):
                    continue
            painter.translate(0, place.top - done)
            done = place.top
            is_current = place.row == current
            self._paint_row(painter, seen.layout, is_current, place.row == hovered)
        painter.end()

    def _paint_row(
        self, painter: QPainter, layout: RowLayout, is_current: bool, is_hovered: bool
    ) -> None:
        canvas, faces = self._canvas, self._canvas.faces
        whole = QRect(0, 0, layout.width, layout.height)
        if is_current:
            painter.fillRect(whole, self._focused)
        elif is_hovered and layout.post is not None:
            painter.fillRect(whole, self._hovered)
        canvas.selections = self._marks(layout)
        has_actions = (is_current or is_hovered) and layout.post is not None
        layout.paint(painter, canvas, has_actions=has_actions)
        if has_actions:
            ground = self._focused if is_current else self._hovered
            hovered = self._pointer.action if is_hovered else ""
            paint_actions(painter, layout, self.actions_in(layout), faces, ground, hovered)
        painter.fillRect(0, layout.height - 1, layout.width, 1, faces.brush("hairline"))
        if is_current:
            x = layout.width - FOCUS_BAR if self.isRightToLeft() else 0
            painter.fillRect(QRect(x, 0, FOCUS_BAR, layout.height), faces.brush("accent"))

    def _marks(self, layout: RowLayout) -> dict[int, list[QTextLayout.FormatRange]]:
        """Selected text and the link under the pointer, by the row's texts."""
        marks: dict[int, list[QTextLayout.FormatRange]] = {}
        selection, link = self._pointer.selection, self._pointer.link
        if link is not None and link[0] == layout.entry.id:
            marks[link[1]] = [underlined(link[2])]
        if selection is not None and selection.entry_id == layout.entry.id:
            faces = self._canvas.faces
            ground = mixed(faces.colour("column"), faces.colour("accent"), 0.32)
            part = selected(selection.start, selection.end, ground, faces.colour("text"))
            marks.setdefault(selection.number, []).append(part)
        return marks

    def actions_in(self, layout: RowLayout) -> list[Action]:
        """The actions of a row, each with its place."""
        if layout.post is None or layout.footer is None:
            return []
        can = self._layouts.setting.capabilities.get(layout.post.account)
        return actions_of(layout, self._canvas.faces, can)

    def update_row(self, row: int) -> None:
        """Repaint one row, if it is seen."""
        for seen in self.seen():
            if seen.place.row == row:
                width = self.viewport().width()
                self.viewport().update(0, seen.place.top, width, seen.place.height)

    def _on_picture(self, url: str) -> None:
        if not self.isVisible() or self._seen is None:
            return
        for seen in self._seen:
            if url in seen.layout.urls:
                self.update_row(seen.place.row)

    def _on_frames(self, urls: frozenset[str]) -> None:
        """Another frame of something that moves: only its places are painted."""
        if not self.isVisible() or self._seen is None or not self._is_watched():
            return
        for seen in self._seen:
            for box, url in seen.layout.movers:
                if url in urls:
                    self.viewport().update(box.translated(0, seen.place.top).toAlignedRect())

    def _is_watched(self) -> bool:
        """Things move only in the window that is used, and where the system lets them."""
        return self.isActiveWindow() and system_allows_motion()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._images is not None and event.size().width() != event.oldSize().width():
            self._images.set_resizing(self._viewer, event.oldSize().width() > 0)
            self._settling.start()

    def _settle(self) -> None:
        super()._settle()
        if self._images is not None and self._images.set_resizing(self._viewer, False):
            self.viewport().update()
        if self._images is not None and self.isVisible():
            urls = frozenset(url for seen in self.seen() for url in seen.layout.urls)
            self._images.looks_at(self._viewer, urls)
        self._want_older()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh_ages()
        self._minute.start()
        self._settling.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()
        self._scrolling.stop()
        if self._images is not None:
            self._images.looks_at(self._viewer, frozenset())

    # Pointer

    def is_just_shifted(self) -> bool:
        """Rows moved under the pointer a moment ago: a click was meant for something else."""
        return monotonic() - self._shifted_at < IGNORED_AFTER_SHIFT

    def point_at(self, point: QPoint | None) -> None:
        """Where the pointer is; None when it has left."""
        self._pointer_at = point

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.double_click(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._scrolling.wheel(event):
            event.accept()
            self._pointer.refresh(event.position().toPoint())
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._commands.menu()
            return
        seen = self.seen_at(event.pos().y())
        if seen is None or seen.layout.post is None:
            return
        self.set_current(seen.place.row)
        menu = self.place_menu(event.pos())
        if menu is not None:
            menu.popup(event.globalPos())
        else:
            self.menu_requested.emit(seen.layout.post, event.globalPos())

    def place_menu(self, at: QPoint) -> QMenu | None:
        """For selected text, a link or a picture at this point; None where only the post is."""
        return self._place_menu.at(at)

    def viewportEvent(self, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.ScrollPrepare, QEvent.Type.Scroll):
            return self._scrolling.finger(event)
        if kind == QEvent.Type.Leave:
            self._pointer.leave()
        if kind == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            tip, box = self._pointer.tip_at(event.pos())
            if tip:
                QToolTip.showText(event.globalPos(), tip, self.viewport(), box)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            self.viewport().update()

    # Keyboard and focus

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = command_of(event)
        if command is not None and self._commands.run(command):
            event.accept()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        by_key = event.reason() not in (
            Qt.FocusReason.MouseFocusReason,
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        )
        seen = self.seen()
        if by_key and seen:
            rows = [s.place.row for s in seen]
            if self.currentIndex().row() not in rows:
                first = next((s for s in seen if s.place.top >= 0), seen[0])
                self.set_current(first.place.row)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        del event
        self.viewport().update()

    def focusNextPrevChild(self, next_: bool) -> bool:
        return QWidget.focusNextPrevChild(self, next_)

    def set_current(self, row: int) -> None:
        """Give a row the focus bar, without scrolling."""
        self.setCurrentIndex(self.model().index(row, 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """QListView would tell assistive software of row -1, since its layout is empty."""
        for index in (previous, current):
            if index.isValid():
                self.update_row(index.row())
        if current.isValid() and self.hasFocus() and QAccessible.isActive():
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(current.row())
            QAccessible.updateAccessibility(event)

    def picture_of(self, box: QRectF, entry_id: str) -> QPixmap:
        """A part of a row as it is painted, to be carried along by a drag."""
        for seen in self.seen():
            if seen.layout.entry.id == entry_id:
                part = box.translated(0, seen.place.top).toAlignedRect()
                return self.viewport().grab(part & self.viewport().rect())
        return QPixmap()

    def selected_text(self) -> str:
        """The text selected inside a post, as its author wrote it."""
        selection = self._pointer.selection
        if selection is None or selection.is_empty:
            return ""
        layout = self.layout_of(selection.entry_id)
        if layout is None or selection.number >= len(layout.texts):
            return ""
        return layout.texts[selection.number].block.copied(selection.start, selection.end)

    def copy(self) -> None:
        """The selected text; without any, the whole text of the focused post."""
        text = self.selected_text()
        if not text:
            seen = self.current_seen()
            post = seen.layout.post if seen is not None else None
            text = post.text.text if isinstance(post, Post) else ""
        if text:
            QGuiApplication.clipboard().setText(text)

    def layout_of(self, entry_id: str) -> RowLayout | None:
        model = self.model()
        row = model.row_of(entry_id) if isinstance(model, TimelineModel) else -1
        return self._layout(row) if row >= 0 else None

    def current_seen(self) -> Seen | None:
        """The focused row, while it is in view."""
        row = self.currentIndex().row()
        return next((s for s in self.seen() if s.place.row == row), None)

    def clear_selection(self) -> bool:
        return self._pointer.clear_selection()

    def close_view(self) -> None:
        """Before it is deleted: nothing is fetched for it any more."""
        if self._images is not None:
            self._images.ready.disconnect(self._on_picture)
            self._images.animations.advanced.disconnect(self._on_frames)
            self._images.left(self._viewer)
