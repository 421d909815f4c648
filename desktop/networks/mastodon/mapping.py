"""From wire statuses to posts. Pure: no network, no clock but the one handed in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from desktop.domain.account import Visibility
from desktop.domain.post import (
    Attachment,
    AttachmentKind,
    Counts,
    FilterMatch,
    LinkCard,
    Mention,
    Poll,
    PollOption,
    Post,
    PostEdit,
    Quote,
    QuoteState,
    ReplyTo,
    Viewer,
)
from desktop.domain.richtext import CustomEmoji, RichText
from desktop.networks.lenient import Decoded, read_loose
from desktop.networks.mastodon import wire
from desktop.networks.mastodon.people import Here, emojis_of, handle_of, profile_of
from desktop.networks.mastodon.values import (
    finer,
    id_of,
    moment_of,
    number_of,
    text_of,
    web_address,
)
from desktop.text.html import html_to_rich_text

VISIBILITIES = {
    "public": Visibility.PUBLIC,
    "unlisted": Visibility.UNLISTED,
    "private": Visibility.FOLLOWERS,
    "mutuals_only": Visibility.FOLLOWERS,
    "direct": Visibility.DIRECT,
    "local": Visibility.LOCAL,
}
_KINDS = {
    "image": AttachmentKind.IMAGE,
    "gifv": AttachmentKind.GIF,
    "video": AttachmentKind.VIDEO,
    "audio": AttachmentKind.AUDIO,
}
_QUOTES = {"accepted": QuoteState.SHOWN, "pending": QuoteState.PENDING}
_ESSENTIAL = ("id", "account", "created_at")
_NESTED = 3
"""How deep reposts and quotes are followed: a repost of a quote of a post."""
_RAW_LENGTH = 20_000


def post_of(found: Decoded, here: Here, near: datetime | None = None) -> Post:
    """The post that was decoded, or one that says what was wrong with it.

    `near`: the time to give to a post without one, that of its neighbour in the page.
    """
    status = found.value if isinstance(found.value, wire.Status) else wire.Status()
    missing = [name for name in _ESSENTIAL if not getattr(status, name)]
    if status.created_at and moment_of(status.created_at) is None:
        missing.append("created_at")
    if not missing:
        return _post(status, here, 0)
    raw = found.raw or repr(status)
    fallback = near or datetime.now(UTC)
    name = id_of(status.id) or "unreadable-" + hashlib.sha256(raw.encode()).hexdigest()[:16]
    return _post(
        status, here, 0, name=name, at=fallback, problem=", ".join(missing), raw=raw[:_RAW_LENGTH]
    )


def posts_of(
    found: Iterable[Decoded], here: Here, near: datetime | None = None
) -> tuple[Post, ...]:
    """Each in its place; one that cannot be read takes its neighbour's time."""
    posts: list[Post] = []
    for one in found:
        post = post_of(one, here, near)
        near = post.created_at
        posts.append(post)
    return tuple(posts)


def _post(
    status: wire.Status,
    here: Here,
    depth: int,
    *,
    name: str = "",
    at: datetime | None = None,
    problem: str = "",
    raw: str = "",
) -> Post:
    post_id = name or id_of(status.id)
    emojis = emojis_of(status.emojis)
    mentions = mentions_of(status.mentions, here)
    tags = tuple(tag.name for tag in status.tags or () if tag.name)
    repost = status.reblog if depth < _NESTED else None
    quote = None if repost is not None else _quote(status, here, depth)
    text = RichText()
    if repost is None:
        text = html_to_rich_text(
            text_of(status.content), mentions=mentions, emojis=emojis,
            tags=[(tag.name, tag.url or "") for tag in status.tags or () if tag.name],
            drop_quote_inline=quote is not None and quote.state is QuoteState.SHOWN,
        )  # fmt: skip
    return Post(
        account=here.account,
        id=post_id,
        uri=text_of(status.uri) or text_of(status.url) or f"{here.host}:{post_id}",
        url=web_address(status.url) or web_address(status.uri),
        author=profile_of(status.account, here),
        created_at=finer(moment_of(status.created_at) or at or datetime.now(UTC), post_id),
        edited_at=moment_of(status.edited_at),
        text=text,
        content_warning=text_of(status.spoiler_text).strip() if repost is None else "",
        is_sensitive=status.sensitive is True,
        visibility=_visibility(status),
        language=text_of(status.language),
        attachments=tuple(map(attachment_of, status.media_attachments or ()))
        if repost is None
        else (),
        poll=poll_of(status.poll) if status.poll and repost is None else None,
        card=_card(status.card) if status.card else None,
        quote=quote,
        reply_to=_reply(status, here, mentions),
        repost_of=_post(repost, here, depth + 1) if repost else None,
        mentions=mentions,
        tags=tags,
        emojis=emojis,
        counts=Counts(
            number_of(status.replies_count),
            number_of(status.reblogs_count),
            number_of(status.favourites_count),
            number_of(status.quotes_count),
        ),
        viewer=Viewer(
            status.favourited is True,
            status.reblogged is True,
            status.bookmarked is True,
            status.muted is True,
            status.pinned is True,
        ),
        filters=_filters(status.filtered or ()),
        application=text_of(status.application.name) if status.application else "",
        problem=problem,
        raw=raw,
    )


