"""The viewmodels of one window, made and joined by hand."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from msgspec import Struct

from desktop import __version__
from desktop.app.services import Services
from desktop.domain.account import Account, AccountId
from desktop.domain.column import Column
from desktop.domain.post import Post
from desktop.domain.query import SavedSearch
from desktop.domain.timeline import TimelineKey
from desktop.domain.timeline_kind import TimelineKind
from desktop.services.keys_file import KeysFile
from desktop.services.tasks import TaskScope
from desktop.viewmodels.accounts_vm import AccountsViewModel
from desktop.viewmodels.add_column_vm import AddColumnViewModel
from desktop.viewmodels.column_setup_vm import ColumnSetupViewModel
from desktop.viewmodels.column_vm import ColumnViewModel
from desktop.viewmodels.completion_vm import CompletionViewModel
from desktop.viewmodels.composer_vm import ComposerViewModel
from desktop.viewmodels.deck_vm import DeckViewModel
from desktop.viewmodels.keys_vm import KeysViewModel
from desktop.viewmodels.keywords_vm import KeywordsViewModel
from desktop.viewmodels.notices_vm import NoticesViewModel
from desktop.viewmodels.outbox_vm import OutboxViewModel
from desktop.viewmodels.post_actions_vm import PostActionsViewModel
from desktop.viewmodels.profile_vm import ProfileViewModel
from desktop.viewmodels.settings_form import SettingsViewModel
from desktop.viewmodels.sign_in_vm import SignInViewModel

FIRST_COLUMNS = (TimelineKind.HOME, TimelineKind.NOTIFICATIONS, TimelineKind.LOCAL)
"""What the first account finds in an empty deck, as far as its server has it."""


class ViewModels(Struct, frozen=True, eq=False, kw_only=True):
    """Made by `make_view_models`."""

    scope: TaskScope
    deck: DeckViewModel
    accounts: AccountsViewModel
    notices: NoticesViewModel
    posts: PostActionsViewModel
    settings: SettingsViewModel
    composer: ComposerViewModel
    outbox: OutboxViewModel
    completion: CompletionViewModel
    keys: KeysViewModel


def make_view_models(services: Services) -> ViewModels:
    scope = services.scope.child("window")
    composer = ComposerViewModel(
        services.accounts, services.sessions, services.drafts, services.outbox, services.uploads,
        services.settings, services.notices, scope,
    )  # fmt: skip
    made = ViewModels(
        scope=scope,
        deck=DeckViewModel(
            services.deck, services.feeds, services.accounts, services.notices, scope
        ),
        accounts=AccountsViewModel(services.accounts, services.sessions, scope),
        notices=NoticesViewModel(services.notices, services.accounts),
        posts=PostActionsViewModel(services.actions, services.accounts, scope),
        settings=SettingsViewModel(services.settings),
        composer=composer,
        outbox=OutboxViewModel(services.outbox, services.accounts, composer, scope),
        completion=CompletionViewModel(services.autocomplete, scope),
        keys=_keys(services),
    )
    made.accounts.signed_out.connect(lambda account: _close_beside(made.deck, account))
    made.posts.write_requested.connect(lambda post, what: _write(composer, post, what))
    return made


def _keys(services: Services) -> KeysViewModel:
    """They stand beside the settings."""
    keys = KeysFile(services.settings.path.with_name("keys.toml"))
    notice = keys.load()
    if notice is not None:
        services.notices.post(notice)
    return KeysViewModel(keys)


def _close_beside(deck: DeckViewModel, account: AccountId) -> None:
    """Threads and people that were opened with an account go with it."""
    for column in deck.columns:
        if column.is_temporary and column.column.sources[0].account == account:
            deck.close_beside(column.id)


def _write(composer: ComposerViewModel, post: Post, what: str) -> None:
    {"reply": composer.reply, "quote": composer.quote, "edit": composer.edit}[what](post)


class Parts:
    """The viewmodels that live as long as a dialog or a column's panel; each lets go of what it
    runs by itself."""

    def __init__(self, services: Services, models: ViewModels, networks: Sequence[str]) -> None:
        self._services = services
        self._models = models
        self._networks = tuple(networks)

    def make_sign_in(self) -> SignInViewModel:
        scope = self._models.scope.child("sign in")
        model = SignInViewModel(self._services.sign_in, scope, self._networks)
        model.finished.connect(self.signed_in)
        return model

    def make_add_column(self) -> AddColumnViewModel:
        services, scope = self._services, self._models.scope.child("add column")
        return AddColumnViewModel(
            services.accounts, services.sessions, services.autocomplete,
            self._keywords(scope, None), scope,
        )  # fmt: skip

    def make_setup(self, column: Column) -> ColumnSetupViewModel:
        return ColumnSetupViewModel(column, self._services.accounts)

    def make_keywords(self, search: SavedSearch) -> KeywordsViewModel:
        return self._keywords(self._models.scope.child("keywords"), search)

    def profile(self, column: ColumnViewModel) -> ProfileViewModel | None:
        """For the panel above a person's posts; None for a column that is none."""
        if len(column.column.sources) != 1:
            return None
        key = column.column.sources[0]
        account = self._services.accounts.get(key.account)
        if key.kind is not TimelineKind.PROFILE or account is None:
            return None
        scope = self._models.scope.child(f"profile {key.parameter}")
        return ProfileViewModel(
            account, key.parameter, self._services.sessions, self._services.actions, scope, column
        )

    def log_text(self) -> str:
        return self._services.log.recent()

    def version(self) -> str:
        return __version__

    def signed_in(self, account: Account) -> None:
        """The first account finds columns."""
        if self._services.deck.current.columns:
            return
        for kind in FIRST_COLUMNS:
            if kind in account.capabilities.timelines:
                column = Column(id=uuid.uuid4().hex, sources=(TimelineKey(account.id, kind),))
                self._services.deck.add(column)

    def _keywords(self, scope: TaskScope, search: SavedSearch | None) -> KeywordsViewModel:
        return KeywordsViewModel(self._services.accounts, self._services.preview, scope, search)
