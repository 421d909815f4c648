"""The composer's widgets: made, put in their places, dressed."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.viewmodels.completion_vm import CompletionViewModel
from desktop.viewmodels.outbox_vm import OutboxViewModel
from desktop.views.completion_popup import CompletionPopup
from desktop.views.composer_accounts import AccountPills
from desktop.views.composer_context_strip import ContextStrip
from desktop.views.composer_counters import Counters
from desktop.views.composer_editor import ComposerEditor
from desktop.views.composer_media_strip import MediaStrip
from desktop.views.composer_poll import PollEditor
from desktop.views.composer_send import SendButton
from desktop.views.composer_thread import ThreadStrip
from desktop.views.composer_tools import ComposerTools
from desktop.views.composer_visibility import VisibilityButton
from desktop.views.emoji_picker import EmojiPicker
from desktop.views.images import ImageStore
from desktop.views.outbox_strip import OutboxStrip
from desktop.views.style import set_look
from desktop.views.theme import (
    SEMIBOLD,
    SIZE_BODY,
    SIZE_HEADING,
    SIZE_SMALL,
    SPACE_M,
    SPACE_S,
    Tokens,
)


class ComposerParts(QWidget):
    """From the title to the outbox at the foot. `pictures` are those of the draft."""

    def __init__(
        self,
        outbox: OutboxViewModel,
        completion: CompletionViewModel,
        tokens: Tokens,
        images: ImageStore | None,
        pictures: ImageStore,
    ) -> None:
        super().__init__()
        self.setObjectName("composerParts")
        self.title = QLabel()
        self.title.setObjectName("composerTitle")
        self.drafts = QPushButton()
        self.drafts.setObjectName("composerDrafts")
        set_look(self.drafts, "link")
        self.accounts = AccountPills(tokens, images)
        self.context = ContextStrip(tokens)
        self.problem = _note("composerProblem")
        self.warning = QLineEdit()
        self.warning.setObjectName("composerWarning")
        self.warning.setAccessibleName(self.tr("Content warning"))
        self.warning.setPlaceholderText(self.tr("Content warning, shown before the text"))
        self.editor = ComposerEditor(tokens)
        self.counters = Counters(tokens)
        self.counter = self.counters.first
        self.thread_strip = ThreadStrip(tokens)
        self.poll = PollEditor(tokens)
        self.media = MediaStrip(tokens, pictures)
        self.sensitive = QCheckBox(self.tr("Cover the pictures"))
        self.sensitive.setObjectName("composerSensitive")
        self.sensitive.setAccessibleName(self.tr("Cover the pictures until they are clicked"))
        self.findings = _note("composerFindings")
        self.audience = QLabel()
        self.audience.setObjectName("composerAudience")
        self.facts = QLabel()
        self.facts.setObjectName("composerFacts")
        set_look(self.facts, "secondary")
        for label in (self.audience, self.facts):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.visibility = VisibilityButton(tokens)
        self.tools = ComposerTools(tokens)
        self.send = SendButton(tokens, images)
        self.strip = OutboxStrip(outbox, tokens)
        self.popup = CompletionPopup(completion, tokens, images, self)
        self.emoji = EmojiPicker(tokens, images, self)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.drafts)
        body = QWidget()
        body.setObjectName("composerBody")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(SPACE_M + 2, SPACE_M, SPACE_M + 2, SPACE_S)
        layout.setSpacing(SPACE_S)
        layout.addLayout(head)
        for widget in (
            self.accounts, self.context, self.problem, self.warning, self.editor,
            self.counters, self.thread_strip, self.poll, self.media, self.sensitive, self.findings,
        ):  # fmt: skip
            layout.addWidget(widget)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self.visibility)
        words.addWidget(self.audience)
        words.addWidget(self.facts)
        layout.addLayout(words)
        layout.addWidget(self.tools)
        layout.addWidget(self.send)
        layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("composerScroll")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        foot = QWidget()
        foot.setObjectName("composerFoot")
        foot_layout = QVBoxLayout(foot)
        foot_layout.setContentsMargins(SPACE_M + 2, 0, SPACE_M + 2, SPACE_M)
        foot_layout.addWidget(self.strip)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scroll, 1)
        outer.addWidget(foot)

    def apply_tokens(self, tokens: Tokens) -> None:
        """Another theme, density or text size."""
        self.title.setFont(tokens.font(SIZE_HEADING, SEMIBOLD))
        self.drafts.setFont(tokens.font(SIZE_SMALL))
        self.audience.setFont(tokens.font(SIZE_SMALL, SEMIBOLD))
        self.facts.setFont(tokens.font(SIZE_SMALL))
        self.findings.setFont(tokens.font(SIZE_SMALL))
        self.problem.setFont(tokens.font(SIZE_SMALL))
        self.warning.setFont(tokens.font(SIZE_BODY))
        self.sensitive.setFont(tokens.font(SIZE_SMALL))
        for part in (
            self.accounts, self.context, self.editor, self.counters, self.thread_strip, self.poll,
            self.media, self.visibility, self.tools, self.send, self.strip, self.popup, self.emoji,
        ):  # fmt: skip
            part.apply_tokens(tokens)

    def order_tabs(self) -> None:
        """As they stand, from top to foot."""
        order = (
            self.warning, self.editor, self.media, self.sensitive, self.visibility,
            *self.tools.buttons, self.send,
        )  # fmt: skip
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)


def _note(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    set_look(label, "problem")
    label.hide()
    return label
