"""A search as a form: its usual fields, and the raw query that they make."""

from __future__ import annotations

from msgspec import Struct

from desktop.domain.query import (
    And,
    From,
    Has,
    HasKind,
    Language,
    Not,
    Or,
    Phrase,
    Query,
    Tag,
    Word,
)
from desktop.text.query_parser import joined, unparse


class QueryForm(Struct, frozen=True, kw_only=True):
    """Fields as they are typed, words parted by spaces. Tags and handles: any of them."""

    all_words: str = ""
    any_words: str = ""
    phrase: str = ""
    none_words: str = ""
    tags: str = ""
    handles: str = ""
    language: str = ""
    has: frozenset[HasKind] = frozenset()


def _word(text: str) -> Query:
    bare = text.rstrip("*")
    return Word(bare, prefix=True) if bare and bare != text else Word(text)


def from_form(form: QueryForm) -> str:
    """The raw query; empty for an empty form. `parse` says whether it is a good one."""
    parts: list[Query] = [_word(word) for word in form.all_words.replace('"', " ").split()]
    if form.phrase.strip():
        parts.append(Phrase(" ".join(form.phrase.replace('"', " ").split())))
    choices = (
        [_word(word) for word in form.any_words.replace('"', " ").split()],
        [Tag(tag) for tag in form.tags.replace("#", " ").replace(",", " ").split()],
        [From(handle.removeprefix("@")) for handle in form.handles.replace(",", " ").split()],
    )
    parts += [joined(Or, list(choice)) for choice in choices if choice]
    if form.language.strip():
        parts.append(Language(form.language.strip()))
    parts += [Has(kind) for kind in sorted(form.has)]
    parts += [Not(_word(word)) for word in form.none_words.replace('"', " ").split()]
    return unparse(joined(And, parts)) if parts else ""


def to_form(query: Query) -> QueryForm | None:
    """The form that makes this search; None where it says more than a form can."""
    fields: dict[str, str] = {}
    has: set[HasKind] = set()
    for part in query.queries if isinstance(query, And) else (query,):
        if isinstance(part, Has):
            has.add(part.what)
            continue
        field = _field(part)
        if field is None:
            return None
        name, text = field
        if name not in ("all_words", "none_words") and name in fields:
            return None
        fields[name] = f"{fields[name]} {text}" if name in fields else text
    return QueryForm(**fields, has=frozenset(has))


def _field(part: Query) -> tuple[str, str] | None:
    match part:
        case Word():
            return "all_words", unparse(part)
        case Phrase(text):
            return "phrase", text
        case Not(Word() as word):
            return "none_words", unparse(word)
        case Tag() | From():
            return _choice((part,))
        case Language(code):
            return "language", code
        case Or(queries):
            return _choice(queries)
        case _:
            return None


def _choice(parts: tuple[Query, ...]) -> tuple[str, str] | None:
    kinds = {type(part) for part in parts}
    if len(kinds) != 1:
        return None
    kind = kinds.pop()
    if kind is Word:
        return "any_words", " ".join(map(unparse, parts))
    if kind is Tag:
        return "tags", " ".join(map(unparse, parts))
    if kind is From:
        return "handles", " ".join(unparse(part).removeprefix("from:") for part in parts)
    return None
