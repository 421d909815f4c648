"""A whole window over small fakes of the services, for the tests of the views around columns."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QSettings

from desktop.domain.account import (
    ACCOUNT_COLOURS,
    Account,
    AccountId,
    Capabilities,
    SessionState,
    Visibility,
)
from desktop.domain.column import Column, ColumnState, Live
from desktop.domain.post import Counts, Post
from desktop.domain.profile import Profile, Relationship
from desktop.domain.query import SavedSearch
from desktop.domain.richtext import RichText
from desktop.domain.signal import Signal
from desktop.domain.timeline import Entry, ListInfo, TimelineKey, microseconds
from desktop.domain.timeline_kind import TimelineKind
from desktop.services.deck_file import DeckFile
from desktop.services.notices import Notices
from desktop.services.settings_file import SettingsFile
from desktop.viewmodels.accounts_vm import AccountsViewModel
from desktop.viewmodels.add_column_vm import AddColumnViewModel
from desktop.viewmodels.column_setup_vm import ColumnSetupViewModel
from desktop.viewmodels.column_vm import ColumnViewModel
from desktop.viewmodels.deck_vm import DeckViewModel
from desktop.viewmodels.keywords_vm import KeywordsViewModel
from desktop.viewmodels.notices_vm import NoticesViewModel
from desktop.viewmodels.post_actions_vm import PostActionsViewModel
from desktop.viewmodels.profile_vm import ProfileViewModel
from desktop.viewmodels.settings_form import SettingsViewModel
from desktop.viewmodels.sign_in_vm import SignInViewModel
from desktop.views.main_window import MainWindow
from desktop.views.profile_panel import ProfilePanel
from desktop.views.theme import Tokens, tokens
from desktop.views.timelines import Timelines

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
CLAIRE = AccountId("mastodon:claire@piaille.example")
ATELIER = AccountId("mastodon:atelier@example.org")


def account(account_id: AccountId = CLAIRE, name: str = "Claire", colour: int = 0) -> Account:
    handle = account_id.partition(":")[2]
    return Account(
        id=account_id, network="mastodon", server=f"https://{handle.partition('@')[2]}",
        handle=handle, profile_id=f"id-{name.lower()}", name=name,
        colour=ACCOUNT_COLOURS[colour], software="mastodon", version="4.5.1",
        capabilities=Capabilities(
            timelines=frozenset(
                {
                    TimelineKind.HOME, TimelineKind.NOTIFICATIONS, TimelineKind.MENTIONS,
                    TimelineKind.LOCAL, TimelineKind.HASHTAG, TimelineKind.LIST,
                    TimelineKind.PROFILE, TimelineKind.SEARCH, TimelineKind.BOOKMARKS,
                }
            ),
            visibilities=tuple(Visibility), can_bookmark=True, can_edit=True,
        ),
    )  # fmt: skip


def profile(number: int = 1, name: str = "Louise Martel") -> Profile:
    handle = f"{name.split()[0].lower()}@piaille.example"
    return Profile(id=f"p{number}", handle=handle, name=name)


def post(number: int, text: str, who: Profile | None = None, minutes: int = 0) -> Post:
    return Post(
        account=CLAIRE, id=str(number), uri=f"https://piaille.example/{number}",
        url=f"https://piaille.example/@louise/{number}", author=who or profile(),
        created_at=NOW - timedelta(minutes=minutes or number), text=RichText(text),
        counts=Counts(replies=number % 4, reposts=number % 7, likes=number * 3 % 40),
    )  # fmt: skip


def entry(one: Post) -> Entry:
    return Entry(id=one.id, sort_at=microseconds(one.created_at), post=one)


class Scope:
    """Runs tasks on a loop of its own, when the test says so."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self.tasks: list[asyncio.Task[Any]] = []

    def start(self, work: Coroutine[Any, Any, Any], *, name: str = "") -> asyncio.Task[Any]:
        task = self.loop.create_task(work, name=name)
        self.tasks.append(task)
        return task

    def child(self, name: str, on_error: object = None) -> Scope:
        return self

    def cancel(self) -> set[asyncio.Task[Any]]:
        return set()

    def settle(self, seconds: float = 5.0) -> None:
        """Run until all tasks have ended; raises what one of them raised."""
        while pending := [task for task in self.tasks if not task.done()]:
            self.loop.run_until_complete(asyncio.wait_for(asyncio.wait(pending), seconds))
        done, self.tasks = self.tasks, []
        for task in done:
            if not task.cancelled():
                task.result()

    def turn(self) -> None:
        """One round of the loop, for tasks that are to go on waiting."""
        for _ in range(5):
            self.loop.run_until_complete(asyncio.sleep(0))


