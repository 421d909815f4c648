"""Run as a program: the whole app, used by nobody but these lines, to be killed by a test.

    python -m tests.journeys.driver FOLDER sign-in ADDRESS
    python -m tests.journeys.driver FOLDER write TEXT [PICTURE]
    python -m tests.journeys.driver FOLDER finish

`write` says "submitted" on its output once the editor is empty, and then runs until it is
killed. `finish` ends when nothing is on its way any more, and says what is in the editor.
The keyring is a file in FOLDER, for tests only.
"""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from tests.journeys.keyrings import FileKeyring
from tests.journeys.person import CTRL, Person
from tests.journeys.stage import Stage
from tests.journeys.waiting import POLL, until


def say(words: str) -> None:
    print(words, flush=True)


async def sign_in(app: Person, address: str) -> None:
    await app.sign_in(address)
    await app.all_live()


async def write(app: Person, text: str, picture: str = "") -> None:
    await until(lambda: app.services.accounts.all)
    await app.type("composerEditor", text)
    if picture:
        app.run.models.composer.media.add_files([picture])
        await app.click("composerMedia:1")
        await app.type("altText", "A picture")
        await app.click("altTextSave")
        await until(lambda: app.find("altTextDialog", QWidget) is None)
        await app.come_back()
    # People pause before they send; from then on the draft is on the disk.
    while not any(draft.text == text for draft in await app.services.drafts.all()):
        await asyncio.sleep(POLL)
    editor = await app.see("composerEditor", QTextEdit)
    await app.press(editor, Qt.Key.Key_Return, CTRL)
    await until(lambda: editor.toPlainText() == "")
    say("submitted")
    await asyncio.Event().wait()


async def finish(app: Person) -> None:
    outbox = app.services.outbox
    await until(lambda: outbox._is_open and not outbox.items, lambda: str(outbox.items), 60)
    editor = await app.see("composerEditor", QTextEdit)
    await app.all_live()
    say(f"in the editor: {editor.toPlainText()}")


async def main(stage: Stage, what: str, *arguments: str) -> None:
    async with stage.run() as app:
        await {"sign-in": sign_in, "write": write, "finish": finish}[what](app, *arguments)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    stage = Stage(QApplication(sys.argv[:1]), folder)
    stage.application.setQuitOnLastWindowClosed(False)
    stage.keyring = FileKeyring(folder / "keyring-for-tests.json")
    stage.play(main(stage, *sys.argv[2:]))
