"""French as the tree has it now, whether or not `make` has compiled it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import PySide6
import pytest

from desktop import resources


def compile_french(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the compiled translation into `folder`, and let the app find it there."""
    source = resources.path("i18n", "voliere_fr.ts")
    lrelease = next(Path(PySide6.__file__).parent.glob("lrelease*"))
    subprocess.run(
        [lrelease, "-silent", source, "-qm", folder / "voliere_fr.qm"], check=True, timeout=60
    )
    find = resources.path
    monkeypatch.setattr(
        resources, "path", lambda *parts: folder if parts == ("i18n",) else find(*parts)
    )
