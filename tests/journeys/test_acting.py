"""What is done to posts and people: seen at once, taken back when refused."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from tests.journeys.person import Person
from tests.journeys.stage import Stage, journey
from tests.journeys.waiting import until
from tests.servers.mastodon import Fault, MastodonServer


async def ready(app: Person, server: MastodonServer) -> None:
    await app.sign_in(server.url)
    await until(lambda: "Home" in app.titles)
    await app.all_live()
    await app.sees(app.column("Home"), "Zoë bakes bread")


def bread(app: Person) -> object:
    entries = app.column("Home").column.feed.entries
    return next(e.post for e in entries if e.post and "Zoë bakes" in e.post.text.text)


@journey
async def test_likes_boosts_and_bookmarks_reach_the_server(
    stage: Stage, server: MastodonServer
) -> None:
    post = next(p for p in server.world.posts.values() if "Zoë bakes" in p.text)
    claire = server.world.person("claire")
    async with stage.run() as app:
        await ready(app, server)
        home = app.column("Home")
        await app.press_on(home, "Zoë bakes bread", Qt.Key.Key_F)
        await until(lambda: claire.id in post.favourited_by)
        await app.press_on(home, "Zoë bakes bread", Qt.Key.Key_D)
        await until(lambda: post.id in claire.bookmarks)
        await app.press_on(home, "Zoë bakes bread", Qt.Key.Key_B)
        await until(lambda: claire.id in post.reblogged_by)
        await until(
            lambda: bread(app).viewer.has_liked and bread(app).viewer.has_reposted  # type: ignore[attr-defined]
        )
        await app.press_on(home, "Zoë bakes bread", Qt.Key.Key_F)
        await until(lambda: claire.id not in post.favourited_by)
        assert app.notices == []


@journey
async def test_what_the_server_refuses_is_taken_back_with_a_notice(
    stage: Stage, server: MastodonServer
) -> None:
    async with stage.run() as app:
        await ready(app, server)
        home = app.column("Home")
        keys = {"favourite": Qt.Key.Key_F, "bookmark": Qt.Key.Key_D, "reblog": Qt.Key.Key_B}
        for (action, key), status in zip(keys.items(), (422, 500, 422), strict=True):
            fault = Fault(
                "POST", f"/api/v1/statuses/.*/{action}", times=9, status=status, delay=0.3,
                body='{"error": "Nobody may"}',
            )  # fmt: skip
            server.faults.plan(fault)
            before = len(app.told)
            await app.press_on(home, "Zoë bakes bread", key)
            name = {"favourite": "has_liked", "bookmark": "has_bookmarked"}.get(
                action, "has_reposted"
            )
            # On the screen before the server has said anything, …
            await until(lambda n=name: getattr(bread(app).viewer, n), seconds=0.25)  # type: ignore[attr-defined]
            # … and gone again when it said no.
            await until(lambda n=name: not getattr(bread(app).viewer, n))  # type: ignore[attr-defined]
            await until(lambda b=before: len(app.told) > b)
            assert app.told[-1].code.value == "action_undone"


@journey
async def test_a_thread_and_a_profile_open_beside_without_losing_the_place(
    stage: Stage, server: MastodonServer
) -> None:
    zoe = server.world.person("zoe")
    parent = next(p for p in server.world.posts.values() if "Zoë bakes" in p.text)
    server.do(lambda world: world.post("eve", "Is it sourdough?", in_reply_to=parent.id))
    async with stage.run() as app:
        await ready(app, server)
        home = app.column("Home")
        await app.press_on(home, "Zoë bakes bread", Qt.Key.Key_Return)
        await until(lambda: len(app.columns) == 4, app.describe)
        thread = app.columns[1]
        await app.sees(thread, "Zoë bakes bread", "Is it sourdough?")
        await app.press_on(home, "Zoë bakes bread", Qt.Key.Key_P)
        await until(lambda: len(app.columns) == 5, app.describe)
        profile = next(view for view in app.columns if view.panel is not None)
        await app.reads("profileName", "Zoe", profile)
        await app.sees(profile, "Zoë bakes bread")

        # Follow, unfollow, mute from there.
        claire = server.world.person("claire")
        await app.click("profile:unfollow", profile)
        await until(lambda: zoe.id not in claire.following)
        await app.click("profile:follow", profile)
        await until(lambda: zoe.id in claire.following)

        await app.click("columnClose", profile)
        await until(lambda: profile not in app.columns)
        assert app.has(home, "Zoë bakes bread")
        # What was opened for a moment is not kept.
    async with stage.run() as app:
        await until(lambda: app.columns)
        assert app.titles == ["Home", "Notifications", "Local"]


@journey
async def test_muting_and_deleting_from_a_posts_menu(stage: Stage, server: MastodonServer) -> None:
    server.do(lambda world: world.post("claire", "I take this back"))
    claire, zoe = server.world.person("claire"), server.world.person("zoe")
    async with stage.run() as app:
        await ready(app, server)
        home = app.column("Home")
        await app.press_on(home, "I take this back", Qt.Key.Key_Menu)
        await app.choose("postMenu", "delete")
        await app.answer("Cancel")
        await until(lambda: app.find("question", QWidget) is None)
        assert app.has(home, "I take this back")
        await app.press_on(home, "I take this back", Qt.Key.Key_Menu)
        await app.choose("postMenu", "delete")
        await app.answer("Yes")
        await app.misses(home, "I take this back")
        await until(lambda: not [p for p in server.world.posts.values() if "take this" in p.text])

        await app.press_on(home, "Zoë bakes bread", Qt.Key.Key_Menu)
        menu = await app.see("postMenu", QMenu)
        names = [action.objectName() for action in menu.actions()]
        assert "mute_author" in names, names
        await app.choose("postMenu", "mute_author")
        if app.find("question", QWidget) is not None:
            await app.answer("Yes")
        await until(lambda: zoe.id in claire.muting)
