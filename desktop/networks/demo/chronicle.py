"""What happens in the world, step by step: the history, and then each live moment."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from desktop.domain.account import Visibility
from desktop.domain.notification import NotificationKind
from desktop.domain.post import PostEdit
from desktop.networks.demo.author import Author
from desktop.networks.demo.bags import Bags
from desktop.networks.demo.cast import AskedPoll
from desktop.networks.demo.chance import chance
from desktop.networks.demo.people import Person
from desktop.networks.demo.records import Ballot, Writing
from desktop.networks.demo.world import World

OURS = frozenset({"1", "2"})
"""Profiles that people sign in to first; they write in the history, but never by themselves."""

_KINDS = (
    ("plain",) * 14
    + ("photo",) * 7
    + ("reply",) * 5
    + ("boost",) * 4
    + ("like",) * 5
    + ("warned", "warned", "poll", "poll", "quote", "quote", "tiny", "tiny", "long", "covered")
    + ("mastodon",) * 3
    + ("veille",) * 2
    + ("thread", "ours_boosted", "follow", "edit", "answer", "answer")
)
_ABOUT = {"mastodon": ("web", "Mastodon"), "veille": ("veille", "#veille")}
"""What the demo's search and hashtag columns look for: theme and word."""
_LIVE_ONLY = ("plain", "photo", "like", "delete", "vote")
_RECENT = 60
_FEW = 14


