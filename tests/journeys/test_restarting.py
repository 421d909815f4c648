"""After a restart everything stands where it stood; and what signing out takes away."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.journeys.person import CTRL, Person
from tests.journeys.stage import Stage, journey
from tests.journeys.waiting import until
from tests.servers.mastodon import Fault, MastodonServer, World


def many(world: World) -> None:
    for number in range(38):
        world.post("bob", f"Post number {number:03}.", ago=timedelta(seconds=1000 - number))


async def ready(app: Person, server: MastodonServer) -> None:
    await app.sign_in(server.url)
    await until(lambda: "Home" in app.titles)
    await app.all_live()


async def drag_edge(app: Person, place: int, by: int) -> None:
    edges = [w for w in app.window.findChildren(QWidget, "columnEdge") if w.isVisible()]
    edges.sort(key=lambda w: w.x())
    edge = edges[place]
    start = QPoint(2, edge.height() // 2)
    left = Qt.MouseButton.LeftButton
    await app.act(lambda: QTest.mousePress(edge, left, pos=start))
    for step in range(4):
        await app.act(lambda s=step: QTest.mouseMove(edge, start + QPoint(by * s // 8, 0)))
    await app.act(lambda: QTest.mouseRelease(edge, left, pos=start))


@journey
async def test_layout_place_unread_and_drafts_come_back(
    stage: Stage, server: MastodonServer
) -> None:
    server.do(many)
    async with stage.run() as app:
        await ready(app, server)
        home = app.column("Home")
        app.window.deck_view.focus_place(0)
        await until(lambda: home.has_focus)
        await app.command("wider")
        await app.command("wider")
        width = home.width()
        assert width > 300
        await app.command("move_right")
        await until(lambda: app.titles == ["Notifications", "Home", "Local"])

        await app.take(home, "Post number 037")
        for _ in range(2):
            await app.press(home.timeline, Qt.Key.Key_PageDown)
        first = home.timeline.first_seen()
        assert first is not None
        top = next(s.place.top for s in home.timeline.seen() if s.layout.entry.id == first.id)
        server.do(lambda world: [world.post("zoe", f"News {n}") for n in range(4)])
        await until(lambda: home.column.unread == 4, app.describe)
        await app.type("composerEditor", "Half a thought")
        await app.click("composerAddWarning")
        await app.type("composerWarning", "unfinished")
        await until(lambda: home.column.place is not None and home.column.place[0] == first.id)

    # No answer from any server: all of it is from this machine.
    server.faults.plan(Fault("GET", "/api/.*", times=9999, status=503))
    async with stage.run() as app:
        assert app.titles == ["Notifications", "Home", "Local"]
        home = app.column("Home")
        assert home.width() == width
        await until(
            lambda: home.timeline.isVisible() and home.timeline.first_seen() is not None
            and home.timeline.first_seen().id == first.id,
            app.describe,
        )  # fmt: skip
        restored = next(s.place.top for s in home.timeline.seen() if s.layout.entry.id == first.id)
        assert abs(restored - top) <= 1
        assert home.column.unread == 4
        editor = await app.see("composerEditor")
        await until(lambda: editor.toPlainText() == "Half a thought")  # type: ignore[attr-defined]
        assert app.text("composerWarning") == "unfinished"


@journey
async def test_an_edge_is_dragged_and_remembered(stage: Stage, server: MastodonServer) -> None:
    async with stage.run() as app:
        await ready(app, server)
        before = app.columns[0].width()
        await drag_edge(app, 1, 80)
        changed = app.columns[1].width()
        assert changed > before
    async with stage.run() as app:
        assert [view.width() for view in app.columns[:2]] == [before, changed]


@journey
async def test_a_removed_column_comes_back_by_undo(stage: Stage, server: MastodonServer) -> None:
    async with stage.run() as app:
        await ready(app, server)
        await app.click("columnMenu", app.column("Notifications"))
        await app.choose("columnMenuRows", "column:Remove column")
        await until(lambda: app.titles == ["Home", "Local"])
        await app.is_told("Removed “Notifications”")
        await app.click("noticeButton")
        await until(lambda: app.titles == ["Home", "Notifications", "Local"])
        await app.sees(app.column("Notifications"), "shall we sing?")
        await app.click("columnMenu", app.column("Local"))
        await app.choose("columnMenuRows", "column:Remove column")
        await until(lambda: app.titles == ["Home", "Notifications"])
    async with stage.run() as app:
        assert app.titles == ["Home", "Notifications"]


@journey
async def test_posts_are_painted_before_any_server_answers(
    stage: Stage, server: MastodonServer
) -> None:
    async with stage.run() as app:
        await ready(app, server)
        await app.sees(app.column("Local"), "Eve is seen")
    slow = server.faults.plan(Fault("GET", "/api/.*", times=9999, status=503, delay=3))
    before = server.faults.seen.total()
    async with stage.run() as app:
        await app.sees(app.column("Home"), "Zoë bakes bread", seconds=2)
        await app.sees(app.column("Local"), "Eve is seen", seconds=2)
        await app.sees(app.column("Notifications"), "shall we sing?", seconds=2)
        await until(lambda: server.faults.seen.total() > before)
        slow.times = 0
        await app.all_live()


@journey
async def test_signing_out_revokes_the_token_and_forgets_all(
    stage: Stage, server: MastodonServer, other_server: MastodonServer
) -> None:
    async with stage.run() as app:
        await ready(app, server)
        await app.sign_in(other_server.url)
        claire, atelier = app.services.accounts.all
        await app.press_on(app.column("Home"), "Zoë bakes bread", Qt.Key.Key_Return)
        await until(lambda: len(app.columns) == 4)
        await app.command("accounts")
        card = await app.see(f"accountCard:{claire.id}")
        await app.click("accountSignOut", card)
        await app.answer("Cancel")
        await until(lambda: app.find("question", QWidget) is None)
        assert len(server.world.tokens) == 1
        card = await app.see(f"accountCard:{claire.id}")
        await app.click("accountSignOut", card)
        await app.answer("Sign out")
        await until(lambda: app.services.accounts.all == (atelier,), app.describe)
        await until(lambda: server.world.tokens == {})
        await app.click("accountsClose")
        await until(lambda: app.find(f"account:{claire.id}", QWidget) is None)
        await until(lambda: not any(claire.id in name for _, name in stage.keyring.kept))
        assert any(atelier.id in name for _, name in stage.keyring.kept)
        await until(lambda: app.columns == (), app.describe)
        await app.see("welcomePage")
    body = b"".join(path.read_bytes() for path in (stage.profile / "data").glob("posts.sqlite*"))
    assert b"bakes bread" not in body
    async with stage.run() as app:
        assert app.services.accounts.all == (atelier,)


@journey
async def test_quitting_by_its_key_while_something_is_on_its_way_is_orderly(
    stage: Stage, server: MastodonServer
) -> None:
    async with stage.run() as app:
        await ready(app, server)
        server.faults.plan(Fault("POST", "/api/v1/statuses", delay=30))
        await app.type("composerEditor", "On its way")
        await app.press("composerEditor", Qt.Key.Key_Return, CTRL)
        await until(lambda: server.faults.seen["POST /api/v1/statuses"] == 1)
        await app.press(app.window, Qt.Key.Key_Q, CTRL)
    server.faults.clear()
    async with stage.run() as app:
        await until(
            lambda: [p for p in server.world.posts.values() if p.text == "On its way"],
            app.describe,
        )
        await until(lambda: not app.services.outbox.items)
    assert len([p for p in server.world.posts.values() if p.text == "On its way"]) == 1
