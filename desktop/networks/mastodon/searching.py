"""The server's own search, and tag timelines where a query names a tag."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from urllib.parse import quote

import msgspec

from desktop.domain.errors import NotSupported
from desktop.domain.post import Post
from desktop.domain.profile import Profile
from desktop.domain.query import (
    From,
    Has,
    HasKind,
    Language,
    Not,
    Phrase,
    Query,
    Tag,
    Word,
)
from desktop.domain.timeline import Cursor, Page
from desktop.networks.alternatives import MAX_ALTERNATIVES, alternatives
from desktop.networks.answers import Response
from desktop.networks.lenient import read_list
from desktop.networks.mastodon import wire
from desktop.networks.mastodon.api import Api
from desktop.networks.mastodon.people import profile_of
from desktop.networks.mastodon.quirks import Quirks
from desktop.networks.mastodon.timelines import gently, in_order, read_field
from desktop.networks.mastodon.values import id_of
from desktop.networks.paging import id_order, older_cursor, read_cursor, read_links, write_cursor

_LIMIT = 40
_HAS = {HasKind.MEDIA: "has:media", HasKind.POLL: "has:poll"}


class Searching:
    """Searches of one account's server."""

    def __init__(self, api: Api) -> None:
        self._api = api

    async def by_text(self, text: str, cursor: Cursor | None, limit: int) -> Page:
        """Posts by words, as the server understands them."""
        if not self._api.account.capabilities.can_search_posts:
            raise NotSupported("search")
        asked = read_cursor(cursor)
        seen = asked.pop("seen", "")
        params = {"q": text, "type": "statuses", "limit": str(min(limit, _LIMIT)), **asked}
        answer = await self._api.get("/api/v2/search", params.items())
        found = read_field(answer, "statuses", wire.Status)
        posts = await gently(found, self._api.here)
        ids = [one.id for one in posts]
        if not ids or ids[0] == seen:
            # a server that knows no offset answers the same for ever
            return Page()
        if self._api.quirks.pages_search_by_id:
            lowest = min(ids, key=id_order)
            older = {"max_id": lowest} if lowest != asked.get("max_id") else {}
        else:
            older = {"offset": str(int(asked.get("offset", "0")) + len(ids)), "seen": ids[0]}
        return Page(posts=in_order(posts), older=write_cursor(older) if older else None)

    async def by_query(self, query: Query, cursor: Cursor | None) -> Page:
        """The alternatives of a query, each searched by itself, since servers know no OR."""
        ways = list(dict.fromkeys(plan(query, self._api.quirks)))[:MAX_ALTERNATIVES]
        if not self._api.account.capabilities.can_search_posts:
            ways = [way for way in ways if way.startswith("#")]
        if not ways:
            raise NotSupported("search")
        places: dict[str, str] = dict.fromkeys(ways, "")
        if cursor:
            kept = msgspec.json.decode(cursor, type=dict[str, str])
            places = {way: kept[way] for way in ways if way in kept}
        pages = await asyncio.gather(
            *(self._way(way, Cursor(place) if place else None) for way, place in places.items())
        )
        posts: list[Post] = [post for page in pages for post in page.posts]
        left = {way: page.older for way, page in zip(places, pages, strict=True) if page.older}
        older = Cursor(msgspec.json.encode(left).decode()) if left else None
        return Page(posts=in_order(posts), older=None if older == cursor else older)

    async def _way(self, way: str, cursor: Cursor | None) -> Page:
        if not way.startswith("#"):
            return await self.by_text(way, cursor, _LIMIT)
        params = {"limit": str(_LIMIT), **read_cursor(cursor)}
        path = f"/api/v1/timelines/tag/{quote(way[1:], safe='')}"
        answer = await self._api.get(path, params.items(), is_public=True)
        return await self._tagged(answer, cursor)

    async def _tagged(self, answer: Response, cursor: Cursor | None) -> Page:
        found = read_list(answer, wire.Status)
        ids = [id_of(one.value.id) for one in found if one.value is not None]
        header = answer.headers.get("link")
        links = read_links(header) if header else None
        return Page(
            posts=in_order(await gently(found, self._api.here)),
            older=older_cursor(cursor, links, filter(None, ids), by_id=True),
        )

    async def profiles(self, text: str, limit: int) -> tuple[Profile, ...]:
        params = {"q": text.lstrip("@"), "limit": str(limit), "resolve": "false"}
        answer = await self._api.get("/api/v1/accounts/search", params.items())
        return tuple(
            profile_of(one.value, self._api.here)
            for one in read_list(answer, wire.Account)
            if isinstance(one.value, wire.Account) and one.value.id
        )

    async def tags(self, text: str, limit: int) -> tuple[str, ...]:
        params = {"q": text.lstrip("#"), "type": "hashtags", "limit": str(limit)}
        answer = await self._api.get("/api/v2/search", params.items())
        found = read_field(answer, "hashtags", wire.Tag)
        names = [one.value.name for one in found if isinstance(one.value, wire.Tag)]
        return tuple(dict.fromkeys(name for name in names if name))


def plan(query: Query, quirks: Quirks) -> Iterator[str]:
    """What to ask the server, one text for each alternative; "#tag" means the tag's timeline.

    Each finds at least what the query wants, as far as the server finds anything: the caller
    matches again.
    """
    for terms in alternatives(query):
        tag = next((one.tag for one in terms if isinstance(one, Tag)), "")
        if tag:
            yield f"#{tag}"
            continue
        text = " ".join(word for one in terms if (word := _word(one, quirks)))
        if any(not isinstance(one, Not) and _word(one, quirks) for one in terms):
            yield text


def _word(term: Query, quirks: Quirks) -> str:
    full = quirks.has_operators
    match term:
        case Word(word=word):
            return word
        case Phrase(text=text):
            return f'"{text}"' if full else text
        case From(handle=handle) if full or quirks.has_from:
            return f"from:{handle if full else handle.lstrip('@')}"
        case Language(code=code) if full:
            return f"language:{code}"
        case Has(what=what) if full:
            return _HAS.get(what, "")
        case Not(query=Word() | Phrase() as inner) if full:
            return f"-{_word(inner, quirks)}"
        case _:
            return ""
