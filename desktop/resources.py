"""Where fonts, icons, migrations and translations lie: the only module that knows both places."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def folder() -> Path:
    """The resources of an installed wheel, else those of the source tree."""
    installed = _HERE / "_resources"
    return installed if installed.is_dir() else _HERE.parent / "resources"


def path(*parts: str) -> Path:
    return folder().joinpath(*parts)
