"""The adapter against a server that answers as real ones do."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.account import Account, AccountId, Capabilities, Credentials, Visibility
from desktop.domain.draft import Draft, DraftMedia, OutboxItem, OutboxState, PollDraft
from desktop.domain.errors import (
    AccessDenied,
    NotFound,
    NotSupported,
    RateLimited,
    Rejected,
    ServerFault,
    SignedOut,
)
from desktop.domain.post import PostAction
from desktop.domain.profile import ProfileAction
from desktop.domain.query import And, From, Has, HasKind, Language, Not, Or, Phrase, Tag, Word
from desktop.domain.timeline import Cursor, TimelineKey, TimelineKind
from desktop.networks.base import Adapter
from desktop.networks.http import HttpClient
from desktop.networks.mastodon.quirks import QUIRKS, quirks_of
from desktop.networks.mastodon.searching import plan
from desktop.networks.registry import NETWORKS
from tests.unit.networks.answering import Answer, Answering, Asked
from tests.unit.networks.test_mastodon_mapping import DATA, STATUS

ME = AccountId("mastodon:me@example.org")


def opened(
    http: HttpClient, server: Answering, software: str = "mastodon", **values: str
) -> Adapter:
    account = Account(
        id=ME, network="mastodon", server=server.base, handle="me@example.org", profile_id="7",
        software=software, capabilities=Capabilities(can_search_posts=True),
    )  # fmt: skip
    kept = {"access_token": "t0", "client_id": "ci", "client_secret": "cs", **values}
    return NETWORKS["mastodon"].open(account, Credentials(values=kept), http)


def key(kind: TimelineKind, parameter: str = "") -> TimelineKey:
    return TimelineKey(ME, kind, parameter)


def status(n: int, **changed: Any) -> dict[str, Any]:
    at = datetime(2026, 8, 1, tzinfo=UTC) + timedelta(minutes=n)
    return {**STATUS, "id": str(n), "uri": f"u{n}", "created_at": at.isoformat(), **changed}


def item(**draft: Any) -> OutboxItem:
    now = datetime(2026, 8, 1, tzinfo=UTC)
    return OutboxItem(
        id="1", key="k-1", draft=Draft(id="d", account=ME, **draft), state=OutboxState.SENDING,
        due_at=now, created_at=now,
    )  # fmt: skip


def test_it_is_an_adapter(http: HttpClient, server: Answering) -> None:
    assert isinstance(opened(http, server), Adapter)


@pytest.mark.parametrize("name", ["gotosocial", "takahe"])
async def test_recorded_timelines(http: HttpClient, server: Answering, name: str) -> None:
    for one in json.loads((DATA / name / "exchanges.json").read_text()):
        if one["method"] != "GET" or not one["path"].startswith("/api"):
            continue
        body = one["body"].encode() if isinstance(one["body"], str) else one["body"]
        headers = {k: v for k, v in one["headers"].items() if k in ("link", "content-type")}
        path = one["path"].partition("?")[0]
        server.routes[f"GET {path}"] = Answer(body, one["status"], headers)
    adapter = opened(http, server, name)
    home = await adapter.fetch(key(TimelineKind.HOME))
    assert home.posts
    assert home.older
    assert home.older.startswith("max_id=")
    assert list(home.posts) == sorted(home.posts, key=lambda one: one.created_at, reverse=True)
    assert len({one.id for one in home.posts}) == len(home.posts)
    for kind in (TimelineKind.LOCAL, TimelineKind.BOOKMARKS, TimelineKind.LIKES):
        page = await adapter.fetch(key(kind))
        assert page.posts
        assert not [one.problem for one in page.posts if one.problem]
    notifications = await adapter.fetch(key(TimelineKind.NOTIFICATIONS))
    assert notifications.notifications
    mentions = await adapter.fetch(key(TimelineKind.MENTIONS))
    assert all(one.kind == "mention" for one in mentions.notifications)
    await adapter.fetch(key(TimelineKind.CONVERSATIONS))
    await adapter.emojis()
    lists = await adapter.lists()
    assert [one.title for one in lists] == (["Friends"] if name == "gotosocial" else [])
    if name == "gotosocial":
        assert await adapter.followed_tags() == ("zztag",)
        with pytest.raises(NotFound):
            await adapter.fetch(key(TimelineKind.HASHTAG, "python"))


async def test_the_address_of_each_timeline(http: HttpClient, server: Answering) -> None:
    adapter = opened(http, server)
    asked = {
        key(TimelineKind.FEDERATED): "/api/v1/timelines/public",
        key(TimelineKind.HASHTAG, "été"): "/api/v1/timelines/tag/%C3%A9t%C3%A9",
        key(TimelineKind.LIST, "1/2"): "/api/v1/timelines/list/1%2F2",
        key(TimelineKind.PROFILE, "9"): "/api/v1/accounts/9/statuses",
        key(TimelineKind.LIKES): "/api/v1/favourites",
    }
    for one, path in asked.items():
        server.routes[f"GET {path}"] = Answer([])
        page = await adapter.fetch(one, limit=400)
        assert (page.posts, page.older) == ((), None)
        assert server.asked[-1].path == path
        assert "limit=40" in server.asked[-1].query
        assert server.asked[-1].headers["authorization"] == "Bearer t0"
    server.routes["GET /api/v1/timelines/public"] = Answer([])
    await adapter.fetch(key(TimelineKind.LOCAL))
    assert "local=true" in server.asked[-1].query
    with pytest.raises(NotSupported):
        await adapter.fetch(key(TimelineKind.SAVED_SEARCH, "x"))


async def test_paging_up_and_down(http: HttpClient, server: Answering) -> None:
    everything = [status(n) for n in range(1, 26)]

    def home(asked: Asked) -> Answer:
        query = dict(one.split("=") for one in asked.query.split("&"))
        found = everything[::-1]
        if "max_id" in query:
            found = [one for one in found if int(one["id"]) < int(query["max_id"])]
        if "min_id" in query:
            found = [one for one in found if int(one["id"]) > int(query["min_id"])][-10:]
        found = found[:10]
        if not found:
            return Answer([])
        link = f'<x?max_id={found[-1]["id"]}>; rel="next", <x?min_id={found[0]["id"]}>; rel="prev"'
        # short, unordered and with repeats, as GoToSocial's home may be
        return Answer([*found[::-1], found[0]], headers={"Link": link})

    server.routes["GET /api/v1/timelines/home"] = home
    adapter = opened(http, server)
    ids: list[str] = []
    cursor: Cursor | None = None
    for _ in range(5):
        page = await adapter.fetch(key(TimelineKind.HOME), cursor, 10)
        ids += [one.id for one in page.posts]
        cursor = page.older
        if cursor is None:
            break
    assert ids == [str(n) for n in range(25, 0, -1)]
    assert cursor is None
    above = await adapter.newer(key(TimelineKind.HOME), "12", 10)
    assert [one.id for one in above.posts] == [str(n) for n in range(22, 12, -1)]
    top = await adapter.newer(key(TimelineKind.HOME), "25")
    assert (top.posts, top.newer) == ((), None)
    below = adapter.fill_cursor(key(TimelineKind.HOME), "12")
    filled = await adapter.fetch(key(TimelineKind.HOME), below, 10)
    assert [one.id for one in filled.posts][:2] == ["11", "10"]
    assert adapter.fill_cursor(key(TimelineKind.BOOKMARKS), "12") == ""
    with pytest.raises(NotSupported):
        await adapter.newer(key(TimelineKind.BOOKMARKS), "12")


async def test_a_home_that_is_being_made(http: HttpClient, server: Answering) -> None:
    server.routes["GET /api/v1/timelines/home"] = Answer([], 206)
    assert (await opened(http, server).fetch(key(TimelineKind.HOME))).complete is False


async def test_grouped_notifications_or_the_old_ones(http: HttpClient, server: Answering) -> None:
    groups = json.loads((DATA / "mastodon" / "shapes.json").read_text())["notifications_v2"][0]
    server.routes["GET /api/v2/notifications"] = Answer(groups)
    page = await opened(http, server).fetch(key(TimelineKind.NOTIFICATIONS))
    assert page.notifications[0].group.startswith("favourite-")
    assert page.newer == "min_id=32"
    del server.routes["GET /api/v2/notifications"]
    server.routes["GET /api/v1/notifications"] = Answer([])
    adapter = opened(http, server)
    await adapter.fetch(key(TimelineKind.NOTIFICATIONS))
    await adapter.fetch(key(TimelineKind.NOTIFICATIONS))
    assert server.paths().count("GET /api/v2/notifications") == 2
    assert server.paths()[-2:] == ["GET /api/v1/notifications"] * 2


async def test_a_refused_token_signs_out_once_refresh_fails(
    http: HttpClient, server: Answering
) -> None:
    kept: list[Credentials] = []

    def lists(asked: Asked) -> Answer:
        good = asked.headers["authorization"] == "Bearer t1"
        return Answer([]) if good else Answer({"error": "The access token expired"}, 401)

    server.routes["GET /api/v1/lists"] = lists
    with pytest.raises(SignedOut):
        await opened(http, server).lists()
    server.routes["POST /oauth/token"] = Answer({"access_token": "t1", "refresh_token": "r1"})
    plain = opened(http, server)
    adapter = NETWORKS["mastodon"].open(
        plain.account,
        Credentials(values={"access_token": "t0", "refresh_token": "r0", "client_id": "ci"}),
        http,
        kept.append,
    )
    assert await adapter.lists() == ()
    assert [one.values["access_token"] for one in kept] == ["t1"]
    assert kept[0].values["refresh_token"] == "r1"
    assert b"refresh_token=r0" in next(
        one.body for one in server.asked if one.path == "/oauth/token"
    )


async def test_a_closed_timeline_signs_nobody_out(http: HttpClient, server: Answering) -> None:
    server.routes["GET /api/v1/timelines/public"] = Answer({"error": "no"}, 401)
    server.routes["GET /api/v1/accounts/verify_credentials"] = Answer({"id": "7"})
    with pytest.raises(AccessDenied):
        await opened(http, server).fetch(key(TimelineKind.FEDERATED))
    del server.routes["GET /api/v1/accounts/verify_credentials"]
    server.routes["GET /api/v1/accounts/verify_credentials"] = Answer({"error": "x"}, 401)
    with pytest.raises(SignedOut):
        await opened(http, server).fetch(key(TimelineKind.FEDERATED))


async def test_a_limit_is_kept_without_asking_again(http: HttpClient, server: Answering) -> None:
    reset = (datetime.now(UTC) + timedelta(minutes=2)).isoformat()
    told = {"X-RateLimit-Limit": "300", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": reset}
    server.routes["GET /api/v1/lists"] = Answer([], headers={**told, "X-RateLimit-Remaining": "9"})
    adapter = opened(http, server)
    await adapter.lists()
    assert (adapter.budget().limit, adapter.budget().remaining) == (300, 9)
    server.routes["GET /api/v1/lists"] = Answer({}, 429, told)
    for _ in range(2):
        with pytest.raises(RateLimited) as caught:
            await adapter.lists()
    assert len(server.asked) == 2
    assert adapter.budget().remaining == 0
    assert adapter.budget().resets_at == caught.value.until.timestamp()


async def test_publishing(http: HttpClient, server: Answering) -> None:
    server.routes["POST /api/v1/statuses"] = Answer(status(9))
    media = DraftMedia(id="m", path="x", mime="image/png", remote_id="33", alt="a")
    post = await opened(http, server).publish(
        item(
            text="Hi", content_warning="cw", visibility=Visibility.FOLLOWERS, language="fr",
            media=(media,), reply_to="5", quote="6",
        )
    )  # fmt: skip
    assert post.id == "9"
    sent = server.asked[-1]
    assert sent.headers["idempotency-key"] == "k-1"
    assert sent.json == {
        "status": "Hi", "spoiler_text": "cw", "sensitive": True, "media_ids": ["33"],
        "language": "fr", "visibility": "private", "in_reply_to_id": "5", "quoted_status_id": "6",
    }  # fmt: skip
    draft = {"text": "?", "visibility": Visibility.LOCAL, "quote": "6"}
    await opened(http, server, "gotosocial").publish(
        item(**draft, poll=PollDraft(("a", "b"), 600, True))
    )
    assert server.asked[-1].json["local_only"] is True
    assert server.asked[-1].json["poll"] == {
        "options": ["a", "b"], "expires_in": 600, "multiple": True,
    }  # fmt: skip
    await opened(http, server, "akkoma").publish(item(**draft))
    assert server.asked[-1].json["visibility"] == "local"
    assert server.asked[-1].json["quote_id"] == "6"
    server.routes["PUT /api/v1/statuses/9"] = Answer(status(9))
    await opened(http, server).publish(item(text="Ho", edits="9", media=(media,)))
    assert server.asked[-1].json["media_attributes"][0]["description"] == "a"
    assert "visibility" not in server.asked[-1].json


async def test_a_post_is_never_sent_twice_by_us(http: HttpClient, server: Answering) -> None:
    server.routes["POST /api/v1/statuses"] = Answer({}, 502)
    with pytest.raises(ServerFault):
        await opened(http, server).publish(item(text="Hi"))
    server.routes["POST /api/v1/statuses"] = Answer({"error": "Text too long"}, 422)
    with pytest.raises(Rejected, match="too long"):
        await opened(http, server).publish(item(text="Hi"))
    assert len(server.asked) == 2


async def test_looking_for_what_was_sent(http: HttpClient, server: Answering) -> None:
    html = (
        '<p>Hi <a href="https://far.example/@eve" class="mention">@eve</a> see '
        '<a href="https://example.net/a/very/long/path"><span class="invisible">https://</span>'
        '<span class="ellipsis">example.net/a/very</span><span class="invisible">/long/path</span>'
        "</a></p>"
    )
    mention = {"id": "3", "acct": "eve@far.example", "url": "https://far.example/@eve"}
    found = [
        status(4, content=html, mentions=[mention], in_reply_to_id="1"),
        status(3, content=html, mentions=[mention]),
        status(2, content="<p>Other</p>"),
        status(-90, content=html, mentions=[mention]),
    ]
    date = {"Date": datetime.now(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")}
    server.routes["GET /api/v1/accounts/7/statuses"] = Answer(found, headers=date)
    server.routes["GET /api/v1/statuses/2/source"] = Answer({"text": "Other", "id": "2"})
    adapter = opened(http, server, "gotosocial")
    text = "Hi @eve@far.example see\nhttps://example.net/a/very/long/path"
    post = await adapter.find_sent(item(text=text))
    assert post is not None
    assert post.id == "3"
    reply = await adapter.find_sent(item(text=text, reply_to="1"))
    assert reply is not None
    assert reply.id == "4"
    assert await adapter.find_sent(item(text="Never sent")) is None
    server.routes["GET /api/v1/accounts/7/statuses"] = Answer(found[3:], headers=date)
    assert await adapter.find_sent(item(text=text)) is None  # an older one that says the same


async def test_uploads_wait_until_they_are_ready(
    http: HttpClient, server: Answering, tmp_path: Path
) -> None:
    file = tmp_path / "a.mp4"
    file.write_bytes(b"x" * 1000)
    media = DraftMedia(id="m", path=str(file), mime="video/mp4", alt="Un été", focus_x=0.5)
    server.routes["POST /api/v2/media"] = Answer({"id": "33", "url": None}, 202)
    server.routes["GET /api/v1/media/33"] = [
        Answer({"id": "33"}, 206), Answer({"id": "33", "url": "x"})
    ]  # fmt: skip
    heard: list[float] = []
    uploaded = await opened(http, server).upload(media, heard.append)
    assert uploaded.id == "33"
    assert heard[-1] == 1.0
    assert "Un été".encode() in server.asked[0].body
    assert b"0.50,0.00" in server.asked[0].body
    assert len(server.asked) == 3
    server.routes["GET /api/v1/media/33"] = Answer({"error": "broken film"}, 422)
    with pytest.raises(Rejected, match="broken film"):
        await opened(http, server).upload(media, heard.append)
    del server.routes["POST /api/v2/media"]
    server.routes["POST /api/v1/media"] = Answer({"id": "34", "url": "x"})
    assert (await opened(http, server).upload(media, heard.append)).id == "34"


async def test_actions(http: HttpClient, server: Answering) -> None:
    adapter = opened(http, server)
    server.routes["POST /api/v1/statuses/5/favourite"] = Answer(status(5, favourited=True))
    assert (await adapter.act(PostAction.LIKE, "5")).viewer.has_liked
    wrapper = status(8, reblog=status(5, reblogged=True))
    server.routes["POST /api/v1/statuses/5/reblog"] = Answer(wrapper)
    reposted = await adapter.act(PostAction.REPOST, "5")
    assert (reposted.id, reposted.viewer.has_reposted) == ("5", True)
    server.routes["POST /api/v1/accounts/2/mute"] = Answer({"id": "2", "muting": True})
    assert (await adapter.act_on_profile(ProfileAction.MUTE, "2")).is_muting
    server.routes["POST /api/v1/polls/3/votes"] = Answer({"id": "3", "voted": True, "options": []})
    assert (await adapter.vote("5", "3", (0, 2))).has_voted
    assert server.asked[-1].json == {"choices": [0, 2]}
    server.routes["DELETE /api/v1/statuses/5"] = Answer(status(5))
    await adapter.delete("5")
    with pytest.raises(NotFound):
        await adapter.delete("6")


async def test_threads_and_profiles(http: HttpClient, server: Answering) -> None:
    adapter = opened(http, server)
    server.routes["GET /api/v1/statuses/5"] = Answer(status(5))
    server.routes["GET /api/v1/statuses/5/context"] = Answer(
        {"ancestors": [status(1), status(2)], "descendants": [status(8), status(7)]}
    )
    thread = await adapter.thread("5")
    assert [one.id for one in thread.before] == ["1", "2"]
    assert [one.id for one in thread.after] == ["7", "8"]
    page = await adapter.fetch(key(TimelineKind.THREAD, "5"))
    assert [one.id for one in page.posts] == ["8", "7", "5", "2", "1"]
    who = {"id": "2", "acct": "eve@far.example", "note": "<p>Bio</p>"}
    server.routes["GET /api/v1/accounts/search"] = Answer([{"id": "3", "acct": "eve"}, who])
    found = await adapter.find_profile("@Eve@far.example")
    assert (found.id, found.bio.text) == ("2", "Bio")
    with pytest.raises(NotFound):
        await adapter.find_profile("@nobody@far.example")
    server.routes["GET /api/v1/accounts/lookup"] = Answer({"id": "4", "acct": "ann"})
    assert (await adapter.find_profile("ann@example.org")).handle == "ann@example.org"
    assert server.asked[-1].query == "acct=ann"
    server.routes["GET /api/v2/search"] = Answer({"statuses": [status(3)]})
    assert (await adapter.resolve_post("https://far.example/3")).id == "3"
    assert "resolve=true" in server.asked[-1].query


async def test_pictures_are_fetched_without_the_token(http: HttpClient, server: Answering) -> None:
    png = b"\x89PNG\r\n\x1a\n" + b"x" * 50
    server.routes["GET /a.png"] = Answer(png, headers={"Content-Type": "application/octet-stream"})
    adapter = opened(http, server)
    assert (await adapter.media(f"{server.base}/a.png", 1000)).mime == "image/png"
    assert "authorization" not in server.asked[-1].headers
    with pytest.raises(Rejected):
        await adapter.media(f"{server.base}/a.png", 10)
    server.routes["GET /b.png"] = Answer(b"<html>gone</html>")
    with pytest.raises(Rejected):
        await adapter.media(f"{server.base}/b.png", 1000)


async def test_search_pages_end(http: HttpClient, server: Answering) -> None:
    server.routes["GET /api/v2/search"] = Answer({"statuses": [status(3), status(2)]})
    adapter = opened(http, server)
    first = await adapter.fetch(key(TimelineKind.SEARCH, "owl"))
    assert first.older is not None
    again = await adapter.fetch(key(TimelineKind.SEARCH, "owl"), first.older)
    assert "offset=2" in server.asked[-1].query
    assert (again.posts, again.older) == ((), None)  # it knows no offset


async def test_alternatives_are_searched_by_themselves(http: HttpClient, server: Answering) -> None:
    server.routes["GET /api/v1/timelines/tag/owls"] = Answer(
        [status(9), status(4)], headers={"Link": '<x?max_id=4>; rel="next"'}
    )
    server.routes["GET /api/v2/search"] = Answer({"statuses": [status(7), status(4)]})
    adapter = opened(http, server)
    query = Or((Tag("owls"), And((Word("barn"), Phrase("at night")))))
    page = await adapter.search_posts(query)
    assert [one.id for one in page.posts] == ["9", "7", "4"]
    assert page.older
    server.routes["GET /api/v1/timelines/tag/owls"] = Answer([])
    last = await adapter.search_posts(query, page.older)
    assert (last.posts, last.older) == ((), None)
    with pytest.raises(NotSupported):
        await adapter.search_posts(Not(Word("x")))


@pytest.mark.parametrize(
    ("query", "mastodon", "gotosocial"),
    [
        (Word("owl"), ["owl"], ["owl"]),
        (Phrase("barn owl"), ['"barn owl"'], ["barn owl"]),
        (And((Word("owl"), Not(Word("barn")))), ["owl -barn"], ["owl"]),
        (And((Word("owl"), From("@bob"))), ["owl from:@bob"], ["owl from:bob"]),
        (And((Word("owl"), Language("fr"))), ["owl language:fr"], ["owl"]),
        (And((Word("owl"), Has(HasKind.MEDIA))), ["owl has:media"], ["owl"]),
        (And((Word("owl"), Has(HasKind.LINK))), ["owl"], ["owl"]),
        (And((Word("owl"), Tag("birds"))), ["#birds"], ["#birds"]),
        (And((Or((Word("a"), Word("b"))), Word("c"))), ["a c", "b c"], ["a c", "b c"]),
        (Not(Word("owl")), [], []),
    ],
)
def test_what_servers_are_asked(query: Any, mastodon: list[str], gotosocial: list[str]) -> None:
    assert list(plan(query, QUIRKS["mastodon"])) == mastodon
    assert list(plan(query, QUIRKS["gotosocial"])) == gotosocial


def test_unknown_software_is_treated_with_care() -> None:
    assert not quirks_of("brand-new").has_idempotency
    assert quirks_of("Mastodon").has_groups


async def test_the_account_as_it_is_now(http: HttpClient, server: Answering) -> None:
    server.routes["GET /api/v2/instance"] = Answer(
        {"domain": "other.example", "configuration": {"statuses": {"max_characters": 1234}}}
    )
    server.routes["GET /api/v1/accounts/verify_credentials"] = Answer(
        {"id": "7", "acct": "me", "display_name": "Me!"}
    )
    adapter = opened(http, server)
    account = await adapter.refresh_account()
    assert account.id == ME
    assert account.name == "Me!"
    assert account.capabilities.limits.max_characters == 1234
    assert adapter.account is account
