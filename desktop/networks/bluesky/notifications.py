"""From wire notifications to ours; those that say the same of the same post are joined."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from desktop.domain.notification import Notification, NotificationKind
from desktop.domain.post import Post
from desktop.networks.bluesky import wire
from desktop.networks.bluesky.people import Here, profile_of
from desktop.networks.bluesky.values import at_uri, moment_of

_KINDS = {
    "like": NotificationKind.LIKE,
    "like-via-repost": NotificationKind.LIKE,
    "repost": NotificationKind.REPOST,
    "repost-via-repost": NotificationKind.REPOST,
    "follow": NotificationKind.FOLLOW,
    "mention": NotificationKind.MENTION,
    "reply": NotificationKind.MENTION,
    "quote": NotificationKind.QUOTE,
    "subscribed-post": NotificationKind.NEW_POST,
}
_OWN_POST = frozenset({"mention", "reply", "quote", "subscribed-post"})
"""Reasons whose record is the post that matters; for others it is the post they are about."""
_JOINED = frozenset({NotificationKind.LIKE, NotificationKind.REPOST})


def subject_of(view: wire.NotificationView) -> str:
    """The uri of the post that it is about, or nothing."""
    uri = view.uri if view.reason in _OWN_POST else view.reason_subject
    place = at_uri(uri)
    return str(place) if place is not None and place.collection == "app.bsky.feed.post" else ""


def subjects_of(views: Iterable[wire.NotificationView]) -> list[str]:
    return [uri for view in views if (uri := subject_of(view))]


def notification_of(
    view: wire.NotificationView, posts: Mapping[str, Post], here: Here
) -> Notification | None:
    """None for one without a name, and for one whose post is gone."""
    if not view.uri:
        return None
    kind = _KINDS.get(view.reason or "", NotificationKind.OTHER)
    subject = subject_of(view)
    post = posts.get(subject)
    if subject and post is None:
        return None
    created_at = moment_of(view.indexed_at) or datetime.now(UTC)
    group = f"{kind}-{subject}-{created_at:%Y%m%d}" if kind in _JOINED and subject else ""
    return Notification(
        account=here.account,
        # one repost may be told twice, as a repost and as one by way of a repost
        id=f"{view.reason}:{view.uri}",
        kind=kind,
        created_at=created_at,
        people=(profile_of(view.author),) if view.author else (),
        post=post,
        group=group,
        wording=(view.reason or "") if kind is NotificationKind.OTHER else "",
    )
