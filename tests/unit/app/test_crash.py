"""What nobody caught is logged and told once, wherever it happened."""

from __future__ import annotations

import asyncio
import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning

from desktop.app.crash import CrashGuard, QtWarning


@pytest.fixture
def told() -> list[BaseException]:
    return []


@pytest.fixture
def guard(tmp_path: Path, told: list[BaseException]) -> Iterator[CrashGuard]:
    guard = CrashGuard(tmp_path, told.append)
    yield guard
    guard.close()


def test_an_uncaught_exception_is_logged_and_told(
    guard: CrashGuard, told: list[BaseException], caplog: pytest.LogCaptureFixture
) -> None:
    error = ValueError("a bug")
    sys.excepthook(ValueError, error, None)
    assert told == [error]
    assert "a bug" in caplog.text


def test_ctrl_c_is_no_crash(guard: CrashGuard, told: list[BaseException]) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert told == []


async def test_an_error_in_a_thread_is_told_on_the_loop_s_thread(tmp_path: Path) -> None:
    where: list[threading.Thread] = []
    heard = asyncio.Event()

    def tell(_error: BaseException) -> None:
        where.append(threading.current_thread())
        heard.set()

    guard = CrashGuard(tmp_path, tell)
    guard.watch(asyncio.get_running_loop())
    try:
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
        async with asyncio.timeout(5):
            await heard.wait()
        thread.join()
    finally:
        asyncio.get_running_loop().set_exception_handler(None)
        guard.close()
    assert where == [threading.current_thread()]


async def test_a_forgotten_task_s_error_is_told(tmp_path: Path) -> None:
    told: list[BaseException] = []
    guard = CrashGuard(tmp_path, told.append)
    loop = asyncio.get_running_loop()
    guard.watch(loop)
    try:
        error = RuntimeError("lost")
        loop.call_exception_handler({"message": "never retrieved", "exception": error})
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    finally:
        loop.set_exception_handler(None)
        guard.close()
    assert told == [error]


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("QObject::connect: no such signal", True),
        ("This plugin does not support propagateSizeHints()", False),
    ],
)
def test_qt_s_warnings_are_logged_and_told_but_not_its_noise(
    guard: CrashGuard,
    told: list[BaseException],
    caplog: pytest.LogCaptureFixture,
    words: str,
    is_told: bool,
) -> None:
    with caplog.at_level(logging.WARNING):
        qWarning(words)
    assert words in caplog.text
    assert [str(error) for error in told if isinstance(error, QtWarning)] == [words] * is_told


def test_the_hooks_of_before_come_back(tmp_path: Path) -> None:
    before = sys.excepthook, threading.excepthook
    CrashGuard(tmp_path, lambda _: None).close()
    assert (sys.excepthook, threading.excepthook) == before
