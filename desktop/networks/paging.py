"""Reading a timeline page by page: Link headers, and cursors that always get somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit

from desktop.domain.timeline import Cursor

_LINK = re.compile(r"<([^<>]*)>([^<]*)")
_REL = re.compile(r""";\s*rel\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;,]+))""", re.IGNORECASE)
_PLACES = ("max_id", "min_id", "since_id", "cursor", "page", "offset")
"""The parameters that say where to read on; everything else we send ourselves."""


def read_links(header: str) -> dict[str, dict[str, str]]:
    """A Link header (RFC 8288) as {"next": {"max_id": …}, "prev": {"min_id": …}}.

    Only the places are taken out of the addresses: hosts in them are wrong behind proxies.
    """
    found: dict[str, dict[str, str]] = {}
    for url, rest in _LINK.findall(header):
        rel = _REL.search(rest)
        if rel is None:
            continue
        try:
            query = dict(parse_qsl(urlsplit(url).query))
        except ValueError:
            continue
        places = {name: query[name] for name in _PLACES if query.get(name)}
        for name in (rel[1] or rel[2] or rel[3] or "").lower().split():
            if places:
                found.setdefault(name, places)
    return found


def write_cursor(places: Mapping[str, str]) -> Cursor:
    return Cursor(urlencode(sorted(places.items())))


def read_cursor(cursor: Cursor | None) -> dict[str, str]:
    return dict(parse_qsl(cursor)) if cursor else {}


def id_order(one: str) -> tuple[int, str]:
    """The order in which servers of the family count: longer is newer, then by letters."""
    return (len(one), one)


def older_cursor(
    asked: Cursor | None,
    links: Mapping[str, Mapping[str, str]] | None,
    ids: Iterable[str],
    *,
    by_id: bool,
) -> Cursor | None:
    """Where to read on below a page; None at the end.

    `asked` is the cursor that brought the page, `links` what its Link header says (None: it had
    none), `ids` what the page holds in the server's order. `by_id`: cursors are the ids of what
    is listed (not so for bookmarks). Whatever a server answers, each cursor is strictly below
    the one before, so reading always ends.
    """
    listed = list(ids)
    before = read_cursor(asked)
    if links is None:
        places = {"max_id": min(listed, key=id_order)} if listed and by_id else {}
    else:
        places = dict(links.get("next", {}))
    if by_id and before.get("max_id") and places.get("max_id"):
        ceiling = id_order(before["max_id"])
        if id_order(places["max_id"]) >= ceiling:
            below = [one for one in listed if id_order(one) < ceiling]
            places = {"max_id": min(below, key=id_order)} if below else {}
    if not places:
        return None
    cursor = write_cursor(places)
    return None if cursor == asked else cursor
