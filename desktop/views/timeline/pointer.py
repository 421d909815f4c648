"""The mouse over the posts: hover, clicks, selecting text, dragging links and pictures away."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QDrag, QGuiApplication, QMouseEvent

from desktop.viewmodels.row import PostRow
from desktop.views.timeline.moving import Seen
from desktop.views.timeline.row_layout import TargetKind
from desktop.views.timeline.selection import TextSelection
from desktop.views.timeline.surface import Hit, Surface, activate, hit
from desktop.views.timeline.text_style import LiveSpan

_CLICKABLE = frozenset(TargetKind) - {TargetKind.TIP}


class Pointer:
    """`row`, `action`, `link` and `selection` are what the painting reads."""

    def __init__(self, view: Surface) -> None:
        self._view = view
        self.row = -1
        self.action = ""
        self.link: tuple[str, int, LiveSpan] | None = None
        self.selection: TextSelection | None = None
        self._pressed: tuple[QPoint, str, Hit] | None = None
        self._is_selecting = False
        self._is_dragged = False

    def press(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        self.refresh(at)
        seen = self._view.seen_at(at.y())
        is_shifted = self._view.is_just_shifted()
        if event.button() is Qt.MouseButton.RightButton:
            return  # the menu is about what is selected
        self.clear_selection()
        self._pressed, self._is_selecting, self._is_dragged = None, False, False
        if seen is None or event.button() is not Qt.MouseButton.LeftButton or is_shifted:
            return
        found = self.hit(seen, at)
        self._pressed = (at, seen.layout.entry.id, found)
        self._view.set_current(seen.place.row)
        place = seen.layout.text_at(at.x(), at.y() - seen.place.top)
        if place is not None and not _can_drag(found):
            start = place.block.position_at(at.x() - place.x, at.y() - seen.place.top - place.y)
            entry_id = seen.layout.entry.id
            self.selection = TextSelection(entry_id, place.number, start, start)

    def move(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self.refresh(at)
            return
        origin = self._pressed[0]
        distance = QGuiApplication.styleHints().startDragDistance()
        if not self._is_selecting and (at - origin).manhattanLength() < distance:
            return
        if self.selection is not None:
            self._is_selecting = True
            self._select_to(at)
        elif not self._is_dragged and _can_drag(self._pressed[2]):
            self._is_dragged = True
            self._drag_away()

    def release(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        pressed, self._pressed = self._pressed, None
        if self.selection is not None and self.selection.is_empty:
            self.selection = None
        if pressed is None or self._is_selecting or self._is_dragged:
            self._is_selecting = False
            return
        seen = self._view.seen_at(at.y())
        if seen is None or seen.layout.entry.id != pressed[1]:
            return
        found = self.hit(seen, at)
        if _same(found, pressed[2]):
            activate(self._view, seen, found)
            self.refresh(at)

    def double_click(self, event: QMouseEvent) -> None:
        """Opens the thread where a single click does nothing."""
        at = event.position().toPoint()
        seen = self._view.seen_at(at.y())
        if seen is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        found = self.hit(seen, at)
        target = found.target
        is_answered = target is not None and target.kind in _CLICKABLE
        if found.action is not None or found.link is not None or is_answered:
            self.press(event)
        elif seen.layout.post is not None and not self._view.is_just_shifted():
            self.clear_selection()
            self._view.post_activated.emit(seen.layout.post)

    def leave(self) -> None:
        self._view.point_at(None)
        self._view.update_row(self.row)
        self.row, self.action, self.link = -1, "", None

    def refresh(self, at: QPoint) -> None:
        """What is under the pointer now; repaints what changed by it."""
        view = self._view
        view.point_at(at)
        seen = view.seen_at(at.y())
        row, action, link, shape = -1, "", None, Qt.CursorShape.ArrowCursor
        if seen is not None:
            row = seen.place.row
            found = self.hit(seen, at)
            if found.action is not None:
                action, shape = found.action.name, Qt.CursorShape.PointingHandCursor
            elif found.link is not None:
                link = (seen.layout.entry.id, *found.link)
                shape = Qt.CursorShape.PointingHandCursor
            elif found.target is not None and found.target.kind in _CLICKABLE:
                shape = Qt.CursorShape.PointingHandCursor
            elif seen.layout.text_at(at.x(), at.y() - seen.place.top) is not None:
                shape = Qt.CursorShape.IBeamCursor
        if view.viewport().cursor().shape() is not shape:
            view.viewport().setCursor(shape)
        if (row, action, link) != (self.row, self.action, self.link):
            old, self.row, self.action, self.link = self.row, row, action, link
            for changed in {old, row}:
                view.update_row(changed)

    def tip_at(self, at: QPoint) -> tuple[str, QRect]:
        """What to say about the place, and the area for which it holds."""
        seen = self._view.seen_at(at.y())
        if seen is None:
            return "", QRect()
        found = self.hit(seen, at)
        if found.action is not None:
            return found.action.tip, found.action.box.toRect().translated(0, seen.place.top)
        if found.link is not None:
            return found.link[1].target, QRect(at - QPoint(8, 8), at + QPoint(8, 8))
        if found.target is not None and found.target.tip:
            return found.target.tip, found.target.box.toRect().translated(0, seen.place.top)
        return "", QRect()

    def clear_selection(self) -> bool:
        """True when there was one."""
        selection, self.selection = self.selection, None
        if selection is None or selection.is_empty:
            return False
        self._view.viewport().update()
        return True

    def hit(self, seen: Seen, at: QPoint) -> Hit:
        """What lies under a point of the viewport."""
        current = self._view.current_seen() if self._view.hasFocus() else None
        has_actions = seen.place.row == self.row or (
            current is not None and current.place.row == seen.place.row
        )
        return hit(self._view, seen, at.x(), at.y() - seen.place.top, has_actions=has_actions)

    def _select_to(self, at: QPoint) -> None:
        selection = self.selection
        if selection is None:
            return
        for seen in self._view.seen():
            if seen.layout.entry.id == selection.entry_id:
                place = seen.layout.texts[selection.number]
                y = at.y() - seen.place.top - place.y
                end = place.block.position_at(at.x() - place.x, min(y, place.block.height - 1))
                if y < 0:
                    end = 0
                elif y >= place.block.height:
                    end = place.block.length
                self.selection = selection._replace(end=end)
                self._view.update_row(seen.place.row)

    def _drag_away(self) -> None:
        if self._pressed is None:
            return
        _, entry_id, found = self._pressed
        address = ""
        if found.link is not None:
            address = found.link[1].target
        elif found.target is not None and found.target.kind is TargetKind.LINK:
            address = str(found.target.value)
        elif found.target is not None and found.target.kind is TargetKind.MEDIA:
            address = self._media_address(entry_id, found.target.value)
        if not address.startswith(("http://", "https://")):
            return
        data = QMimeData()
        data.setUrls([QUrl(address)])
        data.setText(address)
        drag = QDrag(self._view.viewport())
        drag.setMimeData(data)
        if found.target is not None and found.target.kind is TargetKind.MEDIA:
            drag.setPixmap(self._view.picture_of(found.target.box, entry_id))
        drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.LinkAction)

    def _media_address(self, entry_id: str, number: object) -> str:
        for seen in self._view.seen():
            row = seen.layout.row
            if seen.layout.entry.id == entry_id and isinstance(row, PostRow):
                return row.media[number].url if isinstance(number, int) else ""
        return ""


def _can_drag(found: Hit) -> bool:
    if found.link is not None:
        return True
    return found.target is not None and found.target.kind in (TargetKind.LINK, TargetKind.MEDIA)


def _same(first: Hit, second: Hit) -> bool:
    if first.action is not None and second.action is not None:
        return first.action.name == second.action.name
    if first.link is not None and second.link is not None:
        return first.link == second.link
    if first.target is not None and second.target is not None:
        return first.target.kind is second.target.kind and first.target.value == second.target.value
    return False
