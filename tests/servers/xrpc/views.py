"""Records as the AppView shows them to somebody."""

from __future__ import annotations

from typing import Any

from tests.servers.xrpc.world import BLOCK, FOLLOW, LIKE, POST, REPOST, Person, Stored, World

View = dict[str, Any]


class Views:
    def __init__(self, world: World, url: str) -> None:
        self.world, self.url = world, url

    def profile(self, person: Person, viewer: str, *, full: bool = False) -> View:
        world = self.world
        following = world.graph(FOLLOW, viewer, person.did)
        followed = world.graph(FOLLOW, person.did, viewer)
        blocking = world.graph(BLOCK, viewer, person.did)
        state: View = {
            "muted": person.did in world.people[viewer].muted if viewer in world.people else False,
            "blockedBy": world.graph(BLOCK, person.did, viewer) is not None,
        }
        if following:
            state["following"] = following.uri
        if followed:
            state["followedBy"] = followed.uri
        if blocking:
            state["blocking"] = blocking.uri
        view: View = {
            "did": person.did,
            "handle": person.handle,
            "displayName": person.handle.partition(".")[0].title(),
            "avatar": f"{self.url}/img/avatar",
            "viewer": state,
            "labels": person.labels,
        }
        if full:
            view |= {
                "description": f"I am {person.handle} https://example.org",
                "followersCount": sum(
                    one.value["subject"] == person.did for one in world.of(FOLLOW)
                ),
                "followsCount": len(world.of(FOLLOW, person.did)),
                "postsCount": len(world.of(POST, person.did)),
                "indexedAt": "2026-11-22T19:47:51.301Z",
            }
        return view

    def post(self, stored: Stored, viewer: str) -> View:
        world = self.world
        likes, reposts = world.about(LIKE, stored.uri), world.about(REPOST, stored.uri)
        me = world.people.get(viewer)
        root = stored.value.get("reply", {}).get("root", {}).get("uri", stored.uri)
        state: View = {
            "bookmarked": me is not None and stored.uri in me.bookmarks,
            "threadMuted": me is not None and root in me.muted_threads,
            "embeddingDisabled": False,
        }
        for name, records in (("like", likes), ("repost", reposts)):
            for one in records:
                if one.did == viewer:
                    state[name] = one.uri
        view: View = {
            "uri": stored.uri,
            "cid": stored.cid,
            "author": self.profile(world.people[stored.did], viewer),
            "record": stored.value,
            "replyCount": len(self.replies(stored.uri)),
            "repostCount": len(reposts),
            "likeCount": len(likes),
            "quoteCount": 0,
            "bookmarkCount": 0,
            "indexedAt": stored.indexed_at,
            "viewer": state,
            "labels": [*world.labels.get(stored.uri, []), *self._self_labels(stored)],
        }
        embed = stored.value.get("embed")
        if embed:
            view["embed"] = self.embed(embed, viewer)
        return view

    def _self_labels(self, stored: Stored) -> list[View]:
        return [
            {
                "src": stored.did, "uri": stored.uri, "val": one["val"],
                "cts": stored.indexed_at,
            }
            for one in stored.value.get("labels", {}).get("values", [])
        ]  # fmt: skip

    def embed(self, embed: View, viewer: str) -> View:
        kind = embed["$type"]
        if kind == "app.bsky.embed.images":
            images = []
            for one in embed["images"]:
                link = f"{self.url}/img/{one['image']['ref']['$link']}"
                image = {"thumb": link, "fullsize": link, "alt": one["alt"]}
                if "aspectRatio" in one:
                    image["aspectRatio"] = one["aspectRatio"]
                images.append(image)
            return {"$type": f"{kind}#view", "images": images}
        if kind == "app.bsky.embed.external":
            external = {**embed["external"]}
            if "thumb" in external:
                external["thumb"] = f"{self.url}/img/{external['thumb']['ref']['$link']}"
            return {"$type": f"{kind}#view", "external": external}
        if kind == "app.bsky.embed.record":
            return {"$type": f"{kind}#view", "record": self.quoted(embed["record"], viewer)}
        return {
            "$type": f"{kind}#view",
            "record": {"record": self.quoted(embed["record"]["record"], viewer)},
            "media": self.embed(embed["media"], viewer),
        }

    def quoted(self, ref: View, viewer: str) -> View:
        stored = self.world.records.get(ref["uri"])
        if stored is None:
            return {
                "$type": "app.bsky.embed.record#viewNotFound", "uri": ref["uri"], "notFound": True,
            }  # fmt: skip
        view: View = {
            "$type": "app.bsky.embed.record#viewRecord",
            "uri": stored.uri,
            "cid": stored.cid,
            "author": self.profile(self.world.people[stored.did], viewer),
            "value": stored.value,
            "indexedAt": stored.indexed_at,
            "labels": [],
            "embeds": [],
        }
        if "embed" in stored.value and "images" in stored.value["embed"]:
            view["embeds"] = [self.embed(stored.value["embed"], viewer)]
        return view

    def item(self, stored: Stored, viewer: str) -> View | None:
        """A post or a repost as an entry of a feed."""
        if stored.collection == POST:
            item: View = {"post": self.post(stored, viewer)}
            reply = stored.value.get("reply")
            if reply:
                item["reply"] = {
                    name: self.reference(reply[name]["uri"], viewer) for name in ("root", "parent")
                }
            return item
        post = self.world.records.get(stored.value["subject"]["uri"])
        if post is None:
            return None
        return {
            "post": self.post(post, viewer),
            "reason": {
                "$type": "app.bsky.feed.defs#reasonRepost",
                "by": self.profile(self.world.people[stored.did], viewer),
                "uri": stored.uri,
                "cid": stored.cid,
                "indexedAt": stored.indexed_at,
            },
        }

    def reference(self, uri: str, viewer: str) -> View:
        stored = self.world.records.get(uri)
        if stored is None:
            return {"$type": "app.bsky.feed.defs#notFoundPost", "uri": uri, "notFound": True}
        return {"$type": "app.bsky.feed.defs#postView", **self.post(stored, viewer)}

    def replies(self, uri: str) -> list[Stored]:
        return [
            one
            for one in reversed(self.world.of(POST))
            if one.value.get("reply", {}).get("parent", {}).get("uri") == uri
        ]

    def thread(self, stored: Stored, viewer: str, depth: int, height: int) -> View:
        node: View = {
            "$type": "app.bsky.feed.defs#threadViewPost",
            "post": self.post(stored, viewer),
        }
        reply = stored.value.get("reply")
        if reply and height > 0:
            above = self.world.records.get(reply["parent"]["uri"])
            node["parent"] = (
                self.thread(above, viewer, 0, height - 1)
                if above
                else {
                    "$type": "app.bsky.feed.defs#notFoundPost",
                    "uri": reply["parent"]["uri"], "notFound": True,
                }
            )  # fmt: skip
        if depth > 0:
            node["replies"] = [
                self.thread(one, viewer, depth - 1, 0) for one in self.replies(stored.uri)
            ]
        return node

    def notifications(self, me: Person) -> list[View]:
        """Newest first."""
        found: list[tuple[Stored, str, str]] = []
        for one in self.world.records.values():
            if one.did == me.did:
                continue
            subject = one.value.get("subject")
            if one.collection in (LIKE, REPOST) and f"//{me.did}/" in subject["uri"]:
                reason = "like" if one.collection == LIKE else "repost"
                found.append((one, reason, subject["uri"]))
            elif one.collection == FOLLOW and subject == me.did:
                found.append((one, "follow", ""))
            elif one.collection == POST:
                found += self._told_by(one, me)
        found.sort(key=lambda each: each[0].number, reverse=True)
        views = []
        for one, reason, subject in found:
            view: View = {
                "uri": one.uri,
                "cid": one.cid,
                "author": self.profile(self.world.people[one.did], me.did),
                "reason": reason,
                "record": one.value,
                "isRead": one.indexed_at <= me.seen_at,
                "indexedAt": one.indexed_at,
                "labels": [],
            }
            if subject:
                view["reasonSubject"] = subject
            views.append(view)
        return views

    def _told_by(self, post: Stored, me: Person) -> list[tuple[Stored, str, str]]:
        parent = post.value.get("reply", {}).get("parent", {}).get("uri", "")
        if f"//{me.did}/" in parent:
            return [(post, "reply", parent)]
        quoted = post.value.get("embed", {}).get("record", {})
        quoted = quoted.get("record", quoted).get("uri", "")
        if f"//{me.did}/" in quoted:
            return [(post, "quote", quoted)]
        for facet in post.value.get("facets", []):
            if any(feature.get("did") == me.did for feature in facet["features"]):
                return [(post, "mention", "")]
        return []
