"""The JSON of the AT Protocol as far as we read it. Every field may be missing.

Source: bluesky-social/atproto, lexicons/app/bsky and lexicons/com/atproto. A union is one
Struct with the fields of all its members; `type` tells which it is.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct, field


class Wire(Struct, frozen=True, kw_only=True, rename="camel"):
    """The root of all."""


class Label(Wire, frozen=True):
    src: str | None = None
    val: str | None = None
    neg: bool | None = None


class ProfileViewer(Wire, frozen=True):
    muted: bool | None = None
    muted_by_list: Any = None
    blocked_by: bool | None = None
    blocking: str | None = None
    blocking_by_list: Any = None
    following: str | None = None
    followed_by: str | None = None


class ProfileView(Wire, frozen=True):
    did: str | None = None
    handle: str | None = None
    display_name: str | None = None
    avatar: str | None = None
    banner: str | None = None
    description: str | None = None
    followers_count: int | None = None
    follows_count: int | None = None
    posts_count: int | None = None
    created_at: str | None = None
    viewer: ProfileViewer | None = None
    labels: list[Label] | None = None


class StrongRef(Wire, frozen=True):
    uri: str | None = None
    cid: str | None = None


class ReplyRef(Wire, frozen=True):
    root: StrongRef | None = None
    parent: StrongRef | None = None


class ByteSlice(Wire, frozen=True):
    byte_start: int | None = None
    byte_end: int | None = None


class Feature(Wire, frozen=True):
    type: str | None = field(default=None, name="$type")
    did: str | None = None
    uri: str | None = None
    tag: str | None = None


class Facet(Wire, frozen=True):
    index: ByteSlice | None = None
    features: list[Feature] | None = None


class SelfLabels(Wire, frozen=True):
    values: list[Label] | None = None


class PostRecord(Wire, frozen=True):
    type: str | None = field(default=None, name="$type")
    text: str | None = None
    created_at: str | None = None
    facets: list[Facet] | None = None
    reply: ReplyRef | None = None
    langs: list[str] | None = None
    tags: list[str] | None = None
    labels: SelfLabels | None = None


class AspectRatio(Wire, frozen=True):
    width: int | None = None
    height: int | None = None


class ImageView(Wire, frozen=True):
    thumb: str | None = None
    thumbnail: str | None = None
    fullsize: str | None = None
    alt: str | None = None
    aspect_ratio: AspectRatio | None = None


class ExternalView(Wire, frozen=True):
    uri: str | None = None
    title: str | None = None
    description: str | None = None
    thumb: str | None = None


class PostViewer(Wire, frozen=True):
    like: str | None = None
    repost: str | None = None
    bookmarked: bool | None = None
    thread_muted: bool | None = None
    pinned: bool | None = None


class EmbedView(Wire, frozen=True):
    """images#view, gallery#view, video#view, external#view, record#view, recordWithMedia#view."""

    type: str | None = field(default=None, name="$type")
    images: list[ImageView] | None = None
    items: list[ImageView] | None = None
    external: ExternalView | None = None
    record: RecordView | None = None
    media: EmbedView | None = None
    cid: str | None = None
    playlist: str | None = None
    thumbnail: str | None = None
    alt: str | None = None
    presentation: str | None = None
    aspect_ratio: AspectRatio | None = None


class RecordView(Wire, frozen=True):
    """record#viewRecord and what stands for it where it cannot be shown; also the wrapper of a
    recordWithMedia#view, whose `record` is the thing itself, and views of feeds and lists."""

    type: str | None = field(default=None, name="$type")
    uri: str | None = None
    cid: str | None = None
    author: ProfileView | None = None
    value: PostRecord | None = None
    labels: list[Label] | None = None
    embeds: list[EmbedView] | None = None
    record: RecordView | None = None
    reply_count: int | None = None
    repost_count: int | None = None
    like_count: int | None = None
    quote_count: int | None = None
    indexed_at: str | None = None
    display_name: str | None = None
    name: str | None = None
    description: str | None = None
    avatar: str | None = None
    creator: ProfileView | None = None


class PostView(Wire, frozen=True):
    type: str | None = field(default=None, name="$type")
    uri: str | None = None
    cid: str | None = None
    author: ProfileView | None = None
    record: PostRecord | None = None
    embed: EmbedView | None = None
    reply_count: int | None = None
    repost_count: int | None = None
    like_count: int | None = None
    quote_count: int | None = None
    indexed_at: str | None = None
    viewer: PostViewer | None = None
    labels: list[Label] | None = None


class Reason(Wire, frozen=True):
    type: str | None = field(default=None, name="$type")
    by: ProfileView | None = None
    uri: str | None = None
    indexed_at: str | None = None


class FeedReply(Wire, frozen=True):
    root: PostView | None = None
    parent: PostView | None = None


class FeedItem(Wire, frozen=True):
    post: PostView | None = None
    reply: FeedReply | None = None
    reason: Reason | None = None


class ThreadNode(Wire, frozen=True):
    type: str | None = field(default=None, name="$type")
    uri: str | None = None
    post: PostView | None = None
    parent: ThreadNode | None = None
    replies: list[ThreadNode] | None = None


class Bookmark(Wire, frozen=True):
    item: PostView | None = None


class NotificationView(Wire, frozen=True):
    uri: str | None = None
    cid: str | None = None
    author: ProfileView | None = None
    reason: str | None = None
    reason_subject: str | None = None
    is_read: bool | None = None
    indexed_at: str | None = None


class ListView(Wire, frozen=True):
    uri: str | None = None
    name: str | None = None
    display_name: str | None = None
    purpose: str | None = None


class Session(Wire, frozen=True):
    access_jwt: str | None = None
    refresh_jwt: str | None = None
    did: str | None = None
    handle: str | None = None
    did_doc: DidDocument | None = None
    active: bool | None = None


class Service(Wire, frozen=True):
    id: str | None = None
    type: str | None = None
    service_endpoint: Any = None


class DidDocument(Wire, frozen=True):
    id: str | None = None
    did: str | None = None
    """In describeServer, which is no document but has this."""
    also_known_as: list[str] | None = None
    service: list[Service] | None = None


class Written(Wire, frozen=True):
    """What putRecord and createRecord answer."""

    uri: str | None = None
    cid: str | None = None


class Uploaded(Wire, frozen=True):
    blob: Any = None


class Fault(Wire, frozen=True):
    error: str | None = None
    message: str | None = None


class Preference(Wire, frozen=True):
    """One entry of the preferences; see app.bsky.actor.defs#preferences."""

    type: str | None = field(default=None, name="$type")
    enabled: bool | None = None
    label: str | None = None
    visibility: str | None = None
    labeler_did: str | None = None
    labelers: list[Labeler] | None = None
    items: Any = None


class Labeler(Wire, frozen=True):
    did: str | None = None


class SavedFeed(Wire, frozen=True):
    type: str | None = None
    value: str | None = None
    pinned: bool | None = None


class MutedWord(Wire, frozen=True):
    value: str | None = None
    targets: list[str] | None = None
    actor_target: str | None = None
    expires_at: str | None = None
