"""Reads the vectors of tests/data/conformance."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parents[2] / "data" / "conformance"


def vectors(name: str, *groups: str) -> list[Any]:
    """All cases of a file, or of some of its groups."""
    data = json.loads((_FOLDER / name).read_text(encoding="utf-8"))
    if not groups:
        assert isinstance(data, list)
        assert data
        return data
    cases = [case for group in groups for case in data[group]]
    assert cases
    return cases
