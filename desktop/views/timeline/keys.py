"""What keys do in a column. Letters stand alone; with Ctrl or Alt they belong to the window."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence


class KeyCommand(Enum):
    UP = "up"
    DOWN = "down"
    PAGE_UP = "page_up"
    PAGE_DOWN = "page_down"
    FIRST = "first"
    LAST = "last"
    OPEN = "open"
    REPLY = "reply"
    REPOST = "repost"
    LIKE = "like"
    BOOKMARK = "bookmark"
    WARNING = "warning"
    REVEAL = "reveal"
    MEDIA = "media"
    PROFILE = "profile"
    LINK = "link"
    COPY = "copy"
    CLEAR = "clear"
    MENU = "menu"


_KEYS = {
    Qt.Key.Key_Up: KeyCommand.UP,
    Qt.Key.Key_K: KeyCommand.UP,
    Qt.Key.Key_Down: KeyCommand.DOWN,
    Qt.Key.Key_J: KeyCommand.DOWN,
    Qt.Key.Key_PageUp: KeyCommand.PAGE_UP,
    Qt.Key.Key_PageDown: KeyCommand.PAGE_DOWN,
    Qt.Key.Key_Space: KeyCommand.PAGE_DOWN,
    Qt.Key.Key_Home: KeyCommand.FIRST,
    Qt.Key.Key_End: KeyCommand.LAST,
    Qt.Key.Key_Return: KeyCommand.OPEN,
    Qt.Key.Key_Enter: KeyCommand.OPEN,
    Qt.Key.Key_O: KeyCommand.OPEN,
    Qt.Key.Key_R: KeyCommand.REPLY,
    Qt.Key.Key_B: KeyCommand.REPOST,
    Qt.Key.Key_F: KeyCommand.LIKE,
    Qt.Key.Key_D: KeyCommand.BOOKMARK,
    Qt.Key.Key_X: KeyCommand.WARNING,
    Qt.Key.Key_E: KeyCommand.REVEAL,
    Qt.Key.Key_V: KeyCommand.MEDIA,
    Qt.Key.Key_P: KeyCommand.PROFILE,
    Qt.Key.Key_U: KeyCommand.LINK,
    Qt.Key.Key_Escape: KeyCommand.CLEAR,
    Qt.Key.Key_Menu: KeyCommand.MENU,
}


def command_of(event: QKeyEvent) -> KeyCommand | int | None:
    """A command, a digit from 1 to 9 (a poll's option), or None for keys that are not ours."""
    if event.matches(QKeySequence.StandardKey.Copy):
        return KeyCommand.COPY
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key(event.key())
    if modifiers == Qt.KeyboardModifier.ShiftModifier:
        if key == Qt.Key.Key_Space:
            return KeyCommand.PAGE_UP
        return KeyCommand.MENU if key == Qt.Key.Key_F10 else None
    if modifiers != Qt.KeyboardModifier.NoModifier:
        return None
    if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
        return event.key() - Qt.Key.Key_0.value
    return _KEYS.get(key)
