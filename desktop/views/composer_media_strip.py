"""The pictures of a post: small, with a badge that says whether they are described."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.domain.account import AccountId
from desktop.domain.draft import DraftMedia
from desktop.views.composer_flow import FlowLayout
from desktop.views.icons import icon_pixmap
from desktop.views.images import ImageStore, Shape, Wanted
from desktop.views.theme import CORNER, SEMIBOLD, SIZE_TINY, SIZE_TITLE, Tokens

THUMB_WIDTH, THUMB_HEIGHT = 84, 62


class MediaThumb(QToolButton):
    """Enter describes it, Delete removes it, Alt with an arrow key moves it."""

    alt_wanted = Signal(str)
    remove_wanted = Signal(str)
    move_wanted = Signal(str, int)

    def __init__(self, account: AccountId, tokens: Tokens, images: ImageStore, parent: QWidget):
        super().__init__(parent)
        self.account = account
        self.tokens = tokens
        self._images = images
        self._media = DraftMedia(id="", path="", mime="")
        self.setFixedSize(tokens.size(THUMB_WIDTH), tokens.size(THUMB_HEIGHT))
        self.clicked.connect(lambda: self.alt_wanted.emit(self._media.id))

    @property
    def media(self) -> DraftMedia:
        return self._media

    def show_media(self, media: DraftMedia, place: int, of: int) -> None:
        self._media = media
        self.setObjectName(f"composerMedia:{place}")
        said = media.alt or self.tr("no description")
        self.setAccessibleName(
            self.tr("Picture {place} of {of}: {alt}").format(place=place, of=of, alt=said)
        )
        self.setAccessibleDescription(
            self.tr("Enter to describe it, Delete to remove it, Alt and an arrow key to move it")
        )
        self.setToolTip(media.alt or self.tr("Describe this picture"))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_wanted.emit(self._media.id)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.alt_wanted.emit(self._media.id)
        elif alt and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.move_wanted.emit(self._media.id, -1 if key == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        media_id = self._media.id
        menu = QMenu(self)
        menu.addAction(self.tr("Describe…"), lambda: self.alt_wanted.emit(media_id))
        menu.addAction(self.tr("Move to the front"), lambda: self.move_wanted.emit(media_id, -1))
        menu.addAction(self.tr("Move to the end"), lambda: self.move_wanted.emit(media_id, 1))
        menu.addSeparator()
        menu.addAction(self.tr("Remove"), lambda: self.remove_wanted.emit(media_id))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        tokens, px = self.tokens, self.tokens.size
        box = QRectF(self.rect())
        path = QPainterPath()
        path.addRoundedRect(box, CORNER, CORNER)
        painter.fillPath(path, tokens.colour("cover"))
        ratio = self.devicePixelRatioF()
        picture = None
        if self._media.mime.startswith("image/"):
            wanted = Wanted(
                self._media.id, round(self.width() * ratio), round(self.height() * ratio),
                Shape.COVER, round(CORNER * ratio), (self._media.focus_x, self._media.focus_y),
            )  # fmt: skip
            picture = self._images.pixmap(self.account, wanted)
        if picture is not None:
            painter.drawPixmap(self.rect(), picture)
        else:
            name = "image" if self._media.mime.startswith("image/") else "play"
            size = px(22)
            painter.drawPixmap(
                round((box.width() - size) / 2), round((box.height() - size) / 2),
                icon_pixmap(name, tokens.colour("faint"), size, ratio),
            )  # fmt: skip
        self._badge(painter)
        if self.hasFocus():
            painter.setPen(QPen(tokens.colour("accent"), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), CORNER, CORNER)

    def _badge(self, painter: QPainter) -> None:
        tokens, px = self.tokens, self.tokens.size
        has_alt = bool(self._media.alt.strip())
        text = self.tr("ALT") if has_alt else self.tr("no ALT")
        painter.setFont(tokens.font(SIZE_TINY, SEMIBOLD))
        width = min(painter.fontMetrics().horizontalAdvance(text) + px(8), self.width() - px(8))
        height = px(16)
        box = QRectF(px(4), self.height() - height - px(4), width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_DARK if has_alt else tokens.colour("warm"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(Qt.GlobalColor.white if has_alt else tokens.colour("on_warm"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class MediaStrip(QWidget):
    """Thumbnails, those that are still being read, and a place to add one."""

    alt_wanted = Signal(str)
    remove_wanted = Signal(str)
    move_wanted = Signal(str, int)
    add_wanted = Signal()

    def __init__(self, tokens: Tokens, images: ImageStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("composerMedia")
        self.setAccessibleName(self.tr("Pictures of the post"))
        self._tokens = tokens
        self._images = images
        self._account = AccountId("")
        self._thumbs: list[MediaThumb] = []
        self._shown: tuple[tuple[DraftMedia, ...], int, int] = ((), 0, 0)
        self._flow = FlowLayout(self, 8)
        self._add = QToolButton(self)
        self._add.setObjectName("composerMediaAdd")
        self._add.setAccessibleName(self.tr("Add a picture"))
        self._add.setToolTip(self.tr("Add a picture"))
        self._add.clicked.connect(self.add_wanted)
        self._pending = QToolButton(self)
        self._pending.setObjectName("composerMediaPending")
        self._pending.setEnabled(False)
        self._flow.addWidget(self._pending)
        self._flow.addWidget(self._add)
        self._paint_tiles()
        images.ready.connect(self._ready)
        self.hide()

    def show_media(
        self, account: AccountId, media: Sequence[DraftMedia], pending: int, room: int
    ) -> None:
        self._account = account
        self._shown = (tuple(media), pending, room)
        focus = next((n for n, thumb in enumerate(self._thumbs) if thumb.hasFocus()), -1)
        while len(self._thumbs) > len(media):
            thumb = self._thumbs.pop()
            self._flow.removeWidget(thumb)
            thumb.hide()
            thumb.deleteLater()
        while len(self._thumbs) < len(media):
            self._thumbs.append(self._new_thumb())
        for place, (thumb, each) in enumerate(zip(self._thumbs, media, strict=True), 1):
            thumb.account = account
            thumb.show_media(each, place, len(media))
        if focus >= len(self._thumbs):
            (self._thumbs[-1] if self._thumbs else self._add).setFocus()
        self._pending.setVisible(pending > 0)
        self._pending.setText("…" if pending == 1 else f"… {pending}")
        self._pending.setAccessibleName(self.tr("A picture is being read"))
        self._add.setVisible(room > 0)
        self.setVisible(bool(media or pending))
        self.updateGeometry()

    def focus_media(self, media_id: str) -> None:
        for thumb in self._thumbs:
            if thumb.media.id == media_id:
                thumb.setFocus(Qt.FocusReason.OtherFocusReason)

    def apply_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for thumb in self._thumbs:
            self._flow.removeWidget(thumb)
            thumb.setParent(None)
            thumb.deleteLater()
        self._thumbs = []
        self._paint_tiles()
        media, pending, room = self._shown
        self.show_media(self._account, media, pending, room)

    def _new_thumb(self) -> MediaThumb:
        thumb = MediaThumb(self._account, self._tokens, self._images, self)
        thumb.alt_wanted.connect(self.alt_wanted)
        thumb.remove_wanted.connect(self.remove_wanted)
        thumb.move_wanted.connect(self.move_wanted)
        self._flow.insert_widget(len(self._thumbs), thumb)
        self.setTabOrder(self._thumbs[-1] if self._thumbs else self, thumb)
        self.setTabOrder(thumb, self._add)
        thumb.show()
        return thumb

    def _paint_tiles(self) -> None:
        c, px = self._tokens.colours, self._tokens.size
        size = QSize(px(THUMB_WIDTH), px(THUMB_HEIGHT))
        for tile in (self._add, self._pending):
            tile.setFixedSize(size)
            tile.setFont(self._tokens.font(SIZE_TITLE))
            tile.setStyleSheet(
                f"QToolButton {{ background: {c.cover}; border: 2px solid {c.cover};"
                f" border-radius: {CORNER}px; color: {c.secondary}; }}"
                f"QToolButton:hover {{ background: {c.hairline}; }}"
                f"QToolButton:focus {{ border-color: {c.accent}; }}"
            )
        self._add.setIcon(icon_pixmap("plus", self._tokens.colour("secondary"), 20, 2.0))
        self._add.setIconSize(QSize(px(20), px(20)))

    def _ready(self, url: str) -> None:
        for thumb in self._thumbs:
            if thumb.media.id == url:
                thumb.update()


_DARK = Qt.GlobalColor.black
