"""Keyword columns: made in the dialog, live, and still there after a restart."""

from __future__ import annotations

from PySide6.QtWidgets import QListWidget, QWidget

from desktop.views.keywords_form import QueryField
from tests.journeys.person import Person
from tests.journeys.stage import Stage, journey
from tests.journeys.waiting import until
from tests.servers.mastodon import MastodonServer


async def ready(app: Person, server: MastodonServer) -> None:
    await app.sign_in(server.url)
    await until(lambda: "Home" in app.titles)
    await app.all_live()


@journey
async def test_a_keyword_column_is_made_lives_and_lasts(
    stage: Stage, server: MastodonServer
) -> None:
    server.do(lambda world: world.post("eve", "Long ago eve sang of seagulls, far away"))
    async with stage.run() as app:
        await ready(app, server)
        await app.command("search")
        await app.type("keywordsQuery", '(seagulls OR "sea gull')
        await app.reads("keywordsProblem", "This quotation mark is never closed.")
        field = app.find("keywordsQuery", QueryField)
        assert field is not None
        assert field.mark[0] == len("(seagulls OR ")
        add = await app.see("addColumnAdd")
        assert not add.isEnabled()
        await app.type("keywordsQuery", '") -herring')
        await until(lambda: "never closed" not in app.text("keywordsProblem"))
        await app.reads("keywordsPreviewText", "1 match")
        preview = await app.see("keywordsPreview", QListWidget)
        assert "eve sang of seagulls" in preview.item(0).text()
        await app.click(add)
        await until(lambda: len(app.columns) == 4, app.describe)
        column = app.columns[-1]
        title = column.header.title
        await app.sees(column, "eve sang of seagulls")

        # A live post that matches comes in, others do not; nothing comes twice.
        server.do(lambda world: world.post("bob", "Sea gull and seagulls over the harbour"))
        server.do(lambda world: world.post("bob", "Seagulls ate my herring"))
        server.do(lambda world: world.post("bob", "Nothing but crows"))
        await app.sees(column, "over the harbour")
        await app.sees(app.column("Home"), "Nothing but crows")
        rows = app.rows(column)
        assert len([row for row in rows if "over the harbour" in row]) == 1
        assert not [row for row in rows if "herring" in row or "crows" in row]

    # The server is gone: the column is painted from the store.
    server.stop()
    async with stage.run() as app:
        column = app.column(title)
        await app.sees(column, "over the harbour", "eve sang of seagulls")
        assert app.columns[-1] is column


@journey
async def test_accents_and_scripts_are_found_by_plain_words(
    stage: Stage, server: MastodonServer
) -> None:
    async with stage.run() as app:
        await ready(app, server)
        server.do(lambda world: world.post("zoe", "L'été à Orléans"))
        server.do(lambda world: world.post("zoe", "今日は東京で寿司を食べた"))
        await app.sees(app.column("Home"), "東京")
        await app.command("search")
        await app.type("keywordsQuery", "ete OR 東京")
        await app.reads("keywordsPreviewText", "2 matches")
        await app.click("addColumnAdd")
        await until(lambda: len(app.columns) == 4, app.describe)
        await app.sees(app.columns[-1], "L'été à Orléans", "東京")


@journey
async def test_the_form_writes_the_query_and_the_column_is_edited_later(
    stage: Stage, server: MastodonServer
) -> None:
    async with stage.run() as app:
        await ready(app, server)
        await app.command("search")
        await app.type("keywords:any_words", "bread morning")
        await app.type("keywords:handles", "zoe")
        query = app.text("keywordsQuery")
        assert "bread OR morning" in query
        assert "from:" in query
        await app.reads("keywordsPreviewText", "1 match")
        await app.click("addColumnAdd")
        await until(lambda: len(app.columns) == 4, app.describe)
        await app.sees(app.columns[-1], "Zoë bakes bread")
        assert not app.has(app.columns[-1], "Good morning")

        app.window.dialogs.edit_search(app.columns[-1].column.id)
        await app.retype("keywordsQuery", "morning")
        await app.click("editKeywordsSave")
        await until(lambda: app.find("editKeywordsDialog", QWidget) is None)
        await app.sees(app.columns[-1], "Good morning from Bob")
        assert not app.has(app.columns[-1], "Zoë bakes bread")
