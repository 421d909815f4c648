"""Every key of the window, declared once: for the menu, the shortcuts and the page of keys."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QCoreApplication


class KeyGroup(StrEnum):
    WRITING = "writing"
    COLUMNS = "columns"
    POSTS = "posts"
    WINDOW = "window"


class Command(Struct, frozen=True, kw_only=True):
    """`keys`: as QKeySequence reads them, the first one is shown. `icon` may be empty."""

    name: str
    group: KeyGroup
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    in_menu: bool = True


def group_name(group: KeyGroup) -> str:
    tr = QCoreApplication.translate
    names = {
        KeyGroup.WRITING: lambda: tr("Shortcuts", "Writing"),
        KeyGroup.COLUMNS: lambda: tr("Shortcuts", "Columns"),
        KeyGroup.POSTS: lambda: tr("Shortcuts", "In a column"),
        KeyGroup.WINDOW: lambda: tr("Shortcuts", "Window"),
    }
    return names[group]()


def commands() -> tuple[Command, ...]:
    """What the window itself does."""
    return (*_writing(), *_columns(), *_window())


def _writing() -> tuple[Command, ...]:
    tr = QCoreApplication.translate
    group = KeyGroup.WRITING
    return (
        Command(
            name="compose", group=group, text=tr("Shortcuts", "Write a post"),
            keys=("Ctrl+N", "N"), icon="edit",
        ),
        Command(
            name="toggle_composer", group=group, text=tr("Shortcuts", "Show or hide the composer"),
            keys=("Ctrl+B",), icon="fold",
        ),
    )  # fmt: skip


def _columns() -> tuple[Command, ...]:
    tr = QCoreApplication.translate
    group = KeyGroup.COLUMNS
    return (
        Command(
            name="add_column", group=group, text=tr("Shortcuts", "Add a column…"),
            keys=("Ctrl+T",), icon="plus",
        ),
        Command(
            name="search", group=group, text=tr("Shortcuts", "Search for keywords…"),
            keys=("Ctrl+F",), icon="search",
        ),
        Command(
            name="remove_column", group=group, text=tr("Shortcuts", "Remove this column"),
            keys=("Ctrl+W",), icon="trash",
        ),
        Command(
            name="undo_remove", group=group, text=tr("Shortcuts", "Bring back the last column"),
            keys=("Ctrl+Shift+T",), icon="undo",
        ),
        Command(
            name="rename_column", group=group, text=tr("Shortcuts", "Rename this column…"),
            keys=("F2",), icon="edit",
        ),
        Command(
            name="refresh", group=group, text=tr("Shortcuts", "Refresh this column"),
            keys=("F5", "Ctrl+R"), icon="refresh",
        ),
        Command(
            name="refresh_all", group=group, text=tr("Shortcuts", "Refresh all columns"),
            keys=("Shift+F5",),
        ),
        Command(
            name="mark_read", group=group, text=tr("Shortcuts", "Mark this column as read"),
            keys=("Ctrl+M",), icon="check",
        ),
        Command(
            name="focus_left", group=group, text=tr("Shortcuts", "Go to the column on the left"),
            keys=("Ctrl+Left", "H"), icon="chevron-left",
        ),
        Command(
            name="focus_right", group=group, text=tr("Shortcuts", "Go to the column on the right"),
            keys=("Ctrl+Right", "L"), icon="chevron-right",
        ),
        Command(
            name="move_left", group=group, text=tr("Shortcuts", "Move this column left"),
            keys=("Ctrl+Shift+Left",),
        ),
        Command(
            name="move_right", group=group, text=tr("Shortcuts", "Move this column right"),
            keys=("Ctrl+Shift+Right",),
        ),
        Command(
            name="wider", group=group, text=tr("Shortcuts", "Make this column wider"),
            keys=("Ctrl+Alt+Right",),
        ),
        Command(
            name="narrower", group=group, text=tr("Shortcuts", "Make this column narrower"),
            keys=("Ctrl+Alt+Left",),
        ),
        *(
            Command(
                name=f"column_{place}", group=group, keys=(f"Ctrl+{place}",), in_menu=False,
                text=tr("Shortcuts", "Go to column {number}").format(number=place),
            )
            for place in range(1, 10)
        ),
        Command(
            name="close_beside", group=group, keys=("Esc",), in_menu=False,
            text=tr("Shortcuts", "Close a thread or profile that was opened beside"),
        ),
    )  # fmt: skip


def _window() -> tuple[Command, ...]:
    tr = QCoreApplication.translate
    group = KeyGroup.WINDOW
    return (
        Command(
            name="add_account", group=group, text=tr("Shortcuts", "Add an account…"),
            icon="user-plus",
        ),
        Command(name="accounts", group=group, text=tr("Shortcuts", "Accounts…"), icon="users"),
        Command(
            name="settings", group=group, text=tr("Shortcuts", "Settings…"), keys=("Ctrl+,",),
            icon="settings",
        ),
        Command(
            name="full_screen", group=group, text=tr("Shortcuts", "Full screen"), keys=("F11",),
        ),
        Command(
            name="menu", group=group, text=tr("Shortcuts", "Open this menu"), keys=("F10",),
            in_menu=False,
        ),
        Command(
            name="shortcuts", group=group, text=tr("Shortcuts", "Keyboard shortcuts"),
            keys=("F1", "?"), icon="keyboard",
        ),
        Command(name="show_log", group=group, text=tr("Shortcuts", "Show log"), icon="log"),
        Command(name="copy_log", group=group, text=tr("Shortcuts", "Copy log"), icon="copy"),
        Command(name="about", group=group, text=tr("Shortcuts", "About Volière"), icon="info"),
        Command(name="quit", group=group, text=tr("Shortcuts", "Quit"), keys=("Ctrl+Q",)),
    )  # fmt: skip


def post_keys() -> tuple[Command, ...]:
    """What the keys do while a column of posts has the keyboard."""
    tr = QCoreApplication.translate
    rows = (
        ("J", tr("Shortcuts", "Next post")),
        ("K", tr("Shortcuts", "Previous post")),
        ("Home", tr("Shortcuts", "Newest post")),
        ("O", tr("Shortcuts", "Show the thread (also Return)")),
        ("R", tr("Shortcuts", "Reply")),
        ("B", tr("Shortcuts", "Boost or take it back")),
        ("F", tr("Shortcuts", "Favourite or take it back")),
        ("D", tr("Shortcuts", "Bookmark or take it back")),
        ("X", tr("Shortcuts", "Open or close a content warning")),
        ("E", tr("Shortcuts", "Show or cover sensitive media")),
        ("V", tr("Shortcuts", "Look at pictures")),
        ("P", tr("Shortcuts", "Show the author's profile")),
        ("U", tr("Shortcuts", "Open the link")),
        ("Ctrl+C", tr("Shortcuts", "Copy the selection or the post")),
        ("Menu", tr("Shortcuts", "All that can be done with a post")),
    )
    return tuple(
        Command(name=f"post_{key}", group=KeyGroup.POSTS, text=text, keys=(key,), in_menu=False)
        for key, text in rows
    )
