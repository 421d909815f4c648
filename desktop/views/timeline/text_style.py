"""How runs of a post's text look: links, emphasis, code, marks."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from PySide6.QtGui import QBrush, QColor, QFont, QTextCharFormat, QTextLayout

from desktop.domain.richtext import RichText, SpanKind
from desktop.views.timeline.faces import Face, Faces

_ACTIVE = frozenset({SpanKind.LINK, SpanKind.MENTION, SpanKind.HASHTAG})


class LiveSpan(NamedTuple):
    """Something that can be clicked; `start` and `end` count in the laid-out text."""

    start: int
    end: int
    kind: SpanKind
    target: str
    text: str


class ShownText(NamedTuple):
    """The text as it is laid out, and how its places map to the source's."""

    text: str
    place: list[int] | None
    """From code points of the source to units of what is shown; None: they are the same."""
    source_at: list[int] | None
    emojis: list[tuple[int, str]]


def units_at(shown: ShownText, position: int) -> int:
    """A code point's place among the units of what is shown."""
    return position if shown.place is None else shown.place[min(position, len(shown.place) - 1)]


def formats_of(
    faces: Faces, face: Face, rich: RichText, shown: ShownText, links: list[LiveSpan]
) -> list[QTextLayout.FormatRange]:
    """Coloured and styled runs; overlapping spans are joined piece by piece. What can be
    clicked is added to `links`."""
    spans = [s for s in rich.spans if s.kind is not SpanKind.EMOJI and s.end > s.start]
    links.extend(
        LiveSpan(
            units_at(shown, span.start),
            units_at(shown, span.end),
            span.kind,
            span.target,
            rich.text[span.start : span.end],
        )
        for span in spans
        if span.kind in _ACTIVE
    )
    if not spans:
        return []
    edges = sorted({edge for s in spans for edge in (s.start, s.end)})
    kinds: list[set[SpanKind]] = [set() for _ in edges]
    for span in spans:
        first = bisect_right(edges, span.start) - 1
        for number in range(first, len(edges)):
            if edges[number] >= span.end:
                break
            kinds[number].add(span.kind)
    formats = []
    for number, here in enumerate(kinds[:-1]):
        if here:
            start, end = units_at(shown, edges[number]), units_at(shown, edges[number + 1])
            formats.append(format_range(start, end, _style(faces, face, here)))
    return formats


def _style(faces: Faces, face: Face, kinds: set[SpanKind]) -> QTextCharFormat:
    style = QTextCharFormat()
    font = QFont(face.font)
    changed = False
    if kinds & {SpanKind.CODE, SpanKind.PREFORMATTED}:
        font = QFont(faces.mono)
        style.setBackground(faces.brush("cover"))
        changed = True
    if SpanKind.BOLD in kinds:
        font.setWeight(QFont.Weight.DemiBold)
        changed = True
    if SpanKind.ITALIC in kinds:
        font.setItalic(True)
        changed = True
    if SpanKind.STRIKE in kinds:
        font.setStrikeOut(True)
        changed = True
    if SpanKind.UNDERLINE in kinds:
        font.setUnderline(True)
        changed = True
    if changed:
        style.setFont(font)
    if SpanKind.BLOCKQUOTE in kinds:
        style.setForeground(faces.brush("secondary"))
    if kinds & _ACTIVE:
        style.setForeground(faces.brush("link"))
    return style


def font_format(font: QFont) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setFont(font)
    return style


def emoji_format(face: Face, width: float) -> QTextCharFormat:
    font = QFont(face.font)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, width - face.width("\u00a0"))
    return font_format(font)


def format_range(start: int, end: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start = start
    found.length = end - start
    found.format = style
    return found


def underlined(link: LiveSpan) -> QTextLayout.FormatRange:
    """How a link looks under the pointer."""
    style = QTextCharFormat()
    style.setFontUnderline(True)
    return format_range(link.start, link.end, style)


def selected(start: int, end: int, ground: QColor, text: QColor) -> QTextLayout.FormatRange:
    style = QTextCharFormat()
    style.setBackground(QBrush(ground))
    style.setForeground(QBrush(text))
    start, end = sorted((start, end))
    return format_range(start, end, style)
