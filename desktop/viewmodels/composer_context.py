"""What a new draft starts with when it answers, quotes or changes a post. Pure functions."""

from __future__ import annotations

from uuid import uuid4

from desktop.domain.account import Account, AccountId, Visibility
from desktop.domain.draft import Draft, DraftMedia, PollDraft
from desktop.domain.post import Attachment, AttachmentKind, Poll, Post, PostSource

EXCERPT = 140
"""Characters of the answered post that are shown."""

_PUBLICNESS = {
    Visibility.PUBLIC: 4, Visibility.UNLISTED: 3, Visibility.LOCAL: 2,
    Visibility.FOLLOWERS: 1, Visibility.DIRECT: 0,
}  # fmt: skip


def new_id() -> str:
    return uuid4().hex


def is_more_public(first: Visibility, second: Visibility) -> bool:
    return _PUBLICNESS[first] > _PUBLICNESS[second]


def visibility_limit(draft: Draft) -> Visibility | None:
    """What it may not be more public than: the post that it answers or quotes."""
    parents = [each for each in (draft.reply_visibility, draft.quote_visibility) if each]
    return min(parents, key=_PUBLICNESS.__getitem__) if parents else None


def allowed_visibilities(account: Account, limit: Visibility | None) -> tuple[Visibility, ...]:
    """Those of the account's server, without any that is more public than `limit`.

    Where the server has nothing that private, its least public one remains.
    """
    offered = account.capabilities.visibilities or (Visibility.PUBLIC,)
    if limit is None:
        return offered
    allowed = tuple(each for each in offered if not is_more_public(each, limit))
    return allowed or (min(offered, key=_PUBLICNESS.__getitem__),)


def nearest_visibility(
    wanted: Visibility, account: Account, limit: Visibility | None = None
) -> Visibility:
    """`wanted` if it is allowed, else the most public one below it, else the least public."""
    allowed = allowed_visibilities(account, limit)
    if wanted in allowed:
        return wanted
    below = [each for each in allowed if not is_more_public(each, wanted)]
    if below:
        return max(below, key=_PUBLICNESS.__getitem__)
    return min(allowed, key=_PUBLICNESS.__getitem__)


def new_draft(account: Account | None) -> Draft:
    if account is None:
        return Draft(id=new_id(), account=AccountId(""))
    return Draft(
        id=new_id(),
        account=account.id,
        visibility=nearest_visibility(account.default_visibility, account),
    )


def reply_draft(account: Account, post: Post) -> Draft:
    """An answer: mentions prefilled without ourselves, the warning taken over, and never more
    public than the post."""
    post = post.shown
    return Draft(
        id=new_id(),
        account=account.id,
        text=mentions_text(account, post),
        content_warning=post.content_warning if account.capabilities.can_warn else "",
        visibility=nearest_visibility(account.default_visibility, account, post.visibility),
        reply_to=post.id,
        reply_handle=short_handle(account, post.author.handle),
        reply_excerpt=excerpt(post),
        reply_uri=post.url or post.uri,
        reply_created_at=post.created_at,
        reply_visibility=post.visibility,
        reply_people=(
            account.handle,
            post.author.handle,
            *(mention.handle for mention in post.mentions),
        ),
    )


def quote_draft(account: Account, post: Post) -> Draft:
    post = post.shown
    return Draft(
        id=new_id(),
        account=account.id,
        visibility=nearest_visibility(account.default_visibility, account, post.visibility),
        quote=post.id,
        quote_handle=short_handle(account, post.author.handle),
        quote_excerpt=excerpt(post),
        quote_uri=post.url or post.uri,
        quote_visibility=post.visibility,
    )


def edit_draft(account: Account, post: Post, source: PostSource) -> Draft:
    """Our own post as it was typed, with its media."""
    post = post.shown
    return Draft(
        id=new_id(),
        account=account.id,
        text=source.text,
        content_warning=source.content_warning,
        is_sensitive=post.is_sensitive,
        visibility=post.visibility,
        language=post.language,
        media=tuple(_kept_media(each) for each in post.attachments),
        poll=_kept_poll(post.poll),
        edits=post.id,
    )


def mentions_text(account: Account, post: Post) -> str:
    """“@bob @eve@example.net ”: the author first, nobody twice, never ourselves."""
    own = account.handle.casefold()
    people = [(post.author.id, post.author.handle)]
    people += [(mention.id, mention.handle) for mention in post.mentions]
    names: dict[str, str] = {}
    for profile_id, handle in people:
        full = handle if "@" in handle else f"{handle}@{_host(account)}"
        if profile_id == account.profile_id or full.casefold() == own or not handle:
            continue
        names.setdefault(full.casefold(), f"@{short_handle(account, handle)}")
    return "".join(f"{name} " for name in names.values())


def short_handle(account: Account, handle: str) -> str:
    """Without its host where that is our own server's."""
    name, _, host = handle.partition("@")
    return name if host.casefold() == _host(account).casefold() else handle


def excerpt(post: Post) -> str:
    """One line of what the post says; only its warning where it has one."""
    text = " ".join((post.content_warning or post.text.text).split())
    return text if len(text) <= EXCERPT else text[: EXCERPT - 1].rstrip() + "…"


def _host(account: Account) -> str:
    return account.handle.partition("@")[2]


_MIMES = {
    AttachmentKind.IMAGE: "image/*", AttachmentKind.GIF: "image/gif",
    AttachmentKind.VIDEO: "video/*", AttachmentKind.AUDIO: "audio/*",
    AttachmentKind.UNKNOWN: "application/octet-stream",
}  # fmt: skip


def _kept_media(attachment: Attachment) -> DraftMedia:
    return DraftMedia(
        id=f"kept:{attachment.id}",
        path="",
        mime=_MIMES[attachment.kind],
        alt=attachment.alt,
        width=attachment.width,
        height=attachment.height,
        focus_x=attachment.focus_x,
        focus_y=attachment.focus_y,
        remote_id=attachment.id,
        preview_url=attachment.preview_url or attachment.url,
    )


def _kept_poll(poll: Poll | None) -> PollDraft | None:
    if poll is None:
        return None
    return PollDraft(
        options=tuple(option.title for option in poll.options), is_multiple=poll.is_multiple
    )
