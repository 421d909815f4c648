"""The adapter against the loopback server: what the contract suite does not ask."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from desktop.domain.account import Account, Credentials
from desktop.domain.errors import NotFound, SignedOut, SignInError, SignInProblem
from desktop.domain.post import PostAction, QuoteState
from desktop.domain.query import And, From, Language, Or, Phrase, Tag, Word
from desktop.domain.timeline import TimelineKey, TimelineKind
from desktop.networks.base import SignsIn
from desktop.networks.bluesky.adapter import BlueskyAdapter
from desktop.networks.bluesky.auth import BlueskySignIn
from desktop.networks.bluesky.card import read_card
from desktop.networks.bluesky.identity import Directory, is_did, is_handle
from desktop.networks.bluesky.searching import plan
from desktop.networks.bluesky.values import record_key
from desktop.networks.http import HttpClient
from tests.contract.stages import item, picture
from tests.servers.mastodon.faults import Fault
from tests.servers.xrpc import XrpcServer
from tests.servers.xrpc.world import FOLLOW, LIKE, POST

PUT = "/xrpc/com.atproto.repo.putRecord"


class Scene:
    def __init__(self, server: XrpcServer, http: HttpClient) -> None:
        self.server, self.http = server, http
        self.kept: list[Credentials] = []

    async def enter(self, name: str = "alice") -> BlueskyAdapter:
        password = self.server.do(lambda world: world.person(name).password)
        found = await BlueskySignIn(self.http).enter(f"@{name}.test", password, self.server.url)
        return self.open(*found)

    def open(self, account: Account, credentials: Credentials) -> BlueskyAdapter:
        return BlueskyAdapter(account, credentials, self.http, self.kept.append)

    def records(self, collection: str) -> int:
        return len(self.server.do(lambda world: world.of(collection)))


@pytest.fixture
async def scene() -> AsyncIterator[Scene]:
    with XrpcServer() as server:
        server.do(lambda world: world.follow("alice", "bob"))
        http = HttpClient()
        yield Scene(server, http)
        await http.close()


def home(adapter: BlueskyAdapter) -> TimelineKey:
    return TimelineKey(adapter.account.id, TimelineKind.HOME)


async def test_an_expired_token_is_renewed_once_and_kept(scene: Scene) -> None:
    alice = await scene.enter()
    old = dict(scene.server.do(lambda world: world.access))
    expired = Credentials(
        values={
            "did": alice.account.profile_id,
            "access_jwt": next(iter(old)),
            "refresh_jwt": next(iter(scene.server.do(lambda world: world.refresh))),
        }
    )
    again = scene.open(alice.account, expired)
    scene.server.do(lambda world: world.access.clear())
    await asyncio.gather(*(again.fetch(home(again)) for _ in range(4)))
    assert scene.server.asked.count("com.atproto.server.refreshSession") == 1
    assert len(scene.kept) == 1
    assert scene.kept[0].values["refresh_jwt"] != expired.values["refresh_jwt"]


async def test_a_token_that_cannot_be_renewed_is_signed_out(scene: Scene) -> None:
    alice = await scene.enter()
    scene.server.do(lambda world: world.revoke_all())
    with pytest.raises(SignedOut):
        await alice.refresh_account()
    assert scene.kept == []


async def test_a_lost_answer_makes_no_second_post_or_like(scene: Scene) -> None:
    alice, bob = await scene.enter(), await scene.enter("bob")
    post = await bob.publish(item(bob.account.id, "A wren"))
    scene.server.faults.plan(Fault("POST", PUT, after=True, drop=True))
    once = item(alice.account.id, "Only once")
    sent = await alice.publish(once)
    assert (await alice.publish(once)).id == sent.id
    assert scene.records(POST) == 2
    scene.server.faults.plan(Fault("POST", PUT, after=True, drop=True))
    await alice.act(PostAction.LIKE, post.id)
    await alice.act(PostAction.LIKE, post.id)
    assert scene.records(LIKE) == 1
    assert scene.records(FOLLOW) == 1


async def test_a_card_is_made_of_the_first_link(scene: Scene) -> None:
    alice = await scene.enter()
    page = f"{scene.server.url}/page"
    post = await alice.publish(item(alice.account.id, f"Look: {page}"))
    assert post.card is not None
    assert (post.card.title, post.card.description) == ("Herons & co", "All about herons")
    assert post.card.url == page
    assert (await alice.media(post.card.image_url, 100_000)).mime == "image/png"
    plain = await alice.publish(item(alice.account.id, f"Gone: {scene.server.url}/nothing"))
    assert plain.card is None


async def test_quotes_replies_and_pictures_together(scene: Scene, tmp_path: Path) -> None:
    alice, bob = await scene.enter(), await scene.enter("bob")
    first = await bob.publish(item(bob.account.id, "One"))
    second = await alice.publish(item(alice.account.id, "Two", reply_to=first.id))
    media = picture(tmp_path)
    uploaded = await alice.upload(media, lambda _: None)
    ready = msgspec.structs.replace(media, remote_id=uploaded.id)
    third = await alice.publish(
        item(
            alice.account.id, "Three", reply_to=second.id, quote=first.id, media=(ready,),
            is_sensitive=True,
        )
    )  # fmt: skip
    assert third.quote is not None
    assert third.quote.state is QuoteState.SHOWN
    assert third.quote.post is not None
    assert third.quote.post.text.text == "One"
    assert (third.attachments[0].alt, third.attachments[0].width) == ("A heron", 8)
    assert third.is_sensitive
    assert (await bob.post(third.id)).filters[0].action == "blur"
    record = scene.server.do(lambda world: world.records[third.id].value)
    assert record["reply"]["root"]["uri"] == first.id
    assert record["reply"]["parent"]["uri"] == second.id
    assert third.reply_to is not None
    assert third.reply_to.handle == "alice.test"
    await bob.delete(first.id)
    gone = await bob.post(third.id)
    assert gone.quote is not None
    assert gone.quote.state is QuoteState.GONE


async def test_an_unknown_mention_stays_text(scene: Scene) -> None:
    alice = await scene.enter()
    post = await alice.publish(item(alice.account.id, "Hi @nobody.test and @bob.test\n\n\n\nbye"))
    assert [one.handle for one in post.mentions] == ["bob.test"]
    assert post.text.text == "Hi @nobody.test and @bob.test\n\nbye"


async def test_saved_feeds_and_lists_are_offered(scene: Scene) -> None:
    made = scene.server.do(
        lambda world: world.create("bob", "app.bsky.feed.generator", {"displayName": "Birds"})
    )
    saved = [{"id": "1", "type": "feed", "value": made.uri, "pinned": True}]
    pref = {"$type": "app.bsky.actor.defs#savedFeedsPrefV2", "items": saved}
    alice = await scene.enter()
    scene.server.do(lambda world: world.person("alice").preferences.append(pref))
    scene.server.do(lambda world: world.post("carol", "From far away"))
    assert [(one.id, one.title) for one in await alice.lists()] == [(made.uri, "Birds")]
    key = TimelineKey(alice.account.id, TimelineKind.LIST, made.uri)
    assert [post.text.text for post in (await alice.fetch(key)).posts] == ["From far away"]
    with pytest.raises(NotFound):
        await alice.fetch(TimelineKey(alice.account.id, TimelineKind.LIST, "17"))


async def test_the_budget_is_known(scene: Scene) -> None:
    alice = await scene.enter()
    await alice.fetch(home(alice))
    assert (alice.budget().limit, alice.budget().remaining) == (3000, 2999)


async def test_the_server_is_found_by_handle_and_believed_by_the_document(scene: Scene) -> None:
    url = scene.server.url
    sign_in = BlueskySignIn(scene.http, Directory(url, f"{url}/plc"))
    assert isinstance(sign_in, SignsIn)
    did = scene.server.do(lambda world: world.person("alice").did)
    assert await sign_in.find_server(did) == url
    assert await sign_in.find_server("@Alice.test") == url
    assert await sign_in.find_server(url.removeprefix("http://")) == url
    for text, problem in (
        ("did:plc:aaaaaaaaaaaaaaaaaaaaaaaa", SignInProblem.NOT_THIS_API),
        ("127.0.0.1:1", SignInProblem.NO_SUCH_SERVER),
        ("http://example.org", SignInProblem.INSECURE),
    ):
        with pytest.raises(SignInError) as refusal:
            await sign_in.find_server(text)
        assert refusal.value.problem is problem, text


async def test_wrong_passwords_are_told_apart(scene: Scene) -> None:
    sign_in = BlueskySignIn(scene.http)
    with pytest.raises(SignInError) as refusal:
        await sign_in.enter("alice.test", "wrong", scene.server.url)
    assert refusal.value.problem is SignInProblem.WRONG_PASSWORD
    scene.server.do(lambda world: setattr(world.person("alice"), "password", "main-password"))
    with pytest.raises(SignInError) as refusal:
        await sign_in.enter("alice.test", "main-password", scene.server.url)
    assert refusal.value.problem is SignInProblem.WRONG_KIND_OF_PASSWORD
    assert "main-password" not in str(refusal.value)


async def test_revoking_ends_the_session(scene: Scene) -> None:
    password = scene.server.do(lambda world: world.person("alice").password)
    sign_in = BlueskySignIn(scene.http)
    account, credentials = await sign_in.enter("alice.test", password, scene.server.url)
    assert account.id == f"bluesky:{account.profile_id}"
    await sign_in.revoke(account, credentials)
    with pytest.raises(SignedOut):
        await scene.open(account, credentials).refresh_account()


def test_queries_become_parameters() -> None:
    query = And((Word("heron"), From("bob.test"), Language("fr"), Tag("birds")))
    assert plan(query) == [
        (("q", "heron #birds"), ("author", "bob.test"), ("lang", "fr"), ("tag", "birds"))
    ]
    assert [way[0][1] for way in plan(Or((Word("a"), Phrase("b c"))))] == ["a", '"b c"']
    assert plan(Language("fr")) == []
    assert plan(From("bob.test")) == [(("q", "from:bob.test"), ("author", "bob.test"))]


def test_names_of_handles_dids_and_records() -> None:
    moment = datetime(2026, 11, 22, 12, 0, 0, 123456, UTC)
    assert record_key(moment, "a") == record_key(moment, "a")
    assert record_key(moment, "a") != record_key(moment, "b")
    assert len(record_key(moment, "a")) == 13
    later = datetime(2026, 11, 22, 12, 0, 0, 123457, UTC)
    assert record_key(moment, "z") < record_key(later, "a")
    assert is_handle("alice.test")
    assert not is_handle("alice")
    assert not is_handle("-a.test")
    assert is_did("did:web:example.org")
    assert not is_did("did:key:x")


def test_a_page_without_a_title_makes_no_card() -> None:
    assert read_card("https://example.org", "<p>Hello") is None
    card = read_card(
        "https://example.org/a/", "<title> A\n b </title><meta name=description content=c>"
    )
    assert card is not None
    assert (card.title, card.description, card.image_url) == ("A b", "c", "")
