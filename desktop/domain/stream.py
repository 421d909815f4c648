"""What a live connection tells."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from desktop.domain.notification import Notification
from desktop.domain.post import Post
from desktop.domain.timeline import TimelineKey


class StreamEvent(Struct, frozen=True, tag=True):
    """The root of all events."""


class StreamOpened(StreamEvent, frozen=True):
    """Connected and subscribed to `keys`; what was missed before must now be caught up."""

    keys: frozenset[TimelineKey]


class StreamClosed(StreamEvent, frozen=True):
    """The connection is lost; the stream tries again at `retry_at` by itself."""

    retry_at: datetime | None = None


class PostArrived(StreamEvent, frozen=True):
    post: Post
    keys: frozenset[TimelineKey]
    """The timelines that it belongs to."""


class PostEdited(StreamEvent, frozen=True):
    post: Post


class PostDeleted(StreamEvent, frozen=True):
    post_id: str


class NotificationArrived(StreamEvent, frozen=True):
    notification: Notification


class FiltersChanged(StreamEvent, frozen=True):
    pass
