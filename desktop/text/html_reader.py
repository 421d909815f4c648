"""Reads HTML into text and spans, event by event; `html.py` is the door to it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from desktop.domain.richtext import Span, SpanKind
from desktop.text.link_targets import Attributes, LinkTargets

_STYLES = {
    "b": SpanKind.BOLD,
    "strong": SpanKind.BOLD,
    "th": SpanKind.BOLD,
    "em": SpanKind.ITALIC,
    "i": SpanKind.ITALIC,
    "cite": SpanKind.ITALIC,
    "dfn": SpanKind.ITALIC,
    "var": SpanKind.ITALIC,
    "u": SpanKind.UNDERLINE,
    "ins": SpanKind.UNDERLINE,
    "del": SpanKind.STRIKE,
    "s": SpanKind.STRIKE,
    "strike": SpanKind.STRIKE,
    "code": SpanKind.CODE,
    "tt": SpanKind.CODE,
    "kbd": SpanKind.CODE,
    "samp": SpanKind.CODE,
    "pre": SpanKind.PREFORMATTED,
    "blockquote": SpanKind.BLOCKQUOTE,
    **{f"h{level}": SpanKind.BOLD for level in range(1, 7)},
}
_PARAGRAPHS = frozenset(
    "p h1 h2 h3 h4 h5 h6 blockquote pre ul ol dl table hr figure center details".split()  # noqa: SIM905
)
_LINES = frozenset({
    "div", "section", "article", "header", "footer", "main", "nav", "aside", "address",
    "li", "tr", "dt", "dd", "summary", "figcaption", "caption", "form", "fieldset",
    "legend", "option",
})  # fmt: skip
_DROPPED = frozenset({
    "script", "style", "head", "title", "template", "iframe", "object", "embed", "svg",
    "math", "canvas", "audio", "video", "noscript", "noembed", "noframes", "select",
    "textarea", "rp",
})  # fmt: skip
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905
_SIBLINGS = frozenset({"li", "tr", "td", "th", "dt", "dd"})
"""Elements that end one of their own kind."""
_MAX_QUOTES = 3
"""Quotes in quotes deeper than this are shown at this depth."""
_BREAKS_RUN = re.compile(r"[ \t\f\r]*\n[ \t\f\r\n]*")


class _Open:
    """An element that is not closed yet."""

    __slots__ = ("attributes", "is_ellipsis", "is_styled", "number", "start", "tag")

    def __init__(self, tag: str, attributes: Attributes, start: int) -> None:
        self.tag = tag
        self.attributes = attributes
        self.start = start
        self.is_ellipsis = False
        self.is_styled = False
        self.number = 0


class _Reader(HTMLParser):
    def __init__(self, targets: LinkTargets, drop_quote_inline: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.spans: list[Span] = []
        self._targets = targets
        self._drop_quote_inline = drop_quote_inline
        self._parts: list[str] = []
        self._length = 0
        self._open: list[_Open] = []
        self._counts: dict[str, int] = {}
        self._styles: dict[SpanKind, int] = {}
        self._hidden: list[int] = []
        """Depths of the open elements whose content is dropped."""
        self._due_lines = 0  # _pending is taken: Debian's html.parser keeps its input there
        """Line ends that are due before the next text."""
        self._prefix = ""
        """A list's bullet, written with the first text of its item."""
        self._lists: list[_Open] = []

    # What the parser calls

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._end_line()
            return
        if tag in _VOID:
            self._void(tag, attributes)
            return
        if tag == "a" and self._counts.get("a"):
            self._close("a")
        elif tag == "p" and self._counts.get("p"):
            self._close("p")
        elif tag in _SIBLINGS and self._open and self._open[-1].tag == tag:
            self._close(tag)
        self._before(tag)
        element = _Open(tag, attributes, self._place())
        self._open.append(element)
        self._counts[tag] = self._counts.get(tag, 0) + 1
        self._enter(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == "br":
            self._end_line()
        elif tag == "p" and not self._counts.get("p"):
            self._due(2)
        elif self._counts.get(tag):
            self._close(tag)

    def handle_data(self, data: str) -> None:
        if self._hidden or not data:
            return
        if not self._counts.get("pre"):
            data = _BREAKS_RUN.sub(" ", data.replace("\u2028", "\n").replace("\t", " "))
            if self._due_lines or not self._length:
                data = data.lstrip(" ")
        else:
            data = data.replace("\r\n", "\n").replace("\r", "\n")
        if data:
            self._write(data)

    def text(self) -> str:
        """All that was read; closes what is open."""
        while self._open:
            self._leave(self._open.pop())
        return "".join(self._parts)

    # Text

    def _place(self) -> int:
        """Where the next text will begin."""
        return self._length + (self._due_lines if self._length else 0)

    def _due(self, count: int) -> None:
        if not self._hidden:
            self._due_lines = max(self._due_lines, count)

    def _end_line(self) -> None:
        if self._hidden:
            return
        if self._length or self._prefix:
            self._due_lines = min(self._due_lines + 1, 2)

    def _write(self, data: str) -> None:
        if self._due_lines:
            if self._length:
                self._parts.append("\n" * self._due_lines)
                self._length += self._due_lines
            self._due_lines = 0
        if self._prefix:
            data = self._prefix + data
            self._prefix = ""
        self._parts.append(data)
        self._length += len(data)

    # Elements

    def _void(self, tag: str, attributes: Attributes) -> None:
        if self._hidden:
            return
        if tag == "img":
            shown = attributes.get("alt") or attributes.get("title") or ""
            if shown.strip():
                self._write(_BREAKS_RUN.sub(" ", shown.strip()))
        elif tag == "hr":
            self._due(2)
            if self._length:
                self._write("———")
            self._due(2)

    def _before(self, tag: str) -> None:
        if self._hidden:
            return
        if tag in _PARAGRAPHS:
            nested = tag in ("ul", "ol") and bool(self._lists)
            self._due(1 if nested or (tag == "p" and self._prefix) else 2)
        elif tag in _LINES:
            self._due(1)
        elif tag in ("td", "th") and self._open and self._open[-1].start < self._length:
            if not self._due_lines:
                self._write(" | ")
        elif tag == "q":
            self._write("“")
        elif tag == "rt":
            self._write("(")

    def _enter(self, element: _Open) -> None:
        if self._hidden:
            return
        tag = element.tag
        if tag in _DROPPED or self._is_invisible(element.attributes):
            self._hidden.append(len(self._open))
            return
        style = _STYLES.get(tag)
        if style is not None:
            depth = self._styles[style] = self._styles.get(style, 0) + 1
            element.is_styled = depth <= (_MAX_QUOTES if style is SpanKind.BLOCKQUOTE else 1)
        classes = element.attributes.get("class", "")
        element.is_ellipsis = "ellipsis" in classes.split()
        if tag in ("ul", "ol"):
            element.number = _number(element.attributes.get("start", "1"))
            self._lists.append(element)
        elif tag == "li":
            self._prefix = self._bullet(element)

    def _is_invisible(self, attributes: Attributes) -> bool:
        if "hidden" in attributes:
            return True
        classes = attributes.get("class", "").split()
        if "invisible" in classes:
            return True
        return self._drop_quote_inline and "quote-inline" in classes

    def _bullet(self, element: _Open) -> str:
        indent = "  " * min(len(self._lists) - 1, 8) if self._lists else ""
        if not self._lists or self._lists[-1].tag == "ul":
            return f"{indent}• "
        ordered = self._lists[-1]
        if "value" in element.attributes:
            ordered.number = _number(element.attributes["value"])
        number = ordered.number
        ordered.number += -1 if "reversed" in ordered.attributes else 1
        return f"{indent}{number}. "

    def _close(self, tag: str) -> None:
        while self._open:
            element = self._open.pop()
            self._leave(element)
            if element.tag == tag:
                return

    def _leave(self, element: _Open) -> None:
        tag = element.tag
        self._counts[tag] -= 1
        if self._hidden:
            if self._hidden[-1] == len(self._open) + 1:
                self._hidden.pop()
            return
        if element.is_ellipsis and self._length > element.start:
            self._write("…")
        if tag == "q":
            self._write("”")
        elif tag == "rt":
            self._write(")")
        elif tag in ("ul", "ol"):
            if self._lists and self._lists[-1] is element:
                self._lists.pop()
            self._due(1 if self._lists else 2)
        elif tag == "li":
            self._prefix = ""
        self._span(element)
        if tag in _PARAGRAPHS:
            self._due(2 if not self._lists else 1)
        elif tag in _LINES:
            self._due(1)

    def _span(self, element: _Open) -> None:
        start, end = element.start, self._length
        style = _STYLES.get(element.tag)
        if style is not None:
            self._styles[style] -= 1
        if start >= end:
            return
        if element.tag == "a":
            shown = self._tail(start)
            kind = self._targets.kind_of(
                element.attributes.get("href", ""), element.attributes, shown
            )
            if kind is not None:
                self.spans.append(Span(start, end, *kind))
        elif style is not None and element.is_styled:
            self.spans.append(Span(start, end, style))

    def _tail(self, start: int) -> str:
        """The text since `start`; links do not nest, so all their tails together are one text."""
        parts: list[str] = []
        size = self._length - start
        index = len(self._parts)
        while size > 0 and index > 0:
            index -= 1
            parts.append(self._parts[index])
            size -= len(self._parts[index])
        return "".join(reversed(parts))[-(self._length - start) :].strip()


def _number(text: str) -> int:
    text = text.strip()
    return int(text) if re.fullmatch(r"-?[0-9]{1,6}", text) else 1


def read_html(
    html: str, targets: LinkTargets, *, drop_quote_inline: bool = False
) -> tuple[str, list[Span]]:
    """Text without blank ends, and its spans in no order."""
    reader = _Reader(targets, drop_quote_inline)
    reader.feed(_finished_markup(html))
    reader.close()
    text = reader.text()
    lead = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    spans = []
    for span in reader.spans:
        start = max(span.start, lead) - lead
        stop = min(span.end, end) - lead
        if start < stop:
            spans.append(Span(start, stop, span.kind, span.target))
    return text[lead:end], spans


def _finished_markup(html: str) -> str:
    """A tag or comment that is never closed would make the parser search to the end again and
    again: what follows the last > can hold no tag."""
    last = html.rfind(">") + 1
    return html[:last] + html[last:].replace("<", "&lt;")
