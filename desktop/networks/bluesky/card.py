"""A link's card, made by whoever posts it, as this network wants it: what a page says of itself.

Source: ogp.me; app.bsky.embed.external.
"""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from msgspec import Struct

from desktop.domain.errors import NetworkError
from desktop.networks.bluesky.values import web_address
from desktop.networks.http import HttpClient

PAGE_BYTES = 1024 * 1024
SECONDS = 8.0
_TITLE = 300
_DESCRIPTION = 1000


class PageCard(Struct, frozen=True):
    url: str
    title: str = ""
    description: str = ""
    image_url: str = ""


class _Head(HTMLParser):
    """Reads <title> and <meta>; stops caring at the end of the head."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: dict[str, str] = {}
        self.title = ""
        self._in_title = False
        self._is_over = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._is_over:
            return
        if tag == "body":
            self._is_over = True
        elif tag == "title":
            self._in_title = not self.title
        elif tag == "meta":
            told = {name: value or "" for name, value in attrs}
            name = (told.get("property") or told.get("name") or "").strip().lower()
            if name and told.get("content"):
                self.found.setdefault(name, told["content"].strip())

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data


def read_card(url: str, html: str) -> PageCard | None:
    """What a page says of itself; None where it does not even say its title."""
    head = _Head()
    head.feed(html)
    found = head.found
    title = found.get("og:title") or found.get("twitter:title") or " ".join(head.title.split())
    if not title:
        return None
    image = found.get("og:image") or found.get("og:image:url") or found.get("twitter:image") or ""
    try:
        image = web_address(urljoin(url, image)) if image else ""
    except ValueError:
        image = ""
    description = (
        found.get("og:description") or found.get("twitter:description")
        or found.get("description") or ""
    )  # fmt: skip
    return PageCard(url, title[:_TITLE], description[:_DESCRIPTION], image)


async def fetch_card(http: HttpClient, url: str) -> PageCard | None:
    """None where the page is not there, says nothing or takes too long: a post needs no card."""
    if urlsplit(url).scheme not in ("http", "https"):
        return None
    try:
        answer = await http.download(
            url, max_bytes=PAGE_BYTES, timeout=SECONDS, headers={"accept": "text/html"}
        )
    except NetworkError:
        return None
    if answer.mime not in ("text/html", "application/xhtml+xml", ""):
        return None
    return read_card(url, answer.body.decode("utf-8", "replace"))
