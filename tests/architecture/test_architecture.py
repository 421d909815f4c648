"""The house's rules that import-linter, ruff and mypy do not see."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "desktop").rglob("*.py"))
FORBIDDEN_NAMES = re.compile(r"(Manager|Helper|Utils?|Handler|Controller)$|^Base[A-Z]|Toot|Tweet")
WIRE = re.compile(r"desktop/networks/\w+/wire\w*\.py$|desktop/networks/\w+/wire/")


def _relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_every_python_folder_is_a_package() -> None:
    folders = {
        path.parent
        for top in ("desktop", "tests")
        for path in (ROOT / top).rglob("*.py")
        if "__pycache__" not in path.parts
    }
    missing = [_relative(folder) for folder in folders if not (folder / "__init__.py").exists()]
    assert missing == []


def test_the_paths_that_the_documents_name_exist() -> None:
    missing = []
    for document in ("ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"):
        text = (ROOT / document).read_text(encoding="utf-8")
        for name in re.findall(
            r"`((?:desktop|resources|tests|packaging|\.ci)/[^`\s<>*{}]*)`", text
        ):
            if not (ROOT / name).exists():
                missing.append(f"{document}: {name}")
    assert missing == []


def test_the_architecture_is_told_on_at_most_150_lines() -> None:
    assert len((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()) <= 150


@pytest.mark.parametrize("path", SOURCES, ids=_relative)
def test_classes_have_the_field_s_words(path: Path) -> None:
    if WIRE.search(_relative(path)):
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    bad = [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and FORBIDDEN_NAMES.search(node.name)
    ]
    assert bad == []


@pytest.mark.parametrize("path", SOURCES, ids=_relative)
def test_only_a_task_scope_creates_tasks(path: Path) -> None:
    """Law 5; the networks' floor may, inside one call that it also ends."""
    relative = _relative(path)
    if relative.startswith("desktop/networks/") or relative == "desktop/services/tasks.py":
        return
    calls = [
        f"{relative}:{node.lineno}"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute | ast.Name)
        and (node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id)
        in {"create_task", "ensure_future"}
    ]
    assert calls == []


def test_the_import_contracts_hold() -> None:
    run = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-3000:]
