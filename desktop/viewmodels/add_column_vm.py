"""A new column, chosen step by step: whose, of what kind, with which parameter."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable, Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.account import Account, AccountId
from desktop.domain.column import Column
from desktop.domain.errors import VoliereError
from desktop.domain.profile import Profile
from desktop.domain.timeline import ListInfo, TimelineKey
from desktop.domain.timeline_kind import TimelineKind
from desktop.viewmodels.column_types import COLUMN_TYPES, ColumnType, Parameter, types_for
from desktop.viewmodels.keywords_vm import KeywordsViewModel
from desktop.viewmodels.messages import error_sentence

if TYPE_CHECKING:
    from desktop.services.accounts import Accounts
    from desktop.services.autocomplete import Autocomplete
    from desktop.services.sessions import Sessions
    from desktop.services.tasks import TaskScope


Load = Callable[[], Coroutine[Any, Any, None]]


class AddColumnViewModel(QObject):
    """`column()` is what would be added now, None while something is missing."""

    changed = Signal()
    """Kind, account, parameter or what the server answered."""

    def __init__(
        self,
        accounts: Accounts,
        sessions: Sessions,
        autocomplete: Autocomplete,
        keywords: KeywordsViewModel,
        scope: TaskScope,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.keywords = keywords
        self.lists: tuple[ListInfo, ...] = ()
        self.tags: tuple[str, ...] = ()
        """Suggestions for what was typed as a hashtag."""
        self.people: tuple[Profile, ...] = ()
        """Found for what was typed as a person."""
        self.person: Profile | None = None
        self.problem = ""
        self.is_asking = False
        self._accounts = accounts
        self._sessions = sessions
        self._autocomplete = autocomplete
        self._scope = scope.child("add a column")
        self._task: asyncio.Task[None] | None = None
        self._kind = TimelineKind.HOME
        self._text = ""
        self._list: ListInfo | None = None
        self._account = accounts.all[0] if accounts.all else None
        keywords.changed.connect(self.changed)

    @property
    def accounts(self) -> tuple[Account, ...]:
        return self._accounts.all

    @property
    def account(self) -> Account | None:
        return self._account

    @property
    def types(self) -> tuple[ColumnType, ...]:
        """Only what the chosen account's server can show."""
        return types_for(self._account) if self._account is not None else ()

    @property
    def kind(self) -> TimelineKind:
        return self._kind

    @property
    def parameter(self) -> Parameter:
        return COLUMN_TYPES[self._kind].parameter

    def choose_account(self, account_id: AccountId) -> None:
        self._account = self._accounts.get(account_id) or self._account
        if self._kind not in {item.kind for item in self.types}:
            self._kind = TimelineKind.HOME
        self.choose_kind(self._kind)

    def choose_kind(self, kind: TimelineKind) -> None:
        self._kind = kind
        self._text = ""
        self.problem = ""
        self.person = None
        self.people = ()
        self.tags = ()
        self._list = None
        self.lists = ()
        if self.parameter is Parameter.LIST:
            self._ask(self._load_lists, 0.0)
        self.changed.emit()

    def type_text(self, text: str) -> None:
        """The hashtag, the person or the words; suggestions come a moment later."""
        self._text = text.strip()
        self.person = None
        self.problem = ""
        if self.parameter is Parameter.TAG and self._text:
            self._ask(partial(self._load_tags, self._text), 0.25)
        elif self.parameter is Parameter.PERSON and self._text:
            self._ask(partial(self._load_people, self._text), 0.35)
        self.changed.emit()

    def choose_list(self, info: ListInfo | None) -> None:
        self._list = info
        self.changed.emit()

    def choose_person(self, profile: Profile) -> None:
        self.person = profile
        self.changed.emit()

    def find_person(self) -> None:
        """Ask the server for exactly this handle, other servers' people included."""
        if self._text:
            self._ask(partial(self._find, self._text), 0.0)

    def column(self) -> Column | None:
        """The column as it stands, with a fresh id."""
        account = self._account
        number = uuid.uuid4().hex
        if self._kind is TimelineKind.SAVED_SEARCH:
            search = self.keywords.saved_search(number)
            if search is None:
                return None
            key = TimelineKey(AccountId(""), TimelineKind.SAVED_SEARCH, number)
            return Column(id=number, sources=(key,), search=search)
        if account is None:
            return None
        parameter, subject = "", ""
        match self.parameter:
            case Parameter.TAG:
                parameter = self._text.lstrip("#").strip()
            case Parameter.WORDS:
                parameter = self._text
            case Parameter.LIST if self._list is not None:
                parameter, subject = self._list.id, self._list.title
            case Parameter.PERSON if self.person is not None:
                parameter, subject = self.person.id, self.person.display_name
        if self.parameter is not Parameter.NONE and not parameter:
            return None
        if self.parameter is Parameter.TAG and len(parameter.split()) > 1:
            return None
        key = TimelineKey(account.id, self._kind, parameter)
        return Column(id=number, sources=(key,), subject=subject)

    def let_go(self) -> None:
        """Nobody looks any more: stop what runs."""
        self._scope.cancel()
        self.keywords.let_go()

    def _ask(self, load: Load, delay: float) -> None:
        """The last question counts; those before it are dropped."""
        if self._task is not None and not self._task.done():
            self._task.cancel()
        self._task = self._scope.start(self._answer(load, delay), name="ask for a column")

    async def _answer(self, load: Load, delay: float) -> None:
        await asyncio.sleep(delay)
        self.is_asking = True
        self.changed.emit()
        try:
            await load()
        except VoliereError as error:
            self.problem = error_sentence(error)
        finally:
            self.is_asking = False
            self.changed.emit()

    async def _load_lists(self) -> None:
        account = self._account
        if account is not None:
            self.lists = await self._sessions.adapter(account.id).lists()
            self._list = self.lists[0] if self.lists else None

    async def _load_tags(self, prefix: str) -> None:
        account = self._account
        if account is not None:
            self.tags = tuple(await self._autocomplete.tags(account.id, prefix.lstrip("#")))

    async def _load_people(self, prefix: str) -> None:
        account = self._account
        if account is not None:
            found = await self._autocomplete.profiles(account.id, prefix.lstrip("@"))
            self.people = tuple(found)

    async def _find(self, handle: str) -> None:
        account = self._account
        if account is not None:
            found = await self._sessions.adapter(account.id).find_profile(handle)
            self.people = (found, *(one for one in self.people if one.id != found.id))
            self.person = found
