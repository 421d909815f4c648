"""What the user is told: one place that turns errors into notices, without flooding."""

from __future__ import annotations

import asyncio
import logging

from desktop.domain.errors import (
    AccessDenied,
    NetworkError,
    NotFound,
    NotSupported,
    Offline,
    QueryError,
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
from desktop.domain.signal import Signal
from desktop.services.uploads import MediaRefused

_log = logging.getLogger(__name__)

MAX_CURRENT = 20
"""More than these are not kept; the oldest go first."""

_STORE_CODES = {
    StoreFault.DISK_FULL: NoticeCode.DISK_FULL,
    StoreFault.NEWER: NoticeCode.DATABASE_NEWER,
}
_SIGN_IN_CODES = {
    SignInProblem.NO_SUCH_SERVER: NoticeCode.OFFLINE,
    SignInProblem.TLS: NoticeCode.OFFLINE,
    SignInProblem.TIMEOUT: NoticeCode.OFFLINE,
    SignInProblem.ACCESS_DENIED: NoticeCode.ACCESS_DENIED,
    SignInProblem.NOT_THIS_API: NoticeCode.NOT_SUPPORTED,
    SignInProblem.SERVER_FAULT: NoticeCode.SERVER_FAULT,
}


class Notices:
    """The notices that are shown now, oldest first."""

    def __init__(self) -> None:
        self.posted: Signal[Notice] = Signal()
        self.dismissed: Signal[Notice] = Signal()
        self._current: list[Notice] = []

    @property
    def current(self) -> tuple[Notice, ...]:
        return tuple(self._current)

    def post(self, notice: Notice) -> None:
        """Show it; one with the same non-empty `replaces` gives up its place."""
        for index, former in enumerate(self._current):
            if notice.replaces and former.replaces == notice.replaces:
                self._current[index] = notice
                self.dismissed.emit(former)
                break
        else:
            self._current.append(notice)
            while len(self._current) > MAX_CURRENT:
                self.dismissed.emit(self._current.pop(0))
        self.posted.emit(notice)

    def dismiss(self, notice: Notice) -> None:
        for index, former in enumerate(self._current):
            if former is notice or former == notice:
                del self._current[index]
                self.dismissed.emit(former)
                return

    def withdraw(self, replaces: str) -> None:
        """Dismiss the notice with this `replaces`, when what it says is no longer so."""
        for former in self.current:
            if replaces and former.replaces == replaces:
                self.dismiss(former)

    def report(
        self,
        error: BaseException,
        *,
        replaces: str = "",
        subject: str = "",
        action: str = "",
        account: str = "",
    ) -> None:
        """Say an error to the user. Cancelling is not an error; a group is said one by one.

        Anything that is not of the domain's error tree is logged with its traceback and said
        as UNEXPECTED, by its type only: its text may hold anything.
        """
        if isinstance(error, asyncio.CancelledError):
            return
        if isinstance(error, BaseExceptionGroup):
            for one in error.exceptions:
                self.report(one, replaces=replaces, subject=subject, action=action, account=account)
            return
        if isinstance(error, SignInError) and error.problem is SignInProblem.CANCELLED:
            return
        notice = notice_for(
            error, replaces=replaces, subject=subject, action=action, account=account
        )
        if notice.code is NoticeCode.UNEXPECTED:
            _log.error("unexpected error", exc_info=error)
        else:
            _log.info("%s: %s", notice.code.value, error)
        self.post(notice)


def notice_for(
    error: BaseException,
    *,
    replaces: str = "",
    subject: str = "",
    action: str = "",
    account: str = "",
) -> Notice:
    """The notice that says `error`. Without `replaces` equal errors replace each other."""
    code, values = _code_and_values(error)
    if account:
        values["account"] = shown_account(account)
    if code is NoticeCode.SIGNED_OUT and not action:
        action, subject = "sign_in", subject or account
    if code is NoticeCode.UNEXPECTED and not action:
        action = "show_log"
    where = account or values.get("host", "")
    return Notice(
        code=code,
        level=NoticeLevel.ERROR if code in _ERRORS else NoticeLevel.WARNING,
        values=values,
        replaces=replaces or f"{code.value}:{where}",
        action=action,
        subject=subject,
        seconds=0.0 if code in _STAYING else 8.0,
    )


def shown_account(account: str) -> str:
    """An account's id as people know it: its handle."""
    return account.partition(":")[2] or account


_ERRORS = frozenset(
    {
        NoticeCode.UNEXPECTED, NoticeCode.DISK_FULL, NoticeCode.DATABASE_FAULT,
        NoticeCode.DATABASE_NEWER, NoticeCode.SIGNED_OUT,
    }
)  # fmt: skip
_STAYING = frozenset(
    {
        NoticeCode.SIGNED_OUT, NoticeCode.DISK_FULL, NoticeCode.DATABASE_NEWER,
        NoticeCode.SECRETS_UNAVAILABLE, NoticeCode.SECRETS_LOCKED,
    }
)  # fmt: skip


def _code_and_values(error: BaseException) -> tuple[NoticeCode, dict[str, str]]:
    if isinstance(error, NetworkError):
        return _of_network(error)
    if isinstance(error, VoliereError):
        return _of_this_machine(error)
    if isinstance(error, OSError) and error.errno == 28:  # ENOSPC
        return NoticeCode.DISK_FULL, {}
    return NoticeCode.UNEXPECTED, {"type": type(error).__name__}


def _of_network(error: NetworkError) -> tuple[NoticeCode, dict[str, str]]:
    match error:
        case Offline():
            return NoticeCode.OFFLINE, {"host": error.host, "cause": error.cause.value}
        case RateLimited():
            return NoticeCode.RATE_LIMITED, {"until": error.until.isoformat()}
        case SignedOut():
            return NoticeCode.SIGNED_OUT, {}
        case AccessDenied():
            return NoticeCode.ACCESS_DENIED, {"reason": error.reason}
        case NotFound():
            return NoticeCode.NOT_FOUND, {}
        case MediaRefused():
            return NoticeCode.MEDIA_REFUSED, {
                "reason": error.reason, "name": error.name, "limit": str(error.limit),
            }  # fmt: skip
        case Rejected():
            return NoticeCode.REJECTED, {"reason": error.reason}
        case NotSupported():
            return NoticeCode.NOT_SUPPORTED, {"what": error.what}
        case ServerFault():
            return NoticeCode.SERVER_FAULT, {
                "status": str(error.status) if error.status else "",
                "detail": error.detail,
            }
    return NoticeCode.SERVER_FAULT, {"status": "", "detail": type(error).__name__}


def _of_this_machine(error: VoliereError) -> tuple[NoticeCode, dict[str, str]]:
    match error:
        case SecretsUnavailable(locked=True):
            return NoticeCode.SECRETS_LOCKED, {}
        case SecretsUnavailable():
            return NoticeCode.SECRETS_UNAVAILABLE, {}
        case StoreError():
            code = _STORE_CODES.get(error.fault, NoticeCode.DATABASE_FAULT)
            return code, {"fault": error.fault.value, "detail": error.detail}
        case SignInError():
            code = _SIGN_IN_CODES.get(error.problem, NoticeCode.REJECTED)
            values = {"host": error.detail} if code is NoticeCode.OFFLINE else {}
            return code, values | {
                "reason": error.detail, "problem": error.problem.value, "what": error.detail,
                "status": "", "detail": error.detail, "cause": "",
            }  # fmt: skip
        case QueryError():
            return NoticeCode.REJECTED, {"reason": str(error)}
    return NoticeCode.UNEXPECTED, {"type": type(error).__name__}
