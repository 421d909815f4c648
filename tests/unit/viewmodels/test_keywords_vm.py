"""A keyword search being written."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.query import SavedSearch
from desktop.viewmodels import keywords_vm
from desktop.viewmodels.keywords_vm import KeywordsViewModel
from tests.gui.house_parts import ATELIER, CLAIRE, Accounts, Scope, account, post


@pytest.fixture
def scope() -> Iterator[Scope]:
    loop = asyncio.new_event_loop()
    yield Scope(loop)
    loop.close()


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keywords_vm, "PREVIEW_AFTER", 0.0)


class Finder:
    def __init__(self) -> None:
        self.asked: list[tuple[Any, ...]] = []

    async def __call__(self, query: object, accounts: tuple[str, ...]) -> tuple[Any, ...]:
        self.asked.append(accounts)
        return (post(1, "veille du jour"),)


def _make(scope: Any, finder: Finder, search: SavedSearch | None = None) -> KeywordsViewModel:
    accounts: Any = Accounts(account(), account(ATELIER, "Atelier", 1))
    return KeywordsViewModel(accounts, finder, scope, search)


def test_text_and_form_follow_each_other(qtbot: QtBot, scope: Scope) -> None:
    keywords = _make(scope, Finder())
    keywords.set_text("veille -sport lang:fr")
    assert keywords.form is not None
    assert (keywords.form.all_words, keywords.form.none_words) == ("veille", "sport")
    keywords.set_form(any_words="chat chien")
    assert "OR" in keywords.text
    assert "lang:fr" in keywords.text
    assert keywords.query is not None
    scope.settle()


def test_a_mistake_is_said_at_its_place_and_cannot_be_saved(qtbot: QtBot, scope: Scope) -> None:
    keywords = _make(scope, Finder())
    keywords.set_text('veille "sans fin')
    assert keywords.mark[0] == 7
    assert "quotation mark" in keywords.problem
    assert keywords.saved_search("x") is None
    keywords.set_text("veille")
    assert keywords.problem == ""
    assert keywords.saved_search("x") == SavedSearch(id="x", text="veille")
    scope.settle()


def test_an_empty_query_is_no_mistake_yet(qtbot: QtBot, scope: Scope) -> None:
    keywords = _make(scope, Finder())
    assert keywords.problem == ""
    assert keywords.query is None


def test_a_query_that_the_form_cannot_say(qtbot: QtBot, scope: Scope) -> None:
    keywords = _make(scope, Finder())
    keywords.set_text("(a b) OR (c d)")
    assert keywords.query is not None
    assert keywords.form is None
    scope.settle()


def test_the_preview_asks_the_chosen_accounts(qtbot: QtBot, scope: Scope) -> None:
    finder = Finder()
    keywords = _make(scope, finder)
    keywords.set_text("veille")
    assert keywords.is_looking
    scope.settle()
    assert finder.asked == [(CLAIRE, ATELIER)]
    assert (len(keywords.found), keywords.preview_sentence) == (1, "1 match")
    assert keywords.marks("la veille")[0] == (3, 9)
    keywords.choose_accounts((ATELIER,))
    scope.settle()
    assert finder.asked[-1] == (ATELIER,)


def test_only_the_last_query_is_looked_for(qtbot: QtBot, scope: Scope) -> None:
    finder = Finder()
    keywords = _make(scope, finder)
    for text in ("v", "ve", "veille"):
        keywords.set_text(text)
    scope.settle()
    assert len(finder.asked) == 1


def test_an_edited_search_keeps_its_id(qtbot: QtBot, scope: Scope) -> None:
    keywords = _make(scope, Finder(), SavedSearch(id="old", text="chat", name="Cats"))
    keywords.set_text("chien")
    assert keywords.saved_search("new") == SavedSearch(id="old", text="chien", name="Cats")
    scope.settle()
