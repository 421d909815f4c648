"""A post's media, large: zoom and pan, one after the other, described, saved, copied."""

from __future__ import annotations

from functools import partial
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.post import Attachment, AttachmentKind, Post
from desktop.viewmodels.post_words import plain_name
from desktop.views.icons import icon_pixmap
from desktop.views.images import ImageStore
from desktop.views.theme import SIZE_BODY, SPACE_M, SPACE_S, Tokens
from desktop.views.viewer_canvas import GROUND, ViewerCanvas
from desktop.views.viewer_film import Film, plays_inside

_STEP = 1.4
_INK = "#E7ECF0"
_FAINT = "#9AA6B2"


class MediaViewer(QDialog):
    """Dark in every theme. Keys: arrows, + - 0, K plays and pauses, Ctrl+S, Ctrl+C, O opens
    outside, Escape."""

    link_activated = Signal(str)
    """Open this address outside: a film, a sound, or the picture's own page."""

    def __init__(
        self,
        post: Post,
        index: int,
        images: ImageStore,
        tokens: Tokens,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._post = post
        self._images = images
        self._tokens = tokens
        self._index = -1
        self._is_closed = False
        self.setObjectName("media_viewer")
        self.setWindowTitle(self.tr("Media by {name}").format(name=plain_name(post.author)))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setStyleSheet(
            f"QDialog, QScrollArea, QScrollArea > QWidget > QWidget {{ background: {GROUND}; }}"
            f"QLabel {{ color: {_INK}; background: transparent; }}"
            f"QToolButton {{ color: {_INK}; border: 0; border-radius: 6px; padding: 6px;"
            " background: transparent; }"
            "QToolButton:hover, QToolButton:focus { background: #26303A; }"
        )
        self.canvas = ViewerCanvas(self)
        self._place = QStackedLayout()
        self._place.addWidget(self.canvas)
        self.film = Film(images, self.canvas, self._place)
        self.film.loading.connect(self._on_film_loading)
        self.film.started.connect(self._on_film_started)
        self.film.failed.connect(self._on_film_failed)
        self._counter = QLabel(self)
        self._alt = QLabel(self)
        self._said = QLabel(self)
        self._lay_out()
        self._make_shortcuts()
        self.resize(QSize(960, 720) if parent is None else parent.window().size() * 0.92)
        self.show_media(index)

    @property
    def index(self) -> int:
        """Which attachment is shown."""
        return self._index

    def show_media(self, index: int) -> None:
        """Show one; numbers outside wrap around."""
        media = self._post.attachments
        if not media:
            self.canvas.show_message(self.tr("There is nothing to show"))
            return
        self.film.stop()
        self._index = index % len(media)
        item = media[self._index]
        self._counter.setText(f"{self._index + 1} / {len(media)}")
        self._alt.setText(item.alt or self.tr("No description"))
        self._alt.setStyleSheet("" if item.alt else f"color: {_FAINT}; font-style: italic;")
        self.canvas.setAccessibleName(item.alt or self.tr("Picture without description"))
        self._said.clear()
        for button in (self._previous, self._next):
            button.setVisible(len(media) > 1)
        is_moving = item.kind in (AttachmentKind.VIDEO, AttachmentKind.AUDIO, AttachmentKind.GIF)
        self._play.setVisible(is_moving)
        name = self.tr("Play or pause") if plays_inside(item) else self._outside_name()
        self._play.setAccessibleName(name)
        self._play.setToolTip(name)
        address = _still(item)
        if not address:
            self.canvas.show_message(self.tr("This can only be opened outside Volière"))
            return
        self.canvas.show_message(self.tr("Loading…"))
        self._images.bring(self._post.account, address, partial(self.received, self._index))

    def received(self, index: int, pixmap: QPixmap | None) -> None:
        """A picture has come, or None: it cannot be had."""
        if self._is_closed or index != self._index or self.film.is_playing:
            return
        if pixmap is None:
            self.canvas.show_message(self.tr("This picture could not be loaded"))
        else:
            self.canvas.show_picture(pixmap)

    def copy(self) -> None:
        if not self.canvas.picture().isNull():
            QGuiApplication.clipboard().setPixmap(self.canvas.picture())
            self._said.setText(self.tr("Copied"))

    def save(self) -> None:
        """Ask where, then write the file as the server has it."""
        item = self._shown()
        address = item.url or item.preview_url if item is not None else ""
        if not address:
            return
        name = PurePosixPath(urlsplit(address).path).name or "media"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save"), name)
        if path:
            self.save_to(path)

    def save_to(self, path: str) -> None:
        item = self._shown()
        if item is not None:
            self._said.setText(self.tr("Saving…"))
            address = item.url or item.preview_url
            self._images.save(self._post.account, address, path, self._on_saved)

    def play(self) -> None:
        """Here where that is possible, else in the system's player."""
        item = self._shown()
        if item is None:
            return
        if plays_inside(item):
            self.film.play(self._post.account, item)
        else:
            self.open_outside()

    def _on_film_loading(self) -> None:
        self._said.setText(self.tr("Loading…"))

    def _on_film_started(self) -> None:
        self._said.clear()

    def _on_film_failed(self) -> None:
        if not self._is_closed:
            self._said.setText(self.tr("It cannot be played here. Press O to open it outside."))

    def _outside_name(self) -> str:
        return self.tr("Play in the system’s player")

    def open_outside(self) -> None:
        item = self._shown()
        if item is not None:
            self.link_activated.emit(item.remote_url or item.url)

    def done(self, result: int) -> None:
        self._is_closed = True
        self.film.stop()
        super().done(result)

    def _on_saved(self, is_saved: bool) -> None:
        if not self._is_closed:
            said = self.tr("Saved") if is_saved else self.tr("It could not be saved")
            self._said.setText(said)

    def _shown(self) -> Attachment | None:
        media = self._post.attachments
        return media[self._index] if 0 <= self._index < len(media) else None

    def _lay_out(self) -> None:
        font = self._tokens.font(SIZE_BODY)
        for label in (self._counter, self._alt, self._said):
            label.setFont(font)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._counter.setObjectName("viewer_counter")
        self._alt.setObjectName("viewer_alt")
        self._said.setObjectName("viewer_said")
        self._alt.setWordWrap(True)
        self._alt.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        described = QScrollArea(self)
        described.setObjectName("viewer_description")
        described.setWidget(self._alt)
        described.setWidgetResizable(True)
        described.setFrameShape(QScrollArea.Shape.NoFrame)
        described.setMaximumHeight(self._tokens.size(76))
        described.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._previous = self._button("chevron-left", self.tr("Previous"), "viewer_previous")
        self._next = self._button("chevron-right", self.tr("Next"), "viewer_next")
        self._play = self._button("play", self._outside_name(), "viewer_play")
        zoom_in = self._button("plus", self.tr("Zoom in"), "viewer_zoom_in")
        fit = self._button("", self.tr("Fit"), "viewer_fit")
        copy = self._button("copy", self.tr("Copy the picture"), "viewer_copy")
        save = self._button("", self.tr("Save…"), "viewer_save")
        outside = self._button("external", self.tr("Open in the browser"), "viewer_outside")
        close = self._button("close", self.tr("Close"), "viewer_close")
        self._previous.clicked.connect(lambda: self.show_media(self._index - 1))
        self._next.clicked.connect(lambda: self.show_media(self._index + 1))
        self._play.clicked.connect(self.play)
        zoom_in.clicked.connect(lambda: self.canvas.zoom_by(_STEP))
        fit.clicked.connect(self.canvas.fit)
        copy.clicked.connect(self.copy)
        save.clicked.connect(self.save)
        outside.clicked.connect(self.open_outside)
        close.clicked.connect(self.close)
        bar = QHBoxLayout()
        bar.setSpacing(SPACE_S)
        for widget in (self._previous, self._counter, self._next, self._said):
            bar.addWidget(widget)
        bar.addStretch(1)
        for widget in (self._play, zoom_in, fit, copy, save, outside, close):
            bar.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        layout.setSpacing(SPACE_S)
        layout.addLayout(bar)
        layout.addLayout(self._place, 1)
        layout.addWidget(described)

    def _button(self, icon: str, name: str, object_name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(object_name)
        button.setAccessibleName(name)
        button.setToolTip(name)
        if icon:
            ratio = self.devicePixelRatioF()
            button.setIcon(QIcon(icon_pixmap(icon, QColor(_INK), 20, ratio)))
            button.setIconSize(QSize(20, 20))
        else:
            button.setText(name)
            button.setFont(self._tokens.font(SIZE_BODY))
        return button

    def _make_shortcuts(self) -> None:
        keys = QKeySequence.StandardKey
        bound = (
            (QKeySequence(Qt.Key.Key_Left), lambda: self.show_media(self._index - 1)),
            (QKeySequence(Qt.Key.Key_Right), lambda: self.show_media(self._index + 1)),
            (QKeySequence("+"), lambda: self.canvas.zoom_by(_STEP)),
            (QKeySequence("="), lambda: self.canvas.zoom_by(_STEP)),
            (QKeySequence("-"), lambda: self.canvas.zoom_by(1 / _STEP)),
            (QKeySequence("0"), self.canvas.fit),
            (QKeySequence("O"), self.open_outside),
            (QKeySequence("K"), self.play),
            (QKeySequence(keys.Save), self.save),
            (QKeySequence(keys.Copy), self.copy),
        )
        for sequence, run in bound:
            shortcut = QShortcut(sequence, self)
            shortcut.activated.connect(run)


def _still(item: Attachment) -> str:
    """The address of what can be shown as a picture."""
    if item.kind is AttachmentKind.IMAGE:
        return item.url or item.preview_url
    return item.preview_url
