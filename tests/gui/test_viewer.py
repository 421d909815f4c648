"""The viewer on a real widget."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import pytest
from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPixmap
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.account import AccountId
from desktop.domain.post import Attachment, AttachmentKind
from desktop.views import viewer_film
from desktop.views.images import ImageStore
from desktop.views.theme import tokens
from desktop.views.viewer import MediaViewer
from tests.gui.test_timeline_animations import gif
from tests.gui.timeline_posts import post

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


class Pictures(ImageStore):
    """Hands out what it is asked for when told to."""

    def __init__(self) -> None:
        super().__init__(None, None)  # type: ignore[arg-type]
        self.asked: list[tuple[str, Callable[[QPixmap | None], None]]] = []
        self.saved: list[tuple[str, str]] = []

    def bring(
        self, account: AccountId, url: str, receive: Callable[[QPixmap | None], None]
    ) -> None:
        self.asked.append((url, receive))

    def save(self, account: AccountId, url: str, path: str, then: Callable[[bool], None]) -> None:
        self.saved.append((url, path))
        then(True)

    def answer(self, width: int = 2000, height: int = 1000) -> None:
        pixmap = QPixmap(width, height)
        pixmap.fill(QColor("#336699"))
        self.asked[-1][1](pixmap)


MEDIA = (
    Attachment(kind=AttachmentKind.IMAGE, url="https://x.example/1.png", alt="A heron"),
    Attachment(kind=AttachmentKind.IMAGE, url="https://x.example/2.png"),
    Attachment(
        kind=AttachmentKind.VIDEO, url="https://x.example/3.mp4",
        preview_url="https://x.example/3.png",
    ),
    Attachment(kind=AttachmentKind.AUDIO, url="https://x.example/4.ogg"),
)  # fmt: skip


@pytest.fixture
def pictures(qtbot: QtBot) -> Pictures:
    return Pictures()


@pytest.fixture
def viewer(qtbot: QtBot, pictures: Pictures) -> Any:
    viewer = MediaViewer(post(1, attachments=MEDIA), 0, pictures, tokens("light"))
    viewer.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(viewer)
    viewer.show()
    qtbot.waitExposed(viewer)
    return viewer


def text(viewer: MediaViewer, name: str) -> str:
    label = viewer.findChild(QLabel, name)
    assert label is not None
    return label.text()


def test_fits_then_zooms_about_the_pointer(viewer: MediaViewer, pictures: Pictures) -> None:
    pictures.answer()
    canvas = viewer.canvas
    assert canvas.is_fitted
    assert canvas.zoom < 1
    point = QPointF(canvas.width() * 0.7, canvas.height() / 2)
    under = canvas._to_picture(point)
    canvas.zoom_by(3, point)
    assert canvas._to_picture(point).x() == pytest.approx(under.x())
    canvas.pan(QPointF(-50, 0))
    moved = canvas.centre.x()
    canvas.pan(QPointF(100_000, 0))
    assert canvas.centre.x() < moved
    assert canvas.centre.x() >= 0
    canvas.fit()
    assert canvas.is_fitted


def test_small_pictures_are_not_blown_up(viewer: MediaViewer, pictures: Pictures) -> None:
    pictures.answer(20, 20)
    assert viewer.canvas.zoom == 1.0


def test_arrows_go_through_all_and_around(
    qtbot: QtBot, viewer: MediaViewer, pictures: Pictures
) -> None:
    assert text(viewer, "viewer_alt") == "A heron"
    assert text(viewer, "viewer_counter") == "1 / 4"
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    assert viewer.index == 1
    assert text(viewer, "viewer_alt") == "No description"
    qtbot.keyClick(viewer, Qt.Key.Key_Left)
    qtbot.keyClick(viewer, Qt.Key.Key_Left)
    assert viewer.index == 3


def test_a_late_answer_does_not_replace_what_is_shown(
    viewer: MediaViewer, pictures: Pictures
) -> None:
    late = pictures.asked[0][1]
    viewer.show_media(1)
    pictures.answer(300, 200)
    late(QPixmap(10, 10))
    assert viewer.canvas.picture().width() == 300


def test_films_show_their_still_and_open_outside(
    qtbot: QtBot, viewer: MediaViewer, pictures: Pictures
) -> None:
    viewer.show_media(2)
    assert pictures.asked[-1][0] == "https://x.example/3.png"
    play = viewer.findChild(QAbstractButton, "viewer_play")
    assert play is not None
    assert play.isVisible()
    with qtbot.waitSignal(viewer.link_activated) as told:
        qtbot.mouseClick(play, Qt.MouseButton.LeftButton)
    assert told.args == ["https://x.example/3.mp4"]


def test_copy_and_save(viewer: MediaViewer, pictures: Pictures, tmp_path: Any) -> None:
    pictures.answer(30, 20)
    viewer.copy()
    assert QGuiApplication.clipboard().pixmap().width() == 30
    viewer.save_to(str(tmp_path / "x.png"))
    assert pictures.saved == [("https://x.example/1.png", str(tmp_path / "x.png"))]
    assert text(viewer, "viewer_said") == "Saved"


def test_a_picture_that_cannot_be_had_says_so(viewer: MediaViewer, pictures: Pictures) -> None:
    pictures.asked[-1][1](None)
    assert viewer.canvas.picture().isNull()
    assert not viewer.grab().isNull()


def test_after_closing_an_answer_is_forgotten(
    qtbot: QtBot, viewer: MediaViewer, pictures: Pictures
) -> None:
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert not viewer.isVisible()
    pictures.answer()
    assert viewer.canvas.picture().isNull()


def test_controls_have_names(viewer: MediaViewer) -> None:
    for button in viewer.findChildren(QAbstractButton):
        assert button.objectName()
        assert button.accessibleName()


class Files(Pictures):
    """Writes what it is asked to save."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.data = data
        self.then: Callable[[bool], None] | None = None
        self.is_slow = False

    def save(self, account: AccountId, url: str, path: str, then: Callable[[bool], None]) -> None:
        self.saved.append((url, path))
        if self.data:
            Path(path).write_bytes(self.data)
        if self.is_slow:
            self.then = then
        else:
            then(bool(self.data))


