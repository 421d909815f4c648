"""Folding: how words are compared, whatever their case, accents or width.

`fold` keeps everything that is not an accent; `words_of` cuts a folded text into words. Two texts
that fold the same also read the same to the store's full-text index.
"""

from __future__ import annotations

import re
import unicodedata

_KEPT_MARKS = frozenset({0, 7, 8, 9})
"""Combining classes of marks that are letters rather than accents: vowel signs, nuktas, the
Japanese voicing marks, viramas."""
_EXTRA = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ı": "i",
        "ŧ": "t",
        "æ": "ae",
        "œ": "oe",
        "’": "'",
        "‘": "'",
        "＇": "'",
    }
)


class _Folds(dict[int, str]):
    """Fills itself as characters are met."""

    def __missing__(self, point: int) -> str:
        decomposed = unicodedata.normalize("NFKD", chr(point).casefold())
        bare = "".join(
            letter for letter in decomposed if unicodedata.combining(letter) in _KEPT_MARKS
        )
        folded = unicodedata.normalize("NFKC", bare.casefold()).translate(_EXTRA)
        self[point] = folded
        return folded


_FOLDS = _Folds()
_MARKS = r"\u0300-\u036f\u0900-\u109f\u1780-\u17d3\u3099\u309a"
"""Marks that are part of a word, which \\w is not told of."""
_NOT_WORD = re.compile(rf"(?:[^\w{_MARKS}]|_)+")


def fold(text: str) -> str:
    """Lower case, without accents, full-width letters narrow; CJK and emoji stay."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", text).translate(_FOLDS)


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """The folded text and, for each of its characters, the index of the one that it came from;
    one more for the end."""
    parts: list[str] = []
    places: list[int] = []
    index = 0
    while index < len(text):
        end = index + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        piece = fold(text[index:end])
        parts.append(piece)
        places.extend([index] * len(piece))
        index = end
    places.append(len(text))
    return "".join(parts), places


def words_of(folded: str) -> str:
    """The words of a folded text, one space between and at both ends."""
    return f" {_NOT_WORD.sub(' ', folded).strip()} "
