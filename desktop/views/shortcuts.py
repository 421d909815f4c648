"""Every key of the window, declared once: for the menu, the shortcuts and the page of keys."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from PySide6.QtCore import QCoreApplication


class KeyGroup(StrEnum):
    WRITING = "writing"
    COLUMNS = "columns"
    DECKS = "decks"
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
    translate = QCoreApplication.translate
    names = {
        KeyGroup.WRITING: lambda: translate("Shortcuts", "Writing"),
        KeyGroup.COLUMNS: lambda: translate("Shortcuts", "Columns"),
        KeyGroup.DECKS: lambda: translate("Shortcuts", "Decks"),
        KeyGroup.POSTS: lambda: translate("Shortcuts", "In a column"),
        KeyGroup.WINDOW: lambda: translate("Shortcuts", "Window"),
    }
    return names[group]()


def commands() -> tuple[Command, ...]:
    """What the window itself does."""
    return (*_writing(), *_columns(), *_decks(), *_window())


def _writing() -> tuple[Command, ...]:
    translate = QCoreApplication.translate
    group = KeyGroup.WRITING
    return (
        Command(
            name="compose", group=group, text=translate("Shortcuts", "Write a post"),
            keys=("Ctrl+N", "N"), icon="edit",
        ),
        Command(
            name="toggle_composer", group=group, text=translate("Shortcuts", "Show or hide the composer"),
            keys=("Ctrl+B",), icon="fold",
        ),
    )  # fmt: skip


def _columns() -> tuple[Command, ...]:
    translate = QCoreApplication.translate
    group = KeyGroup.COLUMNS
    return (
        Command(
            name="add_column", group=group, text=translate("Shortcuts", "Add a column…"),
            keys=("Ctrl+T",), icon="plus",
        ),
        Command(
            name="search", group=group, text=translate("Shortcuts", "Search for keywords…"),
            keys=("Ctrl+Shift+S", "/"), icon="search",
        ),
        Command(
            name="find", group=group, text=translate("Shortcuts", "Find in this column"),
            keys=("Ctrl+F",), icon="search",
        ),
        Command(
            name="remove_column", group=group, text=translate("Shortcuts", "Remove this column"),
            keys=("Ctrl+W",), icon="trash",
        ),
        Command(
            name="undo_remove", group=group, text=translate("Shortcuts", "Bring back the last column"),
            keys=("Ctrl+Shift+T",), icon="undo",
        ),
        Command(
            name="rename_column", group=group, text=translate("Shortcuts", "Rename this column…"),
            keys=("F2",), icon="edit",
        ),
        Command(
            name="refresh", group=group, text=translate("Shortcuts", "Refresh this column"),
            keys=("F5", "Ctrl+R"), icon="refresh",
        ),
        Command(
            name="refresh_all", group=group, text=translate("Shortcuts", "Refresh all columns"),
            keys=("Shift+F5",),
        ),
        Command(
            name="mark_read", group=group, text=translate("Shortcuts", "Mark this column as read"),
            keys=("Ctrl+M",), icon="check",
        ),
        Command(
            name="clear_column", group=group, text=translate("Shortcuts", "Mark this column as read and clear it"),
            keys=("Ctrl+Shift+K",),
        ),
        Command(
            name="setup_column", group=group, text=translate("Shortcuts", "This column's sources, rules and pace…"),
            keys=("Ctrl+E",), icon="settings",
        ),
        Command(
            name="focus_left", group=group, text=translate("Shortcuts", "Go to the column on the left"),
            keys=("Ctrl+Left", "H"), icon="chevron-left",
        ),
        Command(
            name="focus_right", group=group, text=translate("Shortcuts", "Go to the column on the right"),
            keys=("Ctrl+Right", "L"), icon="chevron-right",
        ),
        Command(
            name="move_left", group=group, text=translate("Shortcuts", "Move this column left"),
            keys=("Ctrl+Shift+Left",),
        ),
        Command(
            name="move_right", group=group, text=translate("Shortcuts", "Move this column right"),
            keys=("Ctrl+Shift+Right",),
        ),
        Command(
            name="wider", group=group, text=translate("Shortcuts", "Make this column wider"),
            keys=("Ctrl+Alt+Right",),
        ),
        Command(
            name="narrower", group=group, text=translate("Shortcuts", "Make this column narrower"),
            keys=("Ctrl+Alt+Left",),
        ),
        Command(
            name="fit_column", group=group, text=translate("Shortcuts", "Fit this column to the room left"),
            keys=("Ctrl+Alt+0",),
        ),
        Command(
            name="share_room", group=group, text=translate("Shortcuts", "Let this column share the room left, or not"),
            keys=("Ctrl+Alt+S",),
        ),
        Command(
            name="fold_column", group=group, text=translate("Shortcuts", "Fold or open this column"),
            keys=("Ctrl+Shift+M",), icon="fold",
        ),
        Command(
            name="solo", group=group, text=translate("Shortcuts", "Show only this column, or all again"),
            keys=("Ctrl+Shift+F",), icon="unfold",
        ),
        Command(name="add_spacer", group=group, text=translate("Shortcuts", "Add a space between columns")),
        *(
            Command(
                name=f"column_{place}", group=group, keys=(f"{place}",), in_menu=False,
                text=translate("Shortcuts", "Go to column {number}").format(number=place),
            )
            for place in range(1, 10)
        ),
        Command(
            name="close_beside", group=group, keys=("Esc",), in_menu=False,
            text=translate("Shortcuts", "Close a thread or profile that was opened beside"),
        ),
    )  # fmt: skip


def _decks() -> tuple[Command, ...]:
    translate = QCoreApplication.translate
    group = KeyGroup.DECKS
    return (
        Command(
            name="new_deck", group=group, text=translate("Shortcuts", "New deck…"),
            keys=("Ctrl+Shift+N",), icon="plus",
        ),
        Command(
            name="rename_deck", group=group, text=translate("Shortcuts", "Rename this deck…"),
            keys=("Shift+F2",), icon="edit",
        ),
        Command(
            name="remove_deck", group=group, text=translate("Shortcuts", "Remove this deck"),
            icon="trash",
        ),
        Command(
            name="next_deck", group=group, text=translate("Shortcuts", "Go to the next deck"),
            keys=("Ctrl+PgDown",), icon="chevron-right",
        ),
        Command(
            name="previous_deck", group=group, text=translate("Shortcuts", "Go to the deck before"),
            keys=("Ctrl+PgUp",), icon="chevron-left",
        ),
        Command(
            name="export_decks", group=group, text=translate("Shortcuts", "Export all decks…"),
            icon="external",
        ),
        Command(name="import_decks", group=group, text=translate("Shortcuts", "Import decks…")),
        *(
            Command(
                name=f"deck_{place}", group=group, keys=(f"Ctrl+{place}",), in_menu=False,
                text=translate("Shortcuts", "Go to deck {number}").format(number=place),
            )
            for place in range(1, 10)
        ),
    )  # fmt: skip


def _window() -> tuple[Command, ...]:
    translate = QCoreApplication.translate
    group = KeyGroup.WINDOW
    return (
        Command(
            name="add_account", group=group, text=translate("Shortcuts", "Add an account…"),
            icon="user-plus",
        ),
        Command(name="accounts", group=group, text=translate("Shortcuts", "Accounts…"), icon="users"),
        Command(
            name="settings", group=group, text=translate("Shortcuts", "Settings…"), keys=("Ctrl+,",),
            icon="settings",
        ),
        Command(
            name="full_screen", group=group, text=translate("Shortcuts", "Full screen"), keys=("F11",),
        ),
        Command(
            name="palette", group=group, text=translate("Shortcuts", "Find a command…"),
            keys=("Ctrl+K",), in_menu=False,
        ),
        Command(
            name="menu", group=group, text=translate("Shortcuts", "Open this menu"), keys=("F10",),
            in_menu=False,
        ),
        Command(
            name="shortcuts", group=group, text=translate("Shortcuts", "Keyboard shortcuts"),
            keys=("F1", "?"), icon="keyboard",
        ),
        Command(name="show_log", group=group, text=translate("Shortcuts", "Show log"), icon="log"),
        Command(name="copy_log", group=group, text=translate("Shortcuts", "Copy log"), icon="copy"),
        Command(name="about", group=group, text=translate("Shortcuts", "About Volière"), icon="info"),
        Command(name="quit", group=group, text=translate("Shortcuts", "Quit"), keys=("Ctrl+Q",)),
    )  # fmt: skip


def post_keys() -> tuple[Command, ...]:
    """What the keys do while a column of posts has the keyboard."""
    translate = QCoreApplication.translate
    rows = (
        ("J", translate("Shortcuts", "Next post")),
        ("K", translate("Shortcuts", "Previous post")),
        ("Home", translate("Shortcuts", "Newest post")),
        ("O", translate("Shortcuts", "Show the thread (also Return)")),
        ("R", translate("Shortcuts", "Reply")),
        ("B", translate("Shortcuts", "Boost or take it back")),
        ("F", translate("Shortcuts", "Favourite or take it back")),
        ("D", translate("Shortcuts", "Bookmark or take it back")),
        ("X", translate("Shortcuts", "Open or close a content warning")),
        ("E", translate("Shortcuts", "Show or cover sensitive media")),
        ("V", translate("Shortcuts", "Look at pictures")),
        ("P", translate("Shortcuts", "Show the author's profile")),
        ("U", translate("Shortcuts", "Open the link")),
        ("Ctrl+C", translate("Shortcuts", "Copy the selection or the post")),
        ("Menu", translate("Shortcuts", "All that can be done with a post")),
    )
    return tuple(
        Command(name=f"post_{key}", group=KeyGroup.POSTS, text=text, keys=(key,), in_menu=False)
        for key, text in rows
    )
