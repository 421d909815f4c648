"""What a word or a phrase of a search looks for, folded; shared by matching, marking and FTS."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto
from typing import NamedTuple

import regex

from desktop.text.fold import fold, words_of

_UNSPACED = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}"
    r"\u30fc\u3005]"
)
"""Scripts in which what one looks for need not stand between spaces."""
_CUT_SINGLY = regex.compile(r"(?:[\p{Ideographic}\p{Hiragana}]| )+")
"""What the index cuts into single characters, wherever it stands."""


class How(Enum):
    WORDS = auto()
    """Whole words, in this order, nothing between them but spaces and punctuation."""
    INSIDE = auto()
    """Anywhere, also inside a longer word."""
    LITERAL = auto()
    """With its signs: c++, emoji, prices."""


class Term(NamedTuple):
    how: How
    text: str
    is_prefix: bool = False


def term(text: str, is_prefix: bool = False) -> Term:
    folded = " ".join(fold(text).split())
    words = words_of(folded).strip()
    if not words or any(unicodedata.category(sign)[0] == "S" for sign in folded):
        return Term(How.LITERAL, folded, is_prefix)
    if _UNSPACED.search(words):
        return Term(How.INSIDE, words, is_prefix)
    return Term(How.WORDS, words, is_prefix)


def pattern(what: Term) -> re.Pattern[str]:
    """Finds the term in folded text that still has its punctuation."""
    if what.how is How.LITERAL:
        body = r"\s+".join(map(re.escape, what.text.split()))
        before = r"(?<!\w)" if what.text[:1].isalnum() else ""
        after = r"(?!\w)" if what.text[-1:].isalnum() and not what.is_prefix else ""
        return re.compile(before + body + after)
    body = r"[\W_]+".join(map(re.escape, what.text.split()))
    if what.how is How.INSIDE:
        return re.compile(body)
    after = "" if what.is_prefix else r"(?![^\W_])"
    return re.compile(rf"(?<![^\W_]){body}{after}")


def fts_term(what: Term) -> str | None:
    """The term for FTS5 over `index_text`; None: the index cannot narrow it."""
    words = words_of(what.text).strip()
    if not words:
        return None
    if _UNSPACED.search(words):
        return f'"{words}"' if _CUT_SINGLY.fullmatch(words) else None
    return f'"{words}" *' if what.is_prefix else f'"{words}"'
