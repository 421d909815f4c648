from __future__ import annotations

import pytest

from desktop.domain.errors import Offline, SecretsUnavailable
from desktop.domain.profile import Profile
from desktop.domain.richtext import CustomEmoji
from desktop.services import autocomplete as module
from desktop.services.autocomplete import Autocomplete
from tests.unit.services.fake_network import (
    ME,
    FakeAdapter,
    OneSession,
    a_post,
    a_profile,
    an_account,
)


@pytest.fixture
def adapter() -> FakeAdapter:
    adapter = FakeAdapter(an_account())
    adapter.will("search_profiles", ())
    adapter.will("search_tags", ())
    adapter.will("followed_tags", ())
    adapter.will("emojis", ())
    return adapter


@pytest.fixture
def complete(adapter: FakeAdapter) -> Autocomplete:
    return Autocomplete(OneSession(adapter))


def handles(found: tuple[Profile, ...]) -> list[str]:
    return [each.handle.partition("@")[0] for each in found]


def by(*nicks: str, **more: str) -> list[object]:
    return [a_post(f"p-{nick}", author=a_profile(nick, **more)) for nick in nicks]


async def test_people_that_were_seen_then_those_that_the_server_finds(
    complete: Autocomplete, adapter: FakeAdapter
) -> None:
    complete.notice_posts(ME, by("alice", "alan", "bob"))  # type: ignore[arg-type]
    adapter.will("search_profiles", (a_profile("albert"), a_profile("alan")))
    assert handles(await complete.profiles(ME, "@al")) == ["alan", "alice", "albert"]
    assert adapter.calls == [("search_profiles", "al")]
    assert handles(await complete.profiles(ME, "")) == ["bob", "alan", "alice"]
    assert adapter.count("search_profiles") == 1


async def test_who_was_chosen_goes_first(complete: Autocomplete) -> None:
    complete.notice_posts(ME, by("alice", "alan"))  # type: ignore[arg-type]
    complete.use(ME, "alice@example.org")
    assert handles(await complete.profiles(ME, "al")) == ["alice", "alan"]


async def test_names_and_accents(complete: Autocomplete) -> None:
    complete.notice_posts(ME, by("x1", name="Zoë Éluard"))  # type: ignore[arg-type]
    for prefix in ("zoe", "élu", "ELU", "x1@ex"):
        assert handles(await complete.profiles(ME, prefix)) == ["x1"]
    assert await complete.profiles(ME, "luard") == ()


async def test_reposted_people_are_known_too(complete: Autocomplete) -> None:
    inner = a_post("p1", author=a_profile("inner"), tags=("Été",))
    complete.notice_posts(ME, [a_post("p2", author=a_profile("outer"), repost_of=inner)])
    assert handles(await complete.profiles(ME, "inn")) == ["inner"]
    assert await complete.tags(ME, "#ete") == ("Été",)


async def test_the_server_is_asked_once_for_the_same_letters(
    complete: Autocomplete, adapter: FakeAdapter, monkeypatch: pytest.MonkeyPatch
) -> None:
    adapter.will("search_profiles", (a_profile("albert"),))
    for _ in range(3):
        assert handles(await complete.profiles(ME, "al")) == ["albert"]
    assert adapter.count("search_profiles") == 1
    await complete.profiles(ME, "alb")
    assert adapter.count("search_profiles") == 2
    complete.forget_account(ME)
    await complete.profiles(ME, "al")
    assert adapter.count("search_profiles") == 3


@pytest.mark.parametrize("error", [Offline("example.org"), SecretsUnavailable()])
async def test_what_goes_wrong_only_makes_it_shorter(
    complete: Autocomplete, adapter: FakeAdapter, error: Exception
) -> None:
    for name in ("search_profiles", "search_tags", "followed_tags", "emojis"):
        adapter.will(name, error)
    complete.notice_posts(ME, [a_post(author=a_profile("alice"), tags=("alps",))])
    assert handles(await complete.profiles(ME, "al")) == ["alice"]
    assert await complete.tags(ME, "al") == ("alps",)
    assert await complete.emojis(ME, "al") == ()
    await complete.emojis(ME, "al")
    assert adapter.count("emojis") == 1


async def test_tags_used_followed_seen_found(complete: Autocomplete, adapter: FakeAdapter) -> None:
    adapter.will("followed_tags", ("caturday", "cats"))
    adapter.will("search_tags", ("catalog", "cats"))
    complete.notice_posts(ME, [a_post(tags=("Catering", "dogs"))])
    assert await complete.tags(ME, "cat") == ("caturday", "cats", "Catering", "catalog")
    complete.use(ME, "Catering")
    assert (await complete.tags(ME, "cat"))[0] == "Catering"
    assert adapter.count("followed_tags") == 1


async def test_emoji_by_beginning_then_inside_then_use(
    complete: Autocomplete, adapter: FakeAdapter
) -> None:
    names = ("blobcat", "catjam", "party_cat", "cat", "dog")
    adapter.will("emojis", tuple(CustomEmoji(name, f"https://e/{name}") for name in names))

    async def shown(prefix: str) -> list[str]:
        return [emoji.shortcode for emoji in await complete.emojis(ME, prefix)]

    assert await shown(":cat") == ["cat", "catjam", "blobcat", "party_cat"]
    complete.use(ME, "catjam")
    assert await shown("cat") == ["catjam", "cat", "blobcat", "party_cat"]
    assert (await shown(""))[0] == "catjam"
    assert adapter.count("emojis") == 1


async def test_memory_has_an_end(complete: Autocomplete, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "REMEMBERED", 3)
    complete.notice_posts(ME, by(*"abcde"))  # type: ignore[arg-type]
    assert handles(await complete.profiles(ME, "")) == ["e", "d", "c"]
