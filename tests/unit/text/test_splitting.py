from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.text.counting import BLUESKY, Rule, X, code_points, count, mastodon
from desktop.text.splitting import split

PIECES = st.sampled_from(
    [
        *("word ", "Sentence. ", "\n\n", "日本語。", "https://example.com/a/b ", "#tag ", " "),
        *("@bob@example.org ", "👨‍👩‍👧‍👦", "loooooooooong", "e\u0301"),
    ]
)
RULES = st.sampled_from([X, BLUESKY, mastodon(60), code_points(40), code_points(0)])


def test_cuts_at_paragraphs_then_sentences_then_words() -> None:
    rule = code_points(30)
    assert [part.text for part in split("A first paragraph.\n\nA second one here.", rule)] == [
        "A first paragraph.",
        "A second one here.",
    ]
    assert [part.text for part in split("One sentence here. Another one follows it.", rule)] == [
        "One sentence here.",
        "Another one follows it.",
    ]
    assert [part.text for part in split("some words without any end at all here", rule)] == [
        "some words without any end at",
        "all here",
    ]


def test_a_link_is_not_cut() -> None:
    parts = split("abcdefghij https://example.com/long/path", mastodon(30))
    assert [part.text for part in parts] == ["abcdefghij", "https://example.com/long/path"]


def test_nothing_has_no_parts_and_no_limit_has_one() -> None:
    assert split(" \n ", X) == ()
    assert len(split("x" * 9000, code_points(0))) == 1


def test_room_is_kept_for_numbers() -> None:
    parts = split("word " * 40, code_points(50), reserve=6)
    assert max(len(part.text) for part in parts) <= 44


@given(st.lists(PIECES, max_size=80).map("".join), RULES)
def test_every_part_fits_and_they_join_back(text: str, rule: Rule) -> None:
    done = 0
    for part in split(text, rule):
        assert part.text == text[part.start : part.end] != ""
        assert count(part.text, rule).fits
        assert not text[done : part.start].strip()
        done = part.end
    assert not text[done:].strip()
