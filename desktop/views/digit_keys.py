"""The row of digits on keyboards where it gives other signs, as on French ones."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_FIRST = {"linux": 10, "win32": 2}
"""The scan code of the key that says 1 on an American keyboard; the next eight follow it."""


def digit_place(event: QKeyEvent, platform: str = sys.platform) -> int:
    """1 to 9 for a key in the place of that digit which gives another sign; else 0: real digits
    are shortcuts already."""
    first = _FIRST.get(platform)
    if first is None or Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9:
        return 0
    place = event.nativeScanCode() - first + 1
    return place if 1 <= place <= 9 else 0
