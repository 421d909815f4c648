"""Who can see it: one button with the choice, over the sentence that says what it means."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from desktop.domain.account import Visibility
from desktop.viewmodels.composer_sentences import visibility_help, visibility_label
from desktop.views.composer_tools import add_choice, choice_menu, open_below
from desktop.views.icons import icon, icon_pixmap
from desktop.views.theme import MEDIUM, SIZE_SMALL, Tokens

_ICONS = {
    Visibility.PUBLIC: "globe", Visibility.UNLISTED: "eye-off", Visibility.FOLLOWERS: "lock",
    Visibility.DIRECT: "at", Visibility.LOCAL: "server",
}  # fmt: skip
_KEYS = "Ctrl+Shift+V"


class VisibilityButton(QToolButton):
    """As wide as the composer; opens a menu of what the server has."""

    chosen = Signal(object)
    """Visibility"""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composerVisibility")
        QShortcut(QKeySequence(_KEYS), self, self.click)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._visibility = Visibility.PUBLIC
        self._choices: tuple[Visibility, ...] = ()
        self.clicked.connect(self._open)
        self.apply_tokens(tokens)

    def show_visibility(self, visibility: Visibility, choices: Sequence[Visibility]) -> None:
        """`choices` empty: it cannot be changed."""
        self._visibility = visibility
        self._choices = tuple(choices)
        label = visibility_label(visibility)
        self.setText(label)
        self.setAccessibleName(self.tr("Who can see it: {who}").format(who=label))
        self.setToolTip(f"{label}: {visibility_help(visibility)} ({_KEYS})")
        self.setEnabled(bool(choices))
        self.update()

    def apply_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        c = tokens.colours
        self.setFont(tokens.font(SIZE_SMALL, MEDIUM))
        self.setFixedHeight(tokens.size(30))
        self.setStyleSheet(
            f"QToolButton {{ background: {c.cover}; border: 2px solid {c.cover};"
            " border-radius: 6px; }"
            f"QToolButton:hover {{ background: {c.hairline}; }}"
            f"QToolButton:focus {{ border-color: {c.text}; }}"
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._tokens.size(120), self._tokens.size(30))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        label = self.text()
        tokens, px, ratio = self._tokens, self._tokens.size, self.devicePixelRatioF()
        size, edge = px(16), px(9)
        top = (self.height() - size) // 2
        ink = tokens.colour("text" if self.isEnabled() else "secondary")
        painter.drawPixmap(edge, top, icon_pixmap(_ICONS[self._visibility], ink, size, ratio))
        room = self.width() - 2 * (edge + size + px(6))
        painter.setPen(ink)
        painter.setFont(self.font())
        shown = painter.fontMetrics().elidedText(label, Qt.TextElideMode.ElideRight, room)
        text = self.rect().adjusted(edge + size + px(6), 0, 0, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if self.isEnabled():
            arrow = icon_pixmap("chevron-down", tokens.colour("secondary"), size, ratio)
            painter.drawPixmap(self.width() - edge - size, top, arrow)

    def _open(self) -> None:
        menu = choice_menu(self, "composerVisibilityMenu")
        group = QActionGroup(menu)
        for each in self._choices:
            action = menu.addAction(f"{visibility_label(each)}: {visibility_help(each)}")
            action.setIcon(icon(_ICONS[each], self._tokens.colour("secondary")))
            add_choice(action, group, each is self._visibility, self._choose(each))
        open_below(self, menu, group)

    def _choose(self, visibility: Visibility) -> Callable[[], None]:
        return lambda: self.chosen.emit(visibility)
