"""The server itself: a thread with its own event loop, so that any test may use it."""

from __future__ import annotations

import asyncio
import base64
import json
import threading
import time
import uuid
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Self, TypeVar

import regex
from aiohttp import web

from tests.servers.mastodon.faults import Faults
from tests.servers.mastodon.server import png
from tests.servers.xrpc.views import View, Views
from tests.servers.xrpc.world import LIKE, POST, REPOST, Person, World, digest, now_text

T = TypeVar("T")
Next = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Problem(Exception):
    def __init__(self, error: str, message: str, status: int = 400) -> None:
        super().__init__(error)
        self.answer = {"error": error, "message": message}
        self.status = status


class XrpcServer:
    """`with XrpcServer() as server:` listens on 127.0.0.1 at `server.url`."""

    def __init__(self) -> None:
        self.world = World()
        self.faults = Faults()
        self.asked: list[str] = []
        """The names of the calls, in order."""
        self.url = ""
        self.views: Views
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._stop: asyncio.Event
        self._thread = threading.Thread(target=self._run, name="xrpc-server", daemon=True)
        self._calls: dict[str, Callable[[Person, Mapping[str, Any]], Any]] = {
            name.removeprefix("on_"): getattr(self, name)
            for name in dir(self)
            if name.startswith("on_")
        }

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)

    def do(self, work: Callable[[World], T]) -> T:
        """Change the world, on the server's own thread."""

        async def run() -> T:
            return work(self.world)

        return asyncio.run_coroutine_threadsafe(run(), self._loop).result(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._serve())
        finally:
            self._loop.close()

    async def _serve(self) -> None:
        self._stop = asyncio.Event()
        app = web.Application(middlewares=[self._with_faults], client_max_size=60_000_000)
        app.add_routes(
            [
                web.get("/xrpc/{nsid}", self._query),
                web.post("/xrpc/{nsid}", self._procedure),
                web.get("/img/{cid}", self._image),
                web.get("/page", self._page),
                web.get("/plc/{did}", self._document),
            ]
        )
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host, port = runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        self.views = Views(self.world, self.url)
        self._ready.set()
        await self._stop.wait()
        await runner.cleanup()

    @web.middleware
    async def _with_faults(self, request: web.Request, handler: Next) -> web.StreamResponse:
        fault = self.faults.take(request.method, request.path)
        if fault is None:
            return await handler(request)
        if fault.delay:
            await asyncio.sleep(fault.delay)
        if fault.after:
            await handler(request)
        if fault.drop and request.transport is not None:
            request.transport.close()
        return web.Response(
            status=fault.status, text=fault.body, content_type=fault.content_type,
            headers=fault.headers,
        )  # fmt: skip

    async def _query(self, request: web.Request) -> web.Response:
        asked: dict[str, Any] = {}
        for name, value in request.query.items():
            if name in ("uris", "reasons", "tag", "feeds"):
                asked.setdefault(name, []).append(value)
            else:
                asked[name] = value
        return await self._answer(request, asked)

    async def _procedure(self, request: web.Request) -> web.Response:
        body = await request.read()
        if request.match_info["nsid"] == "com.atproto.repo.uploadBlob":
            return await self._answer(request, {"body": body, "mime": request.content_type})
        return await self._answer(request, json.loads(body) if body else {})

    async def _answer(self, request: web.Request, asked: dict[str, Any]) -> web.Response:
        nsid = request.match_info["nsid"]
        self.asked.append(nsid)
        heads = {
            "RateLimit-Limit": "3000",
            "RateLimit-Remaining": "2999",
            "RateLimit-Reset": str(int(time.time()) + 300),
            "RateLimit-Policy": "3000;w=300",
        }
        try:
            call = self._calls.get(nsid.replace(".", "_"))
            if call is None:
                raise Problem("MethodNotImplemented", "Method Not Implemented", 501)
            me = self._who(request, nsid)
            found = call(me, asked)
        except Problem as problem:
            return web.json_response(problem.answer, status=problem.status, headers=heads)
        if found is None:
            return web.Response(headers=heads)
        return web.json_response(found, headers=heads)

    def _who(self, request: web.Request, nsid: str) -> Person:
        open_calls = ("createSession", "describeServer", "resolveHandle")
        if nsid.endswith(open_calls):
            return Person("", "", "")
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if not token:
            raise Problem("AuthMissing", "Authentication Required", 401)
        refreshing = nsid.endswith(("refreshSession", "deleteSession"))
        did = (self.world.refresh if refreshing else self.world.access).get(token)
        if did is None:
            raise Problem("InvalidToken", "Token could not be verified")
        if _ends(token) < time.time():
            raise Problem("ExpiredToken", "Token has expired")
        if refreshing:
            self.world.refresh.pop(token)
        return self.world.people[did]

    async def _image(self, request: web.Request) -> web.Response:
        body, mime = self.world.blobs.get(
            request.match_info["cid"], (png(8, 8, (90, 120, 200)), "image/png")
        )
        return web.Response(body=body, content_type=mime)

    async def _page(self, request: web.Request) -> web.Response:
        html = (
            "<html><head><title>Plain title</title>"
            '<meta property="og:title" content="Herons &amp; co">'
            '<meta property="og:description" content="All about herons">'
            '<meta property="og:image" content="/img/card"></head><body></body></html>'
        )
        return web.Response(text=html, content_type="text/html")

    async def _document(self, request: web.Request) -> web.Response:
        person = self.world.known(request.match_info["did"])
        if person is None:
            raise web.HTTPNotFound
        return web.json_response(self._did_document(person))

    def _did_document(self, person: Person) -> View:
        return {
            "@context": ["https://www.w3.org/ns/did/v1"],
            "id": person.did,
            "alsoKnownAs": [f"at://{person.handle}"],
            "verificationMethod": [],
            "service": [
                {
                    "id": "#atproto_pds", "type": "AtprotoPersonalDataServer",
                    "serviceEndpoint": self.url,
                }
            ],
        }  # fmt: skip

    # com.atproto.server

    def on_com_atproto_server_describeServer(self, me: Person, asked: Mapping[str, Any]) -> View:
        return {"did": "did:web:localhost", "availableUserDomains": [".test"]}

    def on_com_atproto_server_createSession(self, me: Person, asked: Mapping[str, Any]) -> View:
        person = self.world.known(asked["identifier"])
        if person is None or person.password != asked["password"]:
            raise Problem("AuthenticationRequired", "Invalid identifier or password", 401)
        if asked["password"] == "main-password":
            raise Problem("AuthFactorTokenRequired", "A sign in code has been sent", 401)
        self.world.sessions += 1
        return self._session(person)

    def on_com_atproto_server_refreshSession(self, me: Person, asked: Mapping[str, Any]) -> View:
        return self._session(me)

    def on_com_atproto_server_deleteSession(self, me: Person, asked: Mapping[str, Any]) -> None:
        for token in [one for one, did in self.world.access.items() if did == me.did]:
            del self.world.access[token]

    def on_com_atproto_server_getSession(self, me: Person, asked: Mapping[str, Any]) -> View:
        return {"did": me.did, "handle": me.handle, "active": True}

    def _session(self, person: Person) -> View:
        access = _token(self.world.token_seconds)
        refresh = _token(90 * 86400)
        self.world.access[access] = person.did
        self.world.refresh[refresh] = person.did
        return {
            "accessJwt": access,
            "refreshJwt": refresh,
            "did": person.did,
            "handle": person.handle,
            "didDoc": self._did_document(person),
            "active": True,
        }

    def on_com_atproto_identity_resolveHandle(self, me: Person, asked: Mapping[str, Any]) -> View:
        person = self.world.known(asked["handle"])
        if person is None:
            raise Problem("HandleNotFound", "Unable to resolve handle")
        return {"did": person.did}

    # com.atproto.repo

    def on_com_atproto_repo_putRecord(self, me: Person, asked: Mapping[str, Any]) -> View:
        return self._write(me, asked, asked["rkey"])

    def on_com_atproto_repo_createRecord(self, me: Person, asked: Mapping[str, Any]) -> View:
        return self._write(me, asked, asked.get("rkey") or self.world.new_rkey())

    def _write(self, me: Person, asked: Mapping[str, Any], rkey: str) -> View:
        if asked["repo"] not in (me.did, me.handle):
            raise Problem("InvalidRequest", "Invalid repo")
        record = asked["record"]
        text = record.get("text", "")
        length = len(regex.findall(r"\X", text))
        if asked["collection"] == POST and length > 300:
            raise Problem(
                "InvalidRequest",
                f"Invalid {POST} record: grapheme too big (maximum 300, got {length}) "
                "at $.record.text",
            )
        stored = self.world.put(me.did, asked["collection"], rkey, record)
        return {
            "uri": stored.uri,
            "cid": stored.cid,
            "commit": {"cid": stored.cid, "rev": self.world.new_rkey()},
            "validationStatus": "valid",
        }

    def on_com_atproto_repo_deleteRecord(self, me: Person, asked: Mapping[str, Any]) -> View:
        self.world.records.pop(f"at://{me.did}/{asked['collection']}/{asked['rkey']}", None)
        return {}

    def on_com_atproto_repo_getRecord(self, me: Person, asked: Mapping[str, Any]) -> View:
        person = self.world.known(asked["repo"])
        uri = f"at://{person.did if person else ''}/{asked['collection']}/{asked['rkey']}"
        stored = self.world.records.get(uri)
        if stored is None:
            raise Problem("RecordNotFound", f"Could not locate record: {uri}")
        return {"uri": stored.uri, "cid": stored.cid, "value": stored.value}

    def on_com_atproto_repo_uploadBlob(self, me: Person, asked: Mapping[str, Any]) -> View:
        body = asked["body"]
        cid = "bafkrei" + digest(body.hex(), 52)
        self.world.blobs[cid] = (body, asked["mime"])
        return {
            "blob": {
                "$type": "blob", "ref": {"$link": cid}, "mimeType": asked["mime"],
                "size": len(body),
            }
        }  # fmt: skip

    # app.bsky.actor and graph

    def on_app_bsky_actor_getProfile(self, me: Person, asked: Mapping[str, Any]) -> View:
        person = self.world.known(asked["actor"])
        if person is None:
            raise Problem("InvalidRequest", "Profile not found")
        return self.views.profile(person, me.did, full=True)

    def on_app_bsky_actor_searchActorsTypeahead(self, me: Person, asked: Mapping[str, Any]) -> View:
        found = [p for p in self.world.people.values() if asked["q"].lower() in p.handle]
        return {"actors": [self.views.profile(one, me.did) for one in found]}

    def on_app_bsky_actor_searchActors(self, me: Person, asked: Mapping[str, Any]) -> View:
        return self.on_app_bsky_actor_searchActorsTypeahead(me, asked)

    def on_app_bsky_actor_getPreferences(self, me: Person, asked: Mapping[str, Any]) -> View:
        return {"preferences": me.preferences}

    def on_app_bsky_graph_muteActor(self, me: Person, asked: Mapping[str, Any]) -> None:
        me.muted.add(asked["actor"])

    def on_app_bsky_graph_unmuteActor(self, me: Person, asked: Mapping[str, Any]) -> None:
        me.muted.discard(asked["actor"])

    def on_app_bsky_graph_muteThread(self, me: Person, asked: Mapping[str, Any]) -> None:
        me.muted_threads.add(asked["root"])

    def on_app_bsky_graph_unmuteThread(self, me: Person, asked: Mapping[str, Any]) -> None:
        me.muted_threads.discard(asked["root"])

    def on_app_bsky_graph_getLists(self, me: Person, asked: Mapping[str, Any]) -> View:
        lists = [
            {
                "uri": one.uri, "cid": one.cid, "name": one.value["name"],
                "purpose": one.value["purpose"], "creator": self.views.profile(me, me.did),
                "indexedAt": one.indexed_at,
            }
            for one in self.world.of("app.bsky.graph.list", me.did)
        ]  # fmt: skip
        return {"lists": lists}

    # app.bsky.feed

    def on_app_bsky_feed_getTimeline(self, me: Person, asked: Mapping[str, Any]) -> View:
        followed = {one.value["subject"] for one in self.world.of("app.bsky.graph.follow", me.did)}
        return self._feed(me, asked, {*followed, me.did} - me.muted)

    def on_app_bsky_feed_getAuthorFeed(self, me: Person, asked: Mapping[str, Any]) -> View:
        person = self.world.known(asked["actor"])
        if person is None:
            raise Problem("InvalidRequest", "Profile not found")
        return self._feed(me, asked, {person.did})

    def on_app_bsky_feed_getListFeed(self, me: Person, asked: Mapping[str, Any]) -> View:
        members = {
            one.value["subject"]
            for one in self.world.of("app.bsky.graph.listitem")
            if one.value["list"] == asked["list"]
        }
        return self._feed(me, asked, members)

    def on_app_bsky_feed_getFeed(self, me: Person, asked: Mapping[str, Any]) -> View:
        if asked["feed"] not in self.world.records:
            raise Problem("UnknownFeed", "could not find feed")
        return self._feed(me, asked, set(self.world.people))

    def on_app_bsky_feed_getFeedGenerators(self, me: Person, asked: Mapping[str, Any]) -> View:
        feeds = []
        for uri in asked["feeds"]:
            stored = self.world.records.get(uri)
            if stored is not None:
                creator = self.views.profile(self.world.people[stored.did], me.did)
                feeds.append(
                    {
                        "uri": uri, "cid": stored.cid, "did": "did:web:feeds.test",
                        "creator": creator, "displayName": stored.value["displayName"],
                        "indexedAt": stored.indexed_at,
                    }
                )  # fmt: skip
        return {"feeds": feeds}

    def _feed(self, me: Person, asked: Mapping[str, Any], people: set[str]) -> View:
        found = [one for one in [*self.world.of(POST), *self.world.of(REPOST)] if one.did in people]
        found.sort(key=lambda one: one.sort_at, reverse=True)
        items = [item for one in found if (item := self.views.item(one, me.did)) is not None]
        return _page(items, asked, "feed")

    def on_app_bsky_feed_getActorLikes(self, me: Person, asked: Mapping[str, Any]) -> View:
        found = [
            item
            for one in self.world.of(LIKE, me.did)
            if (post := self.world.records.get(one.value["subject"]["uri"])) is not None
            and (item := self.views.item(post, me.did)) is not None
        ]
        return _page(found, asked, "feed")

    def on_app_bsky_feed_getPosts(self, me: Person, asked: Mapping[str, Any]) -> View:
        if len(asked["uris"]) > 25:
            raise Problem("InvalidRequest", "uris must not have more than 25 elements")
        found = [self.world.records[uri] for uri in asked["uris"] if uri in self.world.records]
        return {"posts": [self.views.post(one, me.did) for one in found]}

    def on_app_bsky_feed_getPostThread(self, me: Person, asked: Mapping[str, Any]) -> View:
        stored = self.world.records.get(asked["uri"])
        if stored is None:
            raise Problem("NotFound", f"Post not found: {asked['uri']}")
        depth, height = int(asked.get("depth", 6)), int(asked.get("parentHeight", 80))
        return {"thread": self.views.thread(stored, me.did, depth, height)}

    def on_app_bsky_feed_searchPosts(self, me: Person, asked: Mapping[str, Any]) -> View:
        words = [word for word in asked["q"].lower().split() if not word.startswith("from:")]
        found = []
        for one in self.world.of(POST):
            text = one.value["text"].lower()
            tags = {
                feature.get("tag", "").lower()
                for facet in one.value.get("facets", [])
                for feature in facet["features"]
            }
            author = asked.get("author", self.world.people[one.did].handle)
            if (
                all(word.strip('"') in text for word in words)
                and {tag.lower() for tag in asked.get("tag", [])} <= tags
                and author in (one.did, self.world.people[one.did].handle)
                and asked.get("lang", "") in ("", *one.value.get("langs", []))
            ):
                found.append(self.views.post(one, me.did))
        return _page(found, asked, "posts")

    # bookmarks and notifications

    def on_app_bsky_bookmark_createBookmark(self, me: Person, asked: Mapping[str, Any]) -> None:
        if asked["uri"] not in me.bookmarks:
            me.bookmarks.insert(0, asked["uri"])

    def on_app_bsky_bookmark_deleteBookmark(self, me: Person, asked: Mapping[str, Any]) -> None:
        if asked["uri"] in me.bookmarks:
            me.bookmarks.remove(asked["uri"])

    def on_app_bsky_bookmark_getBookmarks(self, me: Person, asked: Mapping[str, Any]) -> View:
        found = []
        for uri in me.bookmarks:
            stored = self.world.records.get(uri)
            subject = {"uri": uri, "cid": stored.cid if stored else "gone"}
            gone = {
                "$type": "app.bsky.feed.defs#notFoundPost", "uri": uri, "notFound": True,
            }  # fmt: skip
            item = self.views.post(stored, me.did) if stored else gone
            if stored:
                item["$type"] = "app.bsky.feed.defs#postView"
            found.append({"createdAt": now_text(), "subject": subject, "item": item})
        return _page(found, asked, "bookmarks")

    def on_app_bsky_notification_listNotifications(
        self, me: Person, asked: Mapping[str, Any]
    ) -> View:
        wanted = asked.get("reasons")
        found = [
            one for one in self.views.notifications(me) if not wanted or one["reason"] in wanted
        ]
        return _page(found, asked, "notifications")

    def on_app_bsky_notification_updateSeen(self, me: Person, asked: Mapping[str, Any]) -> None:
        me.seen_at = asked["seenAt"]


