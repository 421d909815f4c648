"""Mentions, lists, hashtags and cashtags as X finds them, and whether a single one is valid.

Source: github.com/twitter/twitter-text (Apache-2.0). Offsets are code points, end exclusive.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import regex

from desktop.text.characters import LATIN, PUNCTUATION, SPACES
from desktop.text.urls import find_urls

_MENTION = re.compile(
    r"(?:^|[^a-zA-Z0-9_!#$%&*@＠]|(?:^|[^a-zA-Z0-9_+~.\-])(?:rt|RT|rT|Rt):?)"
    r"(?P<at>[@＠])(?P<name>[a-zA-Z0-9_]{1,20})(?P<list>/[a-zA-Z][a-zA-Z0-9_\-]{0,24})?"
)
_AFTER_MENTION = re.compile(rf"[@＠{LATIN}]|://")
_REPLY = re.compile(rf"[{SPACES}]*[@＠](?P<name>[a-zA-Z0-9_]{{1,20}})")
_SPECIAL = (
    "_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003"
    "\u0f0b\u0f0c\xb7"
)
_ALPHA = r"\p{L}\p{M}"
_ALNUM = rf"\p{{L}}\p{{M}}\p{{Nd}}{_SPECIAL}"
_TAG = regex.compile(
    rf"(?s)(?:^|[\ufe0e\ufe0f]|$|[^{_ALNUM}&])"
    rf"(?P<sign>[#＃])(?![\ufe0f\u20e3])(?P<tag>[{_ALNUM}]*[{_ALPHA}][{_ALNUM}]*)"
)
_AFTER_TAG = re.compile(r"[#＃]|://")
_CASHTAG = re.compile(
    rf"(?:^|[{SPACES}])(?P<sign>\$)(?P<tag>[a-zA-Z]{{1,6}}(?:[._][a-zA-Z]{{1,2}})?)"
    rf"(?=$|[{SPACES}\ufeff]|[{PUNCTUATION}])"
)
_LETTER = r"(?:[a-zA-Z0-9]|[^\x00-\x7f])"
_LETTERS = r"(?:[a-zA-Z0-9\-]|[^\x00-\x7f])*"
_UNRESERVED = r"a-zA-Z\u0400-\u04ff0-9\-._~"
_PCHAR = rf"(?:[{_UNRESERVED}!$&'()*+,;=:|@]|%[0-9a-fA-F]{{2}})"
_OCTET = r"(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"


def _valid_url(letter: str, letters: str, top: str) -> re.Pattern[str]:
    sub = rf"{letter}(?:{letters.replace('0-9', '0-9_')}{letter})?"
    return re.compile(
        r"(?:(?P<scheme>[^:/?#]+)://)?"
        rf"(?:(?:[{_UNRESERVED}!$&'()*+,;=:]|%[0-9a-fA-F]{{2}})*@)?"
        rf"(?:{_OCTET}(?:\.{_OCTET}){{3}}|\[[a-fA-F0-9:.]+\]"
        rf"|(?:{sub}\.)*{letter}(?:{letters}{letter})?\.{top}(?:{letters}{letter})?)"
        r"(?::[0-9]{1,5})?"
        rf"(?:/{_PCHAR}*)*(?:\?(?:{_PCHAR}|[/?])*)?(?:\#(?:{_PCHAR}|[/?])*)?"
    )


_UNICODE_URL = _valid_url(_LETTER, _LETTERS, r"(?:[a-zA-Z]|[^\x00-\x7f])")
_ASCII_URL = _valid_url("[a-zA-Z0-9]", r"[a-zA-Z0-9\-]*", "[a-zA-Z]")


class XMention(NamedTuple):
    """`list_slug` begins with a slash; empty for a person."""

    start: int
    end: int
    name: str
    list_slug: str = ""


class XTag(NamedTuple):
    """`tag` is without its sign."""

    start: int
    end: int
    tag: str


def find_mentions_or_lists(text: str) -> list[XMention]:
    if "@" not in text and "＠" not in text:
        return []
    return [
        XMention(match.start("at"), match.end(), match["name"], match["list"] or "")
        for match in _MENTION.finditer(text)
        if not _AFTER_MENTION.match(text, match.end())
    ]


def find_mentions(text: str) -> list[XMention]:
    return [mention for mention in find_mentions_or_lists(text) if not mention.list_slug]


def find_reply(text: str) -> str:
    """Whom a post that begins with a mention answers; empty: nobody."""
    match = _REPLY.match(text)
    if match is None or _AFTER_MENTION.match(text, match.end()):
        return ""
    return match["name"]


def find_tags(text: str, *, outside_urls: bool = True) -> list[XTag]:
    """Hashtags; those that overlap an address that begins before them are left out."""
    if "#" not in text and "＃" not in text:
        return []
    tags = [
        XTag(match.start("sign"), match.end(), match["tag"])
        for match in _TAG.finditer(text)
        if not _AFTER_TAG.match(text, match.end())
    ]
    if not outside_urls or not tags:
        return tags
    spans: list[tuple[int, int, XTag | None]] = [(tag.start, tag.end, tag) for tag in tags]
    spans += [(url.start, url.end, None) for url in find_urls(text)]
    spans.sort(key=lambda span: span[0])
    kept: list[XTag] = []
    done = 0
    for start, end, tag in spans:
        if start >= done:
            done = end
            if tag is not None:
                kept.append(tag)
    return kept


def find_cashtags(text: str) -> list[XTag]:
    if "$" not in text:
        return []
    return [
        XTag(match.start("sign"), match.end("tag"), match["tag"])
        for match in _CASHTAG.finditer(text)
    ]


def is_valid_username(text: str) -> bool:
    """`text` begins with @."""
    found = find_mentions(text)
    return len(found) == 1 and found[0].name == text[1:]


def is_valid_list(text: str) -> bool:
    """@name/list and nothing else."""
    match = _MENTION.fullmatch(text)
    return match is not None and match.start("at") == 0 and bool(match["list"])


def is_valid_hashtag(text: str) -> bool:
    found = find_tags(text)
    return len(found) == 1 and found[0].tag == text[1:]


def is_valid_url(url: str, *, unicode_domains: bool = True, require_protocol: bool = True) -> bool:
    """Whether all of `url` is one http(s) address; more liberal than what is found in text."""
    match = (_UNICODE_URL if unicode_domains else _ASCII_URL).fullmatch(url)
    if match is None:
        return False
    scheme = match["scheme"]
    return not require_protocol or (scheme is not None and scheme.lower() in ("http", "https"))
