from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from msgspec.structs import replace

from desktop.domain.account import AccountId, Capabilities, Limits, Visibility
from desktop.domain.draft import Draft, DraftMedia, PollDraft
from desktop.text.composer_rules import (
    Finding,
    FindingCode,
    Level,
    Situation,
    audience,
    can_send,
    findings,
)

DRAFT = Draft(id="1", account=AccountId("mastodon:me@example.org"), text="hello")
ABLE = Capabilities(
    visibilities=tuple(Visibility), can_poll=True, can_warn=True, can_quote=True, limits=Limits()
)
IMAGE = DraftMedia(id="m", path="x.png", mime="image/png", alt="a cat")


def _codes(draft: Draft = DRAFT, **fields: Any) -> dict[FindingCode, Finding]:
    values = {"capabilities": ABLE} | fields
    return {item.code: item for item in findings(Situation(draft=draft, **values))}


@dataclass
class Case:
    changes: dict[str, Any]
    code: FindingCode
    level: Level
    values: dict[str, str]


CASES = [
    Case({"text": "  "}, FindingCode.EMPTY, Level.BLOCK, {}),
    Case({"text": "a" * 503}, FindingCode.TOO_LONG, Level.BLOCK, {"over": "3"}),
    Case(
        {"media": (IMAGE, replace(IMAGE, alt=" "))},
        FindingCode.MISSING_ALT,
        Level.ASK,
        {"missing": "1", "count": "2"},
    ),
    Case(
        {"media": (replace(IMAGE, alt="a" * 1501),)},
        FindingCode.ALT_TOO_LONG,
        Level.BLOCK,
        {"number": "1", "over": "1", "limit": "1500"},
    ),
    Case(
        {"media": (IMAGE,) * 5},
        FindingCode.TOO_MANY_MEDIA,
        Level.BLOCK,
        {"count": "5", "limit": "4"},
    ),
    Case(
        {"media": (replace(IMAGE, mime="image/tiff"),)},
        FindingCode.MEDIA_TYPE,
        Level.BLOCK,
        {"number": "1", "type": "image/tiff"},
    ),
    Case(
        {"media": (IMAGE,), "poll": PollDraft(("a", "b"))},
        FindingCode.MEDIA_AND_POLL,
        Level.BLOCK,
        {},
    ),
    Case({"poll": PollDraft(("a",))}, FindingCode.POLL_TOO_FEW, Level.BLOCK, {}),
    Case(
        {"poll": PollDraft(tuple("abcde"))},
        FindingCode.POLL_TOO_MANY,
        Level.BLOCK,
        {"count": "5", "limit": "4"},
    ),
    Case(
        {"poll": PollDraft(("a", " "))}, FindingCode.POLL_EMPTY_OPTION, Level.BLOCK, {"number": "2"}
    ),
    Case(
        {"poll": PollDraft(("a", "a "))}, FindingCode.POLL_SAME_OPTION, Level.BLOCK, {"number": "2"}
    ),
    Case(
        {"poll": PollDraft(("a", "b" * 51))},
        FindingCode.POLL_OPTION_TOO_LONG,
        Level.BLOCK,
        {"number": "2", "over": "1", "limit": "50"},
    ),
    Case(
        {"poll": PollDraft(("a", "b"), 10)},
        FindingCode.POLL_DURATION,
        Level.BLOCK,
        {"min": "300", "max": "2629746"},
    ),
    Case({"visibility": Visibility.DIRECT}, FindingCode.DIRECT_TO_NOBODY, Level.ASK, {}),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code.value)
def test_says_what_is_wrong(case: Case) -> None:
    found = _codes(replace(DRAFT, **case.changes))
    assert found[case.code].level is case.level
    assert found[case.code].values == case.values
    assert can_send(found.values()) is (case.level is not Level.BLOCK)


def test_a_good_post_has_nothing_to_say() -> None:
    assert _codes(replace(DRAFT, media=(IMAGE,), content_warning="x")) == {}


def test_what_a_server_cannot_do_blocks() -> None:
    draft = replace(
        DRAFT,
        visibility=Visibility.LOCAL,
        content_warning="x",
        quote="1",
        poll=PollDraft(("a", "b")),
    )
    assert set(_codes(draft, capabilities=Capabilities())) == {
        FindingCode.VISIBILITY_NOT_SUPPORTED,
        FindingCode.WARNING_NOT_SUPPORTED,
        FindingCode.QUOTE_NOT_SUPPORTED,
        FindingCode.POLL_NOT_SUPPORTED,
    }


def test_an_answer_more_public_than_its_parent_is_asked_about() -> None:
    found = _codes(parent_visibility=Visibility.FOLLOWERS)
    assert found[FindingCode.MORE_PUBLIC_THAN_PARENT].values == {
        "parent": "followers",
        "visibility": "public",
    }
    assert _codes(parent_visibility=Visibility.UNLISTED) == {}


def test_a_mention_that_brings_somebody_into_a_direct_conversation() -> None:
    draft = replace(DRAFT, text="@bob @Eve@evil.org hi", visibility=Visibility.DIRECT)
    people = ("bob@example.org", "me@example.org")
    found = _codes(draft, parent_visibility=Visibility.DIRECT, parent_people=people)
    assert found[FindingCode.MENTION_WIDENS].values == {"handles": "@Eve@evil.org"}
    everyone = (*people, "eve@evil.org")
    assert _codes(draft, parent_visibility=Visibility.DIRECT, parent_people=everyone) == {}


def test_the_alt_text_reminder_can_be_off() -> None:
    draft = replace(DRAFT, media=(replace(IMAGE, alt=""),))
    assert _codes(draft, remind_alt_text=False) == {}


def test_another_language_than_chosen_is_noted() -> None:
    found = _codes(replace(DRAFT, language="en-GB"), guessed_language="fr")
    assert found[FindingCode.LANGUAGE_DIFFERS].values == {"chosen": "en", "guessed": "fr"}
    assert _codes(replace(DRAFT, language="en"), guessed_language="") == {}


def test_the_audience_is_told_as_facts() -> None:
    direct = audience(Visibility.DIRECT, ["a", "b", "a"], 12)
    assert (direct.mentions, direct.follower_count, direct.is_nobody_else) == (
        ("a", "b"),
        -1,
        False,
    )
    assert audience(Visibility.DIRECT).is_nobody_else
    followers = audience(Visibility.FOLLOWERS, (), 12, approves_followers=True)
    assert (followers.follower_count, followers.is_anyone) == (12, False)
