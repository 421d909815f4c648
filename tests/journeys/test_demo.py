"""The embedded demo, started as a person does."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import apsw

ARGUMENTS = ("-m", "desktop", "--demo", "--profile")


async def _start(profile: Path, picture: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, *ARGUMENTS, str(profile), "--screenshot", str(picture)
    )
    assert await asyncio.wait_for(process.wait(), 60) == 0


def _posts(profile: Path) -> int:
    connection = apsw.Connection(str(profile / "data" / "posts.sqlite"), apsw.SQLITE_OPEN_READONLY)
    count = connection.execute("SELECT count(*) FROM posts").get
    connection.close()
    assert isinstance(count, int)
    return count


async def test_a_second_start_has_each_post_once(tmp_path: Path) -> None:
    """The world begins anew at each start: what the former one stored must not stay beside it."""
    profile = tmp_path / "profile"
    await _start(profile, tmp_path / "first.png")
    first = _posts(profile)
    assert first > 100
    await _start(profile, tmp_path / "second.png")
    assert (tmp_path / "second.png").stat().st_size > 10_000
    assert _posts(profile) < 1.2 * first
