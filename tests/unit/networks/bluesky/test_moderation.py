"""Labels and muted words: what is covered or hidden, by whose choice."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop.networks.bluesky import wire
from desktop.networks.bluesky.moderation import (
    Preferences,
    Word,
    label_filters,
    preferences_of,
    word_filters,
)

LABELER = "did:plc:labeler"


def label(value: str, source: str = LABELER) -> wire.Label:
    return wire.Label(src=source, val=value)


def actions(value: str, preferences: Preferences, author: str = "did:plc:them") -> list[str]:
    return [one.action for one in label_filters([label(value)], author, preferences)]


def test_what_holds_where_nothing_was_chosen() -> None:
    plain = Preferences()
    assert actions("porn", plain) == ["hide"]
    assert actions("sexual", plain) == ["blur"]
    assert actions("graphic-media", plain) == ["blur"]
    assert actions("nudity", plain) == []
    assert actions("!hide", plain) == ["hide"]
    assert actions("!warn", plain) == ["warn"]
    assert actions("rude", plain) == []


def test_what_was_chosen_counts() -> None:
    entries = [
        wire.Preference(type="app.bsky.actor.defs#adultContentPref", enabled=True),
        wire.Preference(
            type="app.bsky.actor.defs#contentLabelPref", label="sexual", visibility="ignore"
        ),
        wire.Preference(
            type="app.bsky.actor.defs#contentLabelPref",
            label="rude", visibility="hide", labeler_did=LABELER,
        ),
        wire.Preference(
            type="app.bsky.actor.defs#labelersPref", labelers=[wire.Labeler(did=LABELER)]
        ),
        wire.Preference(type="app.example.other"),
    ]  # fmt: skip
    chosen = preferences_of(entries)
    assert actions("sexual", chosen) == []
    assert actions("porn", chosen) == ["hide"]
    assert actions("rude", chosen) == ["hide"]
    assert [one.action for one in label_filters([label("rude", "did:x")], "did:y", chosen)] == []


def test_a_label_that_was_taken_back_is_none() -> None:
    gone = wire.Label(src=LABELER, val="porn", neg=True)
    assert label_filters([label("porn"), gone], "did:plc:them", Preferences()) == ()


NOW = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    ("word", "text", "tags", "languages", "is_muted"),
    [
        ("cat", "A cat!", (), (), True),
        ("cat", "A category", (), (), False),
        ("cat", "nothing", ("Cat",), (), True),
        ("new year", "Happy New Year to all", (), (), True),
        ("猫", "これは猫です", (), ("ja",), True),
        ("politics", "Politics, again", (), (), True),
        ("c++", "I like C++ a lot", (), (), True),
    ],
)
def test_muted_words(
    word: str, text: str, tags: tuple[str, ...], languages: tuple[str, ...], is_muted: bool
) -> None:
    chosen = Preferences(words=(Word(word, True, True, False),))
    found = word_filters(text, tags, languages, chosen, is_followed=False, now=NOW)
    assert [one.action for one in found] == (["hide"] if is_muted else [])


def test_muted_words_end_and_may_spare_those_whom_we_follow() -> None:
    ended = Preferences(words=(Word("cat", True, True, False, NOW),))
    assert word_filters("cat", (), (), ended, is_followed=False, now=NOW) == ()
    spared = Preferences(words=(Word("cat", True, True, True),))
    assert word_filters("cat", (), (), spared, is_followed=True, now=NOW) == ()
    assert word_filters("cat", (), (), spared, is_followed=False, now=NOW)


def test_muted_words_are_read_from_the_preferences() -> None:
    items = [{"value": "Cat", "targets": ["content", "tag"], "actorTarget": "exclude-following"}]
    entry = wire.Preference(type="app.bsky.actor.defs#mutedWordsPref", items=[*items, 7])
    assert preferences_of([entry]).words == (Word("cat", True, True, True),)
