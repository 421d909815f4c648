"""How a run was asked for."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct


class Options(Struct, frozen=True, kw_only=True):
    """`profile` None: where this system keeps such things."""

    demo: bool = False
    profile: Path | None = None
    screenshot: Path | None = None
    size: tuple[int, int] = (1600, 1000)
    """The window's width and height in a screenshot, whatever the screen."""
    debug: bool = False
