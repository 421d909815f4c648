from __future__ import annotations

import msgspec
import pytest

from desktop.domain.account import CountUnit, Visibility
from desktop.domain.draft import Draft
from desktop.text.composer_rules import FindingCode
from desktop.viewmodels import composer_sentences as sentences
from desktop.viewmodels.composer_findings import _SENTENCES
from desktop.viewmodels.composer_text import clean, judge, line_marks
from desktop.viewmodels.emoji_table import find_unicode, unicode_emoji
from tests.gui.composer_parts import CLAIRE


def _draft(visibility: Visibility) -> Draft:
    return Draft(id="1", account=CLAIRE.id, visibility=visibility)


@pytest.mark.parametrize(
    ("visibility", "followers", "mentions", "said"),
    [
        (Visibility.PUBLIC, 214, (), "Anyone on the web, search engines included."),
        (Visibility.FOLLOWERS, 214, (), "Your 214 followers and anyone they show it to."),
        (Visibility.FOLLOWERS, 1, (), "Your one follower and anyone they show it to."),
        (Visibility.FOLLOWERS, 0, (), "Nobody but you: nobody follows you yet."),
        (Visibility.FOLLOWERS, -1, (), "Your followers and anyone they show it to."),
        (
            Visibility.FOLLOWERS, 214, ("bob",),
            "Your 214 followers, @bob, and anyone they show it to.",
        ),
        (
            Visibility.DIRECT, 214, ("bob@far.example",),
            "Only @bob@far.example, and the administrators of both servers.",
        ),
        (Visibility.DIRECT, 214, ("bob",), "Only @bob, and the administrators of your server."),
        (
            Visibility.DIRECT, 214, ("bob@a.example", "eve@b.example"),
            "Only @bob@a.example and @eve@b.example, and the administrators of all their servers.",
        ),
        (
            Visibility.DIRECT, 214, (),
            "Only you, and the administrators of your server: nobody is mentioned.",
        ),
        (Visibility.LOCAL, 214, (), "Anyone with an account on example.org."),
    ],
)  # fmt: skip
def test_the_audience_is_said_from_facts(
    visibility: Visibility, followers: int, mentions: tuple[str, ...], said: str
) -> None:
    account = msgspec.structs.replace(CLAIRE, follower_count=followers)
    assert sentences.audience(_draft(visibility), account, mentions) == said


def test_many_people_are_counted() -> None:
    assert sentences.people_list(["a", "b", "c", "d", "e"]) == "@a, @b, @c and 2 others"
    assert sentences.people_list(["a", "b", "c", "d"]) == "@a, @b, @c and @d"


def test_the_counter_is_spoken() -> None:
    def words(remaining: int, unit: CountUnit = CountUnit.GRAPHEMES) -> str:
        return sentences.remaining_words(remaining, unit, 500, 500 - remaining)

    assert words(328) == "328 characters left"
    assert words(1) == "1 character left"
    assert words(-1) == "1 character too many"
    assert words(-12) == "12 characters too many"
    assert words(3, CountUnit.UTF8_BYTES) == "3 bytes left"
    assert sentences.remaining_words(0, CountUnit.CODE_POINTS, 0, 7) == "7 characters"


def test_the_button_says_what_it_will_do() -> None:
    draft = _draft(Visibility.PUBLIC)
    replace = msgspec.structs.replace
    assert sentences.send_label(draft, CLAIRE) == "Post as Claire · public"
    reply = replace(draft, reply_to="1", reply_handle="bob")
    assert sentences.send_label(reply, CLAIRE) == "Reply to @bob as Claire"
    assert sentences.send_label(replace(draft, edits="1"), CLAIRE) == "Save changes as Claire"
    braces = replace(CLAIRE, name="{handle} {x}")
    assert sentences.send_label(draft, braces) == "Post as {handle} {x} · public"


def test_every_finding_has_a_sentence() -> None:
    assert set(_SENTENCES) == set(FindingCode)
    assert all(sentence() for sentence in _SENTENCES.values())


def test_poll_durations_in_words() -> None:
    assert sentences.duration_label(300) == "5 minutes"
    assert sentences.duration_label(3600) == "1 hour"
    assert sentences.duration_label(604_800) == "7 days"


def test_the_overflow_is_told_in_qts_units() -> None:
    limits = msgspec.structs.replace(CLAIRE.capabilities.limits, max_characters=3)
    judgement = judge("\U0001f600\U0001f600\U0001f600ab", "", limits)
    assert judgement.count.remaining == -2
    assert judgement.overflow == 6
    assert judge("abc", "", limits).overflow is None


def test_marks_are_in_qts_units() -> None:
    rule = CLAIRE.capabilities.limits.rule
    line = "\U0001f600 @bob and #tag at https://example.org/x"
    marked = [line.encode("utf-16-le")[a * 2 : b * 2].decode("utf-16-le") for a, b in
              line_marks(line, rule)]  # fmt: skip
    assert marked == ["@bob", "#tag", "https://example.org/x"]


def test_half_characters_are_mended() -> None:
    assert clean("a\ud83d\ude00b") == "a\U0001f600b"
    assert clean("a\ud83d!").encode("utf-8")


def test_emoji_are_found_by_name() -> None:
    assert find_unicode("grinning")[0].text == "\U0001f600"
    assert find_unicode("cat grin")[0].name == "grinning cat face with smiling eyes"
    assert find_unicode("no such thing") == ()
    assert any(each.text == "\u2764\ufe0f" for each in unicode_emoji())
