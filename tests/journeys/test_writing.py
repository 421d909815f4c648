"""Writing: the live count, warnings, pictures, refusals, and servers that fail half-way."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QTextEdit, QWidget

from desktop.services import delivery
from desktop.views.counter import Counter
from tests.journeys.person import CTRL, Person
from tests.journeys.stage import Stage, journey
from tests.journeys.waiting import until
from tests.servers.mastodon import Fault, MastodonServer, Post

Editor = QTextEdit | QPlainTextEdit
R = TypeVar("R")


async def ready(app: Person, server: MastodonServer) -> None:
    await app.sign_in(server.url)
    await until(lambda: "Home" in app.titles)
    await app.all_live()


def written(app: Person) -> str:
    editor = app.find("composerEditor", QWidget)
    assert isinstance(editor, Editor)
    return editor.toPlainText()


def counter(app: Person) -> str:
    found = app.find("composerCounter", Counter)
    assert found is not None
    return found.text.replace("\u2212", "-")


def can_send(app: Person) -> bool:
    button = app.find("composerSend", QWidget)
    assert button is not None
    return button.isEnabled()


def posts_of(server: MastodonServer, text: str) -> list[Post]:
    return server.do(lambda world: [p for p in world.posts.values() if text in p.text])


async def delivered(app: Person) -> None:
    await until(
        lambda: not app.services.outbox.items and app.find("outboxStrip", QWidget) is None,
        app.describe,
    )


def image(path: Path, colour: Qt.GlobalColor = Qt.GlobalColor.darkCyan) -> QImage:
    picture = QImage(64, 48, QImage.Format.Format_RGB32)
    picture.fill(colour)
    assert picture.save(str(path))
    return picture


@journey
async def test_the_count_is_the_servers_own_and_too_much_cannot_be_sent(
    stage: Stage, server: MastodonServer
) -> None:
    server.world.max_characters = 60
    async with stage.run() as app:
        await ready(app, server)
        assert counter(app) == "60"
        assert not can_send(app)
        await app.type("composerEditor", "Bonjour ")
        assert counter(app) == "52"
        # An address counts 23, whatever its length; a mention without its host.
        await app.type("composerEditor", "https://example.org/a/very/long/address/indeed/it/is ")
        assert counter(app) == "28"
        await app.type("composerEditor", "@bob@example.org ")
        assert counter(app) == "23"
        assert can_send(app)
        await app.type("composerEditor", "x" * 30)
        assert counter(app) == "-7"
        assert not can_send(app)
        await app.press("composerEditor", Qt.Key.Key_Return, CTRL)
        assert written(app).endswith("x" * 30)
        for _ in range(10):
            await app.press("composerEditor", Qt.Key.Key_Backspace)
        assert counter(app) == "3"
        # The content warning counts, too.
        await app.click("composerAddWarning")
        await app.type("composerWarning", "cats")
        assert counter(app) == "-1"
        await app.press("composerWarning", Qt.Key.Key_Backspace)
        assert counter(app) == "0"
        await app.click("composerSend")
        await until(lambda: len(posts_of(server, "Bonjour")) == 1)
        [post] = posts_of(server, "Bonjour")
        assert post.spoiler_text == "cat"
        assert written(app) == ""
        await delivered(app)
        await app.sees(app.column("Home"), "cat")


@journey
async def test_a_post_with_pictures_is_described_uploaded_and_seen(
    stage: Stage, server: MastodonServer, tmp_path: Path
) -> None:
    server.world.media_looks = 2
    async with stage.run() as app:
        await ready(app, server)
        await app.type("composerEditor", "Two pictures of the same blue")
        QGuiApplication.clipboard().setImage(image(tmp_path / "pasted.png"))
        await app.press("composerEditor", Qt.Key.Key_V, CTRL)
        await app.see("composerMedia:1")
        image(tmp_path / "file.png", Qt.GlobalColor.darkBlue)
        app.run.models.composer.media.add_files([str(tmp_path / "file.png")])
        await app.see("composerMedia:2")
        await app.reads("composerFindings", "")

        await app.click("composerMedia:1")
        await app.type("altText", "A rectangle, teal")
        await app.click("altTextSave")
        await until(lambda: app.find("altTextDialog", QDialog) is None)
        # One is still without words: sending asks once, and takes the second press as a yes.
        await app.click("composerSend")
        await until(lambda: "descri" in app.text("composerFindings"), app.describe)
        assert posts_of(server, "Two pictures") == []
        await app.click("composerMedia:2")
        await app.type("altText", "A rectangle, navy")
        await app.click("altTextSave")
        await app.click("composerSend")
        await until(lambda: len(posts_of(server, "Two pictures")) == 1, app.describe)
        [post] = posts_of(server, "Two pictures")
        media = [server.world.media[number] for number in post.media]
        assert [one.description for one in media] == ["A rectangle, teal", "A rectangle, navy"]
        assert all(one.mime == "image/png" for one in media)
        assert server.faults.seen[f"GET /api/v1/media/{media[0].id}"] >= 2
        await delivered(app)
        home = app.column("Home")
        await app.sees(home, "Two pictures of the same blue")
        shown = next(
            e.post for e in home.column.feed.entries if e.post and "Two pic" in e.post.text.text
        )
        assert len(shown.attachments) == 2
        # The copies in the profile are no longer needed, now or after a restart.
    async with stage.run() as app:
        drafts = stage.profile / "data" / "drafts"
        await until(lambda: not drafts.exists() or not list(drafts.rglob("*.png")))


@journey
async def test_a_refusal_brings_everything_back_with_the_reason(
    stage: Stage, server: MastodonServer, tmp_path: Path
) -> None:
    async with stage.run() as app:
        await ready(app, server)
        server.faults.plan(
            Fault("POST", "/api/v1/statuses", status=422,
                  body='{"error": "Validation failed: Not on Sundays"}')
        )  # fmt: skip
        await app.type("composerEditor", "Words that the server will not have")
        image(tmp_path / "file.png")
        app.run.models.composer.media.add_files([str(tmp_path / "file.png")])
        await app.click("composerMedia:1")
        await app.type("altText", "Nothing")
        await app.click("altTextSave")
        await app.click("composerSend")
        await app.reads("composerProblem", "Not on Sundays")
        assert written(app) == "Words that the server will not have"
        await app.see("composerMedia:1")
        assert app.services.outbox.items == ()

        await app.click("composerSend")
        await until(lambda: len(posts_of(server, "Words that")) == 1, app.describe)
        [post] = posts_of(server, "Words that")
        assert [server.world.media[m].description for m in post.media] == ["Nothing"]
        await delivered(app)


@journey
async def test_a_server_that_fails_after_posting_has_the_post_once(
    stage: Stage, server: MastodonServer
) -> None:
    async with stage.run() as app:
        await ready(app, server)
        server.faults.plan(Fault("POST", "/api/v1/statuses", status=500, after=True))
        await app.type("composerEditor", "Said once")
        await app.press("composerEditor", Qt.Key.Key_Return, CTRL)
        assert written(app) == ""
        await until(lambda: len(posts_of(server, "Said once")) == 1)
        await app.see("outboxSentence")
        await app.click("outbox:retry")
        await delivered(app)
        assert len(posts_of(server, "Said once")) == 1
        home = app.column("Home")
        await app.sees(home, "Said once")
        assert sum("Said once" in row for row in app.rows(home)) == 1


@journey
async def test_a_cut_connection_is_tried_again_by_itself_and_posts_once(
    stage: Stage, server: MastodonServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "FIRST_RETRY", 0.4)
    async with stage.run() as app:
        await ready(app, server)
        # Cut before the server took it, then after.
        server.faults.plan(Fault("POST", "/api/v1/statuses", drop=True))
        server.faults.plan(Fault("POST", "/api/v1/statuses", drop=True, after=True))
        await app.type("composerEditor", "Through a bad line")
        await app.press("composerEditor", Qt.Key.Key_Return, CTRL)
        await app.reads("outboxSentence", "Not sent yet")
        await delivered(app)
        assert server.faults.seen["POST /api/v1/statuses"] >= 2
        assert len(posts_of(server, "Through a bad line")) == 1


@journey
async def test_what_is_written_offline_leaves_once_the_server_is_back(
    stage: Stage, server: MastodonServer
) -> None:
    port = int(server.url.rpartition(":")[2])
    async with stage.run() as app:
        await ready(app, server)
        server.stop()
        await until(lambda: app.column("Home").header.state_text == "offline", app.describe)
        await app.type("composerEditor", "From a train")
        await app.press("composerEditor", Qt.Key.Key_Return, CTRL)
        await app.reads("outboxSentence", "Not sent yet")
        assert written(app) == ""
    # A restart loses nothing; then the server is there again.
    with MastodonServer(server.world, port) as again:
        async with stage.run() as app:
            await until(lambda: len(posts_of(again, "From a train")) == 1, app.describe)
            await delivered(app)
            await app.sees(app.column("Home"), "From a train")
        assert len(posts_of(again, "From a train")) == 1


@journey
async def test_a_reply_goes_under_its_post(stage: Stage, server: MastodonServer) -> None:
    async with stage.run() as app:
        await ready(app, server)
        home = app.column("Home")
        await app.press_on(home, "Zoë bakes bread", Qt.Key.Key_R)
        await app.reads("composerContextExcerpt", "Zoë bakes bread")
        await until(lambda: written(app).startswith("@zoe"), lambda: written(app))
        await app.type("composerEditor", "which flour?")
        await app.click("composerSend")
        await until(lambda: len(posts_of(server, "which flour?")) == 1)
        [post] = posts_of(server, "which flour?")
        parent = server.world.posts[post.in_reply_to or ""]
        assert parent.text.startswith("Zoë bakes bread")
        await delivered(app)


@journey
async def test_sending_can_be_undone_for_a_while(stage: Stage, server: MastodonServer) -> None:
    async with stage.run() as app:
        await ready(app, server)
        app.services.settings.update(undo_send_seconds=30)
        await app.type("composerEditor", "Perhaps not")
        await app.press("composerEditor", Qt.Key.Key_Return, CTRL)
        await app.reads("outboxSentence", "Sending in")
        await app.click("outbox:undo")
        await until(lambda: written(app) == "Perhaps not")
        assert app.services.outbox.items == ()
        assert posts_of(server, "Perhaps not") == []
