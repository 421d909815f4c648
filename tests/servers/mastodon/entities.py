"""The API's JSON entities (docs.joinmastodon.org/entities)."""

from __future__ import annotations

import html
import re
from collections import Counter
from datetime import UTC, datetime
from typing import Any

from tests.servers.mastodon.world import Medium, Notification, Person, Poll, Post, World

Json = dict[str, Any]
_TOKEN = re.compile(r"(https?://\S+)|(?<![\w/])@([A-Za-z0-9_]+)|(?<!\w)#(\w+)")


def moment(value: datetime) -> str:
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{value.microsecond // 1000:03}Z"


class Entities:
    def __init__(self, world: World, url: str) -> None:
        self.world = world
        self.url = url

    def account(self, person: Person) -> Json:
        posts = [post for post in self.world.posts.values() if post.author == person.id]
        followers = sum(person.id in other.following for other in self.world.people.values())
        return {
            "id": person.id,
            "username": person.username,
            "acct": person.username,
            "display_name": person.name,
            "locked": person.is_locked,
            "bot": False,
            "discoverable": True,
            "group": False,
            "created_at": "2024-01-01T00:00:00.000Z",
            "note": f"<p>{html.escape(person.note)}</p>" if person.note else "",
            "url": f"{self.url}/@{person.username}",
            "uri": f"{self.url}/users/{person.username}",
            "avatar": f"{self.url}/avatars/{person.id}.png",
            "avatar_static": f"{self.url}/avatars/{person.id}.png",
            "header": f"{self.url}/avatars/{person.id}.png",
            "header_static": f"{self.url}/avatars/{person.id}.png",
            "followers_count": followers,
            "following_count": len(person.following),
            "statuses_count": len(posts),
            "last_status_at": None,
            "emojis": [],
            "fields": [],
        }

    def credential_account(self, person: Person) -> Json:
        return self.account(person) | {
            "source": {
                "privacy": "public",
                "sensitive": False,
                "language": None,
                "note": person.note,
                "fields": [],
                "follow_requests_count": 0,
            }
        }

    def content(self, text: str) -> str:
        def mark(match: re.Match[str]) -> str:
            link, name, tag = match.groups()
            if link:
                shown = re.sub(r"^https?://", "", link)
                return (
                    f'<a href="{link}" rel="nofollow noopener" target="_blank">'
                    f'<span class="invisible">https://</span><span class="">{shown}</span></a>'
                )
            if name:
                known = any(p.username == name.lower() for p in self.world.people.values())
                if not known:
                    return match.group()
                return (
                    f'<span class="h-card"><a href="{self.url}/@{name}" class="u-url mention">'
                    f"@<span>{name}</span></a></span>"
                )
            return (
                f'<a href="{self.url}/tags/{tag.lower()}" class="mention hashtag" rel="tag">'
                f"#<span>{tag}</span></a>"
            )

        paragraphs = html.escape(text, quote=False).split("\n\n")
        return "".join(
            "<p>" + _TOKEN.sub(mark, p).replace("\n", "<br />") + "</p>" for p in paragraphs
        )

    def status(self, post: Post, viewer: str | None) -> Json:
        person = self.world.people[viewer] if viewer else None
        replies = sum(other.in_reply_to == post.id for other in self.world.posts.values())
        author = self.world.people[post.author]
        parent = self.world.posts.get(post.in_reply_to or "")
        original = self.world.posts.get(post.reblog_of or "")
        quoted = self.world.posts.get(post.quote_of or "")
        return {
            "id": post.id,
            "created_at": moment(post.created_at),
            "in_reply_to_id": post.in_reply_to,
            "in_reply_to_account_id": parent.author if parent else None,
            "sensitive": post.is_sensitive,
            "spoiler_text": post.spoiler_text,
            "visibility": post.visibility,
            "language": post.language,
            "uri": f"{self.url}/users/{author.username}/statuses/{post.id}",
            "url": f"{self.url}/@{author.username}/{post.id}",
            "replies_count": replies,
            "reblogs_count": len(post.reblogged_by),
            "favourites_count": len(post.favourited_by),
            "quotes_count": 0,
            "edited_at": moment(post.edited_at) if post.edited_at else None,
            "favourited": viewer in post.favourited_by,
            "reblogged": viewer in post.reblogged_by,
            "muted": False,
            "bookmarked": bool(person and post.id in person.bookmarks),
            "pinned": False,
            "content": "" if original else self.content(post.text),
            "filtered": [],
            "reblog": self.status(original, viewer) if original else None,
            "application": {"name": "Test", "website": None},
            "account": self.account(author),
            "media_attachments": [
                self.attachment(self.world.media[number]) for number in post.media
            ],
            "mentions": [self.mention(self.world.people[n]) for n in self.world.mentioned(post)],
            "tags": [
                {"name": tag, "url": f"{self.url}/tags/{tag}"} for tag in self.world.tags(post)
            ],
            "emojis": [],
            "card": post.card,
            "poll": self.poll(post.poll, viewer) if post.poll else None,
            "quote": (
                {"state": "accepted", "quoted_status": self.status(quoted, viewer)}
                if quoted
                else None
            ),
        }

    def mention(self, person: Person) -> Json:
        return {
            "id": person.id,
            "username": person.username,
            "url": f"{self.url}/@{person.username}",
            "acct": person.username,
        }

    def attachment(self, medium: Medium) -> Json:
        ready = medium.looks_left <= 0
        address = f"{self.url}/media/{medium.id}" if ready else None
        return {
            "id": medium.id,
            "type": "image",
            "url": address,
            "preview_url": address,
            "remote_url": None,
            "text_url": None,
            "meta": {"original": {"width": 8, "height": 8, "size": "8x8", "aspect": 1.0}},
            "description": medium.description or None,
            "blurhash": "UBL_:rOpGG-oBUNG,qRj2so|=eE1w^n4S5NH",
        }

    def poll(self, poll: Poll, viewer: str | None) -> Json:
        tally = Counter(choice for choices in poll.votes.values() for choice in choices)
        return {
            "id": poll.id,
            "expires_at": moment(poll.expires_at),
            "expired": poll.expires_at <= self.world.now(),
            "multiple": poll.is_multiple,
            "votes_count": tally.total(),
            "voters_count": len(poll.votes),
            "voted": viewer in poll.votes,
            "own_votes": poll.votes.get(viewer or "", []),
            "options": [
                {"title": title, "votes_count": tally[number]}
                for number, title in enumerate(poll.options)
            ],
            "emojis": [],
        }

    def notification(self, entry: Notification, viewer: str) -> Json:
        post = self.world.posts.get(entry.post or "")
        answer: Json = {
            "id": entry.id,
            "type": entry.type,
            "created_at": moment(entry.created_at),
            "group_key": self.group_key(entry),
            "account": self.account(self.world.people[entry.person]),
        }
        if post:
            answer["status"] = self.status(post, viewer)
        return answer

    def group_key(self, entry: Notification) -> str:
        if entry.type in {"favourite", "reblog"}:
            return f"{entry.type}-{entry.post}-1"
        return f"ungrouped-{entry.id}"

    def relationship(self, person: Person, viewer: str) -> Json:
        me = self.world.people[viewer]
        return {
            "id": person.id,
            "following": person.id in me.following,
            "showing_reblogs": True,
            "notifying": False,
            "languages": None,
            "followed_by": viewer in person.following,
            "blocking": person.id in me.blocking,
            "blocked_by": viewer in person.blocking,
            "muting": person.id in me.muting,
            "muting_notifications": False,
            "requested": False,
            "requested_by": False,
            "domain_blocking": False,
            "endorsed": False,
            "note": "",
        }

    def instance(self) -> Json:
        host = self.url.partition("//")[2]
        return {
            "domain": host,
            "title": "A server for tests",
            "version": "4.5.0",
            "source_url": "https://example.org",
            "description": "",
            "usage": {"users": {"active_month": len(self.world.people)}},
            "thumbnail": {"url": f"{self.url}/avatars/0.png"},
            "languages": ["en"],
            "configuration": {
                "urls": {"streaming": self.url.replace("http", "ws", 1)},
                "statuses": {
                    "max_characters": self.world.max_characters,
                    "max_media_attachments": 4,
                    "characters_reserved_per_url": 23,
                },
                "media_attachments": {
                    "supported_mime_types": ["image/jpeg", "image/png", "image/gif", "image/webp"],
                    "description_limit": 1500,
                    "image_size_limit": 16777216,
                    "image_matrix_limit": 33177600,
                    "video_size_limit": 103809024,
                    "video_frame_rate_limit": 120,
                    "video_matrix_limit": 8294400,
                },
                "polls": {
                    "max_options": 4,
                    "max_characters_per_option": 50,
                    "min_expiration": 300,
                    "max_expiration": 2629746,
                },
                "accounts": {"max_featured_tags": 10, "max_pinned_statuses": 5},
                "translation": {"enabled": False},
            },
            "registrations": {"enabled": False, "approval_required": False, "message": None},
            "api_versions": {"mastodon": 7},
            "contact": {"email": "admin@example.org", "account": None},
            "rules": [],
        }
