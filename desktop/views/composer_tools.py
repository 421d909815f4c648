"""The row of small buttons: picture, poll, warning, emoji, language."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from desktop.domain.account import Capabilities
from desktop.viewmodels.composer_sentences import (
    language_label,
    system_language,
)
from desktop.views.controls import with_key
from desktop.views.icons import icon
from desktop.views.theme import MEDIUM, SIZE_SMALL, Tokens

_USUAL = ("en", "fr", "de", "es", "it", "pt", "nl", "ja", "zh", "ar", "pl", "uk", "ru", "ko")


class ComposerTools(QWidget):
    """What the account's server cannot do is not offered."""

    image_wanted = Signal()
    poll_toggled = Signal(bool)
    warning_toggled = Signal(bool)
    emoji_wanted = Signal()
    thread_toggled = Signal(bool)
    language_chosen = Signal(str)
    """A code; empty: guess it."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composerTools")
        self._tokens = tokens
        self._language = ""
        self._is_guessed = True
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(tokens.size(4))
        self._image = self._button("composerAddImage", self.tr("Add pictures"), "Ctrl+Shift+I")
        self._image.clicked.connect(self.image_wanted)
        self._poll = self._button(
            "composerAddPoll", self.tr("Poll"), "Ctrl+Shift+P", checkable=True
        )
        self._poll.clicked.connect(self.poll_toggled)
        self._warning = self._button(
            "composerAddWarning", self.tr("Content warning"), "Ctrl+Shift+W", checkable=True
        )
        self._warning.setText(self.tr("CW"))
        self._warning.clicked.connect(self.warning_toggled)
        self._emoji = self._button("composerEmoji", self.tr("Emoji"), "Ctrl+Shift+E")
        self._emoji.clicked.connect(self.emoji_wanted)
        self._thread = self._button(
            "composerThread", self.tr("Thread"), "Ctrl+Shift+T", checkable=True
        )
        self._thread.clicked.connect(self.thread_toggled)
        self._languages = self._button("composerLanguage", self.tr("Language"), "Ctrl+Shift+L")
        self._languages.clicked.connect(self._show_languages)
        for button in self.buttons:
            layout.addWidget(button)
        layout.addStretch(1)
        self.apply_tokens(tokens)

    @property
    def buttons(self) -> tuple[QToolButton, ...]:
        """In the order of the tab key."""
        return (
            self._image, self._poll, self._warning, self._emoji, self._thread, self._languages,
        )  # fmt: skip

    @property
    def emoji_button(self) -> QToolButton:
        return self._emoji

    def show_abilities(
        self, able: Capabilities, *, room: int, has_poll: bool, has_warning: bool
    ) -> None:
        self._image.setVisible(able.can_upload)
        self._image.setEnabled(room > 0 and not has_poll)
        self._poll.setVisible(able.can_poll or has_poll)
        self._poll.setChecked(has_poll)
        self._warning.setVisible(able.can_warn or has_warning)
        self._warning.setChecked(has_warning)
        self._languages.setVisible(able.can_set_language)

    def show_thread(self, *, is_thread: bool, can_be: bool) -> None:
        self._thread.setVisible(can_be or is_thread)
        self._thread.setChecked(is_thread)

    def show_language(self, code: str, *, is_guessed: bool) -> None:
        self._language, self._is_guessed = code, is_guessed
        self._languages.setText(code)
        name = language_label(code)
        said = self.tr("Language: {name}, guessed") if is_guessed else self.tr("Language: {name}")
        self._languages.setAccessibleName(said.format(name=name))
        self._languages.setToolTip(with_key(said.format(name=name), "Ctrl+Shift+L"))

    def apply_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        c, px = tokens.colours, tokens.size
        self.setStyleSheet(
            f"QToolButton {{ background: {c.cover}; border: 2px solid {c.cover};"
            f" border-radius: 6px; color: {c.secondary}; padding: 0 {px(4)}px; }}"
            f"QToolButton:hover {{ background: {c.hairline}; }}"
            f"QToolButton:checked {{ color: {c.accent}; border-color: {c.accent}; }}"
            f"QToolButton:focus {{ border-color: {c.text}; }}"
            f"QToolButton:disabled {{ color: {c.faint}; background: transparent; }}"
        )
        colour, faint = tokens.colour("secondary"), tokens.colour("hairline")
        self._image.setIcon(icon("image", colour, faint))
        self._poll.setIcon(icon("poll", colour, faint))
        self._emoji.setIcon(icon("smile", colour))
        self._thread.setIcon(icon("thread", colour))
        for button in self.buttons:
            button.setFont(tokens.font(SIZE_SMALL, MEDIUM))
            button.setIconSize(QSize(px(17), px(17)))
            button.setFixedHeight(px(32))
            button.setMinimumWidth(px(38))

    def _button(self, name: str, label: str, keys: str, *, checkable: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAccessibleName(label)
        button.setToolTip(f"{label} ({keys})")
        # A button's own shortcut would act only after a pressed look of 100 ms.
        QShortcut(QKeySequence(keys), button, button.click)
        button.setCheckable(checkable)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _show_languages(self) -> None:
        menu = choice_menu(self, "composerLanguageMenu")
        group = QActionGroup(menu)
        guess = menu.addAction(self.tr("Guess from the text"))
        add_choice(guess, group, self._is_guessed, lambda: self.language_chosen.emit(""))
        menu.addSeparator()
        codes = dict.fromkeys((self._language, system_language(), *_USUAL))
        for code in codes:
            if not code:
                continue
            action = menu.addAction(f"{language_label(code)} ({code})")
            is_on = code == self._language and not self._is_guessed
            add_choice(action, group, is_on, self._speak(code))
        open_below(self._languages, menu, group)

    def _speak(self, code: str) -> Callable[[], None]:
        return lambda: self.language_chosen.emit(code)


def add_choice(
    action: QAction, group: QActionGroup, is_on: bool, chosen: Callable[[], object]
) -> None:
    action.setCheckable(True)
    action.setChecked(is_on)
    group.addAction(action)
    action.triggered.connect(lambda _checked=False: chosen())


def choice_menu(parent: QWidget, name: str) -> QMenu:
    menu = QMenu(parent)
    menu.setObjectName(name)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def open_below(button: QToolButton, menu: QMenu, group: QActionGroup) -> None:
    """With the present choice under the cursor."""
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    checked = group.checkedAction()
    if checked is not None:
        menu.setActiveAction(checked)
