"""Collects the texts of desktop/ into resources/i18n/*.ts and compiles them to *.qm.

Run by `make translations`. `--compile` only compiles; `--check` only says what is missing. It
fails if anything is. English is the language of the sources and needs no file.
"""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = ("fr",)
FLOORS = ("viewmodels", "views", "app")


def sources() -> list[str]:
    """The files that have texts for the user, from the root of the project."""
    return sorted(
        path.relative_to(ROOT).as_posix()
        for floor in FLOORS
        for path in (ROOT / "desktop" / floor).rglob("*.py")
    )


def collect(folder: Path = FOLDER) -> None:
    """Update the .ts files in `folder` from the sources; texts that are gone are dropped."""
    for language in LANGUAGES:
        subprocess.run(
            [
                _tool("lupdate"), "-silent", "-no-obsolete", "-locations", "none",
                "-source-language", "en", "-target-language", language,
                *sources(), "-ts", folder / f"voliere_{language}.ts",
            ],
            cwd=ROOT,
            check=True,
        )  # fmt: skip


def compile_all(folder: Path = FOLDER) -> None:
    """Write a .qm beside each .ts of `folder`."""
    for file in sorted(folder.glob("*.ts")):
        subprocess.run(
            [_tool("lrelease"), "-silent", file, "-qm", file.with_suffix(".qm")], check=True
        )


def missing(folder: Path = FOLDER) -> list[str]:
    """The texts that a .ts file has but does not translate."""
    gaps = []
    for file in sorted(folder.glob("*.ts")):
        for context in ElementTree.parse(file).getroot().iter("context"):
            name = context.findtext("name", "")
            for message in context.iter("message"):
                translation = message.find("translation")
                if translation is None or translation.get("type") or not translation.text:
                    gaps.append(f"{file.name}: {name}: {message.findtext('source', '')}")
    return gaps


def _tool(name: str) -> str:
    """Qt's own program in PySide6: it needs no script on the path, as in a build's environment."""
    import PySide6

    folder = Path(PySide6.__file__).parent
    for place in (folder / name, folder / f"{name}.exe"):
        if place.is_file():
            return str(place)
    raise FileNotFoundError(f"PySide6 has no {name}")


if __name__ == "__main__":
    if "--check" not in sys.argv:
        if "--compile" not in sys.argv:
            collect()
        compile_all()
    gaps = missing()
    print("\n".join(gaps))
    sys.exit(1 if gaps else 0)
