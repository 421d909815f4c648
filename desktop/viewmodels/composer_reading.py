"""What the composer shows: the draft, its count, its readers, and what keeps it back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.domain.account import Account, Capabilities, CountRule, Visibility
from desktop.domain.draft import Draft
from desktop.viewmodels import composer_sentences as sentences
from desktop.viewmodels.composer_context import allowed_visibilities, visibility_limit
from desktop.viewmodels.composer_drafts import DraftShelf
from desktop.viewmodels.composer_findings import Findings
from desktop.viewmodels.composer_media import ComposerMedia
from desktop.viewmodels.composer_sending import ComposerSending
from desktop.viewmodels.composer_starts import ComposerStarts
from desktop.viewmodels.composer_state import ComposerState
from desktop.viewmodels.composer_targets import PartCount, TargetCount
from desktop.viewmodels.composer_text import Judgement, judge

_NOTHING = Capabilities(visibilities=(Visibility.PUBLIC,))


class ComposerReading(QObject):
    """Everything that the screen asks of the draft that is being written."""

    text_replaced = Signal()
    """The editor is to show `text` afresh."""
    account_changed = Signal()
    details_changed = Signal()
    """Warning, visibility, context, poll, title, the send button."""
    media_changed = Signal()
    judged = Signal()
    """`judgement`, `audience`, `can_send`: after every key."""
    findings_changed = Signal()
    language_changed = Signal()
    problem_changed = Signal()
    drafts_changed = Signal()
    focus_wanted = Signal()

    media: ComposerMedia
    _state: ComposerState
    _shelf: DraftShelf
    _starts: ComposerStarts
    _sending: ComposerSending

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._judgement = judge("", "", None)
        self._findings = Findings()
        self._guess = ""
        self._counts: tuple[TargetCount, ...] = ()
        self._mentions: tuple[str, ...] = ()
        self._is_asking = False

    @property
    def draft(self) -> Draft:
        return self._state.draft

    @property
    def text(self) -> str:
        return self.draft.text

    @property
    def accounts(self) -> tuple[Account, ...]:
        return self._state.accounts

    @property
    def account(self) -> Account | None:
        return self._state.account

    @property
    def capabilities(self) -> Capabilities:
        account = self.account
        return account.capabilities if account else _NOTHING

    @property
    def count_rule(self) -> CountRule:
        """By which links, mentions and tags are found."""
        return self.capabilities.limits.rule

    @property
    def can_change_account(self) -> bool:
        return not self.draft.edits

    @property
    def title(self) -> str:
        return sentences.title(self.draft)

    @property
    def send_label(self) -> str:
        if self._is_asking:
            return sentences.anyway_label(self.account)
        if self.is_together:
            return sentences.together_label(
                self.draft, len(self.chosen), max(len(each.parts) for each in self._counts)
            )
        return sentences.send_label(self.draft, self.account)

    @property
    def chosen(self) -> tuple[Account, ...]:
        """Who will post it, the main account first."""
        return self._state.chosen

    @property
    def can_add_accounts(self) -> bool:
        return self._starts.can_add and len(self.accounts) > 1

    @property
    def can_be_thread(self) -> bool:
        """A change of a post and a poll stay one post."""
        return not (self.draft.edits or self.draft.poll)

    @property
    def counts(self) -> tuple[TargetCount, ...]:
        """One for each chosen account, the one with the least room first."""
        return self._counts

    @property
    def parts(self) -> tuple[PartCount, ...]:
        """Of the thread, as the account with the most parts will post it."""
        return max((each.parts for each in self._counts), key=len, default=())

    @property
    def is_together(self) -> bool:
        """It becomes several posts."""
        return len(self.chosen) > 1 or len(self.parts) > 1

    @property
    def context_line(self) -> str:
        return sentences.context_line(self.draft)

    @property
    def context_excerpt(self) -> str:
        return self.draft.reply_excerpt or self.draft.quote_excerpt

    @property
    def problem(self) -> str:
        return self._state.problem

    @property
    def judgement(self) -> Judgement:
        """The count by this server's rule, and where the overflow begins."""
        return self._judgement

    @property
    def count_words(self) -> str:
        count = self._judgement.count
        words = sentences.remaining_words(count.remaining, count.unit, count.limit, count.length)
        if len(self._counts) > 1 and not count.fits:
            return sentences.count_of(self._counts[0].account, words)
        return words

    @property
    def findings(self) -> tuple[str, ...]:
        """What is to be thought of before it is sent, in sentences."""
        return self._findings.shown

    @property
    def is_asking(self) -> bool:
        """Sending once more is the yes to `findings`."""
        return self._is_asking

    @property
    def audience(self) -> str:
        account = self.account
        if account is None:
            return ""
        said = sentences.audience(self.draft, account, self._mentions)
        return sentences.audience_of_all(said, self.draft, self.chosen)

    @property
    def account_facts(self) -> str:
        account = self.account
        return sentences.account_facts(account) if account else ""

    @property
    def obstacle(self) -> str:
        """What is to be done before it can be sent; empty: nothing."""
        draft = self.draft
        if self.account is None:
            return sentences.no_account_words()
        if not (draft.text.strip() or draft.media or draft.quote or draft.poll):
            return sentences.nothing_written_words()
        if not self._judgement.count.fits:
            return self.count_words
        if self._findings.blocks:
            return self._findings.blocks[0]
        if self.media.pending:
            return sentences.reading_words()
        return sentences.looking_words() if self._starts.is_looking else ""

    @property
    def can_send(self) -> bool:
        return not self.obstacle

    @property
    def visibilities(self) -> tuple[Visibility, ...]:
        """Those that can be chosen; none for a post that is out already."""
        account = self.account
        if account is None or self.draft.edits:
            return ()
        return allowed_visibilities(account, visibility_limit(self.draft))

    @property
    def language(self) -> str:
        """Chosen, else guessed from the text, else the account's, else the system's."""
        account = self.account
        default = account.default_language if account else ""
        return self.draft.language or self._guess or default or sentences.system_language()

    @property
    def is_language_guessed(self) -> bool:
        return not self.draft.language

    @property
    def other_drafts(self) -> tuple[Draft, ...]:
        """All but the one that is shown and those that are being sent, newest first."""
        hidden = self._sending.leaving | {self.draft.id}
        return tuple(draft for draft in self._shelf.all if draft.id not in hidden)

    @property
    def has_content(self) -> bool:
        return self._state.has_content
