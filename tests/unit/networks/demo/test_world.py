"""The invented world: the same for the same seed, and rich enough to look real."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from desktop.domain.account import Visibility
from desktop.domain.timeline import microseconds
from desktop.networks.demo.demo_world import DemoWorld
from desktop.networks.demo.world import World
from tests.unit.networks.demo.conftest import NOW


def story(world: World) -> list[tuple[str, str, str, str]]:
    return [(one.id, one.author, one.source, one.repost_of) for one in world.posts.values()]


def test_the_same_seed_makes_the_same_world() -> None:
    one, other = DemoWorld(3, NOW, pace=0), DemoWorld(3, NOW, pace=0)
    assert story(one.facts) == story(other.facts)
    assert [one.tick() for _ in range(80)] == [other.tick() for _ in range(80)]
    assert story(one.facts) == story(other.facts)


def test_another_seed_makes_another_world() -> None:
    assert story(DemoWorld(3, NOW).facts) != story(DemoWorld(4, NOW).facts)


def test_another_time_makes_the_same_posts() -> None:
    later = DemoWorld(3, NOW + timedelta(days=40))
    texts = [(author, source) for _, author, source, _ in story(DemoWorld(3, NOW).facts)]
    assert [(author, source) for _, author, source, _ in story(later.facts)] == texts


def test_the_history_has_everything(world: DemoWorld) -> None:
    posts = list(world.facts.posts.values())
    assert len(posts) > 450
    assert len(world.facts.people) > 20
    assert {one.language for one in posts if not one.repost_of} == {"fr", "en", "de", "ja", "ar"}
    assert any(one.warning for one in posts)
    assert any(one.is_sensitive and one.attachments and not one.warning for one in posts)
    assert any(one.quote_of for one in posts)
    assert any(one.repost_of for one in posts)
    assert any(one.reply_to for one in posts)
    assert any(one.edits for one in posts)
    assert any(one.card and one.card.image_url for one in posts)
    assert any(len(one.attachments) > 1 for one in posts)
    assert any(one.visibility is Visibility.DIRECT for one in posts)
    pictures = [picture for one in posts for picture in one.attachments]
    assert any(picture.alt for picture in pictures)
    assert any(not picture.alt for picture in pictures)
    ballots = [one.ballot for one in posts if one.ballot]
    assert any(ballot.ends_at > NOW for ballot in ballots)
    assert any(ballot.ends_at <= NOW for ballot in ballots)
    assert any("1" in ballot.votes for ballot in ballots)
    kinds = {deed.kind.value for deed in world.facts.shelf("1").deeds}
    assert {"like", "repost", "follow", "mention", "poll_ended"} <= kinds
    assert any(len(deed.people) > 2 for deed in world.facts.shelf("1").deeds)


def test_nothing_is_in_the_future_and_no_slot_is_left_open(world: DemoWorld) -> None:
    for post in world.facts.posts.values():
        assert post.at <= NOW
        assert "{" not in post.source


def test_ids_are_in_the_order_of_time(world: DemoWorld) -> None:
    for _ in range(60):
        world.tick()
    posts = list(world.facts.posts.values())
    by_id = sorted(posts, key=lambda one: int(one.id))
    assert [one.id for one in posts] == [one.id for one in by_id]
    assert sorted(posts, key=lambda one: (microseconds(one.at), one.id)) == by_id


def test_what_is_near_is_not_repeated(world: DemoWorld) -> None:
    said = [one.source for one in world.facts.posts.values() if len(one.source) > 40]
    for start in range(len(said) - 60):
        counts = Counter(said[start : start + 60])
        assert max(counts.values()) <= 2


def test_live_things_never_come_from_who_is_signed_in(world: DemoWorld) -> None:
    before = set(world.facts.posts)
    kinds = {world.tick() for _ in range(150)}
    assert {"plain", "photo", "like", "edit", "delete", "boost", "reply"} <= kinds
    new = [one for name, one in world.facts.posts.items() if name not in before]
    assert len(new) > 60
    assert not [one for one in new if one.author in ("1", "2")]


def test_the_pace_says_how_long_to_wait() -> None:
    time = [100.0]
    world = DemoWorld(3, NOW, pace=2, timer=lambda: time[0])
    wait = world.seconds_to_next()
    assert wait is not None
    assert 1.0 <= wait <= 4.0
    world.tick_if_due()
    assert world.ticks == 0
    time[0] += wait
    world.tick_if_due()
    assert world.ticks == 1
    assert DemoWorld(3, NOW, pace=0).seconds_to_next() is None