def _page(found: list[View], asked: Mapping[str, Any], name: str) -> View:
    """Cursors are the place of the last one, by its name, so that new ones do not shift them."""
    limit, cursor = int(asked.get("limit", 50)), asked.get("cursor")
    names = [json.dumps([_name(one), _reason(one)]) for one in found]
    start = next((n + 1 for n, each in enumerate(names) if digest(each, 20) == cursor), 0)
    part = found[start : start + limit]
    answer: View = {name: part}
    if start + limit < len(found):
        answer["cursor"] = digest(names[start + limit - 1], 20)
    return answer


def _name(one: View) -> str:
    return str(one.get("uri") or one.get("post", {}).get("uri") or one.get("subject", {}))


def _reason(one: View) -> str:
    reason = one.get("reason", "")
    return str(reason.get("uri") if isinstance(reason, dict) else reason)


def _token(seconds: float) -> str:
    claims = json.dumps({"exp": int(time.time() + seconds), "jti": uuid.uuid4().hex, "scope": "x"})
    body = base64.urlsafe_b64encode(claims.encode()).decode().rstrip("=")
    return f"eyJhbGciOiJIUzI1NiJ9.{body}.c2lnbmF0dXJl"


def _ends(token: str) -> float:
    body = token.split(".")[1]
    return float(json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))["exp"])
