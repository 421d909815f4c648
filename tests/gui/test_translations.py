"""The language that is chosen is the one that is spoken: by texts, numbers, dates and keys."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.app import translations
from desktop.app.translations import Translations, chosen_language, locale_of
from desktop.domain.notification import Notification, NotificationKind
from desktop.domain.settings import LanguageChoice
from desktop.viewmodels import post_words, relative_time
from desktop.viewmodels.wording import clock_words, counted, number
from desktop.views.controls import with_key
from desktop.views.shortcuts import commands, post_keys
from desktop.views.theme import LIGHT, Tokens
from desktop.views.welcome import WelcomePage
from tests.french import compile_french
from tests.gui import timeline_posts

NOW = datetime(2026, 11, 22, 21, 5, tzinfo=UTC)


@pytest.fixture
def spoken(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Translations]:
    compile_french(tmp_path, monkeypatch)
    locale = QLocale()
    spoken = Translations()
    yield spoken
    spoken.speak(LanguageChoice.ENGLISH)
    QLocale.setDefault(locale)


def test_the_language_changes_and_changes_back(spoken: Translations) -> None:
    def live() -> str:
        return QCoreApplication.translate("States", "live")

    assert spoken.speak(LanguageChoice.FRENCH) == "fr"
    assert live() == "en direct"
    assert spoken.speak(LanguageChoice.ENGLISH) == "en"
    assert live() == "live"


def test_a_class_finds_its_texts_and_its_parents(spoken: Translations) -> None:
    class NoticeRow(QObject):
        def dismiss(self) -> str:
            return self.tr("Dismiss")

    class Kind(NoticeRow):
        pass

    spoken.speak(LanguageChoice.FRENCH)
    assert NoticeRow().dismiss() == Kind().dismiss() == "Masquer"


def test_numbers_dates_and_keys_are_written_as_in_french(spoken: Translations) -> None:
    spoken.speak(LanguageChoice.FRENCH)
    assert number(1204) == "1\u202f204"
    assert relative_time.short_age(NOW - timedelta(days=20), NOW) == "2 nov."
    assert relative_time.short_age(NOW - timedelta(days=3), NOW) == "3\u00a0j"
    assert relative_time.spoken_age(NOW - timedelta(days=1), NOW) == "hier"
    assert clock_words(datetime(2026, 11, 22, 21, 5)).endswith(":05")
    assert with_key("Fermer", "Ctrl+Shift+W") == "Fermer (Ctrl+Maj+W)"


def test_none_is_singular_in_french_and_plural_in_english(spoken: Translations) -> None:
    def votes(count: int) -> str:
        translate = QCoreApplication.translate
        return counted(count, translate("Poll", "{count} vote"), translate("Poll", "{count} votes"))

    spoken.speak(LanguageChoice.FRENCH)
    assert [votes(n) for n in (0, 1, 2)] == ["0 vote", "1 vote", "2 votes"]
    spoken.speak(LanguageChoice.ENGLISH)
    assert [votes(n) for n in (0, 1, 2)] == ["0 votes", "1 vote", "2 votes"]


def test_verbs_agree_with_how_many_did_it(spoken: Translations) -> None:
    def sentence(count: int) -> str:
        notification = Notification(
            account=timeline_posts.ACCOUNT, id="1", kind=NotificationKind.FOLLOW, created_at=NOW,
            people=(timeline_posts.LOUISE,), people_count=count,
        )  # fmt: skip
        return post_words.notification_sentence(notification)

    spoken.speak(LanguageChoice.FRENCH)
    assert [sentence(n) for n in (1, 2)] == ["vous suit", "vous suivent"]


def test_no_two_commands_are_called_alike(spoken: Translations) -> None:
    for choice in (LanguageChoice.ENGLISH, LanguageChoice.FRENCH):
        spoken.speak(choice)
        names = Counter((one.group, one.text) for one in (*commands(), *post_keys()))
        assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize(
    ("system", "language"),
    [
        (["fr-FR", "en-US"], "fr"),
        (["fr_CA"], "fr"),
        (["de-DE", "fr-FR", "en"], "fr"),
        (["en-US", "fr-FR"], "en"),
        (["ja-JP"], "en"),
        ([], "en"),
    ],
)
def test_the_system_chooses_among_what_there_is(
    system: list[str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class System:
        def uiLanguages(self) -> list[str]:
            return system

    class Locale:
        system = staticmethod(System)

    monkeypatch.setattr(translations, "QLocale", Locale)
    assert chosen_language(LanguageChoice.SYSTEM) == language
    assert chosen_language(LanguageChoice.FRENCH) == "fr"


def test_dates_are_the_systems_where_it_speaks_that_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale("fr_CA")))
    assert locale_of("fr").name() == "fr_CA"
    assert locale_of("en").name() == "en_GB"


def test_a_language_that_was_not_built_is_told_in_the_log(
    spoken: Translations, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "voliere_fr.qm").unlink()
    with caplog.at_level(logging.WARNING, "voliere"):
        assert spoken.speak(LanguageChoice.FRENCH) == "fr"
    assert "make translations" in caplog.text


def test_the_welcome_has_room_for_all_its_lines(qtbot: QtBot, spoken: Translations) -> None:
    spoken.speak(LanguageChoice.FRENCH)
    page = WelcomePage(Tokens(colours=LIGHT, is_dark=False))
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    labels = [label for label in page.findChildren(QLabel) if label.wordWrap()]
    assert len(labels) == 3
    assert [one.text() for one in labels if one.height() < one.heightForWidth(one.width())] == []
