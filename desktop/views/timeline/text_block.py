"""A post's text laid out to a width: links, search marks, custom emoji, selection, hit-testing.

Built on a free-standing QTextLayout, which has no inline objects: a custom emoji is a
no-break space, spaced out to the picture's width, with the picture painted over it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from desktop.domain.richtext import RichText, Span, SpanKind
from desktop.views.timeline.faces import Face, Faces
from desktop.views.timeline.text_style import (
    LiveSpan,
    ShownText,
    emoji_format,
    font_format,
    format_range,
    formats_of,
    units_at,
)

Highlights = Callable[[str], Sequence[tuple[int, int]]]
"""Which runs (code points) of a text a search has found."""

_LINE_SEPARATOR = "\u2028"
_QUOTE_INDENT = 10.0
_TALLEST_LINE = 1.25
_MAX_CHARACTERS = 20_000
_STACKED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0e31-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
    "\ufe20-\ufe2f]{3,}"
)
"""Marks on marks: their ink has no bounds."""


class Emoji(NamedTuple):
    box: QRectF
    url: str


class TextBlock:
    """Text ready to be drawn at any place. Positions are UTF-16 units of the laid-out text."""

    __slots__ = (
        "_source_at", "bars", "emojis", "height", "is_cut", "is_stacked", "layout", "line_count",
        "links", "shown", "source", "width",
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
        self.is_stacked = is_stacked(source)

    def draw(
        self,
        painter: QPainter,
        x: float,
        y: float,
        pen: QPen,
        selections: list[QTextLayout.FormatRange] | None = None,
    ) -> None:
        painter.setPen(pen)
        if self.is_stacked:
            painter.save()
            box = QRectF(x - 2, y, self.width + 4, self.height)
            painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
        if selections:
            self.layout.draw(painter, QPointF(x, y), selections)
        else:
            self.layout.draw(painter, QPointF(x, y))
        if self.is_stacked:
            painter.restore()

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


def is_stacked(text: str) -> bool:
    """Whether combining marks are piled up in it, so that it has to be kept in its lines."""
    return not text.isascii() and _STACKED.search(text) is not None


def reads_leftwards(text: str) -> bool:
    """By its first letter that has a direction."""
    if text.isascii():
        return False
    for character in text:
        kind = bidirectional(character)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False


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
    if max_lines != 1 and reads_leftwards(shown.text):
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    block = TextBlock(layout, rich.text, shown.source_at)
    formats = formats_of(faces, face, rich, shown, block.links)
    for start, end in bold:
        style = font_format(faces.name.font)
        style.setForeground(faces.brush("text"))
        formats.append(format_range(units_at(shown, start), units_at(shown, end), style))
    if highlights is not None:
        mark = QTextCharFormat()
        mark.setBackground(faces.brush("match"))
        formats.extend(
            format_range(units_at(shown, start), units_at(shown, end), mark)
            for start, end in highlights(rich.text)
            if 0 <= start < end <= len(rich.text)
        )
    emoji_width = round(face.line * 1.05)
    for place, _url in shown.emojis:
        formats.append(format_range(place, place + 1, emoji_format(face, emoji_width)))
    if formats:
        layout.setFormats(formats)
    quoted = [
        (units_at(shown, s.start), units_at(shown, s.end))
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


def _shown(rich: RichText, emojis: Mapping[str, str]) -> ShownText:
    pictures = [
        s for s in rich.spans if s.kind is SpanKind.EMOJI and s.target in emojis and s.end > s.start
    ]
    text = rich.text
    if not pictures and (text.isascii() or max(text) <= "\uffff"):
        return ShownText(text.replace("\n", _LINE_SEPARATOR), None, None, [])
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
    return ShownText("".join(pieces), place, source_at, found)


def _x(answer: object) -> float:
    """`cursorToX` answers a number or (number, position), by binding version."""
    return float(answer[0]) if isinstance(answer, tuple) else float(answer)  # type: ignore[arg-type]


def _as_int(answer: object) -> int:
    return int(answer[0]) if isinstance(answer, tuple) else int(answer)  # type: ignore[call-overload]
