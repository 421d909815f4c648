"""Where a redirect may lead, and what may go along."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urljoin, urlsplit

from desktop.domain.errors import ServerFault
from desktop.networks.route import may_be_plain


def _origin(url: str) -> tuple[str, str, int]:
    parts = urlsplit(url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    return parts.scheme, (parts.hostname or "").lower(), port


def follow(url: str, target: str) -> str:
    """Where a redirect leads. Raises ServerFault for one that leaves http(s) or drops TLS."""
    try:
        there = urljoin(url, target)
        scheme, host, _ = _origin(there)
    except ValueError:
        raise ServerFault(0, "bad redirect") from None
    if scheme not in ("http", "https") or not host:
        raise ServerFault(0, "bad redirect")
    if scheme == "http" and urlsplit(url).scheme == "https" and not may_be_plain(host):
        raise ServerFault(0, "redirect drops TLS")
    return there


def kept(url: str, target: str, head: Mapping[str, str]) -> dict[str, str]:
    """The headers that go along: the token never to another host."""
    if _origin(urljoin(url, target)) == _origin(url):
        return dict(head)
    return {name: value for name, value in head.items() if name not in ("authorization", "cookie")}
