"""Icons, fonts, and the look that follows settings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import resources
from desktop.domain.settings import Density, Settings, Theme
from desktop.views import theme
from desktop.views.icons import icon_names, icon_pixmap
from desktop.views.style import apply_style, load_fonts, palette, style_sheet, tokens_for
from desktop.views.theme import contrast, tokens

THEMES = ("light", "dark", "high_contrast")
TEXT = ("text", "secondary", "faint", "link")
GROUNDS = ("panel", "column")


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_is_drawn_in_the_colour_asked_for(qtbot: QtBot, name: str) -> None:
    image = icon_pixmap(name, QColor("#FF0000"), 24, 2.0).toImage()
    assert (image.width(), image.devicePixelRatio()) == (48, 2.0)
    points = [(x, y) for x in range(48) for y in range(48)]
    opaque = [colour for x, y in points if (colour := image.pixelColor(x, y)).alpha() > 200]
    assert opaque
    if name != "voliere":
        assert all(colour.red() > 200 and colour.green() < 60 for colour in opaque)


def test_an_icon_that_is_not_there(qtbot: QtBot) -> None:
    with pytest.raises(KeyError):
        icon_pixmap("no such bird", QColor("red"), 24)


def test_the_bundled_fonts_are_loaded_with_their_licence(qtbot: QtBot) -> None:
    assert "Inter" in load_fonts()
    assert {"Regular", "Italic"} <= set(QFontDatabase.styles("Inter"))
    assert "SIL OPEN FONT LICENSE" in resources.path("fonts", "OFL.txt").read_text("utf-8")


@pytest.mark.parametrize("name", THEMES)
def test_text_can_be_read_on_every_ground(name: str) -> None:
    colours = tokens(name).colours
    least = 7.0 if name == "high_contrast" else 4.5
    for text in TEXT:
        for ground in GROUNDS:
            assert contrast(getattr(colours, text), getattr(colours, ground)) >= least
    for text, ground in (
        ("on_warm", "warm"), ("on_button", "button"), ("on_warning", "warning"), ("text", "match"),
    ):  # fmt: skip
        assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


def test_the_look_follows_the_system_or_the_choice() -> None:
    system = Settings()
    assert tokens_for(system, is_dark=False).colours is theme.LIGHT
    assert tokens_for(system, is_dark=True).colours is theme.DARK
    both = tokens_for(system, is_dark=True, wants_contrast=True)
    assert both.colours is theme.HIGH_CONTRAST
    chosen = Settings(theme=Theme.LIGHT, density=Density.COMPACT, text_scale=150)
    light = tokens_for(chosen, is_dark=True)
    assert (light.colours, light.density, light.scale) == (theme.LIGHT, Density.COMPACT, 1.5)


@pytest.mark.parametrize("name", THEMES)
def test_the_sheet_is_understood_and_its_pictures_exist(qtbot: QtBot, name: str) -> None:
    value = tokens(name)
    sheet = style_sheet(value)
    for path in re.findall(r'url\("([^"]+)"\)', sheet):
        assert "<svg" in Path(path).read_text("utf-8")
    widget = QWidget()
    qtbot.addWidget(widget)
    apply_style(widget, value)
    widget.show()
    QApplication.processEvents()
    expected = QColor(value.colours.text)
    assert palette(value).color(QPalette.ColorRole.WindowText) == expected
