"""Another language is chosen while the app runs: everything says it, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QTextEdit, QWidget

from desktop.app.translations import Translations
from desktop.domain.settings import LanguageChoice
from tests.french import compile_french
from tests.journeys.person import Person
from tests.journeys.stage import Stage, journey
from tests.journeys.waiting import until
from tests.servers.mastodon import MastodonServer, World


@pytest.fixture(autouse=True)
def french(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    folder = tmp_path / "i18n"
    folder.mkdir()
    compile_french(folder, monkeypatch)
    locale = QLocale()
    yield
    Translations().speak(LanguageChoice.ENGLISH)
    QLocale.setDefault(locale)


def many(world: World) -> None:
    for number in range(38):
        world.post("bob", f"Post number {number:03}.", ago=timedelta(seconds=1000 - number))


async def choose(app: Person, language: LanguageChoice) -> None:
    """In the settings' dialog, whatever it is called just now."""
    former = app.window
    await app.command("settings")
    box = await app.see("setting:language", QComboBox)
    place = box.findData(language.value)
    await app.act(lambda: box.setCurrentIndex(place))
    await until(lambda: app.window is not former and app.window.isVisible())
    await until(lambda: app.columns and all(view.column.feed.entries for view in app.columns))


@journey
async def test_french_is_spoken_at_once_and_nothing_is_lost(
    stage: Stage, server: MastodonServer
) -> None:
    server.do(many)
    async with stage.run() as app:
        app.services.settings.update(language=LanguageChoice.ENGLISH)
        await app.sign_in(server.url)
        await until(lambda: app.titles == ["Home", "Notifications", "Local"])
        await app.all_live()
        home = app.column("Home")
        await app.take(home, "Post number 037")
        for _ in range(2):
            await app.press(home.timeline, Qt.Key.Key_PageDown)
        first = home.timeline.first_seen()
        assert first is not None
        width = home.width() + 40
        app.run.models.deck.resize(home.column.id, width)
        await app.press(home.timeline, Qt.Key.Key_O)  # the thread, beside
        await until(lambda: app.titles == ["Home", "Thread", "Notifications", "Local"])
        await app.type("composerEditor", "Half a thought")

        await choose(app, LanguageChoice.FRENCH)

        assert app.titles == ["Accueil", "Conversation", "Notifications", "Fil local"]
        await until(lambda: {v.header.state_text for v in app.columns} >= {"en direct"})
        accueil = app.column("Accueil")
        assert accueil.column.column.width == width
        await until(lambda: accueil.width() == width, lambda: accueil.width())
        await until(lambda: accueil.timeline.first_seen() == first, app.describe)
        editor = await app.see("composerEditor", QTextEdit)
        await until(lambda: editor.toPlainText() == "Half a thought")
        assert app.text("composerSend").startswith("Publier")
        # the dialog goes on in the new language, and there is one window
        assert (await app.see("settingsDialog")).windowTitle() == "Réglages"
        windows = [w for w in QApplication.topLevelWidgets() if w.objectName() == "mainWindow"]
        assert [w for w in windows if w.isVisible()] == [app.window]

        await choose(app, LanguageChoice.ENGLISH)
        assert app.titles == ["Home", "Thread", "Notifications", "Local"]
        assert (await app.see("composerEditor", QWidget)).isVisible()
    async with stage.run() as app:
        assert app.titles == ["Home", "Notifications", "Local"]
