"""The first run, and signing in: the ways that work, and what is said of those that do not."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tests.journeys.stage import Stage, journey
from tests.journeys.waiting import until
from tests.servers.mastodon import MastodonServer


@journey
async def test_the_first_run_leads_to_filled_columns(stage: Stage, server: MastodonServer) -> None:
    async with stage.run() as app:
        await app.click("welcomeButton")
        await app.type("signInServer", server.url.removeprefix("http://"))
        await app.click("signInContinue")
        await until(lambda: app.find("signInDialog", QWidget) is None, app.describe)

        assert app.titles == ["Home", "Notifications", "Local"]
        await app.sees(app.column("Home"), "Zoë bakes bread", "Good morning from Bob")
        await app.sees(app.column("Notifications"), "shall we sing?")
        await app.sees(app.column("Local"), "Eve is seen on the local timeline")
        account = app.services.accounts.all[0]
        button = await app.see(f"account:{account.id}")
        assert "Claire Dubois" in button.accessibleName()
        await app.all_live()
