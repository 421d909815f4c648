"""The profile: one program at a time, folders that cannot be written, files that are broken."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from desktop.app.single_instance import SingleInstance
from tests.journeys.person import CTRL, Person
from tests.journeys.stage import Stage, journey
from tests.journeys.waiting import until
from tests.servers.mastodon import MastodonServer


async def ready(app: Person, server: MastodonServer) -> None:
    await app.sign_in(server.url)
    await until(lambda: "Home" in app.titles)
    await app.all_live()
    await app.sees(app.column("Home"), "Zoë bakes bread")


def voliere(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "desktop", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def aside(folder: Path, name: str) -> list[Path]:
    """What `name` was moved to."""
    stem = name.partition(".")[0]
    return [
        path
        for path in folder.iterdir()
        if path.name.startswith(stem)
        and (".broken" in path.name or ".corrupt" in path.name or ".newer" in path.name)
        and not path.name.endswith(("-wal", "-shm"))
    ]


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (("--no-such-option",), "--no-such-option"),
        (("--profile",), "--profile"),
        (("surplus",), "surplus"),
        (("--screenshot", "/no/such/folder/picture.png"), "/no/such/folder"),
    ],
)
def test_wrong_use_is_said_in_one_line(arguments: tuple[str, ...], part: str) -> None:
    ended = voliere(*arguments)
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) == 1
    assert part in ended.stderr


def test_a_profile_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    ended = voliere("--profile", str(tmp_path / "file"))
    assert ended.returncode == 2
    assert len(ended.stderr.splitlines()) == 1
    assert str(tmp_path / "file") in ended.stderr


def test_a_picture_of_the_demo_is_taken_and_nothing_else_is_touched(tmp_path: Path) -> None:
    picture = tmp_path / "demo.png"
    ended = voliere("--demo", "--profile", str(tmp_path / "profile"), "--screenshot", str(picture))
    assert (ended.returncode, ended.stdout) == (0, "")
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1600, 1000)
    colours = {image.pixel(x, y) for x in range(0, 1600, 20) for y in range(0, 1000, 20)}
    assert len(colours) > 50, "posts are painted"
    assert {path.name for path in tmp_path.iterdir()} == {"demo.png", "profile"}


def test_a_second_one_calls_the_first_and_ends(stage: Stage) -> None:
    async def first() -> None:
        import asyncio

        async with stage.run() as app:
            app.window.showMinimized()
            second = await asyncio.to_thread(voliere, "--profile", str(stage.profile))
            assert second.returncode == 0
            assert "already running" in second.stdout
            assert second.stderr == ""
            await until(lambda: not app.window.isMinimized(), "it comes to the front")

    stage.play(first())
    # And afterwards the profile is free.
    instance = SingleInstance(stage.profile / "data")
    assert instance.take()
    instance.close()


@journey
async def test_a_damaged_post_store_is_put_aside_and_filled_anew(
    stage: Stage, server: MastodonServer
) -> None:
    async with stage.run() as app:
        await ready(app, server)
    data = stage.profile / "data"
    (data / "posts.sqlite").write_bytes(b"This is no database. " * 500)
    async with stage.run() as app:
        sentence = await app.is_told("The local database was damaged")
        [moved] = aside(data, "posts.sqlite")
        assert moved.name in sentence
        await app.sees(app.column("Home"), "Zoë bakes bread")
        await app.all_live()
    assert moved.read_bytes().startswith(b"This is no database.")


@journey
async def test_a_damaged_outbox_and_drafts_are_put_aside(
    stage: Stage, server: MastodonServer
) -> None:
    async with stage.run() as app:
        await ready(app, server)
    data = stage.profile / "data"
    (data / "writing.sqlite").write_bytes(b"Neither is this. " * 500)
    async with stage.run() as app:
        await app.is_told("The local database was damaged")
        assert len(aside(data, "writing.sqlite")) == 1
        await app.all_live()
        await app.type("composerEditor", "Writing goes on")
        await app.press("composerEditor", Qt.Key.Key_Return, CTRL)
        await until(lambda: [p for p in server.world.posts.values() if p.text == "Writing goes on"])
        await until(lambda: not app.services.outbox.items)


@journey
async def test_a_store_of_a_newer_version_is_put_aside(
    stage: Stage, server: MastodonServer
) -> None:
    async with stage.run() as app:
        await ready(app, server)
    data = stage.profile / "data"
    database = sqlite3.connect(data / "posts.sqlite")
    database.execute("PRAGMA user_version = 9999")
    database.commit()
    database.close()
    async with stage.run() as app:
        sentence = await app.is_told("made by a newer Volière")
        [moved] = aside(data, "posts.sqlite")
        assert moved.name in sentence
        await app.sees(app.column("Home"), "Zoë bakes bread")
        await app.all_live()


@journey
async def test_broken_settings_and_decks_are_put_aside(
    stage: Stage, server: MastodonServer
) -> None:
    async with stage.run() as app:
        await ready(app, server)
    config = stage.profile / "config"
    (config / "settings.toml").write_text("theme = [dark", encoding="utf-8")
    (config / "deck.toml").write_text("\x00\x01 nonsense", encoding="utf-8")
    stage.expects_unexpected = False
    async with stage.run() as app:
        await until(
            lambda: sum("could not be read" in sentence for sentence in app.notices) == 2,
            app.describe,
        )
        for name in ("settings.toml", "deck.toml"):
            [moved] = aside(config, name)
            assert any(moved.name in sentence for sentence in app.notices)
        # Nothing stands there any more, but it can be built again.
        assert app.columns == ()
        assert len(app.services.accounts.all) == 1
        await app.command("add_column")
        await app.click("addColumnAdd")
        await until(lambda: app.titles == ["Home"], app.describe)
        await app.sees(app.column("Home"), "Zoë bakes bread")
    async with stage.run() as app:
        assert app.titles == ["Home"]
        assert app.notices == []
