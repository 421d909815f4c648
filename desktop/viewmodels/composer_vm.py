"""The composer: one draft, by one account, judged at every key."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer

from desktop.domain.account import Account, AccountId, Visibility
from desktop.domain.draft import Draft, PollDraft
from desktop.domain.post import Post
from desktop.text.language import guess_language
from desktop.viewmodels.composer_drafts import DraftShelf
from desktop.viewmodels.composer_findings import look_over_all
from desktop.viewmodels.composer_media import ComposerMedia
from desktop.viewmodels.composer_reading import ComposerReading
from desktop.viewmodels.composer_sending import ComposerSending
from desktop.viewmodels.composer_starts import ComposerStarts
from desktop.viewmodels.composer_state import ComposerState
from desktop.viewmodels.composer_targets import target_counts
from desktop.viewmodels.composer_text import clean, find_mentions, judge

if TYPE_CHECKING:
    import asyncio

    from desktop.services.accounts import Accounts
    from desktop.services.drafts import Drafts
    from desktop.services.notices import Notices
    from desktop.services.outbox import Outbox
    from desktop.services.sessions import Sessions
    from desktop.services.settings_file import SettingsFile
    from desktop.services.tasks import TaskScope
    from desktop.services.uploads import Uploads

PAUSE = 250
"""Milliseconds without a key after which the slower looks are taken: rules and language."""


class ComposerViewModel(ComposerReading):
    """What the composer shows and does. Every change is kept as a draft by itself."""

    def __init__(
        self,
        accounts: Accounts,
        sessions: Sessions,
        drafts: Drafts,
        outbox: Outbox,
        uploads: Uploads,
        settings: SettingsFile,
        notices: Notices,
        scope: TaskScope,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._scope = scope
        self._shelf = DraftShelf(drafts, notices, scope, self)
        self._state = ComposerState(accounts, self._shelf, self)
        self.media = ComposerMedia(self._state, uploads, sessions, scope, self)
        self._starts = ComposerStarts(self._state, sessions, scope, self)
        self._sending = ComposerSending(self._state, outbox, scope, self._hold_seconds, self)
        self._judged: tuple[Any, ...] = ()
        self._agreed: tuple[str, ...] = ()
        self._drafts = drafts
        self._outbox = outbox
        self._last = self._state.draft
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._look_closer)
        self._connect()
        self._judge()

    def _connect(self) -> None:
        state = self._state
        state.replaced.connect(self.text_replaced)
        state.replaced.connect(self.language_changed)
        state.changed.connect(self._changed)
        state.account_changed.connect(self._account_changed)
        state.problem_changed.connect(self.problem_changed)
        self._shelf.changed.connect(self.drafts_changed)
        self.media.pending_changed.connect(self._media_moved)
        self._starts.looking_changed.connect(self._judged_anew)
        self._starts.focus_wanted.connect(self.focus_wanted)
        self._sending.came_back.connect(self.focus_wanted)
        self._sending.leaving_changed.connect(self.drafts_changed)

    async def start(self) -> None:
        """Take up the newest draft again. Drafts that are in the outbox already are dropped: we
        ended between the two."""
        await self._shelf.load()
        sent = {item.draft.id for item in self._outbox.items}
        for draft in self._shelf.all:
            if draft.id in sent:
                self._shelf.drop(draft.id)
        drafts = self.other_drafts
        if drafts and not self._state.has_content:
            self.open_draft(drafts[0].id)

    async def close(self) -> None:
        """Keep what is written; call it before the scope is closed."""
        self._pause.stop()
        self._state.close()
        self._sending.close()
        await self._shelf.flush()

    # What can be done

    def set_text(self, text: str) -> None:
        self._state.change(text=clean(text))

    def set_content_warning(self, text: str) -> None:
        self._state.change(content_warning=clean(text))

    def set_sensitive(self, is_sensitive: bool) -> None:
        self._state.change(is_sensitive=is_sensitive)

    def set_visibility(self, visibility: Visibility) -> None:
        if visibility in self.visibilities:
            self._state.change(visibility=visibility)

    def set_language(self, code: str) -> None:
        """Empty: guess it."""
        self._state.change(language=code)
        self.language_changed.emit()

    def set_poll(self, poll: PollDraft | None) -> None:
        self._state.change(poll=poll)

    def write_as(self, account: AccountId) -> None:
        self._starts.write_as(account)

    def add_or_leave(self, account: AccountId) -> None:
        """Post it with this account as well, or no longer."""
        self._starts.add_or_leave(account)

    def set_thread(self, is_thread: bool) -> None:
        self._state.change(is_thread=is_thread and self.can_be_thread)

    def set_numbered(self, is_numbered: bool) -> None:
        self._state.change(is_numbered=is_numbered)

    def set_part_warning(self, part: int, warning: str | None) -> None:
        """None: that of the whole."""
        kept = list(self.draft.part_warnings)
        kept += [None] * (part + 1 - len(kept))
        kept[part] = warning if warning is None else clean(warning)
        self._state.change(part_warnings=tuple(kept))

    def set_part_of_media(self, media_id: str, part: int) -> None:
        self._state.change(
            media=tuple(
                replace(each, part=part) if each.id == media_id else each
                for each in self.draft.media
            )
        )

    def reply(self, post: Post) -> None:
        self._starts.reply(post)

    def quote(self, post: Post) -> None:
        self._starts.quote(post)

    def edit(self, post: Post) -> None:
        self._starts.edit(post)

    def leave_context(self) -> None:
        self._starts.leave()

    def open_draft(self, draft_id: str) -> None:
        draft = self._shelf.get(draft_id)
        if draft is not None:
            self._state.show(draft)
            self.focus_wanted.emit()

    def discard_draft(self, draft_id: str = "") -> None:
        """Throw a draft away; empty: the one that is shown."""
        if draft_id in ("", self.draft.id):
            self._state.throw_away()
        else:
            self._shelf.drop(draft_id)

    def new_draft(self) -> None:
        """Put this one with the drafts and begin another."""
        if self.has_content:
            self._shelf.keep(self.draft)
        self._state.start_fresh()
        self.focus_wanted.emit()

    def submit(self) -> bool:
        """Send it, if it can be sent. The editor is empty when this returns True.

        Where there is something to ask, the first call asks it and the second is the yes.
        """
        self._look_closer()
        if not self.can_send:
            self.judged.emit()
            return False
        if self._findings.asks and self._agreed != self._findings.asks:
            self._agreed = self._findings.asks
            self._is_asking = True
            self.judged.emit()
            return False
        if self.capabilities.can_set_language and not self.draft.language:
            self._state.change(language=self.language)
        self._sending.submit(self.draft)
        return True

    def take_back(self, item_id: str) -> None:
        """Bring a held or refused post back to the editor."""
        self._sending.take_back(item_id)

    def start_task(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Run something that ends with the composer: the pictures of its thumbnails."""
        return self._scope.start(work, name="composer")

    # How it hangs together

    def _hold_seconds(self, account: Account) -> float:
        own = account.undo_send_seconds
        return float(self._settings.value.undo_send_seconds if own < 0 else own)

    def _account_changed(self) -> None:
        self._judged = ()
        self._look_closer()
        self.account_changed.emit()

    def _changed(self) -> None:
        before, now = self._last, self._state.draft
        self._last = now
        self._judge()
        if before.media != now.media or before.id != now.id:
            self._media_moved()
        if _details(before) != _details(now):
            self._look_closer()
            self.details_changed.emit()
        elif before.media == now.media:
            self._pause.start()
        if before.id != now.id:
            self.drafts_changed.emit()

    def _judge(self) -> None:
        draft = self.draft
        account = self.account
        what = (
            draft.text, draft.content_warning, self.chosen, draft.is_thread, draft.is_numbered,
            draft.part_warnings,
        )  # fmt: skip
        if what != self._judged:
            self._judged = what
            self._counts = target_counts(draft, self.chosen)
            self._judgement = self._counts[0].judgement if account else judge(draft.text, "", None)
        if draft.visibility in (Visibility.DIRECT, Visibility.FOLLOWERS):
            self._mentions = find_mentions(draft.text, self.count_rule)
        self.judged.emit()

    def _judged_anew(self) -> None:
        self.judged.emit()

    def _media_moved(self) -> None:
        self.media_changed.emit()
        self._look_closer()
        self.judged.emit()

    def _look_closer(self) -> None:
        """The slower looks: all rules, and the language."""
        self._pause.stop()
        draft = self.draft
        guess = guess_language(draft.text)
        if guess != self._guess:
            self._guess = guess
            self.language_changed.emit()
        found = look_over_all(draft, self.chosen, guess, settings=self._settings.value)
        if found.asks != self._findings.asks:
            self._agreed = ()
            self._is_asking = False
        if found != self._findings:
            self._findings = found
            self.findings_changed.emit()
            self.judged.emit()


def _details(draft: Draft) -> tuple[Any, ...]:
    return (
        draft.id, draft.account, draft.content_warning, draft.is_sensitive, draft.visibility,
        draft.language, draft.poll, draft.reply_to, draft.quote, draft.edits, draft.others,
        draft.is_thread, draft.is_numbered, draft.part_warnings,
    )  # fmt: skip
