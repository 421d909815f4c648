"""Every text of the window is in the French file, translated, with the same placeholders."""

from __future__ import annotations

import ast
import importlib.util
import re
import shutil
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
FRENCH = ROOT / "resources" / "i18n" / "voliere_fr.ts"


class Text(NamedTuple):
    """`note` tells apart texts that English says alike."""

    context: str
    source: str
    note: str


def _script(name: str = "translations", root: Path = ROOT) -> ModuleType:
    path = root / "packaging" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"packaging_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _texts(file: Path) -> dict[Text, str]:
    """Each text with its translation; an unfinished one is empty."""
    texts = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            key = Text(
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
            )
            translation = message.find("translation")
            assert translation is not None
            texts[key] = "" if translation.get("type") else translation.text or ""
    return texts


TEXTS = _texts(FRENCH)


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> dict[Text, str]:
    """The file as `make translations` would leave it."""
    folder = tmp_path_factory.mktemp("i18n")
    shutil.copy(FRENCH, folder)
    _script().collect(folder)
    return _texts(folder / FRENCH.name)


def test_every_text_of_the_code_is_in_the_file(collected: dict[Text, str]) -> None:
    assert sorted(collected.keys() - TEXTS.keys()) == [], "run `make translations`, translate"


def test_no_text_in_the_file_has_gone_from_the_code(collected: dict[Text, str]) -> None:
    assert sorted(TEXTS.keys() - collected.keys()) == [], "run `make translations`"


def test_every_text_is_translated() -> None:
    assert _script().missing() == []


def test_what_is_missing_is_found(tmp_path: Path) -> None:
    (tmp_path / "voliere_xx.ts").write_text(
        "<TS><context><name>A</name>"
        "<message><source>one</source><translation>un</translation></message>"
        "<message><source>two</source><translation></translation></message>"
        '<message><source>three</source><translation type="unfinished">trois</translation>'
        "</message></context></TS>",
        encoding="utf-8",
    )
    assert _script().missing(tmp_path) == ["voliere_xx.ts: A: two", "voliere_xx.ts: A: three"]


def test_building_a_wheel_compiles_the_file(tmp_path: Path) -> None:
    for name in ("packaging/translations.py", "packaging/build_hook.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    folder = tmp_path / "resources" / "i18n"
    folder.mkdir(parents=True)
    shutil.copy(FRENCH, folder)
    make_hook = _script("build_hook", tmp_path).CompileTranslations
    hook = make_hook(str(tmp_path), {}, None, None, str(tmp_path / "dist"), "wheel")
    hook.initialize("standard", {})
    assert (folder / "voliere_fr.qm").stat().st_size > 50_000


def test_contexts_are_names() -> None:
    """Something else means that lupdate misread a call, and that Qt will not find the text."""
    assert [text for text in TEXTS if not re.fullmatch(r"[A-Z]\w+", text.context)] == []


def test_placeholders_are_the_same() -> None:
    def names(text: str) -> set[str]:
        return set(re.findall(r"\{\w*\}|%\w+", text))

    wrong = {text: said for text, said in TEXTS.items() if names(text.source) != names(said)}
    assert wrong == {}


def test_ellipses_accelerators_and_lines_are_the_same() -> None:
    def marks(text: str) -> tuple[bool, int, int]:
        return text.endswith("…"), len(re.findall(r"&\w", text)), text.count("\n")

    wrong = {text: said for text, said in TEXTS.items() if marks(text.source) != marks(said)}
    assert wrong == {}


@pytest.mark.parametrize(
    ("rule", "mistake"),
    [
        (r"\w'\w", "a straight apostrophe instead of ’"),
        (r'"|“|”', "quotation marks other than « »"),
        (r" [;:!?»%]|« ", "a space where lines may break"),
        (r"\w[;!?](?:\s|$)|\w(?<!from)(?<!lang)(?<!has):\s|«(?!\u00a0)|(?<!\u00a0)»", "no space"),
        (r"\.\.\.", "three full stops instead of …"),
        (r"^\s|\s$|  ", "a space too many"),
    ],
)  # fmt: skip
def test_french_is_set_as_the_french_set_it(rule: str, mistake: str) -> None:
    wrong = [said for said in TEXTS.values() if re.search(rule, said)]
    assert wrong == [], mistake


def _calls() -> Iterator[tuple[str, ast.Call]]:
    for name in _script().sources():
        for node in ast.walk(ast.parse((ROOT / name).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield f"{name}:{node.lineno}", node


def _is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_texts_are_literal_where_they_are_translated() -> None:
    """lupdate reads the code; it does not run it."""
    wrong = []
    for place, call in _calls():
        function = call.func
        if isinstance(function, ast.Attribute) and function.attr == "tr":
            is_self = isinstance(function.value, ast.Name) and function.value.id == "self"
        elif isinstance(function, ast.Name) and function.id == "tr":
            is_self = False
        elif ast.unparse(function) in ("translate", "QCoreApplication.translate"):
            is_self = True
        else:
            continue
        if not is_self or not all(_is_literal(argument) for argument in call.args[:3]):
            wrong.append(place)
    assert wrong == []


SHOWN = {
    "addAction", "addButton", "addRow", "setAccessibleDescription", "setAccessibleName",
    "setInformativeText", "setPlaceholderText", "setStatusTip", "setText", "setTitle",
    "setToolTip", "setWindowTitle",
}  # fmt: skip


WORD = re.compile(r"\b(?!x+\b)[A-Za-z]{2}")
"""Not a pattern such as xxxx-xxxx."""


def test_nothing_is_shown_untranslated() -> None:
    """A literal with a word in it, handed to what shows it, has passed by the translation."""
    wrong = []
    for place, call in _calls():
        function = call.func
        if not isinstance(function, ast.Attribute) or function.attr not in SHOWN:
            continue
        for argument in call.args:
            if _is_literal(argument) and re.search(WORD, ast.literal_eval(argument)):
                wrong.append(f"{place}: {ast.unparse(argument)}")
    assert wrong == []
