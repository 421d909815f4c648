"""What a real server answered, recorded, and what we make of it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desktop.domain.account import AccountId
from desktop.domain.errors import NotFound, Rejected, SignedOut
from desktop.domain.notification import NotificationKind
from desktop.domain.post import AttachmentKind, Post, QuoteState
from desktop.domain.richtext import SpanKind
from desktop.networks.answers import Response
from desktop.networks.bluesky import wire
from desktop.networks.bluesky.api import listed
from desktop.networks.bluesky.faults import error_of
from desktop.networks.bluesky.mapping import item_of, post_of, sort_time
from desktop.networks.bluesky.notifications import notification_of, subjects_of
from desktop.networks.bluesky.people import Here, profile_of
from desktop.networks.bluesky.timelines import grouped, in_order
from desktop.networks.lenient import Decoded, read_loose

DATA = Path(__file__).parents[3] / "data" / "bluesky"
HERE = Here(
    AccountId("bluesky:did:plc:hhanewtxtpjj5xuq6zdzhcfj"), "did:plc:hhanewtxtpjj5xuq6zdzhcfj"
)


def recorded(name: str) -> Response:
    told = json.loads((DATA / f"{name}.json").read_text())[0]
    return Response(told["status"], told["headers"], json.dumps(told["body"]).encode())


def timeline(name: str = "getTimeline") -> list[Post]:
    found = listed(recorded(name), "feed", wire.FeedItem)
    return [post for one in found if (post := item_of(one, HERE)) is not None]


def test_a_whole_timeline_is_read() -> None:
    posts = timeline()
    assert len(posts) == len(json.loads((DATA / "getTimeline.json").read_text())[0]["body"]["feed"])
    assert not [post.problem for post in posts if post.problem]
    assert len({post.id for post in posts}) == len(posts)
    assert list(in_order(posts)) == sorted(posts, key=lambda one: one.created_at, reverse=True)


def test_facets_become_spans_by_bytes() -> None:
    post = next(one for one in timeline() if one.text.text.startswith("Héllo"))
    spans = {span.kind: post.text.text[span.start : span.end] for span in post.text.spans}
    assert spans[SpanKind.MENTION] == "@bob.test"
    assert spans[SpanKind.LINK] == "https://example.com/a?b=c"
    assert "fédivers" in post.tags
    assert post.mentions[0].id == "did:plc:gd5evssvytq2c4e73dbok2zz"
    assert post.language == "en"


def test_pictures_replies_reposts_and_quotes() -> None:
    posts = timeline()
    pictures = [one.attachments[0] for one in posts if one.attachments]
    assert {one.kind for one in pictures} == {AttachmentKind.IMAGE}
    assert {"green", "a blue rectangle"} <= {one.alt for one in pictures}
    assert any(one.reply_to and one.reply_to.post_id.startswith("at://") for one in posts)
    repost = next(one for one in posts if one.repost_of)
    assert repost.id != repost.shown.id
    assert "app.bsky.feed.repost" in repost.id
    assert all(one.quote.state is QuoteState.SHOWN for one in posts if one.quote)


def test_nobody_posts_from_the_future() -> None:
    indexed = "2026-11-22T19:48:00.407Z"
    assert sort_time("2030-01-01T00:00:00Z", indexed).year == 2026
    assert sort_time("nonsense", indexed) == datetime(2026, 11, 22, 19, 48, 0, 407000, UTC)
    assert sort_time(None, None).year == 1970


def test_notifications_are_read_and_those_of_one_post_joined() -> None:
    found = listed(recorded("listNotifications"), "notifications", wire.NotificationView)
    views = [one.value for one in found]
    subjects = subjects_of(views)
    assert subjects
    shown = {
        uri: post_of(Decoded(wire.PostView(uri=uri, author=views[0].author)), HERE)
        for uri in subjects
    }
    notes = [note for view in views if (note := notification_of(view, shown, HERE)) is not None]
    kinds = {note.kind for note in notes}
    assert {NotificationKind.REPOST, NotificationKind.LIKE, NotificationKind.FOLLOW} <= kinds
    assert len({note.id for note in notes}) == len(notes)
    joined = grouped([*notes, *notes])
    assert len(joined) == len(grouped(notes))
    # a like of a post that is gone is not told
    assert notification_of(views[0], {}, HERE) is None


def test_profiles() -> None:
    person = profile_of(
        msgspec.json.decode(recorded("getProfile").body, type=wire.ProfileView), full=True
    )
    assert (person.handle, person.name, person.follower_count) == ("bob.test", "Bob", 1)
    assert person.bio.text == "I am bob"
    broken = profile_of(wire.ProfileView(did="did:plc:x", handle="handle.invalid"))
    assert broken.handle == "did:plc:x"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("getPostThread_missing", NotFound),
        ("resolveHandle_unknown", NotFound),
        ("createRecord_too_long", Rejected),
        ("getTimeline_badtoken", SignedOut),
        ("getTimeline_noauth", SignedOut),
        ("createSession_wrong", SignedOut),
    ],
)
def test_errors_are_what_they_say(name: str, kind: type[Exception]) -> None:
    error = error_of(recorded(name))
    assert isinstance(error, kind)
    if isinstance(error, Rejected):
        assert "grapheme too big" in error.reason


def _spoiled(value: Any) -> list[Any]:
    """The value with each of its parts, one after another, of a wrong kind."""
    found: list[Any] = []
    if isinstance(value, dict):
        for name, part in value.items():
            found += [{**value, name: wrong} for wrong in (None, 7, "x", [], {})]
            found += [{**value, name: one} for one in _spoiled(part)[:40]]
    elif isinstance(value, list):
        for index, part in enumerate(value[:2]):
            found += [[*value[:index], one, *value[index + 1 :]] for one in _spoiled(part)[:40]]
    return found


def test_nothing_that_a_server_sends_breaks_a_page() -> None:
    items = json.loads((DATA / "getTimeline.json").read_text())[0]["body"]["feed"]
    tried = 0
    for item in items[:12]:
        for odd in _spoiled(item):
            item_of(read_loose(odd, wire.FeedItem), HERE)
            tried += 1
    assert tried > 500
