"""Saved searches: parse, print, match, mark, and narrow with the store's index.

This is the door; the grammar is in `query_parser.py`, what is searched in `search_text.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TypeAlias

from desktop.domain.post import Post
from desktop.domain.query import And, From, Has, Language, Not, Or, Phrase, Query, Tag, Word
from desktop.text.fold import fold, fold_with_places, words_of
from desktop.text.query_form import QueryForm, from_form, to_form
from desktop.text.query_parser import parse, unparse
from desktop.text.query_terms import How, fts_term, pattern, term
from desktop.text.search_text import SearchText, index_text

__all__ = [
    "QueryForm",
    "SearchText",
    "alternatives",
    "compile",
    "from_form",
    "fts",
    "highlights",
    "index_text",
    "matches",
    "parse",
    "to_form",
    "unparse",
    "words",
]

MAX_ALTERNATIVES = 6

_Test: TypeAlias = Callable[[SearchText], bool]


class _Same:
    """A post by identity, so that many searches of one post fold it once."""

    __slots__ = ("post",)

    def __init__(self, post: Post) -> None:
        self.post = post

    def __hash__(self) -> int:
        return id(self.post)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.post is self.post


@lru_cache(maxsize=256)
def _search_text(same: _Same) -> SearchText:
    return SearchText(same.post)


def matches(query: Query, post: Post) -> bool:
    """Whether a reader of `post` would say that it is what the search is after."""
    return compile(query)(post)


def compile(query: Query) -> Callable[[Post], bool]:  # noqa: A001
    """A quick test for many posts."""
    test = _test(query)
    return lambda post: test(_search_text(_Same(post)))


def _test(query: Query) -> _Test:
    match query:
        case Word(word, prefix):
            return _text_test(word, prefix)
        case Phrase(text):
            return _text_test(text, False)
        case Tag(tag):
            folded = fold(tag)
            return lambda post: folded in post.tags
        case From(handle):
            wanted = handle.casefold()
            return lambda post: wanted in post.handles
        case Language(code):
            dialect = f"{code.casefold()}-"
            return lambda post: f"{post.language}-".startswith(dialect)
        case Has(what):
            return lambda post: post.has(what)
        case Not(inner):
            test = _test(inner)
            return lambda post: not test(post)
        case And(queries):
            tests = tuple(map(_test, queries))
            return lambda post: all(test(post) for test in tests)
        case Or(queries):
            tests = tuple(map(_test, queries))
            return lambda post: any(test(post) for test in tests)
        case _:
            raise TypeError(type(query).__name__)


def _text_test(text: str, is_prefix: bool) -> _Test:
    what = term(text, is_prefix)
    if what.how is How.LITERAL:
        search = pattern(what).search
        return lambda post: search(post.folded) is not None
    if what.how is How.INSIDE:
        return lambda post: what.text in post.words
    if what.is_prefix:
        beginning = f" {what.text}"
        return lambda post: beginning in post.words
    if " " not in what.text:
        return lambda post: what.text in post.word_set
    phrase = f" {what.text} "
    return lambda post: phrase in post.words


def fts(query: Query) -> str | None:
    """An FTS5 expression whose answer holds every post that matches, if the index holds
    `index_text`; None: the index cannot narrow this search."""
    match query:
        case Word(word, prefix):
            return fts_term(term(word, prefix))
        case Phrase(text):
            return fts_term(term(text))
        case Tag(tag):
            tokens = words_of(fold(tag)).strip()
            return f'"{tokens}"' if tokens else None
        case And(queries):
            parts = [part for part in map(fts, queries) if part is not None]
            return f"({' AND '.join(parts)})" if parts else None
        case Or(queries):
            parts = []
            for inner in queries:
                part = fts(inner)
                if part is None:
                    return None
                parts.append(part)
            return f"({' OR '.join(parts)})"
        case _:
            return None


def _terms(query: Query) -> Iterator[Query]:
    """The words, phrases and tags that a matching post may show."""
    match query:
        case And(queries) | Or(queries):
            for inner in queries:
                yield from _terms(inner)
        case Word() | Phrase() | Tag():
            yield query
        case _:
            return


def highlights(query: Query, text: str) -> tuple[tuple[int, int], ...]:
    """Where the search's words stand in a text: code points, end exclusive, sorted, apart."""
    folded, places = fold_with_places(text)
    found: list[tuple[int, int]] = []
    for inner in _terms(query):
        match inner:
            case Word(word, prefix):
                finder = pattern(term(word, prefix))
            case Tag(tag):
                finder = pattern(term(f"#{tag}")._replace(how=How.LITERAL, text=f"#{fold(tag)}"))
            case Phrase(phrase):
                finder = pattern(term(phrase))
            case _:
                continue
        found += [
            (places[hit.start()], _end(places, hit.end()))
            for hit in finder.finditer(folded)
            if hit.end() > hit.start()
        ]
    found.sort()
    merged: list[tuple[int, int]] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _end(places: list[int], index: int) -> int:
    """The end of the character before `index`, whole even if it folds to several."""
    last = places[index - 1]
    while index < len(places) - 1 and places[index] == last:
        index += 1
    return places[index]


def alternatives(query: Query) -> tuple[str, ...]:
    """What to ask a server's own search for, which mostly knows neither OR nor our operators:
    one text for each alternative, at most six, words and phrases and tags only."""
    found = [text for text in (" ".join(parts) for parts in _choices(query)) if text]
    return tuple(dict.fromkeys(found))[:MAX_ALTERNATIVES]


def _choices(query: Query) -> list[list[str]]:
    match query:
        case Word(word):
            return [[word]]
        case Phrase(text):
            return [[f'"{text}"']]
        case Tag(tag):
            return [[f"#{tag}"]]
        case Or(queries):
            return [choice for inner in queries for choice in _choices(inner)][:MAX_ALTERNATIVES]
        case And(queries):
            choices: list[list[str]] = [[]]
            for inner in queries:
                added = _choices(inner)
                choices = [[*left, *right] for left in choices for right in added]
                choices = choices[:MAX_ALTERNATIVES]
            return choices
        case _:
            return [[]]


def words(query: Query) -> str:
    """The first of `alternatives`, or nothing."""
    return next(iter(alternatives(query)), "")
