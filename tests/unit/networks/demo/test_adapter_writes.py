"""Writing: posts, media, votes, deeds."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.domain.account import Visibility
from desktop.domain.draft import DraftMedia, PollDraft
from desktop.domain.errors import AccessDenied, NotFound, Rejected
from desktop.domain.post import Post, PostAction, QuoteState
from desktop.domain.profile import ProfileAction
from desktop.domain.timeline import TimelineKind
from desktop.networks.demo.adapter import DemoAdapter
from desktop.networks.demo.demo_world import DemoWorld
from tests.unit.networks.demo.conftest import MakeItem, key


async def top(adapter: DemoAdapter, kind: TimelineKind, parameter: str = "") -> Post:
    return (await adapter.fetch(key(adapter, kind, parameter), limit=1)).posts[0]


async def test_a_post_is_seen_by_the_other(
    claire: DemoAdapter, atelier: DemoAdapter, make_item: MakeItem
) -> None:
    text = "Bonjour @atelier@demo.example, voir https://example.org/x #veille :pain:"
    post = await claire.publish(make_item(claire, text, content_warning="Essai", language="fr"))
    assert post.text.text == "Bonjour @atelier, voir example.org/x #veille :pain:"
    assert post.content_warning == "Essai"
    assert post.tags == ("veille",)
    assert [one.handle for one in post.mentions] == ["atelier@demo.example"]
    assert [one.shortcode for one in post.emojis] == ["pain"]
    for kind in (TimelineKind.HOME, TimelineKind.LOCAL):
        assert (await top(atelier, kind)).id == post.id
        assert (await top(atelier, kind)).key != post.key
    told = await atelier.fetch(key(atelier, TimelineKind.MENTIONS), limit=1)
    assert told.notifications[0].post is not None
    assert told.notifications[0].post.id == post.id
    assert (await claire.source(post.id)).text == text


async def test_the_same_key_posts_once(
    claire: DemoAdapter, make_item: MakeItem, world: DemoWorld
) -> None:
    item = make_item(claire, "Une seule fois")
    assert await claire.find_sent(item) is None
    first = await claire.publish(item)
    before = len(world.facts.posts)
    assert (await claire.publish(item)).id == first.id
    assert len(world.facts.posts) == before
    assert (await claire.find_sent(item)) == first
    twin = make_item(claire, "Une seule fois")
    found = await claire.find_sent(twin)
    assert found is not None
    assert found.id == first.id


async def test_limits(claire: DemoAdapter, make_item: MakeItem) -> None:
    long_link = "https://example.org/" + "a" * 300
    await claire.publish(make_item(claire, "x" * 476 + " " + long_link))
    for bad in (
        make_item(claire, "x" * 501),
        make_item(claire, "x" * 490, content_warning="y" * 11),
        make_item(claire, "   "),
        make_item(claire, "?", poll=PollDraft(("one",))),
        make_item(claire, "?", poll=PollDraft(("one", "one"))),
        make_item(claire, "?", poll=PollDraft(("one", "x" * 51))),
        make_item(claire, "?", poll=PollDraft(("one", "two"), seconds=5)),
        make_item(claire, "?", media=(DraftMedia(id="m", path="", mime="image/png"),)),
    ):
        with pytest.raises(Rejected) as caught:
            await claire.publish(bad)
        assert caught.value.reason


async def test_media_are_kept(claire: DemoAdapter, make_item: MakeItem, tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(b"\x89PNG not really")
    media = DraftMedia(id="m", path=str(file), mime="image/png", alt="un quai", width=4, height=3)
    heard: list[float] = []
    uploaded = await claire.upload(media, heard.append)
    assert heard[0] == 0.0
    assert heard[-1] == 1.0
    from msgspec.structs import replace

    media = replace(media, remote_id=uploaded.id)
    post = await claire.publish(make_item(claire, "", media=(media,)))
    (attachment,) = post.attachments
    assert (attachment.alt, attachment.width, attachment.height) == ("un quai", 4, 3)
    assert (await claire.media(attachment.url, 1000)).body == b"\x89PNG not really"
    with pytest.raises(Rejected):
        await claire.upload(replace(media, mime="application/pdf"), heard.append)
    with pytest.raises(Rejected):
        await claire.upload(replace(media, path=str(tmp_path / "none")), heard.append)
    edited = await claire.publish(
        make_item(claire, "Avec du texte", edits=post.id, media=(replace(media, alt="le quai"),))
    )
    assert edited.attachments[0].alt == "le quai"
    assert edited.text.text == "Avec du texte"


async def test_replies_quotes_and_edits(
    claire: DemoAdapter, atelier: DemoAdapter, make_item: MakeItem
) -> None:
    first = await claire.publish(make_item(claire, "Qui vient jeudi ?"))
    reply = await atelier.publish(make_item(atelier, "@claire@demo.example moi", reply_to=first.id))
    assert reply.reply_to is not None
    assert reply.reply_to.handle == "claire@demo.example"
    quote = await atelier.publish(make_item(atelier, "À noter", quote=first.id))
    assert quote.quote is not None
    assert quote.quote.state is QuoteState.SHOWN
    assert quote.quote.post is not None
    assert quote.quote.post.text.text == "Qui vient jeudi ?"
    counts = (await claire.post(first.id)).counts
    assert (counts.replies, counts.quotes) == (1, 1)
    assert [one.id for one in (await claire.thread(first.id)).after] == [reply.id]
    edited = await claire.publish(make_item(claire, "Qui vient vendredi ?", edits=first.id))
    assert edited.id == first.id
    assert edited.edited_at is not None
    assert [one.text.text for one in await atelier.history(first.id)] == ["Qui vient jeudi ?"]
    with pytest.raises(AccessDenied):
        await atelier.publish(make_item(atelier, "non", edits=first.id))
    with pytest.raises(NotFound):
        await claire.publish(make_item(claire, "à qui ?", reply_to="123"))
    await claire.delete(first.id)
    again = await atelier.post(quote.id)
    assert again.quote is not None
    assert again.quote.state is QuoteState.GONE


async def test_direct_posts_stay_between_two(
    claire: DemoAdapter, atelier: DemoAdapter, make_item: MakeItem
) -> None:
    item = make_item(claire, "entre nous @louise@piaille.example", visibility=Visibility.DIRECT)
    post = await claire.publish(item)
    assert (await top(claire, TimelineKind.CONVERSATIONS)).id == post.id
    assert (await top(claire, TimelineKind.HOME)).id != post.id
    with pytest.raises(NotFound):
        await atelier.post(post.id)


async def test_deeds_on_posts(
    claire: DemoAdapter, atelier: DemoAdapter, make_item: MakeItem
) -> None:
    post = await atelier.publish(make_item(atelier, "Voilà"))
    liked = await claire.act(PostAction.LIKE, post.id)
    await claire.act(PostAction.LIKE, post.id)
    assert liked.viewer.has_liked
    assert liked.counts.likes == 1
    assert (await top(claire, TimelineKind.LIKES)).id == post.id
    told = (await atelier.fetch(key(atelier, TimelineKind.NOTIFICATIONS), limit=1)).notifications
    assert (told[0].kind.value, told[0].people[0].id) == ("like", "1")
    assert (await claire.act(PostAction.UNLIKE, post.id)).counts.likes == 0
    reposted = await claire.act(PostAction.REPOST, post.id)
    assert reposted.id == post.id
    assert reposted.viewer.has_reposted
    wrapper = await top(claire, TimelineKind.HOME)
    assert wrapper.repost_of is not None
    assert wrapper.repost_of.id == post.id
    assert (await claire.act(PostAction.BOOKMARK, wrapper.id)).id == post.id
    assert (await top(claire, TimelineKind.BOOKMARKS)).id == post.id
    assert not (await claire.act(PostAction.UNBOOKMARK, post.id)).viewer.has_bookmarked
    assert (await claire.act(PostAction.UNREPOST, post.id)).counts.reposts == 0
    assert (await top(claire, TimelineKind.HOME)).id == post.id
    assert (await atelier.act(PostAction.PIN, post.id)).viewer.has_pinned
    assert not (await atelier.act(PostAction.UNPIN, post.id)).viewer.has_pinned
    with pytest.raises(Rejected):
        await claire.act(PostAction.PIN, post.id)


async def test_a_muted_thread_is_silent(
    claire: DemoAdapter, atelier: DemoAdapter, make_item: MakeItem
) -> None:
    post = await atelier.publish(make_item(atelier, "Silence"))
    assert (await atelier.act(PostAction.MUTE_THREAD, post.id)).viewer.has_muted
    before = (await atelier.fetch(key(atelier, TimelineKind.NOTIFICATIONS))).notifications
    await claire.act(PostAction.LIKE, post.id)
    assert (await atelier.fetch(key(atelier, TimelineKind.NOTIFICATIONS))).notifications == before
    assert not (await atelier.act(PostAction.UNMUTE_THREAD, post.id)).viewer.has_muted


async def test_deleting(claire: DemoAdapter, atelier: DemoAdapter, make_item: MakeItem) -> None:
    post = await claire.publish(make_item(claire, "Oublions"))
    await atelier.act(PostAction.REPOST, post.id)
    with pytest.raises(AccessDenied):
        await atelier.delete(post.id)
    await claire.delete(post.id)
    with pytest.raises(NotFound):
        await atelier.post(post.id)
    home = await atelier.fetch(key(atelier, TimelineKind.HOME), limit=1000)
    assert not any(one.id == post.id or one.shown.id == post.id for one in home.posts)
    with pytest.raises(NotFound):
        await claire.delete(post.id)


async def test_voting(claire: DemoAdapter, atelier: DemoAdapter, make_item: MakeItem) -> None:
    item = make_item(claire, "Alors ?", poll=PollDraft(("oui", "non"), 3600))
    post = await claire.publish(item)
    assert post.poll is not None
    name = post.poll.id
    with pytest.raises(Rejected):
        await atelier.vote(post.id, name, (0, 1))
    with pytest.raises(Rejected):
        await atelier.vote(post.id, name, (2,))
    with pytest.raises(NotFound):
        await atelier.vote(post.id, "other", (0,))
    poll = await atelier.vote(post.id, name, (1,))
    assert poll.own_votes == (1,)
    assert poll.has_voted
    assert [one.votes for one in poll.options] == [0, 1]
    with pytest.raises(Rejected):
        await atelier.vote(post.id, name, (0,))


async def test_deeds_on_people(claire: DemoAdapter, atelier: DemoAdapter) -> None:
    followers = (await atelier.profile("10")).follower_count
    assert not (await claire.act_on_profile(ProfileAction.UNFOLLOW, "3")).is_following
    assert (await claire.act_on_profile(ProfileAction.FOLLOW, "10")).is_following
    assert (await atelier.profile("10")).follower_count == followers + 1
    await atelier.act_on_profile(ProfileAction.UNFOLLOW, "1")
    await atelier.act_on_profile(ProfileAction.FOLLOW, "1")
    told = (await claire.fetch(key(claire, TimelineKind.NOTIFICATIONS), limit=1)).notifications
    assert (told[0].kind.value, told[0].people[0].id) == ("follow", "2")
    assert (await claire.act_on_profile(ProfileAction.BLOCK, "2")).is_blocking
    assert not (await atelier.relationship("1")).is_following
    with pytest.raises(AccessDenied):
        await atelier.act_on_profile(ProfileAction.FOLLOW, "1")
    assert not (await claire.act_on_profile(ProfileAction.UNBLOCK, "2")).is_blocking
    with pytest.raises(Rejected):
        await claire.act_on_profile(ProfileAction.FOLLOW, "1")


async def test_the_account_is_fresh(claire: DemoAdapter, world: DemoWorld) -> None:
    before = claire.account.follower_count
    stranger = next(one for one in world.facts.people if (one, "1") not in world.facts.follows)
    world.facts.follow(stranger, "1", world.facts.moment())
    assert (await claire.refresh_account()).follower_count == before + 1
    assert claire.account.follower_count == before + 1
