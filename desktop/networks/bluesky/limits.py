"""What this network takes and can do. Source: lexicons/app/bsky/feed/post.json and embed."""

from __future__ import annotations

from desktop.domain.account import Capabilities, CountRule, Limits, Visibility
from desktop.domain.timeline import TimelineKind

CAPABILITIES = Capabilities(
    timelines=frozenset(
        {
            TimelineKind.HOME, TimelineKind.NOTIFICATIONS, TimelineKind.MENTIONS,
            TimelineKind.HASHTAG, TimelineKind.LIST, TimelineKind.PROFILE,
            TimelineKind.BOOKMARKS, TimelineKind.LIKES, TimelineKind.SEARCH,
            TimelineKind.THREAD,
        }
    ),
    visibilities=(Visibility.PUBLIC,),
    can_stream=False,
    can_search_posts=True,
    can_quote=True,
    can_bookmark=True,
    can_edit=False,
    can_poll=False,
    can_warn=False,
    can_upload=True,
    can_set_language=True,
    has_idempotency=True,
    limits=Limits(
        rule=CountRule.BLUESKY,
        max_characters=300,
        characters_per_url=0,
        max_attachments=4,
        max_alt_characters=2000,
        max_image_bytes=2_000_000,
        max_image_pixels=0,
        image_types=("image/jpeg", "image/png", "image/webp", "image/gif"),
        max_poll_options=0,
    ),
)  # fmt: skip
