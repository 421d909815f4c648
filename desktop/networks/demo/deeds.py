"""What an account does to posts and people."""

from __future__ import annotations

from desktop.domain.account import Visibility
from desktop.domain.errors import AccessDenied, NotFound, Rejected
from desktop.domain.post import Poll, PostAction
from desktop.domain.profile import ProfileAction
from desktop.networks.demo.records import Writing
from desktop.networks.demo.views import make_poll
from desktop.networks.demo.world import World


def act(world: World, action: PostAction, post: Writing, me: str) -> None:
    """Doing it twice is like doing it once. Raises AccessDenied, Rejected."""
    shelf = world.shelf(me)
    if action is PostAction.LIKE:
        shelf.likes.setdefault(post.id, world.next_number())
        world.like(me, post.id, world.moment())
    elif action is PostAction.UNLIKE:
        shelf.likes.pop(post.id, None)
        world.unlike(me, post.id)
    elif action is PostAction.REPOST:
        if post.visibility not in (Visibility.PUBLIC, Visibility.UNLISTED) and post.author != me:
            raise AccessDenied("This action is not allowed")
        world.repost(me, post.id, world.moment())
    elif action is PostAction.UNREPOST:
        world.remove(post.reposts.get(me, ""))
    elif action is PostAction.BOOKMARK:
        shelf.bookmarks.setdefault(post.id, world.next_number())
    elif action is PostAction.UNBOOKMARK:
        shelf.bookmarks.pop(post.id, None)
    elif action in (PostAction.PIN, PostAction.UNPIN):
        if post.author != me:
            raise Rejected("Validation failed: Someone else's post cannot be pinned")
        shelf.pins.pop(post.id, None)
        if action is PostAction.PIN:
            shelf.pins[post.id] = None
    elif action is PostAction.MUTE_THREAD:
        shelf.muted_threads.add(world.root(post))
    else:
        shelf.muted_threads.discard(world.root(post))


def vote(world: World, post: Writing, poll_id: str, choices: tuple[int, ...], me: str) -> Poll:
    """Raises NotFound, Rejected."""
    ballot = post.ballot
    if ballot is None or ballot.id != poll_id:
        raise NotFound(poll_id)
    if ballot.ends_at <= world.moment():
        raise Rejected("Validation failed: The poll has already ended")
    if me in ballot.votes or post.author == me:
        raise Rejected("Validation failed: You have already voted on this poll")
    chosen = tuple(dict.fromkeys(choices))
    if (
        not chosen
        or (len(chosen) > 1 and not ballot.is_multiple)
        or any(not 0 <= choice < len(ballot.options) for choice in chosen)
    ):
        raise Rejected("Validation failed: The chosen vote option does not exist")
    ballot.votes[me] = chosen
    world.touch(post.id)
    poll = make_poll(world, post, me)
    assert poll is not None  # noqa: S101 - it has a ballot
    return poll


def act_on_profile(world: World, action: ProfileAction, other: str, me: str) -> None:
    """Raises NotFound, Rejected for oneself, AccessDenied for who blocked us."""
    world.profile(other)
    if other == me:
        raise Rejected("Validation failed: that is you")
    pair = (me, other)
    if action is ProfileAction.FOLLOW:
        if (other, me) in world.blocks:
            raise AccessDenied("This action is not allowed")
        world.follow(me, other, world.moment())
    elif action is ProfileAction.UNFOLLOW:
        world.unfollow(me, other)
    elif action is ProfileAction.MUTE:
        world.mutes.add(pair)
    elif action is ProfileAction.UNMUTE:
        world.mutes.discard(pair)
    elif action is ProfileAction.BLOCK:
        world.blocks.add(pair)
        world.unfollow(me, other)
        world.unfollow(other, me)
    else:
        world.blocks.discard(pair)
