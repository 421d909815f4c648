"""Every shape that real servers sent becomes what we show, and no odd field takes more than
itself away."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.account import AccountId, Visibility
from desktop.domain.notification import NotificationKind
from desktop.domain.post import AttachmentKind, Post, QuoteState
from desktop.networks.answers import Response
from desktop.networks.lenient import read_list, read_loose, read_one, read_raw
from desktop.networks.mastodon import wire
from desktop.networks.mastodon.mapping import attachment_of, edit_of, poll_of, post_of, posts_of
from desktop.networks.mastodon.notifications import (
    joined,
    notification_of,
    notifications_of,
    read_groups,
)
from desktop.networks.mastodon.people import Here, profile_of, relationship_of

DATA = Path(__file__).parents[2] / "data"
SERVERS = ("mastodon", "gotosocial", "takahe")
HERE = Here(AccountId("mastodon:me@example.org"), "example.org")
STATUS: dict[str, Any] = {
    "id": "5",
    "created_at": "2026-08-01T13:52:21.549Z",
    "account": {"id": "1", "acct": "bob", "username": "bob", "display_name": "Bob"},
    "content": "<p>Hello</p>",
    "visibility": "public",
    "uri": "https://example.org/5",
}


def shapes(kind: str) -> list[Any]:
    found = []
    for server in SERVERS:
        known = json.loads((DATA / server / "shapes.json").read_text())
        found += [
            pytest.param(one, id=f"{server}-{n}") for n, one in enumerate(known.get(kind, []))
        ]
    assert found, kind
    return found


def post(**changed: Any) -> Post:
    return post_of(read_raw(json.dumps({**STATUS, **changed}), wire.Status), HERE)


@pytest.mark.parametrize("status", shapes("statuses"))
def test_statuses(status: dict[str, Any]) -> None:
    raw = json.dumps(status)
    msgspec.json.decode(raw, type=wire.Status)  # strictly: nothing in it is odd
    found = post_of(read_raw(raw, wire.Status), HERE)
    assert found.problem == ""
    assert found.id == status["id"]
    assert found.uri
    assert "@" in found.author.handle
    assert found.created_at.tzinfo is UTC
    shown, told = found.shown, status["reblog"] or status
    assert (found.repost_of is not None) == (status["reblog"] is not None)
    assert len(shown.attachments) == len(told["media_attachments"])
    assert all(one.kind is not AttachmentKind.UNKNOWN for one in shown.attachments)
    assert len(shown.mentions) == len(told["mentions"])
    assert shown.content_warning == told["spoiler_text"]
    assert (shown.poll is not None) == (told.get("poll") is not None)
    assert "<" not in shown.text.text or "&lt;" in told["content"]
    assert shown.viewer.has_liked is bool(told.get("favourited"))
    assert shown.counts.likes == told["favourites_count"]


@pytest.mark.parametrize("account", shapes("accounts"))
def test_accounts(account: dict[str, Any]) -> None:
    profile = profile_of(read_raw(json.dumps(account), wire.Account).value, HERE, full=True)
    assert profile.id == account["id"]
    assert profile.handle.split("@")[0] == account["username"]
    assert profile.handle.count("@") == 1
    assert profile.avatar_url.startswith("http")
    assert len(profile.fields) == len(account["fields"])
    assert profile.follower_count == account["followers_count"]


@pytest.mark.parametrize("notification", shapes("notifications"))
def test_notifications(notification: dict[str, Any]) -> None:
    found = notification_of(read_raw(json.dumps(notification), wire.Notification), HERE)
    assert found is not None
    assert found.id == str(notification["id"])
    assert found.kind is not NotificationKind.OTHER
    assert found.people[0].id == notification["account"]["id"]
    assert (found.post is not None) == (notification.get("status") is not None)


@pytest.mark.parametrize("media", shapes("media"))
def test_media(media: dict[str, Any]) -> None:
    found = attachment_of(msgspec.convert(media, wire.Media))
    assert found.id == media["id"]
    assert found.kind is not AttachmentKind.UNKNOWN
    assert found.alt == (media["description"] or "")


@pytest.mark.parametrize("poll", shapes("polls"))
def test_polls(poll: dict[str, Any]) -> None:
    found = poll_of(msgspec.convert(poll, wire.Poll))
    assert [one.title for one in found.options] == [one["title"] for one in poll["options"]]
    assert found.is_multiple is poll["multiple"]
    assert found.expires_at is None or found.expires_at.tzinfo is UTC


@pytest.mark.parametrize("relationship", shapes("relationships"))
def test_relationships(relationship: dict[str, Any]) -> None:
    found = relationship_of(msgspec.convert(relationship, wire.Relationship), "x")
    assert found.profile_id == relationship["id"]
    assert found.is_following is relationship["following"]


@pytest.mark.parametrize("groups", shapes("notifications_v2"))
def test_groups(groups: dict[str, Any]) -> None:
    found, lowest = read_groups(Response(200, {}, json.dumps(groups).encode()), HERE)
    told = groups["notification_groups"]
    assert [one.group for one in found] == [one["group_key"] for one in told]
    assert len(lowest) == len(told)
    for one, group in zip(found, told, strict=True):
        assert one.people_count == group["notifications_count"]
        assert [who.id for who in one.people] == group["sample_account_ids"]
        assert one.post is not None
        assert one.post.id == group["status_id"]


def test_quotes_of_4_5() -> None:
    inner = {**STATUS, "id": "4", "content": "<p>quoted</p>"}
    html = '<p class="quote-inline">RE: <a href="https://example.org/4">x</a></p><p>So true</p>'
    shown = post(content=html, quote={"state": "accepted", "quoted_status": inner})
    assert shown.quote is not None
    assert shown.quote.post is not None
    assert shown.quote.post.text.text == "quoted"
    assert shown.text.text == "So true"
    for state in ("revoked", "blocked_account", "something new", None):
        hidden = post(quote={"state": state, "quoted_status": inner})
        assert hidden.quote is not None
        assert hidden.quote.state is QuoteState.GONE
        assert hidden.quote.post is None
    pending = post(content=html, quote={"state": "pending", "quoted_status": None})
    assert pending.quote is not None
    assert pending.quote.state is QuoteState.PENDING
    assert "RE:" in pending.text.text
    shallow = post(quote={"state": "accepted", "quoted_status_id": "9"})
    assert shallow.quote is not None
    assert shallow.quote.id == "9"
    akkoma = post(quote=inner, quote_id="4")
    assert akkoma.quote is not None
    assert akkoma.quote.state is QuoteState.SHOWN
    pleroma = post(pleroma={"quote": inner, "quote_visible": True})
    assert pleroma.quote is not None
    assert pleroma.quote.id == "4"


def test_visibilities() -> None:
    told = {"public": Visibility.PUBLIC, "private": Visibility.FOLLOWERS, "local": Visibility.LOCAL}
    for word, visibility in told.items():
        assert post(visibility=word).visibility is visibility
    assert post(visibility="list:12").visibility is Visibility.DIRECT
    assert post(local_only=True).visibility is Visibility.LOCAL


def test_own_people_get_their_host() -> None:
    assert post().author.handle == "bob@example.org"
    far = post(account={"id": "2", "acct": "eve@far.example"})
    assert far.author.handle == "eve@far.example"


def test_filters_that_have_ended_do_not_count() -> None:
    found = post(
        filtered=[
            {"filter": {"title": "a", "filter_action": "explode"}},
            {"filter": {"title": "b", "filter_action": "blur", "expires_at": "2020-01-01"}},
            {"filter": {"title": "c", "filter_action": "hide", "expires_at": None}},
        ]
    )
    assert [(one.title, one.action) for one in found.filters] == [("a", "warn"), ("c", "hide")]


@pytest.mark.parametrize(
    "changed",
    [
        {"card": "x"},
        {"poll": [1]},
        {"emojis": [{"shortcode": 1}, None, "x"]},
        {"media_attachments": [{"id": 3, "type": "image", "meta": "none"}, 5]},
        {"mentions": {"a": 1}},
        {"favourites_count": "12"},
        {"reblogs_count": -1},
        {"sensitive": "maybe"},
        {"quote": [1, 2]},
        {"edited_at": "yesterday"},
        {"account": {**STATUS["account"], "followers_count": "many", "fields": 3}},
        {"id": 5},
    ],
)
def test_an_odd_field_takes_only_itself_away(changed: dict[str, Any]) -> None:
    found = post(**changed)
    assert found.problem == ""
    assert found.id == "5"
    assert found.text.text == "Hello"
    assert found.author.name == "Bob"


def test_numbers_written_as_text_are_read() -> None:
    assert post(favourites_count="12").counts.likes == 12


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"account": None}, "account"),
        ({"account": 7}, "account"),
        ({"id": None}, "id"),
        ({"created_at": "long ago"}, "created_at"),
        ({"created_at": {}}, "created_at"),
    ],
)
def test_a_post_without_its_essentials_says_so(changed: dict[str, Any], problem: str) -> None:
    good = json.dumps(STATUS).encode()
    body = b"[" + good + b"," + json.dumps({**STATUS, "id": "4", **changed}).encode() + b"]"
    first, second = posts_of(read_list(Response(200, {}, body), wire.Status), HERE)
    assert first.problem == ""
    assert second.problem == problem
    assert second.text.text == "Hello"
    assert second.raw
    assert second.created_at.year == 2026
    if problem == "created_at":
        assert second.created_at == first.created_at


@pytest.mark.parametrize("junk", ["null", "7", '"x"', "[]", "{}"])
def test_junk_in_a_page_is_one_row(junk: str) -> None:
    body = f"[{json.dumps(STATUS)},{junk},{json.dumps({**STATUS, 'id': '6'})}]".encode()
    found = posts_of(read_list(Response(200, {}, body), wire.Status), HERE)
    assert [bool(one.problem) for one in found] == [False, True, False]
    again = posts_of(read_list(Response(200, {}, body), wire.Status), HERE)
    assert found[1].id == again[1].id


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*wire.Status.__struct_fields__, "x"]), inner, max_size=5)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(wire.Status.__struct_fields__), anything))
def test_no_json_at_all_can_break_a_timeline(status: dict[str, Any]) -> None:
    found = post_of(read_loose({**STATUS, **status}, wire.Status), HERE)
    assert found.created_at.tzinfo is not None
    assert found.problem or found.id
    msgspec.json.encode(found)
    notification_of(read_loose(status, wire.Notification), HERE)


def test_notifications_of_a_day_are_joined() -> None:
    def told(n: int, who: str, kind: str = "favourite") -> dict[str, Any]:
        return {
            "id": str(n), "type": kind, "created_at": f"2026-08-01T10:0{n}:00Z",
            "account": {"id": who, "acct": who}, "status": STATUS,
        }  # fmt: skip

    body = json.dumps([told(4, "c"), told(3, "b"), told(2, "a"), told(1, "a", "mention")])
    found = notifications_of(read_list(Response(200, {}, body.encode()), wire.Notification), HERE)
    assert [(one.kind, one.people_count) for one in found] == [
        (NotificationKind.LIKE, 3),
        (NotificationKind.MENTION, 1),
    ]
    assert [one.id for one in found[0].people] == ["c", "b", "a"]
    assert found[0].id == "4"
    assert joined([*found, *found]) == found


def test_unknown_notifications_keep_their_name() -> None:
    value = {"id": 1, "type": "annual_report", "created_at": "2026-01-01T00:00:00Z"}
    found = notification_of(read_loose(value, wire.Notification), HERE)
    assert found is not None
    assert (found.kind, found.wording) == (NotificationKind.OTHER, "annual_report")
    value |= {"type": "pleroma:emoji_reaction", "emoji": "🐦", "status": STATUS}
    found = notification_of(read_loose(value, wire.Notification), HERE)
    assert found is not None
    assert (found.kind, found.wording) == (NotificationKind.REACTION, "🐦")


def test_former_texts() -> None:
    edit = edit_of(wire.StatusEdit("<p>a</p>", "cw", "2026-08-01T10:00:00Z"))
    assert edit is not None
    assert (edit.text.text, edit.content_warning) == ("a", "cw")
    assert edit.at == datetime(2026, 8, 1, 10, tzinfo=UTC)
    assert edit_of(wire.StatusEdit("<p>a</p>")) is None


def test_times_that_were_cut_are_read_from_the_id() -> None:
    """As GoToSocial tells reposts: the id has the milliseconds that created_at lost."""
    repost = post(id="01M82GNDZMKR8K91SZYAXYTK4Y", created_at="2026-11-22T20:55:18.000Z")
    assert repost.created_at.microsecond == 260_000
    other = post(id="01M82GNDZMKR8K91SZYAXYTK4Y", created_at="2026-11-22T20:55:19.000Z")
    assert other.created_at.microsecond == 0
    assert post(created_at="2026-11-22T20:55:19Z").created_at.microsecond == 0


def test_only_web_addresses_get_through() -> None:
    found = post(
        url="javascript:alert(1)", uri="https://example.org/5",
        account={"id": "1", "acct": "b", "avatar": "file:///etc/passwd", "url": "data:x"},
        card={"url": "javascript:1", "title": "x"},
        media_attachments=[{"id": "1", "type": "image", "url": "file:///x"}],
    )  # fmt: skip
    assert found.url == "https://example.org/5"
    assert found.author.avatar_url == ""
    assert found.card is None
    assert found.attachments[0].url == ""


def test_one_object_that_is_none_is_a_fault() -> None:
    from desktop.domain.errors import ServerFault

    with pytest.raises(ServerFault):
        read_one(Response(200, {}, b"[]"), wire.Status)
