"""Our test server, asked by somebody else's client: Mastodon.py from PyPI."""

from __future__ import annotations

import queue
import re
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest
from mastodon import Mastodon, MastodonNotFoundError, MastodonUnauthorizedError, StreamListener

from tests.servers.mastodon import MastodonServer
from tests.servers.mastodon.server import png

pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture
def server() -> Iterator[MastodonServer]:
    with MastodonServer() as running:
        running.do(lambda world: [world.person(name) for name in ("alice", "bob", "carol")])
        yield running


class _Lines:
    """What Mastodon.py reads a stream from."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    def iter_content(self, chunk_size: int) -> list[bytes]:
        return [self._body]


def client(server: MastodonServer, username: str) -> Mastodon:
    token = server.do(lambda world: world.token_for(username))
    return Mastodon(access_token=token, api_base_url=server.url, ratelimit_method="throw")


def test_a_stranger_s_client_signs_in(server: MastodonServer) -> None:
    redirect = "urn:ietf:wg:oauth:2.0:oob"
    number, secret = Mastodon.create_app(
        "Validation", api_base_url=server.url, redirect_uris=redirect, scopes=["read", "write"]
    )
    fresh = Mastodon(client_id=number, client_secret=secret, api_base_url=server.url)
    address = fresh.auth_request_url(
        redirect_uris=redirect, scopes=["read", "write"], allow_http=True
    )
    with urllib.request.urlopen(address) as answer:
        code = re.findall("<code>(.+)</code>", answer.read().decode())[0]
    fresh.log_in(code=code, redirect_uri=redirect, scopes=["read", "write"], allow_http=True)
    assert fresh.account_verify_credentials().username == "alice"
    fresh.revoke_access_token(allow_http=True)


def test_a_revoked_token_is_refused(server: MastodonServer) -> None:
    alice = client(server, "alice")
    server.do(lambda world: world.tokens.clear())
    with pytest.raises(MastodonUnauthorizedError):
        alice.timeline_home()


def test_posting_reading_acting(server: MastodonServer) -> None:
    alice, bob = client(server, "alice"), client(server, "bob")
    alice.account_follow(bob.account_lookup("bob"))
    media = bob.media_post(png(8, 8, (1, 2, 3)), mime_type="image/png", description="Blue")
    post = bob.status_post(
        "Hello @alice, see https://example.org #birds",
        media_ids=[media],
        spoiler_text="Greeting",
        language="en",
    )
    home = alice.timeline_home()
    assert [entry.id for entry in home] == [post.id]
    assert home[0].media_attachments[0].description == "Blue"
    assert home[0].tags[0].name == "birds"
    assert alice.status_favourite(post).favourited
    assert alice.status_bookmark(post).bookmarked
    assert alice.status_reblog(post).reblog.id == post.id
    assert [entry.id for entry in alice.bookmarks()] == [post.id]
    assert [entry.id for entry in alice.favourites()] == [post.id]
    answer = alice.status_reply(post, "Hello back")
    assert alice.status_context(post).descendants[0].id == answer.id
    kinds = {entry.type for entry in bob.notifications()}
    assert kinds == {"follow", "favourite", "reblog", "mention"}
    groups = bob.grouped_notifications()
    assert {group.type for group in groups.notification_groups} == kinds
    assert alice.timeline_hashtag("birds")[0].id == post.id
    assert alice.search_v2("Hello", result_type="statuses").statuses
    bob.status_update(post, "Hello again", spoiler_text="Greeting")
    assert len(bob.status_history(post)) == 2
    assert bob.status_source(post).text == "Hello again"
    bob.status_delete(post)
    with pytest.raises(MastodonNotFoundError):
        alice.status(post)


def test_paging_both_ways(server: MastodonServer) -> None:
    alice = client(server, "alice")
    made = [alice.status_post(f"Number {number}").id for number in range(45)]
    first = alice.timeline_home(limit=20)
    everything = alice.fetch_remaining(first)
    assert [entry.id for entry in everything] == made[::-1]
    above = alice.timeline_home(min_id=made[10], limit=5)
    assert [entry.id for entry in above] == made[11:16][::-1]
    assert [entry.id for entry in alice.fetch_previous(above)][-1] == made[16]


def test_polls(server: MastodonServer) -> None:
    alice, bob = client(server, "alice"), client(server, "bob")
    poll = alice.make_poll(["Yes", "No"], expires_in=600)
    post = alice.status_post("Well?", poll=poll)
    voted = bob.poll_vote(post.poll, [1])
    assert voted.options[1].votes_count == 1
    assert voted.voted


def test_the_same_key_posts_once(server: MastodonServer) -> None:
    alice = client(server, "alice")
    first = alice.status_post("Once", idempotency_key="k")
    assert alice.status_post("Once", idempotency_key="k").id == first.id
    assert len(alice.timeline_home()) == 1


def test_live_events_reach_a_stranger_s_client(server: MastodonServer) -> None:
    """Mastodon.py streams by SSE only, so its frames are checked through its own parser."""
    heard: queue.Queue[tuple[str, Any]] = queue.Queue()

    class Ears(StreamListener):
        def on_update(self, status: Any) -> None:
            heard.put(("update", status.content))

        def on_notification(self, notification: Any) -> None:
            heard.put(("notification", notification.type))

        def on_delete(self, status_id: Any) -> None:
            heard.put(("delete", str(status_id)))

    import json

    from websockets.sync.client import connect

    token = server.do(lambda world: world.token_for("alice"))
    address = server.url.replace("http", "ws", 1) + "/api/v1/streaming"
    with connect(address, additional_headers={"Authorization": f"Bearer {token}"}) as socket:
        socket.send(json.dumps({"type": "subscribe", "stream": "user"}))
        socket.ping().wait(5)
        ears = Ears()
        server.do(lambda world: world.follow("alice", "bob"))
        post = server.do(lambda world: world.post("bob", "Hi @alice"))
        server.do(lambda world: world.remove(post))
        for _ in range(3):
            frame = json.loads(socket.recv(timeout=5))
            lines = f"event: {frame['event']}\ndata: {frame['payload']}\n\n"
            ears.handle_stream(_Lines(lines.encode()))
    kinds = {heard.get(timeout=5)[0] for _ in range(heard.qsize())}
    assert kinds == {"update", "notification", "delete"}
