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
    translate = QCoreApplication.translate
    by_cause: dict[OfflineCause, Sentence] = {
        OfflineCause.NO_ROUTE: lambda: translate("Messages", "There is no way to {host} just now."),
        OfflineCause.NAME: lambda: translate("Messages", "The name {host} was not found."),
        OfflineCause.REFUSED: lambda: translate("Messages", "{host} refuses connections."),
        OfflineCause.TIMEOUT: lambda: translate("Messages", "{host} takes too long to answer."),
        OfflineCause.TLS: lambda: translate("Messages", "{host} has no valid certificate."),
        OfflineCause.PROXY: lambda: translate(
            "Messages", "The proxy does not let us through to {host}."
        ),
    }
    return fill(by_cause[cause](), {"host": host})


def media_sentence(reason: str, name: str = "", limit: int = 0) -> str:
    """Why a file was not taken: a MediaProblem's value, the file's name, the server's limit
    (bytes or pixels, 0: not told)."""
    translate = QCoreApplication.translate
    size = QLocale().formattedDataSize(limit, 0) if limit else ""
    by_reason: dict[str, Sentence] = {
        "unreadable": lambda: translate("Messages", "{name} could not be read."),
        "empty": lambda: translate("Messages", "{name} is empty."),
        "unknown_type": lambda: translate("Messages", "{name} is no picture that Volière knows."),
        "type_not_taken": lambda: translate(
            "Messages", "This server does not take files like {name}."
        ),
        "too_many_bytes": lambda: (
            translate("Messages", "{name} is too large: the server takes up to {limit}.")
            if size
            else translate("Messages", "{name} is too large for this server.")
        ),
        "too_many_pixels": lambda: translate(
            "Messages", "{name} has too many pixels for this server."
        ),
        "broken": lambda: translate("Messages", "{name} is damaged."),
        "disk_full": lambda: translate(
            "Messages", "The disk is full, so {name} could not be added."
        ),
    }
    sentence = by_reason.get(reason, lambda: translate("Messages", "{name} could not be added."))()
    return fill(sentence, {"name": name or translate("Messages", "The file"), "limit": size})


def store_sentence(fault: StoreFault) -> str:
    translate = QCoreApplication.translate
    by_fault: dict[StoreFault, Sentence] = {
        StoreFault.DISK_FULL: lambda: translate(
            "Messages", "The disk is full; nothing new is kept."
        ),
        StoreFault.CORRUPT: lambda: translate("Messages", "The local database is damaged."),
        StoreFault.NEWER: lambda: translate(
            "Messages", "The local database was made by a newer Volière."
        ),
        StoreFault.READ_ONLY: lambda: translate(
            "Messages", "The local database cannot be written to."
        ),
        StoreFault.LOCKED: lambda: translate(
            "Messages", "Another program holds the local database. Close it and try again."
        ),
        StoreFault.OTHER: lambda: translate("Messages", "The local database has a problem."),
    }
    return by_fault[fault]()


def sign_in_sentence(problem: SignInProblem, detail: str = "") -> str:
    """Why signing in did not work and what to do; `detail`: the server as it was typed."""
    translate = QCoreApplication.translate
    by_problem: dict[SignInProblem, Sentence] = {
        SignInProblem.BAD_ADDRESS: lambda: translate(
            "Messages", "That is not a server's name. Try something like mastodon.social."
        ),
        SignInProblem.NO_SUCH_SERVER: lambda: translate(
            "Messages", "No server was found there. Check the spelling and your connection."
        ),
        SignInProblem.NOT_THIS_API: lambda: translate(
            "Messages", "There is a website, but no server of that network."
        ),
        SignInProblem.ACCESS_DENIED: lambda: translate(
            "Messages", "Access was refused in the browser. You can try again at any time."
        ),
        SignInProblem.STATE_MISMATCH: lambda: translate(
            "Messages", "The answer did not belong to this sign-in, so it was not used. Try again."
        ),
        SignInProblem.TLS: lambda: translate(
            "Messages", "The server has no valid certificate, so the connection would not be safe."
        ),
        SignInProblem.TIMEOUT: lambda: translate(
            "Messages", "No answer came in time. Try again when you are ready."
        ),
        SignInProblem.CANCELLED: lambda: translate("Messages", "Signing in was cancelled."),
        SignInProblem.REFUSED: lambda: translate("Messages", "The server refused to sign you in."),
        SignInProblem.SERVER_FAULT: lambda: translate(
            "Messages", "The server has a problem just now. Try again in a moment."
        ),
        SignInProblem.INSECURE: lambda: translate(
            "Messages", "Plain http is only used for this computer and .onion addresses. Use https."
        ),
        SignInProblem.BAD_CODE: lambda: translate(
            "Messages", "The server does not take that code. Copy it again, whole."
        ),
        SignInProblem.WRONG_PASSWORD: lambda: translate(
            "Messages", "The server does not take that name with that password."
        ),
        SignInProblem.WRONG_KIND_OF_PASSWORD: lambda: translate(
            "Messages",
            "That is your account's own password. Make an app password in the network's "
            "settings, and type that one here.",
        ),
        SignInProblem.NO_LISTENER: lambda: translate(
            "Messages", "The browser's answer cannot be received here. Paste the code instead."
        ),
    }
    sentence = by_problem[problem]()
    if problem is SignInProblem.REFUSED and detail:
        return f"{sentence} ({detail})"
    return sentence


def query_sentence(error: QueryError) -> str:
    """What is wrong with a search, said at its place."""
    translate = QCoreApplication.translate
    by_problem: dict[QueryProblem, Sentence] = {
        QueryProblem.EMPTY: lambda: translate("Messages", "Type a word to look for."),
        QueryProblem.OPEN_QUOTE: lambda: translate(
            "Messages", "This quotation mark is never closed."
        ),
        QueryProblem.OPEN_GROUP: lambda: translate("Messages", "This bracket is never closed."),
        QueryProblem.STRAY_CLOSE: lambda: translate("Messages", "This bracket was never opened."),
        QueryProblem.DANGLING_OR: lambda: translate(
            "Messages", "OR needs something on both sides."
        ),
        QueryProblem.DANGLING_NOT: lambda: translate(
            "Messages", "The minus needs a word right after it."
        ),
        QueryProblem.UNKNOWN_OPERATOR: lambda: translate(
            "Messages", "“{value}” is not known. There are from:, lang: and has:."
        ),
        QueryProblem.MISSING_VALUE: lambda: translate(
            "Messages", "Something is missing after “{value}”."
        ),
        QueryProblem.BAD_LANGUAGE: lambda: translate(
            "Messages", "“{value}” is not a language code. Try en, fr or ja."
        ),
        QueryProblem.BAD_HAS: lambda: translate(
            "Messages", "has: takes media, link or poll, not “{value}”."
        ),
        QueryProblem.ONLY_NEGATIVE: lambda: translate(
            "Messages", "A search needs at least one thing to find, not only what to leave out."
        ),
        QueryProblem.TOO_LONG: lambda: translate("Messages", "This search is too long."),
    }
    return fill(by_problem[error.problem](), {"value": error.value})
