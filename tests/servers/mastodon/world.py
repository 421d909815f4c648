"""What the server knows: people, posts, media, notifications, apps and tokens."""

from __future__ import annotations

import itertools
import re
import secrets
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

_MENTION = re.compile(r"(?<![\w/])@([a-z0-9_]+)(?:@[a-z0-9.:-]+)?", re.IGNORECASE)
_TAG = re.compile(r"(?<!\w)#(\w+)")


@dataclass
class Person:
    id: str
    username: str
    name: str
    note: str = ""
    is_locked: bool = False
    following: set[str] = field(default_factory=set)
    muting: set[str] = field(default_factory=set)
    blocking: set[str] = field(default_factory=set)
    home: list[str] = field(default_factory=list)
    notifications: list[Notification] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    favourites: list[str] = field(default_factory=list)
    lists: dict[str, tuple[str, set[str]]] = field(default_factory=dict)
    followed_tags: set[str] = field(default_factory=set)


@dataclass
class Post:
    id: str
    author: str
    text: str
    created_at: datetime
    visibility: str = "public"
    spoiler_text: str = ""
    is_sensitive: bool = False
    language: str | None = None
    in_reply_to: str | None = None
    reblog_of: str | None = None
    quote_of: str | None = None
    media: list[str] = field(default_factory=list)
    poll: Poll | None = None
    edited_at: datetime | None = None
    history: list[tuple[datetime, str, str]] = field(default_factory=list)
    favourited_by: set[str] = field(default_factory=set)
    reblogged_by: dict[str, str] = field(default_factory=dict)
    card: dict[str, object] | None = None


@dataclass
class Poll:
    id: str
    options: list[str]
    expires_at: datetime
    is_multiple: bool
    votes: dict[str, list[int]] = field(default_factory=dict)


@dataclass
class Medium:
    id: str
    owner: str
    body: bytes
    mime: str
    description: str
    looks_left: int = 0
    """How often it still answers 206 before it is ready."""


@dataclass
class Notification:
    id: str
    type: str
    created_at: datetime
    person: str
    post: str | None = None


@dataclass
class App:
    client_id: str
    client_secret: str
    name: str
    redirect_uris: list[str]
    scopes: str


@dataclass
class Grant:
    client_id: str
    person: str
    redirect_uri: str
    challenge: str
    scope: str


