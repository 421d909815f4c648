"""The services of one run, made and joined by hand."""

from __future__ import annotations

import locale
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from desktop import __version__
from desktop.domain.account import AccountId
from desktop.domain.column import Column, Deck
from desktop.domain.errors import StoreError
from desktop.domain.notice import Notice
from desktop.domain.query import SavedSearch
from desktop.domain.settings import Settings
from desktop.networks.http import HttpClient
from desktop.networks.route import ProxyChoice
from desktop.services.accounts import Accounts
from desktop.services.actions import Actions
from desktop.services.autocomplete import Autocomplete
from desktop.services.database import Database
from desktop.services.deck_file import DeckFile
from desktop.services.drafts import Drafts
from desktop.services.feeds import Feeds
from desktop.services.folders import Folders
from desktop.services.log import Log
from desktop.services.media import MediaCache
from desktop.services.notices import Notices
from desktop.services.outbox import Outbox
from desktop.services.retention import Retention
from desktop.services.saved_searches import SavedSearches
from desktop.services.search_preview import SearchPreview
from desktop.services.secrets import Secrets
from desktop.services.seen import Seen
from desktop.services.sessions import OpensAccounts, Sessions
from desktop.services.settings_file import SettingsFile
from desktop.services.sign_in import SignIn
from desktop.services.store import PostStore, StoreChange
from desktop.services.sync import Sync
from desktop.services.tasks import TaskScope
from desktop.services.uploads import Uploads
from desktop.text import query as matching

MEGABYTE = 1024 * 1024


class Services(Struct, frozen=True, eq=False, kw_only=True):
    """Everything below the viewmodels. Made by `open_services`, ended by `close`."""

    scope: TaskScope
    notices: Notices
    settings: SettingsFile
    accounts: Accounts
    deck: DeckFile
    secrets: Secrets
    http: HttpClient
    sessions: Sessions
    sign_in: SignIn
    posts: Database
    writing: Database
    store: PostStore
    sync: Sync
    searches: SavedSearches
    preview: SearchPreview
    feeds: Feeds
    actions: Actions
    drafts: Drafts
    uploads: Uploads
    outbox: Outbox
    media: MediaCache
    autocomplete: Autocomplete
    log: Log

    async def start(self) -> None:
        """Open the sessions and let what was on its way go on."""
        opening = self.scope.start(self.sessions.open_all(), name="open")
        await self.outbox.start()
        await self._sweep()
        await opening

    async def _sweep(self) -> None:
        """Delete copies of pictures that no draft and no waiting post needs any more."""
        try:
            used = await self.drafts.used_files()
        except msgspec.MsgspecError:
            # A row that cannot be read may be the one that needs a file: keep them all.
            return
        await self.uploads.sweep(used)

    async def close(self) -> None:
        """In order: nothing new is begun, what is written is on the disk, then the doors."""
        self.deck.flush()
        await self.outbox.close()
        await self.sync.close()
        await self.scope.close()
        await self.sessions.close()
        await self.media.close()
        await self.close_files()
        await self.http.close()

    async def close_files(self) -> None:
        """The databases; also when something else did not end in time. May be called twice."""
        try:
            await self.posts.close()
        finally:
            await self.writing.close()


