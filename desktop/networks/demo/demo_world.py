"""The world of the demo as it stands when it opens, and how its time goes on."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from desktop.domain.account import (
    ACCOUNT_COLOURS,
    Account,
    AccountId,
    Capabilities,
    CountRule,
    Limits,
    Visibility,
)
from desktop.networks.demo.cast import FOLLOWS, LETTERS, LISTS, POLLS, TAGS
from desktop.networks.demo.chance import chance
from desktop.networks.demo.chronicle import OURS, Chronicle, past, say_directly
from desktop.networks.demo.people import SERVER, Person
from desktop.networks.demo.timelines import SHOWN
from desktop.networks.demo.world import World, utc_now

STEPS = 640
"""Enough for over 450 posts."""
REACH = timedelta(days=6)
CAPABILITIES = Capabilities(
    timelines=SHOWN,
    visibilities=(
        Visibility.PUBLIC,
        Visibility.UNLISTED,
        Visibility.FOLLOWERS,
        Visibility.DIRECT,
    ),
    can_stream=True,
    can_search_posts=True,
    can_quote=True,
    can_bookmark=True,
    can_edit=True,
    can_poll=True,
    can_warn=True,
    can_upload=True,
    can_set_language=True,
    has_idempotency=True,
    limits=Limits(rule=CountRule.MASTODON, max_characters=500),
)


class DemoWorld:
    """A world with its history, and the clock work that brings news.

    `now` is where the history ends (default: the clock's time); given without a `clock`, time
    stands still there. `pace` says how fast live things
    come: 1 is one in 2 to 8 seconds, 10 ten times as fast, 0 a world that stands still until
    somebody acts (for pictures). The same `seed` and the same number of steps always make the
    same posts; only the times follow `now` and `clock`.
    """

    def __init__(
        self,
        seed: int = 7,
        now: datetime | None = None,
        *,
        clock: Callable[[], datetime] | None = None,
        timer: Callable[[], float] = time.monotonic,
        pace: float = 1.0,
        steps: int = STEPS,
    ) -> None:
        self.seed = seed
        self.pace = pace
        begins = now or (clock or utc_now)()
        if clock is None:
            clock = utc_now if now is None else lambda: begins
        self.facts = World(begins, lambda: begins)
        self._timer = timer
        self._ticks = 0
        self._due: float | None = None
        self.chronicle = Chronicle(self.facts, seed)
        self._settle()
        self._remember(begins, steps)
        self.facts.clock = clock
        self.chronicle.is_live = True

    # how it began

    def _settle(self) -> None:
        world, rng = self.facts, chance(f"{self.seed}:follows")
        for one in world.people:
            for other in world.people:
                if one != other and one not in OURS and rng.random() < 0.4:
                    world.follows.add((one, other))
        for owner, names in FOLLOWS.items():
            world.follows.update((owner, other) for other in names.split())
            for other in world.people:
                if rng.random() < 0.5 and other not in OURS:
                    world.follows.discard((other, owner))
            self.arrive(owner)

    def arrive(self, owner: str) -> None:
        """An account signs in: from now on it is told what concerns it. A new one follows a
        few people, so that its home is not empty."""
        if owner in self.facts.shelves:
            return
        shelf = self.facts.shelf(owner)
        if owner not in FOLLOWS:
            others = [other for other in self.facts.people if other != owner]
            friends = chance(f"{self.seed}:friends:{owner}").sample(others, 12)
            self.facts.follows.update((owner, other) for other in friends)
        shelf.tags = list(TAGS.get(owner, ()))
        shelf.lists = {
            key: (title, tuple(names.split()))
            for key, (title, names) in LISTS.get(owner, {}).items()
        }

    def _remember(self, now: datetime, steps: int) -> None:
        times = past(now, steps, REACH)
        letters = sorted(LETTERS, key=lambda letter: -letter[2])
        polls = sorted(POLLS, key=lambda poll: -poll.asked)
        latest: dict[str, str] = {}
        for at in times:
            while letters and now - timedelta(hours=letters[0][2]) <= at:
                who, text, _ = letters.pop(0)
                to = "" if text.startswith("@") else latest.get(who, "")
                sent = say_directly(self.facts, self.chronicle.author, who, text, at, to)
                for other in self.facts.posts[sent].mentions:
                    latest[other] = sent
            while polls and now - timedelta(hours=polls[0].asked) <= at:
                self.chronicle.ask(polls.pop(0), at)
            self.chronicle.step(at)
        rng = chance(f"{self.seed}:shelves")
        for owner in OURS:
            shelf = self.facts.shelf(owner)
            others = [
                post.id
                for post in self.facts.posts.values()
                if post.author != owner
                and not post.repost_of
                and post.visibility is Visibility.PUBLIC
            ]
            for post_id in rng.sample(others, min(12, len(others))):
                shelf.bookmarks[post_id] = self.facts.next_number()
            for post_id in rng.sample(others, min(24, len(others))):
                shelf.likes[post_id] = self.facts.next_number()
                self.facts.posts[post_id].liked_by[owner] = None
            asked = [post for post in self.facts.posts.values() if post.ballot is not None]
            for post in rng.sample(asked, len(asked) // 3):
                if post.ballot is not None and post.author != owner:
                    post.ballot.votes[owner] = (rng.randrange(len(post.ballot.options)),)
            own = [post.id for post in self.facts.posts.values() if post.author == owner]
            shelf.pins.update(dict.fromkeys(own[:1]))

    # how it goes on

    @property
    def ticks(self) -> int:
        """How many live things have happened."""
        return self._ticks

    def tick(self) -> str:
        """Let the next live thing happen now; returns its kind."""
        self._ticks += 1
        self._due = None
        return self.chronicle.step(self.facts.moment())

    def seconds_to_next(self) -> float | None:
        """Until the next live thing is due; None in a world that stands still."""
        if self.pace <= 0:
            return None
        if self._due is None:
            wait = chance(f"{self.seed}:wait:{self._ticks}").uniform(2.0, 8.0)
            self._due = self._timer() + wait / self.pace
        return max(0.0, self._due - self._timer())

    def tick_if_due(self) -> None:
        """Whoever of the listeners wakes first lets it happen; the others hear of it."""
        if self.seconds_to_next() == 0.0:
            self.tick()


def account_id(person: Person) -> AccountId:
    return AccountId(f"demo:{person.handle}")


def make_account(world: World, person: Person, colour: str = "") -> Account:
    """It is never saved: its world ends with the program."""
    profile = world.profiles[person.id]
    return Account(
        id=account_id(person),
        network="demo",
        server=SERVER,
        handle=person.handle,
        profile_id=person.id,
        name=person.name,
        avatar_url=profile.avatar_url,
        colour=colour or person.colour or ACCOUNT_COLOURS[0],
        software="voliere-demo",
        version="1",
        capabilities=CAPABILITIES,
        is_kept=False,
        default_language=person.languages[:2],
        follower_count=profile.follower_count,
    )
