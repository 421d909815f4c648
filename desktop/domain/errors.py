"""What can go wrong with a network or on this machine, as types.

    VoliereError
      NetworkError            anything that a server or the way to it did
        Offline               no answer: no route, refused, timed out, TLS failed
        RateLimited           asked too often; `until` says when to try again
        SignedOut             the server no longer takes this account's token
        AccessDenied          signed in, but not allowed to do this
        NotFound              gone, or never was
        Rejected              the server understood and refused; `reason` in its own words
        NotSupported          this network or server cannot do that
        ServerFault           5xx, or an answer that is not what the API says
      SignInError             signing in did not work; `problem` says why
      SecretsUnavailable      no keyring, or it is locked
      StoreError              the local database: full disk, corrupt, newer than we are
      QueryError              a search that cannot be understood; `position` is where

Sentences for people are made in `viewmodels/messages.py`, never here. No error text may
hold a token, a password, an Authorization header or a URL's query.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum


class VoliereError(Exception):
    """The root of all errors that Volière raises on purpose."""


class NetworkError(VoliereError):
    """Something between us and a server."""


class OfflineCause(StrEnum):
    NO_ROUTE = "no_route"
    NAME = "name"
    REFUSED = "refused"
    TIMEOUT = "timeout"
    TLS = "tls"
    PROXY = "proxy"


class Offline(NetworkError):
    def __init__(self, host: str, cause: OfflineCause = OfflineCause.NO_ROUTE) -> None:
        super().__init__(f"{host}: {cause.value}")
        self.host = host
        self.cause = cause


class RateLimited(NetworkError):
    """`until`: aware time before which asking again is useless."""

    def __init__(self, until: datetime) -> None:
        super().__init__(f"rate limited until {until.isoformat()}")
        self.until = until


class SignedOut(NetworkError):
    """401 for a token that was once good."""


class AccessDenied(NetworkError):
    def __init__(self, reason: str = "") -> None:
        super().__init__(reason)
        self.reason = reason


class NotFound(NetworkError):
    """404 or 410."""


class Rejected(NetworkError):
    """`reason`: the server's own words, plain text, may be empty."""

    def __init__(self, reason: str, status: int = 422) -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status


class NotSupported(NetworkError):
    def __init__(self, what: str = "") -> None:
        super().__init__(what)
        self.what = what


class ServerFault(NetworkError):
    """`status` is the HTTP status, or 0 where the answer came but could not be read."""

    def __init__(self, status: int = 0, detail: str = "") -> None:
        super().__init__(f"{status} {detail}".strip())
        self.status = status
        self.detail = detail


class SignInProblem(StrEnum):
    BAD_ADDRESS = "bad_address"
    NO_SUCH_SERVER = "no_such_server"
    NOT_THIS_API = "not_this_api"
    ACCESS_DENIED = "access_denied"
    STATE_MISMATCH = "state_mismatch"
    TLS = "tls"
    TIMEOUT = "timeout"
    CANCELLED = "cancelled"
    REFUSED = "refused"
    SERVER_FAULT = "server_fault"
    INSECURE = "insecure"
    """Plain http to a host that is neither loopback nor .onion."""
    BAD_CODE = "bad_code"
    NO_LISTENER = "no_listener"
    WRONG_PASSWORD = "wrong_password"  # noqa: S105 - a kind of problem
    WRONG_KIND_OF_PASSWORD = "wrong_kind_of_password"  # noqa: S105
    """The account's own password, where one that was made for this program is asked for."""


class SignInError(VoliereError):
    def __init__(self, problem: SignInProblem, detail: str = "") -> None:
        super().__init__(f"{problem.value}: {detail}" if detail else problem.value)
        self.problem = problem
        self.detail = detail


class SecretsUnavailable(VoliereError):
    """`locked`: there is a keyring, but it did not open."""

    def __init__(self, locked: bool = False) -> None:
        super().__init__("keyring locked" if locked else "no keyring")
        self.locked = locked


class StoreFault(StrEnum):
    DISK_FULL = "disk_full"
    CORRUPT = "corrupt"
    NEWER = "newer"
    READ_ONLY = "read_only"
    LOCKED = "locked"
    OTHER = "other"


class StoreError(VoliereError):
    def __init__(self, fault: StoreFault, detail: str = "") -> None:
        super().__init__(f"{fault.value}: {detail}" if detail else fault.value)
        self.fault = fault
        self.detail = detail


class QueryProblem(StrEnum):
    EMPTY = "empty"
    OPEN_QUOTE = "open_quote"
    OPEN_GROUP = "open_group"
    STRAY_CLOSE = "stray_close"
    DANGLING_OR = "dangling_or"
    DANGLING_NOT = "dangling_not"
    UNKNOWN_OPERATOR = "unknown_operator"
    MISSING_VALUE = "missing_value"
    BAD_LANGUAGE = "bad_language"
    BAD_HAS = "bad_has"
    ONLY_NEGATIVE = "only_negative"
    TOO_LONG = "too_long"


class QueryError(VoliereError):
    """`position` and `length` (code points) mark the mistake in the raw query."""

    def __init__(
        self, problem: QueryProblem, position: int = 0, length: int = 0, value: str = ""
    ) -> None:
        super().__init__(f"{problem.value} at {position}")
        self.problem = problem
        self.position = position
        self.length = length
        self.value = value
