"""The first run, and signing in: the ways that work, and what is said of those that do not."""

from __future__ import annotations

import urllib.error

import pytest
from PySide6.QtWidgets import QWidget

from desktop.app.options import Options
from desktop.views.add_column_dialog import AddColumnDialog
from tests.journeys.stage import Stage, journey
from tests.journeys.waiting import until
from tests.servers.mastodon import Fault, MastodonServer


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


@journey
async def test_refusing_in_the_browser_is_said_and_can_be_tried_again(
    stage: Stage, server: MastodonServer
) -> None:
    server.world.refuse_sign_in = True
    async with stage.run() as app:
        await app.click("welcomeButton")
        await app.type("signInServer", server.url)
        await app.click("signInContinue")
        await app.reads("signInProblem", "Access was refused in the browser")
        assert app.services.accounts.all == ()

        server.world.refuse_sign_in = False
        await app.click("signInContinue")
        await until(lambda: "Home" in app.titles, app.describe)


@journey
async def test_an_answer_with_another_state_is_not_used(
    stage: Stage, server: MastodonServer
) -> None:
    stage.browser.rewrite = lambda url: url.replace("state=", "state=x")
    async with stage.run() as app:
        await app.click("welcomeButton")
        await app.type("signInServer", server.url)
        await app.click("signInContinue")
        await app.reads("signInProblem", "did not belong to this sign-in")
        assert app.services.accounts.all == ()
        assert server.world.tokens == {}


@journey
async def test_a_server_that_is_not_there_or_speaks_something_else_is_said(
    stage: Stage, server: MastodonServer
) -> None:
    page = "<html><body>It works!</body></html>"
    async with stage.run() as app:
        await app.click("welcomeButton")
        await app.type("signInServer", "127.0.0.1:1")
        await app.click("signInContinue")
        await app.reads("signInProblem", "No server was found there")

        for path in ("/api/v2/instance", "/api/v1/instance", "/.well-known/nodeinfo"):
            server.faults.plan(
                Fault("GET", path, times=9, status=200, body=page, content_type="text/html")
            )
        await app.retype("signInServer", server.url)
        await app.click("signInContinue")
        await app.reads("signInProblem", "no server of that network")

        await app.retype("signInServer", "http://example.org")
        await app.click("signInContinue")
        await app.reads("signInProblem", "Plain http is only used for this computer")
        assert stage.browser.pages == []


@journey
async def test_signing_in_can_be_cancelled_while_the_browser_is_awaited(
    stage: Stage, server: MastodonServer
) -> None:
    stage.browser.is_open = False
    async with stage.run() as app:
        await app.click("welcomeButton")
        await app.type("signInServer", server.url)
        await app.click("signInContinue")
        await app.reads("signInUrl", "/oauth/authorize")
        await app.click("signInCancel")
        await app.see("signInServer")
        # The listener is gone: a late answer reaches nobody.
        with pytest.raises(urllib.error.URLError):
            stage.browser.visit(stage.browser.pages[0])
        await app.click("signInCancel")
        await until(lambda: app.find("signInDialog", QWidget) is None)
        await app.see("welcomeButton")
        assert server.world.tokens == {}


@journey
async def test_without_a_browser_the_code_is_pasted(stage: Stage, server: MastodonServer) -> None:
    stage.browser.is_there = False
    async with stage.run() as app:
        await app.click("welcomeButton")
        await app.type("signInServer", server.url)
        await app.click("signInContinue")
        await app.reads("signInUrl", "/oauth/authorize")
        await app.click("signInUseCode")
        page = await app.reads("signInCodeUrl", "oob")
        shown = stage.browser.visit(page)
        await app.type("signInCode", "not-the-code")
        await app.click("signInContinue")
        await app.reads("signInProblem", "does not take that code")
        await app.retype("signInCode", shown.partition("<code>")[2].partition("</code>")[0])
        await app.click("signInContinue")
        await until(lambda: "Home" in app.titles, app.describe)
        await app.sees(app.column("Home"), "Zoë bakes bread")


@journey
async def test_without_a_keyring_an_account_lasts_for_one_run(
    stage: Stage, server: MastodonServer
) -> None:
    stage.keyring.is_there = False
    async with stage.run() as app:
        await app.click("welcomeButton")
        await app.type("signInServer", server.url)
        await app.click("signInContinue")
        await app.reads("signInKeyring", "this computer has no keyring")
        assert app.text("signInContinue") == "Keep for this run only"
        await app.click("signInContinue")
        await until(lambda: "Home" in app.titles, app.describe)
        await app.sees(app.column("Home"), "Zoë bakes bread")
    [token] = server.world.tokens
    written = [path for path in stage.profile.rglob("*") if path.is_file()]
    assert written
    assert not [path for path in written if token.encode() in path.read_bytes()]
    async with stage.run() as app:
        assert app.services.accounts.all == ()


@journey
async def test_two_accounts_on_two_servers_stand_side_by_side(
    stage: Stage, server: MastodonServer, other_server: MastodonServer
) -> None:
    async with stage.run() as app:
        claire = await app.sign_in(server.url)
        await until(lambda: "Home" in app.titles)
        atelier = await app.sign_in(other_server.url)
        assert atelier.id != claire.id
        assert atelier.colour != claire.colour
        for account in (claire, atelier):
            await app.see(f"account:{account.id}")

        await app.command("add_column")
        dialog = await app.see("addColumnDialog", AddColumnDialog)
        dialog.account.setCurrentIndex(dialog.account.findData(atelier.id))
        await app.click("addColumnAdd")
        await until(lambda: app.titles.count("Home") == 2, app.describe)
        other = app.columns[-1]
        await app.sees(other, "The other server's first post")
        assert other.column.colours == (atelier.colour,)
        await app.all_live()
        server.do(lambda world: world.post("bob", "Only on the first server"))
        other_server.do(lambda world: world.post("atelier", "Only on the second server"))
        await app.sees(other, "Only on the second server")
        await app.sees(app.columns[0], "Only on the first server")
        assert not app.has(other, "Only on the first server")
    async with stage.run() as app:
        await until(lambda: len(app.columns) == 4, app.describe)
        await app.all_live()


@journey
async def test_no_secret_reaches_a_file_or_the_log(stage: Stage, server: MastodonServer) -> None:
    async with stage.run(Options(profile=stage.profile, debug=True)) as app:
        await app.sign_in(server.url)
        await app.all_live()
    secrets = {*server.world.tokens, *(one.client_secret for one in server.world.apps.values())}
    assert secrets
    kept = "".join(stage.keyring.kept.values())
    assert any(secret in kept for secret in secrets)
    for path in stage.profile.rglob("*"):
        if path.is_file():
            body = path.read_bytes()
            assert not [secret for secret in secrets if secret.encode() in body], path
