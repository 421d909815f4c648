"""One log for everything, without secrets: a rotating file and what happened last."""

from __future__ import annotations

import collections
import logging
import logging.handlers
import re
from pathlib import Path

FILE_NAME = "voliere.log"
MAX_BYTES = 1_000_000
KEPT_FILES = 3
RECENT_LINES = 2000

_HIDDEN = "[hidden]"
_LINE = "voliere_line"

_HIDDEN_NAMES = (
    r"access_?token|refresh_?token|id_?token|client_?secret|client_?id|code_?verifier|"
    r"oauth_?token|oauth_?verifier|oauth_?token_?secret|password|passwd|secret|token|jwt|"
    r"api_?key|app_?password|dpop"
)
_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = (
    # user:password@ in an address; bounded, else a long line would take minutes
    (re.compile(r"(?i)\b([a-z][a-z0-9+.-]{1,20}://)[^\s/?#@'\"]{1,500}@"), rf"\1{_HIDDEN}@"),
    # the query and fragment of an address
    (re.compile(r"(?i)\b((?:https?|wss?)://[^\s?#'\"<>]*)[?#][^\s'\"<>]*"), r"\1?" + _HIDDEN),
    # a query on its own, as in a request line
    (re.compile(r"(?m)((?:^|\s)/[^\s?'\"]*)\?[^\s'\"]*=[^\s'\"]*"), r"\1?" + _HIDDEN),
    # headers, as lines or as items of a dict or of a list of pairs, of str or bytes
    (
        re.compile(
            r"(?i)\b((?:proxy-)?authorization|cookie|set-cookie|sec-websocket-protocol)\b"
            r"(['\"]?\s*[:=,]\s*)(b?'[^']*'|b?\"[^\"]*\"|[^\r\n'\"}\])]+)"
        ),
        rf"\1\2{_HIDDEN}",
    ),
    (re.compile(r"(?i)\b(bearer|basic|dpop)\s+[A-Za-z0-9._~+/=-]{4,}"), rf"\1 {_HIDDEN}"),
    # name=value, "name": "value", ('name', 'value')
    (
        re.compile(
            rf"(?i)\b({_HIDDEN_NAMES})\b(['\"]?\s*[:=,]\s*)"
            r"(b?'[^']*'|b?\"[^\"]*\"|[^\s&'\",;)\]}]+)"
        ),
        rf"\1\2{_HIDDEN}",
    ),
    (re.compile(r"(?i)\b(code)(=|['\"]\s*[:=,]\s*)(b?'[^']*'|b?\"[^\"]*\"|[^\s&'\",;)\]}]+)"),
     rf"\1\2{_HIDDEN}"),
    # a JSON Web Token, wherever it stands
    (re.compile(r"\beyJ[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*"), _HIDDEN),
)  # fmt: skip

_CHATTY = ("httpx", "httpcore", "websockets", "asyncio", "hpack", "keyring", "qasync", "h2")


def redact(text: str) -> str:
    """`text` without tokens, codes, passwords, Authorization headers and queries of addresses."""
    for pattern, replacement in _PATTERNS:
        text = pattern.sub(replacement, text)
    return text


class RedactingFormatter(logging.Formatter):
    """Hides secrets in the finished line: message, arguments and traceback alike."""

    def format(self, record: logging.LogRecord) -> str:
        # Every handler asks for the same line, the rotating one even twice.
        line = getattr(record, _LINE, None)
        if not isinstance(line, str):
            line = redact(super().format(record))
            setattr(record, _LINE, line)
        return line


class _Recent(logging.Handler):
    """The last lines, in memory."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.lines: collections.deque[str] = collections.deque(maxlen=limit)

    def emit(self, record: logging.LogRecord) -> None:
        try:
            self.lines.append(self.format(record))
        except Exception:
            self.handleError(record)


class Log:
    """Listens to all loggers while it is open. `is_debug` lets the details in; the chatty
    libraries stay at warnings even then, since they write whole addresses and frames."""

    def __init__(self, folder: Path | None, *, is_debug: bool = False) -> None:
        self._root = logging.getLogger()
        self._former_level = self._root.level
        formatter = RedactingFormatter("%(asctime)s %(levelname)-7s %(name)s: %(message)s")
        self._recent = _Recent(RECENT_LINES)
        self._handlers: list[logging.Handler] = [self._recent]
        if folder is not None:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._handlers.append(
                logging.handlers.RotatingFileHandler(
                    folder / FILE_NAME, maxBytes=MAX_BYTES, backupCount=KEPT_FILES,
                    encoding="utf-8", errors="backslashreplace",
                )
            )  # fmt: skip
        if is_debug:
            self._handlers.append(logging.StreamHandler())
        for handler in self._handlers:
            handler.setFormatter(formatter)
            self._root.addHandler(handler)
        self._root.setLevel(logging.DEBUG if is_debug else logging.INFO)
        self._former_levels = {name: logging.getLogger(name).level for name in _CHATTY}
        for name in _CHATTY:
            logging.getLogger(name).setLevel(logging.WARNING)
        self.file = folder / FILE_NAME if folder is not None else None

    def recent(self) -> str:
        """The last lines, without secrets, to be copied into a bug report."""
        return "\n".join(self._recent.lines)

    def close(self) -> None:
        for handler in self._handlers:
            self._root.removeHandler(handler)
            handler.close()
        self._handlers.clear()
        self._root.setLevel(self._former_level)
        for name, level in self._former_levels.items():
            logging.getLogger(name).setLevel(level)