def own_loop() -> Iterator[asyncio.AbstractEventLoop]:
    """For a fixture: a loop whose tasks have all ended when it closes."""
    loop = asyncio.new_event_loop()
    yield loop
    tasks = asyncio.all_tasks(loop)
    for task in tasks:
        task.cancel()
    if tasks:
        loop.run_until_complete(asyncio.wait(tasks))
    loop.close()


class Change(Struct, kw_only=True):
    inserted: tuple[Entry, ...] = ()
    removed: tuple[str, ...] = ()
    updated: tuple[Entry, ...] = ()
    reset: bool = False


class Feed:
    """A ColumnFeed that shows what the test gives it."""

    def __init__(self, column: Column, entries: list[Entry], state: ColumnState) -> None:
        self.column = column
        self.entries = entries
        self.state = state
        self.changed: Signal[Any] = Signal()
        self.state_changed: Signal[ColumnState] = Signal()
        self.loading_changed: Signal[None] = Signal()
        self.unread_changed: Signal[int] = Signal()
        self.hidden = 0
        self.hidden_changed: Signal[int] = Signal()
        self.held = 0
        self.held_changed: Signal[int] = Signal()
        self.is_revealing = False
        self.reasons: dict[Any, int] = {}
        self.stored: list[list[Entry]] = []
        self.is_at_end = False
        self.is_loading_older = False
        self.unread = 0
        self.place: Any = None
        self.calls: list[str] = []

    def set_state(self, state: ColumnState) -> None:
        self.state = state
        self.state_changed.emit(state)

    def set_unread(self, count: int) -> None:
        self.unread = count
        self.unread_changed.emit(count)

    def insert(self, *entries: Entry) -> None:
        self.entries[:0] = entries
        self.changed.emit(Change(inserted=entries))

    def mark_read(self, up_to: object = None) -> None:
        self.calls.append("mark_read" if up_to is None else "read to")

    def remember_place(self, place: object) -> None:
        self.place = place

    async def start(self) -> None:
        self.calls.append("start")

    async def refresh(self) -> None:
        self.calls.append("refresh")

    async def load_older(self) -> None:
        self.calls.append("load_older")

    async def load_stored(self) -> bool:
        """What the test put into `stored`, one window after the other."""
        if not self.stored:
            return False
        window = tuple(self.stored.pop(0))
        self.entries.extend(window)
        self.changed.emit(Change(inserted=window))
        return True

    async def fill_gap(self, entry_id: str) -> None:
        self.calls.append(f"fill {entry_id}")

    async def set_column(self, column: Column) -> None:
        self.column = column
        self.calls.append("set_column")
        if column.cleared_at:
            self.entries[:] = [one for one in self.entries if one.sort_at > column.cleared_at]
            self.changed.emit(Change(reset=True))

    async def reveal(self, is_revealing: bool) -> None:
        self.is_revealing = is_revealing

    async def release(self) -> None:
        self.held = 0
        self.held_changed.emit(0)

    async def close(self) -> None:
        self.calls.append("close")


class Feeds:
    def __init__(self) -> None:
        self.by_id: dict[str, Feed] = {}
        self.entries: dict[str, list[Entry]] = {}
        self.states: dict[str, ColumnState] = {}

    def open(self, column: Column) -> Feed:
        entries = list(self.entries.get(column.id, []))
        feed = Feed(column, entries, self.states.get(column.id, Live()))
        self.by_id[column.id] = feed
        return feed


