"""What moves in the viewer: GIFs on its canvas, films and sounds where a player is installed."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QTemporaryDir, Signal
from PySide6.QtGui import QMovie
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.domain.account import AccountId
from desktop.domain.post import Attachment, AttachmentKind
from desktop.views.animations import may_move
from desktop.views.images import ImageStore
from desktop.views.player import Player, has_player
from desktop.views.viewer_canvas import ViewerCanvas

_LONGEST_SUFFIX = 8


def plays_inside(item: Attachment) -> bool:
    """Whether it can be played without the system's player."""
    if item.kind not in (AttachmentKind.VIDEO, AttachmentKind.GIF, AttachmentKind.AUDIO):
        return False
    return may_move(item.url) or (bool(item.url) and has_player())


class Film(QObject):
    """Fetches into a file of its own, plays it in place of the still picture, and lets go of
    it when told to stop. Nothing is fetched before `play`."""

    loading = Signal()
    started = Signal()
    failed = Signal()

    def __init__(self, images: ImageStore, canvas: ViewerCanvas, place: QStackedLayout) -> None:
        super().__init__(canvas)
        self._images = images
        self._canvas = canvas
        self._place = place
        self._folder = QTemporaryDir()
        self._number = 0
        self._movie: QMovie | None = None
        self._player: Player | None = None
        self._is_playing = False

    @property
    def is_playing(self) -> bool:
        """Also while it is paused."""
        return self._is_playing

    def play(self, account: AccountId, item: Attachment) -> None:
        """Play this one, or pause and go on with what plays already."""
        if self._is_playing:
            self._toggle()
            return
        self._number += 1
        number = self._number
        suffix = PurePosixPath(urlsplit(item.url).path).suffix[:_LONGEST_SUFFIX]
        path = self._folder.filePath(f"{number}{suffix}")
        self.loading.emit()
        self._images.save(
            account, item.url, path, lambda is_saved: self._fetched(number, item, path, is_saved)
        )

    def stop(self) -> None:
        """Whatever is still fetched is not played any more."""
        self._number += 1
        self._is_playing = False
        if self._movie is not None:
            self._movie.stop()
            self._movie.deleteLater()
            self._movie = None
        if self._player is not None:
            self._player.stop()
        self._place.setCurrentWidget(self._canvas)

    def _fetched(self, number: int, item: Attachment, path: str, is_saved: bool) -> None:
        if number != self._number:
            return
        if not is_saved:
            self.failed.emit()
        elif may_move(item.url):
            self._show_movie(path)
        else:
            self._show_film(path, is_looping=item.kind is AttachmentKind.GIF)

    def _show_movie(self, path: str) -> None:
        movie = QMovie(path)
        movie.setParent(self)
        if not movie.isValid():
            movie.deleteLater()
            self.failed.emit()
            return
        self._movie, self._is_playing = movie, True
        movie.frameChanged.connect(lambda _: self._canvas.next_picture(movie.currentPixmap()))
        movie.start()
        self.started.emit()

    def _show_film(self, path: str, *, is_looping: bool) -> None:
        screen_parent: QWidget | None = self._canvas.parentWidget()
        if self._player is None and screen_parent is not None:
            try:
                self._player = Player(screen_parent)
            except ImportError:
                self.failed.emit()
                return
            self._player.failed.connect(self._on_failed)
            self._place.addWidget(self._player.screen)
        if self._player is None:
            return
        self._is_playing = True
        self._place.setCurrentWidget(self._player.screen)
        self._player.play(path, is_looping=is_looping)
        self.started.emit()

    def _on_failed(self) -> None:
        self.stop()
        self.failed.emit()

    def _toggle(self) -> None:
        if self._movie is not None:
            self._movie.setPaused(self._movie.state() is QMovie.MovieState.Running)
        elif self._player is not None:
            self._player.toggle()
