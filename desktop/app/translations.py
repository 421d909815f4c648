"""Which language the window speaks."""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop import resources
from desktop.domain.settings import LanguageChoice

_log = logging.getLogger("voliere")

LANGUAGES = ("en", "fr")
"""English is the language of the sources; each other one has resources/i18n/voliere_<code>.ts."""


def chosen_language(choice: LanguageChoice) -> str:
    """The code of the language to speak; for SYSTEM the first of the system's that we have."""
    if choice is not LanguageChoice.SYSTEM:
        return choice.value
    for name in QLocale.system().uiLanguages():
        code = _code(name)
        if code in LANGUAGES:
            return code
    return "en"


def locale_of(language: str) -> QLocale:
    """How dates and numbers are written: as the system does where it speaks `language`."""
    system = QLocale.system()
    if _code(system.name()) == language:
        return system
    return QLocale("en_GB" if language == "en" else language)


class Translations:
    """Installs the translators of one language at a time; `QEvent.LanguageChange` follows."""

    def __init__(self) -> None:
        self._installed: list[QTranslator] = []
        self.language = "en"

    def speak(self, choice: LanguageChoice) -> str:
        """The language that is spoken from now on; texts that are shown already do not change."""
        language = chosen_language(choice)
        self.close()
        self.language = language
        QLocale.setDefault(locale_of(language))
        # Qt's own texts: buttons and menus of its dialogs, names of keys
        self._install(
            f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        )
        if language != "en" and not self._install(
            f"voliere_{language}", str(resources.path("i18n"))
        ):
            _log.warning("The translation to “%s” was not built: `make translations`", language)
        return language

    def close(self) -> None:
        """Nothing is translated any more."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed.clear()

    def _install(self, name: str, folder: str) -> bool:
        translator = QTranslator()
        if translator.load(name, folder) and QCoreApplication.installTranslator(translator):
            self._installed.append(translator)
            return True
        return False


def _code(name: str) -> str:
    return name.replace("_", "-").split("-")[0].lower()
