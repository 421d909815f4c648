"""Taking in what an account writes: limits, media, polls, edits."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from msgspec.structs import replace

from desktop.domain.account import Account, Limits
from desktop.domain.draft import Draft, DraftMedia
from desktop.domain.errors import AccessDenied, NotFound, Rejected
from desktop.domain.post import Attachment, AttachmentKind
from desktop.networks.demo.demo_world import DemoWorld
from desktop.networks.demo.people import SERVER
from desktop.networks.demo.records import Ballot, Upload, Writing
from desktop.networks.demo.views import can_see
from desktop.networks.demo.world import World
from desktop.text.counting import count, mastodon


def check(draft: Draft, limits: Limits) -> None:
    """Raises Rejected, with a sentence as a server would write it."""
    rule = mastodon(limits.max_characters, limits.characters_per_url)
    if not count(draft.text, rule, draft.content_warning).fits:
        raise Rejected(
            f"Validation failed: Text character limit of {limits.max_characters} exceeded"
        )
    if not draft.text.strip() and not draft.media and draft.poll is None:
        raise Rejected("Validation failed: Text can't be blank")
    if len(draft.media) > limits.max_attachments:
        raise Rejected(f"Cannot attach more than {limits.max_attachments} files")
    if any(len(media.alt) > limits.max_alt_characters for media in draft.media):
        raise Rejected("Validation failed: Description is too long")
    poll = draft.poll
    if poll is None:
        return
    if draft.media:
        raise Rejected("Cannot attach files and a poll to the same post")
    if not 2 <= len(poll.options) <= limits.max_poll_options:
        raise Rejected(f"Validation failed: a poll has 2 to {limits.max_poll_options} options")
    if any(not 0 < len(one) <= limits.max_poll_option_characters for one in poll.options):
        raise Rejected("Validation failed: a poll option is empty or too long")
    if len(set(poll.options)) < len(poll.options):
        raise Rejected("Validation failed: Poll has the same option twice")
    if not limits.min_poll_seconds <= poll.seconds <= limits.max_poll_seconds:
        raise Rejected("Validation failed: Poll is too short or too long")


def publish(world: DemoWorld, draft: Draft, account: Account) -> Writing:
    """A new post, or the changed one for a draft with `edits`."""
    check(draft, account.capabilities.limits)
    if draft.edits:
        return _edit(world, draft, account)
    facts, at = world.facts, world.facts.moment()
    for other in (draft.reply_to, draft.quote):
        if other and not can_see(facts, facts.post(other), account.profile_id):
            raise NotFound(other)
    attachments = tuple(attach(facts, media) for media in draft.media)
    writing = Writing(id=facts.make_id(at), author=account.profile_id, at=at)
    world.chronicle.author.say(writing, draft.text)
    writing.warning = draft.content_warning
    writing.is_sensitive = draft.is_sensitive or bool(draft.content_warning)
    writing.visibility = draft.visibility
    writing.language = draft.language or account.default_language
    writing.attachments = attachments
    writing.reply_to, writing.quote_of = draft.reply_to, draft.quote
    if draft.poll is not None:
        writing.ballot = Ballot(
            id=f"p{writing.id}",
            options=draft.poll.options,
            strangers=[0] * len(draft.poll.options),
            ends_at=at + timedelta(seconds=draft.poll.seconds),
            is_multiple=draft.poll.is_multiple,
        )
    return facts.write(writing)


def _edit(world: DemoWorld, draft: Draft, account: Account) -> Writing:
    writing = own(world.facts, draft.edits, account)
    kept = {attachment.id: attachment for attachment in writing.attachments}
    attachments = tuple(
        replace_alt(kept[media.remote_id], media.alt)
        if media.remote_id in kept
        else attach(world.facts, media)
        for media in draft.media
    )
    writing.attachments = attachments
    writing.is_sensitive = draft.is_sensitive or bool(draft.content_warning)
    writing.language = draft.language or writing.language
    warning, at = draft.content_warning, world.facts.moment()
    world.chronicle.edit(writing, draft.text, warning, at)
    return writing


def own(facts: World, post_id: str, account: Account) -> Writing:
    """A post of this account. Raises NotFound, AccessDenied."""
    writing = facts.post(post_id)
    if writing.author != account.profile_id:
        raise AccessDenied("This action is not allowed")
    return writing


def attach(facts: World, media: DraftMedia) -> Attachment:
    """An uploaded file as an attachment. Raises Rejected where it was never uploaded."""
    upload = facts.uploads.get(media.remote_id)
    if upload is None:
        raise Rejected("Validation failed: the media could not be found")
    url = f"{SERVER}/media/uploads/{media.remote_id}"
    return Attachment(
        id=media.remote_id,
        kind=AttachmentKind.IMAGE,
        url=url,
        preview_url=url,
        alt=media.alt or upload.alt,
        width=upload.width,
        height=upload.height,
        focus_x=media.focus_x,
        focus_y=media.focus_y,
    )


def replace_alt(attachment: Attachment, alt: str) -> Attachment:
    return replace(attachment, alt=alt)


def read_upload(media: DraftMedia, limits: Limits) -> Upload:
    """The file's bytes, checked. Reads the disk: call it in a thread. Raises Rejected."""
    if media.mime not in limits.image_types:
        raise Rejected("Validation failed: this type of file is not supported")
    body = Path(media.path).read_bytes()
    if len(body) > limits.max_image_bytes:
        raise Rejected(f"Validation failed: larger than {limits.max_image_bytes} bytes")
    return Upload(body, media.mime, media.width, media.height, media.alt)
