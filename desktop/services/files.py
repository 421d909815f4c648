"""Small files that are either old or new, never half; and what is broken is kept aside."""

from __future__ import annotations

import contextlib
import os
import tempfile
import time
from pathlib import Path


def write_atomically(
    path: Path, content: bytes, *, copies: int = 0, copy_every: float = 0.0
) -> None:
    """Replace `path` by `content` in one step, durable when it returns; mode 0600.

    With `copies` the former content goes to path.1, that one to path.2, … up to path.<copies>;
    but not more often than every `copy_every` seconds, so that a burst of small changes does
    not push out what was there yesterday. Raises OSError; the old file is then as it was.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".new")
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if copies and path.exists():
            _push_down(path, copies, copy_every)
        fresh.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            fresh.unlink()
        raise
    _sync_folder(path.parent)


def older_copies(path: Path) -> tuple[Path, ...]:
    """path.1, path.2, … as far as they exist, newest first."""
    found: list[Path] = []
    while (copy := path.with_name(f"{path.name}.{len(found) + 1}")).exists():
        found.append(copy)
    return tuple(found)


def move_aside(path: Path) -> Path:
    """Rename a broken file to a name that is free, and return it: name.broken-1, …"""
    number = 1
    while (aside := path.with_name(f"{path.name}.broken-{number}")).exists():
        number += 1
    path.replace(aside)
    return aside


def _push_down(path: Path, copies: int, copy_every: float) -> None:
    newest = path.with_name(f"{path.name}.1")
    if newest.exists() and 0 <= time.time() - newest.stat().st_mtime < copy_every:
        return
    for number in range(copies - 1, 0, -1):
        older = path.with_name(f"{path.name}.{number}")
        if older.exists():
            older.replace(path.with_name(f"{path.name}.{number + 1}"))
    # Written afresh, so that its time is that of the copy; the file itself stays in its place.
    newest.write_bytes(path.read_bytes())
    newest.chmod(0o600)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable, where the system can."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
