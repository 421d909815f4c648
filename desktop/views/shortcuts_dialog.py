"""All keys on one page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from desktop.viewmodels.keys_vm import KeysViewModel
from desktop.views import theme
from desktop.views.controls import plain_label, push_button
from desktop.views.dialog import Dialog
from desktop.views.shortcuts import Command, KeyGroup, commands, group_name, post_keys
from desktop.views.theme import Tokens


class ShortcutsDialog(Dialog):
    """Two columns of groups; made from the same list as the shortcuts themselves."""

    change_wanted = Signal()

    def __init__(
        self, tokens: Tokens, parent: QWidget | None = None, keys: KeysViewModel | None = None
    ) -> None:
        super().__init__(self.tr("Keyboard shortcuts"), "shortcutsDialog", tokens, parent)
        self.resize(tokens.size(860), tokens.size(600))
        self._keys = keys
        self._area = QScrollArea(self)
        self._fill()
        area = self._area
        area.setObjectName("shortcutsArea")
        area.setAccessibleName(self.tr("Keyboard shortcuts"))
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(area, 1)
        close = push_button(
            self.tr("Close"), object_name="shortcutsClose", look="main", pressed=self.accept
        )
        if keys is None:
            self.add_buttons(close)
            return
        keys.changed.connect(self._fill)
        change = push_button(
            self.tr("Change a key…"), object_name="shortcutsChange",
            pressed=self.change_wanted.emit,
        )  # fmt: skip
        reset = push_button(
            self.tr("All as they were made"), object_name="shortcutsReset", pressed=keys.reset
        )
        self.add_buttons(change, close, left=reset)

    def _fill(self) -> None:
        tokens = self.tokens
        page = QWidget()
        page.setObjectName("shortcutsPage")
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(3, 1)
        grid.setColumnMinimumWidth(2, tokens.size(24))
        self._add(grid, (KeyGroup.COLUMNS, KeyGroup.DECKS), 0)
        self._add(grid, (KeyGroup.POSTS, KeyGroup.WRITING, KeyGroup.WINDOW), 3)
        grid.setRowStretch(grid.rowCount(), 1)
        self._area.setWidget(page)

    def _keys_of(self, command: Command) -> tuple[str, ...]:
        if self._keys is None or command.group is KeyGroup.POSTS:
            return command.keys
        return self._keys.keys_of(command.name, command.keys)

    def _add(self, grid: QGridLayout, groups: tuple[KeyGroup, ...], column: int) -> None:
        line = 0
        for group in groups:
            heading = plain_label(
                group_name(group), object_name=f"keys:{group.value}",
                font=self.tokens.font(theme.SIZE_BODY, theme.SEMIBOLD),
            )  # fmt: skip
            heading.setContentsMargins(0, 8 if line else 0, 0, 2)
            grid.addWidget(heading, line, column, 1, 2)
            line += 1
            for command in (*commands(), *post_keys()):
                pressed = self._keys_of(command)
                if command.group is group and pressed:
                    shown = QKeySequence.SequenceFormat.NativeText
                    keys = "  ".join(QKeySequence(key).toString(shown) for key in pressed)
                    text = plain_label(command.text, object_name=f"key:{command.name}", wraps=True)
                    grid.addWidget(text, line, column)
                    key = plain_label(keys, look="secondary")
                    grid.addWidget(key, line, column + 1, Qt.AlignmentFlag.AlignRight)
                    line += 1
