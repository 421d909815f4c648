"""The one source of chance: the same name always brings the same luck."""

from __future__ import annotations

from random import Random


def chance(name: str) -> Random:
    return Random(name)  # noqa: S311 - pictures are to repeat, nothing is to be kept secret
