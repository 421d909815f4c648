"""Compiles the translations while a wheel is built, so that it speaks every language at once.

Named in pyproject.toml; an editable install runs it, too, and leaves the files in the tree.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileTranslations(BuildHookInterface[Any]):
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Runs before the files are gathered, whether the install is editable or not."""
        _translations(Path(self.root) / "packaging" / "translations.py").compile_all()


def _translations(path: Path) -> ModuleType:
    """The module beside this one: in a build no folder of ours is on the path."""
    spec = importlib.util.spec_from_file_location("translations", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
