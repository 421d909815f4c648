"""What errors are in words: the way to a server, media, the store, signing in, searches."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.domain.errors import (
    OfflineCause,
    QueryError,
    QueryProblem,
    SignInProblem,
    StoreFault,
)
from desktop.viewmodels.wording import fill

Sentence = Callable[[], str]


def offline_sentence(host: str, cause: OfflineCause) -> str:
    tr = QCoreApplication.translate
    by_cause: dict[OfflineCause, Sentence] = {
        OfflineCause.NO_ROUTE: lambda: tr("Messages", "There is no way to {host} just now."),
        OfflineCause.NAME: lambda: tr("Messages", "The name {host} was not found."),
        OfflineCause.REFUSED: lambda: tr("Messages", "{host} refuses connections."),
        OfflineCause.TIMEOUT: lambda: tr("Messages", "{host} takes too long to answer."),
        OfflineCause.TLS: lambda: tr("Messages", "{host} has no valid certificate."),
        OfflineCause.PROXY: lambda: tr("Messages", "The proxy does not let us through to {host}."),
    }
    return fill(by_cause[cause](), {"host": host})


def media_sentence(reason: str, name: str = "", limit: int = 0) -> str:
    """Why a file was not taken: a MediaProblem's value, the file's name, the server's limit
    (bytes or pixels, 0: not told)."""
    tr = QCoreApplication.translate
    size = QLocale().formattedDataSize(limit, 0) if limit else ""
    by_reason: dict[str, Sentence] = {
        "unreadable": lambda: tr("Messages", "{name} could not be read."),
        "empty": lambda: tr("Messages", "{name} is empty."),
        "unknown_type": lambda: tr("Messages", "{name} is no picture that Volière knows."),
        "type_not_taken": lambda: tr("Messages", "This server does not take files like {name}."),
        "too_many_bytes": lambda: (
            tr("Messages", "{name} is too large: the server takes up to {limit}.")
            if size
            else tr("Messages", "{name} is too large for this server.")
        ),
        "too_many_pixels": lambda: tr("Messages", "{name} has too many pixels for this server."),
        "broken": lambda: tr("Messages", "{name} is damaged."),
        "disk_full": lambda: tr("Messages", "The disk is full, so {name} could not be added."),
    }
    sentence = by_reason.get(reason, lambda: tr("Messages", "{name} could not be added."))()
    return fill(sentence, {"name": name or tr("Messages", "The file"), "limit": size})


def store_sentence(fault: StoreFault) -> str:
    tr = QCoreApplication.translate
    by_fault: dict[StoreFault, Sentence] = {
        StoreFault.DISK_FULL: lambda: tr("Messages", "The disk is full; nothing new is kept."),
        StoreFault.CORRUPT: lambda: tr("Messages", "The local database is damaged."),
        StoreFault.NEWER: lambda: tr("Messages", "The local database was made by a newer Volière."),
        StoreFault.READ_ONLY: lambda: tr("Messages", "The local database cannot be written to."),
        StoreFault.LOCKED: lambda: tr(
            "Messages", "Another program holds the local database. Close it and try again."
        ),
        StoreFault.OTHER: lambda: tr("Messages", "The local database has a problem."),
    }
    return by_fault[fault]()


def sign_in_sentence(problem: SignInProblem, detail: str = "") -> str:
    """Why signing in did not work and what to do; `detail`: the server as it was typed."""
    tr = QCoreApplication.translate
    by_problem: dict[SignInProblem, Sentence] = {
        SignInProblem.BAD_ADDRESS: lambda: tr(
            "Messages", "That is not a server's name. Try something like mastodon.social."
        ),
        SignInProblem.NO_SUCH_SERVER: lambda: tr(
            "Messages", "No server was found there. Check the spelling and your connection."
        ),
        SignInProblem.NOT_THIS_API: lambda: tr(
            "Messages", "There is a website, but it does not speak Mastodon's language."
        ),
        SignInProblem.ACCESS_DENIED: lambda: tr(
            "Messages", "Access was refused in the browser. You can try again at any time."
        ),
        SignInProblem.STATE_MISMATCH: lambda: tr(
            "Messages", "The answer did not belong to this sign-in, so it was not used. Try again."
        ),
        SignInProblem.TLS: lambda: tr(
            "Messages", "The server has no valid certificate, so the connection would not be safe."
        ),
        SignInProblem.TIMEOUT: lambda: tr(
            "Messages", "No answer came in time. Try again when you are ready."
        ),
        SignInProblem.CANCELLED: lambda: tr("Messages", "Signing in was cancelled."),
        SignInProblem.REFUSED: lambda: tr("Messages", "The server refused to sign you in."),
        SignInProblem.SERVER_FAULT: lambda: tr(
            "Messages", "The server has a problem just now. Try again in a moment."
        ),
        SignInProblem.INSECURE: lambda: tr(
            "Messages", "Plain http is only used for this computer and .onion addresses. Use https."
        ),
        SignInProblem.BAD_CODE: lambda: tr(
            "Messages", "The server does not take that code. Copy it again, whole."
        ),
        SignInProblem.NO_LISTENER: lambda: tr(
            "Messages", "The browser's answer cannot be received here. Paste the code instead."
        ),
    }
    sentence = by_problem[problem]()
    if problem is SignInProblem.REFUSED and detail:
        return f"{sentence} ({detail})"
    return sentence


def query_sentence(error: QueryError) -> str:
    """What is wrong with a search, said at its place."""
    tr = QCoreApplication.translate
    by_problem: dict[QueryProblem, Sentence] = {
        QueryProblem.EMPTY: lambda: tr("Messages", "Type a word to look for."),
        QueryProblem.OPEN_QUOTE: lambda: tr("Messages", "This quotation mark is never closed."),
        QueryProblem.OPEN_GROUP: lambda: tr("Messages", "This bracket is never closed."),
        QueryProblem.STRAY_CLOSE: lambda: tr("Messages", "This bracket was never opened."),
        QueryProblem.DANGLING_OR: lambda: tr("Messages", "OR needs something on both sides."),
        QueryProblem.DANGLING_NOT: lambda: tr("Messages", "The minus needs a word right after it."),
        QueryProblem.UNKNOWN_OPERATOR: lambda: tr(
            "Messages", "“{value}” is not known. There are from:, lang: and has:."
        ),
        QueryProblem.MISSING_VALUE: lambda: tr("Messages", "Something is missing after “{value}”."),
        QueryProblem.BAD_LANGUAGE: lambda: tr(
            "Messages", "“{value}” is not a language code. Try en, fr or ja."
        ),
        QueryProblem.BAD_HAS: lambda: tr(
            "Messages", "has: takes media, link or poll, not “{value}”."
        ),
        QueryProblem.ONLY_NEGATIVE: lambda: tr(
            "Messages", "A search needs at least one thing to find, not only what to leave out."
        ),
        QueryProblem.TOO_LONG: lambda: tr("Messages", "This search is too long."),
    }
    return fill(by_problem[error.problem](), {"value": error.value})
