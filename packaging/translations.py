"""Collects the texts of desktop/ into resources/i18n/*.ts and compiles them to *.qm.

Run by `make translations`. `--compile` only compiles; `--check` only says what is missing. It
fails if anything is.
"""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "i18n"
BIN = Path(sys.executable).parent
LANGUAGES = ("en", "fr")


def collect() -> None:
    """Update the .ts files from the sources; texts that are gone are dropped."""
    sources = sorted(
        str(path.relative_to(ROOT))
        for floor in ("viewmodels", "views", "app")
        for path in (ROOT / "desktop" / floor).rglob("*.py")
    )
    for language in LANGUAGES:
        plural_only = ["-pluralonly"] if language == "en" else []
        subprocess.run(
            [
                BIN / "pyside6-lupdate", "-silent", "-no-obsolete", "-locations", "none",
                *plural_only, "-source-language", "en", "-target-language", language,
                *sources, "-ts", str((FOLDER / f"voliere_{language}.ts").relative_to(ROOT)),
            ],
            cwd=ROOT,
            check=True,
        )  # fmt: skip


def compile_all() -> None:
    for file in sorted(FOLDER.glob("*.ts")):
        subprocess.run(
            [BIN / "pyside6-lrelease", "-silent", file, "-qm", file.with_suffix(".qm")], check=True
        )


def missing() -> list[str]:
    """The texts that a .ts file has but does not translate."""
    gaps = []
    for file in sorted(FOLDER.glob("*.ts")):
        for context in ElementTree.parse(file).getroot().iter("context"):
            name = context.findtext("name", "")
            for message in context.iter("message"):
                translation = message.find("translation")
                if translation is None or _is_open(translation):
                    gaps.append(f"{file.name}: {name}: {message.findtext('source', '')}")
    return gaps


def _is_open(translation: ElementTree.Element) -> bool:
    if translation.get("type") in {"unfinished", "vanished", "obsolete"}:
        return True
    forms = translation.findall("numerusform")
    texts = [form.text for form in forms] if forms else [translation.text]
    return not all(texts)


if __name__ == "__main__":
    if "--check" not in sys.argv:
        if "--compile" not in sys.argv:
            collect()
        compile_all()
    gaps = missing()
    print("\n".join(gaps))
    sys.exit(1 if gaps else 0)
