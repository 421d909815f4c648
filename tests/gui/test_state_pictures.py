"""Ten states in both themes, in English and French, at 100 and 200 %: nothing is cut off.

With VOLIERE_PICTURES=FOLDER the pictures are kept there, to be looked at.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.translations import Translations
from desktop.domain.column import Failed, Limited, Live, Loading, NoSession, Waiting
from desktop.domain.settings import Density, LanguageChoice
from desktop.domain.timeline import Entry
from desktop.viewmodels.column_vm import Face
from desktop.views.main_window import MainWindow
from desktop.views.style import apply_style, load_fonts
from desktop.views.theme import tokens
from tests.gui.house_parts import ATELIER, House, account, own_loop
from tests.gui.timeline_posts import gallery

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
    pytest.mark.qt_log_ignore("OpenType support missing", extend=True),
]
COLUMN = 300


@pytest.fixture
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    yield from own_loop()


@pytest.fixture
def spoken() -> Iterator[Translations]:
    translations = Translations()
    yield translations
    translations.speak(LanguageChoice.ENGLISH)


def some(*ids: str) -> list[Entry]:
    return [one for one in gallery() if one.id in ids]


def fill(house: House) -> None:
    """A column for each state."""
    soon = time.time() + 90
    house.add("1loading", state=Loading())
    house.add("2empty", state=Live())
    house.add("3offline", state=Waiting(retry_at=soon))
    house.add("4limited", state=Limited(until=soon))
    house.add("5out", state=NoSession())
    house.add("6error", state=Failed("server_fault", "503"))
    for name, ids in (
        ("7warning", ("96", "99", "84")),
        ("8sensitive", ("85", "95")),
        ("9gap", ("94", "gap:1", "93", "92")),
        ("91broken", ("83", "81", "82", "90")),
    ):
        house.add(name, state=Live())
        house.feed(name).insert(*some(*ids))


def open_window(qtbot: QtBot, house: House) -> MainWindow:
    window = house.window()
    qtbot.addWidget(window)
    apply_style(window, house.look)
    scale = max(1.0, house.look.scale)
    window.resize(round(10.6 * COLUMN * scale) + 420, round(620 * scale))
    window.show_composer(False)
    window.show()
    qtbot.waitExposed(window)
    house.scope.settle()
    QApplication.processEvents()
    return window


def cut_off(widget: QWidget) -> list[str]:
    """Texts of labels and buttons that have less room than they need."""
    found = []
    for label in widget.findChildren(QLabel):
        if not label.isVisibleTo(widget) or not label.text() or not label.pixmap().isNull():
            continue
        needed = (
            label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        )
        if needed > label.height() + 1:
            found.append(label.text())
    for button in widget.findChildren(QAbstractButton):
        is_seen = button.isVisibleTo(widget) and bool(button.text())
        if is_seen and button.fontMetrics().horizontalAdvance(button.text()) > button.width():
            found.append(button.text())
    return found


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("language", [LanguageChoice.ENGLISH, LanguageChoice.FRENCH])
@pytest.mark.parametrize("theme", ["light", "dark", "high_contrast"])
def test_every_state_has_a_face(
    qtbot: QtBot, tmp_path: Path, loop: asyncio.AbstractEventLoop, spoken: Translations,
    theme: str, language: LanguageChoice, scale: int,
) -> None:  # fmt: skip
    load_fonts()
    spoken.speak(language)
    look = tokens(theme, Density.NORMAL, scale)
    house = House(tmp_path, loop, account(), account(ATELIER, "Atelier", 1), look=look)
    fill(house)
    window = open_window(qtbot, house)
    views = window.deck_view.views
    assert len(views) == 10
    faces = [view.column.face for view in views]
    assert faces == [Face.LOADING, Face.EMPTY, *[Face.TROUBLE] * 4, *[Face.POSTS] * 4]
    folder = os.environ.get("VOLIERE_PICTURES")
    picture = window.grab()
    if folder:
        picture.save(str(Path(folder) / f"{theme}-{language.value}-{scale}.png"))
    for view in views:
        assert cut_off(view.face) == [], view.column.id
        shown = {label.text() for label in view.face.findChildren(QLabel) if label.isVisible()}
        if view.column.face in (Face.EMPTY, Face.TROUBLE):
            assert any(text.strip() for text in shown), view.column.id
    house.deck.close()
