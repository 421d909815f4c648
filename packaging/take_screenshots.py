"""Draws packaging/screenshots anew from the demo: each theme, in English and in French.

Run by `make screenshots`. Every picture comes from a run of its own (`--demo --screenshot`)
with a profile of its own, whose world stands still; so two runs differ only in the clock's
times.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import tomli_w
from PySide6.QtGui import QImage

FOLDER = Path(__file__).parent / "screenshots"
LARGEST = 600_000
"""Bytes; stores of applications load these pictures over slow lines, too."""
SECONDS = 120


class Picture(NamedTuple):
    """One file. `scale`: the screen's pixels for each of the window's `size`."""

    name: str
    theme: str
    language: str
    scale: float = 1.0
    size: str = "1600x1000"
    density: str = "normal"
    text_scale: int = 100


PICTURES = (
    Picture("light", "light", "en"),
    Picture("dark", "dark", "en"),
    Picture("light-fr", "light", "fr"),
    Picture("dark-fr", "dark", "fr"),
    Picture("high-contrast", "high_contrast", "en"),
    Picture("compact", "light", "en", density="compact"),
    Picture("large-text", "light", "fr", text_scale=150),
    Picture("light-200", "light", "en", scale=2.0, size="1200x750"),
    Picture("dark-fr-200", "dark", "fr", scale=2.0, size="1200x750"),
)


def take(picture: Picture, folder: Path) -> Path:
    """Raises CalledProcessError or TimeoutExpired where the program fails."""
    target = folder / f"{picture.name}.png"
    with tempfile.TemporaryDirectory(prefix="voliere-picture-") as place:
        config = Path(place) / "config"
        config.mkdir()
        settings = {
            "form": 1, "theme": picture.theme, "language": picture.language,
            "density": picture.density, "text_scale": picture.text_scale,
        }  # fmt: skip
        (config / "settings.toml").write_text(tomli_w.dumps(settings), encoding="utf-8")
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "TZ": "Europe/Paris"}
        environment["QT_SCALE_FACTOR"] = str(picture.scale)
        command = [
            sys.executable, "-m", "desktop", "--demo", "--profile", place,
            "--screenshot", str(target), "--size", picture.size,
        ]  # fmt: skip
        subprocess.run(command, env=environment, timeout=SECONDS, check=True)
    shrink(target)
    return target


def shrink(path: Path) -> None:
    """Write the picture without an alpha channel, as tightly as PNG can; where that is not
    enough, with fewer shades."""
    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB888)
    for lost in (0, 2, 3, 4):
        kept = image if not lost else _coarser(image, lost)
        kept.save(str(path), None, 0)
        if path.stat().st_size <= LARGEST:
            return


def _coarser(image: QImage, lost: int) -> QImage:
    """Drop the lowest bits of every channel; flat grounds keep their exact colour's neighbour."""
    step = 1 << lost
    table = bytes(min(255, round(value / step) * step) for value in range(256))
    pixels = bytes(image.constBits()).translate(table)
    made = QImage(
        pixels, image.width(), image.height(), image.bytesPerLine(), QImage.Format.Format_RGB888
    )
    return made.copy()


def main(names: list[str]) -> int:
    FOLDER.mkdir(exist_ok=True)
    for picture in PICTURES:
        if not names or picture.name in names:
            path = take(picture, FOLDER)
            print(f"{path.name}: {path.stat().st_size // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
