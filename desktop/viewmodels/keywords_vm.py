"""A keyword search being written: raw query and form in step, mistakes at their place, and
what it would find."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.domain.account import Account, AccountId
from desktop.domain.errors import QueryError, QueryProblem, VoliereError
from desktop.domain.post import Post
from desktop.domain.query import Query, SavedSearch
from desktop.text.query import QueryForm, from_form, highlights, parse, to_form
from desktop.viewmodels.messages import error_sentence, query_sentence

if TYPE_CHECKING:
    from desktop.services.accounts import Accounts
    from desktop.services.tasks import TaskScope

Preview = Callable[[Query, tuple[AccountId, ...]], Coroutine[Any, Any, tuple[Post, ...]]]
PREVIEW_AFTER = 0.3
MAX_PREVIEW = 20


class KeywordsViewModel(QObject):
    """`text` is the truth; the form is what can be shown of it in fields."""

    changed = Signal()
    preview_changed = Signal()

    def __init__(
        self,
        accounts: Accounts,
        preview: Preview,
        scope: TaskScope,
        search: SavedSearch | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._accounts = accounts
        self._preview = preview
        self._scope = scope.child("keywords")
        self._task: asyncio.Task[None] | None = None
        self._search = search
        self.text = ""
        self.name = search.name if search is not None else ""
        self.chosen: tuple[AccountId, ...] = search.accounts if search is not None else ()
        """Empty: all accounts, those that come later too."""
        self.query: Query | None = None
        self.mistake: QueryError | None = None
        self.form: QueryForm | None = QueryForm()
        """None: the query is more than the form can show."""
        self.found: tuple[Post, ...] = ()
        self.is_looking = False
        self.preview_problem = ""
        self.set_text(search.text if search is not None else "")

    @property
    def accounts(self) -> tuple[Account, ...]:
        return self._accounts.all

    @property
    def problem(self) -> str:
        """The mistake in words; an empty query is no mistake yet."""
        if self.mistake is None or self.mistake.problem is QueryProblem.EMPTY:
            return ""
        return query_sentence(self.mistake)

    @property
    def mark(self) -> tuple[int, int]:
        """Where the mistake is: position and length in code points; length 0: none."""
        if not self.problem or self.mistake is None:
            return (0, 0)
        start = min(self.mistake.position, max(0, len(self.text) - 1))
        return (start, max(1, self.mistake.length))

    @property
    def preview_sentence(self) -> str:
        translate = QCoreApplication.translate
        if self.query is None:
            return translate("Keywords", "What it finds is shown here before you keep it.")
        if self.is_looking:
            return translate("Keywords", "Looking…")
        if self.preview_problem:
            return self.preview_problem
        count = len(self.found)
        if count == 0:
            return translate(
                "Keywords", "Nothing yet among the posts at hand. New ones will appear."
            )
        if count == 1:
            return translate("Keywords", "1 match")
        if count >= MAX_PREVIEW:
            return translate("Keywords", "{count} matches and more").format(count=MAX_PREVIEW)
        return translate("Keywords", "{count} matches").format(count=count)

    def set_text(self, text: str) -> None:
        """The raw query was typed; the form follows."""
        self.text = text
        self._parse()
        self.form = to_form(self.query) if self.query is not None else self._empty_form()
        self._look_soon()
        self.changed.emit()

    def set_form(self, **fields: object) -> None:
        """A field of the form was changed; the raw query follows."""
        form = msgspec.structs.replace(self.form or QueryForm(), **fields)
        self.form = form
        self.text = from_form(form)
        self._parse()
        self._look_soon()
        self.changed.emit()

    def choose_accounts(self, accounts: tuple[AccountId, ...]) -> None:
        """None or all chosen mean all."""
        known = {account.id for account in self._accounts.all}
        self.chosen = () if set(accounts) == known else accounts
        self._look_soon()
        self.changed.emit()

    def set_name(self, name: str) -> None:
        self.name = name.strip()

    def marks(self, text: str) -> tuple[tuple[int, int], ...]:
        """Which runs of a found post match."""
        return tuple(highlights(self.query, text)) if self.query is not None else ()

    def saved_search(self, number: str) -> SavedSearch | None:
        """What would be kept; None while the query has a mistake. An edited one keeps its id."""
        if self.query is None:
            return None
        identity = self._search.id if self._search is not None else number
        return SavedSearch(
            id=identity, text=self.text.strip(), accounts=self.chosen, name=self.name
        )

    def let_go(self) -> None:
        """Nobody looks any more: stop what runs."""
        self._scope.cancel()

    def _empty_form(self) -> QueryForm | None:
        return QueryForm() if not self.text.strip() else self.form

    def _parse(self) -> None:
        try:
            self.query, self.mistake = parse(self.text), None
        except QueryError as error:
            self.query, self.mistake = None, error

    def _look_soon(self) -> None:
        if self._task is not None and not self._task.done():
            self._task.cancel()
        self.preview_problem = ""
        if self.query is None:
            self.found = ()
            self.is_looking = False
            self.preview_changed.emit()
            return
        self.is_looking = True
        self.preview_changed.emit()
        accounts = self.chosen or tuple(account.id for account in self._accounts.all)
        self._task = self._scope.start(self._look(self.query, accounts), name="preview")

    async def _look(self, query: Query, accounts: tuple[AccountId, ...]) -> None:
        await asyncio.sleep(PREVIEW_AFTER)
        try:
            found = await self._preview(query, accounts)
            self.found = tuple(found[:MAX_PREVIEW])
        except VoliereError as error:
            self.found = ()
            self.preview_problem = error_sentence(error)
        self.is_looking = False
        self.preview_changed.emit()
