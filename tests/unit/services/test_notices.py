from __future__ import annotations

import asyncio
import errno
from datetime import UTC, datetime

import pytest

from desktop.domain import errors
from desktop.domain.errors import (
    AccessDenied,
    NetworkError,
    NotFound,
    NotSupported,
    Offline,
    OfflineCause,
    QueryError,
    QueryProblem,
    RateLimited,
    Rejected,
    SecretsUnavailable,
    ServerFault,
    SignedOut,
    SignInError,
    SignInProblem,
    StoreError,
    StoreFault,
    VoliereError,
)
from desktop.domain.notice import Notice, NoticeCode, NoticeLevel
from desktop.services.notices import MAX_CURRENT, Notices
from desktop.services.uploads import MediaProblem, MediaRefused

UNTIL = datetime(2026, 11, 22, 12, 30, tzinfo=UTC)

EVERY_ERROR: tuple[tuple[VoliereError, NoticeCode, dict[str, str]], ...] = (
    (Offline("a.example", OfflineCause.TLS), NoticeCode.OFFLINE,
     {"host": "a.example", "cause": "tls"}),
    (RateLimited(UNTIL), NoticeCode.RATE_LIMITED, {"until": UNTIL.isoformat()}),
    (SignedOut(), NoticeCode.SIGNED_OUT, {}),
    (AccessDenied("staff only"), NoticeCode.ACCESS_DENIED, {"reason": "staff only"}),
    (NotFound(), NoticeCode.NOT_FOUND, {}),
    (Rejected("too long"), NoticeCode.REJECTED, {"reason": "too long"}),
    (MediaRefused(MediaProblem.TOO_MANY_BYTES, "a.png", 9), NoticeCode.MEDIA_REFUSED,
     {"reason": "too_many_bytes", "name": "a.png", "limit": "9"}),
    (NotSupported("lists"), NoticeCode.NOT_SUPPORTED, {"what": "lists"}),
    (ServerFault(502, "bad gateway"), NoticeCode.SERVER_FAULT, {"status": "502"}),
    (ServerFault(), NoticeCode.SERVER_FAULT, {"status": ""}),
    (SecretsUnavailable(), NoticeCode.SECRETS_UNAVAILABLE, {}),
    (SecretsUnavailable(locked=True), NoticeCode.SECRETS_LOCKED, {}),
    (StoreError(StoreFault.DISK_FULL), NoticeCode.DISK_FULL, {}),
    (StoreError(StoreFault.NEWER), NoticeCode.DATABASE_NEWER, {}),
    (StoreError(StoreFault.CORRUPT), NoticeCode.DATABASE_FAULT, {"fault": "corrupt"}),
    (SignInError(SignInProblem.NO_SUCH_SERVER, "b.example"), NoticeCode.OFFLINE,
     {"host": "b.example"}),
    (SignInError(SignInProblem.NOT_THIS_API, "b.example"), NoticeCode.NOT_SUPPORTED, {}),
    (QueryError(QueryProblem.OPEN_QUOTE, 3), NoticeCode.REJECTED, {}),
)  # fmt: skip


@pytest.mark.parametrize(("error", "code", "values"), EVERY_ERROR, ids=repr)
def test_every_error_has_its_notice(
    error: VoliereError, code: NoticeCode, values: dict[str, str]
) -> None:
    notices = Notices()
    notices.report(error, account="mastodon:a@a.example")
    notice = notices.current[0]
    assert notice.code is code
    assert notice.values.items() >= values.items()
    assert notice.values["account"] == "a@a.example"


def test_no_kind_of_error_was_forgotten() -> None:
    kinds = {
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, VoliereError)
    } - {VoliereError, NetworkError}
    assert kinds == {type(error) for error, _, _ in EVERY_ERROR} - {MediaRefused}


def test_signed_out_offers_to_sign_in() -> None:
    notices = Notices()
    notices.report(SignedOut(), account="mastodon:a@a.example")
    notice = notices.current[0]
    assert (notice.action, notice.subject) == ("sign_in", "mastodon:a@a.example")
    assert notice.seconds == 0


def test_the_unexpected_is_logged_and_its_text_not_shown(
    caplog: pytest.LogCaptureFixture,
) -> None:
    notices = Notices()
    try:
        raise ValueError("private words")
    except ValueError as error:
        notices.report(error)
    notice = notices.current[0]
    assert notice.code is NoticeCode.UNEXPECTED
    assert notice.level is NoticeLevel.ERROR
    assert "private words" not in repr(notice)
    assert "Traceback" in caplog.text


def test_a_full_disk_is_named() -> None:
    notices = Notices()
    notices.report(OSError(errno.ENOSPC, "No space left on device"))
    assert notices.current[0].code is NoticeCode.DISK_FULL


def test_cancelling_is_no_error_and_a_group_is_said_one_by_one() -> None:
    notices = Notices()
    notices.report(asyncio.CancelledError())
    notices.report(SignInError(SignInProblem.CANCELLED))
    assert not notices.current
    notices.report(ExceptionGroup("two", [NotFound(), Rejected("no")]))
    assert [notice.code for notice in notices.current] == [
        NoticeCode.NOT_FOUND,
        NoticeCode.REJECTED,
    ]


def test_the_same_error_takes_its_formers_place() -> None:
    notices = Notices()
    gone: list[Notice] = []
    notices.dismissed.connect(gone.append)
    for _ in range(5):
        notices.report(Offline("a.example"))
    notices.report(Offline("b.example"))
    assert [notice.values["host"] for notice in notices.current] == ["a.example", "b.example"]
    assert len(gone) == 4


def test_posting_dismissing_and_withdrawing() -> None:
    notices = Notices()
    posted: list[Notice] = []
    notices.posted.connect(posted.append)
    one = Notice(code=NoticeCode.COPIED)
    two = Notice(code=NoticeCode.POST_SENT, replaces="outbox")
    notices.post(one)
    notices.post(two)
    notices.dismiss(one)
    notices.dismiss(one)
    assert list(notices.current) == [two]
    notices.withdraw("outbox")
    assert not notices.current
    assert posted == [one, two]


def test_there_is_an_end_to_what_is_kept() -> None:
    notices = Notices()
    for number in range(MAX_CURRENT + 5):
        notices.post(Notice(code=NoticeCode.COPIED, values={"n": str(number)}))
    assert len(notices.current) == MAX_CURRENT
    assert notices.current[0].values == {"n": "5"}
