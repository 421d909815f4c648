"""What the benches inside one process share: posts, feeds, pictures and the baseline view."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import msgspec
from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPixmap, QTextDocument
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.domain.account import AccountId
from desktop.domain.post import Post
from desktop.domain.signal import Signal
from desktop.domain.timeline import Entry, microseconds
from desktop.networks.lenient import Decoded
from desktop.networks.mastodon import wire
from desktop.networks.mastodon.mapping import posts_of
from desktop.networks.mastodon.people import Here
from desktop.viewmodels.timeline_model import TimelineModel
from desktop.views.images import ImageStore, Wanted
from desktop.views.style import load_fonts
from desktop.views.theme import tokens
from desktop.views.timeline import TimelineView
from tests.bench import invented

HERE = Here(AccountId("mastodon:claire@bench"), "https://veille.example")
WIDTH, HEIGHT = 300, 900
_DIFFERENT = 2000
_ROOT = QModelIndex()


@cache
def application() -> QApplication:
    made = QApplication.instance() or QApplication([])
    assert isinstance(made, QApplication)
    made.setQuitOnLastWindowClosed(False)
    load_fonts()
    return made


def posts_from(body: bytes) -> tuple[Post, ...]:
    """From the JSON of a page to posts, as an adapter does it."""
    statuses = msgspec.json.decode(body, type=list[wire.Status])
    return posts_of((Decoded(one) for one in statuses), HERE)


@cache
def _posts() -> tuple[Post, ...]:
    return tuple(reversed(posts_from(invented.page(0, _DIFFERENT))))


def entries(count: int, first: int = 0) -> list[Entry]:
    """Newest first; the texts repeat after some thousands."""
    made, different = [], _posts()
    for number in range(first, first + count):
        post = msgspec.structs.replace(different[number % _DIFFERENT], id=str(number))
        made.append(Entry(id=str(number), sort_at=number, post=post))
    made.reverse()
    return made


def entry_of(post: Post) -> Entry:
    return Entry(id=post.id, sort_at=microseconds(post.created_at), post=post)


@dataclass
class Change:
    inserted: tuple[Entry, ...] = ()
    removed: tuple[str, ...] = ()
    updated: tuple[Entry, ...] = ()
    reset: bool = False


@dataclass
class Feed:
    """A column's feed without anything behind it."""

    entries: list[Entry]
    changed: Signal[Change] = field(default_factory=Signal)

    def put_on_top(self, new: list[Entry]) -> None:
        self.entries[:0] = new
        self.changed.emit(Change(inserted=tuple(new)))


class Pictures(ImageStore):
    """Has every picture at once."""

    def __init__(self) -> None:
        super().__init__(_no_fetch, _no_task)
        self._drawn: dict[Wanted, QPixmap] = {}

    def pixmap(self, account: AccountId, wanted: Wanted, viewer: int = 0) -> QPixmap | None:
        size = wanted._replace(url="")
        drawn = self._drawn.get(size)
        if drawn is None:
            drawn = self._drawn[size] = QPixmap(max(1, size.width), max(1, size.height))
            drawn.fill(QColor(120, 140, 150))
        return drawn


async def _no_fetch(account: AccountId, url: str) -> bytes:
    raise FileNotFoundError(url)


def _no_task(work: Coroutine[Any, Any, None]) -> Any:
    raise AssertionError("nothing is fetched here")


def open_view(feed: Any, images: ImageStore | None) -> TimelineView:
    """Shown and painted once."""
    view = make_view(feed, images)
    show(view)
    return view


def make_view(feed: Any, images: ImageStore | None) -> TimelineView:
    view = TimelineView(tokens("light"), images)
    view.setModel(TimelineModel(feed, view))
    view.resize(WIDTH, HEIGHT)
    return view


def show(view: QWidget, width: int = WIDTH, height: int = HEIGHT) -> None:
    view.resize(width, height)
    view.show()
    settle()
    surface(view).repaint()


def surface(view: QWidget) -> QWidget:
    return view.viewport() if isinstance(view, QListView) else view


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def close(*views: QWidget) -> None:
    for view in views:
        view.close()
        view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    settle()


# The baseline: what one writes first


class PlainModel(QAbstractListModel):
    def __init__(self, texts: list[str]) -> None:
        super().__init__()
        self._texts = texts

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._texts)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        return self._texts[index.row()] if role == Qt.ItemDataRole.DisplayRole else None

    def put_on_top(self, texts: list[str]) -> None:
        self.beginInsertRows(_ROOT, 0, len(texts) - 1)
        self._texts[:0] = texts
        self.endInsertRows()


class DocumentDelegate(QStyledItemDelegate):
    """Lays out one QTextDocument a row."""

    def _document(self, text: str, width: int) -> QTextDocument:
        document = QTextDocument()
        document.setHtml(text)
        document.setTextWidth(width)
        return document

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return self._document(index.data(), WIDTH).size().toSize()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect = option.rect
        painter.save()
        painter.translate(rect.topLeft())
        self._document(index.data(), WIDTH).drawContents(painter)
        painter.restore()


def plain_text(entry: Entry) -> str:
    assert entry.post is not None
    shown = entry.post.shown
    text = shown.text.text.replace("&", "&amp;").replace("<", "&lt;")
    return f"<b>{shown.author.display_name}</b> {shown.author.handle}<br>{text}"


def plain_view(model: PlainModel) -> QListView:
    view = QListView()
    view.setItemDelegate(DocumentDelegate(view))
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setModel(model)
    show(view)
    return view


def texts(of: Iterable[Entry]) -> list[str]:
    return [plain_text(entry) for entry in of]


def run_async(work: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
    """On the loop that the app runs on."""
    from desktop.app import loop

    return loop.run(application(), work())
