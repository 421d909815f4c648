"""The posts that somebody shows: one object each, shared by all columns. Loop's thread only."""

from __future__ import annotations

from collections import deque
from weakref import WeakValueDictionary

from msgspec.structs import replace

from desktop.domain.account import AccountId
from desktop.domain.post import Post, PostKey, Quote
from desktop.domain.timeline import Entry

RECENT = 512
"""So many of the latest posts stay in memory, so that a reader who is behind finds them."""


class LivePosts:
    """Posts by key, as long as somebody holds them."""

    def __init__(self) -> None:
        self._posts: WeakValueDictionary[PostKey, Post] = WeakValueDictionary()
        self._recent: deque[Post] = deque(maxlen=RECENT)
        self._holders: dict[PostKey, set[PostKey]] = {}

    def get(self, key: PostKey) -> Post | None:
        return self._posts.get(key)

    def keys(self) -> set[PostKey]:
        return set(self._posts)

    def drop(self, key: PostKey) -> None:
        self._posts.pop(key, None)
        self._holders.pop(key, None)

    def forget(self, account: AccountId) -> None:
        for key in [key for key in self._posts if key.account == account]:
            self.drop(key)
        self.forget_recent()

    def forget_recent(self) -> None:
        """Keep alive only what somebody shows."""
        self._recent.clear()

    def spread(self, updated: dict[PostKey, Post]) -> None:
        """Renew the live posts that hold an updated one."""
        pending = list(updated)
        while pending:
            inner = pending.pop()
            for holder in tuple(self._holders.get(inner, ())):
                old = self._posts.get(holder)
                if old is None:
                    self._holders[inner].discard(holder)
                    continue
                new = self._holding(old, updated[inner])
                if new is not old and holder not in updated:
                    self._keep(new)
                    updated[holder] = new
                    pending.append(holder)
            if not self._holders.get(inner, True):
                del self._holders[inner]

    @staticmethod
    def _holding(holder: Post, inner: Post) -> Post:
        """`holder` with the newer `inner` in it."""
        if holder.repost_of is not None and holder.repost_of.key == inner.key:
            return holder if holder.repost_of is inner else replace(holder, repost_of=inner)
        quote = holder.quote
        if quote is not None and quote.post is not None and quote.post.key == inner.key:
            if quote.post is inner:
                return holder
            return replace(holder, quote=Quote(quote.state, inner, quote.id))
        return holder

    def _keep(self, post: Post) -> None:
        self._posts[post.key] = post
        self._recent.append(post)

    def adopt(self, post: Post, *, is_new: bool) -> Post:
        """The shared object for `post`. `is_new`: it is what was just stored; else it was read,
        and what is in memory may be newer."""
        live = self._posts.get(post.key)
        if live is not None and (not is_new or live == post):
            return live
        if post.repost_of is not None:
            inner = self.adopt(post.repost_of, is_new=is_new)
            self._holders.setdefault(inner.key, set()).add(post.key)
            if inner is not post.repost_of:
                post = replace(post, repost_of=inner)
        if post.quote is not None and post.quote.post is not None:
            quoted = self.adopt(post.quote.post, is_new=is_new)
            self._holders.setdefault(quoted.key, set()).add(post.key)
            if quoted is not post.quote.post:
                post = replace(post, quote=Quote(post.quote.state, quoted, post.quote.id))
        self._posts[post.key] = post
        if is_new:
            self._recent.append(post)
        return post

    def adopt_entry(self, entry: Entry, *, is_new: bool) -> Entry:
        if entry.post is not None:
            post = self.adopt(entry.post, is_new=is_new)
            return entry if post is entry.post else replace(entry, post=post)
        notification = entry.notification
        if notification is not None and notification.post is not None:
            post = self.adopt(notification.post, is_new=is_new)
            if post is not notification.post:
                return replace(entry, notification=replace(notification, post=post))
        return entry
