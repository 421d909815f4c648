from __future__ import annotations

import unicodedata
from typing import Any

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.account import CountRule, CountUnit, Limits
from desktop.text import counting, x_weights
from desktop.text.counting import BLUESKY, X, code_points, count, countable_text, mastodon, rule_for
from desktop.text.graphemes import (
    from_utf8,
    from_utf16,
    grapheme_count,
    grapheme_index,
    grapheme_start,
    graphemes,
    to_utf8,
    to_utf16,
    utf8_length,
    utf16_length,
)
from tests.unit.text.conformance import vectors

FAMILY = "👨‍👩‍👧‍👦"
RULES = (
    X,
    counting.x(25_000),
    BLUESKY,
    mastodon(),
    mastodon(50, 25),
    code_points(140),
    code_points(0),
    counting.graphemes(60),
    counting.graphemes(0),
)
PIECES = st.sampled_from(
    [
        "a",
        "é",
        "e\u0301",
        "日本",
        FAMILY,
        "👍🏽",
        "🇩🇪",
        "1\ufe0f\u20e3",
        " ",
        "\n",
        "\r\n",
        "https://example.com/a",
        "example.com",
        "@bob@example.org",
        "@bob",
        "#tag",
        "…",
        "\u200d",
        "\u0600",
        "नमस्ते",
        "☺",
        "\ud800",
        "שּׁ",
        "\u1100\u1161",
        ".",
        "http://",
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80)


@pytest.mark.parametrize("case", vectors("x_weighted.json"), ids=lambda case: case["description"])
def test_weighs_as_x_does(case: dict[str, Any]) -> None:
    expected = case["expected"]
    counted = count(case["text"], X)
    assert counted.length == expected["weightedLength"]
    assert counted.fits == expected["valid"]
    if counted.overflow_at is not None:
        assert to_utf16(case["text"], counted.overflow_at) - 1 == expected["validRangeEnd"]


@pytest.mark.parametrize("case", vectors("mastodon_length.json", "countable_text"))
def test_shortens_as_mastodon_does(case: dict[str, Any]) -> None:
    assert countable_text(case["text"]) == case["countable_text"]


@pytest.mark.parametrize(
    "case", vectors("mastodon_length.json", "validator"), ids=lambda case: case["name"]
)
def test_takes_what_mastodon_takes(case: dict[str, Any]) -> None:
    assert count(case["text"], mastodon(), case["spoiler_text"]).fits == case["valid"]


@pytest.mark.parametrize("case", vectors("bluesky_edits.json", "lengths"))
def test_measures_as_bluesky_does(case: dict[str, Any]) -> None:
    text = case["input"]
    assert grapheme_count(text) == case["graphemes"] == count(text, BLUESKY).length
    assert utf8_length(text) == case["utf8_bytes"]
    assert utf16_length(text) == case["utf16"]


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("hello world", 11),
        ("see https://example.com here", 32),
        ("look https://example.com/🐪/#camel here", 33),
        ("besøk https://grå.org/ idag", 34),
        ("hi @bob", 7),
        ("mail arnt@grå.org for details", 29),
        ("see example.com here", 20),
        ("look example.com/🐪/#camel here", 30),
        ("@arnt@invalid", 13),
        ("http://example.com/valid?" + "#foo?" * 1000, 5025),
        ("@alice@" + "b" * 500 + ".com", 511),
        ("🏳️‍⚧️" * 500, 500),
    ],
)
def test_counts_for_mastodon(text: str, length: int) -> None:
    assert count(text, mastodon()).length == length


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("Hello, world! 👋", 16),
        ("café", 4),
        ("cafe\u0301", 4),
        ("“quoted” — dash…", 17),
        ("日本", 4),
        ("👍🏽", 2),
        ("🇩🇪🇫🇷", 4),
        ("example.com", 23),
        ("https://example.com", 23),
        ("…", 2),
        ("€", 2),
        ("©", 1),
        ("©\ufe0f", 2),
        ("👨‍👾", 5),
        ("a\u200db", 3),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2),
        ("☺\ufe0e", 4),
        ("🇽🇽", 4),
    ],
)
def test_weighs_signs(text: str, weight: int) -> None:
    assert count(text, X).length == weight