class Accounts:
    def __init__(self, *accounts: Account) -> None:
        self._all = {one.id: one for one in accounts}
        self.changed: Signal[tuple[Account, ...]] = Signal()

    @property
    def all(self) -> tuple[Account, ...]:
        return tuple(self._all.values())

    def get(self, account_id: AccountId) -> Account | None:
        return self._all.get(account_id)

    def update(self, one: Account) -> None:
        self._all[one.id] = one
        self.changed.emit(self.all)

    add = update

    def remove(self, account_id: AccountId) -> None:
        del self._all[account_id]
        self.changed.emit(self.all)


class Server:
    """The adapter of an account."""

    async def lists(self) -> tuple[ListInfo, ...]:
        return (ListInfo("7", "Colleagues"), ListInfo("8", "Birds"))

    async def profile(self, profile_id: str) -> Profile:
        return Profile(
            id=profile_id, handle="louise@piaille.example", name="Louise Martel",
            bio=RichText("Reads everything.\nWrites little."), post_count=1204,
            follower_count=380, following_count=12,
        )  # fmt: skip

    async def find_profile(self, handle: str) -> Profile:
        return profile(9, "Bea Kim")


class Sessions:
    def __init__(self, accounts: Accounts) -> None:
        self._accounts = accounts
        self.changed: Signal[AccountId] = Signal()
        self.states: dict[AccountId, SessionState] = {}
        self.signed_out: list[AccountId] = []

    def state(self, account_id: AccountId) -> SessionState:
        return self.states.get(account_id, SessionState.READY)

    def adapter(self, account_id: AccountId) -> Server:
        return Server()

    async def open(self, account_id: AccountId) -> None:
        self.states[account_id] = SessionState.READY
        self.changed.emit(account_id)

    async def sign_out(self, account_id: AccountId) -> None:
        self.signed_out.append(account_id)
        self._accounts.remove(account_id)


class Actions:
    def __init__(self) -> None:
        self.calls: list[tuple[Any, ...]] = []
        self.standing = Relationship(profile_id="p1", is_followed_by=True)

    async def act(self, action: object, one: Post) -> None:
        self.calls.append((action, one.id))

    async def delete(self, one: Post) -> None:
        self.calls.append(("delete", one.id))

    async def vote(self, one: Post, choices: tuple[int, ...]) -> None:
        self.calls.append(("vote", one.id, choices))

    async def relationship(self, account_id: AccountId, profile_id: str) -> Relationship:
        return self.standing

    async def act_on_profile(
        self, action: Any, account_id: AccountId, profile_id: str
    ) -> Relationship:
        self.calls.append((action, profile_id))
        self.standing = Relationship(profile_id=profile_id, is_following=action.value == "follow")
        return self.standing


class Autocomplete:
    async def tags(self, account_id: AccountId, prefix: str) -> tuple[str, ...]:
        return tuple(tag for tag in ("caturday", "cats", "birds") if tag.startswith(prefix))

    async def profiles(self, account_id: AccountId, prefix: str) -> tuple[Profile, ...]:
        return (profile(1), profile(2, "Luis Ortiz"))


class Ways:
    """A SignIn that only tells how each network lets people in."""

    def ways(self, network: str) -> tuple[str, ...]:
        return ("password",) if network == "bluesky" else ("browser",)