class Chronicle:
    """Makes one thing happen at each `step`; the same seed makes the same things happen."""

    def __init__(self, world: World, seed: int) -> None:
        self._world = world
        self._seed = seed
        self._bags = Bags(seed + 1)
        self.author = Author(world, seed)
        self._steps = 0
        self.is_live = False

    def step(self, at: datetime) -> str:
        """Let something happen at `at`; returns what kind of thing."""
        self._steps += 1
        rng = chance(f"{self._seed}:{self._steps}")
        kinds = _KINDS + (_LIVE_ONLY if self.is_live else ())
        kind = self._bags.draw(("kinds", self.is_live), kinds)
        if not self._happen(kind, at, rng):
            kind = "plain"
            self._happen(kind, at, rng)
        self._end_polls(at)
        return kind

    def _happen(self, kind: str, at: datetime, rng: Random) -> bool:
        """False where nothing fits."""
        if kind in ("like", "ours_boosted", "follow", "answer"):
            return self._to_us(kind, at, rng)
        if kind in ("edit", "delete", "vote"):
            return self._mend(kind, at, rng)
        if kind in ("boost", "reply", "quote"):
            return self._respond(kind, at, rng)
        person = self._person(kind)
        if kind in _ABOUT:
            writing = self.author.about(person, *_ABOUT[kind], at, rng)
            if writing is not None:
                self._publish(writing, rng)
            return writing is not None
        if kind == "thread":
            parts = self.author.thread(person, at, rng)
            for writing in parts:
                self._publish(writing, rng)
            return bool(parts)
        if kind == "covered":
            self._publish(self.author.photo(person, at, rng, covered=True), rng)
            return True
        make = {
            "plain": self.author.plain,
            "photo": self.author.photo,
            "warned": self.author.warned,
            "poll": self.author.poll,
            "tiny": self.author.tiny,
            "long": self.author.long,
        }[kind]
        self._publish(make(person, at, rng), rng)
        return True

    def _person(self, kind: str) -> Person:
        people = tuple(self._world.people.values())
        return self._bags.draw(
            ("people", kind if kind == "photo" or kind in _ABOUT else ""),
            people,
            lambda one: self._may_write(one, kind),
        )

    def _may_write(self, person: Person, kind: str) -> bool:
        if self.is_live and person.id in self._world.shelves:
            return False
        if kind in _ABOUT and _ABOUT[kind][0] not in person.themes.split():
            return False
        return not (
            person.is_bot and kind in ("reply", "tiny", "warned", "thread", "long", "covered")
        )

    def _publish(self, writing: Writing, rng: Random) -> None:
        reach = self._world.profiles[writing.author].follower_count
        age = (self._world.moment() - writing.at).total_seconds()
        warmth = min(1.0, max(0.0, age / 5400)) * min(1.0, reach / 1500)
        writing.strange_likes = round(warmth * rng.triangular(0, 130, 14))
        writing.strange_reposts = round(writing.strange_likes * rng.uniform(0.05, 0.5))
        if not writing.reply_to and rng.random() < 0.06:
            writing.visibility = rng.choice((Visibility.UNLISTED, Visibility.FOLLOWERS))
        self._world.write(writing)

    def _recent(self, count: int, *, ours: bool = False) -> list[Writing]:
        """The latest posts that anyone may answer."""
        found: list[Writing] = []
        for writing in reversed(self._world.posts.values()):
            is_open = not writing.repost_of and writing.visibility in (
                Visibility.PUBLIC,
                Visibility.UNLISTED,
            )
            if is_open and (not ours or writing.author in self._world.shelves):
                found.append(writing)
                if len(found) == count:
                    break
        return found

    def _respond(self, kind: str, at: datetime, rng: Random) -> bool:
        recent = [one for one in self._recent(_RECENT) if len(one.text.text) > _FEW]
        if kind != "reply":
            recent = [one for one in recent if not one.reply_to and not one.quote_of]
        if not recent:
            return False
        target = rng.choice(recent)
        person = self._bags.draw(
            kind,
            tuple(self._world.people.values()),
            lambda one: (
                self._may_write(one, kind)
                and one.id != target.author
                and one.id not in target.reposts
                and target.language in one.languages
            ),
        )
        if person.id == target.author or person.id in target.reposts:
            return False
        if kind == "boost":
            self._world.repost(person.id, target.id, at)
        elif kind == "quote":
            self._publish(self.author.quote(person, target, at, rng), rng)
        else:
            self._publish(self.author.reply(person, target, at, rng), rng)
        return True

    def _to_us(self, kind: str, at: datetime, rng: Random) -> bool:
        """Somebody likes, reposts, answers or follows one of the signed-in accounts."""
        owners = tuple(self._world.shelves)
        people = tuple(one for one in self._world.people.values() if one.id not in owners)
        who = self._bags.draw(("to us", kind), people)
        if kind == "follow":
            owner = rng.choice(owners) if owners else ""
            if not owner or (who.id, owner) in self._world.follows:
                return False
            self._world.follow(who.id, owner, at)
            return True
        posts = self._recent(4, ours=True)
        if not posts:
            return False
        post = rng.choice(posts)
        if kind == "like":
            for other in (who, *rng.sample(people, rng.randint(0, 2))):
                self._world.like(other.id, post.id, at)
        elif kind == "ours_boosted":
            self._world.repost(who.id, post.id, at)
        else:
            fits = self._bags.draw(
                "answers", people, lambda one: post.language in one.languages and not one.is_bot
            )
            self._publish(self.author.reply(fits, post, at, rng), rng)
        return True

    def _mend(self, kind: str, at: datetime, rng: Random) -> bool:
        """An edit, a deletion or some votes among what others wrote lately."""
        posts = [one for one in self._recent(_RECENT) if one.author not in self._world.shelves]
        if kind == "vote":
            polls = [one for one in posts if one.ballot and one.ballot.ends_at > at]
            for post in polls[:3]:
                if post.ballot is not None:
                    post.ballot.strangers[rng.randrange(len(post.ballot.options))] += rng.randint(
                        1, 4
                    )
                    self._world.touch(post.id)
            return bool(polls)
        posts = [
            one for one in posts if not (one.replies or one.quotes or one.edited_at or one.ballot)
        ]
        if not posts:
            return False
        post = rng.choice(posts[:_FEW])
        if kind == "delete":
            self._world.remove(post.id)
        else:
            self.edit(post, f"{post.source}\n\n{_AFTERTHOUGHTS[post.language]}", post.warning, at)
        return True

    def ask(self, poll: AskedPoll, at: datetime) -> None:
        """A poll of one of our own accounts."""
        writing = self.author.begin(self._world.people[poll.who], at, poll.language)
        self.author.say(writing, poll.question)
        writing.strange_likes, writing.strange_reposts = 9, 5
        writing.ballot = Ballot(
            id=f"p{writing.id}",
            options=poll.options,
            strangers=list(poll.votes),
            ends_at=at + timedelta(hours=poll.lasts),
        )
        self._world.write(writing)

    def edit(self, post: Writing, source: str, warning: str, at: datetime) -> None:
        """Change a post and keep what it was."""
        post.edits.append(PostEdit(post.edited_at or post.at, post.text, post.warning))
        self.author.say(post, source)
        post.warning, post.edited_at = warning, at
        self._world.touch(post.id)

    def _end_polls(self, at: datetime) -> None:
        for post in tuple(self._world.posts.values()):
            ballot = post.ballot
            if ballot is None or ballot.is_announced or ballot.ends_at > at:
                continue
            ballot.is_announced = True
            self._world.touch(post.id)
            for owner in tuple(self._world.shelves):
                if owner == post.author or owner in ballot.votes:
                    kind = NotificationKind.POLL_ENDED
                    self._world.tell(owner, kind, post.author, post.id, max(at, ballot.ends_at))


_AFTERTHOUGHTS = {
    "fr": "Ajout : merci pour les corrections, c’est modifié.",
    "en": "Edit: fixed the date, thank you all.",
    "de": "Nachtrag: Uhrzeit verbessert, danke.",
    "ja": "追記：日付を直しました。",
    "ar": "تعديل: صُحّح التاريخ، شكرًا لكم.",
}


def past(now: datetime, steps: int, reach: timedelta) -> list[datetime]:
    """Times of the history, oldest first: dense lately, sparse long ago."""
    ages = [reach * ((number + 1.5) / steps) ** 1.66 for number in range(steps)]
    return [
        (now - age).replace(microsecond=(now - age).microsecond // 1000 * 1000)
        for age in reversed(ages)
    ]


def say_directly(world: World, author: Author, who: str, text: str, at: datetime, to: str) -> str:
    """A direct post; `to` is the one that it answers. Returns its id."""
    writing = author.say(author.begin(world.people[who], at, "fr"), text)
    writing.visibility, writing.reply_to = Visibility.DIRECT, to
    if not writing.mentions and to:
        parent = world.posts[to]
        writing.mentions = tuple({*parent.mentions, parent.author} - {who})
    return world.write(writing).id
