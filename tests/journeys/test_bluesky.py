"""A second network beside the first: signing in by password, reading, writing, acting."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.domain.account import Account
from tests.journeys.person import Person
from tests.journeys.stage import Stage, journey
from tests.journeys.waiting import until
from tests.servers.mastodon import MastodonServer
from tests.servers.xrpc import XrpcServer
from tests.servers.xrpc.world import LIKE, POST, World


def people(world: World) -> None:
    """Alice, who signs in, and two whom she follows."""
    for name in ("bob", "carol"):
        world.follow("alice", name)
    world.follow("bob", "alice")
    asked = world.post("alice", "Who has seen the bittern?")
    ref = {"uri": asked.uri, "cid": asked.cid}
    world.post("bob", "I have, at dusk", reply={"root": ref, "parent": ref})
    world.create("carol", LIKE, {"subject": ref})
    world.post("carol", "Storks over Cádiz 🐦")


@pytest.fixture
def bluesky() -> Iterator[XrpcServer]:
    with XrpcServer() as server:
        server.do(people)
        yield server


async def enter(app: Person, server: XrpcServer, password: str = "") -> Account | None:
    """Through the dialog; without a password the right one."""
    await app.command("add_account")
    network = await app.see("signInNetwork", QComboBox)
    await app.act(lambda: network.setCurrentIndex(network.findText("Bluesky")))
    await app.type("signInName", "alice.test")
    right = server.do(lambda world: world.person("alice").password)
    await app.type("signInPassword", password or right)
    await app.type("signInServer", server.url)
    await app.click("signInContinue")
    if password:
        return None
    await until(lambda: app.find("signInDialog", QWidget) is None, app.describe)
    await app.come_back()
    return app.services.accounts.all[-1]


@journey
async def test_a_password_leads_to_filled_columns(stage: Stage, bluesky: XrpcServer) -> None:
    async with stage.run() as app:
        await enter(app, bluesky, "not-this-one-here")
        await app.reads("signInProblem", "does not take that name with that password")
        await app.retype("signInPassword", bluesky.do(lambda w: w.person("alice").password))
        await app.click("signInContinue")
        await until(lambda: app.find("signInDialog", QWidget) is None, app.describe)
        await app.come_back()
        assert app.titles == ["Home", "Notifications"]
        await app.sees(app.column("Home"), "Storks over Cádiz", "at dusk", "the bittern?")
        await app.sees(app.column("Notifications"), "at dusk", "liked your post")
        assert app.services.accounts.all[0].handle == "alice.test"
    # the tokens were kept: no second sign-in, which servers count
    async with stage.run() as app:
        await app.sees(app.column("Home"), "Storks over Cádiz")
    assert bluesky.do(lambda world: world.sessions) == 1


@journey
async def test_writing_and_liking(stage: Stage, bluesky: XrpcServer) -> None:
    async with stage.run() as app:
        account = await enter(app, bluesky)
        assert account is not None
        await app.sees(app.column("Home"), "Storks over Cádiz")
        await app.press_on(app.column("Home"), "Storks over", Qt.Key.Key_F)
        await until(
            lambda: any(
                one.did == account.profile_id for one in bluesky.do(lambda world: world.of(LIKE))
            )
        )
        await app.type("composerEditor", "Grüße @bob.test from #voliere")
        await app.click("composerSend")
        await until(
            lambda: [
                one
                for one in bluesky.do(lambda world: world.of(POST, account.profile_id))
                if one.value["text"] == "Grüße @bob.test from #voliere"
            ],
            app.describe,
        )
        sent = bluesky.do(lambda world: world.of(POST, account.profile_id))[0].value
        facets = [(one["index"]["byteStart"], one["index"]["byteEnd"]) for one in sent["facets"]]
        assert facets == [(8, 17), (23, 31)]
        await app.sees(app.column("Home"), "Grüße @bob.test")


@journey
async def test_the_trouble_of_one_account_is_not_the_others(
    stage: Stage, bluesky: XrpcServer, server: MastodonServer
) -> None:
    async with stage.run() as app:
        await app.sign_in(server.url)
        await until(lambda: "Home" in app.titles, app.describe)
        await enter(app, bluesky)
        bluesky.do(lambda world: world.revoke_all())
        assert len(app.services.accounts.all) == 2
        await app.sees(app.column("Home"), "Good morning from Bob")
        server.do(lambda world: world.post("bob", "Still here"))
        await app.sees(app.column("Home"), "Still here")
