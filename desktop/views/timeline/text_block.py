"""A post's text laid out to a width: links, search marks, custom emoji, selection, hit-testing.

Built on a free-standing QTextLayout, which has no inline objects: a custom emoji is a
no-break space, spaced out to the picture's width, with the picture painted over it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from desktop.domain.richtext import RichText, Span, SpanKind
from desktop.views.timeline.faces import Face, Faces

Highlights = Callable[[str], Sequence[tuple[int, int]]]
"""Which runs (code points) of a text a search has found."""

_ACTIVE = frozenset({SpanKind.LINK, SpanKind.MENTION, SpanKind.HASHTAG})
_LINE_SEPARATOR = "\u2028"
_QUOTE_INDENT = 10.0
_TALLEST_LINE = 1.25
_MAX_CHARACTERS = 20_000


class LiveSpan(NamedTuple):
    """Something that can be clicked; `start` and `end` count in the laid-out text."""

    start: int
    end: int
    kind: SpanKind
    target: str
    text: str


class Emoji(NamedTuple):
    box: QRectF
    url: str


class TextBlock:
    """Text ready to be drawn at any place. Positions are UTF-16 units of the laid-out text."""

    __slots__ = (
        "_source_at", "bars", "emojis", "height", "is_cut", "layout", "line_count", "links",
        "shown", "source", "width",
    )  # fmt: skip

    def __init__(self, layout: QTextLayout, source: str, source_at: list[int] | None) -> None:
        self.layout = layout
        self.shown = layout.text()
        self.source = source
        self._source_at = source_at
        self.links: list[LiveSpan] = []
        self.emojis: list[Emoji] = []
        self.bars: list[QRectF] = []
        self.height = 0.0
        self.width = 0.0
        self.line_count = 0
        self.is_cut = False

    def draw(
        self,
        painter: QPainter,
        x: float,
        y: float,
        pen: QPen,
        selections: list[QTextLayout.FormatRange] | None = None,
    ) -> None:
        painter.setPen(pen)
        if selections:
            self.layout.draw(painter, QPointF(x, y), selections)
        else:
            self.layout.draw(painter, QPointF(x, y))

    def position_at(self, x: float, y: float) -> int:
        """The place between characters nearest to a point (from the block's corner)."""
        for number in range(self.line_count):
            line = self.layout.lineAt(number)
            if y < line.y() + line.height() or number == self.line_count - 1:
                return _as_int(line.xToCursor(x))
        return 0

    def link_at(self, x: float, y: float) -> LiveSpan | None:
        if not self.links:
            return None
        for number in range(self.line_count):
            line = self.layout.lineAt(number)
            if line.y() <= y < line.y() + line.height():
                if not line.naturalTextRect().adjusted(-1, -2, 1, 2).contains(QPointF(x, y)):
                    return None
                place = _as_int(line.xToCursor(x, line.CursorPosition.CursorOnCharacter))
                for link in self.links:
                    if link.start <= place < link.end:
                        return link
                return None
        return None

    def contains(self, x: float, y: float) -> bool:
        return 0 <= y < self.height and -2 <= x <= self.width + 2

    def copied(self, start: int, end: int) -> str:
        """The source text of a selection: emoji as :shortcodes:, lines parted by \\n."""
        start, end = sorted((start, end))
        if self._source_at is None:
            return self.source[start:end]
        return self.source[self._source_at[start] : self._source_at[end]]

    def word_at(self, position: int) -> tuple[int, int]:
        start = self.layout.previousCursorPosition(
            position + 1 if position < len(self.shown) else position,
            QTextLayout.CursorMode.SkipWords,
        )
        end = self.layout.nextCursorPosition(start, QTextLayout.CursorMode.SkipWords)
        units = self.shown if self.shown.isascii() else None
        if units is not None:
            end = start + len(units[start:end].rstrip())
        return start, end

    @property
    def length(self) -> int:
        """In UTF-16 units."""
        if self._source_at is not None:
            return len(self._source_at) - 1
        return len(self.shown)


class _Shown(NamedTuple):
    text: str
    place: list[int] | None
    """From code points of the source to units of what is shown; None: they are the same."""
    source_at: list[int] | None
    emojis: list[tuple[int, str]]


def build(
    faces: Faces,
    rich: RichText,
    width: float,
    *,
    emojis: Mapping[str, str] | None = None,
    face: Face | None = None,
    max_lines: int = 0,
    highlights: Highlights | None = None,
    bold: tuple[tuple[int, int], ...] = (),
    first_line_width: float = 0.0,
) -> TextBlock:
    """Lay out `rich` to `width`. `emojis`: shortcode to picture address. `max_lines` 0: all.
    `bold`: runs (code points) in semibold and the text's colour. `first_line_width`
    where the first is shorter."""
    face = face or faces.body
    if len(rich.text) > _MAX_CHARACTERS:
        spans = tuple(s for s in rich.spans if s.end <= _MAX_CHARACTERS)
        rich = RichText(rich.text[:_MAX_CHARACTERS] + "…", spans)
    block = _build(faces, rich, width, emojis, face, max_lines, highlights, bold, first_line_width)
    if block.is_cut:
        last = block.layout.lineAt(block.line_count - 1)
        units = last.textStart() + last.textLength()
        shown = _shown(rich, emojis or {})
        keep = units if shown.source_at is None else shown.source_at[units]
        kept = rich.text[: max(0, keep - 2)].rstrip() + "…"
        spans = tuple(
            Span(s.start, min(s.end, len(kept)), s.kind, s.target)
            for s in rich.spans
            if s.start < len(kept) - 1
        )
        block = _build(
            faces, RichText(kept, spans), width, emojis, face, max_lines, highlights, bold,
            first_line_width,
        )  # fmt: skip
        block.is_cut = True
    return block


def _build(
    faces: Faces,
    rich: RichText,
    width: float,
    emojis: Mapping[str, str] | None,
    face: Face,
    max_lines: int,
    highlights: Highlights | None,
    bold: tuple[tuple[int, int], ...],
    first_line_width: float,
) -> TextBlock:
    shown = _shown(rich, emojis or {})
    layout = QTextLayout(shown.text, face.font)
    option = QTextOption()
    modes = QTextOption.WrapMode
    option.setWrapMode(modes.WrapAnywhere if max_lines == 1 else modes.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    block = TextBlock(layout, rich.text, shown.source_at)
    formats = _formats(faces, face, rich, shown, block)
    for start, end in bold:
        style = _font_format(faces.name.font)
        style.setForeground(faces.brush("text"))
        formats.append(_range(_at(shown, start), _at(shown, end), style))
    if highlights is not None:
        mark = QTextCharFormat()
        mark.setBackground(faces.brush("match"))
        formats.extend(
            _range(_at(shown, start), _at(shown, end), mark)
            for start, end in highlights(rich.text)
            if 0 <= start < end <= len(rich.text)
        )
    emoji_width = round(face.line * 1.05)
    for place, _url in shown.emojis:
        formats.append(_range(place, place + 1, _emoji_format(face, emoji_width)))
    if formats:
        layout.setFormats(formats)
    quoted = [
        (_at(shown, s.start), _at(shown, s.end))
        for s in rich.spans
        if s.kind is SpanKind.BLOCKQUOTE
    ]
    _lay_lines(block, face, width, max_lines, quoted, first_line_width)
    _place_emojis(block, face, shown.emojis, emoji_width)
    return block


def _lay_lines(
    block: TextBlock,
    face: Face,
    width: float,
    max_lines: int,
    quoted: list[tuple[int, int]],
    first_line_width: float,
) -> None:
    layout, y, widest = block.layout, 0.0, 0.0
    layout.beginLayout()
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        if max_lines and block.line_count >= max_lines:
            block.is_cut = True
            break
        start = line.textStart()
        indent = _QUOTE_INDENT if any(a <= start < b for a, b in quoted) else 0.0
        room = first_line_width if first_line_width and block.line_count == 0 else width
        line.setLineWidth(max(1.0, room - indent))
        tall = line.height()
        pitch = float(face.line)
        if tall > face.line + 4:  # scripts that stand taller, within reason
            pitch = min(tall, round(face.line * _TALLEST_LINE))
        if line.textLength() <= 1 and line.naturalTextWidth() <= 0 and start:
            pitch = face.line * 0.5  # the empty line between two paragraphs
        base = (pitch - face.height) / 2 + face.ascent
        if tall > face.line + 4:
            base = (pitch - tall) / 2 + line.ascent()
        line.setPosition(QPointF(indent, round(y + base) - line.ascent()))
        if indent:
            block.bars.append(QRectF(0, y, 2, pitch))
        widest = max(widest, indent + line.naturalTextRect().right())
        y += pitch
        block.line_count += 1
    layout.endLayout()
    block.height, block.width = y, widest


def _place_emojis(
    block: TextBlock, face: Face, emojis: list[tuple[int, str]], width: float
) -> None:
    for place, url in emojis:
        line = block.layout.lineForTextPosition(place)
        if not line.isValid():
            continue
        left = min(_x(line.cursorToX(place)), _x(line.cursorToX(place + 1)))
        side = float(face.line)
        top = line.y() + line.ascent() - face.ascent + (face.height - side) / 2
        block.emojis.append(Emoji(QRectF(left + (width - side) / 2, top, side, side), url))


def _shown(rich: RichText, emojis: Mapping[str, str]) -> _Shown:
    pictures = [
        s for s in rich.spans if s.kind is SpanKind.EMOJI and s.target in emojis and s.end > s.start
    ]
    text = rich.text
    if not pictures and (text.isascii() or max(text) <= "\uffff"):
        return _Shown(text.replace("\n", _LINE_SEPARATOR), None, None, [])
    starts = {s.start: s for s in pictures}
    pieces: list[str] = []
    place: list[int] = []
    source_at: list[int] = []
    found: list[tuple[int, str]] = []
    units, at = 0, 0
    while at < len(text):
        span = starts.get(at)
        if span is not None:
            found.append((units, emojis[span.target]))
            pieces.append("\u00a0")
            place.extend([units] * (span.end - at))
            source_at.append(at)
            units += 1
            at = span.end
            continue
        character = text[at]
        pieces.append(_LINE_SEPARATOR if character == "\n" else character)
        place.append(units)
        size = 2 if character > "\uffff" else 1
        source_at.extend([at] * size)
        units += size
        at += 1
    place.append(units)
    source_at.append(len(text))
    return _Shown("".join(pieces), place, source_at, found)


def _at(shown: _Shown, position: int) -> int:
    return position if shown.place is None else shown.place[min(position, len(shown.place) - 1)]


def _formats(
    faces: Faces, face: Face, rich: RichText, shown: _Shown, block: TextBlock
) -> list[QTextLayout.FormatRange]:
    """Coloured and styled runs; overlapping spans are joined piece by piece."""
    spans = [s for s in rich.spans if s.kind is not SpanKind.EMOJI and s.end > s.start]
    for span in spans:
        if span.kind in _ACTIVE:
            block.links.append(
                LiveSpan(
                    _at(shown, span.start),
                    _at(shown, span.end),
                    span.kind,
                    span.target,
                    rich.text[span.start : span.end],
                )
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
            start, end = _at(shown, edges[number]), _at(shown, edges[number + 1])
            formats.append(_range(start, end, _style(faces, face, here)))
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


def _font_format(font: QFont) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setFont(font)
    return style


def _emoji_format(face: Face, width: float) -> QTextCharFormat:
    font = QFont(face.font)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, width - face.width("\u00a0"))
    return _font_format(font)


def _range(start: int, end: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start = start
    found.length = end - start
    found.format = style
    return found


def underlined(link: LiveSpan) -> QTextLayout.FormatRange:
    """How a link looks under the pointer."""
    style = QTextCharFormat()
    style.setFontUnderline(True)
    return _range(link.start, link.end, style)


def selected(start: int, end: int, ground: QColor, text: QColor) -> QTextLayout.FormatRange:
    style = QTextCharFormat()
    style.setBackground(QBrush(ground))
    style.setForeground(QBrush(text))
    start, end = sorted((start, end))
    return _range(start, end, style)


def _x(answer: object) -> float:
    """`cursorToX` answers a number or (number, position), by binding version."""
    return float(answer[0]) if isinstance(answer, tuple) else float(answer)  # type: ignore[arg-type]


def _as_int(answer: object) -> int:
    return int(answer[0]) if isinstance(answer, tuple) else int(answer)  # type: ignore[call-overload]
