"""From wire posts to ours. Pure: no answer of a server can make it fail."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from msgspec.structs import replace

from desktop.domain.post import (
    Attachment,
    AttachmentKind,
    Counts,
    FilterMatch,
    LinkCard,
    Mention,
    Post,
    Quote,
    QuoteState,
    ReplyTo,
    Viewer,
)
from desktop.domain.profile import Profile
from desktop.domain.richtext import RichText, SpanKind
from desktop.networks.bluesky import wire
from desktop.networks.bluesky.moderation import label_filters, word_filters
from desktop.networks.bluesky.people import Here, profile_of
from desktop.networks.bluesky.richtext import rich_text
from desktop.networks.bluesky.values import address_of, at_uri, count_of, moment_of, web_address
from desktop.networks.lenient import Decoded

_DEPTH = 3
_MEDIA_LABELS = frozenset({"porn", "sexual", "nudity", "graphic-media"})
_UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)


def sort_time(created: str | None, indexed: str | None) -> datetime:
    """The earlier of what the author says and when it was seen: nobody can post from the future.
    Source: docs.bsky.app/docs/advanced-guides/timestamps."""
    times = [moment for text in (created, indexed) if (moment := moment_of(text)) is not None]
    return min(times, default=_UNKNOWN)


def post_of(found: Decoded, here: Here, depth: int = 0) -> Post:
    """`found` holds a PostView. What cannot be read says so in `problem`."""
    view = found.value if isinstance(found.value, wire.PostView) else wire.PostView()
    place = at_uri(view.uri)
    record = view.record or wire.PostRecord()
    author = profile_of(view.author)
    text = rich_text(record.text or "", record.facets or ())
    tags = _tags(text, record)
    embed = view.embed or wire.EmbedView()
    viewer = view.viewer or wire.PostViewer()
    labels = [*(view.labels or ()), *_author_labels(view.author)]
    parent = record.reply.parent if record.reply else None
    odd = found.odd if found.value is not None else ("post",)
    problem = ", ".join(one or "post" for one in odd) if odd else ""
    return Post(
        account=here.account,
        id=view.uri or "",
        uri=view.uri or "",
        url=address_of(author.id, author.handle, place.rkey) if place else "",
        author=author,
        created_at=sort_time(record.created_at, view.indexed_at),
        text=text,
        is_sensitive=author.id == here.did and any(_MEDIA_LABELS & {one.val} for one in labels),
        language=next((one for one in record.langs or () if one), ""),
        attachments=attachments_of(embed),
        card=card_of(embed),
        quote=quote_of(embed, here, depth),
        reply_to=_reply_to(parent, here),
        mentions=_mentions(text),
        tags=tags,
        counts=Counts(
            replies=count_of(view.reply_count),
            reposts=count_of(view.repost_count),
            likes=count_of(view.like_count),
            quotes=count_of(view.quote_count),
        ),
        viewer=Viewer(
            has_liked=bool(viewer.like),
            has_reposted=bool(viewer.repost),
            has_bookmarked=viewer.bookmarked is True,
            has_muted=viewer.thread_muted is True,
            has_pinned=viewer.pinned is True,
        ),
        filters=_filters(view, text, tags, labels, here),
        problem=problem,
        raw=found.raw if problem else "",
    )


def item_of(found: Decoded, here: Here) -> Post | None:
    """A FeedItem: a post, or a repost of one. None where it is neither."""
    item = found.value
    if not isinstance(item, wire.FeedItem) or item.post is None or not at_uri(item.post.uri):
        return None
    post = with_parent(post_of(Decoded(item.post, found.odd, found.raw), here), item.reply)
    reason = item.reason
    if reason is None or not (reason.type or "").endswith("#reasonRepost"):
        return post
    by = profile_of(reason.by)
    uri = reason.uri or f"repost:{by.id}:{reason.indexed_at or ''}:{post.id}"
    return Post(
        account=here.account,
        id=uri,
        uri=uri,
        author=by,
        created_at=moment_of(reason.indexed_at) or post.created_at,
        repost_of=post,
    )


def with_parent(post: Post, reply: wire.FeedReply | None) -> Post:
    """The post with the name of whom it answers, which its record alone does not have."""
    parent = reply.parent if reply else None
    if post.reply_to is None or parent is None or parent.author is None:
        return post
    who = profile_of(parent.author)
    return replace(post, reply_to=ReplyTo(post.reply_to.post_id, who.id, who.handle))


def _reply_to(parent: wire.StrongRef | None, here: Here) -> ReplyTo | None:
    """Of whom it answers a record tells the DID only; our own has a name."""
    place = at_uri(parent.uri) if parent else None
    if place is None:
        return None
    return ReplyTo(str(place), place.did, here.handle if place.did == here.did else "")


def attachments_of(embed: wire.EmbedView) -> tuple[Attachment, ...]:
    """Pictures, or one film; also of a post that quotes beside."""
    if embed.media is not None:
        return attachments_of(embed.media)
    if embed.playlist:
        return (_film(embed),)
    found = []
    for one in (*(embed.images or ()), *(embed.items or ())):
        full, small = web_address(one.fullsize), web_address(one.thumb or one.thumbnail)
        if full or small:
            width, height = _size(one.aspect_ratio)
            found.append(
                Attachment(
                    id=full or small,
                    kind=AttachmentKind.IMAGE,
                    url=full or small,
                    preview_url=small or full,
                    alt=one.alt or "",
                    width=width,
                    height=height,
                )
            )
    return tuple(found)


def _film(embed: wire.EmbedView) -> Attachment:
    width, height = _size(embed.aspect_ratio)
    return Attachment(
        id=embed.cid or embed.playlist or "",
        kind=AttachmentKind.GIF if embed.presentation == "gif" else AttachmentKind.VIDEO,
        url=web_address(embed.playlist),
        preview_url=web_address(embed.thumbnail),
        alt=embed.alt or "",
        width=width,
        height=height,
    )


def _size(ratio: wire.AspectRatio | None) -> tuple[int, int]:
    if ratio is None or not ratio.width or not ratio.height or min(ratio.width, ratio.height) < 0:
        return 0, 0
    return ratio.width, ratio.height


def card_of(embed: wire.EmbedView) -> LinkCard | None:
    if embed.media is not None:
        return card_of(embed.media)
    external = embed.external
    if external is not None and web_address(external.uri):
        return LinkCard(
            url=web_address(external.uri),
            title=external.title or "",
            description=external.description or "",
            image_url=web_address(external.thumb),
        )
    return _record_card(embed.record)


def _record_card(record: wire.RecordView | None) -> LinkCard | None:
    """A feed, a list or a starter pack that a post shows: all of them have a page."""
    place = at_uri(record.uri) if record else None
    pages = {
        "app.bsky.feed.generator": "profile/{did}/feed/{rkey}",
        "app.bsky.graph.list": "profile/{did}/lists/{rkey}",
        "app.bsky.graph.starterpack": "starter-pack/{did}/{rkey}",
    }
    if record is None or place is None or place.collection not in pages:
        return None
    page = pages[place.collection].format(did=place.did, rkey=place.rkey)
    return LinkCard(
        url=f"https://bsky.app/{page}",
        title=record.display_name or record.name or "",
        description=record.description or "",
        image_url=web_address(record.avatar),
    )


def quote_of(embed: wire.EmbedView, here: Here, depth: int) -> Quote | None:
    record = embed.record
    if record is None:
        return None
    if (embed.type or "").endswith("recordWithMedia#view"):
        record = record.record
    if record is None:
        return None
    kind = (record.type or "").rpartition("#")[2]
    place = at_uri(record.uri)
    if kind in ("viewNotFound", "viewBlocked", "viewDetached"):
        return Quote(QuoteState.GONE, None, record.uri or "")
    if place is None or place.collection != "app.bsky.feed.post" or record.author is None:
        return None
    if depth + 1 >= _DEPTH:
        return Quote(QuoteState.PENDING, None, record.uri or "")
    view = wire.PostView(
        uri=record.uri,
        cid=record.cid,
        author=record.author,
        record=record.value,
        embed=next(iter(record.embeds or ()), None),
        reply_count=record.reply_count,
        repost_count=record.repost_count,
        like_count=record.like_count,
        quote_count=record.quote_count,
        indexed_at=record.indexed_at,
        labels=record.labels,
    )
    return Quote(QuoteState.SHOWN, post_of(Decoded(view), here, depth + 1), record.uri or "")


def _tags(text: RichText, record: wire.PostRecord) -> tuple[str, ...]:
    found = [span.target for span in text.spans if span.kind is SpanKind.HASHTAG]
    names = {name.casefold(): name for name in [*reversed(record.tags or ()), *reversed(found)]}
    return tuple(dict.fromkeys(reversed([*names.values()])))


def _mentions(text: RichText) -> tuple[Mention, ...]:
    found: dict[str, Mention] = {}
    for span in text.spans:
        if span.kind is SpanKind.MENTION:
            handle = text.text[span.start : span.end].lstrip("@")
            found.setdefault(
                span.target,
                Mention(span.target, handle, f"https://bsky.app/profile/{span.target}"),
            )
    return tuple(found.values())


def _author_labels(author: wire.ProfileView | None) -> Iterable[wire.Label]:
    """Labels of a person that count for all their posts."""
    return (
        one for one in (author.labels if author else None) or () if one.val in ("!hide", "spam")
    )


def _filters(
    view: wire.PostView,
    text: RichText,
    tags: tuple[str, ...],
    labels: list[wire.Label],
    here: Here,
) -> tuple[FilterMatch, ...]:
    author = view.author or wire.ProfileView()
    if author.did and author.did == here.did:
        return ()
    viewer = author.viewer or wire.ProfileViewer()
    found = list(label_filters(labels, author.did or "", here.preferences))
    if view.uri in here.preferences.hidden:
        found.append(FilterMatch("", "hide"))
    if viewer.muted or viewer.muted_by_list or viewer.blocking or viewer.blocking_by_list:
        found.append(FilterMatch("", "hide"))
    record = view.record or wire.PostRecord()
    alts = " ".join(one.alt for one in attachments_of(view.embed or wire.EmbedView()) if one.alt)
    found += word_filters(
        f"{text.text} {alts}",
        tags,
        record.langs or (),
        here.preferences,
        is_followed=bool(viewer.following),
    )
    return tuple(dict.fromkeys(found))


def own_post(
    here: Here, author: Profile, uri: str, record: wire.PostRecord, **more: object
) -> Post:
    """What we have just written, before the server shows it to us."""
    view = wire.PostView(
        uri=uri,
        author=wire.ProfileView(
            did=author.id, handle=author.handle, display_name=author.name, avatar=author.avatar_url
        ),
        record=record,
        indexed_at=record.created_at,
        **more,  # type: ignore[arg-type]
    )
    return post_of(Decoded(view), here)
