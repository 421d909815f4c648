"""The design tokens: colours, type and space, for light, dark and high contrast.

Everything that is painted takes its colours, fonts and distances from a `Tokens`.
"""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct
from PySide6.QtGui import QColor, QFont

from desktop.domain.settings import Density

SPACE_XS, SPACE_S, SPACE_M, SPACE_L, SPACE_XL = 4, 8, 12, 16, 24
RAIL_WIDTH = 52
COMPOSER_WIDTH = 316
COLUMN_GAP = 8
HEADER_HEIGHT = 46
ACCOUNT_BAR = 3
FOCUS_BAR = 3
AVATAR = 36
CORNER = 6

SIZE_TINY, SIZE_SMALL, SIZE_BODY, SIZE_TITLE, SIZE_INPUT, SIZE_HEADING = 11, 12, 13, 13.5, 14, 15
LINE_BODY, LINE_INPUT = 18, 21
REGULAR, MEDIUM, SEMIBOLD = QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold

FAMILIES = ["Inter", "Noto Sans", "Noto Sans CJK JP", "Noto Sans Arabic", "Noto Color Emoji"]


class Colours(Struct, frozen=True, kw_only=True):
    """Hex colours by what they are for."""

    canvas: str
    panel: str
    column: str
    text: str
    secondary: str
    faint: str
    hairline: str
    cover: str
    link: str
    accent: str
    warm: str
    on_warm: str
    boost: str
    button: str
    on_button: str
    warning: str
    on_warning: str
    match: str


LIGHT = Colours(
    canvas="#E9EDF1", panel="#F6F8FA", column="#FFFFFF",
    text="#171B20", secondary="#5D6874", faint="#66717D",
    hairline="#E6EAEE", cover="#EDF1F4",
    link="#0B6A86", accent="#0E7490", warm="#C2521D", on_warm="#FFFFFF", boost="#2A7A52",
    button="#0E7490", on_button="#FFFFFF",
    warning="#FFF5EC", on_warning="#9A4A1B", match="#FFF1C9",
)  # fmt: skip
DARK = Colours(
    canvas="#0D1115", panel="#12171C", column="#171D23",
    text="#E7ECF0", secondary="#9AA6B2", faint="#84909C",
    hairline="#232B33", cover="#1F272E",
    link="#6CC7DE", accent="#2AA4C0", warm="#F08A54", on_warm="#2A1408", boost="#63C08F",
    button="#2AA4C0", on_button="#06202A",
    warning="#2A2018", on_warning="#F2B48C", match="#4A3F1C",
)  # fmt: skip
HIGH_CONTRAST = Colours(
    canvas="#000000", panel="#000000", column="#000000",
    text="#FFFFFF", secondary="#E6E6E6", faint="#D0D0D0",
    hairline="#8C8C8C", cover="#1C1C1C",
    link="#7FDBFF", accent="#7FDBFF", warm="#FFB347", on_warm="#000000", boost="#7CFC9A",
    button="#7FDBFF", on_button="#000000",
    warning="#201400", on_warning="#FFD79A", match="#5A4A00",
)  # fmt: skip


class Tokens(Struct, frozen=True, kw_only=True):
    """One theme at one density and text size. `scale`: 1.0 is 100 %."""

    colours: Colours
    is_dark: bool
    density: Density = Density.NORMAL
    scale: float = 1.0

    def colour(self, name: str) -> QColor:
        return QColor(getattr(self.colours, name))

    def size(self, pixels: float) -> int:
        """A length that grows with the text."""
        return round(pixels * self.scale)

    @property
    def row_padding(self) -> int:
        by_density = {Density.COMPACT: 6, Density.NORMAL: 10, Density.RELAXED: 14}
        return self.size(by_density[self.density])

    def font(
        self,
        pixels: float = SIZE_BODY,
        weight: QFont.Weight = REGULAR,
        *,
        italic: bool = False,
        tabular: bool = False,
    ) -> QFont:
        return QFont(_font(pixels * self.scale, weight, italic, tabular))

    def account_text(self, colour: str, ground: str = "column") -> QColor:
        """An account's colour, darkened or lightened until it reads 4.5:1 on the ground."""
        return _readable(colour, getattr(self.colours, ground), 4.5)


def tokens(name: str, density: Density = Density.NORMAL, text_scale: int = 100) -> Tokens:
    """`name`: light, dark or high_contrast; `text_scale` in per cent."""
    colours = {"light": LIGHT, "dark": DARK, "high_contrast": HIGH_CONTRAST}[name]
    return Tokens(colours=colours, is_dark=name != "light", density=density, scale=text_scale / 100)


def contrast(first: str, second: str) -> float:
    """WCAG 2.2 contrast ratio of two hex colours, 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    value = QColor(colour)
    red, green, blue = (linear(c) for c in (value.redF(), value.greenF(), value.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=128)
def _font(pixels: float, weight: QFont.Weight, italic: bool, tabular: bool) -> QFont:
    font = QFont(FAMILIES)
    font.setPixelSize(max(1, round(pixels)))
    font.setWeight(weight)
    font.setItalic(italic)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


@lru_cache(maxsize=256)
def _readable(colour: str, ground: str, ratio: float) -> QColor:
    step = 4
    value = QColor(colour)
    towards_white = _luminance(ground) < 0.18
    for _ in range(64):
        if contrast(value.name(), ground) >= ratio:
            break
        lightness = value.lightness() + (step if towards_white else -step)
        value = QColor.fromHsl(
            max(value.hslHue(), 0), value.hslSaturation(), min(255, max(0, lightness))
        )
    return value
