"""One palette and one style sheet for the whole window, made from the tokens."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop import resources
from desktop.domain.settings import Settings, Theme
from desktop.views.theme import Tokens, tokens


def load_fonts() -> tuple[str, ...]:
    """Make the bundled fonts known to Qt; returns the families that were added."""
    families: list[str] = []
    for path in sorted(resources.path("fonts").glob("*.otf")):
        number = QFontDatabase.addApplicationFont(str(path))
        families.extend(QFontDatabase.applicationFontFamilies(number) if number >= 0 else [])
    return tuple(dict.fromkeys(families))


def tokens_for(settings: Settings, *, is_dark: bool, wants_contrast: bool = False) -> Tokens:
    """The tokens of the chosen theme; `is_dark` and `wants_contrast` are what the system says."""
    if settings.theme is Theme.SYSTEM:
        name = "high_contrast" if wants_contrast else "dark" if is_dark else "light"
    else:
        name = settings.theme.value
    return tokens(name, settings.density, settings.text_scale)


class Appearance(QObject):
    """Keeps the window in the chosen theme, and follows the system where that is the choice."""

    tokens_changed = Signal(object)
    """Tokens"""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._refresh)
        hints.accessibility().contrastPreferenceChanged.connect(self._refresh)
        app.setStyle("Fusion")
        self.tokens = self._make()
        apply_style(app, self.tokens)

    def use(self, settings: Settings) -> None:
        """Take over a changed theme, density or text size."""
        self._settings = settings
        self._refresh()

    def _make(self) -> Tokens:
        hints = self._app.styleHints()
        contrast = hints.accessibility().contrastPreference()
        return tokens_for(
            self._settings,
            is_dark=hints.colorScheme() == Qt.ColorScheme.Dark,
            wants_contrast=contrast == Qt.ContrastPreference.HighContrast,
        )

    def _refresh(self) -> None:
        changed = self._make()
        if changed != self.tokens:
            self.tokens = changed
            apply_style(self._app, changed)
            self.tokens_changed.emit(changed)


def apply_style(target: QApplication | QWidget, value: Tokens) -> None:
    """Font, palette and style sheet for the application, or for one window in a test."""
    target.setFont(value.font())
    target.setPalette(palette(value))
    target.setStyleSheet(style_sheet(value))


def palette(value: Tokens) -> QPalette:
    colour = value.colour
    result = QPalette()
    roles = QPalette.ColorRole
    for role, name in (
        (roles.Window, "panel"), (roles.WindowText, "text"), (roles.Base, "column"),
        (roles.AlternateBase, "panel"), (roles.Text, "text"), (roles.Button, "cover"),
        (roles.ButtonText, "text"), (roles.BrightText, "on_warm"), (roles.Link, "link"),
        (roles.LinkVisited, "link"), (roles.ToolTipBase, "column"), (roles.ToolTipText, "text"),
        (roles.PlaceholderText, "faint"), (roles.Highlight, "button"),
        (roles.HighlightedText, "on_button"), (roles.Accent, "accent"),
        (roles.Mid, "hairline"), (roles.Midlight, "hairline"), (roles.Light, "cover"),
        (roles.Dark, "faint"), (roles.Shadow, "canvas"),
    ):  # fmt: skip
        result.setColor(role, colour(name))
    disabled = QPalette.ColorGroup.Disabled
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        result.setColor(disabled, role, colour("faint"))
    result.setColor(disabled, roles.Highlight, colour("cover"))
    return result


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """`share` (0 to 1) of `first` on `second`."""
    rest = 1 - share
    return QColor(
        round(first.red() * share + second.red() * rest),
        round(first.green() * share + second.green() * rest),
        round(first.blue() * share + second.blue() * rest),
    )


def style_sheet(value: Tokens) -> str:
    """The QSS. Widgets choose their look by the dynamic property `look`."""
    c = value.colours
    border = mixed(value.colour("secondary"), value.colour("column"), 0.35).name()
    hover = mixed(value.colour("text"), value.colour("panel"), 0.08).name()
    pressed = mixed(value.colour("text"), value.colour("panel"), 0.14).name()
    button_hover = mixed(value.colour("button"), value.colour("text"), 0.9).name()
    px = value.size
    drawn = resources.path("icons", "controls").as_posix()
    mode = "dark" if value.is_dark else "light"
    return f"""
* {{ outline: none; }}
QWidget {{ color: {c.text}; }}
QDialog, QMessageBox {{ background: {c.panel}; }}
QToolTip {{ background: {c.column}; color: {c.text}; border: 1px solid {border};
    padding: 4px 6px; }}
QLabel {{ background: transparent; }}
QLabel[look="secondary"] {{ color: {c.secondary}; }}
QLabel[look="faint"] {{ color: {c.faint}; }}
QLabel[look="problem"] {{ color: {c.on_warning}; background: {c.warning};
    border-radius: 6px; padding: 8px 10px; }}
QLabel[look="note"] {{ color: {c.secondary}; background: {c.cover};
    border-radius: 6px; padding: 8px 10px; }}
