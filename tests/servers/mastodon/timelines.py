"""Reading: timelines, notifications, search, people, lists."""

from __future__ import annotations

from collections.abc import Iterable

from aiohttp import web

from tests.servers.mastodon.entities import Json, moment
from tests.servers.mastodon.request import ENTITIES, WORLD, error, fields, flag, page, viewer
from tests.servers.mastodon.world import Notification, Person, Post

routes = web.RouteTableDef()


def _posts(request: web.Request, posts: Iterable[Post]) -> web.Response:
    person = viewer(request)
    entities = request.app[ENTITIES]
    return page(
        request, list(posts), lambda post: post.id, lambda post: entities.status(post, person.id)
    )


@routes.get("/api/v1/timelines/home")
async def home(request: web.Request) -> web.Response:
    world, person = request.app[WORLD], viewer(request)
    return _posts(request, [world.posts[n] for n in person.home if n in world.posts])


def _public(request: web.Request) -> list[Post]:
    return [
        post
        for post in request.app[WORLD].posts.values()
        if post.visibility == "public" and post.reblog_of is None
    ]


@routes.get("/api/v1/timelines/public")
async def public(request: web.Request) -> web.Response:
    return _posts(request, _public(request))


@routes.get("/api/v1/timelines/tag/{tag}")
async def tag(request: web.Request) -> web.Response:
    wanted = request.match_info["tag"].lower()
    tags = request.app[WORLD].tags
    return _posts(request, [post for post in _public(request) if wanted in tags(post)])


@routes.get("/api/v1/timelines/list/{id}")
async def list_timeline(request: web.Request) -> web.Response:
    found = viewer(request).lists.get(request.match_info["id"])
    if found is None:
        raise error(404, "Record not found")
    members = found[1]
    world = request.app[WORLD]
    return _posts(
        request,
        [p for p in world.posts.values() if p.author in members and p.visibility != "direct"],
    )


@routes.get("/api/v1/accounts/{id}/statuses")
async def posts_of(request: web.Request) -> web.Response:
    world, person = request.app[WORLD], viewer(request)
    found = [
        post
        for post in world.posts.values()
        if post.author == request.match_info["id"] and world.may_see(post, person.id)
    ]
    if flag(request.query.get("pinned")):
        found = []
    if flag(request.query.get("exclude_reblogs")):
        found = [post for post in found if post.reblog_of is None]
    if flag(request.query.get("exclude_replies")):
        found = [post for post in found if post.in_reply_to is None]
    return _posts(request, found)


@routes.get("/api/v1/bookmarks")
async def bookmarks(request: web.Request) -> web.Response:
    return _shelf(request, viewer(request).bookmarks)


@routes.get("/api/v1/favourites")
async def favourites(request: web.Request) -> web.Response:
    return _shelf(request, viewer(request).favourites)


def _shelf(request: web.Request, shelf: list[str]) -> web.Response:
    """Paged by the order in which things were put there, as Mastodon's internal ids are."""
    world, person = request.app[WORLD], viewer(request)
    entities = request.app[ENTITIES]
    numbered = [(str(1000 + place), number) for place, number in enumerate(shelf)]
    return page(
        request,
        [(place, number) for place, number in numbered if number in world.posts],
        lambda item: item[0],
        lambda item: entities.status(world.posts[item[1]], person.id),
    )


@routes.get("/api/v1/conversations")
async def conversations(request: web.Request) -> web.Response:
    world, person, entities = request.app[WORLD], viewer(request), request.app[ENTITIES]
    direct = [
        post
        for post in world.posts.values()
        if post.visibility == "direct" and world.may_see(post, person.id)
    ]
    return page(
        request,
        direct,
        lambda post: post.id,
        lambda post: {
            "id": post.id,
            "unread": False,
            "accounts": [entities.account(world.people[n]) for n in world.mentioned(post)],
            "last_status": entities.status(post, person.id),
        },
    )


