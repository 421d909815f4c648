"""A profile's panel: who it is, how we stand to each other, and the buttons for that."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal

from desktop.domain.account import Account, AccountId
from desktop.domain.errors import VoliereError
from desktop.domain.profile import Profile, ProfileAction, Relationship
from desktop.viewmodels.messages import error_sentence

if TYPE_CHECKING:
    from desktop.services.actions import Actions
    from desktop.services.sessions import Sessions
    from desktop.services.tasks import TaskScope


class ProfileViewModel(QObject):
    """Reads the profile and the relationship once; the buttons change the latter."""

    changed = Signal()

    def __init__(
        self,
        account: Account,
        profile_id: str,
        sessions: Sessions,
        actions: Actions,
        scope: TaskScope,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.account = account
        self.profile: Profile | None = None
        self.relationship: Relationship | None = None
        self.problem = ""
        self.is_busy = False
        self._profile_id = profile_id
        self._sessions = sessions
        self._actions = actions
        self._scope = scope.child(f"profile {profile_id}")

    @property
    def is_own(self) -> bool:
        return self._profile_id == self.account.profile_id

    def start(self) -> None:
        self._scope.start(self._load(), name="load a profile")

    def act(self, action: ProfileAction) -> None:
        if not self.is_busy and self.profile is not None:
            self._scope.start(self._act(action), name=action.value)

    @property
    def counts(self) -> tuple[tuple[str, str], ...]:
        """Number and word, those that the server tells."""
        if self.profile is None:
            return ()
        translate = QCoreApplication.translate
        locale = QLocale()
        pairs = (
            (self.profile.post_count, translate("Profile", "posts")),
            (self.profile.following_count, translate("Profile", "following")),
            (self.profile.follower_count, translate("Profile", "followers")),
        )
        return tuple((locale.toString(count), word) for count, word in pairs if count >= 0)

    @property
    def relation_sentence(self) -> str:
        """What stands between us, in words."""
        translate = QCoreApplication.translate
        if self.is_own:
            return translate("Profile", "This is you.")
        known = self.relationship
        if known is None:
            return ""
        if known.is_blocking:
            return translate("Profile", "You block this person.")
        parts: list[str] = []
        if known.is_following and known.is_followed_by:
            parts.append(translate("Profile", "You follow each other."))
        elif known.is_followed_by:
            parts.append(translate("Profile", "Follows you."))
        elif known.is_requested:
            parts.append(translate("Profile", "Your request to follow waits for an answer."))
        if known.is_muting:
            parts.append(translate("Profile", "Muted: you do not see these posts in your columns."))
        return " ".join(parts)

    @property
    def buttons(self) -> tuple[tuple[ProfileAction, str, str], ...]:
        """(what it does, label, icon) as the relationship stands now."""
        known = self.relationship
        if known is None or self.is_own:
            return ()
        translate = QCoreApplication.translate
        can = self.account.capabilities
        result: list[tuple[ProfileAction, str, str]] = []
        if can.can_follow and not known.is_blocking:
            if known.is_following:
                result.append((ProfileAction.UNFOLLOW, translate("Profile", "Unfollow"), "check"))
            elif known.is_requested:
                result.append(
                    (ProfileAction.UNFOLLOW, translate("Profile", "Cancel request"), "clock")
                )
            else:
                result.append((ProfileAction.FOLLOW, translate("Profile", "Follow"), "user-plus"))
        if can.can_mute:
            if known.is_muting:
                result.append((ProfileAction.UNMUTE, translate("Profile", "Unmute"), "mute"))
            else:
                result.append((ProfileAction.MUTE, translate("Profile", "Mute"), "mute"))
        if can.can_block:
            if known.is_blocking:
                result.append((ProfileAction.UNBLOCK, translate("Profile", "Unblock"), "block"))
            else:
                result.append((ProfileAction.BLOCK, translate("Profile", "Block"), "block"))
        return tuple(result)

    def question(self, action: ProfileAction) -> str:
        """What to ask before it is done; empty: nothing."""
        translate = QCoreApplication.translate
        name = self.profile.display_name if self.profile is not None else ""
        if action is ProfileAction.BLOCK:
            question = translate("Profile", "Block {name}? You will no longer see each other.")
            return question.format(name=name)
        return ""

    def let_go(self) -> None:
        """Nobody looks any more: stop what runs."""
        self._scope.cancel()

    @property
    def account_id(self) -> AccountId:
        return self.account.id

    async def _load(self) -> None:
        try:
            adapter = self._sessions.adapter(self.account.id)
            self.profile = await adapter.profile(self._profile_id)
            self.changed.emit()
            if not self.is_own:
                self.relationship = await self._actions.relationship(
                    self.account.id, self._profile_id
                )
        except VoliereError as error:
            self.problem = error_sentence(error)
        self.changed.emit()

    async def _act(self, action: ProfileAction) -> None:
        profile = self.profile
        if profile is None:
            return
        self.is_busy = True
        self.problem = ""
        self.changed.emit()
        try:
            self.relationship = await self._actions.act_on_profile(
                action, self.account.id, profile.id
            )
        except VoliereError as error:
            self.problem = error_sentence(error)
        except asyncio.CancelledError:
            # The panel is gone: nobody is left to be told.
            self.is_busy = False
            raise
        self.is_busy = False
        self.changed.emit()
