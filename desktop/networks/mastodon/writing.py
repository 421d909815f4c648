"""Sending, changing and deleting posts, and the files that go with them."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

from desktop.domain.account import Visibility
from desktop.domain.draft import Draft, DraftMedia, OutboxItem, UploadedMedia
from desktop.domain.errors import NotFound, Rejected, ServerFault
from desktop.domain.post import Post
from desktop.domain.richtext import RichText, SpanKind
from desktop.networks.answers import Response
from desktop.networks.http import FileToSend
from desktop.networks.lenient import Decoded, read_list, read_one
from desktop.networks.mastodon import wire
from desktop.networks.mastodon.api import Api, Call
from desktop.networks.mastodon.mapping import post_of
from desktop.networks.mastodon.values import id_of, text_of

_VISIBILITIES = {
    Visibility.PUBLIC: "public",
    Visibility.UNLISTED: "unlisted",
    Visibility.FOLLOWERS: "private",
    Visibility.DIRECT: "direct",
    Visibility.LOCAL: "local",
}
_PROCESSING_SECONDS = 600.0
_LATEST = 20
_TYPED_MENTION = re.compile(r"@([\w.-]+)@[\w.-]+(:\d+)?")


class Writing:
    """What one account sends."""

    def __init__(self, api: Api) -> None:
        self._api = api

    async def publish(self, item: OutboxItem) -> Post:
        draft = item.draft
        body = self._body(draft)
        if draft.edits:
            path, method = f"/api/v1/statuses/{draft.edits}", "PUT"
            body["media_attributes"] = [_attributes(one) for one in draft.media]
        else:
            path, method = "/api/v1/statuses", "POST"
        call = Call(json=body, key=item.key, bucket="posting", timeout=60)
        answer = await self._api.ask(method, path, call)
        return self._post(answer)

    def _body(self, draft: Draft) -> dict[str, object]:
        quirks = self._api.quirks
        body: dict[str, object] = {
            "status": draft.text,
            "spoiler_text": draft.content_warning,
            "sensitive": draft.is_sensitive or bool(draft.content_warning and draft.media),
            "media_ids": [one.remote_id for one in draft.media],
        }
        if draft.language:
            body["language"] = draft.language
        if draft.poll is not None:
            body["poll"] = {
                "options": list(draft.poll.options),
                "expires_in": draft.poll.seconds,
                "multiple": draft.poll.is_multiple,
            }
        if draft.edits:
            return body
        if draft.visibility is Visibility.LOCAL and quirks.local_by == "local_only":
            body |= {"visibility": "public", "local_only": True}
        else:
            body["visibility"] = _VISIBILITIES[draft.visibility]
        if draft.reply_to:
            body["in_reply_to_id"] = draft.reply_to
        if draft.quote:
            body[quirks.quotes_by or "quoted_status_id"] = draft.quote
        return body

    async def find_sent(self, item: OutboxItem) -> Post | None:
        draft = item.draft
        if draft.edits:
            post = await self._fetch(draft.edits)
            return post if await self._is_same(post, draft) else None
        path = f"/api/v1/accounts/{self._api.account.profile_id}/statuses"
        answer = await self._api.get(path, [("limit", str(_LATEST))])
        since = item.created_at + _ahead(answer) - timedelta(seconds=5)
        for one in read_list(answer, wire.Status):
            post = post_of(one, self._api.here)
            if post.repost_of is not None or post.problem or post.created_at < since:
                continue
            if (post.reply_to.post_id if post.reply_to else "") != draft.reply_to:
                continue
            if len(post.attachments) == len(draft.media) and await self._is_same(post, draft):
                return post
        return None

    async def _is_same(self, post: Post, draft: Draft) -> bool:
        if _bare(post.content_warning) != _bare(draft.content_warning):
            return False
        if _shown(post.text) == _bare(_TYPED_MENTION.sub(r"@\1", draft.text)):
            return True
        try:
            source = await self.source(post.id)
        except (NotFound, Rejected):
            return False
        return _bare(text_of(source.text)) == _bare(draft.text)

    async def source(self, post_id: str) -> wire.StatusSource:
        """The text as it was typed."""
        answer = await self._api.get(f"/api/v1/statuses/{post_id}/source")
        return read_one(answer, wire.StatusSource)

    async def upload(
        self, media: DraftMedia, on_progress: Callable[[float], None]
    ) -> UploadedMedia:
        form = {"focus": f"{media.focus_x:.2f},{media.focus_y:.2f}"}
        if media.alt:
            form["description"] = media.alt
        file = FileToSend(media.name or Path(media.path).name, Path(media.path), media.mime)
        call = Call(
            form=form, files={"file": file}, bucket="media", timeout=120,
            on_progress=lambda part: on_progress(part * 0.95),
        )  # fmt: skip
        try:
            answer = await self._api.ask("POST", "/api/v2/media", call)
        except NotFound:
            answer = await self._api.ask("POST", "/api/v1/media", call)
        uploaded = read_one(answer, wire.UploadedFile)
        if not uploaded.id:
            raise answer.fault()
        if answer.status == 202:
            await self._processed(id_of(uploaded.id))
        on_progress(1.0)
        return UploadedMedia(id_of(uploaded.id))

    async def _processed(self, media_id: str) -> None:
        """Wait until a film is ready: a post with one that is not is refused."""
        try:
            async with asyncio.timeout(_PROCESSING_SECONDS):
                pause = 0.5
                while True:
                    answer = await self._api.get(f"/api/v1/media/{media_id}")
                    if answer.status != 206:
                        return
                    await asyncio.sleep(pause)
                    pause = min(5.0, pause * 1.5)
        except TimeoutError:
            raise ServerFault(206, "media still processing") from None

    async def change_alt(self, media_id: str, alt: str) -> None:
        """A file's alt text, before it is posted."""
        await self._api.ask("PUT", f"/api/v1/media/{media_id}", Call(json={"description": alt}))

    async def _fetch(self, post_id: str) -> Post:
        return self._post(await self._api.get(f"/api/v1/statuses/{post_id}"))

    def _post(self, answer: Response) -> Post:
        return post_of(Decoded(read_one(answer, wire.Status)), self._api.here)


def _attributes(media: DraftMedia) -> dict[str, str]:
    return {
        "id": media.remote_id,
        "description": media.alt,
        "focus": f"{media.focus_x:.2f},{media.focus_y:.2f}",
    }


def _ahead(answer: Response) -> timedelta:
    """How far the server's clock is ahead of ours."""
    try:
        there = parsedate_to_datetime(answer.headers.get("date", ""))
    except (TypeError, ValueError):
        return timedelta(0)
    there = there if there.tzinfo else there.replace(tzinfo=UTC)
    return there - datetime.now(UTC)


def _bare(text: str) -> str:
    return "".join(text.split()).casefold()


def _shown(rich: RichText) -> str:
    """A post's text as its author would have typed it, without spaces."""
    parts: list[str] = []
    at = 0
    for span in rich.spans:
        if span.start < at or span.kind not in (SpanKind.LINK, SpanKind.MENTION):
            continue
        shown = rich.text[span.start : span.end]
        shown = span.target if span.kind is SpanKind.LINK else _TYPED_MENTION.sub(r"@\1", shown)
        parts += [rich.text[at : span.start], shown]
        at = span.end
    return _bare("".join([*parts, rich.text[at:]]))
