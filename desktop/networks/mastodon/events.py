"""From the frames of a stream to our events. Pure.

Source: docs.joinmastodon.org/methods/streaming#events.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from desktop.domain.stream import (
    FiltersChanged,
    NotificationArrived,
    PostArrived,
    PostDeleted,
    PostEdited,
    StreamEvent,
)
from desktop.domain.timeline import TimelineKey, TimelineKind
from desktop.networks.lenient import Decoded, read_loose, read_raw
from desktop.networks.mastodon import wire
from desktop.networks.mastodon.mapping import post_of
from desktop.networks.mastodon.notifications import notification_of
from desktop.networks.mastodon.people import Here

_USER = frozenset({TimelineKind.HOME, TimelineKind.NOTIFICATIONS, TimelineKind.MENTIONS})
_STREAMS = {
    TimelineKind.LOCAL: "public:local",
    TimelineKind.FEDERATED: "public",
    TimelineKind.CONVERSATIONS: "direct",
    TimelineKind.HASHTAG: "hashtag",
    TimelineKind.LIST: "list",
}


class Subscription(NamedTuple):
    """A server's stream and its parameter: ("hashtag", "birds"), ("list", "12"), ("user", "")."""

    stream: str
    parameter: str = ""

    @property
    def name(self) -> str:
        """As a frame names it, compared without case."""
        full = f"{self.stream}:{self.parameter}" if self.parameter else self.stream
        return full.casefold()

    def frame(self, kind: str) -> str:
        """What subscribes to it, or unsubscribes."""
        told = {"type": kind, "stream": self.stream}
        if self.stream == "hashtag":
            told["tag"] = self.parameter
        elif self.stream == "list":
            told["list"] = self.parameter
        return msgspec.json.encode(told).decode()

    @property
    def query(self) -> dict[str, str]:
        """What opens a connection for this stream alone."""
        told = {"stream": self.stream}
        if self.stream == "hashtag":
            told["tag"] = self.parameter
        elif self.stream == "list":
            told["list"] = self.parameter
        return told


Plan = dict[Subscription, frozenset[TimelineKey]]


def plan(keys: frozenset[TimelineKey], *, tags_from_public: bool = False) -> Plan:
    """The streams that bring these timelines; what cannot be streamed is left out.

    `tags_from_public`: hashtags are picked out of the public stream.
    """
    wanted: dict[Subscription, set[TimelineKey]] = {}
    for key in keys:
        if key.kind in _USER:
            wanted.setdefault(Subscription("user"), set()).add(key)
        elif key.kind is TimelineKind.HASHTAG and tags_from_public:
            wanted.setdefault(Subscription("public"), set()).add(key)
        elif key.kind in _STREAMS:
            one = Subscription(_STREAMS[key.kind], key.parameter)
            wanted.setdefault(one, set()).add(key)
    return {one: frozenset(found) for one, found in wanted.items()}


def read_frame(text: str) -> wire.StreamFrame | None:
    """None for what is no frame: it is passed over."""
    value = read_raw(text, wire.StreamFrame).value
    return value if isinstance(value, wire.StreamFrame) else None


def stream_of(frame: wire.StreamFrame, wanted: Plan) -> Subscription | None:
    """Which subscription a frame of a shared connection belongs to."""
    name = ":".join(frame.stream or ()).casefold()
    return next((one for one in wanted if one.name == name), None)


def event_of(
    frame: wire.StreamFrame, stream: str, keys: frozenset[TimelineKey], here: Here
) -> StreamEvent | None:
    """The event for a frame that came on the stream of `keys`; None for what does not concern
    them, is not known or cannot be read."""
    match frame.event:
        case "update":
            return _arrived(_payload(frame, wire.Status), stream, keys, here)
        case "conversation":
            last = _payload(frame, wire.Conversation).value
            talks = frozenset(key for key in keys if key.kind is TimelineKind.CONVERSATIONS)
            if not isinstance(last, wire.Conversation) or last.last_status is None or not talks:
                return None
            return PostArrived(post_of(Decoded(last.last_status), here), talks)
        case "status.update":
            found = _payload(frame, wire.Status)
            return PostEdited(post_of(found, here)) if found.value is not None else None
        case "delete":
            gone = frame.payload
            if isinstance(gone, str | int) and str(gone).strip():
                return PostDeleted(str(gone).strip().strip('"'))
            return None
        case "notification":
            if not any(key.kind in _USER - {TimelineKind.HOME} for key in keys):
                return None
            told = notification_of(_payload(frame, wire.Notification), here)
            return NotificationArrived(told) if told is not None else None
        case "filters_changed":
            return FiltersChanged()
        case _:
            return None


def _arrived(
    found: Decoded, stream: str, keys: frozenset[TimelineKey], here: Here
) -> PostArrived | None:
    if found.value is None:
        return None
    post = post_of(found, here)
    tags = {tag.casefold() for tag in post.shown.tags}
    wanted = frozenset(
        key
        for key in keys
        if (key.kind not in _USER or key.kind is TimelineKind.HOME)
        and (
            stream != "public"
            or key.kind is not TimelineKind.HASHTAG
            or key.parameter.casefold() in tags
        )
    )
    return PostArrived(post, wanted) if wanted else None


def _payload(frame: wire.StreamFrame, kind: type[msgspec.Struct]) -> Decoded:
    """A payload is a string of JSON; a few servers send the object itself."""
    if isinstance(frame.payload, str):
        return read_raw(frame.payload, kind)
    if isinstance(frame.payload, dict):
        return read_loose(frame.payload, kind)
    return Decoded(None)
