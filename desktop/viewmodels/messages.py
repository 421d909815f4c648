"""Every sentence about what happened.

Here are the notices; `error_words.py` has the errors' words, `state_words.py` the columns'.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.domain.errors import (
    AccessDenied,
    NetworkError,
    NotFound,
    NotSupported,
    Offline,
    OfflineCause,
    QueryError,
    RateLimited,
    Rejected,
    SecretsUnavailable,
    ServerFault,
    SignedOut,
    SignInError,
    StoreError,
    StoreFault,
)
from desktop.domain.notice import Notice, NoticeCode
from desktop.services.uploads import MediaRefused
from desktop.viewmodels.deck_words import DECK_NOTICES
from desktop.viewmodels.error_words import (
    Sentence,
    media_sentence,
    offline_sentence,
    query_sentence,
    sign_in_sentence,
    store_sentence,
)
from desktop.viewmodels.wording import Values, clock_words, fill


def notice_sentence(notice: Notice) -> str:
    """What the notice bar says, one or two short sentences."""
    values = _filled(notice.values)
    template = _NOTICES[notice.code](values)
    return fill(template, values)


def action_label(action: str) -> str:
    """What the button of a notice with this action says; empty for an unknown one."""
    translate = QCoreApplication.translate
    labels: dict[str, Sentence] = {
        "undo": lambda: translate("Messages", "Undo"),
        "undo_remove_column": lambda: translate("Messages", "Undo"),
        "undo_remove_deck": lambda: translate("Messages", "Undo"),
        "undo_clear": lambda: translate("Messages", "Undo"),
        "retry": lambda: translate("Messages", "Retry"),
        "sign_in": lambda: translate("Messages", "Sign in"),
        "unlock": lambda: translate("Messages", "Try again"),
        "show_log": lambda: translate("Messages", "Show log"),
        "show": lambda: translate("Messages", "Show"),
        "open": lambda: translate("Messages", "Open"),
        "open_post": lambda: translate("Messages", "Open"),
        "edit": lambda: translate("Messages", "Edit"),
        "take_back": lambda: translate("Messages", "Edit"),
        "send_again": lambda: translate("Messages", "Send again"),
        "discard": lambda: translate("Messages", "Discard"),
        "settings": lambda: translate("Messages", "Settings"),
    }
    label = labels.get(action)
    return label() if label is not None else ""


def _notice_offline(values: Mapping[str, str]) -> str:
    translate = QCoreApplication.translate
    if not values["host"]:
        return translate("Messages", "You seem to be offline. Volière keeps trying.")
    cause = values["cause"]
    if cause in {item.value for item in OfflineCause}:
        return offline_sentence(values["host"], OfflineCause(cause))
    return translate("Messages", "{host} does not answer. Volière keeps trying.")


def _notice_limited(values: Mapping[str, str]) -> str:
    translate = QCoreApplication.translate
    if values["until"]:
        return translate("Messages", "The server asks for a pause. Volière goes on at {until}.")
    return translate("Messages", "The server asks for a pause. Volière goes on by itself.")


def _notice_server(values: Mapping[str, str]) -> str:
    translate = QCoreApplication.translate
    if values["status"]:
        return translate(
            "Messages", "The server has a problem (error {status}). Try again in a moment."
        )
    return translate("Messages", "The server gave an answer that could not be read.")


def _with_reason(plain: Sentence, reasoned: Sentence) -> Callable[[Mapping[str, str]], str]:
    return lambda values: reasoned() if values["reason"] else plain()


def _with_account(plain: Sentence, named: Sentence) -> Callable[[Mapping[str, str]], str]:
    return lambda values: named() if values["account"] else plain()


def _always(sentence: Sentence) -> Callable[[Mapping[str, str]], str]:
    return lambda values: sentence()  # noqa: ARG005


_NOTICES: dict[NoticeCode, Callable[[Mapping[str, str]], str]] = {
    NoticeCode.OFFLINE: _notice_offline,
    NoticeCode.RATE_LIMITED: _notice_limited,
    NoticeCode.SERVER_FAULT: _notice_server,
    NoticeCode.SIGNED_OUT: _with_account(
        lambda: QCoreApplication.translate("Messages", "An account has been signed out."),
        lambda: QCoreApplication.translate(
            "Messages", "{account} has been signed out by the server. Nothing is lost."
        ),
    ),
    NoticeCode.ACCESS_DENIED: _with_reason(
        lambda: QCoreApplication.translate("Messages", "The server does not allow that."),
        lambda: QCoreApplication.translate("Messages", "The server does not allow that: {reason}"),
    ),
    NoticeCode.NOT_FOUND: _always(
        lambda: QCoreApplication.translate(
            "Messages", "That is gone, or not visible to this account."
        )
    ),
    NoticeCode.REJECTED: _with_reason(
        lambda: QCoreApplication.translate("Messages", "The server refused that."),
        lambda: QCoreApplication.translate("Messages", "The server refused that: {reason}"),
    ),
    NoticeCode.NOT_SUPPORTED: _always(
        lambda: QCoreApplication.translate("Messages", "This server cannot do that.")
    ),
    NoticeCode.SECRETS_UNAVAILABLE: _always(
        lambda: QCoreApplication.translate(
            "Messages",
            "This computer has no keyring for passwords, so accounts cannot be kept.",
        )
    ),
    NoticeCode.SECRETS_LOCKED: _always(
        lambda: QCoreApplication.translate(
            "Messages", "The keyring is locked. Unlock it, then try again."
        )
    ),
    NoticeCode.DISK_FULL: _always(
        lambda: QCoreApplication.translate(
            "Messages", "The disk is full. You can read on, but nothing new is kept."
        )
    ),
    NoticeCode.DATABASE_MOVED_ASIDE: lambda values: (
        QCoreApplication.translate(
            "Messages",
            "The local database was damaged. It was kept as {file}, and a new one begun.",
        )
        if values["file"]
        else QCoreApplication.translate(
            "Messages", "The local database was damaged. It was put aside, and a new one begun."
        )
    ),
    NoticeCode.DATABASE_NEWER: lambda values: (
        QCoreApplication.translate(
            "Messages",
            "The local database was made by a newer Volière. It was kept as {file}.",
        )
        if values["file"]
        else QCoreApplication.translate(
            "Messages", "The local database was made by a newer Volière. It was put aside."
        )
    ),
    NoticeCode.DATABASE_FAULT: lambda values: store_sentence(_fault(values["fault"])),
    NoticeCode.FILE_MOVED_ASIDE: lambda values: (
        QCoreApplication.translate(
            "Messages", "A settings file could not be read. It was kept as {file}."
        )
        if values["file"]
        else QCoreApplication.translate(
            "Messages", "A settings file could not be read, and the defaults are used."
        )
    ),
    NoticeCode.SETTINGS_RESET: _always(
        lambda: QCoreApplication.translate(
            "Messages",
            "Some settings in {file} were not valid, so their defaults are used: {names}.",
        )
    ),
    NoticeCode.ENTRIES_UNKNOWN: _always(
        lambda: QCoreApplication.translate(
            "Messages", "{file} has entries of a newer Volière ({count}). They are kept, not shown."
        )
    ),
    NoticeCode.ACTION_UNDONE: _with_reason(
        lambda: QCoreApplication.translate("Messages", "That did not work and was taken back."),
        lambda: QCoreApplication.translate(
            "Messages", "That did not work and was taken back: {reason}"
        ),
    ),
    NoticeCode.POST_SENT: _with_account(
        lambda: QCoreApplication.translate("Messages", "Posted."),
        lambda: QCoreApplication.translate("Messages", "Posted as {account}."),
    ),
    NoticeCode.POST_REFUSED: _with_reason(
        lambda: QCoreApplication.translate(
            "Messages", "Your post was refused. It is back in the composer."
        ),
        lambda: QCoreApplication.translate("Messages", "Your post was refused: {reason}"),
    ),
    NoticeCode.POST_WAITING: _always(
        lambda: QCoreApplication.translate(
            "Messages", "Your post waits until the server can be reached. It is safe."
        )
    ),
    NoticeCode.POST_IN_DOUBT: _always(
        lambda: QCoreApplication.translate(
            "Messages",
            "It is not known whether your post arrived. Volière did not send it twice; look first.",
        )
    ),
    NoticeCode.COLUMN_REMOVED: lambda values: (
        QCoreApplication.translate("Messages", "Removed “{title}”.")
        if values["title"]
        else QCoreApplication.translate("Messages", "Column removed.")
    ),
    **DECK_NOTICES,
    NoticeCode.ACCOUNT_ADDED: _with_account(
        lambda: QCoreApplication.translate("Messages", "Account added."),
        lambda: QCoreApplication.translate("Messages", "{account} is signed in."),
    ),
    NoticeCode.ACCOUNT_REMOVED: _with_account(
        lambda: QCoreApplication.translate("Messages", "Account signed out."),
        lambda: QCoreApplication.translate("Messages", "{account} is signed out and forgotten."),
    ),
    NoticeCode.POST_DELETED: _always(
        lambda: QCoreApplication.translate("Messages", "Post deleted.")
    ),
    NoticeCode.COPIED: _always(lambda: QCoreApplication.translate("Messages", "Copied.")),
    NoticeCode.MEDIA_REFUSED: lambda values: media_sentence(
        values["reason"], values["name"], int(values["limit"] or 0)
    ),
    NoticeCode.NOT_REVOKED: _with_account(
        lambda: QCoreApplication.translate(
            "Messages", "The server could not be told to forget this app."
        ),
        lambda: QCoreApplication.translate(
            "Messages",
            "{account} is signed out here, but the server could not be told. "
            "You can remove Volière in its settings.",
        ),
    ),
    NoticeCode.UNEXPECTED: _always(
        lambda: QCoreApplication.translate(
            "Messages", "Something unexpected went wrong. The log has the details."
        )
    ),
}


def error_sentence(error: BaseException) -> str:
    """One sentence for an error that is said where it happened, not in the notice bar."""
    match error:
        case SignInError():
            return sign_in_sentence(error.problem, error.detail)
        case QueryError():
            return query_sentence(error)
        case StoreError():
            return store_sentence(error.fault)
        case SecretsUnavailable():
            locked = NoticeCode.SECRETS_LOCKED
            return notice_sentence(
                Notice(code=locked if error.locked else NoticeCode.SECRETS_UNAVAILABLE)
            )
        case NetworkError():
            return _network_sentence(error)
    return notice_sentence(Notice(code=NoticeCode.UNEXPECTED))


def _network_sentence(error: NetworkError) -> str:
    code, values = NoticeCode.SERVER_FAULT, {"status": ""}
    match error:
        case Offline():
            return offline_sentence(error.host, error.cause)
        case SignedOut():
            return QCoreApplication.translate("Messages", "This account has been signed out.")
        case RateLimited():
            code, values = NoticeCode.RATE_LIMITED, {"until": error.until.isoformat()}
        case AccessDenied():
            code, values = NoticeCode.ACCESS_DENIED, {"reason": error.reason}
        case NotFound():
            code, values = NoticeCode.NOT_FOUND, {}
        case MediaRefused():
            return media_sentence(error.reason, error.name, error.limit)
        case Rejected():
            code, values = NoticeCode.REJECTED, {"reason": error.reason}
        case NotSupported():
            code, values = NoticeCode.NOT_SUPPORTED, {}
        case ServerFault():
            values = {"status": str(error.status) if error.status else ""}
    return notice_sentence(Notice(code=code, values=values))


def _filled(values: Mapping[str, str]) -> Values:
    result = Values(values)
    if result["until"]:
        try:
            result["until"] = clock_words(datetime.fromisoformat(result["until"]))
        except ValueError:
            result["until"] = ""
    return result


def _fault(value: str) -> StoreFault:
    return StoreFault(value) if value in {item.value for item in StoreFault} else StoreFault.OTHER


__all__ = [
    "action_label", "clock_words", "error_sentence", "media_sentence", "notice_sentence",
    "offline_sentence", "query_sentence", "sign_in_sentence", "store_sentence",
]  # fmt: skip
