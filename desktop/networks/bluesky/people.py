"""From wire profiles to ours."""

from __future__ import annotations

from msgspec import Struct

from desktop.domain.account import AccountId
from desktop.domain.profile import Profile, Relationship
from desktop.domain.richtext import RichText
from desktop.networks.bluesky import wire
from desktop.networks.bluesky.moderation import Preferences
from desktop.networks.bluesky.richtext import plain_text
from desktop.networks.bluesky.values import count_of, moment_of, web_address

BROKEN = "handle.invalid"


class Here(Struct, frozen=True):
    """Whose eyes we look through, and what they do not want to see."""

    account: AccountId
    did: str = ""
    preferences: Preferences = Preferences()
    handle: str = ""


def profile_of(view: wire.ProfileView | None, *, full: bool = False) -> Profile:
    """`full`: with the bio, which nobody looks at in a timeline."""
    if view is None or not view.did:
        return Profile(id="", handle="?")
    handle = view.handle if view.handle and view.handle != BROKEN else ""
    labels = {label.val for label in view.labels or () if not label.neg}
    return Profile(
        id=view.did,
        handle=handle or view.did,
        name=(view.display_name or "").strip(),
        url=f"https://bsky.app/profile/{handle or view.did}",
        avatar_url=web_address(view.avatar),
        header_url=web_address(view.banner),
        bio=plain_text(view.description or "") if full else RichText(),
        is_bot="bot" in labels,
        follower_count=count_of(view.followers_count, -1),
        following_count=count_of(view.follows_count, -1),
        post_count=count_of(view.posts_count, -1),
        created_at=moment_of(view.created_at),
    )


def relationship_of(view: wire.ProfileView) -> Relationship:
    viewer = view.viewer or wire.ProfileViewer()
    return Relationship(
        profile_id=view.did or "",
        is_following=bool(viewer.following),
        is_followed_by=bool(viewer.followed_by),
        is_muting=viewer.muted is True,
        is_blocking=bool(viewer.blocking),
    )