def test_the_content_warning_counts_raw_for_mastodon() -> None:
    counted = count("b" * 500, mastodon(), "https://example.com")
    assert (counted.length, counted.fits, counted.overflow_at) == (519, False, 481)
    assert count("", mastodon(), "a" * 501).overflow_at == 0


def test_marks_the_overflow_after_a_shortened_link() -> None:
    text = "https://example.com/" + "a" * 100 + " " + "b" * 480
    counted = count(text, mastodon())
    assert (counted.length, counted.remaining) == (504, -4)
    assert counted.overflow_at is not None
    assert text[counted.overflow_at :] == "bbbb"


def test_bluesky_limits_bytes_too() -> None:
    counted = count(FAMILY * 130, BLUESKY)
    assert (counted.unit, counted.length, counted.limit) == (CountUnit.UTF8_BYTES, 3250, 3000)
    assert counted.overflow_at == 120 * len(FAMILY)
    over = count("é" * 301, BLUESKY)
    assert (over.unit, over.remaining, over.overflow_at) == (CountUnit.GRAPHEMES, -1, 300)


def test_zero_is_no_limit() -> None:
    counted = count("x" * 5000, code_points(0))
    assert (counted.fits, counted.limit, counted.overflow_at) == (True, 0, None)
    assert not count("é" * 141, code_points(140)).fits


def test_invalid_characters_never_fit_on_x() -> None:
    counted = count("ab\ufeffc", X)
    assert (counted.fits, counted.overflow_at) == (False, 2)


def test_rules_come_from_what_a_server_said() -> None:
    said = Limits(rule=CountRule.MASTODON, max_characters=1000, characters_per_url=30)
    assert rule_for(said) == mastodon(1000, 30)
    assert rule_for(Limits(rule=CountRule.BLUESKY)) == BLUESKY
    assert rule_for(Limits(rule=CountRule.CODE_POINTS, max_characters=0)) == code_points(0)


@given(TEXTS, st.sampled_from(RULES), st.text(max_size=8))
def test_a_count_is_sound(text: str, rule: counting.Rule, warning: str) -> None:
    counted = count(text, rule, warning)
    assert counted.length >= 0
    is_valid = rule.kind is not CountRule.X or not set(text) & set("\ufffe\ufeff\uffff")
    within = counted.limit == 0 or counted.length <= counted.limit
    assert counted.fits == (within and is_valid)
    assert (counted.overflow_at is None) == counted.fits
    if counted.overflow_at is not None:
        assert 0 <= counted.overflow_at <= len(text)
        assert count(text[: counted.overflow_at], rule).length <= counted.limit
    if counted.limit:
        assert counted.remaining == counted.limit - counted.length


@given(TEXTS, TEXTS, st.sampled_from(RULES))
def test_two_texts_count_as_their_sum_across_a_line(a: str, b: str, rule: counting.Rule) -> None:
    both = count(f"{a}x\nx{b}", rule)
    if both.unit is CountUnit.UTF8_BYTES:
        return
    left, right = count(f"{a}x\n", rule), count(f"x{b}", rule)
    if left.unit is right.unit is both.unit:
        assert both.length == left.length + right.length


@given(TEXTS)
def test_counting_word_by_word_is_counting_the_whole(text: str) -> None:
    whole = unicodedata.normalize("NFC", text)
    total, done = 0, 0
    for start, end, weight in x_weights._weighted_spans(whole):
        if start >= done:
            total += x_weights._weight(whole[done:start]) + weight
            done = end
    assert count(text, X).length == total + x_weights._weight(whole[done:])


@given(TEXTS)
def test_graphemes_are_those_of_unicode(text: str) -> None:
    clusters = regex.findall(r"\X", text)
    assert grapheme_count(text) == len(clusters) == count(text, counting.graphemes(0)).length
    assert graphemes(text) == clusters
    starts = {sum(map(len, clusters[:n])) for n in range(len(clusters) + 1)}
    for number in range(len(clusters) + 2):
        assert grapheme_index(text, number) in starts
    for index in range(len(text)):
        assert grapheme_start(text, index) in starts


@given(TEXTS.filter(lambda text: "\ud800" not in text))
def test_offsets_go_there_and_back(text: str) -> None:
    for index in range(len(text) + 1):
        assert from_utf16(text, to_utf16(text, index)) == index
        assert from_utf8(text, to_utf8(text, index)) == index
