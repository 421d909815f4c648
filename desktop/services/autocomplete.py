"""What may be meant by the first letters of a profile, a tag or an emoji."""

from __future__ import annotations

import time
import unicodedata
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, TypeVar, cast

from desktop.domain.account import AccountId
from desktop.domain.errors import NetworkError, SecretsUnavailable
from desktop.domain.post import Post
from desktop.domain.profile import Profile
from desktop.domain.richtext import CustomEmoji
from desktop.networks.base import Adapter
from desktop.services.reaching import ReachesServers, ask

T = TypeVar("T")

LIMIT = 8
REMEMBERED = 2000
"""People and tags that were seen lately, for each account."""
ANSWER_SECONDS = 300.0
"""How long a server's answer to some letters holds."""
SLOW_SECONDS = 3600.0
"""The same for emoji and followed tags."""
FAILURE_SECONDS = 30.0
ANSWERS = 200


class _Seen:
    """What an account met: people and tags, the latest last; what it used goes before."""

    def __init__(self) -> None:
        self.people: OrderedDict[str, Profile] = OrderedDict()
        self.tags: OrderedDict[str, str] = OrderedDict()
        self.used: dict[str, int] = {}


class Autocomplete:
    """Answers from memory what it can, and asks the server for the rest. What goes wrong there
    only makes the answer shorter."""

    def __init__(self, sessions: ReachesServers) -> None:
        self._sessions = sessions
        self._seen: dict[AccountId, _Seen] = {}
        self._answers: OrderedDict[tuple[AccountId, str], tuple[float, tuple[Any, ...]]] = (
            OrderedDict()
        )
        self._clock = 0

    def notice_posts(self, account: AccountId, posts: Iterable[Post]) -> None:
        """Remember who and what is in posts that arrived: they are likely to be meant."""
        seen = self._of(account)
        for post in posts:
            shown = post.shown
            for person in (post.author, shown.author):
                seen.people[person.handle.casefold()] = person
                seen.people.move_to_end(person.handle.casefold())
            for tag in shown.tags:
                seen.tags[_fold(tag)] = tag
                seen.tags.move_to_end(_fold(tag))
        for memory in (seen.people, seen.tags):
            while len(memory) > REMEMBERED:
                memory.popitem(last=False)

    def use(self, account: AccountId, what: str) -> None:
        """One was chosen: a handle, a tag, a shortcode. It goes first the next time."""
        self._clock += 1
        self._of(account).used[_fold(what)] = self._clock

    async def profiles(
        self, account: AccountId, prefix: str, limit: int = LIMIT
    ) -> tuple[Profile, ...]:
        """By the beginning of the handle or of a word of the name; those that were used and
        those that were seen first, then what the server finds (it puts followed ones first)."""
        prefix = prefix.removeprefix("@")
        seen = self._of(account)
        known = [each for each in reversed(seen.people.values()) if _is_meant(each, prefix)]
        known.sort(key=lambda each: -seen.used.get(_fold(each.handle), 0))
        found: tuple[Profile, ...] = ()
        if prefix:
            found = await self._ask(
                account,
                f"profiles {_fold(prefix)}",
                lambda adapter: adapter.search_profiles(prefix, limit),
            )
        ordered = (*known[: limit // 2], *found, *known)
        return _first_of(ordered, limit, lambda each: each.handle.casefold())

    async def tags(self, account: AccountId, prefix: str, limit: int = LIMIT) -> tuple[str, ...]:
        """Without #: used ones, followed ones, seen ones, then what the server finds."""
        prefix = _fold(prefix.removeprefix("#"))
        seen = self._of(account)
        followed = await self._ask(
            account, "followed tags", lambda adapter: adapter.followed_tags(), SLOW_SECONDS
        )
        local = [*followed, *reversed(seen.tags.values())]
        known = [tag for tag in local if _fold(tag).startswith(prefix)]
        known.sort(key=lambda tag: -seen.used.get(_fold(tag), 0))
        found: tuple[str, ...] = ()
        if prefix and len(known) < limit:
            found = await self._ask(
                account, f"tags {prefix}", lambda adapter: adapter.search_tags(prefix, limit)
            )
        return _first_of((*known, *found), limit, _fold)

    async def emojis(
        self, account: AccountId, prefix: str, limit: int = LIMIT
    ) -> tuple[CustomEmoji, ...]:
        """The server's own, by shortcode without colons: used ones first, then those that begin
        with the letters, then those that have them inside."""
        wanted = _fold(prefix.strip(":"))
        used = self._of(account).used

        def rank(emoji: CustomEmoji) -> tuple[bool, int, str]:
            name = _fold(emoji.shortcode)
            return not name.startswith(wanted), -used.get(name, 0), name

        all_of_them = await self._ask(
            account, "emojis", lambda adapter: adapter.emojis(), SLOW_SECONDS
        )
        meant = [each for each in all_of_them if wanted in _fold(each.shortcode)]
        return tuple(sorted(meant, key=rank)[:limit])

    def forget_account(self, account: AccountId) -> None:
        self._seen.pop(account, None)
        for key in [key for key in self._answers if key[0] == account]:
            del self._answers[key]

    def _of(self, account: AccountId) -> _Seen:
        return self._seen.setdefault(account, _Seen())

    async def _ask(
        self,
        account: AccountId,
        what: str,
        question: Callable[[Adapter], Awaitable[tuple[T, ...]]],
        seconds: float = ANSWER_SECONDS,
    ) -> tuple[T, ...]:
        """The server's answer, remembered for `seconds`; none where it gave none, and then it
        is not asked with each letter."""
        until, kept = self._answers.get((account, what), (0.0, ()))
        if time.monotonic() < until:
            return cast("tuple[T, ...]", kept)
        try:
            answer = await ask(self._sessions, account, question)
        except (NetworkError, SecretsUnavailable):
            # What was known before is better than nothing.
            answer, seconds = cast("tuple[T, ...]", kept), FAILURE_SECONDS
        self._answers[account, what] = (time.monotonic() + seconds, answer)
        self._answers.move_to_end((account, what))
        while len(self._answers) > ANSWERS:
            self._answers.popitem(last=False)
        return answer


def _fold(text: str) -> str:
    """Without case and accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _is_meant(profile: Profile, prefix: str) -> bool:
    wanted = _fold(prefix)
    words = (profile.handle, profile.name, *profile.name.split())
    return any(_fold(word).startswith(wanted) for word in words)


def _first_of(items: Iterable[T], limit: int, name: Callable[[T], str]) -> tuple[T, ...]:
    """The first `limit` of different names."""
    found: dict[str, T] = {}
    for item in items:
        found.setdefault(name(item), item)
        if len(found) >= limit:
            break
    return tuple(found.values())
