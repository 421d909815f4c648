"""Reading: live posts, edits and deletions, lost streams, older posts, and servers in trouble."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from desktop.networks import websocket
from desktop.views.column_view import ColumnView
from tests.journeys.person import Person
from tests.journeys.stage import Stage, journey
from tests.journeys.waiting import until
from tests.servers.mastodon import Fault, MastodonServer, World


async def signed_in(app: Person, server: MastodonServer) -> tuple[ColumnView, ...]:
    """Home, notifications and local, live."""
    await app.sign_in(server.url)
    await until(lambda: app.titles == ["Home", "Notifications", "Local"], app.describe)
    await app.all_live()
    await app.sees(app.column("Home"), "Zoë bakes bread")
    return app.columns


def many(count: int, word: str = "Post", since: int = 0) -> object:
    def add(world: World) -> None:
        for number in range(count):
            ago = timedelta(seconds=since - number) if since else timedelta()
            world.post("bob", f"{word} number {number:03}.", ago=ago)

    return add


def posts(view: ColumnView) -> list[str]:
    """The texts that the column has loaded, newest first."""
    return [e.post.shown.text.text for e in view.column.feed.entries if e.post is not None]


@journey
async def test_live_posts_edits_and_deletions_are_seen(
    stage: Stage, server: MastodonServer
) -> None:
    async with stage.run() as app:
        home, notifications, local = await signed_in(app, server)
        home.header.setFocus()
        post = server.do(lambda world: world.post("zoe", "The bread is ready #baking"))
        await app.sees(home, "The bread is ready")
        await app.sees(local, "The bread is ready")
        assert "The bread is ready" in app.rows(home)[0]

        server.do(lambda world: world.edit(post, "The bread has burnt"))
        await app.sees(home, "The bread has burnt")
        await app.misses(home, "The bread is ready")
        await app.sees(local, "The bread has burnt")

        server.do(lambda world: world.remove(post))
        await app.misses(home, "The bread has burnt")
        await app.misses(local, "The bread has burnt")

        server.do(lambda world: world.post("zoe", "@claire come and see"))
        await app.sees(notifications, "come and see")


@journey
async def test_what_is_read_stays_while_posts_arrive_above(
    stage: Stage, server: MastodonServer
) -> None:
    server.do(many(35, since=1000))
    async with stage.run() as app:
        await app.sign_in(server.url)
        await until(lambda: "Home" in app.titles)
        await app.all_live()
        home = app.column("Home")
        await app.take(home, "Post number 034")
        await app.press(home.timeline, Qt.Key.Key_PageDown)
        await until(lambda: not home.timeline.is_at_top())
        before = [(s.layout.entry.id, s.place.top) for s in home.timeline.seen()]

        server.do(lambda world: [world.post("zoe", f"News {n}") for n in range(3)])
        await app.reads("newStrip", "3 new", home)
        assert home.column.unread == 3
        assert [(s.layout.entry.id, s.place.top) for s in home.timeline.seen()] == before

        await app.click("newStrip", home)
        await app.sees(home, "News 0", "News 1", "News 2")
        await until(lambda: home.column.unread == 0)
        assert app.find("newStrip", type(home.new_strip), home) is None


@journey
async def test_after_a_lost_stream_the_gap_is_filled(stage: Stage, server: MastodonServer) -> None:
    async with stage.run() as app:
        home, _, local = await signed_in(app, server)
        server.streaming.is_mute = True
        server.do(many(60, "Missed"))
        server.streaming.is_mute = False
        server.cut_streams()
        await until(lambda: home.header.state_text == "offline", app.describe)
        await until(lambda: home.header.state_text == "live", app.describe)
        for view in (home, local):
            await until(
                lambda v=view: len([t for t in posts(v) if t.startswith("Missed")]) == 60,
                app.describe,
            )
            missed = [text for text in posts(view) if text.startswith("Missed")]
            assert missed == sorted(missed, reverse=True)
            assert not [entry for entry in view.column.feed.entries if entry.gap is not None]
        server.do(lambda world: world.post("zoe", "Live again"))
        await until(lambda: "Live again" in posts(home))


@journey
async def test_a_gap_too_large_is_marked_and_filled_on_demand(
    stage: Stage, server: MastodonServer
) -> None:
    async with stage.run() as app:
        home, *_ = await signed_in(app, server)
        server.streaming.is_mute = True
        server.do(many(460, "Missed"))
        server.streaming.is_mute = False
        server.cut_streams()
        await until(lambda: any(e.gap is not None for e in home.column.feed.entries), app.describe)
        before = len(home.column.feed.entries)
        gap = next(e.id for e in home.column.feed.entries if e.gap is not None)
        home.timeline.show_row(home.column.model.row_of(gap), 100)
        home.timeline.setFocus()
        home.timeline.set_current(home.column.model.row_of(gap))
        await app.press(home.timeline, Qt.Key.Key_Return)
        await until(lambda: len(home.column.feed.entries) > before + 10, app.describe)
        assert gap not in [e.id for e in home.column.feed.entries]
        # What was being looked at stays in view: the gap's upper edge did not jump away.
        assert posts(home) == sorted(posts(home), key=_newest_first(home))


def _newest_first(view: ColumnView) -> object:
    order = {
        e.post.shown.text.text: -e.sort_at for e in view.column.feed.entries if e.post is not None
    }
    return order.__getitem__


@journey
async def test_a_dead_stream_is_noticed(
    stage: Stage, server: MastodonServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(websocket, "_PING_SECONDS", 0.4)
    server.streaming.is_deaf = True
    async with stage.run() as app:
        home, *_ = await signed_in(app, server)
        server.streaming.is_mute = True
        server.do(lambda world: world.post("zoe", "Nobody hears this"))
        server.streaming.is_deaf = server.streaming.is_mute = False
        await app.sees(home, "Nobody hears this")
        await app.all_live()


@journey
async def test_older_posts_load_at_the_bottom(stage: Stage, server: MastodonServer) -> None:
    server.do(many(130, since=5000))
    async with stage.run() as app:
        await app.sign_in(server.url)
        await until(lambda: "Home" in app.titles)
        home = app.column("Home")
        await app.sees(home, "Post number 129")
        home.timeline.setFocus()
        pressed = 0
        while not home.column.feed.is_at_end:
            await app.press(home.timeline, Qt.Key.Key_End)
            pressed += 1
            assert pressed < 500, app.describe()
        numbered = [text for text in posts(home) if text.startswith("Post number")]
        assert len(numbered) == len(set(numbered)) == 130
        assert numbered == sorted(numbered, reverse=True)


@journey
async def test_a_limit_says_until_when_and_nothing_else_stops(
    stage: Stage, server: MastodonServer, other_server: MastodonServer
) -> None:
    async with stage.run() as app:
        await signed_in(app, server)
        until_then = datetime.now(UTC) + timedelta(minutes=5)
        headers = {
            "X-RateLimit-Limit": "300", "X-RateLimit-Remaining": "0",
            "X-RateLimit-Reset": until_then.isoformat(),
        }  # fmt: skip
        server.faults.plan(
            Fault("GET", "/api/v1/.*", times=99, status=429, headers=headers,
                  body='{"error": "Too many requests"}')
        )  # fmt: skip
        local = app.column("Local")
        local.timeline.setFocus()
        await app.command("refresh")
        clock = until_then.astimezone().strftime("%H:%M")
        await until(lambda: clock in local.header.state_text, app.describe)
        assert "Limit reached until" in app.text("stateStripText", local)
        await app.sees(local, "Eve is seen")
        # The stream goes on, and so does another server.
        server.do(lambda world: world.post("zoe", "Streams have no such limit"))
        await app.sees(app.column("Home"), "Streams have no such limit")
        await app.sign_in(other_server.url)
        assert len(app.services.accounts.all) == 2


@journey
async def test_an_error_has_a_face_with_retry(stage: Stage, server: MastodonServer) -> None:
    broken = server.faults.plan(
        Fault("GET", "/api/v1/timelines/public", times=99, status=200,
              body="<html>Maintenance</html>", content_type="text/html")
    )  # fmt: skip
    server.faults.plan(Fault("GET", "/api/v1/notifications", times=99, status=503))
    server.faults.plan(Fault("GET", "/api/v2/notifications", times=99, status=503))
    async with stage.run() as app:
        await app.sign_in(server.url)
        await until(lambda: "Local" in app.titles)
        home, notifications, local = app.columns
        await app.sees(home, "Zoë bakes bread")
        for view in (notifications, local):
            await app.reads("faceTitle", "This column could not be loaded", view)
            assert app.text("faceButton", view) == "Retry"
        server.do(lambda world: world.post("zoe", "Home goes on"))
        await app.sees(home, "Home goes on")
        await app.reads("stateStripText", "This column could not be loaded", local)
        broken.times = 0
        await app.click("stateStripButton", local)
        await app.sees(local, "Eve is seen on the local timeline")
        assert len(app.notices) <= 2


@journey
async def test_a_revoked_token_signs_out_one_account_only(
    stage: Stage, server: MastodonServer, other_server: MastodonServer
) -> None:
    async with stage.run() as app:
        home, *_ = await signed_in(app, server)
        await app.sign_in(other_server.url)
        atelier = app.services.accounts.all[-1]
        server.do(lambda world: world.tokens.clear())
        server.cut_streams()
        await until(lambda: home.header.state_text == "signed out", app.describe)
        # Nothing is lost, and there is a button.
        await app.sees(home, "Zoë bakes bread")
        assert app.text("stateStripButton", home) == "Sign in again"
        [notice] = [one for one in app.notices if "signed out" in one.lower()]
        assert "claire" in notice.lower()
        assert app.services.sessions.state(atelier.id).value == "ready"

        server.do(lambda world: world.post("zoe", "While you were out"))
        await app.click("stateStripButton", home)
        await app.reads("signInServer", "127.0.0.1")
        await app.click("signInContinue")
        await app.sees(home, "While you were out")
        await app.all_live()
        assert len(app.services.accounts.all) == 2
        assert app.titles == ["Home", "Notifications", "Local"]