def _visibility(status: wire.Status) -> Visibility:
    if status.local_only:
        return Visibility.LOCAL
    # an unknown visibility is treated as the most private one
    return VISIBILITIES.get(status.visibility or "public", Visibility.DIRECT)


def mentions_of(mentions: Iterable[wire.Mention] | None, here: Here) -> tuple[Mention, ...]:
    return tuple(
        Mention(id_of(one.id), handle_of(one.acct, one.username, here), web_address(one.url))
        for one in mentions or ()
        if one.acct or one.username
    )


def _reply(status: wire.Status, here: Here, mentions: Sequence[Mention]) -> ReplyTo | None:
    post_id = id_of(status.in_reply_to_id)
    if not post_id:
        return None
    profile_id = id_of(status.in_reply_to_account_id)
    handle = next((one.handle for one in mentions if one.id and one.id == profile_id), "")
    if not handle and status.account is not None and id_of(status.account.id) == profile_id:
        handle = handle_of(status.account.acct, status.account.username, here)
    if not handle and status.pleroma and status.pleroma.in_reply_to_account_acct:
        handle = handle_of(status.pleroma.in_reply_to_account_acct, None, here)
    return ReplyTo(post_id, profile_id, handle)


def attachment_of(media: wire.Media) -> Attachment:
    meta = media.meta or wire.Meta()
    size = meta.original or meta.small or wire.Size()
    focus = meta.focus or wire.Focus()
    url = web_address(media.url) or web_address(media.remote_url)
    return Attachment(
        id=id_of(media.id),
        kind=_KINDS.get(media.type or "", AttachmentKind.UNKNOWN),
        url=url,
        preview_url=web_address(media.preview_url),
        remote_url=web_address(media.remote_url),
        alt=text_of(media.description),
        width=number_of(size.width),
        height=number_of(size.height),
        blurhash=text_of(media.blurhash),
        focus_x=_focus(focus.x),
        focus_y=_focus(focus.y),
    )


def _focus(value: wire.Number) -> float:
    return max(-1.0, min(1.0, float(value))) if value is not None and value == value else 0.0


def poll_of(poll: wire.Poll) -> Poll:
    return Poll(
        id=id_of(poll.id),
        options=tuple(
            PollOption(text_of(one.title), number_of(one.votes_count, -1))
            for one in poll.options or ()
        ),
        expires_at=moment_of(poll.expires_at),
        is_expired=poll.expired is True,
        is_multiple=poll.multiple is True,
        votes=number_of(poll.votes_count),
        voters=number_of(poll.voters_count, -1),
        has_voted=poll.voted is True,
        own_votes=tuple(poll.own_votes or ()),
        emojis=emojis_of(poll.emojis),
    )


def _card(card: wire.Card) -> LinkCard | None:
    url = web_address(card.url)
    if not url:
        return None
    authors = [one.name for one in card.authors or () if one.name]
    return LinkCard(
        url=url,
        title=text_of(card.title),
        description=text_of(card.description),
        provider=text_of(card.provider_name),
        author=", ".join(authors) or text_of(card.author_name),
        image_url=web_address(card.image),
        blurhash=text_of(card.blurhash),
    )


def _quote(status: wire.Status, here: Here, depth: int) -> Quote | None:
    loose: Any = status.quote
    if loose is None and status.pleroma is not None:
        loose = status.pleroma.quote
    if not isinstance(loose, dict) or depth >= _NESTED:
        return None
    if "content" in loose and "account" in loose:
        # Akkoma and Pleroma: the quoted post itself
        loose = {"state": "accepted", "quoted_status": loose}
    quote = read_loose(loose, wire.Quote).value
    if not isinstance(quote, wire.Quote):
        return None
    state = _QUOTES.get(quote.state or "", QuoteState.GONE)
    shown = quote.quoted_status
    quoted_id = id_of(shown.id) if shown else id_of(quote.quoted_status_id)
    if state is not QuoteState.SHOWN or shown is None or not shown.id:
        return Quote(state, None, quoted_id)
    return Quote(state, _post(shown, here, depth + 1), quoted_id)


def _filters(filtered: Iterable[wire.FilterResult]) -> tuple[FilterMatch, ...]:
    now = datetime.now(UTC)
    found: list[FilterMatch] = []
    for one in filtered:
        rule = one.filter
        if rule is None:
            continue
        ends = moment_of(rule.expires_at)
        if ends is not None and ends <= now:
            continue
        action = rule.filter_action if rule.filter_action in ("warn", "hide", "blur") else "warn"
        found.append(FilterMatch(text_of(rule.title), action or "warn"))
    return tuple(found)


def named_emojis(emojis: Iterable[wire.Emoji]) -> tuple[CustomEmoji, ...]:
    """A server's own emoji, by name."""
    return tuple(sorted(emojis_of(emojis), key=lambda one: one.shortcode.lower()))


def edit_of(edit: wire.StatusEdit) -> PostEdit | None:
    """A former text; None for one without a time."""
    at = moment_of(edit.created_at)
    if at is None:
        return None
    emojis = emojis_of(edit.emojis)
    text = html_to_rich_text(text_of(edit.content), mentions=(), tags=(), emojis=emojis)
    return PostEdit(at, text, text_of(edit.spoiler_text))
