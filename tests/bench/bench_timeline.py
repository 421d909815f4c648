"""The timeline view: any length, batches on top, scrolling, and a dragged edge."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QPixmap, QStaticText, QTextLayout
from PySide6.QtWidgets import QListView, QWidget

from desktop.domain.timeline import Entry
from desktop.views.timeline import TimelineView
from desktop.views.timeline.pieces import (
    AvatarPiece,
    IconPiece,
    LabelPiece,
    PicturePiece,
    TextPiece,
)
from tests.bench import parts
from tests.bench.result import Result, at_most, below, percentile, times_faster

SHORT, MIDDLE, LONG = 1_000, 10_000, 100_000
BATCH = 20
FRAMES = 250
STEP = 48

_Draw = Callable[[QPainter], object]


def run() -> Iterable[Result]:
    parts.application()
    pictures = parts.Pictures()
    yield from _showing(pictures)
    yield from _putting_on_top(pictures)
    frame, results = _scrolling(pictures)
    yield from results
    yield from _dragging(pictures, frame)


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _showing(pictures: parts.Pictures) -> Iterable[Result]:
    found = {count: parts.entries(count) for count in (SHORT, MIDDLE, LONG)}
    taken: dict[int, list[float]] = {count: [] for count in found}
    for _ in range(7):
        for count, rows in found.items():
            taken[count].append(_opening(partial(parts.open_view, parts.Feed(rows), pictures)))
    texts = parts.texts(found[MIDDLE])
    plain = [_opening(lambda: parts.plain_view(parts.PlainModel(list(texts)))) for _ in range(2)]
    medians = {count: statistics.median(of) for count, of in taken.items()}
    name = "show 10,000 posts"
    yield times_faster(name, medians[MIDDLE], min(plain), "ms", 100)
    yield at_most("show 100,000 posts against 1,000", medians[LONG], medians[SHORT], "ms", 1.3)


def _opening(make: Callable[[], QWidget]) -> float:
    start = time.perf_counter()
    view = make()
    taken = (time.perf_counter() - start) * 1000
    parts.close(view)
    return taken


def _putting_on_top(pictures: parts.Pictures) -> Iterable[Result]:
    views = {n: parts.open_view(parts.Feed(parts.entries(n)), pictures) for n in (SHORT, LONG)}
    middle_feed = parts.Feed(parts.entries(MIDDLE))
    views[MIDDLE] = parts.open_view(middle_feed, pictures)
    taken: dict[int, list[float]] = {count: [] for count in views}
    moved = 0
    for count, view in views.items():
        view.show_row(count // 2, -17)
        view.viewport().repaint()
    for turn in range(9):
        for count, view in views.items():
            new = parts.entries(BATCH, count + turn * BATCH)
            before = _anchor(view)
            taken[count].append(_timed(partial(_put, view, new)))
            after = _anchor(view)
            moved = max(moved, abs(after[1] - before[1]) if after[0] == before[0] else 10_000)
    parts.close(*views.values())
    model = parts.PlainModel(parts.texts(parts.entries(MIDDLE)))
    plain_view = parts.plain_view(model)
    plain_view.verticalScrollBar().setValue(plain_view.verticalScrollBar().maximum() // 2)
    plain = []
    for turn in range(2):
        texts = parts.texts(parts.entries(BATCH, MIDDLE + turn * BATCH))
        plain.append(_timed(partial(_put_plain, plain_view, model, texts)))
    parts.close(plain_view)
    medians = {count: statistics.median(of) for count, of in taken.items()}
    yield times_faster("20 on top of 10,000", medians[MIDDLE], min(plain), "ms", 50)
    yield at_most("20 on top of 100,000 against 1,000", medians[LONG], medians[SHORT], "ms", 1.5)
    yield below("pixels that the anchor row moved", moved, 0, "px", 0)


def _put(view: TimelineView, new: list[Entry]) -> None:
    feed = view.model()._feed  # type: ignore[attr-defined]
    feed.put_on_top(new)
    view.viewport().repaint()


def _put_plain(view: QListView, model: parts.PlainModel, texts: list[str]) -> None:
    model.put_on_top(texts)
    view.doItemsLayout()
    view.viewport().repaint()


def _anchor(view: TimelineView) -> tuple[str, int]:
    first = view.first_seen()
    assert first is not None
    place = next(s.place for s in view.seen() if s.layout.entry is first)
    return first.id, place.top


class _Bare(QWidget):
    """Draws what it is given, with nothing else around."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: Sequence[_Draw] = ()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        for draw in self.drawn:
            draw(painter)
        painter.end()


