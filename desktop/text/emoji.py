"""Where emoji stand in a text: one span for each picture, as X counts them.

A joined sequence, flag or tone counts as one only where Unicode lists it; what X's own parser
(twemoji) leaves to the font - a bare digit, © without its variation selector, anything with the
text selector - is no emoji.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from desktop.text.emoji_data import FLAGS, JOINED

_TONES = frozenset("\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
_NEEDS_SELECTOR = frozenset("©®™♟")
_TAGGED_FLAGS = frozenset({"gbeng", "gbsct", "gbwls"})
_KEYCAP = r"[0-9#*]\ufe0f?\u20e3"
_FLAG = r"[\U0001f1e6-\U0001f1ff]{2}"
_TAGGED = r"\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f"
_ONE = r"(?:[\p{Emoji}--[0-9#*\U0001f1e6-\U0001f1ff]](?:[\U0001f3fb-\U0001f3ff]|\ufe0f)?)"
_CANDIDATE = regex.compile(
    rf"(?P<keycap>{_KEYCAP})|(?P<flag>{_FLAG})|(?P<tagged>{_TAGGED})"
    rf"|(?P<joined>{_ONE}(?:\u200d{_ONE})*)\ufe0e?",
    regex.VERSION1,
)
_TONED = regex.compile(r"\p{Emoji_Modifier_Base}")


@lru_cache(maxsize=1)
def emoji_starts() -> frozenset[str]:
    """Every code point with which an emoji can begin, digits left out."""
    places = "".join(map(chr, [0xA9, 0xAE, *range(0x2000, 0x3300), *range(0x1F000, 0x1FB00)]))
    return frozenset(regex.findall(r"\p{Emoji}", places))


def find_emoji(text: str) -> list[tuple[int, int]]:
    """Spans of code points, end exclusive, in order."""
    if text.isascii() or ("\u20e3" not in text and emoji_starts().isdisjoint(text)):
        return []
    spans: list[tuple[int, int]] = []
    position = 0
    while match := _CANDIDATE.search(text, position):
        start = match.start()
        end = match.end()
        if match["flag"]:
            region = "".join(chr(ord(letter) - 0x1F1E6 + 65) for letter in match["flag"])
            known = region in FLAGS
            position = end if known else start + 1
        elif match["tagged"]:
            tag = "".join(chr(ord(letter) - 0xE0000) for letter in match["tagged"][1:-1])
            known = True
            end = end if tag in _TAGGED_FLAGS else start + 1
            position = end
        elif match["joined"]:
            end = start + _longest(match["joined"])
            known = _is_shown(text, start, end)
            position = end
        else:
            known = True
            position = end
        if known:
            spans.append((start, end))
    return spans


def _longest(sequence: str) -> int:
    """How much of a candidate is one emoji: the longest listed beginning, else its first part."""
    parts = sequence.split("\u200d")
    for count in range(len(parts), 1, -1):
        bare = "".join(part[0] for part in parts[:count])
        tones = "".join("01"[len(part) > 1 and part[-1] in _TONES] for part in parts[:count])
        if tones in JOINED.get(bare, ()):
            return len("\u200d".join(parts[:count]))
    first = parts[0]
    if len(first) > 1 and first[1] in _TONES and not _TONED.match(first):
        return 1
    return len(first)


def _is_shown(text: str, start: int, end: int) -> bool:
    if end - start == 1:
        if text[start] in _NEEDS_SELECTOR:
            return False
        return text[end : end + 1] != "\ufe0e"
    return True
