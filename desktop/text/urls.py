"""Web addresses in composed text, found exactly as X and Mastodon find them.

Both use the twitter-text grammar; X also takes addresses without a protocol, Mastodon needs one
and has a wider path. Offsets are code points, end exclusive.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from desktop.text.characters import DOMAIN
from desktop.text.graphemes import utf16_length
from desktop.text.url_grammar import TCO, ascii_domain, mastodon_url, tld_dot, x_url

MAX_URL_LENGTH = 4096
MAX_LABEL_LENGTH = 63
MAX_TCO_SLUG = 40
_PROTOCOL = "https://"
_DOTS = re.compile("[\u3002\uff0e\uff61]")
_SEPARATORS = frozenset(re.findall(f"[{DOMAIN}]", "".join(map(chr, range(0x10000))))) - set("._-")
"""What no domain reaches over."""
_REACH = len("gopher://") + 1
"""How far before its domain an address, with the character before it, can begin."""


class UrlGrammar(StrEnum):
    X = "x"
    MASTODON = "mastodon"


class UrlSpan(NamedTuple):
    start: int
    end: int
    url: str


def prepare() -> None:
    """Compile what `find_urls` needs, so that its first call is as fast as the next; best in a
    thread, some time before somebody writes."""
    for pattern in (tld_dot, mastodon_url, x_url, ascii_domain):
        pattern()


def find_urls(text: str, grammar: UrlGrammar = UrlGrammar.X) -> list[UrlSpan]:
    """All addresses, in order; those without protocol only for X."""
    is_x = grammar is UrlGrammar.X
    if ("." if is_x else "://") not in text:
        return []
    pattern = x_url() if is_x else mastodon_url()
    ending = tld_dot()
    spans: list[UrlSpan] = []
    done = 0
    dot = text.find(".")
    while dot != -1:
        if ending.match(text, dot):
            match = _first(pattern, text, _reach_back(text, dot, done), dot)
            # No start before this dot gives an address, also none that ends at a later one.
            done = dot if match is None else match.end()
            if match is not None:
                spans += _from_x(match) if is_x else _from_mastodon(match)
        dot = text.find(".", max(done, dot + 1))
    return spans


def _reach_back(text: str, dot: int, done: int) -> int:
    """Where the first address with a domain around this dot can begin."""
    start = dot
    while start > done and text[start - 1] not in _SEPARATORS:
        start -= 1
    return max(done, start - _REACH)


def _first(pattern: re.Pattern[str], text: str, first: int, last: int) -> re.Match[str] | None:
    """The leftmost match that begins between two places."""
    for position in range(max(first, 0), last):
        match = pattern.match(text, position)
        if match is not None:
            return match
    return None


def _from_x(match: re.Match[str]) -> list[UrlSpan]:
    url, protocol, domain = match["url"], match["protocol"], match["domain"]
    if not _labels_fit(domain):
        return []
    if utf16_length(protocol or _PROTOCOL) + utf16_length(url) > MAX_URL_LENGTH:
        return []
    start = match.start("url")
    if protocol:
        return _with_protocol(url, start)
    if match["before"] and match["before"] in "-_./":
        return []
    spans = [
        UrlSpan(start + found.start(), start + found.end(), found[0])
        for found in ascii_domain().finditer(domain)
    ]
    if spans and match["path"]:
        last = spans[-1]
        spans[-1] = UrlSpan(last.start, match.end("url"), url.replace(domain, last.url, 1))
    return spans


def _from_mastodon(match: re.Match[str]) -> list[UrlSpan]:
    url, protocol, domain = match["url"], match["protocol"], match["domain"]
    if not protocol or not _labels_fit(domain):
        return []
    if len(url) + max(0, _ascii_length(domain) - len(domain)) > MAX_URL_LENGTH:
        return []
    return _with_protocol(url, match.start("url"))


def _with_protocol(url: str, start: int) -> list[UrlSpan]:
    short = TCO.match(url)
    if short is not None:
        if len(short[1]) > MAX_TCO_SLUG:
            return []
        url = short[0]
    return [UrlSpan(start, start + len(url), url)]


def _ascii_label_length(label: str) -> int:
    if label.isascii():
        return len(label)
    if len(label) > MAX_LABEL_LENGTH:
        return len(label) + 4  # a label in Punycode is never shorter, and this one is too long
    parts = _DOTS.split(label)
    encoded = (
        len(part) if part.isascii() else 4 + len(part.encode("punycode", "replace"))
        for part in parts
    )
    return sum(encoded) + len(parts) - 1


def _ascii_length(domain: str) -> int:
    labels = domain.split(".")
    return sum(map(_ascii_label_length, labels)) + len(labels) - 1


def _labels_fit(domain: str) -> bool:
    """Each label is at most 63 long once it is in Punycode; xn-- stays ASCII."""
    if domain.startswith("xn--") and not ascii_domain().search(domain):
        return False
    return all(0 < _ascii_label_length(label) <= MAX_LABEL_LENGTH for label in domain.split("."))
