"""The window's commands: keys, and the one menu that holds them all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.viewmodels.deck_vm import DeckViewModel
from desktop.viewmodels.keys_vm import KeysViewModel
from desktop.views.column_menu import WIDTH_STEP
from desktop.views.column_view import ColumnView
from desktop.views.deck_buttons import DeckMenu
from desktop.views.deck_view import DeckView
from desktop.views.icons import icon
from desktop.views.palette import CommandPalette
from desktop.views.shortcuts import Command, KeyGroup, commands
from desktop.views.theme import Tokens
from desktop.views.window_dialogs import WindowDialogs


class WindowCommands(QObject):
    """One QAction for each command, by its name."""

    def __init__(
        self,
        window: QWidget,
        deck: DeckViewModel,
        deck_view: DeckView,
        dialogs: WindowDialogs,
        of_window: Mapping[str, Callable[[], object]],
        tokens: Tokens,
        keys: KeysViewModel | None = None,
    ) -> None:
        """`of_window`: what the window itself does, by the names of its commands."""
        super().__init__(window)
        self._window = window
        self._deck = deck
        self._deck_view = deck_view
        self._tokens = tokens
        self._keys = keys
        if keys is not None:
            keys.changed.connect(self._take_keys)
        self._menu: QMenu | None = None
        self.actions: dict[str, QAction] = {}
        doing = {**self._doing(dialogs), **of_window}
        for command in commands():
            self.actions[command.name] = self._make(command, doing[command.name])
        self.set_tokens(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        for command in commands():
            if command.icon:
                drawn = icon(command.icon, tokens.colour("secondary"), tokens.colour("hairline"))
                self.actions[command.name].setIcon(drawn)

    def menu(self) -> QMenu:
        """All commands, grouped; the keys stand beside them."""
        if self._menu is None:
            self._menu = QMenu(self._window)
            self._menu.setObjectName("windowMenu")
            self._menu.setAccessibleName(self.tr("All commands"))
            group = KeyGroup.WRITING
            for command in commands():
                if not command.in_menu:
                    continue
                if command.group is not group:
                    self._menu.addSeparator()
                    group = command.group
                self._menu.addAction(self.actions[command.name])
        return self._menu

    def _make(self, command: Command, run: Callable[[], object]) -> QAction:
        action = QAction(command.text, self._window)
        action.setObjectName(f"command:{command.name}")
        action.setShortcuts([QKeySequence(key) for key in self._keys_of(command)])
        action.triggered.connect(lambda: run())
        if command.name == "close_beside":
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._deck_view.addAction(action)
        else:
            self._window.addAction(action)
        return action

    def _keys_of(self, command: Command) -> tuple[str, ...]:
        if self._keys is None:
            return command.keys
        return self._keys.keys_of(command.name, command.keys)

    def _take_keys(self) -> None:
        """Other keys hold at once."""
        for command in commands():
            keys = [QKeySequence(key) for key in self._keys_of(command)]
            self.actions[command.name].setShortcuts(keys)

    def _doing(self, dialogs: WindowDialogs) -> dict[str, Callable[[], object]]:
        deck, deck_view = self._deck, self._deck_view
        doing: dict[str, Callable[[], object]] = {
            "add_column": dialogs.add_column,
            "search": dialogs.search,
            "remove_column": lambda: self._with_column(lambda v: deck.remove(v.column.id)),
            "undo_remove": deck.undo_remove,
            "rename_column": lambda: self._with_column(lambda v: v.menu.rename()),
            "refresh": lambda: self._with_column(lambda v: v.column.refresh(), deck.refresh_all),
            "refresh_all": deck.refresh_all,
            "mark_read": lambda: self._with_column(lambda v: v.column.mark_read()),
            "clear_column": lambda: self._with_column(lambda v: deck.clear(v.column.id)),
            "setup_column": lambda: self._with_column(lambda v: dialogs.set_up(v.column.id)),
            "focus_left": lambda: deck_view.step(-1),
            "focus_right": lambda: deck_view.step(1),
            "move_left": lambda: self._with_column(lambda v: deck.move(v.column.id, -1)),
            "move_right": lambda: self._with_column(lambda v: deck.move(v.column.id, 1)),
            "wider": lambda: self._with_column(lambda v: self._widen(v, WIDTH_STEP)),
            "narrower": lambda: self._with_column(lambda v: self._widen(v, -WIDTH_STEP)),
            "find": self.find,
            "palette": self.show_palette,
            "fit_column": lambda: self._with_column(deck_view.fit),
            "share_room": lambda: self._with_column(self._share),
            "fold_column": lambda: self._with_column(self._fold),
            "solo": deck_view.toggle_solo,
            "add_spacer": lambda: self._with_column(
                lambda v: deck.add_spacer(v.column.id), deck.add_spacer
            ),
            **self._with_decks(),
            "close_beside": lambda: self._with_column(self._close_beside),
            "add_account": dialogs.sign_in,
            "accounts": dialogs.accounts,
            "settings": dialogs.settings,
            "shortcuts": dialogs.shortcuts,
            "show_log": dialogs.log,
            "copy_log": dialogs.copy_log,
            "about": dialogs.about,
        }
        for place in range(1, 10):
            doing[f"column_{place}"] = partial(deck_view.focus_place, place - 1)
        return doing

    def find(self) -> None:
        """In the column that has the keyboard, else in the first one."""
        view = self._deck_view.focused or next(iter(self._deck_view.views), None)
        if view is not None:
            view.find_words()

    def show_palette(self) -> None:
        """Every command by its name; it acts on the column that had the keyboard."""
        focused = self._deck_view.focused
        actions = [action for name, action in self.actions.items() if name != "palette"]
        palette = CommandPalette(actions, self._tokens, self._window)
        if focused is not None:
            palette.accepted.connect(focused.focus)
        palette.finished.connect(palette.deleteLater)
        palette.show()

    def _with_decks(self) -> dict[str, Callable[[], object]]:
        decks = self._deck.decks
        menu = DeckMenu(decks, self._tokens, self._window)
        doing: dict[str, Callable[[], object]] = {
            "new_deck": menu.add,
            "rename_deck": lambda: menu.rename(decks.current),
            "remove_deck": lambda: decks.remove(decks.current.id),
            "next_deck": lambda: decks.step(1),
            "previous_deck": lambda: decks.step(-1),
            "export_decks": menu.export,
            "import_decks": menu.take,
        }
        for place in range(1, 10):
            doing[f"deck_{place}"] = partial(decks.show_place, place - 1)
        return doing

    def _share(self, view: ColumnView) -> None:
        self._deck.share_room(view.column.id, not view.column.column.shares_room)

    def _fold(self, view: ColumnView) -> None:
        self._deck.fold(view.column.id, not view.column.column.is_folded)

    def _with_column(
        self,
        run: Callable[[ColumnView], object],
        otherwise: Callable[[], object] = lambda: None,
    ) -> None:
        """Do it with the column that has the keyboard."""
        view = self._deck_view.focused
        if view is not None:
            run(view)
        else:
            otherwise()

    def _widen(self, view: ColumnView, step: int) -> None:
        self._deck.resize(view.column.id, view.column.column.width + step)

    def _close_beside(self, view: ColumnView) -> None:
        if view.column.is_temporary:
            self._deck.remove(view.column.id)
