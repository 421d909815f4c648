"""Another key for a command."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QComboBox, QFormLayout, QKeySequenceEdit, QWidget

from desktop.viewmodels.keys_vm import KeysViewModel
from desktop.views.controls import plain_label, push_button
from desktop.views.dialog import Dialog
from desktop.views.shortcuts import Command, commands
from desktop.views.theme import Tokens


class ChangeKeyDialog(Dialog):
    """A key that another command has is taken from it, which is said before."""

    def __init__(self, keys: KeysViewModel, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Change a key"), "changeKeyDialog", tokens, parent)
        self._keys = keys
        self._commands = {command.name: command for command in commands()}
        self.resize(tokens.size(480), tokens.size(260))
        self.command = QComboBox(self)
        self.command.setObjectName("changeKeyCommand")
        self.command.setAccessibleName(self.tr("Command"))
        for command in self._commands.values():
            self.command.addItem(command.text, command.name)
        self.edit = QKeySequenceEdit(self)
        self.edit.setObjectName("changeKeyEdit")
        self.edit.setAccessibleName(self.tr("Key"))
        self.edit.setMaximumSequenceLength(1)
        form = QFormLayout()
        form.addRow(self.tr("Command"), self.command)
        form.addRow(self.tr("Key"), self.edit)
        self.body.addLayout(form)
        self.said = plain_label(object_name="changeKeySaid", look="note", wraps=True)
        self.body.addWidget(self.said)
        self.body.addStretch(1)
        self.default = push_button(
            self.tr("As it was made"), object_name="changeKeyDefault", pressed=self._reset
        )
        self.save = push_button(
            self.tr("Use this key"), object_name="changeKeySave", look="main", pressed=self._save
        )
        close = push_button(self.tr("Close"), object_name="changeKeyClose", pressed=self.reject)
        self.add_buttons(close, self.save, left=self.default)
        self.command.currentIndexChanged.connect(self._show)
        self.edit.keySequenceChanged.connect(self._judge)
        self._show()

    @property
    def _chosen(self) -> Command:
        return self._commands[self.command.currentData()]

    @property
    def _wanted(self) -> str:
        return self.edit.keySequence().toString()

    def _keys_of(self, command: Command) -> tuple[str, ...]:
        return self._keys.keys_of(command.name, command.keys)

    def _owner(self) -> Command | None:
        """Who else has the key that is wanted."""
        wanted = self.edit.keySequence()
        for command in self._commands.values():
            if command is not self._chosen and any(
                QKeySequence(key) == wanted for key in self._keys_of(command)
            ):
                return command
        return None

    def _show(self) -> None:
        keys = self._keys_of(self._chosen)
        self.edit.setKeySequence(QKeySequence(keys[0] if keys else ""))
        self._judge()

    def _judge(self) -> None:
        owner = self._owner() if self._wanted else None
        text = ""
        if owner is not None:
            text = self.tr("This key is taken from: {command}").replace("{command}", owner.text)
        elif not self._wanted:
            text = self.tr("No key will call this command.")
        self.said.setText(text)
        self.said.setVisible(bool(text))
        self.default.setEnabled(self._keys.is_changed(self._chosen.name))

    def _save(self) -> None:
        wanted, chosen, owner = self._wanted, self._chosen, self._owner()
        rest = self._keys_of(chosen)[1:]
        keys = tuple(dict.fromkeys((wanted, *rest))) if wanted else ()
        changes: dict[str, tuple[str, ...] | None] = {chosen.name: keys}
        if owner is not None and wanted:
            sequence = self.edit.keySequence()
            changes[owner.name] = tuple(
                key for key in self._keys_of(owner) if QKeySequence(key) != sequence
            )
        self._keys.change(changes)
        self._judge()

    def _reset(self) -> None:
        self._keys.change({self._chosen.name: None})
        self._show()
