"""The baseline: the least that a PySide6 process with a window does. Says when it has painted,
then waits for a line."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QWidget

application = QApplication([])
window = QWidget()
window.resize(2400, 1080)
window.show()
application.processEvents()
window.grab()
print("painted", flush=True)
sys.stdin.readline()
