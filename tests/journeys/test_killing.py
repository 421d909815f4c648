"""kill -9 while a post is on its way, at every step: afterwards the server has it exactly once."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.servers.mastodon import Fault, MastodonServer
from tests.servers.mastodon.server import png

TEXT = "Written just before the lights went out"


Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[Start]:
    """Starts the program; none of them outlives the test."""
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "tests.journeys.driver", str(tmp_path), *arguments]
        started.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
        return started[-1]

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


def finished(process: subprocess.Popen[str]) -> str:
    said, _ = process.communicate(timeout=40)
    assert process.returncode == 0
    return said


def killed_when(process: subprocess.Popen[str], is_time: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not is_time():
        assert process.poll() is None, "it ended by itself"
        assert time.monotonic() < deadline, "it never came so far"
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=10)


def posts(server: MastodonServer) -> list[str]:
    return server.do(lambda world: [p.id for p in world.posts.values() if p.text == TEXT])


def asked(server: MastodonServer, what: str) -> Callable[[], bool]:
    return lambda: any(
        server.faults.seen[each] for each in list(server.faults.seen) if what in each
    )


STEPS: dict[str, Fault | None] = {
    "before the server takes it": Fault("POST", "/api/v1/statuses", delay=600),
    "after it took it": Fault("POST", "/api/v1/statuses", after=True, linger=600),
    "while the picture is sent": Fault("POST", "/api/v2/media", delay=600),
    "after the picture arrived": Fault("POST", "/api/v2/media", after=True, linger=600),
    "while the picture is prepared": None,
}


@pytest.mark.parametrize("step", STEPS)
def test_a_killed_app_posts_exactly_once(
    step: str, server: MastodonServer, tmp_path: Path, driver: Start
) -> None:
    finished(driver("sign-in", server.url))
    picture: tuple[str, ...] = ()
    if "picture" in step:
        (tmp_path / "picture.png").write_bytes(png(16, 16, (10, 90, 90)))
        picture = (str(tmp_path / "picture.png"),)
    fault = STEPS[step]
    if fault is not None:
        # A fault counts down: each run gets its own.
        server.faults.plan(Fault(**vars(fault) | {"times": 1}))
        mark = f"{fault.method} {fault.path}"
    else:
        server.world.media_looks = 10_000
        mark = "GET /api/v1/media/"

    def is_time() -> bool:
        if not asked(server, mark)():
            return False
        if fault is not None and fault.after:
            return bool(posts(server)) if "statuses" in mark else bool(server.world.media)
        return True

    killed_when(driver("write", TEXT, *picture), is_time)
    before = posts(server)
    assert len(before) == (step == "after it took it")

    server.faults.clear()
    server.world.media_looks = 0
    for medium in server.world.media.values():
        medium.looks_left = 0
    said = finished(driver("finish"))
    assert "in the editor: \n" in said
    after = posts(server)
    assert len(after) == 1
    assert set(before) <= set(after)
    assert len(server.world.posts[after[0]].media) == len(picture)


def test_killed_right_after_sending_nothing_is_lost(server: MastodonServer, driver: Start) -> None:
    """The moment between the editor and the outbox: it is a draft again, or it is sent."""
    finished(driver("sign-in", server.url))
    server.faults.plan(Fault("POST", "/api/v1/statuses", delay=600))
    process = driver("write", TEXT)
    assert process.stdout is not None
    assert process.stdout.readline() == "submitted\n"
    process.kill()
    process.communicate(timeout=10)
    server.faults.clear()
    said = finished(driver("finish"))
    is_draft = f"in the editor: {TEXT}" in said
    assert len(posts(server)) == (not is_draft)
