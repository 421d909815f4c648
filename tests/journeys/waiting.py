"""Waiting for what the app does by itself."""

from __future__ import annotations

import asyncio
import inspect
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

POLL = 0.005
PATIENCE = 10.0
"""Seconds until something that was to come to pass counts as missing."""


async def until(
    condition: Callable[[], T], what: Callable[[], object] | str = "", seconds: float = PATIENCE
) -> T:
    """What the condition says once it holds. `what` is told if it never does."""
    deadline = time.monotonic() + seconds
    while not (value := condition()):
        if time.monotonic() > deadline:
            told = what() if callable(what) else what
            raise AssertionError(f"it did not come to pass: {told or _source(condition)}")
        await asyncio.sleep(POLL)
    return value


def _source(condition: Callable[[], object]) -> str:
    try:
        return inspect.getsource(condition).strip()
    except OSError:
        return repr(condition)
