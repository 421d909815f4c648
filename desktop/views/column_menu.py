"""A column's menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from desktop.domain.timeline_kind import TimelineKind
from desktop.viewmodels.column_vm import ColumnViewModel
from desktop.viewmodels.deck_vm import DeckViewModel
from desktop.views.controls import key_name
from desktop.views.icons import icon
from desktop.views.theme import Tokens

WIDTH_STEP = 20


class ColumnMenu(QObject):
    """Builds the menu anew each time, so that it says what is possible now."""

    def __init__(
        self, deck: DeckViewModel, column: ColumnViewModel, tokens: Tokens, owner: QWidget
    ) -> None:
        super().__init__(owner)
        self._deck = deck
        self._column = column
        self._owner = owner
        self.tokens = tokens

    def build(self) -> QMenu:
        deck, column = self._deck, self._column
        menu = QMenu(self._owner)
        menu.setObjectName("columnMenuRows")
        menu.setAccessibleName(self.tr("Column menu"))
        self._add(menu, "refresh", self.tr("Refresh"), column.refresh, "F5")
        self._add(menu, "check", self.tr("Mark all as read"), column.mark_read, "Ctrl+M")
        if not column.is_temporary:
            self._add(
                menu, "check", self.tr("Mark as read and clear"), lambda: deck.clear(column.id),
                "Ctrl+Shift+K",
            )  # fmt: skip
        menu.addSeparator()
        if column.is_temporary:
            if column.kind is not TimelineKind.THREAD:
                self._add(
                    menu, "pin", self.tr("Keep this column"), lambda: deck.keep(column.id), ""
                )
        else:
            self._add(
                menu, "chevron-left", self.tr("Move left"), lambda: deck.move(column.id, -1),
                "Ctrl+Shift+Left",
            )  # fmt: skip
            self._add(
                menu, "chevron-right", self.tr("Move right"), lambda: deck.move(column.id, 1),
                "Ctrl+Shift+Right",
            )  # fmt: skip
        width = column.column.width
        self._add(
            menu, "", self.tr("Wider"), lambda: deck.resize(column.id, width + WIDTH_STEP),
            "Ctrl+Alt+Right",
        )  # fmt: skip
        self._add(
            menu, "", self.tr("Narrower"), lambda: deck.resize(column.id, width - WIDTH_STEP),
            "Ctrl+Alt+Left",
        )  # fmt: skip
        self._add(menu, "", self.tr("Usual width"), lambda: deck.reset_width(column.id), "")
        shares = self.tr("Share the room left")
        self._switch(
            menu, shares, column.column.shares_room, lambda on: deck.share_room(column.id, on)
        )
        self._add(menu, "fold", self.tr("Fold"), lambda: deck.fold(column.id, True), "Ctrl+Shift+M")
        is_solo = deck.solo is column
        self._add(
            menu, "unfold", self.tr("Show all columns") if is_solo else self.tr("Show only this"),
            lambda: deck.set_solo("" if is_solo else column.id), "Ctrl+Shift+F",
        )  # fmt: skip
        if not column.is_temporary:
            self._add_decks(menu)
        menu.addSeparator()
        self._add(menu, "edit", self.tr("Rename…"), self.rename, "F2")
        if not (column.is_temporary or column.column.is_spacer):
            self._add(
                menu, "settings", self.tr("Sources, rules and pace…"),
                lambda: deck.setup_requested.emit(column.id), "Ctrl+E",
            )  # fmt: skip
        if column.column.search is not None:
            self._add(menu, "filter", self.tr("Edit keywords…"), self.edit_search, "")
        menu.addSeparator()
        if column.is_temporary:
            self._add(menu, "close", self.tr("Close"), lambda: deck.remove(column.id), "Esc")
        else:
            self._add(
                menu, "trash", self.tr("Remove column"), lambda: deck.remove(column.id), "Ctrl+W"
            )
        return menu

    def show(self, at: QPoint) -> None:
        menu = self.build()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def rename(self) -> None:
        title, is_accepted = QInputDialog.getText(
            self._owner,
            self.tr("Rename column"),
            self.tr("Title (empty: as it was at first):"),
            text=self._column.title,
        )
        if is_accepted:
            self._deck.rename(self._column.id, title)

    def edit_search(self) -> None:
        self._deck.edit_requested.emit(self._column.id)

    def _add_decks(self, menu: QMenu) -> None:
        """Other decks that it could go to."""
        others = [one for one in self._deck.decks.all if not one.is_current]
        if not others:
            return
        target = menu.addMenu(self.tr("Move to deck"))
        target.setObjectName("columnToDeck")
        for one in others:
            action = target.addAction(f"{one.number}  {one.name}" if one.own_name else one.name)
            action.triggered.connect(
                lambda _=False, d=one: self._deck.decks.move_column(self._column.id, d.id)
            )

    def _switch(self, menu: QMenu, text: str, is_on: bool, run: Callable[[bool], object]) -> None:
        action = menu.addAction(text)
        action.setObjectName(f"column:{text}")
        action.setCheckable(True)
        action.setChecked(is_on)
        action.toggled.connect(lambda on: run(on))

    def _add(self, menu: QMenu, name: str, text: str, run: Callable[[], object], key: str) -> None:
        shown = f"{text}\t{key_name(key)}" if key else text
        action = menu.addAction(shown)
        action.setObjectName(f"column:{text}")
        if name:
            action.setIcon(icon(name, self.tokens.colour("secondary")))
        action.triggered.connect(lambda: run())
