"""Unicode's emoji with their names, for the picker and for completion."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex
from msgspec import Struct

_RANGES = (
    (0x1F600, 0x1F64F), (0x1F910, 0x1F92F), (0x1F970, 0x1F97A), (0x1FAE0, 0x1FAE9),
    (0x1F440, 0x1F450), (0x1F90C, 0x1F90F), (0x1F930, 0x1F96F), (0x1F97B, 0x1F9FF),
    (0x1F400, 0x1F43F), (0x1F300, 0x1F3FA), (0x1F451, 0x1F5FF), (0x1F680, 0x1F6FC),
    (0x1FA70, 0x1FADF), (0x1FAF0, 0x1FAF8), (0x2190, 0x21FF), (0x2300, 0x23FF),
    (0x2600, 0x27BF), (0x2934, 0x2935), (0x2B05, 0x2B55), (0x1F7E0, 0x1F7F0),
)  # fmt: skip
"""Faces first, then people, animals, things, signs."""
_EMOJI = regex.compile(r"\p{Emoji}")
_COLOURED = regex.compile(r"\p{Emoji_Presentation}")
_PART = regex.compile(r"\p{Emoji_Component}")
_AS_PICTURE = "\ufe0f"


class UnicodeEmoji(Struct, frozen=True):
    """`text` is what goes into the post; `name` in lower case: grinning face."""

    text: str
    name: str


@lru_cache(maxsize=1)
def unicode_emoji() -> tuple[UnicodeEmoji, ...]:
    """All that are one code point, without flags and skin tones."""
    result = []
    for first, last in _RANGES:
        for code in range(first, last + 1):
            character = chr(code)
            name = unicodedata.name(character, "")
            if not name or not _EMOJI.match(character) or _PART.match(character):
                continue
            text = character if _COLOURED.match(character) else character + _AS_PICTURE
            result.append(UnicodeEmoji(text, name.lower()))
    return tuple(result)


def find_unicode(words: str, limit: int = 60) -> tuple[UnicodeEmoji, ...]:
    """Those in whose name each of the words begins a word; exact beginnings first."""
    wanted = words.casefold().replace("_", " ").replace("-", " ").split()
    if not wanted:
        return unicode_emoji()[:limit]
    found = [
        (not each.name.startswith(wanted[0]), place, each)
        for place, each in enumerate(unicode_emoji())
        if all(
            any(part.startswith(word) for part in each.name.replace("-", " ").split())
            for word in wanted
        )
    ]
    return tuple(each for _, _, each in sorted(found, key=lambda row: row[:2])[:limit])
