"""Moving pictures: read frame by frame, played where they are seen, still where they are not."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import Coroutine, Iterator
from typing import Any

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.account import AccountId
from desktop.domain.post import Attachment, AttachmentKind
from desktop.domain.profile import Profile
from desktop.domain.richtext import CustomEmoji, RichText, Span, SpanKind
from desktop.views import animations
from desktop.views.animations import Animations, may_move, read_frames
from desktop.views.images import ImageStore, Shape, Wanted
from desktop.views.timeline import Options
from tests.gui.test_timeline_images import bomb, png
from tests.gui.timeline_posts import ACCOUNT, InventedFeed, entry, post
from tests.gui.timeline_window import Shown, open_timeline

RED, BLUE = 0, 1


def gif(*frames: tuple[int, int], side: int = 4) -> bytes:
    """A GIF of plain frames: (colour's number, hundredths of a second)."""

    def plain(colour: int) -> bytes:
        codes = [code for _ in range(side * side) for code in (4, colour)] + [5]
        bits = "".join(format(code, "03b")[::-1] for code in codes)
        bits += "0" * (-len(bits) % 8)
        body = bytes(int(bits[at : at + 8][::-1], 2) for at in range(0, len(bits), 8))
        blocks = b"".join(
            bytes([len(body[at : at + 255])]) + body[at : at + 255]
            for at in range(0, len(body), 255)
        )
        return b"\x02" + blocks + b"\x00"

    table = bytes((255, 0, 0, 0, 0, 255, 0, 255, 0, 255, 255, 255))
    data = b"GIF89a" + struct.pack("<HHBBB", side, side, 0x91, 0, 0) + table
    data += b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"
    for colour, delay in frames:
        data += b"\x21\xf9\x04" + struct.pack("<BHB", 0x04, delay, 0) + b"\x00"
        data += b"\x2c" + struct.pack("<HHHHB", 0, 0, side, side, 0) + plain(colour)
    return data + b"\x3b"


class Server:
    """Has some files; tasks run on its own loop."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.loop = asyncio.new_event_loop()
        self.files = files
        self.asked: list[str] = []
        self.tasks: set[asyncio.Task[None]] = set()

    async def fetch(self, account: AccountId, url: str) -> bytes:
        self.asked.append(url)
        return self.files[url]

    def start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = self.loop.create_task(work)
        self.tasks.add(task)
        return task

    def settle(self) -> None:
        while pending := [task for task in self.tasks if not task.done()]:
            self.loop.run_until_complete(asyncio.wait(pending))

    def close(self) -> None:
        self.settle()
        self.loop.close()


@pytest.fixture
def server() -> Iterator[Server]:
    moving = gif((RED, 30), (BLUE, 10))
    one = Server({
        "https://a.example/a.gif": moving, "https://a.example/still.gif": gif((RED, 10)),
        "https://a.example/e.gif": moving, "https://a.example/g.gif": moving,
        "https://a.example/a.png": png(8, 8), "https://a.example/e.png": png(8, 8),
        "https://a.example/g.png": png(8, 8),
    })  # fmt: skip
    yield one
    one.close()


def wanted(name: str = "a.gif", side: int = 4) -> Wanted:
    return Wanted(f"https://a.example/{name}", side, side)


def test_frames_are_read_with_their_times() -> None:
    frames = read_frames(gif((RED, 30), (BLUE, 1), (RED, 0)), wanted())
    assert [frame.milliseconds for frame in frames] == [300, 100, 100]
    assert frames[0].image.pixelColor(1, 1).red() > 200
    assert frames[1].image.pixelColor(1, 1).blue() > 200


def test_frames_are_cut_to_their_shape() -> None:
    frames = read_frames(
        gif((RED, 9), (BLUE, 9), side=8), wanted()._replace(width=20, height=20, shape=Shape.ROUND)
    )
    assert frames[0].image.width() == 20
    assert frames[0].image.pixelColor(0, 0).alpha() == 0
    assert frames[0].image.pixelColor(10, 10).alpha() == 255


@pytest.mark.parametrize(
    "data", [gif((RED, 10)), png(8, 8), bomb(60_000), b"", b"GIF89a", b"<html>no</html>"]
)
def test_what_does_not_move_is_no_animation(data: bytes) -> None:
    assert read_frames(data, wanted()) == []


def test_a_long_animation_is_thinned_to_its_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(animations, "MOST_BYTES", 8 * 4 * 4 * 4)
    frames = read_frames(gif(*[(n % 2, 5) for n in range(50)]), wanted())
    assert 2 <= len(frames) <= 8
    assert sum(frame.milliseconds for frame in frames) == 50 * 50


def test_addresses_that_may_move() -> None:
    assert may_move("https://a.example/x/original/a.GIF?size=4")
    assert not may_move("https://a.example/a.png")
    assert not may_move("")


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_the_frame_follows_the_clock(qtbot: QtBot, server: Server) -> None:
    clock = Clock()
    store = Animations(server.fetch, server.start, clock=clock)
    assert store.frame(ACCOUNT, wanted()) is None
    with qtbot.waitSignal(store.advanced):
        server.settle()
    first = store.frame(ACCOUNT, wanted())
    clock.now = 0.35
    second = store.frame(ACCOUNT, wanted())
    clock.now = 0.41
    third = store.frame(ACCOUNT, wanted())
    assert first is not None
    assert second is not None
    assert first.cacheKey() != second.cacheKey()
    assert third is not None
    assert third.cacheKey() == first.cacheKey()
    assert server.asked == ["https://a.example/a.gif"]


def test_nothing_ticks_once_nobody_paints(qtbot: QtBot, server: Server) -> None:
    store = Animations(server.fetch, server.start)
    store.frame(ACCOUNT, wanted())
    server.settle()
    assert not store.is_ticking
    store.frame(ACCOUNT, wanted())
    assert store.is_ticking
    qtbot.waitUntil(lambda: not store.is_ticking, timeout=2000)


def test_a_still_file_is_asked_for_once(server: Server) -> None:
    store = Animations(server.fetch, server.start)
    for _ in range(3):
        assert store.frame(ACCOUNT, wanted("still.gif")) is None
        server.settle()
    assert len(server.asked) == 1


def test_frames_stay_within_their_bytes(server: Server) -> None:
    store = Animations(server.fetch, server.start, memory_limit=3 * 2 * 4 * 4 * 4)
    for number in range(12):
        server.files[f"https://a.example/{number}.gif"] = gif((RED, 10), (BLUE, 10))
        store.frame(ACCOUNT, wanted(f"{number}.gif"))
        server.settle()
    assert 0 < store.bytes_held <= 3 * 2 * 4 * 4 * 4


def test_what_is_scrolled_away_is_not_fetched(server: Server) -> None:
    store = Animations(server.fetch, server.start)
    for number in range(9):
        store.frame(ACCOUNT, wanted(f"{number}.gif"))
    store.keep_to(frozenset({"https://a.example/a.gif"}))
    server.settle()
    assert server.asked == []


def moving_posts() -> InventedFeed:
    emoji = CustomEmoji("e", "https://a.example/e.gif", "https://a.example/e.png")
    author = Profile(
        id="1", handle="a@a.example", name="A", avatar_url="https://a.example/a.png",
        moving_avatar_url="https://a.example/a.gif",
    )  # fmt: skip
    attachment = Attachment(
        kind=AttachmentKind.GIF, url="https://a.example/g.gif",
        preview_url="https://a.example/g.png", width=64, height=64,
    )  # fmt: skip
    text = RichText("a :e: b", (Span(2, 5, SpanKind.EMOJI, "e"),))
    moving = msgspec.structs.replace(
        post(1, author, text), emojis=(emoji,), attachments=(attachment,)
    )
    return InventedFeed([entry(moving)])


def played(shown: Shown) -> set[str]:
    """The addresses of the frames that were painted."""
    assert shown.view._images is not None
    store = shown.view._images.animations
    store._painted.clear()
    shown.view.grab()
    return {one.url.rpartition("/")[2] for one in store._painted}


@pytest.fixture
def shown(qtbot: QtBot, server: Server) -> Iterator[Shown]:
    images = ImageStore(server.fetch, server.start)
    shown = open_timeline(qtbot, moving_posts(), images=images)
    with qtbot.waitActive(shown.view):
        shown.view.activateWindow()
    shown.view.grab()
    server.settle()
    yield shown
    shown.view.close_view()


def test_avatar_emoji_and_attachment_move(shown: Shown) -> None:
    assert played(shown) == {"a.gif", "e.gif", "g.gif"}
    assert len(shown.row("1").layout.movers) == 3


def test_less_motion_shows_stills(shown: Shown) -> None:
    shown.view.set_options(Options(can_animate=False))
    assert played(shown) == set()


def test_the_system_may_ask_for_less_motion(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.views.timeline.view.system_allows_motion", lambda: False)
    assert played(shown) == set()


def test_an_unused_window_stands_still(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shown.view, "isActiveWindow", lambda: False)
    assert played(shown) == set()


def test_a_frame_repaints_its_place_alone(
    qtbot: QtBot, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[int] = []
    paint = shown.view.paintEvent

    def listen(event: Any) -> None:
        painted.append(event.region().boundingRect().height())
        paint(event)

    monkeypatch.setattr(shown.view, "paintEvent", listen)
    assert shown.view._images is not None
    qtbot.wait(30)
    painted.clear()
    shown.view._on_frames(frozenset({"https://a.example/a.gif"}))
    qtbot.waitUntil(lambda: bool(painted))
    assert painted[0] <= 40
