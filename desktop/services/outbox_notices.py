"""What the user is told of a post on its way: one notice an item, each in the former's place."""

from __future__ import annotations

from datetime import datetime

from desktop.domain.draft import OutboxItem
from desktop.domain.errors import SignedOut
from desktop.domain.notice import Notice, NoticeCode, NoticeLevel
from desktop.services.notices import shown_account


def name(item: OutboxItem) -> str:
    """`replaces` of all notices of this item, and of those of its draft when it is sent again."""
    return f"outbox:{item.draft.id}"


def sent(item: OutboxItem) -> Notice:
    return Notice(
        code=NoticeCode.POST_SENT,
        values={"account": shown_account(item.draft.account), "url": item.post_url},
        replaces=name(item),
        subject=item.id,
    )


def refused(item: OutboxItem, error: BaseException) -> Notice:
    """`reason` in the server's words, may be empty; `error` is the type of what happened. It
    stays until it is dismissed or the draft is sent again, also while it is being edited."""
    return Notice(
        code=NoticeCode.POST_REFUSED,
        level=NoticeLevel.ERROR,
        values={
            "account": shown_account(item.draft.account),
            "reason": item.reason,
            "error": type(error).__name__,
        },
        replaces=name(item),
        subject=item.id,
        seconds=0.0,
    )  # fmt: skip


def waiting(item: OutboxItem, until: datetime) -> Notice:
    """It is tried again at `until`."""
    return Notice(
        code=NoticeCode.POST_WAITING,
        level=NoticeLevel.WARNING,
        values={"account": shown_account(item.draft.account), "until": until.isoformat()},
        replaces=name(item),
        subject=item.id,
    )


def in_doubt(item: OutboxItem) -> Notice:
    """Only the user can look whether it was posted, and retry or discard."""
    return Notice(
        code=NoticeCode.POST_IN_DOUBT,
        level=NoticeLevel.WARNING,
        values={"account": shown_account(item.draft.account)},
        replaces=name(item),
        subject=item.id,
        seconds=0.0,
    )


def without_session(item: OutboxItem, error: BaseException) -> Notice:
    """It waits until its account can talk to its server again; `until` is empty."""
    can_sign_in = isinstance(error, SignedOut)
    return Notice(
        code=NoticeCode.POST_WAITING,
        level=NoticeLevel.WARNING,
        values={"account": shown_account(item.draft.account), "until": ""},
        replaces=name(item),
        action="sign_in" if can_sign_in else "",
        subject=item.draft.account if can_sign_in else item.id,
    )
