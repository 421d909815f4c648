"""A query for servers that know no OR: as alternatives, each of which is searched by itself."""

from __future__ import annotations

from itertools import product

from desktop.domain.query import And, Or, Query

MAX_ALTERNATIVES = 4
"""So many searches are made for one query at most."""


def alternatives(query: Query) -> list[tuple[Query, ...]]:
    """A query as alternatives of terms that must all hold; a Not of a group is left out."""
    if isinstance(query, Or):
        return [terms for one in query.queries for terms in alternatives(one)]
    if isinstance(query, And):
        ways = product(*(alternatives(one)[: MAX_ALTERNATIVES * 2] for one in query.queries))
        joined: list[tuple[Query, ...]] = []
        for way in ways:
            joined.append(tuple(term for terms in way for term in terms))
            if len(joined) >= MAX_ALTERNATIVES * 2:
                break
        return joined
    return [(query,)]
