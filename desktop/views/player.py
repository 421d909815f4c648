"""Films inside the viewer, where Qt's multimedia is installed (`voliere[video]`).

The one module that knows QtMultimedia; without it films open in the system's player.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWidgets import QWidget


def has_player() -> bool:
    """Whether films can be played inside the window."""
    return all(
        find_spec(f"PySide6.{name}") is not None for name in ("QtMultimedia", "QtMultimediaWidgets")
    )


class Player(QObject):
    """Plays one file at a time into `screen`; `is_looping` for GIFs, which have no sound.

    It is never given an address of the network: everything that is fetched goes through the
    user's proxy. Raises ImportError where `has_player` is false.
    """

    failed = Signal()
    """It cannot be played here."""
    ended = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        multimedia: Any = import_module("PySide6.QtMultimedia")
        widgets: Any = import_module("PySide6.QtMultimediaWidgets")
        self._media = multimedia.QMediaPlayer
        self.screen: QWidget = widgets.QVideoWidget(parent)
        self.screen.setObjectName("viewer_screen")
        self.screen.setAccessibleName(self.tr("Film"))
        self._player: Any = multimedia.QMediaPlayer(self)
        self._sound: Any = multimedia.QAudioOutput(self)
        self._player.setAudioOutput(self._sound)
        self._player.setVideoOutput(self.screen)
        self._player.errorOccurred.connect(lambda *_: self.failed.emit())
        self._player.mediaStatusChanged.connect(self._on_status)

    def play(self, path: str, *, is_looping: bool) -> None:
        forever = self._media.Loops.Infinite
        self._player.setLoops(forever if is_looping else self._media.Loops.Once)
        self._sound.setMuted(is_looping)
        self._player.setSource(QUrl.fromLocalFile(path))
        self._player.play()

    def toggle(self) -> None:
        """Pause, or go on."""
        if self._player.playbackState() == self._media.PlaybackState.PlayingState:
            self._player.pause()
        else:
            self._player.play()

    def stop(self) -> None:
        self._player.stop()
        self._player.setSource(QUrl())

    def _on_status(self, status: object) -> None:
        if status == self._media.MediaStatus.EndOfMedia:
            self.ended.emit()
