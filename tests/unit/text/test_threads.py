from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.account import AccountId
from desktop.domain.draft import Draft, DraftMedia
from desktop.text.counting import BLUESKY, Rule, X, code_points, count, mastodon
from desktop.text.threads import CUT, cut_marks, joined, thread_drafts, thread_parts

RULES = (X, BLUESKY, mastodon(60), mastodon(500), code_points(80), code_points(0))
TEXTS = st.lists(
    st.one_of(
        st.text(max_size=40),
        st.sampled_from(
            ["A sentence. ", "word ", "\n\n", f"\n{CUT}\n", "https://example.com/a/b ", "👩‍👩‍👧 ",
             "@bob@example.org ", "日本語", "x" * 70, "ाा"]
        ),
    ),
    max_size=25,
).map("".join)  # fmt: skip


def squeezed(text: str) -> str:
    return "".join(text.replace(CUT, "").split())


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.sampled_from(RULES), st.booleans(), st.sampled_from(["", "spoilers"]))
def test_the_parts_fit_and_join_back_to_the_text(
    text: str, rule: Rule, is_numbered: bool, warning: str
) -> None:
    text = text.encode("utf-8", "ignore").decode()
    parts = thread_parts(text, rule, is_numbered=is_numbered, warning=warning)
    assert "".join(squeezed(text[part.start : part.end]) for part in parts) == squeezed(text)
    for part in parts:
        counted = count(part.sent, rule, part.warning)
        is_one = len(text[part.start : part.end].strip()) <= 12  # a cluster larger than a post
        assert counted.limit == 0 or counted.length <= counted.limit or is_one
    assert all(a.end <= b.start for a, b in pairwise(parts))


def test_a_cut_mark_begins_a_part_and_is_not_sent() -> None:
    text = f"One.\n{CUT}\nTwo.\n  {CUT}  \nThree ✂ is a word."
    sent = [part.sent for part in thread_parts(text, X)]
    assert sent == ["One.", "Two.", "Three ✂ is a word."]
    assert [text[start:end].strip() for start, end in cut_marks(text)] == [CUT, CUT]


def test_numbers_are_counted() -> None:
    text = "word " * 300
    parts = thread_parts(text, code_points(100), is_numbered=True)
    assert len(parts) > 9
    assert parts[0].sent.endswith(f" 1/{len(parts)}")
    assert all(len(part.sent) <= 100 for part in parts)


def test_one_part_has_no_number() -> None:
    assert [part.sent for part in thread_parts("Short", X, is_numbered=True)] == ["Short"]


def test_each_part_has_its_warning_and_its_pictures() -> None:
    media = tuple(
        DraftMedia(id=str(part), path="/p", mime="image/png", part=part) for part in (0, 1, 7)
    )
    draft = Draft(
        id="d", account=AccountId("a"), text=f"One\n{CUT}\nTwo", is_thread=True, media=media,
        content_warning="all", part_warnings=(None, "second"), reply_to="9",
    )  # fmt: skip
    first, second = thread_drafts(draft, X)
    assert [each.id for each in first.media] == ["0"]
    assert [each.id for each in second.media] == ["1", "7"]
    assert (first.content_warning, second.content_warning) == ("all", "second")
    assert (first.reply_to, second.reply_to) == ("9", "")
    again = thread_drafts(joined((first, second)), X)
    assert [each.text for each in again] == ["One", "Two"]
    assert [each.content_warning for each in again] == ["all", "second"]
    assert [len(each.media) for each in again] == [1, 2]


@pytest.mark.parametrize("text", ["", " \n ", f"\n{CUT}\n{CUT}"])
def test_nothing_written_has_no_parts(text: str) -> None:
    assert thread_parts(text, X) == ()
