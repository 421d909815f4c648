"""Makes other people's text harmless: no reversed lines, no floods of marks or of nothing.

A bidirectional override can make a name or an address read as another; hundreds of combining
marks on a letter paint over the posts around it; thousands of zero-width characters cost time and
hide words.
"""

from __future__ import annotations

import re
from bisect import bisect_right

import regex

from desktop.domain.richtext import RichText, Span

MAX_MARKS = 6
"""Marks on one letter; Vietnamese, Hebrew, Tibetan and Thai need fewer."""
MAX_ZERO_WIDTH = 3

_ZERO_WIDTH = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2060-\u2064"
    "\u3164\ufeff\uffa0"
)
_SUSPECT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a"
    "\u064b-\u065f\u0900-\u0f84\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u202a-\u202e\u2066-\u2069"
    f"\ud800-\udfff\ufe20-\ufe2f\ufffe\uffff{_ZERO_WIDTH}]"
)
_CONTROLS = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"
_UNWANTED = regex.compile(
    rf"(?P<all>{_CONTROLS}|[\u202d\u202e])"
    rf"|(?:\p{{M}}{{{MAX_MARKS}}})(?P<marks>\p{{M}}+)"
    rf"|(?:[{_ZERO_WIDTH}]{{{MAX_ZERO_WIDTH}}})(?P<nothing>[{_ZERO_WIDTH}]+)"
)
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
_LINES = re.compile(r"[\s\u2028\u2029]+")


def _cuts(text: str) -> list[tuple[int, int]]:
    if text.isascii() and text.isprintable():
        return []
    if not _SUSPECT.search(text):
        return []
    spans = []
    for match in _UNWANTED.finditer(text):
        group = match.lastgroup
        if group is not None:
            spans.append(match.span(group))
    return spans


def clean_text(text: str) -> str:
    """`text` without controls, overrides and floods; line ends and tabs stay."""
    cuts = _cuts(text)
    return _without(text, cuts) if cuts else text


def _without(text: str, cuts: list[tuple[int, int]]) -> str:
    parts = []
    done = 0
    for start, end in cuts:
        parts.append(text[done:start])
        done = end
    parts.append(text[done:])
    return "".join(parts)


def clean_rich_text(rich: RichText) -> RichText:
    """The same with the spans kept in place; a span of nothing goes."""
    cuts = _cuts(rich.text)
    if not cuts:
        return rich
    starts = [start for start, _ in cuts]
    removed = [0]
    for start, end in cuts:
        removed.append(removed[-1] + end - start)

    def place(index: int) -> int:
        number = bisect_right(starts, index)
        if number and index < cuts[number - 1][1]:
            return cuts[number - 1][0] - removed[number - 1]
        return index - removed[number]

    moved = (Span(place(s.start), place(s.end), s.kind, s.target) for s in rich.spans)
    spans = tuple(span for span in moved if span.start < span.end)
    return RichText(_without(rich.text, cuts), spans)


def clean_name(name: str) -> str:
    """A display name on one line: as `clean_text`, and with no say in the direction of what
    stands beside it."""
    return _LINES.sub(" ", _DIRECTION.sub("", clean_text(name))).strip()
