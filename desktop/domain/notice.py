"""Ours to the user: what happened and what can be done about it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class NoticeLevel(StrEnum):
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class NoticeCode(StrEnum):
    """One for each sentence of `viewmodels/messages.py`."""

    OFFLINE = "offline"
    RATE_LIMITED = "rate_limited"
    SIGNED_OUT = "signed_out"
    ACCESS_DENIED = "access_denied"
    NOT_FOUND = "not_found"
    REJECTED = "rejected"
    NOT_SUPPORTED = "not_supported"
    SERVER_FAULT = "server_fault"
    SECRETS_UNAVAILABLE = "secrets_unavailable"
    SECRETS_LOCKED = "secrets_locked"
    DISK_FULL = "disk_full"
    DATABASE_MOVED_ASIDE = "database_moved_aside"
    DATABASE_NEWER = "database_newer"
    DATABASE_FAULT = "database_fault"
    FILE_MOVED_ASIDE = "file_moved_aside"
    SETTINGS_RESET = "settings_reset"
    """Some values were no good: values file, names (comma separated)."""
    ENTRIES_UNKNOWN = "entries_unknown"
    """Parts of a file that a newer version wrote are kept but not shown: values file, count."""
    ACTION_UNDONE = "action_undone"
    POST_SENT = "post_sent"
    POST_REFUSED = "post_refused"
    POST_WAITING = "post_waiting"
    POST_IN_DOUBT = "post_in_doubt"
    COLUMN_REMOVED = "column_removed"
    COLUMN_CLEARED = "column_cleared"
    """Value title."""
    RULE_STOPPED = "rule_stopped"
    """A regular expression took too long: values rule, title."""
    DECK_REMOVED = "deck_removed"
    """Values name, count (of columns)."""
    DECKS_EXPORTED = "decks_exported"
    """Value file."""
    DECKS_IMPORTED = "decks_imported"
    """Values count, left_out."""
    NO_LAYOUT = "no_layout"
    """The file is not an exported layout: value file."""
    FILE_FAULT = "file_fault"
    """A file that the person chose cannot be read or written: value file."""
    ACCOUNT_ADDED = "account_added"
    ACCOUNT_REMOVED = "account_removed"
    POST_DELETED = "post_deleted"
    COPIED = "copied"
    MEDIA_REFUSED = "media_refused"
    NOT_REVOKED = "not_revoked"
    UNEXPECTED = "unexpected"


class Notice(Struct, frozen=True, kw_only=True):
    """`values` fill the sentence. A notice with the same non-empty `replaces` takes the place
    of the one before. `action` names what its button does (empty: no button)."""

    code: NoticeCode
    level: NoticeLevel = NoticeLevel.INFO
    values: dict[str, str] = {}
    replaces: str = ""
    action: str = ""
    subject: str = ""
    """What the action is about: an account's, a column's or an outbox item's id."""
    seconds: float = 8.0
    """How long it is shown; 0: until it is dismissed."""