class World:
    """All state. `tell` hears of every change that goes to streams: (stream, event, payload of
    a post, a notification or an id, person whom it concerns or None)."""

    def __init__(self, now: Callable[[], datetime] | None = None) -> None:
        self.now = now or (lambda: datetime.now(UTC))
        self.people: dict[str, Person] = {}
        self.posts: dict[str, Post] = {}
        self.media: dict[str, Medium] = {}
        self.apps: dict[str, App] = {}
        self.grants: dict[str, Grant] = {}
        self.tokens: dict[str, str] = {}
        """Access token to person."""
        self.idempotency: dict[tuple[str, str], str] = {}
        self.markers: dict[str, dict[str, str]] = defaultdict(dict)
        self.max_characters = 500
        self.media_looks = 0
        self.sign_in_as = ""
        """Whom the authorization page signs in: a user name."""
        self.refuse_sign_in = False
        self.tell: Callable[[str, str, object, str | None], None] = lambda *_: None
        self._ids = itertools.count(110_000_000_000_000_001)

    def new_id(self) -> str:
        return str(next(self._ids))

    def person(self, username: str, name: str = "") -> Person:
        """Find or make one."""
        for known in self.people.values():
            if known.username == username:
                return known
        made = Person(self.new_id(), username, name or username.capitalize())
        self.people[made.id] = made
        self.sign_in_as = self.sign_in_as or username
        return made

    def token_for(self, username: str) -> str:
        token = secrets.token_urlsafe(32)
        self.tokens[token] = self.person(username).id
        return token

    def follow(self, who: str, whom: str) -> None:
        follower, followed = self.person(who), self.person(whom)
        if followed.id not in follower.following:
            follower.following.add(followed.id)
            self.notify(followed.id, "follow", follower.id)

    def post(
        self, username: str, text: str, *, ago: timedelta = timedelta(), **more: object
    ) -> Post:
        """Publish as `username`; home timelines, notifications and streams follow."""
        author = self.person(username)
        post = Post(
            self.new_id(),
            author.id,
            text,
            self.now() - ago,
            **more,  # type: ignore[arg-type]
        )
        self.add(post)
        return post

    def add(self, post: Post) -> None:
        self.posts[post.id] = post
        readers = self.readers(post)
        for reader in readers:
            self.people[reader].home.append(post.id)
            self.tell("user", "update", post, reader)
        if post.reblog_of is None:
            self._announce(post)

    def readers(self, post: Post) -> list[str]:
        """Whose home timeline shows it."""
        mentioned = set(self.mentioned(post))
        if post.visibility == "direct":
            return []
        return [
            person.id
            for person in self.people.values()
            if (person.id == post.author or post.author in person.following)
            and (post.visibility != "direct" or person.id in mentioned)
        ]

    def _announce(self, post: Post) -> None:
        if post.visibility == "public":
            self.tell("public", "update", post, None)
            self.tell("public:local", "update", post, None)
            for tag in self.tags(post):
                self.tell(f"hashtag:{tag}", "update", post, None)
        for person in self.people.values():
            for number, (_title, members) in person.lists.items():
                if post.author in members:
                    self.tell(f"list:{number}", "update", post, person.id)
        for mentioned in self.mentioned(post):
            self.notify(mentioned, "mention", post.author, post.id)
        if post.visibility == "direct":
            for reader in {post.author, *self.mentioned(post)}:
                self.tell("direct", "conversation", post, reader)

    def mentioned(self, post: Post) -> list[str]:
        names = {name.lower() for name in _MENTION.findall(post.text)}
        return [
            person.id
            for person in self.people.values()
            if person.username in names and person.id != post.author
        ]

    def tags(self, post: Post) -> list[str]:
        return sorted({tag.lower() for tag in _TAG.findall(post.text)})

    def notify(self, whom: str, kind: str, by: str, post: str | None = None) -> None:
        if whom == by:
            return
        notification = Notification(self.new_id(), kind, self.now(), by, post)
        self.people[whom].notifications.append(notification)
        self.tell("user:notification", "notification", notification, whom)

    def may_see(self, post: Post, viewer: str | None) -> bool:
        if post.visibility in {"public", "unlisted"} or post.author == viewer:
            return True
        if viewer is None:
            return False
        if viewer in self.mentioned(post):
            return True
        return post.visibility == "private" and post.author in self.people[viewer].following

    def repost(self, who: str, post: Post, visibility: str = "public") -> Post:
        if who in post.reblogged_by:
            return self.posts[post.reblogged_by[who]]
        wrapper = Post(self.new_id(), who, "", self.now(), visibility=visibility, reblog_of=post.id)
        post.reblogged_by[who] = wrapper.id
        self.add(wrapper)
        self.notify(post.author, "reblog", who, post.id)
        return wrapper

    def unrepost(self, who: str, post: Post) -> None:
        wrapper = post.reblogged_by.pop(who, None)
        if wrapper:
            self.remove(self.posts[wrapper])

    def favourite(self, who: str, post: Post) -> None:
        if who not in post.favourited_by:
            post.favourited_by.add(who)
            self.people[who].favourites.append(post.id)
            self.notify(post.author, "favourite", who, post.id)

    def unfavourite(self, who: str, post: Post) -> None:
        if who in post.favourited_by:
            post.favourited_by.discard(who)
            self.people[who].favourites.remove(post.id)

    def edit(self, post: Post, text: str, spoiler_text: str = "") -> None:
        post.history.append((post.edited_at or post.created_at, post.text, post.spoiler_text))
        post.text, post.spoiler_text, post.edited_at = text, spoiler_text, self.now()
        for reader in self.readers(post):
            self.tell("user", "status.update", post, reader)
        if post.visibility == "public":
            self.tell("public", "status.update", post, None)
            self.tell("public:local", "status.update", post, None)

    def remove(self, post: Post) -> None:
        for wrapper in list(post.reblogged_by.values()):
            if wrapper in self.posts:
                self.remove(self.posts[wrapper])
        readers = self.readers(post)
        self.posts.pop(post.id, None)
        for person in self.people.values():
            for shelf in (person.home, person.bookmarks, person.favourites):
                while post.id in shelf:
                    shelf.remove(post.id)
            person.notifications = [n for n in person.notifications if n.post != post.id]
        for reader in readers:
            self.tell("user", "delete", post.id, reader)
        if post.visibility == "public":
            self.tell("public", "delete", post.id, None)
            self.tell("public:local", "delete", post.id, None)
