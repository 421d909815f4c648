"""Writing: posts, media, polls and what is done to posts."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import regex
from aiohttp import web

from tests.servers.mastodon.entities import moment
from tests.servers.mastodon.request import (
    ENTITIES,
    WORLD,
    File,
    error,
    fields,
    flag,
    page,
    seen_post,
    viewer,
)  # fmt: skip
from tests.servers.mastodon.world import Medium, Poll, Post

routes = web.RouteTableDef()
_GRAPHEMES = regex.compile(r"\X")
_ADDRESS = regex.compile(r"https?://\S+")
_REMOTE_MENTION = regex.compile(r"(?<![\w/])(@\w+)@[\w.-]+\w")


@routes.post("/api/v1/statuses")
async def publish(request: web.Request) -> web.Response:
    world, person, given = request.app[WORLD], viewer(request), await fields(request)
    key = request.headers.get("Idempotency-Key", "")
    known = world.idempotency.get((person.id, key)) if key else None
    if known:
        return web.json_response(request.app[ENTITIES].status(world.posts[known], person.id))
    text, warning = str(given.get("status") or ""), str(given.get("spoiler_text") or "")
    media = _media(request, given)
    if not text.strip() and not media:
        raise error(422, "Validation failed: Text can't be blank")
    if _length(text, warning) > world.max_characters:
        raise error(
            422,
            f"Validation failed: Text character limit of {world.max_characters} exceeded",
        )
    parent = given.get("in_reply_to_id")
    if parent and parent not in world.posts:
        raise error(404, "Record not found")
    post = Post(
        world.new_id(),
        person.id,
        text,
        world.now(),
        visibility=str(given.get("visibility") or "public"),
        spoiler_text=warning,
        is_sensitive=flag(given.get("sensitive")) or bool(warning),
        language=given.get("language"),
        in_reply_to=str(parent) if parent else None,
        quote_of=given.get("quoted_status_id"),
        media=media,
        poll=_poll(request, given),
    )
    if key:
        world.idempotency[(person.id, key)] = post.id
    world.add(post)
    return web.json_response(request.app[ENTITIES].status(post, person.id))


def _length(text: str, warning: str) -> int:
    """As app/validators/status_length_validator.rb counts: 23 for an address, nothing for the
    server of a mention."""
    counted = _ADDRESS.sub("x" * 23, text)
    counted = _REMOTE_MENTION.sub(r"\1", counted)
    return len(_GRAPHEMES.findall(counted + warning))


def _media(request: web.Request, given: dict[str, Any]) -> list[str]:
    world = request.app[WORLD]
    media = [str(number) for number in given.get("media_ids") or []]
    for number in media:
        medium = world.media.get(number)
        if medium is None or medium.owner != viewer(request).id:
            raise error(422, "Validation failed: Media not found")
        if medium.looks_left > 0:
            raise error(422, "Cannot attach files that have not finished processing.")
    return media


def _poll(request: web.Request, given: dict[str, Any]) -> Poll | None:
    world = request.app[WORLD]
    asked = given.get("poll") or {}
    options = asked.get("options") or given.get("poll[options]")
    if not options:
        return None
    seconds = int(asked.get("expires_in") or given.get("poll[expires_in]") or 86400)
    multiple = flag(asked.get("multiple") or given.get("poll[multiple]"))
    ends = world.now() + timedelta(seconds=seconds)
    return Poll(world.new_id(), [str(option) for option in options], ends, multiple)


@routes.get("/api/v1/statuses/{id}")
async def show(request: web.Request) -> web.Response:
    person = viewer(request)
    return web.json_response(request.app[ENTITIES].status(seen_post(request, person), person.id))


@routes.put("/api/v1/statuses/{id}")
async def edit(request: web.Request) -> web.Response:
    world, person, given = request.app[WORLD], viewer(request), await fields(request)
    post = seen_post(request, person)
    if post.author != person.id:
        raise error(403, "This action is not allowed")
    post.media = _media(request, given)
    world.edit(post, str(given.get("status", "")), str(given.get("spoiler_text") or ""))
    return web.json_response(request.app[ENTITIES].status(post, person.id))


@routes.delete("/api/v1/statuses/{id}")
async def delete(request: web.Request) -> web.Response:
    world, person = request.app[WORLD], viewer(request)
    post = seen_post(request, person)
    if post.author != person.id:
        raise error(404, "Record not found")
    answer = request.app[ENTITIES].status(post, person.id) | {"text": post.text}
    world.remove(post)
    return web.json_response(answer)


@routes.get("/api/v1/statuses/{id}/context")
async def context(request: web.Request) -> web.Response:
    world, person, entities = request.app[WORLD], viewer(request), request.app[ENTITIES]
    post = seen_post(request, person)
    before: list[Post] = []
    parent = world.posts.get(post.in_reply_to or "")
    while parent:
        before.insert(0, parent)
        parent = world.posts.get(parent.in_reply_to or "")
    after, known = [], {post.id}
    for other in sorted(world.posts.values(), key=lambda p: p.id):
        if other.in_reply_to in known and world.may_see(other, person.id):
            known.add(other.id)
            after.append(other)
    return web.json_response(
        {
            "ancestors": [entities.status(p, person.id) for p in before],
            "descendants": [entities.status(p, person.id) for p in after],
        }
    )


@routes.get("/api/v1/statuses/{id}/source")
async def source(request: web.Request) -> web.Response:
    post = seen_post(request, viewer(request))
    return web.json_response({"id": post.id, "text": post.text, "spoiler_text": post.spoiler_text})


@routes.get("/api/v1/statuses/{id}/history")
async def history(request: web.Request) -> web.Response:
    world, entities = request.app[WORLD], request.app[ENTITIES]
    post = seen_post(request, viewer(request))
    versions = [*post.history, (post.edited_at or post.created_at, post.text, post.spoiler_text)]
    return web.json_response(
        [
            {
                "content": entities.content(text),
                "spoiler_text": warning,
                "sensitive": post.is_sensitive,
                "created_at": moment(at),
                "account": entities.account(world.people[post.author]),
                "media_attachments": [],
                "emojis": [],
            }
            for at, text, warning in versions
        ]
    )


@routes.get("/api/v1/statuses/{id}/{who:favourited_by|reblogged_by}")
async def who_did(request: web.Request) -> web.Response:
    world, entities = request.app[WORLD], request.app[ENTITIES]
    post = seen_post(request, viewer(request))
    likes = request.match_info["who"] == "favourited_by"
    people = [world.people[n] for n in (post.favourited_by if likes else post.reblogged_by)]
    return page(request, people, lambda p: p.id, entities.account)


@routes.post("/api/v1/statuses/{id}/{action:(?:un)?(?:favourite|bookmark|reblog|pin|mute)}")
async def act(request: web.Request) -> web.Response:
    world, person = request.app[WORLD], viewer(request)
    post, action = seen_post(request, person), request.match_info["action"]
    if post.reblog_of:
        post = world.posts[post.reblog_of]
    if action == "reblog":
        if post.visibility == "direct":
            raise error(422, "Validation failed: Reblog of direct post")
        post = world.repost(person.id, post)
    elif action == "unreblog":
        world.unrepost(person.id, post)
    elif action == "favourite":
        world.favourite(person.id, post)
    elif action == "unfavourite":
        world.unfavourite(person.id, post)
    elif action == "bookmark" and post.id not in person.bookmarks:
        person.bookmarks.append(post.id)
    elif action == "unbookmark" and post.id in person.bookmarks:
        person.bookmarks.remove(post.id)
    return web.json_response(request.app[ENTITIES].status(post, person.id))


@routes.post("/api/v1/polls/{id}/votes")
async def vote(request: web.Request) -> web.Response:
    world, person, given = request.app[WORLD], viewer(request), await fields(request)
    for post in world.posts.values():
        if post.poll and post.poll.id == request.match_info["id"]:
            if person.id in post.poll.votes:
                raise error(422, "Validation failed: You have already voted on this poll")
            if post.poll.expires_at <= world.now():
                raise error(422, "Validation failed: The poll has already ended")
            post.poll.votes[person.id] = [int(choice) for choice in given.get("choices", [])]
            return web.json_response(request.app[ENTITIES].poll(post.poll, person.id))
    raise error(404, "Record not found")


@routes.post("/api/v1/media")
@routes.post("/api/v2/media")
async def upload(request: web.Request) -> web.Response:
    world, person, given = request.app[WORLD], viewer(request), await fields(request)
    file = given.get("file")
    if not isinstance(file, File):
        raise error(422, "Validation failed: File can't be blank")
    medium = Medium(
        world.new_id(),
        person.id,
        file.body,
        file.mime,
        str(given.get("description") or ""),
        world.media_looks,
    )
    world.media[medium.id] = medium
    status = 202 if medium.looks_left else 200
    return web.json_response(request.app[ENTITIES].attachment(medium), status=status)


def _medium(request: web.Request) -> Medium:
    found = request.app[WORLD].media.get(request.match_info["id"])
    if found is None or found.owner != viewer(request).id:
        raise error(404, "Record not found")
    return found


@routes.get("/api/v1/media/{id}")
async def medium(request: web.Request) -> web.Response:
    found = _medium(request)
    found.looks_left -= 1
    status = 206 if found.looks_left > 0 else 200
    return web.json_response(request.app[ENTITIES].attachment(found), status=status)


@routes.put("/api/v1/media/{id}")
async def describe(request: web.Request) -> web.Response:
    found, given = _medium(request), await fields(request)
    found.description = str(given.get("description") or found.description)
    return web.json_response(request.app[ENTITIES].attachment(found))
