"""The decks on the rail: one button each, by number, and their menu."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu, QToolButton, QVBoxLayout, QWidget

from desktop.viewmodels.decks_vm import DeckShown, DecksViewModel
from desktop.views import theme
from desktop.views.icons import icon
from desktop.views.theme import Tokens


class DeckButton(QToolButton):
    """A deck's number; a warm dot says that it has something new while another is shown."""

    def __init__(self, deck: DeckShown, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"deck:{deck.number}")
        self._tokens = tokens
        self.deck = deck
        side = tokens.size(32)
        self.setFixedSize(side, side)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_deck(deck)

    def set_deck(self, deck: DeckShown) -> None:
        self.deck = deck
        said = deck.name
        if deck.unread:
            said = self.tr("{name}, {count} new").format(name=deck.name, count=deck.unread)
        if deck.is_current:
            said = self.tr("{name}, shown").format(name=said)
        self.setAccessibleName(said)
        self.setToolTip(self.tr("{name} (Ctrl+{number})").format(name=said, number=deck.number))
        self.update()

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, deck = self._tokens, self.deck
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(tokens.colour("accent") if self.hasFocus() else Qt.PenStyle.NoPen)
        is_lit = deck.is_current or self.underMouse()
        painter.setBrush(tokens.colour("cover") if is_lit else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, theme.CORNER, theme.CORNER)
        weight = theme.SEMIBOLD if deck.is_current else theme.REGULAR
        painter.setFont(tokens.font(theme.SIZE_BODY, weight, tabular=True))
        painter.setPen(tokens.colour("text" if deck.is_current else "secondary"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(deck.number))
        if deck.unread and not deck.is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.colour("warm"))
            size = tokens.size(7)
            painter.drawEllipse(QRectF(box.right() - size - 2, box.top() + 3, size, size))


class DeckButtons(QWidget):
    """As many buttons as there are decks, in their order."""

    def __init__(
        self, decks: DecksViewModel, tokens: Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("deckButtons")
        self.setAccessibleName(self.tr("Decks"))
        self._decks = decks
        self._tokens = tokens
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._buttons: list[DeckButton] = []
        decks.changed.connect(self.refresh)
        self.refresh()

    @property
    def buttons(self) -> tuple[DeckButton, ...]:
        return tuple(self._buttons)

    def refresh(self) -> None:
        decks = self._decks.all
        while len(self._buttons) > len(decks):
            button = self._buttons.pop()
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        for place, deck in enumerate(decks):
            if place < len(self._buttons):
                self._buttons[place].set_deck(deck)
            else:
                self._make(deck)

    def _make(self, deck: DeckShown) -> None:
        button = DeckButton(deck, self._tokens, self)
        button.clicked.connect(lambda _=False, b=button: self._decks.show(b.deck.id))
        self._buttons.append(button)
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        button.show()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = self.childAt(event.pos())
        deck = at.deck if isinstance(at, DeckButton) else self._decks.current
        menu = DeckMenu(self._decks, self._tokens, self).build(deck)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())


class DeckMenu(QObject):
    """What can be done with a deck; the window's commands do the same for the one shown."""

    def __init__(self, decks: DecksViewModel, tokens: Tokens, owner: QWidget) -> None:
        super().__init__(owner)
        self._decks = decks
        self._tokens = tokens
        self._owner = owner

    def build(self, deck: DeckShown) -> QMenu:
        owner, decks = self._owner, self._decks
        menu = QMenu(owner)
        menu.setObjectName("deckMenu")
        menu.setAccessibleName(deck.name)
        rows = (
            ("edit", self.tr("Rename “{name}”…"), lambda: self.rename(deck)),
            ("plus", self.tr("New deck…"), self.add),
            ("trash", self.tr("Remove “{name}”"), lambda: decks.remove(deck.id)),
            ("external", self.tr("Export all decks…"), self.export),
            ("image", self.tr("Import decks…"), self.take),
        )
        for number, (name, text, run) in enumerate(rows):
            if number == 3:
                menu.addSeparator()
            action = menu.addAction(text.replace("{name}", deck.name))
            action.setIcon(icon(name, self._tokens.colour("secondary")))
            action.triggered.connect(lambda _=False, r=run: r())
            if number == 1:
                action.setEnabled(decks.can_add)
        return menu

    def rename(self, deck: DeckShown) -> None:
        owner = self._owner
        name, is_accepted = QInputDialog.getText(
            owner, self.tr("Rename deck"), self.tr("Name (empty: its number):"),
            text=deck.own_name,
        )  # fmt: skip
        if is_accepted:
            self._decks.rename(deck.id, name)

    def add(self) -> None:
        owner = self._owner
        name, is_accepted = QInputDialog.getText(
            owner, self.tr("New deck"), self.tr("Name (may stay empty):")
        )
        if is_accepted:
            self._decks.add(name)

    def export(self) -> None:
        owner = self._owner
        path, _ = QFileDialog.getSaveFileName(
            owner, self.tr("Export all decks"), "voliere-decks.toml", self.tr("Decks (*.toml)")
        )
        if path:
            self._decks.export(Path(path))

    def take(self) -> None:
        owner = self._owner
        path, _ = QFileDialog.getOpenFileName(
            owner, self.tr("Import decks"), "", self.tr("Decks (*.toml);;All files (*)")
        )
        if path:
            self._decks.take(Path(path))
