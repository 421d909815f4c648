"""Who is there and what they have written: repositories of records."""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

Record = dict[str, Any]
POST = "app.bsky.feed.post"
LIKE = "app.bsky.feed.like"
REPOST = "app.bsky.feed.repost"
FOLLOW = "app.bsky.graph.follow"
BLOCK = "app.bsky.graph.block"
_TID = "234567abcdefghijklmnopqrstuvwxyz"


def digest(text: str, length: int) -> str:
    return base64.b32encode(hashlib.sha256(text.encode()).digest()).decode().lower()[:length]


def cid_of(record: object) -> str:
    """Not a true CID, but as long, and the same for the same content."""
    return "bafyrei" + digest(json.dumps(record, sort_keys=True), 52)


def now_text() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@dataclass
class Stored:
    uri: str
    cid: str
    value: Record
    indexed_at: str
    number: int

    @property
    def did(self) -> str:
        return self.uri.split("/")[2]

    @property
    def collection(self) -> str:
        return self.uri.split("/")[3]

    @property
    def sort_at(self) -> tuple[str, int]:
        return min(str(self.value.get("createdAt", "9")), self.indexed_at), self.number


@dataclass
class Person:
    did: str
    handle: str
    password: str
    preferences: list[Record] = field(default_factory=list)
    muted: set[str] = field(default_factory=set)
    muted_threads: set[str] = field(default_factory=set)
    bookmarks: list[str] = field(default_factory=list)
    seen_at: str = ""
    labels: list[Record] = field(default_factory=list)


class World:
    """Everything the server knows. Uris are at://did/collection/rkey."""

    def __init__(self) -> None:
        self.people: dict[str, Person] = {}
        self.records: dict[str, Stored] = {}
        self.blobs: dict[str, tuple[bytes, str]] = {}
        self.labels: dict[str, list[Record]] = {}
        self.access: dict[str, str] = {}
        self.refresh: dict[str, str] = {}
        self.sessions = 0
        self.commits = 0
        self.token_seconds = 7200
        self._numbers = itertools.count(1)

    def person(self, name: str) -> Person:
        """The one with this handle or DID; name without a dot: name.test, made if need be."""
        for one in self.people.values():
            if name in (one.did, one.handle):
                return one
        handle = name if "." in name else f"{name}.test"
        for one in self.people.values():
            if one.handle == handle:
                return one
        made = Person(f"did:plc:{digest(handle, 24)}", handle, f"{name}-pass-word-abcd")
        self.people[made.did] = made
        return made

    def known(self, name: str) -> Person | None:
        return next((p for p in self.people.values() if name in (p.did, p.handle)), None)

    def new_rkey(self) -> str:
        number = (round(datetime.now(UTC).timestamp() * 1_000_000) << 10) + next(self._numbers)
        letters = []
        for _ in range(13):
            letters.append(_TID[number & 31])
            number >>= 5
        return "".join(reversed(letters))

    def put(self, did: str, collection: str, rkey: str, value: Record) -> Stored:
        """The same content again changes nothing."""
        uri = f"at://{did}/{collection}/{rkey}"
        cid = cid_of(value)
        there = self.records.get(uri)
        if there is not None and there.cid == cid:
            return there
        self.commits += 1
        indexed = there.indexed_at if there else now_text()
        number = there.number if there else next(self._numbers)
        self.records[uri] = Stored(uri, cid, value, indexed, number)
        return self.records[uri]

    def create(self, name: str, collection: str, value: Record) -> Stored:
        value = {"$type": collection, "createdAt": now_text(), **value}
        return self.put(self.person(name).did, collection, self.new_rkey(), value)

    def follow(self, follower: str, followed: str) -> Stored:
        return self.create(follower, FOLLOW, {"subject": self.person(followed).did})

    def post(self, name: str, text: str, **more: Any) -> Stored:
        return self.create(name, POST, {"text": text, **more})

    def of(self, collection: str, did: str = "") -> list[Stored]:
        """Newest first."""
        found = [
            one
            for one in self.records.values()
            if one.collection == collection and (not did or one.did == did)
        ]
        return sorted(found, key=lambda one: one.sort_at, reverse=True)

    def about(self, collection: str, uri: str) -> list[Stored]:
        """Likes or reposts of a post."""
        return [one for one in self.of(collection) if one.value["subject"]["uri"] == uri]

    def graph(self, collection: str, did: str, subject: str) -> Stored | None:
        return next(
            (one for one in self.of(collection, did) if one.value["subject"] == subject), None
        )

    def revoke_all(self) -> None:
        self.access.clear()
        self.refresh.clear()