GIF = Attachment(
    kind=AttachmentKind.GIF, url="https://x.example/5.gif", preview_url="https://x.example/5.png"
)


def opened(qtbot: QtBot, files: Files, *items: Attachment) -> MediaViewer:
    viewer = MediaViewer(post(1, attachments=items), 0, files, tokens("dark"))
    qtbot.addWidget(viewer)
    with qtbot.waitActive(viewer):
        viewer.show()
        viewer.activateWindow()
    files.answer(8, 8)
    return viewer


def test_a_gif_plays_and_pauses_in_the_viewer(qtbot: QtBot) -> None:
    files = Files(gif((0, 4), (1, 4), side=8))
    viewer = opened(qtbot, files, GIF)
    assert not viewer.film.is_playing
    assert files.saved == []
    qtbot.keyClick(viewer, Qt.Key.Key_K)
    assert viewer.film.is_playing
    seen = set()

    def both_colours() -> bool:
        seen.add(viewer.canvas.picture().toImage().pixelColor(2, 2).name())
        return len(seen) > 1

    qtbot.waitUntil(both_colours)
    qtbot.keyClick(viewer, Qt.Key.Key_K)
    still = viewer.canvas.picture().cacheKey()
    qtbot.wait(120)
    assert viewer.canvas.picture().cacheKey() == still


def test_a_gif_that_is_none_says_so(qtbot: QtBot) -> None:
    for data in (b"", b"<html>"):
        viewer = opened(qtbot, Files(data), GIF)
        viewer.play()
        said = viewer.findChild(QLabel, "viewer_said")
        assert said is not None
        assert "cannot be played" in said.text()
        assert not viewer.film.is_playing


def test_what_comes_after_moving_on_is_not_played(qtbot: QtBot) -> None:
    files = Files(gif((0, 4), (1, 4)))
    files.is_slow = True
    viewer = opened(qtbot, files, GIF, MEDIA[0])
    viewer.play()
    viewer.show_media(1)
    assert files.then is not None
    files.then(True)
    assert not viewer.film.is_playing


class FakePlayer(QObject):
    """Stands for the player that QtMultimedia brings."""

    failed = Signal()
    ended = Signal()
    made: ClassVar[list[FakePlayer]] = []

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.screen = QWidget(parent)
        self.calls: list[str] = []
        FakePlayer.made.append(self)

    def play(self, path: str, *, is_looping: bool) -> None:
        self.calls.append(f"play {Path(path).suffix} {is_looping}")

    def toggle(self) -> None:
        self.calls.append("toggle")

    def stop(self) -> None:
        self.calls.append("stop")


def test_a_film_plays_inside_where_a_player_is_installed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(viewer_film, "has_player", lambda: True)
    monkeypatch.setattr(viewer_film, "Player", FakePlayer)
    FakePlayer.made.clear()
    files = Files(b"a film")
    viewer = opened(qtbot, files, MEDIA[2], MEDIA[0])
    outside: list[str] = []
    viewer.link_activated.connect(outside.append)
    viewer.play()
    player = FakePlayer.made[0]
    assert files.saved[0][0] == "https://x.example/3.mp4"
    assert player.screen.isVisible()
    viewer.play()
    assert player.calls == ["play .mp4 False", "toggle"]
    player.failed.emit()
    assert not viewer.film.is_playing
    assert viewer.canvas.isVisible()
    assert outside == []
    viewer.play()
    viewer.show_media(1)
    assert player.calls[-1] == "stop"


def test_without_a_player_films_go_to_the_system_s(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(viewer_film, "has_player", lambda: False)
    viewer = opened(qtbot, Files(b"a film"), MEDIA[2])
    with qtbot.waitSignal(viewer.link_activated) as told:
        viewer.play()
    assert told.args == ["https://x.example/3.mp4"]
