"""Keyboard commands on the focused row."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint

from desktop.domain.account import AccountId
from desktop.domain.post import PostAction
from desktop.viewmodels.row import GapRow, NotificationRow
from desktop.views.timeline.actions import REPLY, named
from desktop.views.timeline.keys import KeyCommand
from desktop.views.timeline.moving import Seen
from desktop.views.timeline.row_layout import TargetKind
from desktop.views.timeline.surface import (
    Hit,
    Surface,
    activate,
    choose,
    follow,
    run_action,
    toggle_reveal,
    toggle_warning,
    vote,
)

_STEP_PART = 0.7
_ACTION_NAMES = {
    KeyCommand.REPLY: (REPLY,),
    KeyCommand.REPOST: (PostAction.REPOST.value, PostAction.UNREPOST.value),
    KeyCommand.LIKE: (PostAction.LIKE.value, PostAction.UNLIKE.value),
    KeyCommand.BOOKMARK: (PostAction.BOOKMARK.value, PostAction.UNBOOKMARK.value),
}


class RowCommands:
    def __init__(self, view: Surface) -> None:
        self._view = view
        self._moves: dict[KeyCommand, Callable[[], bool]] = {
            KeyCommand.UP: lambda: self._step(-1),
            KeyCommand.DOWN: lambda: self._step(1),
            KeyCommand.PAGE_UP: lambda: self._page(-1),
            KeyCommand.PAGE_DOWN: lambda: self._page(1),
            KeyCommand.FIRST: self._first,
            KeyCommand.LAST: self._last,
            KeyCommand.COPY: self._copy,
            KeyCommand.CLEAR: self._view.clear_selection,
            KeyCommand.MENU: self.menu,
        }

    def run(self, command: KeyCommand | int) -> bool:
        """False where the key means nothing here, so that others may take it."""
        if isinstance(command, int):
            seen = self._view.current_seen()
            return seen is not None and choose(self._view, seen.layout, command - 1)
        move = self._moves.get(command)
        if move is not None:
            return move()
        seen = self._view.current_seen()
        return seen is not None and self._on_row(command, seen)

    def menu(self) -> bool:
        seen = self._view.current_seen()
        if seen is None or seen.layout.post is None:
            return False
        corner = QPoint(48, max(0, seen.place.top) + 28)
        self._view.menu_requested.emit(seen.layout.post, self._view.viewport().mapToGlobal(corner))
        return True

    def _on_row(self, command: KeyCommand, seen: Seen) -> bool:
        view, layout = self._view, seen.layout
        if command is KeyCommand.OPEN:
            return self._open(seen)
        if command in _ACTION_NAMES:
            action = named(view.actions_in(layout), *_ACTION_NAMES[command])
            return action is not None and run_action(view, seen, action)
        if command is KeyCommand.WARNING:
            return toggle_warning(view, layout)
        if command is KeyCommand.REVEAL:
            return toggle_reveal(view, layout)
        if command is KeyCommand.MEDIA:
            return vote(view, layout) or self._reach(seen, TargetKind.MEDIA)
        if command is KeyCommand.PROFILE:
            return self._profile(seen)
        return self._link(seen)

    def _open(self, seen: Seen) -> bool:
        view, layout = self._view, seen.layout
        if isinstance(layout.row, GapRow):
            return self._reach(seen, TargetKind.FILL)
        if layout.post is not None:
            view.post_activated.emit(layout.post)
            return True
        return self._profile(seen)

    def _profile(self, seen: Seen) -> bool:
        row = seen.layout.row
        if isinstance(row, NotificationRow) and row.people:
            self._view.profile_activated.emit(row.people[0], row.account)
            return True
        post = seen.layout.post
        if post is None:
            return False
        self._view.profile_activated.emit(post.author, AccountId(post.account))
        return True

    def _link(self, seen: Seen) -> bool:
        """The first link of the text, else the card's."""
        for place in seen.layout.texts:
            if place.block.links:
                links = place.block.links
                first = next((link for link in links if link.kind == "link"), links[0])
                follow(self._view, seen.layout, first)
                return True
        return self._reach(seen, TargetKind.LINK)

    def _reach(self, seen: Seen, kind: TargetKind) -> bool:
        for target in seen.layout.targets:
            if target.kind is kind:
                return activate(self._view, seen, Hit(target=target))
        return False

    def _step(self, direction: int) -> bool:
        """To the next row; a row longer than the view is scrolled through first."""
        view, seen = self._view, self._view.seen()
        room = view.viewport().height()
        current = view.current_seen()
        if not seen:
            return True
        if current is None:
            first = next((s for s in seen if s.place.top >= 0), seen[0])
            view.set_current(first.place.row)
            return True
        place = current.place
        if direction > 0 and place.bottom > room and place.top <= 0:
            view.scroll_by(min(round(room * _STEP_PART), place.bottom - room))
            return True
        if direction < 0 and place.top < 0 and place.bottom >= room:
            view.scroll_by(-min(round(room * _STEP_PART), -place.top))
            return True
        self._go(place.row + direction, direction)
        return True

    def _go(self, row: int, direction: int) -> None:
        view, room = self._view, self._view.viewport().height()
        if direction > 0:
            last = view.seen()[-1].place
            if row > last.row:
                view.scroll_by(1)
        elif row < view.seen()[0].place.row:
            view.scroll_by(-1)
        found = next((s for s in view.seen() if s.place.row == row), None)
        if found is None:
            view.scroll_by(direction)
            return
        view.set_current(row)
        place = found.place
        if place.top < 0:
            view.scroll_by(place.top)
        elif place.bottom > room:
            view.scroll_by(min(place.bottom - room, place.top))

    def _page(self, direction: int) -> bool:
        view = self._view
        view.scroll_by(direction * max(40, view.viewport().height() - 48))
        seen = view.seen()
        if seen:
            first = next((s for s in seen if s.place.top >= 0), seen[0])
            view.set_current(first.place.row)
        return True

    def _first(self) -> bool:
        self._view.show_newest()
        if self._view.seen():
            self._view.set_current(0)
        return True

    def _last(self) -> bool:
        self._view.show_last()
        seen = self._view.seen()
        if seen:
            self._view.set_current(seen[-1].place.row)
        return True

    def _copy(self) -> bool:
        self._view.copy()
        return True
