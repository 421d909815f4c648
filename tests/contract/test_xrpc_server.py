"""Our test server, asked by somebody else's client: the `atproto` SDK from PyPI, which checks
every answer against the lexicons."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import atproto
import pytest

from tests.servers.mastodon.server import png
from tests.servers.xrpc import XrpcServer

pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture
def server() -> Iterator[XrpcServer]:
    with XrpcServer() as running:
        running.do(lambda world: [world.person(name) for name in ("alice", "bob")])
        running.do(lambda world: world.follow("alice", "bob"))
        yield running


Enter = Callable[[str], Any]


@pytest.fixture
def enter(server: XrpcServer) -> Iterator[Enter]:
    """Signs somebody in by the SDK; its connections are closed at the end."""
    made: list[Any] = []

    def sign_in(name: str) -> Any:
        client = atproto.Client(base_url=server.url)
        made.append(client)
        client.login(f"{name}.test", server.do(lambda world: world.person(name).password))
        return client

    yield sign_in
    for client in made:
        client.request.close()


def test_a_strangers_client_posts_reads_and_acts(enter: Enter) -> None:
    alice, bob = enter("alice"), enter("bob")
    text = atproto.client_utils.TextBuilder().text("Hi ").mention("a", alice.me.did).tag("#x", "x")
    post = bob.send_image(text, png(8, 8, (1, 2, 3)), "Blue")
    feed = alice.get_timeline().feed
    assert [one.post.uri for one in feed] == [post.uri]
    assert feed[0].post.embed.images[0].alt == "Blue"
    alice.like(post.uri, post.cid)
    alice.repost(post.uri, post.cid)
    shown = alice.get_posts([post.uri]).posts[0]
    assert shown.viewer.like
    assert shown.viewer.repost
    ref = atproto.models.create_strong_ref(post)
    answer = alice.send_post("Back", reply_to={"root": ref, "parent": ref})
    thread = bob.get_post_thread(post.uri).thread
    assert thread.replies[0].post.uri == answer.uri
    reasons = {one.reason for one in bob.app.bsky.notification.list_notifications().notifications}
    assert reasons == {"like", "repost", "reply", "follow"}
    assert alice.get_profile("bob.test").viewer.following
    assert len(alice.get_author_feed("bob.test").feed) == 1
    assert alice.app.bsky.feed.search_posts({"q": "back"}).posts[0].uri == answer.uri
    assert bob.delete_post(post.uri)
    assert alice.get_posts([post.uri]).posts == []


def test_a_strangers_client_pages(enter: Enter) -> None:
    alice = enter("alice")
    made = [alice.send_post(f"Number {number}").uri for number in range(7)]
    seen, cursor = [], None
    while True:
        page = alice.get_timeline(limit=3, cursor=cursor)
        seen += [one.post.uri for one in page.feed]
        cursor = page.cursor
        if not cursor:
            break
    assert seen == made[::-1]