def _wanted(request: web.Request) -> list[Notification]:
    query = request.query
    types, without = query.getall("types[]", []), query.getall("exclude_types[]", [])
    return [
        entry
        for entry in viewer(request).notifications
        if (not types or entry.type in types) and entry.type not in without
    ]


@routes.get("/api/v1/notifications")
async def notifications(request: web.Request) -> web.Response:
    person, entities = viewer(request), request.app[ENTITIES]
    return page(
        request,
        _wanted(request),
        lambda entry: entry.id,
        lambda entry: entities.notification(entry, person.id),
        default=40,
        most=80,
    )


@routes.get("/api/v2/notifications")
async def grouped(request: web.Request) -> web.Response:
    world, person, entities = request.app[WORLD], viewer(request), request.app[ENTITIES]
    groups: dict[str, list[Notification]] = {}
    for entry in reversed(_wanted(request)):
        groups.setdefault(entities.group_key(entry), []).append(entry)
    bare = page(request, list(groups.items()), lambda item: item[1][0].id, lambda item: item[0])
    keys = [key for key in groups if f'"{key}"' in (bare.text or "")]
    posts = {e.post for key in keys for e in groups[key] if e.post and e.post in world.posts}
    people = {entry.person for key in keys for entry in groups[key]}
    body: Json = {
        "accounts": [entities.account(world.people[number]) for number in sorted(people)],
        "statuses": [entities.status(world.posts[n], person.id) for n in sorted(posts)],
        "notification_groups": [
            {
                "group_key": key,
                "notifications_count": len(groups[key]),
                "type": groups[key][0].type,
                "most_recent_notification_id": groups[key][0].id,
                "page_min_id": groups[key][-1].id,
                "page_max_id": groups[key][0].id,
                "latest_page_notification_at": moment(groups[key][0].created_at),
                "sample_account_ids": [entry.person for entry in groups[key][:8]],
                "status_id": groups[key][0].post,
            }
            for key in keys
        ],
    }
    headers = {"Link": bare.headers["Link"]} if "Link" in bare.headers else {}
    return web.json_response(body, headers=headers)


@routes.get("/api/v2/search")
async def search(request: web.Request) -> web.Response:
    world, person, entities = request.app[WORLD], viewer(request), request.app[ENTITIES]
    words = request.query.get("q", "").lower()
    kind = request.query.get("type", "")
    answer: Json = {"accounts": [], "statuses": [], "hashtags": []}
    if kind in {"", "accounts"}:
        bare = words.lstrip("@").partition("@")[0]
        answer["accounts"] = [
            entities.account(p) for p in world.people.values() if bare and bare in p.username
        ]
    if kind in {"", "statuses"}:
        found = [
            post
            for post in world.posts.values()
            if post.reblog_of is None
            and world.may_see(post, person.id)
            and (
                all(word in post.text.lower() for word in words.split())
                or request.query.get("q") == entities.status(post, person.id)["url"]
            )
        ]
        found.sort(key=lambda post: post.id, reverse=True)
        offset, limit = int(request.query.get("offset", 0)), int(request.query.get("limit", 20))
        answer["statuses"] = [
            entities.status(post, person.id) for post in found[offset : offset + limit]
        ]
    if kind in {"", "hashtags"}:
        names = {tag for post in world.posts.values() for tag in world.tags(post)}
        answer["hashtags"] = [
            {"name": name, "url": f"{entities.url}/tags/{name}", "history": []}
            for name in sorted(names)
            if words.lstrip("#") in name
        ]
    return web.json_response(answer)


@routes.get("/api/v1/accounts/search")
async def search_people(request: web.Request) -> web.Response:
    viewer(request)
    wanted = request.query.get("q", "").lower().lstrip("@").partition("@")[0]
    people = request.app[WORLD].people.values()
    limit = int(request.query.get("limit", 40))
    found = [request.app[ENTITIES].account(p) for p in people if wanted in p.username]
    return web.json_response(found[:limit])


