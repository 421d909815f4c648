"""The row of small buttons under the text: picture, poll, warning, emoji, language, visibility."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from desktop.domain.account import Capabilities, Visibility
from desktop.viewmodels.composer_sentences import (
    language_label,
    visibility_help,
    visibility_label,
)
from desktop.views.icons import icon
from desktop.views.theme import MEDIUM, SIZE_SMALL, Tokens

VISIBILITY_ICONS = {
    Visibility.PUBLIC: "globe", Visibility.UNLISTED: "eye-off", Visibility.FOLLOWERS: "lock",
    Visibility.DIRECT: "at", Visibility.LOCAL: "server",
}  # fmt: skip
_USUAL = ("en", "fr", "de", "es", "it", "pt", "nl", "ja", "zh", "ar", "pl", "uk", "ru", "ko")


class ComposerTools(QWidget):
    """What the account's server cannot do is not offered."""

    image_wanted = Signal()
    poll_toggled = Signal(bool)
    warning_toggled = Signal(bool)
    emoji_wanted = Signal()
    language_chosen = Signal(str)
    """A code; empty: guess it."""
    visibility_chosen = Signal(object)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composerTools")
        self._tokens = tokens
        self._visibility = Visibility.PUBLIC
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
        self._emoji.setText("☺")
        self._emoji.clicked.connect(self.emoji_wanted)
        self._languages = self._button("composerLanguage", self.tr("Language"), "Ctrl+Shift+L")
        self._languages.clicked.connect(self._show_languages)
        self._visibilities = self._button(
            "composerVisibility", self.tr("Who can see it"), "Ctrl+Shift+V"
        )
        self._visibilities.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._visibilities.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._visibilities.clicked.connect(self._show_visibilities)
        self._choices: tuple[Visibility, ...] = ()
        for button in self.buttons:
            layout.addWidget(button, 1 if button is self._visibilities else 0)
        self.apply_tokens(tokens)

    @property
    def buttons(self) -> tuple[QToolButton, ...]:
        """In the order of the tab key."""
        return (
            self._image, self._poll, self._warning, self._emoji, self._languages,
            self._visibilities,
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

    def show_language(self, code: str, *, is_guessed: bool) -> None:
        self._language, self._is_guessed = code, is_guessed
        self._languages.setText(code)
        name = language_label(code)
        said = self.tr("Language: {name}, guessed") if is_guessed else self.tr("Language: {name}")
        self._languages.setAccessibleName(said.format(name=name))
        self._languages.setToolTip(f"{said.format(name=name)} (Ctrl+Shift+L)")

    def show_visibility(self, visibility: Visibility, choices: Sequence[Visibility]) -> None:
        self._visibility = visibility
        self._choices = tuple(choices)
        label = visibility_label(visibility)
        self._visibilities.setAccessibleName(self.tr("Who can see it: {who}").format(who=label))
        self._visibilities.setToolTip(f"{label}: {visibility_help(visibility)} (Ctrl+Shift+V)")
        self._visibilities.setEnabled(bool(choices))
        self._paint_visibility()

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
        for button in self.buttons:
            button.setFont(tokens.font(SIZE_SMALL, MEDIUM))
            button.setIconSize(QSize(px(17), px(17)))
            button.setFixedHeight(px(32))
            if button is not self._visibilities:
                button.setMinimumWidth(px(34))
        self._emoji.setFont(tokens.font(16))
        self._paint_visibility()

    def resizeEvent(self, event: object) -> None:  # noqa: ARG002
        self._paint_visibility()

    def _paint_visibility(self) -> None:
        tokens = self._tokens
        button = self._visibilities
        button.setIcon(icon(VISIBILITY_ICONS[self._visibility], tokens.colour("text")))
        room = button.width() - button.iconSize().width() - tokens.size(22)
        label = QFontMetrics(button.font()).elidedText(
            visibility_label(self._visibility), Qt.TextElideMode.ElideRight, max(0, room)
        )
        button.setText(label)

    def _button(self, name: str, label: str, keys: str, *, checkable: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAccessibleName(label)
        button.setToolTip(f"{label} ({keys})")
        button.setShortcut(keys)
        button.setCheckable(checkable)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _show_visibilities(self) -> None:
        menu = self._menu("composerVisibilityMenu")
        group = QActionGroup(menu)
        for each in self._choices:
            action = menu.addAction(f"{visibility_label(each)}: {visibility_help(each)}")
            action.setIcon(icon(VISIBILITY_ICONS[each], self._tokens.colour("secondary")))
            _choice(action, group, each is self._visibility, self._choose(each))
        self._open(menu, self._visibilities, group)

    def _choose(self, visibility: Visibility) -> Callable[[], None]:
        return lambda: self.visibility_chosen.emit(visibility)

    def _show_languages(self) -> None:
        menu = self._menu("composerLanguageMenu")
        group = QActionGroup(menu)
        guess = menu.addAction(self.tr("Guess from the text"))
        _choice(guess, group, self._is_guessed, lambda: self.language_chosen.emit(""))
        menu.addSeparator()
        codes = dict.fromkeys((self._language, QLocale().name()[:2], *_USUAL))
        for code in codes:
            if not code:
                continue
            action = menu.addAction(f"{language_label(code)} ({code})")
            is_on = code == self._language and not self._is_guessed
            _choice(action, group, is_on, self._speak(code))
        self._open(menu, self._languages, group)

    def _speak(self, code: str) -> Callable[[], None]:
        return lambda: self.language_chosen.emit(code)

    def _menu(self, name: str) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName(name)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _open(self, menu: QMenu, button: QToolButton, group: QActionGroup) -> None:
        checked = group.checkedAction()
        if checked is not None:
            menu.setActiveAction(checked)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def _choice(
    action: QAction, group: QActionGroup, is_on: bool, chosen: Callable[[], object]
) -> None:
    action.setCheckable(True)
    action.setChecked(is_on)
    group.addAction(action)
    action.triggered.connect(lambda _checked=False: chosen())
