"""The patterns that `urls.py` searches with: twitter-text's grammar and Mastodon's widening of it.

Sources: github.com/twitter/twitter-text (js/src/regexp), and Mastodon's
config/initializers/twitter_regex.rb for the path and the query.

They know every top-level domain and take most of a second to compile, so each is compiled when
it is first asked for; `urls.prepare` asks for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TypeAlias

from desktop.text.characters import CYRILLIC, DIRECTIONAL, DOMAIN, INVALID, LATIN
from desktop.text.tlds import TLDS

_Trie: TypeAlias = dict[str, "_Trie"]


def _alternatives(node: _Trie) -> str:
    """The words of a trie as a pattern, the longer before those that it begins with."""
    branches = []
    for letter in sorted(key for key in node if key):
        rest = _alternatives(node[letter])
        if letter.isascii():
            letter = f"[{letter}{letter.upper()}]" if letter.isalpha() else re.escape(letter)
        branches.append(letter + rest)
    if not branches:
        return ""
    if "" in node:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _any_of(words: Iterable[str]) -> str:
    root: _Trie = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _alternatives(root)


_LETTER = f"[^{DOMAIN}]"
_SUBDOMAIN = rf"(?:(?:{_LETTER}(?:[_\-]|{_LETTER})*)?{_LETTER}\.)"
_DOMAIN_NAME = rf"(?:(?:{_LETTER}(?:-|{_LETTER})*)?{_LETTER}\.)"
_BEFORE = rf"(?:[^A-Za-z0-9@＠$#＃{INVALID}]|[{DIRECTIONAL}]|^)"


@cache
def _tld() -> str:
    return rf"(?:{_any_of(TLDS)}(?=[^0-9a-zA-Z@+\-]|$)|[xX][nN]--[\-0-9a-zA-Z]+)"


def _url(protocol: str, path: str, query: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<before>{_BEFORE})"
        rf"(?P<url>(?P<protocol>(?ai:{protocol})://)?"
        rf"(?P<domain>(?:{_SUBDOMAIN}*{_DOMAIN_NAME}{_tld()}))"
        rf"(?::[0-9]+)?(?P<path>/{path}*)?(?:{query})?)"
    )


def _path(general: str, ending: str, shortcut: str) -> str:
    """`general` repeats; a path ends in `ending` or in parentheses that balance, one level
    nested, so that a closing one after an address in parentheses stays out."""
    parens = rf"\((?:{general}+|(?:{general}*\({general}+\){general}*))\)"
    whole = rf"{general}*(?:{parens}{general}*)*(?:{ending}|{parens})"
    return rf"(?:(?:{whole})|(?:{shortcut}{general}+/))"


_QUERY = r"\?[a-zA-Z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[a-zA-Z0-9\-_&=#/]"


@cache
def x_url() -> re.Pattern[str]:
    return _url(
        "https?",
        _path(
            rf"[a-zA-Z{CYRILLIC}0-9!*';:=+,.$/%#\[\]\-\u2013_~@|&{LATIN}]",
            rf"[+\-a-zA-Z{CYRILLIC}0-9=_#/{LATIN}]",
            "@",
        ),
        _QUERY,
    )


_WHITE = r"\x09-\x0d\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_UNICODE = (
    r"\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\uffef\U00010000-\U0001fffd\U00020000-\U0002fffd"
    r"\U00030000-\U0003fffd\U00040000-\U000dfffd\U000e1000-\U0010fffd"
)


@cache
def mastodon_url() -> re.Pattern[str]:
    return _url(
        "https?|dat|dweb|ipfs|ipns|ssb|gopher|gemini",
        _path(rf"[^{_WHITE}<>()?]", rf"[^{_WHITE}()?!*\"'「」<>;:=,.$%\[\]~&|@]", ""),
        rf"\?[a-zA-Z0-9!?*'();:&=+$/%#\[\]\-_.,~|@^{_UNICODE}]*[a-zA-Z0-9_&=#/\-{_UNICODE}]",
    )


@cache
def tld_dot() -> re.Pattern[str]:
    """Where a domain may end."""
    return re.compile(rf"(?<={_LETTER})\.{_tld()}")


@cache
def ascii_domain() -> re.Pattern[str]:
    return re.compile(rf"(?:[\-a-zA-Z0-9{LATIN}]+\.)+{_tld()}")


TCO = re.compile(rf"(?ai:https?)://[tT]\.[cC][oO]/([a-zA-Z0-9]+)(?:{_QUERY})?")