class House:
    """Everything a window needs, with handles to the fakes."""

    def __init__(
        self,
        folder: Path,
        loop: asyncio.AbstractEventLoop,
        *accounts: Account,
        look: Tokens | None = None,
    ) -> None:
        self.scope: Any = Scope(loop)
        self.notices = Notices()
        self.accounts: Any = Accounts(*accounts)
        self.sessions: Any = Sessions(self.accounts)
        self.actions: Any = Actions()
        self.feeds: Any = Feeds()
        self.sign_in: Any = Ways()
        self.found: tuple[Post, ...] = ()
        self.deck_file = DeckFile(folder / "deck.toml")
        self.settings_file = SettingsFile(folder / "settings.toml")
        self.deck = DeckViewModel(
            self.deck_file, self.feeds, self.accounts, self.notices, self.scope
        )
        self.settings = SettingsViewModel(self.settings_file)
        self.posts = PostActionsViewModel(self.actions, self.accounts, self.scope)
        self.accounts_vm = AccountsViewModel(self.accounts, self.sessions, self.scope)
        self.notices_vm = NoticesViewModel(self.notices, self.accounts)
        self.memory = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.look = look or tokens("light")

    def window(self) -> MainWindow:
        window = MainWindow(
            deck=self.deck, accounts=self.accounts_vm, notices=self.notices_vm, posts=self.posts,
            settings=self.settings, tokens=self.look,
            make_timeline=Timelines(self.settings, None), dialog_parts=self, memory=self.memory,
            make_panel=self._panel,
        )  # fmt: skip
        window.start()
        return window

    def add(
        self,
        column_id: str,
        kind: TimelineKind = TimelineKind.HOME,
        entries: int = 0,
        parameter: str = "",
        search: SavedSearch | None = None,
        whose: AccountId = CLAIRE,
        state: ColumnState | None = None,
    ) -> None:
        """Put a column into the deck file, and what its feed is to show."""
        self.feeds.entries[column_id] = [
            entry(post(number + 1, TEXTS[number % len(TEXTS)], _people(number)))
            for number in range(entries)
        ]
        if state is not None:
            self.feeds.states[column_id] = state
        key = TimelineKey(AccountId("") if search else whose, kind, parameter or column_id)
        if kind in (TimelineKind.HOME, TimelineKind.NOTIFICATIONS, TimelineKind.LOCAL):
            key = TimelineKey(whose, kind)
        self.deck_file.add(Column(id=column_id, sources=(key,), search=search))

    def feed(self, column_id: str) -> Feed:
        feed: Feed = self.feeds.by_id[column_id]
        return feed

    def make_sign_in(self) -> SignInViewModel:
        return SignInViewModel(self.sign_in, self.scope, ("mastodon", "bluesky"))

    def make_add_column(self) -> AddColumnViewModel:
        return AddColumnViewModel(
            self.accounts, self.sessions, Autocomplete(), self.make_keywords(None), self.scope  # type: ignore[arg-type]
        )  # fmt: skip

    def make_setup(self, column: Column) -> ColumnSetupViewModel:
        return ColumnSetupViewModel(column, self.accounts)

    def make_keywords(self, search: SavedSearch | None) -> KeywordsViewModel:
        return KeywordsViewModel(self.accounts, self._preview, self.scope, search)

    def log_text(self) -> str:
        return "12:00 the log"

    def version(self) -> str:
        return "1.0"

    async def _preview(self, query: object, accounts: object) -> tuple[Post, ...]:
        return self.found

    def _panel(self, column: ColumnViewModel, look: Tokens) -> ProfilePanel | None:
        one = column.account
        if column.kind is not TimelineKind.PROFILE or one is None:
            return None
        profile_id = column.column.sources[0].parameter
        model = ProfileViewModel(one, profile_id, self.sessions, self.actions, self.scope)
        panel = ProfilePanel(model, None, look)
        model.start()
        return panel


TEXTS = (
    "Compte rendu de la table ronde sur la veille en entreprise : trois usages, deux défauts.",
    "Who still reads timelines in order? Raising a hand here.",
    "今日の投稿は短く。検索カラムが便利です。",
    "Kingfisher on the canal this morning.\nOne second, one frame.",
    "Marée haute à 18 h 04, coefficient 98. Les quais bas seront fermés.",
)
_NAMES = ("Louise Martel", "Jonas Berg", "Tomoko K.", "Nadia A.", "Emeka Obi")


def _people(number: int) -> Profile:
    return profile(number % 5, _NAMES[number % 5])
