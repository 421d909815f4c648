"""Whatever people write: no text leaves its row or pushes its width."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.domain.profile import Profile
from desktop.domain.richtext import CustomEmoji, RichText, Span, SpanKind
from desktop.views.theme import tokens
from desktop.views.timeline.builder import Builder
from desktop.views.timeline.faces import Faces
from desktop.views.timeline.other_rows import lay_row
from desktop.views.timeline.row_layout import RowState, Setting
from desktop.views.timeline.text_block import build, is_stacked
from tests.gui.timeline_posts import InventedFeed, entry, post
from tests.gui.timeline_window import open_timeline

pytestmark = pytest.mark.qt_log_ignore("OpenType support missing")

BIRD = CustomEmoji("bird", "https://a.example/b.png", "https://a.example/b.png")
PIECES = st.one_of(
    st.text(max_size=30),
    st.sampled_from([
        "👨‍👩‍👧‍👦", "🏳️‍🌈", "🇫🇷", "👍🏽", "e\u0301\u0302\u0303\u0304\u0305", "\u0301\u0301",
        "مرحبا بكم", "שלום עולם", "\u202eabc", "\u2066x\u2069", "\u200b\u200d\ufeff", "नमस्ते",
        "กำลัง", "ﷺ" * 3,
        "𒀱" * 3,
        "A" * 300,
        "\t\t", "\n\n\n", "\r", "\x00\x07", ":bird:", "Z̷̧̢̛͓̳̙̼̈́͒̀͝" * 4, "\U0010ffff", "꧅" * 4,
    ]),
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=8).map("".join)


@pytest.fixture(scope="module")
def faces(qapp: object) -> Faces:
    return Faces(tokens("light"), 1.0)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=TEXTS, name=TEXTS, width=st.integers(240, 700))
def test_nothing_leaves_its_row(faces: Faces, text: str, name: str, width: int) -> None:
    spans, at = [], 0
    while (at := text.find(":bird:", at)) >= 0:
        spans.append(Span(at, at + 6, SpanKind.EMOJI, "bird"))
        at += 6
    author = Profile(id="1", handle="a@a.example", name=name, emojis=(BIRD,))
    shown = post(1, author, RichText(text, tuple(spans)), emojis=(BIRD,))
    layout = lay_row(entry(shown), Setting(faces=faces), RowState(is_unfolded=True), width)
    pen = Builder(layout, Setting(faces=faces), shown.account)
    for place in layout.texts:
        assert place.x + place.block.width <= width
        assert place.y + place.block.height <= layout.height
        assert place.block.width <= pen.width + 1
        assert place.block.copied(0, place.block.length) == text
    for target in layout.targets:
        assert target.box.right() <= width + 4
        assert target.box.bottom() <= layout.height + 4


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=TEXTS, width=st.integers(60, 500))
def test_one_line_stays_one_line(faces: Faces, text: str, width: int) -> None:
    block = build(faces, RichText(text), width, max_lines=1, face=faces.name)
    assert block.line_count <= 1
    assert block.height <= faces.name.line * 1.25 + 1
    assert block.width <= width + 1


def pixels(image: QImage, top: int, bottom: int) -> bytes:
    part = image.copy(0, top, image.width(), bottom - top)
    return bytes(part.constBits())


@pytest.mark.parametrize("place", ["text", "name"])
def test_piled_up_marks_do_not_paint_over_the_neighbours(qtbot: QtBot, place: str) -> None:
    pile = "Z" + "\u0351\u0352\u0357\u034b\u0308\u0316\u0317\u0318\u0319" * 8

    def middle(words: str) -> tuple[QImage, int, int]:
        author = Profile(id="2", handle="b@a.example", name=words if place == "name" else "Bob")
        text = words if place == "text" else "Hello"
        rows = [post(3, text="Above"), post(2, author, text), post(1, text="Below")]
        shown = open_timeline(qtbot, InventedFeed([entry(one) for one in rows]))
        seen = shown.row("2").place
        return shown.view.viewport().grab().toImage(), seen.top, seen.bottom

    plain, top, bottom = middle("Z")
    piled, piled_top, piled_bottom = middle(pile)
    assert (top, bottom) == (piled_top, piled_bottom)
    assert pixels(plain, 0, top) == pixels(piled, 0, top)
    assert pixels(plain, bottom, plain.height()) == pixels(piled, bottom, piled.height())
    assert pixels(plain, top, bottom) != pixels(piled, top, bottom)


def test_ordinary_marks_are_not_cut() -> None:
    assert not is_stacked("Žluťoučký kůň, e\u0301te\u0301, นำ้")
    assert is_stacked("a\u0301\u0302\u0303")


def test_a_post_that_reads_leftwards_begins_at_the_right(faces: Faces) -> None:
    leftwards = build(faces, RichText("مرحبا\n#طيور"), 240)
    rightwards = build(faces, RichText("Bonjour\n#oiseaux"), 240)
    for number in range(2):
        line = leftwards.layout.lineAt(number)
        assert line.naturalTextRect().right() == pytest.approx(240, abs=2)
        assert line.naturalTextRect().left() > 120
        assert rightwards.layout.lineAt(number).naturalTextRect().left() == pytest.approx(0, abs=1)
    link = RichText("مرحبا #طيور", (Span(6, 11, SpanKind.HASHTAG, "طيور"),))
    block = build(faces, link, 240)
    line = block.layout.lineAt(0)
    assert block.link_at(line.naturalTextRect().left() + 6, line.y() + 8) is not None
    assert block.link_at(20, line.y() + 8) is None


def test_a_name_stays_beside_its_handle_in_every_script(faces: Faces) -> None:
    name = build(faces, RichText("سلمى :bird:"), 240, max_lines=1, face=faces.name)
    assert name.layout.lineAt(0).naturalTextRect().left() == pytest.approx(0, abs=1)