QPushButton {{ background: {c.cover}; border: 1px solid {border}; border-radius: 6px;
    padding: {px(5)}px {px(12)}px; min-height: {px(18)}px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:pressed {{ background: {pressed}; }}
QPushButton:focus {{ border: 2px solid {c.accent}; padding: {px(5) - 1}px {px(12) - 1}px; }}
QPushButton:disabled {{ color: {c.faint}; background: {c.panel}; border-color: {c.hairline}; }}
QPushButton[look="main"] {{ background: {c.button}; color: {c.on_button}; border-color: {c.button};
    font-weight: 600; }}
QPushButton[look="main"]:hover {{ background: {button_hover}; border-color: {button_hover}; }}
QPushButton[look="main"]:focus {{ border: 2px solid {c.text}; }}
QPushButton[look="main"]:disabled {{ background: {c.cover}; color: {c.faint};
    border-color: {c.hairline}; }}
QPushButton[look="danger"] {{ color: {c.on_warning}; background: {c.warning};
    border-color: {c.on_warning}; }}
QPushButton[look="link"] {{ background: transparent; border: 1px solid transparent;
    color: {c.link}; font-weight: 600; padding: 2px 6px; }}
QPushButton[look="link"]:hover {{ text-decoration: underline; }}
QPushButton[look="link"]:focus {{ border: 1px solid {c.accent}; }}
QToolButton {{ background: transparent; border: 2px solid transparent; border-radius: 6px;
    padding: 1px; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:pressed, QToolButton:checked {{ background: {pressed}; }}
QToolButton:focus {{ border-color: {c.accent}; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QComboBox {{ background: {c.column};
    border: 1px solid {border}; border-radius: 6px; padding: {px(4)}px {px(8)}px;
    selection-background-color: {c.button}; selection-color: {c.on_button}; }}
QLineEdit, QSpinBox, QComboBox {{ min-height: {px(20)}px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QComboBox:focus {{
    border: 2px solid {c.accent}; padding: {px(4) - 1}px {px(8) - 1}px; }}
QLineEdit:disabled, QSpinBox:disabled, QComboBox:disabled {{ color: {c.faint};
    background: {c.panel}; }}
QLineEdit[wrong="true"] {{ border: 2px solid {c.warm}; padding: {px(4) - 1}px {px(8) - 1}px; }}
QComboBox::drop-down {{ border: none; width: {px(22)}px; }}
QComboBox::down-arrow {{ image: url("{drawn}/down-{mode}.svg"); width: {px(14)}px;
    height: {px(14)}px; }}
QAbstractSpinBox QLineEdit {{ border: none; background: transparent; min-height: 0;
    padding: 0 0 0 6px; }}
QSpinBox::up-button, QSpinBox::down-button {{ background: transparent; border: none;
    width: {px(20)}px; }}
QSpinBox::up-arrow {{ image: url("{drawn}/up-{mode}.svg"); width: {px(12)}px;
    height: {px(12)}px; }}
QSpinBox::down-arrow {{ image: url("{drawn}/down-{mode}.svg"); width: {px(12)}px;
    height: {px(12)}px; }}
QCheckBox::indicator {{ width: {px(15)}px; height: {px(15)}px; border: 1px solid {c.faint};
    border-radius: 4px; background: {c.column}; }}
QCheckBox::indicator:hover {{ border-color: {c.accent}; }}
QCheckBox::indicator:checked {{ background: {c.button}; border-color: {c.button};
    image: url("{drawn}/tick-{mode}.svg"); }}
QCheckBox::indicator:disabled {{ background: {c.cover}; border-color: {c.hairline}; }}
QComboBox QAbstractItemView {{ background: {c.column}; border: 1px solid {border};
    selection-background-color: {c.cover}; selection-color: {c.text}; }}
QCheckBox, QRadioButton {{ spacing: 8px; background: transparent; padding: 2px; }}
QCheckBox:focus, QRadioButton:focus {{ border: 1px solid {c.accent}; border-radius: 4px; }}
QListWidget, QTreeWidget {{ background: {c.column}; border: 1px solid {border};
    border-radius: 6px; padding: 4px; }}
QListWidget::item {{ padding: {px(5)}px {px(6)}px; border-radius: 4px; color: {c.text}; }}
QListWidget::item:hover {{ background: {hover}; }}
QListWidget::item:selected {{ background: {c.cover}; color: {c.text}; }}
QListWidget:focus {{ border: 2px solid {c.accent}; padding: 3px; }}
QMenu {{ background: {c.column}; border: 1px solid {border}; border-radius: 6px; padding: 4px; }}
QMenu::item {{ padding: {px(5)}px {px(24)}px {px(5)}px {px(10)}px; border-radius: 4px; }}
QMenu::item:selected {{ background: {c.cover}; }}
QMenu::item:disabled {{ color: {c.faint}; }}
QMenu::separator {{ height: 1px; background: {c.hairline}; margin: 4px 6px; }}
QMenu::icon {{ padding-left: 8px; }}
QProgressBar {{ background: {c.cover}; border: none; border-radius: 3px; max-height: 6px;
    min-height: 6px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}
QTabWidget::pane {{ border: none; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 8px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 8px; margin: 0; }}
QScrollBar::handle {{ background: {border}; border-radius: 3px; margin: 1px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {c.faint}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
#mainWindow, #mainBody, #deckView, #deckCanvas {{ background: {c.canvas}; }}
#deckViewport {{ background: {c.canvas}; }}
#rail {{ background: {c.panel}; border: none; }}
#composerSlot {{ background: {c.panel}; border: none; }}
QFrame[look="line"] {{ background: {c.hairline}; border: none; }}
QFrame[look="notice"] {{ background: {c.column}; border: 1px solid {border};
    border-radius: 8px; }}
QFrame[look="notice-warning"], QFrame[look="notice-error"] {{ background: {c.warning};
    border: 1px solid {c.on_warning}; border-radius: 8px; }}
QFrame[look="card"] {{ background: {c.column}; border: 1px solid {c.hairline};
    border-radius: 8px; }}
"""


def set_look(widget: QWidget, look: str) -> None:
    """Choose one of the sheet's looks for this widget, also after it was shown."""
    widget.setProperty("look", look)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
