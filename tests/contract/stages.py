"""Two signed-in accounts that follow each other, on each network that we have."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import aiohttp

from desktop.domain.account import AccountId, Visibility
from desktop.domain.draft import Draft, DraftMedia, OutboxItem, OutboxState, PollDraft
from desktop.domain.profile import ProfileAction
from desktop.networks.base import OUT_OF_BAND, Adapter
from desktop.networks.bluesky.adapter import BlueskyAdapter
from desktop.networks.bluesky.auth import BlueskySignIn
from desktop.networks.demo.demo_world import DemoWorld
from desktop.networks.demo.network import DemoNetwork
from desktop.networks.http import HttpClient
from desktop.networks.registry import NETWORKS
from tests.servers.mastodon import MastodonServer
from tests.servers.xrpc import XrpcServer
from tests.servers.xrpc.world import World


@dataclass
class Stage:
    """`me` reads, `other` writes; they follow each other."""

    me: Adapter
    other: Adapter
    revoke: Callable[[], object] | None = None
    """Makes my token worthless, where the network has tokens."""
    pages_upwards: bool = True
    finds_tags: bool = True


def item(account: AccountId, text: str, **more: object) -> OutboxItem:
    now = datetime.now(UTC)
    poll = more.pop("poll", None)
    assert poll is None or isinstance(poll, PollDraft)
    draft = Draft(
        id=uuid.uuid4().hex,
        account=account,
        text=text,
        visibility=Visibility(str(more.pop("visibility", "public"))),
        poll=poll,
        **more,  # type: ignore[arg-type]
    )
    return OutboxItem(
        id=uuid.uuid4().hex,
        key=uuid.uuid4().hex,
        draft=draft,
        state=OutboxState.SENDING,
        due_at=now,
        created_at=now,
    )


def picture(folder: Path, alt: str = "A heron") -> DraftMedia:
    from tests.servers.mastodon.server import png

    path = folder / "heron.png"
    path.write_bytes(png(8, 8, (10, 120, 90)))
    return DraftMedia(
        id="heron",
        path=str(path),
        mime="image/png",
        alt=alt,
        name=path.name,
        size=path.stat().st_size,
        width=8,
        height=8,
    )


@asynccontextmanager
async def mastodon() -> AsyncIterator[Stage]:
    with MastodonServer() as server:
        for name in ("alice", "bob", "carol"):
            server.do(lambda world, name=name: world.person(name))  # type: ignore[misc]
        server.do(lambda world: (world.follow("alice", "bob"), world.follow("bob", "alice")))
        server.do(
            lambda world: world.person("alice").lists.update(
                {"7": ("Birds", {world.person("bob").id})}
            )
        )
        http = HttpClient()
        try:
            me = await _sign_in(server, http, "alice")
            other = await _sign_in(server, http, "bob")
            yield Stage(me, other, lambda: server.do(lambda world: world.tokens.clear()))
            await me.close()
            await other.close()
        finally:
            await http.close()


async def _sign_in(server: MastodonServer, http: HttpClient, name: str) -> Adapter:
    server.do(lambda world: setattr(world, "sign_in_as", name))
    network = NETWORKS["mastodon"]
    sign_in = network.sign_in(http)
    start = await sign_in.begin(await sign_in.find_server(server.url), OUT_OF_BAND)
    async with (
        aiohttp.ClientSession() as browser,
        browser.get(start.authorize_url) as page,
    ):
        code = (await page.text()).partition("<code>")[2].partition("</code>")[0]
    account, credentials = await sign_in.complete(start, code)
    return network.open(account, credentials, http)


@asynccontextmanager
async def demo() -> AsyncIterator[Stage]:
    network = DemoNetwork(lambda: DemoWorld(pace=0))
    (mine, secret), (others, other_secret) = network.accounts()
    me, other = network.open(mine, secret), network.open(others, other_secret)
    await me.act_on_profile(ProfileAction.FOLLOW, others.profile_id)
    await other.act_on_profile(ProfileAction.FOLLOW, mine.profile_id)
    yield Stage(me, other)
    await me.close()
    await other.close()


@asynccontextmanager
async def bluesky() -> AsyncIterator[Stage]:
    with XrpcServer() as server:
        server.do(lambda world: [world.person(name) for name in ("alice", "bob", "carol")])
        server.do(lambda world: (world.follow("alice", "bob"), world.follow("bob", "alice")))
        server.do(_with_list)
        http = HttpClient()
        try:
            me = await _enter(server, http, "alice")
            other = await _enter(server, http, "bob")
            yield Stage(
                me, other, lambda: server.do(lambda world: world.revoke_all()),
                pages_upwards=False, finds_tags=False,
            )  # fmt: skip
            await me.close()
            await other.close()
        finally:
            await http.close()


def _with_list(world: World) -> None:
    purpose = "app.bsky.graph.defs#curatelist"
    made = world.create("alice", "app.bsky.graph.list", {"name": "Birds", "purpose": purpose})
    item = {"subject": world.person("bob").did, "list": made.uri}
    world.create("alice", "app.bsky.graph.listitem", item)


async def _enter(server: XrpcServer, http: HttpClient, name: str) -> Adapter:
    sign_in = BlueskySignIn(http)
    where = await sign_in.find_server(server.url)
    password = server.do(lambda world: world.person(name).password)
    account, credentials = await sign_in.enter(f"{name}.test", password, where)
    return BlueskyAdapter(account, credentials, http)


STAGES: dict[str, Callable[[], AbstractAsyncContextManager[Stage]]] = {
    "bluesky": bluesky,
    "mastodon": mastodon,
    "demo": demo,
}


async def until(condition: Callable[[], bool], seconds: float = 10.0) -> None:
    """Wait for something that other tasks bring about."""
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.01)
