"""What a row shows, and what it says aloud."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.account import AccountId
from desktop.domain.notification import Notification, NotificationKind
from desktop.domain.post import (
    Attachment,
    AttachmentKind,
    Counts,
    FilterMatch,
    Poll,
    PollOption,
    Post,
    Quote,
    QuoteState,
    ReplyTo,
)
from desktop.domain.timeline import Cursor, Entry, Gap
from desktop.viewmodels.accessible_text import sentence
from desktop.viewmodels.post_words import media_summary, people, short_count
from desktop.viewmodels.relative_time import short_age, spoken_age, time_left
from desktop.viewmodels.row import (
    GapRow,
    NotificationRow,
    PostRow,
    age_of,
    describe,
    poll_shown,
    post_of,
)
from tests.gui.timeline_posts import ACCOUNT, EMEKA, JONAS, LOUISE, NADIA, entry, gallery, post

NOW = datetime.now(UTC)


def row_of(shown: Post) -> PostRow:
    row = describe(entry(shown))
    assert isinstance(row, PostRow)
    return row


@pytest.mark.parametrize(
    ("seconds", "short", "spoken"),
    [
        (-30, "now", "just now"),
        (59, "now", "just now"),
        (60, "1 min", "1 minute ago"),
        (3599, "59 min", "59 minutes ago"),
        (3600, "1 h", "1 hour ago"),
        (86_399, "23 h", "23 hours ago"),
        (86_400, "1 d", "yesterday"),
        (6 * 86_400, "6 d", "6 days ago"),
    ],
)
def test_ages(seconds: int, short: str, spoken: str) -> None:
    moment = NOW - timedelta(seconds=seconds)
    assert short_age(moment, NOW) == short
    assert spoken_age(moment, NOW) == spoken


def test_after_a_week_the_date_stands_with_its_year_if_another() -> None:
    now = datetime(2026, 6, 15, 12, tzinfo=UTC)
    assert "2026" not in short_age(datetime(2026, 3, 2, 12, tzinfo=UTC), now)
    assert "2021" in short_age(datetime(2021, 3, 2, 12, tzinfo=UTC), now)


def test_time_left() -> None:
    assert time_left(NOW + timedelta(hours=5, minutes=1), NOW) == "5 h"
    assert time_left(NOW, NOW) == "now"


def test_repost_line_and_the_post_that_is_read() -> None:
    inner = post(1, JONAS, "hi")
    row = row_of(post(2, LOUISE, repost_of=inner))
    assert row.post is inner
    assert row.meta[0].text == "Boosted by Louise Martel"
    assert row.meta[0].profile is LOUISE


def test_other_networks_say_repost() -> None:
    inner = post(1, JONAS, "hi")
    wrapper = Post(
        account=AccountId("bluesky:c@b.example"), id="2", uri="2", author=LOUISE,
        created_at=NOW, repost_of=inner,
    )  # fmt: skip
    assert row_of(wrapper).meta[0].text == "Reposted by Louise Martel"


@pytest.mark.parametrize(
    ("reply", "line"),
    [
        (ReplyTo("1", "x", "claire@veille.example"), "in reply to you"),
        (ReplyTo("1", LOUISE.id, LOUISE.handle), "continues a thread"),
        (ReplyTo("1", "x", "bob@b.example"), "in reply to @bob@b.example"),
        (ReplyTo("1"), "in reply to someone"),
    ],
)
def test_reply_line(reply: ReplyTo, line: str) -> None:
    assert row_of(post(1, text="x", reply_to=reply)).meta[0].text == line


def test_counts_only_where_there_are_any() -> None:
    assert row_of(post(1)).counts == ()
    counts = row_of(post(1, counts=Counts(0, 1200, 3))).counts
    assert [(c.icon, c.text) for c in counts] == [("repost", "1.2K"), ("heart", "3")]


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0"), (999, "999"), (1000, "1.0K"), (34_567, "34K"), (2_100_000, "2.1M"), (-4, "0")],
)
def test_short_counts(count: int, text: str) -> None:
    assert short_count(count) == text


def test_sensitive_media_behind_a_warning_are_not_covered_twice() -> None:
    media = (Attachment(kind=AttachmentKind.IMAGE, url="https://x.example/a"),)
    assert row_of(post(1, is_sensitive=True, attachments=media)).media_is_covered
    warned = row_of(post(1, is_sensitive=True, attachments=media, content_warning="eyes"))
    assert not warned.media_is_covered
    assert warned.warning_detail == "image"


def test_filters() -> None:
    row = row_of(post(1, filters=(FilterMatch("a"), FilterMatch("a"), FilterMatch("b", "hide"))))
    assert row.filtered == "Filtered: a, b"
    blurred = row_of(post(1, filters=(FilterMatch("a", "blur"),)))
    assert blurred.filtered == ""
    assert blurred.media_is_covered


def test_quotes_that_may_not_be_shown() -> None:
    inner = post(1, text="secret")
    gone = row_of(post(2, quote=Quote(QuoteState.GONE, inner))).quote
    assert gone is not None
    assert gone.post is None
    assert "not available" in gone.text


def test_poll_percentages() -> None:
    poll = Poll(
        id="p", options=(PollOption("a", 1), PollOption("b", 2)), votes=3, voters=2,
        is_multiple=True, has_voted=True, own_votes=(1,),
    )  # fmt: skip
    shown = poll_shown(poll, NOW)
    assert [bar.percent for bar in shown.bars] == ["50 %", "100 %"]
    assert [bar.is_leading for bar in shown.bars] == [False, True]
    assert [bar.is_own for bar in shown.bars] == [False, True]
    assert not shown.can_vote


def test_poll_without_votes_or_with_hidden_ones() -> None:
    empty = poll_shown(Poll(id="p", options=(PollOption("a", 0), PollOption("b"))), NOW)
    assert [bar.percent for bar in empty.bars] == ["0 %", ""]
    assert [bar.fraction for bar in empty.bars] == [0.0, 0.0]
    assert empty.can_vote
    over = poll_shown(
        Poll(id="p", options=(PollOption("a", 0),), expires_at=NOW - timedelta(1)), NOW
    )
    assert not over.can_vote
    assert over.footer == "0 votes · ended"


@pytest.mark.parametrize(
    ("shown", "count", "text"),
    [
        ((), 0, "Someone"),
        ((), 4, "4 people"),
        ((LOUISE,), 1, "Louise Martel"),
        ((LOUISE,), 2, "Louise Martel and 1 other"),
        ((LOUISE, JONAS), 2, "Louise Martel and Jonas Berg"),
        ((LOUISE, JONAS), 3, "Louise Martel, Jonas Berg and 1 other"),
        ((LOUISE, JONAS, NADIA, EMEKA), 9, "Louise Martel, Jonas Berg and 7 others"),
    ],
)
def test_people(shown: tuple[object, ...], count: int, text: str) -> None:
    assert people(shown, count) == text  # type: ignore[arg-type]


def test_media_summary() -> None:
    image = Attachment(kind=AttachmentKind.IMAGE)
    video = Attachment(kind=AttachmentKind.VIDEO)
    assert media_summary(()) == ""
    assert media_summary((video,)) == "video"
    assert media_summary((image, image)) == "2 images"
    assert media_summary((image, video)) == "2 attachments"


@pytest.mark.parametrize("kind", list(NotificationKind))
@pytest.mark.parametrize("has_post", [True, False])
def test_every_notification_has_a_row_and_a_sentence(
    kind: NotificationKind, has_post: bool
) -> None:
    one = Entry(id="n", sort_at=1, notification=Notification(
        account=ACCOUNT, id="n", kind=kind, created_at=NOW, people=(LOUISE,),
        post=post(1, text="hello") if has_post else None, wording="odd"))  # fmt: skip
    row = describe(one)
    assert isinstance(row, PostRow | NotificationRow)
    assert sentence(one).endswith((".", "?", "!", "…"))
    assert (post_of(one) is not None) is has_post


def test_gap_row() -> None:
    one = Entry(id="gap:1", sort_at=1, gap=Gap(
        newer_at=NOW, older_at=NOW - timedelta(minutes=26), fill=Cursor("c")))  # fmt: skip
    row = describe(one)
    assert isinstance(row, GapRow)
    assert row.can_fill
    assert "posts are missing" in row.text
    assert "missing between" in sentence(one)
    assert age_of(one, NOW) == ""


def test_the_sentence_reads_well() -> None:
    media = (
        Attachment(kind=AttachmentKind.IMAGE, alt="A kingfisher."),
        Attachment(kind=AttachmentKind.VIDEO),
    )
    shown = post(
        1, EMEKA, "One second,\none frame.", minutes=5, attachments=media,
        counts=Counts(1, 2, 3),
    )  # fmt: skip
    assert sentence(entry(shown)) == (
        "Emeka Obi; One second, one frame; image: A kingfisher., video without description; "
        "5 minutes ago; 1 reply, boosts: 2, 3 likes."
    )


def test_what_is_hidden_is_not_read_aloud() -> None:
    media = (Attachment(kind=AttachmentKind.IMAGE, alt="blood"),)
    said = sentence(entry(post(1, text="the butler", content_warning="Ending", attachments=media)))
    assert "butler" not in said
    assert "blood" not in said
    assert "content warning: Ending" in said
    filtered = sentence(entry(post(1, text="the butler", filters=(FilterMatch("Series"),))))
    assert "butler" not in filtered


def test_the_gallery_has_no_row_without_words() -> None:
    for one in gallery():
        assert describe(one) is not None
        assert len(sentence(one)) > 8


@given(st.text(max_size=200), st.text(max_size=40))
def test_any_text_makes_one_sentence(text: str, warning: str) -> None:
    said = sentence(entry(post(1, text=text, content_warning=warning)))
    assert "\n" not in said
    assert said
