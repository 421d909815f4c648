"""Decks over restarts: arranged, killed, opened the same; carried to a fresh profile."""

from __future__ import annotations

from msgspec.structs import replace

from desktop.domain.filter_rule import ColumnRules
from desktop.domain.timeline import TimelineKey
from desktop.domain.timeline_kind import TimelineKind
from desktop.services.deck_file import DeckFile
from tests.journeys.person import Person
from tests.journeys.stage import Stage, journey
from tests.journeys.waiting import until
from tests.servers.mastodon import MastodonServer


async def signed_in(app: Person, server: MastodonServer) -> None:
    await app.sign_in(server.url)
    await until(lambda: app.titles == ["Home", "Notifications", "Local"], app.describe)
    await app.all_live()


@journey
async def test_decks_are_on_the_disk_as_they_are_arranged_and_open_the_same(
    stage: Stage, server: MastodonServer
) -> None:
    async with stage.run() as app:
        await signed_in(app, server)
        deck = app.run.models.deck
        first = [column.id for column in deck.columns]
        deck.move(first[0], 2)
        deck.resize(first[1], 420)
        deck.fold(first[2], True)
        deck.decks.rename(deck.decks.current.id, "Everyday")
        deck.decks.add("News")
        deck.decks.add("Quiet")
        deck.add_spacer()
        deck.decks.show_place(0)
        arranged = app.run.services.deck.decks
        # What a kill leaves behind is what the file says now, before any orderly end.
        app.run.services.deck.flush()
        left = DeckFile(app.run.services.deck.path)
        assert left.load() is None
        assert left.decks == arranged
    async with stage.run() as app:
        deck = app.run.models.deck
        assert [one.name for one in deck.decks.all] == ["Everyday", "News", "Quiet"]
        assert app.titles == ["Notifications", "Local", "Home"]
        assert app.run.services.deck.decks == arranged
        widths = [view.width() for view in app.columns]
        assert widths[0] == 420
        assert widths[1] < 60


@journey
async def test_an_exported_layout_works_in_a_fresh_profile(
    stage: Stage, server: MastodonServer
) -> None:
    file = stage.profile.parent / "decks.toml"
    async with stage.run() as app:
        await signed_in(app, server)
        deck = app.run.models.deck
        deck.rename(deck.columns[0].id, "My home")
        deck.decks.export(file)
    assert "token" not in file.read_text()
    stage.profile = stage.profile.parent / "fresh"
    async with stage.run() as app:
        app.run.models.deck.decks.take(file)
        await until(lambda: app.titles == ["My home", "Notifications", "Local"], app.describe)
        await app.sign_in(server.url)
        await app.all_live()
        await app.sees(app.column("My home"), "Zoë bakes bread")


@journey
async def test_sources_are_merged_and_a_post_boosted_by_many_is_one_row(
    stage: Stage, server: MastodonServer
) -> None:
    async with stage.run() as app:
        await signed_in(app, server)
        deck = app.run.models.deck
        home = app.column("Home").column
        account = home.column.sources[0].account
        sources = (
            *home.column.sources,
            TimelineKey(account, TimelineKind.LOCAL),
            TimelineKey(account, TimelineKind.HASHTAG, "baking"),
        )
        deck.change(replace(home.column, sources=sources))
        await until(lambda: "Home + Local + #baking" in app.titles, app.describe)
        await app.all_live()
        view = app.column("Home + Local + #baking")
        post = server.do(lambda world: world.post("zoe", "One loaf only #baking"))
        await app.sees(view, "One loaf only")
        server.do(lambda world: world.repost(world.person("bob").id, post))
        await until(
            lambda: any("Boosted by" in row for row in app.rows(view)), lambda: app.rows(view)
        )
        assert len([row for row in app.rows(view) if "One loaf only" in row]) == 1


@journey
async def test_rules_hide_what_they_say_and_the_strip_counts_it(
    stage: Stage, server: MastodonServer
) -> None:
    async with stage.run() as app:
        await signed_in(app, server)
        view = app.column("Local")
        column = view.column.column
        rules = ColumnRules(hides_replies=True)
        app.run.models.deck.change(replace(column, rules=rules))
        parent = server.do(lambda world: world.post("zoe", "Who is there?"))
        await app.sees(view, "Who is there?")
        server.do(lambda world: world.post("bob", "Me, behind the door", in_reply_to=parent.id))
        server.do(lambda world: world.post("bob", "And this is no reply"))
        await app.sees(view, "And this is no reply")
        await until(lambda: view.rules_strip.isVisible(), app.describe)
        hidden = view.column.feed.hidden
        assert hidden >= 1
        assert f"{hidden} hidden" in view.rules_strip.accessibleName()
        await app.misses(view, "Me, behind the door")
        await app.click("rulesStripButton", view.rules_strip)
        await app.sees(view, "Me, behind the door")
