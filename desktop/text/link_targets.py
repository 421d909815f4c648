"""What a link in a server's HTML is: somebody's mention, a hashtag, or an address to open."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias
from urllib.parse import unquote, urlsplit

from desktop.domain.post import Mention
from desktop.domain.richtext import SpanKind

Attributes: TypeAlias = dict[str, str]

_CONTROL = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+")


def web_address(target: str) -> str:
    """`target` if it is an http(s) address with a host, else nothing."""
    target = _CONTROL.sub("", target)
    try:
        parts = urlsplit(target)
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        return ""
    return target


def _same_address(url: str) -> str:
    """An address as it is compared: ports, slashes and percent signs may differ in writing."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    return f"{parts.netloc.lower()}{unquote(parts.path).rstrip('/')}?{parts.query}"


class LinkTargets:
    """Says what a link is: somebody's mention, a hashtag, or just a link."""

    def __init__(self, mentions: Iterable[Mention], tags: Iterable[str | tuple[str, str]]) -> None:
        self._mentions: dict[str, str] = {}
        self._handles: dict[str, str] = {}
        self._tags: dict[str, str] = {}
        self._names: dict[str, str] = {}
        for mention in mentions:
            target = mention.url or mention.handle
            if mention.url:
                self._mentions[_same_address(mention.url)] = target
            handle = mention.handle.lstrip("@").casefold()
            self._handles.setdefault(handle, target)
            self._handles.setdefault(handle.partition("@")[0], target)
        for tag in tags:
            name, url = (tag, "") if isinstance(tag, str) else tag
            if url:
                self._tags[_same_address(url)] = name
            self._names[name.casefold()] = name

    def kind_of(self, href: str, attributes: Attributes, shown: str) -> tuple[SpanKind, str] | None:
        """Kind and target of a link that shows `shown`; None: plain text."""
        classes = attributes.get("class", "").split()
        address = web_address(href)
        if shown.startswith(("#", "＃")):
            tag = self._tag(address, shown[1:], "hashtag" in classes, attributes)
            if tag:
                return SpanKind.HASHTAG, tag
        same = _same_address(address) if address else ""
        if same and same in self._mentions:
            return SpanKind.MENTION, self._mentions[same]
        if shown.startswith("@") and ("mention" in classes or "u-url" in classes):
            known = self._handles.get(shown[1:].casefold())
            if known or address:
                return SpanKind.MENTION, known or address
        return (SpanKind.LINK, address) if address else None

    def _tag(self, address: str, shown: str, is_tag: bool, attributes: Attributes) -> str:
        known = self._tags.get(_same_address(address)) if address else None
        if known is not None:
            return known
        if is_tag or "tag" in attributes.get("rel", "").split():
            return shown.strip()
        return self._names.get(shown.casefold(), "")
