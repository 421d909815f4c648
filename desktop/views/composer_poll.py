"""The answers of a poll, how long it is open, and whether several may be chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.account import Limits
from desktop.domain.draft import PollDraft
from desktop.viewmodels.composer_sentences import duration_label
from desktop.views.icons import icon
from desktop.views.style import set_look
from desktop.views.theme import SEMIBOLD, SIZE_BODY, SIZE_SMALL, SPACE_S, Tokens

_DURATIONS = (300, 1800, 3600, 21_600, 43_200, 86_400, 259_200, 604_800)
"""Seconds."""


class PollEditor(QFrame):
    """Enter goes to the next answer; there is always one empty line while there is room."""

    edited = Signal(object)
    """PollDraft"""
    removed = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composerPoll")
        set_look(self, "card")
        self._limits = Limits()
        self._lines: list[QLineEdit] = []
        self._is_showing = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_S, SPACE_S, SPACE_S, SPACE_S)
        layout.setSpacing(6)
        head = QHBoxLayout()
        title = self._title = QLabel(self.tr("Poll"))
        title.setObjectName("composerPollTitle")
        self._remove = QToolButton()
        self._remove.setObjectName("composerPollRemove")
        self._remove.setAccessibleName(self.tr("Remove the poll"))
        self._remove.setToolTip(self._remove.accessibleName())
        self._remove.clicked.connect(self.removed)
        head.addWidget(title, 1)
        head.addWidget(self._remove)
        layout.addLayout(head)
        self._options = QVBoxLayout()
        self._options.setSpacing(4)
        layout.addLayout(self._options)
        self._duration = QComboBox()
        self._duration.setObjectName("composerPollDuration")
        self._duration.setAccessibleName(self.tr("How long the poll is open"))
        self._duration.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._multiple = QCheckBox(self.tr("Several answers"))
        self._multiple.setObjectName("composerPollMultiple")
        self._multiple.setAccessibleName(self.tr("Several answers may be chosen"))
        layout.addWidget(self._duration)
        layout.addWidget(self._multiple)
        self._duration.currentIndexChanged.connect(self._tell)
        self._multiple.toggled.connect(self._tell)
        self.apply_tokens(tokens)

    def show_poll(self, poll: PollDraft, limits: Limits) -> None:
        self._is_showing = True
        if limits != self._limits or not self._duration.count():
            self._limits = limits
            self._duration.clear()
            for seconds in _DURATIONS:
                if limits.min_poll_seconds <= seconds <= limits.max_poll_seconds:
                    self._duration.addItem(duration_label(seconds), seconds)
        wanted = max(2, min(len(poll.options) + 1, limits.max_poll_options), len(poll.options))
        while len(self._lines) < wanted:
            self._add_line()
        while len(self._lines) > wanted:
            line = self._lines.pop()
            self._options.removeWidget(line)
            line.deleteLater()
        for place, line in enumerate(self._lines):
            text = poll.options[place] if place < len(poll.options) else ""
            if line.text().strip() != text:
                line.setText(text)
            line.setMaxLength(limits.max_poll_option_characters)
        place = self._duration.findData(poll.seconds)
        if place < 0:
            self._duration.addItem(duration_label(poll.seconds), poll.seconds)
            place = self._duration.count() - 1
        self._duration.setCurrentIndex(place)
        self._multiple.setChecked(poll.is_multiple)
        self._is_showing = False

    def focus_first(self) -> None:
        if self._lines:
            self._lines[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def apply_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._title.setFont(tokens.font(SIZE_SMALL, SEMIBOLD))
        for part in (self._duration, self._multiple, *self._lines):
            part.setFont(tokens.font(SIZE_BODY))
        self._remove.setIcon(icon("close", tokens.colour("secondary")))
        self._remove.setIconSize(QSize(tokens.size(16), tokens.size(16)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.focusNextPrevChild(True)
            return True
        return super().eventFilter(watched, event)

    def _add_line(self) -> None:
        place = len(self._lines) + 1
        line = QLineEdit()
        line.setObjectName(f"composerPollOption:{place}")
        name = self.tr("Answer {number}").format(number=place)
        line.setAccessibleName(name)
        line.setPlaceholderText(name)
        line.setFont(self._tokens.font(SIZE_BODY))
        line.textEdited.connect(self._tell)
        line.installEventFilter(self)
        before = self._lines[-1] if self._lines else self._remove
        self._lines.append(line)
        self._options.addWidget(line)
        self.setTabOrder(before, line)
        self.setTabOrder(line, self._duration)

    def _tell(self) -> None:
        if self._is_showing:
            return
        options = [line.text().strip() for line in self._lines]
        while options and not options[-1]:
            options.pop()
        seconds = self._duration.currentData()
        self.edited.emit(
            PollDraft(
                options=tuple(options),
                seconds=seconds if isinstance(seconds, int) else 86_400,
                is_multiple=self._multiple.isChecked(),
            )
        )