async def open_services(
    folders: Folders,
    networks: Mapping[str, OpensAccounts],
    log: Log,
    notices: Notices,
    *,
    open_browser: Callable[[str], bool],
    secrets: Secrets | None = None,
) -> Services:
    """Read the profile and open its databases. Raises StoreError when one can be neither used
    nor replaced."""
    scope = TaskScope(notices.report, "app")
    settings = SettingsFile(folders.config / "settings.toml")
    accounts = Accounts(folders.config / "accounts.toml")
    deck = DeckFile(folders.config / "deck.toml")
    for told in (settings.load(), accounts.load(), deck.load()):
        _tell(notices, told)
    posts = await Database.open(folders.data / "posts.sqlite", "posts", durable=False)
    try:
        writing = await Database.open(
            folders.data / "writing.sqlite", "writing", durable=True, salvage=("drafts", "outbox")
        )
    except StoreError:
        await posts.close()
        raise
    _tell(notices, posts.notice)
    _tell(notices, writing.notice)

    store = PostStore(posts, matching)
    http = HttpClient(proxy_of(settings.value), f"Voliere/{__version__}")
    secrets = secrets or Secrets()

    async def forget(account: AccountId) -> None:
        autocomplete.forget_account(account)
        deck.forget_account(account)
        await store.forget_account(account)

    sessions = Sessions(
        accounts, secrets, networks, http, notices, scope.child("sessions"), forget_data=forget
    )
    sign_in = SignIn(
        networks, http, sessions, accounts, secrets, open_browser,
        language=(locale.getlocale()[0] or "").partition("_")[0],
    )  # fmt: skip

    def ours() -> tuple[AccountId, ...]:
        return tuple(account.id for account in accounts.all)

    sync = Sync(
        store, sessions, notices, scope.child("sync"), is_streaming=settings.value.streaming
    )
    searches = SavedSearches(
        store, sessions, matching, notices, scope.child("searches"),
        accounts=ours,
    )  # fmt: skip
    searches.keep(saved_searches(deck.decks), is_start=True)
    feeds = Feeds(
        store, sync, notices, scope.child("feeds"), searches=searches,
        seen=Seen(lambda: settings.value.posts_once),
    )  # fmt: skip
    outbox = Outbox(writing, sessions, store, notices, scope.child("outbox"))
    autocomplete = Autocomplete(sessions)
    media = MediaCache(
        folders.cache / "media", settings.value.media_cache_megabytes * MEGABYTE, sessions,
        scope,
    )  # fmt: skip
    retention = Retention(
        store,
        lambda: all_columns(deck.decks),
        lambda: (settings.value.keep_posts, settings.value.keep_days),
        notices,
    )
    services = Services(
        scope=scope, notices=notices, settings=settings, accounts=accounts, deck=deck,
        secrets=secrets, http=http, sessions=sessions, sign_in=sign_in, posts=posts,
        writing=writing, store=store, sync=sync, searches=searches, feeds=feeds,
        preview=SearchPreview(store, sessions, matching, ours),
        actions=Actions(store, sessions, notices), drafts=Drafts(writing),
        uploads=Uploads(folders.data / "drafts"), outbox=outbox, media=media,
        autocomplete=autocomplete, log=log,
    )  # fmt: skip
    _join(services)
    scope.start(retention.run(), name="retention")
    return services


def _join(services: Services) -> None:
    """What follows from changes of the deck, of the settings and of posts."""
    deck, settings = services.deck, services.settings
    deck.changed.connect(lambda _: services.searches.keep(saved_searches(deck.decks)))

    def take(value: Settings) -> None:
        services.scope.start(services.http.set_proxy(proxy_of(value)), name="proxy")
        services.sync.set_streaming(value.streaming)
        limit = value.media_cache_megabytes * MEGABYTE
        services.scope.start(services.media.set_limit(limit), name="media limit")

    def read(change: StoreChange) -> None:
        for key, entries in change.added.items():
            posts = tuple(entry.post for entry in entries if entry.post is not None)
            services.autocomplete.notice_posts(key.account, posts)

    settings.changed.connect(take)
    services.accounts.changed.connect(lambda all_: services.store.welcome(a.id for a in all_))
    services.store.changed.connect(read)


def proxy_of(settings: Settings) -> ProxyChoice:
    return ProxyChoice(settings.proxy_kind, settings.proxy_host, settings.proxy_port)


def all_columns(decks: tuple[Deck, ...]) -> tuple[Column, ...]:
    return tuple(column for deck in decks for column in deck.columns)


def saved_searches(decks: tuple[Deck, ...]) -> tuple[SavedSearch, ...]:
    """One for each keyword column of any deck."""
    found = {c.search.id: c.search for c in all_columns(decks) if c.search is not None}
    return tuple(found.values())


def profile_folder(folders: Folders) -> Path:
    """The folder that stands for the profile: two programs may not use the same."""
    return folders.data


def _tell(notices: Notices, notice: Notice | None) -> None:
    if notice is not None:
        notices.post(notice)
