"""What is on its way, at the foot of the composer: undo, progress, what was refused."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.draft import OutboxState
from desktop.viewmodels.outbox_vm import OutboxAction, OutboxRow, OutboxViewModel, action_label
from desktop.views.composer_flow import FlowLayout
from desktop.views.style import set_look
from desktop.views.theme import SIZE_SMALL, SIZE_TINY, SPACE_S, SPACE_XS, Tokens

MAX_ROWS = 4
"""More than these are counted in one line."""


class OutboxCard(QFrame):
    """One post on its way."""

    def __init__(self, row: OutboxRow, model: OutboxViewModel, tokens: Tokens) -> None:
        super().__init__()
        self.row_id = row.id
        self._model = model
        self._tokens = tokens
        self._shown: OutboxRow | None = None
        self._buttons: dict[OutboxAction, QPushButton] = {}
        self.setObjectName(f"outboxRow:{row.id}")
        self._sentence = QLabel()
        self._sentence.setObjectName("outboxSentence")
        self._sentence.setTextFormat(Qt.TextFormat.RichText)
        self._sentence.setWordWrap(True)
        self._excerpt = QLabel()
        self._excerpt.setObjectName("outboxExcerpt")
        self._excerpt.setTextFormat(Qt.TextFormat.PlainText)
        self._excerpt.setWordWrap(True)
        self._progress = QProgressBar()
        self._progress.setObjectName("outboxProgress")
        self._progress.setAccessibleName(self.tr("Upload"))
        self._progress.setTextVisible(False)
        self._progress.setRange(0, 100)
        self._actions = QWidget()
        self._actions.setObjectName("outboxActions")
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._sentence, 1)
        self._head = head
        self._flow = FlowLayout(self._actions)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_S + 2, SPACE_S - 2, SPACE_XS, SPACE_S - 2)
        layout.setSpacing(SPACE_XS)
        layout.addLayout(head)
        layout.addWidget(self._excerpt)
        layout.addWidget(self._progress)
        layout.addWidget(self._actions)
        self.show_row(row)

    def show_row(self, row: OutboxRow) -> None:
        if self._shown is None or row.actions != self._shown.actions:
            self._build(row)
        self._shown = row
        tokens = self._tokens
        is_refused = row.state is OutboxState.REFUSED
        ground = "warning" if is_refused else "cover"
        colour = tokens.account_text(row.colour or tokens.colours.accent, ground).name()
        name = f'<span style="color:{colour};font-weight:600">{escape(row.name)}</span>'
        self._sentence.setText(escape(row.sentence).replace("{name}", name))
        self.setAccessibleName(f"{row.spoken}. {row.detail or row.excerpt}")
        self._excerpt.setText(row.detail or row.excerpt)
        self._excerpt.setVisible(is_refused or row.state is OutboxState.RETRYING)
        self._progress.setVisible(row.progress >= 0)
        self._progress.setValue(max(0, round(row.progress * 100)))
        c = tokens.colours
        text = c.on_warning if is_refused else c.text
        self.setStyleSheet(
            f"OutboxCard {{ background: {getattr(c, ground)}; border-radius: 6px; }}"
            f"QLabel {{ color: {text}; }}"
        )

    def has_focus_inside(self) -> OutboxAction | None:
        return next((a for a, button in self._buttons.items() if button.hasFocus()), None)

    def _build(self, row: OutboxRow) -> None:
        for button in self._buttons.values():
            button.deleteLater()
        self._buttons = {}
        is_single = len(row.actions) == 1
        for action in row.actions:
            button = QPushButton(action_label(action, row.state))
            button.setObjectName(f"outbox:{action.value}")
            button.setAccessibleName(f"{button.text()}: {row.excerpt}")
            button.setFont(self._tokens.font(SIZE_SMALL))
            set_look(button, "link")
            button.clicked.connect(lambda _=False, a=action: self._model.act(self.row_id, a))
            self._buttons[action] = button
            if is_single:
                self._head.addWidget(button)
            else:
                self._flow.addWidget(button)
        self._actions.setVisible(len(row.actions) > 1)
        self._sentence.setFont(self._tokens.font(SIZE_SMALL))
        self._excerpt.setFont(self._tokens.font(SIZE_TINY))


class OutboxStrip(QWidget):
    def __init__(self, model: OutboxViewModel, tokens: Tokens, parent: QWidget | None = None):
        super().__init__(parent)
        self.setObjectName("outboxStrip")
        self.setAccessibleName(self.tr("Posts on their way"))
        self._model = model
        self._tokens = tokens
        self._cards: dict[str, OutboxCard] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._more = QLabel()
        self._more.setObjectName("outboxMore")
        set_look(self._more, "secondary")
        self._layout.addWidget(self._more)
        model.changed.connect(self._refresh)
        self._refresh()

    def apply_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for card in self._cards.values():
            card.deleteLater()
        self._cards = {}
        self._refresh()

    def _refresh(self) -> None:
        rows = self._model.rows
        shown = rows[:MAX_ROWS]
        kept = {row.id for row in shown}
        for row_id in [each for each in self._cards if each not in kept]:
            card = self._cards.pop(row_id)
            self._layout.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, row in enumerate(shown):
            card = self._cards.get(row.id) or OutboxCard(row, self._model, self._tokens)
            if row.id in self._cards:
                card.show_row(row)
            self._cards[row.id] = card
            self._layout.insertWidget(place, card)
            card.show()
        rest = len(rows) - len(shown)
        self._more.setText(self.tr("and {count} more").format(count=rest))
        self._more.setVisible(rest > 0)
        self.setVisible(bool(rows))
