"""Facts of the world as one account sees them: records to domain types."""

from __future__ import annotations

from datetime import datetime

from desktop.domain.account import AccountId, Visibility
from desktop.domain.notification import Notification
from desktop.domain.post import (
    Counts,
    Mention,
    Poll,
    PollOption,
    Post,
    Quote,
    QuoteState,
    ReplyTo,
    Viewer,
)
from desktop.domain.profile import Relationship
from desktop.networks.demo.people import SERVER, profile_url
from desktop.networks.demo.records import Ballot, Deed, Writing
from desktop.networks.demo.rich import custom_emojis
from desktop.networks.demo.world import World

SHOWN_PEOPLE = 8


def can_see(world: World, writing: Writing, viewer: str) -> bool:
    """By its visibility and by who blocked whom; mutes do not count here."""
    author = writing.author
    if author == viewer:
        return True
    if (viewer, author) in world.blocks or (author, viewer) in world.blocks:
        return False
    if writing.repost_of:
        original = world.posts.get(writing.repost_of)
        return original is not None and can_see(world, original, viewer)
    if writing.visibility is Visibility.DIRECT:
        return viewer in writing.mentions
    if writing.visibility is Visibility.FOLLOWERS:
        return (viewer, author) in world.follows or viewer in writing.mentions
    return True


def make_post(
    world: World, writing: Writing, viewer: str, account: AccountId, with_quote: bool = True
) -> Post:
    """`viewer` is the profile id of the account. A quoted post does not show what it quotes."""
    original = world.posts.get(writing.repost_of)
    host = world.people[writing.author].handle.partition("@")[2]
    parent = world.posts.get(writing.reply_to)
    return Post(
        account=account,
        id=writing.id,
        uri=f"https://{host}/posts/{writing.id}",
        url=f"{profile_url(world.people[writing.author].handle)}/{writing.id}",
        author=world.profiles[writing.author],
        created_at=writing.at,
        edited_at=writing.edited_at,
        text=writing.text,
        content_warning=writing.warning,
        is_sensitive=writing.is_sensitive,
        visibility=writing.visibility,
        language=writing.language,
        attachments=writing.attachments,
        poll=_poll(writing.ballot, viewer, writing.author, world.moment()),
        card=writing.card,
        quote=_quote(world, writing, viewer, account) if with_quote else None,
        reply_to=ReplyTo(
            writing.reply_to,
            parent.author if parent else "",
            world.people[parent.author].handle if parent else "",
        )
        if writing.reply_to
        else None,
        repost_of=make_post(world, original, viewer, account) if original else None,
        mentions=tuple(
            Mention(other, world.people[other].handle, profile_url(world.people[other].handle))
            for other in writing.mentions
        ),
        tags=writing.tags,
        emojis=custom_emojis(writing.text, SERVER),
        counts=_counts(writing),
        viewer=_viewer(world, writing, viewer),
        application=writing.application,
    )


def make_probe(world: World, writing: Writing) -> Post:
    """Only what a search looks at, made quickly."""
    return Post(
        account=AccountId(""),
        id=writing.id,
        uri=writing.id,
        author=world.profiles[writing.author],
        created_at=writing.at,
        text=writing.text,
        content_warning=writing.warning,
        language=writing.language,
        attachments=writing.attachments,
        poll=make_poll(world, writing, ""),
        card=writing.card,
        tags=writing.tags,
    )


def _counts(writing: Writing) -> Counts:
    return Counts(
        replies=len(writing.replies),
        reposts=writing.strange_reposts + len(writing.reposts),
        likes=writing.strange_likes + len(writing.liked_by),
        quotes=len(writing.quotes),
    )


def _viewer(world: World, writing: Writing, viewer: str) -> Viewer:
    shelf = world.shelf(viewer)
    return Viewer(
        has_liked=viewer in writing.liked_by,
        has_reposted=viewer in writing.reposts,
        has_bookmarked=writing.id in shelf.bookmarks,
        has_muted=bool(shelf.muted_threads) and world.root(writing) in shelf.muted_threads,
        has_pinned=writing.id in shelf.pins,
    )


def _quote(world: World, writing: Writing, viewer: str, account: AccountId) -> Quote | None:
    if not writing.quote_of:
        return None
    quoted = world.posts.get(writing.quote_of)
    if quoted is None or not can_see(world, quoted, viewer):
        return Quote(QuoteState.GONE, None, writing.quote_of)
    inner = make_post(world, quoted, viewer, account, with_quote=False)
    return Quote(QuoteState.SHOWN, inner, quoted.id)


def _poll(ballot: Ballot | None, viewer: str, author: str, now: datetime) -> Poll | None:
    if ballot is None:
        return None
    tally = ballot.tally()
    own = ballot.votes.get(viewer, ())
    return Poll(
        id=ballot.id,
        options=tuple(
            PollOption(title, votes) for title, votes in zip(ballot.options, tally, strict=True)
        ),
        expires_at=ballot.ends_at,
        is_expired=ballot.ends_at <= now,
        is_multiple=ballot.is_multiple,
        votes=sum(tally),
        voters=sum(ballot.strangers) + len(ballot.votes),
        has_voted=bool(own) or viewer == author,
        own_votes=own,
    )


def make_poll(world: World, writing: Writing, viewer: str) -> Poll | None:
    return _poll(writing.ballot, viewer, writing.author, world.moment())


def make_notification(world: World, deed: Deed, account: AccountId) -> Notification:
    post = world.posts.get(deed.post)
    return Notification(
        account=account,
        id=deed.id,
        kind=deed.kind,
        created_at=deed.at,
        people=tuple(world.profiles[who] for who in deed.people[:SHOWN_PEOPLE]),
        people_count=len(deed.people),
        post=make_post(world, post, deed.owner, account) if post else None,
        group=deed.group,
    )


def make_relationship(world: World, viewer: str, other: str) -> Relationship:
    return Relationship(
        profile_id=other,
        is_following=(viewer, other) in world.follows,
        is_followed_by=(other, viewer) in world.follows,
        is_muting=(viewer, other) in world.mutes,
        is_blocking=(viewer, other) in world.blocks,
    )