def _scrolling(pictures: parts.Pictures) -> tuple[float, list[Result]]:
    """Frames of a view that is scrolled through rows that it has laid out, and through new ones;
    between them the same texts and pixmaps with a bare painter."""
    view = parts.open_view(parts.Feed(parts.entries(MIDDLE)), pictures)
    bare = _Bare()
    parts.show(bare)
    ours, plain = [], []
    for number in range(FRAMES):
        step = STEP if number < FRAMES - 40 else -STEP
        ours.append(_timed(partial(_scroll, view, step)))
        bare.drawn = _tape(view, pictures)
        bare.repaint()  # warm, as the view's rows are for the frames in which they stay
        plain.append(_timed(bare.repaint))
    parts.close(view, bare)
    median, base = statistics.median(ours), statistics.median(plain)
    results = [
        at_most("a scrolled frame, median", median, base, "ms", 1.5),
        at_most(
            "a scrolled frame, 99th percentile", percentile(ours, 0.99),
            percentile(plain, 0.99), "ms", 4,
        ),
        below("a scrolled frame, median", median, base, "ms", 4),
        below("a scrolled frame, 99th percentile", percentile(ours, 0.99), base, "ms", 8),
    ]  # fmt: skip
    return median, results


def _tape(view: TimelineView, pictures: parts.Pictures) -> list[_Draw]:
    """The texts and pixmaps that the view shows now, each ready to be drawn."""
    tape: list[_Draw] = []
    for seen in view.seen():
        layout, top = seen.layout, seen.place.top
        for piece in (*layout.pieces, *layout.header, *layout.counts):
            match piece:
                case TextPiece():
                    at = QPointF(piece.x, piece.y + top)
                    tape.append(_text(piece.block.layout, at, piece._pen))
                case LabelPiece():
                    at = piece._at + QPointF(0, top)
                    tape.append(_label(piece._text, piece._font, at, piece._pen))
                case IconPiece():
                    tape.append(_pixmap(piece._pixmap, piece._at + QPointF(0, top)))
                case AvatarPiece() | PicturePiece():
                    picture = pictures.pixmap(piece._account, piece._wanted)
                    box: QRectF = piece._box
                    if picture is not None:
                        tape.append(_pixmap(picture, box.topLeft() + QPointF(0, top)))
    return tape


def _text(layout: QTextLayout, at: QPointF, pen: QPen) -> _Draw:
    def draw(painter: QPainter) -> None:
        painter.setPen(pen)
        layout.draw(painter, at)

    return draw


def _label(text: QStaticText, font: QFont, at: QPointF, pen: QPen) -> _Draw:
    def draw(painter: QPainter) -> None:
        painter.setFont(font)
        painter.setPen(pen)
        painter.drawStaticText(at, text)

    return draw


def _pixmap(pixmap: QPixmap, at: QPointF) -> _Draw:
    return lambda painter: painter.drawPixmap(at, pixmap)


def _dragging(pictures: parts.Pictures, frame: float) -> Iterable[Result]:
    view = parts.open_view(parts.Feed(parts.entries(MIDDLE)), pictures)
    view.show_row(MIDDLE // 2, 0)
    view.viewport().repaint()
    taken: list[list[float]] = [[] for _ in range(100)]
    for _ in range(3):
        view.resize(parts.WIDTH, parts.HEIGHT)
        view.viewport().repaint()
        for number, frames in enumerate(taken):
            width = parts.WIDTH + number + 1
            frames.append(_timed(partial(_resize, view, width)))
    parts.close(view)
    steps = [statistics.median(frames) for frames in taken]
    yield at_most("the slowest frame of a dragged edge", max(steps), frame, "ms", 3)
    yield at_most("a frame of a dragged edge, median", statistics.median(steps), frame, "ms", 3)


def _resize(view: TimelineView, width: int) -> None:
    view.resize(width, parts.HEIGHT)
    view.viewport().repaint()


def _scroll(view: TimelineView, step: int) -> None:
    view.scroll_by(step)
    view.viewport().repaint()
