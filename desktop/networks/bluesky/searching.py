"""The network's search: what a query's operators are as parameters.

Source: lexicons/app/bsky/feed/searchPosts.json, app/bsky/actor/searchActorsTypeahead.json.
"""

from __future__ import annotations

import asyncio

import msgspec

from desktop.domain.errors import NotSupported
from desktop.domain.profile import Profile
from desktop.domain.query import From, Language, Not, Phrase, Query, Tag, Word
from desktop.domain.timeline import Cursor, Page
from desktop.networks.alternatives import MAX_ALTERNATIVES, alternatives
from desktop.networks.bluesky import wire
from desktop.networks.bluesky.api import Api, listed, older_of
from desktop.networks.bluesky.people import profile_of
from desktop.networks.bluesky.timelines import found_posts, in_order, paged

_LIMIT = 100

Way = tuple[tuple[str, str], ...]
"""The parameters of one search."""


class Searching:
    """Searches of one account."""

    def __init__(self, api: Api) -> None:
        self._api = api

    async def by_text(self, text: str, cursor: Cursor | None, limit: int) -> Page:
        """Posts by words, as the server understands them, newest first."""
        return await self._way((("q", text),), cursor, limit)

    async def by_tag(self, tag: str, cursor: Cursor | None, limit: int) -> Page:
        name = tag.lstrip("#")
        return await self._way((("q", f"#{name}"), ("tag", name)), cursor, limit)

    async def by_query(self, query: Query, cursor: Cursor | None) -> Page:
        """The alternatives of a query, each searched by itself."""
        ways = list(dict.fromkeys(plan(query)))[:MAX_ALTERNATIVES]
        if not ways:
            raise NotSupported("search")
        places: dict[int, str] = dict.fromkeys(range(len(ways)), "")
        if cursor:
            kept = msgspec.json.decode(cursor, type=dict[str, str])
            places = {int(way): place for way, place in kept.items() if int(way) < len(ways)}
        pages = await asyncio.gather(
            *(
                self._way(ways[way], Cursor(place) if place else None, _LIMIT)
                for way, place in places.items()
            )
        )
        left = {str(way): one.older for way, one in zip(places, pages, strict=True) if one.older}
        older = Cursor(msgspec.json.encode(left).decode()) if left else None
        posts = in_order(post for page in pages for post in page.posts)
        return Page(posts=posts, older=None if older == cursor else older)

    async def _way(self, way: Way, cursor: Cursor | None, limit: int) -> Page:
        await self._api.refresh_preferences()
        params = [*way, ("sort", "latest"), *paged(cursor, limit).items()]
        answer = await self._api.get("app.bsky.feed.searchPosts", params)
        posts = found_posts(answer, self._api)
        older = older_of(answer, cursor) if posts else None
        return Page(posts=in_order(posts), older=older)

    async def profiles(self, text: str, limit: int) -> tuple[Profile, ...]:
        # the quick search is for beginnings and not on every server
        return await self._people("searchActorsTypeahead", text, limit) or await self._people(
            "searchActors", text, limit
        )

    async def _people(self, call: str, text: str, limit: int) -> tuple[Profile, ...]:
        asked = [("q", text.lstrip("@")), ("limit", str(max(1, min(limit, 25))))]
        answer = await self._api.get(f"app.bsky.actor.{call}", asked)
        return tuple(
            profile_of(one.value)
            for one in listed(answer, "actors", wire.ProfileView)
            if isinstance(one.value, wire.ProfileView) and one.value.did
        )


def plan(query: Query) -> list[Way]:
    """One search for each alternative. Each finds at least what the query wants, as far as the
    server finds anything: the caller matches again. Operators are parameters, since what the
    text of a search may hold is nowhere promised."""
    ways = (_way_of(terms) for terms in alternatives(query))
    return [way for way in ways if way]


def _way_of(terms: tuple[Query, ...]) -> Way:
    words: list[str] = []
    params: list[tuple[str, str]] = []
    for term in terms:
        match term:
            case Word(word=word, prefix=False):
                words.append(word)
            case Phrase(text=text):
                words.append(f'"{text}"')
            case Tag(tag=tag):
                params.append(("tag", tag))
                words.append(f"#{tag}")
            case From(handle=handle) if "." in handle:
                params.append(("author", handle.lstrip("@")))
            case Language(code=code):
                params.append(("lang", code))
            case Not():
                continue
    if not words:
        # the server wants some text; a language alone would be the whole network
        author = dict(params).get("author", "")
        if not author:
            return ()
        words.append(f"from:{author}")
    return (("q", " ".join(words)), *dict.fromkeys(params))
