"""What can be done with a post: the menu's rows, and doing it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.domain.account import Account, AccountId, Visibility
from desktop.domain.post import Post, PostAction
from desktop.domain.profile import Profile, ProfileAction
from desktop.viewmodels.vocabulary import vocabulary

if TYPE_CHECKING:
    from desktop.services.accounts import Accounts
    from desktop.services.actions import Actions
    from desktop.services.tasks import TaskScope

_TOGGLES: dict[str, tuple[str, PostAction, PostAction]] = {
    "like": ("has_liked", PostAction.LIKE, PostAction.UNLIKE),
    "repost": ("has_reposted", PostAction.REPOST, PostAction.UNREPOST),
    "bookmark": ("has_bookmarked", PostAction.BOOKMARK, PostAction.UNBOOKMARK),
    "pin": ("has_pinned", PostAction.PIN, PostAction.UNPIN),
    "mute_thread": ("has_muted", PostAction.MUTE_THREAD, PostAction.UNMUTE_THREAD),
}
_WRITING = frozenset({"reply", "quote", "edit"})
_PEOPLE = {
    "mute_author": ProfileAction.MUTE,
    "block_author": ProfileAction.BLOCK,
    "follow_author": ProfileAction.FOLLOW,
}


class PostMenuItem(Struct, frozen=True, kw_only=True):
    """A row of a post's menu. An empty `action` is a line between groups."""

    action: str = ""
    label: str = ""
    icon: str = ""
    key: str = ""
    asks: str = ""
    """The question to be answered with yes before it is done; empty: do it."""


class PostActionsViewModel(QObject):
    """`request` does what the account can do; writing and reading are passed on by signals."""

    write_requested = Signal(object, str)
    """Post, and reply, quote or edit: for the composer."""
    open_requested = Signal(object)
    """Post, to be shown with its thread."""
    copy_requested = Signal(str)
    browse_requested = Signal(str)

    def __init__(
        self,
        actions: Actions,
        accounts: Accounts,
        scope: TaskScope,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._accounts = accounts
        self._scope = scope

    def request(self, post: Post, action: str) -> None:
        """Do an action of the menu or of the row under a post. Unknown names do nothing."""
        shown = post.shown
        if action in _TOGGLES:
            field, do, undo = _TOGGLES[action]
            self._act(undo if getattr(shown.viewer, field) else do, shown)
        elif action in {item.value for item in PostAction}:
            self._act(PostAction(action), shown)
        elif action in _WRITING:
            self.write_requested.emit(shown, action)
        elif action in _PEOPLE:
            self.act_on_profile(_PEOPLE[action], shown.account, shown.author)
        elif action == "delete":
            self._scope.start(self._actions.delete(shown), name="delete a post")
        elif action == "open":
            self.open_requested.emit(shown)
        elif action == "copy_link":
            self.copy_requested.emit(shown.url or shown.uri)
        elif action == "copy_text":
            self.copy_requested.emit(shown.text.text)
        elif action == "browse":
            self.browse_requested.emit(shown.url or shown.uri)

    def vote(self, post: Post, choices: tuple[int, ...]) -> None:
        self._scope.start(self._actions.vote(post, choices), name="vote")

    def act_on_profile(self, action: ProfileAction, account: AccountId, profile: Profile) -> None:
        self._scope.start(
            self._actions.act_on_profile(action, account, profile.id), name=action.value
        )

    def menu(self, post: Post) -> tuple[PostMenuItem, ...]:
        """The rows for this post, as far as its account's server can do them."""
        account = self._accounts.get(post.account)
        if account is None:
            return tuple(_reading(post.shown))
        is_own = post.shown.author.id == account.profile_id
        groups = (
            _writing(post.shown, account, is_own=is_own),
            _reading(post.shown),
            _owning(account) if is_own else _people(post.shown, account),
        )
        rows: list[PostMenuItem] = []
        for group in groups:
            items = list(group)
            if rows and items:
                rows.append(PostMenuItem())
            rows.extend(items)
        return tuple(rows)

    def _act(self, action: PostAction, post: Post) -> None:
        self._scope.start(self._actions.act(action, post), name=action.value)


def _writing(post: Post, account: Account, *, is_own: bool) -> Iterator[PostMenuItem]:
    translate = QCoreApplication.translate
    can = account.capabilities
    words = vocabulary(account.network)
    yield PostMenuItem(action="reply", label=translate("PostMenu", "Reply"), icon="reply", key="R")
    is_open = post.visibility in (Visibility.PUBLIC, Visibility.UNLISTED, Visibility.LOCAL)
    if can.can_repost and (is_open or (is_own and post.visibility is Visibility.FOLLOWERS)):
        label = words.unrepost if post.viewer.has_reposted else words.repost
        yield PostMenuItem(action="repost", label=label, icon="repost", key="B")
    if can.can_quote and is_open:
        yield PostMenuItem(action="quote", label=words.quote, icon="quote")
    if can.can_like:
        label = words.unlike if post.viewer.has_liked else words.like
        name = "heart-filled" if post.viewer.has_liked else "heart"
        yield PostMenuItem(action="like", label=label, icon=name, key="F")
    if can.can_bookmark:
        label = words.unbookmark if post.viewer.has_bookmarked else words.bookmark
        name = "bookmark-filled" if post.viewer.has_bookmarked else "bookmark"
        yield PostMenuItem(action="bookmark", label=label, icon=name, key="D")


def _reading(post: Post) -> Iterator[PostMenuItem]:
    translate = QCoreApplication.translate
    yield PostMenuItem(
        action="open", label=translate("PostMenu", "Show the thread"), icon="list", key="O"
    )
    if post.url or post.uri.startswith(("http://", "https://")):
        yield PostMenuItem(
            action="browse", label=translate("PostMenu", "Open in browser"), icon="external"
        )
        yield PostMenuItem(
            action="copy_link", label=translate("PostMenu", "Copy link"), icon="copy"
        )
    if post.text.text:
        yield PostMenuItem(
            action="copy_text", label=translate("PostMenu", "Copy text"), icon="copy"
        )


def _owning(account: Account) -> Iterator[PostMenuItem]:
    translate = QCoreApplication.translate
    can = account.capabilities
    if can.can_edit:
        yield PostMenuItem(action="edit", label=translate("PostMenu", "Edit"), icon="edit")
    if can.can_delete:
        yield PostMenuItem(
            action="delete",
            label=translate("PostMenu", "Delete…"),
            icon="trash",
            asks=translate("PostMenu", "Delete this post? It cannot be brought back."),
        )


def _people(post: Post, account: Account) -> Iterator[PostMenuItem]:
    translate = QCoreApplication.translate
    can = account.capabilities
    name = post.author.display_name
    if can.can_follow:
        label = translate("PostMenu", "Follow {name}").format(name=name)
        yield PostMenuItem(action="follow_author", label=label, icon="user-plus")
    if can.can_mute:
        label = translate("PostMenu", "Mute {name}").format(name=name)
        yield PostMenuItem(action="mute_author", label=label, icon="mute")
    if can.can_block:
        yield PostMenuItem(
            action="block_author",
            label=translate("PostMenu", "Block {name}…").format(name=name),
            icon="block",
            asks=translate("PostMenu", "Block {name}? You will no longer see each other.").format(
                name=name
            ),
        )
