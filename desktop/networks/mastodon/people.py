"""From wire accounts to profiles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from desktop.domain.account import AccountId
from desktop.domain.profile import Profile, ProfileField, Relationship
from desktop.domain.richtext import CustomEmoji, RichText
from desktop.networks.mastodon import wire
from desktop.networks.mastodon.values import (
    id_of,
    moment_of,
    number_of,
    text_of,
    web_address,
)
from desktop.text.html import html_to_rich_text

NOBODY = "?"
"""The handle of someone whom the server did not name."""


class Here(Struct, frozen=True):
    """Whose eyes we look through: our account, and the host that its server leaves out of the
    handles of its own people."""

    account: AccountId
    host: str


def handle_of(acct: str | None, username: str | None, here: Here) -> str:
    """A handle with its host, without @."""
    handle = (acct or username or "").strip().lstrip("@")
    if not handle:
        return NOBODY
    return handle if "@" in handle else f"{handle}@{here.host}"


def emojis_of(emojis: Iterable[wire.Emoji] | None) -> tuple[CustomEmoji, ...]:
    return tuple(
        CustomEmoji(
            emoji.shortcode,
            web_address(emoji.url) or web_address(emoji.static_url),
            web_address(emoji.static_url) or web_address(emoji.url),
        )
        for emoji in emojis or ()
        if emoji.shortcode and (web_address(emoji.url) or web_address(emoji.static_url))
    )


def profile_of(account: wire.Account | None, here: Here, *, full: bool = False) -> Profile:
    """`full`: with bio and fields, which nobody looks at in a timeline."""
    if account is None:
        return Profile(id="", handle=NOBODY)
    emojis = emojis_of(account.emojis)
    return Profile(
        id=id_of(account.id),
        handle=handle_of(account.acct, account.username, here),
        name=text_of(account.display_name).strip(),
        url=web_address(account.url),
        avatar_url=web_address(account.avatar_static) or web_address(account.avatar),
        moving_avatar_url=_moving(account.avatar, account.avatar_static),
        header_url=web_address(account.header),
        bio=_rich(account.note, emojis) if full else RichText(),
        fields=_fields(account.fields or (), emojis) if full else (),
        emojis=emojis,
        is_bot=account.bot is True,
        is_locked=account.locked is True,
        follower_count=number_of(account.followers_count, -1),
        following_count=number_of(account.following_count, -1),
        post_count=number_of(account.statuses_count, -1),
        created_at=moment_of(account.created_at),
        moved_to=handle_of(account.moved.acct, account.moved.username, here)
        if account.moved
        else "",
    )


def relationship_of(relationship: wire.Relationship, profile_id: str) -> Relationship:
    return Relationship(
        profile_id=id_of(relationship.id) or profile_id,
        is_following=relationship.following is True,
        is_requested=relationship.requested is True,
        is_followed_by=relationship.followed_by is True,
        is_muting=relationship.muting is True,
        is_blocking=relationship.blocking is True,
        note=text_of(relationship.note),
    )


def _rich(html: str | None, emojis: Sequence[CustomEmoji]) -> RichText:
    return html_to_rich_text(html or "", mentions=(), tags=(), emojis=emojis)


def _fields(
    fields: Iterable[wire.Field], emojis: Sequence[CustomEmoji]
) -> tuple[ProfileField, ...]:
    return tuple(
        ProfileField(
            text_of(one.name), _rich(one.value, emojis), moment_of(one.verified_at) is not None
        )
        for one in fields
        if one.name or one.value
    )


def _moving(avatar: str | None, still: str | None) -> str:
    """The picture that may move, where the server has made a still one of it."""
    return web_address(avatar) if still and avatar != still else ""
