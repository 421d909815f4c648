"""What a language's phrase-book is made of."""

from __future__ import annotations

from msgspec import Struct


class Card(Struct, frozen=True):
    """A page that posts link to; `scene` draws its picture (empty: it has none)."""

    address: str
    title: str
    description: str
    provider: str
    scene: str = ""


class PhraseBook(Struct, frozen=True, kw_only=True):
    """Sentences of one language, by theme. `{slots}` are filled from `slots`; `{n}` is a small
    number, `{nn}` a larger one, `{hour}` a time of day, `{link}` a page, `{who}` a mention."""

    language: str
    posts: dict[str, tuple[str, ...]]
    replies: tuple[str, ...]
    quotes: tuple[str, ...]
    captions: dict[str, tuple[tuple[str, str], ...]]
    """For each scene: what is said with the picture, and its description for those who do not
    see it."""
    warned: tuple[tuple[str, str], ...]
    """A content warning and what stands behind it."""
    polls: tuple[tuple[str, tuple[str, ...]], ...]
    threads: tuple[tuple[str, ...], ...]
    tags: dict[str, tuple[str, ...]]
    slots: dict[str, tuple[str, ...]]
    cards: dict[str, tuple[Card, ...]]
