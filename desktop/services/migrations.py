"""The numbered SQL of each database, and moving a file that cannot be used out of the way."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from desktop import resources
from desktop.domain.errors import StoreFault

COMPANIONS = ("-wal", "-shm", ".suspect")
"""Files that belong to a database and go where it goes."""


class Migration(Struct, frozen=True):
    """One step; `number` is the form of the file after it."""

    number: int
    name: str
    sql: str


def migrations_of(folder: str) -> tuple[Migration, ...]:
    """The steps of resources/migrations/`folder`, which are named NNN_what.sql from 001 on.

    Raises ValueError where a number is missing or twice there: that is a fault of the program.
    """
    found = []
    for file in sorted(resources.path("migrations", folder).glob("*.sql")):
        number, _, name = file.stem.partition("_")
        found.append(Migration(int(number), name, file.read_text("utf-8")))
    if not found or [step.number for step in found] != list(range(1, len(found) + 1)):
        raise ValueError(f"migrations of {folder} are not numbered 1, 2, 3, …")
    return tuple(found)


def spare_path(path: Path) -> Path:
    """`path`, or the first name like it that is free."""
    candidate, number = path, 1
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return candidate


def move_aside(path: Path, fault: StoreFault) -> Path:
    """Rename a database and what belongs to it; where it is now. Raises OSError."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    target = spare_path(path.with_name(f"{path.stem}.{fault.value}-{stamp}{path.suffix}"))
    path.rename(target)
    for ending in COMPANIONS:
        companion = path.with_name(path.name + ending)
        if companion.exists():
            companion.rename(target.with_name(target.name + ending))
    return target