@routes.get("/api/v1/accounts/lookup")
async def lookup(request: web.Request) -> web.Response:
    wanted = request.query.get("acct", "").lstrip("@").partition("@")[0].lower()
    for person in request.app[WORLD].people.values():
        if person.username == wanted:
            return web.json_response(request.app[ENTITIES].account(person))
    raise error(404, "Record not found")


@routes.get("/api/v1/accounts/relationships")
async def relationships(request: web.Request) -> web.Response:
    me, world = viewer(request), request.app[WORLD]
    wanted = request.query.getall("id[]", []) or request.query.getall("id", [])
    return web.json_response(
        [
            request.app[ENTITIES].relationship(world.people[number], me.id)
            for number in wanted
            if number in world.people
        ]
    )


def _person(request: web.Request) -> Person:
    found = request.app[WORLD].people.get(request.match_info["id"])
    if found is None:
        raise error(404, "Record not found")
    return found


@routes.get("/api/v1/accounts/{id}")
async def profile(request: web.Request) -> web.Response:
    return web.json_response(request.app[ENTITIES].account(_person(request)))


@routes.post("/api/v1/accounts/{id}/{action:(?:un)?(?:follow|mute|block)}")
async def act_on_person(request: web.Request) -> web.Response:
    me, other, action = viewer(request), _person(request), request.match_info["action"]
    shelves = {"follow": me.following, "mute": me.muting, "block": me.blocking}
    if action == "follow":
        request.app[WORLD].follow(me.username, other.username)
    elif action in shelves:
        shelves[action].add(other.id)
    else:
        shelves[action.removeprefix("un")].discard(other.id)
    return web.json_response(request.app[ENTITIES].relationship(other, me.id))


@routes.get("/api/v1/lists")
async def lists(request: web.Request) -> web.Response:
    return web.json_response(
        [
            {"id": number, "title": title, "replies_policy": "list", "exclusive": False}
            for number, (title, _members) in viewer(request).lists.items()
        ]
    )


@routes.get("/api/v1/followed_tags")
async def followed_tags(request: web.Request) -> web.Response:
    url = request.app[ENTITIES].url
    return web.json_response(
        [
            {"name": name, "url": f"{url}/tags/{name}", "following": True, "history": []}
            for name in sorted(viewer(request).followed_tags)
        ]
    )


@routes.get("/api/v1/custom_emojis")
async def emojis(request: web.Request) -> web.Response:
    address = f"{request.app[ENTITIES].url}/avatars/0.png"
    return web.json_response(
        [
            {
                "shortcode": "blob",
                "url": address,
                "static_url": address,
                "visible_in_picker": True,
                "category": "Blobs",
            }
        ]
    )


@routes.get("/api/v1/preferences")
async def preferences(request: web.Request) -> web.Response:
    viewer(request)
    return web.json_response(
        {
            "posting:default:visibility": "public",
            "posting:default:sensitive": False,
            "posting:default:language": None,
            "reading:expand:media": "default",
            "reading:expand:spoilers": False,
        }
    )


@routes.get("/api/v2/filters")
async def filters(request: web.Request) -> web.Response:
    viewer(request)
    return web.json_response([])


@routes.get("/api/v1/markers")
async def markers(request: web.Request) -> web.Response:
    known = request.app[WORLD].markers[viewer(request).id]
    now = moment(request.app[WORLD].now())
    return web.json_response(
        {
            name: {"last_read_id": known[name], "version": 1, "updated_at": now}
            for name in request.query.getall("timeline[]", [])
            if name in known
        }
    )


@routes.post("/api/v1/markers")
async def save_markers(request: web.Request) -> web.Response:
    known, given = request.app[WORLD].markers[viewer(request).id], await fields(request)
    now = moment(request.app[WORLD].now())
    answer = {}
    for name in ("home", "notifications"):
        nested = dict(given.get(name) or {})
        value = given.get(f"{name}[last_read_id]") or nested.get("last_read_id")
        if value:
            known[name] = str(value)
            answer[name] = {"last_read_id": str(value), "version": 1, "updated_at": now}
    return web.json_response(answer)
