"""Small things that every route needs: parameters, pages, errors, who asks."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from urllib.parse import urlencode

from aiohttp import BodyPartReader, web

from tests.servers.mastodon.entities import Entities
from tests.servers.mastodon.world import Person, Post, World

WORLD: web.AppKey[World] = web.AppKey("world", World)
ENTITIES: web.AppKey[Entities] = web.AppKey("entities", Entities)
T = TypeVar("T")


@dataclass(frozen=True)
class File:
    body: bytes
    mime: str


def error(status: int, words: str) -> web.HTTPException:
    kinds: dict[int, type[web.HTTPException]] = {
        400: web.HTTPBadRequest,
        401: web.HTTPUnauthorized,
        403: web.HTTPForbidden,
        404: web.HTTPNotFound,
        422: web.HTTPUnprocessableEntity,
    }
    return kinds[status](text=json.dumps({"error": words}), content_type="application/json")


def bearer(request: web.Request) -> str | None:
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    return request.app[WORLD].tokens.get(token) if kind.lower() == "bearer" else None


def viewer(request: web.Request) -> Person:
    """Whose token it is; 401 as Mastodon says it."""
    found = bearer(request)
    if found is None:
        raise error(401, "The access token is invalid")
    return request.app[WORLD].people[found]


async def fields(request: web.Request) -> dict[str, Any]:
    """JSON, form or multipart, as one flat dictionary; name[] becomes a list under name."""
    if request.content_type == "application/json":
        body = await request.json()
        return dict(body) if isinstance(body, dict) else {}
    found: dict[str, Any] = {}
    for name, value in await _pairs(request):
        if name.endswith("[]"):
            found.setdefault(name[:-2], []).append(value)
        else:
            found[name] = value
    return found


async def _pairs(request: web.Request) -> list[tuple[str, Any]]:
    """The form's fields; files are read into memory, so that nothing is left on the disk when a
    client dies while it sends."""
    if request.content_type != "multipart/form-data":
        return list((await request.post()).items())
    pairs: list[tuple[str, Any]] = []
    async for part in await request.multipart():
        assert isinstance(part, BodyPartReader)
        body = bytes(await part.read())
        if part.filename is None:
            pairs.append((part.name or "", body.decode()))
        else:
            mime = part.headers.get("Content-Type", "application/octet-stream")
            pairs.append((part.name or "", File(body, mime)))
    return pairs


def flag(value: object) -> bool:
    return value in {True, "true", "1", "on"}


def seen_post(request: web.Request, person: Person) -> Post:
    world = request.app[WORLD]
    post = world.posts.get(request.match_info["id"])
    if post is None or not world.may_see(post, person.id):
        raise error(404, "Record not found")
    return post


def _order(number: str) -> tuple[int, str]:
    return len(number), number


def page(
    request: web.Request,
    items: Sequence[T],
    number: Callable[[T], str],
    make: Callable[[T], object],
    default: int = 20,
    most: int = 40,
) -> web.Response:
    """Mastodon's paging: max_id, since_id, min_id, limit and the Link header; newest first."""
    query = request.query
    limit = min(int(query.get("limit", default)), most)
    found = sorted(items, key=lambda item: _order(number(item)), reverse=True)
    if "max_id" in query:
        found = [item for item in found if _order(number(item)) < _order(query["max_id"])]
    if "since_id" in query:
        found = [item for item in found if _order(number(item)) > _order(query["since_id"])]
    if "min_id" in query:
        found = [item for item in found if _order(number(item)) > _order(query["min_id"])][-limit:]
    found = found[:limit]
    headers = {}
    if found:
        keep = [(k, v) for k, v in query.items() if k not in {"max_id", "min_id", "since_id"}]

        def link(name: str, item: T, rel: str) -> str:
            address = request.url.with_query(None)
            return f'<{address}?{urlencode([*keep, (name, number(item))])}>; rel="{rel}"'

        headers["Link"] = ", ".join(
            [link("max_id", found[-1], "next"), link("min_id", found[0], "prev")]
        )
    return web.json_response([make(item) for item in found], headers=headers)
