"""A keyword search, parsed; and one that is kept."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from desktop.domain.account import AccountId


class HasKind(StrEnum):
    MEDIA = "media"
    LINK = "link"
    POLL = "poll"


class Query(Struct, frozen=True, tag=True):
    """A node of a search; `text/query.py` parses, prints and matches them."""


class Word(Query, frozen=True):
    """A word, folded when matched (case and accents); `prefix` for word*."""

    word: str
    prefix: bool = False


class Phrase(Query, frozen=True):
    text: str


class Tag(Query, frozen=True):
    tag: str


class From(Query, frozen=True):
    """By handle, with or without its host, without @."""

    handle: str


class Language(Query, frozen=True):
    code: str


class Has(Query, frozen=True):
    what: HasKind


class Not(Query, frozen=True):
    query: Query


class And(Query, frozen=True):
    queries: tuple[Query, ...]


class Or(Query, frozen=True):
    queries: tuple[Query, ...]


class SavedSearch(Struct, frozen=True, kw_only=True):
    """`accounts` empty: all of ours, those that come later too."""

    id: str
    text: str
    accounts: tuple[AccountId, ...] = ()
    name: str = ""
