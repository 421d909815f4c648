"""From wire notifications, one by one (v1) or grouped by the server (v2), to ours."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

import msgspec

from desktop.domain.notification import Notification, NotificationKind
from desktop.domain.post import Post
from desktop.domain.profile import Profile
from desktop.networks.answers import Response
from desktop.networks.lenient import Decoded, read_raw
from desktop.networks.mastodon import wire
from desktop.networks.mastodon.mapping import post_of
from desktop.networks.mastodon.people import Here, profile_of
from desktop.networks.mastodon.values import finer, id_of, moment_of, number_of, text_of

KINDS = {
    "mention": NotificationKind.MENTION,
    "favourite": NotificationKind.LIKE,
    "reblog": NotificationKind.REPOST,
    "follow": NotificationKind.FOLLOW,
    "follow_request": NotificationKind.FOLLOW_REQUEST,
    "pending.follow": NotificationKind.FOLLOW_REQUEST,
    "poll": NotificationKind.POLL_ENDED,
    "update": NotificationKind.EDIT,
    "status": NotificationKind.NEW_POST,
    "quote": NotificationKind.QUOTE,
    "quoted_update": NotificationKind.EDIT,
    "pleroma:emoji_reaction": NotificationKind.REACTION,
    "reaction": NotificationKind.REACTION,
    "moderation_warning": NotificationKind.MODERATION,
    "severed_relationships": NotificationKind.MODERATION,
    "admin.report": NotificationKind.MODERATION,
    "admin.sign_up": NotificationKind.MODERATION,
}
_JOINED = frozenset({NotificationKind.LIKE, NotificationKind.REPOST, NotificationKind.REACTION})
_PEOPLE = 8


def notification_of(
    found: Decoded, here: Here, near: datetime | None = None
) -> Notification | None:
    """One of v1, or of a stream; None where not even its id could be read."""
    value = found.value
    if not isinstance(value, wire.Notification) or not id_of(value.id):
        return None
    post = _post(value.status, here)
    kind = KINDS.get(value.type or "", NotificationKind.OTHER)
    created_at = finer(moment_of(value.created_at) or near or datetime.now(UTC), id_of(value.id))
    group = text_of(value.group_key)
    if group.startswith("ungrouped-"):
        group = ""
    elif not group and kind in _JOINED and post is not None:
        # a server without groups: those of one day that say the same of the same post
        group = f"{kind}-{post.id}-{created_at:%Y%m%d}-{value.emoji or ''}".rstrip("-")
    wording = ""
    if kind is NotificationKind.REACTION:
        wording = text_of(value.emoji)
    elif kind in (NotificationKind.OTHER, NotificationKind.MODERATION):
        wording = _wording(value.type, value.fallback)
    return Notification(
        account=here.account,
        id=id_of(value.id),
        kind=kind,
        created_at=created_at,
        people=(profile_of(value.account, here),) if value.account else (),
        post=post,
        group=group,
        wording=wording,
    )


def notifications_of(found: Iterable[Decoded], here: Here) -> tuple[Notification, ...]:
    """A page of v1, those of the same group joined."""
    read: list[Notification] = []
    near: datetime | None = None
    for one in found:
        notification = notification_of(one, here, near)
        if notification is not None:
            near = notification.created_at
            read.append(notification)
    return joined(read)


def joined(notifications: Iterable[Notification]) -> tuple[Notification, ...]:
    """One for each group, with all its people, latest first."""
    kept: dict[str, Notification] = {}
    ordered = sorted(notifications, key=lambda one: (one.created_at, one.id), reverse=True)
    for one in ordered:
        key = one.group or f"id:{one.id}"
        first = kept.get(key)
        kept[key] = one if first is None else join(first, one)
    return tuple(kept.values())


def join(newer: Notification, older: Notification) -> Notification:
    """Two of the same group as one. Counts add up, less the people who are in both."""
    if newer.id == older.id:
        return newer
    known = {one.id for one in newer.people}
    more = tuple(one for one in older.people if one.id not in known)
    twice = len(older.people) - len(more)
    return msgspec.structs.replace(
        newer,
        people=(newer.people + more)[:_PEOPLE],
        people_count=newer.people_count + older.people_count - twice,
        post=newer.post or older.post,
    )


def read_groups(answer: Response, here: Here) -> tuple[tuple[Notification, ...], tuple[str, ...]]:
    """A page of v2 and the ids of its oldest notifications. Raises ServerFault."""
    whole = answer.decode(dict[str, msgspec.Raw])
    if "notification_groups" not in whole:
        raise answer.fault()
    people: dict[str, Profile] = {}
    # partial accounts have less in them: the whole ones come last and win
    for name in ("partial_accounts", "accounts"):
        for found in _elements(whole.get(name), wire.Account):
            if isinstance(found.value, wire.Account) and found.value.id:
                people[id_of(found.value.id)] = profile_of(found.value, here)
    posts: dict[str, Post] = {}
    for found in _elements(whole.get("statuses"), wire.Status):
        post = post_of(found, here)
        posts[post.id] = post
    groups: list[Notification] = []
    lowest: list[str] = []
    for found in _elements(whole["notification_groups"], wire.NotificationGroup):
        group = found.value
        if not isinstance(group, wire.NotificationGroup):
            continue
        notification = _group(group, here, people, posts)
        if notification is not None:
            groups.append(notification)
            lowest.append(id_of(group.page_min_id) or notification.id)
    return joined(groups), tuple(lowest)


def _group(
    group: wire.NotificationGroup,
    here: Here,
    people: dict[str, Profile],
    posts: dict[str, Post],
) -> Notification | None:
    name = id_of(group.most_recent_notification_id) or id_of(group.page_max_id)
    if not name:
        return None
    kind = KINDS.get(group.type or "", NotificationKind.OTHER)
    key = text_of(group.group_key)
    is_told = kind in (NotificationKind.OTHER, NotificationKind.MODERATION)
    sample = [str(one) for one in group.sample_account_ids or ()]
    return Notification(
        account=here.account,
        id=name,
        kind=kind,
        created_at=moment_of(group.latest_page_notification_at) or datetime.now(UTC),
        people=tuple(people[one] for one in sample if one in people),
        people_count=max(1, number_of(group.notifications_count, 1)),
        post=posts.get(id_of(group.status_id)),
        group="" if key.startswith("ungrouped-") else key,
        wording=_wording(group.type, group.fallback) if is_told else "",
    )


def _elements(raw: msgspec.Raw | None, kind: type[msgspec.Struct]) -> list[Decoded]:
    if raw is None:
        return []
    try:
        each = msgspec.json.decode(raw, type=list[msgspec.Raw] | None)
    except msgspec.MsgspecError:
        return []
    return [read_raw(bytes(one), kind) for one in each or ()]


def _post(status: wire.Status | None, here: Here) -> Post | None:
    return post_of(Decoded(status), here) if status is not None else None


def _wording(kind: str | None, fallback: wire.Fallback | None) -> str:
    told = (fallback.title or fallback.summary) if fallback else ""
    return told or text_of(kind)
