"""The parts of a thread: a line for each, with its room, its warning and its pictures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.draft import Draft
from desktop.viewmodels.composer_sentences import remaining_words
from desktop.viewmodels.composer_targets import PartCount
from desktop.views.style import set_look
from desktop.views.theme import SEMIBOLD, SIZE_SMALL, SPACE_S, SPACE_XS, Tokens

SHOWN = 60
"""Characters of a part that its line begins with."""


class PartLine(QWidget):
    """The parts are told apart by their number, from 0."""

    pressed = Signal(int)
    """Show where it begins in the text: a UTF-16 offset."""
    warned = Signal(int, object)
    """Part, and its own warning; None: that of the whole."""
    pictured = Signal(str, int)
    """Id of a picture, and the part that it goes with."""

    def __init__(self, number: int, tokens: Tokens) -> None:
        super().__init__()
        self.setObjectName(f"composerPart{number + 1}")
        self._number = number
        self._cut = 0
        self._draft: Draft | None = None
        self._text = ""
        self._place = QPushButton()
        self._place.setObjectName("composerPartPlace")
        self._place.clicked.connect(lambda: self.pressed.emit(self._cut))
        self._words = QLabel()
        self._words.setObjectName("composerPartWords")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._room = QLabel()
        self._room.setObjectName("composerPartRoom")
        self._pictures = QPushButton()
        self._pictures.setObjectName("composerPartPictures")
        self._pictures.clicked.connect(self._choose)
        self._own = QPushButton(self.tr("CW"))
        self._own.setObjectName("composerPartOwnWarning")
        self._own.setCheckable(True)
        self._own.setAccessibleName(
            self.tr("Own content warning of part {number}").format(number=number + 1)
        )
        self._own.setToolTip(self._own.accessibleName())
        self._own.clicked.connect(self._toggle)
        self._warning = QLineEdit()
        self._warning.setObjectName("composerPartWarning")
        self._warning.setAccessibleName(
            self.tr("Content warning of part {number}").format(number=number + 1)
        )
        self._warning.setPlaceholderText(self._warning.accessibleName())
        self._warning.textEdited.connect(lambda text: self.warned.emit(self._number, text))
        for button in (self._place, self._pictures, self._own):
            set_look(button, "link")
            button.setFont(tokens.font(SIZE_SMALL, SEMIBOLD))
        self._words.setFont(tokens.font(SIZE_SMALL))
        self._room.setFont(tokens.font(SIZE_SMALL, SEMIBOLD, tabular=True))
        set_look(self._words, "secondary")
        line = QHBoxLayout()
        line.setSpacing(SPACE_XS)
        for widget in (self._place, self._words, self._pictures, self._own, self._room):
            line.addWidget(widget, 1 if widget is self._words else 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(line)
        layout.addWidget(self._warning)

    def show_part(self, part: PartCount, total: int, draft: Draft, *, can_warn: bool) -> None:
        self._cut, self._draft = part.cut, draft
        count = part.count
        words = remaining_words(count.remaining, count.unit, count.limit, count.length)
        self._place.setText(f"{self._number + 1}/{total}")
        self._place.setAccessibleName(
            self.tr("Part {number} of {total}: {words}").format(
                number=self._number + 1, total=total, words=words
            )
        )
        self._text = " ".join(part.part.sent.split())[:SHOWN]
        self._elide()
        self._words.setToolTip(part.part.sent)
        shown = count.remaining if count.limit > 0 else count.length
        self._room.setText(self.locale().toString(shown))
        self._room.setToolTip(words)
        mine = sum(min(each.part, total - 1) == self._number for each in draft.media)
        self._pictures.setVisible(bool(draft.media))
        self._pictures.setText(self.tr("{count} pict.").format(count=mine))
        self._pictures.setAccessibleName(
            self.tr("Pictures of part {number}: {count}").format(
                number=self._number + 1, count=mine
            )
        )
        own = draft.part_warnings[self._number : self._number + 1]
        has_own = bool(own) and own[0] is not None
        self._own.setVisible(can_warn)
        self._own.setChecked(has_own)
        self._warning.setVisible(has_own)
        if has_own and self._warning.text() != own[0]:
            self._warning.setText(own[0] or "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        metrics = self._words.fontMetrics()
        room = self._words.width()
        self._words.setText(metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, room))

    def _toggle(self, is_on: bool) -> None:
        self.warned.emit(self._number, "" if is_on else None)
        if is_on:
            self._warning.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        if self._draft is None:
            return
        menu = QMenu(self)
        menu.setObjectName("composerPartPicturesMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, media in enumerate(self._draft.media, 1):
            name = media.alt or media.name or self.tr("Picture {number}").format(number=place)
            action = menu.addAction(name[:SHOWN].replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(media.part == self._number)
            action.triggered.connect(
                lambda is_on=False, each=media.id: self.pictured.emit(
                    each, self._number if is_on else 0
                )
            )
        menu.popup(self._pictures.mapToGlobal(self._pictures.rect().bottomLeft()))


class ThreadStrip(QWidget):
    """Under the text, as long as it is written as a thread."""

    cut_wanted = Signal()
    numbered = Signal(bool)
    pressed = Signal(int)
    warned = Signal(int, object)
    pictured = Signal(str, int)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composerThreadParts")
        self.setAccessibleName(self.tr("Parts of the thread"))
        self._tokens = tokens
        self._lines: list[PartLine] = []
        self._cut = QPushButton(self.tr("Cut here"))
        self._cut.setObjectName("composerCut")
        self._cut.setAccessibleName(self.tr("Begin a new part at the cursor"))
        self._cut.setToolTip(self.tr("Begin a new part at the cursor (Ctrl+Shift+Enter)"))
        self._cut.clicked.connect(self.cut_wanted)
        set_look(self._cut, "link")
        self._number = QCheckBox(self.tr("Number the parts"))
        self._number.setObjectName("composerNumbered")
        self._number.clicked.connect(self.numbered)
        head = QHBoxLayout()
        head.addWidget(self._number, 1)
        head.addWidget(self._cut)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, SPACE_S)
        self._layout.setSpacing(SPACE_XS)
        self._layout.addLayout(head)
        self.apply_tokens(tokens)

    def show_parts(self, parts: Sequence[PartCount], draft: Draft, *, can_warn: bool) -> None:
        self.setVisible(draft.is_thread)
        if not draft.is_thread:
            return
        self._number.setChecked(draft.is_numbered)
        while len(self._lines) < len(parts):
            line = PartLine(len(self._lines), self._tokens)
            line.pressed.connect(self.pressed)
            line.warned.connect(self.warned)
            line.pictured.connect(self.pictured)
            self._lines.append(line)
            self._layout.addWidget(line)
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(parts))
            if number < len(parts):
                line.show_part(parts[number], len(parts), draft, can_warn=can_warn)

    def apply_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for widget in (self._cut, self._number):
            widget.setFont(tokens.font(SIZE_SMALL))
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = []
