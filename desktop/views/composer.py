"""The composer's panel: its parts, from top to foot, and what goes between them."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.account import AccountId
from desktop.domain.draft import PollDraft
from desktop.viewmodels.completion_vm import CompletionViewModel
from desktop.viewmodels.composer_sentences import draft_line, drafts_label
from desktop.viewmodels.composer_vm import ComposerViewModel
from desktop.viewmodels.outbox_vm import OutboxViewModel
from desktop.views.completion_popup import CompletionPopup
from desktop.views.composer_accounts import AccountPills
from desktop.views.composer_alt import AltTextDialog
from desktop.views.composer_context_strip import ContextStrip
from desktop.views.composer_editor import ComposerEditor
from desktop.views.composer_media_strip import MediaStrip
from desktop.views.composer_poll import PollEditor
from desktop.views.composer_send import SendButton
from desktop.views.composer_tools import ComposerTools
from desktop.views.composer_visibility import VisibilityButton
from desktop.views.counter import Counter
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


class ComposerPanel(QWidget):
    """Ctrl+Enter sends, Esc leaves an answer, Ctrl+Z in an empty editor undoes sending."""

    left = Signal()
    """Esc with nothing to leave: the focus may go elsewhere."""

    def __init__(
        self,
        model: ComposerViewModel,
        outbox: OutboxViewModel,
        completion: CompletionViewModel,
        tokens: Tokens,
        images: ImageStore | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("composer")
        self.setAccessibleName(self.tr("Composer"))
        self._model = model
        self._outbox = outbox
        self._completion = completion
        self._tokens = tokens
        self._images = images
        self._pictures = ImageStore(model.media.picture, model.start_task, self)
        self._shows_warning = False
        self._build()
        self._connect()
        self.apply_tokens(tokens)
        self._show_all()

    @property
    def editor(self) -> ComposerEditor:
        return self._editor

    def focus_editor(self) -> None:
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    # Built once

    def _build(self) -> None:
        tokens = self._tokens
        self._title = QLabel()
        self._title.setObjectName("composerTitle")
        self._drafts = QPushButton()
        self._drafts.setObjectName("composerDrafts")
        set_look(self._drafts, "link")
        self._accounts = AccountPills(tokens, self._images)
        self._context = ContextStrip(tokens)
        self._problem = _note("composerProblem")
        self._warning = QLineEdit()
        self._warning.setObjectName("composerWarning")
        self._warning.setAccessibleName(self.tr("Content warning"))
        self._warning.setPlaceholderText(self.tr("Content warning, shown before the text"))
        self._editor = ComposerEditor(tokens)
        self._counter = Counter(tokens)
        self._poll = PollEditor(tokens)
        self._media = MediaStrip(tokens, self._pictures)
        self._sensitive = QCheckBox(self.tr("Cover the pictures"))
        self._sensitive.setObjectName("composerSensitive")
        self._sensitive.setAccessibleName(self.tr("Cover the pictures until they are clicked"))
        self._findings = _note("composerFindings")
        self._audience = QLabel()
        self._audience.setObjectName("composerAudience")
        self._facts = QLabel()
        self._facts.setObjectName("composerFacts")
        set_look(self._facts, "secondary")
        for label in (self._audience, self._facts):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._visibility = VisibilityButton(tokens)
        self._tools = ComposerTools(tokens)
        self._send = SendButton(tokens, self._images)
        self._strip = OutboxStrip(self._outbox, tokens)
        self._popup = CompletionPopup(self._completion, tokens, self._images, self)
        self._emoji = EmojiPicker(tokens, self._images, self)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._drafts)
        body = QWidget()
        body.setObjectName("composerBody")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(SPACE_M + 2, SPACE_M, SPACE_M + 2, SPACE_S)
        layout.setSpacing(SPACE_S)
        layout.addLayout(head)
        for widget in (
            self._accounts, self._context, self._problem, self._warning, self._editor,
            self._counter, self._poll, self._media, self._sensitive, self._findings,
        ):  # fmt: skip
            layout.addWidget(widget)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self._visibility)
        words.addWidget(self._audience)
        words.addWidget(self._facts)
        layout.addLayout(words)
        layout.addWidget(self._tools)
        layout.addWidget(self._send)
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
        foot_layout.addWidget(self._strip)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scroll, 1)
        outer.addWidget(foot)
        self._scroll = scroll

    def _connect(self) -> None:
        model = self._model
        model.text_replaced.connect(self._show_text)
        model.account_changed.connect(self._show_account)
        model.details_changed.connect(self._show_details)
        model.media_changed.connect(self._show_media)
        model.judged.connect(self._show_judgement)
        model.findings_changed.connect(self._show_findings)
        model.language_changed.connect(self._show_language)
        model.problem_changed.connect(self._show_problem)
        model.drafts_changed.connect(self._show_drafts)
        model.focus_wanted.connect(self.focus_editor)
        self._accounts.chosen.connect(lambda each: model.write_as(AccountId(each)))
        self._context.left.connect(model.leave_context)
        self._drafts.clicked.connect(self._open_drafts)
        self._warning.textEdited.connect(model.set_content_warning)
        self._warning.returnPressed.connect(self.focus_editor)
        self._sensitive.toggled.connect(model.set_sensitive)
        self._send.clicked.connect(self._submit)
        self._poll.edited.connect(model.set_poll)
        self._poll.removed.connect(lambda: model.set_poll(None))
        editor = self._editor
        editor.edited.connect(model.set_text)
        editor.moved.connect(self._complete)
        editor.send_wanted.connect(self._submit)
        editor.left.connect(self._leave)
        editor.undo_send_wanted.connect(self._outbox.undo_latest)
        editor.image_pasted.connect(model.media.add_bytes)
        editor.files_dropped.connect(model.media.add_files)
        editor.completion_key.connect(self._popup.key)
        self._popup.taken.connect(editor.replace_token)
        self._completion.changed.connect(self._completions_changed)
        media = self._media
        media.add_wanted.connect(self._choose_files)
        media.alt_wanted.connect(self._describe)
        media.remove_wanted.connect(model.media.remove)
        media.move_wanted.connect(model.media.move)
        tools = self._tools
        tools.image_wanted.connect(self._choose_files)
        tools.poll_toggled.connect(self._toggle_poll)
        tools.warning_toggled.connect(self._toggle_warning)
        tools.emoji_wanted.connect(self._open_emoji)
        tools.language_chosen.connect(model.set_language)
        self._visibility.chosen.connect(model.set_visibility)
        self._emoji.taken.connect(self._insert)
        self._emoji.search_wanted.connect(self._search_emoji)

    def apply_tokens(self, tokens: Tokens) -> None:
        """Another theme, density or text size."""
        self._tokens = tokens
        self._title.setFont(tokens.font(SIZE_HEADING, SEMIBOLD))
        self._drafts.setFont(tokens.font(SIZE_SMALL))
        self._audience.setFont(tokens.font(SIZE_SMALL, SEMIBOLD))
        self._facts.setFont(tokens.font(SIZE_SMALL))
        self._findings.setFont(tokens.font(SIZE_SMALL))
        self._problem.setFont(tokens.font(SIZE_SMALL))
        self._warning.setFont(tokens.font(SIZE_BODY))
        self._sensitive.setFont(tokens.font(SIZE_SMALL))
        for part in (
            self._accounts, self._context, self._editor, self._counter, self._poll, self._media,
            self._visibility, self._tools, self._send, self._strip, self._popup, self._emoji,
        ):  # fmt: skip
            part.apply_tokens(tokens)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._order_tabs()

    # What the model says

    def _show_all(self) -> None:
        self._show_text()
        self._show_account()
        self._show_details()
        self._show_media()
        self._show_judgement()
        self._show_findings()
        self._show_language()
        self._show_problem()
        self._show_drafts()

    def _show_text(self) -> None:
        self._editor.show_text(self._model.text)
        self._completion.close()
        self._shows_warning = bool(self._model.draft.content_warning)

    def _show_account(self) -> None:
        model = self._model
        account = model.account
        self._accounts.show_accounts(
            model.accounts, model.draft.account, can_change=model.can_change_account
        )
        self._editor.set_rule(model.count_rule)
        self._editor.setEnabled(account is not None)
        self._editor.setPlaceholderText(
            self.tr("What is happening?") if account else self.tr("Add an account to write.")
        )
        self._tools.setVisible(account is not None)
        self._visibility.setVisible(account is not None)
        self._show_details()
        self._show_media()

    def _show_details(self) -> None:
        model, draft = self._model, self._model.draft
        self._title.setText(model.title)
        icon = "edit" if draft.edits else "reply" if draft.reply_to else "quote"
        self._context.show_context(icon, model.context_line, model.context_excerpt)
        if self._warning.text() != draft.content_warning:
            self._warning.setText(draft.content_warning)
        has_warning = self._shows_warning or bool(draft.content_warning)
        self._warning.setVisible(has_warning)
        self._visibility.show_visibility(draft.visibility, model.visibilities)
        self._poll.setVisible(draft.poll is not None)
        if draft.poll is not None:
            self._poll.show_poll(draft.poll, model.capabilities.limits)
        self._sensitive.setChecked(draft.is_sensitive)
        self._accounts.show_accounts(
            model.accounts, draft.account, can_change=model.can_change_account
        )
        self._facts.setText(model.account_facts)
        self._show_tools()

    def _show_tools(self) -> None:
        model = self._model
        self._tools.show_abilities(
            model.capabilities,
            room=model.media.room,
            has_poll=model.draft.poll is not None,
            has_warning=self._shows_warning or bool(model.draft.content_warning),
        )

    def _show_media(self) -> None:
        model = self._model
        draft = model.draft
        self._media.show_media(draft.account, draft.media, model.media.pending, model.media.room)
        self._sensitive.setVisible(bool(draft.media) and not draft.content_warning)
        self._show_tools()

    def _show_judgement(self) -> None:
        model = self._model
        account = model.account
        judgement = model.judgement
        count = judgement.count
        self._editor.set_overflow(judgement.overflow)
        self._counter.setVisible(account is not None)
        if account is not None:
            self._counter.show_count(
                account.display_name, account.colour, length=count.length, limit=count.limit,
                remaining=count.remaining, fits=count.fits, words=model.count_words,
            )  # fmt: skip
        _say(self._audience, model.audience)
        self._send.show_action(model.send_label, account, model.obstacle)

    def _show_findings(self) -> None:
        _say(self._findings, "\n".join(self._model.findings))

    def _show_language(self) -> None:
        model = self._model
        self._tools.show_language(model.language, is_guessed=model.is_language_guessed)

    def _show_problem(self) -> None:
        problem = self._model.problem
        _say(self._problem, problem)
        if problem:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._problem, problem))

    def _show_drafts(self) -> None:
        drafts = self._model.other_drafts
        label = drafts_label(len(drafts))
        self._drafts.setText(label)
        self._drafts.setAccessibleName(label)
        self._drafts.setVisible(bool(drafts) or self._model.has_content)

    # What the person does

    def _submit(self) -> None:
        if not self._model.submit() and self._model.obstacle:
            QAccessible.updateAccessibility(
                QAccessibleAnnouncementEvent(self._send, self._model.obstacle)
            )
        self.focus_editor()

    def _leave(self) -> None:
        if self._context.isVisible():
            self._model.leave_context()
        else:
            self.left.emit()

    def _complete(self, before: str) -> None:
        self._completion.ask(self._model.account, before)
        if self._completion.token:
            place = self._editor.cursorRect()
            top = self._editor.viewport().mapTo(self, place.topLeft())
            self._popup.place_at(self._model.draft.account, QRect(top, place.size()))

    def _completions_changed(self) -> None:
        self._editor.is_completing = bool(self._completion.rows)

    def _insert(self, text: str) -> None:
        self._editor.insertPlainText(text)
        self.focus_editor()

    def _toggle_warning(self, is_on: bool) -> None:
        self._shows_warning = is_on
        if not is_on:
            self._model.set_content_warning("")
        self._show_details()
        (self._warning if is_on else self._editor).setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle_poll(self, is_on: bool) -> None:
        self._model.set_poll(PollDraft(("", "")) if is_on else None)
        if is_on:
            self._poll.focus_first()
            self._order_tabs()

    def _choose_files(self) -> None:
        dialog = QFileDialog(self, self.tr("Add pictures"))
        dialog.setObjectName("composerFiles")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        types = self._model.capabilities.limits.image_types
        if types:
            dialog.setMimeTypeFilters([*types, "application/octet-stream"])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._model.media.add_files)
        dialog.open()

    def _describe(self, media_id: str) -> None:
        model = self._model
        media = next((each for each in model.draft.media if each.id == media_id), None)
        account = model.account
        if media is None or account is None:
            return
        limit = account.capabilities.limits.max_alt_characters
        dialog = AltTextDialog(
            account.id, media, limit, account.colour, self._tokens, self._pictures, self
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: model.media.set_alt(media_id, dialog.text))
        dialog.finished.connect(lambda: self._media.focus_media(media_id))
        dialog.open()

    def _open_emoji(self) -> None:
        button = self._tools.emoji_button
        self._emoji.open_at(
            self._model.draft.account, button.mapToGlobal(QPoint(0, button.height()))
        )

    def _search_emoji(self, words: str) -> None:
        self._model.start_task(self._bring_emoji(words))

    async def _bring_emoji(self, words: str) -> None:
        account = self._model.account
        if account is not None:
            self._emoji.show_custom(await self._completion.emojis(account, words))

    def _open_drafts(self) -> None:
        model = self._model
        menu = QMenu(self)
        menu.setObjectName("composerDraftsMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        new = menu.addAction(self.tr("Keep this one and start another"), model.new_draft)
        away = menu.addAction(self.tr("Throw this one away"), model.discard_draft)
        new.setEnabled(model.has_content)
        away.setEnabled(model.has_content)
        menu.addSeparator()
        for draft in model.other_drafts:
            action = menu.addAction(draft_line(draft).replace("&", "&&"))
            action.triggered.connect(lambda _=False, draft_id=draft.id: model.open_draft(draft_id))
        menu.popup(self._drafts.mapToGlobal(self._drafts.rect().bottomLeft()))

    def _order_tabs(self) -> None:
        order = (
            self._warning, self._editor, self._media, self._sensitive, self._visibility,
            *self._tools.buttons, self._send,
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


def _say(label: QLabel, text: str) -> None:
    if label.text() != text:
        label.setText(text)
        label.setAccessibleName(text)
    label.setVisible(bool(text))
