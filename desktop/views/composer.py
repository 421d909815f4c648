"""The composer's panel: its parts, from top to foot, and what goes between them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.account import AccountId
from desktop.domain.draft import PollDraft
from desktop.viewmodels.completion_vm import CompletionViewModel
from desktop.viewmodels.composer_sentences import draft_line, drafts_label
from desktop.viewmodels.composer_vm import ComposerViewModel
from desktop.viewmodels.outbox_vm import OutboxViewModel
from desktop.views.composer_alt import AltTextDialog
from desktop.views.composer_editor import ComposerEditor
from desktop.views.composer_parts import ComposerParts
from desktop.views.emoji_picker import MAX_SHOWN
from desktop.views.images import ImageStore
from desktop.views.theme import (
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
        self._parts = ComposerParts(outbox, completion, tokens, images, self._pictures)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._parts)
        self._connect()
        self.apply_tokens(tokens)
        self._show_all()

    @property
    def editor(self) -> ComposerEditor:
        return self._parts.editor

    def focus_editor(self) -> None:
        self._parts.editor.setFocus(Qt.FocusReason.OtherFocusReason)

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
        self._parts.accounts.chosen.connect(lambda each: model.write_as(AccountId(each)))
        self._parts.accounts.also.connect(lambda each: model.add_or_leave(AccountId(each)))
        thread = self._parts.thread_strip
        thread.cut_wanted.connect(self._cut)
        thread.numbered.connect(model.set_numbered)
        thread.pressed.connect(self._parts.editor.show_place)
        thread.warned.connect(model.set_part_warning)
        thread.pictured.connect(model.set_part_of_media)
        self._parts.editor.cut_wanted.connect(self._cut)
        self._parts.tools.thread_toggled.connect(model.set_thread)
        self._parts.context.left.connect(model.leave_context)
        self._parts.drafts.clicked.connect(self._open_drafts)
        self._parts.warning.textEdited.connect(model.set_content_warning)
        self._parts.warning.returnPressed.connect(self.focus_editor)
        self._parts.sensitive.toggled.connect(model.set_sensitive)
        self._parts.send.clicked.connect(self._submit)
        self._parts.poll.edited.connect(model.set_poll)
        self._parts.poll.removed.connect(lambda: model.set_poll(None))
        editor = self._parts.editor
        editor.edited.connect(model.set_text)
        editor.moved.connect(self._complete)
        editor.send_wanted.connect(self._submit)
        editor.left.connect(self._leave)
        editor.undo_send_wanted.connect(self._outbox.undo_latest)
        editor.image_pasted.connect(model.media.add_bytes)
        editor.files_dropped.connect(model.media.add_files)
        editor.completion_key.connect(self._parts.popup.key)
        self._parts.popup.taken.connect(editor.replace_token)
        self._completion.changed.connect(self._completions_changed)
        media = self._parts.media
        media.add_wanted.connect(self._choose_files)
        media.alt_wanted.connect(self._describe)
        media.remove_wanted.connect(model.media.remove)
        media.move_wanted.connect(model.media.move)
        tools = self._parts.tools
        tools.image_wanted.connect(self._choose_files)
        tools.poll_toggled.connect(self._toggle_poll)
        tools.warning_toggled.connect(self._toggle_warning)
        tools.emoji_wanted.connect(self._open_emoji)
        tools.language_chosen.connect(model.set_language)
        self._parts.visibility.chosen.connect(model.set_visibility)
        self._parts.emoji.taken.connect(self._insert)
        self._parts.emoji.search_wanted.connect(self._search_emoji)

    def apply_tokens(self, tokens: Tokens) -> None:
        """Another theme, density or text size."""
        self._tokens = tokens
        self._parts.apply_tokens(tokens)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._parts.order_tabs()

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
        self._parts.editor.show_text(self._model.text)
        self._completion.close()
        self._shows_warning = bool(self._model.draft.content_warning)

    def _show_account(self) -> None:
        model = self._model
        account = model.account
        self._show_accounts()
        self._parts.editor.set_rule(model.count_rule)
        self._parts.editor.setEnabled(account is not None)
        self._parts.editor.setPlaceholderText(
            self.tr("What is happening?") if account else self.tr("Add an account to write.")
        )
        self._parts.tools.setVisible(account is not None)
        self._parts.visibility.setVisible(account is not None)
        self._show_details()
        self._show_media()

    def _show_details(self) -> None:
        model, draft = self._model, self._model.draft
        self._parts.title.setText(model.title)
        icon = "edit" if draft.edits else "reply" if draft.reply_to else "quote"
        self._parts.context.show_context(icon, model.context_line, model.context_excerpt)
        if self._parts.warning.text() != draft.content_warning:
            self._parts.warning.setText(draft.content_warning)
        has_warning = self._shows_warning or bool(draft.content_warning)
        self._parts.warning.setVisible(has_warning)
        self._parts.visibility.show_visibility(draft.visibility, model.visibilities)
        self._parts.poll.setVisible(draft.poll is not None)
        if draft.poll is not None:
            self._parts.poll.show_poll(draft.poll, model.capabilities.limits)
        self._parts.sensitive.setChecked(draft.is_sensitive)
        self._show_accounts()
        self._parts.facts.setText(model.account_facts)
        self._show_tools()

    def _show_accounts(self) -> None:
        model = self._model
        self._parts.accounts.show_accounts(
            model.accounts,
            model.draft.all_accounts,
            can_change=model.can_change_account,
            can_add=model.can_add_accounts,
        )

    def _cut(self) -> None:
        """A new part begins at the cursor; what was one post becomes a thread."""
        if self._model.can_be_thread:
            self._model.set_thread(True)
            self._parts.editor.cut_here()

    def _show_tools(self) -> None:
        model = self._model
        self._parts.tools.show_thread(is_thread=model.draft.is_thread, can_be=model.can_be_thread)
        self._parts.tools.show_abilities(
            model.capabilities,
            room=model.media.room,
            has_poll=model.draft.poll is not None,
            has_warning=self._shows_warning or bool(model.draft.content_warning),
        )

    def _show_media(self) -> None:
        model = self._model
        draft = model.draft
        self._parts.media.show_media(
            draft.account, draft.media, model.media.pending, model.media.room
        )
        self._parts.sensitive.setVisible(bool(draft.media) and not draft.content_warning)
        self._show_tools()

    def _show_judgement(self) -> None:
        model = self._model
        account = model.account
        judgement = model.judgement
        self._parts.editor.set_overflow(judgement.overflow)
        self._parts.editor.set_cuts(tuple(each.cut for each in model.parts[1:]))
        self._parts.counters.show_counts(model.counts)
        self._parts.thread_strip.show_parts(
            model.parts, model.draft, can_warn=model.capabilities.can_warn
        )
        _say(self._parts.audience, model.audience)
        self._parts.send.show_action(model.send_label, account, model.obstacle)

    def _show_findings(self) -> None:
        _say(self._parts.findings, "\n".join(self._model.findings))

    def _show_language(self) -> None:
        model = self._model
        self._parts.tools.show_language(model.language, is_guessed=model.is_language_guessed)

    def _show_problem(self) -> None:
        problem = self._model.problem
        _say(self._parts.problem, problem)
        if problem:
            QAccessible.updateAccessibility(
                QAccessibleAnnouncementEvent(self._parts.problem, problem)
            )

    def _show_drafts(self) -> None:
        drafts = self._model.other_drafts
        label = drafts_label(len(drafts))
        self._parts.drafts.setText(label)
        self._parts.drafts.setAccessibleName(label)
        self._parts.drafts.setVisible(bool(drafts) or self._model.has_content)

    # What the person does

    def _submit(self) -> None:
        if not self._model.submit() and self._model.obstacle:
            QAccessible.updateAccessibility(
                QAccessibleAnnouncementEvent(self._parts.send, self._model.obstacle)
            )
        self.focus_editor()

    def _leave(self) -> None:
        if self._parts.context.isVisible():
            self._model.leave_context()
        else:
            self.left.emit()

    def _complete(self, before: str) -> None:
        self._completion.ask(self._model.account, before)
        if self._completion.token:
            place = self._parts.editor.cursorRect()
            top = self._parts.editor.viewport().mapTo(self, place.topLeft())
            self._parts.popup.place_at(self._model.draft.account, QRect(top, place.size()))

    def _completions_changed(self) -> None:
        self._parts.editor.is_completing = bool(self._completion.rows)

    def _insert(self, text: str) -> None:
        self._parts.editor.insertPlainText(text)
        self.focus_editor()

    def _toggle_warning(self, is_on: bool) -> None:
        self._shows_warning = is_on
        if not is_on:
            self._model.set_content_warning("")
        self._show_details()
        (self._parts.warning if is_on else self._parts.editor).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def _toggle_poll(self, is_on: bool) -> None:
        self._model.set_poll(PollDraft(("", "")) if is_on else None)
        if is_on:
            self._parts.poll.focus_first()
            self._parts.order_tabs()

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
        dialog.finished.connect(lambda: self._parts.media.focus_media(media_id))
        dialog.open()

    def _open_emoji(self) -> None:
        button = self._parts.tools.emoji_button
        self._parts.emoji.open_at(
            self._model.draft.account, button.mapToGlobal(QPoint(0, button.height()))
        )

    def _search_emoji(self, words: str) -> None:
        self._model.start_task(self._bring_emoji(words))

    async def _bring_emoji(self, words: str) -> None:
        account = self._model.account
        if account is not None:
            self._parts.emoji.show_custom(await self._completion.emojis(account, words, MAX_SHOWN))

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
        menu.popup(self._parts.drafts.mapToGlobal(self._parts.drafts.rect().bottomLeft()))


def _say(label: QLabel, text: str) -> None:
    if label.text() != text:
        label.setText(text)
        label.setAccessibleName(text)
    label.setVisible(bool(text))
