"""Which language the window speaks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop import resources
from desktop.domain.settings import LanguageChoice

LANGUAGES = ("en", "fr")


def chosen_language(choice: LanguageChoice) -> str:
    """The code of the language to speak; for SYSTEM the first of the system's that we have."""
    if choice is not LanguageChoice.SYSTEM:
        return choice.value
    for name in QLocale.system().uiLanguages():
        code = name.replace("_", "-").split("-")[0].lower()
        if code in LANGUAGES:
            return code
    return "en"


class Translations:
    """Installs the translators of one language at a time; `QEvent.LanguageChange` follows."""

    def __init__(self) -> None:
        self._installed: list[QTranslator] = []
        self.language = "en"

    def speak(self, choice: LanguageChoice) -> str:
        language = chosen_language(choice)
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed.clear()
        self.language = language
        QLocale.setDefault(QLocale(language) if language != "en" else QLocale("en_GB"))
        folders = (
            (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
            (f"voliere_{language}", str(resources.path("i18n"))),
        )
        for name, folder in folders:
            translator = QTranslator()
            if translator.load(name, folder) and QCoreApplication.installTranslator(translator):
                self._installed.append(translator)
        return language
