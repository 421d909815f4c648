"""Writing records: posts and their media, likes, reposts, follows, blocks.

Every record has a name that is chosen here before the first try, and is written by putRecord:
the same content under the same name is the same record, however often it is sent.
Source: atproto.com/specs/record-key, lexicons/app/bsky.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from desktop.domain.draft import Draft, DraftMedia, OutboxItem, UploadedMedia
from desktop.domain.errors import NetworkError, NotFound, NotSupported, Rejected
from desktop.domain.post import Post
from desktop.domain.profile import Profile
from desktop.networks.bluesky import wire
from desktop.networks.bluesky.api import Api
from desktop.networks.bluesky.card import fetch_card
from desktop.networks.bluesky.mapping import own_post, post_of
from desktop.networks.bluesky.richtext import composed_facets, first_link, tidy
from desktop.networks.bluesky.timelines import Timelines
from desktop.networks.bluesky.values import AtUri, at_uri, record_key, written_moment
from desktop.networks.http import FileToSend
from desktop.networks.lenient import Decoded, read_one
from desktop.networks.media import sniffed
from desktop.text.counting import BLUESKY, count

POST = "app.bsky.feed.post"
COVERED = "graphic-media"
"""The label for pictures that their author wants covered, whatever they show."""
THUMB_BYTES = 1_000_000
_THUMB_TYPES = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif"})


class Writing:
    """What one account writes."""

    def __init__(self, api: Api, timelines: Timelines) -> None:
        self._api = api
        self._timelines = timelines

    async def publish(self, item: OutboxItem) -> Post:
        draft = item.draft
        if draft.edits:
            raise NotSupported("edit")
        if draft.poll is not None:
            raise NotSupported("poll")
        text = tidy(draft.text)
        counted = count(text, BLUESKY)
        if counted.overflow_at is not None:
            raise Rejected(f"The text is too long: {counted.length} of {counted.limit}.", 400)
        began = _began(item)
        rkey = record_key(began, item.key)
        record = await self._record(draft, text, began)
        written = await self._api.put_record(POST, rkey, record)
        uri = written.uri or str(self._own(POST, rkey))
        return await self.show(uri, record)

    async def find_sent(self, item: OutboxItem) -> Post | None:
        """Exactly by its name: what has it was made by this item."""
        place = self._own(POST, record_key(_began(item), item.key))
        asked = {"repo": place.did, "collection": place.collection, "rkey": place.rkey}
        try:
            answer = await self._api.get("com.atproto.repo.getRecord", asked.items())
        except NotFound:
            return None
        found = read_one(answer, _Record)
        return await self.show(str(place), found.value if isinstance(found.value, dict) else {})

    async def show(self, uri: str, record: dict[str, Any]) -> Post:
        """Our own post as the server shows it; as we wrote it where that has yet to catch up."""
        asked = {"uri": uri, "depth": "0", "parentHeight": "0"}
        try:
            answer = await self._api.get("app.bsky.feed.getPostThread", asked.items())
        except NetworkError:
            pass
        else:
            node = read_one(answer, ThreadAnswer).thread
            if node is not None and node.post is not None and node.post.uri:
                return post_of(Decoded(node.post), self._api.here)
        mine = self._api.account
        author = Profile(
            id=mine.profile_id, handle=mine.handle, name=mine.name, avatar_url=mine.avatar_url
        )
        read = msgspec.convert(record, wire.PostRecord, strict=False)
        return own_post(self._api.here, author, uri, read)

    def _own(self, collection: str, rkey: str) -> AtUri:
        return AtUri(self._api.account.profile_id, collection, rkey)

    async def _record(self, draft: Draft, text: str, began: datetime) -> dict[str, Any]:
        facets = await composed_facets(text, self.resolve)
        record: dict[str, Any] = {
            "$type": POST,
            "text": text,
            "createdAt": written_moment(began),
        }
        if facets:
            record["facets"] = facets
        if draft.language:
            record["langs"] = [draft.language]
        if draft.is_sensitive and draft.media:
            values = [{"val": COVERED}]
            record["labels"] = {"$type": "com.atproto.label.defs#selfLabels", "values": values}
        if draft.reply_to:
            record["reply"] = await self._reply(draft.reply_to)
        embed = await self._embed(draft, first_link(facets))
        if embed is not None:
            record["embed"] = embed
        return record

    async def resolve(self, handle: str) -> str:
        """A handle's DID, or nothing where nobody has it."""
        asked = [("handle", handle.lower())]
        try:
            answer = await self._api.get("com.atproto.identity.resolveHandle", asked)
        except (NotFound, Rejected):
            return ""
        return read_one(answer, _Resolved).did or ""

    async def _reply(self, uri: str) -> dict[str, Any]:
        parent = await self.view(uri)
        here = strong_ref(parent)
        root = parent.record.reply.root if parent.record and parent.record.reply else None
        is_whole = root is not None and root.uri and root.cid
        there = {"uri": root.uri, "cid": root.cid} if root is not None and is_whole else here
        return {"root": there, "parent": here}

    async def view(self, uri: str) -> wire.PostView:
        """A post with its cid. Raises NotFound."""
        if at_uri(uri) is None:
            raise NotFound
        found = (await self._timelines.posts([uri])).get(uri)
        if found is None:
            # our own newest are shown by the thread before they are by the list
            asked = {"uri": uri, "depth": "0", "parentHeight": "0"}
            answer = await self._api.get("app.bsky.feed.getPostThread", asked.items())
            node = read_one(answer, ThreadAnswer).thread
            found = node.post if node is not None else None
        if found is None or not found.cid:
            raise NotFound
        return found

    async def _embed(self, draft: Draft, link: str) -> dict[str, Any] | None:
        media: dict[str, Any] | None = None
        if draft.media:
            media = {
                "$type": "app.bsky.embed.images",
                "images": [_image(one) for one in draft.media],
            }
        elif link:
            media = await self._card(link)
        if not draft.quote:
            return media
        quoted = strong_ref(await self.view(draft.quote))
        if media is None:
            return {"$type": "app.bsky.embed.record", "record": quoted}
        return {
            "$type": "app.bsky.embed.recordWithMedia",
            "record": {"$type": "app.bsky.embed.record", "record": quoted},
            "media": media,
        }

    async def _card(self, url: str) -> dict[str, Any] | None:
        card = await fetch_card(self._api.http, url)
        if card is None:
            return None
        external: dict[str, Any] = {
            "uri": url,
            "title": card.title,
            "description": card.description,
        }
        if card.image_url:
            try:
                picture = await self._api.http.download(
                    card.image_url, max_bytes=THUMB_BYTES, timeout=8.0
                )
                mime = sniffed(picture.body)
                if mime in _THUMB_TYPES:
                    file = FileToSend("thumb", picture.body, mime)
                    external["thumb"] = await self._blob(file, lambda _: None)
            except NetworkError:
                pass  # a card without its picture is still a card
        return {"$type": "app.bsky.embed.external", "external": external}

    async def upload(
        self, media: DraftMedia, on_progress: Callable[[float], None]
    ) -> UploadedMedia:
        """The blob, as JSON, is the id: a post refers to it by that and nothing else."""
        limits = self._api.account.capabilities.limits
        if media.mime not in limits.image_types:
            raise Rejected("Only pictures can be posted here.", 415)
        if limits.max_image_bytes and media.size > limits.max_image_bytes:
            raise Rejected("The picture is too large.", 413)
        file = FileToSend(media.name or Path(media.path).name, Path(media.path), media.mime)
        blob = await self._blob(file, lambda part: on_progress(part * 0.95))
        on_progress(1.0)
        return UploadedMedia(msgspec.json.encode(blob).decode())

    async def _blob(self, file: FileToSend, on_progress: Callable[[float], None]) -> Any:
        answer = await self._api.upload(file, on_progress)
        blob = read_one(answer, wire.Uploaded).blob
        if not isinstance(blob, dict):
            raise answer.fault()
        return blob

    async def add(self, collection: str, subject: object) -> str:
        """A like, a repost, a follow or a block; its uri."""
        now = datetime.now(UTC)
        record = {"$type": collection, "subject": subject, "createdAt": written_moment(now)}
        seed = msgspec.json.encode(subject).decode()
        written = await self._api.put_record(collection, record_key(now, seed), record)
        return written.uri or ""

    async def remove(self, uri: str) -> None:
        """Delete one of our records; one that is gone already is no problem."""
        place = at_uri(uri)
        if place is None:
            raise NotFound
        if place.did != self._api.account.profile_id:
            raise Rejected("That is not yours to delete.", 403)
        await self._api.delete_record(place.collection, place.rkey)


def strong_ref(view: wire.PostView) -> dict[str, Any]:
    """What records point to posts with."""
    return {"uri": view.uri, "cid": view.cid}


def _began(item: OutboxItem) -> datetime:
    """When the post is from: its first try that may have arrived, which never changes after."""
    return item.first_try_at or item.created_at


def _image(media: DraftMedia) -> dict[str, Any]:
    try:
        blob = msgspec.json.decode(media.remote_id)
    except msgspec.MsgspecError:
        raise Rejected("A picture was not uploaded.", 400) from None
    image: dict[str, Any] = {"image": blob, "alt": media.alt}
    if media.width > 0 and media.height > 0:
        image["aspectRatio"] = {"width": media.width, "height": media.height}
    return image


class _Record(wire.Wire, frozen=True):
    value: Any = None


class _Resolved(wire.Wire, frozen=True):
    did: str | None = None


class ThreadAnswer(wire.Wire, frozen=True):
    thread: wire.ThreadNode | None = None
